"""The judgements that the rules made of pairs of things, in the order in which they were made, on a shelf."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from pipeline.identity.judging import Judgement
from pipeline.identity.shelf import Shelf
from pipeline.identity.things import Things

OPEN = 20
"""So many pairs that rules leave open, or take for two, are kept of each name: more than anybody judges."""
TABLES = """
CREATE TABLE judgement (
  at INTEGER PRIMARY KEY, a INTEGER, b INTEGER, first TEXT, second TEXT, verdict TEXT, score REAL, reason TEXT,
  proper TEXT, late INTEGER DEFAULT 0
);
CREATE INDEX judgement_verdict ON judgement (verdict, late);
"""
COLUMNS = "first, second, verdict, score, reason"


class Judged:
    """What the rules judged; a pair of signatures once, and of each signature so many that are not one."""

    def __init__(self, shelf: Shelf, things: Things) -> None:
        self.shelf, self.things = shelf, things
        shelf.make(TABLES)
        self.left = array("B", bytes(len(things)))
        self.twice: set[frozenset[int]] = set()
        """The pairs of things whose signatures others share."""

    def __iter__(self) -> Iterator[Judgement]:
        rows = self.shelf.execute(f"SELECT {COLUMNS} FROM judgement ORDER BY at")  # noqa: S608
        return (Judgement(*row) for row in rows)

    def knows(self, a: int, b: int) -> bool:
        """Whether something was judged of the same two signatures."""
        return bool(self.things.shared) and self._signatures(a, b) in self.twice

    def add(self, a: int, b: int, judgement: Judgement, proper: str | None) -> None:
        """Keep a judgement, unless there are enough of its kind; companions count it by the name ``proper``."""
        pair = self._signatures(a, b)
        if judgement.verdict != "same":
            if any(self.left[each] >= OPEN for each in pair):
                return
            for each in pair:
                self.left[each] += 1
        if not self.things.shared.keys().isdisjoint(pair):
            self.twice.add(pair)
        j = judgement
        row = (a, b, j.first, j.second, j.verdict, j.score, j.reason, proper)
        columns = f"a, b, {COLUMNS}, proper"
        self.shelf.execute(f"INSERT INTO judgement ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608

    def same(self) -> Iterator[tuple[int, int, int]]:
        """The number of a judgement and its two things, for those that are one; what was learnt late comes last."""
        return iter(self.shelf.execute("SELECT at, a, b FROM judgement WHERE verdict = 'same' ORDER BY late, at"))

    def unsure(self) -> list[tuple[int, int, int]]:
        """The same for those that are left open."""
        return self.shelf.execute("SELECT at, a, b FROM judgement WHERE verdict = 'unsure' ORDER BY at").fetchall()

    def change(self, at: int, verdict: str, reason: str, score: float | None = None, *, late: bool = False) -> None:
        """Judge anew."""
        said = "UPDATE judgement SET verdict = ?, reason = ?, score = coalesce(?, score), late = ? WHERE at = ?"
        self.shelf.execute(said, (verdict, reason, score, late, at))

    def _signatures(self, a: int, b: int) -> frozenset[int]:
        """Two signatures, each by the first thing that has it."""
        return frozenset((self.things.shared.get(a, a), self.things.shared.get(b, b)))
