"""The pages that explain how to do something are followed step by step."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas_legal.country import load_framework
from atlas_legal.country.checked import checked
from atlas_legal.model.country import Country, Ratification
from atlas_legal.yaml_positions import load_yaml

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str) -> list[tuple[str, str]]:
    return BLOCK.findall((ROOT / "docs" / page).read_text("utf-8"))


def named(page: str) -> dict[str, str]:
    """Blocks whose first line is a comment with a file name."""
    found = {}
    for _, text in blocks(page):
        first, _, rest = text.partition("\n")
        if re.fullmatch(r"# \S+\.\w+", first):
            found[first.removeprefix("# ")] = rest
    return found


def test_the_laws_of_add_a_country_load_with_their_register(tmp_path: Path) -> None:
    files = named("add-a-country.md")
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    framework = load_framework(laws=tmp_path / "laws")
    assert framework.code == "NZL"
    assert [law.id for law in framework.laws] == ["work-act-2001"]
    assert [unit.eid for unit, _ in framework.laws[0].units()] == ["sec_4"]
    assert framework.register is not None
    assert framework.register.gaps[0].title == "Crimes Act"


def test_the_country_files_of_add_a_country_are_valid(tmp_path: Path) -> None:
    texts = [text for kind, text in blocks("add-a-country.md") if kind == "yaml"]
    country = tmp_path / "country.yaml"
    country.write_text(next(text for text in texts if text.startswith("id: NZL")), "utf-8")
    assert checked(Country, load_yaml(country)).conscription is False
    ratifications = tmp_path / "ratifications.yaml"
    ratifications.write_text(next(text for text in texts if text.startswith("C138:")), "utf-8")
    entries = checked(dict[str, Ratification], load_yaml(ratifications))
    assert [entry.ratified for entry in entries.values()] == ["unknown", "yes"]


@pytest.mark.parametrize("page", sorted(p.name for p in (ROOT / "docs").glob("*.md")))
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / "docs" / target).exists(), f"{page}: {target}"


def readme_commands() -> list[str]:
    text = (ROOT / "README.md").read_text("utf-8")
    return [line for line in text.split("\n") if line.startswith("python3 -m venv")]


def test_the_readme_has_exactly_two_set_up_commands_and_ci_runs_the_second() -> None:
    commands = readme_commands()
    assert len(commands) == 2
    assert commands[0].endswith("atlas-legal matrix")
    assert commands[1] in (ROOT / ".ci" / "run").read_text("utf-8").split("\n")


@pytest.mark.parametrize("command", ["matrix", "explain", "parse", "validate", "evaluate"])
def test_every_option_on_the_command_line_page_exists(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from atlas_legal.cli import main

    text = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    section = text.split(f"\n## {command}\n")[1].split("\n## ")[0]
    monkeypatch.setattr("sys.argv", ["atlas-legal", command, "--help"])
    monkeypatch.setenv("COLUMNS", "200")
    run: Callable[[], None] = main
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code in (0, None)
    help_page = capsys.readouterr().out
    for option in set(re.findall(r"--[a-z][a-z-]+", section)):
        assert option in help_page, option
