"""One requirement explained: its handbook page, and how a verdict on it came about, leaf by leaf."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from atlas_legal.model.finding import (
    Answer,
    Evidence,
    Finding,
    LawRead,
    LeafAnswer,
    NodeAnswer,
    StandardVerdict,
)
from atlas_legal.model.standard import (
    Concept,
    Criterion,
    Example,
    Instrument,
    Profile,
    Requirement,
    Rule,
    StandardRule,
    Threshold,
)
from atlas_legal.reports.display import one_line
from atlas_legal.reports.prose import Prose
from atlas_legal.reports.table import CONFORMS_STYLES, STYLES, part, point
from atlas_legal.reports.words import MEANINGS, SIGNS, Words, quoted, sentence

_ANSWER_STYLES: Final[dict[Answer, str]] = {
    "satisfied": "green",
    "violated": "bold red",
    "absent": "red",
    "uncertain": "cyan",
}
_LEAVES: Final = {
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
_OPERATORS: Final = {
    "all": "all of these",
    "any": "any one of these",
    "at_least": "at least so many of these",
    "not": "not this",
}
_QUOTE: Final = 300
"""Characters of a quote that are shown."""


class Contents:
    """The names of everything that can be explained; rich can print it."""

    def __init__(
        self, instruments: Iterable[Instrument], profiles: Iterable[Profile] = (), language: str = "en"
    ) -> None:
        self.instruments = tuple(instruments)
        self.profiles = tuple(profiles)
        self.say = Words(language)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the requirements of each instrument, then the standards of each profile."""
        for instrument in self.instruments:
            yield part(f"{instrument.instrument.id} · {instrument.instrument.title}")
            yield self._names(instrument.requirements)
            yield ""
        for profile in self.profiles:
            if profile.standards:
                yield part(self.say("profile {name}", name=profile.id))
                yield self._names(profile.standards)
                yield ""

    def _names(self, items: Iterable[Requirement | StandardRule]) -> Table:
        """Return names with titles."""
        grid = Table.grid(padding=(0, 2, 0, 1), expand=True)
        grid.add_column()
        grid.add_column(ratio=1)
        for item in items:
            grid.add_row(Prose(item.id, style="bold"), Prose(item.title.get(self.say.language)))
        return grid


