"""A country's legal framework as it was loaded: what the matcher reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from atlas_legal.model.country import Country, Ratification, Register
from atlas_legal.model.finding import Skipped
from atlas_legal.model.law import Law


@dataclass(frozen=True, slots=True)
class Framework:
    """The laws of a country with its register, ratifications and what could not be read.

    ``code`` is the ISO 3166-1 alpha-3 code, empty where not given. ``complete`` is True where silence of the
    loaded laws may be read as silence of the law: the register states that no relevant law is missing.
    ``as_of`` is an ISO date; laws dated later are not among ``laws``. ``notes`` are sentences for the reader:
    what was left out or assumed while loading.
    """

    code: str
    country: Country | None
    laws: tuple[Law, ...]
    register: Register | None = None
    ratifications: Mapping[str, Ratification] = field(default_factory=lambda: MappingProxyType({}))
    skipped: tuple[Skipped, ...] = ()
    complete: bool = False
    as_of: str | None = None
    notes: tuple[str, ...] = ()
