"""What a document speaks of that others may speak of too: groups, schools, people, bodies, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.identity.bodies import body
from pipeline.identity.keys import key
from pipeline.identity.names import alike
from pipeline.identity.people import person
from pipeline.identity.places import Division, Place, named, settled
from pipeline.records import Document, FieldValue, GroupRecord, OfficialRecord, Position, Record

EntityKind = Literal["group", "school", "person", "body"]
Basis = Literal["name", "document"]
MOST = 0.8
"""So many of the names with a place lie where a document is at home."""
OFTEN = 3
"""A bare place that so many names begin with, each another one, is one that a document speaks of beside others."""
ONE = 0.85
"""Two names of one document that are at least so much alike are one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One field that names something: the record and field it stands in, how it is printed, and where."""

    record: str
    field: str
    """``name``, ``aliases``, ``leaders``, ``members`` or ``organisation``."""
    text: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The division that a thing lies in, what says so, and in which words."""

    division: Division
    basis: Basis
    quote: str
    names: int = 1
    """Of a document's region: how many names say so."""


@dataclass(slots=True)
class Local:
    """What one document says of one thing: all that it calls it."""

    kind: EntityKind
    document: str
    mentions: list[Mention]
    where: Whereabouts | None = None
    company: frozenset[str] = frozenset()
    """Of a person: the organisations and titles beside the name, as printed."""
    offices: frozenset[str] = frozenset()
    """The organisations alone."""
    namesake: str = ""
    """Of a person whose name another one of the document has: an organisation that tells the two apart."""

    @property
    def division(self) -> Division | None:
        """The division it lies in, if the document says which."""
        return self.where.division if self.where else None

    @property
    def names(self) -> list[str]:
        """Its names in the order of the text, each once."""
        return list(dict.fromkeys(mention.name for mention in self.mentions))

    @property
    def name(self) -> str:
        """The fullest of its names."""
        return max(self.names, key=len)


def locals_of(document: Document, records: Sequence[Record]) -> list[Local]:
    """What a document speaks of, each thing once."""
    around = _region(document, records)
    home = _home(around)
    found: list[Local] = []
    for local in list(_named_in(document.id, records)):
        if local.kind != "person":
            local.where = _whereabouts(local.names, around)
        _add(found, local)
    for local in found:
        if local.where is None and home is not None and not _elsewhere(local, home.division):
            local.where = home
    return found


def region_of(document: Document, records: Sequence[Record]) -> Division | None:
    """The division that a document is about; None where it speaks of several, or of none."""
    home = _home(_region(document, records))
    return home.division if home else None


def _home(around: Sequence[Whereabouts]) -> Whereabouts | None:
    """The one division that a document speaks of, or which all but a few of its names lie in."""
    if len(around) == 1:
        return around[0]
    for each in sorted(around, key=lambda each: -each.division.depth):
        inside = sum(other.names for other in around if other.division.within(each.division))
        if inside >= MOST * sum(other.names for other in around):
            return each
    return None


def _elsewhere(local: Local, region: Division) -> bool:
    """Whether a name has a place that may be another one than where the document is at home."""
    places = [] if local.kind == "person" else [place for name in local.names for place in named(name)]
    return any(not _fits(place, [region]) for place in places)


def _named_in(document: str, records: Sequence[Record]) -> Iterator[Local]:
    for record in records:
        match record:
            case GroupRecord():
                names = [("name", record.name), *(("aliases", alias) for alias in record.aliases)]
                yield Local("group", document, [_mention(record.id, *each) for each in names])
                for role in ("leaders", "members"):
                    for school in getattr(record, role):
                        yield Local("school", document, [_mention(record.id, role, school)])
            case OfficialRecord():
                company = frozenset(_beside(record.positions))
                offices = frozenset(p.organisation.value for p in record.positions if p.organisation)
                yield Local("person", document, [_mention(record.id, "name", record.name)], None, company, offices)
                for position in record.positions:
                    if position.organisation is not None:
                        mention = _mention(record.id, "organisation", position.organisation)
                        yield Local(_kind_of(position), document, [mention])


def _mention(record: str, name: str, field: FieldValue) -> Mention:
    return Mention(record, name, field.text, field.value, field.source.start, field.source.end)


