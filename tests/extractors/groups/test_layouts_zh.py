"""Groups in Chinese lists and tables: headings, label lines, numbered lists, tables, flattened tables."""

from __future__ import annotations

import pytest

from extractors.groups import zh as groups
from extractors.script import Folded
from pipeline.normalise import groups as resolving
from tests.extractors.build import page
from tests.extractors.build_zh import Parts, said

HENG = "恒山路小学教育集团"
LINES: list[tuple[str, Parts]] = [
    (
        "恒山路小学教育集团\n牵头校：恒山路小学\n成员校：双塔小学、柳林小学、河西实验小学",
        {HENG: (("恒山路小学",), ("双塔小学", "柳林小学", "河西实验小学"))},
    ),
    (
        "一、恒山路小学教育集团\n1.龙头学校：恒山路小学\n2.成员学校：双塔小学，柳林小学\n二、大同路中学教育集团\n"
        "1.龙头学校：大同路中学\n2.成员学校：平城中学，文瀛中学",
        {
            HENG: (("恒山路小学",), ("双塔小学", "柳林小学")),
            "大同路中学教育集团": (("大同路中学",), ("平城中学", "文瀛中学")),
        },
    ),
    (
        "（一）恒山路小学教育集团\n总校：恒山路小学\n分校：恒山路小学东校区；恒山路小学西校区\n（二）大同路幼儿园教育集团\n"
        "核心园：大同路幼儿园\n成员园：平城幼儿园、文瀛幼儿园",
        {
            HENG: (("恒山路小学",), ("恒山路小学东校区", "恒山路小学西校区")),
            "大同路幼儿园教育集团": (("大同路幼儿园",), ("平城幼儿园", "文瀛幼儿园")),
        },
    ),
    (
        "集团名称：恒山路小学教育集团\n牵头单位：恒山路小学\n成员单位（3所）：双塔小学、柳林小学和河西实验小学\n成立时间：2019年5月",
        {HENG: (("恒山路小学",), ("双塔小学", "柳林小学", "河西实验小学"))},
    ),
    (
        "恒山路小学教育集团近日揭牌，集团成员校名单如下：\n1.双塔小学\n2.柳林小学\n3.河西实验小学（筹）\n欢迎广大家长监督。",
        {HENG: ((), ("双塔小学", "柳林小学", "河西实验小学"))},
    ),
    (
        "恒山路小学教育集团：恒山路小学（牵头校）、双塔小学、柳林小学",
        {HENG: (("恒山路小学",), ("双塔小学", "柳林小学"))},
    ),
    (
        "恒山路小学教育集团=恒山路小学（龙头）+双塔小学+柳林小学\n大同路中学教育集团=大同路中学（龙头）+平城中学",
        {
            HENG: (("恒山路小学",), ("双塔小学", "柳林小学")),
            "大同路中学教育集团": (("大同路中学",), ("平城中学",)),
        },
    ),
    (
        "序号\n集团名称\n牵头校\n成员校\n1\n恒山路小学教育集团\n恒山路小学\n双塔小学、柳林小学\n2\n大同路中学教育集团\n大同路中学\n平城中学、文瀛中学",
        {
            HENG: (("恒山路小学",), ("双塔小学", "柳林小学")),
            "大同路中学教育集团": (("大同路中学",), ("平城中学", "文瀛中学")),
        },
    ),
    (
        "序号 集团名称 牵头学校 成员学校\n"
        "1 恒山路小学教育集团 恒山路小学 双塔小学、柳林小学\n2 大同路中学教育集团 大同路中学 平城中学 文瀛中学",
        {
            HENG: (("恒山路小学",), ("双塔小学", "柳林小学")),
            "大同路中学教育集团": (("大同路中学",), ("平城中学", "文瀛中学")),
        },
    ),
    (
        "【恒山路小学教育集团】\n▶牵头校\n恒山路小学\n▶成员校\n双塔小学\n柳林小学",
        {HENG: (("恒山路小学",), ("双塔小学", "柳林小学"))},
    ),
    (
        "恒山路小学教育集团\n理事长单位：恒山路小学\n副理事长单位：双塔小学、柳林小学\n指导单位：小店区教育局\n办学特色：书法、围棋",
        {HENG: (("恒山路小学",), ("双塔小学", "柳林小学"))},
    ),
    (
        "1.恒山路小学教育集团（3所）。牵头校：恒山路小学；成员校：双塔小学、柳林小学。\n"
        "2.大同路中学教育集团（2所）。牵头校：大同路中学；成员校：平城中学。",
        {
            HENG: (("恒山路小学",), ("双塔小学", "柳林小学")),
            "大同路中学教育集团": (("大同路中学",), ("平城中学",)),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINES, ids=range(len(LINES)))
def test_lines(text: str, expected: Parts) -> None:
    assert said(text) == expected


TABLES: list[tuple[str, Parts]] = [
    (
        "<table><tr><th>序号</th><th>教育集团名称</th><th>龙头学校</th><th>成员学校</th></tr>"
        "<tr><td>1</td><td>恒山路小学教育集团</td><td>恒山路小学</td><td>双塔小学、柳林小学</td></tr>"
        "<tr><td>2</td><td>大同路中学教育集团</td><td>大同路中学</td><td>平城中学<br>文瀛中学</td></tr></table>",
        {
            HENG: (("恒山路小学",), ("双塔小学", "柳林小学")),
            "大同路中学教育集团": (("大同路中学",), ("平城中学", "文瀛中学")),
        },
    ),
    (
        "<table><tr><th>集团</th><th>牵头校</th><th>成员校</th></tr>"
        "<tr><td rowspan='3'>恒山路小学教育集团</td><td rowspan='3'>恒山路小学</td><td>双塔小学</td></tr>"
        "<tr><td>柳林小学</td></tr><tr><td>河西实验小学</td></tr></table>",
        {HENG: (("恒山路小学",), ("双塔小学", "柳林小学", "河西实验小学"))},
    ),
    (
        "<table><tr><td>集团名称</td><td>恒山路小学教育集团</td></tr><tr><td>牵头校</td><td>恒山路小学</td></tr>"
        "<tr><td>成员校</td><td>双塔小学、柳林小学</td></tr></table>",
        {HENG: (("恒山路小学",), ("双塔小学", "柳林小学"))},
    ),
]


@pytest.mark.parametrize(("markup", "expected"), TABLES, ids=range(len(TABLES)))
def test_tables(markup: str, expected: Parts) -> None:
    found = resolving.resolve(groups.find(Folded(page(f"<p>各区教育集团名单公布。</p>{markup}")), ()))
    assert {
        g.name.span.quote: (
            tuple(f.span.quote for f in g.leaders),
            tuple(f.span.quote for f in g.members),
        )
        for g in found
    } == expected
