"""Reach: which statuses a criterion can give, and which of its branches could never change one.

Statuses are combined here as ``matching.verdict`` combines them; a test holds the two together.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from atlas_legal.model.finding import Status
from atlas_legal.model.standard import Criterion, Group, Requirement, Threshold
from atlas_legal.model.validation import Problem
from atlas_legal.standards.documents import Document
from atlas_legal.standards.names import criterion_nodes
from atlas_legal.yaml_positions import Loc

_ANY: frozenset[Status] = frozenset(("met", "gap", "conflict", "review"))
_LEAF: Mapping[str, frozenset[Status]] = {
    "penalty": frozenset(("met", "gap")),
    "covers": frozenset(("met", "gap")),
    "list_exists": frozenset(("met", "gap", "review")),
    "must_not_exclude": frozenset(("met", "conflict", "gap")),
    "must_not_require": frozenset(("met", "conflict", "review")),
    "compare": frozenset(("met", "conflict", "review")),
    "ratified": frozenset(("met", "conflict", "review")),
}
"""What leaves can give at all; those that are not named here, anything."""
_MOST_BRANCHES = 60
"""Of an operator over more nodes than these, none is tried."""
_WORST_FIRST: tuple[Status, ...] = ("conflict", "gap", "review", "partial", "met")
_BEST_FIRST: tuple[Status, ...] = ("met", "partial", "conflict", "review", "gap")
_TURNED: Mapping[Status, Status] = {"met": "conflict", "gap": "met", "conflict": "met"}

_State = tuple[Status, Status] | tuple[int, bool, bool] | Status | None
"""What an operator remembers of the nodes seen so far: the main rule's status and the worst of the others;
how many are met, whether one is partial, whether one is under review; the best status."""


def statuses(node: Criterion) -> frozenset[Status]:
    """Return every status that a criterion can give, taking its leaves to be independent of each other."""
    if node.leaf is not None:
        return _of_leaf(node)
    return frozenset(_finish(node, state) for state in _states(node))


def reported(requirement: Requirement) -> frozenset[Status]:
    """Return every status that a finding on a requirement can have."""
    found = set(statuses(requirement.criterion))
    if "gap" in found:
        found.add("review")  # silence, while a law that could say it was not read
    if requirement.applies_when.armed_forces or requirement.applies_when.conscription:
        found.add("not_applicable")
    return frozenset(found)


def check_reach(document: Document, requirement: Requirement, loc: Loc) -> Iterator[Problem]:
    """Yield each branch of a requirement's criterion that could never matter, or never be satisfied."""
    found: dict[Loc, tuple[str, str, str]] = {}
    read = frozenset(_nodes_with_otherwise(requirement.criterion, ("criterion",)))
    later = [node.id for _, node in criterion_nodes(requirement.criterion) if node.leaf is not None]
    values = False
    for where, node in criterion_nodes(requirement.criterion, ("criterion",)):
        for place, why in _dead_children(node):
            found.setdefault((*where, *place), ("unreachable", why, "delete it, or ask for something else"))
        if node.otherwise is not None and where not in read:
            why = "'otherwise' is read only after the first node of an 'all'"
            found[(*where, "otherwise")] = ("unreachable", why, "delete it here")
        if node.leaf is None:
            continue
        later.remove(node.id)
        for place, why, hint in _impossible(node, later, values):
            found[(*where, node.leaf, *place)] = ("impossible", why, hint)
        values = values or node.age is not None
    for place, (code, message, hint) in found.items():
        yield document.problem(code, message, (*loc, *place), hint=hint)


def _of_leaf(node: Criterion) -> frozenset[Status]:
    """Return what a leaf can give by its own settings."""
    never: set[Status] = set()
    if node.norm is not None and not node.norm.contrary:
        never.add("conflict")
    if node.age is not None and node.age.at_least == 0:
        never.add("conflict")
    return _LEAF.get(node.leaf or "", _ANY) - never


def _children(node: Criterion) -> Sequence[Criterion]:
    """Return the nodes that an operator combines."""
    inner = (node.not_,) if node.not_ is not None else ()
    return node.all or node.any or node.of or inner


def _states(node: Criterion, without: int | None = None) -> set[_State]:
    """Return what an operator can have seen after all its nodes, or all but one."""
    states: set[_State] = {("met", "met") if node.all else (0, False, False) if node.of else None}
    for number, child in enumerate(_children(node)):
        if number != without:
            options = statuses(child)
            states = {_step(node, state, number, status) for state in states for status in options}
    return states


def _step(node: Criterion, state: _State, number: int, status: Status) -> _State:
    """Return an operator's state after one more node."""
    if node.all:
        assert isinstance(state, tuple)
        assert len(state) == 2
        main, worst = state
        if number == 0:
            return status, worst
        effect = status
        if status not in ("met", "review"):
            effect = node.all[number].otherwise or ("conflict" if status == "conflict" else "partial")
        return main, min(worst, effect, key=_WORST_FIRST.index)
    if node.of:
        assert isinstance(state, tuple)
        assert len(state) == 3
        met, partial, review = state
        return met + (status == "met"), partial or status == "partial", review or status == "review"
    assert state is None or isinstance(state, str)
    return status if state is None else min(state, status, key=_BEST_FIRST.index)


