"""Which pairs of things are worth a look, so that 100,000 names need not be compared each with each.

Things lie in blocks: of one kind, number, level and quality, with the beginning of a word in common. Within a block,
names of one script are one by the same signs or letters only, and these are looked up; names of two scripts are
compared each with each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pipeline.identity.bodies import body
from pipeline.identity.judging import bare_names
from pipeline.identity.keys import Key, key, levels
from pipeline.identity.lexicon import words
from pipeline.identity.mentions import Local
from pipeline.identity.shelf import Shelf, digest

LEVELS = frozenset({"primary", "middle", "kindergarten"})
BEGINNING = 3
"""Letters of a word or syllable that two names have in common."""
LARGE = 2000
"""A block of more than this is of a name that says nothing, such as 实验小学 without a place."""
HAN, LATIN = 1, 2
TABLES = """
CREATE TABLE entry (block INTEGER, thing INTEGER, placed INTEGER, scripts INTEGER, names TEXT);
CREATE TABLE pair (first INTEGER, second INTEGER, PRIMARY KEY (first, second)) WITHOUT ROWID;
"""
SORTED = """
CREATE INDEX entry_block ON entry (block);
CREATE TABLE block (first INTEGER PRIMARY KEY, name INTEGER);
INSERT INTO block SELECT min(rowid), block FROM entry GROUP BY block HAVING count(*) > 1;
"""
IN_BLOCKS = """
SELECT first, thing, placed, scripts, names FROM block CROSS JOIN entry ON block = name ORDER BY first, entry.rowid
"""


class Blocks:
    """The blocks of all things of a data set, on a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        shelf.make(TABLES)

    def add(self, at: int, local: Local) -> None:
        """Put a thing into its blocks: those of its province and those of all provinces."""
        province = local.division.code[:2] if local.division else None
        scripts, names = _compared_by(local)
        rows: list[tuple[int, int, bool, int, str]] = []
        for block, is_told_by_place in dict.fromkeys(_blocks(local)):
            if is_told_by_place and province:
                rows.append((digest(block, province), at, False, scripts, names))
                rows.append((digest(block), at, True, scripts, names))
            else:
                rows.append((digest(block), at, False, scripts, names))
        self.shelf.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", rows)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The numbers of two things that may be one, each pair once: of one province or of an unknown one, with names
        of the same signs or letters, or of two scripts."""
        self.shelf.make(SORTED)
        for _, rows in groupby(self.shelf.execute(IN_BLOCKS), key=itemgetter(0)):
            unplaced: list[_Entry] = []
            placed: list[_Entry] = []
            for _, thing, is_placed, scripts, names in rows:
                (placed if is_placed else unplaced).append(_Entry(thing, scripts, names.split()))
            for pair in _pairs(unplaced, placed):
                if self.shelf.execute("INSERT OR IGNORE INTO pair VALUES (?, ?)", pair).rowcount:
                    yield pair


@dataclass(frozen=True, slots=True)
class _Entry:
    """A thing in a block: the scripts of its names, and what has to be the same in a name of one script."""

    thing: int
    scripts: int
    names: Sequence[str]


class _Side:
    """Things of a block, and which of them may be the one that another thing is."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self.entries = entries
        self.named: dict[str, list[int]] = defaultdict(list)
        self.of_script: dict[int, list[int]] = defaultdict(list)
        for at, entry in enumerate(entries):
            for name in entry.names:
                self.named[name].append(at)
            for script in (HAN, LATIN):
                if entry.scripts & script:
                    self.of_script[script].append(at)

    def partners(self, other: _Entry) -> list[int]:
        """The places of those with a name of the same signs or letters as the other one, or of another script."""
        found = {at for name in other.names for at in self.named.get(name, ())}
        for script, another in ((HAN, LATIN), (LATIN, HAN)):
            if other.scripts & script:
                found.update(self.of_script.get(another, ()))
        return sorted(found)


def _pairs(unplaced: Sequence[_Entry], placed: Sequence[_Entry]) -> Iterator[tuple[int, int]]:
    """Pairs of a block; those of a known province are compared with each other in blocks of their provinces."""
    if len(unplaced) > LARGE:
        return
    ours = _Side(unplaced)
    for at, entry in enumerate(unplaced):
        yield from ((entry.thing, unplaced[b].thing) for b in ours.partners(entry) if b > at)
    if placed and len(unplaced) * len(placed) <= LARGE * LARGE // 2:
        theirs = _Side(placed)
        for entry in unplaced:
            others = (placed[b].thing for b in theirs.partners(entry))
            yield from ((min(entry.thing, other), max(entry.thing, other)) for other in others)


def _compared_by(local: Local) -> tuple[int, str]:
    """The scripts of a thing's names, and digests of what two names of one script have in common that are one.

    Names are compared with names, and names without their place with such. People and bodies of one block are all
    compared: in one block they have the same name.
    """
    if local.kind in ("person", "body"):
        return 0, local.kind
    found: dict[str, None] = {}
    scripts = 0
    for bare, names in enumerate((local.names, bare_names(local))):
        for name in names:
            known = key(name)
            scripts |= HAN if known.han else LATIN
            for form in _exact(known):
                found[f"{digest(bare, known.numbers, sorted(levels(known)), sorted(known.qualities), form):x}"] = None
    return scripts, " ".join(found)


def _exact(known: Key) -> Iterable[object]:
    return (known.signs,) if known.han else ("".join(known.sounds), tuple(sorted(known.sounds)))


def _blocks(local: Local) -> Iterator[tuple[tuple[object, ...], bool]]:
    """Keys of things that may be one, and whether things of two provinces never are."""
    for name in dict.fromkeys([*local.names, *(bare_names(local) if local.kind in ("group", "school") else ())]):
        known = key(name)
        if local.kind == "body":
            yield (local.kind, body(name)), True
        elif local.kind == "person":
            yield (local.kind, "".join(sorted("".join(_read(known))))), False
        elif not says_nothing(known):
            levels_, qualities = tuple(sorted(known.kinds & LEVELS)), tuple(sorted(known.qualities))
            for start in _beginnings(known):
                yield (local.kind, known.numbers, levels_, qualities, start), True


def says_nothing(known: Key) -> bool:
    """Whether a name has nothing but its kind: "the group", which is another one in each document."""
    return not (known.sounds or known.numbers or known.qualities)


def _beginnings(known: Key) -> list[str]:
    """The first letters of every word, or of every syllable behind the place; and those of what they mean."""
    sounds = _read(known)
    starts = ["".join(sounds[at:])[:BEGINNING] for at in range(known.place if known.han else 0, len(sounds))]
    return list(dict.fromkeys([*starts, *_meanings(known.signs)])) or [""]


def _meanings(signs: str) -> Iterator[str]:
    """The first letters of words by whose sense a Chinese name may be translated, of more than one sign."""
    for sign, senses in words().senses.items() if signs else ():
        if len(sign) > 1 and sign in signs:
            yield from (word[:BEGINNING] for sense in senses for word in sense.split())


def _read(known: Key) -> list[str]:
    return [sound.partition("|")[0] for sound in known.sounds]
