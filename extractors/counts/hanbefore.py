"""The noun before a Chinese number that it counts: 学校179所, 在校学生有4600多人."""

from __future__ import annotations

import re

from extractors.counts.hanheads import BY_HEAD, WHOLE_HEAD
from extractors.counts.hannumerals import WORDS, Number, alternatives
from extractors.counts.hanphrases import LINK, SEVERAL, SHORT, TAIL, TURN, Unit
from extractors.counts.hanscope import GENERIC
from extractors.counts.hanshares import Counted, Shares

PATTERN = re.compile(rf"(?!(?<=[干理董监])事|工作日[记志])(?:{alternatives(WORDS['pattern'])})(?!师)")
BEFORE = re.compile(
    rf"(?P<head>(?:{SEVERAL}|{alternatives(SHORT)})(?:[(（](?!以下|简称)[^()（）\d]{{1,6}}[)）])?)(?:[(（][^()（）]{{1,20}}[)）])?{LINK}*$"
)
OWNER = re.compile(
    rf"(?:学校|总校|医院|集团|学院|学区|联盟|共同体)(?:内部?|校际)?(?=(?:在[职编岗园校籍读]|交流|轮岗|专任|走教|支教)?{SEVERAL}$)"
)
"""Whose it is that is counted: 学校教师."""
NAMED_OWNER = re.compile(
    rf"[一-鿿]{{1,14}}?(?:学校|小学|中学|幼儿园|高中|集团|联盟|学区|共同体|医院|[一二三四五六七八九十]中)(?={SEVERAL}$)"
)
"""The same by name: 石坝小学学生."""
PLACES = frozenset(
    "县 区 市 省 镇 乡 村 乡镇 街道 社区 城市 国家 地区 片区 县区 区县 市县 镇街 自然村 行政村 园区 学区".split()
)
"""Nouns before a number with a classifier of schools or people that say where, not what: 城区5所."""
UNION_HEAD = re.compile("(?:集团|联盟|共同体|联合体|教联体|教共体|医共体|医联体|学区)$")
"""Nouns that no number of schools counts: 东关小学教育集团（7所）."""
OWN = frozenset("全我本该")
"""What makes a place of such a noun: 全区."""
HAS_NOUN = re.compile(SEVERAL)
CALLED = 6
"""Characters of a name of a place before an elliptical number."""
NAMED = re.compile(
    r"(?<![全我本该各\d一二两三四五六七八九十个的])(?<![牧校学社园地山城片小灾库景县辖郊])[一-鿿]{1,3}"
    r"(?:(?<![牧校学社园地山城片小灾库景县辖郊乡])[省市区县州旗镇乡]|(?<=[省市区县州])直)(?=[(（:： ]*$)"
)
"""A place by its name, before a number: 临江区（4个）."""
HEADCOUNTS = frozenset({"人", "名", "位"})
QUOTED_BEFORE = re.compile(rf"(?P<head>[“「][^”」\d]{{1,10}}[”」](?:{SEVERAL})?){LINK}*$")
"""“头雁”名师5名."""
PERIOD = re.compile("[年月周天日](?![一-鿿]+量$)")
OF_A_KIND = re.compile(r"(?:其中|[、，,](?!其中))(?P<noun>[一-鿿]{1,6}(?:型|类|式))$")
"""Before a number with a classifier: 共同体18个，其中融合型6个."""
COMPARED_WITH = re.compile(
    "比(?!赛|例|重)|较(?!场|量)|[一-鿿]{2,4}一行$|[一-鿿]{0,4}[一两三](?:个|所|名|座)$|[一-鿿]{0,2}[一二两三四五六七八九十几]年来?$"
)
"""比十年前多, 李明一行, 三年来: nothing that is counted."""
CLASSES = ("班", "教学班", "班级")
AGENT = re.compile(
    r"(?:学院|大学|学校|小学|中学|幼儿园|企业|公司|医院|集团)(?:招|派|聘|来|去|选派|录|调|送)了$|[中高会联]考有?$"
)
"""Before a number of people, what is none of them: 学院招了46人."""
LINKS = re.compile(rf"{LINK}{{1,3}}")
CHANGED = re.compile(rf"(?:{TURN})(?:到|至|了|为)?")
"""增至: a change, and nothing that is counted."""


