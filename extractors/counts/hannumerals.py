"""Numbers in Chinese text that may be counts: with a classifier, a unit, a percent sign, or as a part of ten or hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, get_args

from extractors.hannumbers import decimal, plain
from extractors.mentions import Measure
from extractors.names.lexicon import load
from extractors.numbers import whole
from extractors.value import value

WORDS = load("extractors.counts", "zh")
Kind = Literal["classifier", "bare", "measure", "money", "percent"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def alternatives(words: frozenset[str]) -> str:
    """The words of a list as one alternative, the longer first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<=[一-鿿])\d{1,3}(?: \d{3})+(?! ?\d)|(?<=[一-鿿])\d(?: \d){2,}(?! ?\d)"
    r"|\d+(?: ?\. ?\d+)?)"
)
"""1,280 and 1280; 在校生1 280人 with a space for the comma, 1 2 8 0 and 58 .3 as broken layouts print them."""
HAN = r"[零〇一二两三四五六七八九十百千]"
SCALED = r"(?: ?[十百千]?[万亿]|[十百千](?![一-龥]{0,3}?[中小]))"
NUMBER = rf"(?:{DIGITS}(?:{SCALED}(?:{DIGITS}[万千百]?)?)?|{HAN}+(?:[万亿]{HAN}*)?万?)"
TO = r" ?(?:至|到|[-–—－~～―]{1,2}) ?"
PART = rf"(?P<halved>一半|半数)(?=以上|以下|左右|的|[，。,；;、）)]|$)|百分之(?P<hundredth>{DIGITS}|{HAN}+(?:点[零〇一二三四五六七八九]+)?)|(?P<below>{HAN}+)分之(?P<above>{HAN}+)|(?P<tenth>[一二两三四五六七八九1-9])成(?:(?P<half>半)|(?P<point>[一二三四五六七八九]))?(?=学[生校]|教师|老师|家长|中小学|小学|中学|幼儿园|毕业生|骨干|孩子|[农乡]村|[是的以左，。,、；;升降提增上下）)]|多|$)"
CUE = re.compile(
    rf"(?<![\d.第〇零一二两三四五六七八九十百千万亿几数A-Za-z+])(?:{PART}"
    rf"|(?P<sign>[¥￥$€£]) ?(?P<sum>{NUMBER})|(?P<number>{NUMBER})(?:(?P<sum_too>元)?{TO}(?P<upper>{NUMBER}))?(?: ?(?P<more>[余多来+＋]))?(?P<scale>[万亿])? ?"
    rf"(?:(?P<percent>%|个百分点)|(?P<money>{alternatives(WORDS['money'])})|(?P<measure>{alternatives(WORDS['measure'])})"
    rf"|(?P<classifier>{alternatives(WORDS['classifier'])})|(?P<bare>{alternatives(WORDS['bare'])})|(?P<free>(?<=[万亿])(?=[，,。；;、)）]|$|用于|用来|支持|改善|建设|[从增提降减]|[一-鿿]{{0,2}}?(?:{alternatives(WORDS['noun'] - WORDS['bare'] | {'人口'})}))))(?P<more2>[余多])?)"
    r"(?P<behind>\(含\)|以上|以内|以下|左右|上下)?"
)
SUM = re.compile(
    r"(?:[总投融]资|资金|经费|投入|拨款?|拨付|下拨|安排|补助|补贴|奖励|奖金|捐款|捐资|捐赠|出资|筹资|筹集|自筹|资助|预算|支出|耗资|斥资|花了?|学费|借款|贷款|债务|造价|追加)"
    r"(?:资金|经费)?(?:总额|金额|额)?(?:[了约近超逾达共为由从将到至仅足]|突破|达到|超过|不到|不足|至少|大约|累计|增至|增加到)*$"
)
"""Before a number that no unit follows, what makes it a sum: 总投资约6800万."""
ON_SUM = re.compile(r"(?:提高|增加|增长|上升|下降|减少|压缩|涨|升|降|增|减)?(?:到|至|了)|[，,]?又")
"""Between two such sums: 从3.1亿增加到5.6亿."""
RUN = re.compile(r"[\d〇零一二两三四五六七八九十百千半¥￥$€£]+")
"""Where a number may start: looked for first, for it costs little."""
CURRENCY = re.compile(rf"(?:{alternatives(WORDS['currency'])})$")
SINGLE = frozenset("一二两三四五六七八九十")
ROUND = frozenset({"百", "千", "十", "万"})
ROUNDED_BY = re.compile(r"(?:近|上|约|超|逾|过|破|不足|不到|不满)$")
SIZED = re.compile(
    r"及?以[上下](?=[一-鿿])(?:(?!的)|的(?=[一-鿿]{0,8}(?:学校|集团校|成员校|班|教学点|校区|园|企业|单位)))"
)
"""10人以下教学点: a size, of which nothing is counted."""
SLOGANS = re.compile("[一二两三四五六七八九十多制区园长]|之?间|联|同[心行台]|齐|携手|一体|融合|共[享建同进赢研育]")
"""Behind 四校: what makes it a pattern, not schools."""
PLACES = frozenset({"省", "市", "县", "区", "镇", "乡", "村", "国", "省市", "区市", "地市", "区县", "县区"})
LISTED = re.compile(r"[一-鿿]{1,12}(?:、[一-鿿]{1,4})+$")
INNER = frozenset("一校区中各多")
ADDED = re.compile(
    r"(?:吸收|吸纳|接纳|接收|接管|托管|领办|纳入|迎来|引进|再添|又添|各[出派选有设建配增]|各?选派|抽调|新增|新建|(?<!每)增加|增设|新设|仅有|只有|共有|减少|仅)了?$"
)
PREMISES = frozenset("友园史庆训徽歌门服车舍董监医际")
"""Behind 校, what makes another word of it: 校友."""
RANKED = re.compile(r"(?<![目此之以学])前$")
SHORT = 14
"""How far before a number, in characters, the word stands that makes it a sum."""
GRADE = re.compile(r"(?:年级|[高初][一二三]|[)）])$")
NAMING = frozenset("条道块间门座家片户组部台堂处")
"""Classifiers that stand in names of places too: 三道街, 四条, 六间房."""


