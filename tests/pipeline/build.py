"""Documents and records for tests, built from a text and the quotes in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from extractors.text import BlockRole
from pipeline.outcome import Outcome
from pipeline.records import (
    Basis,
    CountRecord,
    DateRecord,
    Document,
    DocumentBlock,
    FieldValue,
    GroupRecord,
    OfficialRecord,
    PolicyRecord,
    Position,
    Record,
    Source,
)
from pipeline.review.reviewed import Reviewed, reviewed
from pipeline.run import Settings, replaced
from pipeline.steps import Done, Result, written
from pipeline.store.lock import locked
from pipeline.store.seal import LeftOutBlocks, SealedInput
from pipeline.store.shards import Finished

TEXT = """Anbu signs up
Anbu Primary School Education Group is led by Anbu Primary School.
Its members are Yaode Primary School and No. 2 Primary School 🎉.
Director Li Na of the Anbu Education Bureau spoke on October 13, 2022.
The 69 education groups follow the Group Measures."""

DEFAULT = Settings()


def document(
    source: str = "a.txt", text: str = TEXT, *, url: str | None = None, roles: Sequence[BlockRole] = ()
) -> Document:
    """One block a line; the first is a heading."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n")):
        role = roles[number] if number < len(roles) else "body"
        kind = "heading" if number == 0 and "\n" in text else "paragraph"
        blocks.append(
            DocumentBlock(kind=kind, role=role, start=start, end=start + len(line), path=f"line {number + 1}")
        )
        start += len(line) + 1
    return Document(
        id="d-" + hashlib.sha256(source.encode()).hexdigest()[:12],
        version=hashlib.sha256(text.encode()).hexdigest(),
        source=source,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        language="en",
        source_url=url,
        title=text.split("\n")[0],
        text=text,
        blocks=tuple(blocks),
    )


def place(text: str, quote: str, after: int = 0) -> Source:
    """Where a quote stands, with its line as the sentence."""
    start = text.index(quote, after)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    return Source(start=start, end=start + len(quote), sentence=(first, len(text) if last < 0 else last))


def field(
    text: str,
    quote: str,
    value: str | None = None,
    *,
    after: int = 0,
    flags: Sequence[str] = (),
    basis: Sequence[Basis] = (),
) -> FieldValue:
    """A field at the first place of a quote behind an offset."""
    return FieldValue(
        text=quote,
        value=quote if value is None else value,
        source=place(text, quote, after),
        basis=tuple(basis),
        confidence=0.9,
        rule="tests.rule",
        flags=tuple(flags),
    )


def group(
    of: Document, name: str, *, leaders: Sequence[str] = (), members: Sequence[str] = (), behind: int = 0
) -> GroupRecord:
    """A group; leaders and members are looked for behind an offset."""
    return GroupRecord(
        id=f"g-{of.id}-{name}",
        document=of.id,
        name=field(of.text, name),
        leaders=tuple(field(of.text, leader, after=behind) for leader in leaders),
        members=tuple(field(of.text, member, after=behind) for member in members),
        confidence=0.9,
        rule="tests.rule",
    )


def records(of: Document) -> list[Record]:
    """One record of each kind out of ``TEXT``."""
    text = of.text
    said = {"document": of.id, "confidence": 0.9, "rule": "tests.rule"}
    date = field(text, "October 13, 2022", "2022-10-13")
    position = Position(
        title=field(text, "Director"), organisation=field(text, "Anbu Education Bureau"), category="government"
    )
    return [
        group(
            of,
            "Anbu Primary School Education Group",
            leaders=["Anbu Primary School"],
            members=["Yaode Primary School", "No. 2 Primary School"],
            behind=text.index("is led by"),
        ),
        OfficialRecord(id=f"o-{of.id}", name=field(text, "Li Na"), positions=(position,), **said),
        DateRecord(id=f"t-{of.id}", text=date, value="2022-10-13", role="event", **said),
        CountRecord(
            id=f"c-{of.id}",
            text=field(text, "69 education groups"),
            value=69,
            unit=field(text, "education groups"),
            measure="count",
            modifier="exact",
            status="actual",
            **said,
        ),
        PolicyRecord(id=f"p-{of.id}", title=field(text, "Group Measures"), **said),
    ]


def unreviewed(of: Document, found: Sequence[Record]) -> Reviewed:
    """A document of which nobody has decided anything."""
    return next(reviewed([(of, found)], ()))


def done(of: Document, found: Sequence[Record] | None = None) -> Done:
    """What a run makes of a document."""
    own = records(of) if found is None else list(found)
    entry = SealedInput(source=of.source, document=of.id, sha256=of.sha256)
    return Done(of, entry, own, LeftOutBlocks(document=of.id, blocks=()), of.text.encode(), 0)


def finished(of: Document) -> Finished:
    """The same as it is written."""
    found = written(done(of))
    assert isinstance(found, Finished)
    return found


def write(folder: Path, *documents: Document) -> Outcome:
    """A sealed data set of documents that read like ``TEXT``."""
    return publish([done(each) for each in documents], folder)


def publish(
    results: Iterable[Result], folder: Path, settings: Settings = DEFAULT, words: bytes | None = None
) -> Outcome:
    """A sealed data set of results."""
    with locked(folder):
        return replaced(map(written, results), folder, settings, words)
