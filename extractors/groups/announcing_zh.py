"""What Chinese texts say of the lists below and above: what they hold, which mark and which place is the leader's."""

from __future__ import annotations

import re

from extractors.groups.labels import LabelRole
from extractors.groups.wording_zh import LEAD

POINTERS = ("👇", "⬇", "↓", "⤵", "▼", "🔽", "\ufe0f")
"""Behind a line that announces those below it, instead of a colon."""
SENTENCES = re.compile("[。!?;]")
ANNOUNCES_LEADER = re.compile(r"(?:牵头|龙头|核心|领衔|领航|总校|理事长单位|盟主)[^,;。]{0,10}:\s*$")
ANNOUNCES_MEMBERS = re.compile(
    r"(?:成员|伙伴|家族|家人|朋友圈|全家福|阵容|还有|加盟|参与|分校|校区|学校|幼儿园|单位|名单|加入|组成|构成|包括|分别|如下|下辖|纳入|吸纳|医院|院校)[^,;。]{0,12}:\s*$"
)
NO_LIST = re.compile(
    "获奖|获评|荣获|表彰|先进|优秀|出席|参会|到会|观摩|推荐阅读|往期|赛事|成绩|支持单位|主办单位|承办单位|协办单位|事项|议案|决议|议程|说|表示|介绍|指出|认为|记者|流程|要求|通知|职责|目标|任务|措施|安排|特色|做法"
)
LEGEND = re.compile(
    r"(?:加|带|标|注|打|有|号|\(|\n|^|“)[有注“]{0,3}(?P<mark>[★☆*▲△◆●◎※#])[”号]?[^,;。\n]{0,6}(?:为|是|表示|代表|系|即)[^,;。\n]{0,8}(?:牵头|龙头|核心|总校|领衔|领航|盟主|主校)"
)
"""What says that a mark beside a name is that of the school that leads: '加★的为牵头学校'."""
FIRST_LEADS = re.compile(
    rf"(?:第[一1](?:所|个|家|位|名)?|首(?:所|个|家|位)|排[名在列](?:第一|首位|最前|前面)的?|列首位的?|居首的?|打头的?)[^,;。\n]{{0,6}}(?:为|是|系|即)[^,;。\n]{{0,6}}{LEAD}"
)
"""What says that the first of each list leads: '(第一所为总校)', '注:排在首位的是牵头校'."""


def announced(line: str) -> LabelRole | None:
    """What a line that ends in a colon or in a sign that points down announces.

    >>> announced("首批加入的学校有:")
    'member'
    """
    line = line.rstrip()
    if not line.endswith(":"):
        if not line.endswith(POINTERS):
            return None
        line = line.rstrip("".join(POINTERS)) + ":"
    line = SENTENCES.split(line)[-1]
    if NO_LIST.search(line):
        return None
    if ANNOUNCES_LEADER.search(line):
        return "leader"
    return "member" if ANNOUNCES_MEMBERS.search(line) else None


def lead_marks(string: str) -> frozenset[str]:
    """The marks that a text puts beside the names of schools that lead."""
    legend = LEGEND.search(string)
    if legend is None and "★" in string and "☆" in string:
        return frozenset("★")
    return frozenset(legend["mark"]) if legend else frozenset("★☆")


def first_leads(string: str) -> bool:
    """Whether a text says that the first school of each of its lists leads.

    >>> first_leads("教育集团名单(第一所为总校)")
    True
    """
    return ("第" in string or "首" in string) and FIRST_LEADS.search(string) is not None
