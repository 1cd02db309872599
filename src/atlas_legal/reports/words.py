"""The words and signs for statuses and headings that every report for people shares."""

from collections.abc import Iterable
from itertools import groupby

from atlas_legal.model.finding import Conforms, Evidence, Finding, LawRead, Matrix, Status
from atlas_legal.reports.display import one_line

SIGNS: dict[Status, str] = {
    "met": "✔",
    "partial": "◐",
    "gap": "○",
    "conflict": "✖",
    "review": "?",
    "not_applicable": "–",
}
STATUS_WORDS: dict[Status, str] = {
    "met": "met",
    "partial": "partial",
    "gap": "gap",
    "conflict": "conflict",
    "review": "review",
    "not_applicable": "not applicable",
}
MEANINGS: dict[Status, str] = {
    "met": "the law says what the standard asks for",
    "partial": "some of it is there, or an exclusion undermines it",
    "gap": "no law that was read says it",
    "conflict": "the law says the contrary",
    "review": "the texts read do not decide it, or a relevant text is missing",
    "not_applicable": "it does not bind this country",
}
CONFORMS_SIGNS: dict[Conforms, str] = {"yes": "✔", "no": "✖", "not_applicable": "–", "review": "?"}

Group = tuple[str, tuple[Finding, ...]]


def heading(word: str) -> str:
    """Return an identifier as a heading: ``child_labour`` gives "Child labour"."""
    return word.replace("_", " ").capitalize()


def groups(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Return the findings under headings of pillar and area, in the order in which these first appear."""
    order: dict[tuple[str, str], int] = {}
    for finding in (findings := tuple(findings)):
        order.setdefault((finding.pillar, finding.area), len(order))
    placed = sorted(findings, key=lambda f: order[f.pillar, f.area])
    return tuple(
        (f"{heading(pillar)} · {heading(area)}", tuple(group))
        for (pillar, area), group in groupby(placed, key=lambda f: (f.pillar, f.area))
    )


def counts(matrix: Matrix) -> str:
    """Return how many findings have each status, in words."""
    number = {status: sum(f.status == status for f in matrix.findings) for status in SIGNS}
    return ", ".join(f"{n} {STATUS_WORDS[status]}" for status, n in number.items() if n)


def law_name(law_id: str, laws: Iterable[LawRead], limit: int = 48) -> str:
    """Return what a lawyer calls the law: its short title where there is one."""
    law = next((law for law in laws if law.id == law_id), None)
    return one_line((law.short or law.title) if law else law_id, limit)


def values(finding: Finding) -> str:
    """Return the finding's values in words, such as "minimum age work 15"."""
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in finding.values.items())


def cited(piece: Evidence, laws: Iterable[LawRead]) -> str:
    """Return a citation: law and label, and what the provision does where it is no plain support."""
    role = "" if piece.role == "supports" else f" ({piece.role})"
    return f"{law_name(piece.law, laws)}, {one_line(piece.label)}{role}"


def title(matrix: Matrix) -> str:
    """Return the matrix's title: country, profile and date."""
    country = matrix.country_name or "Laws given"
    code = f" ({matrix.country})" if matrix.country and matrix.country != country else ""
    on = f", as of {matrix.as_of}" if matrix.as_of else ""
    return f"{country}{code}: gap matrix, profile {matrix.profile}{on}"
