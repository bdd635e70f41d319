"""How Chinese says that schools come to belong to a group: by signing, under its sign, in its trust, as one of it.

Each pattern reads the words before a run of schools or those behind it, in a sentence with its names folded.
"""

from __future__ import annotations

import re

from extractors.groups.wording_zh import ETC, INTRO, LEAD, MEMBER, PART_OF_IT, THE_GROUP, WORDS, I, one_of
from extractors.names.forms_zh import NUMERAL, any_of
from extractors.names.marked import GROUP as G

JOIN = one_of(WORDS["join"])
GIVES = "(?:签约|签订|签署|签下|签)了?"
BESIDE = {
    "的": (
        re.compile(
            rf"(?<!原[在属归])(?<!原属于){G}”?(?:(?:全面|整体)?(?:托管|领办|直管|接管|接办|代管|创办|举办|开办)|[内里])的$"
        ),
        re.compile(rf"(?<![原曾])(?:同|均|都|皆|分)?属于?“?{G}”?的$|{G}”?的?(?:成员|{MEMBER})之一的$"),
    ),
    ",": (
        re.compile(rf"(?:作为|身为){THE_GROUP}的?[^,;{I}]{{0,8}}?(?:一员|一分子|一份子|校区|园区|{MEMBER}),$"),
        re.compile(
            rf"^(?:正式|整体)?{JOIN}(?:了|到|进)?{THE_GROUP}(?:[\d{NUMERAL}两几半]+(?:年|个月|学期)(?:多|来|后|以来)*|以来|之后|以后|后),$"
        ),
        re.compile(rf"(?:自从?|随着)(?:正式|整体)?{JOIN}(?:了|到|进)?{THE_GROUP}(?:以来|之后|以后|后|起)?,$"),
    ),
}
"""Before schools that belong, whoever of them is spoken of, by its end: 'X集团托管的A', '作为X集团的一员,A', '自加入X集团以来,A'."""
UNDER = re.compile(rf"{G}”?(?:旗下|麾下|下属|所属|下辖|所辖|辖下)的?(?:{MEMBER}|学校|校区|幼儿园)?$")
TOGETHER = (
    r"一[起同道][^,;]{0,2}(?:加入|加盟|登船|上船|入伙|入团|启航|出发|结伴|组团|成军|抱团)[^,;]{0,6}的(?:还|也)?有"
)
NEWCOMERS = re.compile(
    rf"{TOGETHER}[^,;]{{0,6}}$|(?<!没有)(?<!未)(?:加入|加盟|入伙|入团|入盟|入列|进来|吸纳|吸收|新增)(?:进来|其中)?的[^,;{I}]{{0,6}}?(?:还有|也有|[还则]?是|有|为|包括|即)$"
)
"""'X集团旗下的A', '和A一起加入的还有B', '新加入的是C'."""
NEAR = 24
"""How far before a run, in characters of the folded sentence, it is told who joins."""
FURTHER = re.compile(r"“[2-9二三四五六七八九NnXx]”(?:就?是|即|为|指的?是?|代表)(?:[^,;“”]{0,6}(?:校|学校|园|单位))?$")
FORMULA = re.compile(r"\d\s?(?:[个所名][^+,;。]{1,8})?\+\s?[\dNnXx]")
"""'实行“1+2”办学,“1”是A,“2”是B、C': before those that the second number counts, and the formula itself."""
ENTRUSTED = re.compile(
    rf"^{ETC}[^,;{I}的]{{0,10}}?(?:交由|委托|移交|托付|交给|由){G}”?[^,;{I}]{{0,6}}(?:托管|领办|管理|代管|接管|接办|接手|接收|收编|统管)"
)
IS_OF = re.compile(
    rf"^{ETC}[^,;{I}]{{0,2}}?(?:同|都|均|皆)(?:在|属于?){G}|^{ETC}(?:是|为|成为|成了){G}”?(?:全面|整体)?(?:托管|领办|接管|接办|吸纳|接收|新增|新建|创办|举办|开办)的"
)
BEHIND = (
    (
        "一",
        re.compile(rf"^{ETC}{TOGETHER}"),
    ),
    (
        "归",
        re.compile(rf"^{ETC}[^,;{I}]{{0,4}}归{G}”?(?:统一|统|直接|代)?管"),
    ),
    ("由", ENTRUSTED),
    (
        "由",
        re.compile(
            rf"^(?!的)[^;{I}]{{2,30}},[^,;{I}]{{0,10}}由{G}”?[^,;{I}]{{0,6}}(?:托管|领办|接管|接办|接手|代管|统一管理)"
        ),
    ),
    ("托", ENTRUSTED),
    ("交", ENTRUSTED),
    (
        "签",
        re.compile(
            rf"^{ETC}[^,;{I}{G[1:-1]}]{{0,8}}?{GIVES}(?:加盟|入盟|托管|委托管理|领办)[^,;{I}]{{0,4}}(?:协议|合同|书)"
        ),
    ),
    (
        "的",
        re.compile(rf"^{ETC}(?:参[与加建]|加盟|共建)的“?{G}"),
    ),
    (
        "签",
        re.compile(
            rf"^{ETC}[与和同]{G}”?[^,;{I}]{{0,6}}{GIVES}[^;{I}]{{0,12}}?(?:成为|加入|成了|成)[^,;{I}]{{0,8}}(?:成员|分校|一员|校区)"
        ),
    ),
    ("在", IS_OF),
    ("属", IS_OF),
    ("的", IS_OF),
    (
        "成",
        re.compile(
            rf"^{ETC}[^,;{I}]{{0,8}}?(?:成为|变成|成了)(?:{THE_GROUP}的?)?[^,;{I}]{{0,4}}(?:新(?:伙伴|成员|家人|同伴)|一员|一[分份]子|新丁)"
        ),
    ),
)
"""Behind schools that come in: 'A由X集团托管', 'A签署加盟协议', 'A与X集团签约,成为其成员', 'A成为新伙伴'; each with what it
needs."""
WITH_ITS_HEAD = re.compile(
    rf"^{ETC}[^,;{I}]{{0,4}}?[与和同](?:集团)?{LEAD}(?:学校|校|园|单位|医院)?[{I}][^,;{I}]{{0,6}}(?:实行|实现|开展|同步|共享|一体|共用|统一)"
)
"""Behind schools that share with the one that leads: 'A、B将与总校C实行六统一'."""
UNDER_ITS_SIGN = re.compile(
    rf"^{ETC}(?:[^,;{I}]{{0,4}}?从[{I}][^,;{I}]{{0,10}})?[^;{I}]{{0,7}}?(?:接过|颁发|授予|挂上|挂起|悬挂|捧回|领取|加挂|接受|多了|多出|竖起|亮出)了?[^,;{I}]{{0,4}}(?:{G}”?[^,;{I}]{{0,4}}?(?:{MEMBER}|分校|牌)|“(?:集团|联盟|共同体)(?:{MEMBER}|分校))"
)
"""Behind schools that get a group's sign: '为A、B颁发“X集团成员校”牌匾', 'A挂上了X集团的牌子'."""
CUE, SIGN = re.compile("[托领管接签成变归参]|一[起同道]|[同都均皆][在属]"), re.compile("[接颁授挂悬捧领竖亮]|多[了出]")
"""One of what the patterns before need: a cheap look that spares most of the costly ones."""
BROUGHT = re.compile(
    rf"^{ETC}[“”]?[^,;{I}{G[1:-1]}]{{0,8}}?(?:[装拉拢揽圈捆绑收纳并划吸绑连聚捏联串牵接][“”]?(?:了)?(?:进|入|到|在一|在了一|成|过[来去])|捆绑|打包|抱团|联成|组成|结成|列为|定为|确定为|[^,;]{{0,4}}(?:统筹|统一|捆绑|一体化?|打包)管理)"
)
"""Behind schools that 将 or 把 takes along: '把A、B拉进集团', '将A、B捆绑发展'."""
TAKEN = re.compile(rf"[将把]$|把(?:[^,;:{I}]{{2,16}}的)?[{I}][^;:{G[1:-1]}]{{0,40}}$")
"""Before schools that are taken along, be it with others: '把A、B,还有C'."""
FOR_IT = re.compile(rf"{G}”?(?:正式|将|已|还|现|开始)*对$")
TRUSTED = re.compile(rf"^{ETC}[^,;{I}]{{0,8}}(?:托管|领办|代管|接管|接办|直管)")
"""'X集团对A实行全面托管'."""
TRUSTED_IN_NOTE = re.compile(rf"\((?:现|已)?由(?P<group>{G})”?[^()]{{0,6}}(?:托管|领办|代管|接管|管理)[^()]{{0,4}}\)")
"""Behind a school, in brackets: '大河乡中学(由X集团托管)'."""
WIDEST = 60
"""How far before a run, in characters of the folded sentence, what takes it along may stand."""
AS_ONE = re.compile(
    rf"^{ETC}[^,;{I}{G[1:-1]}]{{0,8}}?(?:抱成一?团|(?:抱团|组团)(?=[,;。成组发])|拧成一股绳|握指成拳|拉起手|手拉手|牵起手|结成一[家体]|成[为了]一家[人亲]|合为一[家体]|融为一体"
    rf"|(?:结成|组成|结为|组建成?|建成|成立)(?:了|为|的)?[^,;{I}{G[1:-1]}]{{0,8}}?(?:集团|联盟|共同体|联合体|教共体|教联体)(?![化校内的]))"
)
"""Behind several schools that become one group: 'A、B、C抱成一团', 'A与B、C结成紧密型集团'."""
RUN_AS_ONE = re.compile(
    rf"^{ETC}[^,;{I}]{{0,4}}?(?:实行|推行|实施|采用|采取)[“”]?(?:一校[多一二两三四五六]区|一[校园]多[址点]|一体化|捆绑式?|统一|同步|联动)[^,;]{{0,8}}(?:管理|办学|发展|运行|教研)"
)
"""Behind several schools that are run as one: 'A、B实行一体化管理'."""
BY_FORMULA = re.compile(
    r"”?的?(?:办学)?(?:模式|方式|形式|架构|格局|组合)[^,;]{0,4}(?:组建|成立|办学|组成|运[行作]|构成|搭建)?"
)
"""Behind 'A+B+C' in marks: '以“A+B+C”的模式组建'."""
OWNS = re.compile(
    rf"(?:^|[,;])(?:(?:现时|现在|目前|如今|现今|现)?(?:旗下|麾下|名下)(?:现|共|已|目前)*(?:有|拥有|设有|包括)|下带|下挂)(?:了|着)?{INTRO}$"
    rf"|(?:^|[,;]){PART_OF_IT}(?:进来|而来)?的,?(?:主要|还|则|也|另)?(?:有|是|为|包括)$"
    r"|(?:^|[,;])[^,;]{0,12}[绑捆拉收接并加挂带纳拢联串][在进到入成]?(?:一起|一块|一体|进来|过来)的,?(?:还|则|也|另)?(?:有|是|为|包括)$"
)
"""Before schools that nobody but a group can have: ',旗下有A、B', '直属的还有A、B'."""
BESIDES = re.compile(
    rf"除了?[{I}][^,;{I}]{{0,4}}?(?:以外|之外|外),?(?:另外?|还|其余|其他)[^,;{I}]{{0,8}}?(?:有|是|为|包括)$"
)
"""Before the further ones: '成员除A外还有B'."""
LEFT = re.compile("[,;][^,;]{0,12}(?:退出|脱离|离开)")
"""Behind a school that joined and belongs no longer: ',2022年8月退出'."""
SIGNED_IN = re.compile(
    rf"^{ETC}[^,;{I}]{{0,12}}?{GIVES}[^;{I}]{{0,16}},[^,;{I}]{{0,10}}?(?:成为|加入|纳入|成了)[^,;{I}]{{0,8}}(?:成员|分校|一员|校区|一[分份]子)"
)
"""Behind schools with which a group signs: 'X集团与A、B签约,两校成为成员'."""
WITH_GROUP = re.compile(rf"{G}”?[^,;{I}]{{0,8}}[与和同]$")
AFTER = re.compile(
    rf"^(?:之后|以后|后),?[^;{I}]{{0,6}}[{I}][^;{I}]{{0,20}}?{JOIN}[^,;{I}]{{0,8}}?{THE_GROUP}|^(?:之后|以后|后),?[^;{I}]{{0,6}}[{I}][^;{I}]{{0,6}}成为{G}”?的?[^,;{I}]{{0,4}}(?:一员|成员)"
)
"""Behind 继 and a school: '继A之后,B也加入集团'."""
CEREMONY = re.compile(
    rf"(?:举行|举办|召开)[^,;{I}]{{0,10}}(?:仪式|大会|活动|典礼)?,?[^,;{I}]{{0,6}}(?:{any_of(WORDS['join'] - {'签约', '牵手', '挂牌'})})"
)
"""Behind schools that hold a ceremony by which they join: '举行签约仪式,双双加入X集团'."""


