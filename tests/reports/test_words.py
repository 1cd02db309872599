"""Every phrase that a report says is there in every language."""

import io
import re
from pathlib import Path
from typing import get_args

import pytest
from rich.console import Console

from atlas_legal import matching
from atlas_legal.analysis.matrix import in_language
from atlas_legal.country import load_framework
from atlas_legal.matching import match, match_examples
from atlas_legal.matching.leaves import PLACE
from atlas_legal.model.finding import Answer, Conforms, LeafAnswer, Matrix, NodeAnswer, Role, Status
from atlas_legal.model.norm import Force
from atlas_legal.model.reason import Reason
from atlas_legal.model.reason import sentence as joined
from atlas_legal.model.standard import Area, Pillar, Relation, Severity
from atlas_legal.reports import explain
from atlas_legal.reports.explain import HandbookPage, StandardPage, VerdictPage
from atlas_legal.reports.markdown import matrix_markdown
from atlas_legal.reports.table import MatrixTable
from atlas_legal.reports.words import LANGUAGES, Words, areas, counts, sentence, telling
from atlas_legal.standards import load_library

RARE = {"not verified yet", "at least {n} of these", "at least so many of these"}
"""Said only where the library has such a requirement."""
MATCHER = "\n".join(path.read_text("utf-8") for path in Path(matching.__file__).parent.glob("*.py"))
"""The code in which reasons stand."""
FILLED = re.compile(r"\{\w+\}")


def shown(*reports: object) -> None:
    console = Console(file=io.StringIO(), width=80)
    for report in reports:
        console.print(report)


