"""Texts and what is found in them, for tests: read as a file would be, then handed to the English rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.en import English
from extractors.mentions import Mentions
from extractors.names.marked import Marked
from extractors.text import Text
from pipeline import extract
from pipeline.inputs import Input
from pipeline.read import read
from pipeline.records import GroupRecord
from pipeline.sentences import text_of

TITLE = "News of the day"


@cache
def rules() -> English:
    """The English rules with their own lexicons, loaded once."""
    return English()


def plain(string: str) -> Text:
    """A text as read from a UTF-8 file."""
    return text_of(read(Input("a.txt", string.encode(), "text/plain", "utf-8")).document)


def page(article: str) -> Text:
    """The markup of an article as read from an HTML page with a heading."""
    markup = f"<html><body><article><h1>{TITLE}</h1>{article}</article></body></html>"
    return text_of(read(Input("a.html", markup.encode(), "text/html", "utf-8")).document)


def prose(sentences: str) -> Text:
    """Sentences as the body of a text that has a title."""
    return plain(f"{TITLE}\n{sentences}")


def marked(text: Text) -> Marked:
    """A text with its tokens and names told."""
    return Marked(text, rules().table)


def mentions(text: Text) -> Mentions:
    """All that the rules find in a text."""
    return rules().mentions(text)


@dataclass(frozen=True)
class Said:
    """What a text says of one group, all its statements put together."""

    leaders: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    established: str | None = None
    rules: frozenset[str] = frozenset()


def groups(text: Text) -> dict[str, Said]:
    """What a text says of each group, by the group's name as printed."""
    found: dict[str, Said] = {}
    for mention in mentions(text).groups:
        said = found.get(mention.name.span.quote, Said())
        found[mention.name.span.quote] = Said(
            leaders=(*said.leaders, *(leader.span.quote for leader in mention.leaders)),
            members=(*said.members, *(member.span.quote for member in mention.members)),
            established=said.established or (mention.established.form.edtf if mention.established else None),
            rules=said.rules | {value.rule for value in (*mention.leaders, *mention.members)},
        )
    return found


Post = tuple[str, str | None]


def officials(text: Text) -> dict[str, set[Post]]:
    """The posts of each person, by name: (title, organisation)."""
    found: dict[str, set[Post]] = {}
    for official in mentions(text).officials:
        posts = found.setdefault(official.name.span.quote, set())
        for position in official.positions:
            organisation = position.organisation
            posts.add((position.title.span.quote, organisation.span.quote if organisation else None))
    return found


def stated(text: Text) -> dict[str, tuple[set[str], set[str]]]:
    """The leaders and the other members of each group of which a text says any, by the group's name as printed."""
    found = groups(text)
    return {
        name: (set(said.leaders), set(said.members) - set(said.leaders))
        for name, said in found.items()
        if said.leaders or said.members
    }


Told = tuple[frozenset[str], frozenset[str], str | None, frozenset[str]]


def told(
    leaders: Sequence[str] = (), members: Sequence[str] = (), established: str | None = None, also: Sequence[str] = ()
) -> Told:
    """What is to be told of a group: who leads it, who else belongs, when it was founded, what else it is called."""
    return frozenset(leaders), frozenset(members), established, frozenset(also)


def records(sentences: str) -> dict[str, Told]:
    """What the records of sentences tell of each group, by its name as printed."""
    found = (record for record in extract(f"{TITLE}\n{sentences}", "en") if isinstance(record, GroupRecord))
    return {
        record.name.text: told(
            [leader.text for leader in record.leaders],
            [member.text for member in record.members],
            record.established.value if record.established else None,
            [alias.text for alias in record.aliases],
        )
        for record in found
    }
