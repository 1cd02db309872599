"""The sequence check: which marks head the law's own provisions, which are quoted, which are mentions.

Numbers grow. A heading whose number comes next is the law's own; one that an amending article announces, or
that does not fit while later ones of the law's own style do, is quoted. A series that begins again is an
annex or a transitional part. What does not fit is reported, never guessed away silently.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from atlas_legal.languages.drafting import HeadingWord, Structure
from atlas_legal.model.law import AnomalyCode
from atlas_legal.parsing.marks import CLOSINGS, FINAL, Mark
from atlas_legal.parsing.numbers import Key, follows
from atlas_legal.parsing.references import groups

_ANNOUNCEMENT: Final = 1_600
"""Characters of an article in which it announces what it amends."""
_TITLE: Final = 120
"""A heading's own words are no longer than this, in characters."""
_SENTENCE: Final = re.compile(r"[.;:](?=\s|$)")
_IN_BRACKETS: Final = re.compile(r"[\[(][^\])\n]{1,80}[\])]")
_LETTER: Final = 100
"""Letters sort from here on in a key: see ``numbers``."""
_LOW: Final = 3
"""A number up to this one can open a new series."""
_OUTERMOST: Final = 99
"""A rank below that of every heading."""
_CONTENTS_WITHIN: Final = 20_000
"""A table of contents begins within so many characters from the top."""
_ENTRY: Final = 160
"""Characters of an entry in a table of contents, on average at most."""
_FRONT: Final = 3_000
"""Characters between a table of contents and the first heading: title, dates, enacting words."""
_CHAPTERS: Final = 20
"""No law opens with a chapter of a number beyond this."""
_FAR: Final = 10
"""A new series that does not begin with 1 is believed only where the old one has come this far."""
_QUOTING: Final = frozenset({"replace", "insert"})
"""Amendments that quote new text; a repeal only names what goes."""
SERIES_KINDS: Final = frozenset({"annex", "transitional"})


@dataclass(slots=True)
class Placed:
    """A mark with its role: in which series it stands (0 is the law itself), and what it quotes."""

    mark: Mark
    series: int
    quoted: list["Placed"] = field(default_factory=list)
    container: bool = False

    @property
    def preliminary(self) -> bool:
        """Whether this is a preliminary title, whose articles may have numbers of their own."""
        return self.container and self.mark.key == (0,)


@dataclass(slots=True)
class Problem:
    """Something that does not fit: a code of ``Anomaly`` with its words and place."""

    code: AnomalyCode
    message: str
    start: int


@dataclass(slots=True)
class Arrangement:
    """The law's own headings in order, and what did not fit.

    ``openings`` maps each later series to its mark's container, None where no heading opens it.
    """

    placed: list[Placed]
    openings: dict[int, Placed | None]
    problems: list[Problem]


def arrange(text: str, start: int, marks: Sequence[Mark], structure: Structure) -> Arrangement:
    """Tell the law's own headings from the rest of the text from ``start`` on.

    Linear in the text and, up to a logarithm, in the marks.
    """
    kept = _without_contents(text, _after_contents(text, start, list(marks), structure), structure)
    return _Arranger(text, kept, structure).run()


def _is_unit(mark: Mark, structure: Structure) -> bool:
    return mark.bare or mark.word in structure.UNITS


def _same_heading(one: Mark, other: Mark) -> bool:
    """Return whether two lines carry the same rubric, as a table of contents and its section do."""
    a, b = _letters(one.tail), _letters(other.tail)
    return bool(a) and bool(b) and (a.startswith(b[:24]) or b.startswith(a[:24]))


def _letters(text: str) -> str:
    return "".join(c for c in text[:120].casefold() if c.isalpha())[:60]


def _table_end(text: str, marks: Sequence[Mark], place: int, structure: Structure) -> int:
    """Return where a run of headings without a body, each number once, ends."""
    seen: set[tuple[str, Key]] = set()
    while place + 1 < len(marks):
        mark, following = marks[place], marks[place + 1]
        name = (mark.word.eid, mark.key)
        if (
            mark.line_end - mark.end > 160
            or name in seen
            or not _wraps(text[mark.line_end : following.start])
        ):
            break
        if _is_unit(mark, structure):
            seen.add(name)
        place += 1
    return place


def _wraps(gap: str) -> bool:
    """Return whether what stands between two headings is nothing, or the rest of a line that was broken."""
    words = gap.strip()
    return not words or (len(words) <= 200 and "\n\n" not in words and not _SENTENCE.search(words))


