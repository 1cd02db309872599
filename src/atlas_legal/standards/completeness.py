"""Completeness: translations, examples of each kind, plausible ages and dates, sources, guidance."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from atlas_legal.languages import codes
from atlas_legal.model.standard import (
    Example,
    Instrument,
    InstrumentInfo,
    Profile,
    Requirement,
    Rule,
    Text,
    Threshold,
)
from atlas_legal.model.validation import Problem, Severity
from atlas_legal.nearest import did_you_mean
from atlas_legal.standards.concepts import LANGUAGES
from atlas_legal.standards.documents import Document
from atlas_legal.standards.names import criterion_nodes, values_of
from atlas_legal.standards.reach import check_reach, empty_parts, statuses
from atlas_legal.yaml_positions import Loc

OLDEST = 25
"""No standard here asks for a higher age; a larger number is a slip."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_THAI = re.compile("[\u0e01-\u0e4e]")
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("that is met", frozenset({"met"})),
    ("that is a gap", frozenset({"gap"})),
    ("that is partial or in conflict", frozenset({"partial", "conflict"})),
)
"""What each language's examples must show, as far as the criterion can give it."""


def check_completeness(document: Document) -> Iterator[Problem]:
    """Yield what a file of requirements or a profile lacks or overdoes, taken by itself."""
    model = document.model
    if isinstance(model, Instrument):
        if "instrument" not in document.broken:
            yield from _head(document, model.instrument)
        yield from _translations(document, model)
        for number, requirement in enumerate(model.requirements):
            loc: Loc = ("requirements", number)
            empty = list(empty_parts(requirement, loc))
            for where, what in empty:
                yield document.problem("empty-value", what, where, key=True)
            if not empty:
                yield from check_reach(document, requirement, loc)
                yield from _examples(document, requirement, loc)
            yield from _ages(document, requirement, loc)
            yield from _standing(document, model.instrument, requirement, loc)
            yield from _guidance(document, requirement, loc)
    elif isinstance(model, Profile):
        yield from _profile(document, model)


def _head(document: Document, head: InstrumentInfo) -> Iterator[Problem]:
    """Yield dates that are none, an address that is not official, and a text that nobody compared."""
    dates: dict[str, date] = {}
    for key, value in (("adopted", head.adopted), ("in_force", head.in_force)):
        if key == "in_force" and not value:
            continue
        try:
            if _ISO.fullmatch(value) is None:
                raise ValueError(value)
            dates[key] = date.fromisoformat(value)
        except ValueError:
            yield document.problem(
                "not-a-date", f'"{value}" is no date', ("instrument", key), hint='write "1973-06-26"'
            )
    if len(dates) == 2 and dates["in_force"] < dates["adopted"]:
        yield document.problem(
            "not-a-date", "it came into force before it was adopted", ("instrument", "in_force")
        )
    if not re.match(r"https://[^\s/]+\.[^\s/]+(/\S*)?$", head.url):
        what = f'"{head.url}" is no address that begins with https://' if head.url else "no official address"
        yield document.problem(
            "not-https",
            what,
            ("instrument", "url"),
            key=True,
            severity="warning",
            hint="give the official page",
        )
    if head.last_article is None:
        yield document.problem(
            "missing-part",
            "nothing says which article is the last: a hole at the ledger's end would not be seen",
            ("instrument", "id"),
            severity="warning",
            hint="add last_article: and its number",
        )
    if not head.verified:
        yield document.problem(
            "unverified-source",
            f"nobody has said that {head.id} was checked against its text",
            ("instrument", "verified"),
            key=True,
            severity="warning",
            hint='write "verified: true" once someone read the text beside it',
        )


def _translations(document: Document, instrument: Instrument) -> Iterator[Problem]:
    """Yield texts that lack English, Spanish, or another language that the file speaks elsewhere."""
    short: list[tuple[Loc, Text]] = []
    long: list[tuple[Loc, Text]] = []
    for number, requirement in enumerate(instrument.requirements):
        loc: Loc = ("requirements", number)
        short += [((*loc, "title"), requirement.title), ((*loc, "summary"), requirement.summary)]
        long += [((*loc, "drafting", place), text) for place, text in enumerate(requirement.drafting)]
    for texts in (short, long):
        spoken = _spoken(text for _, text in texts)
        for loc, text in texts:
            yield from _missing(document, text, ("en", "es"), loc, "error")
            yield from _missing(document, text, (c for c in spoken if c not in ("en", "es")), loc, "warning")
            if text.es.strip() and text.es == text.en:
                yield document.problem(
                    "missing-translation",
                    "the Spanish text is the English one",
                    (*loc, "es"),
                    severity="warning",
                    hint="translate it",
                )


