"""How Chinese says that a school leads a group: by what stands around its name, or by a label before it.

Each pattern reads the words before a run of schools or those behind it, in a sentence with its names folded.
"""

from __future__ import annotations

import re

from extractors.groups.wording_zh import ASKED, ETC, LEAD, MEMBER, NOTE, NUMBER, THE_GROUP, UNIT, I
from extractors.names.marked import GROUP as G

NO_GROUP = f"[^,;{I}{G[1:-1]}]"
LEADS_BEFORE = re.compile(
    rf"{LEAD}”?{UNIT}(?:\([^()]*\))?(?:(?:任务|职责|重任|角色|工作)?的)?(?:分别|均|都|现|仍|依旧|则)?(?:{ASKED}|为|是|由|系|即|有|:|—)+(?:[^,;:{I}]{{2,14}}的|[^,;:{I}]{{0,10}}(?:名校|老校|老牌))?$|(?:作为|身为)(?:{THE_GROUP}的?)?{LEAD}{UNIT},$"
    rf"|{LEAD}”?(?:学校|校|单位|园|医院|院校)\(?$|{THE_GROUP}的“{LEAD}”$"
)
LEADS_APPOSED = re.compile(
    rf"(?:^|[,:;即是为含与和到向赴由从在{G[1:-1]}])(?:总校|总园|总院|主校|母体校|名校)$|(?:集团|联盟|共同体)的?(?:总校|总园|总院|主校)$|(?:^|[,;])(?:龙头|盟主|领衔)$|(?:^|[,:;])“?(?:名校|强校|优质校)”?(?:为|是|即)$"
)
APPOSING = ("校", "园", "院", "头", "主", "衔", "为", "是", "即")
LEADS_WITH = re.compile(rf"{LEAD}”?(?:学校|校|单位|园|医院|院校)$")
WITH = re.compile(rf"[{I}]{NOTE}(?:与|同|联合|携手|牵手)")
LEADS_HOME = re.compile(
    r"(?:总部|集团校区|集团本部|秘书处|总校|总园|总院|主校区)[^,;]{0,4}(?:设|设立|落户|位|坐落|落|放|安家)(?:在|于)?了?$"
)
IN_PLACE = re.compile(rf"{LEAD}{UNIT}(?:将|已)?由[{I}](?:变更|更换|调整|换|改)(?:为|成)$")
LEADS_ROUND = re.compile(
    rf"^{ETC}(?:为|作为|做|作|当|领)[^,;{I}]{{0,8}}?(?:{LEAD}|依托|基础|枢纽|支撑|标杆|中心|班底|主力|轴心|引擎|圆心|旗帜|源头)"
)
LEADS_AFTER = re.compile(
    rf"^{ETC}(?:[自于]?[\d年月日]{{2,11}}起?)?(?!(?:理事长|主席|组长|秘书长)(?!单位|学?校|院校|高校|园|医院|企业|成员))"
    r"(?:的|—+|,(?=是|作为|也是|既是))?(?:共同|联合|将|正式|成功|当选为?|(?=[被获推选确认指明批列定授])(?:被|获)?(?:推选|推举|选举|选|确定|认定|选定|指定|明确|批准?|列|定|授权?)(?:为|作)|担任|出任|任|作为|为|是|成为|承担|负责|仍是|双双|均|都|则|也|今后|作|做"
    rf"|扮演着?|充当着?|起(?:着|到)?了?|居于?|位居|处于|另外|另行|还|又|一直|始终|主动|率先|独自|当[上起]?了?|挑起了?|扛起了?)*(?:{THE_GROUP}的?)?“?(?:首届|首任|第一届|唯一的?|共同|轮值|常任|当值|当之无愧的?|名副其实的?|公认的|绝对的)*“?{LEAD}(?!长|(?<=领办){NUMBER}[所个家]|成员|教师|素养|竞争力|价值|力量?|期刊|技术|课|问题|任务|作用|区|城|办学理念|的?老师|(?<=牵头)(?:召开|举[办行]|开展|制[定订]|编[写制印]|起草|承[办担]|组织|实施|完成|申报|研发|推[进动]|拟[定订]|调研|协调))|{ETC}召集(?=[,;。)]|$)"
)
"""Not 'A理事长王明': that is a person's post."""
TAKES_OVER = re.compile(rf"^(?:又|还|已|则)?[把将][^,;{G[1:-1]}]{{1,30}}?(?:整[个体])?“?接”?了?过[来去]")
"""Behind a school that takes others over: 'A把B、C整个接了过来'."""
STARTED = re.compile("发起$")
PLAYS = re.compile(rf"{THE_GROUP}[^,;{I}]{{0,10}}发挥好?(?:了)?$")
PART = re.compile(rf"^的?{LEAD}[^,;{I}]{{0,6}}作用")
OF_ITS_OWN = re.compile(rf"{G}”?(?:\([^()]*\))?,?{NO_GROUP}{{0,10}}(?:由|以|依托)$")
"""Before a school that leads the group named there, whatever group the next clause names: 'X集团由A领衔,Y集团由B领衔'."""
ROUND = re.compile(r"(?:以|依托|围绕)$")
LEANS_ON = re.compile(rf"(?:{THE_GROUP}[^,;{I}]{{0,10}}?|^|[,;])依托$")
LEANT_ON = re.compile(
    rf"^{ETC}(?:的[^,;{I}]{{2,8}}(?:优势|资源|品牌|力量),[^,;{I}]{{0,6}})?,?(?:(?:联合|携手|联动|带动|辐射|整合|吸纳|牵手|会同)[{I}]|(?:组建|成立|建立|组成|打造)[^,;{I}]{{0,8}}{THE_GROUP})"
)
"""Around the school that a group is built on: 'X集团依托A,联合B组建'."""
LEAD_ADJACENT = re.compile(rf"{THE_GROUP}的?{LEAD}(?:学校|校|单位|园|医院|院校)?$")
PROFILE = re.compile(
    rf"^[^;{I}{G[1:-1]}]{{2,56}},(?:今|现|现在|目前|如今|也|还|同时|并)?(?:为|是|系|成为|担任|作为|属于?){G}”?的?(?:唯一|首批)?(?:(?P<lead>{LEAD}{UNIT})|{MEMBER})"
)
"""Behind the school that a sentence is about: 'A创办于1952年,坐落于城东,是X集团的核心校'."""
UNDERTAKES = re.compile(
    rf"^(?:[^,;:。{I}{G[1:-1]}]{{2,8}},)?(?:主动|率先|积极|勇于|带头|受命)(?:牵头|领衔|挑头|领办)(?=[,;]|[组成建创发]|[与和同]{{0,1}}[{I}])"
)
"""Behind a school: 'A勇挑重担,主动牵头,与B组建X集团'."""
BRINGS = re.compile(
    rf"^(?:带动|带领|带|领着|领办|托管|帮带)[^,;{I}]{{0,6}}[{I}][^;]{{0,16}}(?:组建|成立|组成|构成|形成|打造)[^,;{I}{G[1:-1]}]{{0,8}}{G}"
)
"""Behind 由 and a school: '由A带B,组建X集团'."""
APPOSED = "groups.prose.apposed"
"""The rule by which a school right behind '总校' leads; what the two do with another school says nothing of that."""


