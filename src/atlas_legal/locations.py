"""Where the shipped data are: inside the wheel, or beside ``src/`` in a checkout."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: Literal["standards", "country_laws"]) -> Path:
    """Return the folder of shipped data of this name.

    A wheel carries both in ``atlas_legal/_data``; a checkout (also an editable install of it) has them at
    its root, so the files being edited are the ones that are read.

    Raises
    ------
    FileNotFoundError : the installation lacks its data: it is broken, not misused.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parent.parent):
        if (root / "standards").is_dir() and (root / "country_laws").is_dir():
            return root / name
    raise FileNotFoundError(f"atlas-legal's data folder {name!r} is missing; install the package again")
