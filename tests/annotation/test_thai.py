"""Thai as statutes write it: ages and bounds, cues, punishments, exceptions, terms in text without spaces."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.annotation.concepts import Scanner
from atlas_legal.annotation.flat import flatten, squeeze
from atlas_legal.annotation.norms import UnitContext, unit_norms
from atlas_legal.annotation.quantities import ages, mask, penalties
from atlas_legal.languages import norms, numerals
from atlas_legal.languages.th.inflection import within_word
from atlas_legal.locations import shipped
from atlas_legal.model.norm import Norm
from atlas_legal.model.standard import Concept
from atlas_legal.parsing import parse_text
from atlas_legal.standards import load_library
from atlas_legal.standards.vocabulary import expand

THAI = norms("th")
Read = tuple[str, int | None, int | None]


def read_ages(text: str) -> list[Read]:
    flat = flatten(text, 0, len(text), sentences=THAI.SENTENCES)
    found = ages(flat.text, mask(flat.text, "th"), THAI, "th")
    return [(a.bound, a.low, a.high) for a in found]


def read_forces(text: str) -> set[str]:
    masked = mask(squeeze(text), "th")
    return {force for force, pattern in THAI.FORCES if pattern.search(masked)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # labour protection
        ("ห้ามรับเด็กซึ่งมีอายุต่ำกว่าสิบหกปีเข้าทำงานในเรือ", ("below", None, 16)),
        ("ห้ามนายจ้างรับเด็กเข้าทำงานก่อนมีอายุครบสิบห้าปีบริบูรณ์", ("below", None, 15)),
        ("ผู้ซึ่งยังไม่มีอายุครบสิบแปดปีจะขับรถยกมิได้", ("below", None, 18)),
        ("ลูกจ้างต้องมีอายุไม่ต่ำกว่าสิบห้าปี", ("from", 15, None)),
        ("อายุขั้นต่ำของผู้ทำงานบนเรือคือสิบหกปี", ("from", 16, None)),
        ("เด็กอายุตั้งแต่ ๑๓ ปีขึ้นไปทำงานเบาได้", ("from", 13, None)),
        ("ผู้มีอายุสิบห้าปีขึ้นไปแต่ไม่ถึงสิบแปดปี", ("range", 15, 18)),
        ("เด็กอายุระหว่าง ๑๕ - ๑๘ ปี", ("range", 15, 18)),
        # penal code
        ("บุคคลอายุกว่าสิบห้าปีแต่ยังไม่เกินสิบแปดปี", ("range", 15, 18)),
        ("เด็กซึ่งยังมีอายุไม่เกินสิบสามปี", ("until", None, 13)),
        ("ถ้าผู้นั้นมีอายุยังไม่เกินสิบแปดปี", ("until", None, 18)),
        ("บุคคลอายุตั้งแต่สิบแปดปีลงมา", ("until", None, 18)),
        ("เด็กอายุยังไม่ถึงสิบสองปี", ("below", None, 12)),
        ("เด็กซึ่งมิได้มีอายุครบสิบห้าปี", ("below", None, 15)),
        # trafficking and child protection
        ("เด็ก หมายความว่า บุคคลซึ่งยังมีอายุไม่ครบสิบแปดปีบริบูรณ์", ("below", None, 18)),
        ("ผู้เสียหายอายุ ๑๗ (สิบเจ็ด) ปี", ("exact", 17, 17)),
        ("ให้อยู่ในสถานสงเคราะห์จนเด็กนั้นมีอายุครบยี่สิบปี", ("until", None, 20)),
        # military service
        ("ชายซึ่งมีอายุครบสิบแปดปีบริบูรณ์แล้วและยังไม่เกินสามสิบปีบริบูรณ์", ("range", 18, 30)),
        ("ผู้สมัครมีอายุไม่ต่ำกว่าสิบเจ็ดปีบริบูรณ์ และไม่เกินยี่สิบหกปีบริบูรณ์", ("range", 17, 26)),
        ("ชายสัญชาติซีดามาเมื่อพ้นอายุสิบเจ็ดปี", ("from", 17, None)),
        ("ชายซึ่งย่างเข้าสิบแปดปีต้องไปลงบัญชี", ("from", 17, None)),
        # education
        ("เด็กต้องเรียนจนอายุย่างเข้าปีที่สิบหก", ("until", None, 15)),
        ("เด็กซึ่งมีอายุย่างเข้าปีที่เจ็ด จนถึงอายุย่างเข้าปีที่สิบหก", ("range", 6, 15)),
        ("เด็กอายุตั้งแต่หกปีบริบูรณ์ขึ้นไปแต่ยังไม่ครบสิบสี่ปีบริบูรณ์", ("range", 6, 14)),
        ("นับแต่วันที่มีอายุครบเจ็ดปีจนถึงวันที่มีอายุครบสิบห้าปี", ("range", 7, 15)),
        ("เด็กอายุสามขวบ", ("exact", 3, 3)),
    ],
)
def test_ages_with_their_bounds(text: str, expected: Read) -> None:
    assert read_ages(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "ใบอนุญาตมีอายุห้าปีนับแต่วันออกใบอนุญาต",
        "หนังสือเดินทางมีอายุไม่เกินสิบปี",
        "คดีเป็นอันขาดอายุความเมื่อพ้นสิบห้าปี",
        "อายุความสิบปี",
        "ต้องระวางโทษจำคุกตั้งแต่สิบห้าปีถึงยี่สิบปี",
        "ครูซึ่งรับราชการมาครบสิบห้าปี",
        "การศึกษาขั้นพื้นฐานสิบสองปี",
        "ภายในสิบห้าปีนับแต่วันทำสัญญา",
    ],
)
def test_periods_are_no_ages(text: str) -> None:
    assert read_ages(text) == []


BELOW = ("เด็กอายุต่ำกว่า{}ปี", "เด็กซึ่งมีอายุยังไม่ครบ{}ปี", "ผู้ซึ่งยังไม่มีอายุครบ{}ปี", "ก่อนมีอายุครบ{}ปี")
FROM = ("ผู้มีอายุไม่ต่ำกว่า{}ปี", "ผู้มีอายุครบ{}ปี", "อายุ{}ปีขึ้นไป", "เมื่อพ้นอายุ{}ปี")
UNTIL = ("เด็กอายุไม่เกิน{}ปี", "อายุยังไม่เกิน{}ปี", "จนกว่าจะมีอายุครบ{}ปี", "อายุ{}ปีลงมา")


def written(n: int) -> Iterator[str]:
    """Every way of writing a number in a statute."""
    digits = "".join(chr(ord("๐") + int(d)) for d in str(n))
    words = numerals("th").words(n)
    yield from (words, f" {digits} ", f" {n} ", f"{words} ({digits}) ", f" {digits} ({words}) ")


@given(st.integers(7, 60), st.sampled_from([*BELOW, *FROM, *UNTIL]))
def test_every_way_of_writing_a_number_is_the_same_age(n: int, form: str) -> None:
    expected: Read = (
        ("below", None, n) if form in BELOW else ("from", n, None) if form in FROM else ("until", None, n)
    )
    assert [read_ages(form.format(number)) for number in written(n)] == [[expected]] * 5


@given(st.integers(8, 60))
def test_a_year_of_life_that_runs_is_not_completed(n: int) -> None:
    for number in written(n):
        assert read_ages(f"เมื่ออายุย่างเข้าปีที่{number}") == [("from", n - 1, None)]
        assert read_ages(f"จนอายุย่างเข้าปีที่{number}") == [("until", None, n - 1)]


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("ห้ามมิให้นายจ้างเรียกหลักประกันจากเด็ก", {"prohibition"}, {"permission", "obligation"}),
        ("สถานศึกษาจะปฏิเสธเด็กเพราะไม่มีสูติบัตรมิได้", {"prohibition"}, {"permission"}),
        ("ผู้บังคับบัญชาต้องไม่ส่งผู้เยาว์เข้าสนามรบ", {"prohibition"}, {"obligation"}),
        ("ผู้ไม่มีลักษณะต้องห้ามตามมาตรา ๙", set(), {"prohibition", "obligation"}),
        ("เพื่อมิให้เด็กถูกทำร้าย", set(), {"prohibition"}),
        ("ผู้ใดค้าเด็ก ต้องระวางโทษประหารชีวิต", {"offence"}, {"obligation"}),
        ("ผู้ใดกระทำเพื่อป้องกันตน ผู้นั้นไม่มีความผิด", set(), {"offence"}),
        ("ไม่เคยต้องคำพิพากษาถึงที่สุดให้จำคุก", set(), {"offence", "obligation"}),
        ("ผู้ปกครองต้องส่งเด็กเข้าเรียน", {"obligation"}, {"prohibition", "offence"}),
        ("ให้เทศบาลทำบัญชีเด็กทุกปี", {"obligation"}, {"permission"}),
        ("เมื่อเห็นว่าถูกต้องแล้ว", set(), {"obligation"}),
        ("เด็กไม่ต้องเสียค่าใช้จ่าย", set(), {"obligation"}),
        ("นายจ้างจะให้เด็กทำงานเบาก็ได้", {"permission"}, {"prohibition"}),
        ("กองทัพจะรับผู้เยาว์ได้ต่อเมื่อบิดามารดายินยอม", {"permission"}, {"prohibition"}),
        ("งานที่อาจเป็นอันตรายต่อเด็ก", set(), {"permission"}),
        ("อาจารย์ของสถานศึกษา", set(), {"permission"}),
        ("เด็กมีสิทธิได้รับการศึกษา", {"declaration"}, {"prohibition"}),
        ("“เด็ก” หมายความว่า บุคคลอายุต่ำกว่าสิบแปดปี", {"definition"}, {"prohibition"}),
    ],
)
def test_cues_of_force_and_words_that_only_hold_them(text: str, has: set[str], lacks: set[str]) -> None:
    forces = read_forces(text)
    assert has <= forces
    assert not forces & lacks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ต้องระวางโทษจำคุกตั้งแต่หกเดือนถึงสี่ปี", [("imprisonment", 6.0, 48.0)]),
        (
            "ต้องระวางโทษจำคุกไม่เกินสองปี หรือปรับไม่เกินสี่หมื่นเหรียญ",
            [("imprisonment", None, 24.0), ("fine", None, None)],
        ),
        ("ต้องระวางโทษจำคุกไม่ต่ำกว่าสามปี", [("imprisonment", 36.0, None)]),
        ("มีความผิดทางพินัยต้องชำระค่าปรับเป็นพินัยไม่เกินสองพันเหรียญ", [("fine", None, None)]),
        ("ให้รัฐมนตรีปรับปรุงหลักเกณฑ์และปรับเปลี่ยนอัตรา", []),
        ("ผู้ขายต้องเสียเบี้ยปรับตามสัญญา", []),
        ("ศาลออกหมายจำคุก", []),
    ],
)
def test_punishments(text: str, expected: list[tuple[str, float | None, float | None]]) -> None:
    flat = flatten(text, 0, len(text), sentences=THAI.SENTENCES)
    found = penalties(flat.text, mask(flat.text, "th"), THAI, "th")
    assert [(p.kind, p.low, p.high) for p in found] == expected


CONCEPTS = tuple(
    Concept(id=name, label={"en": name}, terms={"th": terms})
    for name, terms in {
        "child": ("เด็ก",),
        "admission_to_work": ("ทำงาน", "จ้าง"),
        "agriculture": ("งานเกษตรกรรม",),
        "trafficking": ("ค้ามนุษย์",),
        "underground_work": ("ใต้ดิน",),
        "fees": ("ค่าสอบ",),
    }.items()
)


def read_norms(text: str) -> list[Norm]:
    law = parse_text(text, language="th")
    scanner = Scanner(CONCEPTS, "th")
    context = UnitContext(frozenset(), frozenset())
    return [n for unit, _ in law.units() for n in unit_norms(law, unit, context, scanner, THAI)]


def excluded(norm: Norm) -> set[str]:
    return {concept for exclusion in norm.exclusions for concept in exclusion.groups}


@pytest.mark.parametrize(
    "carve", ["เว้นแต่งานเกษตรกรรม", "ยกเว้นงานเกษตรกรรม", "นอกจากงานเกษตรกรรม", "แต่ไม่รวมถึงงานเกษตรกรรม"]
)
def test_what_is_carved_out_is_not_the_subject(carve: str) -> None:
    (norm,) = read_norms(f"มาตรา ๘ ห้ามจ้างเด็กอายุต่ำกว่าสิบห้าปีทำงาน {carve}")
    assert "agriculture" in excluded(norm)
    assert "prohibition" in norm.forces
    assert [(a.bound, a.high) for a in norm.ages] == [("below", 15)]


@pytest.mark.parametrize("cue", ["มิให้ใช้บังคับแก่", "ไม่ใช้บังคับแก่"])
def test_a_law_that_does_not_apply_states_its_scope(cue: str) -> None:
    (norm,) = read_norms(f"มาตรา ๓ พระราชบัญญัตินี้{cue}งานเกษตรกรรม")
    assert "scope" in norm.cues
    assert "prohibition" not in norm.forces
    assert "agriculture" in excluded(norm)


def test_a_ground_of_impunity_that_is_refused_is_no_exception() -> None:
    (norm,) = read_norms("มาตรา ๗ ในความผิดฐานค้ามนุษย์ ความยินยอมของเด็กไม่เป็นเหตุยกเว้นโทษ")
    assert not norm.exclusions
    assert "declaration" in norm.forces


def test_an_age_in_an_exception_is_marked_as_such() -> None:
    (norm,) = read_norms("มาตรา ๘ ห้ามมิให้ผู้ใดจ้างเด็กทำงานใต้ดิน เว้นแต่มีอายุครบสิบแปดปีบริบูรณ์")
    assert [(a.bound, a.low, a.via) for a in norm.ages] == [("from", 18, "exception")]


def test_points_inherit_a_chapeau_whatever_its_last_words() -> None:
    text = "มาตรา ๘ ห้ามมิให้เรียกเก็บเงินจากเด็กไม่ว่าจะเป็น\n\n(๑) ค่าเรียน\n\n(๒) ค่าสอบ\n\nการบริจาคย่อมทำได้"
    point = next(n for n in read_norms(text) if n.has("fees", frozenset({"clause"})))
    assert "prohibition" in point.forces
    assert point.has("child", frozenset({"chapeau"}))


def forms() -> set[str]:
    """Every surface form of every Thai term of the library."""
    return {
        form for pattern in expand(load_library().concepts, "th") for part in pattern.parts for form in part
    }


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("ทาส", "หน่วยบรรเทาสาธารณภัย"),
        ("ละคร", "ปีละครั้ง"),
        ("ละคร", "เด็กและครอบครัว"),
        ("งาน", "พนักงานของหน่วยงาน"),
        ("จ้าง", "นายจ้างและลูกจ้าง"),
        ("เกณฑ์", "ตามหลักเกณฑ์ที่กำหนด"),
        ("บังคับ", "ออกข้อบังคับให้ใช้บังคับ"),
        ("เรือ", "โรงเรือนและเรือนจำ"),
        ("รับเด็ก", "หลักสูตรสำหรับเด็ก"),
        ("นำเข้า", "รับจำนำเข้าไว้"),
        ("บุคคล", "นิติบุคคล"),
        ("เสียง", "เสียงข้างมาก"),
    ],
)
def test_a_term_is_not_found_inside_other_words(term: str, text: str) -> None:
    assert Scanner((Concept(id="x", label={"en": "x"}, terms={"th": (term,)}),), "th").hits(text) == []


def test_every_term_is_found_where_it_stands_alone() -> None:
    for form in forms():
        assert not within_word(f" {form} ", 1, 1 + len(form)), form


@pytest.mark.skipif(find_spec("pythainlp") is None, reason="PyThaiNLP (the extra thai) is not installed")
def test_syllables_are_told_without_a_dictionary_as_with_pythainlp() -> None:
    """Without its longer words, a term is refused exactly where it would tear a Thai character cluster."""
    from pythainlp.tokenize import tcc

    from atlas_legal.languages.th import inflection

    seen = 0
    for path in sorted((shipped("country_laws") / "XDM" / "laws").glob("*-act-25*.txt")):
        text = squeeze(path.read_text(encoding="utf-8"))
        bounds = {0}
        for cluster in tcc.segment(text):
            bounds.add(max(bounds) + len(cluster))
        for form in forms():
            start = text.find(form)
            while start >= 0:
                end = start + len(form)
                assert inflection._cut(text, start, end) != (start in bounds and end in bounds), form
                seen += 1
                start = text.find(form, start + 1)
    assert seen > 500
