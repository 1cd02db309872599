"""JSON Schemas (draft 2020-12) of the YAML files that people write, made from the models that load them.

Editors complete keys and show problems with them. They hold the structure only; what the words mean (unknown
concepts, holes in a ledger, failing examples) is for ``atlas-legal validate``.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel, JsonValue, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import CoreSchema, core_schema

from atlas_legal.model.country import Country, Ratification, Register
from atlas_legal.model.errors import UsageError
from atlas_legal.model.gold import Gold
from atlas_legal.model.standard import Concept, Instrument, Profile
from atlas_legal.nearest import did_you_mean
from atlas_legal.reports.json import dump

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the type that loads it, and where such files lie in a repository of standards."""

    annotation: Any
    title: str
    files: tuple[str, ...]


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "instrument": Kind(
            Instrument, "An instrument with its ledger and requirements", ("standards/instruments/*.yaml",)
        ),
        "concepts": Kind(tuple[Concept, ...], "Concepts of one area", ("standards/concepts/*.yaml",)),
        "profile": Kind(Profile, "A profile of requirements", ("standards/profiles/*.yaml",)),
        "country": Kind(Country, "A country", ("country_laws/*/country.yaml",)),
        "ratifications": Kind(
            dict[str, Ratification], "A country's ratifications", ("country_laws/*/ratifications.yaml",)
        ),
        "register": Kind(
            Register,
            "A register of laws",
            ("country_laws/*/register.yaml", "country_laws/*/laws/register.yaml"),
        ),
        "gold": Kind(Gold, "Labelled cases", ("country_laws/*/answers.yaml",)),
    }
)
"""The kinds of files that have a schema, by the schema's name."""


def schema(name: str) -> dict[str, JsonValue]:
    """Return the JSON Schema of a kind of file.

    Raises
    ------
    UsageError : there is no such kind; the hint gives the nearest.
    """
    if name not in KINDS:
        raise UsageError(f'unknown schema "{name}"', hint=did_you_mean(name, KINDS, what="schemas"))
    kind = KINDS[name]
    made = TypeAdapter(kind.annotation).json_schema(schema_generator=_Generator)
    return {"$schema": DRAFT, "title": kind.title, **{k: v for k, v in made.items() if k != "title"}}


def schema_json(name: str) -> str:
    """Return the JSON Schema of a kind of file as text: the same bytes for the same models.

    Raises
    ------
    UsageError : there is no such kind; the hint gives the nearest.
    """
    return dump(schema(name))


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, without titles that repeat the key and with the docstrings of models and keys."""

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
        """Return the schema with its keys sorted, so that a model's order of definition does not show."""
        return self.sort(super().generate(schema, mode=mode))

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No title for a key: it would say the key again."""
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        """Nothing stands for "not given" but leaving the key out: an empty value is a slip."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """No defaults: editors would write them out where a key is completed."""
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        """Return a model's schema, described by its docstring and the docstrings below its fields."""
        made = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        made.pop("title", None)
        if model.__doc__:
            made["description"] = _plain(model.__doc__)
        for name, text in _field_docstrings(model).items():
            key = model.model_fields[name].alias or name
            made["properties"][key]["description"] = text
        return made


def _field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Return the strings that stand below fields in a model's source."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: _plain(text.value.value)
        for field, text in zip(body.body, body.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def _plain(docstring: str) -> str:
    """Return a docstring as editors show it: paragraphs on one line each, with single backticks."""
    text = inspect.cleandoc(docstring).replace("``", "`")
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)
