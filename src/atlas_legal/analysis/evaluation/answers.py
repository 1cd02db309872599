"""What the software answers to cases: standards by the published findings' profile, requirements by core."""

from collections.abc import Iterable, Sequence

from atlas_legal.analysis.evaluation.result import Answer, Place
from atlas_legal.analysis.matrix import find_profile, verdict
from atlas_legal.matching import match
from atlas_legal.matching.needs import leaves
from atlas_legal.model.finding import Evidence, Finding
from atlas_legal.model.framework import Framework
from atlas_legal.model.gold import Case
from atlas_legal.model.standard import Library, Requirement, StandardRule

STANDARDS_PROFILE = "usdol-findings"
REQUIREMENTS_PROFILE = "core"


class Judge:
    """Answers cases about one library; only the requirements that the cases need are matched."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.requirements: dict[str, Requirement] = {r.id: r for r in library.requirements()}
        profile = find_profile(library, STANDARDS_PROFILE)
        self.standards: dict[str, StandardRule] = {rule.id: rule for rule in profile.standards}
        self._assumed = profile.assume_ratified
        self._assumed_otherwise = find_profile(library, REQUIREMENTS_PROFILE).assume_ratified

    def knows(self, case: Case) -> bool:
        """Whether the library holds what the case is about."""
        return case.subject in (self.standards if case.standard else self.requirements)

    def behind(self, case: Case) -> tuple[Requirement, ...]:
        """Return the requirements that decide a case, the first one first."""
        if case.standard is None:
            return (self.requirements[case.subject],)
        return tuple(self.requirements[name] for name in self.standards[case.subject].requirements)

    def answer(self, framework: Framework, cases: Sequence[Case]) -> tuple[Answer, ...]:
        """Return the answer to each case, in order."""
        standards = [case for case in cases if case.standard is not None]
        for_standards = self._findings(framework, standards, self._assumed)
        rest = [case for case in cases if case.standard is None]
        others = self._findings(framework, rest, self._assumed_otherwise)
        return tuple(
            self._standard(case, for_standards)
            if case.standard is not None
            else _requirement(self.requirements[case.subject], others[case.subject])
            for case in cases
        )

    def _findings(self, framework: Framework, cases: Iterable[Case], assume: bool) -> dict[str, Finding]:
        """Match what the cases need, once."""
        needed = {r.id: r for case in cases for r in self.behind(case)}
        if not needed:
            return {}
        requirements = tuple(needed.values())
        found = match(framework, self.library, requirements, assume_ratified=assume)
        return {finding.requirement: finding for finding in found}

    def _standard(self, case: Case, findings: dict[str, Finding]) -> Answer:
        """Return the answer to a case about a standard."""
        result = verdict(self.standards[case.subject], findings)
        return Answer(
            result.conforms,
            result.age,
            _places(result.evidence),
            findings[result.requirements[0]].confidence,
            result.reason,
        )


def _requirement(requirement: Requirement, finding: Finding) -> Answer:
    """Return the answer to a case about a requirement; its age is the value of its first age leaf."""
    names = [leaf.age.value for leaf in leaves(requirement.criterion) if leaf.age is not None]
    age = next((finding.values[name] for name in names if name in finding.values), None)
    return Answer(finding.status, age, _places(finding.evidence), finding.confidence, finding.reason)


def _places(evidence: Sequence[Evidence]) -> tuple[Place, ...]:
    """Return file and eid of each piece."""
    return tuple((piece.file, piece.eid) for piece in evidence)
