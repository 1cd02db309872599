"""Problems in data that people write."""

from typing import Literal

from atlas_legal.model.base import Model

Severity = Literal["error", "warning"]


class Problem(Model):
    """Something wrong in a file. ``line`` and ``column`` are counted from 1; ``code`` is stable."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""
