"""Verbatim text into values: what is cleaned, what is left, and when two spellings are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.values import clean, key, mended
from pipeline.records import PolicyRecord
from tests.pipeline.normalise import build

CLEANED = {
    "Dahe  Middle\u00a0School": "Dahe Middle School",
    "Dahe\r\nMiddle School": "Dahe Middle School",
    " Dahe School ": "Dahe School",
    "high -quality": "high-quality",
    "Yong 'an": "Yong'an",
    "Tai’an": "Tai'an",
    "“Dahe”": '"Dahe"',
    "Dahe School , Linxi": "Dahe School, Linxi",
    "Ｎｏ．２": "No.2",
    "大河小学": "大河小学",
}
ALIKE = [
    ("the Dahe School", "Dahe School"),
    ("DAHE SCHOOL", "Dahe School"),
    ("Dahe\u00a0School.", "Dahe School"),
    ("“Dahe School”", "Dahe School"),
    ("Dahe No. 2 School", "Dahe No.2 School"),
    ("Dahe School (Group)", "Dahe School(Group)"),
]
UNLIKE = [("Dahe No. 2 School", "Dahe No. 12 School"), ("Dahe School", "Dahe Schools"), ("Yong'an", "Yongan")]


@pytest.mark.parametrize(("printed", "value"), CLEANED.items(), ids=map(repr, CLEANED))
def test_a_value_is_cleaned(printed: str, value: str) -> None:
    assert clean(printed) == value


@given(st.text(alphabet="Dahe -',.;()’“”\u00a0\u3000\r\n２🎉大", max_size=30))
def test_a_clean_value_has_no_white_space_at_its_ends_or_twice(printed: str) -> None:
    value = clean(printed)
    assert value == value.strip()
    assert "  " not in value
    assert "\n" not in value


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_two_names(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("value", "whole", "mended_value"),
    [
        ("east Guan School", "Dongguan", "Dongguan School"),
        ("north Hai School", "Beihai City", "Beihai School"),
        ("Ping Tanxian School", "Pingtan County", "Pingtan County School"),
        ("east Guan School", "Guangzhou", "east Guan School"),
        ("East Gate School", "Donggate", "East Gate School"),
        ("Dahe School", "Dahe", "Dahe School"),
    ],
)
def test_a_place_is_mended_only_where_the_document_prints_it(value: str, whole: str, mended_value: str) -> None:
    assert mended(value, whole)[0] == mended_value


def test_a_policy_is_one_record_however_often_it_is_named() -> None:
    body = 'They wrote the "Plan for Running Schools" in May. The Plan for Running Schools is long.'
    policy = build.only(PolicyRecord, body)
    assert policy.title.text == policy.title.value == "Plan for Running Schools"
