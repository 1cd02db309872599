"""YAML is read as it stands, and what is wrong is said with its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.model.errors import AtlasError
from atlas_legal.yaml_positions import load_yaml


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_words_that_yaml_would_turn_into_something_else_stay_words(tmp_path: Path) -> None:
    tree = load_yaml(write(tmp_path, 'a: no\nb: 2008-06-04\nc: 1:30\nd: 0123\ne: ~\nf: ""\ng:\n'))
    assert tree.data == {
        "a": "no",
        "b": "2008-06-04",
        "c": "1:30",
        "d": "0123",
        "e": None,
        "f": "",
        "g": None,
    }


def test_every_value_knows_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "laws:\n- id: one\n  file: one.txt\n- id: two\n")
    tree = load_yaml(path)
    assert tree.at(("laws", 0, "file")) == (3, 9)
    assert tree.at(("laws", 1, "title")) == (4, 3)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", "3:1", 'the key "a" stands here again'),
        ("a:\n\t- b\n", "2:1", "tab"),
        ("a: &x 1\nb: *x\n", "2:4", "aliases"),
        ("a: 1\n---\nb: 2\n", "2:1", "second YAML document"),
        ("a: [1\nb: 2", "1:4", "not valid YAML"),
        ('a: "b\nc: "d"\ne: f\n', "1:4", "not valid YAML"),
        ("? [a]\n: b\n", "1:3", "a key must be a word"),
        (b"a: 1\nb: \xff\n", "2:4", "not UTF-8"),
        ("a: " + "[" * 60, "1:43", "nested deeper"),
        ("a: \x01\n", "1:4", "control character"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_column(
    tmp_path: Path, text: str | bytes, place: str, words: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(AtlasError) as caught:
        load_yaml(path)
    assert words in str(caught.value)
    assert caught.value.place == f"{path}:{place}"


def test_deep_nesting_is_refused_before_the_stack_is_exhausted(tmp_path: Path) -> None:
    with pytest.raises(AtlasError):
        load_yaml(write(tmp_path, "[" * 200_000))


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert load_yaml(write(tmp_path, b"\xef\xbb\xbfa: 1\n")).data == {"a": "1"}


def test_a_missing_file_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"none\.yaml"):
        load_yaml(tmp_path / "none.yaml")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_an_error_for_people(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = write(tmp_path_factory.mktemp("any"), data)
    try:
        load_yaml(path)
    except AtlasError as error:
        message = str(error)
    else:
        message = str(path)
    assert str(path) in message
