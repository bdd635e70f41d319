"""Officials and the posts that they hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.identity.entities import Entity
from pipeline.plural import plural
from pipeline.records import Category, Position
from pipeline.report import figures
from pipeline.report.gather import Gathered
from pipeline.report.parts import Cell, Cited, Figure, Row, Section, Table, cut, share

TITLES = 24
OTHER = "other titles"
LISTED = 300
CATEGORIES: tuple[Category, ...] = ("government", "school", "other")


@dataclass(slots=True)
class Post:
    """One title that one person has, and all that is said of it."""

    person: str
    title: str
    category: Category
    organisations: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The title, for comparison."""
        return self.title.casefold()


def posts(found: Gathered) -> list[list[Post]]:
    """The posts of every person, each title once."""
    return [own for entity in found.entities if entity.kind == "person" and (own := _posts(found, entity))]


def officials(found: Gathered) -> Section:
    """Posts by title and kind of office, and people of whom several documents speak."""
    people = posts(found)
    every = [post for own in people for post in own]
    if not every:
        return Section("officials", "Officials and roles", ("No document names an official with a post.",))
    text = (
        f"{plural(len(found.officials), 'record')} of officials speak of {len(people)} "
        f"{'person' if len(people) == 1 else 'people'} with {plural(len(every), 'post')}: a title that one person has "
        "counts once, in however many documents it stands.",
    )
    drawing, table = _by_title(every)
    again = [own for own in people if len({document for post in own for document in post.documents}) > 1]
    tables = [table]
    if again:
        tables.append(_in_several(again, len(people)))
    return Section("officials", "Officials and roles", text, (drawing,), tuple(tables))


def _posts(found: Gathered, entity: Entity) -> list[Post]:
    own: dict[tuple[str, Category], Post] = {}
    mentioned = dict.fromkeys(m.record for local in entity.locals for m in local.mentions)
    for record in (found.officials[each] for each in mentioned if each in found.officials):
        for position in record.positions:
            key = (position.title.value.casefold(), position.category)
            post = own.setdefault(key, Post(entity.name, position.title.value, position.category))
            _state(post, record.document, position)
    return list(own.values())


def _state(post: Post, document: str, position: Position) -> None:
    if position.organisation and position.organisation.value not in post.organisations:
        post.organisations.append(position.organisation.value)
    if document not in post.documents:
        post.documents.append(document)
        post.cited.append(Cited(document, position.title))


def _by_title(every: Sequence[Post]) -> tuple[Figure, Table]:
    often = Counter(post.key for post in every)
    chosen = [key for key, _ in sorted(often.items(), key=lambda item: (-item[1], item[0]))[:TITLES]]
    of: defaultdict[tuple[str, Category], list[Post]] = defaultdict(list)
    for post in every:
        of[post.key if post.key in chosen else OTHER, post.category].append(post)
    order = [
        (key, category)
        for key in (*chosen, *([OTHER] if len(often) > len(chosen) else []))
        for category in CATEGORIES
        if (key, category) in of
    ]
    marks, blocks, most = [], [], share(len(order), LISTED)
    for number, (key, category) in enumerate(order, 1):
        own = of[key, category]
        says = f"{key}, {category}: {plural(len(own), 'post')}"
        if key != OTHER:
            marks.append(figures.Bar(key, len(own), f"title-{number}", says, category))
        blocks.append(cut(f"title-{number}", says, [_row(post) for post in own], most))
    rest = len(often) - len(chosen)
    caption = (
        f"Posts by title and kind of office: {sum(mark.number for mark in marks)} of {len(every)} posts; the others "
        f"have {plural(rest, 'rarer title')} and stand at the end of the table."
        if rest
        else f"Posts by title and kind of office: {plural(len(every), 'post')}, all there are."
    )
    columns = ("Person", "Title", "Organisation", "Documents")
    return Figure(figures.bars(marks, "posts", caption, CATEGORIES), caption), Table(
        columns, tuple(blocks), "Posts by title"
    )


def _row(post: Post) -> Row:
    return Row(
        (
            Cell(post.person),
            Cell(post.title),
            Cell("; ".join(post.organisations)),
            Cell(str(len(post.documents))),
        ),
        tuple(post.cited[:1]),
    )


def _in_several(people: Sequence[list[Post]], of: int) -> Table:
    ranked = sorted(people, key=lambda own: (-len({d for post in own for d in post.documents}), own[0].person))
    rows = [
        Row(
            (
                Cell(own[0].person),
                Cell("; ".join(post.title for post in own)),
                Cell("; ".join(dict.fromkeys(name for post in own for name in post.organisations))),
                Cell(str(len({document for post in own for document in post.documents}))),
            ),
            tuple(cited for post in own for cited in post.cited)[:3],
        )
        for own in ranked
    ]
    heading = f"{len(people)} of {of} people are named in more than one document"
    block = cut("people", heading, rows, LISTED // 4)
    return Table(("Person", "Titles", "Organisations", "Documents"), (block,), "People in several documents")
