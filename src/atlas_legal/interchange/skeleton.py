"""From a table of requirements that a lawyer wrote to the skeleton of an instrument's YAML file.

What the table cannot say (the criterion, the rest of the ledger) and what it leaves out is marked TODO at its
place, as a comment: ``atlas-legal validate`` misses it as long as it is missing.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Final, get_args

from pydantic import Field

from atlas_legal.interchange.spreadsheet import Notes, Row, read_table
from atlas_legal.interchange.table import BETWEEN, COLUMNS, LANGUAGES, OR
from atlas_legal.model.base import Model
from atlas_legal.model.errors import UsageError
from atlas_legal.model.finding import Status
from atlas_legal.model.standard import Area, ConceptId, Group, Pillar, Relation, RequirementId, Severity
from atlas_legal.nearest import did_you_mean
from atlas_legal.reports.display import one_line
from atlas_legal.standards.structure import structural_problems
from atlas_legal.yaml_positions import Loc, Place, Plain, PositionedData

MARK: Final = "TODO"
"""What marks a place that somebody must complete."""

STATUSES: Final[tuple[str, ...]] = get_args(Status)
EXAMPLES: Final = {
    f"example_{language}_{status}": (language, status) for language in LANGUAGES for status in STATUSES
}
"""Columns for small provisions of one's own, each with the status that it must give."""
READ: Final = (*COLUMNS, *EXAMPLES, "note")
"""The columns that are read: those that ``export`` writes, examples, and a note."""

_ARTICLE: Final = re.compile(r"[0-9]{1,4}[0-9A-Za-zñÑºª°().\- ]{0,40}")
_NAMES: Final = frozenset({"functions", "indicators"})
_FLAGS: Final = {"binding", "armed_forces", "conscription", "verified"}
_YES: Final = {"sí": "yes", "si": "yes", "ใช่": "yes", "ไม่": "no", "ไม่ใช่": "no"}
_WORDS: Final = {"pillar", "area", "severity"}


class Draft(Model):
    """A requirement as far as a table says it."""

    id: RequirementId
    article: str
    title: dict[str, str] = Field(default_factory=dict)
    summary: dict[str, str] = Field(default_factory=dict)
    pillar: Pillar | None = None
    area: Area | None = None
    severity: Severity | None = None
    binding: bool | None = None
    ratified: str | None = None
    armed_forces: bool | None = None
    conscription: bool | None = None
    domain: tuple[Group, ...] = ()
    functions: tuple[ConceptId, ...] = ()
    indicators: tuple[ConceptId, ...] = ()
    related: tuple[Relation, ...] = ()
    drafting: tuple[dict[str, str], ...] = ()
    sources: tuple[Annotated[str, Field(max_length=200)], ...] = ()
    verified: bool | None = None
    examples: dict[str, str] = Field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """An instrument's file with marks where something is missing, and how many of each there are."""

    instrument: str
    text: str
    requirements: int
    marks: int


def read_skeleton(path: Path, instrument: str | None = None) -> Skeleton:
    """Return the skeleton of an instrument whose requirements a CSV file or a workbook lists.

    The first row names the columns (``READ``; "Title (es)" is ``title_es``, and ``title`` alone is English).
    A row needs an article; its id follows from the instrument and the article where it has none.
    ``instrument`` takes only the rows of one, and is that of rows that say none.

    Raises
    ------
    ReadError : the file cannot be read, or is no table.
    TableError : all that is wrong in the table, with row and column.
    UsageError : rows of several instruments, and none was chosen; or no row of the chosen one.
    """
    header, *rows = read_table(path, lambda word: _column(word) in READ)
    notes = Notes(str(path))
    columns = _columns(header, notes)
    notes.refuse(header.cells)
    written = [cells for row in rows if (cells := _cells(row, columns, notes)) is not None]
    chosen, taken = _of_one(written, instrument, path)
    document = _document(str(path), taken, chosen, notes)
    drafts, problems = structural_problems(document, tuple[Draft, ...])
    # An id is missing only where the article, from which it follows, is wrong; that has been said.
    notes.problems.extend(p for p in problems if p.severity == "error" and p.code != "missing-key")
    _refuse_repeats(document, notes)
    notes.refuse(header.cells)
    assert isinstance(drafts, tuple)
    return _written(chosen, drafts, path.name)


# The table ------------------------------------------------------------------------------------------------

Cells = dict[str, tuple[str, Place]]
"""The cells of a row that are not empty, by column, each with its row and column."""


def _column(word: str) -> str:
    """Return the name of the column that a header's word means."""
    name = re.sub(r"[\W_]+", "_", word.casefold()).strip("_")
    return f"{name}_en" if name in ("title", "summary", "drafting") else name


