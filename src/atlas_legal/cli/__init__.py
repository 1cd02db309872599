"""The command line ``atlas-legal``: one file per command; each loads, calls the library and prints.

Commands import what they need when they run, so that ``--help`` answers at once. Data goes to stdout,
messages to stderr. Exit status: 0 done, 1 findings that ``--fail-on`` names, 2 wrong use or bad input.
"""

import os
import sys

from atlas_legal.model.errors import AtlasError

__all__ = ["DEBUG", "main"]

DEBUG = "ATLAS_LEGAL_DEBUG"
"""The environment variable with which an error shows where in the code it arose."""

_LONGEST = 1000
"""Characters of a line of a message that are shown."""
_INTERRUPTED = 130
"""What a shell reports of a command that Ctrl-C ended: 128 and the number of the signal."""


def main() -> None:
    """Run the command line and end the process with its exit status."""
    try:
        from atlas_legal.cli.app import app  # imported here: an interruption may come this early

        # Not Typer's standalone mode: it ends an interrupted run, and one whose reader went away, with 1.
        status = app(prog_name="atlas-legal", standalone_mode=False)
    except KeyboardInterrupt:
        status = _INTERRUPTED
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        status = _failed(error)
    sys.exit(status or 0)


def _failed(error: Exception) -> int:
    """Say on stderr what went wrong; return the exit status."""
    from typer import Abort

    if isinstance(error, Abort):
        return _INTERRUPTED
    if isinstance(error, AtlasError):
        _say(str(error))
    elif callable(wrong_use := getattr(error, "format_message", None)):  # an option or command, says Typer
        _say(f"{wrong_use()}\nhint: {_help_command(error)} lists what there is")
    elif isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        _say(f"{place}{error.strerror}")
    elif isinstance(error, MemoryError):
        _say("there is not enough memory for these laws\nhint: give fewer or smaller files")
    else:
        _say(_bug(error))
    return 2


def _help_command(error: Exception) -> str:
    """Return the command whose help page a wrong use should be compared with."""
    context = getattr(error, "ctx", None)
    return f"{context.command_path} --help" if context is not None else "atlas-legal --help"


def _bug(error: Exception) -> str:
    """Return what to say of an error that is ours: what, where in the code, and how to report it."""
    from pathlib import Path

    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace is not None else None
    place = f" in {Path(code.co_filename).name}, {code.co_name}" if code is not None else ""
    return (
        f"a mistake in atlas-legal itself: {type(error).__name__}: {error}{place}\n"
        f"hint: please report it with this message and your command; {DEBUG}=1 before the command shows more"
    )


def _say(message: str) -> None:
    """Print an error on stderr; file names and law texts in it must not act on the terminal."""
    from atlas_legal.reports.display import one_line

    if sys.stderr is None:
        return
    first, *more = message.split("\n")
    lines = [
        f"atlas-legal: {one_line(first, _LONGEST)}",
        *(f"  {one_line(line, _LONGEST)}" for line in more),
    ]
    sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    print("\n".join(lines), file=sys.stderr)
