"""Where a command's data go: stdout, or a file that is whole or not there at all."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from atlas_legal.model.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

_FILE_WIDTH = 100
"""Columns of a table that is written to a file."""


def write(text: str, output: Path | None) -> None:
    """Write data as UTF-8 to stdout or, atomically, to a file.

    Raises
    ------
    UsageError : the file cannot be written there.
    """
    data = text.encode("utf-8", errors="replace")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    check_output(output)
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(output)
    except OSError as problem:
        temporary.unlink(missing_ok=True)
        raise UsageError(f"cannot be written ({problem.strerror})", place=str(output)) from problem


def check_output(output: Path | None) -> None:
    """Find out before the work whether the output can be written.

    Raises
    ------
    UsageError : the folder is not there or not writable, or the name is a folder's.
    """
    if output is None:
        return
    if output.is_dir():
        raise UsageError("is a folder", place=str(output), hint="give the name of a file")
    if not output.parent.is_dir():
        raise UsageError("there is no such folder", place=str(output.parent))
    if not os.access(output.parent, os.W_OK):
        raise UsageError("the folder cannot be written to", place=str(output.parent))


def show(report: object, output: Path | None = None) -> None:
    """Print something that rich can print: in colour and the terminal's width, or plain into a file.

    Always UTF-8, as data is: laws have letters that no smaller encoding holds.
    """
    import io

    from rich.console import Console

    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        _console().print(report)
        return
    page = io.StringIO()
    Console(file=page, width=_FILE_WIDTH, highlight=False).print(report)
    write(page.getvalue(), output)


def _console() -> "Console":
    """Return a console on stdout; what is not a terminal gets 80 columns, or what COLUMNS says."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)
