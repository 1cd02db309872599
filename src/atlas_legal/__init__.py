"""Legal framework gap analysis on child labour, forced labour and human trafficking.

The names below are the whole public interface; they are loaded when first used, so that importing the
package stays quick.

=================  ==========================================================================================
``load_framework``  a country's laws, register and ratifications
``load_country``    what ships about a country
``load_library``    the standards: instruments, concepts, profiles
``build_matrix``    the gap matrix of a framework against a profile
``match``           findings for chosen requirements
``read``            a file as source text
``parse``           source text as a law with its tree of provisions
``parse_text``      the same from a string
``validate``        problems in standards files
``evaluate``        figures against labelled cases
``AtlasError``      the base of every error that a user can put right
``Matrix``, ``Finding``, ``Evidence``, ``Framework``, ``Law``  the values these functions give
=================  ==========================================================================================
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atlas_legal.analysis.evaluation import evaluate
    from atlas_legal.analysis.matrix import build_matrix
    from atlas_legal.country import load_country, load_framework
    from atlas_legal.matching import match
    from atlas_legal.model.errors import AtlasError
    from atlas_legal.model.finding import Evidence, Finding, Matrix
    from atlas_legal.model.framework import Framework
    from atlas_legal.model.law import Law
    from atlas_legal.parsing import parse, parse_text
    from atlas_legal.readers import read
    from atlas_legal.standards import load_library, validate

_HOME = {
    "load_framework": "atlas_legal.country",
    "load_country": "atlas_legal.country",
    "load_library": "atlas_legal.standards",
    "build_matrix": "atlas_legal.analysis.matrix",
    "match": "atlas_legal.matching",
    "read": "atlas_legal.readers",
    "parse": "atlas_legal.parsing",
    "parse_text": "atlas_legal.parsing",
    "validate": "atlas_legal.standards",
    "evaluate": "atlas_legal.analysis.evaluation",
    "AtlasError": "atlas_legal.model.errors",
    "Matrix": "atlas_legal.model.finding",
    "Finding": "atlas_legal.model.finding",
    "Evidence": "atlas_legal.model.finding",
    "Framework": "atlas_legal.model.framework",
    "Law": "atlas_legal.model.law",
}

__all__ = [
    "AtlasError",
    "Evidence",
    "Finding",
    "Framework",
    "Law",
    "Matrix",
    "build_matrix",
    "evaluate",
    "load_country",
    "load_framework",
    "load_library",
    "match",
    "parse",
    "parse_text",
    "read",
    "validate",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'atlas_legal' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, for completion in a notebook."""
    return sorted({*globals(), *__all__})
