"""English: the phrases stand for themselves; here are better words for some names."""

from typing import Final

PHRASES: Final[dict[str, str]] = {
    "not applicable": "n/a",
    "cross cutting": "cross-cutting",
    "severity low": "low severity",
    "severity medium": "medium severity",
    "severity high": "high severity",
    "severity critical": "critical",
    "minimum age work": "minimum age for work",
    "minimum age hazardous work": "minimum age for hazardous work",
    "minimum age light work": "minimum age for light work",
    "minimum age conscription": "minimum age for conscription",
    "minimum age enlistment": "minimum age for enlistment",
    "age of child": "age up to which a person is a child",
    "age of child trafficking victim": "age up to which a victim of trafficking is a child",
    "protected age armed groups": "age protected from armed groups",
}
