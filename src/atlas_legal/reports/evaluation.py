"""An evaluation as a table for the terminal and as JSON: the pinned format ``atlas-legal/evaluation/1``."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import JsonValue

from atlas_legal.reports.json import dump

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.table import Table

    from atlas_legal.analysis.evaluation import Evaluation, Figure

SCHEMA = "atlas-legal/evaluation/1"

_SHOWN_MISSES = 40


def evaluation_json(evaluation: "Evaluation") -> str:
    """Return every figure, baseline and miss as JSON text with a final newline."""
    data: dict[str, JsonValue] = {"schema": SCHEMA, **evaluation.model_dump(mode="json")}
    return dump(data)


class EvaluationTable:
    """The figures of an evaluation as tables; rich prints it."""

    def __init__(self, evaluation: "Evaluation") -> None:
        self._evaluation = evaluation

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Yield the figures, those by country and standard, the baselines and the misses."""
        from rich.markup import escape
        from rich.table import Table
        from rich.text import Text

        result = self._evaluation
        yield _table(
            f"{result.cases} cases",
            {
                "all": result.figures,
                "standards": result.standards_figures,
                "requirements": result.requirements_figures,
            },
            counts=True,
        )
        if len(result.per_country) > 1:
            yield _table("By country", result.per_country)
        if len(result.per_language) > 1:
            yield _table("By language", result.per_language)
        standards = Table(title="By standard", title_justify="left")
        names = ("recall_at_1", "recall_at_3", "agreement", "age_exact", "ablated_false_met")
        standards.add_column("standard")
        for name in names:
            standards.add_column(name.replace("_", " "), justify="right")
        for standard, figures in result.per_standard.items():
            standards.add_row(escape(standard), *(_shown(figures[name]) for name in names))
        yield standards
        yield _table("Baselines", result.baselines)
        yield _table("Baselines on the standards", result.standards_baselines)
        if any(figure.denominator for figure in result.structure.values()):
            yield _table("Structure of laws", {"all": result.structure}, counts=True)
        for miss in result.misses[:_SHOWN_MISSES]:
            age = f", age {miss.age_found} for {miss.age}" if miss.age is not None else ""
            yield Text(
                f"{miss.country} {miss.case}: {', '.join(miss.wrong)}; said {miss.verdict}, "
                f"label {miss.label}{age}; cites {', '.join(miss.evidence) or 'nothing'}"
                + (f"; without its pinpoints still {', '.join(miss.still_cites)}" if miss.still_cites else "")
                + (f"; with age {'; '.join(miss.changed_ages)}" if miss.changed_ages else "")
            )
        if len(result.misses) > _SHOWN_MISSES:
            yield Text(f"and {len(result.misses) - _SHOWN_MISSES} more; --format json lists them all")
        lists = (
            ("Structure", result.structure_misses),
            ("Said met from laws of no relevance", result.distractors),
            ("Labelled, not in the library", result.not_in_library),
            ("Pinpoints that no law read has", result.not_found),
            ("Notes", result.notes),
        )
        for heading, items in lists:
            if items:
                yield Text(f"{heading}: {'; '.join(items)}")


def _table(title: str, columns: Mapping[str, Mapping[str, "Figure"]], *, counts: bool = False) -> "Table":
    """Return figures as rows, one column for each set of them."""
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    table.add_column("figure")
    for name in columns:
        table.add_column(name, justify="right")
    rows = dict.fromkeys(row for figures in columns.values() for row in figures)
    for row in rows:
        table.add_row(row.replace("_", " "), *(_shown(f.get(row), counts) for f in columns.values()))
    return table


def _shown(figure: "Figure | None", counts: bool = False) -> str:
    """Return a figure as it is printed, with its counts where asked; a dash where there was no case."""
    if figure is None or figure.value is None:
        return "–"
    return f"{figure.value:.3f}" + (f"  {figure.numerator:g}/{figure.denominator:g}" if counts else "")
