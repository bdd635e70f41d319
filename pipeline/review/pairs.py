"""Pairs of names that were compared, and what is known of either side: what the page for judging them is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Literal, get_args

from pydantic.dataclasses import dataclass

from pipeline.identity.entities import RULES, WITNESSES
from pipeline.identity.judging import Judgement, Verdict, judge, signature
from pipeline.identity.linking import Links
from pipeline.identity.mentions import Basis, EntityKind, Local
from pipeline.identity.places import Division, divisions

KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
Author = Literal["rules", "witnesses"]
SPOTS = 6
"""Sentences that are shown of each side, each of another document."""
NOTHING = "the rules find nothing in common"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a document names a thing, in code points of its text."""

    document: str
    record: str
    field: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Side:
    """What documents say of the things of one signature.

    ``where`` are the divisions that it lies in, the highest first; ``quote`` the words that say so, ``basis`` whose
    they are. ``company`` is what stands beside a person's name; ``entity`` the one that it belongs to in the tables.
    """

    signature: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    where: tuple[str, ...] = ()
    basis: Basis | None = None
    quote: str | None = None
    company: tuple[str, ...] = ()
    documents: int = 0
    mentions: int = 0
    spots: tuple[Spot, ...] = ()
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """What rules or witnesses say of two signatures, whatever reviewers do."""

    first: str
    second: str
    verdict: Verdict
    score: float
    reason: str
    author: Author = "rules"

    @property
    def id(self) -> str:
        """Its name, the same whichever stands first."""
        return pair_id((self.first, self.second))


def pair_id(pair: Iterable[str]) -> str:
    """The name of a pair of signatures."""
    return sha256("\n".join(sorted(pair)).encode()).hexdigest()[:16]


def pairs_of(links: Links) -> Iterator[Pair | Side]:
    """Every pair that was compared, each side given before the first pair that has it."""
    wanted = {name for each in links.judgements for name in each.pair}
    things: dict[str, list[Local]] = {}
    entities: dict[str, str] = {}
    for entity in links.entities:
        for local in entity.locals:
            name = signature(local)
            if name in wanted:
                things.setdefault(name, []).append(local)
                entities[name] = entity.id
    given: set[str] = set()
    for each in links.judgements:
        if each.pair <= things.keys() and len(each.pair) > 1:
            for name in sorted(each.pair - given):
                yield _side(name, things[name], entities[name], links.reprints)
            given |= each.pair
            yield _pair(each, things)


def bare_side(name: str) -> Side:
    """A side of which nothing is known but its signature."""
    kind, _, rest = name.partition("|")
    known = rest.rpartition("|")[0]
    return Side(name, kind if kind in KINDS else "body", known, (known,))


def is_signature(name: str) -> bool:
    """Whether a text has the form of a signature.

    >>> is_signature("school|育才小学|330200"), is_signature("school|330200")
    (True, False)
    """
    kind, _, rest = name.partition("|")
    own, _, home = rest.rpartition("|")
    return kind in KINDS and bool(own.strip() and home.strip())


def _pair(said: Judgement, things: Mapping[str, Sequence[Local]]) -> Pair:
    """A pair as it is without reviewers; of those that one has judged, the rules are asked again."""
    if said.author in (RULES, WITNESSES):
        author: Author = "rules" if said.author == RULES else "witnesses"
        return Pair(said.first, said.second, said.verdict, said.score, said.reason, author)
    made = judge(_whole(things[said.first]), _whole(things[said.second]))
    if made is None:
        return Pair(said.first, said.second, "different", 0.0, NOTHING)
    return Pair(said.first, said.second, made.verdict, made.score, made.reason)


def _whole(thing: Sequence[Local]) -> Local:
    mentions = [mention for local in thing for mention in local.mentions]
    company = frozenset(each for local in thing for each in local.company)
    return Local(thing[0].kind, thing[0].document, mentions, thing[0].where, company)


def _side(name: str, thing: Sequence[Local], entity: str, reprints: Mapping[str, str]) -> Side:
    whole = _whole(thing)
    first: dict[str, Spot] = {}
    for local in sorted(thing, key=lambda local: local.document in reprints):
        said = local.mentions[0]
        document = reprints.get(local.document, local.document)
        first.setdefault(document, Spot(local.document, said.record, said.field, said.text, said.start, said.end))
    where = whole.where
    return Side(
        name,
        whole.kind,
        whole.name,
        tuple(whole.names),
        tuple(_chain(where.division)) if where else (),
        where.basis if where else None,
        where.quote if where else None,
        tuple(sorted(whole.company)),
        len(first),
        len(whole.mentions),
        tuple(first.values())[:SPOTS],
        entity,
    )


def _chain(division: Division) -> Iterator[str]:
    """A division and those above it, by name, the highest first."""
    codes = (f"{division.code[:2]}0000", f"{division.code[:4]}00", division.code)
    return (divisions()[code].name for code in dict.fromkeys(codes) if code in divisions())
