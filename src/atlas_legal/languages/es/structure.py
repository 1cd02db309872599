"""How Spanish-language laws name, number, repeal and amend provisions."""

import re
from typing import Final

from atlas_legal.languages.drafting import AmendingCue, HeadingWord
from atlas_legal.languages.es import numerals

UNITS: Final = (
    HeadingWord(
        "article", "art", r"ar(?:t?[ií]t?c?[uú]?lo|t?culo|t[ií]c[uú]o)s?|arto?(?=[\s.º°*])", "Artículo {}"
    ),
    HeadingWord("rule", "rule", r"regla", "Regla {}"),
    HeadingWord("clause", "cl", r"cl[aá]usula", "Cláusula {}"),
)
CONTAINERS: Final = (
    HeadingWord("annex", "att", r"anexo|ap[eé]ndice|protocolo adicional", "Anexo {}", 0, numbered=False),
    HeadingWord("part", "part", r"parte", "Parte {}", 1, before=True),
    HeadingWord("book", "book", r"libro", "Libro {}", 2, before=True),
    HeadingWord("title", "title", r"t[ií]tulo", "Título {}", 3),
    HeadingWord("chapter", "chp", r"cap[ií]tulo", "Capítulo {}", 4),
    HeadingWord("section_group", "subchp", r"secci[oó]n|subsecci[oó]n", "Sección {}", 5),
)
NUMBER: Final = (
    r"\d{1,4}|[IVXLC]{1,8}(?!\w)|[uú]nic[oa](?!\w)|preliminar(?!\w)|uno(?!\w)"
    rf"|{numerals.ORDINAL_WORDS}|{numerals.WORDS}"
)
SUFFIX: Final = (
    r"(?:bis|ter|qu[aá]ter|quinquies|sexies|septies|septieser|octies|nonies|novies|decies|undecies|duodecies)(?!\w)"
    r"|(?<=\d)[º°]?\s?[-–]\s?[A-ZÑ](?!\w)|(?<=\d)[A-ZÑ](?!\w)|(?<=\d)[º°]?\s{1,2}(?-i:[A-HJ-UWYZÑ])(?=\s?[.:—–-])"
)
SUFFIXES: Final = {
    "bis": "bis",
    "ter": "ter",
    "quater": "quater",
    "quinquies": "quinquies",
    "sexies": "sexies",
    "septies": "septies",
    "septieser": "septies",
    "octies": "octies",
    "nonies": "nonies",
    "novies": "novies",
    "decies": "decies",
    "undecies": "undecies",
    "duodecies": "duodecies",
}
BARE: Final = False
MENTION_AFTER: Final = re.compile(
    r"\s*(?:[,;]|(?:y|e|o|u|de|del|al|a|inciso|inc|apartado|párrafo|parrafo|en|que|se|por|precedente|anterior"
    r"|siguientes|ss|citado|mencionado)(?!\w))"
)
MENTION_BEFORE: Final = re.compile(
    r"(?:(?<!\w)(?:el|del|al|los|las|la|de|en|por|y|e|o|u|con|según|art[ií]culos?|art|arts|su|presente|dicho|citado|este"
    r"|como|modif[íi]ca)[.*_]*|[,(])\s*$",
    re.IGNORECASE,
)
CASED: Final = True
_GAP: Final = r"[\s*_#]{1,8}"
REPEALED: Final = re.compile(
    rf"(?:(?:el|la|este|esta|texto del?|nota:?)(?: presente)?{_GAP})?(?P<what>(?:(?:[\w.º°,/-]{{1,15}}|\(\w{{1,4}}\)){_GAP}){{0,4}}?)(?:(?:fue|ha sido|se){_GAP})?"
    rf"(?:(?:derogad|abrogad|suprimid|eliminad|vetad|observad)[oa]s?|(?:dejad[oa]s? )?sin efecto|(?<=se )(?:deroga|abroga|suprime))(?!\w)"
    r"(?=[\s*_#]{0,8}(?:\Z|\n|[.;,)\]>(\[<—–-]|\d|(?:por|según|mediante|conforme|de acuerdo|desde|a partir|en virtud|con|art[ií]culo|art|ley|decreto|el \d"
    r"|[BDGPR]\.?\s?O)(?!\w)))",
    re.IGNORECASE,
)
LAW_WORD: Final = re.compile(
    r"(?:presente )?(?:ley|decreto(?:[- ]ley)?|c[oó]digo|reglamento|resoluci[oó]n)(?!\w)", re.IGNORECASE
)
REVIVED: Final = re.compile(
    r"(?<!\w)(?:restablecid|restituid|reincorporad|repuest)[oa]s?(?!\w)", re.IGNORECASE
)
TRANSITIONAL: Final = re.compile(
    r"(?:de las )?(?:disposici[oó]n(?:es)?|cl[aá]usulas?|normas?|art[ií]culos?|r[eé]gimen)\s+(?:final(?:es)?\s*(?:,|y|e)\s*)?"
    r"(?:complementarias?\s*(?:,|y)\s*)?transitori[oa]s?(?!\w)",
    re.IGNORECASE,
)
CLOSING: Final = (
    r"(?:de las )?(?:disposici[oó]n(?:es)?|cl[aá]usulas?|normas?|art[ií]culos?|r[eé]gimen)"
    r"(?:(?:\s*(?:,|y|e))?\s+(?:complementari|final|transitori|adicional|modificatori|derogatori|abrogatori)\w{0,3}){1,3}|transitori[oa]s?(?=[\s*_.:]*$)"
)
ORDINALS: Final = rf"{numerals.ORDINAL_WORDS}|[uú]nic[oa](?!\w)"
CONTENTS: Final = re.compile(
    r"^[ \t#*_]*(?:[ií]ndice|sumario|tabla de contenidos?|contenido)[ \t*_.:]*$", re.IGNORECASE | re.MULTILINE
)
SENTENCE: Final = re.compile(
    r"(?<!\w)(?:\w{1,20}(?:rá|rán|[áéí]\w{1,4}se|[ae]nse|[ae]se)|es|son|está|están|tiene|tienen|puede|pueden|debe|deben|queda|quedan|corresponde|prohíbe|prohíbese"
    r"|rige|crea|créase|entiende|considera|garantiza|reconoce|protege)(?!\w)",
    re.IGNORECASE,
)
AMENDING: Final = (
    AmendingCue(
        "replace",
        re.compile(
            r"sustit[uú]y[aeáé]n?[sc]e(?!\w)|reempl[aá]z[aáeé]n?se(?!\w)|modif[ií](?:c[aá]|qu[eé])n?se(?!\w)|se (?:modifica|sustituye|reemplaza)n?(?!\w)"
            r"|quedar[aá]n? redactad[oa]s?|queda(?:n)? modificad[oa]s?|subrog[aáeé]n?se",
            re.IGNORECASE,
        ),
    ),
    AmendingCue(
        "insert",
        re.compile(
            r"incorp[oó]r[aáeé]n?se(?!\w)|agr[eé]g(?:[aá]|u[eé])n?se(?!\w)|ins[eé]rt[aáeé]n?se(?!\w)|adici[oó]n[aáeé]n?se(?!\w)|a[ñn][aá]d[aáeé]n?se(?!\w)"
            r"|interc[aá]l[aáeé]n?se(?!\w)|se (?:incorpora|agrega|inserta|adiciona|añade)n?(?!\w)",
            re.IGNORECASE,
        ),
    ),
    AmendingCue(
        "repeal",
        re.compile(
            r"der[oó]g(?:[aá]|u[eé])n?se(?!\w)|abr[oó]g(?:[aá]|u[eé])n?se(?!\w)|d[eé]j[aáeé]n?se sin efecto|supr[ií]m[aáeé]n?se(?!\w)|elim[ií]n[aáeé]n?se(?!\w)"
            r"|(?:quedan?|se) (?:derogad[oa]s?|abrogad[oa]s?|deroga|derogan|abroga|abrogan|suprime|suprimen)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    AmendingCue("renumber", re.compile(r"renum[eé]r[aáeé]n?se(?!\w)|se renumeran?(?!\w)", re.IGNORECASE)),
)
APPROVES: Final = re.compile(
    r"(?:apru[eé]b[aáeé]n?se|ratif[ií](?:c[aá]|qu[eé])n?se|se (?:aprueba|ratifica)n?|adh?i[eé]r[aáeé]se|apru[eé]ba[nse]*)\W{1,6}"
    r"(?:(?:en todas sus partes|a|al|los|las|la|el|siguientes?|un|una|varios|que|se|texto|del|de)\W{1,4}){0,4}?"
    r"(?:[«“\"‘*]{1,3})?(?:convenios?|convenci[oó]n(?:es)?|protocolos?|tratados?|acuerdos?|pacto internacional|estatuto de roma|enmiendas?)(?!\w)",
    re.IGNORECASE,
)
FORMAL: Final = re.compile(
    r"\W{0,12}(?:comun[ií]quese|reg[ií]strese|publ[ií]quese|c[uú]mplase|de forma|ref[rón]+dese|la presente ley (?:entrar|empezar|comenzar)\w+"
    r"|dése|d[eé]se|rem[ií]tase|los gastos|el instrumento|al (?:ratificar|depositar|manifestar|adherir)|formul[aá][sn]*e|p[aá]se|archívese)",
    re.IGNORECASE,
)
DEFINITIONS: Final = (
    re.compile(
        r"se (?:(?:entiende|entender[aá])n?\s+(?:por|como)|(?:denomina|denominar[aá]|llama|llamar[aá])n?)\s+"
        r"[«“\"']?(?P<term>[^\W\d_][^\n.,;:«»“”\"]{1,60}?)[»”\"']?\s*(?=[,:]|\s(?:al?|el|las?|los?|un|una|tod[oa]|aquell?[oa]?|cualquier)\s)",
        re.IGNORECASE,
    ),
    re.compile(
        r"se considera(?:r[aá])?n?\s+[«“\"']?(?P<term>(?!que\s|parte\s|como\s)[^\W\d_]{3,20}(?:\s[^\W\d_]{2,20}){0,3}?)[»”\"']?\s"
        r"(?=(?:al?\s)?(?:tod[oa]|aquell?[oa]?|quien|cualquier|persona|la persona|ser humano)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"[«“\"](?P<term>[^«»“”\"\n]{2,60})[»”\"]\s*(?:significa|designa|comprende|se refiere|:)",
        re.IGNORECASE,
    ),
)
GLOSSARY: Final = re.compile(
    r"se entender[aá]n? por[^:\n]{0,40}:|se entienden? por[^:\n]{0,40}:|definiciones|glosario", re.IGNORECASE
)
_NUMBERED: Final = (
    r"(?:[Ll]ey(?:es)?|LEY(?:ES)?|[Dd]ecretos?(?:[- ][Ll]ey)?|DECRETO(?:[- ]LEY)?|[Rr]esoluci[oó]n|RESOLUCI[OÓ]N|[Cc]onvenio|CONVENIO)"
    r"(?: (?:[Nn]acional|[Oo]rg[aá]nica|[Gg]eneral|[Ff]ederal|[Ss]upremo|[Ll]egislativo|[Ee]jecutivo|[Mm]inisterial|[Pp]rovincial)){0,2}"
    r"[\s*\[]{1,3}(?:[Nn]\s?[º°.]{1,2}|[Nn]ros?\.?|[Nn][uú]mero|[Nn]o\.)?\s{0,2}\d{1,6}(?:\.\d{3})?(?:[/-]\d{2,4})?(?: (?:de|del) \d{4})?"
)
_NAMED: Final = (
    r"(?:C[oó]digo|C[OÓ]DIGO|Ley|Estatuto|Convenci[oó]n|Convenio|Protocolo|Reglamento|Pacto)"
    r"(?=\s{1,3}(?:(?:de|del|la|las|los|el|sobre|contra|para|relativ[oa]|a)\s){0,3}[A-ZÁÉÍÓÚÑ])"
    r"(?:\s{1,3}(?:(?:de|del|la|las|los|el|sobre|contra|para|en|y|e|relativ[oa]|a|con)\s{1,3}){0,3}(?!Ley|Decreto|C[oó]digo|Resoluci|Constituci)[A-ZÁÉÍÓÚÑ][\wáéíóúñ-]{1,24}){1,9}"
    r"(?:,?\s{1,2}(?:[Ll]ey\s)?(?:[Nn]\s?[º°.]{1,2}|[Nn]ro\.?|[Nn]o\.)?\s?\d{1,3}\.\d{3}(?!\d))?"
)
LAW_TITLE: Final = re.compile(
    rf"(?<!\w)(?:{_NUMBERED}|{_NAMED}|(?<!esta )(?<!presente )Constituci[oó]n(?! de la Organizaci[oó]n)(?: (?:Nacional|Pol[ií]tica)(?: del? (?:la |los )?[A-ZÁÉÍÓÚ]\w{{2,24}}){{0,2}})?(?!\w))"
)
AND: Final = r"y|e|o|u"
RANGE: Final = r"a|al|hasta"
INTERNAL: Final = re.compile(
    r"\s*(?:de|del)\s+(?:la presente|esta|este|el presente|presente)(?!\w)", re.IGNORECASE
)
PART: Final = (
    r"[Ii]ncisos?|[Ii]ncs?\.|[Aa]partados?|[Ll]iteral(?:es)?|[Nn]umeral(?:es)?|[Pp][aá]rrafos?|[Pp]ar[aá]grafos?"
    r"|[Ff]racci[oó]n(?:es)?|[Pp]untos?|[Ll]etras?|INCISO|APARTADO|LITERAL|NUMERAL|P[AÁ]RRAFO|PAR[AÁ]GRAFO|FRACCI[OÓ]N"
)
LINES: Final = False
PARAGRAPH_LABEL: Final = "{}.{}"
POINT_LABEL: Final = "{}, inciso {}"


def ordinal(text: str) -> int | None:
    """Return the value of a number in words, such as "PRIMERO", None where it is none."""
    value = numerals.ordinal_value(text)
    return value if value is not None else numerals.value(text)
