"""The gap matrix: findings of a profile, and the verdicts that its standards' rules draw from them."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from atlas_legal.matching import match, usable
from atlas_legal.model.country import MissingLaw
from atlas_legal.model.errors import StandardsError, UsageError
from atlas_legal.model.finding import Evidence, Finding, LawRead, Matrix, NodeAnswer, StandardVerdict
from atlas_legal.model.framework import Framework
from atlas_legal.model.law import BASIC_KINDS, unit_of
from atlas_legal.model.reason import Names, Reason
from atlas_legal.model.standard import Instrument, Library, Profile, Requirement, Rule, StandardRule
from atlas_legal.nearest import did_you_mean

"""How the eid of an article-like unit begins."""


def build_matrix(
    framework: Framework,
    library: Library,
    profile_id: str = "core",
    as_of: str | None = None,
    language: str = "en",
) -> Matrix:
    """Match a framework against a profile of the standards.

    Parameters
    ----------
    framework, library : as loaded.
    profile_id : the profile's id, such as ``core`` or ``usdol-findings``.
    as_of : the ISO date that the matrix states; None takes the framework's.
    language : of titles, ISO 639-1; what the standards lack in it is English.

    Raises
    ------
    UsageError : there is no such profile.
    StandardsError : the profile names a requirement that no instrument has.
    """
    profile = find_profile(library, profile_id)
    requirements = profile_requirements(library, profile)
    findings = match(framework, library, requirements, assume_ratified=profile.assume_ratified)
    findings = tuple(in_language(finding, library, language) for finding in findings)
    by_id = {finding.requirement: finding for finding in findings}
    register = framework.register
    return Matrix(
        country=framework.code,
        country_name=framework.country.name.get(language) if framework.country else framework.code,
        as_of=as_of or framework.as_of,
        language=language,
        profile=profile.id,
        laws=laws_read(framework),
        findings=findings,
        standards=tuple(verdict(standard, by_id, language) for standard in profile.standards),
        missing=tuple(map(_missing, register.gaps)) if register else (),
        skipped=framework.skipped,
        assumptions=_assumptions(framework, profile),
        software=f"atlas-legal {software_version()}",
        standards_sha256=library.sha256,
    )


def in_language(finding: Finding, library: Library, language: str) -> Finding:
    """Return a finding whose title, and the concepts that its reasons name, are in a language (ISO 639-1).

    What the library lacks in the language stays English.
    """
    if language == "en":
        return finding
    title = next(r.title for r in library.requirements() if r.id == finding.requirement).get(language)
    labels = {c.id: c.called(language) for c in library.concepts if language in c.label}
    changes = {"title": title, "reasons": _labelled(finding.reasons, labels)}
    return finding.model_copy(update={**changes, "tree": finding.tree and _tree(finding.tree, labels)})


def _tree(node: NodeAnswer, labels: Mapping[str, str]) -> NodeAnswer:
    """Return an answered tree whose leaves' reasons name concepts by these labels."""
    leaf = node.leaf and node.leaf.model_copy(update={"reasons": _labelled(node.leaf.reasons, labels)})
    return node.model_copy(update={"leaf": leaf, "nodes": tuple(_tree(n, labels) for n in node.nodes)})


def _labelled(reasons: Iterable[Reason], labels: Mapping[str, str]) -> tuple[Reason, ...]:
    """Return reasons that name concepts by these labels."""

    def part(value: int | str | Names) -> int | str | Names:
        if isinstance(value, int | str):
            return value
        return tuple(tuple(labels.get(name, name) for name in group) for group in value)

    return tuple(
        reason.model_copy(update={"parts": {key: part(value) for key, value in reason.parts.items()}})
        for reason in reasons
    )


def find_profile(library: Library, profile_id: str) -> Profile:
    """Return the profile with this id.

    Raises
    ------
    UsageError : there is none; the hint gives the nearest name.
    """
    for profile in library.profiles:
        if profile.id == profile_id:
            return profile
    names = [profile.id for profile in library.profiles]
    raise UsageError(f'unknown profile "{profile_id}"', hint=did_you_mean(profile_id, names, what="profiles"))


def find_requirement(library: Library, requirement_id: str) -> tuple[Instrument, Requirement]:
    """Return the requirement with this id, in any case, and its instrument.

    Raises
    ------
    UsageError : there is none; the hint gives the nearest id.
    """
    names = []
    for instrument in library.instruments:
        for requirement in instrument.requirements:
            if requirement.id.casefold() == requirement_id.casefold():
                return instrument, requirement
            names.append(requirement.id)
    raise UsageError(
        f'unknown requirement "{requirement_id}"',
        hint=did_you_mean(requirement_id, names, what="requirements"),
    )


def profile_requirements(library: Library, profile: Profile) -> tuple[Requirement, ...]:
    """Return the requirements of a profile and of its standards, in the profile's order.

    Raises
    ------
    StandardsError : one of them is in no instrument.
    """
    known = {requirement.id: requirement for requirement in library.requirements()}
    if profile.requirements == "all":
        return tuple(known.values())
    of_standards = (r for standard in profile.standards for r in standard.requirements)
    wanted = dict.fromkeys((*profile.requirements, *of_standards))
    for name in wanted:
        if name not in known:
            raise StandardsError(
                f'the profile "{profile.id}" names an unknown requirement "{name}"',
                hint=did_you_mean(name, known, what="requirements"),
            )
    return tuple(known[name] for name in wanted)


