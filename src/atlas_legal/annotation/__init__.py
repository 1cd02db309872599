"""Annotation: text to norms. A linear scan picks the provisions that can matter; only those are read."""

from atlas_legal.annotation.law import LawNorms, Wanted, annotate

__all__ = ["LawNorms", "Wanted", "annotate"]