@pytest.fixture
def said(matrix: Matrix, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every English phrase that the reports look up while they show everything there is to show."""
    phrases: set[str] = set()
    look_up = Words.__call__

    def note(self: Words, phrase: str, **parts: object) -> str:
        phrases.add(phrase)
        return look_up(self, phrase, **parts)

    monkeypatch.setattr(Words, "__call__", note)
    nameless = {
        "country_name": "",
        "country": "",
        "laws": (matrix.laws[0], matrix.laws[0].model_copy(update={"id": "b"})),
    }
    shown(MatrixTable(matrix), MatrixTable(matrix.model_copy(update=nameless)))
    matrix_markdown(matrix)
    library = load_library()
    for instrument in library.instruments:
        for requirement in instrument.requirements:
            shown(HandbookPage(requirement, instrument, library.concepts))
    for profile in library.profiles:
        for standard in profile.standards:
            shown(StandardPage(standard, profile), StandardPage(standard, profile, matrix.standards[0]))
    leaves = [LeafAnswer(leaf="x", kind=kind, answer="absent", reason="") for kind in explain._LEAVES]
    nodes = [NodeAnswer(operator="leaf", status="gap", leaf=leaf) for leaf in leaves]
    for operator in explain._OPERATORS:
        tree = NodeAnswer(operator=operator, status="gap", nodes=nodes)
        finding = matrix.findings[0].model_copy(
            update={"tree": tree, "notes": ("the requirement itself is not verified against its text",)}
        )
        shown(VerdictPage(finding, "", matrix.laws))
    return phrases


def said_of_data() -> set[str]:
    """Names of statuses, pillars, values and the like, as words."""
    names = {*get_args(Status), *get_args(Conforms), *get_args(Answer), *get_args(Role), *get_args(Force)}
    names |= {*get_args(Pillar), *get_args(Area), *Relation.model_fields}
    names |= {"imprisonment", "fine", "closure", "disqualification"}
    severities = {f"severity {word}" for word in get_args(Severity)}
    return {name.replace("_", " ") for name in names} | severities | {"binding", "guidance"}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_phrase_is_translated_and_none_is_left_over(said: set[str], language: str) -> None:
    phrases = set(Words(language)._phrases)
    indicators = {i.replace("_", " ") for r in load_library().requirements() for i in r.indicators}
    assert said - indicators - phrases == set()
    values = {phrase for phrase in phrases if "age" in phrase.split()}
    reasons = {phrase for phrase in phrases if phrase.rpartition(PLACE)[2].lstrip() in MATCHER}
    assert phrases - said - said_of_data() - values - RARE - reasons == set()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_reason_is_translated(language: str) -> None:
    phrases = set(Words(language)._phrases)
    library = load_library()
    findings = list(match(load_framework(), library, library.requirements()))
    for requirement in library.requirements():
        findings += [finding for _, finding in match_examples(requirement, library)]
    said = {reason.phrase for finding in findings for reason in finding.reasons}
    said |= {finding.would_change for finding in findings} | {n for f in findings for n in f.notes}
    assert len(said) > 20
    assert said - phrases == set()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_names_of_data_are_translated(language: str) -> None:
    assert said_of_data() - set(Words(language)._phrases) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_the_same_places(language: str) -> None:
    for phrase, said in Words(language)._phrases.items():
        assert sorted(FILLED.findall(phrase)) == sorted(FILLED.findall(said)), phrase
        assert said.strip(), phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_statuses_and_verdicts_have_words_of_their_own(language: str) -> None:
    say = Words(language)
    for kind in (Status, Conforms, Answer):
        assert len({say.name(word) for word in get_args(kind)}) == len(get_args(kind))


def test_a_language_without_a_file_is_english() -> None:
    assert Words("fr").status("gap") == Words("en").status("gap") == "○ gap"


def test_a_phrase_without_a_translation_stays_english() -> None:
    assert Words("es")("nobody says {n} of this", n=1) == "nobody says 1 of this"


def test_counts_are_of_every_status_and_by_area(matrix: Matrix) -> None:
    assert sum(counts(matrix.findings).values()) == len(matrix.findings)
    by_area = areas(matrix.findings)
    assert list(by_area) == ["child_labour", "forced_labour"]
    assert [sum(rows[status] for rows in by_area.values()) for status in get_args(Status)] == list(
        counts(matrix.findings).values()
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [("", ""), ("a rule", "A rule."), ("มาตรา ๔๔", "มาตรา ๔๔"), ("Done.", "Done."), ("x\n y", "X y.")],
)
def test_a_reason_is_shown_as_a_sentence(text: str, shown: str) -> None:
    assert sentence(text) == shown


@pytest.mark.parametrize(
    ("status", "pieces", "told"),
    [
        ("met", [("supports", "a"), ("exception", "b")], [0]),
        ("partial", [("supports", "a"), ("supports", "a"), ("exception", "b")], [0, 2]),
        ("conflict", [("supports", "a"), ("supports", "a"), ("supports", "b")], [0, 2]),
        ("partial", [("supports", "a"), ("supports", "a"), ("supports", "a")], [0, 1]),
        ("review", [("supports", "a")], [0]),
        ("gap", [], []),
    ],
)
def test_the_evidence_shown_is_the_best_and_what_says_something_else(
    matrix: Matrix, status: str, pieces: list[tuple[str, str]], told: list[int]
) -> None:
    one = matrix.findings[0].evidence[0]
    evidence = [
        one.model_copy(update={"role": role, "leaf": leaf, "start": n})
        for n, (role, leaf) in enumerate(pieces)
    ]
    finding = matrix.findings[0].model_copy(update={"status": status, "evidence": tuple(evidence)})
    assert [piece.start for piece in telling(finding)] == told


def test_a_reason_is_said_in_the_language_and_names_concepts_by_their_labels() -> None:
    library = load_library()
    requirement = next(r for r in library.requirements() if r.id == "C138.2-3")
    (found,) = match(load_framework(), library, (requirement,))
    reason = Reason(
        phrase="{label} of {law} leaves out {names}",
        parts={
            "label": "Section 3",
            "law": "Labour Act",
            "names": (("domestic_work",), ("agriculture", "fire")),
        },
    )
    finding = found.model_copy(
        update={"reasons": (reason,), "reason": "Section 3 of Labour Act leaves out x."}
    )
    assert Words("en").because(finding) == "Section 3 of Labour Act leaves out x."
    spanish = in_language(finding, library, "es")
    assert spanish.title == requirement.title.es
    assert (
        Words("es").because(spanish)
        == "Labour Act, Section 3, deja fuera: trabajo doméstico, agricultura o fire."
    )


def test_the_english_sentence_is_what_its_statements_say() -> None:
    library = load_library()
    for finding in match(load_framework(), library, library.requirements()):
        assert finding.reason == joined(reason.text() for reason in finding.reasons)
        assert "{" not in finding.reason
