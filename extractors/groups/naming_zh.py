"""How one Chinese sentence names groups: in full, by a short form, by the first word of a list, within the name of a part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.groups.clauses_zh import AS_CAMPUS, GROUPS_OF, pieces_before
from extractors.groups.discourse_zh import Discourse
from extractors.mentions import DateMention, Found, GroupMention
from extractors.names.forms_zh import HEAD, STOP
from extractors.names.marked import INSTITUTION, Folded
from extractors.names.printed_zh import Chinese
from extractors.names.schools import GENERIC, Name
from extractors.text import Span, trim

CLOSED_TITLE = re.compile("[》〉]")
DISTRICT = re.compile("学区$")
SHORT_FOR = re.compile(
    r"(?:以下|下)?(?:简称|称为?(?=“)|[又也亦]称|[又曾]名|[又也]叫|统称|原名|原称|旧称|曾用名|(?<=\()原(?=[\ue000-\ue7ff])|(?<=\()即(?=“)|(?P<renamed>更名|改名|改称|改组))(?:为|作|成)?[:,]?“?(?P<short>[\u3400-\u9fff\dA-Za-z]{2,16}?|[\ue000-\ue7ff])(?=[”),。;]|$)"
)
NOT_SHORT = re.compile("集团|联盟|教育集团|学区|共同体|教共体|本集团|教联体")
GROUP_WORD = re.compile("(?:教育|办学|发展|学校)*(?:集团|联盟|共同体|联合体|教联体|教共体|学区)$")
OF_PERSON = re.compile("[校园院局组]长|书记|主任|教师|老师|学生|师生|家长|负责人|代表")
PIECE = re.compile(r"[\u3400-\u9fff]{2,8}")


class Naming:
    """The names of groups in one sentence."""

    def __init__(
        self,
        printed: Chinese,
        folded: Folded[Name],
        discourse: Discourse,
        dates: Sequence[DateMention],
        *,
        districts: bool,
    ) -> None:
        self.printed, self.folded, self.discourse, self.dates = printed, folded, discourse, dates
        self.districts = districts
        self.sentence = folded.sentence
        self.found: dict[int, GroupMention] = {}
        """The groups that the sentence names, by where they stand in the folded sentence."""
        self.others: dict[int, GroupMention] = {}
        """What it says of a group named before it, by where that stands in the text."""
        self.led: dict[int, int] = {}
        """The groups that lead another, by where they stand, with where that stands; -1 for one named before."""

    def named(self, name: Name) -> GroupMention:
        """A group where it is printed, with nothing said of it; in the title of a document it only names that."""
        start, end = name.span.start, name.span.end
        string = self.printed.string
        opened = string.rfind("《", self.sentence.start, start)
        opened = opened if opened >= 0 else string.rfind("〈", self.sentence.start, start)
        titled = opened >= 0 and not CLOSED_TITLE.search(string, opened, start)
        titled = titled and CLOSED_TITLE.search(string, end, self.sentence.end) is not None
        standing = not titled and (self.districts or not DISTRICT.search(string[start:end]))
        rule = "groups.name" if standing else "groups.name.inner"
        return GroupMention(Found(name.span, self.sentence, rule, 0.93), standing=standing)

    def shortened(self) -> Iterator[GroupMention]:
        """The groups of a list that has their common word once: '东关、西关教育集团', '组建东关小学、西关小学等5个教育集团'."""
        string = self.folded.string
        for match in GROUPS_OF.finditer(string) if "个" in string or "大" in string or "家" in string else ():
            for n in range(*match.span("schools")):
                if (
                    re.match(INSTITUTION, string[n])
                    and not depth(string, match.start("schools"), n)
                    and not self.is_named_in_full(self.folded.name(n))
                ):
                    yield GroupMention(Found(self.folded.name(n).span, self.sentence, "groups.name.listed", 0.8))
        for place in self.found:
            first = pieces_before(string, max(0, place - 40), place)
            spans = list(self.pieces(first, place)) if first < place else []
            words = [self.printed.string[span.start : span.end] for span in spans]
            if all(PIECE.fullmatch(word) and not STOP.search(word) and not OF_PERSON.search(word) for word in words):
                yield from (GroupMention(Found(span, self.sentence, "groups.name.listed", 0.75)) for span in spans)

    def is_named_in_full(self, school: Name) -> bool:
        """Whether the text names the group in full that is called after a school."""
        name = self.printed.printed(school)
        groups = (self.printed.printed(each) for each in self.printed.names if each.kind == "group")
        return any(group.startswith(name) and GROUP_WORD.fullmatch(group, len(name)) for group in groups)

    def as_campus(self) -> Iterator[GroupMention]:
        """The schools that become a part of a group that only the part's name tells."""
        if not any(name.inner for name in self.folded.inside):
            return
        for match in AS_CAMPUS.finditer(self.folded.string):
            campus = self.folded.name(match.start("campus"))
            if campus.inner:
                name = Found(campus.inner[0], self.sentence, "groups.name.inner", 0.7)
                schools = tuple(
                    Found(self.folded.name(n).span, self.sentence, "groups.prose.as_campus", 0.85)
                    for n in range(*match.span("schools"))
                    if re.match(INSTITUTION, self.folded.string[n])
                )
                yield GroupMention(name, members=schools, standing=bool(schools))

    def call(self) -> None:
        """Gives a group the short form that the text introduces behind its name: '(以下简称“东关集团”)'."""
        string = self.folded.string
        for match in SHORT_FOR.finditer(string):
            before = [place for place in self.found if place < match.start()]
            if (
                not before
                or (match.start() - before[-1] > 6 and not match["renamed"])
                or NOT_SHORT.fullmatch(match["short"])
            ):
                continue
            span = self.printed.text.span(
                self.folded.offset(match.start("short")), self.folded.offset(match.end("short") - 1) + 1
            )
            if match.start("short") in self.found:
                span = self.found[match.start("short")].name.span
            self.found.pop(match.start("short"), None)
            alias = Found(span, self.sentence, "groups.name.called", 0.9)
            mention = self.found[before[-1]]
            self.found[before[-1]] = replace(mention, aliases=(*mention.aliases, alias))

    def pieces(self, start: int, end: int) -> Iterator[Span]:
        """The pieces without a head between two places of the folded sentence."""
        string = self.folded.string
        for match in re.finditer(r"[^、]+", string[start:end]):
            first, last = self.folded.offset(start + match.start()), self.folded.offset(start + match.end())
            span = trim(self.printed.text.string, first, last)
            if span is not None and not is_kind(self.printed.string[span.start : span.end]):
                yield span


def is_kind(words: str) -> bool:
    """Whether a piece of a list is a kind of schools and no school's name.

    >>> is_kind("幼儿园"), is_kind("公办初中"), is_kind("东关")
    (True, True, False)
    """
    return HEAD.search(words, max(0, len(words) - 4)) is not None and GENERIC.fullmatch(words) is not None


def depth(string: str, start: int, place: int) -> bool:
    """Whether a place stands inside a bracket that was opened since ``start``."""
    run = string[start:place]
    return run.count("(") > run.count(")")
