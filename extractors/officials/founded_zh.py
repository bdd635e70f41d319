"""Bodies that a Chinese sentence sets up, of which the posts are that it goes on to fill: '某联盟成立，李明任理事长'."""

from __future__ import annotations

import re

from extractors.officials.bodies_zh import HAN, shares
from extractors.officials.opening_zh import opening

UNION = "集团|联盟|共同体|联合体|教联体|教共体|协会|学会|研究会|促进会"
FOUNDED = re.compile(
    r"(?:成立|组建|设立|建立)(?:了|由)?[“「]?(?P<body>[^，,。；;、：:\s“”「」]{2,30}?"
    rf"(?:小组|工作组|专班|指挥部|委员会|理事会|{UNION}))(?=[”」]?[，,。；;：:])"
)
"""A body behind the verb: '成立集团化办学领导小组，由局长李明任组长'."""
OPENED = re.compile(
    rf"[{HAN}\d](?P<union>{UNION})[”」]?(?:[^，,。；;：:、]{{0,8}})(?:成立|揭牌|挂牌|授牌|换届|选举产生)[^，,。；;：:]{{0,12}}[，,；;：:]"
)
"""A body that is the subject: '青山教育联盟正式揭牌，'."""
GENERIC = re.compile(rf"(?:本|该|各|新|全[县市区])?(?:教育|办学|学校|幼教|职教)?(?:{UNION})")
OF_BODY = re.compile(
    "组长$|成员$|指挥长$|委员$|理事长$|理事$|主任$|秘书长$|会长$|盟主$|总校长$|总园长$|轮值主席$|监事长?$"
)


def founded(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The body that a sentence sets up before an offset; None when it sets up none that has a name."""
    if match := FOUNDED.search(plain, start, end):
        return match.span("body")
    match = OPENED.search(plain, start, end)
    if match is None:
        return None
    body = opening(plain, match.end("union"), start), match.end("union")
    if plain[body[0]] in "“「":
        body = body[0] + 1, body[1]
    return None if GENERIC.fullmatch(plain, *body) else body


def fills(body: str, title: str) -> bool:
    """Whether a post can be one of a body that is set up.

    >>> fills("青山教育联盟", "副理事长"), fills("青山教育联盟", "副局长")
    (True, False)
    """
    return shares(body, title) or OF_BODY.search(title) is not None
