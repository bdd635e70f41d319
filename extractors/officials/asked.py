"""What the model is asked: whether a name that has not the shape of a Han name is a person's, and whether capitalised
words beside a post that nobody has are a person whom the rules did not see.

A name that the model takes for something else stays as it is: measured, it was wrong each time (docs/accuracy.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.mentions import OfficialMention
from extractors.model import PERSON, Model
from extractors.names.marked import Marked
from extractors.names.people import ELSEWHERE, PINYIN
from extractors.officials.en import DIRECT, SURE, Binding, posted
from extractors.officials.posts import Person
from extractors.text import Sentence, Span

APPOSED = frozenset({"", ",", "=", ",="})
CAPITALS = re.compile("p{1,5}")
FAMILY_NAMES = PINYIN | ELSEWHERE
UNSEEN = "officials.model"


def find(marked: Marked, model: Model) -> Iterator[OfficialMention]:
    """Every named person with a stated post, in the order of the text, the model asked about those in doubt."""
    for sentence in posted(marked):
        binding = Binding(marked, sentence)
        found = list(binding.officials())
        people = list(unseen(binding, model))
        if people:
            found = list(Binding(marked, sentence, people).officials())
        by_model = {person.span for person in people}
        for official in found:
            yield named(official) if official.name.span in by_model else weighed(official, model)


def unseen(binding: Binding, model: Model) -> Iterator[Person]:
    """The people among the capitalised words beside a post that nobody has; a family name alone is none.

    'according to headmistress Dekyi', not 'Director Zhang said'.
    """
    posts = binding.free_posts()
    reading = binding.reading
    for match in CAPITALS.finditer(reading.items.letters) if posts else ():
        first, last = match.span()
        beside = any(
            (post.last <= first and reading.gap(post.last, first) in DIRECT)
            or (last <= post.first and reading.gap(last, post.first) in APPOSED)
            for post in posts
        )
        span = reading.items.span(first, last)
        if not beside or span.quote.lower() in FAMILY_NAMES:
            continue
        if is_person(span, binding.sentence, model):
            after, organisation = reading.behind(last)
            yield Person(first, after, span, False, organisation)


def weighed(official: OfficialMention, model: Model) -> OfficialMention:
    """An official with a name in doubt as sure as any other when the model takes the name for a person's."""
    if official.name.confidence >= SURE or not is_person(official.name.span, official.name.sentence, model):
        return official
    positions = tuple(
        replace(
            position,
            title=replace(position.title, confidence=SURE),
            organisation=replace(position.organisation, confidence=SURE) if position.organisation else None,
        )
        for position in official.positions
    )
    return OfficialMention(replace(official.name, confidence=SURE), positions)


def named(official: OfficialMention) -> OfficialMention:
    """An official whose name only the model saw."""
    return replace(official, name=replace(official.name, rule=UNSEEN))


def is_person(span: Span, sentence: Sentence, model: Model) -> bool:
    """Whether the model takes a span of a sentence for a person's name."""
    return model.label(sentence.quote, span.start - sentence.start, span.end - sentence.start) == PERSON
