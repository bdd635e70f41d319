"""Whatever Chinese words come in whatever order: the rules end without an error, each value stands where it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction import Extraction
from pipeline.inputs import Given, Input
from pipeline.read import read
from tests.extractors import build
from tests.extractors.test_any_text import check_places

WORDS = (
    "江滨中学|临江市|城东区|教育集团|集團|集团|由|组成|成员校|成员单位|牵头|领衔|校长|书记|张三|、|，|,|。|；|：|:|（|）|(|)|《|》|〈|〉|“|”"
    "|的|和|与|等|共|有|共有|其中|各|全市|我区|学校|小学|幼儿园|学生|教师|班|人|名|所|个|家|位|项|条|道|次|人次|元|万元|亿|万|亩|平方米|方|%|％"
    "|百分之|分之|成|半|余|多|近|约|超过|不少于|不足|以上|左右|以内|一|二|三|十|百|千|〇|零|两|12|3|0|2,000|1.5|２０２３|2023|2024|23|年|月|日|号"
    "|9月1日|2023年9月1日|去年|今年|次年|同年|本月|上月|月底|年底|今天|昨日|（7月6日）|上半年|第三季度|秋季学期|学年|十四五|世纪|年代|至|—|-|到|自|截至"
    "|记者|3日|将|拟|已|提高|增长|覆盖率|比例|占"
    "|管理办法|关于印发|的通知|〔2024〕15号|€|¥|🎉|⼩学|於|臺|\u3000|\u2009|\uf0b7|\u00a0|é|\n|\n\n| "
).split("|")
EXTRACTION = Extraction(model=False)
PUBLISHED = st.sampled_from([None, "2023", "2023-05", "2024-02-29"])


@given(st.lists(st.sampled_from(WORDS), max_size=40), PUBLISHED)
@settings(max_examples=300)
def test_every_value_stands_where_it_says(words: list[str], published: str | None) -> None:
    body = "".join(["据介绍，", *words])
    told = Given(published=published, language="zh")
    source = Input("a.txt", f"{build.TITLE}\n{body}".encode(), "text/plain", "utf-8", given=told)
    document = read(source).document
    check_places(document, EXTRACTION.records(document))
