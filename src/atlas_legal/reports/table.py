"""The gap matrix for a terminal: signs and words, not colour alone; readable from 60 columns up."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from atlas_legal.model.finding import Evidence, Finding, LawRead, Matrix, StandardVerdict, Status
from atlas_legal.reports import words
from atlas_legal.reports.display import one_line

STYLES: dict[Status, str] = {
    "met": "green",
    "partial": "yellow",
    "gap": "red",
    "conflict": "bold red",
    "review": "cyan",
    "not_applicable": "dim",
}
_CONFORMS_STYLES = {"yes": "green", "no": "bold red", "not_applicable": "dim", "review": "cyan"}
_STATUS_WIDTH = 12
_QUOTE = 150
"""Characters of a quote that are shown."""


class MatrixTable:
    """A matrix that rich can print.

    All text of laws goes through :func:`one_line` and stands in ``Text``, so neither terminal codes nor
    rich's own markup in a law can act.
    """

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the parts from the title to the assumptions."""
        matrix = self.matrix
        yield Text(one_line(words.title(matrix)), style="bold")
        yield Text(f"{len(matrix.findings)} requirements: {words.counts(matrix)}")
        if matrix.standards:
            yield Rule("Standards", align="left")
            yield _grid(_standard_cells(standard, matrix.laws) for standard in matrix.standards)
        for name, findings in words.groups(matrix.findings):
            yield Rule(Text(name), align="left")
            yield _grid(_finding_cells(finding, matrix.laws) for finding in findings)
        yield Rule("What the words mean", align="left")
        yield _grid((_status(status), Text(meaning)) for status, meaning in words.MEANINGS.items())
        yield from _sources(matrix)


def print_matrix(matrix: Matrix, console: Console) -> None:
    """Print the matrix on a console."""
    console.print(MatrixTable(matrix))


def _grid(rows: Iterable[tuple[Text, Text]]) -> Table:
    """Return rows of a status and what belongs to it."""
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=_STATUS_WIDTH)
    grid.add_column(ratio=1, overflow="fold")  # Thai has no spaces: fold, do not cut
    for row in rows:
        grid.add_row(*row)
    return grid


def _status(status: Status) -> Text:
    """Return a status as sign and word; "not applicable" is shortened to fit."""
    word = "n/a" if status == "not_applicable" else words.STATUS_WORDS[status]
    return Text(f"{words.SIGNS[status]} {word}", style=STYLES[status])


def _finding_cells(finding: Finding, laws: tuple[LawRead, ...]) -> tuple[Text, Text]:
    """Return a finding's row: what is asked, what the law says where, and why where it is not met."""
    text = Text()
    text.append(finding.requirement, style="bold")
    text.append(f" {one_line(finding.title)}")
    if finding.values:
        text.append(f" [{words.values(finding)}]", style="bold")
    for piece in finding.evidence[:1] if finding.status == "met" else finding.evidence[:2]:
        _add_evidence(text, piece, laws)
    if finding.status != "met" and finding.reason:
        text.append(f"\n{one_line(finding.reason)}", style="italic")
    return _status(finding.status), text


def _standard_cells(standard: StandardVerdict, laws: tuple[LawRead, ...]) -> tuple[Text, Text]:
    """Return a standard's row."""
    word = "n/a" if standard.conforms == "not_applicable" else standard.conforms
    status = Text(
        f"{words.CONFORMS_SIGNS[standard.conforms]} {word}", style=_CONFORMS_STYLES[standard.conforms]
    )
    text = Text(standard.title or words.heading(standard.id))
    text.stylize("bold")
    if standard.age is not None:
        text.append(f" [age {standard.age}]")
    text.append(f"\n{one_line(standard.reason)}", style="italic")
    for piece in standard.evidence[:1]:
        text.append(f"\n{words.cited(piece, laws)}")
    return status, text


def _add_evidence(text: Text, piece: Evidence, laws: tuple[LawRead, ...]) -> None:
    """Append a citation and its quote."""
    text.append(f"\n{words.cited(piece, laws)}: ")
    text.append(f"“{one_line(piece.quote, _QUOTE)}”", style="dim")


def _sources(matrix: Matrix) -> RenderResult:
    """Yield what the matrix rests on: laws read, missing and skipped, and what was assumed."""
    used = [law for law in matrix.laws if law.used]
    unused = [law for law in matrix.laws if not law.used]
    parts: list[tuple[str, list[str]]] = [
        (f"Laws read: {len(used)}", [_law_line(law) for law in used]),
        (f"Read but not used: {len(unused)}", [f"{_law_line(law)}: {law.note}" for law in unused]),
        (f"Missing: {len(matrix.missing)}", list(matrix.missing)),
        (f"Skipped: {len(matrix.skipped)}", [f"{s.file}: {s.why}" for s in matrix.skipped]),
        ("Assumptions", list(matrix.assumptions)),
    ]
    for name, lines in parts:
        if lines:
            yield Rule(Text(name), align="left")
            for line in lines:
                yield Padding(Text(f"· {one_line(line)}"), (0, 0, 0, 1))
    yield Text(f"{one_line(matrix.software)}, standards {matrix.standards_sha256[:12]}", style="dim")


def _law_line(law: LawRead) -> str:
    """Return a law as one line of the list of sources."""
    return f"{law.short or law.title} ({law.file}, {law.language}, {law.provisions} provisions)"
