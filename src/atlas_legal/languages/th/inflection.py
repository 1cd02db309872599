"""Thai does not inflect: every term has one form."""


def nominal(word: str) -> tuple[str, ...]:
    """The word itself."""
    return (word,)


def verbal(word: str) -> tuple[str, ...]:
    """The word itself."""
    return (word,)


def phrase(words: str) -> tuple[str, ...]:
    """The phrase itself."""
    return (words,)