class HandbookPage:
    """What a requirement asks, in the library's own words; rich can print it."""

    def __init__(
        self,
        requirement: Requirement,
        instrument: Instrument,
        concepts: Iterable[Concept] = (),
        language: str = "en",
    ) -> None:
        self.requirement = requirement
        self.instrument = instrument
        self.say = Words(language)
        self.labels = {concept.id: concept.called(language) for concept in concepts}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the page from its title to its sources."""
        requirement, say = self.requirement, self.say
        info = self.instrument.instrument
        yield Prose(f"{requirement.id}  {requirement.title.get(say.language)}", style="bold")
        yield Prose(
            say("{instrument}, article {article}", instrument=info.title, article=requirement.article)
        )
        facts = (
            say.heading(requirement.pillar),
            say.heading(requirement.area),
            say("binding" if requirement.binding else "guidance"),
            say(f"severity {requirement.severity}"),
        )
        yield Prose(" · ".join(facts), style="dim")
        yield ""
        yield Prose(one_line(requirement.summary.get(say.language)))
        for condition in self.conditions():
            yield Prose(condition)
        yield ""
        yield part(say("What is looked for"))
        yield self.criterion(requirement.criterion)
        examples = self.examples()
        if examples:
            yield ""
            yield part(say("Examples"))
            yield _examples(examples, say)
        for name, items in (
            ("Ways to close a gap", [option.get(say.language) for option in requirement.drafting]),
            ("Functions that somebody must hold", [say.name(name) for name in requirement.functions]),
            ("Indicators", [say.name(name) for name in requirement.indicators]),
            ("Related requirements", list(self._related())),
            ("Sources", list(self._sources())),
        ):
            if items:
                yield ""
                yield part(say(name))
                yield from map(point, items)

    def criterion(self, node: Criterion) -> Tree:
        """Return one node of the criterion and all below it."""
        say = self.say
        if node.leaf is not None:
            text = Prose(_plain(node.id or ""), style="bold")
            text.append(f": {say(_LEAVES[node.leaf])}", style="not bold")
            asked = self._asked(node)
            if asked:
                text.append(f" ({asked})", style="not bold dim")
            return Tree(text, guide_style="dim")
        below: tuple[Criterion, ...]
        if node.of is not None:
            label, below = say("at least {n} of these", n=node.at_least), node.of
        elif node.all is not None:
            label, below = say(_OPERATORS["all"]), node.all
        elif node.any is not None:
            label, below = say(_OPERATORS["any"]), node.any
        else:
            label, below = say(_OPERATORS["not"]), (node.not_,) if node.not_ is not None else ()
        tree = Tree(Prose(label), guide_style="dim")
        tree.children.extend(map(self.criterion, below))
        return tree

    def _asked(self, node: Criterion) -> str:
        """Return what a leaf asks for, short: forces and concepts, a bound, or groups."""
        say = self.say
        if node.norm is not None:
            return f"{', '.join(map(say.name, node.norm.force))}: {self._groups(node.norm.concepts)}"
        if node.age is not None:
            return f"{self._groups(node.age.concepts)}; {_bound(node.age.at_least, say)}"
        if node.covers is not None:
            return self._groups(node.covers.concepts)
        if node.must_not_exclude is not None:
            return ", ".join(map(self._concept, node.must_not_exclude.groups))
        if node.must_not_require is not None:
            return ", ".join(map(self._concept, node.must_not_require.elements))
        if node.penalty is not None:
            return ", ".join(map(say.name, node.penalty.kinds))
        if node.list_exists is not None:
            return say("at least {n} entries", n=node.list_exists.items)
        if node.compare is not None:
            return f"{say.name(node.compare.value)}; {_bound(node.compare.at_least, say)}"
        if node.ratified is not None:
            return node.ratified.instrument
        return ""

    def _groups(self, groups: tuple[str | tuple[str, ...], ...]) -> str:
        """Return concept groups in words: any one of a group, every group."""
        either = f" {self.say('or')} "
        return " + ".join(
            self._concept(group) if isinstance(group, str) else either.join(map(self._concept, group))
            for group in groups
        )

    def _concept(self, concept: str) -> str:
        """Return what the library calls a concept."""
        return self.labels.get(concept) or _plain(concept)

    def conditions(self) -> Iterator[str]:
        """Yield the conditions under which the requirement binds."""
        when = self.requirement.applies_when
        if when.ratified is not None:
            yield self.say("Applies where {instrument} is ratified.", instrument=when.ratified)
        if when.armed_forces:
            yield self.say("Applies where there are armed forces.")
        if when.conscription:
            yield self.say("Applies where there is conscription.")

    def examples(self) -> list[Example]:
        """Return the first example of each status, in the page's language or else in English."""
        examples = self.requirement.examples
        own = [example for example in examples if example.lang == self.say.language]
        own = own or [example for example in examples if example.lang == "en"]
        first = (next((e for e in own if e.status == status), None) for status in SIGNS)
        return [example for example in first if example is not None]

    def _related(self) -> Iterator[str]:
        """Yield related requirements, each with how it relates."""
        for relation in self.requirement.related:
            for kind, other in relation.model_dump(exclude_none=True).items():
                yield f"{other} ({self.say.name(kind)})"

    def _sources(self) -> Iterator[str]:
        """Yield where the requirement was checked."""
        for source in self.requirement.sources:
            yield self.say("article {article}", article=source.article) + (
                f", {self.say('checked against {source}', source=source.checked)}" if source.checked else ""
            )
        if not self.requirement.verified:
            yield self.say("not verified yet")


class VerdictPage:
    """How one finding came about: every leaf's answer and the text that gave it; rich can print it."""

    def __init__(
        self, finding: Finding, heading: str, laws: tuple[LawRead, ...], language: str = "en"
    ) -> None:
        self.finding = finding
        self.heading = heading
        self.laws = laws
        self.say = Words(language)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the verdict, its reason, the answered tree and the evidence."""
        finding, say = self.finding, self.say
        yield ""
        yield part(f"{say('Verdict')}: {self.heading or say('The laws given')}")
        verdict = Prose(say.status(finding.status), style=STYLES[finding.status])
        confidence = say("confidence {number}", number=f"{finding.confidence:.2f}")
        verdict.append(f" ({confidence}): {say(MEANINGS[finding.status])}", style="default")
        yield verdict
        if finding.reason:
            yield Prose(say.because(finding))
        if finding.values:
            yield Prose(f"{say('Found')}: {say.values(finding)}")
        if finding.would_change:
            yield Prose(f"{say('What would change it')}: {say(finding.would_change)}")
        if finding.tree is not None:
            yield ""
            yield part(say("Leaf by leaf"))
            yield self._tree(finding.tree)
        if finding.evidence:
            yield ""
            yield part(say("Evidence, best first"))
            for piece in finding.evidence:
                yield self._evidence(piece)
        for note in finding.notes:
            yield Prose(f"{say('Note')}: {say(note)}", style="dim")

    def _evidence(self, piece: Evidence) -> RenderableType:
        """Return a piece of evidence: its citation, its exact place and its text."""
        cited = Prose(f"{piece.rank}. {self.say.cited(piece, self.laws)}", style="bold")
        cited.append(f"  {one_line(piece.file)} {piece.eid} {piece.start}–{piece.end}", style="not bold dim")
        return Group(cited, Padding(Prose(quoted(piece, _QUOTE)), (0, 0, 0, 3)))

    def _tree(self, node: NodeAnswer) -> Tree:
        """Return the answered tree: an operator with its status, or a leaf with its answer and its text."""
        if node.leaf is not None:
            return Tree(self._leaf(node.leaf), guide_style="dim")
        label = Prose(f"{self.say(_OPERATORS[node.operator])}: ")
        label.append(self.say.status(node.status), style=STYLES[node.status])
        tree = Tree(label, guide_style="dim")
        tree.children.extend(map(self._tree, node.nodes))
        return tree

    def _leaf(self, leaf: LeafAnswer) -> Prose:
        """Return a leaf's answer, its reason and the best text that gave it."""
        text = Prose(self.say.answer(leaf.answer), style=_ANSWER_STYLES[leaf.answer])
        text.append(f"  {_plain(leaf.leaf)}", style="bold default")
        text.append(f": {self.say(_LEAVES[leaf.kind])}", style="not bold default")
        if leaf.value is not None:
            text.append(f" [{leaf.value}]", style="bold default")
        if leaf.reason:
            text.append(f"\n{self.say.because(leaf)}", style="not bold default")
        for piece in leaf.evidence[:1]:
            text.append(f"\n§ {self.say.cited(piece, self.laws)}", style="not bold default")
            text.append(f"\n{quoted(piece, _QUOTE)}", style="not bold default dim")
        return text


