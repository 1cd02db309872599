"""How English-language laws name, number, repeal and amend provisions."""

import re
from typing import Final

from atlas_legal.languages.drafting import AmendingCue, HeadingWord
from atlas_legal.languages.en import numerals

UNITS: Final = (
    HeadingWord("article", "art", r"articles?|art(?=[\s.]{1,3}\d)", "Article {}"),
    HeadingWord("section", "sec", r"§{1,2}|sections?|sec(?=[\s.]{1,3}\d)", "Section {}"),
    HeadingWord("rule", "rule", r"rule", "Rule {}"),
    HeadingWord("regulation", "reg", r"regulation", "Regulation {}"),
)
CONTAINERS: Final = (
    HeadingWord(
        "annex",
        "att",
        r"(?:the\s+)?(?:schedule|annex|annexure|appendix|protocol)",
        "Schedule {}",
        0,
        numbered=False,
        before=True,
    ),
    HeadingWord("book", "book", r"book", "Book {}", 1),
    HeadingWord("title", "title", r"title", "Title {}", 2),
    HeadingWord("part", "part", r"part", "Part {}", 3),
    HeadingWord("chapter", "chp", r"chapter", "Chapter {}", 4),
    HeadingWord("section_group", "subchp", r"sub-?chapter|division|sub\s?-\s?part|subpart", "Division {}", 5),
)
NUMBER: Final = rf"\d{{1,4}}(?:\.\d{{1,3}}(?!\d))*|[IVXLC]{{1,8}}(?!\w)|(?<![\w.])[A-Z](?![\w'’])|{numerals.ORDINAL_WORDS}|{numerals.WORDS}|one(?!\w)"
SUFFIX: Final = r"(?:bis|ter|quater)(?!\w)|(?<=\d)-?[A-Z]{1,3}(?!\w)"
SUFFIXES: Final = {"bis": "bis", "ter": "ter", "quater": "quater"}
BARE: Final = True
MENTION_AFTER: Final = re.compile(
    r"\s*(?:[,;]|(?:of|and|or|to|in|is|are|shall|may|does|do|under|above|below|hereof|thereof|has|have|for|the|which|that|applies|apply|as|"
    r"by|on|with|from|when|where)(?!\w))"
)
MENTION_BEFORE: Final = re.compile(
    r"(?:(?<!\w)(?:sub-?)?(?:sections?|articles?|in|of|under|by|to|and|or|the|with|this|said|see|rules?|regulations?|clauses?|paragraphs?"
    r"|chapter|part|from|per|than|that|an?)[*_]*|[,(])\s*$",
    re.IGNORECASE,
)
CASED: Final = True
_GAP: Final = r"[\s*_#]{1,8}"
REPEALED: Final = re.compile(
    rf"(?:(?:to|and|-){_GAP}\d{{1,4}}[A-Z]{{0,2}}[.\s—–-]{{1,4}})?(?:(?:this|the)(?: present)?{_GAP})?(?P<what>(?:(?:[\w.,/-]{{1,15}}|\(\w{{1,4}}\)){_GAP}){{0,4}}?)"
    rf"(?:(?:is|are|was|were|has been|have been|stands?){_GAP})?(?:repealed|rep\.|omitted|deleted|revoked|expired|lapsed|spent)(?![\w-])"
    r"(?=[\s*_#]{0,8}(?:\Z|\n|[.;,:)\]>(\[<—–-]|\d|(?:by|with|from|w\.?e\.?f|under|vide|effective|on|act|no|cap|l\.n|s\.i)(?!\w)))",
    re.IGNORECASE,
)
LAW_WORD: Final = re.compile(
    r"(?:act|ordinance|law|decree|code|proclamation|regulations?|rules|order)(?!\w)", re.IGNORECASE
)
REVIVED: Final = re.compile(r"(?<!\w)(?:re-?enacted|reinstated|revived|restored)(?!\w)", re.IGNORECASE)
TRANSITIONAL: Final = re.compile(
    r"(?:savings?,? (?:and )?)?(?:transitional|transitory)(?!\w)(?:(?:,| and) (?:savings?|final|consequential|miscellaneous|repeals?))*"
    r"(?: (?:provisions?|articles?|arrangements?|clauses?))?|savings? provisions?(?!\w)",
    re.IGNORECASE,
)
CLOSING: Final = TRANSITIONAL.pattern
ORDINALS: Final = r"(?!)"
CONTENTS: Final = re.compile(
    r"^[ \t#*_]*(?:arrangement of (?:the )?(?:sections?|articles?|regulations?|rules|chapters|parts)|(?:table of )?contents|index)[ \t*_.:]*$",
    re.IGNORECASE | re.MULTILINE,
)
SENTENCE: Final = re.compile(
    r"(?<!\w)(?:shall|may|must|is|are|has|have|was|were|will|can|cannot|does|do|means|includes|applies|apply)(?!\w)"
)
AMENDING: Final = (
    AmendingCue(
        "replace",
        re.compile(
            r"(?:is|are) (?:hereby )?(?:amended|substituted|replaced)(?!\w)|there shall be substituted|shall be substituted|the following (?:\w+ ){1,4}(?:is|shall be) substituted"
            r"|(?:amended|revised) to read",
            re.IGNORECASE,
        ),
    ),
    AmendingCue(
        "insert",
        re.compile(
            r"(?:is|are|shall be) (?:hereby )?(?:inserted|added)(?!\w)|there shall be (?:inserted|added)|by (?:inserting|adding)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    AmendingCue(
        "repeal",
        re.compile(
            r"(?:is|are) (?:hereby )?(?:repealed|revoked|deleted|omitted)(?!\w)|shall be (?:repealed|omitted|deleted)",
            re.IGNORECASE,
        ),
    ),
    AmendingCue("renumber", re.compile(r"(?:is|are|shall be) (?:hereby )?re-?numbered(?!\w)", re.IGNORECASE)),
)
APPROVES: Final = re.compile(
    r"(?:convention|protocol|treaty|agreement|covenant)[^.;]{0,300}?(?:is|are) hereby (?:approved|ratified|acceded to)"
    r"|(?:hereby )?(?:approves|ratifies|accedes to) (?:the )?[^.;]{0,200}?(?:convention|protocol|treaty|covenant)",
    re.IGNORECASE,
)
FORMAL: Final = re.compile(
    r"\W{0,12}(?:short title|this act (?:may be cited|shall (?:come|take|be cited))|this (?:resolution|act|decree) (?:shall )?(?:takes?|enters?)|citation|any law to the contrary)",
    re.IGNORECASE,
)
DEFINITIONS: Final = (
    re.compile(
        r"[“\"‘'«](?P<term>[^“”\"‘’«»\n]{1,80})[”\"’'»](?:\s*\([^()\n]{0,40}\))?,?\s*(?:(?:in relation to|when used|with respect to)[^,;\n]{1,120},\s*)?"
        r"(?:means|includes|refers to|has the (?:same )?meaning|shall mean|denotes|shall have the)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?<=\n)|(?<=\) ))(?P<term>[a-z][a-z -]{2,60}?) (?:means|shall mean|has the meaning|has a meaning)(?!\w)"
    ),
)
GLOSSARY: Final = re.compile(r"definitions?(?!\w)|interpretation", re.IGNORECASE)
LAW_TITLE: Final = re.compile(
    r"(?<![\w-])(?!(?:The|This|That|These|An|Any|Such|Said|Principal|Every|Each|Parent|No|Vide|See|State|Central|Provincial|Amending|Amendment|Repealing|Part|Chapter|Section|Article|Schedule|Under|In)\s)[A-Z][\w'’()-]{1,24},?\s"
    r"(?:(?:(?:of|and|for|to|in|the|on|against|or|from|by|with|at|under)\s){0,3}\(?[A-Z][\w'’()-]{1,24},?\s){0,10}?"
    r"(?:Act|Code|Law|Convention|Protocol|Ordinance|Decree|Proclamation|Regulations|Rules|Constitution)(?!\w)(?:,?\s(?:of\s)?\d{4})?"
    r"|(?:Republic Act|Presidential Decree|Act|Decree|Proclamation|Public Law)\sNo\.?\s?\d{1,5}(?:\sof\s\d{4}|/\d{4})?"
)
AND: Final = r"and|or"
RANGE: Final = r"to|–|-"
INTERNAL: Final = re.compile(r"\s*(?:of|under|in) (?:this|the present)(?!\w)", re.IGNORECASE)
PART: Final = r"(?:[Ss]ub-?)?(?:[Ss]ections?|[Pp]aragraphs?|[Cc]lauses?)|[Ii]tems?|[Pp]oints?"
LINES: Final = False
PARAGRAPH_LABEL: Final = "{}({})"
POINT_LABEL: Final = "{}({})"


def ordinal(text: str) -> int | None:
    """Return the value of a number in words, such as "FIRST", None where it is none."""
    if len(text.strip()) == 1:
        return None  # "PART A" is a letter, though "a hundred" is a number
    value = numerals.ordinal_value(text)
    if value is not None:
        return value
    return 1 if text.strip().lower() == "one" else numerals.value(text)