def _spoken(texts: Iterable[Text]) -> tuple[str, ...]:
    """Return the languages in which at least one of the texts says something."""
    found = {code for text in texts for code in LANGUAGES if getattr(text, code).strip()}
    return tuple(code for code in LANGUAGES if code in found)


def _missing(
    document: Document, text: Text, asked: Iterable[str], loc: Loc, severity: Severity
) -> Iterator[Problem]:
    """Yield the languages that a text should have and has not."""
    name = next(str(part) for part in reversed(loc) if isinstance(part, str))
    for code in asked:
        if not getattr(text, code).strip():
            yield document.problem(
                "missing-translation",
                f"the {name} has no text in {code}",
                loc,
                key=True,
                severity=severity,
                hint=f"add {code}:",
            )


def _examples(document: Document, requirement: Requirement, loc: Loc) -> Iterator[Problem]:
    """Yield what is wrong with the examples before they are run, and the kinds that are not there."""
    if not requirement.examples:
        yield document.problem(
            "no-examples",
            f"{requirement.id} has no examples",
            (*loc, "id"),
            hint="add small provisions of your own with the status that each must give",
        )
        return
    values = values_of(requirement)
    seen: set[tuple[str, str, str]] = set()
    for number, example in enumerate(requirement.examples):
        at = (*loc, "examples", number)
        yield from _example(document, requirement, example, values, at)
        said = (example.lang, example.title, example.text)
        if said in seen:
            yield document.problem(
                "example-twice", "the same text stands above already", (*at, "text"), hint="delete one"
            )
        seen.add(said)
    yield from _boundaries(document, requirement, loc)
    possible = statuses(requirement.criterion)
    if "met" not in possible:
        yield document.problem("impossible", "this criterion can never be met", (*loc, "criterion"), key=True)
    for code in codes():
        if not getattr(requirement.title, code, "").strip():
            continue
        shown = {example.status for example in requirement.examples if example.lang == code}
        missing = [what for what, kinds in _KINDS if kinds & possible and not kinds & shown]
        if missing:
            yield document.problem(
                "missing-example",
                f"{requirement.id} has no example in {code} {', and none '.join(missing)}",
                (*loc, "examples"),
                key=True,
                severity="warning",
                hint="examples are there to tell these apart in every language",
            )


def _boundaries(document: Document, requirement: Requirement, loc: Loc) -> Iterator[Problem]:
    """Yield age leaves whose threshold no two examples show: the age asked for, and one year less."""
    for where, node in criterion_nodes(requirement.criterion, (*loc, "criterion")):
        if node.age is None:
            continue
        threshold = node.age.at_least
        asked = threshold if isinstance(threshold, int) else threshold.default
        if not asked or asked > OLDEST:
            continue
        shown = {example.values.get(node.age.value) for example in requirement.examples}
        missing = [str(age) for age in (asked, asked - 1) if age not in shown]
        if missing:
            yield document.problem(
                "missing-boundary",
                f"no example has {node.age.value} at {' or at '.join(missing)}: a slip would not be seen",
                (*where, "age", "at_least"),
                severity="warning",
                hint="show the age that is just enough, and the one that is just too low",
            )


def _example(
    document: Document, requirement: Requirement, example: Example, values: set[str], at: Loc
) -> Iterator[Problem]:
    """Yield what is wrong with one example before it is run."""
    if example.lang not in codes():
        yield document.problem(
            "unknown-language",
            f'laws in "{example.lang}" cannot be read',
            (*at, "lang"),
            hint=did_you_mean(example.lang, codes(), what="languages"),
        )
    elif bool(_THAI.search(example.text)) != (example.lang == "th") and example.text.strip():
        yield document.problem(
            "unknown-language", f"this text is not in {example.lang}", (*at, "lang"), hint="correct lang"
        )
    if not example.text.strip():
        yield document.problem("empty-value", "the example has no text", (*at, "text"))
    if values and not example.values and example.status in ("met", "partial", "conflict"):
        yield document.problem(
            "missing-values",
            f"this example does not say which value it must give: {', '.join(sorted(values))}",
            at,
            severity="warning",
            hint="write values: and the age",
        )
    for name, age in example.values.items():
        yield from _age(document, age, (*at, "values", name))
        if name not in values:
            hint = f"it reports {', '.join(sorted(values))}" if values else "it has no age leaf"
            yield document.problem(
                "unknown-value-name",
                f'{requirement.id} reports no value "{name}"',
                (*at, "values", name),
                key=True,
                hint=hint,
            )


