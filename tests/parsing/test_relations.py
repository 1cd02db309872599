"""Definitions, references and amendments, and which law a citation means."""

import pytest

from atlas_legal.model.law import Law
from atlas_legal.parsing import parse_text, relate

BOATS = parse_text(
    "LEY DE BARCAS\n\n"
    "Artículo 1.- Se entiende por barca a toda cosa que flota.\n\n"
    "Artículo 2.- Las reglas de los artículos 1, 3 a 5 y 7 bis de la presente ley valen de día.\n\n"
    "Artículo 3.- Se aplica el artículo 2, inciso a), del Código de Puertos y la Ley N° 99.123.\n\n"
    "Artículo 4.- La barca lleva:\na) remo;\nb) vela.\n\n"
    "Artículo 5.- Véase el artículo 4, inciso b).\n\n"
    "Artículo 7 bis.- Deróganse los artículos 8 y 9 de la Ley 99.123.\n",
    language="es",
    law_id="barcas",
    title="Ley de Barcas",
)
HARBOURS = parse_text(
    "Artículo 1.- Uno.\n\nArtículo 2.- Dos.\n", language="es", law_id="puertos", title="Código de Puertos"
)
NUMBERED = parse_text("Artículo 8.- Ocho.\n", language="es", law_id="anclas", title="Ley N° 99.123 de Anclas")
RIVAL = parse_text(
    "Artículo 1.- Uno.\n", language="es", law_id="rival", title="Ley que reforma el Código de Puertos"
)
LAWS = relate([BOATS, HARBOURS, NUMBERED, RIVAL])


def cited(law: Law) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(r.eid, r.target, r.law, r.resolved_law) for r in law.references]


def test_own_provisions_are_cited_one_by_one_and_only_where_they_exist() -> None:
    own = [(eid, target) for eid, target, law, _ in cited(LAWS[0]) if law is None]
    assert own == [
        ("art_2", "art_1"),
        ("art_2", "art_3"),
        ("art_2", "art_4"),
        ("art_2", "art_5"),
        ("art_2", "art_7bis"),
        ("art_5", "art_4__point_b"),
    ]


def test_other_laws_are_found_by_title_and_number_however_alike_another_title_is() -> None:
    others = [found for found in cited(LAWS[0]) if found[2] is not None]
    assert others == [
        ("art_3", "art_2", "Código de Puertos", "puertos"),
        ("art_3", None, "Ley N° 99.123", "anclas"),
        ("art_7bis", "art_8", "Ley 99.123", "anclas"),
        ("art_7bis", "art_9", "Ley 99.123", "anclas"),
    ]


def test_a_law_that_is_not_given_stays_unresolved() -> None:
    alone = relate([BOATS])[0]
    assert {r.resolved_law for r in alone.references} == {None}
    assert {r.law for r in alone.references} == {None, "Código de Puertos", "Ley N° 99.123", "Ley 99.123"}


def test_spans_are_those_of_the_citations() -> None:
    shown = [BOATS.text[r.start : r.end] for r in LAWS[0].references if r.law is None]
    assert shown == ["artículos 1", "3", "5", "5", "7 bis", "artículo 4, inciso b)"]


def test_matching_finds_own_references_without_relate() -> None:
    assert [r.target for r in BOATS.references] == [r.target for r in LAWS[0].references if r.law is None]


def test_definitions() -> None:
    assert [(d.term, d.eid) for d in LAWS[0].definitions] == [("barca", "art_1")]
    english = parse_text(
        '1. Interpretation.—In this Act—\n"boat" means a thing that floats;\n"oar" includes a pole.\n\n'
        "2. Definitions.—In this Act:\n(a) Sail - refers to cloth;\n(b) Mast - refers to a pole.\n\n"
        "3. End.—End.\n",
        language="en",
    )
    assert [d.term for d in relate([english])[0].definitions] == ["boat", "oar", "Sail", "Mast"]
    thai = parse_text("มาตรา ๑ ในพระราชบัญญัตินี้\n“เรือ” หมายความว่า สิ่งที่ลอยน้ำ\n", language="th")
    assert [d.term for d in relate([thai])[0].definitions] == ["เรือ"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "Artículo 1.- Sustitúyese el artículo 5 de la Ley 99.123 por el siguiente:\n\n"
            "“Artículo 5.- Cinco.”\n\nArtículo 2.- Fin.\n",
            [("replace", "Ley 99.123", "art_5")],
        ),
        (
            "es",
            "Artículo 1.- Incorpórase como artículo 5 bis de la Ley 99.123 el siguiente:\n\n"
            "“Artículo 5 bis.- Cinco.”\n\nArtículo 2.- Se deroga la Ley 88.456.\n",
            [("insert", "Ley 99.123", "art_5bis"), ("repeal", "Ley 88.456", None)],
        ),
        (
            "en",
            "1. Repeal.—Section 4 of the Harbours Act, 1990 is hereby repealed.\n\n"
            "2. Change.—Section 7 of the Harbours Act, 1990 is hereby amended to read as follows:\n\n"
            "3. End.—End.\n",
            [("repeal", "Harbours Act, 1990", "sec_4"), ("replace", "Harbours Act, 1990", "sec_7")],
        ),
        (
            "th",
            "มาตรา ๑ ให้ยกเลิกมาตรา ๕ แห่งพระราชบัญญัติเรือ พ.ศ. ๒๕๐๐\n\nมาตรา ๒ สอง\n",
            [("repeal", "พระราชบัญญัติเรือ พ.ศ. ๒๕๐๐", "sec_5")],
        ),
    ],
)
def test_amendments(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    law = relate([parse_text(text, language=language)])[0]
    assert [(a.operation, a.law, a.target) for a in law.amendments] == expected