def verdict(standard: StandardRule, findings: Mapping[str, Finding], language: str = "en") -> StandardVerdict:
    """Draw a standard's verdict from the findings: the first rule that holds gives it, none gives review."""
    own = [findings[name] for name in standard.requirements if name in findings]
    values = _values(own)
    rule = next((rule for rule in standard.rules if _holds(rule, findings, values)), None)
    return StandardVerdict(
        id=standard.id,
        conforms=rule.conforms if rule else "review",
        age=values.get(standard.age) if standard.age else None,
        requirements=standard.requirements,
        reason=(rule.reason.get(language) if rule else "") or _listed(own),
        evidence=merge_evidence(own),
        title=standard.title.get(language),
    )


def _holds(rule: Rule, findings: Mapping[str, Finding], values: Mapping[str, int]) -> bool:
    """Whether every condition of the rule holds; a value that was not found meets no bound."""

    def has(name: str, statuses: Sequence[str]) -> bool:
        return name in findings and findings[name].status in statuses

    return (
        all(has(name, statuses) for name, statuses in rule.when.items())
        and (not rule.any or any(has(name, statuses) for name, statuses in rule.any.items()))
        and all(name in values and values[name] >= bound for name, bound in rule.value_at_least.items())
        and all(name in values and values[name] < bound for name, bound in rule.value_below.items())
    )


def _values(findings: Iterable[Finding]) -> dict[str, int]:
    """Return the findings' values by ``REQUIREMENT:name`` and by bare name, where the first one counts."""
    values: dict[str, int] = {}
    for finding in findings:
        for name, value in finding.values.items():
            values[f"{finding.requirement}:{name}"] = value
            values.setdefault(name, value)
    return values


def _listed(findings: Iterable[Finding]) -> str:
    """Return the findings' statuses as a reason, for a rule that gives none."""
    return "; ".join(f"{f.requirement} is {f.status.replace('_', ' ')}" for f in findings)


def merge_evidence(findings: Sequence[Finding]) -> tuple[Evidence, ...]:
    """Merge the findings' evidence, each article once, ranked anew from 1.

    The first finding that has evidence leads with its best piece: a standard's first requirement is what the
    standard is about. The rest follow by score; ties keep the order of the findings and their ranks.
    """
    pieces = [piece for finding in findings for piece in finding.evidence]
    ordered = pieces[:1] + sorted(pieces[1:], key=lambda piece: -piece.score)
    seen: set[tuple[str, str]] = set()
    merged: list[Evidence] = []
    for piece in ordered:
        key = (piece.law, unit_of(piece.eid))
        if key not in seen:
            seen.add(key)
            merged.append(piece.model_copy(update={"rank": len(merged) + 1}))
    return tuple(merged)


def laws_read(framework: Framework) -> tuple[LawRead, ...]:
    """Return the laws as the output lists them: why one carries no evidence, and what is doubtful in it."""
    rows: list[LawRead] = []
    for source in usable(framework):
        law = source.law
        provisions = sum(1 for _ in law.walk())
        notes = [source.note] if source.note else []
        if not source.note and not any(provision.kind in BASIC_KINDS for provision in law.walk()):
            notes.append("no articles or sections were recognised")
        elif law.anomalies:
            places = f"{len(law.anomalies)} {'place' if len(law.anomalies) == 1 else 'places'}"
            notes.append(f"numbering doubtful in {places}, which atlas-legal parse shows")
        notes += law.notes
        rows.append(
            LawRead(
                id=law.id,
                file=law.file,
                title=law.title,
                short=law.short,
                language=law.language,
                provisions=provisions,
                status=law.status,
                used=source.used,
                note="; ".join(notes),
                sha256=law.source.sha256,
            )
        )
    return tuple(rows)


def _missing(law: MissingLaw) -> str:
    """Return a missing law as one line: what it is called for short, its title and number."""
    number = f" ({law.number})" if law.number and law.number not in law.title else ""
    full = f"{law.title}{number}"
    return f"{law.short}: {full}" if law.short and law.short not in law.title else full


def _assumptions(framework: Framework, profile: Profile) -> tuple[str, ...]:
    """Return what a reader must know was taken for granted."""
    notes = list(framework.notes)
    if not framework.code:
        notes.append(
            "No country was given: facts such as ratification are unknown, and every requirement "
            "was taken to apply."
        )
    elif profile.assume_ratified:
        notes.append("The laws are judged against each instrument whether or not the country ratified it.")
    elif not framework.ratifications:
        notes.append(
            f"There are no ratification data for {framework.code}: every requirement was taken to apply."
        )
    if framework.ratifications and not profile.assume_ratified:
        unsure = sum(1 for entry in framework.ratifications.values() if not entry.verified)
        if unsure:
            notes.append(
                f"{unsure} of {len(framework.ratifications)} ratification entries are not verified "
                "against a published source."
            )
    if not framework.complete:
        notes.append(
            "The laws read are not known to be all that matter: where they are silent, the answer "
            "is review unless a law on the very subject was read."
        )
    return tuple(notes)


def software_version() -> str:
    """Return the installed version; a source tree that was never installed has none."""
    try:
        return version("atlas-legal")
    except PackageNotFoundError:
        return "(not installed)"
