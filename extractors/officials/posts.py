"""The posts and people of one sentence of English: titles with their organisations, and who stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.names.marked import Marked
from extractors.officials.category import PARTED
from extractors.officials.fields import GOVERNING_PLACE, keeps_field, takes
from extractors.officials.items import Items
from extractors.officials.shapes import BODIES, PLURALS, THEIR, WORDS
from extractors.text import Sentence, Span
from extractors.value import value

ORG = r"d?(?:[Oq](?:p|q(?!T))?|p+[Oq]?)(?:sx?[Oqp]+(?:fp+)?)?(?:(?:od?(?:[Oq]p?|p+[Oq]?)|id?O)(?:sx?[Oqp]+)?)*"
POST = re.compile(
    rf"(?P<title>d?T(?:&d?T|,d?T(?=[,&]))*)"
    rf"(?P<field>[of]d?[px]+(?:&[px]+)?(?=i)|[of]x(?:sx|x)?(?=[,.;)N]|oO|$))?"
    rf"(?:(?:(?P<of>[oifsv])(?P<orgs>{ORG}(?:(?:(?:,|&|,&){ORG})*(?:&|,&)o?{ORG}(?!T))?)))?"
)
BEFORE = re.compile(r"(?:[OqN](?=s)|[Oq]|Op|(?<![OqNpT])p+)s?$")
OWNING = frozenset("Oqps")
"""The last letter of BEFORE."""
AFTER_NAME = re.compile(rf"(?P<of>[oi])(?P<org>{ORG})")
AT_PLACE = re.compile(r"(?:i|(?P<bracket>\())d?(?P<org>O),d?$")
"""'at Baihe School, its head'; 'Li Jun (Baihe School, head)'."""
COMMA_ORG = re.compile(r",d?(?P<org>O|p{1,5})(?=[.;)|]?$|[;),])")
"""In a line of a list: 'Catrin Eynon, Executive Headteacher, Dyffryn Hafod Federation'."""
FIELD = re.compile(r"d?[pqO]+(?:(?:,|&|,&|-)[pq]+)*")
NAMED = ("N,", "N-")
"""What stands before a title in a line that goes on with its body: 'Catrin Eynon, Head, Moor School', 'Tom Rudd – Head, Moor School'."""
PART_OF = re.compile(r"(?:College|School|Faculty|Department|Institute|Center|Centre) of ")
WHOLE_NAME = re.compile(r",d?(?P<org>O)")
OF_PARTY = re.compile(r"(?<!Communist) Party \| (?:\w+ )?(?i:secretary)$")
"""A body and a title, where 'Party' belongs to the title: 'County Party secretary', not 'Labour Party leader'."""
WHOLE_OF = re.compile(r"\b(?:University|College|Ministry|Academy|Polytechnic)\b")
"""'School of Education, Dahe University': a part and the body that it is part of."""
AS_VERB = frozenset({"chair", "head", "coach", "doctor"})
ORGANISATION, HONOURED = re.compile(ORG), re.compile("Z(?=N)")
YEARS = re.compile("[(;,]x(?:[-v]x)?[,:]")
"""'(1998-2017, principal; 2014 to now, general principal)': when a post was held."""
BRACKETED = re.compile(r"\((?:d?(?P<org>O)|[xpq](?:-?[xpq]){0,2})\)")
"""What a name may have in brackets behind it: its school, its years, or what the person is."""
ASIDE = frozenset("female male woman until since born nationality ethnicity".split())
"""'(female)', '(Hui nationality)', '(until August)'."""
CENTURIES = frozenset({"19", "20"})
APART = re.compile(r",d?[xpo-]{1,5},d?")
"""What may stand between a name and its post: 'Li Jun, 45, director', 'Li Jun, a mother of two, principal'."""
TELLING = frozenset(
    "said says told added who whom whose where when while he she they it we but or as with is was are were has had have will if that which not".split()
)
COPULAS = WORDS["copula"]
PASSED = THEIR | {"new", "newly", "current", "present", "then", "late"}
"""What may stand before a title without belonging to it."""
RETIRED_AS = re.compile(
    r",? (?:who [^,.;]{0,40}?|(?:is|was|been) [a-z]+(?:ed|ing)(?: down)?|steps down|stepped down|will (?:serve|act|work)|(?:took|takes|taking) over|works|worked|returned|retires|retired|resigned|joins|joined|started|began|doubles|(?:stays|stayed|continues|continued)(?: on)?|(?:took|takes) office) as (?:an? |the )?$"
    r"| in charge of (?:the )?[a-z]+(?: and [a-z]+)? $|(?: used| is| are|,? (?:has been|have been|had been|was|is|were|been) [a-z]+(?:ed|en|wn))? to (?:be|become|serve as|act as) (?:an? |the )?$| will (?:be|become) (?:an? |the )?$"
    r"| (?:has |have )?since (?:been (?:made|named|appointed)|become) (?:an? |the )?$|, until recently (?:the )?$|,? an? [a-z]+ $"
    r"|(?:,| \((?:he|she) (?:is|was)) (?:once|also)? ?(?:the )?$"
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
    called: Span | None = None
    """The family name that stands here for a full name told before: 'Mr. Li stays on as …'."""


class Reading:
    """One sentence's people and posts, and what stands between them."""

    def __init__(self, marked: Marked, sentence: Sentence) -> None:
        self.items = Items(marked, sentence)
        self.sentence = sentence

    def gap(self, first: int, last: int) -> str | None:
        """What joins two events: marks, '=' for a verb like "is" or "serves as"; None when other words stand between."""
        if last - first > 8:
            return None
        kept, held = "", YEARS.match(self.items.letters, first, last)
        if held is not None and self.is_year(first + 1):
            kept, first = ",", held.end()
        for n in range(first, last):
            letter = self.items.letters[n]
            if letter == "x" and self.items.word(n).lower() in COPULAS:
                kept += "" if kept.endswith("=") else "="
            elif letter in ",;&:(-)Z":
                kept += "," if letter in "(-)" else letter
            elif letter != "d" and not (letter in "xq" and self.items.word(n).lower() in PASSED):
                if APART.fullmatch(self.items.letters, first, last) and not self.is_told(first, last):
                    return ","
                retired = RETIRED_AS.fullmatch(self.between(first, last))
                return "=" if retired else None
        return kept

    def is_year(self, n: int) -> bool:
        """Whether an item is a year or a month of one: '2017.7'."""
        word = self.items.word(n)
        return len(word) > 3 and word[:2] in CENTURIES

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
        beside = BRACKETED.match(self.items.letters, n)
        if beside is not None and beside["org"] is None:
            aside = {self.items.word(n + 1).lower(), self.items.word(beside.end() - 2).lower()}
            return (beside.end() if self.is_year(n + 1) or not ASIDE.isdisjoint(aside) else n), None
        after = beside or AFTER_NAME.match(self.items.letters, n)
        return (after.end(), self.organisations(after.start("org"), after.end("org"))[0]) if after else (n, None)

    def posts(self) -> Iterator[Post]:
        """The posts of the sentence."""
        for match in POST.finditer(self.items.letters):
            post = self.post(match)
            if (
                post.organisations
                or post.titles[0].quote.lower() not in AS_VERB
                or self.items.letters.startswith(":", post.last)
                or (self.items.letters[post.first] == "d" and self.items.letters.startswith(",N", post.last))
            ):
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
        if match["orgs"] and takes(match["of"], spans[-1]):
            organisations = self.organisations(match.start("orgs"), match.end("orgs"))
            if match["of"] in "of" and not match["field"] and keeps_field(match["of"], spans[-1], organisations[0]):
                last = self.field_end(match.start("orgs"))
                spans[-1], organisations = self.items.span(titles[-1], last), []
                at_body = AFTER_NAME.match(letters, last) if letters.startswith("i", last) else None
                if at_body and self.items.word(last) == "at":
                    last, organisations = at_body.end(), self.organisations(at_body.start("org"), at_body.end("org"))
        whole = WHOLE_NAME.match(letters, last) if organisations and letters.startswith(",", last) else None
        if whole and len(organisations) == 1 and PART_OF.match(organisations[0].quote):
            body = self.items.span(whole.start("org"), whole.end())
            if WHOLE_OF.search(body.quote):
                organisations, last = [Span(body.text, organisations[0].start, body.end)], whole.end()
        before = BEFORE.search(letters, 0, first) if letters[first - 1 : first] in OWNING else None
        if before and (
            (before.group() == "Op" and self.items.word(first - 1).lower() not in BODIES)
            or (before.group() == "q" and self.items.word(first - 1) == "new")
        ):
            before = None
        possessive = before is not None and before.group().endswith("s")
        if before and (not organisations or possessive) and letters[first] != "d":
            if organisations:
                spans[-1] = self.items.span(titles[-1], last)
            owner = self.items.span(before.start(), before.end() - possessive)
            first = before.start()
            if possessive or self.names_owner(before.group(), owner, spans[0]):
                if OF_PARTY.search(f"{owner.quote} | {spans[0].quote}") and spans[0].start == owner.end + 1:
                    spans[0] = Span(owner.text, owner.end - len("Party"), spans[0].end)
                    owner = Span(owner.text, owner.start, spans[0].start - 1)
                organisations = [owner]
            elif owner.quote.lower() not in WORDS["greeting"]:
                spans[0] = self.widened(first, spans[0])
                if letters[first - 1 : first] == "s" and letters[first - 2 : first - 1] in OWNING:
                    organisations = [self.items.span(first - 2, first - 1)]  # 'the council's cabinet member'
                    first -= 2
        elif before and organisations and self.is_part(before, spans[0]):
            first = before.start()
            spans[0] = self.widened(first, spans[0])
        apart = not organisations and letters[first - 1 : first] in {",", "d"}
        at = AT_PLACE.search(letters, 0, first) if apart else None
        if at:
            organisations = [self.items.span(at.start("org"), at.end("org"))]
            first = at.start() if at["bracket"] else first
        behind = COMMA_ORG.match(letters, last) if not organisations else None
        after = letters[behind.end()] if behind and behind.end() < len(letters) else ""
        named = behind is not None and letters[first - 2 : first] in NAMED and spans[0].quote[0].isupper()
        if not named and behind and (after == "," or letters[behind.start("org")] == "p"):
            behind = None
        listed = behind and (named or self.sentence.block.kind != "paragraph" or letters.startswith(")", behind.end()))
        if behind and listed and (named or self.is_proper(behind.start("org"))):
            organisations, last = [self.items.span(*behind.span("org"))], behind.end("org")
        return Post(first, last, tuple(spans), tuple(organisations))

    def widened(self, first: int, title: Span) -> Span:
        """A title with the words before it, from item ``first`` on: 'Under' + 'Secretary for Education'."""
        return Span(title.text, self.items.span(first, first + 1).start, title.end)

    def is_proper(self, n: int) -> bool:
        """Whether the name at item n says which body it is: not 'Standing Committee'."""
        name = self.items.names.get(self.items.firsts[n])
        return name is None or name.proper

    def is_part(self, before: re.Match[str], title: Span) -> bool:
        """Whether words before a title that has its body behind it are a part of it: 'HR Director of Baihe Robotics'."""
        if before.group() == "O":
            return not self.is_proper(before.start())
        if self.items.span(before.start(), before.end()).quote.lower() in WORDS["titling"]:
            return True
        opens = before.group()[0] == "p" and self.items.letters[before.start() - 1] in ",(:;"
        return opens and not self.names_owner(before.group(), self.items.span(before.start(), before.end()), title)

    def names_owner(self, letters: str, owner: Span, title: Span) -> bool:
        """Whether capitalised words right before a title are whose title it is, and not a part of it: not 'Communications Officer'."""
        if owner.quote.lower() in WORDS["titling"] or owner.quote.endswith(" Cabinet"):
            return False
        if letters in {"p", "q"} and PARTED.split(title.quote.lower())[-1] in GOVERNING_PLACE:
            return not owner.quote[0].isupper()
        if "p" in letters and PARTED.split(title.quote.lower())[-1] in WORDS["of_field"]:
            return False
        known = owner.quote.isupper() or self.items.marked.is_place_word(owner.quote.split()[0])
        return letters != "p" or known

    def field_end(self, start: int) -> int:
        """Where the place or field after 'Minister of' ends: with several parts where an "and" closes them, else after the first."""
        match = FIELD.match(self.items.letters, start)
        if match is None:
            return start + 1
        run = match.group()
        if self.items.span(start - 2, start - 1).quote.lower().endswith(("mayor", "governor")):
            return start + len(re.split("[,&-]", run)[0])
        return match.end() if "&" in run else start + len(re.split("[,-]", run)[0])

    def organisations(self, start: int, end: int) -> list[Span]:
        """The organisations of a post, one for each part of 'A, B and C of D'; "the" stays with a bare common noun."""
        found: list[Span] = []
        for match in ORGANISATION.finditer(self.items.letters[start:end]):
            first, last = start + match.start(), start + match.end()
            bare = self.items.letters[first + 1 : last] == "q" and " " not in self.items.span(first + 1, last).quote
            span = self.items.span(first + (self.items.letters[first] == "d" and not bare), last)
            if found and self.items.letters[first] == "p" and self.items.word(first - 1) == "&":
                span = Span(span.text, found.pop().start, span.end)  # 'Chapter & Verse'
            found.append(span)
        return found
