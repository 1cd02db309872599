"""What a gap matrix costs against a plain tokeniser and phrase matcher over the same laws.

    python benchmarks/first_line.py [COUNTRY | --laws DIR] [--rounds N] [--record]

Ours is parsing and matching of every requirement; the peer is spaCy's blank pipeline with a PhraseMatcher
for the same terms over the same text. Reading files, loading standards and building vocabularies are outside
of both. The best of some rounds counts, so that the peer's caches are warm; ours are kept out, since every
round parses under another name. Printed are the ratio (aim: at most 1), the exponent with which our time
grows with the text (aim: about 1), and what importing the package and asking for help add to Python's own
start (aim: under 0.4 s). Ratios move less from machine to machine than seconds do; nothing is asserted.
"""

import argparse
import json
import math
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher

from atlas_legal.analysis.matrix import find_profile, profile_requirements
from atlas_legal.annotation.concepts import scanner
from atlas_legal.country import load_framework
from atlas_legal.matching import match
from atlas_legal.model.framework import Framework
from atlas_legal.model.law import Law
from atlas_legal.model.standard import Library
from atlas_legal.parsing import parse
from atlas_legal.standards import load_library
from atlas_legal.standards.vocabulary import expand

ROOT = Path(__file__).parent.parent
HISTORY = Path(__file__).parent / "history" / "first_line.jsonl"


def ours(framework: Framework, laws: Sequence[Law], library: Library, mark: str) -> None:
    """Parse the laws again and match every requirement; the mark keeps earlier results out."""
    entries = {entry.file: entry for entry in (framework.register.laws if framework.register else ())}
    parsed = tuple(
        parse(
            replace(law.source, name=f"{mark} {law.file}"), entry=entries.get(law.file), country=law.country
        )
        for law in laws
    )
    match(
        replace(framework, laws=parsed), library, profile_requirements(library, find_profile(library, "core"))
    )


def peers(library: Library, languages: set[str]) -> dict[str, tuple[Language, PhraseMatcher]]:
    """Make spaCy's pipeline and matcher for each language, with every surface form that ours looks for."""
    made = {}
    for language in sorted(languages):
        nlp = spacy.blank(language if language != "th" or find_spec("pythainlp") else "xx")
        nlp.max_length = 100_000_000
        matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for pattern in expand(library.concepts, language):
            forms = {form for part in pattern.parts for form in part}
            matcher.add(pattern.concept, [nlp.make_doc(form) for form in sorted(forms)])
        made[language] = (nlp, matcher)
    return made


def best(rounds: int, work: Callable[[int], object], clock: Callable[[], float] = time.process_time) -> float:
    """Return the least processor time of some rounds, in seconds; ``clock`` may measure another."""
    times = []
    for number in range(rounds):
        start = clock()
        work(number)
        times.append(clock() - start)
    return min(times)


def start_up(arguments: list[str], rounds: int) -> float:
    """Return the seconds of the quickest start of Python with these arguments."""
    command = [sys.executable, *arguments]

    def start(_: int) -> None:
        subprocess.run(command, capture_output=True, check=True)

    return best(rounds, start, time.perf_counter)


def main() -> None:
    """Measure, print and, where asked, record."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("country", nargs="?", default="ARG", help="a country of the reference texts, or XDM")
    parser.add_argument("--laws", type=Path, help="a folder of laws instead")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--record", action="store_true", help="append the ratios to the history")
    given = parser.parse_args()
    shared = ROOT.parent / "shared" / "corpus" / given.country
    folder = given.laws or (shared if given.country != "XDM" else None)
    if folder is not None and not folder.is_dir():
        sys.exit(f"there is no folder {folder.name} with laws; name one with --laws, or measure XDM")

    library = load_library()
    framework = load_framework(country=None if given.laws else given.country, laws=folder)
    matched = [law for law in framework.laws if law.matched]
    peer = peers(library, {law.language for law in matched})
    for language in peer:
        scanner(library.concepts, language)
    ours(framework, matched[:1], library, "first")

    def plain(_: int) -> None:
        for law in matched:
            nlp, matcher = peer[law.language]
            matcher(nlp.make_doc(law.text))

    size = sum(len(law.text) for law in matched)
    own = best(given.rounds, lambda n: ours(framework, matched, library, f"whole {n}"))
    other = best(given.rounds, plain)
    half = matched[::2]
    own_half = best(given.rounds, lambda n: ours(framework, half, library, f"half {n}"))
    exponent = math.log(own / own_half) / math.log(size / sum(len(law.text) for law in half))
    bare = start_up(["-c", "pass"], 7)
    imported = start_up(["-c", "import atlas_legal"], 7) - bare
    helped = start_up(["-m", "atlas_legal", "--help"], 7) - bare
    name = str(given.laws.name) if given.laws else given.country
    print(f"{name}: {len(matched)} laws, {size:,} characters")
    print(f"parsing and matching  {own:7.2f} s")
    print(f"spaCy, same terms     {other:7.2f} s")
    print(f"ratio                 {own / other:7.2f}")
    print(f"exponent              {exponent:7.2f}")
    print(f"import, beyond Python {imported:7.2f} s")
    print(f"--help, beyond Python {helped:7.2f} s")
    if given.record:
        row = {
            "date": f"{date.today()}",
            "texts": name,
            "characters": size,
            "ratio": round(own / other, 2),
            "exponent": round(exponent, 2),
            "import_seconds": round(imported, 2),
            "help_seconds": round(helped, 2),
        }
        HISTORY.parent.mkdir(exist_ok=True)
        with HISTORY.open("a", encoding="utf-8") as history:
            history.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
