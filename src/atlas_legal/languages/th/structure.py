"""How Thai laws name, number, repeal and amend provisions."""

import re
from typing import Final

from atlas_legal.languages.drafting import AmendingCue, HeadingWord
from atlas_legal.languages.th import numerals

UNITS: Final = (
    HeadingWord("section", "sec", r"มาตรา", "มาตรา {}"),
    HeadingWord("clause", "cl", r"ข้อ", "ข้อ {}"),
)
CONTAINERS: Final = (
    HeadingWord(
        "annex", "att", r"บัญชี(?:ท้าย|แนบท้าย|อัตรา)?|ภาคผนวก|เอกสารแนบท้าย", "ภาคผนวก {}", 0, numbered=False
    ),
    HeadingWord("transitional", "trans", r"บทเฉพาะกาล", "บทเฉพาะกาล", 4, numbered=False),
    HeadingWord("book", "book", r"บรรพ", "บรรพ {}", 1),
    HeadingWord("part", "part", r"ภาค", "ภาค {}", 2),
    HeadingWord("title", "title", r"ลักษณะ", "ลักษณะ {}", 3),
    HeadingWord("chapter", "chp", r"หมวด", "หมวด {}", 4),
    HeadingWord("chapter", "chp", r"บทกำหนดโทษ", "บทกำหนดโทษ", 4, numbered=False),
    HeadingWord("section_group", "subchp", r"ส่วนที่|ส่วน", "ส่วนที่ {}", 5),
)
NUMBER: Final = (
    r"\d{1,4}(?:/\d{1,3})?|(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่สิบ){1,3}(?![\u0e30-\u0e3a\u0e47-\u0e4e])"
)
SUFFIX: Final = r"(?:ทวิ|ตรี|จัตวา|เบญจ|ฉ|สัตต|อัฏฐ|นว|ทศ)(?![\u0e00-\u0e4e])"
SUFFIXES: Final = {
    "ทวิ": "bis",
    "ตรี": "ter",
    "จัตวา": "quater",
    "เบญจ": "quinquies",
    "ฉ": "sexies",
    "สัตต": "septies",
    "อัฏฐ": "octies",
    "นว": "nonies",
    "ทศ": "decies",
}
BARE: Final = False
MENTION_AFTER: Final = re.compile(r"\s*(?:และ(?!ก)|หรือ|วรรค|ถึง(?=\s*มาตรา|\s*\d)|แห่ง|ของ(?!ก)|,|มาตรา)")
MENTION_BEFORE: Final = re.compile(r"(?:ตาม|และ|หรือ|ใน|แห่ง|ของ|ถึง|,)\s*$")
CASED: Final = False
REPEALED: Final = re.compile(
    r"(?:ถึง\s*(?:มาตรา|ข้อ)?\s*\d[\d/]*[\s(\[]{0,6})?(?P<what>(?:พระราชบัญญัตินี้|มาตรา|ข้อ|หมวด|ส่วน|วรรค|อนุมาตรา)\s?[\d/ก-ฮ]{0,8}\s?)?(?:ถูก|ได้)?ยกเลิก(?=[\s)\]*.]|โดย|แล้ว|\Z)"
)
LAW_WORD: Final = re.compile(r"พระราชบัญญัติ|พระราชกำหนด|ประมวลกฎหมาย")
REVIVED: Final = re.compile(r"(?!)")
TRANSITIONAL: Final = re.compile(r"บทเฉพาะกาล")
CLOSING: Final = r"(?!)"
ORDINALS: Final = r"(?!)"
CONTENTS: Final = re.compile(r"^[ \t]*(?:สารบัญ|สารบาญ)[ \t]*$", re.MULTILINE)
SENTENCE: Final = re.compile(r"ให้|ต้อง|ห้าม|ได้|เป็น")
AMENDING: Final = (
    AmendingCue(
        "replace", re.compile(r"ให้ยกเลิก(?:ความใน|บทบัญญัติ)?[^\n]{0,200}?และให้ใช้ความต่อไปนี้แทน|ให้แก้ไขเพิ่มเติม")
    ),
    AmendingCue("insert", re.compile(r"ให้เพิ่ม(?:ความ|เติม)?(?:ต่อไปนี้)?เป็น")),
    AmendingCue("repeal", re.compile(r"ให้ยกเลิก")),
)
APPROVES: Final = re.compile(r"ให้สัตยาบัน|ให้ความเห็นชอบ(?:ต่อ|แก่)?(?:อนุสัญญา|สนธิสัญญา|พิธีสาร)|เข้าเป็นภาคีอนุสัญญา")
FORMAL: Final = re.compile(r"\s*(?:พระราชบัญญัตินี้(?:เรียกว่า|ให้ใช้บังคับ)|ให้.{0,40}รักษาการ)")
DEFINITIONS: Final = (
    re.compile(r"[“\"](?P<term>[^“”\"\n]{1,80})[”\"]\s*(?:หมายความว่า|หมายความถึง|หมายความรวมถึง|หมายถึง)"),
)
GLOSSARY: Final = re.compile(r"(?!)")
LAW_TITLE: Final = re.compile(
    r"(?:พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา)(?!นี้)[ก-๎]{2,80}\s{0,2}(?:\(ฉบับที่\s?\d{1,2}\)\s{0,2})?(?:พ\.ศ\.|พุทธศักราช)\s{0,2}\d{4}"
    r"|ประมวลกฎหมาย(?:อาญา(?:ทหาร)?|แพ่งและพาณิชย์|วิธีพิจารณาความ(?:อาญา|แพ่ง)|ที่ดิน|ยาเสพติด)|ประมวลรัษฎากร|รัฐธรรมนูญแห่งราชอาณาจักรไทย"
)
AND: Final = r"และ|หรือ"
RANGE: Final = r"ถึง"
INTERNAL: Final = re.compile(r"\s*แห่ง(?:พระราชบัญญัติ|ประมวลกฎหมาย|รัฐธรรมนูญ)นี้")
PART: Final = r"วรรค|อนุมาตรา"
LINES: Final = True
PARAGRAPH_LABEL: Final = "{} วรรค {}"
POINT_LABEL: Final = "{} ({})"


def ordinal(text: str) -> int | None:
    """Return the value of a number in words, None where it is none."""
    return numerals.value(text)
