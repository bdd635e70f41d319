"""Posts in the forms of notices, lists, tables and elections, and names of the minorities: who is given which post."""

from __future__ import annotations

import pytest

from extractors.officials import zh
from extractors.script import Folded
from extractors.text import Block, Text
from tests.extractors.test_officials_zh import Posts, told

NAMES = {
    "县教育局局长巴桑次仁打了个比方。": {"巴桑次仁": {("县教育局", "局长")}},
    "县完全小学校长、共同体理事长次旦卓玛随身带着账本。": {"次旦卓玛": {("县完全小学", "校长"), ("共同体", "理事长")}},
    "第二小学校长次仁卓嘎的办公桌上放着一本书。": {"次仁卓嘎": {("第二小学", "校长")}},
    "校长达娃说，孩子们很高兴。": {"达娃": {(None, "校长")}},
    "旗教育局副局长乌云其木格介绍了做法。": {"乌云其木格": {("旗教育局", "副局长")}},
    "沙马尔古是临江乡中心校的校长。": {"沙马尔古": {("临江乡中心校", "校长")}},
    "据局长买买提江介绍，去年新增学位。": {"买买提江": {(None, "局长")}},
    "县委常委、常务副县长杨再新出席。": {"杨再新": {("县委", "常委"), (None, "常务副县长")}},
    "副理事长：朴成日（临江市朝鲜族中学校长）": {"朴成日": {(None, "副理事长"), ("临江市朝鲜族中学", "校长")}},
    "市教育体育局局长 李 蕾日前到集团调研。": {"李 蕾": {("市教育体育局", "局长")}},
    "临江小学的校长陆家骥骑着自行车下乡。": {"陆家骥": {("临江小学", "校长")}},
}
APPOINTED = {
    "成立临江县教共体领导小组，由县长李敏任组长，"
    "副县长王小兵和县教育局局长刘洋任副组长，县财政局局长赵亮、各校校长为成员。": {
        "李敏": {(None, "县长"), ("临江县教共体领导小组", "组长")},
        "王小兵": {(None, "副县长"), ("临江县教共体领导小组", "副组长")},
        "刘洋": {("县教育局", "局长"), ("临江县教共体领导小组", "副组长")},
        "赵亮": {("县财政局", "局长")},
    },
    "会议选举李敏为第一届理事会理事长，王小兵、刘洋为副理事长，赵亮为秘书长。": {
        "李敏": {("第一届理事会", "理事长")},
        "王小兵": {("第一届理事会", "副理事长")},
        "刘洋": {("第一届理事会", "副理事长")},
        "赵亮": {("第一届理事会", "秘书长")},
    },
    "大会选举临江小学校长李敏为会长，聘任王小兵为顾问。": {
        "李敏": {("临江小学", "校长"), (None, "会长")},
        "王小兵": {(None, "顾问")},
    },
    "时任市教育局副局长、现为临江师范学院教授的章简回忆当时的情形。": {
        "章简": {("市教育局", "副局长"), ("临江师范学院", "教授")},
    },
}
SPLIT = {
    "临江市副市长李敏出席。": {"李敏": {(None, "副市长")}},
    "临江市人民政府副市长李敏出席。": {"李敏": {("临江市人民政府", "副市长")}},
    "全国政协委员李敏提交提案。": {"李敏": {("全国政协", "委员")}},
    "城关镇党委副书记、镇长李敏发言。": {"李敏": {("城关镇", "党委副书记"), (None, "镇长")}},
    "县委副书记（挂职）李敏出席。": {"李敏": {("县委", "副书记")}},
    "临江中学副校长（主持工作）李敏出席。": {"李敏": {("临江中学", "副校长")}},
    "教育局助理署长（教育）李敏出席。": {"李敏": {("教育局", "助理署长（教育）")}},
    "公司首席财务官林佳称，现金充足。": {"林佳": {("公司", "首席财务官")}},
    "市教育局局长（党组书记）李敏到会。": {"李敏": {("市教育局", "局长")}},
    "李敏（市教育局新闻发言人）答记者问。": {"李敏": {("市教育局", "新闻发言人")}},
    "免去李国强同志临江二中校长职务。": {"李国强": {("临江二中", "校长")}},
    "上海方面派来的总校长闵佳音一干就是四年。": {"闵佳音": {(None, "总校长")}},
}
LISTED = {
    "李敏　　市教育科学研究院　　副院长": {"李敏": {("市教育科学研究院", "副院长")}},
    "高　翔　　　　临江市铁西小学　　　党总支书记": {"高　翔": {("临江市铁西小学", "党总支书记")}},
    "乌云其木格　　临江大学　　教授（组长）": {"乌云其木格": {("临江大学", "教授"), (None, "组长")}},
    "理 事：梁志刚、滕飞": {"梁志刚": {(None, "理 事")}, "滕飞": {(None, "理 事")}},
    "秘 书 长：周洋（临江二中副校长）": {"周洋": {(None, "秘 书 长"), ("临江二中", "副校长")}},
    "江湾路第一小学（校长 董芷君）、共青路中学（校长：闻人杰）": {
        "董芷君": {("江湾路第一小学", "校长")},
        "闻人杰": {("共青路中学", "校长")},
    },
}
NOBODY = (
    "主持人 覃韬",
    "龙头园为临江市教师进修学校附属幼儿园。",
    "县委书记起草了方案，局长理顺关系，校长再次强调。",
    "市人大代表建议，政协委员提出意见。",
    "援藏干部徐浩说。",
    "县教育局负责人向媒体通报。",
    "临江小学校长和学生在一起，局长和大家说。",
)


