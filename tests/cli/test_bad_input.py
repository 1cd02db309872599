"""Bad input: exit status 2, one clear message on stderr with the nearest name, nothing on stdout."""

import os
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


def a_link_that_leads_outside(folder: Path) -> Path:
    laws = folder / "laws"
    laws.mkdir()
    a_folder(laws)
    (folder / "secret.txt").write_text("secret", "utf-8")
    (laws / "link.txt").symlink_to(folder / "secret.txt")
    return laws


def a_link_that_leads_nowhere(folder: Path) -> Path:
    (a_folder(folder) / "gone.txt").symlink_to(folder / "nowhere")
    return folder


def a_pipe(folder: Path) -> Path:
    os.mkfifo(a_folder(folder) / "pipe.txt")
    return folder


def a_law_listed_twice(folder: Path) -> Path:
    (a_folder(folder) / "register.yaml").write_text("laws:\n- file: act.txt\n- file: ./act.txt\n", "utf-8")
    return folder


def an_empty_register(folder: Path) -> Path:
    (a_folder(folder) / "register.yaml").write_text("laws:\n", "utf-8")
    return folder


def a_file_that_is_too_large(folder: Path) -> Path:
    with (a_folder(folder) / "large.txt").open("wb") as file:
        file.truncate(70_000_000)
    return folder


def white_space(folder: Path) -> Path:
    (folder / "white.txt").write_text(" \n\n ", "utf-8")
    return folder / "white.txt"


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
        (a_link_that_leads_outside, ["link.txt", "outside", "--skip-unreadable"]),
        (a_link_that_leads_nowhere, ["gone.txt", "nowhere", "--skip-unreadable"]),
        (a_pipe, ["pipe.txt", "no ordinary file"]),
        (a_law_listed_twice, ["register.yaml:3:9", "twice", "register.yaml:2:9"]),
        (an_empty_register, ["register.yaml", "lists no law"]),
        (a_file_that_is_too_large, ["large.txt", "70,000,000", "split"]),
        (white_space, ["white.txt", "is empty"]),
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
        (["matrix", "--as-of", "2020"], ["YYYY-MM-DD", "2020-01-01"]),
        (["matrix", "--as-of", "2020/3/7"], ["YYYY-MM-DD", "2020-03-07"]),
        (["matrix", "--as-of", "２０２０-０１-０１"], ["YYYY-MM-DD"]),
        (["matrix", "--as-of", ""], ["YYYY-MM-DD"]),
        (["matrix", "--as-of", "1800-01-01"], ["every law", "1800-01-01"]),
        (["explain", "C138.2-3", "--as-of", "2020-13-01"], ["2020-13-01", "YYYY-MM-DD"]),
        (["matrix", "--lang", "ess"], ["ess", '"es"']),
        (["matrix", "--laws", "a", "--laws", "b"], ["--laws", "more than once", "one folder"]),
        (["matrix", "--laws", ""], ["--laws", "empty name"]),
        (["matrix", "."], ['unknown country "."', "--laws ."]),
        (["matrix", "ARG", "PRY"], ["PRY"]),
        (["matrix", "--output", "."], ["is a folder"]),
        (["matrix", "--format"], ["--format"]),
        (["matrix", "-o", "matrix.xlsx"], ["xlsx", "csv"]),
        (["matrix", "--format", "jsn"], ["jsn", '"json"']),
        (["matrix", "--profile", "usdol-finding"], ["usdol-finding", '"usdol-findings"']),
        (["matrix", "--fail-on", "gaps"], ["gaps", '"gap"']),
        (["matrix", "--output", "no/such/folder/m.json"], ["no/such/folder"]),
        (["explain", "C138.2-4"], ["C138.2-4", '"C138.2-3"']),
        (["explain", "C138.2-3", "--country", "Atlantis"], ["Atlantis"]),
        (["explain", "minimum_age_wrk"], ["minimum_age_wrk", '"minimum_age_for_work"']),
        (["explain", "%%%"], ["%%%", "atlas-legal explain"]),
        (["explain", "C138", "--country", "XDM"], ["which requirement", "atlas-legal matrix"]),
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


def test_a_link_that_is_skipped_is_listed_and_not_read(atlas: Callable, tmp_path: Path) -> None:
    laws = a_link_that_leads_outside(tmp_path)
    (laws / "other").symlink_to(tmp_path)
    run = atlas("matrix", "--laws", laws, "--skip-unreadable", "--format", "json")
    assert sorted(skipped["file"] for skipped in run.json()["skipped"]) == ["link.txt", "other"]
    assert [law["file"] for law in run.json()["laws"]] == ["act.txt"]


