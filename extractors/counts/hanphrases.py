"""Noun phrases before a Chinese number: where the clause and the phrase start, and what counts as a noun."""

from __future__ import annotations

import re

from extractors.counts.hannumerals import WORDS, alternatives
from extractors.mentions import Found
from extractors.script import Folded
from extractors.text import Sentence
from extractors.value import value

LONG = frozenset(word for word in WORDS["noun"] if len(word) > 1)
SHORT = WORDS["noun"] - LONG
VERB = alternatives(WORDS["verb"]).replace("|缺|", "|缺(?!口)|").replace("|有|", "|有(?!效|限|关)|")
SEVERAL = rf"(?:(?:[省县区旗市]|乡?镇|街道)[(（](?:[省市县区旗镇乡、]|街道|园区|开发区){{1,8}}[)）][区县]?|{alternatives(LONG).replace('|中小学|', '|(?<!其)中小学|').replace('|村小|', '|村小(?!学)|')})+"
"""Nouns one behind the other; 其中小学 is 'of these, primary schools'."""
NOUNS = rf"(?:{SEVERAL}|(?<!法)(?:{alternatives(SHORT)})(?=$|[^一-鿿]|的|[我你他她它咱]|{VERB}))"
AND_SCHOOLS = rf"(?:[、和及与](?:{alternatives(WORDS['institution'])})(?![一-鿿]{{0,2}}\d))?"
"""A further noun for schools that one number counts with the first: 58所中小学、幼儿园."""
CLOSED = r"—，。；：！？、,;:!?\s…《》“”\"|"
LINK = (
    r"(?:(?:不得|不能|应当?|须|要)(?:少于|低于|超过|多于|高于|大于)|原则上|加起来|加在一起|合起来|一般|总体上|首次|首度|再次|一举|(?:最多|最少|高峰|鼎盛)时|只剩|仅剩|剩下?|总人数|总规模|总数|人数|数量|总量|规模|数|已经|已|现在|现|目前|总共|共计|总计|合计|累计|平均|一下子|迅速|共|有|达到了?|达|为|是|计|大约|约|将近|接近|近|超过|超|逾|突破|增至|增加到|增加了?|增长到|扩大到|扩大至"
    r"|扩充到|只有|仅有|还有|尚有|仍有|仅|就|分别|各|设|多达|不足|不到|不下|不少于|不低于|不超过|至少|最多|发展到|上升到|高达|(?:20\d\d年|去年|上年|前年|年初|年底|原来|最初|此前|之前|当初|(?:刚|初)?(?:成立|组建|创办|建校|起步|托管|合并|加盟|加入|改革|改制|领办|帮扶|结对)(?:时|之?初|之?前|以前))底?的?|(?:去年|上年|前年)?同期的?|当年的?|当时的?|都|均|也|力争|确保|每(?:学?年|学期|月|周)|计划|变为|变成|改为|控制在|不满|少于|低于|高于|多于"
    r"|必须|务必|有望|合共|不多于|不高于|限额?|却|才|(?:建|招|买|添|修|设|开|装|配|办)了|变成|成|回来|(?:改造|维修|修缮|扩建|改建)|(?:眼下|当下|上一年)的?|回流|流失|外流|转入|转出|(?:压减|缩减|精简|整合|调整|合并|优化)(?:到|至|为|成)"
    r"|[:：\s(（]|(?:目前|现在|当前|如今|原来|以往|过去)的|了|从|由|将|要|比|拥有|(?:回流|回升|恢复|激增|猛增|锐减|减少|下降|降|攀升|扩容|跃升)(?:到|至|为))"
)
BOUND = re.compile(
    rf"(?P<inside>及?以[上下]|[中高初同]等|与会|参与|在[职校园籍编读岗])|\d+[分人岁](?:及?以[上下])?的?|[全我本该](?:国|省|市|区|县|州|盟|旗|镇|乡|校|园|集团)|(?:牵头|领衔|领办|托管)(?:学?校|单位|园)(?![长区])|(?:{VERB})(?![型性式])|{alternatives(WORDS['planned'])}|的|\d(?:年[度底初末]?|月[底初末份]?|日)|[^一-鿿A-Za-z]"
)
PLACE = re.compile(
    r"(?:[省市区]域内|[全我本该各](?:国|省|市|区|县|州|盟|旗|镇|乡|街道|校|园|集团)|(?![一-鿿]{0,2}(?:[牧校学社园地山城片小灾库景]区|城市|县市|城镇|乡镇))[一-鿿]{2,3}(?:省|市|区|县|州))+"
)
ASIDE = re.compile(r"[(（][^()（）]{1,30}[)）]$")
RUN = re.compile(rf"[^{CLOSED}]*$")
TAIL = re.compile(rf"(?P<noun>[一-鿿]{{2,10}}?|(?<![A-Za-z])[A-Z]{{2,8}}) ?(?:[(（][^()（）]{{1,12}}[)）])?{LINK}*$")
TURN = r"[高低多少](?=了)|上浮|下浮|上调|调高|拉高|拉升|提高|提升|上升|增长|增加|下降|降低|减少|下跌|下滑|下调|上涨|回升|回落|扩大|缩小|变成|变为|压减|缩减|精简|压缩|高出|低于|高于|升|降|增|减|涨|跌"
CHANGE = rf"(?:同比|环比|比上年|较上年|比去年|较去年|年均)?(?:{TURN})?(?:到了?|至|了|为)?"


@value
class Unit:
    """What a number counts; where the text of the count ends; by which rule."""

    found: Found
    end: int
    rule: str


class Phrases:
    """Noun phrases of one sentence of a folded text."""

    def __init__(self, text: Folded, sentence: Sentence) -> None:
        self.text, self.sentence, self.string = text, sentence, text.plain
        self.told = sentence.start
        """Where the count before ends: no noun phrase reaches across it."""

    def unit(self, start: int, end: int, until: int, rule: str, confidence: float) -> Unit:
        """A unit between two offsets; the text of the count goes until the third."""
        return Unit(Found(self.text.span(start, end), self.sentence, rule, confidence), until, rule)

    def clause(self, place: int) -> int:
        """Where the clause before a number starts; a colon right before the number is no boundary."""
        start = min(max(self.told, place - 40), place)
        head = self.string[start:place].rstrip("：: ")
        if aside := ASIDE.search(head):
            head = head[: aside.start()]
        run = RUN.search(head)
        return start + (run.start() if run else 0)

    def phrase(self, start: int, head: int) -> int:
        """Where the noun phrase with this head starts: behind the last verb, 的, or name of a place before it."""
        for match in BOUND.finditer(self.string, start, head):
            start = start if match["inside"] else match.end()
        place = PLACE.match(self.string, start, head)
        return place.end() if place else start
