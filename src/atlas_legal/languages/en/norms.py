"""How English-language laws order, forbid, punish, count years and carve out."""

import re
from typing import Final

from atlas_legal.languages.grammar import HIGH, LOW, AgePattern, N, SchoolStage, words

_NO_ONE_SHALL = r"(?:no|nobody|none) (?:[\w\x01'’-]+,? ){0,25}?(?:shall|may|can|must)\b"
_SHALL = rf"^(?:(?!(?<!\w){_NO_ONE_SHALL}).){{0,4000}}?(?<!\w)shall\b(?! not| be (?:guilty|liable|punish))"
"""What somebody has to do; "no person shall" orders nothing, save what follows "unless"."""

_MEANS = (
    r"(?<!the )(?<!any )(?<!such )(?<!by )(?<!other )(?<!these )(?<!those )(?<!no )(?<!their )(?<!a )"
    r"means?\b(?! of\b)(?! (?:listed|set|referred|mentioned|described|used|employed|whatever|specified|is|are)\b)"
)
"""The verb of a definition and not the noun ("by any of the means listed")."""
FORCES: Final = (
    (
        "prohibition",
        words(
            r"shall not\b",
            r"may not\b",
            r"must not\b",
            r"cannot\b",
            r"shall (?:neither|never)\b",
            _NO_ONE_SHALL,
            r"nor shall\b",
            r"neither [^.;]{1,80}? shall\b",
            r"(?:is|are|be|hereby|expressly|strictly|absolutely) prohibited\b",
            r"prohibit(?:s|ed|ion)\b",
            r"forbid(?:den|s)?\b",
            r"(?:is|are|be|become|deemed|declared) (?:hereby |also |declared )?(?:unlawful|illegal)\b",
            r"unlawful (?:for|to)\b",
            r"abolish(?:ed|es)?\b",
            r"not (?:be )?(?:permitted|allowed|lawful|eligible)\b",
            r"ineligible\b",
            r"restrict(?:ed|ion) on\b",
            r"it is not lawful\b",
            r"without the right to\b",
            r"not (?:employ|engage|recruit|enlist|permit|allow)\b",
        ),
    ),
    (
        "offence",
        words(
            r"commits? (?:an? |the )?(?:\w+ ){0,4}?(?:offen[cs]e|crime|felony|misdemeanou?r)",
            r"(?:is|be|are) guilty\b",
            r"commits? (?:human |child )?trafficking\b",
            r"guilty of\b",
            r"(?:shall|will|is|are|be|and) (?:\w+ ){0,3}?(?:liable|punish(?:able|ed)|fined|imprisoned|sentenced)\b",
            r"liable (?:on|to|for|upon)\b",
            r"punish(?:able|ed)\b",
            r"punishment (?:of|for|shall|is|under|not|as|which|provided|prescribed|in)\b",
            r"on (?:summary )?conviction\b",
            r"upon conviction\b",
            r"shall suffer\b",
            r"penalt(?:y|ies) (?:of|for)\b",
            r"(?:maximum |minimum |full )?penalt(?:y|ies)[^.;]{0,60} shall be imposed\b",
            r"(?:is|constitutes?|be) an? (?:offen[cs]e|crime|felony)\b",
            r"imprisonment\b",
            r"contravenes?\b",
        ),
    ),
    (
        "obligation",
        words(
            _SHALL,
            rf"{_NO_ONE_SHALL}[^.;]{{0,400}}? unless\b",
            r"must\b(?! not)",
            r"(?:is|are) required to\b",
            r"compulsory\b",
            r"mandatory\b",
            r"duty\b",
            r"obliged\b",
            r"obligation\b",
        ),
    ),
    (
        "power",
        words(
            r"(?:may|shall) make (?:\w+ )?(?:regulations|rules|orders)\b",
            r"(?:minister|secretary|authority|commission|president|government|board|director|commissioner)[^.;]{0,80} "
            r"(?:may|shall) (?:by (?:\w+ )?(?:regulations?|orders?|notices?|notification|rules?)|prescribe|issue (?:regulations|rules))\b",
        ),
    ),
    (
        "permission",
        words(
            r"(?<!no )may\b(?! not)",
            r"(?:is|are|be) (?:permitted|allowed|authori[sz]ed|entitled)\b",
            r"lawful for\b",
            r"eligible\b",
            r"qualified (?:for|to)\b",
            r"can\b(?! not)",
            r"(?:does|do|shall) not (?:prevent|preclude)\b",
        ),
    ),
    (
        "definition",
        words(
            _MEANS,
            r"includes?\b",
            r"(?:is|are|be) defined\b",
            r"deemed\b",
            r"refers? to\b",
            r"construed\b",
            r"denotes?\b",
            r"definition\b",
            r"is (?:an?|any|every) (?:person|individual|human being)\b",
            r"consists? of\b",
        ),
    ),
    (
        "declaration",
        words(
            r"rights? (?:to|of)\b",
            r"(?:has|have|enjoys?) (?:the|a|an equal|the equal) rights?\b",
            r"entitle[ds]?\b",
            r"free of (?:charge|cost|fees?|tuition)",
            r"\bfree\b",
            r"minimum (?:working |legal |general )?age\b",
            r"(?:is|are|shall be) (?:no|not a) (?:defen[cs]e|excuse)\b",
            r"(?:is|are|shall be) (?:irrelevant|immaterial)\b",
            r"guarantee[sd]?\b",
            r"(?:recogni[sz]es|recogni[sz]ed)\b",
            r"the state\b",
        ),
    ),
)

