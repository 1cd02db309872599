"""Every code that a problem can have is explained, and nothing else is."""

import ast
import os
import re
from pathlib import Path

from atlas_legal.standards.codes import CODES, GROUPS

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "atlas_legal"
PAGE = ROOT / "docs" / "validation.md"
MAKERS = {"problem", "_problem", "_unknown", "_fail", "_pass_over", "YamlError", "Problem"}
"""What makes a problem or an error that becomes one."""
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+|impossible|unreachable|unquoted|register")


def used() -> set[str]:
    """The words in calls that make problems, and in tuples and names that such calls take their code from."""
    found = set()
    for folder in ("standards", "country", "."):
        for path in (SOURCE / folder).glob("*.py"):
            if path.name in ("codes.py", "vocabulary.py"):
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    name = (
                        node.func.attr
                        if isinstance(node.func, ast.Attribute)
                        else getattr(node.func, "id", "")
                    )
                    if name in MAKERS:
                        words = [*node.args, *(k.value for k in node.keywords if k.arg == "code")]
                        found |= {w.value for n in words for w in ast.walk(n) if isinstance(w, ast.Constant)}
                if isinstance(node, ast.Tuple) and node.elts and isinstance(node.elts[0], ast.Constant):
                    found.add(node.elts[0].value)
    return {word for word in found if isinstance(word, str) and CODE.fullmatch(word)}


def test_every_code_in_use_is_explained_and_every_explained_code_is_in_use() -> None:
    assert used() == set(CODES)


def test_no_code_stands_in_two_groups() -> None:
    assert sum(map(len, GROUPS.values())) == len(CODES)


def test_each_code_is_explained_in_one_sentence() -> None:
    for code, sentence in CODES.items():
        assert re.fullmatch(r"[A-Z][^\n]{15,105}\.", sentence), code


def test_the_page_has_every_code_with_its_sentence() -> None:
    """``UPDATE_DOCS=1`` writes the tables anew."""
    tables = []
    for group, sentences in GROUPS.items():
        rows = [f"| `{code}` | {said} |" for code, said in sentences.items()]
        tables.append("\n".join([f"### {group}", "| code | means |", "|---|---|", *rows]))
    head, _, _ = PAGE.read_text("utf-8").partition("## Codes\n")
    page = f"{head}## Codes\n" + "\n\n".join(tables) + "\n"
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(page, "utf-8")
    assert PAGE.read_text("utf-8") == page, "UPDATE_DOCS=1 pytest tests/standards/test_codes.py"
