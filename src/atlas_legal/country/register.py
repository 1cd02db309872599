"""The register of laws: ``register.yaml`` beside a country's texts, as others write it too."""

from dataclasses import dataclass, replace
from pathlib import Path
from posixpath import normpath
from typing import get_origin

from atlas_legal.country.checked import checked, place_of
from atlas_legal.model.base import Model
from atlas_legal.model.country import MissingLaw, Register, RegisterEntry
from atlas_legal.model.errors import CountryError
from atlas_legal.yaml_positions import Loc, Plain, PositionedData, load_yaml

FILE_NAME = "register.yaml"


@dataclass(frozen=True, slots=True)
class LoadedRegister:
    """A register with the places of its entries, and whether it says that nothing is missing.

    ``nothing_missing`` is True only for an explicit empty ``gaps: []``.
    """

    register: Register
    document: PositionedData
    nothing_missing: bool

    def place(self, index: int, key: str) -> str:
        """Return ``file:line:column`` of a key of the entry with this index."""
        return place_of(self.document, ("laws", index, key))


def read_register(path: Path) -> LoadedRegister:
    """Read a register.

    Other people's registers have more keys, lists where one word would do and words where a list is asked:
    all of that is accepted. What is refused: an entry that is not a mapping, two laws with one id or file.

    Raises
    ------
    CountryError : with file, line and column.
    """
    document = load_yaml(path)
    top = document.data
    if not isinstance(top, dict):
        raise CountryError('expected "laws:" with a list of laws', place=f"{path}:1:1")
    fitted = dict(top)
    for key, model in (("laws", RegisterEntry), ("gaps", MissingLaw)):
        items = top.get(key)
        if items is None:
            continue
        if not isinstance(items, list):
            raise CountryError(
                f'"{key}" must be a list', place=place_of(document, (key,)), hint='begin each law with "- "'
            )
        fitted[key] = [_fit(model, item, document, (key, index)) for index, item in enumerate(items)]
    register = checked(Register, replace(document, data=fitted))
    loaded = LoadedRegister(register, document, nothing_missing=top.get("gaps") == [])
    _refuse_repeats(loaded)
    return loaded


def _fit(model: type[Model], item: Plain, document: PositionedData, loc: Loc) -> Plain:
    """Turn lists into text and text into lists where the model asks for it."""
    if not isinstance(item, dict):
        raise CountryError(
            "a law is written as keys with values",
            place=place_of(document, loc),
            hint='for example "- file: name.txt"',
        )
    fitted: dict[str, Plain] = {}
    for key, value in item.items():
        known = model.model_fields.get(key)
        if known is None or value is None:
            fitted[key] = value
        elif get_origin(known.annotation) is tuple and isinstance(value, str):
            fitted[key] = [value]
        elif get_origin(known.annotation) is not tuple and isinstance(value, list):
            fitted[key] = "; ".join(part for part in value if isinstance(part, str))
        else:
            fitted[key] = value
    if model is MissingLaw and not fitted.get("title"):
        fitted["title"] = fitted.get("short") or fitted.get("number")
    return fitted


def _refuse_repeats(loaded: LoadedRegister) -> None:
    """Two laws with one id could not be told apart in the output."""
    seen: dict[tuple[str, str], int] = {}
    for index, entry in enumerate(loaded.register.laws):
        for key, value in (("id", entry.id), ("file", entry.file and normpath(entry.file))):
            if not value:
                continue
            if (key, value) in seen:
                raise CountryError(
                    f'the {key} "{value}" is listed twice',
                    place=loaded.place(index, key),
                    hint=f"first at {loaded.place(seen[key, value], key)}",
                )
            seen[key, value] = index
