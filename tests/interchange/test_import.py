"""A table that a lawyer wrote becomes a skeleton; what is wrong is said by row and column; cells are data."""

import csv
import io
import re
import subprocess
import sys
import unicodedata
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas_legal.interchange.skeleton import EXAMPLES, Draft, Skeleton, read_skeleton
from atlas_legal.interchange.spreadsheet import MAX_ROWS, SHOWN, TableError, letters
from atlas_legal.interchange.table import COLUMNS, standards_csv
from atlas_legal.model.errors import AtlasError, ReadError, UsageError
from atlas_legal.reports.display import one_line
from atlas_legal.standards import load_library, validate
from atlas_legal.yaml_positions import Plain, parse_yaml

HEADER = ("article", "Title (en)", "title_es", "pillar", "area", "severity", "example_en_met", "note")
ROW = ("4(1)", "No night work", "Sin trabajo nocturno", "legislation", "Child labour", "high", "", "")


def table(*rows: tuple[str, ...], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


def imported(folder: Path, data: bytes, name: str = "table.csv", instrument: str | None = "OURS") -> Skeleton:
    (folder / name).write_bytes(data)
    return read_skeleton(folder / name, instrument)


def data_of(skeleton: Skeleton) -> Any:
    return parse_yaml(skeleton.text.encode(), "skeleton.yaml").data


def requirement(skeleton: Skeleton, number: int = 0) -> dict[str, Plain]:
    found: dict[str, Plain] = data_of(skeleton)["requirements"][number]
    return found


# What comes out -------------------------------------------------------------------------------------------


def test_a_row_becomes_a_requirement(tmp_path: Path) -> None:
    made = imported(tmp_path, table(HEADER, ROW))
    assert data_of(made)["instrument"]["id"] == "OURS"
    assert data_of(made)["articles"] == {"4(1)": {"encoded": ["OURS.4-1"]}}
    assert requirement(made) == {
        "id": "OURS.4-1",
        "article": "4(1)",
        "title": {"en": "No night work", "es": "Sin trabajo nocturno"},
        "pillar": "legislation",
        "area": "child_labour",
        "severity": "high",
        "verified": "false",
    }


def test_what_is_missing_is_marked_and_missed_by_the_validator(tmp_path: Path) -> None:
    made = imported(tmp_path, table(HEADER, ROW))
    marked = [line.split("TODO ")[1].split()[0] for line in made.text.split("\n") if "# TODO" in line]
    assert {"title:", "summary:", "criterion:", "domain:", "examples:", "sources:"} <= set(marked)
    assert made.marks == len(marked)
    file = tmp_path / "OURS.yaml"
    file.write_text(made.text, "utf-8")
    missed = {problem.message for problem in validate([file])}
    for key in ("title", "adopted", "criterion", "domain", "summary"):
        assert f'the key "{key}" is missing' in missed


def test_a_table_that_says_all_leaves_only_what_no_table_can_say(tmp_path: Path) -> None:
    """What export writes, import reads: the shared keys of every requirement that ships come back."""
    library = load_library()
    everything = frozenset(requirement.id for requirement in library.requirements())
    file = tmp_path / "all.csv"
    file.write_text(standards_csv(library, everything), "utf-8", newline="")
    for instrument in library.instruments:
        made = data_of(read_skeleton(file, instrument.instrument.id))["requirements"]
        for ours, back in zip(instrument.requirements, made, strict=True):
            plain = ours.model_dump(mode="json", exclude_none=True)
            for key in ("id", "article", "pillar", "area", "severity", "domain", "related"):
                assert back.get(key, []) == plain[key], (ours.id, key)
            for key in ("functions", "indicators"):
                assert back.get(key, []) == list(getattr(ours, key)), (ours.id, key)
            for key in ("title", "summary"):
                assert back[key] == {k: v for k, v in plain[key].items() if v}, (ours.id, key)
            options = [{k: v for k, v in option.items() if v} for option in plain["drafting"]]
            assert back.get("drafting", []) == options, ours.id
            assert back["binding"] == str(ours.binding).lower()


def test_examples_and_notes_are_taken(tmp_path: Path) -> None:
    header = ("id", "title", "example_en_met", "Example (es) gap", "note", "drafting", "drafting_es")
    row = (
        "OURS.4-1",
        "T",
        "Section 9. No child shall work.",
        "Artículo 2. Nada.",
        "ask Ana",
        "a | b",
        "c\nd",
    )
    made = imported(tmp_path, table(header, row))
    assert requirement(made)["examples"] == [
        {"lang": "en", "status": "met", "text": "Section 9. No child shall work."},
        {"lang": "es", "status": "gap", "text": "Artículo 2. Nada."},
    ]
    assert "# note: ask Ana\n" in made.text
    assert requirement(made)["drafting"] == [{"en": "a", "es": "c"}, {"en": "b", "es": "d"}]


@pytest.mark.parametrize(
    ("article", "name"),
    [
        ("4", "4"),
        ("4(1)", "4-1"),
        ("3(1)(a)(i)", "3-1-a-i"),
        ("12 bis", "12-bis"),
        ("7.2", "7-2"),
        ("3(B)", "3-b"),
    ],
)
def test_an_id_follows_from_the_article(tmp_path: Path, article: str, name: str) -> None:
    assert requirement(imported(tmp_path, table(("article",), (article,))))["id"] == f"OURS.{name}"


def test_rows_of_one_instrument_are_taken(tmp_path: Path) -> None:
    data = table(("id", "title"), ("ONE.1", "a"), ("TWO.1", "b"), ("ONE.2", "c"))
    with pytest.raises(UsageError, match="2 instruments: ONE, TWO"):
        imported(tmp_path, data, instrument=None)
    made = imported(tmp_path, data, instrument="ONE")
    assert [r["id"] for r in data_of(made)["requirements"]] == ["ONE.1", "ONE.2"]
    with pytest.raises(UsageError, match='did you mean "TWO"'):
        imported(tmp_path, data, instrument="TOW")


@pytest.mark.parametrize(
    "data",
    [
        table(HEADER, ROW, delimiter=";"),
        table(HEADER, ROW, delimiter="\t"),
        b"\xef\xbb\xbf" + table(HEADER, ROW),
        table(HEADER, ROW).decode().encode("utf-16"),
        table(HEADER, (), (), ROW, ()),
        table(HEADER, ("4(1)", "No night work", "Sin trabajo nocturno, niñez", *ROW[3:]))
        .decode()
        .encode("cp1252"),
    ],
)
def test_however_a_spreadsheet_saves_it(tmp_path: Path, data: bytes) -> None:
    assert str(requirement(imported(tmp_path, data))["title"]).startswith(
        "{'en': 'No night work', 'es': 'Sin"
    )


# Cells are data -------------------------------------------------------------------------------------------

HOSTILE = [
    '\'=HYPERLINK("http://example.org")',
    "=cmd|' /C calc'!A0",
    "a: b\n- c",
    "x\n    criterion: {id: a}",
    "]}, {id: evil",
    "# TODO",
    '"',
    "\\",
    "'",
    "*anchor",
    "!!python/object:os.system",
    "\u202eevil",
    "\x1b[31mred",
    "\u2028- id: X.1",
    "\x85- id: X.1",
    "\ufffe",
    "---",
    "null",
]


@given(
    cells=st.lists(
        st.one_of(
            st.sampled_from(HOSTILE),
            st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60),
        ),
        min_size=4,
        max_size=4,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_cell_is_a_text_and_nothing_else(tmp_path: Path, cells: list[str]) -> None:
    """Whatever stands in it: the same keys come out, and the text on one line."""
    title, example, note, ratified = cells
    header = ("id", "title", "example_en_met", "note", "ratified")
    data = table(header, ("OURS.4-1", title, example, note, ratified))
    try:
        made = imported(tmp_path, data)
    except ReadError:
        assert any(unicodedata.category(c) in ("Cc", "Cs") for c in "".join(cells)), "no binary file"
        return
    (back,) = data_of(made)["requirements"]
    assert set(back) <= {"id", "article", "title", "examples", "applies_when", "verified"}
    assert set(data_of(made)) == {"instrument", "articles", "requirements"}
    said = title.strip().removeprefix("'") if title.strip()[:2] in ("'=", "'+", "'-", "'@") else title
    if one_line(said):
        assert back["title"] == {"en": re.sub("[\ufffe\uffff]", "\ufffd", one_line(said))}


# What is wrong --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        (
            ("article", "titel"),
            ("4", "x"),
            'row 1, column B "titel": unknown column "titel" (did you mean "title',
        ),
        (
            ("article", "note", "note"),
            ("4", "x", "y"),
            'row 1, column C "note": the column "note" stands here',
        ),
        (("title", "note"), ("x", "y"), 'row 1, column A "title": there is no column "article"'),
        (
            ("article", "pillar"),
            ("4", "legislashun"),
            'row 2, column B "pillar": unknown pillar "legislashun"',
        ),
        (("article", "severity"), ("4", "hgh"), '"hgh" (did you mean "high"?)'),
        (("article", "domain"), ("4", "ok; n°t"), 'row 2, column B "domain": "n°t" is no correct domain'),
        (
            ("article", "related"),
            ("4", "suports: C029.25"),
            'unknown key "suports" (did you mean "supports"?)',
        ),
        (("article", "binding"), ("4", "perhaps"), "row 2, column B"),
        (("article",), ("first",), 'row 2, column A "article": the article is "first" (write it like 2(3)'),
        (("id",), ("ours.4",), 'row 2, column A "id": "ours.4" is no correct id'),
        (("article", ""), ("4", "lost"), "row 2, column B: a text stands in a column without a name"),
        (("article",), ("4", "lost"), "row 2, column B: a text stands in a column without a name"),
        (("article", "drafting", "drafting_es"), ("4", "a | b", "c"), "2 in en, 1 in es"),
    ],
)
def test_each_mistake_is_said_with_its_row_and_column(
    tmp_path: Path, header: tuple[str, ...], row: tuple[str, ...], said: str
) -> None:
    with pytest.raises(TableError) as raised:
        imported(tmp_path, table(header, row), instrument=None if header == ("id",) else "OURS")
    assert said in str(raised.value)


