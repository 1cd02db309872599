"""Reading files: what encoding they are in, what is said about it, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas_legal.model.errors import ReadError
from atlas_legal.readers import LARGEST, read

SPANISH = "Artículo 1.- La barca tendrá remo. El señor alcalde dirá cuándo; «así» será.\n" * 4
THAI = "มาตรา ๑ ผู้ควบคุมเรือต้องมีพาย และพายต้องทำด้วยไม้\nมาตรา ๒ ให้ใช้บังคับตั้งแต่วันนี้\n" * 3


@pytest.mark.parametrize(
    ("text", "codec", "encoding", "said"),
    [
        (SPANISH, "utf-8", "utf-8", ""),
        (SPANISH, "utf-8-sig", "utf-8", ""),
        (SPANISH, "utf-16", "utf-16-le", "UTF-16"),
        (SPANISH, "utf-32", "utf-32-le", "UTF-32"),
        (SPANISH, "windows-1252", "windows-1252", "Windows-1252"),
        ("Artículo 1.- Niños “menores” – así…\n", "windows-1252", "windows-1252", "Windows-1252"),
        (THAI, "utf-8", "utf-8", ""),
        (THAI, "utf-16", "utf-16-le", "UTF-16"),
        (THAI, "tis-620", "tis-620", "TIS-620"),
        ("“" + THAI + "”", "cp874", "cp874", "874"),
    ],
)
def test_encodings_are_recognised_and_said(
    tmp_path: Path, text: str, codec: str, encoding: str, said: str
) -> None:
    path = tmp_path / "law.txt"
    path.write_bytes(text.encode(codec))
    source = read(path)
    assert source.text == text
    assert source.encoding == encoding
    assert (said in " ".join(source.notes)) if said else source.notes == ()


def test_big_endian_and_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    path.write_bytes(b"\xfe\xff" + "uno\r\ndos\rtres\n".encode("utf-16-be"))
    assert read(path).text == "uno\r\ndos\rtres\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"PK\x03\x04" + bytes(range(256)) * 8, "binary"),
        (b"%PDF-1.7\n\x00\x01\x02" + b"\x93\x0c" * 50, "binary"),
        (b"\xff\xfeab\x00", "cannot be decoded"),
        (bytes([0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0E, 0x8F]) * 40, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "law.md"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=said) as caught:
        read(path)
    assert "law.md" in str(caught.value)


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="folder"):
        read(tmp_path)
    with pytest.raises(ReadError, match="file name"):
        read(Path("a\0b"))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ReadError, match="more than"):
        read(path)


def test_front_matter_is_read_and_kept_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "law.md"
    path.write_text("---\ntitle: Ley de barcas\nnumber: 99\n---\nArtículo 1.- Uno.\n", "utf-8")
    source = read(path)
    assert source.front_matter == {"title": "Ley de barcas", "number": 99}
    assert source.text[source.body_start :] == "Artículo 1.- Uno.\n"
    assert source.text.startswith("---")


@pytest.mark.parametrize("name", ["law", "law.law"])
def test_a_file_with_front_matter_is_markdown_whatever_its_suffix(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("---\ntitle: Ley\n---\nTexto\n", "utf-8")
    assert read(path).media_type == "text/markdown"


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("title: [unclosed", "not valid YAML (line "),
        ("title: 'a'\n  wrong: x: y", "not valid YAML"),
        ("- a list", "not a mapping"),
        ("just words", "not a mapping"),
        ("title: Ley\x07 de barcas", "1 control characters"),
        ("date: 2024-02-31", "not valid YAML"),
    ],
)
def test_broken_front_matter_is_said_and_passed_over(tmp_path: Path, block: str, said: str) -> None:
    path = tmp_path / "law.md"
    path.write_text(f"---\n{block}\n---\nArtículo 1.- Uno.\n", "utf-8")
    source = read(path)
    assert said in " ".join(source.notes)
    assert source.text[source.body_start :] == "Artículo 1.- Uno.\n"


@pytest.mark.parametrize("text", ["--- \nno end\n", "text\n---\n", "----\na: 1\n---\n"])
def test_dashes_alone_are_no_front_matter(tmp_path: Path, text: str) -> None:
    path = tmp_path / "law.md"
    path.write_text(text, "utf-8")
    source = read(path)
    assert source.body_start == 0
    assert source.front_matter == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), suffix=st.sampled_from([".md", ".txt", ""]))
def test_bytes_are_text_or_a_clear_error(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"law{suffix}"
    path.write_bytes(data)
    try:
        text = read(path).text
    except ReadError as problem:
        text = f"{problem.place}: {problem.message}"
    assert text.strip()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_is_never_changed(tmp_path: Path, text: str) -> None:
    path = tmp_path / "law.txt"
    path.write_text(f"Ley{text}", "utf-8", newline="")
    assert read(path).text == f"Ley{text}"