def _finish(node: Criterion, state: _State) -> Status:
    """Return the status that an operator gives in a state."""
    if node.all:
        assert isinstance(state, tuple)
        assert len(state) == 2
        main, worst = state
        return main if main in ("gap", "review") else min(main, worst, key=_WORST_FIRST.index)
    if node.of:
        assert isinstance(state, tuple)
        assert len(state) == 3
        met, partial, review = state
        if met >= (node.at_least or 1):
            return "met"
        return "partial" if met or partial else "review" if review else "gap"
    assert isinstance(state, str)
    return _TURNED.get(state, state) if node.not_ is not None else state


def _dead_children(node: Criterion) -> Iterator[tuple[Loc, str]]:
    """Yield the nodes below an operator that can never change what it gives."""
    key = "all" if node.all else "any" if node.any else "of"
    children = _children(node)
    if len(children) > _MOST_BRANCHES:
        return
    seen: list[Criterion] = []
    for number, child in enumerate(children):
        place: Loc = ("not",) if node.not_ is not None else (key, number)
        options = statuses(child)
        matters = any(
            len({_finish(node, _step(node, state, number, status)) for status in options}) > 1
            for state in _states(node, without=number)
        )
        bare = child.model_copy(update={"id": None})
        if not matters:
            yield place, "this branch can never change the status"
        elif key != "of" and bare in seen:
            yield place, "this branch asks the same as one before it, so it can never change the status"
        seen.append(bare)


def _nodes_with_otherwise(node: Criterion, loc: Loc) -> Iterator[Loc]:
    """Yield the places of the nodes whose ``otherwise`` is read: the later ones of an ``all``."""
    for where, inner in criterion_nodes(node, loc):
        for number in range(1, len(inner.all or ())):
            yield (*where, "all", number)


def _impossible(
    node: Criterion, later: Container[str | None], values: bool
) -> Iterator[tuple[Loc, str, str]]:
    """Yield the settings with which a leaf can never be satisfied, or never asks anything."""
    assert node.leaf is not None
    leaf = getattr(node, node.leaf)
    source = getattr(leaf, "of", ())
    for number, name in enumerate((source,) if isinstance(source, str) else source):
        place: Loc = ("of",) if isinstance(source, str) else ("of", number)
        if name in later:
            yield place, f'"{name}" is answered after this leaf', "put the rule before what asks about it"
    if node.compare is not None:
        if not values:
            yield ("value",), "no age was read before this leaf", "put the age before the comparison"
        asked = node.compare.at_least
        if asked == 0 or (isinstance(asked, Threshold) and asked == Threshold(default=0)):
            yield ("at_least",), "every age is at least 0", "name what it is compared with"
    if node.covers is not None and node.covers.at_least is not None:
        yield from _share(node.covers.at_least, len(node.covers.concepts))
    if node.norm is not None:
        yield from _norm(node.norm.concepts, node.norm.never)
        if "repeal" in node.norm.force:
            place = ("force", node.norm.force.index("repeal"))
            yield place, "what a clause repeals is not laid down", "delete it"
        if node.norm.several < 1:
            yield ("several",), f"{node.norm.several} concepts are always there", "leave it out"
        both = set(node.norm.force) & set(node.norm.contrary)
        if both:
            why = f"{', '.join(sorted(both))} cannot be what is asked and its contrary"
            yield ("contrary",), why, "name the forces of a rule that says the opposite"
    if node.age is not None:
        yield from _norm(node.age.concepts, node.age.never)
    if node.penalty is not None and node.penalty.months and "imprisonment" not in node.penalty.kinds:
        yield ("months",), "months are asked of a punishment that has none", 'add "imprisonment" to kinds'
    if node.list_exists is not None and node.list_exists.items < 1:
        yield ("items",), "a list of no entries is always there", "give the entries that make a list"


def _share(asked: int, there: int) -> Iterator[tuple[Loc, str, str]]:
    """Yield a share of elements that is always or never reached."""
    if asked < 1:
        yield ("at_least",), f"{asked} of {there} are always there", f"give a number from 1 to {there}"
    elif asked > there:
        yield ("at_least",), f"there are only {there} to be named", f"give a number from 1 to {there}"


def _norm(groups: Iterable[Group], never: Sequence[str]) -> Iterator[tuple[Loc, str, str]]:
    """Yield the concepts that a leaf both asks for and takes for another matter."""
    for number, group in enumerate(groups):
        for place, concept in enumerate((group,) if isinstance(group, str) else group):
            if concept in never:
                at: Loc = ("concepts", number) if isinstance(group, str) else ("concepts", number, place)
                yield at, f'"{concept}" is asked for and stands under "never" too', "delete it in one place"


def empty_parts(requirement: Requirement, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield lists that ask for nothing, and shares of nodes that are always or never reached."""
    yield from _empty(requirement.domain, (*loc, "domain"))
    for where, node in criterion_nodes(requirement.criterion, (*loc, "criterion")):
        for key, nodes in (("all", node.all), ("any", node.any), ("of", node.of)):
            if nodes == ():
                yield (*where, key), f"'{key}' has no nodes"
        if node.of and node.at_least is not None and not 1 <= node.at_least <= len(node.of):
            yield (*where, "at_least"), f"{node.at_least} of {len(node.of)} nodes can never be told apart"
        if node.leaf is None:
            continue
        leaf = getattr(node, node.leaf)
        for name, info in type(leaf).model_fields.items():
            value = getattr(leaf, name)
            if value or info.is_required() or info.default:
                yield from _empty(value, (*where, node.leaf, name))


def _empty(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the empty lists in a value."""
    if isinstance(value, tuple):
        if not value:
            name = next(part for part in reversed(loc) if isinstance(part, str))
            yield loc, f"the list of {name} is empty"
        for number, inner in enumerate(value):
            yield from _empty(inner, (*loc, number))
