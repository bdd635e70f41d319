"""What a Chinese sentence says of its numbers: as of when, planned or not, more or less."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.hannumerals import WORDS, Number, alternatives
from extractors.mentions import DateMention, Modifier, Status
from extractors.script import Folded

QUALIFIED = re.compile(
    rf"(?:(?P<over>{alternatives(WORDS['over'])})|(?P<under>{alternatives(WORDS['under'])})|(?P<about>{alternatives(WORDS['about'])}))(?:有|为|了|过|达到?|在)?$"
)
PLANNED = re.compile(
    rf"(?:{alternatives(WORDS['planned'])})(?!生育)|要(?=在|把|用|再|添|购|配|招|办|增|扩|补|安排|完成|成立|新?建|组建|达|实现|新增|培养|培育|打造|创建)|将(?!近|军|乐|来|[\d一二两三四五六七八九十][^，。,]{{0,16}}(?:纳入|作为|划|分为|合并|整合|列入|托管|并入))(?=[^，。,]{{0,16}}(?:新|增|建|成立|设|达|有|覆盖|容纳|招|超|突破|投|提|实现|完成|启用|开|扩|吸|培|选|辐射|惠|迎|举|关|裁|缩|减|聘))|将(?=[^，。,]{{0,4}}(?:出资|资助|提供|派出|选派|培训|投入))|可(?=增设|增配|设立)|(?<=[日学月年底])前，?(?:要|须)?(?:完成|建成|实现|组建|配齐|达到)(?!了)|将(?=在|于|围绕|统一|继续|进一步|全面|陆续|逐步|共同|联合|通过|组织|每|分|按|再)"
    r"|(?:准备|打算)(?=[^，,。；;]*$)|可(?=容纳|提供|满足|新增|接纳|接收|开设|招收|解决|坐)|(?:能|可以)(?=容纳|提供|坐下|满足|接纳)|再(?=安排|投入|建|增|拿出|新)|(?<![一-鿿\d])(?:到|至)(?:20[2-9]\d ?年|“?十[四五六]五)"
)
DONE = re.compile(rf"(?:{alternatives(WORDS['done'])})(?!解|能|让|的(?=近?[\d一二三四五六七八九十百]))")
NORM = re.compile(
    r"(?:规定|应当|必须|须|每(?:学?年|学期|月|周|[个所家]))[^。；]{0,40}(?:不得?(?:少于|低于|超过|多于|高于)|最少|至少|不小于)[^，。；]{0,14}$"
    r"|不得(?:少于|低于|超过|多于|高于)[^，。；]{0,14}$"
)
COMING = re.compile(
    r"的标准(?:安排|核拨|拨付|补助|给予|奖补|奖励|下拨|予以)|[^，。；]{0,8}(?:正在筹建|筹建中|筹备中|即将|拟于|将于|待建)|[^，。；\d]{0,8}将(?=[赴来到去入进参])"
)
"""Behind a number: 另有2个集团正在筹建; 按每校10万元的标准补助."""
FOUNDED = re.compile(
    "(?:正式)?(?:成立|组建|创办|创立|创建|建校|建立|设立|开办|揭牌|挂牌|公布|发布|印发|出台|召开)的|(?:正式)?(?:揭牌|挂牌|成立(?=、)|启用|投用|投入使用|交付|竣工|开工|开园|[迁搬]入[^，。]{0,6}|(?:公布|发布|印发|出台)后)[，、]|[^，。；]{0,6}换届|[^，。；]{0,16}(?:算起|起算)|的近?约?超?[\\d.]+倍|第[一二三四五六七八九十\\d]+[次届]"
)
"""Behind a date: 2021年成立的集团, 2024年第1次会议."""
APART = re.compile(r"(?:[建办立生设校]于|较|比|相比|[较比](?![赛例重如方])[^，。；：]{1,8}的)$")
"""A year of founding, or one that is compared with, says nothing of the numbers behind it."""
FROM, CHANGED = (
    re.compile("[由从]$"),
    re.compile(r"(?:提高|提升|上升|增长|增加|下降|降低|减少|缩小|收窄|回升|攀升|扩大|发展|增|降|升)[到至为]"),
)
"""由2020年的45%提升至96%: the year is that of the first number."""
NOW = re.compile(r"目前|如今|现在|现时|现今|当前|至今|[一二两三四五六七八九十\d]年[内后]")
"""What ends the reach of a date before it."""
FROM_NOW = re.compile("[由从](?:目前|现在|当前|如今|原来)的?$")
"""到2026年由目前的18%提高到35%: the first number is not of the year."""
YEARLY = re.compile("，(?:每学?年|每学期|每月)")
THEN = re.compile("(?:当时|彼时|初创时|成立时|起步时|创办时|组建时|建校时)(?=[^。；]{0,20}$)")
HEADLINE = re.compile("是[^，。；]*：")
"""今年的头一件大事：全区8个学区."""
UNTIL = re.compile(r"(?:截[至止到]|[至到])$")
YEAR = 4
"""Characters of a year in EDTF."""
FAR = 2
"""How many commas may stand between a date and the number that it dates."""


class Judgement:
    """What one sentence says of its numbers; ``since`` is where the run of clauses starts that ； holds together."""

    def __init__(self, text: Folded, since: int, dates: Sequence[DateMention], *, coming: bool = False) -> None:
        self.string, self.since, self.dates = text.plain, since, dates
        self.coming = coming
        """Whether the part of the text at hand says what is to be done."""

    def as_of(self, number: Number) -> DateMention | None:
        """The date before the number, at most two commas away; further where 截至 stands before it."""
        before = [d for d in self.dates if d.found.span.end <= number.start and self.is_near(d, number.start)]
        if not before:
            return None
        for date in reversed(before):
            if not self.is_changed(date, number):
                return date if self.dates_it(date, number) else None
        return None

    def is_changed(self, date: DateMention, number: Number) -> bool:
        """Whether a date is that of the number before, from which this one has changed: 由2020年的45%提升至96%."""
        start, end = date.found.span.start, date.found.span.end
        return (
            FROM.search(self.string, max(self.since, start - 1), start) is not None
            and CHANGED.search(self.string, end, number.start) is not None
        )

    def dates_it(self, date: DateMention, number: Number) -> bool:
        """Whether the words between a date and a number behind it let the one be of the other."""
        start = date.found.span.start
        between = self.string[date.found.span.end : number.start]
        if YEARLY.search(between) and "/" not in date.form.edtf:
            return False
        if FROM.search(between) or HEADLINE.search(between):
            return False
        if FROM_NOW.search(between):
            return False
        if (THEN.search(between) and not NOW.search(between)) or UNTIL.search(
            self.string, max(self.since, start - 3), start
        ):
            return True
        if NOW.search(between):
            return False
        if self.is_topic(date):
            return True
        if "；" in between:
            return False
        return between.count("，") + between.count(",") <= FAR and "：" not in between[:1]

    def is_topic(self, date: DateMention) -> bool:
        """Whether a year opens its run of clauses and stands by itself, so that all of these are of it: '2022年，…；…'."""
        span = date.found.span
        opened = self.string[self.since : span.start].strip(" —•·●　截至到止在") == ""
        return opened and self.string[span.end : span.end + 1] == "，" and len(date.form.edtf) == YEAR

    def is_near(self, date: DateMention, before: int) -> bool:
        """Whether a date may say as of when: no year of founding, none that is compared with, no day of a report."""
        start = date.found.span.start
        if FOUNDED.match(self.string, date.found.span.end) and "当时" not in self.string[date.found.span.end : before]:
            return False
        if date.form.bare or self.string[start - 1 : start] in {"(", "（"}:
            return False
        return not APART.search(self.string, max(self.since, start - 12), start)

    def status(self, number: Number) -> Status:
        """Planned where the words before a number speak of what is to come, and nothing behind those of what is done."""
        planned = max((m.start() for m in PLANNED.finditer(self.string, self.since, number.start)), default=-1)
        if planned < 0 and self.coming and not DONE.search(self.string, self.since, number.start):
            return "planned"
        if planned < 0:
            return "planned" if self.is_norm(number) or COMING.match(self.string, number.end) else "actual"
        done = max((m.start() for m in DONE.finditer(self.string, planned, number.start)), default=-1)
        return "planned" if done < planned else "actual"

    def is_norm(self, number: Number) -> bool:
        """Whether a number is what a rule demands: 每年不少于5名."""
        clause = self.string[max(self.since, number.start - 60) : number.start]
        return NORM.search(clause) is not None

    def modifier(self, number: Number) -> Modifier:
        """Exact, more, less or about."""
        if any(word in number.more for word in ("以内", "以下")):
            return "under"
        before = QUALIFIED.search(self.string, max(self.since, number.start - 6), number.start)
        if before and before["under"]:
            return "under"
        if any(word in number.more for word in ("余", "多", "以上", "+", "＋")) or (before and before["over"]):
            return "over"
        if any(word in number.more for word in ("左右", "上下", "来")):
            return "about"
        return "about" if before and (before["about"] != "上" or self.string[number.start] in "百千万") else "exact"
