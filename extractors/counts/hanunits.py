"""What a Chinese number counts: the noun behind its classifier, or before the number, or that of the number before."""

from __future__ import annotations

import re

from extractors.counts.hannumerals import WORDS, Number, alternatives
from extractors.mentions import Found
from extractors.script import Folded
from extractors.text import Sentence
from extractors.value import value

LONG = frozenset(word for word in WORDS["noun"] if len(word) > 1)
SHORT = WORDS["noun"] - LONG
VERB = alternatives(WORDS["verb"])
SEVERAL = rf"(?:(?:[省县区旗市]|乡?镇|街道)[(（](?:[省市县区旗镇乡、]|街道|园区|开发区){{1,8}}[)）][区县]?|{alternatives(LONG).replace('|中小学|', '|(?<!其)中小学|')})+"
"""Nouns one behind the other; 其中小学 is 'of these, primary schools'."""
NOUNS = rf"(?:{SEVERAL}|(?<!法)(?:{alternatives(SHORT)})(?=$|[^一-鿿]|的|[我你他她它咱]|{VERB}))"
CLOSED = r"，。；：！？、,;:!?\s…《》“”\"|"
LINK = (
    r"(?:(?:不得|不能|应当?|须|要)(?:少于|低于|超过|多于|高于|大于)|总人数|总数|人数|数量|总量|规模|数|已经|已|现在|现|目前|总共|共计|总计|合计|累计|共|有|达到了?|达|为|是|计|大约|约|将近|接近|近|超过|超|逾|突破|增至|增加到|增加了?|增长到|扩大到|扩大至"
    r"|扩充到|只有|仅有|仅|就|分别|各|设|多达|不足|不到|不少于|不低于|不超过|至少|最多|发展到|上升到|高达|(?:20\d\d年|去年|上年|前年|年初|年底|原来|最初)底?的?|(?:去年|上年|前年)?同期的?|当年的?|当时的?|都|均|也|力争|确保|计划|变为|变成|改为|控制在|不满|少于|低于|高于|多于"
    r"|[:：\s(（]|了|从|由|将|要|比|拥有)"
)
BEHIND = re.compile(
    rf" ?(?P<mod>[^{CLOSED}]{{0,14}}?)(?P<head>{NOUNS}(?:[(（][^()（）、，\d]{{1,4}}[)）])?(?:[和及与][村乡镇县市区校]?{SEVERAL}(?![{CLOSED}]?\d)(?!{LINK}+\d))?)"
)
PREDICATE = re.compile(rf" ?(?:{alternatives(WORDS['predicate'])})")
PATTERN = re.compile(rf"(?:{alternatives(WORDS['pattern'])})(?!师)")
UNKNOWN = re.compile(rf"(?P<noun>[一-鿿]{{2,8}}?)(?=$|[^一-鿿]|{VERB})")
BEFORE = re.compile(
    rf"(?P<head>(?:{SEVERAL}|{alternatives(SHORT)})(?:[(（](?!以下|简称)[^()（）\d]{{1,6}}[)）])?)(?:[(（][^()（）]{{1,20}}[)）])?{LINK}*$"
)
BOUND = re.compile(
    rf"(?P<inside>及?以[上下]|[中高初同]等|与会|参与|在[职校园籍编读岗])|\d+分(?:及?以[上下])?的?|[全我本该](?:国|省|市|区|县|州|盟|旗|镇|乡|校|园|集团)|{VERB}|{alternatives(WORDS['planned'])}|的|[^一-鿿A-Za-z]"
)
PLACE = re.compile(
    r"(?:[全我本该各](?:国|省|市|区|县|州|盟|旗|镇|乡|街道|校|园|集团)|(?![一-鿿]{0,2}(?:[牧校学社园地山城片小灾库景]区|城市|县市|城镇|乡镇))[一-鿿]{2,3}(?:省|市|区|县|州))+"
)
TURN = r"提高|提升|上升|增长|增加|下降|降低|减少|下跌|下滑|下调|上涨|回升|回落|扩大|缩小|压减|缩减|精简|压缩|高出|低于|高于|升|降|增|减|涨|跌"
CHANGE = rf"(?:同比|环比|比上年|较上年|比去年|较去年|年均)?(?:{TURN})?(?:到了?|至|了|为)?"
RATE = re.compile(
    rf"(?P<rate>[^{CLOSED}的]{{0,20}}?(?:{alternatives(WORDS['rate'])}))(?:\([^)]*\))?{LINK}*{CHANGE}{LINK}*(?:做|提|保持|稳定|实现|控制|维持)?(?:到|在|至)?{LINK}*$"
)
LEAD = re.compile(rf".*(?:{alternatives(WORDS['planned'])}|确保|推动|促进|推进|使得?|让|将|且|并|达成|实现)")
"""What may stand before a rate in its clause and is no part of its name."""
TAIL = re.compile(rf"(?P<noun>[一-鿿]{{2,10}}?)(?:[(（][^()（）]{{1,12}}[)）])?{LINK}*$")
TAKING = re.compile(rf"(?P<of>[^{CLOSED}的]{{2,14}})占(?:到|了|比)?{LINK}*$")
BODY = re.compile(r"(?:集团校?|学校|学区|联盟|医院|该院|全院)(?=(?!化)[一-鿿]{4})")
OWNER = re.compile(rf"(?:学校|医院|集团|学院|学区|联盟)(?={SEVERAL}$)")
"""Whose it is that is counted: 学校教师."""
PLACES = frozenset(
    "县 区 市 省 镇 乡 村 乡镇 街道 社区 城市 国家 地区 片区 县区 区县 市县 镇街 自然村 行政村 园区 学区".split()
)
"""Nouns before a number with a classifier of schools or people that say where, not what: 城区5所."""
OWN = frozenset("全我本该")
"""What makes a place of such a noun: 全区."""
KINDS = frozenset({"公办", "民办", "高级", "初级", "其中", "另有", "本科", "专科"})
"""What no place is called."""
HAS_NOUN = re.compile(SEVERAL)
CALLED = 6
"""Characters of a name of a place before an elliptical number."""
SHARE = re.compile(rf"占(?:到|了)?(?P<of>[^{CLOSED}]{{2,16}}?)的?(?:比例|比重)?{LINK}*$")
CHANGED = re.compile(rf"(?P<head>{NOUNS}){LINK}*{CHANGE}{LINK}*$")
OF = re.compile(rf"(?:以上|以下|左右|以内|多)?的(?P<mod>[^{CLOSED}]{{0,12}}?)(?P<head>{NOUNS})")
ON = re.compile(
    rf"^(?:以上|左右|以内)?[，,]?(?:{TURN})?(?:到了?|至|为|了)?(?:(?:目前|现在|如今|现今|当前|今年|去年|20\d\d年底?)的?)?(?:不足|不到|近|约|超过?)?$"
)
GREW = re.compile(
    rf"[，,、](?:同比|环比|[比较][^，,。]{{0,10}}?)?(?:{TURN})(?:了|[^，,。\d]{{2,10}}(?=近|约|超|$))?(?:近|约|超过?)?$"
)
RUN = re.compile(rf"[^{CLOSED}]*$")


