"""What a Chinese clause makes of the schools in it: leaders of a group, its members, or neither.

A sentence is read with its names folded (names.marked.Folded). Every run of names is judged by the words before it and
behind it, up to the names beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.groups.belonging_zh import CEREMONY, LEFT, TRUSTED_IN_NOTE, as_one, comes_in, stands_beside
from extractors.groups.leading_zh import APPOSED, LEAD_ADJACENT, PROFILE, group_behind, leads_around, leads_before
from extractors.groups.relation import Role
from extractors.groups.signing_zh import form, signs
from extractors.groups.wording_zh import (
    BEING,
    ETC,
    FURTHER,
    INTRO,
    LEAD,
    MEMBER,
    NO_NAME,
    NOTE,
    NUMBER,
    PART_OF_IT,
    RUN,
    THE_GROUP,
    UNIT,
    WEAK,
    WORDS,
    I,
    one_of,
)
from extractors.names.forms_zh import HAN, NUMERAL, STOP, any_of
from extractors.names.marked import GROUP as G
from extractors.value import value

TO_BE_ONE = re.compile(
    rf"^{ETC}[^,;{I}{G[1:-1]}]{{0,8}}(?:并入|划归|归入|合并到|合并进)[{I}],[^,;{I}{G[1:-1]}]{{0,4}}(?:成为|作为|改为|更名为|挂牌)[^,;{I}]{{0,3}}{THE_GROUP}"
)
TAKEN_BY = re.compile("(?:并入|划归|归入|合并到|合并进)$")
ANOTHER = re.compile("(?:^|[,;:])(?:另)?[一另](?:外一)?[个家][^,;:]{0,4}[由以]$")
"""Before a school that leads one of several groups that are not named: '再组建2个集团,一个由A牵头'."""
FORMERLY = re.compile("原(?:来|先|本)?(?:由|以)$")
MEMBERS_BEFORE = re.compile(
    rf"(?:^|[,:;]|{THE_GROUP}的?|启用|新增)(?:两|三|四|五)?(?:所|个)?新(?P<new>校区|分校|校|园区|分园|园)(?:分别)?(?:为|是)$|{MEMBER}(?!数|长)(?P<gap>{NO_NAME}{{0,24}}?){BEING}+{INTRO}$|(?:{G}”?的?|^|[,:;]|[,:;][一二三四五六七八九]是|和|与|及|到|向|(?:^|[,:;])(?:集团|联盟|共同体)的?)(?:首批|新|[紧松]?[密散]型|融合型|共建型|协作型|其[他它])?{MEMBER}$"
)
IN_GROUP = re.compile(rf"(?:{any_of(WORDS['join'])})[^,;{I}]{{0,4}}{THE_GROUP}的[^,;{I}]{{0,6}}$")
COMPRISES = re.compile(
    rf"{THE_GROUP}[^;{I}]{{0,26}}?(?<!的)(?<!的[还也]){one_of(WORDS['comprise'])}(?!下|作用|能力)(?:了|有|着)?{INTRO}$"
)
COMPOSED = re.compile(
    rf"(?:^|[,;])(?:这|该|其中的?)?{NUMBER}(?:所|家|个)(?:学校|小学|中学|幼儿园|初中|高中|成员校|成员|校区|分校|医院|卫生院)分别[是为]$|"
    rf"{THE_GROUP}的?(?:全部|各)?{NUMBER}?(?:所|家|个)?(?:学校|成员校|校区|园区|幼儿园|园所|分校|医院)(?:—+|:|\()$"
    rf"|(?:^|[,;])(?:现在|目前|如今|现|至今|暂时)?(?:只|仅|共|已|一共|总共|(?:此外|另外)?还|另外?)?有{NUMBER}(?:所|家|个)(?:[{HAN}]{{0,6}}[校学园院]|成员|校区|园所|村小)[^,;{I}]{{0,6}}(?:—+|:|,分别[是为]|,即)$"
    rf"|{THE_GROUP}[^;{I}]{{0,8}}?由[^;{I}]{{0,12}}?(?:{NUMBER}(?:[校园院]|[所家个][^,;{I}]{{1,8}}?)|(?:以下|下列)[^,;{I}]{{1,8}}?)(?:共同|联合)?(?:组成|构成|组建|组团|合并)(?:而成)?(?:,?(?:分别)?[是为即]|,?包括|:|—+)$"
    rf"|{THE_GROUP}[^;{I}]{{0,26}}?(?:格局|模式|体系|矩阵|布局|架构)[^,;{I}]{{0,4}}[,:—]*(?:即|分别是|分别为|包括|:|—+)$"
)
CLOSERS = ("—", ":", "(", "是", "为", "即", "括")
"""What closes the words before schools of which a group is made up: '集团由3所学校组成:', '集团的3所学校——'."""
NAMED_AFTER = re.compile(rf"{G}”?(?:\([^()]*\))?(?:\(|:|—+|=|,?即|,含|,包括)(?:由|[★☆※]待定,|[★☆※])?$")
HOLDS = re.compile(
    rf",(?:并|共|先后|现|目前|现已|已|还|同时)?{one_of(WORDS['comprise'] - {'有', '含', '添', '管理', '达到', '新增', '增加'})}(?:了|有|着)?{INTRO}$"
)
"""Between the school that leads and those that belong: 'X集团由A牵头,涵盖B、C'."""
TAKES_IN = re.compile(rf"(?:{any_of(WORDS['admit'])}|“?收”?下)(?:了)?{INTRO}$")
PARTNERED = re.compile("(?:正式)?(?:结为|结成|签约|签订|签署|牵手|合作|联姻)")
"""Behind 与 and a school with which another one joins hands; what follows is said of that other."""
SHORT_ALONG = frozenset(("与", "和", "同", "跟", "加", "连", "携", "率", "联", "带"))
ALONG = re.compile(
    rf"(?:{any_of(SHORT_ALONG)})$|{one_of(WORDS['take_along'] - SHORT_ALONG)}(?:了|着)?[^,;:{I}]{{0,24}}:?$"
)
EXCEPT = re.compile("除了?$")
EXCEPTED = re.compile(f"^(?:(?:以外|之外|外),?|,)(?:{THE_GROUP})?(?:{PART_OF_IT}的)?(?:另|还|其余|其他|剩下)")
OTHER_ONE = re.compile(
    rf"(?:另外?|其余|其他)[{NUMERAL}\d]*(?:所|家|个)[^,;]{{0,4}}(?:,一(?:所|家|个))?(?:叫做?|是|为|即)+$"
)
ONE_OF = re.compile(
    rf"(?:[{NUMERAL}\d]所,?|全称|分别|其中)(?:叫做?|是|为|即|名为|有)+$|其中(?:有|是|[{HAN}]{{2,6}}的)$"
)
OF_STAGE = re.compile(
    rf"^(?:其中)?(?:小学|初中|高中|中学|幼儿园|完小){NUMBER}(?:所|家|个),?(?:即|为|是|:|分别[是为]|\()$|{THE_GROUP}[^,;{G[1:-1]}]{{0,6}}{one_of(WORDS['comprise'])}[^;]{{0,40}}?(?:小学|初中|高中|中学|幼儿园|学前)[段部]?\($"
)
"""Before the schools of one stage: '小学2所,即A、B', 'X集团包含小学(A、B)、初中(C)'."""
SOME = re.compile(
    rf"{one_of(WORDS['comprise'] - {'有', '含', '添', '管理'})}[^;]{{0,12}}{NUMBER}(?:所|家|个)|[共下]?辖"
)
BY = re.compile(rf"由{NO_NAME}{{0,12}}$")
BY_BOTH = re.compile(rf"由{NO_NAME}{{0,12}}[{I}](?:[、和与及][{I}])*{FURTHER}$")
"""Before the second of two that form a group: '由A与河西区的B组成'."""
FORM = re.compile(
    rf"^{ETC}{NO_NAME}{{0,16}}?(?:组成|构成|组建|结成|合作|共建|合并|整合|抱团|合组|共组|联办|联建|(?:议定|商定|协商|倡议|自愿|携手|联手|一起)[^,;{I}]{{0,4}}(?:成立|创办|发起)|联合(?:成立|办学|创办)|共同(?:成立|创办|发起|打造))"
)
FORM_GROUP = re.compile(
    rf"{ETC}[^;{I}{G[1:-1]}]{{0,14}}?(?:(?:组建|成立|组成|结成|构成|创建|建立|缔结|组团成立|办起|结为|共建|合组|共组|联办)(?:了|为|的|起|成)?[^,;{I}]{{0,22}}"
    rf"|(?:组团|结盟|抱团|联手|牵手|合并|结成一?[家体]|结成了一?[家体]|结为一[家体]|成为一家)[^,;{I}]{{0,6}},(?:并|共同)?(?:取名|定名|命名|冠名|名为|名叫|叫做?|称作|称为|统称|合称)(?:为|作)?“?|有了一?个?(?:共同|新|响亮)的(?:名字|身份|家)(?:—+|:|,)“?|(?:携手|联手|联合|共同|合力)(?:打造|创办|发起|筹建|缔造)(?:了|出)?“?){G}"
)
"""'A与B组建X集团', 'A与B结成一家,取名“X集团”'."""
FURTHER_ONE = re.compile(FURTHER)
FORM_WITH = re.compile(rf"^{ETC}{NO_NAME}{{0,10}}(?:组建|成立|组成|构成|结成|共建)[^,;{I}]{{0,10}}{THE_GROUP}")
JOINS = re.compile(
    rf"^{ETC}[^;{I}]{{0,22}}?{one_of(WORDS['join'])}(?:到|了|进|为)?[^,;{I}]{{0,8}}?{THE_GROUP}"
    rf"|^{ETC}[与和同]{G}”?[^,;{I}]{{0,6}}(?:签约|签订|签署|达成)了?[^,;{I}]{{0,4}}(?:加盟|入盟|托管|领办|合作办学)"
    rf"|^{ETC}[^,;{I}]{{0,8}}?(?:补位|递补|顶上|补缺)(?=[,;。]|$)"
    rf"|^{ETC}[^,;{I}]{{0,12}}?(?:加盟|入盟|入列|加入其中|加入进来|加入|并入|划入|转入|入伙|入群|(?:成功|正式|顺利)签约|(?:[即便就]|整体|正式)入团)(?:进来|之后|以后|后)?(?=[,;。!)]|$)"
)
NOT_SO = re.compile("希望|渴望|盼望|有意|打算|争取|考虑|期待|没有?|尚?未|[并也]?不(?![断同少仅但久])|拒绝?|婉拒|无意")
"""What says that a school did not join."""
INTO = re.compile(
    rf"^{ETC}[^;{I}]{{0,12}}?(?:纳入|并入|划入|划归|归入|收入|整合|加入|合并|托管|委托|移交|交给|交由|作为|变成|改造成|改建成|设为)"
)
BECOMES = re.compile(
    rf"^{ETC}[^;{I}{G[1:-1]}]{{0,10}}?(?:为|是|作为|成为|任|担任|当选为?|列为|升格为|变身为?|更名为|挂牌|—+(?={G}))(?:了)?(?:{THE_GROUP}的?)?[^,;{I}]{{0,10}}?{one_of(WORDS['member_word'] - WEAK)}"
)
BECOMES_CAMPUS = re.compile(
    rf"^{ETC}[^,;{I}{G[1:-1]}]{{0,6}}?(?:作为|成为|成了|变成|分别为|改建为|更名为|挂牌为?)(?:{THE_GROUP}的?)?[^,;{I}]{{0,8}}?(?:校区|分校|园区|分园)"
)
ARE_MEMBERS = re.compile(
    rf"^等?{NUMBER}?(?:所|家|个)?(?:集团|联盟|新|首批|新增)?的?(?:{one_of(WORDS['member_word'] - WEAK)})(?!长)"
)
TAKES_PART = re.compile(
    rf"^(?:{NUMBER}[校园]|等[^,;]{{0,8}}|(?:和|及|以及|与){NUMBER}(?:所|家|个)[^,;{I}]{{0,10}}?)?(?:共同|积极|协同)?“?(?:配合|跟跑|各(?:出|派|选派|抽调|拿出)|参与|参加|跟进|协办|参建|组成|组建|为成员|为参与|协作|协同|加盟|抱团|共同组建|为辅|为补充)"
)
CAMPUSES = re.compile(rf"^,?{NUMBER}(?:个|所|大)(?:校区|园区|分校|成员校|学校|分园|院区|成员)")
PERSON = re.compile(
    r"^(?:党委|党总支|党支部|党组|的|原|副|常务|执行|名誉|总|语文|数学|英语|历史|高级|特级|本科|退休|年轻|骨干)*(?:校长|书记|院长|园长|教师|老师|学生|师生|家长|主任|负责人|干部|教务|毕业生|校友|班子|名师|副校|团委|工会|校园内?|门口|操场|体育馆|报告厅|礼堂|会议室|举行|召开|举办)"
)
AS_CAMPUS = re.compile(
    rf"(?P<schools>{RUN.pattern}){NO_NAME}{{0,10}}?(?:挂牌|现为|现是|今为|加挂|换上|挂上|挂出|挂起|更名|改名|成为|变身|升级|改建|改制|整体并入|并入)(?:为|成|了)?“?(?P<campus>[{I}])"
)
"""A school that becomes a part of a group whose name the part's name holds: 'A挂牌“X教育集团东分校”'."""
GROUPS_OF = re.compile(
    rf"(?:成立|组建|建立|建成|形成|打造|拥有|已有|现有|设立|包括|命名)(?:了|起)?(?P<schools>{RUN.pattern})等?{NUMBER}(?:个|大|家)[^,;{I}]{{0,8}}(?:集团|联盟|共同体|教共体|教联体|联合体)(?!成员|校)"
)
"""Groups named by the schools that they are called after: '组建A、B等6个教育集团'."""
LEADING_PIECES = re.compile(rf"(?:[{HAN}\d·]{{1,18}}、)+$")
KINDS = f"(?:(?:公办|民办|新建|城区|农村|乡镇|邻近|附近|周边)的?|(?<=[、,])(?![最其较原])[{HAN}]{{2,6}}的)"
NUMBERED = re.compile(r"(?<=\W)(?:\(?\d{1,2}[.)、]|[①-⑳])$|(?<=[为是有含括])(?:\(\d{1,2}\)|[①-⑳])$")
NUMBER_ENDS = frozenset(".)、①②③④⑤⑥⑦⑧⑨⑩")
"""The number before the first of a list in a sentence: '成员校:1.A 2.B'."""
COMMA = re.compile(
    rf"\s*[,;、]\s*(?:以及|还有|和|及)?(?:{KINDS})?|[,;](?:还有|以及|连同|另有)[^,;:{I}]{{0,20}}的|[,;](?:(?:[{HAN}]{{2,4}}的)?(?:还有|另有|则有|有)|[{HAN}]{{2,4}}的(?:是|为|包括)|(?:还有|另)?一(?:所|家|个)是|还有就是(?:[{HAN}]{{2,4}}的)?)"
    rf"|{FURTHER}|[,;][二三四五六七八九](?:是|为|则是)"
)
"""What may stand between two runs of names of which one says what both are: ',以及民办的', ',民办的有'."""
LEAD_NOTE = re.compile(rf"[★☆]|\((?:{LEAD})(?:[,;][^()]{{0,24}}|[^(),;]{{0,8}})\)")
NTH = re.compile(rf"第{NUMBER}(?:所|家|个)(?:成员校|成员学校|成员单位|成员|分园|分校|校区|加盟校)(?:—+|:|,|是|为|即)?$")
SPEAKS = r"(?:党委书记|党总支书记|书记|校长|园长|院长|负责人)"
SPEAKS_FOR = re.compile(rf"^{SPEAKS}[{HAN}·]{{2,5}}?代表(?:{THE_GROUP}的?)?(?:(?P<lead>{LEAD}{UNIT})|{MEMBER})")
SPEAKER = re.compile(rf"(?:(?P<lead>{LEAD}(?:学校|校|单位|园|医院))|{one_of(WORDS['member_word'] - WEAK)})代表[、,]?$")
"""Who speaks for a group's schools is one of them: '成员校代表、东关小学校长', '东关小学校长王明代表牵头学校发言'."""
NO_LONGER = re.compile("^(?:变更|更换|调整|换|改)(?:为|成)|^,把[它其]改")
RUN_BY = re.compile(rf"由{G}”?(?:统一)?(?:托管|领办|管理|代管|接管|接手)(?:的|了)?[^,;{I}]{{0,4}}$")
RESPECTIVE = re.compile(
    rf"(?P<groups>{G}(?:[”“]*[、和与及][”“]*{G})+)”?[^;。{I}]{{0,8}}分别(?:由|以|是|为|新增|吸纳|吸收|接收|接管|托管|迎来)$"
)
"""Several groups before as many schools of which each leads one: 'X、Y分别由A、B牵头'."""
RESPECTIVELY = re.compile(
    rf"^{ETC}分别(?:被|为|是|作为|担任|任|确定为|领衔|牵头|领办|主导|领航|加入|加盟|并入|纳入|划入|划归)+(?:建立|组建|成立)?(?P<groups>{G}(?:[”“]*[、和与及][”“]*{G})+)(?:”?的?{LEAD})?"
)
"""The same the other way round: 'A、B分别为X、Y的龙头校', 'A、B分别牵头X、Y'."""
PARTNER = re.compile(rf"[与同][{I}]{NOTE}$")
SIGNS = re.compile("(?:正式)?(?:签约|签订|签署|签下|结为|(?:举行|举办)[^,;]{0,6}签约)")
ADJACENT = re.compile(rf"{G}”?的?(?:首批|新|各)?{MEMBER}\(?$|{NUMBER}(?:所|家|个)(?:首批|新)?{MEMBER}(?:—+|:|\()?$")
HELPERS = re.compile("公司|支持|支援|赞助|捐赠|指导")
"""Words for bodies that help a group and do not belong to it, and for what is no group of schools."""
APART = re.compile(one_of(WORDS["apart"]) + "(?!机制)")
COMES_IN = "groups.prose.comes_in"
SIGNED = frozenset(("groups.prose.joins", "groups.prose.are_members"))
"""The rules by which a school that another signs with may be the one that the group is called after."""
ABOUT = re.compile(
    f"(?=[集联协学共教医大研片组总{G[1:-1]}])(?:集团|总校制|集群|联盟|协[作同]体|教研体|研训体|片区|组团|学校群|共同体|联合体|教共体|教联体|学区|医联体|医共体|大家庭|{G})"
)
OPENS = re.compile(r"[ “]*(?:(?:今天|如今|现在|目前|眼下|当前)的?,?|(?:截至|到)?[\d年月日底]{2,12},?)?")
"""What may stand before the school that a sentence is about."""
DESCRIBED = re.compile(rf"(?<=[了着是为有由以含与和盖括辖纳管收把将办:])[^,;:“”了以{I}{G[1:-1]}]{{2,14}}的$")
"""What describes a school right before its name: '接管了地处城郊的A', '牵头校是创办于1958年的A'."""
WIDEST = 60
"""How far from a run, in characters of the folded sentence, its words may stand."""


