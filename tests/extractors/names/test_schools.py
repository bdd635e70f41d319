"""Names of schools, hospitals and groups in Chinese: where they begin and end, and what tells none from others."""

from __future__ import annotations

import pytest

from extractors.names.forms_zh import ONE_FORM
from extractors.names.schools import names

TAKEN = [
    ("走进宜宾市叙州区第二实验小学", ["宜宾市叙州区第二实验小学"]),
    ("王老师从伊宁市第三中学调到和田地区皮山县农场小学", ["伊宁市第三中学", "和田地区皮山县农场小学"]),
    ("和平小学与和美幼儿园、向阳中学", ["和平小学", "和美幼儿园", "向阳中学"]),
    ("华南师范大学附属小学和广州市天河区先烈东小学", ["华南师范大学附属小学", "广州市天河区先烈东小学"]),
    ("延边大学附属医院（延边医院）牵头", ["延边大学附属医院", "延边医院"]),
    ("包钢第三职工医院、昆都仑区医院", ["包钢第三职工医院", "昆都仑区医院"]),
    ("育才三小、28中、实验二小、七十二中", ["育才三小", "28中", "实验二小", "七十二中"]),
    ("鲁迅中学(集团)与清华附中朝阳学校签约", ["鲁迅中学(集团)", "清华附中朝阳学校"]),
    ("拉萨市城关区海城小学教育集团察古校区揭牌", ["拉萨市城关区海城小学教育集团察古校区"]),
    ("在求是教育集团总校长的带领下", ["求是教育集团"]),
    ("北师大附中、附小江东教育集团成立", ["北师大附中、附小江东教育集团"]),
    ("凯里市中等职业学校、华山中等专业学校、七中等5所学校", ["凯里市中等职业学校", "华山中等专业学校", "七中"]),
    ("恩施土家族苗族自治州高级中学", ["恩施土家族苗族自治州高级中学"]),
    ("由天山区“石榴籽”教育联盟主办", ["天山区“石榴籽”教育联盟"]),
    ("该校前身是建于1906年的迤西师范学堂，2019年大理市下关第一中学迁入", ["大理市下关第一中学"]),
    ("湖州市吴兴区第三教共体、长兴县李家巷教共体", ["湖州市吴兴区第三教共体", "长兴县李家巷教共体"]),
    ("深圳市龙岗区坪地街道六联小学", ["深圳市龙岗区坪地街道六联小学"]),
    ("香港培侨中学、澳门濠江中学附属英才学校", ["香港培侨中学", "澳门濠江中学附属英才学校"]),
    ("新疆生产建设兵团第二中学", ["新疆生产建设兵团第二中学"]),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN)
def test_names(text: str, expected: list[str]) -> None:
    assert [name.span.quote for name in names(text.translate(ONE_FORM), text) if name.proper] == expected


LEFT = [
    "全县32所中小学、18所幼儿园",
    "组建紧密型教育集团12个",
    "每个教育集团都有龙头学校和成员学校",
    "教育集团化办学",
    "学区房、学区划分、学区内",
    "首批城乡学校共同体",
    "合肥市普通高中",
    "小学生、大学生、中学教师",
    "第一中心、一小部分、三中全会",
]


@pytest.mark.parametrize("text", LEFT)
def test_words_that_name_nothing(text: str) -> None:
    assert [name.span.quote for name in names(text.translate(ONE_FORM), text) if name.proper] == []


BEFORE = tuple(
    """
    只有 仅剩 选定 遴选 抽调 动员 邀约 探访 打通 盘活 扶起 援助 捐建 靠拢 捆绑 锁定 聚拢 捎上 算上 当年
    同年 当时 昔日 首先 最后 最早 起初 后来 随即 不仅 而且 甚至 恰逢 无论 尽管 哪怕 除开 作别 请来 引来
    归于 基于 始于 多于 早于 皆为 紧挨
    """.split()
)


@pytest.mark.parametrize("word", BEFORE)
def test_words_before_a_name_are_no_part_of_it(word: str) -> None:
    sentence = f"集团{word}石坝小学、柳溪小学。"
    assert [name.span.quote for name in names(sentence, sentence)] == ["石坝小学", "柳溪小学"]
