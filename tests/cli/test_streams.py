"""What reaches stdout and stderr of a real process: pipes, full disks, terminals of other encodings."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

ATLAS = [sys.executable, "-m", "atlas_legal"]


def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*ATLAS, *arguments], capture_output=True, **more)  # type: ignore[call-overload]


def on_a_terminal(*arguments: str, **environment: str) -> tuple[int, bytes]:
    """Run on a terminal of 80 columns; return the exit status and all that it showed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*ATLAS, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **environment},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return process.wait(), shown


def test_a_reader_that_goes_away_is_no_failure() -> None:
    process = subprocess.Popen(
        [*ATLAS, "matrix", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(1) == b"{"
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_what_fail_on_finds_is_told_though_the_reader_went_away() -> None:
    process = subprocess.Popen([*ATLAS, "matrix", "--fail-on", "met"], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("output_format", ["table", "json"])
def test_a_full_disk_is_said(output_format: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*ATLAS, "matrix", "--format", output_format], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert done.stderr == b"atlas-legal: the output cannot be written (No space left on device)\n"


def test_closed_streams_are_no_traceback() -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m atlas_legal matrix >&-', sys.executable], stderr=subprocess.PIPE
    )
    assert done.returncode == 2
    assert b"no standard output" in done.stderr
    done = subprocess.run(
        ["sh", "-c", '"$0" -m atlas_legal matrix --laws none 2>&-', sys.executable], stdout=subprocess.PIPE
    )
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_pipe_gets_utf_8_whatever_the_locale(encoding: str) -> None:
    done = run("matrix", env={**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C"})
    assert done.returncode == 0
    assert done.stderr == b""
    assert "✔ met" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


def test_a_terminal_gets_colours_and_signs() -> None:
    status, shown = on_a_terminal("matrix", PYTHONIOENCODING="utf-8")
    assert status == 0
    assert b"\x1b[32m" in shown
    assert "✔ met" in shown.decode("utf-8")


def test_no_color_is_heeded() -> None:
    status, shown = on_a_terminal("matrix", PYTHONIOENCODING="utf-8", NO_COLOR="1")
    assert status == 0
    assert b"\x1b[32m" not in shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp874"])
def test_a_terminal_of_another_encoding_gets_plain_signs(encoding: str) -> None:
    status, shown = on_a_terminal("matrix", "--profile", "usdol-findings", PYTHONIOENCODING=encoding)
    assert status == 0
    text = shown.decode(encoding)
    assert "+ yes" in text
    assert "x no" in text
    assert "Traceback" not in text


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_a_message_fits_every_encoding(encoding: str) -> None:
    done = run("matrix", "Ñandutí", env={**os.environ, "PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"atlas-legal: unknown country")


def test_ctrl_c_leaves_neither_traceback_nor_output(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"act-{number}.txt").write_text(
            "\n\n".join(f"Section {n}. No child under {n % 20} shall work." for n in range(1, 200)), "utf-8"
        )
    process = subprocess.Popen(
        [*ATLAS, "matrix", "--laws", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(1)
    process.send_signal(2)
    out, err = process.communicate()
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err
