"""``atlas-legal matrix``, ``explain`` and ``parse`` on the demo country: what a newcomer sees."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

STANDARDS = [
    "minimum_age_for_work",
    "minimum_age_for_hazardous_work",
    "hazardous_work_prohibited_for_children",
    "prohibition_of_forced_labor",
    "prohibition_of_child_trafficking",
    "prohibition_of_commercial_sexual_exploitation",
    "prohibition_of_using_children_in_illicit_activities",
    "minimum_age_state_military_compulsory",
    "minimum_age_state_military_voluntary",
    "prohibition_of_military_recruitment_by_non_state_groups",
    "compulsory_education_age",
    "free_public_education",
]


def test_the_demo_matrix_needs_no_argument(atlas: Callable) -> None:
    run = atlas("matrix")
    assert run.status == 0
    assert run.err == ""
    assert "C138.2-3" in run.out
    assert "Laws read" in run.out


def test_quotes_are_the_text_of_the_file_between_their_offsets(atlas: Callable) -> None:
    from atlas_legal.locations import shipped

    data = atlas("matrix", "--format", "json").json()
    files = {law["id"]: law["file"] for law in data["laws"]}
    texts = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8-sig")
        for folder in (shipped("country_laws") / "XDM" / "laws", shipped("country_laws") / "XDM")
        for path in folder.rglob("*")
        if path.suffix in (".md", ".txt")
    }
    pieces = [piece for finding in data["findings"] for piece in finding["evidence"]]
    assert pieces
    for piece in pieces:
        assert piece["file"] == files[piece["law"]]
        assert texts[piece["file"]][piece["start"] : piece["end"]] == piece["quote"]


@pytest.mark.parametrize("profile", ["core", "usdol-findings", "ilo-fundamental", "palermo"])
def test_the_data_have_the_pinned_form(atlas: Callable, profile: str) -> None:
    schema = json.loads(
        (Path(__file__).parent.parent / "reports" / "gap-matrix.schema.json").read_text("utf-8")
    )
    data = atlas("matrix", "--profile", profile, "--format", "json").json()
    Draft202012Validator(schema).validate(data)
    laws = {law["id"] for law in data["laws"]}
    for finding in (*data["findings"], *data.get("standards", ())):
        assert [piece["rank"] for piece in finding["evidence"]] == list(
            range(1, len(finding["evidence"]) + 1)
        )
        assert {piece["law"] for piece in finding["evidence"]} <= laws


def test_the_published_standards_are_exactly_the_twelve(atlas: Callable) -> None:
    data = atlas("matrix", "--profile", "usdol-findings", "--format", "json").json()
    assert [standard["id"] for standard in data["standards"]] == STANDARDS
    assert "standards" not in atlas("matrix", "--format", "json").json()


def test_the_same_run_gives_the_same_bytes(atlas: Callable) -> None:
    assert atlas("matrix", "--format", "json").out == atlas("matrix", "XDM", "--format", "json").out


def test_csv_and_markdown_hold_every_requirement(atlas: Callable) -> None:
    wanted = {finding["requirement"] for finding in atlas("matrix", "--format", "json").json()["findings"]}
    rows = list(csv.DictReader(io.StringIO(atlas("matrix", "--format", "csv").out, newline="")))
    assert {row["requirement"] for row in rows} == wanted
    page = atlas("matrix", "--format", "md").out.replace("\\", "")
    assert all(requirement in page for requirement in wanted)


def test_fail_on_names_the_statuses_that_fail(atlas: Callable) -> None:
    data = atlas("matrix", "--format", "json").json()
    there = {finding["status"] for finding in data["findings"]}
    present, absent = sorted(there)[0], sorted({"met", "gap", "conflict", "not_applicable", "review"} - there)
    assert atlas("matrix", "--fail-on", present).status == 1
    assert atlas("matrix", "--fail-on", f"{present},met").status == 1
    for status in absent[:1]:
        assert atlas("matrix", "--fail-on", status).status == 0


@pytest.mark.parametrize(("name", "begin"), [("m.json", "{"), ("m.csv", "country,"), ("m.md", "# ")])
def test_the_output_file_is_written_whole_in_the_format_of_its_name(
    atlas: Callable, tmp_path: Path, name: str, begin: str
) -> None:
    run = atlas("matrix", "-o", tmp_path / name)
    assert (run.status, run.out) == (0, "")
    assert (tmp_path / name).read_text("utf-8").startswith(begin)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 200])
def test_no_terminal_is_overrun(atlas: Callable, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", str(columns))
    out = atlas("matrix", "--profile", "usdol-findings").out
    widest = max(cell_len(line) for line in out.split("\n"))
    assert widest <= max(columns, 60)
    assert not [line for line in out.split("\n") if line.endswith(" ")]
    assert "\x1b" not in out


def test_explain_without_laws_is_the_handbook_page(atlas: Callable) -> None:
    run = atlas("explain", "c138.2-3")
    assert run.status == 0
    for words in ("C138.2-3", "What is looked for", "Examples", "Ways to close a gap"):
        assert words in run.out
    assert "Leaf by leaf" not in run.out


def test_explain_with_laws_shows_the_leaves_and_the_text(atlas: Callable) -> None:
    run = atlas("explain", "C138.2-3", "--country", "XDM")
    assert run.status == 0
    for words in ("What is looked for", "Verdict: ", "Leaf by leaf", "Evidence, best first"):
        assert words in run.out


def test_explain_says_the_same_as_the_matrix(atlas: Callable) -> None:
    data = atlas("matrix", "--format", "json").json()
    finding = next(f for f in data["findings"] if f["requirement"] == "C138.2-3")
    out = " ".join(atlas("explain", "C138.2-3", "--country", "XDM").out.split())
    assert f"{finding['status'].replace('_', ' ')} (confidence {finding['confidence']:.2f})" in out
    for piece in finding["evidence"]:
        assert f"{piece['start']}–{piece['end']}" in out


def test_explain_shows_a_standard_with_what_is_behind_it(atlas: Callable) -> None:
    page = atlas("explain", "free_public_education").out
    assert "The first rule that holds gives the verdict" in page
    assert "Leaf by leaf" not in page
    assert "Leaf by leaf" in atlas("explain", "free_public_education", "--country", "XDM").out


@pytest.mark.parametrize(("language", "word"), [("es", "Qué se busca"), ("th", "สิ่งที่ค้นหา")])
def test_titles_and_headings_follow_the_language(atlas: Callable, language: str, word: str) -> None:
    assert word in atlas("explain", "C138.2-3", "--lang", language).out
    plain = atlas("matrix", "--format", "json").json()
    other = atlas("matrix", "--format", "json", "--lang", language).json()
    assert [f["status"] for f in plain["findings"]] == [f["status"] for f in other["findings"]]
    assert not {f["title"] for f in plain["findings"]} & {f["title"] for f in other["findings"]}
    plain, other = (
        atlas("matrix", "--profile", "usdol-findings", "--format", "json", "--lang", spoken).json()[
            "standards"
        ]
        for spoken in ("en", language)
    )
    assert [s["conforms"] for s in plain] == [s["conforms"] for s in other]
    assert not {s["reason"] for s in plain} & {s["reason"] for s in other}


def test_parse_prints_a_tree_or_data_for_one_file_or_several(atlas: Callable, tmp_path: Path) -> None:
    act = tmp_path / "act.txt"
    act.write_text("Labour Act, 2001\n\nSection 1. Age\nNo child under fifteen shall work.\n", "utf-8")
    assert "sec_1" in atlas("parse", act).out
    one = atlas("parse", act, "--format", "json").json()
    assert one["schema"] == "atlas-legal/law/1"
    assert [provision["eid"] for provision in one["provisions"]][-1] == "sec_1"
    two = json.loads(atlas("parse", act, act, "--format", "json").out)
    assert [law["schema"] for law in two] == ["atlas-legal/law/1"] * 2
