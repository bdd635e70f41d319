"""``run.json`` as a file: a head, and lists as long as the input, of which one entry is held at a time.

It is JSON as any other. An entry of a list is written on a line of its own, and read so; a file that another program
wrote anew is brought into that form first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, TypeVar

from pydantic import BaseModel, ValidationError

from pipeline.errors import SealError
from pipeline.store.disk import whole
from pipeline.store.seal import Failure, LeftOutBlocks, LeftOutInput, Seal, SealedInput, Totals

LISTS: Mapping[str, type[BaseModel]] = {
    "inputs": SealedInput,
    "failures": Failure,
    "left_out": LeftOutInput,
    "blocks_left_out": LeftOutBlocks,
}
END = b" ]\n}\n"
E = TypeVar("E", bound=BaseModel)


class Sealed:
    """An open ``run.json``: its ``seal``, and its lists as they are asked for. ``sealed`` opens one."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self.path = path
        self.file = file
        self.seal = Seal.model_validate_json(b"".join(self._head()) + b"}")

    def inputs(self) -> Iterator[SealedInput]:
        """The inputs that became documents, in the order of these."""
        return self._entries("inputs", SealedInput)

    def failures(self) -> Iterator[Failure]:
        """The inputs that failed."""
        return self._entries("failures", Failure)

    def left_out(self) -> Iterator[LeftOutInput]:
        """The inputs that were passed over."""
        return self._entries("left_out", LeftOutInput)

    def blocks_left_out(self) -> Iterator[LeftOutBlocks]:
        """What was left out of documents, in the order of these; documents of which nothing was are not named."""
        return self._entries("blocks_left_out", LeftOutBlocks)

    def _head(self) -> Iterator[bytes]:
        """The lines before the first list, without their last comma. Raises ValueError for another form."""
        end = self.file.seek(0, SEEK_END)
        self.file.seek(max(0, end - len(END)))
        if self.file.read() != END:
            raise ValueError("not whole")
        self.file.seek(0)
        former = b""
        for line in self.file:
            if line == opening(next(iter(LISTS))):
                yield former.removesuffix(b",\n")
                return
            yield former
            former = line
        raise ValueError("no lists")

    def _entries(self, name: str, kind: type[E]) -> Iterator[E]:
        self.file.seek(0)
        while (line := self.file.readline()) != opening(name):
            if not line:
                raise unreadable(self.path)
        place = self.file.tell()
        while True:
            self.file.seek(place)  # another list may have been read in the meantime
            line = self.file.readline()
            place = self.file.tell()
            if not line.startswith(b"  "):
                return
            try:
                yield kind.model_validate_json(line.rstrip(b",\n"))
            except ValidationError as error:
                raise unreadable(self.path) from error


def opening(name: str) -> bytes:
    """The line that begins a list."""
    return f' "{name}": [\n'.encode()


def write_seal(file: BinaryIO, seal: Seal, lists: Mapping[str, Iterable[bytes]]) -> None:
    """Write ``run.json``; the entries of the lists are JSON without line ends. Raises OSError."""
    file.write(seal.model_dump_json(indent=1).encode().removesuffix(b"\n}"))
    for name in LISTS:
        file.write(b",\n" + opening(name))
        between = b"  "
        for entry in lists[name]:
            file.write(between + entry)
            between = b",\n  "
        file.write(b" ]" if between == b"  " else b"\n ]")
    file.write(b"\n}\n")


def publish_seal(path: Path, seal: Seal, lists: Mapping[str, Iterable[bytes]]) -> None:
    """The same to a file that is there whole or not at all. Raises OSError."""
    with whole(path) as file:
        write_seal(file, seal, lists)


@contextmanager
def sealed(path: Path) -> Iterator[Sealed]:
    """The seal in a file. Raises OSError, or SealError when the file is no seal."""
    with path.open("rb") as file, TemporaryFile() as anew:
        yield in_form(path, file, anew)


def read_seal(path: Path) -> Seal:
    """The head of the seal in a file. Raises OSError, or SealError when the file is no seal."""
    with sealed(path) as found:
        return found.seal


def in_form(path: Path, file: BinaryIO, anew: BinaryIO) -> Sealed:
    """The seal in an open file, or in another with the same content in our form. Raises OSError, SealError."""
    try:
        return Sealed(path, file)
    except ValueError:
        file.seek(0)
    try:
        write_seal(anew, *parts(json.load(file)))
        return Sealed(path, anew)
    except ValueError as error:
        raise unreadable(path) from error


def parts(told: object) -> tuple[Seal, dict[str, Iterator[bytes]]]:
    """Head and lists of a seal in any form. Raises ValueError."""
    if not isinstance(told, dict) or not all(isinstance(told.get(name), list) for name in LISTS):
        raise ValueError("no lists")
    lists = {name: told.pop(name) for name in LISTS}
    told.setdefault("totals", {name: len(lists[name]) for name in Totals.model_fields})
    return Seal.model_validate(told), {name: entries(kind, lists[name]) for name, kind in LISTS.items()}


def entries(kind: type[BaseModel], told: list[object]) -> Iterator[bytes]:
    """The entries of a list as we write them. Raises ValueError."""
    return (kind.model_validate(each).model_dump_json().encode() for each in told)


def unreadable(path: Path) -> SealError:
    """What to say of a file that is no seal."""
    return SealError(f"{path}: not a seal that this version of communique can read; run communique again")
