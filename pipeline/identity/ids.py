"""Ids of entities that outlive new documents: what former exports called a thing, it is called again.

An id is made from what the first thing of an entity is remembered by: kind, fullest name, division or document. Where a
document joins two entities, the older id stays, and the other one is told as a former id of it; where a reviewer parts
them again, each has its own again. Things whose id nobody has on record are called by the first of their signatures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import count

from pipeline.identity.shelf import Shelf

TABLES = """
CREATE TABLE known (own TEXT PRIMARY KEY, number INTEGER, entity TEXT);
CREATE TABLE former (former TEXT PRIMARY KEY, entity TEXT);
CREATE TABLE taken (entity TEXT PRIMARY KEY);
CREATE TABLE fresh (own TEXT UNIQUE, entity TEXT);
"""


class Ids:
    """The ids of a data set's entities. ``known`` has each thing's own id with that of the entity it was first seen in,
    the oldest first."""

    def __init__(self, shelf: Shelf, known: Iterable[tuple[str, str]] = ()) -> None:
        self.shelf = shelf
        shelf.make(TABLES)
        rows = ((own, number, entity) for number, (own, entity) in zip(count(), known, strict=False))
        shelf.executemany("INSERT OR IGNORE INTO known VALUES (?, ?, ?)", rows)

    def take(self, signatures: Sequence[str]) -> str | None:
        """The oldest id that things of an entity had from the first; None where none of them gave one its id.

        To be asked of all entities before ``find`` is of any.
        """
        found = sorted(row for row in self._known(signatures) if row[1] == row[2])
        for _, _, entity in found:
            self.shelf.execute("INSERT OR IGNORE INTO taken VALUES (?)", (entity,))
        for _, _, entity in found[1:]:
            self.shelf.execute("INSERT OR IGNORE INTO former VALUES (?, ?)", (entity, found[0][2]))
        return found[0][2] if found else None

    def find(self, signatures: Sequence[str]) -> str:
        """The id of an entity none of whose things gave one its id: that of things it was seen with, or a new one."""
        for _, _, entity in sorted(self._known(signatures)):
            if self.shelf.execute("INSERT OR IGNORE INTO taken VALUES (?)", (entity,)).rowcount:
                return entity
        return own_id(min(signatures))

    def keep(self, signatures: Sequence[str], entity: str) -> None:
        """Remember which entity things are, unless they were seen before."""
        rows = [(own_id(each), entity) for each in sorted(signatures)]
        rows.sort(key=lambda row: row[0] != entity)
        new = "INSERT OR IGNORE INTO fresh SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM known WHERE own = ?1)"
        self.shelf.executemany(new, rows)

    def fresh(self) -> Iterator[tuple[str, str]]:
        """What is not known yet: each thing's own id, and that of its entity, in the order in which entities come."""
        return iter(self.shelf.execute("SELECT own, entity FROM fresh ORDER BY rowid"))

    def former(self) -> Iterator[tuple[str, str]]:
        """Ids that former exports gave, each with the one that its things have now."""
        return iter(self.shelf.execute("SELECT former, entity FROM former ORDER BY former"))

    def _known(self, signatures: Iterable[str]) -> list[tuple[int, str, str]]:
        asked = "SELECT number, own, entity FROM known WHERE own = ?"
        rows = (self.shelf.execute(asked, (own_id(each),)).fetchone() for each in signatures)
        return [row for row in rows if row is not None]


def own_id(signature: str) -> str:
    """The id that a thing gives an entity which it is the first of.

    >>> own_id("school|宁波市第四中学|330200")
    'e-4caf91d0f5e9'
    """
    kind = signature.partition("|")[0]
    return f"e-{sha256(f'{kind}|{signature}'.encode()).hexdigest()[:12]}"
