"""Where the name of an organisation starts that ends before a title: at a mark, or behind a word such as 由, 请, 在."""

from __future__ import annotations

import re

from extractors.names import han
from extractors.officials.bodies_zh import HAN, WORDS, any_of

LONGEST_ORGANISATION = 60
RUN = re.compile(
    rf"(?:[{HAN}\w·]|（[^（）]{{1,14}}）|\([^()]{{1,14}}\)|《[^《》]{{1,20}}》|[“「『][^“”「」『』，。！？；：、,!?]{{1,14}}[”」』])+$"
)
BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
CLOSED = re.compile(rf"{any_of(WORDS['closed'])}|(?<![{HAN}])华为")
OPENING = re.compile(any_of(WORDS["opening"]))
JOINING = re.compile(r"(?<=[局委部厅校区县市镇园会司处科室长记任员团府院家们动我他她])[和及与](?!活动)|以及|暨")
JOINED = re.compile(r"和(?=[平田县顺龙硕静政林睦谐美悦合风丰兴庄桥布信])")
"""Where 和 begins a name: 和平区."""
BESIDE = re.compile("(?:与|和|跟|(?<!大)同)(?=.)")
"""What joins a person's name to the body that follows it."""
FRONT = re.compile(
    r"(?:原(?!州|平|阳|子)|(?:时|现|新|前|首)任|(?:各|全体|一位|一名|这位|该位|另一位|知名|著名|资深)|"
    r"(?:\d{1,4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:上午|下午|晚|晚上)?(?<=[年月日号午晚上]))(?=.)"
)


def opening(plain: str, end: int, floor: int) -> int:
    """Where the organisation starts that ends at an offset; ``end`` when none does."""
    low = max(floor, end - LONGEST_ORGANISATION)
    match = RUN.search(plain[low:end])
    if match is None:
        return end
    start = low + match.start()
    if bracket := BRACKET.match(plain, start, end):
        start = bracket.end()
    behind_name = start == floor and "㐀" <= plain[start - 1 : start] <= "鿿"
    if start < end and plain[start] in "和与及" and (behind_name or not JOINED.match(plain, start)):
        start += 1
    start = behind_person(plain, start, end)
    for opened in OPENING.finditer(plain, start, end):
        if opened.end() > start and not _is_closed(plain, opened, low, end):
            start = opened.end()
    for joined in JOINING.finditer(plain, start, end):
        if not JOINED.match(plain, joined.start()):
            start = joined.end()
    while (front := FRONT.match(plain, start, end)) and front.end() > start:
        start = front.end()
    return start


def behind_person(plain: str, start: int, end: int) -> int:
    """Where a run starts once a person's name and the word that joins it are left out: '李明与县教育局'."""
    for beside in BESIDE.finditer(plain, start + 2, min(start + 5, end)):
        place = beside.start()
        named = han.name_before(plain, place, start)
        if named is None or named.start != start or plain[start : start + 2] in han.ORDINARY:
            continue
        ranked = plain[beside.end()] in "省市县区州旗镇乡教"
        if ranked or (place > start + 2 and not JOINED.match(plain, place)):
            return beside.end()
    return start


def paired(plain: str, start: int, floor: int) -> int:
    """Where a name starts whose first half ends before a mark: 某大附中、附小教育集团."""
    if plain[start - 1 : start] != "、" or not re.search("附[属]?[中小幼]$", plain[max(floor, start - 4) : start - 1]):
        return start
    return opening(plain, start - 1, floor)


def _is_closed(plain: str, opened: re.Match[str], low: int, end: int) -> bool:
    """Whether a word of opening is part of another word of the run that ends at ``end``: 在线, 经济."""
    around = CLOSED.finditer(plain, max(low, opened.start() - 3), min(end, opened.end() + 3))
    return any(closed.start() <= opened.start() and opened.end() <= closed.end() for closed in around)