def test_a_folder_that_cannot_be_listed_is_not_passed_over(
    atlas: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (a_folder(tmp_path) / "closed").mkdir()
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", closed)
    run = atlas("matrix", "--laws", tmp_path)
    assert (run.status, run.out) == (2, "")
    assert "closed" in run.err
    assert "Permission denied" in run.err


def test_a_file_without_permission_stops_the_run(
    atlas: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "act.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    a_folder(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    run = atlas("matrix", "--laws", tmp_path)
    assert (run.status, run.out) == (2, "")
    assert "act.txt: cannot be read (Permission denied)" in run.err


def test_folders_below_and_one_single_file_are_read(atlas: Callable, tmp_path: Path) -> None:
    below = tmp_path / "labour" / "acts"
    below.mkdir(parents=True)
    a_folder(below)
    laws = atlas("matrix", "--laws", tmp_path, "--format", "json").json()["laws"]
    assert [law["file"] for law in laws] == ["labour/acts/act.txt"]
    laws = atlas("matrix", "--laws", below / "act.txt", "--format", "json").json()["laws"]
    assert [law["file"] for law in laws] == ["act.txt"]


def test_two_files_of_one_name_are_two_laws(atlas: Callable, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        a_folder(tmp_path / name)
    laws = atlas("matrix", "--laws", tmp_path, "--format", "json").json()["laws"]
    assert len({law["id"] for law in laws}) == 2


def test_an_output_never_becomes_a_law(atlas: Callable, tmp_path: Path) -> None:
    act = a_folder(tmp_path) / "act.txt"
    for output in (act, tmp_path / "matrix.md", tmp_path / "register.yaml"):
        run = atlas("matrix", "--laws", tmp_path, "-o", output)
        assert (run.status, run.out) == (2, "")
        assert "among the laws" in run.err
    assert act.read_text("utf-8") == ACT
    assert atlas("matrix", "--laws", act, "-o", act).status == 2
    assert atlas("matrix", "--laws", tmp_path, "-o", tmp_path / "matrix.json").status == 0


def test_an_output_may_be_a_link_or_a_device(atlas: Callable, tmp_path: Path) -> None:
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.write_text("before", "utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    assert atlas("matrix", "-o", link).status == 0
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("{")
    assert target.stat().st_mode & 0o777 == 0o640
    assert atlas("matrix", "-o", "/dev/null").status == 0
    assert not Path("/dev/null").is_file()
    assert atlas("matrix", "-o", "-", "--format", "json").out.startswith("{")


def test_an_output_that_fails_half_way_leaves_what_was_there(
    atlas: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "matrix.json"
    output.write_text("before", "utf-8")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    run = atlas("matrix", "-o", output)
    assert (run.status, run.out) == (2, "")
    assert "matrix.json: cannot be written (No space left on device)" in run.err
    assert output.read_text("utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["matrix.json"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuntimeError("an odd\nstate"), ["a mistake in atlas-legal itself", "RuntimeError", "report it"]),
        (RecursionError(), ["a mistake in atlas-legal itself", "RecursionError"]),
        (MemoryError(), ["not enough memory"]),
        (OSError(5, "Input/output error", "disk"), ["disk: Input/output error"]),
    ],
)
def test_a_mistake_of_ours_is_one_message_too(
    atlas: Callable, monkeypatch: pytest.MonkeyPatch, error: Exception, words: list[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.delenv("ATLAS_LEGAL_DEBUG", raising=False)
    monkeypatch.setattr("atlas_legal.analysis.matrix.build_matrix", fail)
    run = atlas("matrix")
    assert (run.status, run.out) == (2, "")
    assert all(word in run.err for word in words), run.err
    assert "Traceback" not in run.err
    monkeypatch.setenv("ATLAS_LEGAL_DEBUG", "1")
    with pytest.raises(type(error)):
        atlas("matrix")


def test_an_interrupted_run_ends_as_the_shell_expects(
    atlas: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("atlas_legal.analysis.matrix.build_matrix", interrupt)
    run = atlas("matrix")
    assert (run.status, run.out) == (130, "")
    assert "Traceback" not in run.err


def test_parse_does_not_write_over_what_it_reads(atlas: Callable, tmp_path: Path) -> None:
    act = a_folder(tmp_path) / "act.txt"
    assert atlas("parse", act, "-o", act).status == 2
    assert act.read_text("utf-8") == ACT
    assert atlas("parse", act, "-o", tmp_path / "act.json").status == 0
    assert (tmp_path / "act.json").read_text("utf-8").startswith("{")


def test_a_place_that_cannot_be_written_is_said_before_the_work(
    atlas: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    run = atlas("matrix", "--laws", "not-even-looked-at", "-o", tmp_path / "matrix.json")
    assert (run.status, run.out) == (2, "")
    assert "the folder cannot be written to" in run.err
    (tmp_path / "matrix.json").write_text("before", "utf-8")
    assert "the file cannot be written to" in atlas("matrix", "-o", tmp_path / "matrix.json").err
