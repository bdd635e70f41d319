"""The reviewers' desk for names: which pairs wait for somebody, what was judged of each, and judging them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from pipeline.identity.judging import Verdict
from pipeline.identity.mentions import EntityKind
from pipeline.records import Frozen
from pipeline.review.comparing import Comparing
from pipeline.review.desk import Desk
from pipeline.review.judgements import WITHDRAWN, Said, all_said, judge, living, withdraw
from pipeline.review.pairs import Pair, is_signature, pair_id
from pipeline.review.typed import Refused

Show = Literal["doubt", "same", "different", "judged", "differing", "all"]
ALL: tuple[Verdict, ...] = ("unsure", "same", "different")
"""By what rules say of them, in the order in which all pairs are shown."""
NO_MORE = "no document has one of the two names any more"


class Wanted(Frozen):
    """Which pairs a reviewer wants to see."""

    show: Show = "doubt"
    kinds: tuple[EntityKind, ...] = ()
    text: str = Field(default="", max_length=200)


class AskedPair(Frozen):
    """A judgement as the page sends it; ``record`` is the pair's name, ``seen`` are those that were shown of it."""

    key: str = Field(min_length=8, max_length=64)
    what: Verdict
    record: str = ""
    first: str = Field(max_length=2000)
    second: str = Field(max_length=2000)
    seen: tuple[int, ...] = ()
    why: str = Field(default="", max_length=2000)


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair as it stands: what the rules say of it, and the judgements of reviewers that were not taken back."""

    pair: Pair
    said: tuple[Said, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What counts: the last word of a reviewer, or else that of the rules."""
        said = [each.verdict for each in self.said if each.verdict != WITHDRAWN]
        return said[-1] if said else self.pair.verdict

    @property
    def waits(self) -> bool:
        """Whether the rules are in doubt and nobody has judged."""
        return not self.said and self.pair.verdict == "unsure"

    @property
    def differing(self) -> bool:
        """Whether reviewers say different things of it, each by their own last word."""
        return len(set({each.author: each.verdict for each in self.said}.values())) > 1


