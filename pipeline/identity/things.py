"""Things that documents call by one name in one place, by number, in the order of their first mention."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from pipeline.identity.judging import judge, signature
from pipeline.identity.mentions import Local, Mention, Whereabouts
from pipeline.identity.places import Division, divisions
from pipeline.identity.shelf import Shelf

AT_HAND = 2_000
"""So many things are held in memory, those that were last asked for."""
TABLES = """
CREATE TABLE thing (at INTEGER PRIMARY KEY, signature TEXT, whole TEXT, spread INTEGER DEFAULT 1, entity TEXT);
CREATE INDEX thing_signature ON thing (signature);
CREATE INDEX thing_entity ON thing (entity);
CREATE TABLE local (at INTEGER PRIMARY KEY, thing INTEGER, document TEXT, said TEXT);
CREATE INDEX local_thing ON local (thing);
CREATE INDEX local_document ON local (document);
"""


class Things:
    """All things of a data set. ``add`` takes in what documents say of them; then ``close`` is to be called once."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        shelf.make(TABLES)
        self.codes = array("l")
        self.shared: dict[int, int] = {}
        """Things whose signature others have too, each with the first of these."""
        self.whole = lru_cache(AT_HAND)(self._whole)

    def __len__(self) -> int:
        return len(self.codes)

    def add(self, local: Local) -> None:
        """Take in what one document says of one thing; it is one that is known where the rules say so."""
        name, said = signature(local), written(local)
        known = self.first_called(name)
        if known is not None:
            verdict = judge(self.locals(known, 1)[0], local)
            if verdict is not None and verdict.verdict == "same":
                self._keep(known, local, said)
                return
        at = len(self.codes)
        self.codes.append(int(local.division.code) if local.division else 0)
        self.shelf.execute("INSERT INTO thing (at, signature, whole) VALUES (?, ?, ?)", (at, name, said))
        self._keep(at, local, said)
        if known is not None:
            self.shared |= {known: known, at: known}

    def close(self) -> None:
        """Put together what several documents say of one thing."""
        several = "SELECT thing, count(DISTINCT document) FROM local GROUP BY thing HAVING count(*) > 1"
        for at, spread in self.shelf.execute(several).fetchall():
            whole = written(_together(self.locals(at)))
            self.shelf.execute("UPDATE thing SET whole = ?, spread = ? WHERE at = ?", (whole, spread, at))

    def first_called(self, name: str) -> int | None:
        """The first thing with a signature."""
        found = self.shelf.execute("SELECT min(at) FROM thing WHERE signature = ?", (name,)).fetchone()
        return None if found[0] is None else int(found[0])

    def called(self, name: str) -> list[int]:
        """All things with a signature."""
        return [at for (at,) in self.shelf.execute("SELECT at FROM thing WHERE signature = ? ORDER BY at", (name,))]

    def division(self, at: int) -> Division | None:
        """Where a thing lies."""
        return divisions()[f"{self.codes[at]:06}"] if self.codes[at] else None

    def locals(self, at: int, most: int = -1) -> list[Local]:
        """What documents say of a thing, in their order."""
        rows = self.shelf.execute("SELECT said FROM local WHERE thing = ? ORDER BY at LIMIT ?", (at, most))
        return [read(said) for (said,) in rows]

    def said_in(self, document: str) -> Iterator[tuple[int, Local]]:
        """What one document says, with the numbers of the things."""
        rows = self.shelf.execute("SELECT thing, said FROM local WHERE document = ? ORDER BY at", (document,))
        return ((at, read(said)) for at, said in rows.fetchall())

    def signature(self, at: int) -> str:
        """What a thing is remembered by; of several with one signature, the later ones have their number behind it."""
        name = str(self.shelf.execute("SELECT signature FROM thing WHERE at = ?", (at,)).fetchone()[0])
        if self.shared.get(at, at) == at:
            return name
        return f"{name}|{1 + sum(first == self.shared[at] and other < at for other, first in self.shared.items())}"

    def call(self, members: Sequence[int], entity: str) -> None:
        """Say which entity things are."""
        self.shelf.executemany("UPDATE thing SET entity = ? WHERE at = ?", ((entity, at) for at in members))

    def entity(self, at: int) -> str:
        """The id of the entity that a thing is; empty while it has none."""
        return self.shelf.execute("SELECT entity FROM thing WHERE at = ?", (at,)).fetchone()[0] or ""

    def of_entity(self, entity: str) -> list[int]:
        """The things that an entity is made of."""
        return [at for (at,) in self.shelf.execute("SELECT at FROM thing WHERE entity = ? ORDER BY at", (entity,))]

    def _keep(self, at: int, local: Local, said: str) -> None:
        row = (at, local.document, said)
        self.shelf.execute("INSERT INTO local (thing, document, said) VALUES (?, ?, ?)", row)

    def _whole(self, at: int) -> Local:
        """A thing with all the names that documents have for it."""
        return read(self.shelf.execute("SELECT whole FROM thing WHERE at = ?", (at,)).fetchone()[0])


def _together(thing: Sequence[Local]) -> Local:
    first = {mention.name: mention for local in thing for mention in local.mentions}
    company = frozenset(each for local in thing for each in local.company)
    found = list(first.values())
    return Local(thing[0].kind, thing[0].document, found, thing[0].where, company, namesake=thing[0].namesake)


def written(local: Local) -> str:
    """What a document says of a thing, as it lies on the shelf."""
    where = local.where
    place = (where.division.code, where.basis, where.quote, where.names) if where else None
    mentions = [(m.record, m.field, m.text, m.name, m.start, m.end) for m in local.mentions]
    row = (local.kind, local.document, mentions, place, sorted(local.company), local.namesake)
    return json.dumps(row, ensure_ascii=False)


def read(said: str) -> Local:
    """The same as it was."""
    kind, document, mentions, place, company, namesake = json.loads(said)
    found = [Mention(*each) for each in mentions]
    return Local(kind, document, found, _where(place), frozenset(company), namesake=namesake)


def _where(place: Sequence[Any] | None) -> Whereabouts | None:
    return Whereabouts(divisions()[place[0]], *place[1:]) if place else None
