"""One requirement explained: its handbook page, and how a verdict on it came about, leaf by leaf."""

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.text import Text
from rich.tree import Tree

from atlas_legal.model.finding import Answer, Finding, LawRead, LeafAnswer, NodeAnswer, StandardVerdict
from atlas_legal.model.standard import (
    Criterion,
    Instrument,
    Profile,
    Requirement,
    Rule,
    StandardRule,
    Threshold,
)
from atlas_legal.reports import words
from atlas_legal.reports.display import one_line
from atlas_legal.reports.table import STYLES

_ANSWERS: dict[Answer, tuple[str, str]] = {
    "satisfied": ("✔", "green"),
    "violated": ("✖", "bold red"),
    "absent": ("○", "red"),
    "uncertain": ("?", "cyan"),
}
_LEAVES = {
    "norm": "a rule that says so",
    "age": "an age",
    "penalty": "a punishment",
    "covers": "what the rule must cover",
    "must_not_exclude": "who may not be left out",
    "must_not_require": "elements the offence may not need",
    "list_exists": "a list of types",
    "compare": "two values compared",
    "ratified": "ratification",
}
_OPERATORS = {
    "all": "all of these",
    "any": "any one of these",
    "at_least": "at least so many of these",
    "not": "not this",
    "leaf": "",
}
_QUOTE = 220
"""Characters of a quote that are shown."""


class HandbookPage:
    """What a requirement asks, in the library's own words; rich can print it."""

    def __init__(self, requirement: Requirement, instrument: Instrument, language: str = "en") -> None:
        self.requirement = requirement
        self.instrument = instrument
        self.language = language

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the page from its title to its sources."""
        requirement, info = self.requirement, self.instrument.instrument
        yield Text(f"{requirement.id}  {requirement.title.get(self.language)}", style="bold")
        yield Text(f"{info.title}, article {requirement.article}")
        kind = "binding" if requirement.binding else "guidance"
        yield Text(
            f"{words.heading(requirement.pillar)} · {words.heading(requirement.area)} · {kind} · "
            f"severity {requirement.severity}",
            style="dim",
        )
        yield Text("")
        yield Text(" ".join(requirement.summary.get(self.language).split()))
        for condition in _conditions(requirement):
            yield Text(f"Applies where {condition}.")
        yield Line("What is looked for", align="left")
        yield _branch(requirement.criterion)
        if requirement.drafting:
            yield Line("Ways to close a gap", align="left")
            for option in requirement.drafting:
                yield _point(option.get(self.language))
        for name, items in (
            ("Functions that somebody must hold", tuple(map(_plain, requirement.functions))),
            ("Indicators", tuple(map(_plain, requirement.indicators))),
            ("Related requirements", tuple(_related(requirement))),
            ("Sources", tuple(_sources(requirement))),
        ):
            if items:
                yield Line(name, align="left")
                for item in items:
                    yield _point(item)


class VerdictPage:
    """How one finding came about: every leaf's answer and the text that gave it; rich can print it."""

    def __init__(self, finding: Finding, country: str, laws: tuple[LawRead, ...]) -> None:
        self.finding = finding
        self.country = country
        self.laws = laws

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the verdict, its reason, the answered tree and the evidence."""
        finding = self.finding
        yield Line(Text(f"The verdict on {one_line(self.country)}"), align="left")
        verdict = Text(
            f"{words.SIGNS[finding.status]} {words.STATUS_WORDS[finding.status]}",
            style=STYLES[finding.status],
        )
        verdict.append(
            f"  (confidence {finding.confidence:.2f}): {words.MEANINGS[finding.status]}", style="default"
        )
        yield verdict
        if finding.reason:
            yield Text(one_line(finding.reason))
        if finding.values:
            yield Text(f"Values: {words.values(finding)}")
        if finding.would_change:
            yield Text(f"What would change it: {one_line(finding.would_change)}")
        if finding.tree is not None:
            yield Line("Leaf by leaf", align="left")
            yield self._tree(finding.tree)
        if finding.evidence:
            yield Line("Evidence, best first", align="left")
            for piece in finding.evidence:
                text = Text(f"{piece.rank}. {words.cited(piece, self.laws)}", style="bold")
                text.append(f"  {one_line(piece.file)} {piece.eid}, {piece.start}–{piece.end}\n", style="dim")
                text.append(f"“{one_line(piece.quote, _QUOTE)}”", style="default")
                yield Padding(text, (0, 0, 0, 1))
        for note in finding.notes:
            yield Text(f"Note: {one_line(note)}", style="dim")

    def _tree(self, node: NodeAnswer) -> Tree:
        """Return the answered tree."""
        tree = Tree(self._label(node), guide_style="dim")
        for below in node.nodes:
            tree.children.append(self._tree(below))
        return tree

    def _label(self, node: NodeAnswer) -> RenderableType:
        """Return a node's label: an operator with its status, or a leaf with its answer and its text."""
        if node.leaf is None:
            text = Text(_OPERATORS[node.operator])
            text.append(
                f": {words.SIGNS[node.status]} {words.STATUS_WORDS[node.status]}", style=STYLES[node.status]
            )
            return text
        return self._leaf(node.leaf)

    def _leaf(self, leaf: LeafAnswer) -> Text:
        """Return a leaf's answer, its reason and the best text that gave it."""
        sign, style = _ANSWERS[leaf.answer]
        text = Text(f"{sign} {leaf.answer}", style=style)
        text.append(f"  {leaf.leaf}", style="bold default")
        text.append(f" ({_LEAVES.get(leaf.kind, leaf.kind)})", style="default dim")
        if leaf.value is not None:
            text.append(f" = {leaf.value}", style="bold default")
        if leaf.reason:
            text.append(f"\n{one_line(leaf.reason)}", style="default")
        for piece in leaf.evidence[:1]:
            text.append(
                f"\n{words.cited(piece, self.laws)}: “{one_line(piece.quote, _QUOTE)}”", style="default dim"
            )
        return text


