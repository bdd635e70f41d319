"""The posts of one Chinese sentence and whom they are given to, as mentions."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.mentions import Category, Found, OfficialMention, PositionMention
from extractors.names import han
from extractors.officials.bodies_zh import WORDS, any_of, category
from extractors.officials.posts_zh import posts
from extractors.officials.titles_zh import Post
from extractors.once import once
from extractors.script import Folded
from extractors.text import Sentence, Span

PUBLIC_TITLE = re.compile(any_of(WORDS["territorial"]) + "|[局厅部处科]长")
BARE_COUNCIL = re.compile(
    r"(?:集团|联盟|共同体|联合体|教共体)?(?:第[一二三四五六七八九十]+届|首届|新一届)?(?:理事会|联盟|共同体|联合体|教共体|专家委员会)"
)
BARE_GROUP = re.compile("[本该]?集团(?:理事会)?")
OF_COUNCIL = re.compile(r"理\s*事(?:\s*长)?$")
OF_WHICH = re.compile(r"的(?:便|正|就)?是")
LIFE = re.compile(
    r"(?:（[^（）]{1,12}）)?[，,]\s?(?:[男女][，,]|[^，,。]{0,12}\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?出?生)"
)
"""Behind the name of one whose life a text tells: '，女，', '，1971年生'."""
WHEN = re.compile(r"(?:[\d年月日起至到今—–\-~、.，\s]|现|曾|后|先后|此前|期间|其间)*")
GOES_ON = re.compile(rf"{WHEN.pattern}(?:担任|兼任|任|历任|受聘|当选)")
NO_POST = "主持人"
"""What somebody does at an event, unless it is for a body."""


class Bound:
    """The posts of one sentence with the people whom they are given to; ``before`` is the sentence right before it.

    ``head`` is what a title ends in. ``whose``: of what a council is, or a post of one, that names nobody else.
    """

    def __init__(
        self, text: Folded, sentence: Sentence, before: Bound | None, *, whose: Category | None, head: re.Pattern[str]
    ) -> None:
        self.whose = whose
        self.text, self.plain, self.sentence = text, text.plain, sentence
        self.start, self.end = sentence.start, sentence.end
        found = posts(self.plain, self.start, self.end, head)
        self.posts = [
            post for post in found if post.organisation or not self.plain[slice(*post.title)].endswith(NO_POST)
        ]
        self.before = before if before and before.sentence.block is sentence.block else None
        self.bound: dict[int, tuple[han.Named, list[Post], str]] = {}
        self.topic = self.first_name() or self.told_before()

    def give(self, named: han.Named, run: list[Post], rule: str) -> None:
        """Posts to a person; the rule that found the first of them is the person's."""
        _, given, _ = self.bound.setdefault(named.start, (named, [], rule))
        given += [post for post in run if post not in given]

    @once
    def beside(self) -> Category | None:
        """School when the sentence names posts of a school and of no public body: 党支部书记：李明 校长：王芳."""
        kinds = {self.category(post, None) for post in self.posts if post.organisation}
        bare = {self.category(post, None) for post in self.posts if not post.organisation}
        public = any(PUBLIC_TITLE.search(self.plain, *post.title) for post in self.posts)
        return "school" if "school" in bare and "government" not in kinds and not public else None

    def mention(self, named: han.Named, given: list[Post], rule: str) -> OfficialMention:
        """A person with posts as they are printed."""
        beside = next((kind for post in given if (kind := self.category(post, None)) != "government"), self.beside)
        quote = self.plain[named.start : named.end]
        value = re.sub(r"\s", "", quote) if re.search(r"\s", quote) else None
        if self.start <= named.start:
            name = self.found((named.start, named.end), rule, named.confidence, value)
            return OfficialMention(name, tuple(self.position(post, name, beside) for post in given))
        told = self.text.span(named.start, named.end)
        sentence = self.text.sentence_at(named.start, named.end) or self.sentence
        name = Found(told, sentence, rule, named.confidence, value=value)
        basis = ((told, "who the pronoun stands for"),)
        meant = replace(name, sentence=self.sentence, value=None, basis=basis, flags=("coreference",))
        return OfficialMention(name, tuple(self.position(post, meant, beside) for post in given))

    def position(self, post: Post, like: Found, beside: Category | None) -> PositionMention:
        """One post as it is printed, as sure as ``like``."""
        organisation = replace(like, span=self.text.span(*post.organisation), value=None) if post.organisation else None
        title = replace(like, span=self.text.span(*post.title), value=None)
        return PositionMention(title, organisation, self.category(post, beside))

    def category(self, post: Post, beside: Category | None) -> Category:
        """Whose post it is."""
        organisation = self.plain[slice(*post.organisation)] if post.organisation else None
        if self.whose == "other" and organisation and BARE_GROUP.fullmatch(organisation):
            return "other"
        if self.whose == "school" and (
            BARE_COUNCIL.fullmatch(organisation) if organisation else OF_COUNCIL.search(self.plain, *post.title)
        ):
            return "school"
        return category(self.plain[slice(*post.title)], organisation, beside)

    def found(self, place: tuple[int, int], rule: str, confidence: float, value: str | None = None) -> Found:
        """A run of the sentence as a value."""
        span: Span = self.text.span(*place)
        return Found(span, self.sentence, rule, confidence, value=value)

    def is_clause(self, place: int) -> bool:
        """Whether a verb opens a clause, perhaps behind a word of time: '，后担任', '，2015年起任'."""
        clause = re.search(r"[，,；;]([^，,；;]{0,14})$", self.plain[max(self.start, place - 16) : place])
        return (
            clause is not None
            and re.fullmatch(r"(?:后|先|并|还|又|现|曾|同时|此前|如今|目前|[\d年月日起至今—-])*", clause[1]) is not None
        )

    def is_first(self, named: han.Named) -> bool:
        """Whether a name opens its line, sentence or item."""
        opened = self.plain[self.start : named.start].strip(" \t　·•●■—-*、.．:：；;()（）0123456789①②③④⑤⑥⑦⑧⑨⑩")
        return not opened or self.plain[named.start - 1] in "；;：:—"

    def closes(self, end: int) -> bool:
        """Whether a run of posts is the last thing of a line or clause."""
        return re.match(r"[）)]?\s*(?:$|[。；;，,、（()）])|\s", self.plain[end : min(end + 4, self.end)]) is not None

    def told_before(self) -> han.Named | None:
        """Whose life the sentence before tells, if this one goes on with it: '李明，男，…。2015年起任…'."""
        topic = self.before.topic if self.before else None
        if topic is None or not GOES_ON.match(self.plain, self.start, self.end):
            return None
        return topic if topic.start < self.start and LIFE.match(self.plain, topic.end) else None

    def goes_on(self, place: int) -> bool:
        """Whether a verb goes on with the life that the sentence before tells."""
        is_of_before = self.topic is not None and self.topic.start < self.start
        return is_of_before and WHEN.fullmatch(self.plain, self.start, place) is not None

    def names_first(self) -> bool:
        """Whether a line begins with a name and then says who that is."""
        return self.topic is not None and self.is_first(self.topic)

    def first_name(self) -> han.Named | None:
        """Who the sentence is about: a name with a comma, a space or a colon behind it at its start, or behind 的是."""
        opened = re.compile(r"[\s·•●■—\-*、.．()（）\d①-⑩]*").match(self.plain, self.start, self.end)
        places = [opened.end() if opened else self.start]
        places += [match.end() for match in OF_WHICH.finditer(self.plain, self.start, self.end)]
        for place in places:
            named = han.name_after(self.plain, place, certain=False)
            if named and re.match(
                r"(?:同志|女士|先生)?(?:[，,\s（(：:|｜丨]|现任|曾任|今年|生于|出生|毕业|从事)",
                self.plain[named.end : named.end + 4],
            ):
                return named
        return None
