"""What a Chinese number counts: the noun behind its classifier, or before the number, or that of the number before."""

from __future__ import annotations

import re

from extractors.counts.hanbefore import CLASSES, HEADCOUNTS, PATTERN, Before
from extractors.counts.hannumerals import WORDS, Number, alternatives
from extractors.counts.hanphrases import (
    AND_SCHOOLS,
    CHANGE,
    CLOSED,
    LINK,
    NOUNS,
    SEVERAL,
    TURN,
    VERB,
    Unit,
)
from extractors.counts.hanshares import Counted

BEHIND = re.compile(
    rf" ?(?P<mod>(?![)）])[^{CLOSED}]{{0,14}}?)(?P<head>{NOUNS}(?:[(（][^()（）、，\d]{{1,4}}[)）])?(?:[和及与][村乡镇县市区校]?{SEVERAL}(?![{CLOSED}]?\d)(?!{LINK}+\d)|{AND_SCHOOLS})?)"
)
PREDICATE = re.compile(rf" ?(?!共[享建育]|联合体)(?:{alternatives(WORDS['predicate'])})")
UNKNOWN = re.compile(rf"(?P<noun>(?!一)[一-鿿]{{2,8}}?)(?=$|[^一-鿿]|{VERB})")

OTHER = re.compile(
    rf"[和及与一二两三四五六七八九十百\d][一二两三四五六七八九十百\d]*(?:{alternatives(WORDS['classifier'] - {'类'})})|没有|成立|组建|组成|加入|签约|联合|举办"
)
"""Another number between a number and a noun, so that the noun is not the first one's."""
QUOTED = re.compile(rf"[“「][^”」\d]{{1,8}}[”」](?:{SEVERAL})?")
TELLING = re.compile(rf"(?:{alternatives(WORDS['noun'] | set('户家队团室站校编奖点体人员师生堂院岗'))})[”」]?$")
"""The end of a run in quotation marks that names things: “静澜班”, not “一样”."""
ROOMS = frozenset("室厅馆")
"""What names of places do not end in: 两间书法教室, not 三间房小学."""
PEOPLE = re.compile(rf"(?:{alternatives(WORDS['people'])})(?:{alternatives(WORDS['people'])})*$")
ABSTRACT = frozenset("份项门节场套件本张部台间条")
"""Classifiers of things: behind 三份高中 the noun is still to come."""
FURTHER = re.compile(rf"(?!{VERB})[一-鿿]{{1,3}}?(?:{SEVERAL})(?=$|[^一-鿿]|的|{VERB})")
PERSONS = ("娃", "孩子", "学生", "新生")
"""Of whom 个 counts some and 人 the next: 496个娃，比前年少了近100人."""
EACH = re.compile(rf"每(?:个|所|间|一)?(?:教学)?(?:班级?|校|园|学校|年级|小组|组|教室){LINK}*$")
"""每班40人: people of each class, and no classes."""
GIVEN_POST = re.compile(
    r"(?:为|任|担任|当选为?)(?P<post>[一-鿿]{0,8}(?:[校园院局会组委]长|书记|主任|委员|理事|顾问|成员))(?=[、，。；]|$)"
)
"""王芳等3人为集团校校长."""
IS_A = re.compile(rf"(?:是|为)(?P<noun>[^{CLOSED}的]{{0,8}}?{NOUNS})")
"""其中1名是省级学科带头人."""
HEADLINE = re.compile(r"[—-]{1,2} ?(?P<noun>[^，。；：—\d\s]{2,16})$")
"""Behind a number that opens its line: 26所——加入集团的幼儿园."""
FIGURE = re.compile(r"\W*(?:从[\d.]+%?(?:提高|上升|增加|增)?[到至]|从|近|约|超过?|逾|累计|总计)?")
OPENS_LINE = ("—", "-", " —", "到", "至")
COMPARED = re.compile(
    rf"^(?:以上|左右|以内|多)?(?:[，,]?{CHANGE}(?:不足|不到|近|约|超过?)?|[，,](?:同比|环比|[比较][^，,。]{{0,12}}?)(?:{TURN}|多|少)了?(?:近|约|超过?)?|[，,](?:如今|现在|目前|今年|去年|眼下)(?:已经|已|就)?(?:只剩|仅剩|剩下?|只有|仅有|有|{TURN})(?:了|到|至|为)?(?:不足|不到|近|约|超过?)?)$"
)
"""由37人增加到112人; 新生300人，比去年增加20人."""
NEXT = re.compile(r"^[、，,和](?=(?:[一-鿿]{2,5}|[A-Z]{2,8}) ?$)")