class StandardPage:
    """A profile's standard: the rules that give its verdict, and the one that did; rich can print it."""

    def __init__(self, standard: StandardRule, profile: Profile, verdict: StandardVerdict) -> None:
        self.standard = standard
        self.profile = profile
        self.verdict = verdict

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield title, verdict and rules."""
        standard, verdict = self.standard, self.verdict
        yield Text(f"{standard.id}  {standard.title.en}", style="bold")
        yield Text(f"profile {self.profile.id}; follows from {', '.join(standard.requirements)}")
        yield Text("")
        sign = words.CONFORMS_SIGNS[verdict.conforms]
        age = "" if verdict.age is None else f", age {verdict.age}"
        yield Text(f"{sign} {_plain(verdict.conforms)}{age}: {one_line(verdict.reason)}", style="bold")
        yield Line("The first rule that holds gives the verdict", align="left")
        for rule in standard.rules:
            yield _point(
                f"{_plain(rule.conforms)} {_when(rule)}" + (f": {rule.reason}" if rule.reason else "")
            )


def _when(rule: Rule) -> str:
    """Return a rule's conditions in words."""
    parts = [f"{name} is {_either(statuses)}" for name, statuses in rule.when.items()]
    if rule.any:
        parts.append(" or ".join(f"{name} is {_either(statuses)}" for name, statuses in rule.any.items()))
    parts += [f"{_plain(name)} is at least {bound}" for name, bound in rule.value_at_least.items()]
    parts += [f"{_plain(name)} is below {bound}" for name, bound in rule.value_below.items()]
    return f"where {' and '.join(parts)}" if parts else "otherwise"


def _either(statuses: Sequence[str]) -> str:
    """Return statuses as alternatives."""
    return " or ".join(map(_plain, statuses))


