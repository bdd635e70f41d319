"""What one Chinese sentence says of the groups in it, and of the group named last before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.groups.antecedent_zh import group_said, said_of_it
from extractors.groups.clauses_zh import (
    ABOUT,
    LEAD_NOTE,
    RESPECTIVE,
    RESPECTIVELY,
    Cued,
    cued,
    pieces_before,
)
from extractors.groups.founding_zh import foundings
from extractors.groups.naming_zh import GROUP_WORD, Naming, depth, is_kind
from extractors.groups.relation import Role
from extractors.groups.wording_zh import NUMBER, RUN
from extractors.mentions import DateMention, Found, GroupMention
from extractors.names.marked import GROUP as G
from extractors.names.marked import INSTITUTION
from extractors.text import Sentence, Span, trim

LED_BY_GROUP = re.compile(
    rf"(?:(?P<of>{G})”?(?:\([^()]*\))?,?|^“?(?:该|本)?(?:联盟|共同体|联合体|教共体|教联体|学区)|^它)(?:将|是|现)?由“?(?P<by>{G})”?(?:共同|负责|统一)?(?:牵头|领衔|担任牵头|主导|发起)"
)
JOINED_BY_GROUP = re.compile(
    rf"(?P<by>{G})”?[^,;{INSTITUTION[1:-1]}{G[1:-1]}]{{0,8}}(?:加入|加盟)了?“?(?P<of>{G}(?:”?[、和与及]“?{G})*)"
)
ITEM = re.compile(rf"\s*(?:\(?\d{{1,2}}[.)、]|[①-⑳])?\s*(?P<schools>{RUN.pattern})\s*[;.。]?")
"""A sentence that is a further item of a list: '②西关小学;'."""
LEADING = ("挑起", "扛起", "带动", "带领", "辐射", "着")
OWN_LEADS = re.compile(
    rf"(?P<school>{INSTITUTION})(?:将|已|正|要)?(?:一头|一肩|负责|主动)?(?:挑起|扛起|带动|带领|辐射|领着|带着|拉着)了?(?P<others>{RUN.pattern})"
    rf"(?:等?{NUMBER}(?:所|家|个)[^,;。的]{{1,8}}|(?:共同|协同|抱团|一体|一起)?(?:发展|进步|提升|成长))(?=[,;。]|$)"
)
"""What the school that a group is called after does with the others of it: '东关小学教育集团…,东关小学带动A、B两所村小'."""
OF_TWO = re.compile("前者|后者")
COUNTED_ONES = re.compile(rf"{NUMBER}(?:所|家|个|名)")
"""What is a number of schools and no piece of a name: '中职学校22所'."""


class Statement(Naming):
    """One sentence about groups, with what it says of each."""

    def mentions(self, asked: re.Match[str] | None, before: Sentence | None = None) -> Iterator[GroupMention]:
        """The groups of the sentence with what it says of them; one more for what it says of the group named last.

        ``asked`` is what the sentence before it asks, ``before`` is that sentence.
        """
        nested: list[GroupMention] = []
        for place, name in zip(self.folded.places, self.folded.inside, strict=True):
            if name.kind == "group":
                self.found[place] = self.named(name)
            elif name.inner:
                nested.append(
                    GroupMention(Found(name.inner[0], self.sentence, "groups.name.inner", 0.7), standing=False)
                )
        string = self.folded.string
        if "称" in string or "名" in string or "叫" in string or "(原" in string or "(即" in string or "改组" in string:
            self.call()
        if self.found or (self.discourse.near(self.sentence) and not self.is_bare_heading()):
            self.led_by_group(string)
            if len(self.found) > 1 and "加" in string:
                self.joined_by_group(string)
            run = None
            for run in cued(string):
                self.take(run)
            if run is None and self.discourse.listing and (item := ITEM.fullmatch(string)):
                run = Cued("members", "groups.prose.goes_on", *item.span("schools"), None)
                self.take(run)
            self.discourse.listing = string[-1] == ";" and run is not None and string[run.end :] == ";"
            if asked is not None and (run_ := RUN.match(string)) and not self.found:
                role: Role = "leaders" if asked["lead"] else "members"
                self.take(Cued(role, "groups.prose.answer", run_.start(), run_.end(), None))
            if "该" in string:
                self.of_it(string, before)
            if any(word in string for word in LEADING):
                self.of_its_own(string)
            for founding in foundings(self.folded, string, self.dates):
                self.date(founding.date, founding.places, anaphor=founding.anaphor is not None)
        yield from self.found.values()
        yield from self.others.values()
        yield from nested
        yield from self.shortened()
        yield from self.as_campus()

    def is_bare_heading(self) -> bool:
        """Whether the sentence is a heading without a word for a group: it speaks of what stands below it."""
        return self.sentence.block.kind == "heading" and not ABOUT.search(self.folded.string)

    def target(self, run: Cued) -> tuple[dict[int, GroupMention], int, GroupMention] | None:
        """Where the group stands that a run of names is said of, and what is known of it."""
        if run.group is not None and run.group in self.found:
            return self.found, run.group, self.found[run.group]
        before = [place for place in self.found if place < run.start]
        between = self.folded.string[(before[-1] + 1 if before else 0) : run.start]
        last = self.discourse.meant(self.sentence, between)
        if before and (led := self.led.get(before[-1])) is not None:
            if led in self.found:
                return self.found, led, self.found[led]
            before = []
        pair = self.discourse.pair if last is not None and not self.found else None
        if pair is not None and (meant := list(OF_TWO.finditer(self.folded.string, 0, run.start))):
            last = pair[meant[-1].group() == "后者"]
        if len(before) == 2 and (meant := list(OF_TWO.finditer(self.folded.string, before[1], run.start))):
            before = [before[meant[-1].group() == "后者"]]
        if before:
            return self.found, before[-1], self.found[before[-1]]
        if last is not None and (ABOUT.search(between) or not self.found or self.led):
            return self.others, last.name.span.start, self.others.get(last.name.span.start, GroupMention(last.name))
        after = [place for place in self.found if place > run.start]
        return (self.found, after[0], self.found[after[0]]) if after else None

    def take(self, run: Cued) -> None:
        """Gives the names of a run to the group that they are said of."""
        if "分别" in self.folded.string and self.respectively(run):
            return
        target = self.target(run)
        if target is None:
            return
        where, place, mention = target
        context = () if where is self.found else (mention.name.span,)
        leaders, members = list(mention.leaders), list(mention.members)
        for span in self.entries(run):
            if run.called_after is not None and self.names_group(span, run.called_after, mention):
                continue
            leads = run.role == "leaders" or LEAD_NOTE.match(self.printed.string, span.end) is not None
            (leaders if leads else members).append(Found(span, self.sentence, run.rule, 0.9, context=context))
        where[place] = replace(mention, leaders=tuple(leaders), members=tuple(members))

    def names_group(self, span: Span, start: int, mention: GroupMention) -> bool:
        """Whether a school behind a place of the folded sentence is the one that a group is called after."""
        if span.start < self.folded.offset(start):
            return False
        group = mention.name.span
        core = GROUP_WORD.sub("", self.printed.string[group.start : group.end])
        school = self.printed.string[span.start : span.end]
        return len(core) > 1 and (core in school or school in core)

    def respectively(self, run: Cued) -> bool:
        """Gives each of several groups the one of as many schools that leads or joins it; whether the words say so."""
        string = self.folded.string
        match = RESPECTIVE.search(string, 0, run.start) or RESPECTIVELY.match(string[run.end :])
        shift = run.end if match and match.re is RESPECTIVELY else 0
        schools = list(self.entries(run)) if match else []
        places = [
            place for place in self.found if match and match.start("groups") <= place - shift < match.end("groups")
        ]
        if not schools or len(schools) != len(places):
            return False
        for place, span in zip(places, schools, strict=True):
            school, known = Found(span, self.sentence, run.rule, 0.9), self.found[place]
            self.found[place] = (
                replace(known, leaders=(*known.leaders, school))
                if run.role == "leaders"
                else replace(known, members=(*known.members, school))
            )
        return True

    def of_it(self, string: str, before: Sentence | None) -> None:
        """Gives a group the school that "该校" means: '由该校牵头的X集团'."""
        beside = before if before is not None and before.block is self.sentence.block else None
        for role, school, at in said_of_it(self.printed, self.folded, beside):
            place = group_said(string, at)
            last = self.discourse.near(self.sentence) if place not in self.found else None
            if place in self.found:
                where, key = self.found, place
            elif last is not None:
                where, key = self.others, last.name.span.start
                where.setdefault(key, GroupMention(last.name))
            else:
                continue
            leads = role == "leaders"
            told = (*(where[key].leaders if leads else where[key].members), school)
            where[key] = replace(where[key], leaders=told) if leads else replace(where[key], members=told)

    def of_its_own(self, string: str) -> None:
        """Gives a group the school that it is called after as its leader, and those that this takes along."""
        for match in OWN_LEADS.finditer(string):
            run = Cued("members", "groups.prose.own_leads", *match.span("others"), None)
            target = self.target(run)
            school = self.folded.name(match.start("school"))
            if target is None or not target[2].name.span.quote.startswith(school.span.quote):
                continue
            where, place, mention = target
            known = {found.span.start for found in (*mention.leaders, *mention.members)}
            if school.span.start not in known:
                leader = Found(school.span, self.sentence, run.rule, 0.8, context=(mention.name.span,))
                where[place] = replace(mention, leaders=(*mention.leaders, leader))
            if not known.intersection(span.start for span in self.entries(run)):
                self.take(run)

    def led_by_group(self, string: str) -> None:
        """Gives a group that another group leads its leader: '共同体由东关小学教育集团牵头'."""
        for match in LED_BY_GROUP.finditer(string):
            by, place = match.start("by"), match.start("of")
            if by not in self.found:
                continue
            self.led[by] = place
            value = replace(self.found[by].name, rule="groups.prose.leads", confidence=0.8)
            if place in self.found:
                self.found[place] = replace(self.found[place], leaders=(*self.found[place].leaders, value))
            elif (last := self.discourse.near(self.sentence)) is not None:
                known = self.others.get(last.name.span.start, GroupMention(last.name))
                self.others[last.name.span.start] = replace(known, leaders=(*known.leaders, value))

    def joined_by_group(self, string: str) -> None:
        """Gives groups that another group joins that one as a member: 'X集团加入Y联盟、Z联盟'."""
        for match in JOINED_BY_GROUP.finditer(string):
            value = replace(self.found[match.start("by")].name, rule="groups.prose.joins", confidence=0.8)
            for place in (place for place in self.found if match.start("of") <= place < match.end("of")):
                self.found[place] = replace(self.found[place], members=(*self.found[place].members, value))

    def entries(self, run: Cued) -> Iterator[Span]:
        """The names of a run, and the pieces without a head that it begins with or has between: '东关、西关小学'."""
        string = self.folded.string
        start = run.start
        noted = string.find("(", start, run.end) >= 0
        first = pieces_before(string, max(0, start - 40), start)
        if first < start:
            yield from self.pieces(first, start)
        for match in re.finditer(r"[\ue800-\uefff]|[\u3400-\u9fff\d·]{1,10}(?=、)", string[start : run.end]):
            place = start + match.start()
            if noted and depth(string, start, place):
                continue
            if "\ue800" <= match.group()[0] <= "\uefff":
                yield self.folded.name(place).span
            else:
                span = trim(
                    self.printed.text.string, self.folded.offset(place), self.folded.offset(start + match.end())
                )
                if (
                    span is not None
                    and not COUNTED_ONES.search(span.quote)
                    and not is_kind(self.printed.string[span.start : span.end])
                ):
                    yield span

    def date(self, date: DateMention, places: tuple[int, ...], *, anaphor: bool) -> None:
        """Gives the groups that a founding speaks of its date; the first that is said stays."""
        for place in places:
            if place in self.found and self.found[place].established is None:
                self.found[place] = replace(self.found[place], established=date)
        last = self.discourse.near(self.sentence)
        if anaphor and self.found:
            first = next(iter(self.found))
            if self.found[first].established is None and len(self.found) == 1:
                self.found[first] = replace(self.found[first], established=date)
        elif anaphor and last is not None:
            known = self.others.get(last.name.span.start, GroupMention(last.name))
            if known.established is None:
                self.others[last.name.span.start] = replace(known, established=date)
