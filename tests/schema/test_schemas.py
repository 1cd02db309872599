"""The committed schemas are those of the models, fit every file that ships, and see what the loader sees."""

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.interchange.schemas import DRAFT, KINDS, schema, schema_json
from atlas_legal.model.errors import UsageError
from atlas_legal.standards.structure import structural_problems
from atlas_legal.yaml_positions import parse_yaml

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "standards" / "schema"
FILES = [
    (name, file) for name, kind in KINDS.items() for glob in kind.files for file in sorted(ROOT.glob(glob))
]


class Core(yaml.CSafeLoader):
    """YAML as editors read it (1.2 core): yes, no and dates are texts."""


Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema(name))


@pytest.mark.parametrize("name", KINDS)
def test_the_committed_schema_is_the_models(name: str) -> None:
    """``UPDATE_SCHEMA=1`` writes it anew."""
    file = FOLDER / f"{name}.json"
    if os.environ.get("UPDATE_SCHEMA"):
        file.write_text(schema_json(name), "utf-8")
    assert file.read_text("utf-8") == schema_json(name), "UPDATE_SCHEMA=1 pytest tests/schema writes it anew"


def test_there_is_no_other_schema() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_it_is_a_schema_of_the_draft_it_names(name: str) -> None:
    made = schema(name)
    assert made["$schema"] == DRAFT
    jsonschema.Draft202012Validator.check_schema(made)


def test_every_kind_of_file_ships() -> None:
    assert {name for name, _ in FILES} == set(KINDS)


@pytest.mark.parametrize(("name", "file"), FILES, ids=lambda value: str(getattr(value, "stem", value)))
def test_every_file_that_ships_fits_its_schema(name: str, file: Path) -> None:
    data = yaml.load(file.read_text("utf-8"), Loader=Core)
    found = [f"{'/'.join(map(str, e.path))}: {e.message[:200]}" for e in validator(name).iter_errors(data)]
    assert not found


def test_keys_are_explained() -> None:
    definitions: Any = schema("instrument")["$defs"]
    assert "silence" in definitions["Requirement"]["properties"]["domain"]["description"]
    assert "own-written" in definitions["Example"]["description"]


def test_the_page_for_editors_names_every_schema_and_its_files() -> None:
    page = (ROOT / "docs" / "add-a-standard.md").read_text("utf-8")
    (settings,) = re.findall(r"^```json\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    wired = json.loads(settings)["yaml.schemas"]
    files = {name: [globs] if isinstance(globs, str) else globs for name, globs in wired.items()}
    assert files == {f"standards/schema/{name}.json": list(kind.files) for name, kind in KINDS.items()}


def test_an_unknown_kind_gets_the_nearest_name() -> None:
    with pytest.raises(UsageError, match='did you mean "profile"'):
        schema("profil")


# What the loader refuses, the schema refuses --------------------------------------------------------------


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every mapping below a value that has keys, by its path."""
    found = [path] if isinstance(value, dict) and value else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return found + [place for key, inner in items for place in places(inner, (*path, key))]


SHIPPED = [(name, file) for name, file in FILES if name in ("instrument", "concepts", "profile")]
LOADED = {file: yaml.load(file.read_text("utf-8"), Loader=Core) for _, file in SHIPPED}
PLACES = {file: places(data) for file, data in LOADED.items()}
VALIDATORS = {name: validator(name) for name in ("instrument", "concepts", "profile")}


OTHER = ["no such word", {"no": "such key"}, ["no such word"], "99"]


@given(data=st.data())
def test_whatever_structure_the_loader_refuses_the_schema_refuses(data: st.DataObject) -> None:
    """One key dropped, misspelt or given a value of another kind, anywhere in a file that ships."""
    name, file = data.draw(st.sampled_from(SHIPPED))
    text = json.dumps(LOADED[file])
    broken = json.loads(text)
    place = data.draw(st.sampled_from(PLACES[file]))
    mapping = broken
    for part in place:
        mapping = mapping[str(part) if isinstance(mapping, dict) else part]
    key = data.draw(st.sampled_from(sorted(mapping)))
    match data.draw(st.sampled_from(["drop", "misspell", "other kind"])):
        case "drop":
            del mapping[key]
        case "misspell":
            mapping[f"{key}x"] = mapping.pop(key)
        case _:
            mapping[key] = data.draw(
                st.sampled_from(["no such word", {"no": "such key"}, ["no such word"], "99"])
            )
    document = parse_yaml(json.dumps(broken).encode(), file.name)
    _, problems = structural_problems(document, KINDS[name].annotation)
    structural = [p for p in problems if p.code not in ("bad-criterion", "bad-value", "unquoted")]
    refused = not VALIDATORS[name].is_valid(broken)
    assert refused or not structural, structural


@pytest.mark.parametrize(("name", "file"), FILES, ids=lambda value: str(getattr(value, "stem", value)))
def test_every_file_that_ships_names_its_schema_for_editors(name: str, file: Path) -> None:
    """In a checkout and in a wheel alike: both keep the folders beside each other."""
    first = file.read_text("utf-8").partition("\n")[0]
    asked = os.path.relpath(FOLDER / f"{name}.json", file.parent)
    assert first == f"# yaml-language-server: $schema={asked}", "begin the file with this line"
