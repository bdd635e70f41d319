"""Which things of different documents are one: entities, and the judgements that make them.

Numbers, level and kind of two names must agree, and so must the divisions that they lie in; then the proper parts
decide, by character or by sound. What a name alone leaves open (Experimental Primary School, the bureau, a common name
of a person) is one only in documents that speak of the same division. What reviewers judged outranks all of that.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.identity.blocks import Blocks
from pipeline.identity.clusters import Clusters
from pipeline.identity.companions import companions, proper
from pipeline.identity.ids import Ids
from pipeline.identity.judged import Judged
from pipeline.identity.judging import Judgement, judge, judged, signature
from pipeline.identity.keys import HAN, key
from pipeline.identity.links import Link
from pipeline.identity.mentions import EntityKind, Local, Mention, Whereabouts
from pipeline.identity.things import Things
from pipeline.identity.witnesses import Witnesses

RULES, WITNESSES = "rules", "witnesses"
"""The authors of judgements that are no reviewers."""
LINKED = 0.75
"""Links of two tellings that are at least so sure make one thing of two."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world as the data set knows it; ``said_in`` is the document that says where it lies."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    where: Whereabouts | None
    said_in: str | None
    locals: tuple[Local, ...]


class Resolution:
    """The entities of a data set, in the order of their first mention, and what the rules judged of them.

    ``told`` is what witnesses and reviewers say, the later outranking the earlier, reviewers all others. What lies on
    the shelf is read when it is asked for. ``known`` are the ids of former exports, as ``Ids`` has them, ``reprints``
    the original of each reprint: what both prints of one text call alike is one.
    """

    def __init__(
        self,
        things: Things,
        told: Iterable[Judgement],
        known: Iterable[tuple[str, str]],
        reprints: Mapping[str, str],
    ) -> None:
        self.things, self.reprints = things, reprints
        self.ids = Ids(things.shelf, known)
        self.told = standing(told)
        self.judged = Judged(things.shelf, things)
        called = {name: things.called(name) for pair in self.told for name in pair}
        self.clusters = Clusters(len(things), things.division, _kept_apart(self.told, called))
        for first, second in _told_same(self.told, called):
            self.clusters.join(first, second, whatever_place=True)
        self._judge({at: name for name, places in called.items() for at in places})
        for at in companions(things.shelf):
            self.judged.change(at, "same", "documents that share several such names", 1.0, late=True)
        self._join()
        self._name()

    def __iter__(self) -> Iterator[Entity]:
        return map(self._entity, self.clusters.sets())

    @property
    def judgements(self) -> Iterator[Judgement]:
        """All that was judged: what stands of what was told, and what the rules made of the rest."""
        yield from self.told.values()
        yield from self.judged

    def named_in(self, document: str) -> Iterator[tuple[Mention, str]]:
        """The places of a document that name an entity, with its id."""
        for at, local in self.things.said_in(document):
            own = self.things.entity(at)
            yield from ((mention, own) for mention in local.mentions)

    def called(self, entity: str) -> str:
        """The name of an entity."""
        return self._entity(self.things.of_entity(entity)).name

    def _judge(self, told_of: Mapping[int, str]) -> None:
        """Judge all pairs that are worth a look and of which nobody has said anything."""
        blocks = Blocks(self.things.shelf)
        for at in range(len(self.things)):
            blocks.add(at, self.things.whole(at))
        for a, b in blocks.pairs():
            if a in told_of and b in told_of and frozenset((told_of[a], told_of[b])) in self.told:
                continue
            first, second = self.things.whole(a), self.things.whole(b)
            if first.document != second.document and not self.judged.knows(a, b):
                judgement = judge(first, second)
                if judgement is not None:
                    if judgement.verdict == "unsure" and self._in_one_text(first, second):
                        judgement = judged(first, second, "same", judgement.score, "two prints of one text")
                    self.judged.add(a, b, judgement, proper(first, second))

    def _in_one_text(self, first: Local, second: Local) -> bool:
        """Whether two prints of one text say the same of two things: name and, of people, posts."""
        texts = {self.reprints.get(each.document, each.document) for each in (first, second)}
        is_told = first.kind != "person" or first.company == second.company
        return len(texts) == 1 and is_told and not set(first.names).isdisjoint(second.names)

    def _join(self) -> None:
        numbers = array("l")

        def pairs() -> Iterator[tuple[int, int]]:
            for at, a, b in self.judged.same():
                numbers.append(at)
                yield a, b

        for refused in self.clusters.join_all(pairs()):
            self.judged.change(numbers[refused], "unsure", "the same name as several things in one place")
        for at, a, b in self.judged.unsure():
            if self.clusters.find(a) == self.clusters.find(b):
                self.judged.change(at, "same", "both are one with a third", late=True)

    def _name(self) -> None:
        """Give every entity its id: first those that things of it had, then all others."""
        for first in (True, False):
            for members in self.clusters.sets():
                signatures = [self.things.signature(at) for at in members]
                if first:
                    entity = self.ids.take(signatures)
                else:
                    entity = None if self.things.entity(members[0]) else self.ids.find(signatures)
                if entity is not None:
                    self.things.call(members, entity)
        for members in self.clusters.sets():
            self.ids.keep([self.things.signature(at) for at in members], self.things.entity(members[0]))

    def _entity(self, members: Sequence[int]) -> Entity:
        return _entity(self.things.entity(members[0]), [local for at in members for local in self.things.locals(at)])


