"""Which things of different documents are one: entities, and the judgements that make them.

Numbers, level and kind of two names must agree, and so must the divisions that they lie in; then the proper parts decide, by
character or by sound. What a name alone leaves open (Experimental Primary School, the bureau, a common name of a person)
is one only in documents that speak of the same division. What reviewers judged outranks all of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from typing import Literal

from pipeline.identity.mentions import EntityKind, Local
from pipeline.identity.names import alike, key
from pipeline.identity.people import person
from pipeline.identity.places import Division
from pipeline.identity.witnesses import Witnesses

Verdict = Literal["same", "different", "unsure"]
SURE = 0.95
"""Names at least so much alike are one where places do not speak against it."""
LARGE = 300
"""A block of more names than this is divided by their sounds."""
RULES, WITNESSES = "rules", "witnesses"
"""The authors of judgements that are no reviewers."""
LEVELS = frozenset({"primary", "middle", "kindergarten"})
PROPER = 2
"""Signs or words of a proper part that say something by themselves."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged of two things, by their signatures; ``author`` is "rules" or a reviewer's name."""

    first: str
    second: str
    verdict: Verdict
    score: float
    evidence: str
    author: str = "rules"


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world as the data set knows it."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    division: Division | None
    locals: tuple[Local, ...]


def signature(local: Local) -> str:
    """What a judgement remembers a thing by: its kind, its fullest name, and its division or else its document.

    It does not depend on the run, so that what was judged once need not be judged again.
    """
    return f"{local.kind}|{local.name}|{local.division.code if local.division else local.document}"


def resolved(found: Sequence[Local], judged: Iterable[Judgement] = ()) -> tuple[list[Entity], list[Judgement]]:
    """The entities of a data set, in the order of their first mention, and the judgements that made them."""
    own = {frozenset((each.first, each.second)): each for each in judged}
    made: list[Judgement] = []
    union = _Union(len(found))
    signatures = [signature(local) for local in found]
    same: list[tuple[int, int]] = []
    for first, second in _candidates(found):
        known = own.get(frozenset((signatures[first], signatures[second])))
        judgement = known or judge(found[first], found[second])
        if known is None and judgement is not None:
            made.append(judgement)
        if judgement is not None and judgement.verdict == "same":
            same.append((first, second))
    forbidden = [set(pair) for pair, each in own.items() if each.verdict == "different"]
    for first, second in same:
        union.join(first, second, signatures, forbidden)
    same_by_people = [each for each in own.values() if each.verdict == "same"]
    places = defaultdict(list)
    for at, each in enumerate(signatures):
        places[each].append(at)
    for each in same_by_people:
        for first in places.get(each.first, ()):
            for second in places.get(each.second, ()):
                union.join(first, second, signatures, [])
    return [_entity([found[at] for at in members]) for members in union.sets()], made


def witnessed(found: Sequence[Local], pairs: Iterable[Witnesses]) -> Iterator[Judgement]:
    """What two tellings of one story say is one."""
    known = {(m.record, m.value.text): local for local in found for m in local.mentions}
    for pair in pairs:
        for link in pair.links:
            a, b = (known.get(each) for each in zip(link.records, link.texts, strict=True))
            if a is not None and b is not None and a.kind == b.kind and link.field != "text":
                evidence = f"witnesses of one story, by {link.how}"
                yield Judgement(signature(a), signature(b), "same", link.confidence, evidence, WITNESSES)


def judge(a: Local, b: Local) -> Judgement | None:
    """What the rules say of two things of different documents; None when they have nothing in common."""
    if a.kind == "person":
        return _people(a, b)
    if a.kind == "body":
        return _bodies(a, b)
    score = max(alike(first, second) for first in a.names for second in b.names)
    if score < SURE:
        return None
    where = _places(a, b)
    if where == "apart":
        return _judged(a, b, "different", score, "the same name in two places")
    if where == "together":
        return _judged(a, b, "same", score, "the same name in one place")
    return _judged(a, b, "unsure", score, "the same name, and no place that tells")


