"""How Chinese says that schools form a group by what their heads do at its founding: they sign, or unveil its sign.

Each pattern reads a sentence with its names folded.
"""

from __future__ import annotations

import re

from extractors.groups.relation import Role
from extractors.groups.wording_zh import ETC, NUMBER, I
from extractors.names.marked import GROUP as G

SIGNERS = re.compile(
    rf"^{ETC}的?(?:{NUMBER}校)?(?:[校园院]长|负责人|代表|书记)?(?:们)?(?:昨[天日]|今[天日]|当[天日]|日前|近日|[\d年月日]{{2,11}}+|共同|一同|一起|联合|分别|携手|正式|上台|现场)*(?:签署|签下|签订|签约|按下|触摸|推动|揭[开下幕牌]|启动|缔结|盖下)"
)
"""Behind several schools that sign to be a group: 'A、B、C三校校长共同签下盟约'."""
SET_UP = re.compile(
    rf"(?:{G}|集团|联盟|共同体)”?[^,;]{{0,10}}(?:成立|成军|诞生|揭牌|起航|启航|挂牌|启动|亮相|签署|结盟)|(?:签署|签订|缔结|结成|成立|组建)[^,;{G[1:-1]}]{{0,4}}{G}"
)
SHORTEST_PAIR = 3
"""How many characters a run of two names has at least: one for each and one between."""
WIDEST = 60
"""How far behind a run, in characters of the folded sentence, its words may stand."""


def form(string: str, end: int) -> bool:
    """Whether the schools of a run that ends at ``end`` sign, in a sentence that says that a group begins."""
    return SIGNERS.match(string[end : end + WIDEST]) is not None and SET_UP.search(string) is not None


def signs(string: str, before: str, run: re.Match[str]) -> tuple[Role, str, int | None] | None:
    """The part of several schools that sign at the founding of a group."""
    if len(run.group()) < SHORTEST_PAIR or before.endswith(("与", "同", "和")):
        return None
    several = len(re.findall(f"[{I}]", run.group())) > 1
    return ("members", "groups.prose.signs", None) if several and form(string, run.end()) else None
