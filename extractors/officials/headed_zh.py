"""Posts at the head of a list of names: a committee that a text sets up, '历任校长'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.mentions import Found, OfficialMention, PositionMention
from extractors.names import han
from extractors.officials.bodies_zh import category
from extractors.script import Folded
from extractors.text import Sentence

SET_UP = re.compile(
    r"(?:成立|组建|设立|建立)(?:了|由)?(?P<body>[^，,。；;、：:\s]{2,30}?(?:小组|工作组|专班|指挥部|委员会))[^，,。；;：:]{0,10}[：:]\s*$"
)
LISTED = re.compile(
    r"\s*(?:附件?\d?[：:]?\s*)?(?P<body>[^，,。；;、：:\s]{2,30}?(?:领导小组|工作专班|指挥部))(?:组成人员|成员)?(?:名单)?[：:]?\s*$"
)
"""A line that names a body of which the lines below give the posts: '成立…领导小组：', '…领导小组成员名单'."""
POST_LABEL = re.compile(r"\s*(?P<post>(?:常务|第一)?副?\s?(?:组\s*长|指挥长|主\s*任)|成\s*员|召集人|总召集人)[：:]\s*")
FORMERLY = re.compile(
    r"\s*(?:[\d.]{1,4}\s*|[一二三四五六七八九十]{1,2}、)?历[任届](?P<post>(?:党委|党总支|党支部)?(?:书记|[校园院]长|理事长|会长|主席))(?:名单|名录|一览)?(?:[（(][^（）()]{1,6}[)）])?[：:]?\s*"
)
"""A line above those who held a post, one to a line: '历任校长（部分）'."""
HEARD = ("小组", "工作组", "专班", "指挥部", "委员会", "历任", "历届")
LONGEST_LINE = 60
Place = tuple[tuple[int, int], Sentence]


class Headed:
    """The post that stands above a name or before it in a line, with the body that the text sets up above.

    A line without a post goes on with that of the line before: '副组长：李明 副县长', '　　　　王芳 教育局局长'.
    """

    def __init__(self, text: Folded) -> None:
        self.text = text
        self.is_heard = any(word in text.plain for word in HEARD)
        """Whether the text can have such a list at all."""
        self.body: Place | None = None
        self.label: Place | None = None
        self.named: han.Named | None = None
        """Who stands at the beginning of the line at hand."""

    def read(self, sentence: Sentence) -> None:
        """Takes note of a sentence in the order of the text."""
        if not self.is_heard:
            return
        plain, start, end = self.text.plain, sentence.start, sentence.end
        if self.body is not None and (label := POST_LABEL.match(plain, start, end)):
            self.label = label.span("post"), sentence
            self.named = han.name_after(plain, label.end(), certain=False)
            return
        if self.label is not None:
            opened = end - len(plain[start:end].lstrip(" \u3000\t"))
            self.named = han.name_after(plain, opened, certain=False)
            if self.named is not None and han.ENDED.match(plain, self.named.end):
                return
        self.label = self.named = None
        if end - start <= LONGEST_LINE:
            found = SET_UP.search(plain, start, end) or LISTED.match(plain, start, end)
            self.body = (found.span("body"), sentence) if found else None
            if former := FORMERLY.fullmatch(plain, start, end):
                self.label = former.span("post"), sentence

    def alone(self, sentence: Sentence) -> Iterator[OfficialMention]:
        """Who stands in a line that says of no post itself."""
        if self.named is not None and self.label is not None:
            span = self.text.span(self.named.start, self.named.end)
            value = re.sub(r"\s", "", span.quote) if re.search(r"\s", span.quote) else None
            name = Found(span, sentence, "officials.zh.headed", self.named.confidence, value=value)
            yield OfficialMention(name, (self.position(name, *self.label),))

    def placed(self, official: OfficialMention) -> OfficialMention:
        """An official of such a line with the post in the body; the line's other posts stay."""
        if self.label is None or self.named is None or official.name.span.start != self.named.start:
            return official
        given = self.position(official.name, *self.label)
        others = [each for each in official.positions if each.title.span != given.title.span]
        return replace(official, positions=(given, *others))

    def position(self, name: Found, post: tuple[int, int], line: Sentence) -> PositionMention:
        """The post of the list for one who stands in it."""
        title = replace(name, span=self.text.span(*post), sentence=line, value=None)
        words = re.sub(r"\s", "", self.text.plain[slice(*post)])
        if self.body is None:
            return PositionMention(title, None, category(words, None))
        place, sentence = self.body
        body = replace(title, span=self.text.span(*place), sentence=sentence)
        return PositionMention(title, body, category(words, self.text.plain[slice(*place)]))