@value
class Unit:
    """What a number counts; where the text of the count ends; by which rule."""

    found: Found
    end: int
    rule: str


class Units:
    """Units of one sentence of a folded text."""

    def __init__(self, text: Folded, sentence: Sentence) -> None:
        self.text, self.sentence, self.string = text, sentence, text.plain
        self.told = sentence.start
        """Where the count before ends: no noun phrase reaches across it."""

    def of(self, number: Number, previous: tuple[Number, Unit] | None) -> Unit | None:
        """The unit of a number; ``previous`` is the count before it in the block. None when nothing says what is counted."""
        if number.kind in {"money", "measure"}:
            return self.unit(
                number.word_start, number.word_start + len(number.word), number.end, "counts.measure", 0.95
            )
        if number.kind == "percent":
            return self.rate(number) or self.going_on(number, previous) or self.share(number)
        behind = self.behind(number) if number.kind == "classifier" or number.word == "人" else None
        if behind == "pattern":
            return None
        before = self.before(number)
        if isinstance(behind, Unit):
            return before if before and self.string[behind.end : behind.end + 1].isdigit() else behind
        return before or self.going_on(number, previous) or self.unknown_before(number) or self.bare(number)

    def unit(self, start: int, end: int, until: int, rule: str, confidence: float) -> Unit:
        """A unit between two offsets; the text of the count goes until the third."""
        return Unit(Found(self.text.span(start, end), self.sentence, rule, confidence), until, rule)

    def behind(self, number: Number) -> Unit | str | None:
        """12所小学, 三家扩容的集团; "pattern" where the noun only names points, as in 五项举措."""
        start = number.end
        if PREDICATE.match(self.string, start, self.sentence.end):
            return None
        match = BEHIND.match(self.string, start, self.sentence.end)
        if (
            match
            and not match["mod"][:1].isdigit()
            and not is_pattern(match["mod"])
            and not (number.naming and match["mod"] and "的" not in match["mod"])
        ):
            if match["mod"] and PATTERN.match(self.string, match.end("head")):
                return "pattern"
            first = match.start("mod") if match["mod"] else match.start("head")
            if number.kind == "bare":
                return None
            return self.unit(first, match.end("head"), match.end("head"), "counts.noun_behind", 0.92)
        if PATTERN.match(self.string, start):
            return "pattern"
        other = UNKNOWN.match(self.string, start, self.sentence.end)
        if other is None or number.kind != "classifier":
            return "pattern" if match and is_pattern(match["mod"]) and number.kind == "classifier" else None
        if PATTERN.search(other["noun"]) or number.word in WORDS["weak"] or number.naming:
            return "pattern"
        return self.unit(other.start("noun"), other.end("noun"), other.end("noun"), "counts.noun_unknown", 0.7)

    def before(self, number: Number) -> Unit | None:
        """学校179所, 在校学生有4600多人."""
        if number.word in WORDS["weak"] and number.word != "次":
            return None
        start = self.clause(number.start)
        match = BEFORE.search(self.string, start, number.start)
        if match is None or (
            match["head"] in PLACES and (number.word != "个" or self.string[match.start() - 1 : match.start()] in OWN)
        ):
            return None
        first = self.phrase(start, match.start("head"))
        owner = OWNER.match(self.string, first, match.end("head"))
        first = owner.end() if owner else first
        return self.unit(first, match.end("head"), number.end, "counts.noun_before", 0.9)

    def unknown_before(self, number: Number) -> Unit | None:
        """研究生学历28人: a noun that no list has, between a verb or mark and the number."""
        if (
            number.naming
            or number.word in WORDS["weak"]
            or (number.kind == "bare" and number.word not in {"人", "人次"})
        ):
            return None
        start = self.clause(number.start)
        match = TAIL.search(self.string, self.phrase(start, number.start), number.start)
        if (
            match is None
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

    def clause(self, place: int) -> int:
        """Where the clause before a number starts; a colon right before the number is no boundary."""
        start = min(max(self.told, place - 40), place)
        head = self.string[start:place].rstrip("：: ")
        run = RUN.search(head)
        return start + (run.start() if run else 0)

    def phrase(self, start: int, head: int) -> int:
        """Where the noun phrase with this head starts: behind the last verb, 的, or name of a place before it."""
        for match in BOUND.finditer(self.string, start, head):
            start = start if match["inside"] else match.end()
        place = PLACE.match(self.string, start, head)
        return place.end() if place else start

    def rate(self, number: Number) -> Unit | None:
        """集团化办学覆盖率达到85%."""
        start = self.clause(number.start)
        match = RATE.search(self.string, start, number.start)
        if match is None:
            return None
        lead = LEAD.match(self.string, match.start("rate"), match.end("rate") - 2)
        first = lead.end() if lead else match.start("rate")
        place = PLACE.match(self.string, first, match.end("rate") - 2)
        first = place.end() if place else first
        body = BODY.match(self.string, first, match.end("rate"))
        first = body.end() if body else first
        return self.unit(first, match.end("rate"), number.end, "counts.rate", 0.92)

    def share(self, number: Number) -> Unit | None:
        """85%以上的学校, 占教师总数的四成."""
        match = OF.match(self.string, number.end, self.sentence.end)
        if match:
            return self.unit(
                match.start("mod") if match["mod"] else match.start("head"),
                match.end("head"),
                number.end,
                "counts.share",
                0.85,
            )
        start = self.clause(number.start)
        of = SHARE.search(self.string, start, number.start)
        if of:
            place = PLACE.match(self.string, of.start("of"), of.end("of"))
            return self.unit(place.end() if place else of.start("of"), of.end("of"), number.end, "counts.share", 0.8)
        taking = TAKING.search(self.string, start, number.start)
        if taking:
            first = self.phrase(start, taking.end("of") - 2)
            return self.unit(first, taking.end("of"), number.end, "counts.share", 0.75)
        changed = CHANGED.search(self.string, start, number.start)
        if changed:
            first = self.phrase(start, changed.start("head"))
            return self.unit(first, changed.end("head"), number.end, "counts.change", 0.8)
        return None

    def going_on(self, number: Number, previous: tuple[Number, Unit] | None) -> Unit | None:
        """从70%提高到92.5%; 新增学校3所，今年新增5所."""
        if previous is None:
            return None
        before, unit = previous
        if number.kind == "percent":
            between = self.string[before.end : number.start]
            on = (before.kind == "percent" and ON.match(between)) or GREW.match(between)
            return Unit(unit.found, number.end, unit.rule) if on else None
        near = "。" not in self.string[before.end : number.start]
        if number.word == before.word and number.kind == "classifier" and number.word not in WORDS["weak"] and near:
            return Unit(unit.found, number.end, "counts.carried")
        return None

    def bare(self, number: Number) -> Unit | None:
        """300余人参加: people, by the word itself."""
        if number.kind != "bare":
            return None
        return self.unit(number.word_start, number.word_start + len(number.word), number.end, "counts.bare", 0.85)


def is_pattern(modifier: str) -> bool:
    """Whether what stands before a noun holds the points of a programme, with more between: 三项机制推动集团."""
    return any(match.end() < len(modifier) for match in PATTERN.finditer(modifier))