def _ages(document: Document, requirement: Requirement, loc: Loc) -> Iterator[Problem]:
    """Yield ages that nobody has, and thresholds that give none."""
    for where, node in criterion_nodes(requirement.criterion, (*loc, "criterion")):
        key = node.leaf
        if key not in ("age", "compare"):
            continue
        threshold = getattr(node, key).at_least
        at = (*where, key, "at_least")
        if isinstance(threshold, int):
            yield from _age(document, threshold, at)
            continue
        assert isinstance(threshold, Threshold)
        if threshold.declared is None and threshold.finding is None and threshold.default is None:
            yield document.problem(
                "empty-value", "the threshold gives no age", at, hint="give declared, finding or default"
            )
        for declared, age in threshold.when_declared.items():
            yield from _age(document, declared, (*at, "when_declared", str(declared)))
            yield from _age(document, age, (*at, "when_declared", str(declared)))
            if threshold.default is not None and age > threshold.default:
                yield document.problem(
                    "bad-value",
                    f"{age} is more than is asked without a declaration, {threshold.default}",
                    (*at, "when_declared", str(declared)),
                    hint="a declaration lowers what is asked",
                )


def _age(document: Document, age: int, loc: Loc) -> Iterator[Problem]:
    if not 0 <= age <= OLDEST:
        yield document.problem(
            "out-of-range", f"{age} is no plausible age", loc, hint=f"ages go from 0 to {OLDEST}"
        )


def _standing(
    document: Document, head: InstrumentInfo, requirement: Requirement, loc: Loc
) -> Iterator[Problem]:
    """Yield what does not go together in whom a requirement binds, and sources that nobody read."""
    if "instrument" not in document.broken:
        if head.kind == "recommendation" and requirement.binding:
            yield document.problem(
                "not-binding",
                "a recommendation binds nobody",
                (*loc, "binding"),
                key=True,
                hint='write "binding: false"',
            )
        elif head.kind != "recommendation" and requirement.binding and not requirement.applies_when.ratified:
            yield document.problem(
                "not-binding",
                f"{head.id} binds only the countries that ratified it",
                (*loc, "applies_when"),
                key=True,
                severity="warning",
                hint=f"write applies_when: {{ratified: {head.id}}}",
            )
    if not requirement.verified:
        yield document.problem(
            "unverified-source",
            f"nobody has said that {requirement.id} was checked against its text",
            (*loc, "verified"),
            key=True,
            severity="warning",
            hint='write "verified: true" once someone read the text beside it',
        )
    elif not any(source.checked.strip() for source in requirement.sources):
        yield document.problem(
            "unverified-source",
            f"{requirement.id} is verified, but no source says what was read",
            (*loc, "sources"),
            key=True,
            severity="warning",
            hint="write checked: and the text beside the article",
        )


def _guidance(document: Document, requirement: Requirement, loc: Loc) -> Iterator[Problem]:
    """Yield the lists that help people and are not there, and words in them that are no names."""
    for name in ("drafting", "indicators", "functions", "sources"):
        if not getattr(requirement, name):
            yield document.problem(
                "missing-part",
                f"{requirement.id} has no {name}",
                (*loc, name),
                key=True,
                severity="warning",
                hint=f"add {name}:",
            )
    for name in ("indicators", "functions"):
        seen: set[str] = set()
        for place, word in enumerate(getattr(requirement, name)):
            if _WORD.fullmatch(word) is None:
                yield document.problem(
                    "bad-name",
                    f'"{word}" is no name',
                    (*loc, name, place),
                    hint="write small letters, digits and _, as in receive_complaints",
                )
            elif word in seen:
                yield document.problem("duplicate-term", f'"{word}" stands twice', (*loc, name, place))
            seen.add(word)


def _profile(document: Document, profile: Profile) -> Iterator[Problem]:
    """Yield translations, ages and last words that a profile lacks."""
    yield from _missing(document, profile.title, ("es",), ("title",), "warning")
    spoken = _spoken([profile.title])
    if profile.requirements == ():
        yield document.problem("empty-value", "the profile has no requirements", ("requirements",), key=True)
    for number, standard in enumerate(profile.standards):
        loc: Loc = ("standards", number)
        yield from _missing(document, standard.title, spoken, (*loc, "title"), "warning")
        for key, part in (("requirements", standard.requirements), ("rules", standard.rules)):
            if not part:
                yield document.problem("empty-value", f"the standard has no {key}", (*loc, key), key=True)
        for place, rule in enumerate(standard.rules):
            at = (*loc, "rules", place)
            if rule.reason.en.strip():
                yield from _missing(document, rule.reason, spoken, (*at, "reason"), "warning")
            for bounds in ("value_at_least", "value_below"):
                for name, age in getattr(rule, bounds).items():
                    yield from _age(document, age, (*at, bounds, name))
        if standard.rules and not _always_holds(standard.rules[-1]):
            yield document.problem(
                "open-rules",
                "the last rule has a condition, so none may hold",
                (*loc, "rules", len(standard.rules) - 1),
                severity="warning",
                hint="end with a rule that only says conforms",
            )


def _always_holds(rule: Rule) -> bool:
    """Whether a rule has no condition."""
    return not (rule.when or rule.any or rule.value_at_least or rule.value_below)