def test_all_mistakes_are_said_at_once_in_the_tables_order(tmp_path: Path) -> None:
    rows = [("4", "law", "high"), ("x", "legislation", "high"), ("4", "legislation", "worst")]
    with pytest.raises(TableError) as raised:
        imported(tmp_path, table(("article", "pillar", "severity"), *rows))
    lines = str(raised.value).split("\n")
    assert [line.split(":")[0] for line in lines[1:]] == [
        'row 2, column B "pillar"',
        'row 3, column A "article"',
        'row 4, column A "article"',
        'row 4, column C "severity"',
    ]
    assert "4 problems; nothing was written" in lines[0]


def test_no_more_mistakes_are_said_than_anybody_reads(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=f"{SHOWN} problems, and perhaps more"):
        imported(tmp_path, table(("article",), *[("none",)] * 5000))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("t.csv", b"", "nothing in the table"),
        ("t.csv", b'article,title\n4,"not closed\n5,x\n', "the row cannot be read"),
        ("t.csv", b'article,title\n4,"a"b\n', "row 2, column A"),
        ("t.csv", b"article\n" + b"\0" * 40, "binary"),
        ("t.csv", b"article,title\n4," + b"x" * 200_000, "field larger than field limit"),
        ("t.csv", b"article\n" + b"4\n" * (MAX_ROWS + 10), f"more than {MAX_ROWS:,} rows"),
        ("t.csv", b"x" * 10_000_001, "larger than"),
        ("t.xls", b"\xd0\xcf\x11\xe0", "save it as .xlsx or .csv"),
        ("t.xlsx", b"article,title\n4,x\n", "is no Excel workbook"),
        ("t.xlsx", b"PK\x03\x04broken", "is no Excel workbook"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    if name.endswith(".xlsx"):
        pytest.importorskip("openpyxl", reason="openpyxl comes with the extras xlsx and dev")
    with pytest.raises(AtlasError) as raised:
        imported(tmp_path, data, name)
    assert said in str(raised.value)


def test_a_file_that_is_not_there_and_a_folder_are_said(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none.csv", "there is no such file"), (tmp_path, "is a folder")):
        with pytest.raises(ReadError, match=said):
            read_skeleton(path)


def test_columns_are_called_as_in_a_spreadsheet() -> None:
    assert [letters(column) for column in (1, 26, 27, 52, 53, 702, 703)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


# Workbooks ------------------------------------------------------------------------------------------------


def workbook(*rows: tuple[object, ...]) -> Any:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl comes with the extras xlsx and dev")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rewritten(data: bytes, change: Any) -> bytes:
    """A workbook with its first sheet's XML changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            body = old.read(entry)
            new.writestr(entry.filename, change(body) if entry.filename.endswith("sheet1.xml") else body)
    return out.getvalue()


def test_a_workbook_says_the_same_as_a_csv_file(tmp_path: Path) -> None:
    made = imported(tmp_path, saved(workbook(HEADER, ROW)), "table.xlsx")
    same = imported(tmp_path, table(HEADER, ROW))
    assert made.text.split("\n")[1:] == same.text.split("\n")[1:]


def test_numbers_and_yes_and_no_are_texts(tmp_path: Path) -> None:
    made = imported(tmp_path, saved(workbook(("article", "title", "binding"), (4, 7.5, True))), "t.xlsx")
    assert requirement(made)["article"] == "4"
    assert requirement(made)["title"] == {"en": "7.5"}
    assert requirement(made)["binding"] == "true"


def test_formulas_dates_and_errors_are_refused_with_their_place(tmp_path: Path) -> None:
    rows = (("article", "title"), ("4", "=1+1"), (date(2026, 3, 2), "x"), ("5", "#REF!"))
    with pytest.raises(TableError) as raised:
        imported(tmp_path, saved(workbook(*rows)), "t.xlsx")
    said = str(raised.value)
    assert 'row 2, column B "title": a formula stands here (paste its value instead)' in said
    assert 'row 3, column A "article": the spreadsheet has made a date of this: 2026-03-02 (' in said
    assert 'row 4, column B "title": the spreadsheet shows an error here: #REF!' in said


def test_a_text_that_begins_like_a_formula_is_a_text(tmp_path: Path) -> None:
    book = workbook(("article", "title"), ("4", "x"))
    book.active["B2"].value = "=not(a formula)"
    book.active["B2"].data_type = "s"
    assert requirement(imported(tmp_path, saved(book), "t.xlsx"))["title"] == {"en": "=not(a formula)"}


def test_a_workbook_that_unpacks_to_a_mountain_is_refused(tmp_path: Path) -> None:
    bomb = rewritten(saved(workbook(HEADER, ROW)), lambda body: body + b" " * 60_000_000)
    assert len(bomb) < 1_000_000
    with pytest.raises(ReadError, match="unpacks to more than"):
        imported(tmp_path, bomb, "t.xlsx")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>'.encode()
    for word in (b"&e11;", b"&f;"):
        hostile = rewritten(
            saved(workbook(HEADER, ROW)),
            lambda body, word=word: head + body.replace(b"No night work", word),
        )
        try:
            made = imported(tmp_path, hostile, "t.xlsx")
        except ReadError:
            continue
        assert len(made.text) < 5000
        assert "root:" not in made.text


def test_a_sheet_that_lies_about_its_rows_ends(tmp_path: Path) -> None:
    data = rewritten(
        saved(workbook(HEADER, ROW)),
        lambda body: body.replace(b'<row r="2"', b'<row r="99999999999"').replace(
            b'r="A2"', b'r="A99999999999"'
        ),
    )
    try:
        made = imported(tmp_path, data, "t.xlsx")
    except AtlasError:
        return
    assert made.requirements <= 1


def test_without_openpyxl_one_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match=r"openpyxl.*not installed\n.*atlas-legal\[xlsx\].*CSV"):
        imported(tmp_path, b"PK", "t.xlsx")


# The command ----------------------------------------------------------------------------------------------


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "atlas_legal", "import", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_the_command_writes_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "good.csv").write_bytes(table(HEADER, ROW))
    (tmp_path / "bad.csv").write_bytes(table(HEADER, ("4", "", "", "law", *ROW[4:])))
    made = run(tmp_path, "good.csv", "--instrument", "OURS", "-o", "OURS.yaml")
    assert (made.returncode, made.stdout) == (0, "")
    assert "OURS: 1 requirement; " in made.stderr
    before = (tmp_path / "OURS.yaml").read_text("utf-8")
    made = run(tmp_path, "bad.csv", "--instrument", "OURS", "-o", "OURS.yaml")
    assert (made.returncode, made.stdout) == (2, "")
    assert 'row 2, column D "pillar": unknown pillar "law"' in made.stderr
    assert (tmp_path / "OURS.yaml").read_text("utf-8") == before
    assert run(tmp_path, "good.csv", "-o", "good.csv").returncode == 2, (
        "the table itself is never overwritten"
    )
    assert run(tmp_path, "good.csv", "--instrument", "OURS").stdout == before


def test_every_column_is_read_into_something() -> None:
    """No column is accepted and then dropped."""
    keys = {name.rpartition("_")[0] if name[-3:-2] == "_" else name for name in COLUMNS} - {"instrument"}
    assert keys <= set(Draft.model_fields)
    assert len(EXAMPLES) == 30


def test_the_page_followed_literally(tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "add-a-standard.md").read_text("utf-8")
    (text,) = re.findall(r"^```text\n# requirements\.csv\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (command,) = re.findall(r"^\$ atlas-legal import (.*)$", page, re.MULTILINE)
    (tmp_path / "requirements.csv").write_text(text, "utf-8")
    made = run(tmp_path, *command.split())
    assert made.returncode == 0, made.stderr
    assert "id: OURS.4-1" in (tmp_path / "OURS.yaml").read_text("utf-8")
