"""Mentions into records: years, numbers and names normalised, repeated statements put together, ids given."""

from __future__ import annotations

from extractors.mentions import CountMention, DateMention, Mentions, Status
from extractors.numbers import mend
from pipeline.ids import Ids
from pipeline.normalise import groups, people
from pipeline.normalise.calendar import Calendar, Resolved
from pipeline.normalise.checks import checked_counts, checked_groups
from pipeline.normalise.edtf import is_behind
from pipeline.normalise.names import expanded, qualified
from pipeline.normalise.values import clean, field, key, source
from pipeline.records import (
    CountRecord,
    DateRecord,
    DateRole,
    Document,
    FieldValue,
    GroupRecord,
    Measure,
    OfficialRecord,
    PolicyRecord,
    Position,
    Record,
    identifying,
)
from pipeline.trusted import maker

make_group, make_official, make_position = maker(GroupRecord), maker(OfficialRecord), maker(Position)
make_date, make_count, make_policy = maker(DateRecord), maker(CountRecord), maker(PolicyRecord)


def records_of(document: Document, mentions: Mentions) -> list[Record]:
    """The records of one document, in the order of their first source in the text."""
    return Normalising(document, mentions).records()


class Normalising:
    """One document's mentions on their way to records."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self.document, self.mentions = document, mentions
        self.calendar = Calendar(list(mentions.dates), document.published)
        self.ids = Ids(document.id)
        self.date_fields: dict[int, FieldValue] = {}
        self.founding = {group.established.found.span.start for group in mentions.groups if group.established}
        self.counting = {count.as_of.found.span.start for count in mentions.counts if count.as_of}
        self.titles = [policy.title.span for policy in mentions.policies]

    def records(self) -> list[Record]:
        """All records, in the order of the text."""
        groups = checked_groups(self.groups())
        counts = checked_counts(self.document, self.counts(), groups)
        found: list[Record] = [*counts, *self.dates(), *groups, *self.officials(), *self.policies()]
        found.sort(key=lambda record: identifying(record).source.start)  # of equals, as above: by kind
        return found

    def date_field(self, mention: DateMention | None) -> FieldValue | None:
        """A date as a field of another record; None when it does not resolve."""
        resolved = self.calendar.of(mention) if mention else None
        return self.as_field(resolved) if resolved else None

    def as_field(self, resolved: Resolved) -> FieldValue:
        """A resolved date as a field whose value is EDTF; several records may share it."""
        found = resolved.mention.found
        made = self.date_fields.get(found.span.start)
        if made is None:
            made = field(found, resolved.value, flags=resolved.flags, basis=resolved.basis)
            self.date_fields[found.span.start] = made
        return made

    def groups(self) -> list[GroupRecord]:
        """One record a group."""
        out = []
        for group in groups.resolve(self.mentions.groups, self.mentions.batches):
            name = field(group.name, name=True)
            leaders = tuple(field(f, name=True) for f in group.leaders)
            members = expanded(tuple(field(f, name=True) for f in group.members))
            out.append(
                make_group(
                    {
                        "id": self.ids.next("group", name.value),
                        "document": self.document.id,
                        "kind": "group",
                        "name": name,
                        "aliases": tuple(field(f, flags=("spelling-variant",), name=True) for f in group.aliases),
                        "leaders": leaders,
                        "members": tuple(qualified(member, name, leaders) for member in members),
                        "established": self.date_field(group.established),
                        "confidence": name.confidence,
                        "rule": name.rule,
                        "flags": (),
                    }
                )
            )
        return out

    def officials(self) -> list[OfficialRecord]:
        """One record a person."""
        out = []
        for official in people.resolve(self.mentions.officials):
            name = field(official.name)
            positions = tuple(
                make_position(
                    {
                        "title": field(p.title),
                        "organisation": field(p.organisation, name=True) if p.organisation else None,
                        "category": p.category,
                    }
                )
                for p in official.positions
            )
            out.append(
                make_official(
                    {
                        "id": self.ids.next("official", name.value),
                        "document": self.document.id,
                        "kind": "official",
                        "name": name,
                        "positions": positions,
                        "confidence": name.confidence,
                        "rule": name.rule,
                        "flags": (),
                    }
                )
            )
        return out

    def dates(self) -> list[DateRecord]:
        """One record for each distinct text and value; further places stand in ``also``."""
        together: dict[tuple[str, str], list[Resolved]] = {}
        for mention in self.mentions.dates:
            resolved = self.calendar.of(mention)
            if resolved:
                together.setdefault((key(mention.found.span.quote), resolved.value), []).append(resolved)
        out = []
        for (_, value), places in together.items():
            text = self.as_field(places[0])
            out.append(
                make_date(
                    {
                        "id": self.ids.next("date", f"{text.value} {clean(text.text)}"),
                        "document": self.document.id,
                        "kind": "date",
                        "text": text,
                        "value": value,
                        "role": self.role(places),
                        "also": tuple(source(place.mention.found) for place in places[1:]) if len(places) > 1 else (),
                        "confidence": text.confidence,
                        "rule": text.rule,
                        "flags": text.flags,
                    }
                )
            )
        return out

    def role(self, places: list[Resolved]) -> DateRole:
        """What a date is in the document, by where it stands and what uses it."""
        found = [place.mention.found for place in places]
        value = places[0].value
        if value == self.document.published and any(each.sentence.block.role == "meta" for each in found):
            return "published"
        if self.founding and any(each.span.start in self.founding for each in found):
            return "established"
        if self.titles and any(title.covers(each.span) for title in self.titles for each in found):
            return "policy"
        if self.counting and any(each.span.start in self.counting for each in found):
            return "as_of"
        return "event" if len(value) == 10 else "other"

    def counts(self) -> list[CountRecord]:
        """One record for each distinct value, unit, measure, scope and date; further places stand in ``also``."""
        told: list[list[CountMention]] = []
        alike: dict[tuple[float, Measure], list[list[CountMention]]] = {}
        for mention in self.mentions.counts:
            earlier = alike.setdefault((mention.value, mention.measure), [])
            places = self.repeated(mention, earlier) if earlier else None
            if places is None:
                places = []
                earlier.append(places)
                told.append(places)
            places.append(mention)
        return [self.count(places) for places in told]

    def repeated(self, mention: CountMention, earlier: list[list[CountMention]]) -> list[CountMention] | None:
        """Where the count was said before that a mention repeats: same unit, and nothing said here that was said otherwise there."""
        unit = unit_of(mention)
        alike = [places for places in earlier if unit_of(places[0]) == unit]
        bare = mention.scope is None and mention.as_of is None
        for places in alike:
            if bare or any(place.found.sentence.block.role == "title" for place in (mention, *places)):
                return places
        exact = self.exact(mention)
        return next((places for places in alike if self.exact(places[0]) == exact), None)

    def exact(self, mention: CountMention) -> tuple[float | None, str | None, str | None]:
        """What tells two counts of one value and unit apart: the upper end, the scope, the date."""
        as_of = self.calendar.of(mention.as_of) if mention.as_of else None
        scope = key(mention.scope.span.quote) if mention.scope else None
        return mention.upper, scope, as_of.value if as_of else None

    def count(self, places: list[CountMention]) -> CountRecord:
        """One count; where it is said twice, the place that says most comes first."""
        first = places[0] if len(places) == 1 else max(places, key=fullness)
        text = field(first.found, clean(mend(first.found.span.quote)))
        as_of = self.date_field(first.as_of)
        return make_count(
            {
                "id": self.ids.next("count", f"{first.value} {first.unit.span.quote if first.unit else ''}"),
                "document": self.document.id,
                "kind": "count",
                "text": text,
                "value": first.value,
                "upper": first.upper,
                "unit": field(first.unit) if first.unit else None,
                "measure": first.measure,
                "modifier": first.modifier,
                "status": self.status(first.status, as_of) if as_of else first.status,
                "scope": field(first.scope) if first.scope else None,
                "as_of": as_of,
                "also": tuple(source(m.found) for m in places if m is not first) if len(places) > 1 else (),
                "confidence": text.confidence,
                "rule": text.rule,
                "flags": text.flags,
            }
        )

    def status(self, said: Status, as_of: FieldValue) -> Status:
        """Whether a number is planned: never what lies in a year before the document, always what lies behind it."""
        if said == "planned":
            return "actual" if self.is_past(as_of) else said
        known = self.calendar.published
        return "planned" if known and as_of.value > known and is_behind(as_of.value, known) else said

    def is_past(self, as_of: FieldValue) -> bool:
        """Whether a date lies before the year of publication, or before the last month that the document prints."""
        if not as_of.value[:4].isdigit():
            return False
        known = self.document.published
        if not known:
            latest = self.calendar.latest
            known = latest.form.edtf if latest else None
        return known is not None and as_of.value.rpartition("/")[2][:4] < known[:4]

    def policies(self) -> list[PolicyRecord]:
        """One record a title."""
        seen: dict[str, PolicyRecord] = {}
        titles = {key(mention.title.span.quote) for mention in self.mentions.policies}
        quoted = {key(m.title.span.quote) for m in self.mentions.policies if m.title.rule == "policies.quoted"}
        for mention in self.mentions.policies:
            own = key(mention.title.span.quote)
            if own not in seen and (own in quoted or not any(other.startswith(f"{own} ") for other in titles)):
                title = field(mention.title)
                seen[own] = make_policy(
                    {
                        "id": self.ids.next("policy", title.value),
                        "document": self.document.id,
                        "kind": "policy",
                        "title": title,
                        "date": self.date_field(mention.date),
                        "confidence": title.confidence,
                        "rule": title.rule,
                        "flags": (),
                    }
                )
        return list(seen.values())


def unit_of(mention: CountMention) -> str | None:
    """What a number counts, in the form in which spellings are compared."""
    return key(mention.unit.span.quote) if mention.unit else None


def fullness(mention: CountMention) -> tuple[bool, bool, bool]:
    """How much a place says of a count: a heading says least."""
    return mention.found.sentence.block.role != "title", mention.scope is not None, mention.as_of is not None
