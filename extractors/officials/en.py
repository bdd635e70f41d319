"""Named people with the posts that English sentences give them: 'Li Jun, director of the bureau', 'Vice Mayor Li Jun'.

A post is a title with its organisations; it belongs to the name right after it, else to the name before it. Where a
sentence starts with a post and the names follow after commas, posts go to the names after them throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.mentions import Category, Found, OfficialMention, PositionMention
from extractors.names.lexicon import load
from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.officials.items import Items, joined
from extractors.text import Sentence, Span

WORDS = load("extractors.officials", "en")
BODIES = WORDS["public_body"] | WORDS["school_body"] | WORDS["other_body"]
ORG = r"d?(?:[Oq]p?|p+[Oq]?)(?:od?(?:[Oq]|p+))*"
POST = re.compile(
    rf"(?P<title>d?T(?:&d?T|,d?T(?=[,&]))*)"
    rf"(?P<field>od?[pqxO]+(?:&[pqxO]+)?(?=i))?"
    rf"(?:(?:(?P<of>[oifs])(?P<orgs>{ORG}(?:(?:(?:,|&|,&){ORG})*(?:&|,&){ORG})?)))?"
)
BEFORE = re.compile(r"(?:[OqN](?=s)|[Oq]|(?<![OqNpT])p+)s?$")
PARTY = re.compile(r"(?:leading )?party (?:group|committee|branch|leadership group|leading group|working committee|general branch|organi[sz]ation|work committee)$|(?:the )?standing committee$|(?:the )?leading group$", re.IGNORECASE)
CALLED = frozenset(WORDS["copula"])
FIELD = re.compile(r"d?[pqON]+(?:(?:,|&|,&|-)[pq]+)*")


@dataclass(frozen=True, slots=True)
class Post:
    """A title, or several that share organisations, at items ``first`` up to and without ``last``."""

    first: int
    last: int
    titles: tuple[Span, ...]
    organisations: tuple[Span, ...]


def find(marked: Marked) -> Iterator[OfficialMention]:
    """Every named person with a stated post, in the order of the text; bylines and other meta lines have none."""
    for sentence in marked.text.sentences:
        if sentence.block.role == "meta":
            continue
        tags = marked.tags
        letters = tags.letters[slice(*tags.of(sentence))]
        if "t" in letters or "T" in letters:
            yield from Posts(marked, sentence).officials()


class Posts:
    """One sentence's people and posts."""

    def __init__(self, marked: Marked, sentence: Sentence) -> None:
        self.items = Items(marked, sentence, BODIES)
        self.sentence = sentence

    def officials(self) -> Iterator[OfficialMention]:
        """Binds posts to people, left to right."""
        events = sorted([*self.people(), *self.posts()], key=lambda event: event.first)
        bound: dict[int, list[tuple[Post, str]]] = {}
        people: dict[int, Person] = {}
        pending: list[Post] = []
        person: Person | None = None
        position = 0
        names_follow = False
        for n, event in enumerate(events):
            gap = self.gap(position, event.first)
            if isinstance(event, Person):
                if pending and gap in {"", ",", ":", "(", "Z", ",Z", "is", ",named"}:
                    if gap.startswith(","):
                        names_follow = True
                    for post in pending:
                        bound.setdefault(event.first, []).append((post, "officials.before_name"))
                pending, person = [], event
                people[event.first] = event
            else:
                following = events[n + 1] if n + 1 < len(events) else None
                ahead = self.gap(event.last, following.first) if isinstance(following, Person) else None
                before_next = ahead in {"", "Z", ":"} or (names_follow and ahead in {",", ",Z"})
                chained = isinstance(following, Post) and self.gap(event.last, following.first) in {",", "&", ",&"} and self.leads_to_name(events, n, names_follow)
                if person is not None and gap is not None and not before_next and not chained:
                    bound.setdefault(person.first, []).append((event, "officials.after_name"))
                else:
                    if gap not in {",", "&", ",&"} or person is not None:
                        pending = []
                    pending.append(event)
                    person = None
            position = event.last
        for first, posts in bound.items():
            yield self.mention(people[first], posts)

    def leads_to_name(self, events: list[Person | Post], n: int, names_follow: bool) -> bool:
        """Whether the posts from event n on run straight into a name without a comma."""
        for here, following in zip(events[n:], events[n + 1 :], strict=False):
            gap = self.gap(here.last, following.first)
            if isinstance(following, Person):
                return gap in {"", "Z"} or (names_follow and gap == ",")
            if gap not in {",", "&", ",&"}:
                return False
        return False

    def gap(self, first: int, last: int) -> str | None:
        """What joins two events: '' or marks, a copula as nothing; None when other words stand between."""
        letters = self.items.letters[first:last]
        if len(letters) > 6:
            return None
        kept = ""
        for n in range(first, last):
            letter = self.items.letters[n]
            if letter == "x":
                if self.items.words(self.items.items[n].first, self.items.items[n].last)[0].lower() not in CALLED:
                    return None
                kept += "=" if not kept.endswith("=") else ""
            elif letter in ",&:(-)Zd":
                kept += letter
            else:
                return None
        return kept.replace("d", "").replace("=", ",").replace(",,", ",")

    def people(self) -> Iterator[Person]:
        """The people of the sentence."""
        for n, item in enumerate(self.items.items):
            if item.letter == "N":
                words = [word for word, _ in joined(self.items, item.first, item.last)]
                yield Person(n, n + 1, self.items.span(n, n + 1), han_name(words) > 0)

    def posts(self) -> Iterator[Post]:
        """The posts of the sentence."""
        letters = self.items.letters
        for match in POST.finditer(letters):
            first, last = match.start(), match.end()
            titles = [n for n in range(match.start("title"), match.end("title")) if letters[n] == "T"]
            organisations: list[Span] = []
            spans = [self.items.span(n, n + 1) for n in titles]
            if match["field"]:
                spans[-1] = self.items.span(titles[-1], match.end("field"))
            if match["orgs"]:
                organisations = self.organisations(match.start("orgs"), match.end("orgs"))
                if match["of"] == "o" and self.keeps_field(spans[-1], organisations):
                    end = self.field_end(match.start("orgs"))
                    spans[-1] = self.items.span(titles[-1], end)
                    organisations, last = [], end
            before = BEFORE.search(letters, 0, match.start())
            possessive = before is not None and before.group().endswith("s")
            if before and (not organisations or possessive) and letters[first] != "d":
                if organisations:
                    spans[-1] = self.items.span(titles[-1], last)
                organisations = [self.items.span(before.start(), before.end() - possessive)]
                first = before.start()
            yield Post(first, last, tuple(spans), tuple(organisations))

    def keeps_field(self, title: Span, organisations: list[Span]) -> bool:
        """Whether 'of …' belongs to the title: 'Mayor of Shenzhen', 'Director of Health', not 'Director of the bureau'."""
        head = re.split(r"[\s-]", title.quote.lower())[-1]
        full = " ".join(title.quote.lower().split())
        named = category_of_words(organisations[0].quote) is not None
        if head in WORDS["whole"] or full in WORDS["whole"]:
            return not re.search(r"(?:department|bureau|office|committee|commission|government)\b", organisations[0].quote, re.IGNORECASE)
        return not named and head not in {"member"} and not organisations[0].quote[0].islower() and " " not in organisations[0].quote and not organisations[0].quote.isupper()

    def field_end(self, start: int) -> int:
        """Where the place or field after 'Minister of' ends: with several parts where an "and" closes them, else after the first."""
        match = FIELD.match(self.items.letters, start)
        if match is None:
            return start + 1
        run = match.group()
        return match.end() if "&" in run else start + len(re.split("[,-]", run)[0])

    def organisations(self, start: int, end: int) -> list[Span]:
        """The organisations of a post, one for each part of 'A, B and C of D'."""
        found: list[Span] = []
        for match in re.finditer(ORG, self.items.letters[start:end]):
            first, last = start + match.start(), start + match.end()
            if self.items.letters[first] == "d" and self.items.letters[first + 1 : last] not in {"q"}:
                first += 1
            elif self.items.letters[first] == "d" and last - first == 2 and " " in self.items.span(first + 1, last).quote:
                first += 1
            found.append(self.items.span(first, last))
        return found

    def mention(self, person: Person, posts: list[tuple[Post, str]]) -> OfficialMention:
        """One person with the positions of this sentence."""
        confidence = 0.95 if person.han else 0.85
        positions: list[PositionMention] = []
        shared: tuple[Span, ...] = ()
        for post, rule in reversed(posts):
            organisations = post.organisations
            party = organisations and PARTY.fullmatch(re.sub(r"^the ", "", organisations[0].quote))
            titles = post.titles
            if party:
                titles = (*titles[:-1], Span(titles[-1].text, titles[-1].start, organisations[0].end))
                organisations = shared
            if not organisations and not post.organisations and shared and self.shares(post, posts):
                organisations = shared
            for title in titles:
                for organisation in organisations or (None,):
                    positions.append(self.position(title, organisation, rule, confidence))
            shared = organisations
        positions.reverse()
        return OfficialMention(Found(person.span, self.sentence, posts[0][1], confidence), tuple(positions))

    def shares(self, post: Post, posts: list[tuple[Post, str]]) -> bool:
        """Whether a post without an organisation has that of the post after it: 'secretary and principal of X'."""
        following = next((p for p, _ in posts if p.first >= post.last), None)
        return following is not None and self.gap(post.last, following.first) in {"&", ",&", ","}

    def position(self, title: Span, organisation: Span | None, rule: str, confidence: float) -> PositionMention:
        """One title in one organisation."""
        return PositionMention(
            Found(title, self.sentence, rule, confidence),
            Found(organisation, self.sentence, rule, confidence) if organisation else None,
            category(title.quote, organisation.quote if organisation else None),
        )


