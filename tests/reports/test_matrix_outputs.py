"""What the four outputs promise, and that a law's text can act in none of them."""

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from rich.console import Console

from atlas_legal.model.finding import Matrix
from atlas_legal.reports.csv import COLUMNS, matrix_csv
from atlas_legal.reports.display import escape_controls, excerpt, one_line
from atlas_legal.reports.json import matrix_json
from atlas_legal.reports.markdown import escape, matrix_markdown
from atlas_legal.reports.table import MatrixTable


def table(matrix: Matrix, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=False, highlight=False)
    console.print(MatrixTable(matrix))
    return console.file.getvalue()  # type: ignore[attr-defined]


def acting(text: str) -> list[str]:
    """Characters that a terminal or a reader's eye could be fooled by."""
    return [c for c in text if c not in "\n\r" and unicodedata.category(c) in ("Cc", "Cs", "Cf")]


def test_json_has_the_pinned_keys_and_the_exact_quote(matrix: Matrix) -> None:
    text = matrix_json(matrix)
    data = json.loads(text)
    assert list(data) == [
        "schema",
        "country",
        "as_of",
        "profile",
        "laws",
        "findings",
        "standards",
        "missing",
        "skipped",
        "assumptions",
        "provenance",
    ]
    schema = json.loads((Path(__file__).parent / "gap-matrix.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(data)
    piece = matrix.findings[0].evidence[0]
    assert data["findings"][0]["evidence"][0]["quote"] == piece.quote
    assert not acting(text)


def test_json_leaves_standards_out_where_the_profile_has_none(matrix: Matrix) -> None:
    assert "standards" not in json.loads(matrix_json(matrix.model_copy(update={"standards": ()})))


@given(st.text())
def test_escaped_json_means_the_same_and_cannot_act(text: str) -> None:
    written = escape_controls(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not acting(written)
    written.encode("utf-8")


@given(st.text())
def test_a_shown_line_is_one_line_that_cannot_act(text: str) -> None:
    line = one_line(text)
    assert [c for c in acting(line) if c not in "\u200c\u200d"] == []
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert len(one_line(text, 20)) <= 20


def test_csv_has_a_row_for_each_piece_of_evidence_and_no_formula(matrix: Matrix) -> None:
    rows = list(csv.reader(io.StringIO(matrix_csv(matrix), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 1 + 2 + 1 + 1
    cells = [cell for row in rows[1:] for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert any(cell.startswith("'=cmd") for cell in cells)
    assert not acting("".join(cells))


def test_markdown_neutralises_markup_and_keeps_its_tables_whole(matrix: Matrix) -> None:
    digest = matrix.standards_sha256[:12]
    text = matrix_markdown(matrix)
    tokens = [
        t for block in MarkdownIt("commonmark").enable("table").parse(text) for t in (block.children or [])
    ]
    markup = [t for t in tokens if t.type in ("link_open", "image", "em_open", "code_inline")]
    assert [t.content for t in markup] == [digest]
    assert {t.content for t in tokens if t.type == "html_inline"} == {"<br>"}
    assert not acting(text)
    rows = [line.count("|") for line in text.replace("\\|", "").split("\n") if line.startswith("|")]
    assert set(rows) == {5, 6, 8}  # findings, standards, counts


@given(st.text(alphabet="|<>&*_[]()`\\#!-+.1 \nab"))
def test_escaped_markdown_has_no_markup_left(text: str) -> None:
    escaped = escape(text)
    bare = [i for i, c in enumerate(escaped) if c in "|<>*_[]`" and (i == 0 or escaped[i - 1] != "\\")]
    assert not bare
    assert not escaped.startswith(("#", "-", "+", "="))
    assert "\n" not in escaped


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_table_fits_the_terminal_and_says_every_status_in_words(matrix: Matrix, width: int) -> None:
    text = table(matrix, width).replace("\N{NO-BREAK SPACE}", " ")
    assert max(map(len, text.split("\n"))) <= width
    for words in (
        "✔ met",
        "○ gap",
        "? review",
        "C138.2-3",
        "[age 15]",
        "no law that was read says it",
        "Penal Code (7/1999)",
        "broken.md: not text",
        "Ratification was assumed.",
        "a bill: not law",
    ):
        assert words in " ".join(text.split())
    assert not acting(text)


def test_the_table_ends_with_what_it_rests_on(matrix: Matrix) -> None:
    text = table(matrix, 80)
    places = [text.index(word) for word in ("Laws read", "Missing", "Skipped", "Assumptions")]
    assert places == sorted(places)
    assert places[0] > text.index("What the words mean")


def test_the_table_begins_with_the_counts_of_each_area(matrix: Matrix) -> None:
    lines = table(matrix, 80).split("\n")
    head = next(number for number, line in enumerate(lines) if "partial" in line)
    assert lines[head].split() == ["met", "partial", "gap", "conflict", "review", "n/a"]
    assert lines[head + 1].split()[-6:] == ["1", "·", "1", "·", "·", "·"]
    assert lines[head + 3].split() == ["All", "1", "0", "1", "0", "1", "0"]


def test_a_wide_table_has_the_evidence_beside_the_finding(matrix: Matrix) -> None:
    wide = next(line for line in table(matrix, 120).split("\n") if "Minimum age for work  C138.2-3" in line)
    assert "§ Act" in wide
    narrow = next(line for line in table(matrix, 80).split("\n") if "Minimum age for work  C138.2-3" in line)
    assert "§" not in narrow


@pytest.mark.parametrize("language", ["es", "th"])
def test_titles_and_words_follow_the_language_and_codes_do_not(matrix: Matrix, language: str) -> None:
    other = matrix.model_copy(update={"language": language})
    gap = {"es": "○ vacío", "th": "○ ช่องว่าง"}[language]
    assert gap in table(other, 80)
    assert gap in matrix_markdown(other)
    change = {"es": "Un cambio de los hechos.", "th": "ข้อเท็จจริงเปลี่ยนไป"}[language]
    for output in (matrix_json, matrix_csv):
        assert output(other).replace(change, "A change of the facts.") == output(matrix)


@pytest.mark.parametrize(
    ("quote", "label", "shown"),
    [
        ("ARTICULO 6º**— El Estado garantiza.", "Artículo 6", "El Estado garantiza."),
        ("**Art. 11.-** Las penas.", "Artículo 11", "Las penas."),
        ("ARTÍCULO 189 bis — Las personas.", "Artículo 189 Bis", "Las personas."),
        ("§ 21.7 Conditions. The Minister may.", "Section 21.7", "Conditions. The Minister may."),
        ("มาตรา ๓๑๒ ผู้ใด", "มาตรา ๓๑๒", "ผู้ใด"),
        ("12. (1) No child shall work.", "Section 12", "(1) No child shall work."),
        ("Nobody may work.", "Section 3", "Nobody may work."),
        ("Article 12 of this Act applies.", "Article 1", "Article 12 of this Act applies."),
        ("Section 4.", "Section 4", "Section 4."),
        ("a *b* c_d", "Section 4", "a b c_d"),
    ],
)
def test_a_quote_for_people_leaves_out_marks_and_the_heading_already_cited(
    quote: str, label: str, shown: str
) -> None:
    assert excerpt(quote, label, 100) == shown


@given(st.text(), st.text(max_size=20))
def test_no_quote_or_label_breaks_a_quote_for_people(quote: str, label: str) -> None:
    assert len(excerpt(quote, label, 30)) <= 30
    assert not [c for c in acting(excerpt(quote, label, 500)) if c not in "\u200c\u200d"]
