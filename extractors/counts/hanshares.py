"""What a Chinese percentage is a part of: the rate that it measures, the whole or the part, or that of the one before."""

from __future__ import annotations

import re

from extractors.counts.hannumerals import WORDS, Number, alternatives
from extractors.counts.hanphrases import (
    AND_SCHOOLS,
    CHANGE,
    CLOSED,
    LINK,
    NOUNS,
    PLACE,
    TAIL,
    TURN,
    VERB,
    Phrases,
    Unit,
)
from extractors.counts.hanscope import GENERIC

RATE = re.compile(
    rf"(?P<rate>[^{CLOSED}的]{{0,20}}?(?:{alternatives(WORDS['rate'])}))(?:\([^)]*\))?{LINK}*{CHANGE}{LINK}*(?:做|提|保持|稳定|实现|控制|维持)?(?:到|在|至)?{LINK}*$"
)
LEAD = re.compile(
    rf".*(?:{alternatives(WORDS['planned'])}|确保|推动|促进|推进|使得|使(?=[^用])|[一二三四五六七八九十\d]年内|\d年[底初末]?|\d月[底初末份]?|让|将|把|且|并|达成|实现|[今去]年|本学期|每年)"
)
"""What may stand before a rate in its clause and is no part of its name."""
TAKING = re.compile(rf"(?P<of>[^{CLOSED}的]{{2,14}}?)(?:大约|约|仅|只|已|就|将)?占(?:到|了|比)?{LINK}*$")
BODY = re.compile(r"(?:集团(?:校(?![际区长园]))?|学校|学区|联盟|医院|该院|全院)(?:内部?)?(?=(?!化|内)[一-鿿]{4})")
NAMED_BODY = re.compile(
    r"[一-鿿]{1,12}?(?:小学|中学|学校|幼儿园|集团|联盟|学区|共同体|医院|高中|[一二三四五六七八九十]中|附[中小])(?!化|内|生|教师|校|园)"
)
"""Whose rate it is, by name: 东江中学学业合格率."""
SHARE = re.compile(rf"占(?:到|了)?(?P<of>[^{CLOSED}]{{2,16}}?)的?(?:比例|比重)?{LINK}*$")
PART_OF = re.compile(
    rf"(?P<of>[^{CLOSED}的]{{2,14}})(?:占|只有|仅有|仅为|相当于|控制在|限制在)[^{CLOSED}]{{2,16}}的?(?:比例|比重)?{LINK}*$"
)
"""寄宿学生占学生总数的三成: what takes its part of the whole."""
WHOLE = re.compile(
    rf"(?:{alternatives(WORDS['over'] | WORDS['under'] | WORDS['about'])})(?P<of>[^{CLOSED}的]{{2,16}})的$"
)
"""不超过教师总数的15%."""
AHEAD = r"(?:在?(?:未来|今后|近|过去)[一-鿿\d]{1,2}年)?(?:内|里)?(?:预计|预期|有望)?"
CHANGED = re.compile(rf"(?P<head>{NOUNS})(?:{AHEAD}{LINK}*{CHANGE}{LINK}*|[一-鿿]了)$")
GROWN = re.compile(
    rf"(?P<of>[^{CLOSED}的]{{2,14}}?)(?:(?:同比|环比|[比较](?:上年|去年|上月|年初)(?:同期)?)(?:{TURN})(?:了|近|约|超过?)*|[由从])$"
)
"""门诊量同比增长8%; 入园率由12%降至5%."""
MOVED = re.compile(
    rf"(?P<of>(?![比较同环])[^{CLOSED}的]{{2,14}}?)(?:上浮|下浮|上调|下调|调高|增长|增加|提高|提升|下降|减少)(?:了|近|约|超过?)*$"
)
"""绩效工资总量上浮3%: what no list knows."""
REACHED = re.compile(
    rf"(?P<of>[一-鿿]{{2,12}}?)(?<!的)(?:每(?:学?年|学期))?[（(]?(?:不低于|不少于|不得低于|不得少于|不超过|达到|达|占到)(?:{alternatives(WORDS['over'] | WORDS['about'])})?$"
)
"""学区内教师交流每年不低于15%: what no list knows as a rate."""
OF = re.compile(
    rf"(?:以上|以下|左右|以内|多)?(?:的(?P<of>[^{CLOSED}]{{0,12}}?{NOUNS}{AND_SCHOOLS})|的(?P<other>[一-鿿]{{2,6}}?)(?=$|[^一-鿿]|{VERB}))"
)
DIRECTLY = re.compile(
    rf"(?:以上|以下|左右|多)?(?=[^{CLOSED}\d]{{0,4}}?(?:学|教|校|园|家长|孩子))(?P<of>[^{CLOSED}]{{0,8}}?{NOUNS}{AND_SCHOOLS})"
)
"""七成学生, 三分之二以上成员校: parts in words need no 的."""
ON = re.compile(
    rf"^(?:以上|左右|以内)?[，,]?(?:{TURN})?(?:到了?|至|为|了)?(?:(?:目前|现在|如今|现今|当前|今年|去年|20\d\d年底?)的?)?(?:不足|不到|近|约|超过?)?$"
)
GREW = re.compile(
    rf"[，,、](?:同比|环比|[比较][^，,。]{{0,16}}?)?(?:{TURN})(?:了|[^，,。\d]{{2,10}}(?=近|约|超|$))?(?:近|约|超过?)?$"
)
STILL = re.compile(
    rf"[，,；;](?:(?:到|至|截至)?(?:20\d\d年|今年|明年|去年|上一?年|前年|上学期|此前|原来|目前|如今|当前|现在)(?:底|末|上半年)?[，,]?)?"
    rf"(?:{LINK}|{TURN}|{alternatives(WORDS['planned'])}|再|已|到|至|为)*$"
)
"""覆盖率为57%，2026年要达到100%: a clause that says nothing but when and how much."""
ELSEWHERE = re.compile(
    r"^(?:以上|左右|以内)?[，,、](?:其中)?(?:[一-鿿]{1,4}[省市区县镇乡]|城镇|农村|乡村|山区)(?:为|是|达到?|约|近|超过?|不足)*$"
)
"""覆盖率达85%，其中城区100%: the same rate of a place."""
THUS = re.compile(r"^[，,（(、]?占比?(?:为|了|到)?(?:近|约|超过?)?$")
"""乡镇学校22所，占44%."""
OF_THEM = re.compile(r"^[，,](?:其中)?(?:近|约|超过?|有)?$")
WHO_ARE = re.compile(r"(?:以上|以下|左右|多)?(?:都|均|还|又)?(?:是|为|有|在|来自|拥有)(?=[一-鿿\d])")
"""走教教师213人，八成是年轻人: a part of those counted right before."""
SAVED = re.compile(rf"(?:节省|节约|减轻|压缩|缩短)(?P<of>[^{CLOSED}的]{{2,10}}?){LINK}*$")
"""节省行政人力近两成."""
BARE_RATES = frozenset({"比例", "比重", "占比"})
"""Rates that say nothing of what they are of: 骨干教师占交流教师的比例."""
RATIO = "占比"
Counted = tuple[Number, Unit]
"""A number with what it counts."""


