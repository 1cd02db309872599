"""How Thai laws order, forbid, punish, count years and carve out.

Thai writes no spaces between words and no full stops: paragraphs and list points are the clauses, and cues
are matched as characters. A cue that is also part of other words names them: ต้อง is a duty, but not in
ถูกต้อง (correct) or ต้องการ (to want).
"""

import re
from typing import Final

from atlas_legal.languages.grammar import HIGH, LOW, AgePattern, N, SchoolStage


def _not_after(*words: str) -> str:
    """A pattern that holds where none of these words stands right before."""
    return "".join(f"(?<!{word})" for word in words)


_END = r"(?=[ \n,)]|$)"
FORCES: Final = (
    (
        "prohibition",
        re.compile(
            _not_after("ไม่", "มิได้", "ข้อ", "ไม่ต้อง", "ลักษณะต้อง")
            + r"ห้าม(?!ล้อ)"
            + rf"|(?:กระทำ|ทำ)(?:มิได้|ไม่ได้)|(?:มิได้|ไม่ได้){_END}|ต้องไม่|ไม่อาจ|ไม่มีสิทธิ|"
            + _not_after("เพื่อ", "ป้องกัน", "ระวัง")
            + r"มิให้(?!ใช้บังคับ|ใช้แก่|ถือ|นำ)"
        ),
    ),
    (
        "offence",
        re.compile(
            r"ระวางโทษ|"
            + _not_after("ไม่", "มิ")
            + r"(?:มีความผิด|เป็นความผิด)|"
            + _not_after("การ")
            + r"กระทำความผิดฐาน|"
            + _not_after("ผู้", "เคย")
            + r"ต้องโทษ|"
            + _not_after("หมาย", "ให้", "ลงโทษ", "ได้รับโทษ", "ต้องโทษ", "กำหนดโทษ")
            + r"จำคุก"
        ),
    ),
    (
        "obligation",
        re.compile(
            _not_after("ไม่", "มิ", "ถูก", "ผู้", "ไม่จำเป็น", "ลักษณะ", "เกี่ยว")
            + r"ต้อง(?!ระวางโทษ|ไม่|โทษ|ห้าม|การ|หา|ขัง|คำพิพากษา)|มีหน้าที่|พึง|ภาคบังคับ"
            r"|(?:^|(?<=[ \n])|(?<=และ)|(?<=กับ)|(?<=แล้ว))ให้(?!ถือ|ใช้|ยกเลิก|หมาย|นำ|ได้|เพิ่มโทษ|ลงโทษ)"
        ),
    ),
    ("power", re.compile(r"มีอำนาจออก(?:กฎ|ประกาศ|ระเบียบ|ข้อบังคับ)")),
    (
        "permission",
        re.compile(
            _not_after("ไม่", "ที่", "ซึ่ง", "อัน")
            + r"อาจ(?!ารย์|เป็น|ก่อ|ทำให้|เกิด)|"
            + _not_after("ไม่", "มิ")
            + r"อนุญาตให้|ได้รับอนุญาต|มีอำนาจ|สมัคร|ก็ได้|"
            + _not_after("ไม่", "มิ", "ราย")
            + r"ได้(?=[ \n]|$|เมื่อ|ต่อเมื่อ|เฉพาะ|ก็แต่)"
        ),
    ),
    ("definition", re.compile(r"หมายความว่า|หมายความถึง|หมายถึง|ให้ถือว่า|ได้แก่|ถือเป็น|หมายความรวม")),
    (
        "declaration",
        re.compile(
            _not_after("ไม่") + r"มีสิทธิ|ย่อมมี|โดยไม่เก็บค่าใช้จ่าย|โดยไม่เสียค่าใช้จ่าย|โดยไม่คิดมูลค่า|ไม่เก็บค่าเล่าเรียน"
            r"|รัฐต้อง|เสรีภาพ|ได้รับความคุ้มครอง|ไม่เป็นเหตุ|(?:ไม่เป็น|มิใช่)ข้อ(?:แก้ตัว|ต่อสู้)"
        ),
    ),
)

