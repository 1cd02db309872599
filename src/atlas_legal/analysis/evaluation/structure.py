"""Structure: whether laws are parsed into the articles that a reader counts in them."""

from collections.abc import Iterable

from atlas_legal.analysis.evaluation.figures import share
from atlas_legal.analysis.evaluation.result import Figure
from atlas_legal.model.gold import LawStructure
from atlas_legal.model.law import Law


def structure_figures(
    pairs: Iterable[tuple[LawStructure, Law | None]],
) -> tuple[dict[str, Figure], tuple[str, ...]]:
    """Return the shares of laws with the right number of articles and of eids at their place, and misses.

    Each true structure comes with the law as it was parsed, None where it was not read. Articles that the law
    quotes, and those of annexes and parts with numbers of their own, are not counted.
    """
    laws = checks = right_laws = right_checks = 0
    misses: list[str] = []
    for true, law in pairs:
        name = f"{true.country} {true.file}"
        count = _articles(law) if law is not None else 0
        laws += 1
        right_laws += count == true.articles
        if count != true.articles:
            misses.append(f"{name}: {count} articles for {true.articles}" if law else f"{name}: not read")
        places = {p.eid: p.start for p in law.walk()} if law is not None else {}
        for check in true.eids_spotcheck:
            at = places.get(check.eid)
            checks += 1
            right_checks += at == check.offset
            if at != check.offset and law is not None:
                misses.append(f"{name}: {check.eid} at {'no place' if at is None else at} for {check.offset}")
    figures = {"article_counts": share(right_laws, laws), "spot_checks": share(right_checks, checks)}
    return figures, tuple(misses)


def _articles(law: Law) -> int:
    """Count the law's own articles; those of annexes and transitional parts carry their container."""
    return sum("__" not in unit.eid for unit, _ in law.units())
