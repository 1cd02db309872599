"""A small matrix with hostile text in it."""

import pytest

from atlas_legal.model.finding import (
    Evidence,
    Finding,
    LawRead,
    Matrix,
    Skipped,
    StandardVerdict,
)

HOSTILE = "=cmd|' /C calc'!A0 \x1b[31mred\x1b[0m \u202eesrever <script>x()</script> | [x](http://e.x) *b*"


def evidence(rank: int, eid: str, quote: str, score: float = 0.5, law: str = "act") -> Evidence:
    return Evidence(
        rank=rank,
        law=law,
        file=f"{law}.txt",
        eid=eid,
        label=eid.replace("_", " "),
        start=10,
        end=10 + len(quote),
        quote=quote,
        role="supports",
        leaf="ban",
        norm={"force": ["prohibition"]},
        score=score,
    )


def finding(requirement: str, status: str, **more: object) -> Finding:
    return Finding.model_validate(
        {
            "requirement": requirement,
            "instrument": requirement.split(".")[0],
            "article": "2(3)",
            "pillar": "legislation",
            "area": "child_labour",
            "title": "Minimum age for work",
            "status": status,
            "confidence": 0.8,
            "reason": "A rule was found.",
            "would_change": "A change of the facts.",
            **more,
        }
    )


@pytest.fixture
def matrix() -> Matrix:
    return Matrix(
        country="XDM",
        country_name="Demo\x1b[2J",
        as_of="2020-01-31",
        profile="usdol-findings",
        laws=(
            LawRead(
                id="act",
                file="act.txt",
                title=f"Act {HOSTILE}",
                language="en",
                provisions=3,
                status="complete",
                used=True,
                sha256="ab",
            ),
            LawRead(
                id="bill",
                file="bill.txt",
                title="Bill",
                language="en",
                provisions=1,
                status="bill",
                used=False,
                note="a bill: not law",
            ),
        ),
        findings=(
            finding(
                "C138.2-3",
                "met",
                values={"minimum_age_work": 15},
                evidence=[evidence(1, "sec_2", HOSTILE), evidence(2, "sec_3", "+1 for all")],
            ),
            finding("C182.3-b", "gap", reason="No rule was found."),
            finding("C029.1-1", "review", area="forced_labour"),
        ),
        standards=(
            StandardVerdict(
                id="minimum_age_for_work",
                conforms="yes",
                age=15,
                requirements=("C138.2-3",),
                reason="the age reaches 15",
                evidence=(evidence(1, "sec_2", HOSTILE),),
            ),
        ),
        missing=("Penal Code (7/1999)",),
        skipped=(Skipped(file="broken.md", why="not text"),),
        assumptions=("Ratification was assumed.",),
        software="atlas-legal 0",
        standards_sha256="0123456789abcdef",
    )
