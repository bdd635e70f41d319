"""Named people with the posts that English sentences give them: 'Li Jun, director of the bureau', 'Vice Mayor Li Jun'.

A run of posts belongs to the name that it runs straight into, else to the name before it. Of a run between two names
the part after its last comma goes to the name behind, the rest to the name before. Where a sentence starts with a
post and the name follows after a comma, posts go to the names after them throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.mentions import Found, OfficialMention, PositionMention
from extractors.names.marked import Marked
from extractors.officials.category import category_in
from extractors.officials.familiar import Familiar
from extractors.officials.posts import Person, Post, Reading
from extractors.officials.shapes import PLURALS, may_name_a_person
from extractors.officials.sharing import Bound, governs, settled
from extractors.once import once
from extractors.text import Sentence, Span

DIRECT = frozenset({"", ":", "="})
LINKS = frozenset({",", "&", ",&", "&=", ",=", ",&="})
SUCCEEDING = frozenset({"succeeded", "succeeds", "replaced", "replaces"})
CAREER = re.compile(
    r"(?: (?:last|in|on) [\w ]{3,14})?,? after [\w-]+ (?:years|terms) as (?:an? |the |its )?$"
    r"| (?:until|since|from) [\w ]{4,22}?,? and (?:(?:is|was|has been) )?(?:now |currently |later |then )?(?:an? |the |its )?$"
)
"""'became principal of Linxi School after 11 years as head of Baihe School'."""
POSTED = re.compile("[tTZ]")
SURE, UNSURE = 0.95, 0.85
"""How sure a name is that has the shape of a Han name, and one that has not."""


def find(marked: Marked) -> Iterator[OfficialMention]:
    """Every named person with a stated post, in the order of the text."""
    familiar = Familiar()
    for sentence in posted(marked):
        first, last = marked.tags.of(sentence)
        if may_name_a_person(marked, sentence) or familiar.may_call(marked.tags.small[first:last]):
            yield from Binding(marked, sentence, familiar).officials()


def posted(marked: Marked) -> Iterator[Sentence]:
    """The sentences that may have a post; bylines and other meta lines have none."""
    letters, small, told = marked.tags.letters, marked.tags.small, phrased(marked)
    for sentence, (first, last) in zip(marked.text.sentences, marked.tags.bounds, strict=True):
        if sentence.block.role == "meta":
            continue
        if (
            POSTED.search(letters, first, last)
            or sentence.number in told
            or (letters.count("P", first, last) > 3 and not PLURALS.isdisjoint(small[first:last]))
        ):
            yield sentence


def phrased(marked: Marked) -> set[int]:
    """The numbers of the sentences with words that are a post only together: 'deputy to', 'person in charge'."""
    found: set[int] = set()
    for phrase in (" deputy ", "erson in charge"):
        place = marked.string.find(phrase)
        while place >= 0:
            sentence = marked.text.sentence_at(place)
            if sentence is not None:
                found.add(sentence.number)
            place = marked.string.find(phrase, place + 1)
    return found


class Binding:
    """Binds the posts of one sentence to its people, left to right.

    ``familiar`` are the people that sentences before it name; ``more`` are people that the rules did not see.
    """

    def __init__(self, marked: Marked, sentence: Sentence, familiar: Familiar, more: Sequence[Person] = ()) -> None:
        self.reading = Reading(marked, sentence)
        self.marked, self.sentence = marked, sentence
        self.people = {person.first: person for person in (*familiar.people(self.reading), *more)}
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
            if self.is_of_several(event):
                self.heading = []
                self.give_to_all(n, event)
                n += 1
                continue
            run = self.run(n)
            holder = self.successor(n, person) if self.opens(person, run) else None
            n += sum(len(part) for part in run)
            following = self.events[n] if n < len(self.events) else None
            self.give(run, holder, following if isinstance(following, Person) else None)
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
            if not isinstance(following, Post) or self.is_of_several(following):
                break
            gap = self.reading.gap(here.last, following.first)
            if gap not in LINKS:
                if not CAREER.fullmatch(self.reading.between(here.last, following.first)):
                    break
                gap = ","
            if gap in {",", ",="}:
                parts.append([following])
            else:
                parts[-1].append(following)
        return parts

    def is_of_several(self, post: Post) -> bool:
        """Whether a post is that of several people: most sentences have no plural of a title."""
        return bool(self.reading.items.plurals) and post.of_several

    def opens(self, person: Person | None, run: list[list[Post]]) -> bool:
        """Whether a name stands right before a run of posts."""
        return person is not None and self.reading.gap(person.last, run[0][0].first) is not None

    def successor(self, n: int, person: Person | None) -> Person | None:
        """Who gets the posts at event n: not whom another succeeds: 'Ann Bell succeeded Tom Rudd as chair of X'."""
        other = self.events[n - 2] if n > 1 else None
        if person is None or not isinstance(other, Person) or not 0 < person.first - other.last < 3:
            return person
        return other if self.reading.items.word(person.first - 1).lower() in SUCCEEDING else person

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
        behind = self.heads(n + 1) if self.reading.items.letters.startswith(":", post.last) and post.first <= 1 else []
        behind = behind or self.without_own_post(self.listed(range(n + 1, len(self.events))))
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
        bodies = post.organisations if 1 < len(people) == len(post.organisations) else ()
        for k, person in enumerate(sorted(people, key=lambda person: person.first)):
            self.bind(person, [[replace(post, organisations=bodies[k : k + 1]) if bodies else post]], rule)

    def listed(self, places: range) -> list[Person]:
        """The people from the first of the places on that only commas and "and" join."""
        found: list[Person] = []
        for n in places:
            event = self.events[n]
            if not isinstance(event, Person):
                break
            if found:
                first, last = sorted((found[-1], event), key=lambda person: person.first)
                gap = self.reading.gap(first.last, last.first)
                if gap not in {",", "&", ",&"} and not (
                    gap == "" and self.reading.items.letters[first.last - 1] == ")"
                ):
                    break
            found.append(event)
        return found

    def without_own_post(self, listed: list[Person]) -> list[Person]:
        """The list without its last name, if no "and" joins that and its own post follows: 'heads Li Jun, Zhou Min, director of X'."""
        if len(listed) < 2 or "&" in (self.reading.gap(listed[-2].last, listed[-1].first) or ""):
            return listed
        after = self.events[self.events.index(listed[-1]) + 1 :][:1]
        own = after and isinstance(after[0], Post) and self.reading.gap(listed[-1].last, after[0].first) == ","
        return listed[:-1] if own else listed

    def heads(self, n: int) -> list[Person]:
        """The people from event n on who each head a part of a line: 'Directors: Li Jun, head of A; Zhou Min, head of B'."""
        parts = [
            event
            for event in self.events[n:]
            if isinstance(event, Person)
            and self.reading.items.letters[: event.first].rstrip("Z").endswith((":", ";", "),"))
        ]
        return parts if len(parts) > 1 else []

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
            titles, organisations = settled(self.reading, post, posts, shared)
            if (
                not organisations
                and rule == "officials.before_name"
                and person.organisation is not None
                and not governs(titles[-1], person.organisation)
            ):
                organisations = (person.organisation,)
            for title in titles:
                for organisation in organisations or (None,):
                    positions.append(self.position(title, organisation, rule, confidence))
            shared = organisations
        positions.reverse()
        if len(positions) > 1:
            positions = [self.beside_school(position, positions) for position in positions]
        named = self.sentence
        if person.called is not None:
            named = self.marked.text.sentence_at(person.span.start) or named
        context = (person.called,) if person.called is not None else ()
        return OfficialMention(Found(person.span, named, posts[0][1], confidence, context=context), tuple(positions))

    def beside_school(self, position: PositionMention, positions: list[PositionMention]) -> PositionMention:
        """A post with the category of the school in which the same person is principal: 'Party secretary and principal of X'."""
        if position.category == "school":
            return position
        same = (
            other
            for other in positions
            if other.organisation is not None and position.organisation is not None and other.category == "school"
            if other.organisation.span == position.organisation.span
        )
        return position if next(same, None) is None else replace(position, category="school")

    def position(self, title: Span, organisation: Span | None, rule: str, confidence: float) -> PositionMention:
        """One title in one organisation."""
        return PositionMention(
            Found(title, self.sentence, rule, confidence),
            Found(organisation, self.sentence, rule, confidence) if organisation else None,
            category_in(self.marked, title, organisation),
        )
