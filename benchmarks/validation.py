"""What checking the structure of standards files costs against a bare ``yaml.load`` of the same files.

    python benchmarks/validation.py [FOLDER] [--rounds N] [--record]

Ours reads every file, with the place of every key and value, and checks it against its model; the peer is
PyYAML's C-based safe loader, which gives plain data without places. Both read the bytes from the disk. The
best of some rounds counts, the two in turns. Printed is the ratio (aim: at most 3) with its parts; the checks
of meaning are measured besides. Nothing is asserted.
"""

import argparse
import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from atlas_legal.locations import shipped
from atlas_legal.standards import validate
from atlas_legal.standards.documents import library_files, read_document
from atlas_legal.yaml_positions import load_yaml

HISTORY = Path(__file__).parent / "history" / "validation.jsonl"


def best(rounds: int, works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the least processor time of each work in some rounds, in seconds; each round does all works."""
    times: dict[str, float] = {}
    for _ in range(rounds):
        for name, work in works.items():
            start = time.process_time()
            work()
            times[name] = min(times.get(name, float("inf")), time.process_time() - start)
    return times


def main() -> None:
    """Measure, print and, where asked, record."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=shipped("standards"))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--record", action="store_true", help="append the figures to the history")
    given = parser.parse_args()
    files = library_files(given.folder)
    size = sum(path.stat().st_size for path, _ in files)
    times = best(
        given.rounds,
        {
            "bare": lambda: [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path, _ in files],
            "places": lambda: [load_yaml(path) for path, _ in files],
            "structure": lambda: [read_document(path, kind) for path, kind in files],
            "meaning": lambda: validate([given.folder], examples=False),
        },
    )
    bare = times["bare"]
    print(f"{len(files)} files, {size:,} bytes")
    print(f"bare yaml.load, C-based      {bare:7.3f} s")
    print(f"data with places             {times['places'] / bare:7.2f} times that")
    print(f"structure checked            {times['structure'] / bare:7.2f} times that")
    print(f"meaning checked, no examples {times['meaning'] / bare:7.2f} times that")
    if given.record:
        row = {
            "date": f"{date.today()}",
            "bytes": size,
            **{name: round(value / bare, 2) for name, value in times.items() if name != "bare"},
        }
        HISTORY.parent.mkdir(exist_ok=True)
        with HISTORY.open("a", encoding="utf-8") as history:
            history.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
