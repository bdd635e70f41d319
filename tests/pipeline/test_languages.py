"""Which language a text is in, and pages that have blocks in both."""

from __future__ import annotations

import pytest

from pipeline import extract
from pipeline.extraction import Extraction
from pipeline.read.language import language_of
from pipeline.records import CountRecord, DateRecord, Record
from tests.pipeline import build

ENGLISH = "The Dahe county government opened 12 new schools on 3 May 2023, and the hall was full."
CHINESE = "2024年9月1日，全县新建的15所小学同时开学，师生都很高兴。"
TEXTS = {
    "江滨中学教育集团成立": "zh",
    "Jiangbin Middle School Education Group (江滨中学教育集团) was founded in the hall": "en",
    "香港賽馬會毅智書院 Jockey Club 宣布成立聯盟": "zh",
    "東京都の教育委員会は新しい学校をひらく": "ja",
    "서울특별시 교육청은 새로운 학교를 연다": "ko",
    "12 schools": "en",
    "École primaire à Genève": "en",
}


def told(records: list[Record]) -> set[str]:
    return {record.text.text for record in records if isinstance(record, DateRecord | CountRecord)}


@pytest.mark.parametrize(("text", "language"), TEXTS.items())
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("first", [ENGLISH, CHINESE])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_block_is_read_in_its_own_language(first: str, language: str) -> None:
    second = CHINESE if first == ENGLISH else ENGLISH
    records = extract(f"News\n{first}\n\n{second}", language)
    assert told(records) == {"12 new schools", "3 May 2023", "2024年9月1日", "15所小学"}


@pytest.mark.parametrize(("language", "found"), [("zh-Hant-HK", {"2024年9月1日", "15所小学"}), ("fr", set())])
def test_a_language_may_be_told_with_its_region(language: str, found: set[str]) -> None:
    document = build.document("a.txt", f"新闻\n{CHINESE}").model_copy(update={"language": language})
    assert told(Extraction(model=False).records(document)) == found
