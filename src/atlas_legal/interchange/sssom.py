"""The relations between requirements as a mapping set: SSSOM/TSV (https://mapping-commons.github.io/sssom)."""

import csv
import io
from collections.abc import Collection
from typing import Final

from atlas_legal.analysis.matrix import software_version
from atlas_legal.interchange.names import NAMESPACE
from atlas_legal.model.standard import Library
from atlas_legal.reports.csv import cell

PREDICATES: Final = {
    "equivalent": "skos:exactMatch",
    "narrower": "skos:narrowMatch",
    "supports": "skos:relatedMatch",
}
"""What a relation's kind is in SKOS; another kind is a predicate of our own."""

_PREFIXES: Final = {
    "atlas": f"{NAMESPACE}:",
    "instrument": f"{NAMESPACE}:instrument:",
    "requirement": f"{NAMESPACE}:requirement:",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_COLUMNS: Final = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_label",
    "object_id",
    "object_label",
    "mapping_justification",
    "subject_source",
    "object_source",
)


def predicate(kind: str) -> str:
    """Return the CURIE of a kind of relation."""
    return PREDICATES.get(kind, f"atlas:{kind}")


def standards_sssom(library: Library, chosen: Collection[str]) -> str:
    """Return the relations that the chosen requirements state, as SSSOM/TSV with its metadata in front.

    The lines stand in the library's order; a relation that both sides state is there twice.
    """
    out = io.StringIO()
    for key, value in (
        ("mapping_set_id", f"{NAMESPACE}:relations"),
        ("mapping_set_title", "Relations between requirements of international instruments"),
        ("mapping_set_version", f"{software_version()}+{library.sha256[:12]}"),
        ("license", "https://spdx.org/licenses/Apache-2.0"),
    ):
        out.write(f'#{key}: "{value}"\n')
    out.write("#curie_map:\n")
    for prefix, expansion in _PREFIXES.items():
        out.write(f'#  {prefix}: "{expansion}"\n')
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(_COLUMNS)
    home = {r.id: i.instrument.id for i in library.instruments for r in i.requirements}
    titles = {r.id: r.title.en for r in library.requirements()}
    for requirement in library.requirements():
        if requirement.id not in chosen:
            continue
        for relation in requirement.related:
            for kind, other in relation.model_dump(exclude_none=True).items():
                row = (
                    f"requirement:{requirement.id}",
                    requirement.title.en,
                    predicate(kind),
                    kind,
                    f"requirement:{other}",
                    titles.get(other, ""),
                    "semapv:ManualMappingCuration",
                    f"instrument:{home[requirement.id]}",
                    f"instrument:{home[other]}" if other in home else "",
                )
                writer.writerow(map(cell, row))
    return out.getvalue()