def _whereabouts(names: Sequence[str], around: Sequence[Whereabouts]) -> Whereabouts | None:
    """Where names say that a thing lies; a bare place counts where it fits what the document names in full."""
    region = [each.division for each in around]
    for name in names:
        places = list(named(name))
        sure = [division for place in places if place.ranked for division in place.options]
        own = [place for place in places if place.ranked or _fits(place, sure or region)]
        if (division := settled(own, region)) is not None:
            return Whereabouts(division, "name", name)
    return None


def _fits(place: Place, region: Sequence[Division]) -> bool:
    return any(d.within(other) or other.within(d) for d in place.options for other in region)


def _region(document: Document, records: Sequence[Record]) -> list[Whereabouts]:
    """The divisions that a document speaks of without doubt; one alone where all of them lie on one line.

    Places that stand with their rank are; where there are none, bare ones are that two names begin with, each name
    another one, or that the title, the publisher or an office has. Beside places with a rank it takes three names.
    """
    said = dict.fromkeys(text for text in (document.title, document.publisher) if text)
    heads = set(said)
    for record in records:
        if isinstance(record, GroupRecord):
            said |= dict.fromkeys(field.value for field in (record.name, *record.leaders, *record.members))
        elif isinstance(record, OfficialRecord):
            offices = [(p.organisation.value, p.category) for p in record.positions if p.organisation]
            said |= dict.fromkeys(name for name, _ in offices)
            heads |= {name for name, category in offices if category == "government"}
    places = [(text, list(named(text))) for text in said]
    following: dict[tuple[Division, ...], set[str]] = defaultdict(set)
    for text, found in places:
        for place in found:
            following[place.options] |= {place.following, *(("", "office") if text in heads else ())}
    is_ranked = any(place.ranked for _, found in places for place in found)
    least = OFTEN if is_ranked else 2
    return _settled_in(
        (text, [p for p in found if p.ranked or len(following[p.options]) >= least]) for text, found in places
    )


def _settled_in(places: Iterable[tuple[str, list[Place]]]) -> list[Whereabouts]:
    """The lowest divisions that are named; one alone where all lie on one line, or in one that is named too."""
    known: dict[str, Whereabouts] = {}
    for text, found in places:
        if (division := settled(found)) is not None:
            former = known.get(division.code)
            number = former.names + 1 if former else 1
            known[division.code] = Whereabouts(division, "document", former.quote if former else text, number)
    divisions = [each.division for each in known.values()]
    lowest = [each for each in divisions if not any(o.within(each) for o in divisions if o is not each)]
    if len(lowest) <= 1:
        return [known[each.code] for each in lowest]
    shared = [each for each in divisions if all(other.within(each) for other in lowest)]
    return [known[max(shared, key=lambda each: each.depth).code]] if shared else list(known.values())


def _add(found: list[Local], new: Local) -> None:
    """Put a thing to the one of the document that it is, or at the end; people with nothing in common are two."""
    for known in found:
        if known.kind == new.kind and _one(known, new):
            if known.kind == "person" and _are_namesakes(known, new):
                new.namesake = min(new.offices)
                continue
            known.mentions += new.mentions
            known.company |= new.company
            known.offices |= new.offices
            known.where = known.where or new.where
            return
    found.append(new)


def _one(known: Local, new: Local) -> bool:
    if known.kind == "person":
        return any(person(a, b) == 1 for a in known.names for b in new.names)
    if known.division and new.division and not known.division.on_line_with(new.division):
        return False
    if known.kind == "body":
        return any(body(a) == body(b) for a in known.names for b in new.names)
    return any(alike(a, b) >= ONE for a in known.names for b in new.names)


def _are_namesakes(known: Local, new: Local) -> bool:
    """Whether two records of one name give it organisations none of which may be one."""
    return bool(known.offices and new.offices) and not any(
        _may_be_one(x, y) for x in known.offices for y in new.offices
    )


def _may_be_one(x: str, y: str) -> bool:
    return body(x) == body(y) or alike(x, y) >= ONE or x.endswith(y) or y.endswith(x)


def _beside(positions: Iterable[Position]) -> Iterator[str]:
    for position in positions:
        yield position.title.value
        if position.organisation is not None:
            yield position.organisation.value


def _kind_of(position: Position) -> EntityKind:
    known = key(position.organisation.value) if position.organisation else None
    if position.category == "school" and known is not None and known.kinds:
        return "group" if "education-group" in known.kinds else "school"
    return "body"
