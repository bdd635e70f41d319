"""The whole way for one run: open, read, extract, store. One document at a time; none is held longer than its turn."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, Protocol

import extractors
from pipeline.clock import now, stamp
from pipeline.errors import CommuniqueError, InputError, LexiconError
from pipeline.extraction import Extraction
from pipeline.inputs import Input, LeftOut, Versions, open_inputs
from pipeline.read import Reading, read
from pipeline.records import KINDS, Document, Kind, Record
from pipeline.store.draft import Draft, replacing
from pipeline.store.lock import locked
from pipeline.store.seal import (
    Failure,
    LeftOutBlock,
    LeftOutBlocks,
    LeftOutInput,
    ModelUse,
    Seal,
    SealedInput,
    SealedSettings,
)
from pipeline.store.spans import faults

RULES = ("inputs", "read", "normalise", "extraction.py", "records.py")
"""What, beside ``extractors/``, decides which records come out of which bytes; paths in ``pipeline/``."""
REPORT = "please report it with this line; the other inputs are done"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose: ``lexicon`` is a TOML file that adds words, ``model`` whether spaCy is asked."""

    lexicon: Path | None = None
    model: bool = False


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
Watch = Callable[[str], None]
"""Is told the name of each input before it is worked on."""


@dataclass(slots=True)
class Outcome:
    """What a run did, for the closing table. ``published`` is false when no input became a document."""

    documents: list[tuple[str, dict[Kind, int]]] = field(default_factory=list)
    inputs: list[SealedInput] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    left_out: list[LeftOutInput] = field(default_factory=list)
    blocks_left_out: list[LeftOutBlocks] = field(default_factory=list)
    asked: int = 0
    documents_asked: int = 0
    published: bool = False

    @property
    def exit_code(self) -> int:
        """0 when every input was done, 1 when one failed or nothing could be read."""
        return 1 if self.failures or not self.published else 0

    def counts(self) -> dict[Kind, int]:
        """How many records of each kind, over all documents."""
        return {kind: sum(counts[kind] for _, counts in self.documents) for kind in KINDS}

    def note(self, result: Result) -> None:
        """Remember a result without its document and bytes."""
        match result:
            case Failure():
                self.failures.append(result)
            case LeftOutInput():
                self.left_out.append(result)
            case Done(document=document):
                found = Counter(record.kind for record in result.records)
                self.documents.append((document.source, {kind: found[kind] for kind in KINDS}))
                self.inputs.append(result.entry)
                self.asked += result.asked
                self.documents_asked += result.asked > 0
                if result.left_out.blocks:
                    self.blocks_left_out.append(result.left_out)


def run(
    arguments: list[str], folder: Path, settings: Settings, watch: Watch = lambda _: None, stdin: BinaryIO | None = None
) -> Outcome:
    """Take the inputs in and replace the folder's data set; when none could be read, the former one stays.

    Raises LexiconError, ModelError, LockedError, StoreError; an input that fails is in the outcome.
    """
    words = lexicon_bytes(settings.lexicon)
    extraction = Extraction(settings.lexicon, model=settings.model)
    return publish(results(open_inputs(arguments, stdin=stdin), read, extraction, watch), folder, settings, words)


def results(
    opened: Iterable[Input | Versions | InputError | LeftOut],
    read: Callable[[Input], Reading],
    extraction: Extractor,
    watch: Watch = lambda _: None,
) -> Iterator[Result]:
    """What becomes of each input, in their order."""
    for each in opened:
        match each:
            case InputError():
                yield failure(each)
            case LeftOut():
                yield LeftOutInput(input=each.path, reason=each.reason)
            case Input():
                watch(each.source)
                yield worked(each, read, extraction)
            case Versions():
                watch(each.source)
                yield newest(attempt(each.source, opening, read, extraction) for opening in each.openings)


def newest(attempts: Iterator[Done | Failure]) -> Done | Failure:
    """The first of several captures, newest first, that became a document; when none did, why the newest did not."""
    first = next(attempts)
    if isinstance(first, Done):
        return first
    return next((each for each in attempts if isinstance(each, Done)), first)


