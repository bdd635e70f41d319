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


FUNCTION_WORDS = tuple(
    """
    诸如 好比 正如 就像 或者 然而 因此 假如 只要 不论 既然 自从 依照 就连 当然 果然 竟然 偏偏 恰好 刚刚 仅仅 必须 可以
    常常 从来 始终 毕竟 大概 似乎 渐渐 逐步 突然 立即 然后 互相 各自 相继 纷纷 亲自 特地 专程 依旧 仍然 反而 原来 近来
    多亏 只好 总之 所谓 众多 不少 这些 说起 谈起 每当 再看 加之 外加 总算 何况 不如 不光 唯独 未必 难免 果真 时常
    偶尔 通常 日益 更加 此番 因而 进而 以便 下有 则有
    但 或 而 往 既 虽 替 帮 拿 仅 没 仍 竟 因 再 就 便 更 要 靠 刚 把 让 比 自 请 找
    """.split()
)


@pytest.mark.parametrize("word", FUNCTION_WORDS)
def test_function_words_begin_no_name(word: str) -> None:
    text = f"{word}梅溪小学、古渡中学加入。{word}城东教育集团由此扩大。"
    found = [name.span.quote for name in names(text.translate(ONE_FORM), text) if name.proper]
    assert found == ["梅溪小学", "古渡中学", "城东教育集团"]


PROPER_ALL_THE_SAME = [
    "未央区第一小学", "凭祥市第一中学", "自强小学", "自贡市实验小学", "因材小学", "再兴中学", "更新小学", "只楚中学",
    "便民小学", "要塞小学", "靠山镇中心小学", "刚察县民族中学", "用直小学", "比亚迪学校", "里仁小学", "但家庙小学",
]  # fmt: skip


@pytest.mark.parametrize("name", PROPER_ALL_THE_SAME)
def test_names_that_begin_like_such_a_word(name: str) -> None:
    text = f"集团由{name}牵头。"
    assert [each.span.quote for each in names(text, text) if each.proper] == [name]


KINDS = ["区里对幼教集团有要求", "县里给教育集团拨款", "内地集团校", "海外学校", "市里让幼儿园放心", "山区小学"]


@pytest.mark.parametrize("text", KINDS)
def test_kinds_behind_whoever_deals_with_them(text: str) -> None:
    assert [name.span.quote for name in names(text, text) if name.proper] == []


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
