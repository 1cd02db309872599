"""Which provision holds an offset, and which one a citation names."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from atlas_legal.model.law import BASIC_KINDS, Provision


@dataclass(frozen=True, slots=True)
class Place:
    """A provision, the unit that it is or lies in (None above units), and where its span begins and ends."""

    provision: Provision
    unit: Provision | None


class Places:
    """The provisions of a law by offset and by number. Looking one up takes logarithmic time."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self._starts: list[int] = []
        self._places: list[Place | None] = []
        self.units: dict[str, Provision] = {}
        for provision in provisions:
            self._add(provision, None)

    def _add(self, provision: Provision, unit: Provision | None) -> None:
        if provision.kind in BASIC_KINDS and not provision.quoted:
            unit = provision
            self.units.setdefault(provision.eid, provision)
        self._mark(provision.start, Place(provision, unit))
        for child in provision.children:
            self._add(child, unit)
            self._mark(child.end, Place(provision, unit))

    def _mark(self, start: int, place: Place) -> None:
        self._starts.append(start)
        self._places.append(place)

    def at(self, offset: int) -> Place | None:
        """Return the innermost provision that holds an offset, None outside all."""
        found = bisect_right(self._starts, offset) - 1
        place = self._places[found] if found >= 0 else None
        return place if place is not None and offset < place.provision.end else None
