"""Notes of repeal: which provision each one is about."""

import pytest

from atlas_legal.parsing import parse_text

BEFORE = {
    "es": "Artículo 1.- El trabajo es libre.\n\n{}\n\nArtículo 3.- Esta ley rige desde hoy.\n",
    "en": "1. Title.—This Act may be cited as the Act.\n\n{}\n\n3. Rules.—The Minister may make rules.\n",
    "th": "มาตรา ๑ พระราชบัญญัตินี้เรียกว่าพระราชบัญญัติตัวอย่าง\n\n{}\n\nมาตรา ๓ ให้รัฐมนตรีรักษาการ\n",
}


def status(language: str, second: str) -> str:
    """The status of the second of three provisions."""
    law = parse_text(BEFORE[language].format(second), language=language)
    units = [unit for unit, _ in law.units()]
    assert len(units) == 3, [unit.eid for unit in units]
    return units[1].status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Artículo 2. (Artículo derogado por art. 1° de la Ley N° 99.999)"),
        ("es", "Artículo 2. Derogado."),
        ("es", "Artículo 2.- Se deroga."),
        ("es", "ARTÍCULO 2.- DEROGADO"),
        ("es", "Artículo 2. — *(Artículo derogado por*[*Ley 5*](http://x.example)*B.O. 1/1/2000)*"),
        ("es", "Artículo 2. —\n\n*(Artículo derogado por Ley 5)*"),
        ("es", "Artículo 2.- La edad mínima es de quince años. (Derogado por Ley 7 de 2012)"),
        ("es", "Artículo 2.- La edad mínima es de quince años.\n\n(Artículo derogado por Ley 7 de 2012)"),
        ("es", "Artículo 2.- La edad es:\na) quince;\nb) catorce.\n\n(Artículo 2 derogado por Ley 7)"),
        ("es", "Artículo 2. <Artículo derogado por la Ley 5 de 2000> La edad mínima es de quince años."),
        ("es", "Artículo 2.- La edad mínima es de quince años.\n\n(*) Artículo derogado por la Ley Nº 5."),
        ("es", "Artículo 2. *Derogado.\n*Derogado por el Artículo 5 del Decreto 7-99."),
        ("es", "Artículo 2.- (Edad)\nDerogado."),
        ("es", "Artículo 2. EDAD MÍNIMA.\n(Derogado por el artículo 5 de la ley 7)"),
        ("en", "2. [Repealed by Act No. 5 of 2019]"),
        ("en", "2. Repealed."),
        ("en", "2. Minimum age. [Repealed by Act 7 of 2005]"),
        ("en", "2. Minimum age.—No child under sixteen years shall work. [Repealed by Act 7 of 2005]"),
        ("en", "2. Minimum age.\n(1) No child shall work.\n[Section 2 repealed by Act 5 of 2000.]"),
        ("en", "2. Omitted.—[Work of children.] Omitted by Act 3 of 2001, s. 4."),
        ("th", "มาตรา ๒ (ยกเลิก)"),
        ("th", "มาตรา ๒ [ยกเลิก]"),
        ("th", "มาตรา ๒ ห้ามจ้างเด็กอายุต่ำกว่าสิบห้าปีเป็นลูกจ้าง (ยกเลิกโดยพระราชบัญญัติ พ.ศ. ๒๕๖๐)"),
    ],
)
def test_a_note_on_the_provision_repeals_it(language: str, text: str) -> None:
    assert status(language, text) == "repealed"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Artículo 2.- La edad es:\na) quince años;\nb) catorce. (Derogado por Ley 7 de 2012)"),
        ("es", "Artículo 2.- La edad es:\na) quince años;\nb) catorce. (Inciso derogado por Ley 7)"),
        ("es", "Artículo 2.- La edad es de quince años. (Segundo párrafo derogado por Ley 7)"),
        ("es", "Artículo 2. (Párrafo derogado por Ley 7). La edad mínima es de quince años."),
        ("es", "Artículo 2.- La edad es de quince años. (Artículo 9 derogado por Ley 7)"),
        ("es", "Artículo 2.- Queda derogado el Decreto 5 de 1990."),
        ("es", "Artículo 2.- Deróganse las leyes 5 y 6."),
        ("es", "Artículo 2.- Se derogan: la ley 5."),
        (
            "es",
            "Artículo 2.- (Artículo derogado por Ley 5 y restablecida su vigencia por Ley 9). La edad es 15.",
        ),
        ("en", "2. The Labour Act of 1990 is hereby repealed."),
        ("en", "2. Repeal and savings.—The Labour Act of 1990 is repealed."),
        ("en", "2. (1) [Repealed by Act 7 of 2005]\n\n(2) No child under sixteen years shall work."),
        ("en", "2. (1) No child shall work.\n\n(2) No child shall beg. [Repealed by Act 7 of 2005]"),
        ("en", "2. (1) No child shall work.\n(2) No child shall beg.\n[Subsection (2) deleted by Act 5.]"),
        ("en", "2. Minimum age.\n(1) No child shall work.\n[Section 9 repealed by Act 5 of 2000.]"),
        ("en", "2. [Repealed and replaced by Act 5.] No child shall work."),
        ("en", "2. Omitted employees.—The omitted employees shall be paid."),
        ("th", "มาตรา ๒ ห้ามนายจ้างจ้างเด็กอายุต่ำกว่าสิบห้าปีเป็นลูกจ้าง\nวรรคสอง (ยกเลิก)"),
        ("th", "มาตรา ๒ ให้ยกเลิกพระราชบัญญัติคุ้มครองเด็ก"),
    ],
)
def test_a_note_on_something_else_does_not(language: str, text: str) -> None:
    assert status(language, text) == "in_force"


