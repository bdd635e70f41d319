"""The whole way for one run: open, read, extract, store. A few documents at a time are held, none beyond its turn."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

import extractors
from pipeline.clock import now, stamp
from pipeline.errors import LexiconError
from pipeline.executors.batches import Size, batches, weight_of
from pipeline.executors.crew import Crew
from pipeline.executors.shards import Kept
from pipeline.executors.shards import shards as worked_shards
from pipeline.executors.task import Task
from pipeline.inputs import open_inputs
from pipeline.inputs.kinds import WEB_ARCHIVES
from pipeline.lexicon import Lexicon
from pipeline.outcome import Outcome
from pipeline.steps import Item, Watch, settled
from pipeline.store.draft import Draft, replacing
from pipeline.store.lock import locked
from pipeline.store.seal import ModelUse, Seal, SealedSettings
from pipeline.store.shards import Written
from pipeline.store.unfinished import Unfinished

if TYPE_CHECKING:  # what it needs is imported by runs that write shards
    from pipeline.store.sharded import Sharded

RULES = ("inputs", "read", "relevant.py", "normalise", "extraction.py", "lexicon.py", "records.py")
"""What, beside ``extractors/``, decides which records come out of which bytes; paths in ``pipeline/``."""
FEW = Size(inputs=24, bytes=512 * 1024)
"""Inputs for which no processes are started: they are done before a process has begun."""


SHARD = Size(inputs=256, bytes=8 * 1024 * 1024)
"""The inputs of one shard of Parquet."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose: ``lexicon`` is a TOML file that adds words, ``model`` whether spaCy is asked.

    ``relevant_only`` passes over documents without a word of a group or a policy.
    """

    lexicon: Path | None = None
    model: bool = False
    relevant_only: bool = False


def run(
    arguments: list[str],
    folder: Path,
    settings: Settings,
    watch: Watch = lambda _: None,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    cluster: str | None = None,
    shards: Literal["parquet"] | None = None,
) -> Outcome:
    """Take the inputs in and replace the folder's data set; when none could be read, the former one stays.

    ``jobs`` processes share the work, 1 for this one alone, or the workers of a Dask ``cluster``. What an interrupted
    run of the same inputs, rules and settings had finished is taken over. Raises LexiconError, ModelError, LockedError,
    StoreError, ExecutorError, UsageError; an input that fails is in the outcome.
    """
    words = lexicon_bytes(settings.lexicon)
    added = Lexicon.parsed(words, settings.lexicon) if words and settings.lexicon else Lexicon()
    task = Task(added, settings.model, settings.relevant_only)
    with locked(folder):
        sharded = parquet(folder, settings, words) if shards else None
        unfinished = sharded or Unfinished(folder)
        items = map(settled, open_inputs(arguments, stdin=stdin))
        rules = basis(arguments, settings, words)
        with closing(
            finished(items, rules, SHARD if shards else Size(), Crew(task, jobs, cluster, watch), unfinished)
        ) as results:
            outcome = replaced(results, folder, settings, words, sharded)
        outcome.resumed = unfinished.taken
        unfinished.clear()
    return outcome


def finished(items: Iterator[Item], rules: str, size: Size, crew: Crew, unfinished: Kept) -> Generator[Written]:
    """What becomes of the items, in their order; ``rules`` stands for all that decides it beside them."""
    first, more = glimpse(items)
    with crew.executor(few=not more) as workers:
        yield from worked_shards(batches(chain(first, items), rules, size), workers, unfinished)


def parquet(folder: Path, settings: Settings, words: bytes | None) -> Sharded:
    """The shards of a folder, for a run with these settings."""
    from pipeline.store.sharded import Sharded

    return Sharded(folder, rules_version(words), sealed_settings(settings, words))


def glimpse(items: Iterator[Item]) -> tuple[list[Item], bool]:
    """The first few items, and whether there may be more."""
    first: list[Item] = []
    weight = 0
    for item in items:
        first.append(item)
        weight += weight_of(item)
        if len(first) > FEW.inputs or weight > FEW.bytes:
            return first, True
    return first, False


def basis(arguments: Iterable[str], settings: Settings, words: bytes | None) -> str:
    """All that decides what becomes of inputs beside their bytes; captures in an archive stand for theirs.

    An archive counts by its size and the time of its last change.
    """
    told = [version("communique"), rules_version(words), sealed_settings(settings, words).model_dump_json()]
    for argument in arguments:
        path = Path(argument)
        if argument.lower().endswith(WEB_ARCHIVES) and path.is_file():
            status = path.stat()
            told.append(f"{argument} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(told)


def replaced(
    results: Iterable[Written],
    folder: Path,
    settings: Settings,
    words: bytes | None,
    sharded: Sharded | None = None,
) -> Outcome:
    """Write the results as the folder's new data set; when there is no document among them, the former one stays.

    ``words`` are the bytes of the user's lexicon. The caller holds the folder (``locked``). Raises StoreError.
    """
    started = stamp(now())
    outcome = Outcome()
    with replacing(folder, sharded) as draft:
        for result in results:
            outcome.note(draft.add(result))
        if outcome.documents:
            draft.publish(sealed(outcome, draft, settings, words, started))
            outcome.published = True
    return outcome


def sealed(outcome: Outcome, draft: Draft, settings: Settings, words: bytes | None, started: str) -> Seal:
    """The seal of a draft to which nothing will be added."""
    return Seal(
        version=version("communique"),
        rules_version=rules_version(words),
        settings=sealed_settings(settings, words),
        started=started,
        finished=stamp(now()),
        model=ModelUse(asked=outcome.asked, documents=outcome.documents_asked),
        counts=outcome.counts,
        totals=draft.totals(),
        files=draft.digests(),
    )


def sealed_settings(settings: Settings, words: bytes | None) -> SealedSettings:
    """The settings as the seal tells them."""
    return SealedSettings(
        model=settings.model,
        lexicon=settings.lexicon.name if settings.lexicon else None,
        lexicon_sha256=hashlib.sha256(words).hexdigest() if words is not None else None,
        relevant_only=settings.relevant_only,
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
    total = hashlib.sha256(_sources())
    total.update(words or b"")
    return total.hexdigest()[:16]


@cache
def _sources() -> bytes:
    """The names and digests of the rules and lexicons; the rules of a process stay those that it began with."""
    pipeline = Path(__file__).parent
    roots = [Path(extractors.__file__).parent, *(pipeline / name for name in RULES)]
    told = bytearray()
    for root in roots:
        files = sorted(root.rglob("*")) if root.is_dir() else [root]
        for path in files:
            if path.suffix in {".py", ".toml"} and path.is_file():
                told += path.relative_to(root.parent).as_posix().encode() + b"\0"
                told += hashlib.sha256(path.read_bytes()).digest()
    return bytes(told)
