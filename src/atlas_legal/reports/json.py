"""The gap matrix as JSON: the pinned format ``atlas-legal/gap-matrix/1``. Keys are added, never changed."""

import json

from pydantic import JsonValue

from atlas_legal.model.finding import Evidence, Finding, LawRead, Matrix, StandardVerdict
from atlas_legal.reports.display import escape_controls
from atlas_legal.reports.words import Words

SCHEMA = "atlas-legal/gap-matrix/1"


def matrix_json(matrix: Matrix) -> str:
    """Return the matrix as JSON text, indented by two spaces, with a final newline.

    ``quote`` is exactly ``text[start:end]`` of the law; characters that could deceive a terminal are
    written as escapes. ``standards`` is there where the profile has standards.
    """
    say = Words(matrix.language)
    data: dict[str, JsonValue] = {
        "schema": SCHEMA,
        "country": matrix.country,
        "as_of": matrix.as_of,
        "profile": matrix.profile,
        "laws": [_law(law) for law in matrix.laws],
        "findings": [_finding(finding, say) for finding in matrix.findings],
    }
    if matrix.standards:
        data["standards"] = [_standard(standard) for standard in matrix.standards]
    data["missing"] = list(matrix.missing)
    data["skipped"] = [{"file": skipped.file, "why": skipped.why} for skipped in matrix.skipped]
    data["assumptions"] = list(matrix.assumptions)
    data["provenance"] = {"software": matrix.software, "standards_sha256": matrix.standards_sha256}
    return dump(data)


def dump(data: JsonValue) -> str:
    """Return data as JSON text for people and programs: indented, in the order given, with a newline."""
    return escape_controls(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _law(law: LawRead) -> JsonValue:
    """Return a law that was read."""
    return {
        "id": law.id,
        "file": law.file,
        "title": law.title,
        "language": law.language,
        "provisions": law.provisions,
        "short": law.short,
        "status": law.status,
        "used": law.used,
        "note": law.note,
        "sha256": law.sha256,
    }


def _finding(finding: Finding, say: Words) -> JsonValue:
    """Return a finding; title and reason are in the matrix's language."""
    return {
        "requirement": finding.requirement,
        "instrument": finding.instrument,
        "article": finding.article,
        "pillar": finding.pillar,
        "area": finding.area,
        "status": finding.status,
        "confidence": finding.confidence,
        "reason": say.because(finding),
        "values": dict(finding.values),
        "evidence": [_evidence(piece) for piece in finding.evidence],
        "institutions": [{"id": body.id, "function": body.function} for body in finding.institutions],
        "title": finding.title,
        "would_change": say(finding.would_change),
        "notes": list(finding.notes),
    }


def _standard(standard: StandardVerdict) -> JsonValue:
    """Return a standard's verdict."""
    return {
        "id": standard.id,
        "conforms": standard.conforms,
        "age": standard.age,
        "requirements": list(standard.requirements),
        "evidence": [_evidence(piece) for piece in standard.evidence],
        "title": standard.title,
        "reason": standard.reason,
    }


def _evidence(piece: Evidence) -> JsonValue:
    """Return a pinpoint."""
    return {
        "rank": piece.rank,
        "law": piece.law,
        "file": piece.file,
        "eid": piece.eid,
        "label": piece.label,
        "start": piece.start,
        "end": piece.end,
        "quote": piece.quote,
        "role": piece.role,
        "leaf": piece.leaf,
        "norm": dict(piece.norm),
    }
