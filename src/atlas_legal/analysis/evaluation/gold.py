"""Gold files: labels with the pinpoints that a lawyer accepts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from atlas_legal.country.checked import checked, place_of
from atlas_legal.model.errors import AtlasError, UsageError
from atlas_legal.model.finding import Conforms, Status
from atlas_legal.model.gold import Case, Gold, LawStructure
from atlas_legal.nearest import did_you_mean
from atlas_legal.yaml_positions import PositionedData, load_yaml


class GoldError(AtlasError):
    """A gold file is not valid, or its laws are not there."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One country's labels and structures, and the folder of its laws; None for the texts that ship."""

    country: str
    laws: Path | None
    cases: tuple[Case, ...]
    structures: tuple[LawStructure, ...]


def load_gold(path: Path) -> Gold | tuple[LawStructure, ...]:
    """Read a gold file: labelled cases, or a list of the true structures of laws.

    Raises
    ------
    YamlError : it is no readable YAML, with file, line and column.
    GoldError : it is not valid, with file, line and column.
    """
    document = load_yaml(path)
    if isinstance(document.data, list):
        return tuple(checked(list[LawStructure], document, error=GoldError))
    gold: Gold = checked(Gold, document, error=GoldError)
    for number in range(len(gold.cases)):
        _check(gold, number, document)
    return gold


def _check(gold: Gold, number: int, document: PositionedData) -> None:
    """Raise where a case names no subject or gives a verdict that does not exist."""
    case = gold.cases[number]
    place = place_of(document, ("cases", number))
    if (case.standard is None) == (case.requirement is None):
        raise GoldError("a case names either a standard or a requirement", place=place)
    key, allowed = ("status", get_args(Status)) if case.standard is None else ("conforms", get_args(Conforms))
    if getattr(case, key) is None:
        raise GoldError(f'the case has no "{key}"', place=place, hint=f"one of {', '.join(allowed)}")
    for word in (case.label, *case.accept):
        if word not in allowed:
            raise GoldError(
                f'"{word}" is no {key} of a case',
                place=place,
                hint=did_you_mean(word, allowed, what="one of"),
            )


def gold_sets(paths: Sequence[Path], laws: Path | None, country: str | None) -> tuple[GoldSet, ...]:
    """Read gold files and find the laws of each country: the folder itself, or its folder of that name.

    Raises
    ------
    GoldError : a file is not valid, or the folder of laws has none for its country.
    UsageError : no file, a country that does not fit, or several countries for one folder of laws.
    """
    if not paths:
        raise UsageError("no gold file was given")
    cases: dict[str, list[Case]] = {}
    structures: dict[str, list[LawStructure]] = {}
    said: dict[str, Path] = {}
    for path in paths:
        gold = load_gold(path)
        if isinstance(gold, Gold):
            code = _code(gold, path, country, alone=len(paths) == 1)
            cases.setdefault(code, []).extend(gold.cases)
            said.setdefault(code, path)
            continue
        for structure in gold:
            if country in (None, structure.country):
                structures.setdefault(structure.country, []).append(structure)
                said.setdefault(structure.country, path)
    return tuple(
        GoldSet(
            code,
            _folder(laws, code, path, alone=len(said) == 1),
            tuple(cases.get(code, ())),
            tuple(structures.get(code, ())),
        )
        for code, path in said.items()
    )


def _code(gold: Gold, path: Path, country: str | None, *, alone: bool) -> str:
    """Return the country of a gold file: the one that was asked for, where that can be."""
    if country is not None and country != gold.country and not alone:
        raise UsageError(
            f"{path} is about {gold.country}, not {country}",
            hint="leave --country out where there are several gold files",
        )
    return country or gold.country


def _folder(laws: Path | None, code: str, path: Path, *, alone: bool) -> Path | None:
    """Return the folder of a country's laws; one folder without countries will do for one country alone."""
    if laws is None or (laws / code).is_dir():
        return laws / code if laws is not None else None
    if alone:
        return laws
    names = [entry.name for entry in laws.iterdir() if entry.is_dir()] if laws.is_dir() else []
    raise GoldError(
        f"{laws} has no folder {code}", place=str(path), hint=did_you_mean(code, names, what="folders")
    )