def _after_contents(text: str, start: int, marks: list[Mark], structure: Structure) -> list[Mark]:
    """Leave out what stands in a table of contents that has a heading, up to where its first number is again.

    The containers right above that number are the law's own, from the one that opens the table on.
    """
    heading = structure.CONTENTS.search(text, start, start + _CONTENTS_WITHIN)
    if heading is None:
        return marks
    listed = [n for n, m in enumerate(marks) if m.start >= heading.end()]
    units = [n for n in listed if _is_unit(marks[n], structure)]
    if not units:
        return marks
    opening = marks[units[0]]
    again = next(
        (n for n in units[1:] if marks[n].key == opening.key and marks[n].bare == opening.bare), None
    )
    if again is None or marks[again].start - heading.end() > _ENTRY * (again - listed[0]) + _FRONT:
        return marks
    first = again
    rank = _OUTERMOST
    while not _is_unit(marks[first - 1], structure) and marks[first - 1].word.rank < rank:
        first -= 1
        rank = marks[first].word.rank
    return marks[: listed[0]] + marks[first:]


def _without_contents(text: str, marks: list[Mark], structure: Structure) -> list[Mark]:
    """Leave out lines of tables of contents: with leaders, or without a body and repeated with one later."""
    later: dict[tuple[str, Key], list[Mark]] = defaultdict(list)
    repeated = [False] * len(marks)
    for place in range(len(marks) - 1, -1, -1):
        mark = marks[place]
        if not mark.listed:
            twins = later[mark.word.eid, mark.key]
            repeated[place] = any(_same_heading(mark, other) for other in twins[-3:])
            twins.append(mark)
    dropped = [mark.listed for mark in marks]
    place = 0
    while place < len(marks):
        end = _table_end(text, marks, place, structure)
        run = [n for n in range(place, end) if _is_unit(marks[n], structure)]
        again = sum(repeated[n] for n in run)
        at_once = len(run) == 1 and end < len(marks) and marks[end].key == marks[run[0]].key
        if 2 * again >= len(run) and (again > 1 or (again and at_once)):
            for n in range(place, end):
                dropped[n] = dropped[n] or repeated[n] or _is_unit(marks[n], structure)
        place = max(end, place + 1)
    kept = [mark for mark, gone in zip(marks, dropped, strict=True) if not gone]
    first = next((n for n, m in enumerate(kept) if _is_unit(m, structure)), len(kept))
    kept = [m for n, m in enumerate(kept) if n >= first or not _of_the_law(m, kept)]
    first = next((n for n, m in enumerate(kept) if _is_unit(m, structure)), len(kept))
    path = first
    rank = _OUTERMOST
    while path > 0 and kept[path - 1].word.rank < rank:
        path -= 1
        rank = kept[path].word.rank
    named = {(m.word.eid, m.key) for m in kept[path:]}
    return [m for m in kept[:path] if (m.word.eid, m.key) not in named] + kept[path:]


