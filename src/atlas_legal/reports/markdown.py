"""The gap matrix as Markdown: a page that a lawyer can send on."""

import re
from collections.abc import Iterator

from atlas_legal.model.finding import Finding, LawRead, Matrix, Status
from atlas_legal.reports.display import one_line
from atlas_legal.reports.words import MEANINGS, SIGNS, Words, areas, counts, quoted, sentence, telling

_SPECIAL = re.compile(r"([\\`*_\[\]|~$]|:(?=//)|(?<=www)\.|(?<=\w)@)")
_LEADING = re.compile(r"^([-+#=]|[0-9]{1,9}(?=[.)]))")
_QUOTE = 240
"""Characters of a quote that are shown."""
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def matrix_markdown(matrix: Matrix) -> str:
    """Return the matrix as GitHub-flavoured Markdown in its language; no law's text can act as markup."""
    return "\n".join(_lines(matrix)) + "\n"


def escape(text: str, limit: int | None = None) -> str:
    """Return text on one line in which no character is markup, HTML or a link."""
    shown = _SPECIAL.sub(r"\\\1", one_line(text, limit).translate(_ENTITIES))
    return _LEADING.sub(lambda found: found[1] + "\\" if found[1].isdigit() else "\\" + found[1], shown)


def _lines(matrix: Matrix) -> Iterator[str]:
    """Yield the page line by line."""
    say = Words(matrix.language)
    yield f"# {escape(say.title(matrix))}"
    yield ""
    yield escape(say.scope(matrix))
    yield ""
    signs = [f"{sign} {say.name(status)}" for status, sign in SIGNS.items()]
    yield from table_head("", *signs)
    rows = areas(matrix.findings)
    for area, numbers in rows.items():
        yield table_row(escape(say.heading(area)), *_numbers(numbers))
    yield table_row(f"**{say('All')}**", *_numbers(counts(matrix.findings)))
    yield ""
    if matrix.standards:
        yield f"## {say('Standards')}"
        yield ""
        yield from table_head(*map(say, ("Verdict", "Standard", "Age", "Why", "Evidence")))
        for standard in matrix.standards:
            yield table_row(
                say.conforms(standard.conforms),
                escape(standard.title or standard.id),
                "" if standard.age is None else str(standard.age),
                escape(sentence(standard.reason)),
                "; ".join(escape(say.cited(piece, matrix.laws)) for piece in standard.evidence[:3]),
            )
        yield ""
    for name, findings in say.groups(matrix.findings):
        yield f"## {escape(name)}"
        yield ""
        yield from table_head(*map(say, ("Verdict", "Requirement", "Why", "Evidence")))
        for finding in findings:
            yield _row(finding, matrix, say)
        yield ""
    yield f"## {say('What the words mean')}"
    yield ""
    for status, meaning in MEANINGS.items():
        yield f"- **{say.status(status)}**: {say(meaning)}"
    for heading, items in (
        ("Laws read", [_law(law, say) for law in matrix.laws if law.used]),
        ("Laws read, not used", [_law(law, say) for law in matrix.laws if not law.used]),
        ("Missing laws", matrix.missing),
        ("Skipped files", [f"{skipped.file}: {skipped.why}" for skipped in matrix.skipped]),
        ("Assumptions", matrix.assumptions),
    ):
        if items:
            yield from ("", f"## {say(heading)}", "", *(f"- {escape(item)}" for item in items))
    yield from ("", f"{escape(matrix.software)}, standards `{matrix.standards_sha256[:12]}`")


def _row(finding: Finding, matrix: Matrix, say: Words) -> str:
    """Return a finding's row."""
    values = f"<br>{escape(say.values(finding))}" if finding.values else ""
    evidence = "<br>".join(
        f"{escape(say.cited(piece, matrix.laws))}: {escape(quoted(piece, _QUOTE))}"
        for piece in telling(finding)
    )
    return table_row(
        say.status(finding.status),
        f"**{escape(finding.title)}**<br>{escape(finding.requirement)}{values}",
        escape(say.because(finding)),
        evidence,
    )


def _law(law: LawRead, say: Words) -> str:
    """Return a law as one line of the list of sources."""
    size = say("{n} provisions", n=law.provisions)
    return f"{law.title} ({law.file}, {law.language}, {size}){f': {law.note}' if law.note else ''}"


def _numbers(numbers: dict[Status, int]) -> tuple[str, ...]:
    """Return counts as cells; a middle dot for none."""
    return tuple(str(n or "·") for n in numbers.values())


def table_head(*cells: str) -> tuple[str, str]:
    """Return the head of a table and the line below it."""
    return table_row(*cells), "|" + "---|" * len(cells)


def table_row(*cells: str) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(cells)} |"
