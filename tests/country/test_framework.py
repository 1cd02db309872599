"""Loading a framework: what is read, what is refused, what is said to be missing."""

from pathlib import Path

import pytest

from atlas_legal.country import load_framework
from atlas_legal.model.errors import AtlasError, CountryError, ReadError, UsageError

ACT = """Labour Act, 2001

Section 1. Scope
This Act applies to all work.

Section 2. Age
No child under the age of fifteen shall work.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(ACT, "utf-8")
    (tmp_path / "a.md").write_text(f"# Other act\n\n{ACT}", "utf-8")
    return tmp_path


def register(folder: Path, text: str) -> None:
    (folder / "register.yaml").write_text(text, "utf-8")


def test_a_folder_without_a_register_is_read_in_sorted_order_and_never_called_complete(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text(ACT, "utf-8")
    (folder / ".hidden.txt").write_text(ACT, "utf-8")
    framework = load_framework(laws=folder)
    assert [law.file for law in framework.laws] == ["a.md", "b.txt", "sub/a.txt"]
    assert len({law.id for law in framework.laws}) == 3
    assert not framework.complete
    assert framework.code == ""


def test_a_register_says_what_is_read_and_whose_laws_they_are(folder: Path) -> None:
    register(folder, "country: PRY\ngaps: []\nlaws:\n- {file: b.txt, id: labour, date: 2001}\n")
    framework = load_framework(laws=folder)
    assert [law.id for law in framework.laws] == ["labour"]
    assert framework.code == "PRY"
    assert framework.complete
    assert framework.ratifications["C138"].declared_age == 14


def test_the_country_that_all_listed_laws_name_is_taken_too(folder: Path) -> None:
    register(folder, "laws:\n- {file: b.txt, country: BOL}\n- {file: a.md, country: BOL}\n")
    assert load_framework(laws=folder).code == "BOL"


def test_one_file_is_a_framework_too(folder: Path) -> None:
    framework = load_framework(laws=folder / "b.txt", country="IND")
    assert [law.file for law in framework.laws] == ["b.txt"]
    assert (framework.code, framework.country, framework.complete) == ("IND", None, False)


def test_a_country_that_contradicts_the_register_is_used_and_said(folder: Path) -> None:
    register(folder, "country: PRY\nlaws:\n- {file: b.txt}\n")
    framework = load_framework(laws=folder, country="BOL")
    assert framework.code == "BOL"
    assert any("PRY" in note for note in framework.notes)


def test_a_law_listed_without_a_file_counts_as_missing(folder: Path) -> None:
    register(folder, "gaps: []\nlaws:\n- {file: b.txt}\n- {title: Penal Code, number: 7/1999}\n")
    framework = load_framework(laws=folder)
    assert framework.register is not None
    assert [gap.title for gap in framework.register.gaps] == ["Penal Code"]
    assert not framework.complete


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "sub/../../outside.txt"])
def test_a_register_cannot_reach_outside_its_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.txt").write_text(ACT, "utf-8")
    inner = tmp_path / "laws"
    inner.mkdir()
    register(inner, f"laws:\n- file: {name}\n")
    with pytest.raises(CountryError, match="outside"):
        load_framework(laws=inner)


def test_a_link_in_a_register_cannot_reach_outside_either(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text(ACT, "utf-8")
    inner = tmp_path / "laws"
    inner.mkdir()
    (inner / "law.txt").symlink_to(tmp_path / "outside.txt")
    register(inner, "laws:\n- file: law.txt\n")
    with pytest.raises(CountryError, match="outside"):
        load_framework(laws=inner)


def test_a_listed_file_that_is_not_there_stops_with_its_place_and_the_nearest_name(folder: Path) -> None:
    register(folder, "laws:\n- file: bb.txt\n")
    with pytest.raises(ReadError) as caught:
        load_framework(laws=folder)
    assert "register.yaml:2:9" in str(caught.value)
    assert "b.txt" in caught.value.hint


def test_an_unreadable_file_stops_unless_it_may_be_skipped_and_is_then_listed(folder: Path) -> None:
    (folder / "c.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40)
    with pytest.raises(ReadError, match=r"c\.md"):
        load_framework(laws=folder)
    framework = load_framework(laws=folder, skip_unreadable=True)
    assert [skipped.file for skipped in framework.skipped] == ["c.md"]
    assert framework.skipped[0].why
    assert not framework.complete


def test_documents_that_no_reader_takes_are_listed(folder: Path) -> None:
    (folder / "decree.pdf").write_bytes(b"%PDF-1.7")
    framework = load_framework(laws=folder)
    assert [skipped.file for skipped in framework.skipped] == ["decree.pdf"]


@pytest.mark.parametrize("name", ["none", "none.txt"])
def test_a_path_that_is_not_there_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError, match="no such file or folder"):
        load_framework(laws=tmp_path / name)


def test_a_folder_without_laws_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a,b\n", "utf-8")
    with pytest.raises(ReadError, match="no readable law"):
        load_framework(laws=tmp_path)


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(AtlasError, match=r"empty\.txt"):
        load_framework(laws=tmp_path)


def test_a_country_without_texts_asks_for_them() -> None:
    with pytest.raises(CountryError) as caught:
        load_framework(country="ARG")
    assert "--laws" in caught.value.hint


@pytest.mark.parametrize("text", ["2020-13-01", "2020-02-30", "2020", "yesterday", "01/02/2020", ""])
def test_a_wrong_date_is_an_error(text: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        load_framework(as_of=text)


def test_laws_dated_after_the_day_are_left_out_and_said(folder: Path) -> None:
    listed = "- {file: a.md, title: New Act, date: 2010-05-01}\n- {file: b.txt, date: 2001}\n"
    register(folder, f"gaps: []\nlaws:\n{listed}")
    framework = load_framework(laws=folder, as_of="2010-04-30")
    assert [law.file for law in framework.laws] == ["b.txt"]
    assert any("New Act" in note for note in framework.notes)
    assert len(load_framework(laws=folder, as_of="2010-05-01").laws) == 2
