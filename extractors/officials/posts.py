"""The posts and people of one sentence of English: titles with their organisations, and who stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions import Category
from extractors.names.marked import Marked
from extractors.officials.items import PLURALS, WORDS, Items
from extractors.text import Sentence, Span
from extractors.value import value

ORG = r"d?(?:[Oq]p?|p+[Oq]?)(?:sx?[Oqp]+)?(?:(?:od?(?:[Oq]|p+)|id?O)(?:sx?[Oqp]+)?)*"
POST = re.compile(
    rf"(?P<title>d?T(?:&d?T|,d?T(?=[,&]))*)"
    rf"(?P<field>[of]d?[px]+(?:&[px]+)?(?=i))?"
    rf"(?:(?:(?P<of>[oifsv])(?P<orgs>{ORG}(?:(?:(?:,|&|,&){ORG})*(?:&|,&){ORG})?)))?"
)
BEFORE = re.compile(r"(?:[OqN](?=s)|[Oq]|(?<![OqNpT])p+)s?$")
OWNING = frozenset("Oqps")
"""The last letter of BEFORE."""
AFTER_NAME = re.compile(rf"(?P<of>[oi])(?P<org>{ORG})")
AT_PLACE = re.compile(r"id?(?P<org>O),d?$")
COMMA_ORG = re.compile(r",d?(?P<org>O)(?=[.;)|]?$|[;)])")
"""In a line of a list: 'Catrin Eynon, Executive Headteacher, Dyffryn Hafod Federation'."""
FIELD = re.compile(r"d?[pqO]+(?:(?:,|&|,&|-)[pq]+)*")
TAKES_TO = frozenset(
    {
        "adviser",
        "advisor",
        "assistant",
        "secretary",
        "envoy",
        "ambassador",
        "delegate",
        "deputy",
        "counsel",
        "aide",
        "consultant",
    }
)
AS_VERB = frozenset({"chair", "head", "coach", "doctor"})
PLACES = frozenset({"county", "district", "city", "town", "township", "village", "banner", "prefecture", "provincial"})
"""In a title without an organisation: 'deputy county head'."""
ORGANISATION, HONOURED = re.compile(ORG), re.compile("Z(?=N)")
OF_SCHOOLS = re.compile(
    r"(?:education|school|schools|education\)) (?:group|alliance|consortium|federation|trust|community)\b"
)
JOINED, SMALL_WORD = re.compile(r" (?:of|for|at|in) "), re.compile("[a-z]+")
RESEARCH = re.compile(r"\b(?:institute|academy|cent(?:er|re))\b.*\b(?:research|sciences?|studies)\b")
APART = re.compile(r",d?[xpo-]{1,5},d?")
"""What may stand between a name and its post: 'Li Jun, 45, director', 'Li Jun, a mother of two, principal'."""
TELLING = frozenset(
    "said says told added who whom whose where when while he she they it we but or as with is was are were has had have will if that which not".split()
)
PARTED = re.compile(r"[\s-]")
GOVERNING = re.compile(r"(?:department|bureau|office|committee|commission|government)\b", re.IGNORECASE)
COPULAS, WHOLE, OF_SCHOOL, OF_GOVERNMENT = (WORDS[name] for name in ("copula", "whole", "school", "government"))
KINDS: dict[str, Category] = {
    **dict.fromkeys(WORDS["other_body"], "other"),
    **dict.fromkeys(WORDS["school_body"], "school"),
    **dict.fromkeys(WORDS["public_body"], "government"),
}
"""What a word in the name of a body says that it is."""
RETIRED_AS = re.compile(
    r",? (?:who [^,.;]{0,40}?|(?:is|was) (?:retiring|stepping down|appointed|named|elected)|(?:took|takes|taking) over|works|worked|returned|doubles) as (?:an? |the )?$"
)


@value
class Post:
    """A title, or several that share organisations, at items ``first`` up to and without ``last``."""

    first: int
    last: int
    titles: tuple[Span, ...]
    organisations: tuple[Span, ...]

    @property
    def of_several(self) -> bool:
        """Whether it is the post of several people: 'deputy directors of the bureau'."""
        heads = (PARTED.split(title.quote.split(" of ", 1)[0])[-1].lower() for title in self.titles)
        return not PLURALS.isdisjoint(heads)


@value
class Person:
    """A named person at one item; ``han`` says that the name has the shape of a Han name."""

    first: int
    last: int
    span: Span
    han: bool
    organisation: Span | None
    """What stands behind 'of', 'at' or 'from' right after the name: 'Principal Ji Shaobo of X School'."""


class Reading:
    """One sentence's people and posts, and what stands between them."""

    def __init__(self, marked: Marked, sentence: Sentence) -> None:
        self.items = Items(marked, sentence)
        self.sentence = sentence

    def gap(self, first: int, last: int) -> str | None:
        """What joins two events: marks, '=' for a verb like "is" or "serves as"; None when other words stand between."""
        if last - first > 8:
            return None
        kept = ""
        for n in range(first, last):
            letter = self.items.letters[n]
            if letter == "x" and self.items.word(n).lower() in COPULAS:
                kept += "" if kept.endswith("=") else "="
            elif letter in ",;&:(-)Z":
                kept += "," if letter in "(-)" else letter
            elif letter != "d":
                if APART.fullmatch(self.items.letters, first, last) and not self.is_told(first, last):
                    return ","
                retired = RETIRED_AS.fullmatch(self.between(first, last))
                return "=" if retired else None
        return kept

    def is_told(self, first: int, last: int) -> bool:
        """Whether words between two events have a verb: ', told reporters, '."""
        return any(self.items.word(n).lower() in TELLING for n in range(first, last))

    def between(self, first: int, last: int) -> str:
        """The words between two items, as printed."""
        if first == 0 or first >= last:
            return ""
        start = self.items.span(first - 1, first).end
        return self.sentence.span.text[start : self.items.span(last, last + 1).start]

    def people(self) -> Iterator[Person]:
        """The people of the sentence."""
        n = self.items.letters.find("N")
        while n >= 0:
            last, organisation = self.behind(n + 1)
            yield Person(n, last, self.items.span(n, n + 1), self.items.is_han(n), organisation)
            n = self.items.letters.find("N", n + 1)

    def behind(self, n: int) -> tuple[int, Span | None]:
        """The organisation that "of", "at" or "from" joins to a name before item n, and the item after it."""
        if self.items.letters[n : n + 1] == "x" and self.items.word(n) == "from":
            match = ORGANISATION.match(self.items.letters, n + 1)
            return (match.end(), self.organisations(match.start(), match.end())[0]) if match else (n, None)
        after = AFTER_NAME.match(self.items.letters, n)
        return (after.end(), self.organisations(after.start("org"), after.end("org"))[0]) if after else (n, None)

    def posts(self) -> Iterator[Post]:
        """The posts of the sentence."""
        for match in POST.finditer(self.items.letters):
            post = self.post(match)
            if post.organisations or post.titles[0].quote.lower() not in AS_VERB:
                yield post
        for n, person in self.professors():
            yield Post(n, n + 1, (self.items.span(n, n + 1),), (person,))

    def professors(self) -> Iterator[tuple[int, Span]]:
        """'Professor Jiao Yunpeng from the Faculty of Education': an honorific that an institution follows is a post."""
        for match in HONOURED.finditer(self.items.letters):
            _, organisation = self.behind(match.start() + 2)
            if organisation is not None and self.items.span(match.start(), match.end()).quote.lower() == "professor":
                yield match.start(), organisation

    def post(self, match: re.Match[str]) -> Post:
        """The post that one match of the grammar makes."""
        letters = self.items.letters
        first, last = match.span()
        titles = [n for n in range(match.start("title"), match.end("title")) if letters[n] == "T"]
        spans = [self.items.span(n, n + 1) for n in titles]
        organisations: list[Span] = []
        if match["field"]:
            spans[-1] = self.items.span(titles[-1], match.end("field"))
        if match["orgs"] and self.takes(match["of"], spans[-1]):
            organisations = self.organisations(match.start("orgs"), match.end("orgs"))
            if (
                match["of"] in "of"
                and not match["field"]
                and self.keeps_field(match["of"], spans[-1], organisations[0])
            ):
                last = self.field_end(match.start("orgs"))
                spans[-1], organisations = self.items.span(titles[-1], last), []
        before = BEFORE.search(letters, 0, first) if letters[first - 1 : first] in OWNING else None
        possessive = before is not None and before.group().endswith("s")
        if before and (not organisations or possessive) and letters[first] != "d":
            if organisations:
                spans[-1] = self.items.span(titles[-1], last)
            owner = self.items.span(before.start(), before.end() - possessive)
            first = before.start()
            if possessive or self.names_owner(before.group(), owner):
                organisations = [owner]
            else:
                spans[0] = self.widened(first, spans[0])
        elif before and organisations and before.group() == "O" and not self.is_proper(before.start()):
            first = before.start()
            spans[0] = self.items.span(first, titles[0] + 1)
        apart = not organisations and letters[first - 1 : first] in {",", "d"}
        at = AT_PLACE.search(letters, 0, first) if apart else None
        if at:
            organisations = [self.items.span(at.start("org"), at.end("org"))]
        behind = COMMA_ORG.match(letters, last) if not organisations else None
        if behind and self.sentence.block.kind != "paragraph" and self.is_proper(behind.start("org")):
            organisations, last = [self.items.span(*behind.span("org"))], behind.end("org")
        return Post(first, last, tuple(spans), tuple(organisations))

    def widened(self, first: int, title: Span) -> Span:
        """A title with the words before it, from item ``first`` on: 'Under' + 'Secretary for Education'."""
        return Span(title.text, self.items.span(first, first + 1).start, title.end)

    def is_proper(self, n: int) -> bool:
        """Whether the name at item n says which body it is: not 'Standing Committee'."""
        name = self.items.names.get(self.items.firsts[n])
        return name is not None and name.proper

    def names_owner(self, letters: str, owner: Span) -> bool:
        """Whether capitalised words right before a title are whose title it is, and not a part of it: not 'Communications Officer'."""
        if owner.quote.lower() in WORDS["titling"]:
            return False
        known = owner.quote.isupper() or self.items.marked.is_place_word(owner.quote.split()[0])
        return letters != "p" or known

    def takes(self, preposition: str, title: Span) -> bool:
        """Whether a title can be joined to its organisation by a preposition: only few take "to"."""
        return preposition != "v" or title.quote.split()[-1].lower() in TAKES_TO

    def keeps_field(self, preposition: str, title: Span, organisation: Span) -> bool:
        """Whether 'of …' belongs to the title: 'Mayor of Shenzhen', 'Director of Health', not 'Director of the bureau'."""
        small, body = title.quote.lower(), organisation.quote
        head = PARTED.split(small)[-1]
        if head in WHOLE or " ".join(small.split()) in WHOLE:
            return not GOVERNING.search(body)
        if category_of_words(body) is not None or head == "member":
            return False
        if preposition == "f":
            return True
        return body[0].isupper() and " " not in body and not body.isupper()

    def field_end(self, start: int) -> int:
        """Where the place or field after 'Minister of' ends: with several parts where an "and" closes them, else after the first."""
        match = FIELD.match(self.items.letters, start)
        if match is None:
            return start + 1
        run = match.group()
        return match.end() if "&" in run else start + len(re.split("[,-]", run)[0])

    def organisations(self, start: int, end: int) -> list[Span]:
        """The organisations of a post, one for each part of 'A, B and C of D'; "the" stays with a bare common noun."""
        found: list[Span] = []
        for match in ORGANISATION.finditer(self.items.letters[start:end]):
            first, last = start + match.start(), start + match.end()
            bare = self.items.letters[first + 1 : last] == "q" and " " not in self.items.span(first + 1, last).quote
            found.append(self.items.span(first + (self.items.letters[first] == "d" and not bare), last))
        return found


def category_of_words(organisation: str) -> Category | None:
    """What the words of an organisation's name say that it is; the head before 'of', else the last word that tells."""
    lowered = organisation.lower()
    if OF_SCHOOLS.search(lowered):
        return "school"
    if RESEARCH.search(lowered) and "university" not in lowered and "bureau" not in lowered:
        return "other"
    head = JOINED.split(lowered, maxsplit=1)[0]
    last = head[head.rfind(" ") + 1 :]
    if last in KINDS:
        return KINDS[last]
    for part in (head, lowered):
        for word in reversed(SMALL_WORD.findall(part)):
            if word in KINDS:
                return KINDS[word]
    return None


def category_of_title(title: str, *, alone: bool) -> Category:
    """What the words of a title say that a post is, ``alone`` where no organisation is named with it."""
    words = PARTED.split(title.lower())
    if alone and not PLACES.isdisjoint(words):
        return "government"
    governs = not OF_GOVERNMENT.isdisjoint(words)
    if (alone or not governs) and not OF_SCHOOL.isdisjoint(words):
        return "school"
    return "government" if governs else "other"
