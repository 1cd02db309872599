"""The command line run in this process, with what it printed and its exit status."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from atlas_legal.cli import main


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Run]


@pytest.fixture
def atlas(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Run ``atlas-legal`` with these arguments."""

    def run(*arguments: object) -> Run:
        monkeypatch.setattr("sys.argv", ["atlas-legal", *map(str, arguments)])
        status: object = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        captured = capfd.readouterr()
        return Run(int(str(status)), captured.out, captured.err)

    return run
