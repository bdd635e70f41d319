"""What Chinese prose says of groups: who leads them, who belongs to them, since when.

Every sentence is read with its names folded (names.marked.Folded). "集团" or "它" is the group named last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractors.groups.clauses_zh import ABOUT
from extractors.groups.discourse_zh import Discourse
from extractors.groups.founding_zh import CEREMONY, Ceremony, batches
from extractors.groups.labels_zh import HanLabels
from extractors.groups.layouts_zh import ChineseLayouts
from extractors.groups.statement_zh import Statement
from extractors.mentions import BatchMention, DateMention, Found, GroupMention
from extractors.names.printed_zh import Chinese
from extractors.script import Folded as Script
from extractors.text import Sentence

SAYS_OF_DISTRICTS = re.compile(
    "学区[^。]{0,12}(?:牵头|龙头|核心|领衔|成员校|成员学校|学区长)|(?:牵头|龙头|核心|领衔)(?:校|学校)"
)
ASKS = re.compile("[谁哪]|什么|花落")
ASKED = re.compile(
    r"(?P<lead>龙头|牵头|核心|领衔|总校)[^,;。]{0,4}(?:是谁|是哪|是什么|花落谁家|有谁)|(?:成员|还有)[^,;。]{0,6}(?:是谁|有谁|有哪|是哪)"
)


PARALLEL = "——"
"""An item beside others, of which none goes on about the group of the one before."""
THIS_IS = re.compile("(?:这|此)(?:也|就|便|正)?(?:是|即是?|叫做?|称为)“?")
FOUNDS = re.compile("(?:成立|组建|共建|创建|创办|揭牌|挂牌|诞生|成军|签约|签署|启动|更名)")


@cache
def labels(added: frozenset[tuple[str, frozenset[str]]]) -> HanLabels:
    """The labels of Chinese lists with a user's, by list, made once."""
    return HanLabels(dict(added))


def reading(script: Script, dates: Sequence[DateMention]) -> ChineseLayouts | None:
    """A reading of the lists and tables of a text, not begun; None when the text has no word for a group."""
    if not ABOUT.search(script.plain):
        return None
    return ChineseLayouts(Chinese(script), labels(frozenset(script.added.items())), dates)


def told(layouts: ChineseLayouts) -> Iterator[GroupMention]:
    """What the lists and tables of a text say of groups, then what its prose says; one mention a statement."""
    yield from layouts.mentions()
    yield from prose(layouts.printed, layouts.dates)


def batches_of(script: Script, dates: Sequence[DateMention]) -> tuple[BatchMention, ...]:
    """The groups that a text says were founded several at once."""
    return tuple(batches(script, dates)) if dates and ABOUT.search(script.plain) else ()


def asks(string: str, sentence: Sentence) -> re.Match[str] | None:
    """What a sentence asks about a group: '龙头校是谁?'."""
    if ASKS.search(string, sentence.start, sentence.end) is None:
        return None
    return ASKED.search(string, sentence.start, sentence.end)


def named_behind(printed: Chinese, sentence: Sentence, following: Sentence) -> GroupMention | None:
    """The group that the next sentence names first as what this one tells: 'A把B接了过来。这就是“X共同体”', or after its school."""
    there = printed.names_in(following.start, following.end)
    if not there or there[0].kind != "group":
        return None
    here, name = printed.names_in(sentence.start, sentence.end), there[0]
    if not here or any(each.kind == "group" for each in here):
        return None
    words = printed.string[following.start : name.span.start].strip()
    called = [school for school in map(printed.printed, here) if school in printed.printed(name)]
    if not THIS_IS.fullmatch(words) and (words or not called):
        return None
    return GroupMention(Found(name.span, following, "groups.name", 0.93))


def prose(printed: Chinese, dates: Sequence[DateMention]) -> Iterator[GroupMention]:
    """Every statement of the text's prose about a named group; one mention for each printed name."""
    told: dict[int, list[DateMention]] = {}
    for date in dates:
        told.setdefault(date.found.sentence.number, []).append(date)
    discourse = Discourse()
    districts = SAYS_OF_DISTRICTS.search(printed.string) is not None
    before: Sentence | None = None
    ceremony = Ceremony()
    sentences = printed.text.sentences
    for sentence, following in zip(sentences, [*sentences[1:], None], strict=True):
        previous, before = before, sentence
        if sentence.block.role == "meta":
            continue
        folded = printed.folded(sentence)
        days = told.get(sentence.number, [])
        if previous is not None and not days and previous.block is sentence.block and CEREMONY.search(folded.string):
            days = [day for day in told.get(previous.number, []) if len(day.form.edtf) == 10][:1]
        days = [*days, *ceremony.days(folded.string, sentence.number, told.get(sentence.number, []))]
        if printed.string.startswith(PARALLEL, sentence.start) and (
            previous is None or previous.block is not sentence.block
        ):
            discourse.last = None
        if (
            folded.inside
            and following is not None
            and following.block is sentence.block
            and (behind := named_behind(printed, sentence, following))
        ):
            discourse.last, discourse.number = behind, sentence.number
        elif discourse.new is not None and "新" in folded.string:
            discourse.recall(folded.string, sentence.number)
        statement = Statement(printed, folded, discourse, days, districts=districts)
        asked = asks(printed.string, previous) if previous else None
        yield from statement.mentions(asked, previous)
        if statement.found:
            discourse.tell(list(statement.found.values()), founded=FOUNDS.search(folded.string) is not None)
        if statement.found or ABOUT.search(folded.string):
            discourse.number = sentence.number