@pytest.mark.parametrize(("sentence", "expected"), (NAMES | APPOINTED | SPLIT | LISTED).items())
def test_who_is_given_which_post(sentence: str, expected: dict[str, Posts]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody_is_given_a_post(sentence: str) -> None:
    assert told(sentence) == {}


ROWS = (
    ("序号", "教育集团", "牵头学校", "班数", "集团负责人"),
    ("1", "江畔小学教育集团", "江畔小学", "42", "徐庆福"),
    ("2", "临江中学教育集团", "临江中学", "18", "薛 芹"),
    ("3", "铁西中学教育集团", "铁西中学", "20", "（待定）"),
)
LED = (("学校", "校长", "地址"), ("临江中学", "李敏", "江滨路"), ("铁西小学", "王小兵", "解放路"))


def table(rows: tuple[tuple[str, ...], ...]) -> Folded:
    """The rows of a table, cells with tabs between, a row to a line."""
    blocks, start = [], 0
    for row in rows:
        cells, place = [], start
        for cell in row:
            cells.append((place, place + len(cell)))
            place += len(cell) + 1
        blocks.append(Block("table_row", "body", start, place - 1, tuple(cells)))
        start = place
    return Folded(Text("\n".join("\t".join(row) for row in rows), tuple(blocks)))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (ROWS, [("徐庆福", "集团负责人", "江畔小学教育集团"), ("薛 芹", "集团负责人", "临江中学教育集团")]),
        (LED, [("李敏", "校长", "临江中学"), ("王小兵", "校长", "铁西小学")]),
    ],
)
def test_a_column_of_names_under_a_title(
    rows: tuple[tuple[str, ...], ...], expected: list[tuple[str, str, str]]
) -> None:
    found = [
        (each.name.span.quote, position.title.span.quote, position.organisation and position.organisation.span.quote)
        for each in zh.find(table(rows))
        for position in each.positions
    ]
    assert found == expected


def test_a_label_in_the_entry_of_a_group_is_of_the_group() -> None:
    lines = (
        "一、江畔小学教育集团\n\n牵头学校：江畔小学\n\n总校长：李敏\n\n联系人：王小兵\n\n有关事项说明：\n\n负责人：刘洋"
    )
    assert told(lines) == {"李敏": {("江畔小学教育集团", "总校长")}, "刘洋": {(None, "负责人")}}
