"""What is exported says what the library says, in formats that their own judges accept."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.interchange.oscal import EPOCH, oscal_catalog, oscal_profile
from atlas_legal.interchange.skos import standards_skos
from atlas_legal.interchange.sssom import standards_sssom
from atlas_legal.interchange.table import COLUMNS, standards_csv
from atlas_legal.model.errors import UsageError
from atlas_legal.model.standard import Library, Relation
from atlas_legal.standards import load_library

FORMATS = ("oscal", "skos", "sssom", "csv")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def every(library: Library) -> frozenset[str]:
    return frozenset(requirement.id for requirement in library.requirements())


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "atlas_legal", "export", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment})


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_are_the_same_every_time(name: str) -> None:
    if name == "skos":
        pytest.importorskip("rdflib", reason="rdflib comes with the extras rdf and dev")
    first, second = (run("standards", "--format", name, PYTHONHASHSEED=seed, TZ=zone) for seed, zone in SEEDS)
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    assert first.stdout.endswith(b"\n")


SEEDS = (("1", "UTC"), ("2", "Asia/Bangkok"))


# OSCAL ----------------------------------------------------------------------------------------------------


def test_the_catalog_and_every_profile_are_oscal(library: Library, tmp_path: Path) -> None:
    catalogs = pytest.importorskip("trestle.oscal.catalog", reason="compliance-trestle comes with dev")
    profiles = pytest.importorskip("trestle.oscal.profile")
    file = tmp_path / "catalog.json"
    file.write_text(oscal_catalog(library), "utf-8")
    catalog = catalogs.Catalog.oscal_read(file)
    assert [group.id for group in catalog.groups] == [i.instrument.id for i in library.instruments]
    for profile in library.profiles:
        file = tmp_path / f"{profile.id}.json"
        file.write_text(oscal_profile(library, profile), "utf-8")
        assert profiles.Profile.oscal_read(file).imports[0].href == "catalog.json"


def ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "id" in value:
            yield value["id"]
        for inner in value.values():
            yield from ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from ids(inner)


def test_the_catalog_holds_every_requirement_with_its_examples_and_every_article(library: Library) -> None:
    catalog = json.loads(oscal_catalog(library))["catalog"]
    assert [name for name, times in Counter(ids(catalog)).items() if times > 1] == []
    for instrument, group in zip(library.instruments, catalog["groups"], strict=True):
        ledger = [part for part in group["parts"] if part["name"] == "article"]
        assert [part["props"][0]["value"] for part in ledger] == list(instrument.articles)
        for requirement, control in zip(instrument.requirements, group.get("controls", []), strict=True):
            examples = [part["prose"] for part in control["parts"] if part["name"] == "example"]
            assert [text.split() for text in examples] == [e.text.split() for e in requirement.examples]
            assert control["title"] == requirement.title.en
            (sought,) = [part for part in control["parts"] if part["name"] == "assessment-objective"]
            assert sought["prose"]


def test_links_and_profiles_lead_to_controls_that_are_there(library: Library, every: frozenset[str]) -> None:
    catalog = json.loads(oscal_catalog(library))["catalog"]
    controls = [control for group in catalog["groups"] for control in group.get("controls", [])]
    linked = {link["href"][1:] for control in controls for link in control.get("links", [])}
    assert linked
    assert linked <= every
    for profile in library.profiles:
        (chosen,) = json.loads(oscal_profile(library, profile))["profile"]["imports"]
        if profile.requirements != "all":
            assert set(profile.requirements) <= set(chosen["include-controls"][0]["with-ids"]) <= every


def test_the_date_is_the_one_that_was_said(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, "1700000000")
    made = json.loads(oscal_catalog(library))["catalog"]["metadata"]["last-modified"]
    assert made == "2023-11-14T22:13:20+00:00"
    monkeypatch.setenv(EPOCH, "yesterday")
    with pytest.raises(UsageError, match="yesterday"):
        oscal_catalog(library)


# SKOS -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graph(library: Library, every: frozenset[str]) -> Any:
    rdflib = pytest.importorskip("rdflib", reason="rdflib comes with the extras rdf and dev")
    return rdflib.Graph().parse(data=standards_skos(library, every), format="turtle")


def skos(name: str) -> Any:
    from rdflib.namespace import SKOS

    return SKOS[name]


def test_every_concept_and_requirement_is_there_with_its_labels(library: Library, graph: Any) -> None:
    from rdflib import RDF, Literal, URIRef

    there = set(graph.subjects(RDF.type, skos("Concept")))
    names = [f"concept:{c.id}" for c in library.concepts]
    names += [f"requirement:{r.id}" for r in library.requirements()]
    assert there == {URIRef(f"urn:atlas-legal:{name}") for name in names}
    for concept in library.concepts:
        own = URIRef(f"urn:atlas-legal:concept:{concept.id}")
        assert set(graph.objects(own, skos("prefLabel"))) == {
            Literal(text, lang=language) for language, text in concept.label.items()
        }


def test_skos_own_conditions_hold(graph: Any) -> None:
    """One preferred label a language; no label both preferred and alternative; akin is not above."""
    for own in set(graph.subjects()):
        preferred = list(graph.objects(own, skos("prefLabel")))
        assert len(preferred) == len({label.language for label in preferred})
        assert not set(preferred) & set(graph.objects(own, skos("altLabel")))
        above = set(graph.transitive_objects(own, skos("broader"))) - {own}
        assert not above & set(graph.objects(own, skos("related")))
        assert own not in set(graph.objects(own, skos("broader")))
        for scheme in graph.objects(own, skos("inScheme")):
            assert (scheme, None, skos("ConceptScheme")) in graph


def test_without_rdflib_one_sentence_says_what_to_install(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(UsageError, match=r"rdflib.*not installed\n.*atlas-legal\[rdf\]"):
        standards_skos(library, frozenset())


# SSSOM ----------------------------------------------------------------------------------------------------


def test_every_relation_is_a_mapping(library: Library, every: frozenset[str]) -> None:
    text = standards_sssom(library, every)
    head = [line for line in text.split("\n") if line.startswith("#")]
    prefixes = {line[1:].split(":")[0].strip() for line in head if line.startswith("#  ")}
    rows = list(csv.DictReader(text[sum(len(line) + 1 for line in head) :].splitlines(), delimiter="\t"))
    stated = [
        (f"requirement:{r.id}", kind, f"requirement:{other}")
        for r in library.requirements()
        for relation in r.related
        for kind, other in relation.model_dump(exclude_none=True).items()
    ]
    assert stated
    assert [(row["subject_id"], row["predicate_label"], row["object_id"]) for row in rows] == stated
    for row in rows:
        for column in ("subject_id", "predicate_id", "object_id", "mapping_justification", "object_source"):
            assert row[column].partition(":")[0] in prefixes


def test_every_kind_of_relation_can_be_exported(library: Library) -> None:
    (one, *_) = library.requirements()
    for kind in Relation.model_fields:
        changed = one.model_copy(update={"related": (Relation(**{kind: "C138.2-3"}),)})
        (instrument, *_) = library.instruments
        alone = instrument.model_copy(update={"requirements": (changed,)})
        small = library.model_copy(update={"instruments": (alone,)})
        assert f"\t{kind}\trequirement:C138.2-3\t" in standards_sssom(small, {one.id})
        if pytest.importorskip("rdflib"):
            assert "requirement:C138.2-3" in standards_skos(small, {one.id})


# CSV ------------------------------------------------------------------------------------------------------


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_for_each_requirement(library: Library, every: frozenset[str]) -> None:
    text = standards_csv(library, every)
    rows = rows_of(text)
    assert [row["id"] for row in rows] == [r.id for r in library.requirements()]
    assert [row["title_es"] for row in rows] == [r.title.es for r in library.requirements()]
    assert text.split("\r\n")[0] == ",".join(COLUMNS)


@given(st.lists(st.sampled_from([*FORMULA, "a", " ", '"', "\n", ",", "cmd|"]), min_size=1).map("".join))
def test_no_cell_is_a_formula(text: str) -> None:
    library = load_library()
    (one, *_) = library.requirements()
    changed = one.model_copy(update={"title": one.title.model_copy(update={"en": text})})
    instrument = library.instruments[0].model_copy(update={"requirements": (changed,)})
    small = library.model_copy(update={"instruments": (instrument,)})
    for made in (standards_csv(small, {one.id}), standards_sssom(small, {one.id})):
        for line in csv.reader(io.StringIO(made, newline=""), delimiter="," if "\r\n" in made else "\t"):
            assert not [cell for cell in line if cell.startswith(FORMULA)]


# The command ----------------------------------------------------------------------------------------------


def test_a_profile_narrows_what_is_exported(library: Library) -> None:
    (palermo,) = [profile for profile in library.profiles if profile.id == "palermo"]
    made = run("standards", "--format", "csv", "--profile", "palermo")
    assert {row["id"] for row in rows_of(made.stdout.decode())} == set(palermo.requirements)
    made = run("standards", "--format", "oscal", "--profile", "palermo")
    assert list(json.loads(made.stdout)) == ["profile"]


def test_the_output_chooses_the_format(foreign: Path, tmp_path: Path) -> None:
    for ending, beginning in ((".json", '{\n  "catalog"'), (".tsv", "#mapping_set_id"), (".csv", "id,")):
        file = tmp_path / f"ours{ending}"
        made = run("standards", str(foreign / "our-standards"), "-o", str(file))
        assert made.returncode == 0, made.stderr
        assert file.read_text("utf-8").startswith(beginning)
    assert "OURS.1" in (tmp_path / "ours.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["standards"], "say which format"),
        (["standards", "--format", "oscall"], 'did you mean "oscal"?'),
        (["standard", "--format", "csv"], 'did you mean "standards"?'),
        (["standards", "--format", "csv", "--profile", "plaermo"], 'did you mean "palermo"?'),
        (["standards", "nowhere", "--format", "csv"], "there are no standards here"),
        (["standards", "-o", "there.xlsx"], "say which format"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_printed(arguments: list[str], said: str) -> None:
    made = run(*arguments)
    assert made.returncode == 2
    assert made.stdout == b""
    assert said in made.stderr.decode()
    assert not re.search("Traceback", made.stderr.decode())
