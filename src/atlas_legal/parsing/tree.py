"""The tree: headings become provisions that lie inside one another and lose no character."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from atlas_legal.languages.drafting import HeadingWord, Structure
from atlas_legal.model.law import BASIC_KINDS, Provision, ProvisionKind, ProvisionStatus
from atlas_legal.parsing.annexes import annex_start
from atlas_legal.parsing.eids import Names, Series
from atlas_legal.parsing.marks import BARE, FINAL
from atlas_legal.parsing.notes import repealed
from atlas_legal.parsing.points import by_line, subdivide
from atlas_legal.parsing.rubrics import above, rubric, titled
from atlas_legal.parsing.sequence import SERIES_KINDS, Arrangement, Placed

_CLOSING_QUOTES = '”»"'


@dataclass(slots=True)
class Node:
    """A provision while the tree is being built.

    ``margin`` is where a rubric that stands above the number begins, -1 where there is none. The provision
    itself begins with its number; the rubric is what lies between it and the one before.
    """

    kind: ProvisionKind
    word: HeadingWord | None
    num: str
    start: int
    content: int
    heading: str
    number_eid: str
    placed: Placed | None
    series: int
    margin: int = -1
    end: int = 0

    @property
    def begins(self) -> int:
        """Where the node begins, the rubric above its number included."""
        return self.start if self.margin < 0 else self.margin

    eid: str = ""
    label: str = ""
    status: ProvisionStatus = "in_force"
    children: list["Node"] = field(default_factory=list)


def build(
    text: str, arrangement: Arrangement, structure: Structure, *, treaty: bool
) -> tuple[Provision, ...]:
    """Build the provisions of a law. ``treaty``: what is annexed carries its annex in every id."""
    nodes = _flat(text, arrangement, structure)
    roots = _nest(nodes, len(text), _ranks(nodes))
    names = Names()
    lines = by_line(text, structure)
    _name(roots, names, structure, treaty=treaty)
    return tuple(_frozen(text, node, names, structure, lines=lines, transitional=False) for node in roots)


def _flat(text: str, arrangement: Arrangement, structure: Structure) -> list[Node]:
    """Return the headings as nodes in order; a series that no heading opens gets an annex of its own."""
    if not arrangement.placed:
        return []
    nodes: list[Node] = []
    series = 0
    openers = {id(p) for p in arrangement.openings.values() if p is not None}
    pending: list[Node] = []
    ends = [*(p.mark.start for p in arrangement.placed[1:]), len(text)]
    own = [(p.mark, end) for p, end in zip(arrangement.placed, ends, strict=True) if not p.container]
    titles = titled(text, own, structure)
    for placed, end in zip(arrangement.placed, ends, strict=True):
        mark = placed.mark
        limit = min(end, placed.quoted[0].mark.start) if placed.quoted else end
        head = rubric(text, mark, structure, limit, titles=titles)
        word = mark.word
        kind: ProvisionKind = word.kind
        if id(placed) in openers and kind not in SERIES_KINDS and not placed.preliminary:
            kind = "transitional"
        node = Node(
            kind,
            word,
            mark.number.text if mark.number else "",
            mark.start,
            head.content,
            head.heading,
            mark.number.eid if mark.number else "",
            placed,
            placed.series,
        )
        if placed.container:
            pending.append(node)
            continue
        if placed.series != series:
            series = placed.series
            if series and arrangement.openings.get(series) is None:
                nodes.append(_implicit_annex(text, nodes, pending, node, structure))
        nodes.extend(pending)
        pending = []
        nodes.append(node)
    nodes.extend(pending)
    _margins(text, nodes, structure)
    return nodes


def _margins(text: str, nodes: Sequence[Node], structure: Structure) -> None:
    """Give the sections their rubrics that stand above the numbers, where most have one there."""
    found: list[tuple[Node, tuple[int, str] | None]] = []
    for before, node in zip((None, *nodes), nodes, strict=False):
        if node.word is BARE and not node.heading:
            placed = before.placed if before is not None else None
            floor = placed.mark.line_end if placed is not None and not placed.container else 0
            found.append(
                (node, above(text, max(floor, before.content if before else 0), node.start, structure))
            )
    if 2 * sum(place is not None for _, place in found) <= len(found):
        return
    for node, place in found:
        if place is not None:
            node.margin, node.heading = place


def _implicit_annex(
    text: str, before: Sequence[Node], pending: Sequence[Node], first: Node, structure: Structure
) -> Node:
    limit = pending[0].start if pending else first.start
    last = before[-1] if before else None
    start = annex_start(text, last.content if last else 0, limit, structure)
    line_end = text.find("\n", start, limit)
    heading = " ".join(text[start : line_end if line_end >= 0 else limit].strip(" #*_").split())
    return Node("annex", None, "", start, start, heading[:200], "", None, first.series)


def _ranks(nodes: Sequence[Node]) -> dict[str, float]:
    """Return the rank of each heading word in this law.

    Most laws put chapters into parts, some put parts into chapters: which one stands right below the other
    shows it.
    """
    below = Counter(
        (upper.word.eid, lower.word.eid)
        for upper, lower in pairwise(nodes)
        if upper.word is not None and lower.word is not None and lower.kind not in BASIC_KINDS
    )
    ranks = {node.word.eid: float(_rank(node)) for node in nodes if node.word is not None}
    for (upper, lower), count in sorted(below.items()):
        if ranks[lower] < ranks[upper] and count > below[lower, upper] and ranks[lower] > 0:
            ranks[lower] = ranks[upper] + 0.5
    return ranks


def _rank(node: Node) -> int:
    if node.kind == "annex":
        return 0
    if node.kind == "transitional":
        return min(node.word.rank if node.word else 3, 3)
    return node.word.rank if node.word else 0


def _nest(nodes: Sequence[Node], size: int, ranks: Mapping[str, float]) -> list[Node]:
    """Put every node inside the nearest container before it that can hold it, and set where each ends."""
    roots: list[Node] = []
    stack: list[Node] = []

    def rank(node: Node) -> float:
        return ranks[node.word.eid] if node.word is not None else 0.0

    def close(at: int) -> None:
        stack.pop().end = at

    for node in nodes:
        unit = node.placed is not None and not node.placed.container
        while stack and (stack[-1].kind in BASIC_KINDS or (not unit and rank(stack[-1]) >= rank(node))):
            close(node.begins)
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    while stack:
        close(size)
    return roots


def _name(roots: Sequence[Node], names: Names, structure: Structure, *, treaty: bool) -> None:
    """Give every container and unit its id: the law's own numbers first, then the longest series."""
    units: dict[int, list[tuple[Node, str]]] = {}

    def walk(nodes: Sequence[Node], path: str, outer: str) -> None:
        for node in nodes:
            if node.kind in BASIC_KINDS:
                units.setdefault(node.series, []).append((node, outer))
                continue
            node.eid = names.container(
                node.kind, node.word.eid if node.word else "att", node.number_eid, path
            )
            apart = node.kind in SERIES_KINDS or (node.placed is not None and node.placed.preliminary)
            walk(node.children, node.eid, node.eid if apart else outer)

    walk(roots, "", "")
    order = sorted(units, key=lambda s: (s != 0, -len(units[s]), s))
    for series in order:
        for node, outer in units[series]:
            assert node.word is not None
            plain = f"{node.word.eid}_{node.number_eid}"
            prefixed = treaty and series != 0
            node.eid = names.unit(plain, outer, Series(series, prefixed))


