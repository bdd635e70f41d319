"""Ids of entities stay what they were when documents come, when entities are joined, and when they are parted."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.export.entity_ids import NAME, known, remember
from pipeline.identity.entities import Resolution
from tests.pipeline.disk import full_disk
from tests.pipeline.identity.resolving import resolved, said, thing

FOUR, SHORT, ENGLISH = thing("宁波市第四中学"), thing("宁波四中"), thing("Ningbo No. 4 Middle School")


def ids(found: Resolution) -> dict[str, str]:
    """The id of the entity of each name."""
    return {name: entity.id for entity in found for name in entity.names}


def recorded(*exports: Resolution) -> list[tuple[str, str]]:
    return [line for each in exports for line in each.ids.fresh()]


@pytest.mark.parametrize("first", [FOUR, SHORT, ENGLISH])
def test_an_id_stays_when_other_names_join(first: object) -> None:
    alone = resolved([first])  # type: ignore[list-item]
    together = resolved([FOUR, SHORT, ENGLISH], known=recorded(alone))
    assert set(ids(together).values()) == set(ids(alone).values())
    assert list(together.ids.former()) == []


def test_of_two_that_are_joined_the_older_id_stays_and_the_other_is_told() -> None:
    apart = said(FOUR, SHORT, "different")
    before = resolved([SHORT, FOUR], [apart])
    old, young = (ids(before)[each.name] for each in (SHORT, FOUR))
    after = resolved([FOUR, SHORT], known=recorded(before))
    assert ids(after) == {FOUR.name: old, SHORT.name: old}
    assert list(after.ids.former()) == [(young, old)]
    parted = resolved([FOUR, SHORT], [apart], known=recorded(before, after))
    assert ids(parted) == ids(before)
    assert list(parted.ids.former()) == []


def test_an_id_outlives_the_document_that_it_came_from() -> None:
    before = resolved([FOUR, SHORT])
    assert ids(resolved([SHORT], known=recorded(before))) == {SHORT.name: ids(before)[SHORT.name]}


def test_what_is_parted_from_an_entity_does_not_take_its_id() -> None:
    before = resolved([FOUR, SHORT])
    after = ids(resolved([FOUR, SHORT], [said(FOUR, SHORT, "different")], known=recorded(before)))
    assert ids(before)[FOUR.name] in after.values()
    assert after[FOUR.name] != after[SHORT.name]


def test_the_record_is_only_added_to(tmp_path: Path) -> None:
    assert list(known(tmp_path)) == []
    remember(tmp_path, [("e-000000000001", "e-000000000001")])
    remember(tmp_path, [("e-000000000002", "e-000000000001")])
    assert list(known(tmp_path)) == [("e-000000000001", "e-000000000001"), ("e-000000000002", "e-000000000001")]


def test_a_damaged_record_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("e-000000000001\te-000000000001\ne-0000\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"entity-ids\.tsv: line 2 is no pair of ids; take it from a backup"):
        list(known(tmp_path))


def test_a_line_that_a_killed_export_began_does_not_count_and_is_written_over(tmp_path: Path) -> None:
    line = "e-000000000001\te-000000000001\n"
    (tmp_path / NAME).write_text(f"{line}e-0000000", encoding="utf-8")
    assert list(known(tmp_path)) == [("e-000000000001", "e-000000000001")]
    remember(tmp_path, [("e-000000000002", "e-000000000001")])
    assert (tmp_path / NAME).read_text(encoding="utf-8") == f"{line}e-000000000002\te-000000000001\n"


def test_what_a_full_disk_does_not_take_in_whole_is_not_on_record(tmp_path: Path) -> None:
    remember(tmp_path, [("e-000000000001", "e-000000000001")])
    before = (tmp_path / NAME).read_bytes()

    with full_disk(), pytest.raises(StoreError, match="No space left on device; free some space"):
        remember(tmp_path, [("e-000000000002", "e-000000000001")])
    assert (tmp_path / NAME).read_bytes() == before
