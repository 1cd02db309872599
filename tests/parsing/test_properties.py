"""Laws of parsing: nothing is lost, ids are unique, and what is generated in a style is found again."""

import string
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas_legal.languages import codes, numerals
from atlas_legal.model.law import Law, Provision
from atlas_legal.parsing import parse_text, relate
from atlas_legal.parsing.lines import plain_lines

PIECES = [
    "Artículo 1.- ",
    "ARTICULO 2° — ",
    "Art. 3º.- ",
    "**Artículo 4 bis:** ",
    "Section 1. ",
    "SEC. 2-A. ",
    "3. ",
    "12.—(1) ",
    "§ 2.1 ",
    "มาตรา ๑ ",
    "มาตรา ๔๔/๑ ",
    "CAPÍTULO I\n",
    "PART II—TITLE\n",
    "FIRST SCHEDULE\n",
    "ANEXO\n",
    "DISPOSICIONES TRANSITORIAS\n",
    "PRIMERA.- ",
    "“Artículo 9.- ",
    "a) ",
    "(1) ",
    "(ก) ",
    "I. ",
    "- ",
    "Sustitúyese el artículo 3 de la Ley 9 por el siguiente:\n",
    "(Artículo derogado por Ley 9)",
    "[Repealed by Act 9]",
    "(ยกเลิก)",
    "ARRANGEMENT OF SECTIONS\n",
    "words of a rule",
    "palabras de una regla; ",
    ".\n\n",
    ":\n",
    "\r\n",
    "\u2028",
    " ",
]
MESSY = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)


def check_tree(law: Law) -> None:
    """Provisions lie in order in their parents, and each id stands once."""

    def inside(provisions: tuple[Provision, ...], start: int, end: int) -> None:
        at = start
        for provision in provisions:
            assert at <= provision.start <= provision.content_start <= provision.end <= end
            inside(provision.children, provision.start, provision.end)
            at = provision.end

    inside(law.provisions, 0, len(law.text))
    eids = [provision.eid for provision in law.walk()]
    assert len(eids) == len(set(eids))


@settings(max_examples=150, deadline=None)
@given(text=MESSY, code=st.sampled_from(["es", "en", "th", "gn"]))
def test_any_text_gives_a_lossless_tree_with_unique_ids(text: str, code: str) -> None:
    law = parse_text(text, language=code)
    assert law.text == text
    check_tree(law)
    related = relate([law])[0]
    spans = [(x.start, x.end) for x in (*related.references, *related.definitions, *related.amendments)]
    assert all(0 <= start <= end <= len(text) for start, end in spans)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_plain_lines_move_no_offset(text: str) -> None:
    plain = plain_lines(text)
    assert len(plain) == len(text)
    assert [c for c in plain if c not in " \n"] == [c for c in text if c not in " \n" and c in plain]


STYLES = {
    "Artículo N.-": ("es", "art", "Artículo {}.- "),
    "Art. Nº.-": ("es", "art", "Art. {}º.- "),
    "ARTICULO N° —": ("es", "art", "ARTICULO {}° — "),
    "Artículo Nº N": ("es", "art", "Artículo Nº {}. "),
    "bold, colon": ("es", "art", "**ARTICULO {}:** "),
    "ATX": ("es", "art", "##### Artículo {}.-\n\n"),
    "number alone": ("es", "art", "ARTÍCULO {}\n"),
    "Artículo No": ("es", "art", "Artículo {}o. "),
    "rubric in brackets": ("es", "art", "ARTÍCULO {}. (DE LAS BARCAS). "),
    "rubric below": ("es", "art", "Artículo {}.\nDE LAS BARCAS\n"),
    "Section N.": ("en", "sec", "Section {}. "),
    "SECTION N. Title. -": ("en", "sec", "SECTION {}. Boats. - "),
    "Sec. N.": ("en", "sec", "Sec. {}. "),
    "Article N. -": ("en", "art", "Article {}. - "),
    "N. Title": ("en", "sec", "{}. Boats\n\n"),
    "N.—(1)": ("en", "sec", "{}.—(1) "),
    "N. Title.—": ("en", "sec", "{}. Boats.—"),
    "N. (1)": ("en", "sec", "{}. (1) "),
    "มาตรา": ("th", "sec", "มาตรา {} "),
    "ข้อ": ("th", "cl", "ข้อ {} "),
}
BODIES = {
    "es": [
        "La barca tendrá remo.",
        "Lo dicho en el artículo 3 vale de noche, y también lo del\nartículo 2 de esta ley.",
        "Las barcas de dos palos deben tener:\na) remo;\nb) vela, y\nc) ancla.",
        "La multa es de DOS (2) monedas.\n\nQuien no pague, rema.",
        "Nadie de-\nbe remar solo.\n\nPágina 3 de 9\n\nSalvo de día.",
    ],
    "en": [
        "No person shall row alone.",
        "Subject to section 3, a boat shall have an oar as described in\nsection 2 of this Act.",
        "A boat shall have—\n(a) an oar;\n(b) a sail; and\n(c) an anchor.",
        "The fine is two (2) coins.\n\nWhoever does not pay shall row.",
        "No person shall ro-\nw at night.\n\nPage 3 of 9\n\nThis does not apply by day.",
    ],
    "th": ["เรือต้องมีพาย", "ให้นำความในมาตรา ๓ มาใช้บังคับ", "เรือต้องมีดังนี้\n(๑) พาย\n(๒) ใบเรือ"],
}
THAI_DIGITS = str.maketrans(string.digits, "๐๑๒๓๔๕๖๗๘๙")


