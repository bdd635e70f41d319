"""A stratified random sample of records: few enough to be checked, and the rare and the doubtful are among them.

The strata are kind by band of confidence. The kinds share the sample evenly, the bands of a kind by the square roots of
their sizes, a middle way between drawing the doubtful and drawing what is like the whole (M. D. Bankier, Power
allocations, The American Statistician 42, 1988, 174-177). What is fewer than its share is taken whole, and the others
share the rest. Each record drawn stands for ``stands_for`` records of its stratum, so that the estimates are those of
the whole data set.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from typing import TypeVar

from pipeline.records import Kind, Record

Name = TypeVar("Name", str, int)
EDGES = (0.7, 0.85, 0.95)
"""Where one band of confidence ends and the next begins."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One record of a sample."""

    record: str
    document: str
    kind: Kind
    stratum: str
    stands_for: float


@dataclass(frozen=True, slots=True)
class Sample:
    """Records drawn at one time; ``size`` is how many were asked for."""

    drawn: str
    size: int
    seed: int
    records: tuple[Drawn, ...]


def draw(records: Iterable[Record], size: int, seed: int, at: str) -> Sample:
    """A sample of so many records, the same for the same records, size and seed."""
    strata: dict[tuple[Kind, int], list[tuple[str, str]]] = {}
    for record in records:
        band = bisect_right(EDGES, record.confidence)
        strata.setdefault((record.kind, band), []).append((record.id, record.document))
    drawn: list[Drawn] = []
    for (kind, band), number in _shares(strata, size).items():
        members = sorted(strata[kind, band], key=lambda member: _lot(seed, member[0]))
        chosen = members[:number]
        stratum = f"{kind} {_band(band)}"
        drawn += [Drawn(record, document, kind, stratum, len(members) / number) for record, document in chosen]
    return Sample(at, size, seed, tuple(sorted(drawn, key=lambda each: each.record)))


def _shares(strata: Mapping[tuple[Kind, int], list[tuple[str, str]]], size: int) -> dict[tuple[Kind, int], int]:
    """How many of each stratum: the kinds share evenly, the bands of a kind by the square roots of their sizes."""
    kinds: dict[str, dict[int, int]] = {}
    for (kind, band), members in strata.items():
        kinds.setdefault(kind, {})[band] = len(members)
    shares = shared({kind: sum(bands.values()) for kind, bands in kinds.items()}, size, power=0)
    within = {kind: shared(bands, shares[kind], power=0.5) for kind, bands in kinds.items()}
    return {(kind, band): within[kind][band] for kind, band in strata if within[kind][band]}


def shared(there: Mapping[Name, int], size: int, *, power: float) -> dict[Name, int]:
    """A number shared over what is there by a power of its size, nobody getting more than that.

    Everybody gets something where the number is as large as theirs; odd ones go to the smallest first.

    >>> shared({"group": 3, "date": 100, "count": 50}, 21, power=0)
    {'group': 3, 'count': 9, 'date': 9}
    >>> shared({0: 9, 1: 81}, 12, power=0.5)
    {0: 3, 1: 9}
    """
    shares: dict[Name, int] = {}
    left = size
    waiting = sum(number**power for number in there.values())
    for name in sorted(there, key=lambda name: (there[name], name)):
        part = there[name] ** power
        shares[name] = min(there[name], ceil(round(left * part / waiting, 9)))
        left, waiting = left - shares[name], waiting - part
    return shares


def _lot(seed: int, record: str) -> str:
    """A record's place in the draw: a digest is as good as a die, and the same on every machine."""
    return sha256(f"{seed}:{record}".encode()).hexdigest()


def _band(band: int) -> str:
    low, high = (0, *EDGES)[band], (*EDGES, 1)[band]
    return f"{low:g}-{high:g}"
