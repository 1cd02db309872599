"""Where a command's data go: stdout, or a file that is whole or not there at all."""

import codecs
import io
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Final

from atlas_legal.model.errors import UsageError

STDOUT: Final = Path("-")
"""The name of an output that means stdout, as elsewhere."""

_FILE_WIDTH: Final = 100
"""Columns of a table that is written to a file."""
_PLAIN: Final = {
    "✔": "+",
    "✖": "x",
    "◐": "~",
    "○": "o",
    "–": "-",
    "—": "-",
    "─": "-",
    "│": "|",
    "├": "|",
    "└": "`",
    "·": "*",
    "…": "...",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
}
"""What stands for a sign on a terminal that does not have it."""
_ERRORS: Final = "atlas-legal-plain"


def write(text: str, output: Path | None) -> None:
    """Write data as UTF-8 to stdout or, atomically, to a file.

    Raises
    ------
    UsageError : the file cannot be written there.
    """
    data = text.encode("utf-8", errors="replace")
    if output is None or output == STDOUT:
        _emit(data)
        return
    check_output(output)
    target = output.resolve()  # a link stays one
    try:
        if target.exists() and not target.is_file():  # a device or a pipe: nothing to replace
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as problem:
        raise UsageError(f"cannot be written ({problem.strerror})", place=str(output)) from problem


def check_output(output: Path | None, laws: Path | None = None) -> None:
    """Find out before the work whether the output can be written, and would not become a law of ``laws``.

    Raises
    ------
    UsageError : the folder is not there or not writable, the name is a folder's, or the file is one of the
        laws or would be read as one the next time.
    """
    if output is None or output == STDOUT:
        return
    place = str(output)
    try:
        target = output.resolve()
        if target.is_dir():
            raise UsageError("is a folder", place=place, hint="give the name of a file")
        if not target.parent.is_dir():
            raise UsageError("there is no such folder", place=str(output.parent))
        if not os.access(target if target.exists() else target.parent, os.W_OK):
            what = "the file" if target.exists() else "the folder"
            raise UsageError(f"{what} cannot be written to", place=place)
        if laws is not None and _would_be_a_law(target, laws.resolve()):
            raise UsageError(
                "would stand among the laws, and be read as one of them",
                place=place,
                hint="write it to another folder",
            )
    except (OSError, RuntimeError) as problem:  # a loop of links is a RuntimeError before Python 3.13
        why = getattr(problem, "strerror", None) or problem
        raise UsageError(f"cannot be written ({why})", place=place) from problem


def show(report: object, output: Path | None = None) -> None:
    """Print something that rich can print: in colour and the terminal's width, or plain into a file or pipe.

    Pipes and files get UTF-8, as data do: laws have letters that no smaller encoding holds. A terminal gets
    its own encoding, with plain signs for those it lacks.
    """
    from rich.console import Console

    page = io.StringIO()  # rendered before it is written, so that what fails half way prints nothing
    if output is not None and output != STDOUT:
        Console(file=page, width=_FILE_WIDTH, highlight=False).print(report)
        write(_without_padding(page.getvalue()), output)
        return
    terminal = sys.stdout is not None and sys.stdout.isatty()
    console = Console(file=page, force_terminal=terminal or None, highlight=False)
    console.print(report)
    text = page.getvalue() if console.is_terminal else _without_padding(page.getvalue())
    codecs.register_error(_ERRORS, _plain)
    _emit(text.encode(sys.stdout.encoding if terminal else "utf-8", errors=_ERRORS))


def _emit(data: bytes) -> None:
    """Write to stdout. A reader that went away (head, less) has what it wanted: nothing went wrong."""
    if sys.stdout is None:
        raise UsageError("there is no standard output to write to", hint="give a file with -o")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as problem:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise UsageError(f"the output cannot be written ({problem.strerror})") from problem


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Replace what an encoding lacks: a sign by a plain one, a letter by a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_PLAIN.get(character, "?") for character in missing), error.end


def _without_padding(text: str) -> str:
    """Return text without the spaces that fill the columns of a table at the end of a line."""
    return re.sub(r"(?<! ) +$", "", text, flags=re.MULTILINE)


def _would_be_a_law(target: Path, laws: Path) -> bool:
    """Whether the file is a law that is read, or stands where every text is read as a law."""
    from atlas_legal.country.framework import READABLE
    from atlas_legal.country.register import FILE_NAME

    if laws.is_file() or not target.is_relative_to(laws):
        return target == laws
    if target.suffix.lower() in READABLE:
        return target.exists() or not (laws / FILE_NAME).is_file()
    return target.name == FILE_NAME


def _replace(target: Path, data: bytes) -> None:
    """Write a file beside the target and let it take the target's place: no half file is ever seen."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
