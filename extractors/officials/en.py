"""Named people with the posts that English sentences give them: 'Li Jun, director of the bureau', 'Vice Mayor Li Jun'.

A run of posts belongs to the name that it runs straight into, else to the name before it. Of a run between two names
the part after its last comma goes to the name behind, the rest to the name before. Where a sentence starts with a
post and the name follows after a comma, posts go to the names after them throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.mentions import Category, Found, OfficialMention, PositionMention
from extractors.names.marked import Marked
from extractors.officials.items import PLURALS, may_name_a_person, spaced_words
from extractors.officials.posts import Person, Post, Reading, category_of_title, category_of_words
from extractors.once import once
from extractors.text import Sentence, Span

PARTY = re.compile(
    r"(?:the )?(?:(?:leading )?party (?:leadership |leading )?(?:group|committee|branch|working committee|general branch|organi[sz]ation|work committee)"
    r"|standing committee|leading group|board(?: of (?:directors|trustees|governors))?(?= of ))(?P<of> of (?:the )?)?",
    re.IGNORECASE,
)
OF_PLACE = re.compile(
    r"(?:the )?party .*\b(?:city|district|county|town|township|province|zone|area|village|street|prefecture|region)$",
    re.IGNORECASE,
)
GROUPED = re.compile(
    r"\b(?:alliance|consortium|federation|group|trust|network|school district)\b(?!.*(?:bureau|government|party))",
    re.IGNORECASE,
)
"""Posts in a group of schools are a school's; in one of hospitals they are not."""
TRADE = re.compile(
    r"\b(?:leading|party|working|expert|inspection|research|study) group\b|\bunion\b|\bcompan|teachers|students|women",
    re.IGNORECASE,
)
DIRECT = frozenset({"", ":", "="})
LINKS = frozenset({",", "&", ",&", "&=", ",=", ",&="})
POSTED = re.compile("[tTZ]")
SURE, UNSURE = 0.95, 0.85
"""How sure a name is that has the shape of a Han name, and one that has not."""
Bound = list[tuple[Post, str]]


def find(marked: Marked) -> Iterator[OfficialMention]:
    """Every named person with a stated post, in the order of the text."""
    for sentence in posted(marked):
        if may_name_a_person(marked.tags, *marked.tags.of(sentence)):
            yield from Binding(marked, sentence).officials()


def posted(marked: Marked) -> Iterator[Sentence]:
    """The sentences that may have a post; bylines and other meta lines have none."""
    string, letters = marked.string, marked.tags.letters
    phrases = [phrase for phrase in (" deputy ", "erson in charge") if phrase in string]
    for sentence, (first, last) in zip(marked.text.sentences, marked.tags.bounds, strict=True):
        if sentence.block.role == "meta":
            continue
        if (
            POSTED.search(letters, first, last)
            or (phrases and any(string.find(each, sentence.start, sentence.end) >= 0 for each in phrases))
            or (letters.count("P", first, last) > 3 and not PLURALS.isdisjoint(spaced_words(sentence)))
        ):
            yield sentence


