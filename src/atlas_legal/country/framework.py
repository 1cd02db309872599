"""Loading a legal framework: which laws there are, which are missing, and what is known of the country."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from atlas_legal.country.checked import place_of
from atlas_legal.country.data import CountryData, is_code, load_country
from atlas_legal.country.register import FILE_NAME, LoadedRegister, read_register
from atlas_legal.model.country import MissingLaw, Register, RegisterEntry
from atlas_legal.model.errors import AtlasError, CountryError, ReadError, UsageError
from atlas_legal.model.finding import Skipped
from atlas_legal.model.framework import Framework
from atlas_legal.model.law import Law

DEMO = "XDM"
"""The country that is read where neither a country nor laws are given."""

READABLE = frozenset({".md", ".txt"})
DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".xml", ".akn"})
"""Kinds of files that are likely laws and have no reader yet: they are listed, not passed over in silence."""

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")

_DATE_LIKE = re.compile(r"([12][0-9]{3})(?:[-/. ]?(0?[1-9]|1[0-2])(?:[-/. ]?(0?[1-9]|1[0-9]|2[0-8]))?)?")
"""What may be meant as a date that begins with its year; days to the 28th, which every month has."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A file to read: its path, its name in the output, and what the register says of it.

    ``problem`` says why it must not be read, where that is known before trying.
    """

    path: Path
    name: str
    entry: RegisterEntry | None
    place: str
    problem: str = ""


def load_framework(
    *,
    country: str | None = None,
    laws: Path | str | None = None,
    skip_unreadable: bool = False,
    as_of: str | None = None,
    complete: bool | None = None,
) -> Framework:
    """Load a country's laws with its register and ratifications.

    Parameters
    ----------
    country : code or name; None takes the register's, or the demo country where no laws are given either.
    laws : a folder (its ``register.yaml`` says what to read, else every .md and .txt file below it) or one
        file; None reads the texts that ship with the country.
    skip_unreadable : list a file that cannot be read among ``skipped`` instead of stopping.
    as_of : ISO date; laws dated later are left out. A law dated by its year alone counts from 1 January.
    complete : whether silence of these laws is silence of the law; None asks the register.

    Raises
    ------
    CountryError : unknown country, invalid register or country data, or no texts to read.
    ReadError : a file or folder that is not there or cannot be read.
    UsageError : ``as_of`` is not a date, or every law is dated after it.
    """
    day = check_date(as_of) if as_of is not None else None
    notes: list[str] = []
    if laws is None:
        data: CountryData | None = load_country(country or DEMO)
        assert data is not None
        loaded, texts, kept_out = _shipped_texts(data)
    else:
        given = load_country(country) if country else None
        loaded, texts, kept_out = _given_texts(Path(laws))
        stated = _stated_country(loaded) if loaded else None
        data = given or stated
        if given and stated and given.code != stated.code:
            notes.append(f"The register says {stated.code}; the laws were read as {given.code}'s.")
    read, skipped = _read(texts, data.code if data else "", skip_unreadable)
    data = data or _country_of(read)
    skipped = (*skipped, *kept_out)
    if day is not None:
        later = [law for law in read if _first_day(law.date) > day]
        read = tuple(law for law in read if law not in later)
        if not read:
            earliest = min(_first_day(law.date) for law in later)
            raise UsageError(
                f"every law that was read is dated after {day}", hint=f"the first is of {earliest}"
            )
        notes += [f"Left out: {law.short or law.title} is dated {law.date}, after {day}." for law in later]
        undated = sum(1 for law in read if not _first_day(law.date))
        if undated:
            notes.append(
                f"{undated} {'law has' if undated == 1 else 'laws have'} no date and "
                f"{'was' if undated == 1 else 'were'} taken to be older than {day}."
            )
    register = _with_unfiled(loaded.register) if loaded else None
    if complete is None:
        complete = bool(loaded and loaded.nothing_missing and not register.gaps) if register else False
        complete = complete and not skipped
    return Framework(
        code=data.code if data else "",
        country=data.country if data else None,
        laws=read,
        register=register,
        ratifications=data.ratifications if data else {},
        skipped=skipped,
        complete=complete,
        as_of=day,
        notes=tuple(notes),
    )


def check_date(text: str) -> str:
    """Return an ISO date (YYYY-MM-DD) unchanged.

    Raises
    ------
    UsageError : it is no date.
    """
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError
        date.fromisoformat(text)
    except ValueError:
        meant = _DATE_LIKE.fullmatch(text.strip())
        example = f"{meant[1]}-{meant[2] or 1:0>2}-{meant[3] or 1:0>2}" if meant else "2020-12-31"
        raise UsageError(
            f'"{text}" is not a date', hint=f"write it as YYYY-MM-DD, for example {example}"
        ) from None
    return text


def entry_beside(path: Path) -> RegisterEntry | None:
    """Return what the register in the file's own folder says of it, or None.

    Raises
    ------
    CountryError : there is a register and it is invalid.
    """
    register = path.parent / FILE_NAME
    if not register.is_file():
        return None
    entries = read_register(register).register.laws
    return next((entry for entry in entries if entry.file == path.name), None)


def _stated_country(loaded: LoadedRegister) -> CountryData | None:
    """Return the data of the country that a register names at its head or, all alike, at its laws."""
    word, place = loaded.register.country, place_of(loaded.document, ("country",))
    of_laws = {entry.country for entry in loaded.register.laws if entry.country}
    if not word and len(of_laws) == 1:
        word, place = of_laws.pop(), loaded.place(0, "country")
    if not word:
        return None
    try:
        return load_country(word)
    except CountryError as problem:
        raise CountryError(problem.message, place=place, hint=problem.hint) from problem


def _country_of(laws: tuple[Law, ...]) -> CountryData | None:
    """Return the data of the one country that the laws themselves name by its code, in their front matter."""
    codes = {law.country.upper() for law in laws if law.country}
    code = codes.pop() if len(codes) == 1 else ""
    return load_country(code) if is_code(code) else None


def _shipped_texts(data: CountryData) -> tuple[LoadedRegister | None, list[_Text], tuple[Skipped, ...]]:
    """Return the texts that ship with a country."""
    if data.laws_folder is None:
        raise CountryError(
            f"the texts of {data.name}'s laws do not ship with atlas-legal",
            hint=f"give them: --laws DIR --country {data.code}",
        )
    if data.register is None:
        texts, kept_out = _walk(data.laws_folder)
        return None, texts, kept_out
    register_folder = Path(data.register.document.file).parent
    return data.register, _listed(data.register, register_folder, data.laws_folder), ()


def _given_texts(root: Path) -> tuple[LoadedRegister | None, list[_Text], tuple[Skipped, ...]]:
    """Return the texts of the folder or the one file that the user gave."""
    if root.is_file():
        return None, [_Text(root, root.name, entry_beside(root), str(root))], ()
    if not root.is_dir():
        raise ReadError("there is no such file or folder", place=str(root), hint=_sibling(root))
    if (root / FILE_NAME).is_file():
        loaded = read_register(root / FILE_NAME)
        texts = _listed(loaded, root, root)
        if not texts:
            raise ReadError("the register lists no law with a file", place=str(root / FILE_NAME))
        return loaded, texts, ()
    texts, kept_out = _walk(root)
    if not texts:
        raise ReadError(
            "the folder holds no readable law",
            place=str(root),
            hint=f"laws are read from {' and '.join(sorted(READABLE))} files",
        )
    return None, texts, kept_out


def _sibling(path: Path) -> str:
    """Return a hint with the nearest name in the folder where the path should be."""
    from atlas_legal.nearest import nearest

    if not path.parent.is_dir():
        return f"{path.parent} is not there either"
    name = nearest(path.name, (entry.name for entry in path.parent.iterdir() if entry.name != path.name))
    return f'did you mean "{path.parent / name}"?' if name else ""


def _listed(loaded: LoadedRegister, *folders: Path) -> list[_Text]:
    """Return the files that a register lists; each must be inside one of the folders."""
    texts = []
    for index, entry in enumerate(loaded.register.laws):
        if not entry.file:
            continue
        place = loaded.place(index, "file")
        path = next((f / entry.file for f in folders if (f / entry.file).is_file()), folders[-1] / entry.file)
        if not any(_inside(path, folder) for folder in folders):
            raise CountryError(
                f'the file "{entry.file}" lies outside the register\'s folder',
                place=place,
                hint="give the file's name relative to that folder",
            )
        texts.append(_Text(path, entry.file, entry, place))
    return texts


def _inside(path: Path, folder: Path) -> bool:
    """Whether the path, links followed, is below the folder."""
    return path.resolve().is_relative_to(folder.resolve())


def _walk(root: Path) -> tuple[list[_Text], tuple[Skipped, ...]]:
    """Return every readable file below the folder, sorted by name, and what is left out and why.

    Raises
    ------
    ReadError : a folder below it cannot be read.
    """
    texts, kept_out = [], []
    for path in sorted(_entries(root), key=lambda p: p.relative_to(root).parts):
        name = path.relative_to(root).as_posix()
        suffix = path.suffix.lower()
        if path.is_dir():
            kept_out.append(Skipped(file=name, why="a link to a folder is not followed"))
        elif suffix in READABLE:
            problem = "" if _inside(path, root) else "is a link that leads outside the folder"
            texts.append(_Text(path, name, None, str(path), problem))
        elif suffix in DOCUMENTS:
            kept_out.append(Skipped(file=name, why=f"{suffix} files are not read yet"))
    return texts, tuple(kept_out)


def _entries(root: Path) -> Iterator[Path]:
    """Yield the files below a folder and the links to folders; hidden ones are left alone."""

    def stop(problem: OSError) -> None:
        raise ReadError(f"the folder cannot be read ({problem.strerror})", place=str(problem.filename))

    for folder, folders, files in os.walk(root, onerror=stop):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = (name for name in folders if (Path(folder) / name).is_symlink())
        yield from (Path(folder) / name for name in (*links, *files) if not name.startswith("."))


def _read(texts: list[_Text], code: str, skip: bool) -> tuple[tuple[Law, ...], tuple[Skipped, ...]]:
    """Read and parse the files; the first one that cannot be read stops, or is noted where ``skip``."""
    from atlas_legal import parsing, readers

    read: list[Law] = []
    skipped: list[Skipped] = []
    ids: set[str] = set()
    for text in texts:
        try:
            if text.problem:
                raise ReadError(text.problem, place=text.place)
            if not text.path.exists():
                what = "leads nowhere" if text.path.is_symlink() else "is not there"
                raise ReadError(f'the file "{text.name}" {what}', place=text.place, hint=_sibling(text.path))
            if not text.path.is_file():
                raise ReadError(f'"{text.name}" is no ordinary file', place=text.place)
            source = readers.read(text.path, name=text.name)
            law = parsing.parse(source, entry=text.entry, country=code)
        except AtlasError as problem:
            if not skip:
                go_on = "--skip-unreadable goes on without it" if len(texts) > 1 else ""
                raise ReadError(
                    problem.message,
                    place=problem.place or str(text.path),
                    hint="; ".join(filter(None, (problem.hint, go_on))),
                ) from problem
            skipped.append(Skipped(file=text.name, why=problem.message))
            continue
        law_id, number = law.id, 1
        while law_id in ids:
            number += 1
            law_id = f"{law.id}-{number}"
        ids.add(law_id)
        read.append(law if law_id == law.id else replace(law, id=law_id))
    if not read:
        raise ReadError(
            "no law could be read",
            place=skipped[0].file if skipped else "",
            hint=skipped[0].why if skipped else "",
        )
    return tuple(read), tuple(skipped)


def _first_day(text: str) -> str:
    """Return the earliest ISO day that a date, month or year can mean; empty where it is none of them."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return ""
    year, month, day = found.groups()
    return f"{year}-{month or '01'}-{day or '01'}"


def _with_unfiled(register: Register) -> Register:
    """Return the register with its laws that have no file counted among the missing ones."""
    missing = tuple(
        MissingLaw(
            title=entry.title or entry.short or entry.number or entry.id or "a law without a title",
            short=entry.short,
            number=entry.number,
            date=entry.date,
            status=entry.status,
            topics=entry.topics,
            why="listed without a text",
        )
        for entry in register.laws
        if not entry.file
    )
    return register.model_copy(update={"gaps": (*register.gaps, *missing)}) if missing else register