def _columns(header: Row, notes: Notes) -> dict[int, str]:
    """Return the columns by their index."""
    columns: dict[int, str] = {}
    for index, word in enumerate(header.cells):
        name = _column(word)
        if not name:
            continue
        if name not in READ:
            notes.add(header.number, index + 1, f'unknown column "{one_line(word, 40)}"', _hint(name))
        elif name in columns.values():
            notes.add(header.number, index + 1, f'the column "{name}" stands here again', "keep one")
        columns[index] = name
    if not notes.problems and not {"id", "article"} & set(columns.values()):
        notes.add(header.number, 1, 'there is no column "article"', "the first row names the columns")
    return columns


def _hint(name: str) -> str:
    """Return the nearest column."""
    return did_you_mean(name, READ, what="the columns are those that export standards --format csv writes")


def _cells(row: Row, columns: Mapping[int, str], notes: Notes) -> Cells | None:
    """Return a row's cells by column, None where it has no text under a name."""
    cells: Cells = {}
    for index, text in enumerate(row.cells):
        place = (row.number, index + 1)
        if text and index in columns:
            cells[columns[index]] = (text, place)
        elif text:
            notes.add(*place, "a text stands in a column without a name", "name it in the first row")
    return cells or None


def _of_one(written: Sequence[Cells], asked: str | None, path: Path) -> tuple[str, list[Cells]]:
    """Return the instrument, and the rows that are its own."""
    homes = [_instrument_of(cells) or asked or "" for cells in written]
    names = sorted({name for name in homes if name})
    if asked is None and len(names) > 1:
        raise UsageError(
            f"the rows are of {len(names)} instruments: {', '.join(map(one_line, names))}",
            place=str(path),
            hint=f"a file holds one; take one of them with --instrument {one_line(names[0])}",
        )
    if asked is not None and asked not in names:
        raise UsageError(
            f'no row is of the instrument "{one_line(asked)}"',
            place=str(path),
            hint=did_you_mean(asked, names),
        )
    chosen = asked or next(iter(names), "")
    return chosen, [cells for cells, home in zip(written, homes, strict=True) if home in (chosen, "")]


def _instrument_of(cells: Cells) -> str:
    """Return the instrument that a row is of, nothing where it does not say."""
    if "instrument" in cells:
        return cells["instrument"][0]
    name, dot, _ = cells["id"][0].partition(".") if "id" in cells else ("", "", "")
    return name if dot else ""


def _document(file: str, taken: Sequence[Cells], instrument: str, notes: Notes) -> PositionedData:
    """Return the rows as plain data with the row and column of each value, as a YAML file's would be."""
    data: list[Plain] = []
    places: dict[Loc, Place] = {(): (1, 1)}
    for number, cells in enumerate(taken):
        draft: dict[str, Plain] = {}
        places[(number,)] = next(iter(cells.values()))[1]
        for path, value, place in _values(cells, instrument, notes):
            _put(draft, path, value)
            places.setdefault((number, path[0]), place)
            places.update((loc, place) for loc in _locations((number, *path), value))
        data.append(draft)
    return PositionedData(file, data, places, places)


def _values(cells: Cells, instrument: str, notes: Notes) -> Iterator[tuple[tuple[str, ...], Plain, Place]]:
    """Yield what each cell says, with its path in the draft."""
    first = next(iter(cells.values()))[1]
    article, at = cells.get("article", ("", first))
    if "id" in cells:
        yield ("id",), cells["id"][0], cells["id"][1]
        article = article or cells["id"][0].partition(".")[2]
    if not _ARTICLE.fullmatch(article):
        said = f'"{one_line(article, 40)}"' if article else "nothing"
        notes.add(*at, f"the article is {said}", "write it like 2(3) or 7(1)(a)")
    elif "id" not in cells:
        tokens = re.findall(r"[0-9]+(?:[a-zñ]+)?|[a-zñ]+", article.casefold())
        if not instrument:
            notes.add(*at, "the row does not say of which instrument it is", "give --instrument ID")
        yield ("id",), f"{instrument}.{'-'.join(tokens)}", at
    yield ("article",), article, at
    for column, (text, place) in cells.items():
        kind, _, language = column.rpartition("_")
        if column in EXAMPLES:
            yield ("examples", column), text, place
        elif kind in ("title", "summary"):
            yield (kind, language), text, place
        elif column == "domain":
            yield (column,), [_group(part) for part in _split(text, BETWEEN)], place
        elif column == "related":
            yield (column,), [_relation(part) for part in _split(text, BETWEEN)], place
        elif column in _NAMES:
            yield (column,), [_name(part) for part in _split(text, BETWEEN)], place
        elif column == "sources":
            yield (column,), list[Plain](_split(text, BETWEEN)), place
        elif column in _WORDS:
            yield (column,), _name(text), place
        elif column in _FLAGS:
            yield (column,), _YES.get(text.casefold(), text.casefold()), place
        elif column in ("ratified", "note"):
            yield (column,), text, place
    drafting = {
        language: (_split(text, OR), place)
        for language in LANGUAGES
        for text, place in [cells.get(f"drafting_{language}", ("", first))]
        if text
    }
    if len({len(options) for options, _ in drafting.values()}) > 1:
        counts = ", ".join(f"{len(options)} in {language}" for language, (options, _) in drafting.items())
        notes.add(*list(drafting.values())[-1][1], f"not as many options in each language: {counts}")
    elif drafting:
        options: list[Plain] = [
            dict(zip(drafting, texts, strict=True))
            for texts in zip_longest(*(options for options, _ in drafting.values()))
        ]
        yield ("drafting",), options, next(iter(drafting.values()))[1]


