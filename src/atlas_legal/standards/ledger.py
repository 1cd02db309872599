"""The coverage ledger: every article of an instrument is encoded, planned, or excluded with a reason."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from string import ascii_lowercase

from atlas_legal.model.standard import Instrument
from atlas_legal.model.validation import Problem
from atlas_legal.nearest import did_you_mean
from atlas_legal.standards.documents import Document
from atlas_legal.standards.names import Names

_KEY = re.compile(r"([0-9]{1,4})([a-z]{0,4})((?:\([0-9a-z]{1,5}\)){0,4})(?:-\(?([0-9]{1,4}|[a-z]{1,5})\)?)?")
"""A ledger's key: "7(4)", "10-18", "3(1)(a)-(c)"."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")

_Parts = tuple[str, ...]


def check_ledger(document: Document, names: Names) -> Iterator[Problem]:
    """Yield a problem for each hole, empty entry, unknown requirement, and requirement without an entry.

    An entry may name another instrument's requirement, where both ask for the same.
    """
    model = document.model
    if not isinstance(model, Instrument) or "articles" in document.broken:
        return
    encoded: dict[str, set[str]] = defaultdict(set)
    covered: set[_Parts] = set()
    for article, entry in model.articles.items():
        units = _units(article)
        again = sorted(units & covered)
        covered |= units
        if again:
            yield document.problem(
                "ledger-overlap",
                f"article {_shown(again[0])} stands in an entry above already",
                ("articles", article),
                key=True,
                hint="keep one entry",
            )
        if not units:
            yield document.problem(
                "ledger-key",
                f'"{article}" names no article',
                ("articles", article),
                key=True,
                hint='write "7(4)", or "10-18" for several',
            )
        if not (entry.encoded or entry.excluded.strip() or entry.planned.strip()):
            yield document.problem(
                "ledger-empty",
                f'article "{article}" is neither encoded nor planned nor excluded',
                ("articles", article),
                key=True,
                hint="give the requirements, the plan or the reason",
            )
        for number, name in enumerate(entry.encoded):
            encoded[name].update(unit[0] for unit in units)
            if name not in names.requirements:
                yield document.problem(
                    "ledger-unknown-requirement",
                    f'the ledger names an unknown requirement "{name}"',
                    ("articles", article, "encoded", number),
                    hint=did_you_mean(name, names.requirements, what="requirements"),
                )
    last = model.instrument.last_article
    ends = {(str(last),)} if last is not None and not any(unit[0] == str(last) for unit in covered) else set()
    missing = [_shown(unit) for unit in _holes(covered | ends)] + [_shown(unit) for unit in ends]
    if last is not None:
        yield from _beyond(document, model, last)
    if missing or not covered:
        what = f"article {', '.join(missing)}" if missing else "every article"
        yield document.problem(
            "ledger-hole",
            f"the ledger passes over {what}",
            ("articles",),
            key=True,
            hint="say what became of each article",
        )
    for number, requirement in enumerate(model.requirements):
        own = re.match("[0-9]+[a-z]*", requirement.article)
        if requirement.id not in encoded:
            yield document.problem(
                "not-in-ledger",
                f"no article of the ledger is encoded by {requirement.id}",
                ("requirements", number, "id"),
                hint="name it under articles",
            )
        elif own is not None and own[0] not in encoded[requirement.id]:
            yield document.problem(
                "not-in-ledger",
                f"{requirement.id} is of article {requirement.article}, but the ledger has it elsewhere",
                ("requirements", number, "article"),
                hint=f"name it under article {own[0]}",
            )


def _beyond(document: Document, instrument: Instrument, last: int) -> Iterator[Problem]:
    """Yield each entry that names an article after the last one."""
    for article in instrument.articles:
        if any(int(unit[0]) > last for unit in _units(article) if unit[0].isdigit()):
            yield document.problem(
                "ledger-key",
                f'"{article}" goes beyond the last article, {last}',
                ("articles", article),
                key=True,
                hint="correct the key, or last_article",
            )


def _units(key: str) -> set[_Parts]:
    """Return the articles, paragraphs or points that a key of the ledger covers, outermost part first."""
    found = _KEY.fullmatch(key)
    if found is None:
        return set()
    parts = (found[1] + found[2], *re.findall(r"\(([0-9a-z]+)\)", found[3]))
    last = found[4]
    if last is None:
        return {parts}
    row = _row(parts[-1], last)
    return {(*parts[:-1], name) for name in row}


def _row(first: str, last: str) -> tuple[str, ...]:
    """Return the numbers or letters from one to another, empty where they are in no row."""
    if first.isdigit() and last.isdigit():
        return tuple(str(number) for number in range(int(first), int(last) + 1))
    for names in (tuple(ascii_lowercase), _ROMAN):
        if first in names and last in names:
            return names[names.index(first) : names.index(last) + 1]
    return ()


def _holes(covered: Iterable[_Parts]) -> Iterator[_Parts]:
    """Yield what lies before the last covered unit of each level, and is not covered itself."""
    known = set(covered)
    below: dict[_Parts, set[str]] = defaultdict(set)
    for unit in known:
        for length in range(len(unit)):
            below[unit[:length]].add(unit[length])
    for above, names in sorted(below.items()):
        if above in known:
            continue  # covered as a whole, besides some of its parts
        row = _complete(names)
        yield from ((*above, name) for name in row if name not in names)


def _complete(names: set[str]) -> tuple[str, ...]:
    """Return the row that names of one level should make, from its beginning to the last of them."""
    numbers = [int(found[0]) for name in names if (found := re.match("[0-9]+", name))]
    if numbers:
        return tuple(str(number) for number in range(1, max(numbers) + 1))
    row = _ROMAN if names <= set(_ROMAN) and "a" not in names else tuple(ascii_lowercase)
    inside = [row.index(name) for name in names if name in row]
    return row[: max(inside, default=-1) + 1]


def _shown(unit: _Parts) -> str:
    """Return a unit as lawyers cite it."""
    return unit[0] + "".join(f"({part})" for part in unit[1:])
