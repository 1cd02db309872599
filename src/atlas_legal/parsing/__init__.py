"""Parsing: source text becomes a law with its tree of provisions. Nothing is lost and nothing is altered."""

from atlas_legal.parsing.law import parse, parse_text
from atlas_legal.parsing.relations import relate

__all__ = ["parse", "parse_text", "relate"]
