"""Whose the posts of one Chinese sentence are: a run of posts that only marks join belongs to the names right behind it.

Where none stands there it belongs to the name before it, if the run is in brackets, behind a word such as 任 or 为, or
beside the name in a line of a list or table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from extractors.mentions import Category, OfficialMention
from extractors.names import han
from extractors.officials.bodies_zh import WORDS, any_of, category_of, shares
from extractors.officials.bound_zh import OF_WHICH, Bound
from extractors.officials.founded_zh import fills, founded
from extractors.officials.posts_zh import GIVEN_TO
from extractors.officials.rosters_zh import cells_of, name_in, of_body
from extractors.officials.titles_zh import HEAD, Post
from extractors.script import Folded
from extractors.text import Sentence

LINK = re.compile(
    r"[、，,;；兼和及暨与/／\s]{1,2}|兼任|以及|并兼任|，?(?:同时)?兼(?:任)?|[、，]?并?(?:同时)?(?:担任|兼任|任)|、(?:现为|现任|曾任|时任|原任|现是)"
)
COPULA = any_of(WORDS["copula"])
BEFORE = re.compile(
    rf"(?P<courtesy>同志|先生|女士|教授|博士|老师|等\d{{1,2}}[人名位])?(?P<joint>[（(](?:兼任|兼|现任|曾任|系)?|\s?[|｜丨]\s?|\s*[，,、]?\s*(?:还|也|并|又|同时|目前|现在|曾经|一直|将)?(?P<copula>{COPULA})(?:新任|首任|现任|原|新一任|首届|第[一二三四五六七八九十]+届|[：:])?"
    r"|[：:—-]{1,2}\s?|\s+|[，,]\s?|的)$"
)
GIVEN = re.compile(r"(?:一职|职务|职位)?(?:将|均|则)?由")
TO_BE = re.compile(r"(?:则|均|分别)?(?:是|为|系|叫)(?:原|现任)?")
DONE = re.compile(r"(?:同志)?(?:兼任|担任|出任|兼)")
SERVES = re.compile(r"(?:担任|身为|作为|兼任|出任|时任|任|身兼|命为|聘为|选为|受聘|挂职|挂任)$")
AS = re.compile("(?:作为|身为)$")
COMRADE = re.compile("同志|先生|女士")
FREED = re.compile(r"(?:等)?(?:职务|一职|职|岗位)")
ALSO = re.compile(rf"(?:同志|先生|女士)?[，,]?\s?(?:并|还|也|将|同时)?(?:{COPULA})(?:新任|首任|现任|原|新一任)?")
BETWEEN = frozenset({"）、", ")、", "）　", "） ", ") "})
"""Between two people of a list behind one label: 副组长：李明（局长）、王芳（校长）."""
ASIDE = r"(?:[（(](?:女|男|[㐀-鿿]{1,5}族|[左右前后][一二三四五六七八]|中)(?:[，,、](?:女|男|[㐀-鿿]{1,5}族))?[)）])?"
"""What a list says of a person right behind the name: （女，满族）."""
ADDED = re.compile(rf"{ASIDE}(?:[（(]\s?(?:兼任|兼|现任|系)?|\s{{1,4}}|[，,]\s?(?:现任|系)?)")
VITA = re.compile(
    rf"{ASIDE}(?:[，,、\s]{{1,3}}(?:\d{{4}}(?:[—–\-](?:\d{{4}})?(?:\.\d\d)?)?[年届级]?(?:\d{{1,2}}月)?(?:生|出生|毕业)?|女|男|[㐀-鿿]{{1,5}}[族人]|作家|学者|中共党员|[博硕]士))+[，,、\s]{{1,3}}(?:后任|曾任|现任|后)?"
    rf"|{ASIDE}[，,]\s?[男女](?:[，,、][^，,。；;]{{1,14}}){{0,6}}[，,、](?:后任|曾任|现任|后)?"
)
"""Between a name that opens a line and a post: '，1954届，', '  1983—1995  后任'."""
PARTED = re.compile(r"(?:[（(][^（）()]{2,26}[)）]|因[^，,。；;]{1,10})$")
CALLED = re.compile(r"(?P<family>[㐀-鿿])(?:[校园院局处会主]长|书记|主任|老师|教授)$")
PRONOUN = re.compile(r"(?:[他她](?:也|同时|还|现在|目前|曾|此前)?)$")
LISTED = re.compile("[、兼]|兼任|[和及暨]")
"""Between the posts of one person, and between people with posts."""
ROW = frozenset({"table_row", "list_item", "line", "heading"})


class Binding(Bound):
    """Binds the posts of one sentence to its people."""

    def __init__(
        self,
        text: Folded,
        sentence: Sentence,
        before: Binding | None = None,
        *,
        whose: Category | None = None,
        head: re.Pattern[str] = HEAD,
    ) -> None:
        super().__init__(text, sentence, before, whose=whose, head=head)
        self.label: list[Post] = []
        self.clause: tuple[han.Named, ...] = ()
        self.office: tuple[int, int] | None = None
        self.given: tuple[han.Named, ...] = ()

    def officials(self) -> Iterator[OfficialMention]:
        """The people of the sentence that have posts."""
        cells = cells_of(self.plain, self.sentence)
        if len(cells) < 2 or not self.row(cells):
            self.prose()
        for named, given, rule in sorted(self.bound.values(), key=lambda bound: bound[0].start):
            yield self.mention(named, given, rule)

    def prose(self) -> None:
        """Each run of posts goes to the names behind it, else to the name before it."""
        n, floor = 0, self.start
        latest: tuple[han.Named, ...] = ()
        waiting: list[Post] = []
        names_first = self.sentence.block.kind in ROW and self.names_first()
        while n < len(self.posts):
            run = self.run(n)
            n += len(run)
            last = run[-1]
            people = (last.within,) if last.within else () if names_first else last.people
            people = people or self.named_behind(run)
            if people:
                for named in people:
                    self.give(named, run, "officials.zh.title")
                    if waiting:
                        self.give(named, waiting, "officials.zh.given")
                if people[0].start > last.end and self.plain[last.end] in ":：":
                    self.label = run
                listed = LISTED.fullmatch(self.plain, floor, run[0].start)
                self.clause = (*self.clause, *people) if listed else people
                waiting, floor, latest = [], max(last.end, people[-1].end), people
            elif GIVEN.match(self.plain, last.end) or OF_WHICH.match(self.plain, last.end):
                waiting = run
            elif latest and ALSO.fullmatch(self.plain, floor, run[0].start):
                for named in self.clause if self.clause[-1:] == latest[-1:] else latest:
                    self.give(named, self.appointed(run), "officials.zh.verb")
                floor, self.clause = last.end, ()
            elif latest and ADDED.fullmatch(self.plain, floor, run[0].start) and self.plain[floor] in self.adding:
                self.give(latest[-1], run, "officials.zh.brackets")
                floor = last.end
            elif self.given and floor == run[0].start - 1 and self.plain[floor] in "（(":
                for named in self.given:
                    self.give(named, run, "officials.zh.brackets")
                floor = last.end
            else:
                self.given = ()
                self.give_before(run, floor)
                floor, latest = last.end, ()

    @property
    def adding(self) -> str:
        """What may stand between a name and what is told of it behind: brackets, in a line also a space or comma."""
        return "（(， ,\t　" if self.sentence.block.kind in ROW else "（("

    def run(self, n: int) -> list[Post]:
        """The posts from number n on that only marks join, up to one with a name."""
        found = [self.posts[n]]
        verbal = GIVEN_TO.search(self.plain[max(self.start, found[0].start - 5) : found[0].start])
        for post in self.posts[n + 1 :]:
            last = found[-1]
            if verbal and self.plain[last.end] in "，," and self.is_named(post):
                break
            if last.people or last.within or post.within or not LINK.fullmatch(self.plain, last.end, post.start):
                break
            found.append(post)
        return found

    def is_named(self, post: Post) -> bool:
        """Whether a post or one that it is listed with has a name behind it."""
        for other in self.posts[self.posts.index(post) :]:
            if other.start > post.end and not LISTED.fullmatch(self.plain, post.end, other.start):
                return False
            if other.people:
                return True
            post = other
        return False

    def named_behind(self, run: list[Post]) -> tuple[han.Named, ...]:
        """The name behind a run and a verb: 校长是李明, 总校长由李明担任, 担任校长的李明."""
        end = run[-1].end
        for pattern in (GIVEN, TO_BE, OF_WHICH):
            if match := pattern.match(self.plain, end, self.end):
                named = han.name_after(self.plain, match.end(), certain=False)
                if named and (
                    han.ENDED.match(self.plain, named.end)
                    or (pattern is GIVEN and DONE.match(self.plain, named.end))
                    or (pattern is OF_WHICH)
                ):
                    return (named,)
        if self.plain[end : end + 1] in ("，", ",") and AS.search(
            self.plain[max(self.start, run[0].start - 2) : run[0].start]
        ):
            named = han.name_after(self.plain, end + 1, certain=False)
            return (named,) if named and named.confidence >= han.SURE else ()
        if self.plain[end : end + 1] == "的" and SERVES.search(
            self.plain[max(self.start, run[0].start - 3) : run[0].start]
        ):
            named = han.name_after(self.plain, end + 1, certain=True)
            return (named,) if named else ()
        return ()

    def give_before(self, run: list[Post], floor: int) -> None:
        """Gives a run to the name before it, if what joins them says so."""
        start = run[0].start
        if self.plain.endswith("免去其", floor, start) and FREED.match(self.plain, run[-1].end) and self.topic:
            self.give(self.topic, run, "officials.zh.subject")
            return
        if (freed := COMRADE.search(self.plain, max(floor, start - 2), start)) and FREED.match(self.plain, run[-1].end):
            named = han.name_before(self.plain, freed.start(), floor)
            if named:
                self.give(named, run, "officials.zh.freed")
            return
        if self.topic and self.is_first(self.topic) and VITA.fullmatch(self.plain, self.topic.end, start):
            self.give(self.topic, run, "officials.zh.line")
            return
        match = BEFORE.search(self.plain[max(floor, start - 16) : start])
        if match is None:
            return
        joint = match["joint"]
        place = start - len(match.group())
        title = CALLED.search(self.plain, max(self.start, place - 6), place) if match["copula"] else None
        named = self.called(title["family"]) if title else han.name_before(self.plain, place, floor)
        if named is None and self.topic and self.topic.end == place:
            named = self.topic
        if match["copula"]:
            named = named or self.named_before(place)
            if named is None and PRONOUN.search(self.plain[max(floor, place - 4) : place]):
                self.by_pronoun(run)
                return
            self.by_verb(named, run, joint, place)
        elif named is None:
            return
        elif joint[:1] in "（(" or (joint == "的" and FREED.match(self.plain, run[-1].end)):
            if self.plain[named.start - 2 : named.start] in BETWEEN:
                self.give(named, self.label, "officials.zh.title")
            self.give(named, run, "officials.zh.brackets")
        elif joint != "的" and self.is_first(named) and self.closes(run[-1].end):
            self.give(named, run, "officials.zh.line")
            self.given = (named,)

    def called(self, family: str) -> han.Named | None:
        """The one named in full before who is called by the family name and a title: 李明（李校长兼任理事长）."""
        named = [named for named, _, _ in self.bound.values() if self.plain[named.start] == family]
        return named[0] if len(named) == 1 else None

    def named_before(self, place: int) -> han.Named | None:
        """The name before a verb that brackets or a reason part from it: 李明（某校校长）为理事, 李明因退休不再担任理事."""
        between = PARTED.search(self.plain, max(self.start, place - 30), place)
        if between is None:
            return None
        told = next((named for named, _, _ in self.bound.values() if named.end == between.start()), None)
        return told or han.name_before(self.plain, between.start(), self.start)

    def by_verb(self, named: han.Named | None, run: list[Post], joint: str, place: int) -> None:
        """Gives a run behind 任, 为 or 是 to the name before the verb, or to whom the sentence is about."""
        if named:
            self.topic = named
            run = self.appointed(run)
            while named:
                self.give(named, run, "officials.zh.verb")
                listed = named.start - 1
                named = han.name_before(self.plain, listed, self.start) if self.plain[listed] in "、和" else None
        elif self.topic and (joint.strip()[:1] in "，,、" or self.is_clause(place) or self.goes_on(place)):
            self.give(self.topic, run, "officials.zh.subject")

    def appointed(self, run: list[Post]) -> list[Post]:
        """Posts behind a verb; those that name no body are of the one that the sentence sets up or named before."""
        set_up = founded(self.plain, self.start, run[0].start)
        body = set_up or self.office
        self.office = run[-1].organisation or self.office
        if body is None:
            return run
        fits = fills if set_up else shares
        told = self.plain[slice(*body)]
        return [
            replace(post, organisation=body)
            if post.organisation is None and not post.whole and fits(told, self.plain[slice(*post.title)])
            else post
            for post in run
        ]

    def by_pronoun(self, run: list[Post]) -> None:
        """Gives a run behind 他 or 她 to the one official of the sentence before: 李明是…。他还兼任…"""
        if self.before and len(self.before.bound) == 1 and not self.bound:
            ((named, _, _),) = self.before.bound.values()
            self.give(named, run, "officials.zh.pronoun")

    def row(self, cells: Sequence[tuple[int, int]]) -> bool:
        """Whether a row has one cell that is a name and its post in another; what spaces part is a row only then."""
        cells = [(start, end) for start, end in cells if start < end]
        people = [named for cell in cells if (named := name_in(self.plain, *cell))]
        if len(people) != 1:
            return False
        filled = {cell: given for cell in cells if (given := self.filling(*cell))}
        is_spaced = len(self.sentence.block.cells) < 2
        if is_spaced and (not filled or any(given[0].start > start for (start, _), given in filled.items())):
            return False
        bodies = [
            cell for cell in cells if category_of(self.plain[slice(*cell)]) and not HEAD.search(self.plain, *cell)
        ]
        for post in chain.from_iterable(filled.values()):
            organisation = of_body(self.plain, post, bodies)
            self.give(people[0], [Post(post.start, post.end, post.title, organisation)], "officials.zh.row")
        return True

    def filling(self, start: int, end: int) -> list[Post]:
        """The posts at the end of a cell, with those that are listed before them."""
        found: list[Post] = []
        for post in reversed([post for post in self.posts if start <= post.start and post.end <= end]):
            if not LINK.fullmatch(self.plain, post.end, found[-1].start) if found else post.end != end:
                break
            found.append(post)
        return found[::-1]
