"""Countries: their shipped data, registers of laws, and the loading of a legal framework."""

from atlas_legal.country.data import CountryData, load_country, resolve_country, shipped_codes
from atlas_legal.country.framework import DEMO, check_date, entry_beside, load_framework

__all__ = [
    "DEMO",
    "CountryData",
    "check_date",
    "entry_beside",
    "load_country",
    "load_framework",
    "resolve_country",
    "shipped_codes",
]