def _branch(node: Criterion) -> Tree:
    """Return one node of the criterion and all below it."""
    if node.leaf is not None:
        text = Text(node.id or "", style="bold")
        text.append(f" ({_LEAVES.get(node.leaf, node.leaf)})", style="default dim")
        asked = _asked(node)
        if asked:
            text.append(f" {asked}", style="default")
        return Tree(text, guide_style="dim")
    below: tuple[Criterion, ...]
    if node.of is not None:
        label, below = f"at least {node.at_least} of these", node.of
    elif node.all is not None:
        label, below = _OPERATORS["all"], node.all
    elif node.any is not None:
        label, below = _OPERATORS["any"], node.any
    else:
        label, below = _OPERATORS["not"], (node.not_,) if node.not_ is not None else ()
    tree = Tree(label, guide_style="dim")
    tree.children.extend(_branch(inner) for inner in below)
    return tree


def _asked(node: Criterion) -> str:
    """Return what a leaf asks for, short: forces and concepts, a bound, or groups."""
    if node.norm is not None:
        return f"{' or '.join(node.norm.force)}: {_groups(node.norm.concepts)}"
    if node.age is not None:
        return f"for {_groups(node.age.concepts)}, at least {_bound(node.age.at_least)}"
    if node.covers is not None:
        return _groups(node.covers.concepts)
    if node.must_not_exclude is not None:
        return ", ".join(_plain(group) for group in node.must_not_exclude.groups)
    if node.must_not_require is not None:
        return ", ".join(_plain(element) for element in node.must_not_require.elements)
    if node.penalty is not None:
        return " or ".join(node.penalty.kinds)
    if node.list_exists is not None:
        return f"of at least {node.list_exists.items} entries"
    if node.compare is not None:
        return f"{_plain(node.compare.value)} at least {_bound(node.compare.at_least)}"
    if node.ratified is not None:
        return node.ratified.instrument
    return ""


def _bound(bound: int | Threshold) -> str:
    """Return a number of years as words: itself, the declared age, or another requirement's value."""
    if isinstance(bound, int):
        return str(bound)
    parts = []
    if bound.when_declared:
        parts += [
            f"{age} where {declared} was declared under {bound.declared}"
            for declared, age in bound.when_declared.items()
        ]
    elif bound.declared is not None:
        parts.append(f"the age declared under {bound.declared}")
    if bound.finding is not None:
        parts.append(f"the value of {bound.finding}")
    if bound.default is not None:
        parts.append(f"else {bound.default}" if parts else str(bound.default))
    return ", ".join(parts)


def _groups(groups: tuple[str | tuple[str, ...], ...]) -> str:
    """Return concept groups in words: any one of a group, every group."""
    return " + ".join(
        _plain(group) if isinstance(group, str) else "/".join(_plain(concept) for concept in group)
        for group in groups
    )


def _plain(concept: str) -> str:
    """Return a concept id as words."""
    return concept.replace("_", " ")


def _conditions(requirement: Requirement) -> Iterator[str]:
    """Yield the conditions under which a requirement binds."""
    when = requirement.applies_when
    if when.ratified is not None:
        yield f"{when.ratified} is ratified"
    if when.armed_forces:
        yield "there are armed forces"
    if when.conscription:
        yield "there is conscription"


def _related(requirement: Requirement) -> Iterator[str]:
    """Yield related requirements, each with how it relates."""
    for relation in requirement.related:
        for kind, other in relation.model_dump(exclude_none=True).items():
            yield f"{other} ({kind})"


def _sources(requirement: Requirement) -> Iterator[str]:
    """Yield where the requirement was checked."""
    for source in requirement.sources:
        yield f"article {source.article}" + (f", checked: {source.checked}" if source.checked else "")
    if not requirement.verified:
        yield "not verified yet"


def _point(text: str) -> Padding:
    """Return a line of a list."""
    return Padding(Text(f"· {one_line(text)}"), (0, 0, 0, 1))
