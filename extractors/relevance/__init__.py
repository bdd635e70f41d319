"""Whether a text can name a group or a policy: a cheap look that spares most texts about something else the costly steps.

Words that can name one are searched for as they stand; only the few lines that have such a word are shown to the rules'
own grammar of names and titles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from extractors.once import once

if TYPE_CHECKING:
    from extractors.relevance.en import EnglishLook
    from extractors.relevance.zh import ChineseLook

HAN = re.compile("[㐀-鿿]")


class Relevance:
    """The look at a text in any language; ``added`` are a user's words, by list, as the rules of a language take them."""

    def __init__(self, added: Mapping[str, Sequence[str]] | None = None) -> None:
        self.added = added or {}

    def speaks(self, prose: str, headings: str = "") -> bool:
        """Whether a text, or one of the headings above and in it, a line each, has a cue of a group or a policy.

        >>> Relevance().speaks("The band plays on Friday."), Relevance().speaks("东关小学教育集团今天成立。")
        (False, True)
        """
        prose = prose.replace("\t", "\n")  # the cells of a row; no name goes on in the next
        has_han = HAN.search(prose) or HAN.search(headings)
        return (has_han is not None and self.chinese.speaks(prose, headings)) or self.english.speaks(prose, headings)

    @once
    def english(self) -> EnglishLook:
        """The English cues, loaded when a text first asks for them."""
        from extractors.relevance.en import EnglishLook

        return EnglishLook(self.added)

    @once
    def chinese(self) -> ChineseLook:
        """The Chinese cues, loaded when a text first asks for them."""
        from extractors.relevance.zh import ChineseLook

        return ChineseLook(self.added)
