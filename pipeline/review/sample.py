"""A stratified random sample of records: few enough to be checked, and the rare and the doubtful are among them.

The strata are kind by band of confidence. The kinds share the sample evenly, and so do the bands within a kind; what is
fewer than its share is taken whole, and the others share the rest. Each record drawn stands for ``stands_for`` records
of its stratum, so that the estimates are those of the whole data set.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from pipeline.records import Kind, Record

Name = TypeVar("Name", str, int)
SMALLEST = 20
"""A smaller sample would leave strata out: there are five kinds with four bands."""
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
    """How many of each stratum: the kinds share evenly, and within a kind its bands."""
    kinds: dict[str, dict[int, int]] = {}
    for (kind, band), members in strata.items():
        kinds.setdefault(kind, {})[band] = len(members)
    shares = even({kind: sum(bands.values()) for kind, bands in kinds.items()}, size)
    within = {kind: even(bands, shares[kind]) for kind, bands in kinds.items()}
    return {(kind, band): within[kind][band] for kind, band in strata if within[kind][band]}


def even(there: Mapping[Name, int], size: int) -> dict[Name, int]:
    """A number shared evenly over what is there, nobody getting more than that; odd ones go to the smallest first.

    >>> even({"group": 3, "date": 100, "count": 50}, 21)
    {'group': 3, 'count': 9, 'date': 9}
    """
    shares: dict[Name, int] = {}
    left = size
    for at, name in enumerate(sorted(there, key=lambda name: (there[name], name))):
        shares[name] = min(there[name], -(-left // (len(there) - at)))
        left -= shares[name]
    return shares


def _lot(seed: int, record: str) -> str:
    """A record's place in the draw: a digest is as good as a die, and the same on every machine."""
    return sha256(f"{seed}:{record}".encode()).hexdigest()


def _band(band: int) -> str:
    low, high = (0, *EDGES)[band], (*EDGES, 1)[band]
    return f"{low:g}-{high:g}"
