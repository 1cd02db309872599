"""The gap matrix as CSV: one row for each piece of evidence, one for a finding that has none."""

import csv
import io

from atlas_legal.model.finding import Evidence, Matrix
from atlas_legal.reports.display import one_line
from atlas_legal.reports.words import Words

COLUMNS = (
    "country",
    "as_of",
    "profile",
    "requirement",
    "title",
    "pillar",
    "area",
    "status",
    "confidence",
    "values",
    "reason",
    "would_change",
    "rank",
    "role",
    "law",
    "file",
    "eid",
    "label",
    "start",
    "end",
    "quote",
)
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def matrix_csv(matrix: Matrix) -> str:
    """Return the matrix as CSV (RFC 4180, CRLF line ends).

    A text that a spreadsheet would take for a formula gets an apostrophe before it; quotes are shown on one
    line, so ``start`` and ``end`` and not the quote's length give the place.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    say = Words(matrix.language)
    for finding in matrix.findings:
        head = (
            matrix.country,
            matrix.as_of or "",
            matrix.profile,
            finding.requirement,
            finding.title,
            finding.pillar,
            finding.area,
            finding.status,
            finding.confidence,
            "; ".join(f"{name}={value}" for name, value in finding.values.items()),
            say.because(finding),
            say(finding.would_change),
        )
        for piece in finding.evidence or (None,):
            writer.writerow([cell(value) for value in (*head, *_evidence(piece))])
    return out.getvalue()


def _evidence(piece: Evidence | None) -> tuple[str | int, ...]:
    """Return the evidence's columns, empty where there is none."""
    if piece is None:
        return ("",) * 9
    return (
        piece.rank,
        piece.role,
        piece.law,
        piece.file,
        piece.eid,
        piece.label,
        piece.start,
        piece.end,
        piece.quote,
    )


def cell(value: str | int | float) -> str | int | float:
    """Return a value as a cell; text that begins like a formula is kept from being one."""
    if not isinstance(value, str):
        return value
    text = one_line(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