@st.composite
def laws(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """A law in one style: its language, its text and the ids of its units."""
    code, prefix, heading = STYLES[draw(st.sampled_from(sorted(STYLES)))]
    count = draw(st.integers(2, 25))
    inserted = (
        draw(st.sets(st.integers(2, count), max_size=2)) if code != "th" and "1)" not in heading else set()
    )
    pieces, eids = ["LEY\n\n" if code == "es" else "พระราชบัญญัติ\n\n" if code == "th" else "AN ACT\n\n"], []
    for n in range(1, count + 1):
        shown = str(n).translate(THAI_DIGITS) if code == "th" else str(n)
        pieces.append(heading.format(shown) + draw(st.sampled_from(BODIES[code])) + "\n\n")
        eids.append(f"{prefix}_{n}")
        if n in inserted and heading.startswith(("Artículo {}.-", "Section", "Sec.")):
            suffix = " bis" if code == "es" else "A"
            pieces.append(heading.format(shown + suffix) + draw(st.sampled_from(BODIES[code])) + "\n\n")
            eids.append(f"{prefix}_{n}{suffix.strip().lower()}")
    return code, "".join(pieces), eids


@settings(max_examples=200, deadline=None)
@given(laws())
def test_a_law_in_any_style_gives_exactly_its_units(law: tuple[str, str, list[str]]) -> None:
    code, text, eids = law
    parsed = parse_text(text, language=code)
    assert [unit.eid for unit, _ in parsed.units()] == eids
    check_tree(parsed)


@settings(max_examples=60, deadline=None)
@given(
    numbers=st.lists(st.integers(1, 300), min_size=1, max_size=6, unique=True),
    quote=st.sampled_from([("", ""), ("“", "”"), ('"', '"'), ("«", "»")]),
)
def test_quoted_articles_nest_in_the_article_that_quotes_them(
    numbers: list[int], quote: tuple[str, str]
) -> None:
    articles = [
        f"ARTICULO {place}° — Sustitúyese el artículo {n} de la Ley 99.123 por el siguiente:\n\n"
        f"{quote[0]}Artículo {n}: La barca tendrá remo.{quote[1]}\n\n"
        for place, n in enumerate(numbers, 1)
    ]
    law = parse_text("LEY\n\n" + "".join(articles) + f"ARTICULO {len(numbers) + 1}° — Fin.\n", language="es")
    assert [unit.eid for unit, _ in law.units()] == [f"art_{n}" for n in range(1, len(numbers) + 2)]
    for place, n in enumerate(numbers, 1):
        quoted = law.at(f"art_{place}__mod_1__art_{n}")
        assert quoted is not None
        assert quoted.quoted


@settings(max_examples=60, deadline=None)
@given(chapter=st.integers(1, 20), code=st.sampled_from(["es", "en"]))
def test_numbers_in_words_and_roman_numerals_are_the_same_number(chapter: int, code: str) -> None:
    def roman(n: int) -> str:
        values = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
        found = ""
        for value, sign in values:
            while n >= value:
                found, n = found + sign, n - value
        return found

    word = {"es": "CAPÍTULO", "en": "CHAPTER"}[code]
    unit = {"es": "Artículo 1.- Uno.", "en": "Section 1. One."}[code]
    for shown in (str(chapter), roman(chapter), numerals(code).words(chapter).upper()):
        law = parse_text(f"{word} {shown}\nBARCAS\n\n{unit}\n", language=code)
        assert [p.eid for p in law.walk()][:1] == [f"chp_{chapter}"], shown


@pytest.mark.parametrize("code", codes())
def test_time_grows_with_the_length_of_the_text(code: str) -> None:
    """Four times the text takes about four times as long, and not sixteen times."""
    unit = {
        "es": "Artículo {}.- La barca lleva:\na) remo;\nb) vela.\nVéase el artículo 1 de esta ley.\n\n",
        "en": "{}. Boats.—(1) A boat has—\n(a) an oar;\n(b) a sail.\n(2) See section 1 of this Act.\n\n",
        "th": "มาตรา {} เรือต้องมีดังนี้\n(๑) พาย\n(๒) ใบเรือ ตามมาตรา ๑\n\n",
    }.get(code, "Art. {} words.\n\n")

    def cost(count: int) -> float:
        text = "".join(unit.format(n) for n in range(1, count + 1))
        best = 9.0
        for _ in range(3):
            start = process_time()
            parse_text(text, language=code)
            best = min(best, process_time() - start)
        return best

    cost(20)
    assert cost(1600) < 9 * cost(400)


@pytest.mark.parametrize(
    "hostile",
    ["(" * 50_000, "Artículo " * 8_000, "1." * 30_000, "a) " * 20_000, "\n" * 60_000, "Art. 1.- " * 5_000,
     "[[(" * 20_000, "**" * 30_000, "มาตรา ๑ " * 6_000, "(Derogado " * 6_000, "“" * 50_000, "x" * 200_000],
)  # fmt: skip
def test_hostile_texts_take_no_longer(hostile: str) -> None:
    for code in codes():
        start = process_time()
        law = parse_text("Artículo 1.- " + hostile, language=code)
        relate([law])
        assert process_time() - start < 5
