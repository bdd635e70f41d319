"""Which group a Chinese text speaks of where it says only "集团", "联盟", "前者" or "后者"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.mentions import GroupMention
from extractors.script import folded
from extractors.text import Sentence

NEAR = 4
"""How many sentences back the group may be named that "集团" means."""
NEW = re.compile("新的?(?:教育|办学|学校)?(?:集团|联盟|共同体|联合体)")
"""The group that is founded, whichever was named since: '新的集团以A为总校'."""
KIND = re.compile("集团|联盟")
"""Words for a group that no group of another kind is called by."""


@dataclass
class Discourse:
    """The group that the text named last, as far as "集团" can mean it."""

    last: GroupMention | None = None
    number: int = -100
    pair: tuple[GroupMention, GroupMention] | None = None
    """The two groups of the last sentence that named two: "前者" and "后者"."""
    kinds: dict[str, GroupMention] = field(default_factory=dict)
    """The group named last of those whose names end alike: "集团" is no 联盟."""

    listing = False
    """Whether the last sentence ended, with a semicolon, in schools of the group."""
    new: GroupMention | None = None
    """The group that was founded last."""

    def recall(self, string: str, number: int) -> None:
        """Brings back, before a sentence is read, the group that was founded some time ago, where its words mean that."""
        if self.new is not None and NEW.search(string):
            self.last, self.number = self.new, number - 1

    def tell(self, groups: Sequence[GroupMention], *, founded: bool = False) -> None:
        """Takes note of the groups that a sentence names; ``founded``: it says that they begin."""
        self.new = groups[-1] if founded else self.new
        self.last = groups[-1]
        self.pair = (groups[0], groups[1]) if len(groups) == 2 else None
        self.kinds |= {folded(group.name.span.quote[-2:]): group for group in groups}

    def near(self, sentence: Sentence) -> GroupMention | None:
        """The group named last, when that was a few sentences ago."""
        return self.last if sentence.number - self.number <= NEAR else None

    def meant(self, sentence: Sentence, words: str) -> GroupMention | None:
        """The group that words such as "集团" or "联盟" mean in a sentence: the last one that is called so."""
        last = self.near(sentence)
        said = KIND.findall(words)
        if last is None or not said or folded(last.name.span.quote[-2:]) == said[-1]:
            return last
        return self.kinds.get(said[-1], last)
