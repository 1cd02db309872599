"""Findings: what the matcher answers, with its evidence."""

from typing import Literal

from pydantic import Field, JsonValue

from atlas_legal.model.base import Model
from atlas_legal.model.reason import Reason

Status = Literal["met", "partial", "gap", "conflict", "review", "not_applicable"]
Conforms = Literal["yes", "no", "not_applicable", "review"]
Answer = Literal["satisfied", "violated", "absent", "uncertain"]
Role = Literal["supports", "contradicts", "exception", "sanction"]


class Evidence(Model):
    """A pinpoint: ``quote`` is the law's text from ``start`` to ``end`` (code points)."""

    rank: int
    law: str
    file: str
    eid: str
    label: str
    start: int
    end: int
    quote: str
    role: Role
    leaf: str
    norm: dict[str, JsonValue] = Field(default_factory=dict)
    score: float = 0.0


class LeafAnswer(Model):
    """What one leaf of the criterion tree answers, and why: in an English sentence, and as its statements."""

    leaf: str
    kind: str
    answer: Answer
    reason: str
    reasons: tuple[Reason, ...] = ()
    value: int | None = None
    evidence: tuple[Evidence, ...] = ()


class NodeAnswer(Model):
    """A node of the answered criterion tree: a leaf's answer or a combination of nodes."""

    operator: Literal["all", "any", "at_least", "not", "leaf"]
    status: Status
    leaf: LeafAnswer | None = None
    nodes: tuple["NodeAnswer", ...] = ()


class InstitutionRef(Model):
    """A body that holds a function for a finding."""

    id: str
    function: str


class Finding(Model):
    """The verdict on one requirement; ``reason`` is the English sentence that ``reasons`` make."""

    requirement: str
    instrument: str
    article: str
    pillar: str
    area: str
    title: str
    status: Status
    confidence: float
    reason: str
    would_change: str
    values: dict[str, int] = Field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    institutions: tuple[InstitutionRef, ...] = ()
    notes: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = Field(default=(), exclude=True)
    tree: NodeAnswer | None = Field(default=None, exclude=True)


class StandardVerdict(Model):
    """The verdict on one of the twelve legal standards, by the rule in the profile's YAML."""

    id: str
    conforms: Conforms
    age: int | None
    requirements: tuple[str, ...]
    reason: str
    evidence: tuple[Evidence, ...] = ()
    title: str = ""


class LawRead(Model):
    """A law that was read, as the output lists it."""

    id: str
    file: str
    title: str
    language: str
    provisions: int
    status: str
    used: bool
    note: str = ""
    sha256: str = ""
    short: str = ""


class Skipped(Model):
    """A file that could not be read and was skipped because the user asked for it."""

    file: str
    why: str


class Matrix(Model):
    """The gap matrix of one country: laws read, findings, and standards where the profile has them.

    ``language`` is that of the titles and of the words around them (ISO 639-1).
    """

    country: str
    country_name: str
    as_of: str | None
    language: str = "en"
    profile: str
    laws: tuple[LawRead, ...]
    findings: tuple[Finding, ...]
    standards: tuple[StandardVerdict, ...] = ()
    missing: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    assumptions: tuple[str, ...] = ()
    software: str = ""
    standards_sha256: str = ""
