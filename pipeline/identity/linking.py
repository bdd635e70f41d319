"""All that ties the documents of a data set together: entities, reprints, conflicts.

Two looks: the first keeps of each document only names, places and sketches; the second one is at the few documents that
may tell the same story in two languages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from pipeline.identity.conflicts import Conflict, Note, Place, conflicts, notes
from pipeline.identity.entities import Entity, pending, resolved, standing, witnessed
from pipeline.identity.judging import Judgement
from pipeline.identity.mentions import Local, locals_of
from pipeline.identity.reprints import Sketch, reprints, sketch
from pipeline.identity.testimony import Fact, Testimony, testimony
from pipeline.identity.witnesses import Witnesses, compared, worth_comparing
from pipeline.records import Document, Record

Told = tuple[Document, Sequence[Record]]
AT_HAND = 64
"""So many documents are held at once while tellings of one story are compared."""


class Telling(Protocol):
    """Documents with their records, which can be gone through again, and be had by their number."""

    def __iter__(self) -> Iterator[Told]: ...

    def __getitem__(self, at: int, /) -> Told: ...


@dataclass(slots=True)
class Survey:
    """What is kept of all documents at once."""

    found: list[Local] = field(default_factory=list)
    sketches: list[Sketch] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    facts: list[frozenset[Fact]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Links:
    """What ties documents together.

    ``reprints`` has the original of each reprint; ``at`` the entity of each place that names one; ``documents`` and
    ``mentions`` how many documents speak of an entity and how often, reprints left out; ``conflicts`` those that a
    record is in; ``judgements`` all that was judged, and ``open`` what waits for a reviewer, the likeliest first.
    """

    entities: tuple[Entity, ...] = ()
    at: Mapping[Place, str] = field(default_factory=dict)
    documents: Mapping[str, int] = field(default_factory=dict)
    mentions: Mapping[str, int] = field(default_factory=dict)
    reprints: Mapping[str, str] = field(default_factory=dict)
    conflicts: Mapping[str, Sequence[Conflict]] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    open: tuple[Judgement, ...] = ()


def linked(telling: Telling, judged: Iterable[Judgement] = ()) -> Links:
    """What ties the documents of a data set together; ``judged`` is what reviewers said, in the order of the log."""
    survey = surveyed(telling)
    copies = reprints(survey.sketches)
    told = [*witnessed(survey.found, _witnesses(telling, survey)), *judged]
    entities, made = resolved(survey.found, told)
    at, documents, mentions = _places(entities, copies)
    names = {entity.id: entity.name for entity in entities}
    return Links(
        tuple(entities),
        at,
        documents,
        mentions,
        copies,
        conflicts(survey.notes, at, names, copies),
        (*standing(told).values(), *made),
        tuple(pending(made, told)),
    )


def surveyed(telling: Iterable[Told]) -> Survey:
    """What is kept of all documents at once."""
    survey = Survey()
    for document, records in telling:
        survey.found += locals_of(document, records)
        survey.sketches.append(sketch(document))
        survey.notes += notes(document, records)
        survey.facts.append(testimony(document, records).facts)
    return survey


def _witnesses(telling: Telling, survey: Survey) -> Iterator[Witnesses]:
    @lru_cache(AT_HAND)
    def told(at: int) -> Testimony:
        return testimony(*telling[at])

    for first, second in worth_comparing(survey.facts):
        if (found := compared(told(first), told(second))) is not None:
            yield found


def _places(
    entities: Iterable[Entity], copies: Mapping[str, str]
) -> tuple[dict[Place, str], dict[str, int], dict[str, int]]:
    at: dict[Place, str] = {}
    documents: dict[str, set[str]] = defaultdict(set)
    mentions: Counter[str] = Counter()
    for entity in entities:
        for local in entity.locals:
            for each in local.mentions:
                at[each.record, each.field, each.start, each.end] = entity.id
            documents[entity.id].add(copies.get(local.document, local.document))
            if local.document not in copies:
                mentions[entity.id] += len(local.mentions)
    return at, {name: len(own) for name, own in documents.items()}, dict(mentions)
