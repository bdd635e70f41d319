"""All that ties the documents of a data set together: entities, reprints, conflicts.

Two looks: the first one puts of each document only names, places and sketches on the shelf; the second one is at the
few documents that may tell the same story in two languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from pipeline.aside import told_aside
from pipeline.identity.conflicts import Conflict, Notes, Place, notes
from pipeline.identity.entities import Entity, Resolution, witnessed
from pipeline.identity.judging import Judgement
from pipeline.identity.mentions import locals_of
from pipeline.identity.reprints import Sketches, sketch
from pipeline.identity.shelf import Shelf
from pipeline.identity.testimony import Testimony, testimony
from pipeline.identity.things import Things
from pipeline.identity.witnesses import Facts, Witnesses, compared
from pipeline.records import Document, Record

Told = tuple[Document, Sequence[Record]]
AT_HAND = 64
"""So many documents are held at once while tellings of one story are compared."""


class Telling(Protocol):
    """Documents with their records, which can be gone through again, and be had by their number."""

    def __iter__(self) -> Iterator[Told]: ...

    def __getitem__(self, at: int, /) -> Told: ...


@dataclass(frozen=True, slots=True)
class Links:
    """What ties documents together.

    ``entities`` can be gone through again and again; ``reprints`` has the original of each reprint, and ``conflicts``
    those that a record is in.
    """

    entities: Resolution
    reprints: Mapping[str, str] = field(default_factory=dict)
    conflicts: Mapping[str, Sequence[Conflict]] = field(default_factory=dict)

    @property
    def judgements(self) -> Iterator[Judgement]:
        """All that was judged of names."""
        return self.entities.judgements

    def named_in(self, document: str) -> dict[Place, str]:
        """The entity of each place of a document that names one."""
        return {(m.record, m.field, m.start, m.end): entity for m, entity in self.entities.named_in(document)}

    def spread(self, entity: Entity) -> tuple[int, int]:
        """How many documents speak of an entity, and how often; reprints are left out."""
        documents = {self.reprints.get(local.document, local.document) for local in entity.locals}
        return len(documents), sum(
            len(local.mentions) for local in entity.locals if local.document not in self.reprints
        )


def linked(telling: Telling, judged: Iterable[Judgement] = (), known: Iterable[tuple[str, str]] = ()) -> Links:
    """What ties the documents of a data set together; ``judged`` is what reviewers said, in the order of the log.

    ``known`` are the ids of former exports: each thing's own and its entity's, the oldest first. Raises StoreError when
    there is no room for what has to be kept.
    """
    with told_aside():
        shelf = Shelf()
        things, sketches, facts, noted = Things(shelf), Sketches(shelf), Facts(shelf), Notes(shelf)
        for document, records in telling:
            for local in locals_of(document, records):
                things.add(local)
            sketches.add(sketch(document))
            facts.add(testimony(document, records).facts)
            noted.add(notes(document, records))
        things.close()
        copies = sketches.reprints()
        entities = Resolution(things, [*witnessed(things, _witnesses(telling, facts)), *judged], known, copies)
        return Links(entities, copies, noted.conflicts(entities, copies))


def _witnesses(telling: Telling, facts: Facts) -> Iterator[Witnesses]:
    @lru_cache(AT_HAND)
    def told(at: int) -> Testimony:
        return testimony(*telling[at])

    for first, second in facts.worth_comparing():
        if (found := compared(told(first), told(second))) is not None:
            yield found
