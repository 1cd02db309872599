"""How many mistakes in the shipped standards `validate` would catch.

    python benchmarks/mutation_of_standards.py [--count N] [--seed N] [--record] [--survivors FILE]

Each mutation makes one mistake such as people make: a key dropped, an age shifted, a leaf negated, a force or
a status swapped, the decisive word of an example deleted, a concept renamed. It is caught where the validator
finds a problem that it does not find in the standards as they are. Printed is the share that is caught (aim:
95 %), by kind of mistake, and every survivor: an example is missing there. A mutation that leaves the same
model (a key with its own default; the id of a concept that nothing names) is no mistake and not counted, and
comments (`why`, `note`) are left alone.

The force that is swapped is the one that a leaf names first, which such a rule usually has. With ``--deep``
three more kinds are tried that only many examples could see, and that are not part of the aim: another force
of a leaf swapped, one alternative taken out of a group of concepts, one term out of a concept.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

import yaml

from atlas_legal.annotation import concepts as annotation
from atlas_legal.annotation.concepts import scanner
from atlas_legal.annotation.flat import plain
from atlas_legal.languages import norms
from atlas_legal.locations import shipped
from atlas_legal.matching import match_examples
from atlas_legal.matching.needs import group_ids, narrower
from atlas_legal.model.finding import Status
from atlas_legal.model.norm import Force
from atlas_legal.model.standard import LEAVES, Instrument, Library
from atlas_legal.model.validation import Problem
from atlas_legal.standards.documents import Document, library_files, parse_document
from atlas_legal.standards.examples import check_examples
from atlas_legal.standards.library import assemble, load_library
from atlas_legal.standards.names import criterion_nodes
from atlas_legal.standards.validation import problems_alone, problems_together

HISTORY = Path(__file__).parent / "history" / "mutation_of_standards.jsonl"

Data = Any
"""A file as lists, keys and texts."""
Site = tuple[int, tuple[str | int, ...]]
"""Which file, and where in it."""


@dataclass(frozen=True)
class Mutation:
    """One mistake: its kind, where, what was done, and the file as it then is."""

    kind: str
    file: int
    place: str
    what: str
    data: Data


class Standards:
    """The standards as they are, and what the validator says of them with one file replaced."""

    def __init__(self, root: Path) -> None:
        self.paths = library_files(root)
        self.data: list[Data] = []
        documents = []
        for path, kind in self.paths:
            text = path.read_text("utf-8")
            self.data.append(yaml.load(text, Loader=yaml.CBaseLoader))
            documents.append(parse_document(self.dump(self.data[-1]), path, kind))
        self.documents = tuple(documents)
        self.library = assemble(self.documents)
        self.known = self._counted(problems_together(self.documents, self.documents))
        for document in documents:
            self.known += self._counted(problems_alone(document))
        self.failing = {
            document.path: self._counted(check_examples(document, self.library)) for document in documents
        }

    @staticmethod
    def dump(data: Data) -> bytes:
        text: str = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        return text.encode()

    @staticmethod
    def _counted(problems: Iterator[Problem]) -> Counter[tuple[str, str, str]]:
        return Counter((p.file, p.code, p.message) for p in problems)

    def mutated(self, mutation: Mutation) -> Document:
        path, kind = self.paths[mutation.file]
        return parse_document(self.dump(mutation.data), path, kind)

    def caught(self, mutation: Mutation, document: Document) -> str:
        """Return the code of a problem that the mutation makes, "" where none does."""
        documents = tuple(document if n == mutation.file else other for n, other in enumerate(self.documents))
        for found in (problems_alone(document), problems_together(documents, documents)):
            new = self._counted(found) - self.known
            if new:
                return min(new)[1]
        new = self._examples(mutation, documents) - sum(self.failing.values(), Counter())
        return min(new)[1] if new else ""

    def _examples(self, mutation: Mutation, documents: Sequence[Document]) -> Counter[tuple[str, str, str]]:
        """Run the examples that the mutation can change."""
        document = documents[mutation.file]
        found: Counter[tuple[str, str, str]] = Counter()
        if document.kind == "instruments":
            library = self.library.model_copy(update={"instruments": assemble(documents).instruments})
            touched = _touched(self.library, library)
            for other in documents:
                if isinstance(other.model, Instrument):
                    skip = {r.id for r in other.model.requirements} - touched
                    found += self._counted(check_examples(other, library, skip))
        elif document.kind == "concepts":
            library = assemble(documents)
            for other in documents:
                found += self._counted(check_examples(other, library))
                if found - sum(self.failing.values(), Counter()):
                    break
            for key in [key for key in annotation._scanners if key[0] == id(library.concepts)]:
                del annotation._scanners[key]  # it is large, and these concepts will not be asked for again
        return found


def _touched(before: Library, after: Library) -> set[str]:
    """The requirements that are not as they were, and those whose thresholds take one of these's value."""
    known = {r.id: r for r in before.requirements()}
    changed = {r.id for r in after.requirements() if known.get(r.id) != r}
    return changed | {
        r.id
        for r in after.requirements()
        for _, node in criterion_nodes(r.criterion)
        for leaf in (node.age or node.compare,)
        if leaf is not None and getattr(leaf.at_least, "finding", None) in changed
    }


