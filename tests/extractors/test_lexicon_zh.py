"""A user's words reach the Chinese rules: titles, institutions and the labels of lists, in any script."""

from __future__ import annotations

import pytest

from extractors.mentions import GroupMention
from extractors.zh import Chinese
from tests.extractors.build_zh import text_of

GROUP = "临溪小学教育集团"
LIST = f"{GROUP}\n掌灯人：临溪小学\n同窗校：柏树小学、石桥小学"


def told(body: str, words: dict[str, list[str]]) -> list[GroupMention]:
    """What a text says of groups, to rules with a user's words."""
    return [group for group in Chinese(words).mentions(text_of(body)).groups if group.leaders or group.members]


@pytest.mark.parametrize(
    "words", [{"leader": ["掌灯人"], "member": ["同窗校"]}, {"leader": ["掌燈人"], "member": ["同窗校"]}]
)
def test_labels_of_a_list_are_added(words: dict[str, list[str]]) -> None:
    (group,) = told(LIST, words)
    assert [leader.span.quote for leader in group.leaders] == ["临溪小学"]
    assert [member.span.quote for member in group.members] == ["柏树小学", "石桥小学"]


def test_without_them_the_labels_say_nothing() -> None:
    assert told(LIST, {}) == []


@pytest.mark.parametrize(
    "body", [f"{GROUP}的成员校包括柏树书塾、石桥书塾。", f"{GROUP}的成員校包括柏樹書塾、石橋書塾。"]
)
def test_an_institution_is_added(body: str) -> None:
    assert told(body, {}) == []
    (group,) = told(body, {"institutions": ["书塾"]})
    assert len(group.members) == 2


@pytest.mark.parametrize(
    ("body", "title", "organisation"),
    [
        ("临溪县教育局掌印官李建国出席会议。", "掌印官", "临溪县教育局"),
        ("临溪小学副掌印官王小红介绍了情况。", "副掌印官", "临溪小学"),
    ],
)
def test_a_title_is_added(body: str, title: str, organisation: str) -> None:
    assert Chinese().mentions(text_of(body)).officials == ()
    (official,) = Chinese({"titles": ["掌印官"]}).mentions(text_of(body)).officials
    (position,) = official.positions
    assert position.title.span.quote == title
    assert position.organisation is not None
    assert position.organisation.span.quote == organisation
