"""Posts in Chinese sentences: what a title takes with it, whose it is, who is named, and what is none."""

from __future__ import annotations

import pytest

from extractors.mentions import Category, OfficialMention
from extractors.officials import zh
from extractors.script import Folded
from extractors.text import Block, Text
from tests.extractors.build import plain

CLOSING = "会后，大家在校门口合影留念，并参观了新建的教学楼。"
Posts = set[tuple[str | None, str]]


def mentions(sentences: str) -> list[OfficialMention]:
    return list(zh.find(Folded(plain(f"今日要闻一则\n\n{sentences}\n\n{CLOSING}"))))


def told(sentences: str) -> dict[str, Posts]:
    """The posts of each person: (organisation, title)."""
    found: dict[str, Posts] = {}
    for official in mentions(sentences):
        for position in official.positions:
            organisation = position.organisation.span.quote if position.organisation else None
            found.setdefault(official.name.span.quote, set()).add((organisation, position.title.span.quote))
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("县教育局局长马晓东主持会议。", {"马晓东": {("县教育局", "局长")}}),
        ("县委副书记马晓东、副县长赵敏出席。", {"马晓东": {("县委", "副书记")}, "赵敏": {(None, "副县长")}}),
        ("区委常委、组织部部长马晓东讲话。", {"马晓东": {("区委", "常委"), ("组织部", "部长")}}),
        ("市教育局党组书记、局长马晓东讲话。", {"马晓东": {("市教育局", "党组书记"), ("市教育局", "局长")}}),
        ("市政府党组成员、副市长马晓东讲话。", {"马晓东": {("市政府", "党组成员"), (None, "副市长")}}),
        ("市委副书记、市长马晓东讲话。", {"马晓东": {("市委", "副书记"), (None, "市长")}}),
        ("太原市副市长刘敏说。", {"刘敏": {(None, "副市长")}}),
        ("临江小学党总支书记、校长马晓东说。", {"马晓东": {("临江小学", "党总支书记"), ("临江小学", "校长")}}),
        ("临江街道党工委书记马晓东到场。", {"马晓东": {("临江街道", "党工委书记")}}),
        ("临江经济开发区党工委书记马晓东到场。", {"马晓东": {("临江经济开发区党工委", "书记")}}),
        ("原临江小学校长马晓东回忆。", {"马晓东": {("临江小学", "校长")}}),
        ("临江小学原校长马晓东回忆。", {"马晓东": {("临江小学", "原校长")}}),
        ("时任县教育局局长马晓东回忆。", {"马晓东": {("县教育局", "局长")}}),
        ("全国人大代表、临江一中校长马晓东说。", {"马晓东": {("全国人大", "代表"), ("临江一中", "校长")}}),
        ("临江中学（集团）总校长马晓东说。", {"马晓东": {("临江中学（集团）", "总校长")}}),
        ("江大附中、附小临江教育集团理事长马晓东说。", {"马晓东": {("江大附中、附小临江教育集团", "理事长")}}),
        ("临江县教育和体育局局长马晓东说。", {"马晓东": {("临江县教育和体育局", "局长")}}),
        ("和平区教育局局长马晓东说。", {"马晓东": {("和平区教育局", "局长")}}),
        ("从化区教育局局长黄河清说。", {"黄河清": {("从化区教育局", "局长")}}),
        ("会议由区教育局副局长马晓东主持。", {"马晓东": {("区教育局", "副局长")}}),
        ("在区教育局局长马晓东的陪同下参观。", {"马晓东": {("区教育局", "局长")}}),
        ("师范大学教授、博士生导师马晓东作报告。", {"马晓东": {("师范大学", "教授"), ("师范大学", "博士生导师")}}),
        ("武汉市长江路小学校长马晓东说。", {"马晓东": {("武汉市长江路小学", "校长")}}),
        ("基教科长马晓东到会。", {"马晓东": {(None, "基教科长")}}),
        ("少先队大队辅导员马晓东到会。", {"马晓东": {(None, "少先队大队辅导员")}}),
        ("区教师进修学校校长马晓东到会。", {"马晓东": {("区教师进修学校", "校长")}}),
        ("集团总校长、全国优秀教师马晓东说。", {"马晓东": {("集团", "总校长")}}),
    ],
)
def test_a_title_and_its_organisation(sentence: str, expected: dict[str, Posts]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("副局长李四海、王五一出席。", {"李四海": {(None, "副局长")}, "王五一": {(None, "副局长")}}),
        (
            "区教育局局长马晓东，副局长李敏，临江小学校长赵刚参加。",
            {"马晓东": {("区教育局", "局长")}, "李敏": {("区教育局", "副局长")}, "赵刚": {("临江小学", "校长")}},
        ),
        ("市教育局李敏副局长在讲话中指出。", {"李敏": {("市教育局", "副局长")}}),
        ("李敏校长表示，将抓住机遇。", {"李敏": {(None, "校长")}}),
        (
            "李敏（临江小学校长）、赵刚（河西小学校长）发言。",
            {"李敏": {("临江小学", "校长")}, "赵刚": {("河西小学", "校长")}},
        ),
        ("校长李敏（右二）和校董王芳（左一）揭幕。", {"李敏": {(None, "校长")}, "王芳": {(None, "校董")}}),
        ("聘请临江学会会长李敏为首席顾问，聘请省特级教师王芳为学术导师。",
            {"李敏": {("临江学会", "会长"), (None, "首席顾问")}, "王芳": {(None, "学术导师")}}),
        ("李敏今年45岁，先后任西街小学副校长、南湖小学校长。",
            {"李敏": {("西街小学", "副校长"), ("南湖小学", "校长")}}),
        ("聘任李敏、王芳为集团首席专家。", {n: {("集团", "首席专家")} for n in ("李敏", "王芳")}),
        ("李敏还兼任省教育学会副会长、市人大代表。", {"李敏": {("省教育学会", "副会长"), ("市人大", "代表")}}),
        ("副市长白云、市教育局局长江山等出席。", {"白云": {(None, "副市长")}, "江山": {("市教育局", "局长")}}),
        ("任命李敏为区教育局局长。", {"李敏": {("区教育局", "局长")}}),
        ("李敏同志任临江小学校长。", {"李敏": {("临江小学", "校长")}}),
        ("免去李敏同志的临江小学校长职务。", {"李敏": {("临江小学", "校长")}}),
        (
            "总校长由临江小学校长李敏兼任，执行校长由赵刚担任。",
            {"李敏": {("临江小学", "校长"), (None, "总校长")}, "赵刚": {(None, "执行校长")}},
        ),
        ("担任集团理事长的是县教育局局长李敏。", {"李敏": {("集团", "理事长"), ("县教育局", "局长")}}),
        ("身为集团总校长的李敏每周听课。", {"李敏": {("集团", "总校长")}}),
        ("推举李敏为会长，赵刚、王芳为副会长。", {n: {(None, t)} for n, t in
            (("李敏", "会长"), ("赵刚", "副会长"), ("王芳", "副会长"))}),
        (
            "李敏，男，汉族，现任县教育局局长，曾任临江小学校长。",
            {"李敏": {("县教育局", "局长"), ("临江小学", "校长")}},
        ),
        (
            "主讲的是李敏，名气不小，曾是临江小学校长，如今任河西小学校长。",
            {"李敏": {("临江小学", "校长"), ("河西小学", "校长")}},
        ),
        ("李敏是临江小学的校长。她还兼任市教育学会会长。", {"李敏": {("临江小学", "校长"), ("市教育学会", "会长")}}),
        ("校长：李敏  书记：王芳  副校长：赵刚、钱多多", {n: {(None, t)} for n, t in
            (("李敏", "校长"), ("王芳", "书记"), ("赵刚", "副校长"), ("钱多多", "副校长"))}),
        ("副组长：李敏（西街小学校长）、赵刚（南湖小学校长）",
            {"李敏": {(None, "副组长"), ("西街小学", "校长")}, "赵刚": {(None, "副组长"), ("南湖小学", "校长")}}),
        ("局长谢文与刘爱国签约。", {"谢文": {(None, "局长")}}),
        ("“发挥作用，”临江中学党委书记莫凡说。", {"莫凡": {("临江中学", "党委书记")}}),
        ("组长：李敏（区教育局局长）", {"李敏": {(None, "组长"), ("区教育局", "局长")}}),
        ("组  长：李敏  区委常委、副区长", {"李敏": {(None, "组  长"), ("区委", "常委"), (None, "副区长")}}),
        ("李敏  区教育局副局长", {"李敏": {("区教育局", "副局长")}}),
        ("李敏 | 临江小学校长", {"李敏": {("临江小学", "校长")}}),
        ("副校长：张 伟  王 芳", {"张 伟": {(None, "副校长")}, "王 芳": {(None, "副校长")}}),
    ],
)  # fmt: skip
def test_whose_a_post_is(sentence: str, expected: dict[str, Posts]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "校长培训班开班，书记、校长带头上课。",
        "各校校长、书记、班主任和教师代表参加会议，校长高度重视，主任安排到位。",
        "成立由局长任组长、副局长任副组长的领导小组。",
        "集团设总校长1名、副总校长3名，各成员校校长任理事。",
        "院长查房，护士长陪护，教师安心从教，校长潜心治校。",
        "校长应具有教师资格，园长应持证上岗。",
        "张局长指出，要落实责任，李校长表示感谢。",
        "家长李女士告诉记者，学生代表王小明发言。",
        "特级教师于漪的事迹感动了大家。",
        "随后，各成员校、品牌校的负责人依次上台领牌。",
        "实现六县乡村教师全覆盖。",
        "江岸区长春街小学、县长兴路小学加入集团。",
        "组长单位：临江一中 副组长单位：河西中学",
        "成员校校长应主动对接，教师向心力不断增强，局长包片、校长包班。",
        "市教育局有关负责人，各成员校校长、书记，家委会主任代表。",
    ],
)
def test_nobody_is_named(sentence: str) -> None:
    assert told(sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("县教育局局长李敏说。", "government"),
        ("临江小学教务处主任李敏说。", "school"),
        ("临江教育集团总校长李敏说。", "school"),
        ("集团总校长李敏说。", "school"),
        ("临江教育集团总裁李敏说。", "other"),
        ("市教育学会会长李敏说。", "other"),
        ("临江县人民医院院长李敏说。", "other"),
        ("副区长李敏说。", "government"),
        ("校长李敏说。", "school"),
        ("临江大学党委书记李敏说。", "school"),
    ],
)
def test_category(sentence: str, category: Category) -> None:
    assert [position.category for official in mentions(sentence) for position in official.positions] == [category]


def test_a_row_of_a_table_names_a_person_and_a_post_in_cells() -> None:
    row = "李敏\t区教育局\t副局长"
    text = Text(row, (Block("table_row", "body", 0, len(row), ((0, 2), (3, 7), (8, 11))),))
    [official] = zh.find(Folded(text))
    [position] = official.positions
    assert position.organisation is not None
    assert (official.name.span.quote, position.organisation.span.quote, position.title.span.quote) == (
        "李敏",
        "区教育局",
        "副局长",
    )


def test_who_a_pronoun_is_stands_in_the_basis() -> None:
    _, official = mentions("李敏是临江小学的校长。她还兼任市教育学会会长。")
    [position] = official.positions
    assert position.title.flags == ("coreference",)
    assert [span.quote for span, _ in position.title.basis] == ["李敏"]
    assert position.title.sentence.quote == "她还兼任市教育学会会长。"
