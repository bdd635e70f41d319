"""Where batches end, and what tells one from another."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from pipeline.executors.batches import UNOPENED, Batch, Size, batches, key
from pipeline.inputs import Given, Input, Versions
from pipeline.inputs.files import read_file
from pipeline.steps import Item
from pipeline.store.seal import Failure, LeftOutInput

SMALL = Size(inputs=4, bytes=1000)


def given(number: int, size: int = 10) -> Input:
    return Input(f"{number:03}.txt", b"x" * size, "text/plain")


def cut(items: Iterable[Item], size: Size = SMALL) -> list[Batch]:
    return list(batches(items, "rules", size))


def test_every_item_is_in_one_batch_in_order() -> None:
    items = [given(number) for number in range(100)]
    assert list(chain.from_iterable(batch.items for batch in cut(items))) == items


@pytest.mark.parametrize(
    ("size", "most"),
    [(10, 8), (300, 4), (2000, 1)],
    ids=["by number", "by bytes", "each larger than a batch"],
)
def test_a_batch_has_a_limit(size: int, most: int) -> None:
    assert max(len(batch.items) for batch in cut(given(number, size) for number in range(200))) == most


def test_captures_that_are_not_opened_weigh_too() -> None:
    captures = [Versions(f"{number}", ()) for number in range(100)]
    assert max(len(batch.items) for batch in cut(captures, Size(inputs=50, bytes=3 * UNOPENED))) == 3


def test_an_input_that_comes_or_goes_changes_few_batches() -> None:
    items = [given(number) for number in range(400)]
    whole, without = ({batch.key for batch in cut(each)} for each in (items, items[:100] + items[101:]))
    assert len(whole - without) <= 3
    assert len(without - whole) <= 3


FILE = partial(read_file, Path("a.txt"), "a.txt", "a.txt")
KEYED: list[Item] = [
    given(1),
    given(2),
    replace(given(1), data=b"other"),
    replace(given(1), charset="gb18030"),
    replace(given(1), retrieved_at="2026-11-22T09:30:00Z"),
    replace(given(1), given=Given(title="Another")),
    Versions("001.txt", (FILE,)),
    Versions("001.txt", (FILE, FILE)),
    Failure(input="001.txt", problem="gone", remedy="look"),
    LeftOutInput(input="001.txt", reason="a picture"),
]


def test_a_key_tells_inputs_and_rules_apart() -> None:
    assert len({key([item], "rules") for item in KEYED} | {key(KEYED[:1], "other rules")}) == len(KEYED) + 1
    assert key(KEYED, "rules") == key(pickle.loads(pickle.dumps(KEYED)), "rules")  # noqa: S301


def test_an_input_that_is_given_up_leaves_the_others() -> None:
    (batch,) = cut([given(1), given(2)], Size(inputs=1000))
    spared = batch.without(1)
    assert (spared.key, spared.items[0]) == (batch.key, given(1))
    assert isinstance(spared.items[1], Failure)
    assert (spared.items[1].input, spared.items[1].problem) == (
        "002.txt",
        "killed every process that worked on it",
    )
