"""A data set as shards of Parquet: ``shards/`` with two files for each run of inputs, listed in ``shards.jsonl``.

A shard is named by its key, a digest of its inputs, the rules and the settings. One that is there with its key is kept,
whether a run that was interrupted left it or the one before. New shards wait in ``.unfinished/``, so that ``shards/``
has those of one data set and no other; they are moved when it is published, and what it does not list is removed.
``KEY.outline`` beside the two tables holds what the seal says of the inputs.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import BinaryIO

from pipeline.known import Known
from pipeline.records import Frozen
from pipeline.store import archive
from pipeline.store.disk import settle, told, write_whole
from pipeline.store.parquet import documents_table, lines_of, records_table
from pipeline.store.seal import DOCUMENTS, RECORDS, SHARDS_FOLDER, SealedSettings
from pipeline.store.shards import Finished, Written, pack, unpack
from pipeline.store.unfinished import UNFINISHED, Unfinished

OUTLINE = ".outline"
TABLES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    DOCUMENTS: (".documents.parquet", documents_table),
    RECORDS: (".records.parquet", records_table),
}
"""What each of the two files is in a shard, and how it is made of its lines."""


class ShardInput(Frozen):
    """An input of a shard that became a document."""

    source: str
    sha256: str


class Shard(Frozen):
    """A line of ``shards.jsonl``; ``files`` are the sha256 of the tables, by their names in ``shards/``."""

    key: str
    rules_version: str
    settings: SealedSettings
    documents: int
    records: int
    inputs: tuple[ShardInput, ...]
    files: dict[str, str]


class Sharded(Unfinished):
    """The shards of a folder and of a run that writes them. The caller holds the folder.

    ``add`` is told what is listed: the line of each shard as its turn comes.
    """

    def __init__(self, folder: Path, rules_version: str, settings: SealedSettings) -> None:
        super().__init__(folder)
        self.rules_version = rules_version
        self.settings = settings
        self.add: Callable[[bytes], None] = lambda _: None

    def find(self, key: str) -> list[Written] | None:
        """The results in the shard of a key; None when there is none, or it is not whole. Raises StoreError."""
        with told(self.folder, "read"):
            try:
                line, _, packed = self._outline(key).read_bytes().partition(b"\n")
                shard, results = Shard.model_validate_json(line), unpack(packed)
            except (FileNotFoundError, ValueError):
                return None
            if any(table(self.folder, name, sha256) is None for name, sha256 in shard.files.items()):
                return None
            if any(archive.fault(self.folder, each.sha256) for each in shard.inputs):
                return None
        return results

    def passed(self, key: str, results: list[Written]) -> None:
        """List a shard that was found. Raises StoreError."""
        super().passed(key, results)
        with told(self.folder, "written"):
            self.add(self._outline(key).read_bytes().partition(b"\n")[0] + b"\n")

    def keep(self, key: str, packed: bytes) -> None:
        """Write the tables of a shard, the bytes of whose documents are archived, and list it. Raises StoreError."""
        results = unpack(packed)
        finished = [each for each in results if isinstance(each, Finished)]
        lines = {DOCUMENTS: b"".join(f.document for f in finished), RECORDS: b"".join(f.records for f in finished)}
        with told(self.folder, "written"):
            self.path.mkdir(exist_ok=True)
            files = {}
            for name, (ending, table) in TABLES.items() if finished else ():
                data = table(lines[name])
                files[key + ending] = hashlib.sha256(data).hexdigest()
                write_whole(self.path / (key + ending), data)
            shard = Shard(
                key=key,
                rules_version=self.rules_version,
                settings=self.settings,
                documents=len(finished),
                records=lines[RECORDS].count(b"\n"),
                inputs=tuple(ShardInput(source=f.entry.source, sha256=f.entry.sha256) for f in finished),
                files=files,
            )
            line = shard.model_dump_json().encode() + b"\n"
            write_whole(self.path / (key + OUTLINE), line + pack(list(map(bare, results))))
            self.add(line)

    def force(self) -> None:
        """Wait until the disk has the names of what was kept. Raises OSError."""
        if self.path.is_dir():
            settle(self.path)

    def _outline(self, key: str) -> Path:
        waiting = self.path / (key + OUTLINE)
        return waiting if waiting.is_file() else self.folder / SHARDS_FOLDER / waiting.name


def bare(result: Written) -> Written:
    """A result without its lines."""
    return replace(result, document=b"", records=b"") if isinstance(result, Finished) else result


def listed(manifest: BinaryIO) -> Iterator[Shard]:
    """The shards of a data set, in the order of the inputs. Raises OSError, ValueError."""
    manifest.seek(0)
    for line in manifest:
        yield Shard.model_validate_json(line)


def laid_out(folder: Path, manifest: BinaryIO, files: ExitStack) -> dict[str, BinaryIO]:
    """The two files that the tables were made of, in files without a name.

    Raises OSError, StoreError when the folder for temporary files is full, and ValueError with the name of a table that
    is missing or not the one that is listed.
    """
    out: dict[str, BinaryIO] = {}
    for name in TABLES:
        out[name] = files.enter_context(_nameless())
    for shard in listed(manifest):
        for name, (ending, _) in TABLES.items() if shard.files else ():
            file = shard.key + ending
            with suppress(FileNotFoundError):  # one that is moved or removed at this moment
                if (path := table(folder, file, shard.files[file])) is not None:
                    lines = list(lines_of(path))
                    with told(Path(gettempdir()), "written"):
                        out[name].writelines(lines)
                    continue
            raise ValueError(f"{SHARDS_FOLDER}/{file}")
    with told(Path(gettempdir()), "written"):
        for whole in out.values():
            whole.flush()
            whole.seek(0)
    return out


@contextmanager
def _nameless() -> Iterator[BinaryIO]:
    """A file in the folder for temporary files. A full disk refuses what is unwritten once more as it is closed."""
    file = TemporaryFile()  # noqa: SIM115
    try:
        yield file
    finally:
        with suppress(OSError):
            file.close()


def table(folder: Path, name: str, sha256: str) -> Path | None:
    """The table of this name and digest, in its place or still waiting for it; None when there is none.

    Raises OSError.
    """
    places = (folder / SHARDS_FOLDER / name, folder / UNFINISHED / name)
    return next((path for path in places if path.is_file() and _digest(path) == sha256), None)


def move(folder: Path, manifest: Path) -> None:
    """Put the shards of a manifest that wait for it in their place, the outline of each last. Raises OSError."""
    waiting, place = folder / UNFINISHED, folder / SHARDS_FOLDER
    place.mkdir(exist_ok=True)
    with manifest.open("rb") as file:
        for shard in listed(file):
            if (waiting / (shard.key + OUTLINE)).is_file():
                for name in (*shard.files, shard.key + OUTLINE):
                    if (waiting / name).is_file():
                        os.replace(waiting / name, place / name)
    settle(place)


def prune(folder: Path, manifest: Path, keys: Known) -> None:
    """Remove shards that are not in the manifest; without one, all. Raises OSError."""
    with suppress(FileNotFoundError), manifest.open("rb") as file:
        for shard in listed(file):
            keys.add(shard.key, "")
    with suppress(FileNotFoundError):
        for path in (folder / SHARDS_FOLDER).iterdir():
            if path.name.partition(".")[0] not in keys:
                path.unlink(missing_ok=True)
        if not manifest.is_file():
            (folder / SHARDS_FOLDER).rmdir()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
