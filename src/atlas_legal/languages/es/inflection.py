"""Spanish inflection by rule: number and gender of nouns and adjectives, and the verb forms of statutes.

Input and output are folded (see ``languages.folding``). A form that does not exist is never found in a text
and does no harm, so the rules rather give too many. They leave out what statutes do not use and what would
be taken for another word: the first and second person, and the past tense in -o (``contrato`` is a contract).
"""

import re
from itertools import product
from typing import Final

from atlas_legal.languages.folding import within_word as within_word


def _listed(text: str) -> frozenset[str]:
    """Return the words of a list that is easier to read in prose."""
    return frozenset(text.split())


ARTICLES: Final = {
    "el": ("el", "la", "los", "las"), "la": ("el", "la", "los", "las"),
    "un": ("un", "una", "unos", "unas"), "una": ("un", "una", "unos", "unas"),
    "su": ("su", "su", "sus", "sus"),
}  # fmt: skip
"""Articles in the singular with their masculine and feminine, singular and plural forms."""
FUNCTION_WORDS: Final = _listed(
    "a al aunque con contra cuando de del desde e el en entre hacia hasta la las lo los mediante menos ni no o "
    "para por que se segun ser sin sobre su sus u un una unas unos y ,"
)
_BREAKS: Final = FUNCTION_WORDS - ARTICLES.keys() - {"los", "las", "unos", "unas", "sus", "lo"}
"""Words at which a phrase falls into groups that agree within themselves."""
_GENDERED: Final = re.compile(
    r"(?:(?:ad|id|os|iv|ic|ari|eñ|ert|tut)[oa]"
    r"|(?<!men)(?<!may)(?<!mej)(?<!pe)(?<!ri)(?:[dt]or|sor)a?)$"
)
"""Endings of adjectives, participles and nouns for persons that have both genders."""
_PERSONS: Final = _listed(
    "niño niña hijo hija alumno alumna huerfano huerfana esclavo esclava siervo sierva nieto nieta sobrino "
    "sobrina hermano hermana pupilo pupila ciudadano ciudadana extranjero extranjera obrero obrera soltero "
    "soltera minero jornalero jornalera heredero heredera pesquero pesquera ganadero ganadera prisionero "
    "prisionera artesano artesana humano humana nocturno nocturna ligero ligera extremo extrema interno interna "
    "externo externa diurno diurna forzoso forzosa bajo baja marino marina subterraneo subterranea minimo minima "
    "inhumano inhumana clandestino clandestina analogo analoga ajeno ajena sano sana obsceno obscena erotico"
)
"""Words with both genders whose endings do not tell."""
_COMMON: Final = _listed("menor adolescente joven infante aprendiz estudiante migrante")
"""Heads of either gender: the words that agree with them have both."""
_NOT_GENDERED: Final = _listed(
    "estado medico medica tecnica clinica fabrica practica musica politica logica concierto puerto puerta "
    "instituto horario salario diario erario empleado mercado juzgado trato trata"
)
_AR: Final = (
    "a", "an", "e", "en", "aba", "aban", "aran", "ara", "are", "aren", "aria", "arian", "ase", "asen", "aron",
    "ando", "ado", "ada", "ados", "adas",
)  # fmt: skip
_ER_IR: Final = (
    "e", "en", "a", "an", "ia", "ian", "iera", "ieran", "iere", "ieren", "iese", "iesen", "io", "ieron",
    "iendo", "ido", "ida", "idos", "idas",
)  # fmt: skip
_FROM_INFINITIVE: Final = ("", "a", "an", "ia", "ian", "se", "lo", "la", "le", "los", "las", "les")
_CLITICS: Final = ("se", "lo", "la", "le", "los", "las", "les")
_STRONG: Final = (("ducir", "duj"), ("traer", "traj"), ("tener", "tuv"), ("poner", "pus"), ("hacer", "hic"),
                  ("venir", "vin"), ("decir", "dij"), ("querer", "quis"))  # fmt: skip
"""Verbs whose past has a stem of its own."""
_PRESENT_G: Final = (("tener", "teng"), ("poner", "pong"), ("hacer", "hag"), ("venir", "veng"),
                     ("traer", "traig"), ("decir", "dig"), ("salir", "salg"), ("valer", "valg"),
                     ("caer", "caig"))  # fmt: skip