@pytest.mark.parametrize(
    ("language", "text", "gone", "kept"),
    [
        (
            "es",
            "CAPÍTULO I\nGENERAL\nArtículo 1.- Uno.\n\nCAPÍTULO II\nEDAD\n(Capítulo derogado por Ley 5)\n\n"
            "Artículo 2.- Dos.\n\nArtículo 3.- Tres.\n\nCAPÍTULO III\nFINAL\nArtículo 4.- Cuatro.\n",
            {"chp_2", "art_2", "art_3"},
            {"chp_1", "art_1", "chp_3", "art_4"},
        ),
        (
            "en",
            "PART I\nGENERAL\n1. One.—One.\n\nPART II\nAGE [Repealed by Act 5]\n\n2. Two.—Two.\n\nPART III\n"
            "FINAL\n3. Three.—Three.\n",
            {"part_2", "sec_2"},
            {"part_1", "sec_1", "part_3", "sec_3"},
        ),
    ],
)
def test_a_note_under_a_heading_repeals_what_the_heading_holds(
    language: str, text: str, gone: set[str], kept: set[str]
) -> None:
    found = {p.eid: p.status for p in parse_text(text, language=language).walk()}
    assert {eid for eid, status in found.items() if status == "repealed"} == gone
    assert {eid for eid, status in found.items() if status == "in_force"} == kept


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("es", "LEY 5\n(Ley derogada por Ley 9)\n\nArtículo 1.- Uno.\n", "repealed"),
        (
            "es",
            "LEY 5\n\n(Ley derogada por Ley 9 y restablecida por Ley 10)\n\nArtículo 1.- Uno.\n",
            "complete",
        ),
        ("es", "LEY 5\n\nArtículo 1.- Uno. (Ley 4 derogada)\n\nArtículo 2.- Dos.\n", "complete"),
        ("es", "**Déjase sin efecto el Decreto 4.**\n\nArtículo 1.- Uno.\n", "complete"),
        (
            "en",
            "BOATS ACT\n[Repealed by Act No. 11 of 2007]\n\n1. Boats.—One.\n\n2. Oars.—Two.\n",
            "repealed",
        ),
        (
            "en",
            "An Act to repeal (and replace) the Boats Act\n\n1. Boats.—One.\n\n2. Oars.—Two.\n",
            "complete",
        ),
        ("th", "พระราชบัญญัติเรือ (ยกเลิก)\n\nมาตรา ๑ หนึ่ง\n", "repealed"),
    ],
)
def test_a_note_above_all_provisions_is_on_the_whole_law(language: str, text: str, status: str) -> None:
    assert parse_text(text, language=language).status == status
