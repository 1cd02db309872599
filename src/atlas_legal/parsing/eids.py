"""Ids of provisions (the naming of Akoma Ntoso): unique, and stable where the text does not change."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Series:
    """A run of numbers: 0 is the law's own. ``prefixed``: every id carries its container."""

    number: int
    prefixed: bool = False


@dataclass(slots=True)
class Names:
    """Gives ids out, each once."""

    taken: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)

    def _once(self, eid: str) -> str:
        """Return the id, with a counter where it is taken."""
        if eid not in self.taken:
            self.taken.add(eid)
            return eid
        count = self.counts.get(eid, 1)
        while True:
            count += 1
            if (other := f"{eid}_{count}") not in self.taken:
                self.counts[eid] = count
                self.taken.add(other)
                return other

    def _next(self, prefix: str) -> str:
        """Return the prefix with the next counter."""
        self.counts[prefix] = count = self.counts.get(prefix, 0) + 1
        return f"{prefix}{count}"

    def container(self, kind: str, prefix: str, number: str, path: str) -> str:
        """Return the id of a container: annexes and transitional parts are counted through the law."""
        if kind == "annex":
            return self._once(self._next("att_"))
        if kind == "transitional":
            return self._once(self._next("trans_"))
        name = f"{prefix}_{number}" if number else self._next(f"{prefix}_")
        return self._once(f"{path}__{name}" if path else name)

    def unit(self, plain: str, outer: str, series: Series) -> str:
        """Return the id of an article-like unit: its number alone, with its container where that is taken."""
        if not series.prefixed and plain not in self.taken:
            return self._once(plain)
        return self._once(f"{outer}__{plain}" if outer else plain)

    def child(self, parent: str, prefix: str, number: str) -> str:
        """Return the id of a part of a unit."""
        if not number:
            number = self._next(f"{parent}__{prefix}_").rsplit("_", 1)[1]
        return self._once(f"{parent}__{prefix}_{number}")
