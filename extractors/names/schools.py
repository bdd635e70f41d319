"""Names of schools, hospitals and groups in Chinese text, found without cutting it into words.

A name ends in a head ("小学", "校区", "教育集团") and begins where something stands that names do not hold: a mark, a verb,
a number with its classifier, a conjunction behind another name, or the first division of a row of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.names.forms_zh import BARE_GROUP, GROUPED, HAN, HEAD, NUMERAL, RUN, STOP, WORDS, any_of
from extractors.names.institutions import NameKind
from extractors.names.lexicon import load
from extractors.text import Span
from extractors.value import value

PLACES = load("extractors.names", "places_zh")
VERBS = load("extractors.names", "zh_verbs")["verbs"] | WORDS["before"]
PLACED = PLACES["divisions"] | PLACES["bare"]
BEGINNINGS = frozenset(place[:2] for place in PLACED)
LONGEST = 34
"""How long a name may be, in characters."""


@value
class Name:
    """A name where it is printed; ``proper`` says whether it tells one institution from others."""

    kind: NameKind
    span: Span
    proper: bool
    inner: tuple[Span, ...] = ()
    """The names of groups that stand at its beginning: 'X教育集团' of 'X教育集团Y校区'."""


MAIN = frozenset(("总校", "总园", "分校", "分园"))
"""What stands right behind a group's name for the schools in it: 'X教育集团总校为A'."""
OF_GROUP = re.compile(
    "龙头|牵头|核心|领衔|领航|旗下|下属|所属|下辖|所辖|辖区|各|内|里|全体|其他|其余|成员|本部(?=.)|中的|多所|两|几"
)
"""What stands between a group and words for its schools that are no name: '旗下学校', '各校区'."""
LEADING = re.compile(
    r"(?:其中|以及|继(?!光|业|红|昌|武|芳|志)|归(?!德|仁|化|善|真|元|州|流|绥|安|朝|义|兴|侯)|旗下|麾下|名下|门下|下属|该|本(?!溪)|各|其|这|那(?!坡|曲|洪|楼|桐|良|陈|甲|佐|劳|读|梭|务|丽|彭|隆|拉|龙|丁|大)|某|即(?!墨)|名|办|龙头(?![镇乡街村山坝寺路岭沟桥河]|小学|中学|学校|中心|幼儿园)|等|又|另|原(?!平|阳|州)|如(?!东|皋)|像|带(?!岭)|至(?!善|诚|真|德|圣|元|和)|(?:百年|老牌|知名|著名|传统)?名校(?!集团|联盟|共同|联合|办学|教育|发展|托管)|老牌|百年老校|前(?=将|把|由|要|须|应)|和(?!平|睦|谐|顺|美|畅|悦|雅|义|济|县|田|润|兴|风|苑|硕|静|龙|政|林|布)|为(?!明|民)|有(?!为)|将(?!军|乐)|对(?!外)|同(?![济心仁安德文泽里升方兴和江福乐庆善康煤创人昌])|跟|向(?!阳|明|荣|东|群|红)|从(?!化|江)|到|同为|也|出(?!岫)|并(?!州)|且|后(?!街|坪|坡|寨|沟|海|营|溪|塘)|前身|我们|咱们|它们|他们|我|你|她|他|首(?!都|钢|师|义)|位(?!于)|所|家(?!庭)|个|等|第[一二三四五六七八九十\d]+(?:所|家|个|批)|但(?!家)|[或而往既虽替帮拿很皆仅没想仍竟]|用(?!直)|因(?!材)|再(?!兴|生|造)|就|便(?!仓|民)|更(?!楼|乐|古|新|戛|合)|要(?!塞|庄)|靠(?!山|河|江)|凭(?!祥)|刚(?!察|果)|未(?!央|来)|只(?!楚|乐|阳)|把|让(?!胡)|比(?!亚|干)|较|自(?!强|贡|立|由|治|兴|信|然|力|珍)|[请找换])+"
)
ATTACHED = re.compile(r"附属|附设|直属|国际|第|实验|高新|新|东|西|南|北")
COUNTED_PARTS = frozenset("两三四五六七八九十")
LISTED = 14
"""How far back, in characters, another school may stand that a number of campuses counts too: 'A小学、B小学三校区'."""
HIGHER = ("大学", "学院", "研究院", "科学院", "教科院", "师大", "公司")
AFFILIATED = (
    "附中",
    "附小",
    "附属中学",
    "附属小学",
    "附属学校",
    "附属幼儿园",
    "外国语",
    "外国语学校",
    "实验学校",
    "实验中学",
    "实验小学",
)
CHARITY = ("三院", "医院")
"""What bodies are called that schools in Hong Kong bear the names of."""
SCHOOL_AGAIN = ("学校", "实验校")
BRACKET = re.compile(
    rf"\((?!分[校园]\)|总校|总园|牵头|龙头|核心|领衔|主校|以?下?简?称|又称|曾|原)[{HAN}\w、]{{0,14}}(?P<word>[上下]午校|[初高小中]学?部|幼儿部|校区|分校|园区|集团|总校|本部|校本部|院区)\)"
)
RANK = re.compile("[省市区县旗州盟]")
GENERIC = re.compile(rf"(?>{any_of(WORDS['generic'])}|[\d{NUMERAL}百千余多两几第批所家个大新等“”+])*")
COUNTED = re.compile(
    rf"(?:第[{NUMERAL}\d]+|[{NUMERAL}\d])(?:$|[中小幼高]|初中|初级|实验|完全|附属|职业|人民|外国语)|(?<!第)[{NUMERAL}]{{2}}学校"
)
SIMPLE = ("小学", "中学", "大学", "高中", "初中", "实验")
OF_PEOPLE = re.compile("(?:教师|名师|班主任|家长|校长|园长|学生)(?:专业|联合)?(?:发展|成长|学习|研修)?$")
"""What says before a group's word that people form it, and no schools: '教师发展共同体'."""
STAGES = frozenset(("高中", "普通高中", "初中", "小学", "幼儿园"))
"""What a place has one group of, if the group's word is not 集团: '望江县幼儿园教联体'."""
LOOSE = re.compile("(?:联合|集团化|一体化|协作|紧密型|松散型|城乡)+$")
"""How a group is run, said between whose it is and its word: '望江中学联合办学集团'."""
MODEL = re.compile("(?:示范|中心|.*附属)(?:小学|中学|高中|学校|幼儿园|校)")
TOWN = re.compile("(?:镇|乡|街道)(?!级|域|村|属|校)")
"""What makes a place of a name that a larger one has too: '石鼓镇教育共同体'."""
TOPICAL = re.compile("校际|职教|幼教|特教|医疗(?=集团|健康)|学前|产教|高中|高校")
RANK_LEFT = re.compile("^[市区县旗州](?!域|级|直|属|内|校)")
PATTERN = re.compile(rf"(?:[{NUMERAL}两\d]+(?:总校|分校|校区|园区|学部|分园|总园|本部))+")
"""How a group is made up, and no name: '一总校三分校'."""
UNKNOWN_PLACE = re.compile(rf"^[{HAN}]{{2,4}}?(?<![片学社园校街])[市区县旗州](?!域|级|直|属|内|校)")
COMMON = re.compile(rf"(?>{any_of(WORDS['common'])}|[\d{NUMERAL}多几两各](?:所|家|个)?)+")
CENTRAL = re.compile("(?:乡镇|农村|村级?|城区|所有|全部|其余)*中心(?:小学|学校|幼儿园|校|园|卫生院|完小)")
"""What every town has: '12所乡镇中心幼儿园'."""
TOPICS = frozenset(
    (
        "职业",
        "学前",
        "幼儿",
        "幼教",
        "医疗",
        "特殊",
        "融合",
        "思政",
        "劳动",
        "心理健康",
        "艺术",
        "体育",
        "科学",
        "高等职业",
        "中等职业",
        "现代职业",
        "高职",
        "中职",
        "职业院校",
    )
)
TELLING = re.compile(rf"^附[中小幼]$|第[{NUMERAL}\d]|[{NUMERAL}\d][中小幼高]|实验|外国语|中心")