class Units(Before):
    """Units of one sentence of a folded text."""

    def of(self, number: Number, previous: Counted | None, like: Counted | None) -> Unit | None:
        """The unit of a number; None when nothing says what is counted.

        ``previous`` is the count before it in the block, ``like`` the last one of the sentence with its classifier.
        """
        if self.string.startswith(OPENS_LINE, number.end) and (headed := self.headed(number)):
            return headed
        if number.kind == "money" and not number.word:
            return self.unit(number.start, number.end, number.end, "counts.sum", 0.8)
        if number.kind in {"money", "measure"}:
            return self.unit(
                number.word_start, number.word_start + len(number.word), number.end, "counts.measure", 0.95
            )
        if number.kind == "percent":
            return self.part(number, previous)
        if number.word == "校" and not self.string[number.start].isdigit():
            return self.bare(number)
        if self.string[number.start - 2 : number.start] == "其中" and (kind := self.named_kind(number)):
            return kind
        behind = self.behind(number) if number.kind == "classifier" or number.word == "人" else None
        if behind == "pattern":
            return None
        if number.word in HEADCOUNTS and not isinstance(behind, Unit) and self.is_of_each(number):
            return self.bare(number)
        if number.word == "人" and not isinstance(behind, Unit) and (enrolled := self.of_classes(number, previous)):
            return enrolled
        before = self.before(number)
        if isinstance(behind, Unit):
            own = behind.found.span.quote in CLASSES or not self.string[behind.end : behind.end + 1].isdigit()
            return behind if own or not before else before
        listed = self.unknown_before(number) if is_next(self.string, number, previous) else None
        on = listed or self.going_on(number, previous)
        if not number.word:
            return before
        return before or on or self.unknown_before(number) or self.bare(number) or self.going_on(number, like)

    def named_kind(self, number: Number) -> Unit | None:
        """其中1名是省级学科带头人: what one or some of those counted before are."""
        if number.kind != "classifier":
            return None
        named = IS_A.match(self.string, number.end, self.sentence.end)
        return self.unit(*named.span("noun"), number.end, "counts.noun_behind", 0.8) if named else None

    def is_of_each(self, number: Number) -> bool:
        """每班40人."""
        if self.string.find("每", self.told, number.start) < 0:
            return False
        return EACH.search(self.string, self.clause(number.start), number.start) is not None

    def headed(self, number: Number) -> Unit | None:
        """26所——加入集团的幼儿园, 从53%到89%——覆盖率: figures that open a line, with what they are of behind a dash."""
        if number.kind == "money" or not FIGURE.fullmatch(self.string, self.sentence.start, number.start):
            return None
        find = HEADLINE.search if number.kind == "percent" else HEADLINE.match
        line = find(self.string, number.end, self.sentence.end)
        return self.unit(*line.span("noun"), number.end, "counts.headline", 0.8) if line else None

    def behind(self, number: Number) -> Unit | str | None:
        """12所小学, 三家扩容的集团; "pattern" where the noun only names points, as in 五项举措."""
        start = number.end
        if (
            number.word == "人"
            and self.string[number.start - 1] == "等"
            and (post := GIVEN_POST.match(self.string, start))
        ):
            return self.unit(*post.span("post"), number.end, "counts.noun_behind", 0.8)
        if PREDICATE.match(self.string, start, self.sentence.end):
            return None
        match = BEHIND.match(self.string, start, self.sentence.end)
        if (
            match
            and not match["mod"][:1].isdigit()
            and not is_pattern(match["mod"])
            and not OTHER.search(match["mod"])
            and not (number.naming and match["mod"] and "的" not in match["mod"] and match["head"][-1] not in ROOMS)
        ):
            if match["mod"] and PATTERN.match(self.string, match.end("head")):
                return "pattern"
            first = match.start("mod") if match["mod"] else match.start("head")
            if number.kind == "bare":
                return None
            end = self.head_end(number, match)
            return self.unit(first, end, end, "counts.noun_behind", 0.92)
        if PATTERN.match(self.string, start):
            return "pattern"
        quoted = QUOTED.match(self.string, start, self.sentence.end)
        if quoted and not TELLING.search(quoted.group()):
            return "pattern"
        if quoted and number.kind == "classifier" and number.word not in WORDS["weak"]:
            return self.unit(*quoted.span(), quoted.end(), "counts.noun_quoted", 0.8)
        other = UNKNOWN.match(self.string, start, self.sentence.end)
        if other is None or number.kind != "classifier":
            return "pattern" if match and is_pattern(match["mod"]) and number.kind == "classifier" else None
        if PATTERN.search(other["noun"]) or number.word in WORDS["weak"] or number.naming:
            return "pattern"
        return self.unit(other.start("noun"), other.end("noun"), other.end("noun"), "counts.noun_unknown", 0.7)

    def head_end(self, number: Number, match: re.Match[str]) -> int:
        """Where the counted noun ends: 三所学校校长 are three schools, 三份高中办学协议 three agreements."""
        if number.word in WORDS["institutional"]:
            people = PEOPLE.search(self.string, match.start("head"), match.end("head"))
            return people.start() if people and people.start() > match.start("head") else match.end("head")
        more = FURTHER.match(self.string, match.end("head"), self.sentence.end) if number.word in ABSTRACT else None
        return more.end() if more else match.end("head")

    def going_on(self, number: Number, previous: Counted | None) -> Unit | None:
        """新增学校3所，今年新增5所; 学生由37人增加到112人."""
        if previous is None:
            return None
        before, unit = previous
        between = self.string[before.end : number.start]
        near = "。" not in between
        if (
            number.word == "人"
            and (before.word in HEADCOUNTS or unit.found.span.quote.endswith(PERSONS))
            and unit.rule != "counts.bare"
            and COMPARED.match(between)
        ):
            return Unit(unit.found, number.end, "counts.change")
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


def is_next(string: str, number: Number, previous: Counted | None) -> bool:
    """Whether a number with its own noun goes on in a list of such: 小学7个、初中5个、学前2个."""
    if (
        previous is None
        or number.kind != "classifier"
        or previous[1].rule not in {"counts.noun_before", "counts.noun_unknown"}
    ):
        return False
    between = string[previous[1].end : number.start]
    return NEXT.match(between) is not None and previous[1].found.span.end <= previous[0].start
