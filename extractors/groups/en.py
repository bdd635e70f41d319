"""What English prose says of groups: who leads them, who belongs to them, when they were founded.

Every sentence is read with its names folded (names.marked.Folded) by the relations of ``relations``. "the group" means
the group named last before it, "the former" and "the latter" the two of the last sentence that named two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.groups.back import MEANT, meant
from extractors.groups.coming import coming
from extractors.groups.discourse import Discourse, speaking
from extractors.groups.founding import batches
from extractors.groups.naming import core_span, is_short_form, own_span
from extractors.groups.statement import Statement
from extractors.groups.told import Told
from extractors.leaps import leaping
from extractors.mentions import BatchMention, DateMention, Found, GroupMention
from extractors.names.institutions import Name
from extractors.names.marked import Folded, Marked, Tidied
from extractors.text import Sentence

PLURAL = re.compile("[Vv]")
"""The letter of a plural such as "groups" among those of names.tags."""
SCHOOLS = frozenset({"institution", "part"})
"""The kinds of names that can lead a group."""
KINDS = ("roup", "lliance", "onsortium", "ommunity", "ederation", "rust", "etwork")
LOOSE = re.compile(rf" [,.;:](?: |$)|(?:{'|'.join(KINDS)})[\"”]| (?:--|——) ")
"""What a sentence has with spaces before its marks, with the name of a group in quotation marks, or with dashes of two."""
LOOSE_MARKS = (
    " , ",
    " . ",
    " ; ",
    " : ",
    " .\n",
    " -- ",
    " —— ",
    *(f"{kind}{mark}" for kind in KINDS for mark in '"”'),
)
"""One of these stands in a text that has such a sentence."""
MAY_LIST = re.compile(
    r"(?:schools|campuses|kindergartens|branches|parks|gardens|sites)(?: of | ?(?:[:(]|[–—-]{1,2})? ?)[A-Z]"
)
CEREMONY = re.compile(leaping(r"\b(?:born|unveil\w*|inaugurat\w+|formally (?:founded|established|set up|launched))\b"))
"""A founding on the day that the sentence before it names."""


def batches_of(marked: Marked, told: Mapping[int, list[DateMention]]) -> tuple[BatchMention, ...]:
    """Groups that the text founds by number before it names them; ``told`` is the dates by the number of their sentence."""
    tags, sentences = marked.tags, marked.text.sentences
    several = {n: of for n, of in told.items() if PLURAL.search(tags.letters, *tags.of(sentences[n]))}
    return tuple(batches(marked.text, several))


def find(
    marked: Marked, founding: Mapping[int, list[DateMention]], groups: Sequence[Name], listed: Sequence[GroupMention]
) -> Iterator[GroupMention]:
    """Every statement about a named group in the text's prose, in order: one mention for each printed name.

    ``groups`` are the names of named groups; ``listed`` is what lists and tables state: of the schools in it no word
    beside them has to say more.
    """
    full = {name.first for name in groups}
    discourse = Discourse({value.span.start for mention in listed for value in (*mention.leaders, *mention.members)})
    speaks = speaking(marked.text)
    telling = speaks.union(founding, map((1).__add__, founding))
    names, starts = marked.names, marked.name_starts
    loose = any(map(marked.string.__contains__, LOOSE_MARKS))
    further = coming(marked, groups)
    first = 0
    for number, sentence in enumerate(marked.text.sentences):
        last = bisect_left(starts, sentence.end, first)
        if last == first and number not in telling:
            continue
        inside, first = names[first:last], last
        if sentence.block.role == "meta":
            continue
        kinds = [name.kind for name in inside]
        named = told_of(marked, inside, full, sentence, groups) if "group" in kinds else []
        if not named and not discourse.known:
            continue
        told_on = founding.get(number) or (told_before(marked, sentence, founding) if number - 1 in founding else [])
        relates = not SCHOOLS.isdisjoint(kinds) or (bool(named) and lists_places(marked, sentence))
        if not (named or relates or told_on or number in speaks):
            continue
        kept = foldable(inside, named) if kinds.count("group") > len(named) else inside
        untidy = loose and LOOSE.search(marked.string, sentence.start, sentence.end)
        folded = (Tidied if untidy else Folded)(sentence, kept, marked.string)
        statement = Statement(marked, folded, named, discourse, told_on, speaks=number in speaks)
        if further and number in further and not named:
            statement.speaks_of_further(further[number])
        yield from statement.mentions(relates=relates)
        if named and number and not relates and MEANT.search(folded.string):
            yield from of_schools_before(marked, folded, named)
        if named or statement.speaks:
            discourse.follow(folded, [told.name for told in statement.found.values()], speaks=statement.speaks)


def of_schools_before(marked: Marked, folded: Folded[Name], named: list[Told]) -> Iterator[GroupMention]:
    """What a sentence says of the schools that the one before it names, as statements about the group that it names."""
    sentence = marked.text.sentences[folded.sentence.number - 1]
    said = meant(folded, marked.names_in(sentence.start, sentence.end))
    start = folded.name(said.group).span.start if said else -1
    told = next((told for told in named if told.name.span.start == start), None)
    if said and told:
        basis = ((folded.sentence.span, "of whom it is said"),)
        values = [
            Found(school.span, sentence, "groups.prose.back", 0.85, None, (told.name.span,), basis, ("coreference",))
            for school in said.schools
        ]
        of = Told(told.name)
        of.add(said.role, values)
        yield of.mention()


def foldable(inside: Sequence[Name], named: list[Told]) -> list[Name]:
    """The names of a sentence, those of firms that are called groups as bodies, without "Education Group" and the like, with which "the" means a group named before."""
    starts = {told.name.span.start for told in named}
    return [
        replace(name, kind="body") if name.kind == "group" and name.span.start not in starts else name
        for name in inside
        if name.proper or name.kind != "group" or name.span.start in starts
    ]


def told_before(marked: Marked, sentence: Sentence, dates: Mapping[int, list[DateMention]]) -> list[DateMention]:
    """The date that the sentence before one names, if this one may found a group on it.

    That is a day, where both stand in one block and this one speaks of a founding as of a ceremony, or a date that is all
    of a heading.
    """
    before = marked.text.sentences[sentence.number - 1]
    if before.block is not sentence.block:
        return [date for date in dates[before.number] if date.found.span == before.span]
    goes_on = before.block is sentence.block and CEREMONY.search(marked.string, sentence.start, sentence.end)
    return [date for date in dates[before.number] if is_day(date)][:1] if goes_on else []


def is_day(date: DateMention) -> bool:
    """Whether a date is a single day, as that of a ceremony is."""
    return re.fullmatch(r"[\dX]{4}-\d\d-\d\d", date.form.edtf) is not None


def told_of(
    marked: Marked, names: Sequence[Name], full: set[int], sentence: Sentence, groups: Sequence[Name]
) -> list[Told]:
    """The groups among some names of a sentence, with nothing said of them; ``full`` is where full names start, in tokens.

    ``groups`` are the full names: a short form has a word of one of them, or is called so somewhere.
    """
    told: list[Told] = []
    for name in names:
        if name.first in full:
            core = core_span(marked, name)
            placed = core is not None and marked.string.startswith(" in ", core.end)
            rule = "groups.name.called" if placed else "groups.name.core"  # the name without where it is means the same
            aliases = [] if core is None else [Found(core, sentence, rule, 0.8)]
            told.append(Told(Found(own_span(marked, name), sentence, "groups.name", 0.93), aliases))
        elif is_short_form(marked, name) and (is_part_of(marked, name, groups) or is_called(marked, name)):
            told.append(Told(Found(name.span, sentence, "groups.name.short", 0.8)))
    return told


def is_part_of(marked: Marked, name: Name, groups: Sequence[Name]) -> bool:
    """Whether a name before its head has a word of one of some names."""
    words = set(marked.tags.words[name.first : name.head])
    return any(not words.isdisjoint(marked.tags.words[group.first : group.head]) for group in groups)


def lists_places(marked: Marked, sentence: Sentence) -> bool:
    """Whether schools may follow that go by places alone: 'three campuses: Donghu, Xihu and Nanhu'."""
    return MAY_LIST.search(marked.string, sentence.start, sentence.end) is not None


def is_called(marked: Marked, name: Name) -> bool:
    """Whether the text says somewhere that a group is called so: '(Yulian Group)', 'known as Yulian Group'."""
    return (
        re.search(
            rf"(?:[(\"“[]|\b(?:as|called|named|or|short|aka|dubbed|nicknamed|call|name is) |short: )(?:the )?{re.escape(name.span.quote)}",
            marked.string,
        )
        is not None
    )


def dates_by_sentence(dates: list[DateMention]) -> dict[int, list[DateMention]]:
    """The dates of each sentence, by its number."""
    found: dict[int, list[DateMention]] = {}
    for date in dates:
        found.setdefault(date.found.sentence.number, []).append(date)
    return found
