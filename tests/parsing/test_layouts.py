"""Layouts of drafting traditions: each text in ``layouts.yaml`` gives exactly the ids beside it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas_legal.parsing import parse_text

LAYOUTS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("layouts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout["name"])
def test_layout(layout: dict[str, Any]) -> None:
    law = parse_text(layout["text"], language=layout["language"])
    assert [p.eid for p in law.walk()] == layout["eids"]
    gone = [p.eid for p in law.walk() if p.status == "repealed"]
    assert gone == layout.get("repealed", [])
    headings = layout.get("headings", {})
    assert {p.eid: p.heading for p in law.walk() if p.eid in headings} == headings


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout["name"])
def test_layout_with_other_line_ends(layout: dict[str, Any]) -> None:
    law = parse_text(layout["text"].replace("\n", "\r\n"), language=layout["language"])
    assert [p.eid for p in law.walk()] == layout["eids"]
