"""Labels: what a lawyer would answer, and cite (the pinned gold format)."""

from typing import Literal

from pydantic import ConfigDict

from atlas_legal.model.base import Model
from atlas_legal.model.finding import Role


class Pinpoint(Model):
    """An accepted citation. ``alt`` marks one that is acceptable but not the first to cite."""

    file: str
    eid: str
    role: Role | Literal["definition"] = "supports"
    alt: bool = False


class Case(Model):
    """One label: for a standard (``conforms``) or for a requirement (``status``)."""

    standard: str | None = None
    requirement: str | None = None
    conforms: str | None = None
    status: str | None = None
    age: int | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    accept: tuple[str, ...] = ()
    note: str = ""

    @property
    def label(self) -> str:
        """The verdict that the label gives."""
        return self.conforms or self.status or ""

    @property
    def subject(self) -> str:
        """The standard or requirement that the label is about."""
        return self.standard or self.requirement or ""


class Gold(Model):
    """A gold file."""

    country: str
    labelled_from: str = ""
    cases: tuple[Case, ...]


class SpotCheck(Model):
    """Where the heading of a provision begins, in code points."""

    eid: str
    offset: int


class LawStructure(Model):
    """The true structure of one law's text. Files of it carry more keys than are compared."""

    model_config = ConfigDict(extra="ignore")

    country: str
    file: str
    articles: int
    eids_spotcheck: tuple[SpotCheck, ...] = ()
