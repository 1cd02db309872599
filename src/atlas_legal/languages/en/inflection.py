"""English inflection by rule: plurals, verb forms, and British and American spelling.

Input and output are folded (see ``languages.folding``). A form that does not exist is never found in a text
and does no harm, so the rules rather give too many.
"""

import re
from itertools import product
from typing import Final

from atlas_legal.languages.folding import within_word as within_word


def _listed(text: str) -> frozenset[str]:
    """Return the words of a list that is easier to read in prose."""
    return frozenset(text.split())


FUNCTION_WORDS: Final = _listed(
    "a an and any as at be been being between by for from he her his if in into is its no not of off on "
    "or out over own shall she such that the their them they this to under up was were which who whom whose will "
    "with without ,"
)
_IRREGULAR_PLURALS: Final = {
    "child": "children", "woman": "women", "man": "men", "person": "people", "serviceman": "servicemen",
    "foot": "feet", "wife": "wives", "life": "lives", "half": "halves", "grandchild": "grandchildren",
    "schoolchild": "schoolchildren", "fisherman": "fishermen", "seaman": "seamen",
}  # fmt: skip
_IRREGULAR_VERBS: Final = {
    "beget": "begets begot begotten begetting", "bring": "brings brought bringing",
    "buy": "buys bought buying", "draw": "draws drew drawn drawing",
    "do": "does did done doing", "enrol": "enrols enrolled enrolling enroll enrolls",
    "find": "finds found finding", "forbid": "forbids forbade forbidden forbidding",
    "get": "gets got getting", "give": "gives gave given giving", "go": "goes went gone going",
    "have": "has had having", "hold": "holds held holding", "keep": "keeps kept keeping",
    "lead": "leads led leading", "leave": "leaves left leaving", "let": "lets letting",
    "make": "makes made making", "pay": "pays paid paying", "put": "puts putting",
    "sell": "sells sold selling", "send": "sends sent sending", "steal": "steals stole stolen stealing",
    "swear": "swears swore sworn swearing", "take": "takes took taken taking",
    "traffic": "traffics trafficked trafficking", "undertake": "undertakes undertook undertaken undertaking",
    "withhold": "withholds withheld withholding", "work": "works worked working",
}  # fmt: skip
_DOUBLING: Final = re.compile(r"(?:^|[^aeiou])[aeiou][bdglmnprt]$")
_SPELLINGS: Final = (
    ("labour", "labor"), ("harbour", "harbor"), ("defence", "defense"), ("offence", "offense"),
    ("programme", "program"), ("licence", "license"), ("behaviour", "behavior"), ("centre", "center"),
    ("theatre", "theater"), ("isation", "ization"), ("organis", "organiz"), ("authoris", "authoriz"),
    ("jeopardis", "jeopardiz"), ("mobilis", "mobiliz"), ("naturalis", "naturaliz"), ("victimis", "victimiz"),
    ("criminalis", "criminaliz"), ("legalis", "legaliz"), ("recognis", "recogniz"), ("penalis", "penaliz"),
    ("utilis", "utiliz"), ("apprentis", "apprentic"), ("counselling", "counseling"),
    ("enrolment", "enrollment"), ("honour", "honor"),
    ("pretence", "pretense"), ("judgement", "judgment"), ("favour", "favor"),
    ("plough", "plow"), ("sulphur", "sulfur"),
)  # fmt: skip


def nominal(word: str) -> tuple[str, ...]:
    """Return singular and plural; a plural is given back as it is."""
    irregular = _IRREGULAR_PLURALS.get(word)
    if irregular is not None:
        return tuple(sorted({word, irregular, *(["persons"] if word == "person" else [])}))
    return (word,) if _is_plural(word) else (word, _s(word))


def _is_plural(word: str) -> bool:
    """Tell whether the word already ends like a plural, or has none."""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural or word.endswith(("ing", "ly", "men"))


def _s(word: str) -> str:
    """Return the word with -s as spelling asks."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


def verbal(lemma: str) -> tuple[str, ...]:
    """Return third person, past and -ing forms of a verb."""
    irregular = _IRREGULAR_VERBS.get(lemma)
    if irregular is not None:
        return tuple(sorted({lemma, *irregular.split()}))
    found = {lemma, _s(lemma)}
    if lemma.endswith("ee"):
        found |= {lemma + "d", lemma + "ing"}
    elif lemma.endswith("e"):
        found |= {lemma + "d", lemma[:-1] + "ing"}
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        found |= {lemma[:-1] + "ied", lemma + "ing"}
    else:
        found |= {lemma + "ed", lemma + "ing"}
        if _DOUBLING.search(lemma):
            found |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return tuple(sorted(form for one in found for form in _spellings(one)))


def phrase(text: str) -> tuple[str, ...]:
    """Return a phrase with the head of each of its noun groups in singular and plural, in each spelling."""
    parts = text.replace(",", " ,").split(" ")
    choices = [
        nominal(part)
        if part not in FUNCTION_WORDS and (index + 1 == len(parts) or parts[index + 1] in FUNCTION_WORDS)
        else (part,)
        for index, part in enumerate(parts)
    ]
    readings = (" ".join(reading).replace(" ,", ",") for reading in product(*choices))
    return tuple(sorted({spelt for reading in readings for spelt in _spellings(reading)}))


def _spellings(text: str) -> tuple[str, ...]:
    """Return the text as it is and in American spelling."""
    american = text
    for british, other in _SPELLINGS:
        american = american.replace(british, other)
    return (text,) if american == text else (text, american)
