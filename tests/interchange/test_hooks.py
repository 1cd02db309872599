"""The pre-commit hook and the GitHub action, run on somebody else's repository as they would run them."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
OURS = "our-standards/instruments/OURS.yaml"


@pytest.fixture
def installing(tmp_path: Path) -> dict[str, str]:
    """An environment in which installing the checkout takes seconds: what it needs is taken from this one."""
    pytest.importorskip("hatchling", reason="hatchling comes with the dev extra")
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    libraries |= {str(Path(sys.modules["hatchling"].__path__[0]).parent)}
    return {
        **os.environ,
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip's way to say: build with what is here
        "PYTHONPATH": os.pathsep.join(sorted(libraries)),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
    }


def spoil(repository: Path, old: str = "severity: critical", new: str = "severity: critcal") -> int:
    """Put a mistake into the repository's instrument; return its line."""
    file = repository / OURS
    lines = file.read_text("utf-8").split("\n")
    (where,) = [number for number, line in enumerate(lines) if old in line]
    lines[where] = lines[where].replace(old, new)
    file.write_text("\n".join(lines), "utf-8")
    return where + 1


# pre-commit -----------------------------------------------------------------------------------------------


def pre_commit(
    repository: Path, environment: dict[str, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "atlas-legal-validate", *arguments]
    return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True)


def test_the_hook_passes_a_sound_repository_and_names_the_line_of_a_mistake(
    foreign: Path, installing: dict[str, str]
) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit comes with the dev extra")
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: pre-commit installs hooks from one")
    run = pre_commit(foreign, installing, "--all-files")
    assert run.returncode == 0, run.stdout + run.stderr
    line = spoil(foreign)
    run = pre_commit(foreign, installing, "--all-files")
    assert run.returncode == 1
    assert f'{OURS}:{line}:15: error: unknown severity "critcal"' in run.stdout
    assert 'did you mean "critical"?' in run.stdout


def test_the_manifest_is_one() -> None:
    pytest.importorskip("pre_commit", reason="pre-commit comes with the dev extra")
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command).returncode == 0


# GitHub action --------------------------------------------------------------------------------------------


def test_the_action_fits_githubs_schema() -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema comes with the dev extra")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions"]
    run = subprocess.run([*command, str(ROOT / "action.yml")], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_input_reaches_a_script_but_through_the_environment() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def act(repository: Path, environment: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's scripts as GitHub does; return the last, or the first that fails."""
    values = {name: inputs.get(name, item["default"]) for name, item in ACTION["inputs"].items()}
    run = None
    for step in ACTION["runs"]["steps"]:
        if "run" not in step:
            assert step["uses"].startswith("actions/")
            continue
        own = {
            key: re.sub(r"\$\{\{ inputs\.([\w-]+) }}", lambda m: values[m[1]], value)
            for key, value in step.get("env", {}).items()
        }
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=repository,
            env={**environment, "GITHUB_ACTION_PATH": str(ROOT), **own},
            capture_output=True,
            text=True,
        )
        if run.returncode:
            break
    assert run is not None
    return run


@pytest.fixture
def runner(tmp_path: Path, installing: dict[str, str]) -> dict[str, str]:
    """A machine with a Python of its own, as the action's first step sets one up."""
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "python")], check=True)
    return {**installing, "PATH": f"{tmp_path / 'python' / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def test_the_action_passes_a_sound_repository_and_marks_a_mistake(
    foreign: Path, runner: dict[str, str]
) -> None:
    run = act(foreign, runner)
    assert (run.returncode, run.stdout) == (0, ""), run.stderr
    line = spoil(foreign)
    run = act(foreign, runner)
    assert run.returncode == 2
    assert run.stdout.startswith(
        f"::error file={OURS},line={line},col=15,title=unknown-value::unknown severity"
    )
    run = act(foreign, runner, paths="countries\n*\n")
    assert run.returncode == 2
    assert "*: there is no such file or folder" in run.stderr, "a path is taken literally, and never run"
    run = act(foreign, runner, paths="countries")
    assert run.returncode == 0, "only what was asked for is checked"


# What is looked through -----------------------------------------------------------------------------------


def validate(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "atlas_legal", "validate", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_a_repository_is_looked_through_for_standards_and_country_data_alone(foreign: Path) -> None:
    assert validate(foreign, ".").stdout == "valid: no problems found\n"
    (foreign / "compose.yaml").write_text("no: [such, standard", "utf-8")
    (foreign / "tests" / "instruments").mkdir(parents=True)
    (foreign / "tests" / "instruments" / "broken.yaml").write_text("broken", "utf-8")
    assert validate(foreign, ".").returncode == 0


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (OURS, "instrument: {id: OURS}\n"),
        ("our-standards/concepts/work.yaml", "[]\n"),  # cross-checked: the instrument's concept is gone
        ("our-standards/profiles/ours.yaml", "id: ours\n"),
        ("somewhere/ALONE.yaml", "# our own\ninstrument: {id: ALONE}\n"),
        ("countries/NZL/country.yaml", "id: NZ\n"),
        ("countries/NZL/ratifications.yaml", "C138: {ratified: maybe}\n"),
        ("countries/NZL/laws/register.yaml", "laws: none\n"),
    ],
)
def test_whatever_is_wrong_in_a_repository_is_found(foreign: Path, file: str, text: str) -> None:
    (foreign / file).parent.mkdir(parents=True, exist_ok=True)
    (foreign / file).write_text(text, "utf-8")
    run = validate(foreign, ".")
    assert run.returncode == 2
    assert ": error: " in run.stdout
    assert "Traceback" not in run.stderr
