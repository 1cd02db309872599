"""Starting is quick because nothing heavy is imported before it is needed."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "pydantic", "rich", "rapidfuzz", "networkx", "ahocorasick_rs", "yaml")


def imported(code: str) -> set[str]:
    """Top-level modules that are loaded after this code ran in a fresh interpreter."""
    script = f"import sys, io\n{code}\nprint(' '.join({{m.partition('.')[0] for m in sys.modules}}))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not imported("import atlas_legal") & {*HEAVY, "typer"}


def test_the_command_line_starts_without_the_library() -> None:
    assert not imported("import atlas_legal.cli.app") & set(HEAVY)


COMMANDS = ("matrix", "explain", "parse", "validate", "schema", "export", "import", "evaluate")


@pytest.mark.parametrize("arguments", [[], *([command] for command in COMMANDS)])
def test_a_help_page_loads_only_what_draws_it(arguments: list[str]) -> None:
    run = f"app({[*arguments, '--help']}, standalone_mode=False)"
    silent = f"sys.stdout = io.StringIO(); {run}; sys.stdout = sys.__stdout__"
    loaded = imported(f"from atlas_legal.cli.app import app; {silent}")
    assert "typer" in loaded
    assert not loaded & {*HEAVY} - {"rich", "pydantic"}  # Typer draws with the one, may check with the other


def test_every_public_name_is_there() -> None:
    import atlas_legal

    for name in atlas_legal.__all__:
        assert getattr(atlas_legal, name) is not None
        assert f"``{name}``" in (atlas_legal.__doc__ or "")
    with pytest.raises(AttributeError):
        _ = atlas_legal.no_such_name  # type: ignore[attr-defined]


@pytest.mark.parametrize("arguments", [["--help"], ["matrix", "--help"], ["explain", "--help"]])
def test_help_is_data_on_stdout(arguments: list[str]) -> None:
    run = subprocess.run([sys.executable, "-m", "atlas_legal", *arguments], capture_output=True, text=True)
    assert run.returncode == 0
    assert "Usage" in run.stdout
    assert run.stderr == ""