# Where mistakes can be made -------------------------------------------------------------------------------


def walk(data: Data, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Data]]:
    """Yield every key and item with its path."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*path, key), value
        yield from walk(value, (*path, key))


def at(data: Data, path: Sequence[str | int]) -> Data:
    for part in path:
        data = data[part]
    return data


COMMENTS = {"why", "note"}


class Maker:
    """Makes mutations of each kind from a seed."""

    def __init__(self, standards: Standards, seed: int) -> None:
        self.standards = standards
        self.random = random.Random(seed)
        self.below = narrower(standards.library.concepts)
        self.named: Counter[str] = Counter()
        """How often each concept is named outside of its own id."""
        self.sites: dict[str, list[Site]] = defaultdict(list)
        for number, ((_, kind), data) in enumerate(zip(standards.paths, standards.data, strict=True)):
            for path, value in walk(data):
                if isinstance(value, str) and path[-1] != "id":
                    self.named[value] += 1
                for name in self._kinds(kind, number, path, value):
                    self.sites[name].append((number, path))

    def _of_operator(self, number: int, path: tuple[str | int, ...]) -> bool:
        """Whether a place is the id of an operator, which is a name for people."""
        holder = at(self.standards.data[number], path[:-1])
        return path[-1] == "id" and "criterion" in path and not set(LEAVES) & holder.keys()

    def _kinds(self, kind: str, number: int, path: tuple[str | int, ...], value: Data) -> Iterator[str]:
        """Yield the kinds of mistakes that can be made at a place."""
        key = path[-1]
        if (
            isinstance(key, str)
            and key not in COMMENTS
            and path[0] != "standards"
            and "not" not in path[-2:-1]
            and not self._of_operator(number, path)
        ):
            yield "drop a key"
        if kind == "instruments":
            if "criterion" in path and isinstance(value, str) and value.isdigit():
                yield "shift an age"
            if len(path) > 3 and path[2] == "examples" and path[-2] == "values":
                yield "shift an age"
            if key in LEAVES and "criterion" in path:
                yield "negate a leaf"
            if len(path) > 1 and path[-2] == "force":
                yield "swap a force" if key == 0 else "swap another force"
            if key == "status":
                yield "swap a status"
            if key == "text":
                yield "delete the decisive word"
            if len(path) > 2 and path[-3] == "concepts" and isinstance(value, str):
                yield "drop an alternative"
        if kind == "concepts":
            if key == "id" or (key == "broader" and value):
                yield "rename a concept"
            if len(path) == 4 and path[1] == "terms":
                yield "drop a term"
        if kind == "profiles" and len(path) > 1 and path[-2] in ("value_at_least", "value_below"):
            yield "shift an age"

    def make(self, kind: str) -> Mutation | None:
        """Make one mutation of a kind, None where the place that was drawn allows none."""
        number, path = self.random.choice(self.sites[kind])
        data = deepcopy(self.standards.data[number])
        holder, key = at(data, path[:-1]), path[-1]
        what = _MAKE[kind](self, data, path, holder, key)
        if not what:
            return None
        return Mutation(kind, number, self._named(number, path), what, data)

    def _named(self, number: int, path: Sequence[str | int]) -> str:
        """A place as people find it: file, requirement or concept, and the way from there."""
        parts: list[str] = []
        value = self.standards.data[number]
        for part in path:
            value = value[part]
            name = value.get("id") if isinstance(value, dict) else None
            parts.append(name or str(part))
        return f"{self.standards.paths[number][0].name}: {'.'.join(parts)}"

    def drop(self, data: Data, path: Sequence[str | int], holder: Data, key: str | int) -> str:
        del holder[key]
        return "dropped"

    def shift(self, data: Data, path: Sequence[str | int], holder: Data, key: str | int) -> str:
        old = int(holder[key])
        holder[key] = str(old + self.random.choice([-2, -1, 1, 2]))
        return f"{old} → {holder[key]}"

    def negate(self, data: Data, path: Sequence[str | int], holder: Data, key: str | int) -> str:
        inner = {k: holder.pop(k) for k in ("id", key)}
        holder["not"] = inner
        return "negated"

    def swap_force(self, data: Data, path: Sequence[str | int], holder: Data, key: str | int) -> str:
        old = holder[key]
        holder[key] = self.random.choice(sorted(set(get_args(Force)) - set(holder)))
        return f"{old} → {holder[key]}"

    def swap_status(self, data: Data, path: Sequence[str | int], holder: Data, key: str | int) -> str:
        old = holder[key]
        holder[key] = self.random.choice(sorted(set(get_args(Status)) - {old}))
        return f"{old} → {holder[key]}"

    def rename(self, data: Data, path: Sequence[str | int], holder: Data, key: str | int) -> str:
        if key == "id" and not self.named[holder[key]]:
            return ""
        holder[key] = f"{holder[key]}s"
        return f"→ {holder[key]}"

    def delete_word(self, data: Data, path: Sequence[str | int], holder: Data, key: str | int) -> str:
        """Delete a word of an example that is met, without which it lacks what a main leaf asks for."""
        requirement = self._requirement(path, holder)
        if requirement is None or holder["status"] != "met":
            return ""
        text, code = holder["text"], holder["lang"]
        title = holder.get("title", "")
        tests = list(self._tests(requirement, code, title, holder.get("values", {})))
        words = sorted({(start, end) for _, find in tests for start, end in find(text)})
        decisive = [
            (start, end)
            for start, end in words
            if any(find(text) and not find(text[:start] + text[end:]) for _, find in tests)
        ]
        if not decisive:
            return ""
        start, end = self.random.choice(decisive)
        holder["text"] = text[:start] + text[end:]
        return f"without {text[start:end]!r}: {holder['text'][:100]}"

    def _requirement(self, path: Sequence[str | int], holder: Data) -> Any:
        number = path[1]
        for document in self.standards.documents:
            model = document.model
            if isinstance(model, Instrument) and isinstance(number, int) and number < len(model.requirements):
                examples = model.requirements[number].examples
                if any(e.text == holder["text"] and e.lang == holder["lang"] for e in examples):
                    return model.requirements[number]
        return None

    def _tests(
        self, requirement: Any, code: str, title: str, values: Mapping[str, str]
    ) -> Iterator[tuple[str, Callable[[str], list[tuple[int, int]]]]]:
        """Yield what must stand in an example: a term of each group, a word of a force, a number."""
        concepts = self.standards.library.concepts
        nodes = requirement.criterion.all or (requirement.criterion,)
        for node in nodes:
            leaf = node.norm or node.age
            if leaf is None:
                continue
            for group in leaf.concepts:
                ids = group_ids(group, self.below)
                yield "concept", lambda text, ids=ids: self._terms(text, code, ids, concepts)
            if node.norm is not None:
                patterns = [p for f, p in norms(code).FORCES if f in node.norm.force]
                yield (
                    "force",
                    lambda text, ps=patterns: [
                        m.span() for p in ps for m in p.finditer(plain(text).replace("\n", " "))
                    ],
                )
        for value in values.values():
            yield (
                "number",
                lambda text, value=value: (
                    [(text.index(value), text.index(value) + len(value))] if value in text else []
                ),
            )

    @staticmethod
    def _terms(text: str, code: str, ids: frozenset[str], concepts: Any) -> list[tuple[int, int]]:
        hits = scanner(concepts, code).hits(plain(text).replace("\n", " "))
        return [(start, end) for concept, start, end in hits if concept in ids]


_MAKE: dict[str, Callable[[Maker, Data, Sequence[str | int], Data, str | int], str]] = {
    "drop a key": Maker.drop,
    "shift an age": Maker.shift,
    "negate a leaf": Maker.negate,
    "swap a force": Maker.swap_force,
    "swap another force": Maker.swap_force,
    "swap a status": Maker.swap_status,
    "delete the decisive word": Maker.delete_word,
    "rename a concept": Maker.rename,
    "drop an alternative": Maker.drop,
    "drop a term": Maker.drop,
}
DEEP = ("swap another force", "drop an alternative", "drop a term")
KINDS = tuple(kind for kind in _MAKE if kind not in DEEP)


def mutations(maker: Maker, kinds: Sequence[str]) -> Iterator[tuple[Mutation, Document]]:
    """Yield mistakes of each kind in turn, each once, without those that change nothing."""
    seen: set[tuple[str, str, str]] = set()
    tries = 0
    while tries < 20_000:
        for kind in kinds:
            for _ in range(50):
                tries += 1
                mutation = maker.make(kind)
                if mutation is None or (kind, mutation.place, mutation.what) in seen:
                    continue
                seen.add((kind, mutation.place, mutation.what))
                document = maker.standards.mutated(mutation)
                if document.model != maker.standards.documents[mutation.file].model:
                    yield mutation, document
                    break


def untested(library: Library) -> Iterator[str]:
    """Yield the forces that a leaf accepts and that no rule has which its examples show."""
    for requirement in library.requirements():
        shown: dict[str, set[str]] = defaultdict(set)
        for _, finding in match_examples(requirement, library):
            nodes = [finding.tree] if finding.tree else []
            while nodes:
                node = nodes.pop()
                nodes += node.nodes
                for piece in node.leaf.evidence if node.leaf else ():
                    shown[piece.leaf].update(map(str, piece.norm["force"]))  # type: ignore[arg-type]
            for piece in finding.evidence:
                shown[piece.leaf].update(map(str, piece.norm["force"]))  # type: ignore[arg-type]
        for _, leaf in criterion_nodes(requirement.criterion):
            if leaf.norm is not None and leaf.id is not None:
                for force in leaf.norm.force:
                    if force not in shown[leaf.id]:
                        yield f"- no example: {requirement.id}, {leaf.id}: a rule by {force}"


def main() -> None:
    """Make the mutations, count, print and, where asked, record."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deep", action="store_true", help="try the three kinds that few examples see")
    parser.add_argument("--untested", action="store_true", help="list the forces that no example shows")
    parser.add_argument("--record", action="store_true", help="append the figures to the history")
    given = parser.parse_args()
    if given.untested:
        print("\n".join(untested(load_library())))
        return
    maker = Maker(Standards(shipped("standards")), given.seed)
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for mutation, document in mutations(maker, DEEP if given.deep else KINDS):
        made[mutation.kind] += 1
        if maker.standards.caught(mutation, document):
            found[mutation.kind] += 1
        else:
            print(f"- {mutation.kind}: {mutation.place}: {mutation.what}", flush=True)
        if made.total() >= given.count:
            break
    for kind in made:
        print(f"{kind:26} {found[kind]:4} of {made[kind]:4}  {found[kind] / made[kind]:6.1%}")
    print(f"{'all':26} {found.total():4} of {made.total():4}  {found.total() / made.total():6.1%}")
    if given.record:
        row = {
            "date": f"{date.today()}",
            "seed": given.seed,
            "made": made.total(),
            "caught": round(found.total() / made.total(), 3),
            "by_kind": {kind: round(found[kind] / made[kind], 3) for kind in made},
        }
        HISTORY.parent.mkdir(exist_ok=True)
        with HISTORY.open("a", encoding="utf-8") as history:
            history.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
