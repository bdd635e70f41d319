"""What becomes of one input: opened, read, extracted, checked. No step knows of another input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from pipeline.deadline import TookTooLong, within
from pipeline.errors import CommuniqueError, InputError
from pipeline.inputs import Address, Input, LeftOut, Versions
from pipeline.inputs.fetching import fetched
from pipeline.records import KINDS, Document, Record
from pipeline.store.draft import line
from pipeline.store.seal import Failure, LeftOutBlock, LeftOutBlocks, LeftOutInput, SealedInput
from pipeline.store.shards import Finished, Written
from pipeline.store.spans import faults

if TYPE_CHECKING:  # whoever only hands inputs on to workers does without the readers
    from pipeline.read import Reading

REPORT = "please report it with this line; the other inputs are done"
LONGEST = 300
"""Seconds for one document; a text of 8 MB takes 13. Whatever takes more has lost its way."""
IRRELEVANT = "no word of a group or a policy (--relevant-only)"
"""Why a document is left out that a reader passed over."""


class Irrelevant(Exception):
    """No error: a reader met a document as it should be, about something else than groups and policies."""


class Extractor(Protocol):
    """What a run needs of ``pipeline.extraction.Extraction``."""

    @property
    def asked(self) -> int:
        """How many questions the spaCy model was asked so far."""
        ...

    def records(self, document: Document) -> list[Record]:
        """The records of one document, in the order of their first source."""
        ...


@dataclass(frozen=True, slots=True)
class Done:
    """One input that became a document: its entry in the seal, its records, what was left out, its bytes.

    ``data`` is None when the bytes are archived already.
    """

    document: Document
    entry: SealedInput
    records: list[Record]
    left_out: LeftOutBlocks
    data: bytes | None
    asked: int


Result = Done | Failure | LeftOutInput
Work = Input | Versions | Address
"""What is to be worked on."""
Item = Work | Failure | LeftOutInput
"""What is to be worked on, or was settled as it was opened."""
Watch = Callable[[str], None]
"""Is told the name of each input before it is worked on."""


def settled(opened: Work | InputError | LeftOut) -> Item:
    """What was opened, its error or reason as the seal keeps it; all of it can be sent to another process."""
    match opened:
        case InputError():
            return failure(opened)
        case LeftOut():
            return LeftOutInput(input=opened.path, reason=opened.reason)
        case _:
            return opened


def result(item: Item, read: Callable[[Input], Reading], extraction: Extractor) -> Result:
    """What becomes of one input."""
    match item:
        case Input():
            return worked(item, read, extraction)
        case Address():
            return attempt(item.label, partial(fetched, item), read, extraction)
        case Versions():
            return newest(attempt(item.source, opening, read, extraction) for opening in item.openings)
        case _:
            return item


def newest(attempts: Iterator[Result]) -> Result:
    """The first of several captures, newest first, that did not fail; when all did, why the newest did."""
    first = next(attempts)
    if not isinstance(first, Failure):
        return first
    return next((each for each in attempts if not isinstance(each, Failure)), first)


def attempt(name: str, opening: Callable[[], Input], read: Callable[[Input], Reading], extraction: Extractor) -> Result:
    """What becomes of an input that is still to be opened; ``name`` is what it is called when that fails badly."""
    try:
        source = opening()
    except InputError as error:
        return failure(error)
    except CommuniqueError:
        raise
    # As in ``worked``: a mistake of ours costs one input.
    except Exception as error:
        return failure(mistake(name, error))
    return worked(source, read, extraction)


def worked(source: Input, read: Callable[[Input], Reading], extraction: Extractor) -> Result:
    """One input through reading and extraction."""
    asked = extraction.asked
    try:
        with within(LONGEST):
            reading = read(source)
            document = reading.document
            records = extraction.records(document)
            problem = next(faults(document, records), None)
    except Irrelevant:
        return LeftOutInput(input=source.source, reason=IRRELEVANT)
    except InputError as error:
        return failure(error)
    except TookTooLong:
        return Failure(input=source.source, problem=f"not done after {LONGEST} seconds, and left out", remedy=REPORT)
    except CommuniqueError:
        raise
    # The one broad except: whatever a page does to the rules is our mistake, and must not cost the other pages.
    except Exception as error:
        return failure(mistake(source.source, error))
    if problem is not None:
        return Failure(input=source.source, problem=f"this is a bug in communique ({problem})", remedy=REPORT)
    blocks = tuple(LeftOutBlock(path=b.path, reason=b.reason, excerpt=b.excerpt) for b in reading.left_out)
    left_out = LeftOutBlocks(document=document.id, blocks=blocks)
    entry = SealedInput(
        source=document.source,
        document=document.id,
        sha256=document.sha256,
        charset=reading.charset,
        replaced=reading.replaced,
    )
    return Done(document, entry, records, left_out, source.data, extraction.asked - asked)


def mistake(name: str, error: Exception) -> InputError:
    """What to say of an input that the program itself failed on."""
    problem = f"{type(error).__name__}: {error}".splitlines()[0].rstrip(": ")
    return InputError(name, f"this is a bug in communique ({problem})", REPORT)


def failure(error: InputError) -> Failure:
    """An input's error as the seal keeps it."""
    return Failure(input=error.name, problem=error.problem, remedy=error.remedy)


def written(result: Result) -> Written:
    """A result as it is written: its document and records are lines by now."""
    if not isinstance(result, Done):
        return result
    found = Counter(record.kind for record in result.records)
    return Finished(
        entry=result.entry,
        counts={kind: found[kind] for kind in KINDS},
        asked=result.asked,
        document=line(result.document),
        records=b"".join(map(line, result.records)),
        left_out=result.left_out.model_dump_json().encode() if result.left_out.blocks else b"",
        data=result.data,
    )
