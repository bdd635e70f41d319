"""When a Chinese text says that a group was founded: the date beside the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.groups.founding import Founding, founded, is_moment
from extractors.hannumbers import plain
from extractors.mentions import BatchMention, DateMention
from extractors.names.marked import GROUP as G
from extractors.names.marked import INSTITUTION, Folded
from extractors.names.schools import Name
from extractors.script import Folded as Script
from extractors.script import folded

OPEN = (
    "(?:始建|始创|创办|创建|创立|启动|建立|设立|组建|运行)(?=[,;。!)”]|$|于|以来|后|大会|仪式|暨|之|的|至今|起|时|完成)"
)
SELF = rf"(?:(?:牵头|联合)组成|[挂揭][的了上]牌|宣告成立|宣布成立|成立(?!了|[{INSTITUTION[1:-1]}]|[^,;]{{0,10}}(?:委员会|中心|小组|工作室|基地|党|工会|理事会|教研))|挂牌|揭牌|诞生|获批|授牌|亮相|揭幕|问世|起航|启航|落成|揭开面纱|应[运时]而生)"
FOUNDED = f"(?:{SELF}|{OPEN})"
SETS_UP = "(?:牵头办|办起|发起|缔结|结成|(?:签约|共同|联合|正式)组成|成立|组建|创办|创建|创立|建立|设立|挂牌|揭牌|获批|批准|诞生|启动)"
ANAPHOR = r"(?<![\u3400-\u9fff])(?:它|(?:该|本|新)?(?:(?:职教|教育)?集团(?!化)|联盟|共同体|教共体|教联体|医联体|学区))"
KINDS_OF = "(?:集团|联盟|共同体|联合体|教共体|教联体|医联体|医共体|学区)"
SAYS = (
    re.compile(
        rf"(?P<groups>{G}(?:[”“、,和与及]{{0,3}}{G})*)”?(?:\([^()]{{0,30}}\))?(?P<gap>[^;{G[1:-1]}]{{0,40}}?){FOUNDED}(?!.{{0,3}}(?:[\d一二三四五六七八九十]+)?周年|的[^,;。]{{0,10}}{G})"
    ),
    re.compile(rf"{SETS_UP}(?:了|起|的|于)?(?P<gap>[^,;{G[1:-1]}]{{0,16}}?)(?P<groups>{G}(?:[”“、和与及]{{0,3}}{G})*)"),
    re.compile(rf"(?:成立|组建|创办|挂牌|揭牌)(?P<gap>以来|之初|至今|后),(?P<groups>{G})"),
    re.compile(
        rf"(?P<anaphor>{ANAPHOR})(?P<gap>[^,;{G[1:-1]}]{{0,18}}?|[^;{G[1:-1]}]{{0,40}},[\d年月日]{{5,11}})"
        rf"(?:{FOUNDED}(?!.{{0,3}}周年)|(?:成立|组建|创办)(?:之?[时初]))"
    ),
)
ONE_BY_ONE = re.compile("(?:起|以来|来|期间),?[^,;]{0,8}(?:先后|陆续)")
"""What dates no single founding: '2019年起,先后组建了X、Y'."""
FAR_BEFORE = 14
NAMED_OR_LISTED = (
    re.compile(
        rf"{SETS_UP}(?:了|起|的)?(?P<gap>[^,;{G[1:-1]}]{{0,16}}),(?:并|由此)?(?:取名|定名|命名|冠名|名为|叫做?|称作|称为|即)(?:为|作)?“?(?P<groups>{G})"
    ),
    re.compile(
        rf"{SETS_UP}(?:了|起)?(?P<gap>[^,;{G[1:-1]}]{{0,10}}?(?<![\d一二三四五六七八九十])(?P<many>[\d一二两三四五六七八九十]{{1,3}})[个家大][^,;{G[1:-1]}]{{0,10}}{KINDS_OF})[,:—]+[^,;{G[1:-1]}]{{0,4}}?(?P<groups>{G}(?:[”“]*[、和与及][”“]*{G})*)"
    ),
)
"""'组建教育集团,取名X', '组建3个集团:X、Y、Z'."""
SEVERAL_OR_CALLED = re.compile("[取定命冠]名|名为|叫|称[作为]|即“?[\ue000-\ue7ff]|[:—,][^,;]{0,4}[\ue000-\ue7ff]")
"""What those two need: a name that is given, or groups behind a mark."""
BEHIND = re.compile(r"\s*(?:(?:仪式|大会|典礼|活动)(?:于|在)?|于|在|时间(?:为|是)?|日期)?[:：]?\s*")
OTHERS = re.compile(
    "校长|书记|负责人|成员|教师|学生|分校|校区|仪式上|项目|基地|工作室|党|联盟|委员会|理事会|称号|荣誉|中心|章程|方案|平台|活动"
)
"""What stands between a group and a word of founding that is not about it."""
BEGINS = re.compile(
    rf"^[^,;{G[1:-1]}]{{0,6}}(?:成立|组建|创建|创办|设立|获批)于|^(?:自|于)?[^,;{G[1:-1]}]{{4,14}}(?:成立|组建|挂牌|揭牌|诞生|获批)(?:以来|后|至今|,|$|。)"
)
NOT_YET = re.compile(
    r"(?:拟|将|计划|筹备|即将|准备|打算|有望|力争|预计|争取|规划|要|提出|推进|推动|关于|筹建|方案|意见|申报)[^,;]{0,10}$"
)
PLANNED = re.compile("(?:今年|明年|年内|下半年|下一步|今后|接下来)[^;。]{0,4}(?:要|将|拟|计划|打算)")
BESIDE = re.compile("(?:继|除了?|不同于|早于|晚于|对标)“?$")
"""What stands before a group that another one is founded after."""
MANY = r"(?P<{name}>\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?:个|家)"
BEGUN = "(?:批准|成立|组建|挂牌|揭牌|授牌|设立|获批|启动)"
BATCH = re.compile(
    rf"{BEGUN}(?:了|起)?[^,;。]{{0,12}}?{MANY.format(name='n')}[^,;。个家]{{0,12}}{KINDS_OF}(?!化)"
    rf"|{BEGUN}(?:了|起)?[^,;。]{{0,14}}?{KINDS_OF}(?!化){MANY.format(name='m')}"
    rf"|{MANY.format(name='k')}[^,;。个家]{{0,12}}{KINDS_OF}(?!化)[^,;。]{{0,8}}{BEGUN}"
)
"""Several groups founded at once: '批准组建第三轮教育集团3个', '5个教育集团正式揭牌'."""
SO_FAR = re.compile("已|共|累计|截至|目前|总数|先后|陆续")
CEREMONY = re.compile("揭牌|挂牌|成立|授牌|签约组成")
HELD = re.compile("(?:揭牌|挂牌|成立|授牌|签约)[^,，。]{0,6}(?:仪式|大会|典礼|活动)")
AT_IT = re.compile("随后|接着|现场|依次|仪式上|大会上|会上|典礼上|活动上|活动中")
BEFORE_IT = re.compile("(?:学期)?(?:开学|开园|招生|入学)?[之以]?前(?!后|夕|身)")
"""Behind a day or a season by which something is to be done: '2024年秋季开学前'."""
CLAUSE = 12
"""How far before words of founding, in characters, it may be said that they sum up."""
FAR_BEHIND = 8
LATER = 8
"""How many sentences behind the day of a ceremony may still speak of what was done at it."""


class Ceremony:
    """The day of the last ceremony of a text at which groups may have been founded, while sentences speak of it."""

    def __init__(self) -> None:
        self.day: DateMention | None = None
        self.number = 0

    def days(self, words: str, number: int, dates: Sequence[DateMention]) -> list[DateMention]:
        """The day for a sentence without a date of its own that says what was done at the ceremony; read in order."""
        if dates:
            if HELD.search(words) and (full := [date for date in dates if len(date.form.edtf) == FULL_DAY]):
                self.day, self.number = full[0], number
            return []
        if self.day is None or number - self.number > LATER or not CEREMONY.search(words):
            return []
        return [self.day] if AT_IT.search(words) else []


FULL_DAY = 10
"""How many characters a day has in EDTF."""


def foundings(folded: Folded[Name], string: str, dates: Sequence[DateMention]) -> Iterator[Founding]:
    """What a sentence says of foundings; plans found nothing, and a span of years is no founding."""
    days = [date for date in dates if is_moment(date) and not deadline(date)]
    if not days:
        return
    for pattern in (*SAYS, *NAMED_OR_LISTED) if SEVERAL_OR_CALLED.search(string) else SAYS:
        for match in pattern.finditer(string):
            if OTHERS.search(match["gap"]) or NOT_YET.search(string[max(0, match.start() - 14) : match.start()]):
                continue
            if (
                NOT_YET.search(match["gap"])
                or BESIDE.search(string, 0, match.start())
                or PLANNED.search(string, 0, match.start())
            ):
                continue
            if ONE_BY_ONE.search(string[max(0, match.start() - FAR_BEFORE) : match.end()]):
                continue
            parts = match.groupdict()
            if parts.get("many") and SO_FAR.search(string, max(0, match.start() - CLAUSE), match.end()):
                continue
            places: tuple[int, ...] = ()
            if parts.get("groups"):
                places = tuple(n for n in range(*match.span("groups")) if re.match(G, string[n]))
            if (date := nearest(folded, match, days)) is not None:
                yield Founding(founded(date), places, parts.get("anaphor"))
    if BEGINS.match(string) and not re.search(G, string[:24]):
        yield Founding(founded(days[0]), (), "它")


def batches(script: Script, dates: Sequence[DateMention]) -> Iterator[BatchMention]:
    """What sentences say of several groups founded at once, with a date and not so far."""
    told: dict[int, list[DateMention]] = {}
    for date in dates:
        if is_moment(date) and not deadline(date):
            told.setdefault(date.found.sentence.number, []).append(date)
    ceremony = Ceremony()
    for sentence in script.sentences:
        days = told.get(sentence.number, [])
        if not days and ceremony.day is None:
            continue
        days = [*days, *ceremony.days(script.plain[sentence.start : sentence.end], sentence.number, days)]
        if not days:
            continue
        match = BATCH.search(script.plain, sentence.start, sentence.end)
        if match is None or NOT_YET.search(script.plain, max(sentence.start, match.start() - 14), match.start()):
            continue
        clause = script.plain[max(sentence.start, match.start() - CLAUSE) : match.end()]
        number = plain(match["n"] or match["m"] or match["k"])
        before = [date for date in days if date.found.span.start < match.end() and len(date.form.edtf) > 4]
        if before and isinstance(number, int) and number > 1 and not SO_FAR.search(clause):
            yield BatchMention(number, founded(before[-1]))


def nearest(folded: Folded[Name], match: re.Match[str], dates: Sequence[DateMention]) -> DateMention | None:
    """The date inside the words of a founding or right behind them, else the last before them; None when there is none."""
    first, last = folded.offset(match.start()), folded.offset(match.end() - 1) + 1

    def far(date: DateMention) -> tuple[int, int]:
        span = date.found.span
        if first <= span.start < last or BEHIND.fullmatch(span.text, last, span.start):
            return 0, abs(span.start - last)
        return (1, first - span.start) if span.start < first else (2, 0)

    best = min(dates, key=far)
    return best if far(best)[0] < 2 else None


def deadline(date: DateMention) -> bool:
    """Whether a date is one by which something is to be done."""
    span = date.found.span
    behind = folded(span.text[span.end : span.end + FAR_BEHIND])
    return behind.startswith("年底") or BEFORE_IT.match(behind) is not None
