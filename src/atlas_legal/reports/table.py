"""The gap matrix for a terminal: signs and words, not colour alone; readable from 60 columns up."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from atlas_legal.model.finding import Conforms, Evidence, Finding, LawRead, Matrix, StandardVerdict, Status
from atlas_legal.reports.display import one_line
from atlas_legal.reports.prose import Prose
from atlas_legal.reports.words import MEANINGS, SIGNS, Words, areas, counts, quoted, sentence, telling

STYLES: Final[dict[Status, str]] = {
    "met": "green",
    "partial": "yellow",
    "gap": "red",
    "conflict": "bold red",
    "review": "cyan",
    "not_applicable": "dim",
}
CONFORMS_STYLES: Final[dict[Conforms, str]] = {
    "yes": "green",
    "no": "bold red",
    "not_applicable": "dim",
    "review": "cyan",
}
_WIDE: Final = 110
"""Columns from which the evidence has a column of its own."""
_NARROW: Final = 70
"""Columns up to which the counts stand closer together."""
_QUOTE: Final = 160
"""Characters of a quote that are shown."""


class MatrixTable:
    """A matrix that rich can print, in the matrix's language.

    All text of laws goes through :func:`one_line` and stands in ``Text``, so neither terminal codes nor
    rich's own markup in a law can act.
    """

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.say = Words(matrix.language)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the parts from the title to the assumptions."""
        matrix, say = self.matrix, self.say
        wide = options.max_width >= _WIDE
        yield Prose(one_line(say.title(matrix)), style="bold")
        yield Prose(one_line(say.scope(matrix)), style="dim")
        yield ""
        yield self._counts(options.max_width)
        yield ""
        if matrix.standards:
            yield part(say("Standards"))
            yield self._rows((self._standard(standard) for standard in matrix.standards), wide)
        for name, findings in say.groups(matrix.findings):
            yield part(name)
            yield self._rows((self._finding(finding) for finding in findings), wide)
        yield part(say("What the words mean"))
        yield self._grid(
            (Text(say.status(status), style=STYLES[status]), Prose(say(meaning)))
            for status, meaning in MEANINGS.items()
        )
        yield from self._sources()

    def _counts(self, width: int) -> Table:
        """Return how many findings of each area have each status."""
        table = Table(box=None, padding=(0, 2 if width > _NARROW else 1, 0, 0), pad_edge=False)
        table.add_column("", no_wrap=True)
        for status, sign in SIGNS.items():
            head = Text(f"{sign}\n{self.say.name(status)}", style=STYLES[status])
            table.add_column(head, justify="right")
        rows = areas(self.matrix.findings)
        for area, numbers in rows.items():
            table.add_row(self.say.heading(area), *(str(n or "·") for n in numbers.values()))
        if len(rows) > 1:
            numbers = counts(self.matrix.findings)
            table.add_row(self.say("All"), *(str(n) for n in numbers.values()), style="bold")
        return table

    def _rows(self, rows: "Iterable[_Row]", wide: bool) -> Table:
        """Return rows of a verdict and what belongs to it, the evidence beside it or below."""
        if not wide:
            return self._grid((verdict, Group(about, *evidence, "")) for verdict, about, evidence in rows)
        return self._grid(
            (verdict, Group(about, ""), Group(*evidence, "")) for verdict, about, evidence in rows
        )

    def _grid(self, rows: Iterable[tuple[RenderableType, ...]]) -> Table:
        """Return rows whose first cell is a verdict, of the same width in every part."""
        kept = list(rows)
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=max(cell_len(self.say.status(status)) for status in SIGNS), no_wrap=True)
        for _ in kept[0][1:] if kept else ():
            grid.add_column(ratio=1)
        for row in kept:
            grid.add_row(*row)
        return grid

    def _finding(self, finding: Finding) -> "_Row":
        """Return a finding's row: the verdict, what is asked and why it is so, what the law says where."""
        about = Prose()
        about.append(one_line(finding.title), style="bold")
        about.append(f"  {finding.requirement}", style="dim")
        if finding.values:
            about.append(f"  [{_together(self.say.values(finding))}]", style="bold")
        if finding.reason:
            about.append(f"\n{self.say.because(finding)}")
        return (
            Text(self.say.status(finding.status), style=STYLES[finding.status]),
            about,
            [self._evidence(piece) for piece in telling(finding)],
        )

    def _standard(self, standard: StandardVerdict) -> "_Row":
        """Return a standard's row."""
        about = Prose()
        about.append(standard.title or standard.id, style="bold")
        if standard.age is not None:
            about.append(f"  [{_together(self.say('age {years}', years=standard.age))}]", style="bold")
        if standard.reason:
            about.append(f"\n{sentence(standard.reason)}")
        return (
            Text(self.say.conforms(standard.conforms), style=CONFORMS_STYLES[standard.conforms]),
            about,
            [Prose(f"§ {self.say.cited(piece, self.matrix.laws)}") for piece in standard.evidence[:1]],
        )

    def _evidence(self, piece: Evidence) -> RenderableType:
        """Return a citation and its quote."""
        cited = Prose(f"§ {self.say.cited(piece, self.matrix.laws)}")
        return Group(cited, Padding(Prose(quoted(piece, _QUOTE), style="dim"), (0, 0, 0, 2)))

    def _sources(self) -> Iterator[RenderableType]:
        """Yield what the matrix rests on: laws read, missing and skipped, and what was assumed."""
        matrix, say = self.matrix, self.say
        cited = {piece.law for finding in matrix.findings for piece in finding.evidence}
        used = [law for law in matrix.laws if law.used]
        parts: tuple[tuple[str, list[str]], ...] = (
            ("Laws cited", [self._law(law) for law in used if law.id in cited]),
            ("Laws read, not cited", [self._law(law) for law in used if law.id not in cited]),
            ("Laws read, not used", [self._law(law) for law in matrix.laws if not law.used]),
            ("Missing laws", list(matrix.missing)),
            ("Skipped files", [f"{skipped.file}: {skipped.why}" for skipped in matrix.skipped]),
            ("Assumptions", list(matrix.assumptions)),
        )
        for name, lines in parts:
            if lines:
                yield ""
                yield part(f"{say(name)}: {len(lines)}")
                yield from map(point, lines)
        yield ""
        yield Prose(f"{one_line(matrix.software)}, standards {matrix.standards_sha256[:12]}", style="dim")

    def _law(self, law: LawRead) -> str:
        """Return a law as one line of the list of sources."""
        size = self.say("{n} provisions", n=law.provisions)
        note = f": {law.note}" if law.note else ""
        return f"{law.short or law.title} ({law.file}, {law.language}, {size}){note}"


_Row = tuple[Text, Text, list[RenderableType]]
"""A verdict, what it is about, and the evidence for it."""


def _together(text: str) -> str:
    """Return words that stay on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def part(name: str) -> Rule:
    """Return the line that opens a part of a report."""
    return Rule(Text(one_line(name)), align="left", style="dim")


def point(line: str) -> Padding:
    """Return a line of a list, the lines that follow its first one indented."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column()
    grid.add_column(ratio=1)
    grid.add_row("·", Prose(one_line(line)))
    return Padding(grid, (0, 0, 0, 1))
