"""Hostile files: a problem with its place, exit status 2, no traceback, and little memory."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BASE = Path(__file__).parent.parent / "data" / "broken" / "form"
ADDRESS_SPACE = 1_500_000_000
"""What a process may ask for, Python and its libraries included; far less is ever used."""
MEMORY = 300_000_000
"""What it may use at any time."""


def aliases() -> str:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    return f"a0: &a0 [{'x, ' * 9}]\n{levels}"


def alias_in_every_item() -> str:
    return "a: &a [x]\nb: [" + "*a, " * 1_000_000 + "]\n"


CASES: dict[str, tuple[Callable[[], str], str]] = {
    "aliases that multiply": (aliases, "yaml-alias"),
    "a million aliases": (alias_in_every_item, "yaml-alias"),
    "a million brackets": (lambda: "[" * 1_000_000, "yaml-syntax"),
    "keys within keys": (lambda: "{a: " * 100_000, "yaml-depth"),
    "steps of indentation": (lambda: "".join(f"{' ' * n}a:\n" for n in range(2000)), "yaml-depth"),
    "three million items": (lambda: "- 1\n" * 3_000_000, "yaml-size"),
    "many empty requirements": (lambda: "requirements:\n" + "- {}\n" * 40_000, "yaml-size"),
    "fewer empty requirements": (lambda: "requirements:\n" + "- {}\n" * 2_000, "too-many"),
    "many empty examples": (lambda: "requirements:\n- examples:\n" + "  - {}\n" * 40_000, "too-many"),
    "many unknown keys": (lambda: "".join(f"k{n}: {{}}\n" for n in range(40_000)), "too-many"),
    "one key very often": (lambda: "a: 1\n" * 40_000, "yaml-duplicate-key"),
    "one long word": (lambda: "a: " + "x" * 9_000_000, "unknown-key"),
    "one long key": (lambda: "x" * 9_000_000 + ": a", "yaml-syntax"),
    "comments only": (lambda: "# x\n" * 2_000_000, "empty-file"),
    "white space only": (lambda: " \n" * 2_000_000, "empty-file"),
    "bells": (lambda: "a: \a\n" * 1_000_000, "yaml-control"),
    "a surrogate in an escape": (lambda: 'instrument: {id: "\\uD800"}\n', "yaml-syntax"),
    "quotes that never close": (lambda: 'a: "' + "\\\\" * 4_000_000, "yaml-syntax"),
    "a directive": (lambda: "%YAML 9.9\n---\na: b\n", "yaml-syntax"),
    "merge keys": (lambda: "a: &a {b: c}\nd: {<<: *a}\n", "yaml-alias"),
}


def run(folder: Path) -> tuple[dict[str, object], int]:
    """Validate a folder in a process of little memory; return its report and the most bytes that it used."""
    with subprocess.Popen(
        [sys.executable, "-m", "atlas_legal", "validate", str(folder), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE)),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        out, err = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 2, err.decode()
    assert err == b""
    return json.loads(out), usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for kind in ("instruments", "concepts"):
        (tmp_path / kind).mkdir()
        for name in ("BASE.yaml", "base.yaml"):
            if (BASE / kind / name).is_file():
                (tmp_path / kind / name).write_bytes((BASE / kind / name).read_bytes())
    return tmp_path


def check(library: Path, code: str) -> None:
    report, used = run(library)
    problems = report["problems"]
    assert isinstance(problems, list)
    bad = [problem for problem in problems if problem["file"].endswith("BAD.yaml")]
    assert code in {problem["code"] for problem in bad}
    assert len(bad) < 1200
    assert all(problem["line"] >= 1 and problem["column"] >= 1 for problem in bad)
    assert all(len(problem["message"]) < 500 for problem in bad)
    assert used < MEMORY


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to a memory limit")
@pytest.mark.parametrize("case", list(CASES))
def test_a_hostile_file_is_a_problem_like_any_other(library: Path, case: str) -> None:
    make, code = CASES[case]
    (library / "instruments" / "BAD.yaml").write_text(make(), "utf-8")
    check(library, code)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to a memory limit")
@pytest.mark.parametrize("content", [b"# fifty megabytes\n", b"x" * 10])
def test_a_file_of_fifty_megabytes_is_refused_unread(library: Path, content: bytes) -> None:
    with (library / "instruments" / "BAD.yaml").open("wb") as file:
        for _ in range(50_000_000 // len(content) // 1000):
            file.write(content * 1000)
    check(library, "yaml-size")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to a memory limit")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bytes(range(256)) * 1000, "yaml-encoding"),
        ("instrument: año\n".encode("utf-16"), "yaml-encoding"),
        (b"instrument: \xed\xa0\x80\n", "yaml-encoding"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"instrument:\r\n\tid: x\r\n", "yaml-tab"),
        (b"\x89PNG\r\n\x1a\n" + bytes(1000), "yaml-encoding"),
    ],
)
def test_bytes_that_are_no_text_are_a_problem_with_its_place(library: Path, data: bytes, code: str) -> None:
    (library / "instruments" / "BAD.yaml").write_bytes(data)
    check(library, code)