class Shares(Phrases):
    """The units of the percentages of one sentence."""

    def part(self, number: Number, previous: Counted | None) -> Unit | None:
        """What a percentage is of; ``previous`` is the count before it."""
        return self.rate(number) or self.still(number, previous) or self.share(number)

    def rate(self, number: Number) -> Unit | None:
        """集团化办学覆盖率达到85%."""
        start = self.clause(number.start)
        match = RATE.search(self.string, start, number.start)
        if match is None or match["rate"] in BARE_RATES:
            return None
        lead = LEAD.match(self.string, match.start("rate"), match.end("rate") - 2)
        first = lead.end() if lead else match.start("rate")
        place = PLACE.match(self.string, first, match.end("rate") - 2)
        first = place.end() if place else first
        body = BODY.match(self.string, first, match.end("rate"))
        first, end = body.end() if body else first, match.end("rate")
        named = NAMED_BODY.match(self.string, first, end - 3)
        if named and not GENERIC.fullmatch(named.group()):
            first = named.end()
        if self.string.endswith(RATIO, first + 2, end):
            end -= len(RATIO)
        return self.unit(first, end, number.end, "counts.rate", 0.92)

    def still(self, number: Number, previous: Counted | None) -> Unit | None:
        """从70%提高到92.5%; 学生1.2万人，同比增长3%; 乡镇学校22所，占44%."""
        if previous is None:
            return None
        before, unit = previous
        between = self.string[before.end : number.start]
        grew = GREW.search(between) if before.kind == "percent" and "。" not in between else GREW.match(between)
        if before.kind == "percent":
            if ELSEWHERE.match(between):
                return Unit(unit.found, number.end, "counts.carried")
            on = ON.match(between) or grew or ("。" not in between and STILL.search(between))
            return Unit(unit.found, number.end, unit.rule) if on else None
        if grew and before.kind in {"money", "measure"}:
            start = self.sentence.start if self.sentence.start <= before.start else before.start
            return self.noun_before(start, before.start, number.end)
        if OF_THEM.match(between) and before.kind != "money" and WHO_ARE.match(self.string, number.end):
            return Unit(unit.found, number.end, unit.rule)
        return Unit(unit.found, number.end, unit.rule) if grew or THUS.match(between) else None

    def noun_before(self, start: int, place: int, until: int) -> Unit | None:
        """The noun phrase right before a place, no list of nouns asked."""
        run = self.string[start:place]
        first = start + max((run.rfind(mark) for mark in "，。；：、,;:"), default=-1) + 1
        tail = TAIL.search(self.string, self.phrase(first, place), place)
        return self.unit(*tail.span("noun"), until, "counts.change", 0.7) if tail else None

    def share(self, number: Number) -> Unit | None:
        """85%以上的学校, 占教师总数的四成."""
        match = OF.match(self.string, number.end, self.sentence.end)
        if match:
            first, end = match.span("of" if match["of"] else "other")
            return self.unit(first, end, number.end, "counts.share", 0.85 if match["of"] else 0.7)
        if "%" not in self.string[number.start : number.end + 1] and (
            match := DIRECTLY.match(self.string, number.end, self.sentence.end)
        ):
            return self.unit(*match.span("of"), number.end, "counts.share", 0.75)
        start = self.clause(number.start)
        for pattern in (PART_OF, TAKING, GROWN, SAVED):
            if of := pattern.search(self.string, start, number.start):
                first = min(self.phrase(start, of.end("of") - 1), of.end("of") - 1)
                return self.unit(first, of.end("of"), number.end, "counts.share", 0.75)
        for pattern in (SHARE, WHOLE):
            if of := pattern.search(self.string, start, number.start):
                place = PLACE.match(self.string, of.start("of"), of.end("of"))
                first = place.end() if place and place.end() < of.end("of") else of.start("of")
                return self.unit(first, of.end("of"), number.end, "counts.share", 0.8)
        if changed := CHANGED.search(self.string, start, number.start):
            first = self.phrase(start, changed.start("head"))
            return self.unit(first, changed.end("head"), number.end, "counts.change", 0.8)
        if moved := MOVED.search(self.string, start, number.start):
            first = min(self.phrase(start, moved.end("of") - 1), moved.end("of") - 2)
            return self.unit(max(first, moved.start("of")), moved.end("of"), number.end, "counts.change", 0.7)
        if reached := REACHED.search(self.string, start, number.start):
            first = min(self.phrase(start, reached.end("of") - 1), reached.end("of") - 2)
            return self.unit(max(first, reached.start("of")), reached.end("of"), number.end, "counts.reached", 0.6)
        return None
