"""Encodings: from bytes to text, strictly, saying which encoding it was."""

import codecs
from dataclasses import dataclass
from typing import Final

from atlas_legal.model.errors import ReadError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES: Final = {"windows-1252": "Windows-1252", "tis-620": "TIS-620 (Thai)", "cp874": "Windows-874 (Thai)"}
_LATIN_LETTERS: Final = frozenset("áéíóúüñÁÉÍÓÚÜÑàèìòùâêîôûãõçÀÈÌÒÙÂÊÎÔÛÃÕÇäöëïÄÖ")
_LATIN_SIGNS: Final = frozenset("\u00a0°ºª«»“”‘’–—…•·¡¿§©®€²³¹½¼¾×´¨¸¬±µ¶")
_THAI_FREQUENT: Final = frozenset("กขคงจฉชซดตถทธนบปผพภมยรลวศษสหอะาำิีึืุูเแโใไ็่้์ั")
_TEXT_CONTROLS: Final = frozenset("\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x1b\x08")
_FEW_CONTROLS: Final = 3
"""So few control characters show nothing, however short the text."""
_REPAIR: Final = "save it as UTF-8 text and try again"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was in, and what there is to say about that."""

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes, place: str) -> Decoded:
    """Decode a text file: by its byte order mark, else as UTF-8, else by what its bytes must be.

    Raises
    ------
    ReadError : the file is binary, or no encoding fits without loss.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            try:
                text = body.decode(name)
            except UnicodeDecodeError as problem:
                raise _undecodable(
                    place, f"its mark says {name.upper()}, but byte {problem.start} does not fit"
                ) from problem
            note = "" if name == "utf-8" else f"the file is {name.upper()}"
            return Decoded(_checked(text, place), name, note)
    if b"\0" in data:
        raise _binary(place)
    try:
        return Decoded(_checked(data.decode("utf-8"), place), "utf-8")
    except UnicodeDecodeError as problem:
        wrong = problem.start
    guess = _guess(data)
    if guess is None:
        if _mostly_controls(data):
            raise _binary(place)
        raise _undecodable(place, f"byte {wrong} is not UTF-8, and no other encoding fits")
    text = data.decode(guess)
    return Decoded(
        _checked(text, place), guess, f"the file is not UTF-8: it was read as {_NAMES.get(guess, guess)}"
    )


def _guess(data: bytes) -> str | None:
    """Return the encoding of bytes that are not UTF-8, None where none is sure.

    Thai in TIS-620 and Latin in Windows-1252 use the same bytes; what tells them apart is that Thai comes in
    long runs of them and Latin in single letters. Other encodings are left to charset-normalizer.
    """
    high = sum(byte >= 0x80 for byte in data)
    runs = _long_runs(data)
    if runs >= high / 2:
        for name in ("tis-620", "cp874"):
            if _decodes(data, name) and _looks_thai(data.decode(name)):
                return name
    if _decodes(data, "windows-1252") and _looks_latin(data.decode("windows-1252")):
        return "windows-1252"
    from charset_normalizer import from_bytes  # imported here: most files never need it

    best = from_bytes(data).best()
    if best is not None and best.percent_chaos < 10 and _decodes(data, best.encoding):
        return best.encoding
    return None


def _long_runs(data: bytes) -> int:
    """Return how many high bytes stand in runs of four and more."""
    total = run = 0
    for byte in data:
        if byte >= 0x80:
            run += 1
        else:
            total += run if run >= 4 else 0
            run = 0
    return total + (run if run >= 4 else 0)


def _looks_latin(text: str) -> bool:
    """Return whether nearly every character beyond ASCII is a letter or sign of western texts."""
    beyond = [c for c in text if c >= "\x80"]
    known = sum(c in _LATIN_LETTERS or c in _LATIN_SIGNS for c in beyond)
    return known >= 0.9 * len(beyond)


def _looks_thai(text: str) -> bool:
    """Return whether the Thai characters are those that Thai words are made of.

    Quotation marks are control characters in TIS-620: such a text is in Windows-874.
    """
    thai = [c for c in text if c >= "\x80"]
    return not any(c < "\xa0" for c in thai) and sum(c in _THAI_FREQUENT for c in thai) >= 0.85 * len(thai)


def _decodes(data: bytes, encoding: str) -> bool:
    """Return whether the bytes decode without loss."""
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _mostly_controls(data: bytes) -> bool:
    sample = data[:4096]
    return sum(byte < 0x20 and byte not in b"\t\n\r\x0c\x0b" for byte in sample) > len(sample) / 100


def _checked(text: str, place: str) -> str:
    """Return the text. Raises ReadError where control characters show that it is none."""
    if not text.replace("\ufeff", "").replace("\u200b", "").strip():
        raise ReadError("is empty", place=place, hint="the text of the law should be in it")
    sample = text[:4096]
    odd = sum(c < " " and c not in _TEXT_CONTROLS for c in sample)
    if "\0" in text or odd > max(_FEW_CONTROLS, len(sample) / 50):
        raise _binary(place)
    return text


def _binary(place: str) -> ReadError:
    return ReadError("is binary, not text", place=place, hint="export it as plain text or Markdown first")


def _undecodable(place: str, why: str) -> ReadError:
    return ReadError(f"cannot be decoded: {why}", place=place, hint=_REPAIR)
