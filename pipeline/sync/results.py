"""From captures to results: read and extracted once for each input, rules version and settings; kept in the state."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from pydantic import ValidationError

from pipeline.errors import SealError, StoreError, UnreadableInput
from pipeline.inputs import Input
from pipeline.read import Reading, read
from pipeline.records import Document, Frozen, Record
from pipeline.steps import Done, Extractor, Result, attempt, worked
from pipeline.store.archive import ARCHIVE
from pipeline.store.captures import capture_at
from pipeline.store.dataset import Dataset, opened
from pipeline.store.lists import sealed
from pipeline.store.seal import SEAL, Failure, LeftOutBlocks, LeftOutInput, SealedInput, current
from pipeline.store.state import State
from pipeline.store.tables import CaptureRow

REMAKE = f"keep a copy of the folder, move {SEAL} away, and sync again to write anew what the archive holds"
"""What to do about a damaged data set; what ``run`` had put there is to be taken in again."""


class Kept(Frozen):
    """What rules made of one capture, as the state keeps it: a failure, why it was passed over, or all the rest."""

    failure: Failure | None = None
    passed_over: LeftOutInput | None = None
    document: Document | None = None
    records: tuple[Record, ...] = ()
    entry: SealedInput | None = None
    left_out: LeftOutBlocks | None = None
    asked: int = 0

    def result(self, row: CaptureRow) -> Result:
        """The result, for a capture of the same bytes at any time. Raises ValueError when it is none."""
        if self.failure is not None:
            return self.failure
        if self.passed_over is not None:
            return self.passed_over
        if self.document is None or self.entry is None or self.left_out is None:
            raise ValueError
        document = self.document
        if document.retrieved_at is not None:
            document = document.model_copy(update={"retrieved_at": row.at})
        return Done(document, self.entry, list(self.records), self.left_out, None, self.asked)


@dataclass(slots=True)
class Yields:
    """How many records a source's pages gave: each that was captured in this sync, and all captures from before."""

    fresh: list[int] = field(default_factory=list)
    before: int = 0


@dataclass(slots=True)
class Results:
    """Every document that was ever taken in, as the rules see it today; what changed is noted on the way."""

    folder: Path
    state: State
    extraction: Extractor
    rules: str
    """Rules version and settings, the part of a result's key that is not the input's."""
    last: int
    """The number of the last capture from before this sync."""
    due: Callable[[CaptureRow], str]
    """When a page that has just changed is asked again."""
    watch: Callable[[str], None] = lambda _: None
    reading: Callable[[Input], Reading] = read
    news: dict[str, list[str]] = field(default_factory=lambda: {"new": [], "changed": []})
    unsettled: list[tuple[CaptureRow, str]] = field(default_factory=list)
    """Whose version is another than the one published last, with it, until ``settle``."""
    records: int = 0
    """Records of what is new or changed."""
    unchanged: int = 0
    """Documents captured in this sync whose article is as it was."""
    failures: list[Failure] = field(default_factory=list)
    """Failures of what was captured in this sync."""
    passed_over: list[LeftOutInput] = field(default_factory=list)
    """What was captured in this sync and has no word of a group or a policy."""
    yields: dict[str, Yields] = field(default_factory=dict)

    def all(self) -> Iterator[Result]:
        """The documents that an earlier run left here and no source brought, then those of the sources, by identity.

        Raises StoreError.
        """
        identities = self.state.identities()
        for each in carried(self.folder, set(identities), self.extraction, self.rules):
            if isinstance(each, Failure):
                self.failures.append(each)
            yield each
        for identity in identities:
            self.watch(identity)
            yield self._newest(identity)
        for name, given in self.yields.items():
            given.before = self.state.gave(name, self.last)

    def _newest(self, identity: str) -> Result:
        """What the newest capture became that can be read; when there is none, why the newest cannot."""
        rows = self.state.captures(identity)
        results = ((row, self._result(row)) for row in rows)
        row, first = next(results)
        fresh = row.id > self.last
        if isinstance(first, Failure) and fresh:
            self.failures.append(first)
            self.yields.setdefault(row.source, Yields()).fresh.append(0)
        for read_from, result in chain([(row, first)], results):
            if isinstance(result, Done):
                self._note(read_from, result, fresh=read_from.id > self.last)
                return result
            if isinstance(result, LeftOutInput):
                self.passed_over += [result] if read_from.id > self.last else []
                return result
        return first

    def _note(self, row: CaptureRow, done: Done, *, fresh: bool) -> None:
        """Tell what is new from what is as it was, and count what the source gave."""
        given = self.yields.setdefault(row.source, Yields())
        if fresh:
            given.fresh.append(len(done.records))
        last = self.state.version(row.identity)
        if last != done.document.version:
            self.unsettled.append((row, done.document.version))
            if last is None or fresh:  # else the page is as it was, and only read by other rules
                self.news["new" if last is None else "changed"].append(done.document.source)
                self.records += len(done.records)
        elif fresh:
            self.unchanged += 1

    def settle(self) -> None:
        """Note what was published. A sync that ends before tells its news again next time. Raises StoreError."""
        for row, version in self.unsettled:
            self.state.settle(row, version, self.due(row) if row.id > self.last else None)

    def _result(self, row: CaptureRow) -> Result:
        key = f"{row.key}:{self.rules}"
        if (packed := self.state.result(key)) is not None:
            try:
                return Kept.model_validate_json(zlib.decompress(packed)).result(row)
            except (zlib.error, ValidationError, ValueError):
                pass  # of another version of the types, or damaged: made anew
        result = attempt(row.identity, lambda: self._capture(row), self.reading, self.extraction)
        kept = kept_of(result)
        packed = zlib.compress(kept.model_dump_json().encode(), 6)
        self.state.keep_result(key, row, len(kept.records), packed)
        return kept.result(row)

    def _capture(self, row: CaptureRow) -> Input:
        path = self.folder / ARCHIVE / row.file
        try:
            capture = capture_at(path, row.offset)
        except OSError as error:
            raise StoreError(f"{path}: cannot be read: {error.strerror}; restore it from a copy") from error
        except UnreadableInput as error:  # no fault of the page, so nothing that may be kept of it
            raise StoreError(f"{path}: is damaged at byte {row.offset}; restore it from a copy") from error
        return capture.input()