_PAPERS = ("ใบอนุญาต", "ใบรับรอง", "บัตร", "หนังสือ", "หนังสือเดินทาง", "สัญญา", "สัมปทาน", "คำสั่ง")
_LINKS = ("", "มี", "ให้มี", "นั้นมี", "นั้นให้มี", "ต้องมี")
_AGE = "อายุ" + _not_after(*(f"{paper}{link}อายุ" for paper in _PAPERS for link in _LINKS)) + "(?!ความ)"
"""A person's age, and not how long a paper is valid or a period of limitation."""
_Y = r" ?(?:ขวบปี|ขวบ|ปี)(?: ?บริบูรณ์)?"
_UNDER = r"(?:ต่ำกว่า|น้อยกว่า|ไม่ถึง|มิถึง|ไม่ครบกำหนด|ไม่ครบ|ไม่เต็ม)"
_AT_LEAST = r"(?:ไม่ต่ำกว่า|ไม่น้อยกว่า|ตั้งแต่ครบ|ตั้งแต่|ครบกำหนด|ครบ|เกินกว่า|เกิน|กว่า|ถึง|เต็ม|พ้น|มากกว่า|อย่างน้อย|อย่างต่ำ)"
_REACHES = r"(?:ครบกำหนด|ครบ|ถึง|เต็ม|ได้)?"
_AND = (
    r" ?(?:แล้ว)?(?:ขึ้นไป)? ?(?:แต่|และ|จน|ถึง|-|–)(?:ถึง|กว่า)? ?(?:วันที่)?(?:ต้อง)?(?:มี)?(?:อายุ)?(?:ต้อง)?(?:ยัง)?"
    r"(?:ไม่)?(?:ถึง|เกินกว่า|เกิน|ครบ|เต็ม|มากกว่า)? ?"
)
_TURNING = r"(?:อายุ)?ย่างเข้า(?:สู่)?"
AGES: Final = (
    AgePattern(
        "range", re.compile(rf"{_AGE}(?:ต้อง)?(?:{_AT_LEAST}|ระหว่าง)? ?{LOW}(?:{_Y})?{_AND}{HIGH}{_Y}")
    ),
    AgePattern(
        "below",
        re.compile(
            rf"(?:(?:ยัง|ยังมี|มี)?{_AGE}(?:ยัง)?{_UNDER}|(?:ไม่|มิได้|ไม่ได้)(?:มี)?{_AGE}(?:ครบ|ถึง|เต็ม|ตั้งแต่)"
            rf"|ก่อน(?:วันที่|ที่)?(?:จะ)?(?:มี)?{_AGE}{_REACHES}) ?{N}{_Y}"
        ),
    ),
    # in the sixteenth year of life: fifteen years completed
    AgePattern(
        "range",
        re.compile(
            rf"{_TURNING}(?:ปีที่)? ?{LOW}(?: ?ปี)? ?(?:แต่|และ|จน)?(?:ถึง)?(?:ยัง)?(?:ไม่เกิน)?{_TURNING}(?:ปีที่)? ?{HIGH}"
        ),
        running=True,
    ),
    AgePattern("until", re.compile(rf"จน(?:ถึง|กว่า)?(?:จะ)?(?:มี)?{_TURNING}(?:ปีที่)? ?{N}"), running=True),
    AgePattern("from", re.compile(rf"{_TURNING}(?:ปีที่ ?{N}| ?{N} ?ปี)"), running=True),
    AgePattern(
        "from",
        re.compile(
            rf"(?:{_AGE}(?:ต้อง)?{_AT_LEAST} ?{N}{_Y}(?!ลงมา)(?:ขึ้นไป)?|{_AGE} ?{N}{_Y}ขึ้นไป"
            rf"|(?:ตั้งแต่|พ้น|เกิน)(?:เกณฑ์)?{_AGE} ?{N}{_Y}|{_AGE}ขั้นต่ำ[^\n{N[0]}]{{0,40}}{N}{_Y})"
        ),
    ),
    AgePattern(
        "until",
        re.compile(
            rf"(?:{_AGE}(?:ต้อง)?(?:ยัง)?ไม่(?:เกินกว่า|เกิน|มากกว่า|พ้น) ?{N}{_Y}|{_AGE}(?:ตั้งแต่)? ?{N}{_Y}ลงมา"
            rf"|(?<!ยาก)จน(?:ถึง|กว่า)?[^\n{N[0]}]{{0,24}}?{_AGE}{_REACHES} ?{N}{_Y})"
        ),
    ),
    AgePattern("exact", re.compile(rf"{_AGE} ?{N}{_Y}"), sure=False),
)
DURATION: Final = re.compile(r"จำคุก|โทษ|ระยะเวลา|กำหนดเวลา|ภายใน")
PERIOD_AFTER: Final = re.compile(r" ?นับ(?:แต่|จาก|ตั้งแต่)(?!วันเกิด)")
IMPRISONMENT: Final = re.compile(_not_after("หมาย", "ให้", "ลงโทษ", "ได้รับโทษ") + r"จำคุก")
FINE: Final = re.compile(
    _not_after("ไ", "ค่า", "เบี้ย")
    + r"ปรับ(?!ปรุง|เปลี่ยน|ตัว|แก้|ลด|ราคา|สภาพ)"
    + rf"|ค่าปรับ(?= ?(?:ไม่เกิน|ตั้งแต่|ไม่น้อยกว่า|ไม่ต่ำกว่า|เป็นพินัย|ทางปกครอง|{N}))"
)
_UNIT = r"(?P<unit>ปี|เดือน|วัน)"
TERM: Final = (
    ("range", re.compile(rf"ตั้งแต่ ?{LOW} ?(?:ปี|เดือน|วัน)?ถึง ?{HIGH} ?{_UNIT}")),
    ("until", re.compile(rf"ไม่เกิน ?{HIGH} ?{_UNIT}")),
    ("from", re.compile(rf"(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|ตั้งแต่) ?{LOW} ?{_UNIT}")),
    ("exact", re.compile(rf"จำคุก ?{LOW} ?{_UNIT}")),
)
UNITS: Final = {"ปี": 12.0, "เดือน": 1.0, "วัน": 1 / 30}
_GROUND = r"(?!ความผิด|โทษ|ค่า|ภาษี|อากร)"
EXCEPTION: Final = re.compile(
    _not_after("ข้อ", "การ", "เหตุ") + rf"ยกเว้น{_GROUND}|เว้นแต่|(?<=\S)นอกจาก(?!นี้|นั้น)|(?<=\S )นอกจาก(?!นี้|นั้น)"
    r"|ไม่(?:ให้หมายความ|หมายความ)?รวมถึง|(?:มิให้|ไม่)ใช้บังคับ"
)
CONDITION: Final = re.compile(
    r"(?:ซึ่ง|ที่|และ)?(?:ไม่เป็นอันตราย|ไม่ใช่งานอันตราย|มิใช่งานที่อาจเป็นอันตราย|มิใช่งานอันตราย|ไม่ขัดต่อ|ไม่กระทบ)"
)
SCOPE: Final = re.compile(r"มิให้ใช้บังคับ|ไม่ใช้บังคับ|มิให้นำ|ไม่รวมถึง|ได้รับยกเว้น|แตกต่าง(?:ไป)?จาก|มิให้ใช้แก่")
PROGRAMME: Final = re.compile(
    r"ส่งเสริม|นโยบาย|แผน(?!ก|ที่)|ยุทธศาสตร์|โครงการ|คณะกรรมการ|ประสานงาน|รณรงค์|มาตรการ|หน้าที่และอำนาจ|อำนาจหน้าที่"
    r"|สนับสนุน|ป้องกัน|เผยแพร่|พัฒนา|สถิติ|กองทุน"
)
PROVISO: Final = re.compile(r"(?<= )(?:ทั้งนี้|แต่ถ้า|ในกรณีที่|ถ้าการกระทำ)")
ABBREVIATIONS: Final = frozenset({"พ.ศ", "น", "ป.ร"})
EDITORIAL: Final = re.compile(r"\[(?:มาตรา|แก้ไข|เพิ่ม|ข้อความ)[^\[\]]{0,300}\]")
AGGRAVATED: Final = re.compile(r"ถ้าการกระทำความผิด|ถ้าผู้ถูกกระทำ|เพิ่มโทษ|หนักขึ้น|เหตุฉกรรจ์|เป็นการกระทำ(?:แก่|ต่อ)")
BREACH: Final = re.compile(r"ฝ่าฝืน|ไม่ปฏิบัติตาม|กระทำความผิดตามมาตรา")
WHOLE: Final = re.compile(r"(?:ฝ่าฝืน|ไม่ปฏิบัติตาม)(?:บทบัญญัติแห่ง)?พระราชบัญญัตินี้")
REACHES: Final = re.compile(r"ให้ใช้บังคับแก่[^ ]{0,40}ด้วย|ทั้งนี้ ?ให้รวมถึง|ไม่ว่างานนั้นจะ")
FINITE: Final = re.compile(r"ห้าม|ต้อง|ให้|อาจ|มี|เป็น|ได้|หมายความ|ผู้ใด|ย่อม|ไม่")
REFERRAL: Final = re.compile(r"ให้นำ(?:บทบัญญัติ|ความใน)[^ ]{0,80}มาใช้บังคับ")
MEANS: Final = re.compile(r"หมายความว่า|หมายความรวมถึง|หมายถึง")
UNPUNISHED: Final = re.compile(r"ไม่ต้องรับโทษ|ไม่ต้องระวางโทษ|ไม่มีความผิด|มิต้องรับโทษ")
MANDATE: Final = re.compile(r"หน้าที่และอำนาจ|อำนาจหน้าที่|วัตถุประสงค์|มีหน้าที่ดังต่อไปนี้")
BYGONE: Final = re.compile(r"ซึ่งพ้นโทษ|ซึ่งได้รับการปล่อยตัว|ซึ่งเคยต้องคำพิพากษา")
CONTENTS: Final = re.compile(r"(?:มีรายการ|ระบุรายการ|แสดงรายการ|มีข้อความ|มีรายละเอียด)")
# Without spaces a title ends where words begin that no title has, unless its year closes it.
_IN_TITLE = r"(?:(?!และให้|และผู้|หรือ|ให้|ต้อง|ตาม|แล้ว|ไม่|ซึ่ง|มีผล|ใช้บังคับ|กำหนด|บัญญัติ)[^\s()“”]){2,90}"
CITED_LAW: Final = re.compile(
    r"(?:พระราชบัญญัติ|พระราชกำหนด|ประมวลกฎหมาย|กฎหมายว่าด้วย|อนุสัญญา|พิธีสาร)(?!นี้|ฉบับนี้|ดังกล่าว)"
    + _IN_TITLE
    + r"(?:\s+(?:พ\.ศ\.|พุทธศักราช)\s?[๐-๙0-9]{4})?"
)
REGARDLESS: Final = re.compile(
    r"แม้|ไม่ว่า|โดยไม่ต้อง|ไม่จำเป็นต้อง|มิต้อง|ไม่คำนึง|โดยไม่คำนึง|มิใช่ข้อแก้ตัว|หาเป็นข้อแก้ตัวไม่|ไม่เป็นเหตุ"
)
STAGES: Final = (
    SchoolStage(re.compile(r"มัธยมศึกษาตอนปลาย|จบ(?:การศึกษา)?มัธยมศึกษาปีที่ ?(?:หก|๖|6)"), 18),
    SchoolStage(
        re.compile(r"มัธยมศึกษาตอนต้น|มัธยมศึกษาปีที่ ?(?:สาม|๓|3)|ปีที่เก้า(?:ของการศึกษาภาคบังคับ)?|ชั้นปีที่เก้า|เก้าปี"), 15
    ),
)
SENTENCES: Final = False
