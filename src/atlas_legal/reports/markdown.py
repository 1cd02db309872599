"""The gap matrix as Markdown: a page that a lawyer can send on."""

import re
from collections.abc import Iterator

from atlas_legal.model.finding import Finding, Matrix
from atlas_legal.reports import words
from atlas_legal.reports.display import one_line

_SPECIAL = re.compile(r"([\\`*_\[\]|~$]|:(?=//)|(?<=www)\.|(?<=\w)@)")
_LEADING = re.compile(r"^([-+#=]|[0-9]{1,9}(?=[.)]))")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def matrix_markdown(matrix: Matrix) -> str:
    """Return the matrix as GitHub-flavoured Markdown; nothing in a law's text can act as markup."""
    return "\n".join(_lines(matrix)) + "\n"


def escape(text: str, limit: int | None = None) -> str:
    """Return text on one line in which no character is markup, HTML or a link."""
    shown = _SPECIAL.sub(r"\\\1", one_line(text, limit).translate(_ENTITIES))
    return _LEADING.sub(lambda found: found[1] + "\\" if found[1].isdigit() else "\\" + found[1], shown)


def _lines(matrix: Matrix) -> Iterator[str]:
    """Yield the page line by line."""
    yield f"# {escape(words.title(matrix))}"
    yield ""
    yield f"{len(matrix.findings)} requirements: {words.counts(matrix)}."
    yield ""
    if matrix.standards:
        yield from (
            "## Standards",
            "",
            "| Standard | Conforms | Age | Why | Evidence |",
            "|---|---|---|---|---|",
        )
        for standard in matrix.standards:
            sign = words.CONFORMS_SIGNS[standard.conforms]
            places = "; ".join(escape(words.cited(piece, matrix.laws)) for piece in standard.evidence[:3])
            age = "" if standard.age is None else str(standard.age)
            title = escape(standard.title or words.heading(standard.id))
            conforms = f"{sign} {standard.conforms.replace('_', ' ')}"
            yield f"| {title} | {conforms} | {age} | {escape(standard.reason)} | {places} |"
        yield ""
    for name, findings in words.groups(matrix.findings):
        yield from (f"## {escape(name)}", "")
        yield from ("| Status | Requirement | Evidence | Why |", "|---|---|---|---|")
        for finding in findings:
            yield _row(finding, matrix)
        yield ""
    yield from ("## What the words mean", "")
    yield from (
        f"- {sign} **{words.STATUS_WORDS[status]}**: {words.MEANINGS[status]}"
        for status, sign in words.SIGNS.items()
    )
    yield from ("", "## Laws read", "")
    for law in matrix.laws:
        note = f" ({escape(law.note)})" if law.note else ""
        yield f"- {escape(law.title)}, {escape(law.file)}, {law.provisions} provisions{note}"
    for heading, items in (
        ("Missing laws", matrix.missing),
        ("Skipped files", [f"{skipped.file}: {skipped.why}" for skipped in matrix.skipped]),
        ("Assumptions", matrix.assumptions),
    ):
        if items:
            yield from ("", f"## {heading}", "", *(f"- {escape(item)}" for item in items))
    yield from ("", f"{escape(matrix.software)}, standards `{matrix.standards_sha256[:12]}`")


def _row(finding: Finding, matrix: Matrix) -> str:
    """Return a finding's row."""
    status = f"{words.SIGNS[finding.status]} {words.STATUS_WORDS[finding.status]}"
    values = f"<br>{escape(words.values(finding))}" if finding.values else ""
    evidence = "<br>".join(
        f"{escape(words.cited(piece, matrix.laws))}: “{escape(piece.quote, 160)}”"
        for piece in finding.evidence[:2]
    )
    return (
        f"| {status} | **{escape(finding.requirement)}** {escape(finding.title)}{values} | {evidence} | "
        f"{escape(finding.reason)} |"
    )
