"""Which pairs of things are worth a look, so that 100,000 names need not be compared each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from pipeline.identity.bodies import body
from pipeline.identity.judging import bare_names
from pipeline.identity.mentions import Local
from pipeline.identity.names import Key, key

LEVELS = frozenset({"primary", "middle", "kindergarten"})
BEGINNING = 3
"""Letters of a word or syllable that two names have in common."""
LARGE = 2000
"""A block of more than this is of a name that says nothing, such as 实验小学 without a place."""


def candidates(found: Sequence[Local]) -> Iterator[tuple[int, int]]:
    """The places of two things of two documents that may be one: of one kind, number, level and quality, with the
    beginning of a word in common, and of one province or of an unknown one; or of the very same name."""
    blocks: dict[Hashable, _Block] = defaultdict(_Block)
    for at, local in enumerate(found):
        province = local.division.code[:2] if local.division else None
        for block, is_told_by_place in dict.fromkeys(_blocks(local)):
            if is_told_by_place and province:
                blocks[block, province].unplaced.append(at)
                blocks[block].placed.append(at)
            else:
                blocks[block].unplaced.append(at)
    seen: set[tuple[int, int]] = set()
    for each in blocks.values():
        for pair in each.pairs():
            if pair not in seen and found[pair[0]].document != found[pair[1]].document:
                seen.add(pair)
                yield pair


@dataclass(slots=True)
class _Block:
    """Things that may be one; those of a known province are compared with each other in blocks of their provinces."""

    unplaced: list[int] = field(default_factory=list)
    placed: list[int] = field(default_factory=list)

    def pairs(self) -> Iterator[tuple[int, int]]:
        if len(self.unplaced) > LARGE:
            return
        yield from combinations(self.unplaced, 2)
        if len(self.unplaced) * len(self.placed) <= LARGE * LARGE // 2:
            yield from ((min(pair), max(pair)) for pair in product(self.unplaced, self.placed))


def _blocks(local: Local) -> Iterator[tuple[Hashable, bool]]:
    """Keys of things that may be one, and whether things of two provinces never are."""
    for name in dict.fromkeys([*local.names, *(bare_names(local) if local.kind in ("group", "school") else ())]):
        known = key(name)
        if local.kind == "body":
            yield (local.kind, body(name)), True
        elif local.kind == "person":
            yield (local.kind, "".join(sorted("".join(_read(known))))), False
        elif not says_nothing(known):
            for start in _beginnings(known):
                yield (local.kind, known.numbers, known.kinds & LEVELS, known.qualities, start), True


def says_nothing(known: Key) -> bool:
    """Whether a name has nothing but its kind: "the group", which is another one in each document."""
    return not (known.sounds or known.numbers or known.qualities)


def _beginnings(known: Key) -> set[str]:
    """The first letters of every word, or of every syllable behind the place."""
    sounds = _read(known)
    return {"".join(sounds[at:])[:BEGINNING] for at in range(known.place if known.han else 0, len(sounds))} or {""}


def _read(known: Key) -> list[str]:
    return [sound.partition("|")[0] for sound in known.sounds]
