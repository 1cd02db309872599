"""Record what the evaluation reaches now, and raise the floors that continuous integration holds.

    python benchmarks/accuracy/record.py            # write today's run, raise floors that were bettered
    python benchmarks/accuracy/record.py --lower    # take every floor from this run, also where it is worse

Run it on an up-to-date main and commit what it writes with the change that moved the figures; a floor that
falls needs its reason in the commit message. Only numbers are written, no text of any law.
"""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from atlas_legal.analysis.evaluation import evaluate
from atlas_legal.analysis.evaluation.recorded import tightened, values

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FLOORS = HERE / "floors.yaml"

SETS: dict[str, tuple[list[Path], Path]] = {
    "XDM": ([ROOT / "country_laws/XDM/answers.yaml"], ROOT / "country_laws/XDM/laws"),
    "gold": (sorted((ROOT.parent / "shared/gold").glob("*.yaml")), ROOT.parent / "shared/corpus"),
}
"""Gold files and the folder of their laws: the fictional country, and the reference countries together."""

HEAD = """\
# What the evaluation has reached; a test fails where a figure gets worse: false_met, review_share,
# ablated_false_met and distractors_met where they grow, the others where they fall. null: there was no case.
# Written by `python benchmarks/accuracy/record.py`, which raises floors; `--lower` lets them fall.
"""


def main() -> None:
    """Evaluate each set that is here and write its run and floors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lower", action="store_true", help="let floors fall to this run")
    lower = parser.parse_args().lower
    floors: dict[str, Any] = yaml.safe_load(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    run: dict[str, Any] = {}
    for name, (gold, laws) in SETS.items():
        if not gold or not all(path.is_file() for path in gold):
            print(f"{name}: not here, its floors stay as they are")
            continue
        run[name] = values(evaluate(gold, laws))
        floors[name] = tightened(run[name], {} if lower else floors.get(name, {}))
        print(f"{name}: {', '.join(f'{figure} {value}' for figure, value in run[name]['all'].items())}")
    FLOORS.write_text(HEAD + yaml.safe_dump(floors, sort_keys=False, default_flow_style=False), "utf-8")
    text = json.dumps({"schema": "atlas-legal/accuracy/1", "date": f"{date.today()}", **run}, indent=1)
    (HERE / f"{date.today()}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