@value
class Number:
    """A number at its place: where the digits start, where its classifier or unit ends."""

    start: int
    end: int
    value: int | float
    upper: int | float | None
    kind: Kind
    word: str
    """The classifier or unit, without a scale; empty for a part of ten or hundred."""
    word_start: int
    more: str
    """What qualifies it from within or behind: 余, 多, 以上, 左右 …"""
    naming: bool
    """Whether it may be a part of a name: 三道街."""

    @property
    def measure(self) -> Measure:
        """What the gold calls its kind."""
        if self.kind in {"percent", "money", "measure"}:
            return "percent" if self.kind == "percent" else "money" if self.kind == "money" else "measure"
        return "count"


def numbers(string: str, start: int, end: int) -> Iterator[Number]:
    """The numbers between two offsets of a folded text, left to right."""
    until, last = start, None
    for run in RUN.finditer(string, start, end):
        match = CUE.match(string, run.start(), end) if run.start() >= until else None
        if match is None:
            continue
        until = match.end()
        found = counted(match) if match["number"] else signed(match) if match["sum"] else part(match)
        if found is not None:
            if not found.word and found.kind == "classifier" and is_sum(string, found, last):
                found = replace(found, kind="money")
            yield found
            last = found


def is_sum(string: str, number: Number, last: Number | None) -> bool:
    """Whether a number without a unit is a sum of money, by what stands before it, be it another such sum."""
    if SUM.search(string, max(0, number.start - SHORT), number.start):
        return True
    return bool(last and last.kind == "money" and not last.word and ON_SUM.fullmatch(string, last.end, number.start))


def signed(match: re.Match[str]) -> Number | None:
    """€180万: a sum by the sign of its currency."""
    amount, end = plain(match["sum"]), match.end("sum")
    if amount is None:
        return None
    return Number(
        match.start(), end, amount, None, "money", match["sign"], match.start("sign"), match["behind"] or "", False
    )