@value
class Cued:
    """A run of names in a folded sentence with the part that its clause gives it; ``group`` is where its group stands."""

    role: Role
    rule: str
    start: int
    end: int
    group: int | None
    called_after: int | None = None
    """From where on a school of the run is left out when the group bears its name: 'A与B签约,加入B教育集团'."""


def cued(string: str) -> Iterator[Cued]:
    """The runs of names in a folded sentence that its words make leaders or members."""
    runs = list(RUN.finditer(string))
    told: list[tuple[Role, str, int | None] | None] = []
    last = 0
    for run in runs:
        first = pieces_before(string, max(last, run.start() - WIDEST), run.start())
        before = string[max(last, first - WIDEST) : first]
        if before[-1:] in NUMBER_ENDS:
            before = NUMBERED.sub("", before)
        after = string[run.end() : run.end() + WIDEST]
        led = any(each is not None and each[0] == "leaders" for each in told)
        before, after = before.rpartition(";")[2], inside(before, after.partition(";")[0])
        part = _role(string, before, after, run, led=led)
        if part is None and before.endswith("的") and (described := DESCRIBED.search(before)):
            part = _role(string, before[: described.start()], after, run, led=led)
        told.append(part)
        last = run.end()
    for n in (*range(1, len(runs)), *range(len(runs) - 2, -1, -1)):
        told[n] = told[n] or _shared(string, runs, told, n)
    for run, found in zip(runs, told, strict=True):
        if found is not None:
            role, rule, place = found
            end = run.start() + 1 if rule == APPOSED else run.end()
            if rule == APPOSED and (FORM_GROUP.match(string, run.end()) or form(string, run.end())):
                yield Cued("members", "groups.prose.form", end, run.end(), place)
            group = place if place is not None and re.match(G, string[place:]) else None
            partner = PARTNER.search(run.group()) if rule in SIGNED and SIGNS.match(string, run.end()) else None
            called_after = run.start() + partner.start() if partner else None
            yield Cued(role, rule, run.start(), end, group, run.start() if rule == COMES_IN else called_after)


