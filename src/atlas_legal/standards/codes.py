"""The codes of problems, each with a sentence: what reports, SARIF rules and ``docs/validation.md`` say."""

from collections.abc import Mapping
from types import MappingProxyType

FILE: Mapping[str, str] = {
    "file-missing": "The file is not there, or is a folder.",
    "file-unreadable": "The system does not let us read the file.",
    "no-standards": "The folder holds no standards files.",
    "empty-file": "The file holds nothing.",
    "yaml-alias": "YAML aliases can multiply a small file without end, so each value is written out.",
    "yaml-control": "A control character stands in the file.",
    "yaml-depth": "Values are nested deeper than any standard needs.",
    "yaml-documents": "The file holds a second YAML document.",
    "yaml-duplicate-key": "The same key stands twice in one place, so one of its values would be lost.",
    "yaml-encoding": "The file is not UTF-8.",
    "yaml-key": "A key is a list or has keys itself.",
    "yaml-size": "The file has more bytes or values than we read.",
    "yaml-syntax": "The file is not YAML.",
    "yaml-tab": "A tab stands in the indentation.",
    "yaml-tag": "A YAML tag asks for a type; types follow from the keys here.",
}
STRUCTURE: Mapping[str, str] = {
    "bad-criterion": "A node of a criterion has no operator and no leaf, or several of them.",
    "bad-name": "An id is not written as ids of its kind are.",
    "bad-value": "Values do not go together.",
    "empty-value": "A key has no value, or a list or text that must say something says nothing.",
    "missing-key": "A key that must be there is not.",
    "out-of-range": "A number is too small or too large; ages go from 0 to 25.",
    "too-many": "The file has so many problems that the rest is only counted.",
    "unknown-key": "No such key is known here.",
    "unknown-value": "The word is not one of those that the key may have.",
    "unquoted": "Other programs read this word as a date or as true or false; quote it.",
    "wrong-kind": "The value is a text, a number, a list or keys where another of these belongs.",
}
NAMES: Mapping[str, str] = {
    "duplicate-id": "Two instruments, requirements, concepts, profiles or standards have the same id.",
    "duplicate-leaf": "Two leaves of a criterion have the same id.",
    "relation-circle": "A requirement is, through others, narrower than itself.",
    "relation-to-itself": "A requirement is related to itself.",
    "relation-twice": "A requirement is related to another twice.",
    "unknown-concept": "No file defines the concept.",
    "unknown-instrument": "No file describes the instrument.",
    "unknown-language": "There is no such language, laws in it cannot be read, or the text is in another.",
    "unknown-leaf": "No other leaf of the criterion has this id.",
    "unknown-requirement": "No instrument has the requirement.",
    "unknown-value-name": "The requirement reports no value of this name.",
    "wrong-file-name": "The file is not named after what it holds.",
    "wrong-prefix": "A requirement's id is not made of its instrument and article.",
}
MEANING: Mapping[str, str] = {
    "dead-rule": "A rule can never decide: earlier ones take its cases, or it excludes itself.",
    "example-failed": "An example does not give the status or the values that it must.",
    "example-twice": "The same text is an example of a requirement twice.",
    "impossible": "A leaf, or the whole criterion, can never be satisfied, or always is.",
    "missing-boundary": "No example shows the age that is just enough and the one that is just too low.",
    "missing-example": "A language has no example that is met, that is a gap, or that stops half way.",
    "missing-part": "A requirement lacks drafting options and the like, or an instrument its last article.",
    "missing-translation": "A text is not there in English, Spanish, or a language that the file speaks.",
    "missing-values": "An example does not say which age its text must give.",
    "no-examples": "A requirement has no example, so nothing shows that its criterion works.",
    "not-a-date": "A date is not written as YYYY-MM-DD, does not exist, or comes too early.",
    "not-binding": "What binds and whom does not follow from the kind of the instrument.",
    "not-https": "The official address is missing or does not begin with https.",
    "open-rules": "The rules of a standard may all fail, so that no reason is given.",
    "unreachable": "A branch of a criterion can never change the status.",
    "unverified-source": "Nobody has said that this was compared with a text, or no source says with which.",
    "yes-without-met": "A rule says yes where no requirement is met.",
}
LEDGER: Mapping[str, str] = {
    "ledger-empty": "An article is neither encoded, planned nor excluded.",
    "ledger-hole": "The ledger passes over an article, a paragraph or a point.",
    "ledger-key": "A key of the ledger names no article, or one after the last.",
    "ledger-overlap": "An article stands in two entries.",
    "ledger-unknown-requirement": "The ledger names a requirement that no instrument has.",
    "not-in-ledger": "No entry of the requirement's own article names it.",
}
CONCEPTS: Mapping[str, str] = {
    "bad-term": "A term is in every text, its brackets do not pair, or it has too many alternatives.",
    "broader-circle": "A concept is, through others, broader than itself.",
    "counter-example-matched": "A text that is no case of a concept holds one of its terms.",
    "dead-unless": "A wording is to take back a term that cannot stand in it.",
    "duplicate-term": "A term or a name stands twice in a list.",
    "no-terms": "Neither a concept nor a narrower one has terms in a language that is asked for.",
    "orphan-concept": "No requirement asks for a concept or for one near it.",
    "untested-unless": "No counter-example shows what the wordings under unless take back.",
}
COUNTRY: Mapping[str, str] = {
    "country-id": "The id of a country is not the name of its folder.",
    "register": "A register cannot be read as one.",
    "unknown-country": "The country is no ISO 3166-1 alpha-3 code.",
}
GROUPS: Mapping[str, Mapping[str, str]] = {
    "Files and YAML": FILE,
    "Keys and values": STRUCTURE,
    "Names": NAMES,
    "Meaning": MEANING,
    "The coverage ledger": LEDGER,
    "Concepts": CONCEPTS,
    "Country data": COUNTRY,
}
CODES: Mapping[str, str] = MappingProxyType({code: said for g in GROUPS.values() for code, said in g.items()})
