"""Readers take a data set only as it was sealed, and say how to mend it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from pipeline.errors import SealError, StoreError
from pipeline.records import CountRecord
from pipeline.store.dataset import Dataset, opened
from pipeline.store.draft import line
from tests.pipeline import build
from tests.pipeline.store.harm import change, drop, reseal

STRANGER = "belongs to no document in its place"


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (drop("run.json"), r"holds no data set \(run.json is missing\); run communique again"),
        (drop("records.jsonl"), "records.jsonl is missing; run communique again"),
        (change("records.jsonl", "Li Na", "Li Nu"), "records.jsonl changed since the run; run communique again"),
        (change("documents.jsonl", "a.txt", "b.txt"), "documents.jsonl changed since the run"),
        (change("run.json", '"version"', '"verzion"'), "run.json: not a seal that this version"),
    ],
)
def test_a_data_set_that_does_not_match_its_seal_is_refused(
    tmp_path: Path, harm: Callable[[Path], None], said: str
) -> None:
    build.write(tmp_path, build.document())
    harm(tmp_path)
    with pytest.raises(SealError, match=said), opened(tmp_path):
        pytest.fail("it was opened")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such folder"), opened(tmp_path / "nowhere"):
        pytest.fail("it was opened")


@pytest.mark.parametrize(
    ("loaded", "harm", "said"),
    [
        (Dataset.checked, change("records.jsonl", '"text":"Li Na"', '"text":"Li Nu"'), "'Li Na' at .* not 'Li Nu'"),
        (Dataset.checked, change("records.jsonl", '"kind":"date"', '"kind":"data"'), "line 3 is no record"),
        (Dataset.checked, change("documents.jsonl", '"blocks"', '"bricks"'), "line 1 is no document"),
        (Dataset.checked, change("records.jsonl", '"document":"d-', '"document":"e-'), STRANGER),
        (Dataset.outlined, change("records.jsonl", '"document":"d-', '"document":"e-'), STRANGER),
        (Dataset.outlined, change("records.jsonl", '{"id":', '{"no":'), "line 1 is no record"),
        (Dataset.outlined, change("documents.jsonl", '{"id":', '{"no":'), "line 1 is no document"),
    ],
)
def test_what_is_loaded_is_checked_though_the_seal_matches(
    tmp_path: Path, loaded: Callable[[Dataset], Iterable[object]], harm: Callable[[Path], None], said: str
) -> None:
    build.write(tmp_path, build.document())
    harm(tmp_path)
    reseal(tmp_path)
    with opened(tmp_path) as dataset, pytest.raises(SealError, match=said):
        list(loaded(dataset))


def test_documents_come_with_their_own_records(tmp_path: Path) -> None:
    bare = build.document("bare.txt", "Nothing here")
    full = build.document("full.txt")
    build.publish([build.done(bare, []), build.done(full), build.done(build.document("z.txt"), [])], tmp_path)
    with opened(tmp_path) as dataset:
        found = [(document, len(records)) for document, records in dataset.checked()]
    assert [(document.source, number) for document, number in found] == [("bare.txt", 0), ("full.txt", 5), ("z.txt", 0)]
    assert found[1][0] == full


def test_lines_have_their_keys_in_the_order_of_the_contract() -> None:
    document = build.document()
    assert list(json.loads(line(document)))[:6] == ["id", "version", "source", "sha256", "retrieved_at", "media_type"]
    count = next(record for record in build.records(document) if isinstance(record, CountRecord))
    keys = list(json.loads(line(count)))
    assert keys[:8] == ["id", "document", "kind", "text", "value", "upper", "unit", "measure"]
    assert '"value":69,' in line(count).decode()


def test_a_document_is_found_again_by_its_place_while_the_files_are_read_on(tmp_path: Path) -> None:
    pages = [build.document("a.txt"), build.document("long.txt", "Anbu\n" + "学校。" * 50_000), build.document("z.txt")]
    build.publish(
        [build.done(page, build.records(page) if page.source != "long.txt" else []) for page in pages],
        tmp_path,
    )
    lines = (tmp_path / "documents.jsonl").read_bytes().splitlines(keepends=True)
    with opened(tmp_path) as dataset:
        assert [dataset.at(place)[0] for place, _ in dataset.outlined()] == pages
        assert [dataset.written(place)[0] for place, _ in dataset.outlined()] == lines
        assert [(place, each.id) for place, each, _ in dataset.placed()] == list(dataset.outlined())
        assert [len(dataset.at(place)[1]) for place, _, _ in dataset.placed()] == [5, 0, 5]