def inside(before: str, after: str) -> str:
    """The words behind a run, no further than the bracket in which it stands: 'X集团(A牵头)、Y集团(B牵头)'."""
    return after.partition(")")[0] if ")" in after and before.rfind("(") > before.rfind(")") else after


def pieces_before(string: str, start: int, end: int) -> int:
    """Where the pieces without a head begin that stand right before a run: '东关、西关、' of '包括东关、西关、南关小学'."""
    if string[end - 1 : end] != "、" or not (pieces := LEADING_PIECES.search(string, start, end)):
        return end
    first = pieces.start()
    if string[first] in "为是作任当":
        return end
    for stop in STOP.finditer(string, first, string.index("、", first)):
        first = stop.end()
    return first + (string[first] == "将" and string[first + 1] not in "军乐")


def _shared(
    string: str, runs: list[re.Match[str]], told: list[tuple[Role, str, int | None] | None], n: int
) -> tuple[Role, str, int | None] | None:
    """The part of the members beside a run from which a comma alone parts it: 'A,B、C加入集团'."""
    for other, between in ((n - 1, (n - 1, n)), (n + 1, (n, n + 1))):
        if 0 <= other < len(runs) and (known := told[other]) is not None and known[0] == "members":
            first, second = (runs[place] for place in between)
            if COMMA.fullmatch(string, first.end(), second.start()):
                return known
    return None


