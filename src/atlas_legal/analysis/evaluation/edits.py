"""Changes to the text of laws, for tests of what a verdict rests on. Only changed laws are parsed again."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from atlas_legal.analysis.evaluation.result import Place
from atlas_legal.languages import numerals
from atlas_legal.model.framework import Framework
from atlas_legal.model.law import Law, Provision, unit_of

Edit = Callable[[Law, Provision], str]
"""The new text of a provision, from its start to its end."""

Units = dict[str, tuple[Provision, ...]]
"""Provisions by the file that they stand in."""

REPEAL_NOTES = {
    "es": "(Artículo derogado por art. 1° de la Ley N° 99.999)",
    "en": "[Repealed by Act No. 5 of 2019]",
    "th": "(ยกเลิก)",
}
"""A note that the whole provision is repealed, as editors write it in each language."""

_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\d\s()\[\]]+(?:\s+[^\d\s()\[\]]+)*")
_CITED = re.compile(
    r"(?:art[ií]culos?|arts?\.|incisos?|ley(?: n[°º.]*)?|n[°º]|sections?|articles?|act no\.|no\.|chapter"
    r"|มาตรา|ข้อ|วรรค|พ\.ศ\.)[\s*]*$",
    re.IGNORECASE,
)
"""Words after which a number is the number of a provision or law, not an age."""
_CITED_REACH = 20


class Edits:
    """Changed copies of one framework's laws; the same change of a law is parsed once."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._made: dict[tuple[str, str], Law] = {}
        entries = framework.register.laws if framework.register else ()
        self._entries = {entry.file: entry for entry in entries}

    def find(self, places: Iterable[Place]) -> Units:
        """Return by file the provisions at these places.

        Where a place names no provision, its article is taken; where there is none either, nothing is.
        """
        wanted: dict[str, list[str]] = {}
        for file, eid in sorted(places):
            wanted.setdefault(file, []).append(eid)
        found: Units = {}
        for law in self.framework.laws:
            if law.file in wanted:
                by_eid = {provision.eid: provision for provision in law.walk()}
                units = (by_eid.get(eid) or by_eid.get(unit_of(eid)) for eid in wanted[law.file])
                chosen = tuple(dict.fromkeys(unit for unit in units if unit is not None))
                if chosen:
                    found[law.file] = chosen
        return found

    def apply(self, units: Units, edit: Edit) -> Framework:
        """Return the framework with these provisions changed; a law whose text stays is the same object."""
        laws = self.framework.laws
        changed = tuple(
            self._edited(law, units[law.file], edit) if law.file in units else law for law in laws
        )
        return replace(self.framework, laws=changed)

    def _edited(self, law: Law, units: tuple[Provision, ...], edit: Edit) -> Law:
        """Return the law with the provisions changed and parsed again, under its own id."""
        from atlas_legal import parsing

        text = law.text
        outermost: list[Provision] = []
        for provision in sorted(units, key=lambda p: (p.start, -p.end)):
            if not outermost or provision.start >= outermost[-1].end:
                outermost.append(provision)
        for provision in reversed(outermost):
            text = text[: provision.start] + edit(law, provision) + text[provision.end :]
        if text == law.text:
            return law
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        if (law.id, digest) not in self._made:
            source = replace(law.source, text=text, sha256=digest)
            parsed = parsing.parse(source, entry=self._entries.get(law.file), country=law.country)
            self._made[law.id, digest] = replace(parsed, id=law.id)
        return self._made[law.id, digest]


def blank(law: Law, provision: Provision) -> str:
    """Replace a provision by spaces; line ends stay, so that nothing around it moves."""
    text = law.text[provision.start : provision.end]
    return "".join(character if character in "\r\n" else " " for character in text)


def repeal(law: Law, provision: Provision) -> str:
    """Leave a provision's number and heading, and put a note of its repeal where its words were.

    Blanks fill the place of longer words, so that nothing after it moves.
    """
    head = law.text[provision.start : provision.content_start]
    rest = law.text[provision.content_start : provision.end]
    words = rest.rstrip()
    gap = "" if not head or head[-1].isspace() else " "
    note = gap + REPEAL_NOTES.get(law.language, REPEAL_NOTES["en"])
    return f"{head}{note:<{len(words)}}{rest[len(words) :] or chr(10)}"


def change_age(old: int, new: int) -> Edit:
    """Return an edit that writes another age for one, in the form that stood there: words, digits, both."""

    def edit(law: Law, provision: Provision) -> str:
        start = provision.content_start
        body = law.text[start : provision.end]
        language = numerals(law.language)

        def swap(found: re.Match[str]) -> str:
            before = body[max(0, found.start() - _CITED_REACH) : found.start()]
            if language.value(found[0]) != old or _CITED.search(before):
                return found[0]
            return _in_form(found[0], new, language.words(new))

        return law.text[provision.start : start] + language.NUMBER.sub(swap, body)

    return edit


def _in_form(text: str, number: int, words: str) -> str:
    """Write a number in the form of another: words for words, digits of the same script for digits."""

    def digits(found: re.Match[str]) -> str:
        zero = ord(found[0][0]) - int(found[0][0])
        return "".join(chr(zero + int(digit)) for digit in str(number))

    shown = words.upper() if text.isupper() else words.capitalize() if text[:1].isupper() else words
    return _DIGITS.sub(digits, _WORDS.sub(lambda _: shown, text))
