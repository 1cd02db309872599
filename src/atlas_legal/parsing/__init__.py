"""Parsing: source text becomes a law with its tree of provisions. Nothing is lost and nothing is altered."""

from atlas_legal.parsing.law import parse, parse_text

__all__ = ["parse", "parse_text"]