class StandardPage:
    """A profile's standard: the rules that give its verdict, and the one that did; rich can print it.

    Without a verdict it is the standard's handbook page.
    """

    def __init__(
        self,
        standard: StandardRule,
        profile: Profile,
        verdict: StandardVerdict | None = None,
        language: str = "en",
    ) -> None:
        self.standard = standard
        self.profile = profile
        self.verdict = verdict
        self.say = Words(language)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield title, verdict and rules."""
        standard, verdict, say = self.standard, self.verdict, self.say
        yield Prose(f"{standard.id}  {standard.title.get(say.language)}", style="bold")
        names = ", ".join(standard.requirements)
        profile = say("profile {name}", name=self.profile.id)
        yield Prose(f"{profile}; {say('follows from {requirements}', requirements=names)}")
        if verdict is not None:
            yield ""
            text = Prose(say.conforms(verdict.conforms), style=CONFORMS_STYLES[verdict.conforms])
            if verdict.age is not None:
                text.append(f" [{say('age {years}', years=verdict.age)}]")
            text.append(f": {sentence(verdict.reason)}", style="default")
            yield text
        yield ""
        yield part(say("The first rule that holds gives the verdict"))
        for rule in standard.rules:
            reason = f": {rule.reason.get(say.language)}" if rule.reason.en else ""
            yield point(f"{say.conforms(rule.conforms)} {_when(rule, say)}{reason}")


def _when(rule: Rule, say: Words) -> str:
    """Return a rule's conditions in words."""
    both, either = f" {say('and')} ", f" {say('or')} "

    def are(wanted: Mapping[str, Iterable[str]]) -> list[str]:
        return [f"{name} {either.join(map(say.name, statuses))}" for name, statuses in wanted.items()]

    parts = are(rule.when)
    if rule.any:
        parts.append(either.join(are(rule.any)))
    parts += [f"{_value(name, say)} ≥ {bound}" for name, bound in rule.value_at_least.items()]
    parts += [f"{_value(name, say)} < {bound}" for name, bound in rule.value_below.items()]
    return f"{say('where')} {both.join(parts)}" if parts else say("otherwise")


def _value(name: str, say: Words) -> str:
    """Return the name of a value, which may say whose it is: ``C138.2-3:minimum_age_work``."""
    requirement, _, value = name.rpartition(":")
    return f"{requirement} {say.name(value)}".strip()


def _examples(examples: list[Example], say: Words) -> Table:
    """Return examples, each with the status that its text must give."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for example in examples:
        text = Prose(one_line(example.text))
        if example.why:
            text.append(f" ({one_line(example.why)})", style="dim")
        grid.add_row(Text(say.status(example.status), style=STYLES[example.status]), text)
    return grid


def _bound(bound: int | Threshold, say: Words) -> str:
    """Return a number of years as words: itself, the declared age, or another requirement's value."""
    if isinstance(bound, int):
        return say("at least {bound}", bound=bound)
    parts = []
    if bound.when_declared:
        parts += [
            say(
                "{age} where {declared} was declared under {instrument}",
                age=age,
                declared=declared,
                instrument=bound.declared,
            )
            for declared, age in bound.when_declared.items()
        ]
    elif bound.declared is not None:
        parts.append(say("the age declared under {instrument}", instrument=bound.declared))
    if bound.finding is not None:
        parts.append(say("the value of {requirement}", requirement=bound.finding))
    if bound.default is not None:
        parts.append(say("else {age}", age=bound.default) if parts else str(bound.default))
    return say("at least {bound}", bound=", ".join(parts))


def _plain(concept: str) -> str:
    """Return a concept or leaf id as words."""
    return concept.replace("_", " ")
