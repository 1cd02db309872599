"""The coverage ledger: every article of an instrument is encoded, planned, or excluded with a reason."""

import re
from collections.abc import Iterator

from atlas_legal.model.standard import Instrument
from atlas_legal.model.validation import Problem
from atlas_legal.nearest import did_you_mean
from atlas_legal.standards.documents import Document
from atlas_legal.standards.names import Names

_ARTICLES = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?(?![0-9])")
"""An article, or a range of articles, at the beginning of a ledger's key: "7(4)", "10-18"."""


def check_ledger(document: Document, names: Names) -> Iterator[Problem]:
    """Yield a problem for each hole, empty entry, unknown requirement, and requirement without an entry.

    An entry may name another instrument's requirement, where both ask for the same.
    """
    model = document.model
    if not isinstance(model, Instrument):
        return
    encoded: set[str] = set()
    covered: set[int] = set()
    for article, entry in model.articles.items():
        covered.update(_articles(article))
        if not (entry.encoded or entry.excluded.strip() or entry.planned.strip()):
            yield document.problem(
                "ledger-empty",
                f'article "{article}" is neither encoded nor planned nor excluded',
                ("articles", article),
                key=True,
                hint="give the requirements, the plan or the reason",
            )
        for number, name in enumerate(entry.encoded):
            encoded.add(name)
            if name not in names.requirements:
                yield document.problem(
                    "ledger-unknown-requirement",
                    f'the ledger names an unknown requirement "{name}"',
                    ("articles", article, "encoded", number),
                    hint=did_you_mean(name, names.requirements, what="requirements"),
                )
    missing = [str(n) for n in range(1, max(covered, default=0) + 1) if n not in covered]
    if missing or not covered:
        what = f"article {', '.join(missing)}" if missing else "every article"
        yield document.problem(
            "ledger-hole",
            f"the ledger passes over {what}",
            ("articles",),
            key=True,
            hint="say what became of each article",
        )
    for number, requirement in enumerate(model.requirements):
        if requirement.id not in encoded:
            yield document.problem(
                "not-in-ledger",
                f"no article of the ledger is encoded by {requirement.id}",
                ("requirements", number, "id"),
                hint="name it under articles",
            )


def _articles(key: str) -> range:
    """Return the numbers of the articles that a key of the ledger covers."""
    found = _ARTICLES.match(key)
    if found is None:
        return range(0)
    first = int(found[1])
    return range(first, int(found[2] or first) + 1)