def _frozen(
    text: str,
    node: Node,
    names: Names,
    structure: Structure,
    *,
    lines: bool,
    transitional: bool,
    gone: bool = False,
) -> Provision:
    """Turn a node and all below it into a provision. What a repealed container holds is ``gone`` with it."""
    transitional = (
        transitional
        or (node.kind == "transitional" and node.word is not FINAL)
        or bool(
            node.kind not in BASIC_KINDS
            and node.kind != "annex"
            and structure.TRANSITIONAL.search(node.heading)
        )
    )
    status: ProvisionStatus = "transitional" if transitional else "in_force"
    label = node.word.label.format(node.num).strip() if node.word else node.heading or "Annex"
    if gone or _repealed(text, node, structure):
        status = "repealed"
    if node.kind in BASIC_KINDS:
        quoted = _quotations(text, node, names, structure)
        first_quote = quoted[0].start if quoted else node.end
        children = (
            subdivide(text, node.content, first_quote, node.eid, label, names, structure, lines=lines)
            if status != "repealed"
            else ()
        )
        return Provision(
            node.eid,
            node.kind,
            node.num,
            node.heading,
            node.start,
            node.end,
            node.content,
            label,
            status,
            children=(*children, *quoted),
        )
    below = tuple(
        _frozen(
            text, child, names, structure, lines=lines, transitional=transitional, gone=status == "repealed"
        )
        for child in node.children
    ) or subdivide(text, node.content, node.end, node.eid, label, names, structure)
    return Provision(
        node.eid,
        node.kind,
        node.num,
        node.heading,
        node.start,
        node.end,
        node.content,
        label,
        status,
        children=below,
    )


