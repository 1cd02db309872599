"""Gold files: labels with the pinpoints that a lawyer accepts."""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from atlas_legal.country.checked import checked, place_of
from atlas_legal.model.errors import AtlasError, UsageError
from atlas_legal.model.finding import Conforms, Status
from atlas_legal.model.gold import Gold
from atlas_legal.nearest import did_you_mean
from atlas_legal.yaml_positions import PositionedData, load_yaml


class GoldError(AtlasError):
    """A gold file is not valid, or its laws are not there."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A gold file's labels with the laws they are about. ``laws`` None: the texts that ship."""

    gold: Gold
    country: str
    laws: Path | None


def load_gold(path: Path) -> Gold:
    """Read a gold file.

    Raises
    ------
    YamlError : it is no readable YAML, with file, line and column.
    GoldError : it is not valid, with file, line and column.
    """
    document = load_yaml(path)
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


def gold_sets(paths: list[Path], laws: Path | None, country: str | None) -> tuple[GoldSet, ...]:
    """Read gold files and find the laws of each: the folder itself, or its folder named by the country.

    Raises
    ------
    GoldError : a file is not valid, or the folder of laws has none for its country.
    UsageError : no file, a country that does not fit, or several files for one folder of laws.
    """
    if not paths:
        raise UsageError("no gold file was given")
    sets: list[GoldSet] = []
    for path in paths:
        gold = load_gold(path)
        code = country or gold.country
        if country is not None and len(paths) > 1 and country != gold.country:
            raise UsageError(
                f"{path} is about {gold.country}, not {country}",
                hint="leave --country out where there are several gold files",
            )
        folder = laws / code if laws is not None and (laws / code).is_dir() else laws
        if len(paths) > 1 and laws is not None and folder == laws:
            names = [entry.name for entry in laws.iterdir() if entry.is_dir()] if laws.is_dir() else []
            raise GoldError(
                f"{laws} has no folder {code}",
                place=str(path),
                hint=did_you_mean(code, names, what="folders"),
            )
        sets.append(GoldSet(gold, code, folder))
    return tuple(sets)