def attempt(
    name: str, opening: Callable[[], Input], read: Callable[[Input], Reading], extraction: Extractor
) -> Done | Failure:
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


def worked(source: Input, read: Callable[[Input], Reading], extraction: Extractor) -> Done | Failure:
    """One input through reading and extraction."""
    asked = extraction.asked
    try:
        reading = read(source)
        document = reading.document
        records = extraction.records(document)
        problem = next(faults(document, records), None)
    except InputError as error:
        return failure(error)
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


def publish(results: Iterable[Result], folder: Path, settings: Settings, words: bytes | None = None) -> Outcome:
    """Hold the folder and write the results as its new data set. Raises LockedError, StoreError."""
    with locked(folder):
        return replaced(results, folder, settings, words)


def replaced(results: Iterable[Result], folder: Path, settings: Settings, words: bytes | None = None) -> Outcome:
    """Write the results as the folder's new data set; when there is no document among them, the former one stays.

    ``words`` are the bytes of the user's lexicon. The caller holds the folder (``locked``). Raises StoreError.
    """
    started = stamp(now())
    outcome = Outcome()
    sources: dict[str, str] = {}
    with replacing(folder) as draft:
        for result in results:
            if isinstance(result, Done):
                document = result.document
                if document.id in sources:
                    outcome.note(same_identity(document, sources[document.id]))
                    continue
                sources[document.id] = document.source
                draft.add(document, result.records, result.data)
            outcome.note(result)
        if outcome.documents:
            draft.publish(sealed(outcome, draft, settings, words, started))
            outcome.published = True
    return outcome


def same_identity(document: Document, former: str) -> Failure:
    """The failure of an input whose document id an earlier one has."""
    problem = f"has the same identity ({document.id}) as the earlier input {former}"
    remedy = "name a folder that holds both, so that their paths differ, or leave one out"
    return Failure(input=document.source, problem=problem, remedy=remedy)


def sealed(outcome: Outcome, draft: Draft, settings: Settings, words: bytes | None, started: str) -> Seal:
    """The seal of a draft to which nothing will be added."""
    return Seal(
        version=version("communique"),
        rules_version=rules_version(words),
        settings=SealedSettings(
            model=settings.model,
            lexicon=settings.lexicon.name if settings.lexicon else None,
            lexicon_sha256=hashlib.sha256(words).hexdigest() if words is not None else None,
        ),
        started=started,
        finished=stamp(now()),
        inputs=tuple(outcome.inputs),
        failures=tuple(outcome.failures),
        left_out=tuple(outcome.left_out),
        blocks_left_out=tuple(outcome.blocks_left_out),
        model=ModelUse(asked=outcome.asked, documents=outcome.documents_asked),
        counts=outcome.counts(),
        files=draft.digests(),
    )


def lexicon_bytes(lexicon: Path | None) -> bytes | None:
    """The user's lexicon file as it is, for its digest. Raises LexiconError when it cannot be read."""
    try:
        return lexicon.read_bytes() if lexicon else None
    except OSError as error:
        raise LexiconError(
            f"{lexicon}: cannot be read: {error.strerror}; name a TOML file with words to add"
        ) from error


def rules_version(words: bytes | None = None) -> str:
    """A digest of all that decides which records come out of which bytes: rules, lexicons, the user's lexicon.

    The same sources give the same version wherever they are installed.
    """
    pipeline = Path(__file__).parent
    roots = [Path(extractors.__file__).parent, *(pipeline / name for name in RULES)]
    total = hashlib.sha256()
    for root in roots:
        files = sorted(root.rglob("*")) if root.is_dir() else [root]
        for path in files:
            if path.suffix in {".py", ".toml"} and path.is_file():
                total.update(path.relative_to(root.parent).as_posix().encode() + b"\0")
                total.update(hashlib.sha256(path.read_bytes()).digest())
    total.update(words or b"")
    return total.hexdigest()[:16]
