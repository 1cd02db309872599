"""Broken standards files, one defect each: all are found in one run at the right line, and nothing else."""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from atlas_legal.standards import validate
from atlas_legal.standards.codes import CODES, COUNTRY

BROKEN = Path(__file__).parent.parent / "data" / "broken"
CASES = {case["file"]: case for case in yaml.safe_load((BROKEN / "manifest.yaml").read_text("utf-8"))}
ELSEWHERE = {*COUNTRY, "file-missing", "file-unreadable", "no-standards", "too-many", "yaml-size"}
"""Codes of problems that no small standards file can have; other tests have them."""

Found = dict[str, list[tuple[int, str]]]


@pytest.fixture(scope="module")
def found() -> Found:
    """Line and code of every problem, by file."""
    places: Found = defaultdict(list)
    for problem in validate([BROKEN]):
        places[Path(problem.file).absolute().relative_to(BROKEN).as_posix()].append(
            (problem.line, problem.code)
        )
    return places


def test_the_manifest_has_every_file() -> None:
    sound = {path.relative_to(BROKEN).as_posix() for path in BROKEN.glob("*/*/*.yaml")} - CASES.keys()
    assert {Path(file).stem for file in sound} == {"BASE", "AGES", "base"}
    assert len(CASES) >= 120


@pytest.mark.parametrize("file", sorted(CASES))
def test_what_is_wrong_is_found_at_its_line_and_nothing_else_is(found: Found, file: str) -> None:
    assert sorted(found.get(file, [])) == sorted(map(tuple, CASES[file]["problems"])), CASES[file]["why"]


def test_sound_files_beside_broken_ones_have_no_problems(found: Found) -> None:
    assert not found.keys() - CASES.keys()


def test_every_code_is_shown_by_a_file() -> None:
    shown = {code for case in CASES.values() for _, code in case["problems"]}
    assert shown == CODES.keys() - ELSEWHERE


def test_the_command_shows_them_all_without_a_traceback() -> None:
    command = [sys.executable, "-m", "atlas_legal", "validate", str(BROKEN), "--format", "json"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (2, "")
    report = json.loads(run.stdout)
    assert not report["valid"]
    assert len({problem["file"] for problem in report["problems"]}) == len(CASES)


@pytest.mark.parametrize("file", ["meaning/instruments/UNKNOWN-LEAF.yaml", "form/profiles/conforms.yaml"])
def test_a_file_alone_is_checked_within_its_library(file: str) -> None:
    problems = validate([BROKEN / file])
    assert [(p.line, p.code) for p in problems] == [tuple(p) for p in CASES[file]["problems"]]


def test_one_file_can_have_several_problems_at_once(tmp_path: Path) -> None:
    file = tmp_path / "instruments" / "BASE.yaml"
    file.parent.mkdir()
    text = (BROKEN / "form" / "instruments" / "BASE.yaml").read_text("utf-8")
    for right, wrong in (
        ("  kind: protocol", "  kind: treaty"),
        ('  "2-3"', '  "3"'),
        ("functions: [prosecute]", "functions: [prosecute]\n    functions: [inspect]"),
        ("    verified: true\n", "    verified: true\n  - id: BASE.2\n    pillar: none\n"),
    ):
        text = text.replace(right, wrong)
    file.write_text(text, "utf-8")
    codes = {problem.code for problem in validate([tmp_path])}
    assert codes >= {"unknown-value", "ledger-hole", "yaml-duplicate-key", "missing-key", "unknown-concept"}
