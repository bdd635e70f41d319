"""Files and folders as inputs, and standard input."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import EmptyInput, InputError, UnreadableInput
from pipeline.inputs.document import Given, Input, LeftOut, Opened
from pipeline.inputs.kinds import KNOWN, media_type_of, sniffed, unfit
from pipeline.inputs.limits import SIZE_LIMIT, check_size, filled, unopened
from pipeline.inputs.naming import identity, shown


def one(name: str, opening: Callable[[], Input]) -> Opened:
    """An input that is opened, or the error that this gives."""
    try:
        return name, opening()
    except InputError as error:
        return name, error


def regular(path: Path, name: str) -> os.stat_result:
    """The status of a regular file. Raises InputError: missing, a folder, a pipe or device, no permission."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise unopened(name, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableInput(shown(name), "is a folder", "name the folder itself as an input")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableInput(shown(name), "is no regular file", "save it to a file, or pipe it in and name -")
    return status


def read_file(path: Path, source: str, name: str, given: Given | None = None) -> Input:
    """The bytes of one file. Raises InputError: missing, no regular file, no permission, too large, empty."""
    check_size(name, regular(path, name).st_size)
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise unopened(name, error) from error
    return document(path.name, source, name, data, given)


def document(file: str, source: str, name: str, data: bytes, given: Given | None = None) -> Input:
    """The input in a file's bytes; ``file`` is what the file is called. Raises OversizedInput, EmptyInput."""
    check_size(name, len(data))
    return Input(source, filled(name, data), media_type_of(file, data), given=given or Given())


def read_standard_input(stdin: BinaryIO | None) -> Input:
    """What is piped in, identified by its bytes. Raises EmptyInput, OversizedInput."""
    if stdin is None:
        raise EmptyInput("standard input", "there is none", "pipe a text into the command")
    data = stdin.read(SIZE_LIMIT + 1)
    check_size("standard input", len(data))
    source = "stdin:" + hashlib.sha256(filled("standard input", data)).hexdigest()
    return Input(source, data, sniffed(data))


def open_folder(folder: Path, name: str) -> Iterator[Opened]:
    """The files below a folder in the order of their POSIX paths; links to folders are not followed."""
    found: list[tuple[str, str]] = []
    errors: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = [each for each in folders if not each.startswith(".")]
        links = [each for each in folders if Path(parent, each).is_symlink()]
        for each in (*files, *links):
            if not each.startswith("."):
                path = Path(parent, each)
                found.append((identity(path.relative_to(folder)), str(path)))
    for error in errors:
        where = str(error.filename or name)
        yield where, unopened(where, error)
    taken = 0
    for source, file in sorted(found):
        if reason := _unfit(Path(file)):
            yield file, LeftOut(shown(source), reason)
            continue
        taken += 1
        yield one(file, partial(read_file, Path(file), source, file))
    if not taken and not errors:
        problem = f"no file in this folder that can be read ({KNOWN})"
        yield name, EmptyInput(shown(name), problem, "name the folder that has them")


def _unfit(path: Path) -> str | None:
    """Why a file of a folder is left out; None when it is to be read."""
    if path.is_dir():
        return "a link to a folder is not followed; name that folder itself"
    return unfit(path.name)
