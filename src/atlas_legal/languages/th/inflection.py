"""Thai does not inflect: a term has one form, in the two ways of writing sara am.

No space parts its words. Whether a term stands for itself or is a piece of a longer word is told by the
syllable (a vowel written before its consonant ends no word, a vowel or tone mark after it begins none: so
ทาส, slave, is not found in บรรเทาสาธารณภัย, disaster relief) and by a list of longer words that the
syllable does not betray (งาน, work, in พนักงาน, official).
"""

from functools import cache
from typing import Final


def _listed(text: str) -> tuple[str, ...]:
    """Return the words of a list that is easier to read in prose."""
    return tuple(text.split())


_SARA_AM: Final = ("\u0e33", "\u0e4d\u0e32")
"""One code point, and nikhahit with sara aa, as some converters leave it."""
_LEADING: Final = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")
_FOLLOWING: Final = frozenset(map(chr, (*range(0x0E30, 0x0E3B), 0x0E45, *range(0x0E47, 0x0E4F))))
"""Vowels written before their consonant; vowels and marks written after, above or below it."""
_WORDS: Final = _listed(
    """
    พนักงาน หน่วยงาน รายงาน สำนักงาน ประสานงาน ดำเนินงาน แผนงาน ผลงาน คณะทำงาน งานศพ งานธุรการ งานทะเบียน
    วันทำงาน เวลาทำงาน สถานที่ทำงาน กระทรวงแรงงาน กรมสวัสดิการและคุ้มครองแรงงาน ศาลแรงงาน สหภาพแรงงาน
    ลูกจ้าง นายจ้าง ค่าจ้าง สินจ้าง รับจ้าง สัญญาจ้าง เลิกจ้าง จ้างทำของ จ้างวาน
    หลักเกณฑ์ กฎเกณฑ์ ในเกณฑ์ ถึงเกณฑ์ เกณฑ์มาตรฐาน ข้อบังคับ ใช้บังคับ บังคับใช้กฎหมาย บังคับบัญชา บังคับคดี คำบังคับ
    ผลบังคับ ภาคบังคับ บังคับการ อยู่ในบังคับ ใต้บังคับ ร้องเรียน เรือน ออกเสียง คะแนนเสียง เสียงข้างมาก เสียงข้างน้อย ชื่อเสียง
    กระจายเสียง บันทึกเสียง การแสดงเจตนา การแสดงความ การแสดงตน การแสดงหลักฐาน การรบกวน อวัยวะเพศ
    การค้าประเวณี การค้ามนุษย์ การค้าหญิง การค้าเด็ก การค้าขาย เครื่องหมายการค้า หอการค้า คู่สมรส สินสมรส
    ปรับปรุง ปรับเปลี่ยน ให้โทษ ลหุโทษ อภัยโทษ กล่าวโทษ สุราษฎร์ธานี จัดหางาน จัดหาประโยชน์ โยกย้าย ยักย้าย ไปรษณีย์
    ศาลเยาวชนและครอบครัว กิจการเด็กและเยาวชน สภาเด็กและเยาวชน สถานพินิจและคุ้มครองเด็กและเยาวชน
"""
)
"""Words of laws in which a shorter term has another meaning, or that are the names of bodies."""


@cache
def _longer(term: str) -> tuple[tuple[str, int], ...]:
    """The listed words that hold a term, and where in them it begins."""
    return tuple(
        (word, at)
        for word in _WORDS
        if len(word) > len(term)
        for at in range(len(word))
        if word.startswith(term, at)
    )


def _cut(text: str, start: int, end: int) -> bool:
    """Whether a span begins or ends inside a syllable."""
    return text[start - 1 : start] in _LEADING or text[end : end + 1] in _FOLLOWING


def within_word(text: str, start: int, end: int) -> bool:
    """Whether a span is only a part of a word."""
    return _cut(text, start, end) or any(
        text.startswith(word, start - at) and not _cut(text, start - at, start - at + len(word))
        for word, at in _longer(text[start:end])
        if at <= start
    )


def verbal(lemma: str) -> tuple[str, ...]:
    """Return the verb in each way of writing it."""
    return phrase(lemma)


def phrase(text: str) -> tuple[str, ...]:
    """Return the phrase in each way of writing it."""
    return tuple(sorted({text, text.replace(*_SARA_AM)}))