class Before(Shares):
    """What stands before the numbers of one sentence of a folded text."""

    def before(self, number: Number) -> Unit | None:
        """学校179所, 在校学生有4600多人."""
        if number.word in HEADCOUNTS and self.is_agent(number):
            return None
        if number.word in WORDS["weak"] and number.word not in {"次", "对"}:
            return None
        start = self.clause(number.start)
        if number.word == "个" and (
            kind := OF_A_KIND.search(self.string, max(self.told, number.start - 9), number.start)
        ):
            return self.unit(*kind.span("noun"), number.end, "counts.noun_before", 0.8)
        match = BEFORE.search(self.string, start, number.start)
        if match is None and self.string[start - 1] in "”」":
            quoted = QUOTED_BEFORE.search(self.string, max(self.told, start - 16), number.start)
            if quoted:
                return self.unit(*quoted.span("head"), number.end, "counts.noun_quoted", 0.8)
        if number.word == "人次" or match is None or match["head"].endswith("人"):
            for pattern in BY_HEAD.get(number.word, ()):
                if heads := pattern.search(self.string, start, number.start):
                    first = (
                        self.phrase(start, heads.end("head") - 2) if pattern not in WHOLE_HEAD else heads.start("head")
                    )
                    return self.unit(first, heads.end("head"), number.end, "counts.noun_before", 0.85)
        if match is None or (
            match["head"] in PLACES and (number.word != "个" or self.string[match.start() - 1 : match.start()] in OWN)
        ):
            return None
        if number.word == "所" and UNION_HEAD.search(match["head"]):
            return None
        if (number.word == "班" and not match["head"].endswith("班")) or (
            number.word in HEADCOUNTS and match["head"] in CLASSES and match.end("head") == number.start
        ):
            return None
        if number.word == "个" and match["head"] in PLACES and NAMED.search(self.string, start, match.end("head")):
            return None
        first = self.phrase(start, match.start("head"))
        owner = OWNER.match(self.string, first, match.end("head")) or self.named_owner(first, match.end("head"))
        first = owner.end() if owner else first
        return self.unit(first, match.end("head"), number.end, "counts.noun_before", 0.9)

    def is_agent(self, number: Number) -> bool:
        """Whether those who hired or sent people stand before their number, and not these."""
        return AGENT.search(self.string, max(self.told, number.start - 8), number.start) is not None

    def of_classes(self, number: Number, previous: Counted | None) -> Unit | None:
        """小学一年级新生12个班540人: the people before a number of classes are counted behind it."""
        if previous is None or previous[1].found.span.quote not in CLASSES:
            return None
        before, unit = previous
        if self.string[unit.end : number.start].strip("、，,（( ") or not (
            match := BEFORE.search(self.string, max(self.sentence.start, before.start - 24), before.start)
        ):
            return None
        if not match["head"].endswith(("生", "幼儿", "儿童")):
            return None
        first = self.phrase(max(self.sentence.start, before.start - 24), match.start("head"))
        return self.unit(first, match.end("head"), number.end, "counts.noun_before", 0.8)

    def named_owner(self, start: int, end: int) -> re.Match[str] | None:
        """The school or group by its name whose people a noun phrase names: 石坝小学学生."""
        owner = NAMED_OWNER.match(self.string, start, end)
        return owner if owner and not GENERIC.fullmatch(owner.group()) else None

    def unknown_before(self, number: Number) -> Unit | None:
        """研究生学历28人: a noun that no list has, between a verb or mark and the number."""
        if (
            number.naming
            or (number.word in HEADCOUNTS and self.is_agent(number))
            or number.word in WORDS["weak"]
            or (number.kind == "bare" and number.word not in {"人", "人次"})
        ):
            return None
        start = self.clause(number.start)
        run = TAIL.search(self.string, start, number.start)
        match = TAIL.search(self.string, self.phrase(start, run.end("noun")), number.start) if run else None
        if (
            match is None
            or PERIOD.match(match["noun"])
            or (number.word == "所" and UNION_HEAD.search(match["noun"]))
            or CHANGED.fullmatch(match["noun"])
            or COMPARED_WITH.match(match["noun"])
            or LINKS.fullmatch(match["noun"])
            or (number.word == "个" and NAMED.search(self.string, match.start("noun"), match.end("noun")))
            or PATTERN.search(match["noun"])
            or (number.word == "人次" and not match["noun"].endswith("量"))
        ):
            return None
        return self.unit(match.start("noun"), match.end("noun"), number.end, "counts.noun_unknown", 0.65)

    def called(self, number: Number) -> tuple[int, int] | None:
        """What stands right before a number whose noun is told before, where it may be a place: 其中南京9个."""
        start = self.clause(number.start)
        match = TAIL.search(self.string, self.phrase(start, number.start), number.start)
        return (
            match.span("noun")
            if match and len(match["noun"]) <= CALLED and not HAS_NOUN.search(match["noun"])
            else None
        )
