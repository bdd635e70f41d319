"""Years for Chinese dates that print none, and values of a traditional text."""

from __future__ import annotations

import pytest

from pipeline import extract
from pipeline.records import CountRecord, DateRecord, PolicyRecord, named_fields

TITLE = "今日要闻"
# (sentence, published): value
PLACED = {
    ("9月1日，学校开学。", "2023-09-05"): "2023-09-01",
    ("12月3日，学校揭牌。", "2023-01-10"): "2022-12-03",
    ("预计12月3日建成。", "2023-01-10"): "2023-12-03",
    ("去年9月，学校开学。", "2023-05-10"): "2022-09",
    ("去年12月底，学校建成。", "2021-06-04"): "2020-12",
    ("今年上半年，学校建成。", "2023-10-01"): "2023-01/2023-06",
    ("今秋，学校开学。", "2023-10-01"): "2023-23",
    ("明年，学校开学。", "2023-10-01"): "2024",
    ("年底前，学校建成。", "2023-10-01"): "2023-12",
    ("昨日，学校开学。", "2024-03-01"): "2024-02-29",
    ("前天，学校开学。", "2024-03-01"): "2024-02-28",
    ("上月28日，学校开学。", "2024-01-10"): "2023-12-28",
    ("本月底，学校开学。", "2024-01-10"): "2024-01",
    ("记者3日从教育局获悉。", "2024-01-10"): "2024-01-03",
    ("记者30日从教育局获悉。", "2024-01-02"): "2023-12-30",
    ("三年前的7月1日，学校开学。", "2024-07-05"): "2021-07-01",
    ("12月30日至1月2日，学校放假。", "2023-12-20"): "2023-12-30/2024-01-02",
}
REVIEW = "2022年工作总结\n2月17日，学校揭牌。"
AGED = "甲集团成立于2017年8月。"
UNPLACED = [
    ("今年，学校扩建。", None),
    ("今天，学校扩建。", None),
    ("记者3日从教育局获悉。", None),
    ("6月31日，学校扩建。", "2023-07-01"),
]
RUNS = {
    "2021年3月，甲校成立；9月，乙校加入。": ["2021-03", "2021-09"],
    "2021年3月，甲校成立。同年9月，乙校加入；次年，丙校加入。": ["2021-03", "2021-09", "2022"],
    "2016年9月，甲校成立。第二年，乙校加入。": ["2016-09", "2017"],
    "转机出现在2015年。那年6月1日，甲校成立。": ["2015", "2015-06-01"],
    "成立于2019年的甲集团评为优秀，集团校4月迁入新址。": ["2019", "2023-04"],
    "2019年，甲集团成立，4月迁入新址。": ["2019", "2019-04"],
    "8月8日举行的比赛改为15日15时开球。": ["2023-08-08", "2023-08-15"],
    "今天（7月6日），甲校成立。": ["2023-07-06", "2023-07-06"],
    "昨天（5日），甲校成立。": ["2023-07-05", "2023-07-05"],
}


def dates(sentence: str, published: str | None) -> list[str]:
    return [r.value for r in extract(f"{TITLE}\n{sentence}", "zh", published) if isinstance(r, DateRecord)]


@pytest.mark.parametrize(("case", "value"), PLACED.items())
def test_a_date_from_publication(case: tuple[str, str], value: str) -> None:
    assert dates(*case) == [value]


@pytest.mark.parametrize(("sentence", "published"), UNPLACED)
def test_a_date_that_nothing_places_is_none(sentence: str, published: str | None) -> None:
    assert dates(sentence, published) == []


def test_a_review_of_a_year_tells_of_its_days() -> None:
    assert dates(REVIEW, "2023-01-08") == ["2022", "2022-02-17"]


@pytest.mark.parametrize(("sentence", "values"), RUNS.items())
def test_a_year_from_what_stands_near(sentence: str, values: list[str]) -> None:
    assert dates(sentence, "2023-07-06") == values


def test_a_day_in_brackets_places_the_word_before_it_without_a_year_too() -> None:
    assert dates("今天（7月6日）甲校成立，7月8日开学。", None) == ["XXXX-07-06", "XXXX-07-06", "XXXX-07-08"]


def test_a_day_after_an_event_is_not_the_dateline() -> None:
    assert dates("2018年12月1日上午，江滨实验中学新校区在城东奠基，今年开学。", None) == ["2018-12-01"]


def test_both_scripts_give_the_same_values() -> None:
    simple = "《教育集团发展规划》提出，2025年全市有12所学校，覆盖率达到85%。"
    traditional = "《教育集團發展規劃》提出，2025年全市有12所學校，覆蓋率達到85%。"
    found = [extract(f"{TITLE}\n{text}", "zh") for text in (simple, traditional)]
    first, second = ([[(n, f.value) for n, f in named_fields(r)] for r in records] for records in found)
    assert first == second
    (policy,) = [record for record in found[1] if isinstance(record, PolicyRecord)]
    assert (policy.title.text, policy.title.flags) == ("教育集團發展規劃", ("traditional-script",))
    assert {record.kind for record in found[1]} >= {"policy", "date", "count"}
    assert [r.unit.value for r in found[1] if isinstance(r, CountRecord) and r.unit] == ["学校", "覆盖率"]


def test_how_old_something_is_places_no_other_day() -> None:
    assert dates(f"9月6日，签约仪式举行。\n{AGED}", None) == ["XXXX-09-06", "2017-08"]
