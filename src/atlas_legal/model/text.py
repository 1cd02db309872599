"""Source text: what a reader makes of a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded file. All offsets in the software are Unicode code points in ``text``.

    ``text`` is the whole file, front matter included, exactly as decoded (no newline translation; a byte
    order mark is not part of it). ``body_start`` is where the front matter ends, 0 where there is none.
    """

    text: str
    name: str
    media_type: str
    encoding: str
    sha256: str
    body_start: int = 0
    front_matter: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    """What the reader had to say: an encoding that is not UTF-8, control characters in front matter."""
