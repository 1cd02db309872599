"""The command line ``atlas-legal``: one file per command; each loads, calls the library and prints.

Commands import what they need when they run, so that ``--help`` answers at once. Data goes to stdout,
messages to stderr. Exit status: 0 done, 1 findings that ``--fail-on`` names, 2 wrong use or bad input.
"""

import os
import sys

from atlas_legal.cli.app import app
from atlas_legal.model.errors import AtlasError

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line and end the process with its exit status."""
    try:
        app()
    except AtlasError as error:
        _say(str(error))
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output (head, less) went away: nothing more to write, and nothing went wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)


def _say(message: str) -> None:
    """Print an error on stderr; file names and law texts in it must not act on the terminal."""
    from atlas_legal.reports.display import one_line

    sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    first, *more = message.split("\n")
    print(f"atlas-legal: {one_line(first)}", file=sys.stderr)
    for line in more:
        print(f"  {one_line(line)}", file=sys.stderr)