@dataclass(frozen=True, slots=True)
class Person:
    """A named person at one item; ``han`` says that the name has the shape of a Han name."""

    first: int
    last: int
    span: Span
    han: bool


def category(title: str, organisation: str | None) -> Category:
    """Whether a post is of public administration, of a school, or of something else."""
    if organisation is not None:
        known = category_of_words(organisation)
        if known is not None:
            return known
    words = re.split(r"[\s-]+", title.lower())
    if organisation is None and any(word in WORDS["school"] for word in words):
        return "school"
    if any(word in WORDS["government"] for word in words):
        return "government"
    return "school" if any(word in WORDS["school"] for word in words) else "other"


def category_of_words(organisation: str) -> Category | None:
    """What the words of an organisation's name say that it is; the head before 'of', else the last word that tells."""
    kinds: tuple[tuple[str, Category], ...] = (("public_body", "government"), ("school_body", "school"), ("other_body", "other"))
    lowered = organisation.lower()
    if re.search(r"(?:education|school|schools|education\)) (?:group|alliance|consortium|federation|trust|community)\b", lowered):
        return "school"
    head = re.split(r" (?:of|for|at|in) ", lowered)[0]
    for part in (head, lowered):
        for word in reversed(re.findall(r"[a-z]+", part)):
            for name, kind in kinds:
                if word in WORDS[name]:
                    return kind
    return None