def part(match: re.Match[str]) -> Number | None:
    """百分之八十五, 三分之二, 七成半."""
    share: int | float | None = None
    if match["halved"]:
        share = 50
    elif match["hundredth"]:
        before, point, behind = match["hundredth"].partition("点")
        share = decimal(before, behind) if point else plain(before)
    elif match["tenth"]:
        share = (plain(match["tenth"]) or 0) * 10 + (5 if match["half"] else plain(match["point"] or "零") or 0)
    else:
        below, above = plain(match["below"]), plain(match["above"])
        share = whole(round(100 * above / below, 2)) if below and above is not None else None
    if share is None:
        return None
    end = match.start("behind") if match["behind"] else match.end()
    return Number(match.start(), end, share, None, "percent", "", end, match["behind"] or "", False)


def counted(match: re.Match[str]) -> Number | None:
    """A number with what stands behind it; None for one that is an article, a rank or a part of a name."""
    printed, string = match["number"], match.string
    kind: Kind = next((k for k in KINDS if match[k]), "classifier")
    before = string[max(0, match.start() - 4) : match.start()]
    if not printed[0].isdigit() and not is_counted_in_words(printed, match, kind, before):
        return None
    if (match["sum_too"] and kind != "money") or before.rstrip().endswith("第"):
        return None
    if match["classifier"] and RANKED.search(before):
        return None
    if match["bare"] == "校" and match.string[match.end("bare") : match.end("bare") + 1] in PREMISES:
        return None
    if match["bare"] == "班" and GRADE.search(before):
        return None
    if match["bare"] == "人" and SIZED.match(string, match.start("bare") + 1):
        return None
    if match["measure"] == "方" and "万" not in printed and "." not in printed and not match["scale"]:
        return None
    number, upper = plain(printed + (match["scale"] or "")), plain(match["upper"]) if match["upper"] else None
    if number is None or (match["upper"] and (upper is None or upper <= number) and not match["scale"]):
        return None
    if upper is not None and match["scale"]:
        upper = plain(match["upper"] + match["scale"])
    more = (match["more"] or "") + (match["more2"] or "") + (match["behind"] or "")
    naming = printed in SINGLE and match["classifier"] in NAMING and not more
    if upper is not None and "万" in match["upper"] and "万" not in printed:
        number = whole(number * 10_000)
    end = match.start("behind") if match["behind"] and kind == "percent" else match.end()
    if kind == "money" and (currency := CURRENCY.search(before)):
        start = match.start() - len(currency[0])
        return Number(start, end, number, upper, kind, currency[0], start, more, naming)
    word, place = (match[kind], match.start(kind)) if match[kind] else ("", match.end())
    return Number(match.start("number"), end, number, upper, kind, word, place, more, naming)


def lists(string: str, end: int, number: int | float | None) -> bool:
    """Whether as many places are listed right before a number of such: 沪、皖、滇三省市."""
    listed = LISTED.search(string, max(0, end - 30), end)
    return listed is not None and listed.group().count("、") + 1 == number


def is_counted_in_words(printed: str, match: re.Match[str], kind: Kind, before: str) -> bool:
    """Whether a number in characters counts: 一所 is mostly 'a', 二类 the second class, and 百 alone 'many'."""
    if match["more"]:
        return True
    if printed == "二" and match["classifier"] in WORDS["weak"]:
        return False
    if printed == "一":
        return kind == "classifier" and bool(ADDED.search(before))
    if printed in ROUND and printed != "十":
        return bool(ROUNDED_BY.search(before))
    if kind in {"money", "measure"}:
        return len(printed) > 1 or bool(match["scale"])
    if kind == "bare":
        if match["bare"] in {"校", "校区"}:
            return printed in SINGLE and not SLOGANS.match(match.string, match.end()) and before[-1:] not in INNER
        if match["bare"] in PLACES and printed in SINGLE:
            return lists(match.string, match.start(), plain(printed))
        return match["bare"] in {"人", "人口", "人次"} and len(printed) > 1
    return kind != "percent" or match["percent"] == "个百分点"