def _of_the_law(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Return whether "CHAPTER 226" above everything is the law's own number among the laws in force."""
    return (
        mark.word.kind == "chapter"
        and mark.key > (_CHAPTERS,)
        and mark.number is not None
        and mark.number.text.isdigit()
        and sum(other.word == mark.word for other in marks) == 1
    )


_DIVISION: Final = HeadingWord("section_group", "subchp", "", "Section {}", 5)


class _Arranger:
    """Walks the marks once, with what is known of the series so far."""

    def __init__(self, text: str, marks: list[Mark], structure: Structure) -> None:
        self.text = text
        self.structure = structure
        self.marks = self._of_main_class(marks)
        self.positions: dict[tuple[str, Key], list[int]] = defaultdict(list)
        self.fresh: list[int] = []
        for place, mark in enumerate(self.marks):
            if _is_unit(mark, structure):
                self.positions[mark.word.eid, mark.key].append(place)
                if mark.key == (1,):
                    self.fresh.append(place)
        self.placed: list[Placed] = []
        self.openings: dict[int, Placed | None] = {}
        self.problems: list[Problem] = []
        self.series = 0
        self.opened = 0
        self.last: Placed | None = None
        self.used: set[Key] = set()
        self.pending: list[Mark] = []
        self.parted = False
        self._announced: tuple[int, bool, frozenset[Key], int] = (-1, False, frozenset(), 0)

    def _of_main_class(self, marks: list[Mark]) -> list[Mark]:
        """Keep, between annexes, the kind of unit with the most numbers; bare ones weigh less than words."""
        kept: list[Mark] = []
        segment: list[Mark] = []
        for mark in (*marks, None):
            if mark is None or mark.word.kind in SERIES_KINDS:
                kept.extend(self._one_class(segment, kept))
                segment = []
            if mark is not None:
                segment.append(mark)
        return kept

    def _one_class(self, segment: list[Mark], before: list[Mark]) -> list[Mark]:
        keys: dict[tuple[str, bool], set[Key]] = defaultdict(set)
        strong: dict[tuple[str, bool], set[Key]] = defaultdict(set)
        for mark in segment:
            if _is_unit(mark, self.structure):
                keys[mark.word.eid, mark.bare].add(mark.key)
                if mark.strong:
                    strong[mark.word.eid, mark.bare].add(mark.key)
        if not keys:
            return segment

        ordinals = (self.structure.UNITS[0].eid, True)

        def weight(name: tuple[str, bool]) -> float:
            if name == ordinals:
                return 0.25  # "PRIMERO.-" opens recitals and points too
            if name[1]:
                return 0.5 * _run(keys[name]) + 0.5 * len(strong[name])
            return float(len(strong[name]) or 0.5)

        best = max(sorted(keys), key=weight)
        last = next((m for m in reversed(before) if _is_unit(m, self.structure)), None)
        if (
            last is not None
            and strong[last.word.eid, last.bare]
            and min(strong[last.word.eid, last.bare]) > last.key
        ):
            best = (last.word.eid, last.bare)  # the law goes on after a schedule in its midst
        elif best[1] and best != ordinals and last is not None and len(strong[best]) < 2:
            best = ("", False)  # numbered lines of a schedule are its items
        first = next(m for m in segment if _is_unit(m, self.structure))
        if first.key == (1,) and first.word is self.structure.UNITS[0] and segment[0].word in CLOSINGS:
            best = (first.word.eid, first.bare)
        kept = {best}
        if best == (ordinals[0], False) and keys[ordinals] and follows(max(keys[ordinals]), min(keys[best])):
            kept.add(ordinals)  # "PRIMERO.-", "SEGUNDO.-", "Artículo Tercero.-"
        for m in segment:
            other = m.word.kind == "section" and not m.bare and not best[1] and best[0] != m.word.eid
            if other and (m.case == "U" or not m.tail):
                m.word = _DIVISION  # "SECTION 8" with a title, in a law of articles
        return [
            m
            for place, m in enumerate(segment)
            if not _is_unit(m, self.structure)
            or ((m.word.eid, m.bare) in kept and not self._belongs(segment, place))
            or (not m.bare and m.opened and best in (ordinals, (best[0], False)))
        ]

    def _belongs(self, segment: Sequence[Mark], place: int) -> bool:
        """Return whether the line below a schedule's heading only says to which section it belongs."""
        mark, above = segment[place], segment[place - 1]
        return (
            place > 0
            and above.word.kind == "annex"
            and mark.key != (1,)
            and not any(map(str.isalpha, mark.tail))
            and not self.text[above.line_end : mark.start].strip()
        )

    def run(self) -> Arrangement:
        for place, mark in enumerate(self.marks):
            if _is_unit(mark, self.structure):
                self._unit(place, mark)
            else:
                self._container(mark)
        for mark in self.pending:
            self._own_container(mark)
        return Arrangement(self.placed, self.openings, self.problems)

    def _container(self, mark: Mark) -> None:
        titles = bool(self.pending) and self._titles(self.pending[-1], mark)
        if mark.word in CLOSINGS and (titles or self.last is None):
            return
        if mark.opened and self.last is not None and self._amends(mark)[0]:
            return
        if self.last is not None and self._ends_in_colon(mark.start) and self._amends(mark)[0]:
            return
        self.pending.append(mark)

    def _titles(self, container: Mark, mark: Mark) -> bool:
        """Return whether a line is the title of the container just above it."""
        between = self.text[container.line_end : mark.start].strip(" \t\r\n*_#")
        return not container.tail and (not between or _IN_BRACKETS.fullmatch(between) is not None)

    def _ends_in_colon(self, at: int) -> bool:
        return self.text[max(0, at - 40) : at].rstrip(' \t\r\n*_#>"“«').endswith(":")

    def _own_container(self, mark: Mark) -> Placed:
        placed = Placed(mark, self.series, container=True)
        self.placed.append(placed)
        return placed

    def _unit(self, place: int, mark: Mark) -> None:
        if self.last is None:
            self._accept(mark)
            return
        opener = next((m for m in self.pending if m.word.kind in SERIES_KINDS), None)
        ordinal = self.last.mark.bare and self.last.mark.word is self.structure.UNITS[0]
        if ordinal and not mark.bare and opener is None and self._amends(mark)[0]:
            self.last.quoted.append(Placed(mark, self.series))
            return
        if (opener is None or not mark.bare) and self._is_quoted(place, mark):
            self.pending = [m for m in self.pending if m.word.kind in SERIES_KINDS]
            self.last.quoted.append(Placed(mark, self.series))
            return
        key, last = mark.key, self.last.mark.key
        if opener is None and self.pending and any(self._transitional(m) for m in self.pending):
            opener = next(m for m in self.pending if self._transitional(m))
        if key > last:
            if opener is not None and opener.word.kind == "annex" and key == (1,):
                self._restart(mark, opener)
            elif key[:-1] == last and key[-1] >= _LETTER and (self.parted or self._bodyless(mark)):
                self.parted = True  # A and B of a section that has no words of its own are its parts
            elif follows(last, key):
                self._accept(mark)
            elif self._comes_later(place, last):
                if mark.strong and mark.key not in self.used and not self._comes_back(place, mark):
                    self._accept(mark)
            elif mark.strong or self._carries_on(place, mark) or self._stands_alone(mark):
                self._accept(mark)
            return
        if opener is not None and (key[0] <= _LOW or opener.word.kind == "annex"):
            self._restart(mark, opener)
        elif key == last:
            self._repeated(mark)
        elif mark.strong and key == (1,) and self._goes_on(place, mark):
            self._restart(mark, None)
        elif key in self.used:
            if mark.strong and key[0] <= _LOW and last[0] >= _FAR and mark.style == self.last.mark.style:
                self._restart(mark, None)
            else:
                self._repeated(mark)
        elif mark.strong and mark.level == self.last.mark.level and mark.word == self.last.mark.word:
            self.problems.append(
                Problem(
                    "order",
                    f"{mark.number.text if mark.number else ''} stands after "
                    f"{self.last.mark.number.text if self.last.mark.number else ''}",
                    mark.start,
                )
            )
            self._accept(mark)

    def _stands_alone(self, mark: Mark) -> bool:
        """Return whether a number opens a paragraph with a sentence, after a sentence, as in an excerpt."""
        before = self.text[max(0, mark.start - 200) : mark.start]
        words = self.text[mark.end : mark.line_end].lstrip(' \t*_([“"').lstrip("0123456789)")
        ended = before.rstrip()[-1:] in (".", "]", ")", "”", '"')
        return (
            mark.bare and "\n\n" in before[len(before.rstrip()) :] and ended and words.lstrip()[:1].isupper()
        )

    def _bodyless(self, mark: Mark) -> bool:
        assert self.last is not None
        words = self.text[self.last.mark.end : mark.start].strip()
        return "\n" not in words and not self.structure.SENTENCE.search(words) and len(words) <= _TITLE

    def _transitional(self, mark: Mark) -> bool:
        return bool(self.structure.TRANSITIONAL.search(self.text[mark.start : mark.line_end + 160]))

    def _accept(self, mark: Mark) -> None:
        for container in self.pending:
            # an annex, or a heading of final provisions, after which the law goes on is part of its text
            alone = container.word is FINAL and container.line_end != mark.start
            if container.word.kind != "annex" and not alone:
                self._own_container(container)
        self.pending = []
        self.last = Placed(mark, self.series)
        self.parted = False
        self.used.add(mark.key)
        self.placed.append(self.last)

    def _restart(self, mark: Mark, opener: Mark | None) -> None:
        before = []
        if opener is not None:
            at = self.pending.index(opener)
            before, self.pending = self.pending[:at], self.pending[at + 1 :]
        for container in before:
            self._own_container(container)
        title = next((placed for placed in self.placed if placed.preliminary), None)
        if self.opened == 0 and opener is None and title is not None:
            for placed in self.placed:
                placed.series = 1
            self.opened, self.openings[1] = 1, title
            self.used = set()
            self._accept(mark)
            return
        self.opened += 1
        self.series = self.opened
        self.openings[self.series] = self._own_container(opener) if opener is not None else None
        self.used = set()
        self._accept(mark)

    def _repeated(self, mark: Mark) -> None:
        text = mark.number.text if mark.number else ""
        self.problems.append(Problem("repeated", f"{text} stands here again", mark.start))

    def _carries_on(self, place: int, mark: Mark) -> bool:
        """Return whether the very next number follows a number that has left some out."""
        following = next((m for m in self.marks[place + 1 : place + 40] if _is_unit(m, self.structure)), None)
        return following is not None and follows(mark.key, following.key)

    def _goes_on(self, place: int, mark: Mark) -> bool:
        """Return whether a series that seems to begin again goes on, or at least is not a single mention."""
        following = next((m for m in self.marks[place + 1 : place + 40] if _is_unit(m, self.structure)), None)
        return following is None or following.key >= mark.key

    def _counts_up(self, place: int, mark: Mark) -> bool:
        """Return whether 2 and 3 follow a 1: a text of its own and not a quoted article."""
        following = [m.key for m in self.marks[place + 1 : place + 40] if m.word == mark.word][:2]
        return following == [(2,), (3,)]

    def _window(self, place: int) -> int:
        """Return where the present series ends at the latest: where a number 1 comes."""
        at = bisect_right(self.fresh, place)
        return self.fresh[at] if at < len(self.fresh) else len(self.marks)

    def _later(self, place: int, mark: Mark, key: Key) -> list[Mark]:
        places = self.positions.get((mark.word.eid, key), [])
        at = bisect_right(places, place)
        end = self._window(place)
        return [self.marks[p] for p in places[at : at + 8] if p < end]

    def _comes_later(self, place: int, last: Key) -> bool:
        """Return whether a heading with the number that should come now comes later on."""
        assert self.last is not None
        successor = (*last[:-1], last[-1] + 1)
        return any(
            m.strong and m.level == self.last.mark.level
            for m in self._later(place, self.last.mark, successor)
        )

    def _comes_back(self, place: int, mark: Mark) -> bool:
        return any(m.strong for m in self._later(place, mark, mark.key))

    def _amends(self, mark: Mark) -> tuple[bool, frozenset[Key]]:
        """Return whether the present article amends, and the numbers that it announces."""
        assert self.last is not None
        start = self.last.mark.end
        if self._announced[0] != start:
            first = self.last.quoted[0].mark.start if self.last.quoted else mark.start
            words = self.text[start : min(first, start + _ANNOUNCEMENT)]
            amends = any(
                cue.operation in _QUOTING and cue.pattern.search(words) for cue in self.structure.AMENDING
            )
            targets = frozenset(
                cited.number.key
                for group in (groups(words, 0, len(words), self.structure) if amends else ())
                for cited in group.cited
            )
            self._announced = (start, amends, targets, first)
        return self._announced[1], self._announced[2]

    def _is_quoted(self, place: int, mark: Mark) -> bool:
        assert self.last is not None
        own = self.last.mark
        successor = follows(own.key, mark.key)
        same = mark.style == own.style and mark.opened == own.opened
        again = self._later(place, mark, mark.key) if successor else []
        if successor and same and not any(m.style == own.style for m in again):
            return False
        amends, targets = self._amends(mark)
        if not amends:
            return mark.opened and not own.opened and not successor
        if mark.opened and not own.opened:
            return True
        if mark.key in targets and not successor:
            return True
        if mark.key == (1,) and mark.strong and self._counts_up(place, mark):
            return False
        if successor:
            if any(m.strong and m.style == own.style for m in again):
                return True
            if same or mark.level == own.level:
                return False
            return own.level != "" and self._own_style_later(place, own)
        if mark.key > own.key and same:
            return self._comes_later(place, own.key)
        return True

    def _own_style_later(self, place: int, own: Mark) -> bool:
        end = self._window(place)
        return any(
            m.style == own.style and m.key > own.key and m.word == own.word
            for m in self.marks[place + 1 : min(end, place + 40)]
            if _is_unit(m, self.structure)
        )


def _run(keys: set[Key]) -> int:
    """Return how far the numbers count up from the lowest without a large gap."""
    mains = sorted({k[0] for k in keys})
    run = 0
    for before, after in zip([mains[0] - 1, *mains], mains, strict=False):
        if after - before > 25:
            break
        run += 1
    return run
