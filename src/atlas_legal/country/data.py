"""A country's shipped data: ``country_laws/<ISO3>/``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from atlas_legal.country.checked import checked, place_of
from atlas_legal.country.codes import NAMES
from atlas_legal.country.register import FILE_NAME, LoadedRegister, read_register
from atlas_legal.locations import shipped
from atlas_legal.model.country import Country, Ratification
from atlas_legal.model.errors import CountryError
from atlas_legal.nearest import nearest
from atlas_legal.yaml_positions import load_yaml


@dataclass(frozen=True, slots=True)
class CountryData:
    """What is known of a country beside its laws.

    ``country`` and ``register`` are None, and ``ratifications`` is empty, where there is no folder or file.
    ``laws_folder`` is None where the package ships no texts of the country's laws.
    """

    code: str
    name: str
    country: Country | None
    register: LoadedRegister | None
    ratifications: Mapping[str, Ratification]
    laws_folder: Path | None


def shipped_codes() -> tuple[str, ...]:
    """Return the codes of the countries that have a folder, sorted."""
    return tuple(sorted(p.name for p in shipped("country_laws").iterdir() if (p / "country.yaml").is_file()))


def is_code(word: str) -> bool:
    """Whether this is the alpha-3 code of a country, in upper case."""
    return word in NAMES or word in shipped_codes()


def resolve_country(word: str) -> str:
    """Return the ISO 3166-1 alpha-3 code for a code or a name, in any case and any shipped language.

    Raises
    ------
    CountryError : nothing is called so; the hint gives the nearest name.
    """
    wanted = word.strip()
    ours = shipped_codes()
    if is_code(wanted.upper()):
        return wanted.upper()
    names = {name.casefold(): code for code, name in NAMES.items()}
    for code in ours:
        country = _country(code)
        names |= {str(name).casefold(): code for name in country.name.model_dump().values() if name}
    if wanted.casefold() in names:
        return names[wanted.casefold()]
    hint = f"countries with data: {', '.join(ours)}; any other ISO 3166 code works with --laws"
    code_like = nearest(wanted.upper(), ours, cutoff=65)
    name_like = nearest(wanted, names, cutoff=75) if len(wanted) > 3 else None
    if name_like:
        code = names[name_like]
        hint = f'did you mean "{code}" ({_name(code)})?'
    elif code_like:
        hint = f'did you mean "{code_like}" ({_name(code_like)})?'
    raise CountryError(f'unknown country "{word}"', hint=hint)


def load_country(word: str) -> CountryData:
    """Load a country's data by code or name; a country without a folder has no data but its name.

    Raises
    ------
    CountryError : unknown country, or its files are invalid (with file, line and column).
    """
    code = resolve_country(word)
    folder = shipped("country_laws") / code
    if not (folder / "country.yaml").is_file():
        return CountryData(code, NAMES[code], None, None, MappingProxyType({}), None)
    country = _country(code)
    laws = folder / "laws"
    register_file = next((f for f in (laws / FILE_NAME, folder / FILE_NAME) if f.is_file()), None)
    return CountryData(
        code,
        country.name.get("en"),
        country,
        read_register(register_file) if register_file else None,
        MappingProxyType(_ratifications(folder / "ratifications.yaml")),
        laws if laws.is_dir() else None,
    )


def _name(code: str) -> str:
    """Return the English name of a country."""
    return NAMES.get(code) or _country(code).name.get("en")


def _country(code: str) -> Country:
    """Read ``country.yaml``."""
    document = load_yaml(shipped("country_laws") / code / "country.yaml")
    country: Country = checked(Country, document)
    if country.id != code:
        raise CountryError(
            f'the id "{country.id}" is not the folder\'s name',
            place=place_of(document, ("id",)),
            hint=f'write "id: {code}"',
        )
    return country


def _ratifications(path: Path) -> dict[str, Ratification]:
    """Read ``ratifications.yaml``: a mapping from instrument id to its ratification."""
    if not path.is_file():
        return {}
    ratifications: dict[str, Ratification] = checked(dict[str, Ratification], load_yaml(path))
    return ratifications
