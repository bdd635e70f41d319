"""What a night changed: the data set as it was before is held open until the new one is there to compare it with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.change import journal
from pipeline.change.changes import Summary
from pipeline.errors import StoreError
from pipeline.steps import failure, mistake
from pipeline.store.dataset import Dataset, opened
from pipeline.store.seal import Failure, current

REMEDY = "the data set is published; communique diff compares it with a copy of the former one"


@dataclass(frozen=True, slots=True)
class Former:
    """The data set as it was, None when there was none; ``problem`` is why it cannot be compared with."""

    folder: Path
    dataset: Dataset | None = None
    problem: str | None = None

    def told(self) -> Summary | Failure:
        """Write the changes of the data set that was published since beside it, or say why that failed.

        Whatever happens, the night is done by now, and its closing line is not to be lost.
        """
        name = str(self.folder / journal.CHANGES)
        if self.problem is not None:
            return Failure(input=name, problem=f"cannot be written: {self.problem}", remedy=REMEDY)
        try:
            return journal.keep(self.dataset, self.folder)
        except StoreError as error:
            return Failure(input=name, problem=str(error).removeprefix(f"{name}: "), remedy=REMEDY)
        # As where inputs are worked on: a mistake of ours costs what it is about and nothing else.
        except Exception as error:
            return failure(mistake(name, error))


@contextmanager
def before(folder: Path) -> Iterator[Former]:
    """The folder's data set before a night; its files stay open while the new one takes their names."""
    with ExitStack() as files:
        try:
            dataset = files.enter_context(opened(folder)) if current(folder)[0].is_file() else None
        except StoreError as error:
            yield Former(folder, problem=str(error))
            return
        yield Former(folder, dataset)