def _role(
    string: str, before: str, after: str, run: re.Match[str], *, led: bool
) -> tuple[Role, str, int | None] | None:
    """The part of a run with the rule that tells it and where its words have a group behind the run."""
    rest = re.split(f"[{I}]", after)[0]
    if NO_LONGER.match(rest):
        return None
    if APART.search(before.rpartition(",")[2][-14:] + "\n" + rest[:14]) or FORMERLY.search(before):
        return None
    if before.endswith(("由", "以")) and ANOTHER.search(before):
        return None
    if "分别" in after and (match := RESPECTIVELY.match(after)) and not JOINS.match(match.group()):
        return "leaders", "groups.prose.leads", None
    if around := leads_around(string, before, after, rest, run.end()):
        return "leaders", *around
    if LEAD_ADJACENT.search(before) and PERSON.match(rest):
        return "leaders", "groups.prose.leader_is", None
    if ADJACENT.search(before) or NTH.search(before):
        return "members", "groups.prose.member_is", None
    if (spoke := SPEAKS_FOR.match(rest) or SPEAKER.search(before)) and PERSON.match(rest):
        return ("leaders" if spoke["lead"] else "members"), "groups.prose.speaks_for", None
    if stands_beside(before):
        return "members", "groups.prose.beside", None
    if PERSON.match(rest) and not CEREMONY.match(rest):
        return signs(string, before, run)
    if rule := leads_before(string, before, run):
        return "leaders", rule, None
    if OPENS.fullmatch(string, 0, run.start()) and (profile := PROFILE.match(rest)):
        place = group_behind(rest, run.end())
        return (
            ("leaders", "groups.prose.leads", place)
            if profile["lead"]
            else ("members", "groups.prose.are_members", place)
        )
    if TAKEN_BY.search(before):
        return None
    if TO_BE_ONE.match(after):
        return "members", "groups.prose.joins", group_behind(after, run.end())
    if noted := TRUSTED_IN_NOTE.search(run.group()):
        return "members", COMES_IN, run.start() + noted.start("group")
    if match := comes_in(string, run.start(), before, rest, after):
        return "members", COMES_IN, group_behind(match.group(), run.end())
    if match := JOINS.match(rest):
        if LEFT.search(after, match.end()) or NOT_SO.search(match.group()):
            return None
        place = run.end() + match.end() - 1
        return "members", "groups.prose.joins", place if re.match(G, string[place : place + 1]) else None
    if (match := FORM_GROUP.match(rest)) and (
        led or rest.startswith("等") or len(re.findall(f"[{I}]", run.group())) > 1 or FURTHER_ONE.fullmatch(before)
    ):
        return "members", "groups.prose.form", run.end() + match.end() - 1
    if match := as_one(string, run, before, rest):
        return "members", "groups.prose.form", group_behind(rest, run.end()) if match.start() == 0 else None
    if (found := MEMBERS_BEFORE.search(before)) and not re.search("校长|书记|代表|负责人|教师", found["gap"] or ""):
        return "members", "groups.prose.member_is", None
    held = COMPRISES.search(before) or (COMPOSED.search(before) if before.endswith(CLOSERS) else None)
    if (held and not HELPERS.search(held.group())) or IN_GROUP.search(before) or NAMED_AFTER.search(before):
        return "members", "groups.prose.comprises", None
    by = BY.search(before) or (
        before.endswith("的") and BY_BOTH.search(string, max(0, run.start() - WIDEST), run.start())
    )
    if by and FORM.match(rest):
        return "members", "groups.prose.composed_of", group_behind(rest, run.end())
    if TAKES_IN.search(before) or RUN_BY.search(before) or (before.endswith(("将", "把")) and INTO.match(rest)):
        return "members", "groups.prose.takes_in", None
    if before.endswith(("与", "同", "跟")) and PARTNERED.match(rest):
        return None
    if BECOMES.match(rest) or BECOMES_CAMPUS.match(rest) or ARE_MEMBERS.match(rest) or CAMPUSES.match(rest):
        return "members", "groups.prose.are_members", None
    if ALONG.search(before) and (led or (FORM_WITH.match(rest) and before[-1] not in SHORT_ALONG)):
        return "members", "groups.prose.along", group_behind(rest, run.end())
    if led and HOLDS.search(before):
        return "members", "groups.prose.comprises", None
    if TAKES_PART.match(rest) and led:
        return "members", "groups.prose.take_part", group_behind(rest, run.end())
    if (EXCEPT.search(before) and EXCEPTED.match(rest)) or OTHER_ONE.search(before):
        return "members", "groups.prose.one_of", None
    if before.endswith(("即", "为", "是", ":", "(")) and OF_STAGE.search(string[: run.start()]):
        return "members", "groups.prose.one_of", None
    if ONE_OF.search(before) and SOME.search(string, 0, run.start()):
        return "members", "groups.prose.one_of", None
    return signs(string, before, run)