def names(string: str, text: str, head: re.Pattern[str] = HEAD) -> Iterator[Name]:
    """Every name in ``string`` that ends in a head, in order; spans are made of ``text``, which has the same offsets.

    >>> [n.span.quote for n in names("由东海市第一中学和实验小学组成", "由东海市第一中学和实验小学组成")]
    ['东海市第一中学', '实验小学']
    """
    waiting: Name | None = None
    for name in single(string, text, head):
        if waiting and name.span.end <= waiting.span.end:
            continue
        if waiting and is_second_part(string, waiting, name):
            name = Name(name.kind, Span(text, waiting.span.start, name.span.end), True)
        elif waiting:
            yield waiting
        waiting = name
    if waiting:
        yield waiting


def is_second_part(string: str, first: Name, second: Name) -> bool:
    """Whether a group is named by two schools of one mother: '师大附中、附小东城教育集团'."""
    start = second.span.start
    return (
        second.kind == "group"
        and first.kind == "institution"
        and first.span.end == start - 1
        and string[start - 1] in "、和"
        and string.startswith(("附小", "附中", "附幼", "附属"), start)
    )


BARE_BODY = re.compile("共同体|联合体")
"""Heads that a word no name holds may follow, so that only their stretch shows whether they end a name."""


def single(string: str, text: str, head: re.Pattern[str]) -> Iterator[Name]:
    """Every name that holds no mark but a bracket."""
    for run in RUN.finditer(string):
        if run.end() - run.start() < 2 or not (
            head.search(string, *run.span()) or BARE_BODY.search(string, *run.span())
        ):
            continue
        for start, end in segments(string, *run.span()):
            yield from names_in(string, text, start, end, head)


