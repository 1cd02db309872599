"""The README shows what really comes out, and the pages on how to do something are followed literally."""

import os
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from atlas_legal.cli import main
from atlas_legal.cli.app import app
from atlas_legal.reports.words import SIGNS
from atlas_legal.yaml_positions import load_yaml

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = 34
"""Lines of the demo matrix that the README shows, at most: it ends after a whole finding."""

Command = Callable[[str], str]


def blocks(page: Path, kind: str) -> list[str]:
    return [text for language, text in BLOCK.findall(page.read_text("utf-8")) if language == kind]


@pytest.fixture
def atlas(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Run a command line of a page; it must succeed. Returns what it printed."""

    def run(line: str) -> str:
        monkeypatch.setattr("sys.argv", shlex.split(line))
        monkeypatch.setenv("COLUMNS", "80")
        with pytest.raises(SystemExit) as end:
            main()
        captured = capfd.readouterr()
        assert end.value.code == 0, f"{line}: {captured.err}"
        return captured.out

    return run


# README ---------------------------------------------------------------------------------------------------


def readme_commands() -> list[str]:
    return [line for line in README.read_text("utf-8").split("\n") if line.startswith("python3 -m venv")]


def test_the_readme_has_exactly_two_set_up_commands_and_ci_runs_the_second() -> None:
    commands = readme_commands()
    assert len(commands) == 2
    assert commands[0].endswith("atlas-legal matrix")
    assert commands[1] == (ROOT / ".ci" / "run").read_text("utf-8").rstrip("\n").split("\n")[-1]


def what_it_says(lines: list[str]) -> list[str]:
    """Counts, and each finding with its verdict: what must be true; how it is put may change."""
    signs = "".join(re.escape(sign) for sign in SIGNS.values())
    found = []
    for number, line in enumerate(lines):
        if re.match(rf"[{signs}] \w", line):
            title = f"{line} {lines[number + 1] if number + 1 < len(lines) else ''}"
            requirement = re.search(r"[A-Z][A-Z0-9-]*\.[0-9][0-9a-z-]*", title)
            found.append(f"{line.split()[1]} {requirement[0] if requirement else title}")
        elif re.search(r"(?:\s+(?:\d+|·)){6}$", line):
            found.append(" ".join(line.split()))
    return found


def test_the_readme_begins_with_what_the_demo_really_prints(atlas: Command) -> None:
    """``UPDATE_README=1`` writes the lines anew."""
    printed = atlas("atlas-legal matrix").split("\n")
    whole = max(number for number in range(SHOWN) if not printed[number])
    real = printed[:whole]
    text = README.read_text("utf-8")
    if os.environ.get("UPDATE_README"):
        block = "\n".join(real)
        text = re.sub(r"(?<=```text\n).*?(?=```\n)", lambda _: f"{block}\n", text, count=1, flags=re.DOTALL)
        README.write_text(text, "utf-8")
    (shown,) = blocks(README, "text")
    assert text.index("```text") < 1200, "the first screen of the README shows what comes out"
    told = what_it_says(shown.rstrip("\n").split("\n"))
    assert len(told) >= 6
    assert told == what_it_says(real), "UPDATE_README=1 pytest tests/test_docs.py writes the README anew"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_on_a_page_runs(page: Path) -> None:
    for code in blocks(page, "python"):
        exec(compile(code, str(page), "exec"), {})


# Links and options ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)#:]+\.md)(#[^)]+)?\)", page.read_text("utf-8")):
        there = page.parent / target
        assert there.exists(), target
        headings = re.findall(r"^#+ (.*)$", there.read_text("utf-8"), re.MULTILINE)
        if anchor:
            assert anchor[1:] in {re.sub(r"[^\w-]", "", h.lower().replace(" ", "-")) for h in headings}


COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def test_the_command_line_page_has_a_section_for_every_command() -> None:
    text = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("command", list(COMMANDS))
def test_the_command_line_page_has_exactly_the_options_that_exist(command: str) -> None:
    text = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    section = text.split(f"\n## {command}\n")[1].split("\n## ")[0]
    there = {
        option for parameter in COMMANDS[command].params for option in parameter.opts if option[:2] == "--"
    }
    assert set(re.findall(r"--[a-z][a-z-]+", section)) == there - {"--help"}


def test_the_readme_lists_every_command() -> None:
    assert re.findall(r"^\| `(\w+)` \|", README.read_text("utf-8"), re.MULTILINE) == list(COMMANDS)


# Pages that are followed ----------------------------------------------------------------------------------


def follow(page: Path, folder: Path, atlas: Command) -> dict[str, str]:
    """Write the files of a page and run its commands, in the page's order; return what each printed."""
    printed = {}
    for _, text in BLOCK.findall(page.read_text("utf-8")):
        first, _, rest = text.partition("\n")
        if re.fullmatch(r"# \S+\.\w+", first):
            path = folder / first.removeprefix("# ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(rest, "utf-8")
        for line in re.findall(r"^\$ (.*)$", text, re.MULTILINE):
            printed[line] = atlas(line)
    return printed


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of one's own, in which files can be added, as the working folder."""
    for name in ("standards", "country_laws"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.setattr("atlas_legal.locations._PACKAGE", tmp_path / "src" / "atlas_legal")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_add_a_country_followed_literally(checkout: Path, atlas: Command) -> None:
    printed = follow(ROOT / "docs" / "add-a-country.md", checkout, atlas)
    assert list(printed) == [
        "atlas-legal matrix --laws laws",
        "atlas-legal validate country_laws/NZL laws",
        "atlas-legal matrix --country NZL --laws laws",
        "atlas-legal explain C138.2-3 --country NZL --laws laws",
        "atlas-legal evaluate gold.yaml --laws laws --country NZL",
    ]
    assert "✔ met       General minimum age for work  C138.2-3  [age 15]" in printed[
        "atlas-legal matrix --laws laws"
    ].replace("\N{NO-BREAK SPACE}", " ")
    assert "Crimes Act (43 of 1961)" in printed["atlas-legal matrix --laws laws"]
    assert printed["atlas-legal validate country_laws/NZL laws"] == "valid: no problems found\n"
    assert "§ Work Act, Section 4" in printed["atlas-legal explain C138.2-3 --country NZL --laws laws"]


def test_add_a_standard_shows_a_criterion_that_can_be_read(tmp_path: Path) -> None:
    (example,) = blocks(ROOT / "docs" / "add-a-standard.md", "yaml")
    file = tmp_path / "criterion.yaml"
    file.write_text(example, "utf-8")
    from atlas_legal.country.checked import checked
    from atlas_legal.model.standard import Criterion

    read = checked(dict[str, Criterion], load_yaml(file))
    assert [leaf.leaf for leaf in read["criterion"].all or ()] == ["age", "must_not_exclude"]


def test_the_architecture_page_names_every_folder_and_status() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    folders = {path.name for path in (ROOT / "src" / "atlas_legal").iterdir() if path.is_dir()} - {
        "__pycache__"
    }
    assert folders <= set(re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE))
    for status in SIGNS:
        assert f"| `{status}` |" in text