def _repealed(text: str, node: Node, structure: Structure) -> bool:
    """Return whether a note says that a unit, or a container with all that it holds, is repealed."""
    if node.placed is None:
        return False
    mark = node.placed.mark
    if node.kind in BASIC_KINDS:
        end = node.placed.quoted[0].mark.start if node.placed.quoted else node.end
        return repealed(text, (mark.end, node.content), end, structure.UNITS, structure, mark.key[0])
    end = node.children[0].start if node.children else node.end
    return repealed(text, (mark.end, node.content), end, structure.CONTAINERS, structure)


def _quotations(text: str, node: Node, names: Names, structure: Structure) -> tuple[Provision, ...]:
    """Return the articles that an amending article quotes, inside a modification."""
    assert node.placed is not None
    marks = [p.mark for p in node.placed.quoted]
    if not marks:
        return ()
    eid = names.child(node.eid, "mod", "")
    start = marks[0].start
    inner: list[Provision] = []
    for place, mark in enumerate(marks):
        end = marks[place + 1].start if place + 1 < len(marks) else node.end
        if mark.opened and place + 1 == len(marks):
            end = _quote_end(text, mark.end, end)
        head = rubric(text, mark, structure, end, titles=False)
        number = mark.number
        label = mark.word.label.format(number.text if number else "")
        own = names.child(eid, mark.word.eid, number.eid if number else "")
        inner.append(
            Provision(
                own,
                mark.word.kind,
                number.text if number else "",
                head.heading,
                mark.start,
                end,
                head.content,
                label,
                "repealed"
                if repealed(text, (mark.end, head.content), end, structure.UNITS, structure)
                else "in_force",
                quoted=True,
                children=subdivide(text, head.content, end, own, label, names, structure, quoted=True),
            )
        )
    return (
        Provision(
            eid,
            "modification",
            "",
            "",
            start,
            inner[-1].end,
            start,
            node.num,
            quoted=True,
            children=tuple(inner),
        ),
    )


def _quote_end(text: str, start: int, end: int) -> int:
    """Return where a quotation closes: after the last closing mark that ends a line."""
    at = end
    while True:
        at = max(text.rfind(quote, start, at) for quote in _CLOSING_QUOTES)
        if at < 0:
            return end
        line = text.find("\n", at, end)
        after = text[at + 1 : line if line >= 0 else end].strip(" .;,*_)\r")
        if not after:
            return line + 1 if line >= 0 else end
