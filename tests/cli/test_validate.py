"""``atlas-legal validate``: formats, exit statuses, and watching."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CONCEPT = """\
- id: forced_labour
  label: {en: Forced labour, es: Trabajo forzoso}
  terms:
    en: [forced labour]
    es: [trabajo forzoso]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "concepts").mkdir()
    path = tmp_path / "concepts" / "a.yaml"
    path.write_text(CONCEPT, "utf-8")
    return path


@pytest.mark.parametrize(("change", "plain", "strict"), [("", 0, 1), ("- id: Ab\n", 2, 2)])
def test_the_exit_status_tells_errors_from_warnings(
    atlas: Callable, file: Path, change: str, plain: int, strict: int
) -> None:
    file.write_text(CONCEPT + change, "utf-8")  # nothing asks for the concept: a warning
    assert atlas("validate", file).status == plain
    assert atlas("validate", file, "--fail-on", "warning").status == strict


def test_a_severity_that_there_is_not_is_refused(atlas: Callable) -> None:
    run = atlas("validate", "--fail-on", "warnings")
    assert run.status == 2
    assert 'did you mean "warning"?' in run.err


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_every_format_has_every_problem(atlas: Callable, file: Path, form: str) -> None:
    file.write_text(CONCEPT.replace("label:", "lable:") + CONCEPT.replace("terms:", "trems:"), "utf-8")
    out = atlas("validate", file, "--format", form).out
    for word in ("lable", "trems", "did you mean"):
        assert word in out
    if form in ("json", "sarif"):
        json.loads(out)


@pytest.fixture
def watching(file: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-u", "-m", "atlas_legal", "validate", "--watch", str(file.parent.parent)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def until(process: subprocess.Popen[str], word: str) -> str:
    """Read lines until one has the word."""
    assert process.stdout is not None
    for line in process.stdout:
        if word in line:
            return line
    raise AssertionError(process.communicate()[1])


def test_watching_checks_again_after_a_change_and_ends_quietly(
    file: Path, watching: subprocess.Popen[str]
) -> None:
    assert "orphan-concept" in until(watching, "warning")
    time.sleep(0.1)
    file.write_text(CONCEPT.replace("terms:", "trems:"), "utf-8")
    assert "unknown-key" in until(watching, "trems")
    watching.send_signal(signal.SIGINT)
    out, err = watching.communicate(timeout=10)
    assert watching.returncode == 0
    assert "Traceback" not in out + err


def test_watching_is_for_people(atlas: Callable) -> None:
    assert atlas("validate", "--watch", "--format", "json").status == 2