class Binding:
    """Binds the posts of one sentence to its people, left to right; ``more`` are people that the rules did not see."""

    def __init__(self, marked: Marked, sentence: Sentence, more: Sequence[Person] = ()) -> None:
        self.reading = Reading(marked, sentence)
        self.marked, self.sentence = marked, sentence
        self.people = {person.first: person for person in (*self.reading.people(), *more)}
        self.bound: dict[int, Bound] = {}
        self.names_follow = False
        self.heading: list[list[Post]] = []
        """The post that heads a line of names: 'Directors: Li Jun, Zhou Min'."""

    @once
    def events(self) -> list[Person | Post]:
        """The people and the posts of the sentence, left to right."""
        return sorted([*self.people.values(), *self.reading.posts()], key=lambda event: event.first)

    def officials(self) -> Iterator[OfficialMention]:
        """The people of the sentence that have posts."""
        if not self.people:
            return
        n = 0
        person: Person | None = None
        while n < len(self.events):
            event = self.events[n]
            if isinstance(event, Person):
                if self.heading and self.goes_on(n):
                    self.bind(event, self.heading, "officials.before_name")
                person, n = event, n + 1
                continue
            if event.of_several:
                self.give_to_all(n, event)
                n += 1
                continue
            run = self.run(n)
            n += sum(len(part) for part in run)
            following = self.events[n] if n < len(self.events) else None
            self.give(
                run, person if self.opens(person, run) else None, following if isinstance(following, Person) else None
            )
        for first, posts in self.bound.items():
            yield self.mention(self.people[first], posts)

    def free_posts(self) -> list[Post]:
        """The posts that ``officials`` gave to nobody."""
        given = [post for posts in self.bound.values() for post, _ in posts]
        return [event for event in self.events if isinstance(event, Post) and event not in given]

    def run(self, n: int) -> list[list[Post]]:
        """The posts from event n on that only commas and "and" join, in parts that commas part."""
        first = self.events[n]
        parts = [[first]] if isinstance(first, Post) else []
        for here, following in zip(self.events[n:], self.events[n + 1 :], strict=False):
            if not isinstance(following, Post) or following.of_several:
                break
            gap = self.reading.gap(here.last, following.first)
            if gap not in LINKS:
                break
            if gap in {",", ",="}:
                parts.append([following])
            else:
                parts[-1].append(following)
        return parts

    def opens(self, person: Person | None, run: list[list[Post]]) -> bool:
        """Whether a name stands right before a run of posts."""
        return person is not None and self.reading.gap(person.last, run[0][0].first) is not None

    def goes_on(self, n: int) -> bool:
        """Whether nothing but marks joins the person at event n to what stands before it."""
        gap = self.reading.gap(self.events[n - 1].last, self.events[n].first)
        return bool(gap) and set(gap or "x") <= set(",;&")

    def leads(self, person: Person, run: list[list[Post]], gap: str | None) -> bool:
        """Whether the name before a run has its posts before it, each with its body, as the name behind the run would."""
        before = [post for post, rule in self.bound.get(person.first, []) if rule == "officials.before_name"]
        behind = self.reading.gap(person.last, run[0][0].first)
        return (
            gap in DIRECT
            and behind == ","
            and bool(before)
            and all(posts[-1].organisations for posts in (before, *run))
        )

    def give(self, run: list[list[Post]], person: Person | None, following: Person | None) -> None:
        """Gives a run of posts to the name before it, the name behind it, or to both their parts."""
        gap = self.reading.gap(run[-1][-1].last, following.first) if following else None
        gap = gap.replace("Z", "") if gap is not None else None
        if (
            person
            and following
            and ";" in (self.reading.gap(person.last, run[0][0].first) or "")
            and gap in LINKS | DIRECT
        ):
            person = None
        if following is not None and gap == ":" and run[0][0].first <= 1 and len(run) == 1:
            self.heading = run
        if following is not None and (gap in DIRECT or (gap == "," and self.names_follow)):
            mine, theirs = (run[:-1], run[-1:]) if person and not self.leads(person, run, gap) else ([], run)
            if person:
                self.bind(person, mine, "officials.after_name")
            self.bind(following, theirs, "officials.before_name")
        elif person is not None:
            self.bind(person, run, "officials.after_name")
        elif following is not None and gap in {",", "=", ",="}:
            self.names_follow = gap == ","
            self.bind(following, run, "officials.before_name")

    def give_to_all(self, n: int, post: Post) -> None:
        """Gives the post of several people to the names that a list joins right behind it or before it, two at least."""
        behind = self.listed(range(n + 1, len(self.events)))
        before = self.listed(range(n - 1, -1, -1))
        gap = self.reading.gap(post.last, behind[0].first) if len(behind) > 1 else None
        if gap in DIRECT:
            people, rule = behind, "officials.before_name"
        elif len(before) > 1 and self.reading.gap(before[0].last, post.first) == ",":
            people, rule = before, "officials.after_name"
        elif gap == ",":
            people, rule = behind, "officials.before_name"
        else:
            return
        for person in sorted(people, key=lambda person: person.first):
            self.bind(person, [[post]], rule)

    def listed(self, places: range) -> list[Person]:
        """The people from the first of the places on that only commas and "and" join."""
        found: list[Person] = []
        for n in places:
            event = self.events[n]
            if not isinstance(event, Person):
                break
            if found:
                first, last = sorted((found[-1], event), key=lambda person: person.first)
                if self.reading.gap(first.last, last.first) not in {",", "&", ",&"}:
                    break
            found.append(event)
        return found

    def bind(self, person: Person, run: list[list[Post]], rule: str) -> None:
        """Gives posts to a person."""
        for part in run:
            self.bound.setdefault(person.first, []).extend((post, rule) for post in part)

    def mention(self, person: Person, posts: Bound) -> OfficialMention:
        """One person with the positions of this sentence."""
        confidence = SURE if person.han else UNSURE
        positions: list[PositionMention] = []
        shared: tuple[Span, ...] = ()
        for post, rule in reversed(posts):
            titles, organisations = self.settled(post, posts, shared)
            if not organisations and rule == "officials.before_name" and person.organisation is not None:
                organisations = (person.organisation,)
            for title in titles:
                for organisation in organisations or (None,):
                    positions.append(self.position(title, organisation, rule, confidence))
            shared = organisations
        positions.reverse()
        return OfficialMention(Found(person.span, self.sentence, posts[0][1], confidence), tuple(positions))

    def settled(self, post: Post, posts: Bound, shared: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Titles and organisations of a post: a party body belongs to the title, and "and" shares an organisation."""
        titles, organisations = post.titles, post.organisations
        party = PARTY.match(organisations[0].quote) if organisations else None
        if party and (
            (party.end() == len(organisations[0].quote) and "working" not in party.group().lower())
            or (party["of"] and not OF_PLACE.match(organisations[0].quote))
        ):
            body = organisations[0]
            end = body.start + (party.start("of") if party["of"] else party.end())
            titles = (*titles[:-1], Span(body.text, titles[-1].start, end))
            rest = (Span(body.text, body.start + party.end(), body.end),) if party["of"] else shared
            return titles, rest
        if not organisations and shared and " of " not in titles[-1].quote and self.shares(post, posts):
            return titles, shared
        return titles, organisations

    def category(self, title: Span, organisation: Span | None) -> Category:
        """What a post is; an institution whose words tell nothing, as those of a user's lexicon, is a school."""
        if organisation is None:
            return category_of_title(title.quote, alone=True)
        body = organisation.quote
        if GROUPED.search(body) and not TRADE.search(body):
            return "school" if self.marked.is_of_schools else "other"
        if known := category_of_words(body):
            return known
        name = self.marked.name_over(organisation.start, organisation.end)
        if name is not None and name.kind == "institution":
            return "school"
        return category_of_title(title.quote, alone=False)

    def shares(self, post: Post, posts: Bound) -> bool:
        """Whether a post without an organisation has that of the post after it: 'secretary and principal of X'."""
        following = next((p for p, _ in posts if p.first >= post.last), None)
        return following is not None and self.reading.gap(post.last, following.first) in {"&", ",&"}

    def position(self, title: Span, organisation: Span | None, rule: str, confidence: float) -> PositionMention:
        """One title in one organisation."""
        return PositionMention(
            Found(title, self.sentence, rule, confidence),
            Found(organisation, self.sentence, rule, confidence) if organisation else None,
            self.category(title, organisation),
        )
