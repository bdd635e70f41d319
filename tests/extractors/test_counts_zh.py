"""Chinese counts: the number with what it counts, and what the sentence says of it."""

from __future__ import annotations

import pytest

from extractors.counts.zh import find
from extractors.dates import zh as dates
from extractors.mentions import CountMention
from extractors.policies import zh as policies
from extractors.script import Folded
from tests.extractors import build

COUNTED: dict[str, list[tuple[str, float, str]]] = {
    # A classifier, then the noun.
    "集团共有12所小学。": [("12所小学", 12, "小学")],
    "全市组建教育集团，现有23个教育集团。": [("23个教育集团", 23, "教育集团")],
    "新学年，五所新建学校启用。": [("五所新建学校", 5, "新建学校")],
    "集团由两所幼儿园组成。": [("两所幼儿园", 2, "幼儿园")],
    "全市已有八大教育集团。": [("八大教育集团", 8, "教育集团")],
    "有36个班、1520名学生、98名教师。": [("36个班", 36, "班"), ("1520名学生", 1520, "学生"), ("98名教师", 98, "教师")],
    "300余名师生代表参加了活动。": [("300余名师生代表", 300, "师生代表")],
    "选派56名骨干教师支教。": [("56名骨干教师", 56, "骨干教师")],
    "会议邀请了15位专家。": [("15位专家", 15, "专家")],
    "吸收1所独立设置的职业学校。": [("1所独立设置的职业学校", 1, "独立设置的职业学校")],
    "集团化办学覆盖13个县（市、区）。": [("13个县（市、区）", 13, "县（市、区）")],
    "3家医院、12家社区卫生院加入医联体。": [("3家医院", 3, "医院"), ("12家社区卫生院", 12, "社区卫生院")],
    "新增学位3200个。": [("3200个", 3200, "学位")],
    "新增3200个学位。": [("3200个学位", 3200, "学位")],
    "全区48所中小学、126所幼儿园参加。": [("48所中小学", 48, "中小学"), ("126所幼儿园", 126, "幼儿园")],
    # The noun, then the number.
    "现有学校179所。": [("179所", 179, "学校")],
    "在校学生4600多人，教职员工350余人。": [("4600多人", 4600, "在校学生"), ("350余人", 350, "教职员工")],
    "成员校有4所：甲校。": [("4所", 4, "成员校")],
    "共有教学班48个，学生2100人。": [("48个", 48, "教学班"), ("2100人", 2100, "学生")],
    "理事会设理事长1名、副理事长3名。": [("1名", 1, "理事长"), ("3名", 3, "副理事长")],
    "教职工总数达1.2万人。": [("1.2万人", 12000, "教职工")],
    "招收新生近千人。": [("千人", 1000, "新生")],
    "学生人数超过10多万人。": [("10多万人", 100000, "学生")],
    "教师：120人": [("120人", 120, "教师")],
    "高级教师占比达45.6%。": [("45.6%", 45.6, "高级教师占比")],
    # What was counted before.
    "去年新增学校3所，今年新增5所。": [("3所", 3, "学校"), ("5所", 5, "学校")],
    "共有12所学校，其中小学8所、初中4所。": [("12所学校", 12, "学校"), ("8所", 8, "小学"), ("4所", 4, "初中")],
    # Numerals.
    "共有一百二十三所学校。": [("一百二十三所学校", 123, "学校")],
    "惠及学生3.5万余名。": [("3.5万余名", 35000, "学生")],
    "惠及1,280名学生。": [("1,280名学生", 1280, "学生")],
    "服务人口两千三百万人。": [("两千三百万人", 23000000, "人口")],
    "近百所学校参加。": [("百所学校", 100, "学校")],
    "每个集团有3至5所学校。": [("3至5所学校", 3, "学校")],
    "共有５所学校。": [("５所学校", 5, "学校")],
    # Percent, money, measures.
    "集团化办学覆盖率达到85%。": [("85%", 85, "集团化办学覆盖率")],
    "85%以上的学校加入集团。": [("85%", 85, "学校")],
    "家长满意度为百分之九十八。": [("百分之九十八", 98, "家长满意度")],
    "七成半的学生受益。": [("七成半", 75, "学生")],
    "三分之二的教师参加交流。": [("三分之二", 66.67, "教师")],
    "普惠率从70%提高到92.5%。": [("70%", 70, "普惠率"), ("92.5%", 92.5, "普惠率")],
    "教师交流比例提高5个百分点。": [("5个百分点", 5, "教师交流比例")],
    "项目总投资3.2亿元。": [("3.2亿元", 320000000, "元")],
    "拨付500万元，占地60亩。": [("500万元", 5000000, "元"), ("60亩", 60, "亩")],
    "建筑面积2.4万平方米。": [("2.4万平方米", 24000, "平方米")],
    "捐贈港幣500萬元。": [("500萬元", 5000000, "元")],
    "耗資2億港元。": [("2億港元", 200000000, "港元")],
    "聯盟共有12所學校。": [("12所學校", 12, "學校")],
    "投资约€180万（折合人民币1400万元）。": [("€180万", 1800000, "€")],
    "约6.5万方。": [("6.5万方", 65000, "方")],
}  # fmt: skip
NONE = (
    "第三批第12所学校。",
    "办学25年，为期3个月，每天2小时。",
    "做到“四个统一”，推进五育并举。",
    "提出五项举措、三大行动、两个目标、六个方面。",
    "他在七中读书，住在12号楼3单元。",
    "这是一所公办学校，也是一个教育集团。",
    "《三十六所学校管理办法》印发。",
    "2023年9月1日至3日。",
    "热线：0512-65608471，邮编100027。",
    "一年级、九年级，八一学校。",
    "师生比为1:15，比分3:2。",
    "形成“1+5+N”格局。",
    "经过12个工作日公示。",
    "今后要做好三件事，解决两个问题。",
    "8时30分开始，10点结束。",
)
JUDGED: dict[str, dict[str, object]] = {
    "共有近300名学生。": {"modifier": "about"},
    "约有300名学生。": {"modifier": "about"},
    "共有300名左右学生。": {"modifier": "about"},
    "超过300名学生参加。": {"modifier": "over"},
    "逾300名學生參加。": {"modifier": "over"},
    "至少有300名学生参加。": {"modifier": "over"},
    "共有300多名学生。": {"modifier": "over"},
    "可坐300名以上学生。": {"modifier": "over"},
    "不少于3所学校。": {"modifier": "over"},
    "不足300名学生。": {"modifier": "under"},
    "不超过45名学生。": {"modifier": "under"},
    "班额控制在45人以内。": {"modifier": "under"},
    "共有300名学生。": {"modifier": "exact", "status": "actual"},
    "计划新增10所学校。": {"status": "planned"},
    "拟建10所学校。": {"status": "planned"},
    "到2035年，将建成10个教育集团。": {"status": "planned", "as_of": "2035"},
    "将3所学校纳入集团。": {"status": "actual"},
    "已建成10所学校，力争再建5所学校。": {"status": "actual"},
    "预计可容纳1500名学生。": {"status": "planned"},
    "截至2023年底，全市有32个教育集团。": {"as_of": "2023-12", "scope": "全市", "status": "actual"},
    "临江市现有32个教育集团。": {"scope": "临江市"},
    "12月14日，江滨中学教育集团成立，成员有4所中学。": {"as_of": "XXXX-12-14", "scope": "江滨中学教育集团"},
    "江滨中学教育集团下辖5个校区。": {"scope": "江滨中学教育集团"},
    "集团共有5个校区。": {"scope": "集团"},
    "我区共有5个教育集团。": {"scope": "我区"},
    "联盟由松风外国语学校领衔，目前有五所学校。": {"scope": "联盟"},
    "会上，5名教师发言。": {"scope": None, "as_of": None},
    "城东、城西两组各6家单位。": {"scope": "城东、城西两组"},
    "2023年全省共有各级各类学校2.1万所，教师3万人。": {"scope": "全省", "as_of": "2023"},
}


def counts(sentence: str) -> list[CountMention]:
    text = Folded(build.prose(sentence))
    return list(find(text, list(dates.find(text)), [policy.title.span for policy in policies.find(text)]))


@pytest.mark.parametrize(("sentence", "expected"), COUNTED.items())
def test_what_is_counted(sentence: str, expected: list[tuple[str, float, str]]) -> None:
    found = [(m.found.span.quote, m.value, m.unit.span.quote if m.unit else None) for m in counts(sentence)]
    assert found == expected


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_count(sentence: str) -> None:
    assert [mention.found.span.quote for mention in counts(sentence)] == []


@pytest.mark.parametrize(("sentence", "expected"), JUDGED.items())
def test_what_is_said_of_a_count(sentence: str, expected: dict[str, object]) -> None:
    first = counts(sentence)[0]
    found = {
        "modifier": first.modifier,
        "status": first.status,
        "scope": first.scope.span.quote if first.scope else None,
        "as_of": first.as_of.form.edtf if first.as_of else None,
    }
    assert {name: found[name] for name in expected} == expected


def test_a_range_has_both_ends() -> None:
    (found,) = counts("每个集团有9—14所学校。")
    assert (found.value, found.upper) == (9, 14)
