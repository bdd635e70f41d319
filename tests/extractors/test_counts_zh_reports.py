"""Chinese counts as reports, plans and the press put them: gaps, visits, sizes, what is carried on, since when."""

from __future__ import annotations

import pytest

from tests.extractors.test_counts_zh_forms import printed, records

COUNTED: dict[str, list[tuple[str, float, str | None]]] = {
    # What a noun is called.
    "全区化解56人以上大班额63个，消除超大班额4个。": [("63个", 63, "大班额"), ("4个", 4, "超大班额")],
    "石坝镇中心幼儿园带动6所乡镇园、11所村级园。": [("6所乡镇园", 6, "乡镇园"), ("11所村级园", 11, "村级园")],
    "全县设4个小学大学区，3个初中学区。": [("4个小学大学区", 4, "小学大学区"), ("3个初中学区", 3, "初中学区")],
    "6个单位、31名个人受到表彰。": [("6个单位", 6, "单位"), ("31名个人", 31, "个人")],
    "集团有企业89家、行业协会和科研院所9家。": [("89家", 89, "企业"), ("9家", 9, "科研院所")],
    "去年小班只招到96个娃，当年只有两排平房。": [("96个娃", 96, "娃"), ("两排平房", 2, "平房")],
    "他留下37本工作日记。": [("37本工作日记", 37, "工作日记")],
    "集团增设副总校长2名、专职干事1名。": [("2名", 2, "副总校长"), ("1名", 1, "专职干事")],
    "医院添置CT 6台、DR 11台。": [("6台", 6, "CT"), ("11台", 11, "DR")],
    "向12个卫生院派驻“业务院长”12名，培养“头雁”名师5名。": [
        ("12个卫生院", 12, "卫生院"),
        ("12名", 12, "“业务院长”"),
        ("5名", 5, "名师"),
    ],
    "推进“四个统一”，落实五项举措。": [],
    # How many are missing.
    "高中阶段教师缺口约120人，技能人才缺口超过8,000人。": [
        ("120人", 120, "高中阶段教师缺口"),
        ("8,000人", 8000, "人才缺口"),
    ],
    "全县缺教师120人。": [("120人", 120, "教师")],
    "全县小规模学校还有38所，仍有教学点12个。": [("38所", 38, "小规模学校"), ("12个", 12, "教学点")],
    # Sizes that count nothing.
    "50人以下的小规模学校还有38所。": [("38所", 38, "小规模学校")],
    "100人以上的集团校有3所。": [("3所", 3, "集团校")],
    # By the visit.
    "卫生院门急诊达118.7万人次，专家看门诊326人次。": [("118.7万人次", 1_187_000, "门急诊"), ("326人次", 326, "门诊")],
    "线上收看达3.7万人次，中心年培训能力5000人次。": [
        ("3.7万人次", 37_000, "线上收看"),
        ("5000人次", 5000, "年培训能力"),
    ],
    "面向企业职工培训1.8万人次，交流教师460人次。": [("1.8万人次", 18_000, "企业职工"), ("460人次", 460, "交流教师")],
    # A number in brackets behind its noun, and no number of people: 校友.
    "村级幼儿园（29所）由所在地中心园代管。": [("29所", 29, "村级幼儿园")],
    "4 校友": [],
    # What goes on.
    "2016年有成员12家，如今留下7家。": [("12家", 12, "成员"), ("7家", 7, "成员")],
    "全县招收新生300人，比去年少了近20名，去年招了320名新生。": [
        ("300人", 300, "新生"),
        ("320名新生", 320, "新生"),
    ],
    "县域内就诊率91.6%，比改革启动前的上一年高了7.9个百分点。": [
        ("91.6%", 91.6, "县域内就诊率"),
        ("7.9个百分点", 7.9, "县域内就诊率"),
    ],
    "集团化办学覆盖率达85%以上，其中城区100%，农村达70%。": [
        ("85%", 85, "集团化办学覆盖率"),
        ("100%", 100, "集团化办学覆盖率"),
        ("70%", 70, "集团化办学覆盖率"),
    ],
    "——床位使用率由46.3%升至58.2%。": [("46.3%", 46.3, "床位使用率"), ("58.2%", 58.2, "床位使用率")],
    # Parts and changes that no list knows.
    "牵头校绩效工资总量上浮3%。": [("3%", 3, "绩效工资总量")],
    "民办学校学生控制在总数的5%以内。": [("5%", 5, "民办学校学生")],
    "教师交流不少于应交流人数的15%。": [("15%", 15, "应交流人数")],
    "硕士研究生学历者近两成。": [("两成", 20, "硕士研究生学历者")],
    # Half-width marks are read as wide ones.
    "全市有幼儿园171所,小学112所(不含教学点46个),初中41所;教师9062人.": [
        ("171所", 171, "幼儿园"),
        ("112所", 112, "小学"),
        ("46个", 46, "教学点"),
        ("41所", 41, "初中"),
        ("9062人", 9062, "教师"),
    ],
}
Attributed = list[tuple[float, str | None, str | None, str]]
ATTRIBUTED: dict[str, Attributed] = {
    # Whom: what opens the sentence reaches far, words in other words are no places.
    "学校有高中36个班、初中18个班，在校生2640人，教职工238人，特级教师3人。": [
        (36, "学校", None, "actual"),
        (18, "学校", None, "actual"),
        (2640, "学校", None, "actual"),
        (238, "学校", None, "actual"),
        (3, "学校", None, "actual"),
    ],
    "全年发放乡村教师补助1386万元。": [(13_860_000, None, None, "actual")],
    "全区按“大学区”统筹，设5个小学大学区。": [(5, "全区", None, "actual")],
    "联盟由青山小学担任盟主，有成员12家。": [(12, "联盟", None, "actual")],
    "县财政对每个集团每年安排经费8万元。": [(80_000, "每个集团", None, "actual")],
    "力争覆盖率达85%以上，其中城区100%。": [(85, None, None, "planned"), (100, "城区", None, "planned")],
    # As of when: a year that opens its clauses is that of all; a day of another thing is of none.
    "2022年，集团共建学院6个，捐赠设备8台，开展培训58场，招收学生2274人；培训职工900人，就业率93.15%。": [
        (6, "集团", "2022", "actual"),
        (8, "集团", "2022", "actual"),
        (58, "集团", "2022", "actual"),
        (2274, "集团", "2022", "actual"),
        (900, "集团", "2022", "actual"),
        (93.15, "集团", "2022", "actual"),
    ],
    "加上2022年12月公布的名单，全县建成教育集团13个。": [(13, "全县", None, "actual")],
    "集团2019年10月换届以来，成员单位发展到131家。": [(131, "集团", None, "actual")],
    "2022年学生达4.6万名，是2015年的近6倍，教师不足4000名。": [
        (46_000, None, "2022", "actual"),
        (4000, None, "2022", "actual"),
    ],
    # To come.
    "2024年9月1日开学前，完成4个教育集团组建。": [(4, None, "2024-09-01", "planned")],
    "开学前完成了4个教育集团的组建。": [(4, None, None, "actual")],
    "每个集团可增设副校长2名。": [(2, "每个集团", None, "planned")],
    "基金会宣布，三年将出资1500万元。": [(15_000_000, None, None, "planned")],
}


@pytest.mark.parametrize(("sentence", "expected"), COUNTED.items())
def test_what_is_counted(sentence: str, expected: list[tuple[str, float, str | None]]) -> None:
    assert [(each.text.text, each.value, printed(each.unit)) for each in records(sentence)] == expected


@pytest.mark.parametrize(("sentence", "expected"), ATTRIBUTED.items())
def test_of_whom_as_of_when_and_planned(sentence: str, expected: Attributed) -> None:
    found = [
        (each.value, printed(each.scope), each.as_of.value if each.as_of else None, each.status)
        for each in records(sentence)
    ]
    assert found == expected
