"""Country data: the country itself, its register of laws, and its ratifications."""

from typing import Literal

from pydantic import ConfigDict, Field

from atlas_legal.model.base import Model


class LocalText(Model):
    """A text by language code (ISO 639-1)."""

    model_config = ConfigDict(frozen=True, extra="allow")

    en: str = ""

    def get(self, language: str) -> str:
        """The text in this language, else in English, else in any."""
        extra = self.model_extra or {}
        if extra.get(language):
            return str(extra[language])
        return self.en or next((str(v) for v in extra.values() if v), "")


class Country(Model):
    """``country.yaml``. ``armed_forces`` and ``conscription`` None where not known."""

    id: str = Field(pattern=r"^[A-Z]{3}$")
    name: LocalText
    languages: tuple[str, ...]
    fictional: bool = False
    outcomes: tuple[int, ...] = ()
    government: str = ""
    armed_forces: bool | None = None
    conscription: bool | None = None
    school_start_age: int | None = None
    sources: tuple[str, ...] = ()
    verified: bool = False
    notes: str = ""


class RegisterEntry(Model):
    """A law in ``register.yaml``. Keys beyond these are kept and ignored (other registers have more)."""

    model_config = ConfigDict(frozen=True, extra="allow")

    file: str | None = None
    id: str | None = None
    title: str = ""
    short: str = ""
    number: str = ""
    date: str = ""
    kind: str = ""
    language: str = ""
    country: str = ""
    jurisdiction: str = "national"
    status: str = ""
    amends: tuple[str, ...] = ()
    official_url: str = ""
    licence: str = ""
    topics: tuple[str, ...] = ()
    relevant: bool | None = None
    notes: str = ""


class MissingLaw(Model):
    """A relevant law whose text is not there (``gaps:`` in the register)."""

    model_config = ConfigDict(frozen=True, extra="allow")

    title: str
    short: str = ""
    number: str = ""
    date: str = ""
    why: str = ""
    status: str = ""
    topics: tuple[str, ...] = ()


class Register(Model):
    """``register.yaml``: the laws there are, and the relevant ones that are not.

    ``stated_complete`` is True where the register has an explicit empty ``gaps: []``.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    country: str = ""
    source: str = ""
    laws: tuple[RegisterEntry, ...] = ()
    gaps: tuple[MissingLaw, ...] = ()


class Ratification(Model):
    """Whether and when a country ratified an instrument. ``date`` ISO, or empty."""

    ratified: Literal["yes", "no", "unknown"]
    date: str = ""
    declared_age: int | None = None
    approving_act: str = ""
    source: str = ""
    verified: bool = False
    date_verified: bool = False
    declared_age_verified: bool = False
    note: str = ""
