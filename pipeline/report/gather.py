"""One pass over a data set: what the report counts. Texts are not kept; they are looked up again for what is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.identity.entities import Entity
from pipeline.identity.linking import Links
from pipeline.identity.mentions import Local, locals_of
from pipeline.records import CountRecord, Document, GroupRecord, Kind, OfficialRecord, Record, named_fields
from pipeline.report.parts import Cited
from pipeline.report.subjects import Subjects
from pipeline.review.reviewed import Reviewed
from pipeline.review.standing import Status

EXAMPLES = 8
"""So many examples of every flag are kept."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is kept of a document: its number in the data set, from 1, and what the lists say of it."""

    number: int
    id: str
    title: str
    source: str
    published: str | None
    publisher: str | None
    language: str
    records: int

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"document-{self.number}"


@dataclass
class Gathered:
    """What the report is made of."""

    papers: dict[str, Paper] = field(default_factory=dict)
    groups: dict[str, GroupRecord] = field(default_factory=dict)
    officials: dict[str, OfficialRecord] = field(default_factory=dict)
    counts: list[CountRecord] = field(default_factory=list)
    kinds: Counter[Kind] = field(default_factory=Counter)
    statuses: Counter[Status] = field(default_factory=Counter)
    read: int = 0
    flags: Counter[str] = field(default_factory=Counter)
    examples: defaultdict[str, list[Cited]] = field(default_factory=lambda: defaultdict(list))
    locals: list[Local] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    """The groups, schools, people and bodies that the documents speak of, as an export has them."""
    reprints: Collection[str] = ()
    """The documents that say again what another one says."""

    @cached_property
    def subjects(self) -> Subjects:
        """What the numbers are about."""
        return Subjects(self.locals)

    def add(self, each: Reviewed) -> None:
        """Take one document in."""
        kept = [standing.record for standing in each.standings if standing.in_tables]
        paper = _paper(len(self.papers) + 1, each.document, len(kept))
        self.papers[paper.id] = paper
        self.statuses.update(standing.status for standing in each.standings)
        self.read += bool(each.read_by)
        self.locals += locals_of(each.document, kept)
        for record in kept:
            self._record(record)

    def _record(self, record: Record) -> None:
        self.kinds[record.kind] += 1
        match record:
            case GroupRecord():
                self.groups[record.id] = record
            case OfficialRecord():
                self.officials[record.id] = record
            case CountRecord() if record.document not in self.reprints:
                self.counts.append(record)
        self._flags(record)

    def _flags(self, record: Record) -> None:
        """Count the flags of a record; each stands for the first field that has it, or for the record's first field."""
        fields = [value for _, value in named_fields(record)]
        for flag in dict.fromkeys((*record.flags, *(flag for value in fields for flag in value.flags))):
            self.flags[flag] += 1
            if len(self.examples[flag]) < EXAMPLES:
                shown = next((value for value in fields if flag in value.flags), fields[0])
                self.examples[flag].append(Cited(record.document, shown))


def gathered(all_reviewed: Iterable[Reviewed], links: Links) -> Gathered:
    """What the report needs of a data set, of which ``links`` has what ties its documents together."""
    found = Gathered(entities=list(links.entities), reprints=links.reprints)
    for each in all_reviewed:
        found.add(each)
    return found


def _paper(number: int, document: Document, records: int) -> Paper:
    return Paper(
        number,
        document.id,
        document.title or document.source,
        document.source,
        document.published,
        document.publisher,
        document.language,
        records,
    )
