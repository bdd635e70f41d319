"""Which things of different documents are one: entities, and the judgements that make them.

Numbers, level and kind of two names must agree, and so must the divisions that they lie in; then the proper parts
decide, by character or by sound. What a name alone leaves open (Experimental Primary School, the bureau, a common name
of a person) is one only in documents that speak of the same division. What reviewers judged outranks all of that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pipeline.identity.blocks import candidates
from pipeline.identity.clusters import Clusters
from pipeline.identity.companions import companions
from pipeline.identity.judging import Judgement, judge, judged, signature
from pipeline.identity.mentions import EntityKind, Local, Whereabouts
from pipeline.identity.names import key
from pipeline.identity.witnesses import Witnesses

RULES, WITNESSES = "rules", "witnesses"
"""The authors of judgements that are no reviewers."""
LINKED = 0.75
"""Links of two tellings that are at least so sure make one thing of two."""
OPEN = 20
"""So many pairs that rules leave open, or take for two, are kept of each name: more than anybody judges."""


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


def resolved(found: Sequence[Local], told: Iterable[Judgement] = ()) -> tuple[list[Entity], list[Judgement]]:
    """The entities of a data set, in the order of their first mention, and what the rules judged of them.

    ``told`` is what witnesses and reviewers say, the later outranking the earlier, reviewers all others.
    """
    own = standing(told)
    things = _gathered(found)
    signatures = [signature(thing[0]) for thing in things]
    whole = [_whole(thing) for thing in things]
    clusters = Clusters([(s, each.division) for s, each in zip(signatures, whole, strict=True)], _kept_apart(own))
    for first, second in _told_same(own, signatures):
        clusters.join(first, second, whatever_place=True)
    made: dict[frozenset[str], Judgement] = {}
    seen: Counter[str] = Counter()
    same: list[tuple[int, int]] = []
    left: list[tuple[int, int]] = []
    for first, second in candidates(whole):
        pair = frozenset((signatures[first], signatures[second]))
        judgement = None if pair in own else judge(whole[first], whole[second])
        if judgement is None or pair in made:
            continue
        if judgement.verdict == "same":
            same.append((first, second))
            made[pair] = judgement
        elif all(seen[each] < OPEN for each in pair):
            seen.update(pair)
            made[pair] = judgement
            if judgement.verdict == "unsure":
                left.append((first, second))
    for first, second in companions(things, whole, same, left):
        judgement = judged(whole[first], whole[second], "same", 1.0, "documents that share several such names")
        made[judgement.pair] = judgement
        same.append((first, second))
    for refused in clusters.join_all(same):
        judgement = made[frozenset(signatures[at] for at in same[refused])]
        made[frozenset((judgement.first, judgement.second))] = Judgement(
            judgement.first, judgement.second, "unsure", judgement.score, "the same name as several things in one place"
        )
    entities = [_entity([local for at in members for local in things[at]]) for members in clusters.sets()]
    return entities, list(made.values())


def standing(judged: Iterable[Judgement]) -> dict[frozenset[str], Judgement]:
    """The judgement that stands of each pair: a reviewer's last one, or else the last one that is not a reviewer's."""
    own: dict[frozenset[str], Judgement] = {}
    for each in judged:
        former = own.get(each.pair)
        if former is None or former.author in (RULES, WITNESSES) or each.author not in (RULES, WITNESSES):
            own[each.pair] = each
    return own


def pending(made: Iterable[Judgement], judged: Iterable[Judgement]) -> list[Judgement]:
    """The pairs that a reviewer should look at: left open by the rules and judged by nobody, the likeliest first."""
    decided = standing(judged)
    left = [each for each in made if each.verdict == "unsure" and each.pair not in decided]
    return sorted(left, key=lambda each: (-each.score, each.first, each.second))


def witnessed(found: Sequence[Local], pairs: Iterable[Witnesses]) -> Iterator[Judgement]:
    """What two tellings of one story say is one."""
    known = {(mention.record, mention.text): local for local in found for mention in local.mentions}
    for pair in pairs:
        for link in pair.links:
            a, b = (known.get(each) for each in zip(link.records, link.texts, strict=True))
            if a is not None and b is not None and a.kind == b.kind and link.confidence >= LINKED:
                reason = f"two tellings of one story, by {link.how}"
                yield Judgement(signature(a), signature(b), "same", link.confidence, reason, WITNESSES)


def _gathered(found: Sequence[Local]) -> list[list[Local]]:
    """Things that documents call by one name in one place, each once, where the rules say that these are one."""
    of_signature: dict[str, list[Local]] = {}
    things: list[list[Local]] = []
    for local in found:
        name = signature(local)
        known = of_signature.get(name)
        if known is not None and ((said := judge(known[0], local)) is not None and said.verdict == "same"):
            known.append(local)
            continue
        things.append([local])
        of_signature.setdefault(name, things[-1])
    return things


def _whole(thing: Sequence[Local]) -> Local:
    """One thing with all the names that documents have for it."""
    if len(thing) == 1:
        return thing[0]
    first = {mention.name: mention for local in thing for mention in local.mentions}
    company = frozenset(each for local in thing for each in local.company)
    return Local(thing[0].kind, thing[0].document, list(first.values()), thing[0].where, company)


def _kept_apart(own: dict[frozenset[str], Judgement]) -> dict[str, set[str]]:
    apart: dict[str, set[str]] = defaultdict(set)
    for each in own.values():
        if each.verdict == "different":
            apart[each.first].add(each.second)
            apart[each.second].add(each.first)
    return apart


def _told_same(own: dict[frozenset[str], Judgement], signatures: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The things that somebody says are one; reviewers first."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(signatures):
        places[name].append(at)
    for each in sorted(own.values(), key=lambda each: each.author in (RULES, WITNESSES)):
        if each.verdict == "same":
            yield from ((a, b) for a in places.get(each.first, ()) for b in places.get(each.second, ()))


def _entity(members: list[Local]) -> Entity:
    often = Counter(name for local in members for name in local.names)
    counted = sorted(often, key=lambda name: (-often[name], -len(name), name))
    fullest = max(counted, key=lambda name: (len(key(name).sounds), often[name], name))
    placed = [(local.where, local.document) for local in members if local.where]
    best = max(placed, key=lambda each: (each[0].basis == "name", each[0].division.depth), default=None)
    kind = members[0].kind
    digest = sha256(f"{kind}|{min(signature(local) for local in members)}".encode()).hexdigest()
    where, said_in = best or (None, None)
    if kind == "person":
        where = said_in = None
    return Entity(f"e-{digest[:12]}", kind, fullest, tuple(counted), where, said_in, tuple(members))