def kept_of(result: Result) -> Kept:
    """A result as the state keeps it."""
    if isinstance(result, Failure):
        return Kept(failure=result)
    if isinstance(result, LeftOutInput):
        return Kept(passed_over=result)
    return Kept(
        document=result.document,
        records=tuple(result.records),
        entry=result.entry,
        left_out=result.left_out,
        asked=result.asked,
    )


def rules_key(version: str, *, model: bool, relevant_only: bool) -> str:
    """Rules version and settings as one text: what a result depends on beside its input."""
    return f"{version}:{json.dumps([model, relevant_only])}"


def carried(folder: Path, others: set[str], extraction: Extractor, rules: str) -> Iterator[Done | Failure]:
    """The documents of the folder's data set that are not among the others; extracted anew when the rules changed.

    A data set that holds nothing else is not read: it is written anew. A document that the rules fail on keeps its
    records. Raises SealError for a data set that does not match its seal.
    """
    seal = current(folder)[0]
    if not seal.is_file():
        return
    try:
        with sealed(seal) as told:
            if all(entry.source in others for entry in told.inputs()):
                return
        with opened(folder) as dataset:
            former_settings = dataset.seal.settings
            former_rules = rules_key(
                dataset.seal.rules_version, model=former_settings.model, relevant_only=former_settings.relevant_only
            )
            for former in _formers(dataset):
                if former.document.source not in others:
                    yield from [former] if rules == former_rules else _anew(former, extraction)
    except SealError as error:
        raise SealError(f"{str(error).rpartition('; ')[0]}; {REMAKE}") from error


def _formers(dataset: Dataset) -> Iterator[Done]:
    """What the documents of a data set were made of; the lists of the seal are in their order."""
    blocks = dataset.sealed.blocks_left_out()
    left = next(blocks, None)
    for (document, records), entry in zip(dataset.pairs(), dataset.sealed.inputs(), strict=True):
        left_out = LeftOutBlocks(document=document.id, blocks=())
        if left is not None and left.document == document.id:
            left_out, left = left, next(blocks, None)
        yield Done(document, entry, list(records), left_out, None, 0)


def _anew(former: Done, extraction: Extractor) -> Iterator[Done | Failure]:
    document = former.document
    source = Input(document.source, b"", document.media_type)
    match worked(source, lambda _: Reading(document, ()), extraction):
        case Done(records=records, asked=asked):
            yield replace(former, records=records, asked=asked)
        case Failure() as failure:
            yield from (former, failure)
