"""Which pairs of things are worth a look, so that 100,000 names need not be compared each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

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
    """The places of two things of two documents that may be one: of one kind, number, level, quality and province, and
    with the beginning of a word in common; or of the very same name."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for at, local in enumerate(found):
        for block in dict.fromkeys(_blocks(local)):
            blocks[block].append(at)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if 1 < len(members) <= LARGE:
            for pair in combinations(members, 2):
                if pair not in seen and found[pair[0]].document != found[pair[1]].document:
                    seen.add(pair)
                    yield pair


def _blocks(local: Local) -> Iterator[Hashable]:
    province = local.division.code[:2] if local.division else ""
    for name in {*local.names, *(bare_names(local) if local.kind in ("group", "school") else ())}:
        known = key(name)
        if local.kind == "body":
            yield local.kind, body(name), province
            continue
        if local.kind != "person" and says_nothing(known):
            continue
        if known.sounds or known.numbers:
            yield local.kind, name
        if local.kind == "person":
            yield local.kind, "".join(sorted("".join(_read(known))))
        else:
            for start in _beginnings(known):
                yield local.kind, known.numbers, known.kinds & LEVELS, known.qualities, province, start


def says_nothing(known: Key) -> bool:
    """Whether a name has nothing but its kind: "the group", which is another one in each document."""
    return not (known.sounds or known.numbers or known.qualities)


def _beginnings(known: Key) -> set[str]:
    """The first letters of every word, or of every syllable behind the place."""
    sounds = _read(known)
    return {"".join(sounds[at:])[:BEGINNING] for at in range(known.place if known.han else 0, len(sounds))} or {""}


def _read(known: Key) -> list[str]:
    return [sound.partition("|")[0] for sound in known.sounds]
