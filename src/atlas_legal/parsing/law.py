"""From source text to law: the stages of parsing, one after another."""

import re
from bisect import bisect_right
from dataclasses import replace
from hashlib import sha256
from typing import Final

from atlas_legal.languages import codes, detect, structure
from atlas_legal.languages.drafting import Structure
from atlas_legal.model.country import RegisterEntry
from atlas_legal.model.law import Anomaly, Law
from atlas_legal.model.text import SourceText
from atlas_legal.parsing.identity import identify
from atlas_legal.parsing.lines import plain_lines
from atlas_legal.parsing.marks import scan
from atlas_legal.parsing.notes import law_repealed
from atlas_legal.parsing.references import references
from atlas_legal.parsing.sequence import Arrangement, Problem, arrange
from atlas_legal.parsing.tree import build

_FALLBACK: Final = "es"
"""Whose headings are looked for in a language without a folder; the numbering is what shows the structure."""
_NEWLINE: Final = re.compile(r"\n")
_FORMAL_ARTICLES: Final = 6
"""An act that approves a treaty has no more articles of its own than this."""


def parse(source: SourceText, *, entry: RegisterEntry | None = None, country: str = "") -> Law:
    """Parse a law.

    Parameters
    ----------
    source : what a reader made of the file.
    entry : the register's entry for the law, if there is one; it goes before front matter and file name.
    country : ISO 3166-1 alpha-3 code, for a law that does not say it.

    Never fails on a text: what cannot be made out is among the law's anomalies. Time grows with the text's
    length.
    """
    language = (entry.language if entry else "") or detect(source.text[source.body_start :])
    return _parse(source, language, entry, country)


def parse_text(
    text: str, *, language: str | None = None, name: str = "text", title: str = "", law_id: str | None = None
) -> Law:
    """Parse a string, such as a draft or an example, as a law of its own."""
    source = SourceText(
        text=text,
        name=name,
        media_type="text/plain",
        encoding="utf-8",
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    entry = RegisterEntry(id=law_id, title=title, language=language or "")
    return _parse(source, language or detect(text), entry, "")


def _parse(source: SourceText, language: str, entry: RegisterEntry | None, country: str) -> Law:
    matched = language in codes()
    drafting = structure(language if matched else _FALLBACK)
    text = plain_lines(source.text)
    arrangement = arrange(text, source.body_start, scan(text, source.body_start, drafting), drafting)
    identity = identify(source, entry, country, titled=not _opens_with_unit(source, arrangement))
    first = min((placed.mark.start for placed in arrangement.placed), default=len(text))
    status = identity.status
    if status == "complete" and law_repealed(text, source.body_start, first, drafting):
        status = "repealed"
    treaty = identity.kind == "treaty" or _approves_treaty(text, arrangement, drafting)
    provisions = build(text, arrangement, drafting, treaty=treaty)
    law = Law(
        id=identity.id,
        file=source.name,
        title=identity.title,
        short=identity.short,
        number=identity.number,
        kind="treaty" if treaty else identity.kind,
        date=identity.date,
        language=language,
        country=identity.country,
        jurisdiction=identity.jurisdiction,
        status=status,
        source=source,
        provisions=provisions,
        references=references(text, provisions, drafting, others=False) if matched else (),
        matched=matched,
        notes=source.notes,
    )
    return replace(law, anomalies=_anomalies(text, arrangement))


def _opens_with_unit(source: SourceText, arrangement: Arrangement) -> bool:
    """Return whether the text begins with a provision, so that its first line is no title."""
    first = min((p.mark.start for p in arrangement.placed), default=len(source.text))
    return not source.text[source.body_start : first].strip(" \t\r\n#*_")


def _approves_treaty(text: str, arrangement: Arrangement, drafting: Structure) -> bool:
    """Return whether the law's own articles do nothing but approve a treaty."""
    own = [p.mark for p in arrangement.placed if not p.container and p.series == 0]
    if not own or len(own) > _FORMAL_ARTICLES:
        return False
    approving = 0
    for mark in own:
        words = text[mark.end : mark.end + 700]
        if drafting.APPROVES.search(words, 0, 400):
            approving += 1
        elif not drafting.FORMAL.match(words):
            return False
    return approving > 0


def _anomalies(text: str, arrangement: Arrangement) -> tuple[Anomaly, ...]:
    """Return what did not fit, with its line."""
    problems = [*arrangement.problems, *_missing(arrangement)]
    if not any(not p.container for p in arrangement.placed):
        problems.append(Problem("no_structure", "no numbered provision was found", 0))
    if not problems:
        return ()
    lines = [0, *(found.end() for found in _NEWLINE.finditer(text))]
    return tuple(
        Anomaly(p.code, p.message, bisect_right(lines, p.start), p.start)
        for p in sorted(problems, key=lambda p: p.start)
    )


def _missing(arrangement: Arrangement) -> list[Problem]:
    """Return the numbers that the law's own series leaves out."""
    found: list[Problem] = []
    before: tuple[int, ...] = ()
    for placed in arrangement.placed:
        if placed.container or placed.series:
            continue
        key = placed.mark.key
        if before and len(key) == 1 and key[0] - before[0] > 1:
            first, last = before[0] + 1, key[0] - 1
            which = str(first) if first == last else f"{first} to {last}"
            found.append(Problem("missing", f"{which} not there", placed.mark.start))
        before = key
    return found