def as_one(string: str, run: re.Match[str], before: str, rest: str) -> re.Match[str] | None:
    """What says around several schools that they are one group, or around any that a group has them."""
    if (
        "+" in run.group()
        and before.endswith(("“", "以", "按", "取", "用", "照"))
        and (match := BY_FORMULA.match(rest))
    ):
        return match
    if len(run.group()) > 1 and (match := AS_ONE.match(rest) or RUN_AS_ONE.match(rest)):
        return match
    if before.endswith(("有", "是", "为", "括", "带", "挂", ":", "着", "了", "个", "所", "家")):
        return ("公司" not in before and OWNS.search(before)) or BESIDES.search(string, 0, run.start())
    return None


def stands_beside(before: str) -> bool:
    """Whether the words before a run make it schools of the group, be it that only their heads are spoken of."""
    if any(pattern.search(before) for pattern in BESIDE.get(before[-1:], ())):
        return True
    if ("下" in before or "属" in before or "辖" in before) and UNDER.search(before):
        return True
    return (
        before.endswith(("有", "是", "为", "括", "即"))
        and "的" in before
        and NEWCOMERS.search(before[-NEAR:]) is not None
    )


def comes_in(string: str, start: int, before: str, rest: str, after: str) -> re.Match[str] | None:
    """What says around a run at ``start`` that its schools come into a group; ``rest`` is ``after`` up to the next school."""
    if CUE.search(rest):
        for cue, pattern in BEHIND:
            if cue in rest and (match := pattern.match(rest)):
                return match
    if after[:1] in "与和同将" and (match := WITH_ITS_HEAD.match(after)):
        return match
    if SIGN.search(after) and (match := UNDER_ITS_SIGN.match(after)):
        return match
    takes = before.endswith(("将", "把")) or ("把" in string and TAKEN.search(string, max(0, start - WIDEST), start))
    if takes and (match := BROUGHT.match(rest)):
        return match
    if before.endswith(("与", "和", "同")) and WITH_GROUP.search(before) and (match := SIGNED_IN.match(rest)):
        return match
    if before.endswith("对") and FOR_IT.search(before) and (match := TRUSTED.match(rest)):
        return match
    if before.endswith("继") and (match := AFTER.match(after)):
        return match
    if before.endswith(("是", "即", "为", "指", "校", "园", "位")) and FORMULA.search(string, 0, start):
        return FURTHER.search(before)
    return None
