"""A parsed law as data and as a tree."""

import io
import json

import pytest
from rich.console import Console

from atlas_legal.parsing import parse_text
from atlas_legal.reports.json import dump
from atlas_legal.reports.law import law_data, law_tree

TEXT = (
    "LEY DE \x1b[31mEJEMPLO\n\nCAPÍTULO I\nDEL TRABAJO\n\n"
    "Artículo 1.- Las reglas [bold]son[/bold] estas:\na) la primera;\nb) la segunda.\n\n"
    "Artículo 2.- Derogado.\n\nArtículo 4.- Esta ley rige desde hoy.\n"
)
LAW = parse_text(TEXT, language="es", name="ley.txt")


def test_data_has_the_pinned_keys_in_document_order() -> None:
    data = json.loads(dump(law_data(LAW)))
    assert data["schema"] == "atlas-legal/law/1"
    assert {"law", "provisions", "references", "definitions", "amendments"} <= set(data)
    provisions = data["provisions"]
    assert all(
        {"eid", "kind", "num", "heading", "start", "end", "status", "parent"} <= set(p) for p in provisions
    )
    assert [p["start"] for p in provisions] == sorted(p["start"] for p in provisions)
    assert [(p["eid"], p["parent"], p["status"]) for p in provisions] == [
        ("chp_1", None, "in_force"),
        ("art_1", "chp_1", "in_force"),
        ("art_1__point_a", "art_1", "in_force"),
        ("art_1__point_b", "art_1", "in_force"),
        ("art_2", "chp_1", "repealed"),
        ("art_4", "chp_1", "in_force"),
    ]
    assert data["anomalies"][0]["line"] == 12


@pytest.mark.parametrize("width", [30, 60, 120])
def test_the_tree_fits_and_nothing_in_the_law_acts(width: int) -> None:
    page = io.StringIO()
    Console(file=page, width=width, highlight=False).print(law_tree(LAW))
    shown = page.getvalue()
    assert all(len(line) <= width for line in shown.splitlines())
    assert "\x1b" not in shown
    assert "[bold]" in shown
    assert "[repealed]" in shown
    assert "ley.txt:12:" in shown.replace("\n", "")