"""Verbs whose present subjunctive has a stem of its own."""
_IRREGULAR_PARTICIPLES: Final = (("poner", "puest"), ("hacer", "hech"), ("decir", "dich"), ("cribir", "crit"),
                                 ("abrir", "abiert"), ("solver", "suelt"), ("volver", "vuelt"),
                                 ("cubrir", "cubiert"), ("imprimir", "impres"))  # fmt: skip
_MOST: Final = 400
"""No phrase has more inflected readings than this."""


def nominal(word: str) -> tuple[str, ...]:
    """Return singular and plural of a noun or adjective, in both genders where it has them."""
    return tuple(sorted({*_numbers(word), *(form for other in _genders(word) for form in _numbers(other))}))


def _numbers(word: str) -> tuple[str, ...]:
    """Return the word and its plural; a plural is given back as it is."""
    if word.endswith(("s", "mente")):
        return (word,)
    return (word, _plural(word))


def _plural(word: str) -> str:
    """Return the plural of a singular, as spelling asks."""
    if word in FUNCTION_WORDS or word.endswith(("s", "x", "mente")):
        return word
    if word[-1] in "aeiou":
        return word + "s"
    return word[:-1] + "ces" if word.endswith("z") else word + "es"


def _genders(word: str) -> tuple[str, ...]:
    """Return the word in the other gender, where its ending or its meaning has one."""
    end = "s" if word.endswith(("as", "os")) else ""
    single = word[:-1] if end else word
    if single in _NOT_GENDERED or not (single in _PERSONS or _GENDERED.search(single)):
        return ()
    if single.endswith("o"):
        return (single[:-1] + "a" + end,)
    if single.endswith(("dora", "tora")):
        return (single[:-1] + ("es" if end else ""),)
    if single.endswith("a"):
        return (single[:-1] + "o" + end,)
    return (single + "a" + end,)


def verbal(lemma: str) -> tuple[str, ...]:
    """Return the forms of a verb that statutes use.

    Third persons of every tense, future subjunctive (``ocupare``) and imperfect subjunctive (``ocupara``,
    ``ocupase``) among them, infinitive and gerund with pronouns, participles in number and gender.
    """
    infinitive = lemma.removesuffix("se") if lemma.endswith("rse") else lemma
    stem, ending = infinitive[:-2], infinitive[-2:]
    found = {infinitive + tail for tail in _FROM_INFINITIVE}
    endings = _AR if ending == "ar" else _ER_IR
    for one in {stem, _raised(stem) if ending == "ir" else stem}:
        found |= {one + tail for tail in endings}
        found |= {one + ("ando" if ending == "ar" else "iendo") + clitic for clitic in _CLITICS}
    for one in {stem, _diphthong(stem), _raised(stem) if ending == "ir" else stem}:
        found |= {one + tail for tail in ("a", "an", "e", "en")}
        found |= _respelt(one, infinitive)
    found |= _irregular(infinitive)
    return tuple(sorted(found))


def _respelt(stem: str, infinitive: str) -> set[str]:
    """Return forms in which the stem's last consonant is spelt another way, or an i becomes y."""
    changed: tuple[str, tuple[str, ...]] | None = None
    if infinitive.endswith("car"):
        changed = (stem[:-1] + "qu", ("e", "en"))
    elif infinitive.endswith("gar"):
        changed = (stem + "u", ("e", "en"))
    elif infinitive.endswith("zar"):
        changed = (stem[:-1] + "c", ("e", "en"))
    elif infinitive.endswith(("ger", "gir")):
        changed = (stem[:-1] + "j", ("a", "an"))
    elif infinitive.endswith("guir"):
        changed = (stem[:-1], ("a", "an"))
    elif infinitive.endswith(("cer", "cir")):
        return {stem[:-1] + tail for tail in ("zca", "zcan", "za", "zan")}
    elif infinitive.endswith(("uir", "eer", "aer", "oir")):
        tails = ("e", "en", "a", "an", "o", "eron", "era", "eran", "ere", "eren", "ese", "esen", "endo")
        return {stem + "y" + tail for tail in tails} | {stem + "yendo" + clitic for clitic in _CLITICS}
    return {changed[0] + tail for tail in changed[1]} if changed else set()