def leads_around(string: str, before: str, after: str, rest: str, end: int) -> tuple[str, int | None] | None:
    """The rule by which the words around a run that ends at ``end`` make it leaders, and where their group stands.

    ``after`` goes on to the end of the clause, ``rest`` no further than the next school.
    """
    leading = LEADS_AFTER.match(rest)
    if leading and STARTED.search(leading.group()) and ("等" in leading.group() or not before.endswith("由")):
        leading = None
    if leading or (ROUND.search(before) and LEADS_ROUND.match(rest)) or (PLAYS.search(before) and PART.match(rest)):
        place = group_behind(rest, end)
        own = place is not None and "," in string[end:place] and OF_ITS_OWN.search(before)
        return "groups.prose.leads", None if own else place
    if before.endswith("由") and BRINGS.match(after):
        return "groups.prose.leads", None
    if ("头" in rest or "领" in rest) and UNDERTAKES.match(after):
        return "groups.prose.leads", None
    if after[:1] in "又还已则把将" and TAKES_OVER.match(after):
        return "groups.prose.leads", None
    if before.endswith("依托") and LEANS_ON.search(before) and LEANT_ON.match(after):
        return "groups.prose.leads", group_behind(rest, end)
    return None


def leads_before(string: str, before: str, run: re.Match[str]) -> str | None:
    """The rule by which a label or a seat before a run makes its schools leaders."""
    if (before.endswith(APPOSING) and LEADS_APPOSED.search(before)) or (
        LEADS_WITH.search(before) and WITH.match(run.group())
    ):
        return APPOSED
    if LEADS_BEFORE.search(before) and not ROUND.search(before):
        return "groups.prose.leader_is"
    if LEADS_HOME.search(before) or IN_PLACE.search(string, 0, run.start()):
        return "groups.prose.home"
    return None


def group_behind(rest: str, start: int) -> int | None:
    """Where a group stands behind a run, in the words that tell its part: '由A牵头的X教育集团'."""
    match = re.search(G, rest)
    return start + match.start() if match and not re.search("[;。]", rest[: match.start()]) else None