def _locations(loc: Loc, value: Plain) -> Iterator[Loc]:
    """Yield the place of a value and of all that is in it."""
    yield loc
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield from _locations((*loc, key), inner)


def _put(draft: dict[str, Plain], path: tuple[str, ...], value: Plain) -> None:
    """Set a value at a path of one or two keys."""
    if len(path) == 1:
        draft[path[0]] = value
    else:
        inner = draft.setdefault(path[0], {})
        assert isinstance(inner, dict)
        inner[path[1]] = value


def _split(text: str, separator: str) -> list[str]:
    """Return the entries of a list; a line break separates them too."""
    return [part for part in map(str.strip, re.split(rf"[{re.escape(separator.strip())}\n]", text)) if part]


def _name(text: str) -> str:
    """Return the identifier that words mean: "Child labour" is child_labour."""
    return text.casefold().replace(" ", "_")


def _group(text: str) -> Plain:
    """Return a concept, or several of which any one will do."""
    names = list(map(_name, _split(text, OR)))
    alone = len(names) == 1 and not text.rstrip().endswith(OR.strip())
    return names[0] if alone else list[Plain](names)


def _relation(text: str) -> Plain:
    """Return a relation: "supports: C029.25"."""
    kind, _, other = text.partition(":")
    return {kind.strip(): other.strip()}


def _refuse_repeats(document: PositionedData, notes: Notes) -> None:
    """Note each id that an earlier row has already."""
    assert isinstance(document.data, list)
    names = [str(draft.get("id", "")) for draft in document.data if isinstance(draft, dict)]
    often = Counter(names)
    first: set[str] = set()
    for number, name in enumerate(names):
        if often[name] > 1 and name in first:
            notes.add(
                *document.at((number, "id")),
                f'the id "{one_line(name, 60)}" stands here again',
                "give each requirement an id of its own, such as C138.2-3-school",
            )
        first.add(name)


# The skeleton ---------------------------------------------------------------------------------------------

_HEAD: Final = {
    "title": "the full title, with the year",
    "short": "a short title",
    "body": "who adopted it",
    "adopted": '"YYYY-MM-DD"',
    "kind": "convention, protocol or recommendation",
    "url": "the official text",
}
_CRITERION: Final = """\
# {mark} criterion: what to look for in a law. For example, a rule that forbids it and a punishment:
#   all:
#     - id: rule
#       norm: {{force: [prohibition, offence], concepts: [a_concept]}}
#     - id: punished
#       penalty: {{of: rule}}
#       otherwise: partial"""


def _written(instrument: str, drafts: Sequence[Draft], source: str) -> Skeleton:
    """Return the skeleton's text."""
    lines = [
        f"# Made from {_line(source)}. Complete what is marked {MARK}, then run atlas-legal validate.",
        "instrument:",
        f"  id: {_quoted(instrument)}",
        *(f"  # {MARK} {key}: {what}" for key, what in _HEAD.items()),
        "  verified: false",
        "",
        "articles:",
        f"  # {MARK} an entry for every other article: encoded, planned, or excluded with a reason",
    ]
    for article in dict.fromkeys(draft.article for draft in drafts):
        names = ", ".join(draft.id for draft in drafts if draft.article == article)
        lines.append(f"  {_quoted(article)}: {{encoded: [{names}]}}")
    lines += ["", "requirements:"]
    for draft in drafts:
        first, *rest = _requirement(draft)
        lines += [f"  - {first}", *(f"    {line}" for line in rest), ""]
    text = "\n".join(lines).rstrip("\n") + "\n"
    marks = sum(line.lstrip().startswith(f"# {MARK} ") for line in lines)
    return Skeleton(instrument, text, len(drafts), marks)


