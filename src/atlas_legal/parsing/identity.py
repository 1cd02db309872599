"""What a law is: its title, number, kind and date, from the register, its front matter, or its file name."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from atlas_legal.languages.folding import fold
from atlas_legal.model.country import RegisterEntry
from atlas_legal.model.law import LawKind, TextStatus
from atlas_legal.model.text import SourceText

_KINDS: Final[tuple[tuple[LawKind, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{words})"))  # type: ignore[misc]
    for kind, words in (
        ("treaty", r"treaty|tratado|convenio|convencion|convention|protocol|อนุสัญญา|พิธีสาร"),
        ("bill", r"bill|proyecto de ley|anteproyecto|ร่าง(?=พระราช|ประมวล|รัฐธรรมนูญ|กฎ|ข้อ)"),
        ("constitution", r"constitution|constitucion|carta magna|รัฐธรรมนูญ"),
        ("code", r"code|codigo|ประมวลกฎหมาย"),
        ("decree", r"decree|decreto|dnu|executive order|พระราชกำหนด|พระราชกฤษฎีกา"),
        ("regulation", r"regulations?|reglamento|reglamentacion|rules|statutory instrument|กฎกระทรวง|ระเบียบ"),
        ("resolution", r"resolutions?|resolucion|disposicion|ประกาศ"),
        ("act", r"acts?(?!\w)|law(?!\w)|ley(?:es)?(?!\w)|ordinance|statute|พระราชบัญญัติ"),
    )
)
_KNOWN_KINDS: Final = frozenset(kind for kind, _ in _KINDS)
_STATUSES: Final[dict[str, TextStatus]] = {
    "complete": "complete",
    "excerpt": "excerpt",
    "summary": "summary",
    "translation": "translation",
    "bill": "bill",
    "repealed": "repealed",
}
_HEADLINE: Final = re.compile(r"[^\n\r]*\S[^\n\r]*")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Identity:
    """A law's metadata as ``Law`` carries them."""

    id: str
    title: str
    short: str
    number: str
    kind: LawKind
    date: str
    country: str
    jurisdiction: str
    status: TextStatus


def slug(name: str) -> str:
    """Return a file name as an id: lower case, without suffix, words joined by hyphens."""
    stem = PurePath(name).stem or name
    plain = (
        "".join(c for c in unicodedata.normalize("NFD", stem.casefold()) if not unicodedata.combining(c))
        if stem.isascii() or not any("\u0e00" <= c <= "\u0e7f" for c in stem)
        else stem
    )
    return re.sub(r"[^\w]+|_", "-", plain).strip("-") or "law"


def identify(
    source: SourceText, entry: RegisterEntry | None, country: str, *, titled: bool = True
) -> Identity:
    """Collect a law's metadata: the register's word first, then the front matter's, then the text's own.

    ``titled``: the text's first line may be its title.
    """
    front = source.front_matter
    title = (entry.title if entry else "") or _text(front, "title") or (_headline(source) if titled else "")
    number = (entry.number if entry else "") or _text(front, "number") or _text(front, "identifier")
    kind = _kind(entry.kind if entry else "", front, title, source.name)
    date = (entry.date if entry else "") or _date(front)
    status = _STATUSES.get((entry.status if entry else "").strip().lower(), "complete")
    if kind == "bill":
        status = "bill"
    return Identity(
        id=(entry.id if entry and entry.id else "") or slug(source.name),
        title=title,
        short=entry.short if entry else "",
        number=number,
        kind=kind,
        date=date,
        country=(entry.country if entry else "") or country,
        jurisdiction=entry.jurisdiction if entry else "national",
        status=status,
    )


def _text(front: Mapping[str, object], key: str) -> str:
    value = front.get(key)
    return " ".join(str(value).split()) if isinstance(value, str | int | float) and value != "" else ""


def _headline(source: SourceText) -> str:
    found = _HEADLINE.search(source.text, source.body_start)
    return " ".join(found.group().strip("\ufeff #*_").split())[:200] if found else ""


def _date(front: Mapping[str, object]) -> str:
    for key in ("enactment_date", "date", "publication_date"):
        found = _DATE.match(str(front.get(key) or ""))
        if found:
            return found.group()
    return ""


def _kind(stated: str, front: Mapping[str, object], title: str, name: str) -> LawKind:
    """Return the kind: as stated, else by the first word that names one in rank, title or file name."""
    if stated in _KNOWN_KINDS:
        return next(kind for kind, _ in _KINDS if kind == stated)
    for words in (
        stated,
        _text(front, "rank"),
        _text(front, "kind"),
        title,
        PurePath(name).stem.replace("-", " "),
    ):
        folded = fold(words)
        places = [(match.start(), kind) for kind, pattern in _KINDS[1:] if (match := pattern.search(folded))]
        if places:
            return min(places)[1]
    return "unknown"
