"""The nearest correct name, for error messages."""

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str], *, cutoff: float = 60.0) -> str | None:
    """Return the name most like ``word``, without regard to case, or None where none is like it.

    ``cutoff`` is RapidFuzz's similarity from 0 to 100. Ties go to the first name in sorted order.
    """
    from rapidfuzz import fuzz, process, utils

    best = process.extractOne(
        word, sorted(set(names)), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=cutoff
    )
    return best[0] if best else None


def did_you_mean(word: str, names: Iterable[str], *, what: str = "known") -> str:
    """Return a hint: the nearest name, or the names there are where none is near."""
    choices = sorted(set(names))
    name = nearest(word, choices)
    if name is not None:
        return f'did you mean "{name}"?'
    return f"{what}: {', '.join(choices)}" if choices else ""
