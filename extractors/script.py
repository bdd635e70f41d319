"""One Chinese text as its rules see it: simplified characters, plain digits and letters, every offset as in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.exchange import exchanging
from extractors.names.lexicon import load
from extractors.text import Sentence, Span, Text

WIDE = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05)
}
"""Full-width digits, letters and the percent sign to plain ones; other marks stay, for 。，：； and （） are what Chinese is
written with."""
FORMS = load("extractors", "script")
SIMPLE = {ord(pair[0]): ord(pair[1]) for pair in FORMS["traditional"] | FORMS["united"]}
TRADITIONAL = re.compile(f"[{''.join(pair[0] for pair in FORMS['traditional'])}]")
SPACES = {code: ord(" ") for code in (0x3000, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F)}
READ = {
    **SIMPLE,
    **WIDE,
    **SPACES,
    ord("於"): ord("于"),
    ord("○"): ord("〇"),
    ord("Ｏ"): ord("〇"),
    ord("﹪"): ord("%"),
}
"""What rules read for what is printed, code point for code point."""
WIDE_MARKS = dict(zip(",;:?!()", "，；：？！（）", strict=True))
HALF_WIDTH = re.compile("[,;:?!()](?:(?=[㐀-鿿“”《》])|(?<=[㐀-鿿%“”《》].))")
"""A mark of a Chinese clause: one that stands beside a Chinese character, a quotation mark or a percent sign."""
as_read, as_simple = exchanging(READ), exchanging(SIMPLE)


def folded(string: str) -> str:
    """The string in simplified characters, plain digits, letters and spaces, a character for a character.

    >>> folded("２０２３年於臺灣設立Ａ校")
    '2023年于台湾设立A校'
    """
    return string if string.isascii() else as_read(string)


def simplified(string: str) -> str:
    """The string in simplified characters, for a value; what simplified names have too stays as it is.

    >>> simplified("樂善教育集團"), simplified("於红")
    ('乐善教育集团', '於红')
    """
    return string if string.isascii() else as_simple(string)


def is_traditional(string: str) -> bool:
    """Whether a string has a traditional character.

    >>> is_traditional("樂善教育集團"), is_traditional("乐善教育集团")
    (True, False)
    """
    return TRADITIONAL.search(string) is not None


def with_wide_marks(string: str) -> str:
    """The string with the half-width marks of its Chinese clauses as wide as Chinese prints them; not those of numbers.

    >>> with_wide_marks("全市有学校338所,学生1,280人(含寄宿生);明天8:30开会")
    '全市有学校338所，学生1,280人（含寄宿生）；明天8:30开会'
    """
    return HALF_WIDTH.sub(lambda mark: WIDE_MARKS[mark.group()], string)


class Folded:
    """A text and the same in one script: rules search ``plain``, and spans are made of the text itself.

    ``added`` are a user's words for the rules, by list, folded.
    """

    def __init__(self, text: Text, added: Mapping[str, frozenset[str]] | None = None) -> None:
        self.text = text
        self.plain = with_wide_marks(folded(text.string))
        self.added = added or {}

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text."""
        return self.text.sentences

    def of(self, sentence: Sentence) -> str:
        """A sentence's words in one script; add ``sentence.start`` to an offset in it."""
        return self.plain[sentence.start : sentence.end]

    def span(self, start: int, end: int) -> Span:
        """The run of the text itself between two offsets."""
        return self.text.span(start, end)

    def sentence_at(self, start: int, end: int) -> Sentence | None:
        """The sentence that holds a run of the text; None where none holds all of it."""
        sentence = self.text.sentence_at(start)
        return sentence if sentence is not None and end <= sentence.end else None
