"""What the user names on the command line, opened one by one: files, folders, URLs, standard input, manifests."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import EmptyInput, InputError, MissingInput, OversizedInput, UnreadableInput

SIZE_LIMIT = 20 * 1024 * 1024
"""How many bytes one input may have."""
PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OLD_OFFICE = "application/x-ole-storage"
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": PDF,
    ".docx": WORD,
    ".xlsx": WORKBOOK,
}
KNOWN = ", ".join(MEDIA_TYPES)
OLD_ENDINGS = {
    ".doc": "an old Word file is not read; save it as .docx",
    ".xls": "an old Excel file is not read; save it as .xlsx",
}
MANIFESTS = (".csv", ".jsonl")
ARCHIVES = (".warc", ".warc.gz")


@dataclass(frozen=True, slots=True)
class Given:
    """What a manifest says of one input; it outranks what the page says of itself."""

    source_url: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    title: str | None = None
    announced_by: str | None = None
    """The page that an attachment hangs on."""


@dataclass(frozen=True, slots=True)
class Input:
    """One document's bytes as they came. ``source`` is its identity (see RECORDS: Document.id)."""

    source: str
    data: bytes
    media_type: str
    charset: str | None = None
    retrieved_at: str | None = None
    given: Given = Given()


@dataclass(frozen=True, slots=True)
class Versions:
    """Several captures of one document, newest first; the first that can be read is the document."""

    source: str
    openings: tuple[Callable[[], Input], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something not read: a file of a folder, or a block of a page; why, and how it begins (at most 80 characters)."""

    path: str
    reason: str
    excerpt: str = ""


def open_inputs(
    arguments: Sequence[str], *, stdin: BinaryIO | None = None
) -> Iterator[Input | Versions | InputError | LeftOut]:
    """Every input that the arguments name, in their order; in a folder by POSIX path.

    An argument is a file, a folder, an ``http(s)`` URL, ``-`` (``stdin``), a manifest (``.csv``, ``.jsonl``) or a WARC
    archive (``.warc``, ``.warc.gz``); the documents of all archives come together, by their addresses, at the end.
    What cannot be opened is yielded as an InputError, not raised, so that the others are still done; files of a
    folder that are of no readable kind are yielded as LeftOut. Two inputs with one identity: the second is an error.
    """
    names: dict[str, str] = {}
    archives = [each for each in arguments if each.lower().endswith(ARCHIVES) and "://" not in each]
    others = [_argument(each, stdin) for each in arguments if each not in archives]
    for opening in (*others, _archives(archives)):
        for name, opened in opening:
            if isinstance(opened, Input | Versions) and opened.source in names:
                yield InputError(
                    shown(name),
                    f"has the identity {shown(opened.source)!r}, which {shown(names[opened.source])} has already",
                    "rename one of them, or name a folder that holds both",
                )
                continue
            if isinstance(opened, Input | Versions):
                names[opened.source] = name
            yield opened


def shown(name: str) -> str:
    """A name as one printable line: control characters and undecodable bytes are escaped.

    >>> shown("two\\nlines.txt")
    'two\\\\nlines.txt'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in name)


def identity(path: str | os.PathLike[str]) -> str:
    """A relative path as POSIX text that any file can hold: bytes that are no UTF-8 are escaped.

    >>> identity(os.fsdecode(b"caf\\xe9.txt"))
    'caf\\\\xe9.txt'
    """
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace")


def read_file(path: Path, source: str, name: str, given: Given | None = None) -> Input:
    """The bytes of one file. Raises InputError: missing, no regular file, no permission, too large, empty."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableInput(shown(name), "is a folder", "name the folder itself as an input")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableInput(shown(name), "is no regular file", "save it to a file, or pipe it in and name -")
        check_size(name, status.st_size)
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise unopened(name, error) from error
    check_size(name, len(data))
    media_type = attached(data) or MEDIA_TYPES.get(path.suffix.lower()) or sniffed(data)
    return Input(source, filled(name, data), media_type, given=given or Given())


def sniffed(data: bytes) -> str:
    """The media type that the bytes show: a PDF, an Office file, HTML when they open a page, else plain text.

    >>> sniffed(b"\\xef\\xbb\\xbf <!DOCTYPE html><p>")
    'text/html'
    """
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    page = start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
    return attached(data) or ("text/html" if page else "text/plain")


def attached(data: bytes) -> str | None:
    """The media type of a PDF or an Office file, told by its bytes whatever its name; None for anything else.

    >>> attached(b"%PDF-1.7")
    'application/pdf'
    """
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return OLD_OFFICE
    if data.startswith(b"PK\x03\x04"):
        return WORD if b"word/document" in data else WORKBOOK if b"xl/workbook" in data else None
    return None


def check_size(name: str, size: int) -> None:
    """Raises OversizedInput when there are more bytes than SIZE_LIMIT."""
    if size > SIZE_LIMIT:
        limit = SIZE_LIMIT // 1024 // 1024
        raise OversizedInput(shown(name), f"has more than {limit} MB", "split it into one file a document")


def filled(name: str, data: bytes) -> bytes:
    """The data. Raises EmptyInput when there is nothing but white space."""
    if not data.strip():
        raise EmptyInput(shown(name), "is empty", "check that it was saved or downloaded completely")
    return data


def unopened(name: str, error: OSError | ValueError) -> InputError:
    """The clear error for what the operating system said."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingInput(shown(name), "no such file or folder", "check the spelling and the folder you are in")
    if isinstance(error, PermissionError):
        return UnreadableInput(shown(name), "no permission to read it", "change its permissions, or copy it")
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return UnreadableInput(shown(name), "is a link that leads back to itself", "name the file it should lead to")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableInput(shown(name), f"cannot be opened ({reason})", "check the name and the disk")


