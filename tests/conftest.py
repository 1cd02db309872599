"""Figures that tests measured are printed at the end of the run, passed or failed."""

import pytest

FIGURES = "figures"
"""The name under which a test records lines to print (``record_property``)."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [
        r for rows in terminalreporter.stats.values() for r in rows if isinstance(r, pytest.TestReport)
    ]
    lines = [line for r in reports if r.when == "call" for key, line in r.user_properties if key == FIGURES]
    if lines:
        terminalreporter.section(FIGURES)
        for line in lines:
            terminalreporter.write_line(str(line))
