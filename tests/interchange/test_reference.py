"""The reference pages are those of the data, and lead the reader round."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from atlas_legal.interchange.reference import INDEX, reference_pages
from atlas_legal.model.standard import Text
from atlas_legal.standards import load_library

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs" / "standards"
MAKE = "atlas-legal export standards --format md -o docs/standards"


def test_the_committed_pages_are_those_of_the_data() -> None:
    """``UPDATE_REFERENCE=1`` writes them anew, as the command does."""
    pages = reference_pages(load_library())
    if os.environ.get("UPDATE_REFERENCE"):
        for file in FOLDER.glob("*.md"):
            file.unlink()
        for name, text in pages.items():
            (FOLDER / name).write_text(text, "utf-8")
    there = {file.name: file.read_text("utf-8") for file in FOLDER.iterdir()}
    stale = sorted(name for name in pages.keys() | there.keys() if pages.get(name) != there.get(name))
    assert not stale, f"the pages are not those of the standards; make them with: {MAKE}"


def test_every_requirement_has_its_section_and_every_link_its_target() -> None:
    library = load_library()
    pages = reference_pages(library)
    anchors = {
        (name, anchor) for name, text in pages.items() for anchor in re.findall(r'<a id="(.+?)">', text)
    }
    assert {anchor for _, anchor in anchors} == {requirement.id for requirement in library.requirements()}
    links = {
        link for text in pages.values() for link in re.findall(r"\]\((?!http)([^)#]+)(?:#([^)]+))?\)", text)
    }
    assert len(links) > len(anchors)
    for page, anchor in links:
        assert page in pages
        assert not anchor or (page, anchor) in anchors


def test_every_article_of_the_ledger_is_shown() -> None:
    library = load_library()
    pages = reference_pages(library)
    for instrument in library.instruments:
        table = pages[f"{instrument.instrument.id}.md"].split("## Coverage")[1].split("<a id")[0]
        rows = re.findall(r"^\| (.+?) \| (encoded|planned|excluded) \| .+ \|$", table, re.MULTILINE)
        assert [article.replace("\\", "") for article, _ in rows] == list(instrument.articles)


def test_the_coverage_table_adds_up() -> None:
    library = load_library()
    text = reference_pages(library)[INDEX]
    rows = re.findall(
        r"^\| \[(.+?)\].*\| (\S+) \| (\S+) \| (\S+) \| (\d+) \| (\d+) of \d+ \|$", text, re.MULTILINE
    )
    assert len(rows) == len(library.instruments)
    assert sum(int(row[4]) for row in rows) == len(library.requirements())
    for row, instrument in zip(rows, library.instruments, strict=True):
        assert sum(int(n) for n in row[1:4] if n != "·") == len(instrument.articles)


def test_no_text_of_a_library_is_markup() -> None:
    library = load_library()
    instrument = library.instruments[0]
    evil = "<script>x</script> [a](http://example.org) | **b** `c`\n# d"
    one = instrument.requirements[0].model_copy(update={"title": Text(en=evil), "summary": Text(en=evil)})
    head = instrument.instrument.model_copy(
        update={"title": evil, "id": "../X", "url": "https://x.org> <script>"}
    )
    changed = instrument.model_copy(update={"instrument": head, "requirements": (one,)})
    pages = reference_pages(library.model_copy(update={"instruments": (changed,)}))
    assert set(pages) == {INDEX, "_X.md"}
    for text in pages.values():
        assert "<script" not in text
        assert not re.search(r"(?<!\\)\]\(http", text)
        assert "\n# d" not in text
        assert "**b**" not in text


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "atlas_legal", "export", "standards", "--format", "md", *arguments]
    return subprocess.run(command, capture_output=True, text=True)


def test_the_command_writes_a_folder(foreign: Path, tmp_path: Path) -> None:
    made = run(str(foreign / "our-standards"), "-o", str(tmp_path / "pages"))
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")
    assert {file.name for file in (tmp_path / "pages").iterdir()} == {INDEX, "OURS.md"}
    assert "OURS.1 Forced labour is forbidden" in (tmp_path / "pages" / "OURS.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give a folder for them with -o"),
        (["-o", str(ROOT / "README.md")], "no folder can be made here"),
        (["-o", str(ROOT / "nowhere" / "pages")], "no folder can be made here"),
        (["-o", "pages", "--profile", "core"], "leave out --profile"),
    ],
)
def test_where_no_folder_is_named_it_is_said(arguments: list[str], said: str) -> None:
    made = run(*arguments)
    assert (made.returncode, made.stdout) == (2, "")
    assert said in made.stderr