Opened = tuple[str, Input | Versions | InputError | LeftOut]
"""The name that the user knows it by, and what came of it."""


def _argument(argument: str, stdin: BinaryIO | None) -> Iterator[Opened]:
    if argument == "-":
        yield _one("standard input", partial(_standard_input, stdin))
    elif argument.lower().startswith(("http://", "https://")):
        yield _one(argument, partial(fetched, argument))
    elif "://" in argument and not Path(argument).exists():
        problem, remedy = "is no http or https address", "use an address that starts with http:// or https://"
        yield argument, UnreadableInput(shown(argument), problem, remedy)
    elif _is_folder(argument):
        yield from _folder(Path(argument), argument)
    elif argument.lower().endswith(MANIFESTS):
        yield from _manifest(Path(argument), argument)
    else:
        path = Path(argument)
        yield _one(argument, partial(read_file, path, identity(path.name), argument))


def _one(name: str, opening: Callable[[], Input]) -> Opened:
    try:
        return name, opening()
    except InputError as error:
        return name, error


def _is_folder(argument: str) -> bool:
    try:
        return Path(argument).is_dir()
    except (OSError, ValueError):
        return False


def _standard_input(stdin: BinaryIO | None) -> Input:
    if stdin is None:
        raise EmptyInput("standard input", "there is none", "pipe a text into the command")
    data = stdin.read(SIZE_LIMIT + 1)
    check_size("standard input", len(data))
    source = "stdin:" + hashlib.sha256(filled("standard input", data)).hexdigest()
    return Input(source, data, sniffed(data))


def fetched(url: str, given: Given | None = None) -> Input:
    """The page behind a URL. Raises FetchError, ForbiddenAddress, OversizedInput, EmptyInput."""
    from pipeline.fetch import fetch_page

    page = fetch_page(url)
    return replace(page, data=filled(url, page.data), given=given or Given())


def _folder(folder: Path, name: str) -> Iterator[Opened]:
    """The files below a folder in the order of their POSIX paths; links to folders are not followed."""
    found: list[tuple[str, Path]] = []
    errors: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = [each for each in folders if not each.startswith(".")]
        links = [each for each in folders if Path(parent, each).is_symlink()]
        for each in (*files, *links):
            if not each.startswith("."):
                path = Path(parent, each)
                found.append((identity(path.relative_to(folder)), path))
    for error in errors:
        where = str(error.filename or name)
        yield where, unopened(where, error)
    taken = 0
    for source, path in sorted(found):
        if reason := _unfit(path):
            yield str(path), LeftOut(shown(source), reason)
            continue
        taken += 1
        yield _one(str(path), partial(read_file, path, source, str(path)))
    if not taken and not errors:
        yield (
            name,
            EmptyInput(
                shown(name), f"no file in this folder that can be read ({KNOWN})", "name the folder that has them"
            ),
        )


def _unfit(path: Path) -> str | None:
    """Why a file of a folder is left out; None when it is to be read."""
    if path.is_dir():
        return "a link to a folder is not followed; name that folder itself"
    if path.suffix.lower() in MANIFESTS:
        return "a manifest is read only when it is named itself"
    if path.name.lower().endswith(ARCHIVES):
        return "an archive is read only when it is named itself"
    if path.suffix.lower() not in MEDIA_TYPES:
        kind = f"files of kind {shown(path.suffix) or 'unknown'} are not read; known are {KNOWN}"
        return OLD_ENDINGS.get(path.suffix.lower(), kind)
    return None


def _archives(paths: Sequence[str]) -> Iterator[Opened]:
    """The documents in WARC archives; nothing of it is imported when there is none."""
    if paths:
        from pipeline.archived import open_archives

        yield from open_archives([Path(path) for path in paths])


def _manifest(path: Path, name: str) -> Iterator[Opened]:
    from pipeline.manifest import open_manifest

    yield from open_manifest(path, name)
