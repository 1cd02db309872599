"""The first table of a CSV file or an Excel workbook, as texts with their rows and columns.

Whatever stands in a cell is data: formulas are refused, not computed, and nothing is looked up elsewhere.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Final

from atlas_legal.model.errors import AtlasError, ReadError, UsageError
from atlas_legal.model.validation import Problem
from atlas_legal.readers.encodings import decode

MAX_BYTES: Final = 10_000_000
MAX_UNPACKED: Final = 50_000_000
MAX_ROWS: Final = 10_000
SHOWN: Final = 50
"""How many problems are collected and shown; a file with more is a file of another kind."""

_SHEET_ROWS: Final = 1_048_576
"""Rows that a worksheet can have; a row that says a higher number is a trap."""
_DELIMITERS: Final = (",", ";", "\t")
_FORMULA_SHIELD: Final = "'"


class TableError(AtlasError):
    """A table with problems, each at its row and column."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty. ``number`` counts from 1 as the spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]


class Notes:
    """The problems of one file, in the order found; at a certain number reading stops."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(self, row: int, column: int, message: str, hint: str = "") -> None:
        """Note a problem at a row and column, both from 1."""
        self.problems.append(
            Problem(
                file=self.file,
                line=row,
                column=column,
                severity="error",
                code="table",
                message=message,
                hint=hint,
            )
        )
        if len(self.problems) >= SHOWN:
            self.refuse()

    def refuse(self, header: Sequence[str] = ()) -> None:
        """Raise all problems as one error, if there are any.

        Raises
        ------
        TableError : there are; ``header`` names the columns.
        """
        if not self.problems:
            return
        found = sorted(self.problems, key=lambda p: (p.line, p.column))
        lines = [
            f"row {p.line}, column {letters(p.column)}"
            + (f' "{header[p.column - 1]}"' if p.column <= len(header) and header[p.column - 1] else "")
            + f": {p.message}"
            + (f" ({p.hint})" if p.hint else "")
            for p in found
        ]
        more = ", and perhaps more" if len(found) >= SHOWN else ""
        count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
        raise TableError("\n".join([f"{count}{more}; nothing was written", *lines]), place=self.file)


def letters(column: int) -> str:
    """Return a column's name as spreadsheets show it: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def read_table(path: Path, known: Callable[[str], bool]) -> tuple[Row, ...]:
    """Return the rows of a CSV file, or of a workbook's first sheet; the header first, empty rows left out.

    ``known`` tells whether a word is the name of a column: the delimiter of a CSV file is the one by which
    its first row has the most of them.

    Raises
    ------
    ReadError : the file cannot be read, or is no table.
    TableError : cells that hold no text (formulas, dates), with their rows and columns.
    UsageError : openpyxl, which comes with the extra ``xlsx``, is not installed.
    """
    notes = Notes(str(path))
    try:
        data = _bytes(path)
    except OSError as problem:
        raise ReadError(f"cannot be read ({problem.strerror})", place=str(path)) from problem
    rows = _workbook(data, notes) if path.suffix.lower() in (".xlsx", ".xlsm") else _csv(data, notes, known)
    kept = tuple(_kept(rows, notes))
    notes.refuse(kept[0].cells if kept else ())
    if not kept:
        raise ReadError("there is nothing in the table", place=str(path))
    return kept


def _bytes(path: Path) -> bytes:
    """Return a file's bytes."""
    place = str(path)
    if not path.is_file():
        what = "is a folder, not a file" if path.is_dir() else "there is no such file"
        raise ReadError(what, place=place)
    if path.suffix.lower() in (".xls", ".ods", ".numbers"):
        raise ReadError(
            "is a kind of spreadsheet that is not read", place=place, hint="save it as .xlsx or .csv"
        )
    if path.stat().st_size > MAX_BYTES:
        raise ReadError(f"is larger than {MAX_BYTES:,} bytes", place=place, hint="split the table")
    return path.read_bytes()


def _kept(rows: Iterable[Row], notes: Notes) -> Iterator[Row]:
    """Yield the rows that are not empty, each text without the spaces and the shield around it."""
    seen = 0
    for row in rows:
        cells = tuple(map(_unshielded, row.cells))
        if any(cells):
            seen += 1
            if seen > MAX_ROWS:
                notes.add(row.number, 1, f"more than {MAX_ROWS:,} rows", "split the table")
                notes.refuse()
            yield Row(row.number, cells)


def _unshielded(text: str) -> str:
    """Return a cell's text; an apostrophe that keeps it from being a formula is not part of it."""
    text = text.strip()
    bare = text.removeprefix(_FORMULA_SHIELD)
    return bare if bare[:1] in tuple("=+-@＝＋－＠") else text


def _csv(data: bytes, notes: Notes, known: Callable[[str], bool]) -> Iterator[Row]:
    """Yield the rows of CSV text in any encoding that can be told."""
    if not data.strip():
        return
    text = decode(data, notes.file).text

    def rows(delimiter: str) -> Iterator[list[str]]:
        return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)

    def names(delimiter: str) -> int:
        try:
            return sum(map(known, next((row for row in rows(delimiter) if any(row)), ())))
        except csv.Error:
            return 0

    number = 0
    try:
        for number, row in enumerate(rows(max(_DELIMITERS, key=names)), start=1):
            yield Row(number, tuple(row))
    except csv.Error as problem:
        notes.add(number + 1, 1, f"the row cannot be read: {problem}", "check its quotation marks")


def _workbook(data: bytes, notes: Notes) -> Iterator[Row]:
    """Yield the rows of a workbook's first sheet."""
    try:
        from openpyxl import load_workbook
    except ImportError as problem:
        raise UsageError(
            "Excel workbooks need openpyxl, which is not installed",
            hint='pip install "atlas-legal[xlsx]", or save the table as CSV',
        ) from problem
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise ReadError(
                    f"unpacks to more than {MAX_UNPACKED:,} bytes", place=notes.file, hint="split the table"
                )
        book = load_workbook(io.BytesIO(data), read_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # a file may say a wrong size
        for number, cells in enumerate(sheet.iter_rows(max_row=_SHEET_ROWS), start=1):
            yield Row(
                number, tuple(_text(cell, number, column, notes) for column, cell in enumerate(cells, 1))
            )
    except AtlasError:
        raise
    except Exception as problem:  # the parsers of a hostile workbook raise anything
        raise ReadError(
            "is no Excel workbook that can be read", place=notes.file, hint="save it anew, or as CSV"
        ) from problem


def _text(cell: object, row: int, column: int, notes: Notes) -> str:
    """Return a cell's text; note what is none."""
    value: object = getattr(cell, "value", None)
    kind = getattr(cell, "data_type", "")
    if value is None:
        return ""
    if kind == "f":
        notes.add(row, column, "a formula stands here", "paste its value instead")
    elif kind == "e":
        notes.add(row, column, f"the spreadsheet shows an error here: {value}")
    elif isinstance(value, date | time):
        notes.add(
            row,
            column,
            f"the spreadsheet has made a date of this: {str(value).removesuffix(' 00:00:00')}",
            "format the column as text and write it again",
        )
    elif isinstance(value, bool):
        return "yes" if value else "no"
    elif isinstance(value, float) and value.is_integer():
        return str(int(value))
    else:
        return str(value)
    return ""
