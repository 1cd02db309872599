"""Standards: the library of instruments, concepts and profiles, loaded and checked."""

from atlas_legal.model.validation import Problem
from atlas_legal.standards.library import load_library
from atlas_legal.standards.validation import validate

__all__ = ["Problem", "load_library", "validate"]