def _people(a: Local, b: Local) -> Judgement | None:
    score = max(person(first, second) for first in a.names for second in b.names)
    if score < SURE:
        return None
    shared = sorted(x for x in a.company for y in b.company if len(x) > PROPER and _same_body(x, y))
    if shared and _places(a, b) != "apart":
        return _judged(a, b, "same", score, f"the same name and {shared[0]}")
    return _judged(a, b, "unsure", score, "the same name, and nothing else in common")


def _same_body(x: str, y: str) -> bool:
    known = key(x)
    return x == y if not known.kinds or not known.sounds else alike(x, y) >= SURE


def _bodies(a: Local, b: Local) -> Judgement | None:
    if not set(a.names) & set(b.names):
        return None
    where = _places(a, b)
    verdict: Verdict = {"apart": "different", "together": "same"}.get(where, "unsure")  # type: ignore[assignment]
    return _judged(
        a, b, verdict, 1.0, "the same words" + {"together": " in one place", "apart": " in two places"}.get(where, "")
    )


def _places(a: Local, b: Local) -> Literal["together", "apart", "unknown"]:
    if a.division is None or b.division is None:
        return "unknown"
    if a.division.within(b.division) or b.division.within(a.division):
        return "together"
    return "apart"


def _judged(a: Local, b: Local, verdict: Verdict, score: float, evidence: str) -> Judgement:
    return Judgement(signature(a), signature(b), verdict, round(score, 2), evidence)


def _candidates(found: Sequence[Local]) -> Iterator[tuple[int, int]]:
    """Pairs that are worth a look: of one kind, number, level and quality, and with a sound in common."""
    blocks: dict[object, set[int]] = defaultdict(set)
    for at, local in enumerate(found):
        if local.kind in ("person", "body"):
            for name in local.names:
                blocks[local.kind, *_initials(name)].add(at)
            continue
        for each in local.keys:
            blocks[local.kind, each.numbers, each.kinds & LEVELS, each.qualities].add(at)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for members in _divided(found, sorted(block)):
            for pair in combinations(members, 2):
                if found[pair[0]].document != found[pair[1]].document and pair not in seen:
                    seen.add(pair)
                    yield pair


def _initials(name: str) -> tuple[str, ...]:
    """The first letters of a name's parts by sound, in alphabetical order: the same in both scripts and orders."""
    known = key(name)
    return tuple(sorted(sound[:1] for sound in known.sounds))[:1]


def _divided(found: Sequence[Local], block: list[int]) -> Iterator[list[int]]:
    if len(block) <= LARGE:
        yield block
        return
    finer: dict[str, list[int]] = defaultdict(list)
    for at in block:
        sounds = {sound.partition("|")[0][:3] for each in found[at].keys for sound in each.sounds}
        letters = {"".join(s.partition("|")[0] for s in each.sounds)[:4] for each in found[at].keys}
        for part in sounds | letters:
            finer[part].append(at)
    yield from (part for part in finer.values() if len(part) <= LARGE * 4)


def _entity(members: list[Local]) -> Entity:
    names = [name for local in members for name in local.names]
    counted = sorted(set(names), key=lambda name: (-names.count(name), -len(name), name))
    fullest = max(counted, key=lambda name: (len(key(name).sounds), names.count(name), name))
    division = max(
        (local.division for local in members if local.division), key=lambda d: len(d.code.rstrip("0")), default=None
    )
    kind = members[0].kind
    digest = sha256(f"{kind}|{min(signature(local) for local in members)}".encode()).hexdigest()
    return Entity(f"e-{digest[:12]}", kind, fullest, tuple(counted), division, tuple(members))


class _Union:
    """Sets of things that are one; a join that would bring two together that people keep apart is not made."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.members = {at: [at] for at in range(size)}

    def find(self, at: int) -> int:
        """The set of a thing, by its first member."""
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def join(self, first: int, second: int, signatures: Sequence[str], forbidden: Sequence[set[str]]) -> None:
        """Make two sets one."""
        a, b = sorted((self.find(first), self.find(second)))
        if a == b:
            return
        if forbidden:
            ours, theirs = ({signatures[at] for at in self.members[each]} for each in (a, b))
            if any(pair & ours and pair & theirs for pair in forbidden):
                return
        self.parent[b] = a
        self.members[a] += self.members.pop(b)

    def sets(self) -> list[list[int]]:
        """Every set, in the order of its first member."""
        return [sorted(self.members[at]) for at in sorted(self.members)]
