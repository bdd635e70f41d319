"""Officials in lists and asides: committees, alumni, people told with their age, in brackets or behind a reason."""

from __future__ import annotations

import pytest

from extractors.officials import zh
from extractors.script import Folded
from tests.extractors.build import plain

Given = dict[str, list[tuple[str, str | None, str]]]
CASES: dict[str, Given] = {
    # A body that is set up, with a post to a line.
    "成立县集团化办学工作领导小组：\n组　长：李明　县委副书记、县长\n"
    "副组长：王芳（女）　县委常委、组织部部长\n　　　　赵强　县教育局局长\n成　员：孙丽　石坝小学校长\n": {
        "李明": [
            ("组　长", "县集团化办学工作领导小组", "government"),
            ("副书记", "县委", "government"),
            ("县长", None, "government"),
        ],
        "王芳": [
            ("副组长", "县集团化办学工作领导小组", "government"),
            ("常委", "县委", "government"),
            ("部长", "组织部", "government"),
        ],
        "赵强": [("副组长", "县集团化办学工作领导小组", "government"), ("局长", "县教育局", "government")],
        "孙丽": [("成　员", "县集团化办学工作领导小组", "government"), ("校长", "石坝小学", "school")],
    },
    "教共体建设工作专班成员名单\n组长：李明 区教育局局长\n成员：王芳 区教研室主任\n": {
        "李明": [("组长", "教共体建设工作专班", "government"), ("局长", "区教育局", "government")],
        "王芳": [("成员", "教共体建设工作专班", "government"), ("主任", "区教研室", "government")],
    },
    "成立县集团化办学工作领导小组：\n组长：李明 县教育局局长\n各校要高度重视。\n王芳 石坝小学校长\n": {
        "李明": [("组长", "县集团化办学工作领导小组", "government"), ("局长", "县教育局", "government")],
        "王芳": [("校长", "石坝小学", "school")],
    },
    "成立县集团化办学工作领导小组：\n组长：李明 县教育局局长\n成员：王芳 石坝小学校长\n　　　赵强\n": {
        "李明": [("组长", "县集团化办学工作领导小组", "government"), ("局长", "县教育局", "government")],
        "王芳": [("成员", "县集团化办学工作领导小组", "government"), ("校长", "石坝小学", "school")],
        "赵强": [("成员", "县集团化办学工作领导小组", "government")],
    },
    # Alumni and former heads.
    "历任校长（部分）\n李明  1946—1949、1952—1958\n王芳（女）  1983—1995  后任湖东市政协副主席\n4 校友\n赵强，作家。": {
        "李明": [("校长", None, "school")],
        "王芳": [("校长", None, "school"), ("副主席", "湖东市政协", "government")],
    },
    "历任校长都很重视。\n李明 1954": {},
    "李明，1954届，湖东大学原副校长。": {"李明": [("原副校长", "湖东大学", "school")]},
    "王芳，1978届，作家，湖东作家协会主席。": {"王芳": [("主席", "湖东作家协会", "other")]},
    "赵丽（女） 1983—1995 后任湖东市政协副主席": {"赵丽": [("副主席", "湖东市政协", "government")]},
    "李明，1954届，爱好书法。": {},
    # With an age, a bracket or a reason between.
    "说这话的是集团原总园长、今年六十八岁的李明。": {"李明": [("原总园长", "集团", "school")]},
    "石坝小学校长、56岁的王芳说，学校变了。": {"王芳": [("校长", "石坝小学", "school")]},
    "石坝小学校长（青屏教育联盟轮值主席）李明介绍了经验。": {
        "李明": [("校长", "石坝小学", "school"), ("轮值主席", "青屏教育联盟", "school")]
    },
    "湖东教育研究院研究员 李明（兼任国家督学）：": {
        "李明": [("研究员", "湖东教育研究院", "other"), ("国家督学", None, "government")]
    },
    "大会选举李明、王芳（石坝小学校长）为集团副理事长。": {
        "李明": [("副理事长", "集团", "school")],
        "王芳": [("校长", "石坝小学", "school"), ("副理事长", "集团", "school")],
    },
    "李明因退休不再担任石坝小学校长。": {"李明": [("校长", "石坝小学", "school")]},
    "审核人:李明(区教体局基础教育科科长)": {"李明": [("科长", "区教体局基础教育科", "government")]},
    # Whose the post is.
    "县卫生健康委党组书记、主任李明出席。": {
        "李明": [("党组书记", "县卫生健康委", "government"), ("主任", "县卫生健康委", "government")]
    },
    "县委书记李明、县委党校校长王芳出席。": {
        "李明": [("书记", "县委", "government")],
        "王芳": [("校长", "县委党校", "government")],
    },
    "石坝县医共体开会，集团党委副书记、总院长李明，集团副院长兼纪检负责人王芳参加。": {
        "李明": [("党委副书记", "集团", "other"), ("总院长", "集团", "other")],
        "王芳": [("副院长", "集团", "other"), ("纪检负责人", "集团", "other")],
    },
    "李明：谢谢主持人。": {},
    "石坝县医院内科主任、主任医师李明坐诊。": {"李明": [("主任", "石坝县医院内科", "other")]},
    "石坝一中高二语文教师白雪难掩激动。": {"白雪": [("高二语文教师", "石坝一中", "school")]},
    "石坝县医疗集团挂牌，集团党委书记、院长李明致辞。": {
        "李明": [("党委书记", "集团", "other"), ("院长", "集团", "other")]
    },
    "《湖东教育报》社副总编辑李明主持。": {"李明": [("副总编辑", "《湖东教育报》社", "other")]},
    "湖东大学第一附属医院神经内科主任李明坐诊。": {"李明": [("主任", "湖东大学第一附属医院神经内科", "other")]},
}


def officials(body: str) -> Given:
    """Each person with the posts that the text gives them."""
    found: Given = {}
    for official in zh.find(Folded(plain(f"标题\n\n{body}"))):
        found.setdefault(official.name.span.quote, []).extend(
            (each.title.span.quote, each.organisation.span.quote if each.organisation else None, each.category)
            for each in official.positions
        )
    return found


@pytest.mark.parametrize(("body", "expected"), CASES.items())
def test_who_holds_which_post(body: str, expected: Given) -> None:
    assert officials(body) == expected
