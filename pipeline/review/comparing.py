"""Comparing the names of a data set, in a process of its own: answers of the review page need not wait for it.

``python -m pipeline.review.comparing FOLDER`` prints batches, one a line; ``Comparing`` is the other end.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.errors import CommuniqueError
from pipeline.export.exporting import AllReviewed, links_of
from pipeline.export.folder import whole_of
from pipeline.records import Frozen
from pipeline.review.pairs import Pair, Side, pairs_of
from pipeline.review.reviewed import Reviewed
from pipeline.review.table import Table
from pipeline.store.dataset import opened

BATCH = 200
"""Pairs and sides in one line: taking it in holds up answers for a few milliseconds."""
EVERY = 50
"""Documents between two lines that say how far it is."""
NICE = 10
"""Answers of the review page go before."""
ENDED = "it was ended before it was done; try again"


class Batch(Frozen):
    """One line of what is found: how far it is, some pairs, that this was all, or why there is none."""

    read: int = 0
    documents: int = 0
    found: tuple[Side | Pair, ...] = ()
    done: bool = False
    trouble: str | None = None


class _Counted:
    """Documents, of which is told how many were read."""

    def __init__(self, documents: AllReviewed, told: Callable[[int], None]) -> None:
        self.documents, self.told = documents, told

    def __iter__(self) -> Iterator[Reviewed]:
        for number, each in enumerate(self.documents, 1):
            yield each
            if number % EVERY == 0:
                self.told(number)

    def __getitem__(self, at: int, /) -> Reviewed:
        return self.documents[at]


def found_in(folder: Path, told: Callable[[int, int], None] = lambda read, documents: None) -> Iterator[Pair | Side]:
    """The pairs of names of a folder's data set, with their sides, as the tables of an export have them.

    ``told`` gets how many documents are read, of how many. Raises what ``opened`` of the data set raises.
    """
    with opened(folder) as dataset:
        whole = whole_of(dataset)
        number = dataset.seal.totals.inputs
        counted = replace(whole, documents=_Counted(whole.documents, lambda read: told(read, number)))
        yield from pairs_of(links_of(counted))


class Comparing:
    """The names of a folder's data set as they were compared last, and whether they are being compared anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.table = Table()
        self.version: object = None
        """Of what the table was made; None for nothing yet."""
        self.made = 0
        """How often names were compared by now."""
        self.progress = (0, 0)
        """Documents that are read, and how many there are."""
        self.trouble: str | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None

    @property
    def working(self) -> bool:
        """Whether names are being compared now."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self, version: object) -> None:
        """Compare the names of the data set as it is by now, known by its ``version``; nothing while it is done."""
        if self.working:
            return
        self.progress, self.trouble = (0, 0), None
        # -P: modules are found where they are installed, never in the folder that the user happens to be in.
        command = [sys.executable, "-P", "-W", "ignore", "-m", "pipeline.review.comparing", str(self.folder.resolve())]
        try:
            # A session of its own: Ctrl-C is meant for the server, which ends it.
            self._process = subprocess.Popen(  # noqa: S603
                command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, start_new_session=True
            )
        except OSError as error:
            self.trouble = f"no process can be started for it ({error.strerror}); free some memory and try again"
            return
        self._thread = threading.Thread(target=self._follow, args=(self._process, version), daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Wait until names are compared, or so long."""
        if self._thread is not None:
            self._thread.join(seconds)

    def close(self) -> None:
        """End it, done or not."""
        if self._process is not None:
            self._process.kill()
            self.wait(5)

    def take(self, batches: Iterable[Batch], version: object) -> None:
        """Take in what was found of a version of the data set."""
        found: list[Pair | Side] = []
        for batch in batches:
            if batch.documents:
                self.progress = (batch.read, batch.documents)
            found += batch.found
            self.trouble = batch.trouble
            if batch.done:
                self.table = Table.of(found)
                self.version = version
                self.made += 1
                return
        self.trouble = self.trouble or ENDED

    def _follow(self, process: subprocess.Popen[bytes], version: object) -> None:
        with process:
            try:
                self.take(map(Batch.model_validate_json, process.stdout or ()), version)
            except ValidationError:
                process.kill()
                self.trouble = (
                    "what compares names is of another version of communique; stop the review and start it again"
                )
        gc.freeze()  # as the server does: what is kept is not to be looked through for garbage


def batches(folder: Path, say: Callable[[Batch], Any]) -> None:
    """Say what is found in a folder, batch by batch."""
    try:
        found = found_in(folder, lambda read, documents: say(Batch(read=read, documents=documents)))
        while some := tuple(islice(found, BATCH)):
            say(Batch(found=some))
        say(Batch(done=True))
    except CommuniqueError as error:
        say(Batch(trouble=str(error)))


def main() -> None:
    """Print the batches of the folder that is named."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    with suppress(BrokenPipeError):  # nobody wants to know any more
        batches(Path(sys.argv[1]), _written)


def _written(batch: Batch) -> None:
    sys.stdout.buffer.write(batch.model_dump_json(exclude_defaults=True).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
