"""What an author sees in an editor: the real YAML language server, driven over its own protocol."""

import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from atlas_legal.interchange.schemas import KINDS

ROOT = Path(__file__).parent.parent.parent
SERVER = "yaml-language-server@1"
INSTRUMENT = """\
instrument: {id: OURS, title: Our Act, short: Our Act, body: us, adopted: "2020-01-01", kind: protocol}
articles:
  "1": {encoded: [OURS.1]}
requirements:
  - id: OURS.1
    article: "1"
    title: {en: Nobody is made to work}
    summary: {en: Nobody may be made to work against their will.}
    pillar: legislation
    area: forced_labour
    severity: high
    criterion:
      id: rule
      norm: {force: [prohibition], concepts: [forced_labour]}
    domain: [penal_law]
"""
HEADER = "# yaml-language-server: $schema=../schema/instrument.json\n"


SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}


SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}
LONGEST = 180
"""Seconds after which a server that does not answer is ended."""


class Editor:
    """As much of an editor as opens a file, is told its problems and asks for completions."""

    def __init__(self, server: Path) -> None:
        command = ["node", str(server), "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.watch = threading.Timer(LONGEST, self.process.kill)
        self.watch.start()
        self.number = 0
        self.problems: dict[str, list[dict[str, Any]]] = {}
        capabilities = {"workspace": {"configuration": True, "didChangeConfiguration": {}}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, parameters: dict[str, Any]) -> None:
        self.send({"method": method, "params": parameters})

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": parameters})
        return self.read(lambda m: m.get("id") == number and "method" not in m)["result"]

    def read(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the message that is waited for; answer what the server asks meanwhile."""
        while True:
            assert self.process.stdout is not None
            length = 0
            while line := self.process.stdout.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            assert length, "the server ended"
            message = json.loads(self.process.stdout.read(length))
            method = message.get("method")
            if method and "id" in message:
                items = message["params"].get("items", []) if method == "workspace/configuration" else []
                answers = [SETTINGS.get(item.get("section")) for item in items]
                self.send({"id": message["id"], "result": answers or None})
            elif method == "textDocument/publishDiagnostics":
                self.problems[message["params"]["uri"]] = message["params"]["diagnostics"]
            if wanted(message):
                return message

    def open(self, file: Path) -> list[dict[str, Any]]:
        """Open a file; return the problems that are shown with it."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": file.read_text("utf-8")}
        self.tell("textDocument/didOpen", {"textDocument": document})
        self.read(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == file.as_uri()
            )
        )
        return self.problems[file.as_uri()]

    def at(self, file: Path, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": character}}

    def completions(self, file: Path, line: int, character: int) -> list[str]:
        answer = self.ask("textDocument/completion", self.at(file, line, character))
        return [item["label"] for item in (answer["items"] if isinstance(answer, dict) else answer)]

    def hover(self, file: Path, line: int, character: int) -> str:
        return str(self.ask("textDocument/hover", self.at(file, line, character)))

    def close(self) -> None:
        self.watch.cancel()
        self.process.kill()
        self.process.communicate()


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("npm and node are not installed: the YAML language server cannot run")
    folder = tmp_path_factory.mktemp("npm")
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", SERVER]
    installed = subprocess.run(command, capture_output=True, text=True)
    if installed.returncode:
        pytest.skip(f"npm could not install the YAML language server: {installed.stderr.strip()[-200:]}")
    editor = Editor(folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server")
    yield editor
    editor.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "standards", tmp_path / "standards")
    return tmp_path / "standards"


def written(library: Path, old: str, new: str) -> tuple[Path, int]:
    """A file with one line changed, and which line it is, from 0."""
    lines = (HEADER + INSTRUMENT).split("\n")
    where = lines.index(old)
    lines[where] = new
    file = library / "instruments" / "OURS.yaml"
    file.write_text("\n".join(lines), "utf-8")
    return file, where


def test_a_mistyped_key_is_flagged_and_the_right_one_offered(editor: Editor, library: Path) -> None:
    file, where = written(library, "    severity: high", "    severty: high")
    flagged = {(p["range"]["start"]["line"], p["message"]) for p in editor.open(file)}
    assert (where, "Property severty is not allowed.") in flagged
    assert any("severity" in message for _, message in flagged), "the key that is missing is named"
    offered = editor.completions(file, where, len("    seve"))
    assert "severity" in offered
    assert "pillar" not in offered, "a key that is there already is not offered again"


def test_a_wrong_word_is_flagged_and_the_right_ones_offered(editor: Editor, library: Path) -> None:
    file, where = written(library, "    pillar: legislation", "    pillar: law")
    assert [problem["range"]["start"]["line"] for problem in editor.open(file)] == [where]
    assert {"legislation", "enforcement"} <= set(editor.completions(file, where, len("    pillar: ")))


def test_leaves_of_a_criterion_are_offered(editor: Editor, library: Path) -> None:
    file, where = written(library, "      norm: {force: [prohibition], concepts: [forced_labour]}", "      ")
    editor.open(file)
    assert {"norm", "age", "must_not_exclude", "all"} <= set(editor.completions(file, where, 6))


def test_a_key_is_explained(editor: Editor, library: Path) -> None:
    file, where = written(library, "    domain: [penal_law]", "    domain: [penal_law]")
    assert editor.open(file) == []
    assert "silence counts as a gap" in editor.hover(file, where, 6)


def test_an_editor_shows_no_problem_in_what_ships(editor: Editor) -> None:
    files = [file for kind in KINDS.values() for glob in kind.files for file in sorted(ROOT.glob(glob))]
    assert files
    assert {file.name: problems for file in files if (problems := editor.open(file))} == {}
