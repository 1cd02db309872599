"""Errors for people: what is wrong, where, what was expected, what to do.

Every error that a user can cause derives from :class:`AtlasError`. The command line prints it as one
message on stderr and exits with status 2; a notebook shows the same text.
"""


class AtlasError(Exception):
    """Something that the user can put right.

    Parameters
    ----------
    message : what is wrong, in one sentence.
    place : file, or file with line and column, where it is wrong; empty where there is no place.
    hint : what to do about it, such as the nearest correct name.
    """

    def __init__(self, message: str, *, place: str = "", hint: str = "") -> None:
        self.message = message
        self.place = place
        self.hint = hint
        super().__init__(str(self))

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text}\n  hint: {self.hint}" if self.hint else text


class ReadError(AtlasError):
    """A file that can't be read or decoded."""


class StandardsError(AtlasError):
    """The standards data are invalid."""


class CountryError(AtlasError):
    """Country data, a register or a country code are invalid or unknown."""


class UsageError(AtlasError):
    """A wrong option, date, profile or requirement id."""
