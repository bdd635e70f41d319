"""What a run has finished before it ends, so that one that is interrupted can be taken up again.

``.unfinished/`` in the output folder holds a file for each shard, named by its key: a digest of the inputs, the rules
and the settings. No reader looks there; a run that comes to its end removes it.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from pipeline.store import archive
from pipeline.store.disk import told, write_whole
from pipeline.store.shards import Finished, Written, unpack

UNFINISHED = ".unfinished"
SUFFIX = ".shard"


class Unfinished:
    """The shards of the run that was interrupted in a folder, and those of the one at work.

    The caller holds the folder. ``taken`` counts the documents that were taken over.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / UNFINISHED
        self.taken = 0

    def find(self, key: str) -> list[Written] | None:
        """The results that were kept under a key; None when there are none, or they are not whole any more.

        The bytes of every document are in the archive. Raises StoreError.
        """
        with told(self.folder, "read"):
            try:
                results = unpack((self.path / (key + SUFFIX)).read_bytes())
            except (FileNotFoundError, ValueError):
                return None
            documents = [each.entry.sha256 for each in results if isinstance(each, Finished)]
            if any(archive.fault(self.folder, sha256) for sha256 in documents):
                return None
        return results

    def passed(self, key: str, results: list[Written]) -> None:
        """Count the results that were found under a key."""
        self.taken += sum(isinstance(each, Finished) for each in results)

    def keep(self, key: str, packed: bytes) -> None:
        """Keep a packed shard, the bytes of whose documents are archived. Raises StoreError."""
        with told(self.folder, "written"):
            self.path.mkdir(exist_ok=True)
            write_whole(self.path / (key + SUFFIX), packed)

    def clear(self) -> None:
        """Forget everything: the run came to its end. What cannot be removed is left for the next one."""
        with suppress(OSError):
            shutil.rmtree(self.path)
