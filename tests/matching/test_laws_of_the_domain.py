"""Properties that hold for every law and standard: what evidence is, and how verdicts move with the text."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas_legal.annotation.law import annotate
from atlas_legal.country import load_framework
from atlas_legal.languages import numerals
from atlas_legal.matching import match
from atlas_legal.matching.needs import aim
from atlas_legal.model.country import MissingLaw, Register
from atlas_legal.model.finding import Finding
from atlas_legal.model.framework import Framework
from atlas_legal.model.law import Law
from atlas_legal.model.standard import Library
from atlas_legal.parsing import parse_text
from atlas_legal.standards import load_library

FEW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

SENTENCES = {
    ("C138.2-3", "es"): "Queda prohibido emplear a personas menores de {} años en cualquier trabajo.",
    ("C138.2-3", "en"): "An employer shall not employ a child under the age of {} years in any work.",
    ("C138.2-3", "th"): "ห้ามมิให้นายจ้างจ้างเด็กอายุต่ำกว่า{}ปีเป็นลูกจ้าง",
    ("C138.3-1", "es"): "Se prohíbe el trabajo peligroso de los menores de {} años.",
    ("C138.3-1", "en"): "An employer shall not employ a child under the age of {} years in hazardous work.",
    ("R146.4", "es"): "La educación es obligatoria desde los cinco hasta los {} años de edad.",
    ("R146.4", "en"): "Every child shall attend school from the age of five years until the age of {} years.",
    ("OPAC.2", "es"): "Nadie será llamado al servicio militar obligatorio antes de cumplir {} años.",
    ("OPAC.2", "en"): "No person under the age of {} years shall be conscripted for military service.",
    (
        "C029.25",
        "es",
    ): "El que someta a otra persona a trabajo forzoso será castigado con prisión de seis años.",
    (
        "C029.25",
        "en",
    ): "A person who subjects another to forced labour is liable to imprisonment for six years.",
    ("C182.7-2-c", "es"): "La educación básica en las escuelas públicas es gratuita.",
    ("C182.7-2-c", "en"): "Basic education in public schools is free of charge.",
}
"""For a requirement and a language a rule that meets it; the braces take an age in words."""

MET = 18
"""An age that every one of these requirements is content with."""

AGED = sorted(key for key, sentence in SENTENCES.items() if "{}" in sentence)
RULES = sorted(SENTENCES)

UNRELATED = {
    "es": (
        ("Ley de Tránsito", "No se otorgará licencia de conducir a menores de diecisiete años."),
        ("Ley de Bebidas", "Queda prohibida la venta de alcohol a menores de dieciocho años."),
        ("Ley de Aduanas", "Las mercancías declaradas en falso serán decomisadas y se impondrá multa."),
        ("Ley de Aguas", "El permiso de riego dura diez años y puede renovarse."),
    ),
    "en": (
        ("Road Traffic Act", "No person under the age of seventeen years shall drive a motor vehicle."),
        ("Liquor Act", "A licensee who sells liquor to a person under eighteen years is liable to a fine."),
        ("Customs Act", "Goods that are falsely declared shall be forfeited."),
        ("Water Act", "A permit to draw water is valid for ten years and may be renewed."),
    ),
    "th": (
        ("พระราชบัญญัติจราจร", "ผู้ขอใบอนุญาตขับรถต้องมีอายุไม่ต่ำกว่าสิบแปดปี"),
        ("พระราชบัญญัติศุลกากร", "สินค้าที่สำแดงเท็จให้ริบเสีย"),
    ),
}

HEADINGS = {"es": "Artículo {}. ", "en": "{}. (1) ", "th": "มาตรา {} "}
TITLES = {"es": "Ley de muestra", "en": "Sample Act", "th": "พระราชบัญญัติตัวอย่าง"}
OPENINGS = {
    "es": "Esta ley entra en vigor a los treinta días.",
    "en": "This Act comes into force after thirty days.",
    "th": "พระราชบัญญัตินี้ให้ใช้บังคับเมื่อพ้นสามสิบวัน",
}


def law(language: str, *sentences: str, title: str = "", name: str = "rule") -> Law:
    """A law whose first article says nothing and whose further ones say these sentences."""
    articles = (OPENINGS[language], *sentences)
    text = "\n\n".join(
        [(title or TITLES[language]).upper()]
        + [HEADINGS[language].format(number) + said for number, said in enumerate(articles, 1)]
    )
    return parse_text(
        text + "\n", language=language, title=title or TITLES[language], name=f"{name}.txt", law_id=name
    )


def others(language: str) -> tuple[Law, ...]:
    return tuple(
        law(language, said, title=title, name=f"other-{number}")
        for number, (title, said) in enumerate(UNRELATED[language])
    )


def rule(requirement: str, language: str, age: int = MET) -> str:
    return SENTENCES[requirement, language].format(numerals(language).words(age))


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def find(
    library: Library,
    requirement: str,
    *laws: Law,
    complete: bool = True,
    register: Register | None = None,
) -> Finding:
    framework = Framework(code="", country=None, laws=laws, complete=complete, register=register)
    (wanted,) = (r for r in library.requirements() if r.id == requirement)
    return match(framework, library, (wanted,), assume_ratified=True)[0]


def checked_quotes(finding: Finding, *laws: Law) -> None:
    by_id = {one.id: one for one in laws}
    for piece in finding.evidence:
        source = by_id[piece.law]
        assert piece.quote == source.text[piece.start : piece.end]
        assert piece.file == source.file
        provision = source.at(piece.eid)
        assert provision is not None
        assert provision.start < piece.end <= provision.end
        assert provision.status != "repealed"
        assert not provision.quoted


@pytest.mark.parametrize(("requirement", "language"), RULES)
def test_a_rule_that_says_it_meets_the_requirement(library: Library, requirement: str, language: str) -> None:
    one = law(language, rule(requirement, language))
    finding = find(library, requirement, one)
    assert finding.status == "met", finding.reason
    checked_quotes(finding, one)


@pytest.mark.parametrize(("requirement", "language"), RULES)
def test_without_its_only_evidence_nothing_is_met(library: Library, requirement: str, language: str) -> None:
    assert find(library, requirement, law(language), *others(language)).status not in ("met", "partial")
    assert find(library, requirement, *others(language)).status not in ("met", "partial")


@FEW
@given(data=st.data())
def test_an_unrelated_law_takes_nothing_away_whatever_the_order_of_files(
    library: Library, data: st.DataObject
) -> None:
    requirement, language = data.draw(st.sampled_from(RULES))
    one = law(language, rule(requirement, language))
    more = data.draw(st.lists(st.sampled_from(others(language)), unique_by=lambda o: o.id))
    laws = data.draw(st.permutations((one, *more)))
    alone, together = find(library, requirement, one), find(library, requirement, *laws)
    assert (together.status, together.values) == (alone.status, alone.values)
    assert together.evidence[0].law == one.id
    checked_quotes(together, *laws)


_ORDER = {"gap": 0, "conflict": 0, "review": 1, "partial": 2, "met": 3}


@FEW
@given(data=st.data())
def test_a_higher_age_never_lowers_the_value_nor_the_verdict(library: Library, data: st.DataObject) -> None:
    requirement, language = data.draw(st.sampled_from(AGED))
    low, high = sorted(data.draw(st.lists(st.integers(9, 21), min_size=2, max_size=2, unique=True)))
    lower = find(library, requirement, law(language, rule(requirement, language, low)))
    higher = find(library, requirement, law(language, rule(requirement, language, high)))
    assert list(lower.values.values()) == [low], lower.reason
    assert list(higher.values.values()) == [high], higher.reason
    assert _ORDER[lower.status] <= _ORDER[higher.status]


REPEALED = {
    "es": (
        "(Derogado por la Ley 20 de 2011.)",
        "[Artículo derogado por Ley N° 7 del 3 de mayo de 2004]",
        "Derogado.",
    ),
    "en": ("[Repealed by Act 4 of 2010]", "(Repealed.)", "[Rep. by Act No. 4 of 2010, s. 3.]"),
    "th": ("(ยกเลิก)",),
}


@pytest.mark.parametrize(("requirement", "language"), RULES)
def test_repealed_text_is_never_evidence(library: Library, requirement: str, language: str) -> None:
    said = rule(requirement, language)
    for note in REPEALED[language]:
        for text in (note, f"{said} {note}") if note[0] in "([" else (note,):
            finding = find(library, requirement, law(language, text))
            assert finding.status not in ("met", "partial"), f"{text}: {finding.reason}"
            assert not finding.evidence
    for status in ("repealed", "bill"):
        finding = find(library, requirement, replace(law(language, said), status=status))
        assert finding.status not in ("met", "partial")
        assert not finding.evidence


@pytest.mark.parametrize(("requirement", "language"), [rule for rule in RULES if rule[1] != "th"])
def test_a_treaty_that_an_act_approves_is_never_evidence(
    library: Library, requirement: str, language: str
) -> None:
    said = rule(requirement, language)
    if language == "es":
        text = (
            "LEY APROBATORIA\n\nArtículo 1.- Apruébase el Convenio sobre las personas menores de edad, cuyo "
            "texto forma parte de la presente ley.\n\nArtículo 2.- Comuníquese.\n\nANEXO\n\n"
            f"CONVENIO SOBRE LAS PERSONAS MENORES DE EDAD\n\nArtículo 1\n\n{said}\n\nArtículo 2\n\n{said}\n"
        )
        title = "Ley que aprueba el Convenio sobre las personas menores de edad"
    else:
        text = (
            "AN ACT TO RATIFY A CONVENTION\n\nSection 1. The Convention on Young Persons, whose text is "
            "annexed to this Act, is hereby ratified.\n\nSection 2. This Act takes effect at once.\n\n"
            f"ANNEX\n\nCONVENTION ON YOUNG PERSONS\n\nArticle 1\n\n{said}\n\nArticle 2\n\n{said}\n"
        )
        title = "Act to ratify the Convention on Young Persons"
    act = parse_text(text, language=language, title=title, name="treaty.txt", law_id="treaty")
    finding = find(library, requirement, act)
    assert act.kind == "treaty"
    assert finding.status not in ("met", "partial"), finding.reason
    assert not finding.evidence


@pytest.mark.parametrize(("requirement", "language"), [rule for rule in RULES if rule[1] != "th"])
def test_what_an_amending_act_quotes_is_not_its_own_rule(
    library: Library, requirement: str, language: str
) -> None:
    said = rule(requirement, language)
    if language == "es":
        text = (
            "LEY MODIFICATORIA\n\nArtículo 1.- Sustitúyese el artículo 40 de la Ley 77 por el siguiente:\n\n"
            f"«Artículo 40.- {said}»\n\nArtículo 2.- Comuníquese.\n"
        )
    else:
        text = (
            "AMENDMENT ACT\n\n1. (1) Section 40 of the principal Act is replaced by the following:\n\n"
            f"“40. (1) {said}”\n\n2. (1) This Act takes effect at once.\n"
        )
    act = parse_text(text, language=language, name="amending.txt", law_id="amending")
    for unit, _ in act.units():
        assert unit.eid in {"art_1", "art_2", "sec_1", "sec_2"}
    finding = find(library, requirement, act)
    assert all("40" not in piece.eid for piece in finding.evidence)


@pytest.mark.parametrize(("requirement", "language"), RULES)
def test_a_law_that_cannot_be_matched_is_no_silence(
    library: Library, requirement: str, language: str
) -> None:
    unread = replace(law(language, rule(requirement, language)), language="gn", matched=False)
    finding = find(library, requirement, unread, *others(language), complete=False)
    assert finding.status == "review"
    assert not finding.evidence


MISSING = {
    "C138.2-3": "Labour Code",
    "C138.3-1": "Labour Code",
    "R146.4": "Education Act",
    "OPAC.2": "Military Service Act",
    "C029.25": "Penal Code",
    "C182.7-2-c": "Education Act",
}


@pytest.mark.parametrize(("requirement", "title"), MISSING.items())
def test_a_missing_law_that_could_say_it_leaves_the_question_open(
    library: Library, requirement: str, title: str
) -> None:
    laws = (law("en", title=title), *others("en"))
    register = Register(gaps=(MissingLaw(title=title),))
    assert find(library, requirement, *laws, complete=False, register=register).status == "review"
    assert find(library, requirement, *laws, complete=True).status == "gap"


@FEW
@given(data=st.data())
def test_a_changed_law_is_read_as_if_it_had_never_been_read_before(
    library: Library, data: st.DataObject
) -> None:
    """Units that did not change are taken over; the norms must be those of a fresh reading."""
    language = data.draw(st.sampled_from(["es", "en", "th"]))
    pool = sorted({rule(*key) for key in RULES if key[1] == language} | {OPENINGS[language]})
    sentences = data.draw(st.lists(st.sampled_from(pool), min_size=1, max_size=5))
    changed = data.draw(st.lists(st.sampled_from([*pool, *REPEALED[language]]), min_size=1, max_size=5))
    wanted = aim(library).wanted
    annotate(law(language, *sentences, name="cached"), library.concepts, wanted)
    after = law(language, *changed, name="cached")
    fresh = replace(after, source=replace(after.source, name=f"fresh {after.source.sha256}"))
    warm, cold = annotate(after, library.concepts, wanted), annotate(fresh, library.concepts, wanted)
    assert (warm.norms, warm.places, warm.stated, warm.terms, warm.title, warm.headings, warm.read) == (
        cold.norms,
        cold.places,
        cold.stated,
        cold.terms,
        cold.title,
        cold.headings,
        cold.read,
    )


def test_on_the_fictional_country_every_quote_is_its_files_text_and_the_order_of_files_does_not_matter(
    library: Library,
) -> None:
    framework = load_framework(country="XDM")
    turned = replace(framework, laws=framework.laws[::-1])
    requirements = library.requirements()
    found = match(framework, library, requirements)
    for one, other in zip(found, match(turned, library, requirements), strict=True):
        checked_quotes(one, *framework.laws)
        assert (one.status, one.values) == (other.status, other.values), one.requirement
        assert cited(one) == cited(other), one.requirement


def cited(finding: Finding) -> tuple[list[float], set[tuple[str, str]]]:
    """Scores, and what is cited with more than the lowest: equals at the end of the list may differ."""
    scores = sorted((piece.score for piece in finding.evidence), reverse=True)
    return scores, {(p.law, p.eid) for p in finding.evidence if p.score > scores[-1]}


@pytest.mark.parametrize("arguments", [["matrix", "XDM", "--profile", "usdol-findings", "--format", "json"]])
def test_the_same_bytes_come_out_whatever_the_hash_seed(arguments: list[str]) -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "atlas_legal", *arguments],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["schema"] == "atlas-legal/gap-matrix/1"
