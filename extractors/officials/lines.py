"""People whose post stands on another line: a speaker above or below their titles, a head below the name of a school.

'Li Jun' with 'Director of the Dahe County Education Bureau' on the next line; 'Linxi Primary School', a line about the
school, and 'Principal: Li Jun'.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.mentions import Category, Found, OfficialMention, PositionMention
from extractors.names.marked import Marked
from extractors.officials.category import category_in, category_of_words
from extractors.officials.en import LINKS, SURE, Binding
from extractors.officials.familiar import Familiar
from extractors.officials.posts import Post, Reading
from extractors.text import Sentence, Span

NAME = re.compile(r"(?<![^|])(?:Z{0,2}P|x(?=P))(?:P|[-j]+P){0,4}(?=\|)")
"""The letters of a line that may be nothing but a name."""
PERSON = re.compile(r"Z?N")
TITLED = re.compile("[tT]")
HEADED = re.compile(r"[^\w\n]{0,3}$")
"""What may stand before a post that heads its line."""
LIST_OF = re.compile(
    r"\[?(?:[Tt]he )?(?:[Ll]ist of (?:the )?)?(?:[Cc]urrent )?(?:[Ll]eaders|[Ll]eadership) of (?:the (?=[A-Z]))?(?P<body>[^\[\]:;.\n]{3,60})\]?"
)
"""The line above a list of leaders: '[List of leaders of the bureau]'."""
LONGEST, FAR = 12, 40
"""How many lines such a list may have, and how many code points behind a title its line may go on before the colon."""
REACH = 2
"""How many lines above a post the name of its school may stand."""


def beside(marked: Marked, found: Collection[OfficialMention]) -> Iterator[OfficialMention]:
    """People whose name is a line of its own, with the posts that are the line behind it, else the one before it."""
    known = {official.name.span.start for official in found}
    sentences = marked.text.sentences
    taken: set[int] = set()
    for match in NAME.finditer(marked.tags.letters):
        start = marked.tags.starts[match.start()]
        sentence = marked.text.sentence_at(start)
        if start in known or sentence is None or not is_line(marked, sentence):
            continue
        reading, n = Reading(marked, sentence), sentence.number
        if not PERSON.fullmatch(reading.items.letters):
            continue
        for k in (n + 1, n - 1) if sentence.block.role != "meta" else (n + 1,):
            if 0 <= k < len(sentences) and k not in taken and (posts := posts_alone(marked, sentences[k])):
                taken.add(k)
                yield titled(marked, reading, sentences[k], posts)
                break


def is_line(marked: Marked, sentence: Sentence) -> bool:
    """Whether a sentence is a whole line."""
    block = marked.text.string[sentence.block.start : sentence.block.end]
    return sentence.end - sentence.start == len(block.strip()) and not sentence.block.cells


def posts_alone(marked: Marked, sentence: Sentence) -> list[Post]:
    """The posts of a line that is nothing but posts; none where it has anything else."""
    first, last = marked.tags.of(sentence)
    if sentence.block.role == "meta" or not TITLED.search(marked.tags.letters, first, last):
        return []
    reading = Reading(marked, sentence)
    posts = list(reading.posts())
    letters = reading.items.letters.rstrip(".|")
    if "N" in letters or not posts or posts[0].first > 0 or posts[-1].last < len(letters):
        return []
    gaps = (reading.gap(one.last, other.first) for one, other in pairwise(posts))
    return posts if all(gap in LINKS for gap in gaps) else []


def titled(marked: Marked, reading: Reading, line: Sentence, posts: list[Post]) -> OfficialMention:
    """A person with the posts of another line."""
    person = next(iter(reading.people()))
    binding = Binding(marked, line, Familiar())
    bound = [(post, "officials.line") for post in posts]
    said = binding.mention(person, bound)
    context = (Span(line.span.text, posts[0].titles[0].start, posts[-1].titles[-1].end),)
    return replace(said, name=Found(person.span, reading.sentence, "officials.line", SURE, context=context))


def in_schools(marked: Marked, officials: Iterable[OfficialMention]) -> Iterator[OfficialMention]:
    """Officials with the body that a line above 'Principal: Li Jun' names as the body of that post: a school, or whose leaders follow."""
    listing = "eaders of " in marked.string or "eadership of " in marked.string
    for official in officials:
        positions = tuple(placed(marked, position) for position in official.positions)
        if listing:
            positions = tuple(listed(marked, position) for position in positions)
        yield official if positions == official.positions else replace(official, positions=positions)


def listed(marked: Marked, position: PositionMention) -> PositionMention:
    """A post with the body of the list whose line it heads: 'Deputy director: Li Jun' below 'Leaders of the bureau'."""
    title, sentence = position.title.span, position.title.sentence
    colon = title.text.find(":", title.end, sentence.block.end)
    if position.organisation is not None or not 0 <= colon - title.end < FAR:
        return position
    for n in range(sentence.number - 1, max(-1, sentence.number - LONGEST), -1):
        above = marked.text.sentences[n]
        heading = LIST_OF.fullmatch(marked.string, above.start, above.end)
        if heading is not None and category_of_words(heading["body"]) is not None:
            body = marked.text.span(*heading.span("body"))
            organisation = Found(body, above, "officials.headed", position.title.confidence)
            return replace(position, organisation=organisation, category=category_in(marked, title, body))
        if ":" not in above.quote:
            break
    return position


def placed(marked: Marked, position: PositionMention) -> PositionMention:
    """A post with the school above it, if it heads its line and has no body of its own."""
    title = position.title.span
    block = position.title.sentence.block
    if (
        position.organisation is not None
        or not title.text.startswith((":", "："), title.end)
        or not HEADED.match(title.text[block.start : title.start])
    ):
        return position
    sentence, lines = position.title.sentence, {block.start}
    while sentence.number and len(lines) <= REACH:
        sentence = marked.text.sentences[sentence.number - 1]
        lines.add(sentence.block.start)
        name = marked.name_over(sentence.start, sentence.end)
        if name is not None and name.kind == "institution" and name.span.quote == sentence.quote.strip():
            category: Category = "school" if marked.is_of_schools else "other"
            organisation = Found(name.span, sentence, "officials.headed", position.title.confidence)
            return replace(position, organisation=organisation, category=category)
    return position