def _irregular(infinitive: str) -> set[str]:
    """Return forms from stems of their own: strong pasts, present subjunctives in -g-, participles."""
    found: set[str] = set()
    for tail, strong in _STRONG:
        if infinitive.endswith(tail):
            i = "" if strong.endswith("j") else "i"
            ends = ("o", "era", "eran", "ere", "eren", "ese", "esen", "eron")
            found |= {infinitive.removesuffix(tail) + strong + (i if e != "o" else "") + e for e in ends}
    for tail, present in _PRESENT_G:
        if infinitive.endswith(tail):
            found |= {infinitive.removesuffix(tail) + present + e for e in ("a", "an")}
    for tail, participle in _IRREGULAR_PARTICIPLES:
        if infinitive.endswith(tail):
            found |= {infinitive.removesuffix(tail) + participle + e for e in ("o", "a", "os", "as")}
    if infinitive.endswith(("tener", "poner", "venir", "valer", "salir")):
        root = infinitive[:-2] + "dr"
        found |= {root + e for e in ("a", "an", "ia", "ian")}
    return found


def _diphthong(stem: str) -> str:
    """Return the stem with its last vowel broken: mov- to muev-, empez- to empiez-."""
    match = re.search(r"[eo](?=[^aeiou]*$)", stem)
    if match is None:
        return stem
    return stem[: match.start()] + {"e": "ie", "o": "ue"}[match.group()] + stem[match.end() :]


def _raised(stem: str) -> str:
    """Return the stem of a verb in -ir with its last vowel raised: serv- to sirv-, dorm- to durm-."""
    match = re.search(r"[eo](?=[^aeiou]*$)", stem)
    if match is None:
        return stem
    return stem[: match.start()] + {"e": "i", "o": "u"}[match.group()] + stem[match.end() :]


def phrase(text: str) -> tuple[str, ...]:
    """Return a phrase with each of its groups in singular and plural, and in both genders where it has them.

    The words of a group, which ends before a preposition or conjunction, change together and take their
    article with them: ``trabajo del menor`` gives ``trabajo de los menores`` too.
    """
    parts = text.split(" ")
    if len(parts) == 1:
        return nominal(text)
    choices: list[tuple[str, ...]] = []
    group: list[str] = []
    for part in _without_contractions(parts):
        if part in _BREAKS:
            choices += [_group(group)] if group else []
            choices.append((part,))
            group = []
        else:
            group.append(part)
    choices += [_group(group)] if group else []
    readings = []
    for reading in product(*choices):
        readings.append(_contracted(" ".join(reading)))
        if len(readings) == _MOST:
            break
    return tuple(sorted({text, *readings}))


def _without_contractions(parts: list[str]) -> list[str]:
    """Return the words with ``del`` and ``al`` taken apart, and commas as words of their own."""
    apart = {"del": ["de", "el"], "al": ["a", "el"]}
    words = " ".join(parts).replace(",", " ,").split(" ")
    return [one for word in words for one in apart.get(word, [word])]


def _contracted(text: str) -> str:
    """Return the text with ``de el`` and ``a el`` written as one word, and commas in their place."""
    return f" {text} ".replace(" de el ", " del ").replace(" a el ", " al ").replace(" ,", ",").strip()


def _group(words: list[str]) -> tuple[str, ...]:
    """Return a group of agreeing words as it is, in the plural, and in the other gender of both numbers."""
    if any(word in ("los", "las", "unos", "unas", "sus") for word in words):
        return (" ".join(words),)
    article = words[0] if words[0] in ARTICLES else ""
    rest = words[1:] if article else words
    if not rest:
        return (article,)
    both = bool(_genders(rest[0])) or rest[0] in _COMMON
    feminine = article in ("la", "una") or (not article and rest[0].endswith("a"))
    forms = {" ".join(words)}
    for other in (False, True) if both else (False,):
        for plural in (False, True):
            chosen = [(_genders(word) or (word,))[0] if other else word for word in rest]
            chosen = [_plural(word) for word in chosen] if plural else chosen
            before = ARTICLES[article][2 * plural + (feminine != other)] if article else ""
            forms.add(" ".join([before, *chosen] if before else chosen))
    return tuple(sorted(forms))