_OF = r"(?: the| an?| his| her| their| his or her)?(?: minimum)?(?: apparent)?(?: ages?)?(?: of)?"
_Y = r" ?-?(?:completed )?years?\b"
_T = r"(?: of (?:his |her |their )?age| old)?"
_ATTAINS = r"(?:attain|reach|complet|turn)(?:s|es|ed|e|ing)?"

AGES: Final = (
    AgePattern("range", words(rf"aged(?: between| from)? {LOW}(?:{_Y})? (?:and|to|-) {HIGH}(?:{_Y})?")),
    AgePattern(
        "range",
        words(
            rf"between (?:the )?(?:ages? )?(?:of )?{LOW}(?: years)?(?: of age)? (?:and|to) {HIGH}(?:{_Y})?{_T}",
            rf"(?:attained|reached|completed|turned|over|above|at least|aged|from|who is|of|not (?:below|under|less than|younger than)){_OF} {LOW}(?:{_Y})?{_T}(?: (?:or|and) (?:more|above|over|older))?,? "
            rf"(?:but|and|to|up to|or|-)(?: who)?(?: is| are| has| have| be)?(?: not| under| below| less than)?(?: yet)?(?: older than| attained| reached| completed| over| above| more than| exceeding)?{_OF} {HIGH}(?:{_Y})?{_T}",
        ),
        sure=False,
    ),
    AgePattern(
        "below",
        words(
            rf"(?:under|below|younger than|lower than|less than|beneath)(?: the)? (?:minimum )?age(?: of)? {N}(?:{_Y})?{_T}",
            rf"(?:has|have|had|having|is|are|who|did|does|do)? ?not (?:yet )?(?:attained|reached|completed|turned|attain|reach|complete){_OF} {N}(?:{_Y})?{_T}",
            rf"before(?: (?!who\b|which\b|that\b|\w+ing\b)\w+){{0,5}} {_ATTAINS}{_OF} {N}(?:{_Y})?{_T}",
            rf"(?:under|below|younger than|less than) {N}{_Y}{_T}",
            rf"(?:under|below) {N} (?:of age|years)",
            rf"under[- ]{N}s?\b",
            rf"aged (?:under|below|less than) {N}",
            rf"before (?:the |his |her |their |his or her |[a-z]{{1,12}}'s ){{1,2}}{N} birthday",
            rf"(?:child|children|person|persons|minor|anyone|individual|individuals|people|youth) (?:who (?:is|are) )?(?:under|below) {N}",
        ),
        sure=False,
    ),
    AgePattern(
        "from",
        words(
            rf"(?:attained|reached|completed|turned|attains|reaches|attaining|reaching|attain|reach){_OF} {N}(?:{_Y})?{_T}(?: or (?:more|above|over|older|upwards?))?",
            rf"(?:not (?:be )?(?:less|younger|lower) than|at least|not (?:under|below)|above|over|older than|exceeding|from|upwards of|minimum of)"
            rf"(?: the)? age(?: of)? {N}(?:{_Y})?{_T}",
            rf"(?:not (?:be )?(?:less|younger|lower) than|at least|not under|not below|above|over|older than|exceeding) {N}{_Y}{_T}",
            rf"{N}{_Y}(?: of age| old)? (?:or|and) (?:above|over|older|more|upwards?)",
            rf"aged {N}(?:{_Y})? (?:or|and) (?:above|over|older|more)",
            rf"minimum (?:working |legal |general )?age[^.;\n\x01]{{0,90}} {N}(?:{_Y})?{_T}",
        ),
        sure=False,
    ),
    AgePattern(
        "until",
        words(
            rf"(?:until|till)(?:(?! who\b)[^.;,\n\x01]){{0,80}}? {_ATTAINS}{_OF} {N}(?:{_Y})?{_T}",
            rf"until (?:the |his |her |their |his or her |[a-z]{{1,12}}'s ){{1,2}}{N} birthday",
            rf"(?:up to|until|till|not (?:above|over|exceeding)|not more than|not older than|to)(?: the)? age(?: of)? {N}(?:{_Y})?{_T}",
            rf"(?:up to|until|not exceeding|not more than) {N}{_Y} (?:of age|old)",
            rf"(?:child|children|person|persons|pupil|pupils|everyone|all) (?:up to|until) {N}{_Y}",
        ),
        sure=False,
    ),
    AgePattern(
        "exact",
        words(
            rf"(?:the )?age of {N}(?:{_Y})?",
            rf"aged {N}",
            rf"{N}{_Y} (?:of age|old)",
            rf"of {N}{_Y} of age",
            rf"(?:child|person|boy|girl|minor|pupil|individual)(?:s|ren)? of {N}{_Y}",
        ),
        sure=False,
    ),
)
DURATION: Final = words(
    r"imprison\w+",
    r"terms? (?:of|not|which)",
    r"terms?\b",
    r"periods?",
    r"sentence\w*",
    r"within",
    r"during",
    r"every ?$",
    r"(?:continuous|pensionable|effective) service",
    r"service (?:of|for|exceeding|not|amounting)\b",
    r"detention",
    r"experience",
    r"standing",
    r"preceding",
    r"last",
    r"extend to",
    r"practice",
)
PERIOD_AFTER: Final = re.compile(
    r" (?:from the date|imprisonment|after the|of (?:imprisonment|service|experience|standing|the date|conviction)|or (?:to )?(?:a )?fine|"
    r"or both|and (?:to )?(?:a )?fine|renewable|in (?:prison|the case))\b"
)
IMPRISONMENT: Final = words(
    r"imprison(?:ment|ed)\b",
    r"penal servitude",
    r"jail",
    r"custodial",
    r"detention for a term",
    r"incarcerat\w+",
)
FINE: Final = words(r"fines?\b", r"penalty units", r"monetary penalt\w+", r"fined\b", r"pecuniary")
_UNIT = r"(?P<unit>year|month|day|week)"
TERM: Final = (
    (
        "range",
        re.compile(
            rf"(?:not less than|at least|from|between) {LOW} (?:years?|months?)?[^.;\n\x01]{{0,60}}(?:not (?:more|exceed\w*)(?: than)?|to|and|extend to) {HIGH} {_UNIT}"
        ),
    ),
    (
        "until",
        re.compile(rf"(?:not exceeding|not more than|extend to|up ?to|exceed|maximum of) {HIGH} {_UNIT}"),
    ),
    ("from", re.compile(rf"(?:not less than|at least|minimum of) {LOW} {_UNIT}")),
    ("exact", re.compile(rf"(?:of|for|to) {LOW} {_UNIT}")),
)
UNITS: Final = {"year": 12.0, "month": 1.0, "week": 0.25, "day": 1 / 30}
EXCEPTION: Final = words(
    r"except\b(?! where the context| as (?:otherwise |may be )?provided)",
    r"except(?:ing|ion)\b",
    r"unless\b(?! the context| otherwise| inconsistent)",
    r"other than\b",
    r"excluding\b",
    r"save (?:for|as|where|with|in)\b",
    r"but (?:does|shall) not (?:include|apply)\b",
    r"with the exception of\b",
    r"provided(?:,? (?:however|further|also|always),?)? that\b",
    r"does not include\b",
    r"exempt\w*",
    r"nothing in this\b",
    r"shall not be deemed\b",
)
CONDITION: Final = words(
    r"(?:is|are|be|being) not (?:likely|such|hazardous|harmful|dangerous|prejudicial|injurious|one)",
    r"not (?:likely to|hazardous|harmful|dangerous|injurious|prejudicial)",
    r"non-hazardous",
    r"(?:does|do|shall|will) not (?:involve|jeopardi[sz]e|interfere|prejudice|expose|affect|endanger|harm)\b",
    r"other than (?:any |a |an )?(?=hazardous|dangerous)",
    r"without (?:prejudice to|interfering|jeopardi[sz]ing)",
)
SCOPE: Final = words(
    r"(?:shall|does|do|will) not apply\b",
    r"(?:is|are|shall be) (?:excluded|exempt\w*)\b",
    r"not (?:be )?applicable\b",
    r"nothing (?:in|contained in)\b",
    r"(?:shall|does|do) not (?:extend|include|cover)\b",
    r"appl(?:y|ies)\b[^.;]{0,120} other than\b",
)
PROGRAMME: Final = words(
    r"promot\w+",
    r"programmes?\b",
    r"programs?\b",
    r"polic(?:y|ies)\b",
    r"plans?\b",
    r"awareness\b",
    r"campaigns?\b",
    r"coordinat\w+",
    r"functions?\b",
    r"objectives?\b",
    r"principles?\b",
    r"measures\b",
    r"advise\b",
    r"monitor\w*",
    r"inquir\w+",
    r"review\b",
    r"research\b",
    r"statistic\w*",
    r"committee\b",
    r"council\b",
    r"(?<!in )(?<!in the )commission\b(?! of (?:an?|any|the|such|that|crimes?|offen[cs]es?)\b)",
    r"strateg\w+",
    r"elimination\b",
    r"eradicat\w+",
    r"(?<!not )prevent\w*",
    r"encourag\w+",
    r"endeavou?r\w*",
    r"directive principles",
    r"conventions?\b",
    r"report\b",
    r"training\b",
    r"inspections?\b",
)
PROVISO: Final = re.compile(
    r"(?<=[,;:.—-] )(?:provided (?:also |further |always )?that|and no person|but no\b|nor shall|notwithstanding)\b"
)
ABBREVIATIONS: Final = frozenset(
    {
        "p.m",
        "a.m",
        "no",
        "nos",
        "art",
        "arts",
        "sec",
        "s",
        "ss",
        "cap",
        "vol",
        "p",
        "pp",
        "vs",
        "v",
        "i.e",
        "e.g",
        "etc",
        "mr",
        "mrs",
        "dr",
        "subs",
        "ins",
        "w.e.f",
        "para",
        "sch",
        "reg",
        "cl",
        "ch",
    }
)
EDITORIAL: Final = re.compile(
    r"\[(?:footnote|ins\.|inserted|subs\.|substituted|amended|as amended|am\.|repealed and)[^\[\]]{0,300}\]|\((?:inserted|substituted|amended|as amended) by[^()]{0,200}\)|\[footnote\][^\n]*"
)
AGGRAVATED: Final = words(
    r"aggravat\w+",
    r"where the (?:victim|offence|offender|person|child)\b",
    r"if the (?:victim|offence|offender|person against)\b",
    r"(?:penalty|punishment|sentence|term of imprisonment) (?:shall|is|may) be (?:\w+ )?(?:increased|doubled|raised)",
    r"in the case of\b",
    r"twice the\b",
    r"increased by\b",
)
BREACH: Final = words(
    r"contraven\w+",
    r"fails? to comply",
    r"in (?:violation|breach) of",
    r"violat(?:es|ed|ion|ions)\b",
    r"breach(?:es)?\b",
    r"non-compliance",
    r"this (?:section|part|act) is (?:liable|guilty)",
)
WHOLE: Final = words(
    r"(?:provisions?|requirements?|of any|anything) (?:of|in|under) this (?:act|code|law|ordinance|decree)\b",
    r"contravenes? (?:this|the provisions of this) (?:act|code|law|ordinance|decree)\b",
)
REACHES: Final = words(
    r"(?:includ\w+|also|even) [^.;]{0,60}(?:to (?:whom|which) this (?:act|code|law) does not|excluded|exempted)",
    r"(?:applies|extends?) (?:also )?to (?:all|every|any)\b",
    r"notwithstanding section\b",
)
FINITE: Final = words(
    r"(?:is|are|was|were|shall|may|must|means?|has|have|had|can|does|do|will|commits?|includes?|appl(?:y|ies)|extends?)\b",
)
REFERRAL: Final = words(
    r"(?:the )?provisions? of [^.;]{1,80} (?:shall|do|does|also)? ?(?:apply|applies|extend)\b",
    r"shall apply mutatis mutandis\b",
)
MEANS: Final = words(
    _MEANS,
    r"(?:has|have) the (?:same )?meaning\b",
    r"(?:is|are) defined as\b",
    r"(?:refers|shall refer) to\b",
    r"(?<=[\"'] )includes?\b",
)
UNPUNISHED: Final = words(
    r"(?:shall|will|may|must|is|are) not be (?:\w+,? ){0,6}?(?:punish|liable|prosecut|charge|detain|penali[sz]|guilty|convict)[^.;]{0,60}",
    r"(?:is|are) not (?:\w+ ){0,3}?(?:liable|guilty|punish)[^.;]{0,60}",
)
MANDATE: Final = words(
    r"(?:functions|objectives|objects|purposes|powers|duties|responsibilities)\b",
)
BYGONE: Final = words(
    r"(?:who|which|that) (?:has|have|had) been (?:freed|released|discharged|rescued|removed|convicted)[^.;,]{0,160}",
)
CONTENTS: Final = words(
    r"(?:shall|must) (?:contain|state|specify|include the following|set out|show)\b",
    r"containing the following",
    r"shall be (?:null and )?void\b",
    r"the following particulars",
)
CITED_LAW: Final = re.compile(
    r"(?:\(?[A-Z][\w'’()-]{0,30},?\s+(?:(?:of|and|for|to|in|the|on|against|or|from)\s+){0,3}){1,12}?"
    r"(?:Act|Code|Convention|Protocol|Ordinance|Decree|Rules|Regulations)\b(?:,?\s+(?:of\s+)?[0-9]{4})?"
)
REGARDLESS: Final = words(
    r"whether or not\b",
    r"regardless\b",
    r"irrespective\b",
    r"even (?:if|where|though|when|without)\b",
    r"without (?:the )?(?:need|use|regard|proof|threat)\b",
    r"not (?:be )?(?:necessary|required|relevant|a defen[cs]e|involve)\b",
    r"immaterial\b",
    r"irrelevant\b",
    r"with or without\b",
    r"need not\b",
    r"does not involve\b",
    r"notwithstanding that\b",
    r"none of the\b",
    r"not (?:include|involve) any\b",
    r"no defen[cs]e\b",
    r"does not require\b",
    r"is not required\b",
    r"by any means\b",
)
_STAGE = r"(?:until|to|till|through|completion of|complet\w+|includ\w+|and|up to)[^.;\n]{0,80}?"
_GRADE = r"(?:(?:grade|class|standard|year) (?:{0}|{1})|(?:{2}|{3}) (?:grade|class|standard))"
_GRADES: Final = (
    (12, "twelve", "12th", "twelfth"),
    (11, "eleven", "11th", "eleventh"),
    (10, "ten", "10th", "tenth"),
    (9, "nine", "9th", "ninth"),
    (8, "eight", "8th", "eighth"),
    (7, "seven", "7th", "seventh"),
    (6, "six", "6th", "sixth"),
)
"""School grades, highest first; grade 1 usually begins at the age of six."""
STAGES: Final = (
    SchoolStage(
        re.compile(
            rf"{_STAGE}(?:(?:senior|upper) (?:secondary|high)|(?<!junior )(?<!lower )(?:secondary (?:school|education|level)|high school)|form (?:4|four|iv)(?!\w))"
        ),
        18,
    ),
    SchoolStage(
        re.compile(rf"{_STAGE}(?:junior (?:high|secondary)|lower secondary|basic education)"),
        15,
    ),
    *(SchoolStage(re.compile(rf"{_STAGE}{_GRADE.format(*grade)}(?!\w)"), 6 + grade[0]) for grade in _GRADES),
)
SENTENCES: Final = True
