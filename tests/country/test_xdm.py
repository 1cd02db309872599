"""The fictional country: its files agree with each other and with its texts."""

from collections.abc import Iterator

import pytest

from atlas_legal.analysis.evaluation.gold import load_gold
from atlas_legal.country import DEMO, load_country, load_framework
from atlas_legal.country.framework import READABLE
from atlas_legal.locations import shipped
from atlas_legal.model.framework import Framework
from atlas_legal.model.law import Law
from atlas_legal.standards import load_library
from atlas_legal.yaml_positions import Plain, load_yaml

FOLDER = shipped("country_laws") / DEMO

REPEALED = {
    ("codigo-trabajo-2003", "art_40"),
    ("penal-code-1998", "sec_14"),
    ("education-act-2551", "sec_20"),
}


@pytest.fixture(scope="module")
def framework() -> Framework:
    return load_framework()


@pytest.fixture(scope="module")
def places(framework: Framework) -> set[tuple[str, str]]:
    """Law and eid of every provision."""
    return {(law.id, provision.eid) for law in framework.laws for provision in law.walk()}


def law(framework: Framework, name: str) -> Law:
    return next(law for law in framework.laws if law.id == name)


def items(name: str) -> list[dict[str, Plain]]:
    """The list in ``<name>.yaml``, under its own name."""
    data = load_yaml(FOLDER / f"{name}.yaml").data
    assert isinstance(data, dict)
    listed = data[name]
    assert isinstance(listed, list)
    return [item for item in listed if isinstance(item, dict)]


def cited(value: Plain) -> Iterator[tuple[Plain, Plain]]:
    """Law and eid of every mapping that has both, however deep."""
    if isinstance(value, dict):
        if "eid" in value:
            yield value["law"], value["eid"]
        for inner in value.values():
            yield from cited(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from cited(inner)


def test_the_register_lists_the_files_that_are_there(framework: Framework) -> None:
    files = {path.name for path in (FOLDER / "laws").iterdir() if path.suffix in READABLE}
    assert {law.file for law in framework.laws} == files
    assert {law.language for law in framework.laws} == {"es", "en", "th"}
    assert not (FOLDER / "register.yaml").exists(), "laws/register.yaml is the only register"


def test_the_register_names_each_law_as_its_front_matter_does(framework: Framework) -> None:
    for each in framework.laws:
        stated = each.source.front_matter
        if stated:
            assert (each.title, each.date) == (stated["title"], stated["enactment_date"])


def test_it_is_a_whole_legal_system_in_small(framework: Framework) -> None:
    assert sum(1 for each in framework.laws for _ in each.units()) >= 250
    assert not [(each.id, anomaly) for each in framework.laws for anomaly in each.anomalies]


def test_the_repealed_provisions_and_no_others_are_read_as_repealed(framework: Framework) -> None:
    found = {(each.id, p.eid) for each in framework.laws for p in each.walk() if p.status == "repealed"}
    assert found == REPEALED


def test_quoted_articles_are_those_of_the_law_that_is_amended(framework: Framework) -> None:
    act = law(framework, "ley-reforma-laboral-2014")
    quoted = {p.eid for p in act.walk() if "__mod_" in p.eid and p.kind == "article"}
    assert quoted == {"art_1__mod_1__art_36", "art_2__mod_1__art_38bis"}
    assert [unit.eid for unit, _ in act.units()] == [f"art_{number}" for number in range(1, 11)]


def test_the_consolidated_code_has_the_words_that_the_amending_act_gives_it(framework: Framework) -> None:
    code, act = law(framework, "codigo-trabajo-2003"), law(framework, "ley-reforma-laboral-2014")

    def words(text: str) -> str:
        return " ".join(text.replace("*", "").replace('"', "").partition(".-")[2].split())

    for old, new in (("art_36", "art_1__mod_1__art_36"), ("art_38bis", "art_2__mod_1__art_38bis")):
        given = next(p for p in act.walk() if p.eid == new)
        now = next(p for p in code.walk() if p.eid == old)
        assert words(code.text[now.start : now.end]).startswith(words(act.text[given.start : given.end]))


@pytest.mark.parametrize("name", ["seeds", "institutions", "programmes"])
def test_every_provision_that_the_country_data_cite_is_there(name: str, places: set[tuple[str, str]]) -> None:
    found = list(cited(load_yaml(FOLDER / f"{name}.yaml").data))
    assert found
    assert [place for place in found if place not in places] == []


def test_every_seed_says_what_it_is_and_what_must_follow() -> None:
    seeds = items("seeds")
    assert all(list(seed) == ["kind", "law", "eid", "says", "expects"] for seed in seeds)
    kinds = {seed["kind"] for seed in seeds}
    assert kinds >= {
        "gap",
        "conflict",
        "exclusion",
        "repealed",
        "amendment",
        "quoted",
        "decoy",
        "orphan_duty",
    }


def test_programmes_and_institutions_refer_to_each_other_and_to_the_standards() -> None:
    ids = {item["id"] for item in items("institutions")}
    known = {requirement.id for requirement in load_library().requirements()}
    assert {item["parent"] for item in items("institutions") if "parent" in item} <= ids
    for programme in items("programmes"):
        assert programme["institution"] in ids
        served = programme["serves"]
        assert isinstance(served, list)
        assert set(served) <= known


def test_a_body_is_set_up_somewhere_or_marked_as_never_created() -> None:
    for item in items("institutions"):
        assert not ("created_by" in item and "never_created" in item), item["id"]


def test_the_answer_key_answers_every_standard_and_requirement() -> None:
    library = load_library()
    cases = load_gold(FOLDER / "answers.yaml").cases
    standards = {standard.id for profile in library.profiles for standard in profile.standards}
    assert {case.standard for case in cases if case.standard} == standards
    asked = {requirement.id for requirement in library.requirements()}
    assert {case.requirement for case in cases if case.requirement} == asked
    assert len({case.subject for case in cases}) == len(cases)


def test_every_pinpoint_is_there_once_and_in_force(framework: Framework) -> None:
    found = {(each.file, p.eid): p.status for each in framework.laws for p in each.walk()}
    for case in load_gold(FOLDER / "answers.yaml").cases:
        cited_places = [(pinpoint.file, pinpoint.eid) for pinpoint in case.pinpoints]
        assert len(set(cited_places)) == len(cited_places), case.subject
        assert all(
            found.get(place, "not there") not in ("not there", "repealed") for place in cited_places
        ), case.subject


def test_what_is_ratified_is_what_the_answers_take_for_granted() -> None:
    ratified = load_country(DEMO).ratifications
    assert ratified["C138"].declared_age == 15
    assert {name for name, each in ratified.items() if each.ratified != "yes"} == {"P029"}
    for case in load_gold(FOLDER / "answers.yaml").cases:
        if case.requirement:
            assert (case.label == "not_applicable") == case.requirement.startswith("P029"), case.subject
