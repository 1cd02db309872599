"""The words and signs that every report for people shares, in the languages that have a file here."""

from collections.abc import Iterable
from importlib import import_module
from itertools import groupby
from typing import Final, get_args

from atlas_legal.model.finding import Answer, Conforms, Evidence, Finding, LawRead, LeafAnswer, Matrix, Status
from atlas_legal.reports.display import excerpt, one_line

LANGUAGES: Final = ("en", "es", "th")
"""Languages in which reports speak: ISO 639-1 codes, English first."""

SIGNS: Final[dict[Status, str]] = {
    "met": "✔",
    "partial": "◐",
    "gap": "○",
    "conflict": "✖",
    "review": "?",
    "not_applicable": "–",
}
CONFORMS_SIGNS: Final[dict[Conforms, str]] = {"yes": "✔", "no": "✖", "not_applicable": "–", "review": "?"}
ANSWER_SIGNS: Final[dict[Answer, str]] = {
    "satisfied": "✔",
    "violated": "✖",
    "absent": "○",
    "uncertain": "?",
}
MEANINGS: Final[dict[Status, str]] = {
    "met": "the law says what the standard asks for",
    "partial": "some of it is there, or an exclusion undermines it",
    "gap": "no law that was read says it",
    "conflict": "the law says the contrary",
    "review": "the texts read do not decide it, or a relevant text is missing",
    "not_applicable": "it does not bind this country, or there is nothing for it to govern",
}

Group = tuple[str, tuple[Finding, ...]]


class Words:
    """What reports say in one language.

    Calling it with an English phrase gives the phrase in the language; a phrase that its file lacks stays
    English. ``{name}`` in a phrase is filled in from the keywords.
    """

    def __init__(self, language: str = "en") -> None:
        self.language = language if language in LANGUAGES else "en"
        self._phrases: dict[str, str] = import_module(f"{__name__}.{self.language}").PHRASES

    def __call__(self, phrase: str, **parts: object) -> str:
        """Return a phrase in the language."""
        return self._phrases.get(phrase, phrase).format(**parts)

    def name(self, identifier: str) -> str:
        """Return an identifier in words: ``child_labour`` gives "child labour"."""
        return self(identifier.replace("_", " "))

    def heading(self, identifier: str) -> str:
        """Return an identifier as a heading: ``child_labour`` gives "Child labour"."""
        words = self.name(identifier)
        return words[:1].upper() + words[1:]

    def status(self, status: Status) -> str:
        """Return a status as sign and word."""
        return f"{SIGNS[status]} {self.name(status)}"

    def conforms(self, conforms: Conforms) -> str:
        """Return a standard's verdict as sign and word."""
        return f"{CONFORMS_SIGNS[conforms]} {self.name(conforms)}"

    def answer(self, answer: Answer) -> str:
        """Return a leaf's answer as sign and word."""
        return f"{ANSWER_SIGNS[answer]} {self.name(answer)}"

    def title(self, matrix: Matrix) -> str:
        """Return the matrix's title: the country, and what this is."""
        country = matrix.country_name or self("The laws given")
        code = f" ({matrix.country})" if matrix.country and matrix.country != country else ""
        return f"{country}{code}: {self('gap matrix')}"

    def scope(self, matrix: Matrix) -> str:
        """Return on one line what the matrix covers: profile, date, and how many laws were read and not."""
        unused = sum(not law.used for law in matrix.laws)
        parts = [
            self("profile {name}", name=matrix.profile),
            self("as of {date}", date=matrix.as_of) if matrix.as_of else "",
            self("laws read: {n}", n=len(matrix.laws) - unused),
            self("not used: {n}", n=unused) if unused else "",
            self("missing: {n}", n=len(matrix.missing)) if matrix.missing else "",
            self("skipped: {n}", n=len(matrix.skipped)) if matrix.skipped else "",
        ]
        return " · ".join(filter(None, parts))

    def groups(self, findings: Iterable[Finding]) -> tuple[Group, ...]:
        """Return the findings under headings of pillar and area, in the order in which these first appear."""
        order: dict[tuple[str, str], int] = {}
        for finding in (findings := tuple(findings)):
            order.setdefault((finding.pillar, finding.area), len(order))
        placed = sorted(findings, key=lambda f: order[f.pillar, f.area])
        return tuple(
            (f"{self.heading(pillar)} · {self.heading(area)}", tuple(group))
            for (pillar, area), group in groupby(placed, key=lambda f: (f.pillar, f.area))
        )

    def values(self, finding: Finding) -> str:
        """Return the finding's values, all of them ages: a single one as such, else each with its name."""
        if len(finding.values) == 1:
            return self("age {years}", years=next(iter(finding.values.values())))
        return ", ".join(f"{self.name(name)} {value}" for name, value in finding.values.items())

    def because(self, told: Finding | LeafAnswer) -> str:
        """Return why, as one sentence, in the language as far as its file goes."""
        if self.language == "en" or not told.reasons:
            return sentence(told.reason)
        either = self("or")
        statements = (r.text(self._phrases.get(r.phrase), self.name, either) for r in told.reasons)
        return sentence("; ".join(dict.fromkeys(statements)))

    def cited(self, piece: Evidence, laws: Iterable[LawRead]) -> str:
        """Return a citation: law and label, and what the provision does where it is no plain support."""
        role = "" if piece.role == "supports" else f" ({self.name(piece.role)})"
        return f"{law_name(piece.law, laws)}, {one_line(piece.label)}{role}"


def counts(findings: Iterable[Finding]) -> dict[Status, int]:
    """Return how many findings have each status, in the order of the signs."""
    numbers: dict[Status, int] = dict.fromkeys(get_args(Status), 0)
    for finding in findings:
        numbers[finding.status] += 1
    return numbers


def areas(findings: Iterable[Finding]) -> dict[str, dict[Status, int]]:
    """Return the counts for each area, in the order in which the areas first appear."""
    by_area: dict[str, list[Finding]] = {}
    for finding in findings:
        by_area.setdefault(finding.area, []).append(finding)
    return {area: counts(own) for area, own in by_area.items()}


def law_name(law_id: str, laws: Iterable[LawRead], limit: int = 60) -> str:
    """Return what a lawyer calls the law: its short title where there is one."""
    law = next((law for law in laws if law.id == law_id), None)
    return one_line((law.short or law.title) if law else law_id, limit)


def telling(finding: Finding) -> tuple[Evidence, ...]:
    """Return the evidence that tells most: the best, and where that is not all, one that says something else.

    Something else has another role, such as an exception, or answers another leaf; failing these, it is the
    next best.
    """
    best, rest = finding.evidence[:1], finding.evidence[1:]
    if finding.status == "met" or not rest:
        return best
    other = [p for p in rest if p.role != best[0].role] or [p for p in rest if p.leaf != best[0].leaf] or rest
    return (*best, other[0])


def quoted(piece: Evidence, limit: int) -> str:
    """Return a quote for people, in quotation marks, without the heading that the citation has said."""
    return f"“{excerpt(piece.quote, piece.label, limit)}”"


def sentence(text: str) -> str:
    """Return a reason as a sentence on one line: a capital, and a full stop, which Thai does not have."""
    line = one_line(text)
    ended = not line or line.endswith((".", "…")) or "\u0e00" <= line[-1] <= "\u0e7f"
    return f"{line[:1].upper()}{line[1:]}{'' if ended else '.'}"
