"""Bad input: exit status 2, one clear message on stderr with the nearest name, nothing on stdout."""

from collections.abc import Callable
from pathlib import Path

import pytest

ACT = "Labour Act, 2001\n\nSection 1. Age\nNo child under the age of fifteen shall work.\n"


def a_folder(folder: Path) -> Path:
    (folder / "act.txt").write_text(ACT, "utf-8")
    return folder


def an_empty_file(folder: Path) -> Path:
    (folder / "empty.txt").write_bytes(b"")
    return folder


def a_binary_file(folder: Path) -> Path:
    (a_folder(folder) / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    return folder


def a_broken_register(folder: Path) -> Path:
    (a_folder(folder) / "register.yaml").write_text("laws:\n- file: act.txt\n title: x\n", "utf-8")
    return folder


def an_unclosed_quote(folder: Path) -> Path:
    (a_folder(folder) / "register.yaml").write_text('laws:\n- file: "act.txt\n', "utf-8")
    return folder


def a_register_that_leaves(folder: Path) -> Path:
    (a_folder(folder) / "register.yaml").write_text("laws:\n- file: ../../act.txt\n", "utf-8")
    return folder


def a_register_with_a_missing_file(folder: Path) -> Path:
    (a_folder(folder) / "register.yaml").write_text("laws:\n- file: acts.txt\n", "utf-8")
    return folder


def a_register_of_an_unknown_country(folder: Path) -> Path:
    (a_folder(folder) / "register.yaml").write_text("country: ARX\nlaws:\n- file: act.txt\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda folder: folder / "none", ["no such file or folder"]),
        (lambda folder: folder, ["no readable law", ".txt"]),
        (an_empty_file, ["empty.txt"]),
        (a_binary_file, ["picture.md", "--skip-unreadable"]),
        (a_broken_register, ["register.yaml:3:", "YAML"]),
        (an_unclosed_quote, ["register.yaml:", "YAML"]),
        (a_register_that_leaves, ["register.yaml:2:9", "outside"]),
        (a_register_with_a_missing_file, ["register.yaml:2:9", "acts.txt", "act.txt"]),
        (a_register_of_an_unknown_country, ["register.yaml:1:10", "ARX", "ARG"]),
    ],
)
@pytest.mark.parametrize("output_format", ["table", "json"])
def test_laws_that_cannot_be_read(
    atlas: Callable, tmp_path: Path, prepare: Callable[[Path], Path], words: list[str], output_format: str
) -> None:
    run = atlas("matrix", "--laws", prepare(tmp_path), "--format", output_format)
    assert run.status == 2
    assert run.out == ""
    assert all(word in run.err for word in words), run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["matrix", "Argentinia"], ["Argentinia", '"ARG"']),
        (["matrix", "XQZ"], ["XQZ", "ARG"]),
        (["matrix", "ARG", "--country", "PRY"], ["ARG", "PRY"]),
        (["matrix", "ARG"], ["Argentina", "--laws"]),
        (["matrix", "--as-of", "2020-02-30"], ["2020-02-30", "YYYY-MM-DD"]),
        (["matrix", "--as-of", "last year"], ["last year", "YYYY-MM-DD"]),
        (["matrix", "--format", "jsn"], ["jsn", '"json"']),
        (["matrix", "--profile", "usdol-finding"], ["usdol-finding", '"usdol-findings"']),
        (["matrix", "--fail-on", "gaps"], ["gaps", '"gap"']),
        (["matrix", "--output", "no/such/folder/m.json"], ["no/such/folder"]),
        (["explain", "C138.2-4"], ["C138.2-4", '"C138.2-3"']),
        (["explain", "C138.2-3", "--country", "Atlantis"], ["Atlantis"]),
        (["parse", "none.txt"], ["none.txt"]),
        (["parse", "README.md", "--format", "xml"], ["xml"]),
        (["validate", "none.yaml"], ["none.yaml"]),
        (["validate", "--format", "githup"], ["githup", '"github"']),
        (["matrx"], ["matrx", "matrix"]),
        (["matrix", "--lawz", "x"], ["--lawz"]),
    ],
)
def test_wrong_words(atlas: Callable, arguments: list[str], words: list[str]) -> None:
    run = atlas(*arguments)
    assert run.status == 2
    assert run.out == ""
    assert all(word in run.err for word in words), run.err
    assert "Traceback" not in run.err


def test_a_file_that_may_be_skipped_is_listed_in_the_output(atlas: Callable, tmp_path: Path) -> None:
    run = atlas("matrix", "--laws", a_binary_file(tmp_path), "--skip-unreadable", "--format", "json")
    assert run.status == 0
    assert [skipped["file"] for skipped in run.json()["skipped"]] == ["picture.md"]
    assert [law["file"] for law in run.json()["laws"]] == ["act.txt"]


def test_a_file_name_in_a_message_cannot_act_on_the_terminal(atlas: Callable, tmp_path: Path) -> None:
    run = atlas("matrix", "--laws", tmp_path / "\x1b[2Jnone")
    assert run.status == 2
    assert "\x1b" not in run.err


def test_what_was_in_the_output_file_stays_where_the_run_fails(atlas: Callable, tmp_path: Path) -> None:
    output = tmp_path / "matrix.json"
    output.write_text("before", "utf-8")
    run = atlas("matrix", "--laws", tmp_path / "none", "-o", output)
    assert run.status == 2
    assert output.read_text("utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["matrix.json"]