def standing(judged: Iterable[Judgement]) -> dict[frozenset[str], Judgement]:
    """The judgement that stands of each pair: a reviewer's last one, or else the last one that is not a reviewer's."""
    own: dict[frozenset[str], Judgement] = {}
    for each in judged:
        former = own.get(each.pair)
        if former is None or former.author in (RULES, WITNESSES) or each.author not in (RULES, WITNESSES):
            own[each.pair] = each
    return own


def witnessed(things: Things, pairs: Iterable[Witnesses]) -> Iterator[Judgement]:
    """What two tellings of one story say is one."""
    for pair in pairs:
        known = {
            (mention.record, mention.text): local
            for document in pair.documents
            for _, local in things.said_in(document)
            for mention in local.mentions
        }
        for link in pair.links:
            a, b = (known.get(each) for each in zip(link.records, link.texts, strict=True))
            if a is None or b is None or a.kind != b.kind or link.confidence < LINKED:
                continue
            if link.how != "order" or _in_two_scripts(link):
                reason = f"two tellings of one story, by {link.how}"
                yield Judgement(signature(a), signature(b), "same", link.confidence, reason, WITNESSES)


def _in_two_scripts(link: Link) -> bool:
    """Whether a Chinese name is linked with one in letters; of two names in one script, order makes nothing one."""
    return len({bool(HAN.search(text)) for text in link.texts}) == 2


def _kept_apart(told: Mapping[frozenset[str], Judgement], called: Mapping[str, list[int]]) -> dict[int, set[int]]:
    apart: dict[int, set[int]] = defaultdict(set)
    for each in told.values():
        if each.verdict == "different":
            for first, second in ((each.first, each.second), (each.second, each.first)):
                for at in called[first]:
                    apart[at].update(called[second])
    return apart


def _told_same(told: Mapping[frozenset[str], Judgement], called: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    """The things that somebody says are one; reviewers first."""
    for each in sorted(told.values(), key=lambda each: each.author in (RULES, WITNESSES)):
        if each.verdict == "same":
            yield from ((a, b) for a in called[each.first] for b in called[each.second])


def _entity(own_id: str, members: list[Local]) -> Entity:
    often = Counter(name for local in members for name in local.names)
    counted = sorted(often, key=lambda name: (-often[name], -len(name), name))
    fullest = max(counted, key=lambda name: (len(key(name).sounds), often[name], name))
    placed = [(local.where, local.document) for local in members if local.where]
    best = max(placed, key=lambda each: (each[0].basis == "name", each[0].division.depth), default=None)
    kind = members[0].kind
    where, said_in = best or (None, None)
    if kind == "person":
        where = said_in = None
    return Entity(own_id, kind, fullest, tuple(counted), where, said_in, tuple(members))
