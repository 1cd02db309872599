"""The reference laws: lossless, with the structure that people counted, and no text that stops the parser."""

import io
import random
import tarfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml

from atlas_legal.country import entry_beside
from atlas_legal.model.law import Law, Provision
from atlas_legal.parsing import parse, parse_text
from atlas_legal.readers import read

SHARED = Path(__file__).parent.parent.parent.parent / "shared"
SHARE = 0.98
"""Least share of the counted articles and checked places that must be right."""
DRAWN = 100
"""Norms drawn from the benchmark archive."""


def needs(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the checkout")


def lossless(text: str, start: int, end: int, children: Sequence[Provision]) -> bool:
    """Whether provisions lie in order inside their parent, so that they and the gaps make up its text."""
    at = start
    for child in children:
        inside = at <= child.start <= child.content_start <= child.end <= end
        if not inside or not lossless(text, child.start, child.end, child.children):
            return False
        at = child.end
    return True


def unique(law: Law) -> bool:
    eids = [provision.eid for provision in law.walk()]
    return len(eids) == len(set(eids))


def texts(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in (".md", ".txt") and p.name != "README.md")


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["corpus", "treaties"])
def test_every_law_is_lossless_with_unique_ids(folder: str) -> None:
    needs(SHARED / folder)
    for path in texts(SHARED / folder):
        law = parse(read(path))
        assert lossless(law.text, 0, len(law.text), law.provisions), path.name
        assert unique(law), path.name
        assert law.provisions, path.name


@pytest.mark.corpus
def test_the_structure_is_the_one_that_people_found(
    record_property: Callable[[str, object], None],
) -> None:
    needs(SHARED / "gold/structure.yaml")
    checks: dict[str, bool] = {}
    for entry in yaml.safe_load((SHARED / "gold/structure.yaml").read_text("utf-8")):
        path = SHARED / "corpus" / entry["country"] / entry["file"]
        law = parse(read(path), entry=entry_beside(path))
        own = [unit.eid for unit, _ in law.units() if not unit.eid.startswith(("att_", "trans_"))]
        places = {provision.eid: provision for provision in law.walk()}
        name = f"{entry['country']} {entry['file']}"
        checks[f"{name}: {entry['articles']} articles"] = len(own) == entry["articles"]
        checks[f"{name}: first {entry['first']}"] = own[:1] == [entry["first"]]
        checks[f"{name}: last {entry['last']}"] = own[-1:] == [entry["last"]]
        for spot in entry["eids_spotcheck"]:
            found = places.get(spot["eid"])
            checks[f"{name}: {spot['eid']} at {spot['offset']}"] = (
                found is not None and found.start == spot["offset"]
            )
        for eid in entry.get("repealed", []):
            checks[f"{name}: {eid} repealed"] = eid in places and places[eid].status == "repealed"
    right = sum(checks.values())
    record_property("figures", f"structure: {right} of {len(checks)} checks ({right / len(checks):.4f})")
    wrong = [name for name, holds in checks.items() if not holds]
    assert right >= SHARE * len(checks), "\n".join(wrong)


@pytest.mark.corpus
def test_drawn_norms_parse_without_loss() -> None:
    archive = SHARED / "bench/bench-ar.tar.gz"
    needs(archive)
    with tarfile.open(archive) as packed:
        names = sorted(m.name for m in packed.getmembers() if m.isfile() and m.name.endswith(".md"))
        for name in random.Random(4).sample(names, min(DRAWN, len(names))):
            member = packed.extractfile(name)
            assert member is not None
            text = io.TextIOWrapper(member, encoding="utf-8").read()
            law = parse_text(text, language="es", name=name)
            assert lossless(text, 0, len(text), law.provisions), name
            assert unique(law), name
