"""Statements that reports can give in any language: a phrase with places, and what stands in them."""

from collections.abc import Callable, Iterable

from pydantic import Field

from atlas_legal.model.base import Model

Names = tuple[tuple[str, ...], ...]
"""Ids of concepts: each inner tuple is one thing or several that would do."""


def plain(identifier: str) -> str:
    """Return an id as English words: ``domestic_work`` gives "domestic work"."""
    return identifier.replace("_", " ")


class Reason(Model):
    """One statement of why, without a full stop.

    ``phrase`` is English, with ``{name}`` for each of ``parts``: a number, a text that is the same in every
    language (a citation, a law's name, a code), or names of concepts.
    """

    phrase: str
    parts: dict[str, int | str | Names] = Field(default_factory=dict)

    def text(self, phrase: str | None = None, name: Callable[[str], str] = plain, either: str = "or") -> str:
        """Return the statement; with another language's phrase, names and "or", in that language."""
        filled = {
            key: part
            if isinstance(part, int | str)
            else ", ".join(f" {either} ".join(map(name, group)) for group in part)
            for key, part in self.parts.items()
        }
        return (self.phrase if phrase is None else phrase).format(**filled)


def sentence(statements: Iterable[str]) -> str:
    """Join statements, each once, to a sentence with a capital and a full stop; empty without any."""
    text = "; ".join(dict.fromkeys(filter(None, statements)))
    return text[:1].upper() + text[1:] + ("." if text else "")
