"""Consecutive inputs, cut into batches at places that the inputs themselves decide.

A batch ends behind an input whose name says so by its digest, so that an input that comes or goes changes the batch it
stands in, and not all that follow. Pages that are to be fetched are in a batch with others of their host only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from pipeline.inputs import Address, Input, Versions
from pipeline.steps import Item, Watch, Work
from pipeline.store.seal import Failure

UNOPENED = 256 * 1024
"""What captures that are still to be opened count as, in bytes."""
ANEW = uuid4().hex
"""Another one in every run."""
FATAL = "killed every process that worked on it"
SPARE = "try it alone; it may need more memory than there is, or be made to harm its reader"


@dataclass(frozen=True, slots=True)
class Size:
    """How large batches are: so many inputs on average, twice that at most, and bytes after which one ends."""

    inputs: int = 16
    bytes: int = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive inputs. ``key`` tells them, the rules and the settings from all others."""

    key: str
    items: tuple[Item, ...]
    follows: bool = False
    """Whether the host of its pages may just have been asked for others."""

    @property
    def host(self) -> str | None:
        """Who is asked for its pages, the same for all; None when nobody is."""
        return host_of(self.items[0])

    def without(self, index: int) -> Batch:
        """The same, but one input is given up: it kills whoever works on it."""
        return replace(self, items=(*self.items[:index], given_up(self.items[index]), *self.items[index + 1 :]))


def batches(items: Iterable[Item], basis: str, size: Size) -> Iterator[Batch]:
    """The items in batches; ``basis`` stands for all that decides the output beside them."""
    waiting: list[Item] = []
    weight = 0
    for item in items:
        if waiting and host_of(item) != host_of(waiting[-1]):
            yield Batch(key(waiting, basis), tuple(waiting))
            waiting, weight = [], 0
        waiting.append(item)
        weight += weight_of(item)
        if len(waiting) >= 2 * size.inputs or weight >= size.bytes or _ends(item, size):
            yield Batch(key(waiting, basis), tuple(waiting))
            waiting, weight = [], 0
    if waiting:
        yield Batch(key(waiting, basis), tuple(waiting))


def name(item: Item) -> str:
    """What the user knows an item by."""
    return item.source if isinstance(item, Work) else item.input


def given_up(item: Item) -> Failure:
    """The failure of an input that kills whoever works on it."""
    return Failure(input=name(item), problem=FATAL, remedy=SPARE)


def telling(batch: Batch, watch: Watch) -> Callable[[int], None]:
    """Tells the name of an input of a batch by its place in it."""
    return lambda index: watch(name(batch.items[index]))


def host_of(item: Item) -> str | None:
    """Who is asked for a page that is to be fetched; None for everything else."""
    return item.host if isinstance(item, Address) else None


def weight_of(item: Item) -> int:
    """How many bytes an item brings."""
    match item:
        case Input(data=data):
            return len(data)
        case Versions() | Address():
            return UNOPENED
        case _:
            return 0


def key(items: Iterable[Item], basis: str) -> str:
    """A digest of inputs and basis. Captures that are not opened yet count by their place in the archive.

    Pages that are to be fetched have another digest in every run: what they say by now is not known.
    """
    total = hashlib.sha256(basis.encode())
    for item in items:
        match item:
            case Input(data=data):
                told = repr(replace(item, data=hashlib.sha256(data).digest())).encode()
            case Versions():
                told = "\0".join([item.source, *map(_place, item.openings)]).encode("utf-8", "surrogatepass")
            case Address():
                told = f"{item!r} {ANEW}".encode("utf-8", "surrogatepass")
            case _:
                told = repr(item).encode()
        total.update(hashlib.sha256(told).digest())
    return total.hexdigest()[:32]


def _place(opening: Callable[[], Input]) -> str:
    """What a capture is told by; its function has another address in every process."""
    if isinstance(opening, partial):
        return f"{opening.func.__qualname__} {opening.args} {opening.keywords}"
    return repr(opening)


def _ends(item: Item, size: Size) -> bool:
    digest = hashlib.sha256(name(item).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") % size.inputs == 0