def _requirement(draft: Draft) -> Iterator[str]:
    """Yield the lines of a requirement."""
    yield f"id: {draft.id}"
    if draft.note:
        yield f"# note: {_line(draft.note)}"
    yield f"article: {_quoted(draft.article)}"
    yield from _texts("title", draft.title, "what is asked for, in a few words of your own")
    yield from _texts("summary", draft.summary, "what is asked for, in a sentence or two of your own")
    for key, value, choices in (
        ("pillar", draft.pillar, get_args(Pillar)),
        ("area", draft.area, get_args(Area)),
        ("severity", draft.severity, get_args(Severity)),
    ):
        yield f"{key}: {value}" if value else f"# {MARK} {key}: {', '.join(choices)}"
    yield (
        f"binding: {_flag(draft.binding)}"
        if draft.binding is not None
        else f"# {MARK} binding: true or false"
    )
    when = {
        "ratified": _quoted(draft.ratified) if draft.ratified else None,
        "armed_forces": _flag(draft.armed_forces),
        "conscription": _flag(draft.conscription),
    }
    stated = ", ".join(f"{key}: {value}" for key, value in when.items() if value is not None)
    yield (
        f"applies_when: {{{stated}}}"
        if stated
        else f"# {MARK} applies_when: {{ratified: an instrument}}, or delete"
    )
    yield from _CRITERION.format(mark=MARK).split("\n")
    yield from _listed("domain", draft.domain, "the subjects among whose laws such a rule would stand")
    yield from _examples(draft)
    if draft.drafting:
        yield "drafting:"
        for option in draft.drafting:
            first, *rest = [f"{key}: {_quoted(text)}" for key, text in option.items() if text]
            yield f"  - {first}"
            yield from (f"    {line}" for line in rest)
    else:
        yield f"# {MARK} drafting: ways to close the gap"
    yield from _listed("indicators", draft.indicators, "what to measure")
    yield from _listed("functions", draft.functions, "what an institution must do")
    if draft.related:
        pairs = (
            pair for relation in draft.related for pair in relation.model_dump(exclude_none=True).items()
        )
        yield f"related: [{', '.join(f'{{{kind}: {_quoted(other)}}}' for kind, other in pairs)}]"
    if draft.sources:
        yield f"sources: [{', '.join(f'{{article: {_quoted(article)}}}' for article in draft.sources)}]"
    else:
        yield f'# {MARK} sources: [{{article: "the article", checked: the text that was read}}]'
    yield f"verified: {_flag(draft.verified or False)}"


def _texts(key: str, texts: Mapping[str, str], what: str) -> Iterator[str]:
    """Yield a text in the languages it has; English and Spanish are asked for."""
    if not texts:
        yield f"# {MARK} {key}: {what}, in en and es"
        return
    yield f"{key}:"
    for language in LANGUAGES:
        if texts.get(language):
            yield f"  {language}: {_quoted(texts[language])}"
        elif language in ("en", "es"):
            yield f"  # {MARK} {language}: {what}"


def _listed(key: str, items: Iterable[Group], what: str) -> Iterator[str]:
    """Yield a list of names."""
    names = [item if isinstance(item, str) else f"[{', '.join(item)}]" for item in items]
    yield f"{key}: [{', '.join(names)}]" if names else f"# {MARK} {key}: {what}"


def _examples(draft: Draft) -> Iterator[str]:
    """Yield the examples, and what they still lack."""
    if draft.examples:
        yield "examples:"
    for column, text in draft.examples.items():
        language, status = EXAMPLES[column]
        yield f"  - {{lang: {language}, status: {status}, text: {_quoted(text)}}}"
    statuses = {EXAMPLES[column][1] for column in draft.examples}
    if "met" not in statuses or len(statuses) < 2:
        lacking = "one that is met" if "met" not in statuses else "one that is not met"
        yield f"# {MARK} examples: small provisions of your own in en and es, at least {lacking}"


def _flag(value: bool | None) -> str | None:
    """Return a yes or no as YAML says it."""
    return None if value is None else str(value).lower()


def _quoted(text: str) -> str:
    """Return a text as a YAML scalar in which nothing of it can act."""
    return json.dumps(_line(text), ensure_ascii=False)


def _line(text: str) -> str:
    """Return a text on one line, in characters that may stand in YAML."""
    return re.sub("[\ufffe\uffff]", "\N{REPLACEMENT CHARACTER}", one_line(text))