class NameDesk:
    """The pairs of names of a desk's data set, and what reviewers judge of them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.comparing = Comparing(desk.shelf.folder)
        self.last = 0
        """The newest line of the log of judgements that was read."""
        self._said: dict[str, tuple[Said, ...]] = {}
        self._lines: dict[str, list[Said]] = {}
        self._changed: dict[str, int] = {}
        """By pair: what stands, every line of the log, and the number of the last one."""
        self._begun = (0, 0)
        """The newest decision and judgement when names began to be compared."""

    def close(self) -> None:
        """End what is going on."""
        self.comparing.close()

    def look(self) -> None:
        """Have names compared where those of the data set as it is by now were not."""
        version = self.desk.version()
        if version != self.comparing.version and not self.comparing.working and self.comparing.trouble is None:
            self._begin(version)

    def again(self) -> None:
        """Have names compared anew, with all that was decided since."""
        if not self.comparing.working:
            self._begin(self.desk.version())

    def _begin(self, version: object) -> None:
        self._read()
        self._begun = (self.desk.log.last(), self.last)
        self.comparing.begin(version)

    @property
    def ready(self) -> bool:
        """Whether there are pairs to be seen, if only those of the data set before this one."""
        return self.comparing.version is not None

    @property
    def since(self) -> int:
        """Decisions and judgements that were made since names were compared; none before that, as all will be heard."""
        if not self.ready:
            return 0
        return self.desk.log.last() - self._begun[0] + self.last - self._begun[1]

    def found(self, wanted: Wanted, behind: str | None = None) -> Iterator[Judged]:
        """The pairs that are wanted, in their order; those behind one of this name, from the first on for None."""
        self._read()
        order = list(self._order(wanted.show))
        first = order.index(behind) + 1 if behind in order else 0
        table, words = self.comparing.table, wanted.text.strip().casefold()
        naming = table.naming(words) if words else None
        for name in order[first:]:
            pair = table.pairs.get(name) or self._gone(name)
            if naming is not None and pair.first not in naming and pair.second not in naming:
                continue
            if wanted.kinds and table.side(pair.first).kind not in wanted.kinds:
                continue
            each = Judged(pair, self._said.get(name, ()))
            if _shown(each, wanted.show):
                yield each

    def one(self, name: str) -> Judged | None:
        """A pair by its name, as it was read last; None for one that was neither compared nor judged."""
        pair = self.comparing.table.pairs.get(name)
        if pair is None and name in self._said:
            pair = self._gone(name)
        return Judged(pair, self._said.get(name, ())) if pair else None

    def counts(self) -> dict[Show, int]:
        """How many pairs there are to be shown of each kind."""
        self._read()
        table = self.comparing.table
        judged = [each for name in self._said if (each := self.one(name))]
        known = [each for name, each in zip(self._said, judged, strict=True) if name in table.pairs]

        def standing(verdict: Verdict) -> int:
            former = sum(each.pair.verdict == verdict for each in known)
            return len(table.ordered[verdict]) - former + sum(each.verdict == verdict for each in known)

        return {
            "doubt": len(table.ordered["unsure"]) - sum(each.pair.verdict == "unsure" for each in known),
            "same": standing("same"),
            "different": standing("different"),
            "judged": len(judged),
            "differing": sum(each.differing for each in judged),
            "all": len(table.pairs),
        }

    def changed(self, last: int) -> list[Judged]:
        """The pairs on which something was said behind a line of the log."""
        self._read()
        return [each for name, at in self._changed.items() if at > last and (each := self.one(name))]

    def judge(self, who: str, asked: AskedPair) -> str:
        """Log a judgement and give the name of its pair.

        Names need not be compared for that: a judgement holds for two signatures, whatever the data set has by now.
        Raises JudgedMeanwhile, Refused for what are no two signatures of one kind, StoreError when it is not kept.
        """
        pair = (asked.first, asked.second)
        if not all(map(is_signature, pair)) or pair[0] == pair[1] or pair[0].split("|")[0] != pair[1].split("|")[0]:
            raise Refused("these are no two names of one kind; reload the page and judge again")
        with self.desk.turn:
            judge(self.desk.log, asked.key, who, pair, asked.what, " ".join(asked.why.split()), asked.seen)
        self._read()
        return pair_id(pair)

    def undo(self, who: str, key: str) -> str | None:
        """Take back one's last judgement and give the name of its pair; None for nothing to take back."""
        with self.desk.turn:
            said = withdraw(self.desk.log, key, who)
        self._read()
        return pair_id(said.pair) if said else None

    def _order(self, show: Show) -> Iterator[str]:
        """The names of the pairs that may be shown, in their order; reviewers may bring any to a verdict."""
        table = self.comparing.table
        match show:
            case "judged" | "differing":
                yield from sorted(self._said, key=lambda name: -self._said[name][-1].id)
            case "all":
                for each in ALL:
                    yield from table.ordered[each]
            case "doubt":
                yield from table.ordered["unsure"]
            case verdict:
                yield from table.ordered[verdict]
                known = {name: pair for name in self._said if (pair := table.pairs.get(name))}
                yield from (name for name, pair in known.items() if pair.verdict != verdict)

    def _gone(self, name: str) -> Pair:
        """A pair that was judged, and which the data set does not have any more."""
        said = self._said[name][-1]
        return Pair(said.first, said.second, "different", 0.0, NO_MORE)

    def _read(self) -> None:
        """Take in what was judged since, here or by another program."""
        for each in all_said(self.desk.log, self.last):
            name = pair_id(each.pair)
            self._lines.setdefault(name, []).append(each)
            self._changed[name] = self.last = each.id
            if standing := living(self._lines[name]):
                self._said[name] = tuple(standing)
            else:
                self._said.pop(name, None)


def _shown(each: Judged, show: Show) -> bool:
    match show:
        case "doubt":
            return each.waits
        case "judged":
            return bool(each.said)
        case "differing":
            return each.differing
        case "all":
            return True
        case verdict:
            return each.verdict == verdict