def segments(string: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a run of characters between words that no name holds."""
    for match in STOP.finditer(string, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def names_in(string: str, text: str, start: int, end: int, known: re.Pattern[str]) -> Iterator[Name]:
    """The names of one stretch, one behind the other."""
    heads: list[re.Match[str]] = []
    for head in known.finditer(string, start, end):
        if heads and not joins(string, heads[-1], head):
            yield from made(string, text, start, heads)
            start, heads = heads[-1].end(), []
        heads.append(head)
    if heads:
        yield from made(string, text, start, heads)


def joins(string: str, before: re.Match[str], head: re.Match[str]) -> bool:
    """Whether a head belongs to the name that has the head before it: '北京大学附属中学', 'X教育集团Y校区', not 'A小学B小学'."""
    gap = string[before.end() : head.start()]
    if before.lastgroup in GROUPED and (OF_GROUP.match(gap) or (not gap and head.group() in MAIN)):
        return False
    if not gap:
        return True
    if (
        gap in COUNTED_PARTS
        and "校区" not in (listed := string[max(0, before.end() - LISTED) : before.end()])
        and "、" in listed
    ):
        return False
    if any(gap[at : at + 2] in VERBS for at in range(len(gap) - 1)):
        return False
    if head.lastgroup in {"part", "group", "bare"} or gap.startswith(("附属", "附设")):
        return len(gap) <= 8
    if before.lastgroup in GROUPED:
        return len(gap) <= (10 if RANK.search(gap) else 6)
    so_far = string[max(0, before.end() - 6) : before.end()]
    if so_far.endswith(HIGHER):
        return len(gap) <= 12
    if so_far.endswith(AFFILIATED):
        return (ATTACHED.match(gap) is not None or head.group() in SCHOOL_AGAIN) and len(gap) <= 8
    if so_far.endswith(CHARITY) and head.group() in {"小学", "中学", "学校", "书院"}:
        return len(gap) <= 4
    return head.group() in SCHOOL_AGAIN and 2 <= len(gap) <= 6


PARTY = re.compile("(?:党建|工会|团建|教研|课程|家校|家长)(?:联盟|共同体|联合体)$")
"""What a group's parts may form without being a group of schools."""


def made(string: str, text: str, start: int, heads: list[re.Match[str]]) -> Iterator[Name]:
    """The name that begins at or behind ``start`` and ends in the last of its heads, if there is one."""
    while len(heads) > 1 and PARTY.search(string, start, heads[-1].end()):
        heads = heads[:-1]
    last = heads[-1]
    start = begin(string, start, heads[0])
    end = last.end()
    kind: NameKind = "group" if last.lastgroup in GROUPED else "part" if last.lastgroup == "part" else "institution"
    if bracket := BRACKET.match(string, end):
        end = bracket.end()
        kind = "group" if bracket["word"] == "集团" else kind
    if start >= last.end() or end - start > LONGEST or end - start < 2:
        return
    core = string[start : last.start() + (BARE_GROUP.fullmatch(last.group()) is not None)]
    inner = tuple(
        Span(text, start, head.end()) for head in heads[:-1] if head.lastgroup in GROUPED and head.start() > start
    )
    yield Name(kind, Span(text, start, end), is_proper(core, kind, string[start:end]), inner)


def begin(string: str, start: int, head: re.Match[str]) -> int:
    """Where a name begins whose stretch begins at ``start``: behind the last verb, at its first division."""
    start = next((at + 2 for at in range(head.start() - 2, start - 1, -1) if string[at : at + 2] in VERBS), start)
    listed = string[start - 1 : start] == "、" and string[start] == "后"  # 后柳小学: in a list no 'afterwards'
    leading = None if listed else LEADING.match(string, start, head.start())
    start = leading.end() if leading else start
    for rank in RANK.finditer(string, start, head.start()):
        for length in range(min(11, rank.end() - start), 2, -1):
            place = rank.end() - length
            if string[place : rank.end()] in PLACES["divisions"]:
                return place if place > start and not is_place(string[start:place]) else start
    return start


def is_place(words: str) -> bool:
    """Whether all that stands before a division is a place itself: '安徽' before '合肥市', '北京师范大学' before '朝阳区'."""
    return (
        words in PLACES["bare"]
        or words in PLACES["divisions"]
        or words[-1] in "省市区县旗州盟"
        or HEAD.search(words) is not None
        or any(words.endswith(place) for place in ("新区", "自治区"))
    )


def is_proper(core: str, kind: NameKind, whole: str) -> bool:
    """Whether a name without its head tells one institution from others: '首批小学' tells no group, '实验' a school."""
    if kind != "group" and PATTERN.fullmatch(whole):
        return False
    if kind != "group" and (CENTRAL.fullmatch(whole) or COMMON.fullmatch(core)):
        return False
    if kind != "group" and TELLING.search(whole):
        return True
    if kind == "group" and OF_PEOPLE.search(core):
        return False
    if COUNTED.search(core) or is_of_place(core if kind != "group" else LOOSE.sub("", core)):
        return True
    own = unplaced(core)
    if kind == "group" and own != core and TOWN.match(own):
        return True
    if kind == "group":
        own = UNKNOWN_PLACE.sub("", core) if own == core else RANK_LEFT.sub("", own)
    if kind == "group" and own != core and (own in TOPICS or not own):
        return bool(own) or core[-1] not in "省市区县旗州盟" or TOPICAL.match(whole, len(core)) is not None
    if kind == "group" and own != core and MODEL.fullmatch(own):
        return True
    if kind == "group" and own != core and own in STAGES and not whole.endswith("集团"):
        return True
    if kind != "group" and own != core:
        return COMMON.fullmatch(own) is None
    return not whole.endswith(("中小学", "中小学校")) and (not own or GENERIC.fullmatch(own) is None) and bool(core)


def is_of_place(core: str) -> bool:
    """Whether a name is a place, without a word for its rank, and a word for a school: '东湖幼儿园', '望江中学'."""
    return any(core.endswith(head) and core[: -len(head)] in PLACES["bare"] for head in (*SIMPLE, "幼儿园"))


def unplaced(core: str) -> str:
    """What is left of a name behind the divisions that it begins with.

    >>> unplaced("浙江省杭州市示范性")
    '示范性'
    """
    known = PLACED
    while core[:2] in BEGINNINGS and (
        divided := next((n for n in range(min(11, len(core)), 1, -1) if core[:n] in known), 0)
    ):
        core, known = core[divided:], PLACES["divisions"]
    return core
