"""Which things of different documents are one: entities, and the judgements that make them.

Numbers, level and kind of two names must agree, and so must the divisions that they lie in; then the proper parts
decide, by character or by sound. What a name alone leaves open (Experimental Primary School, the bureau, a common name
of a person) is one only in documents that speak of the same division. What reviewers judged outranks all of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pipeline.identity.blocks import candidates
from pipeline.identity.judging import Judgement, judge, signature
from pipeline.identity.mentions import EntityKind, Local
from pipeline.identity.names import key
from pipeline.identity.places import Division
from pipeline.identity.witnesses import Witnesses

RULES, WITNESSES = "rules", "witnesses"
"""The authors of judgements that are no reviewers."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world as the data set knows it."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    division: Division | None
    locals: tuple[Local, ...]


def resolved(found: Sequence[Local], judged: Iterable[Judgement] = ()) -> tuple[list[Entity], list[Judgement]]:
    """The entities of a data set, in the order of their first mention, and the judgements that made them."""
    own = {frozenset((each.first, each.second)): each for each in judged}
    made: list[Judgement] = []
    union = _Union(len(found))
    signatures = [signature(local) for local in found]
    same: list[tuple[int, int]] = []
    for first, second in candidates(found):
        known = own.get(frozenset((signatures[first], signatures[second])))
        judgement = known or judge(found[first], found[second])
        if known is None and judgement is not None:
            made.append(judgement)
        if judgement is not None and judgement.verdict == "same":
            same.append((first, second))
    forbidden = [set(pair) for pair, each in own.items() if each.verdict == "different"]
    for first, second in same:
        union.join(first, second, signatures, forbidden)
    places = defaultdict(list)
    for at, name in enumerate(signatures):
        places[name].append(at)
    for told in own.values():
        if told.verdict == "same":
            for first in places.get(told.first, ()):
                for second in places.get(told.second, ()):
                    union.join(first, second, signatures, forbidden)
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


def _entity(members: list[Local]) -> Entity:
    names = [name for local in members for name in local.names]
    counted = sorted(set(names), key=lambda name: (-names.count(name), -len(name), name))
    fullest = max(counted, key=lambda name: (len(key(name).sounds), names.count(name), name))
    divisions = [local.division for local in members if local.division]
    division = max(divisions, key=lambda each: len(each.code.rstrip("0")), default=None)
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
