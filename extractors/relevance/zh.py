"""Chinese: what names of groups end in, what a group's parts are called, titles of policies in 《》."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.names.lexicon import load
from extractors.names.printed_zh import Chinese, is_bare
from extractors.policies.zh import is_document, titles
from extractors.relevance.windows import found, shortest, windows
from extractors.script import Folded, folded

WORDS, LABELS = load("extractors.names", "zh"), load("extractors.groups", "zh")
GROUPS = shortest(WORDS["group"] | WORDS["short"])
"""What every name of a group holds."""
ROLES = {label for name in ("leader", "member") for label in LABELS[name] if len(label) > 2}
"""What texts about groups call what is in them."""
ANY_SCHOOL = "乡农优示薄其中"
"""What labels begin with that any text about schools may have: '优质校', '其他学校'."""
PARTS = shortest(label for label in ROLES if label.endswith(("校", "园", "院")) and label[0] not in ANY_SCHOOL)
"""Those for schools and hospitals, which say with any word for a group what it is: '牵头校', '成员医院'."""
UNITS = shortest({"牵头", *ROLES})
"""All of them; companies and ministries have such too: '成员单位'."""
HEADS = shortest(WORDS["group"])
"""What names of groups of schools and hospitals hold."""
NOT_ALONE = ("医", "健康", "产业", "行业", "发展", "合作", "专科", "学区", "学习")
"""What such words hold that texts about something else have too: news of health, business and dwellings."""
OF_SCHOOLS = shortest(word for word in HEADS if not any(part in word for part in NOT_ALONE))
"""Those that only texts about groups of schools have."""


class ChineseLook:
    """The Chinese cues with their words; ``added`` are a user's words, by list."""

    def __init__(self, added: Mapping[str, Sequence[str]]) -> None:
        self.added = {name: frozenset(map(folded, words)) for name, words in added.items()}
        self.own = [word for word in self.added.get("group", ()) if not word.isascii()]

    def speaks(self, prose: str, headings: str) -> bool:
        """Whether a text or its headings have a cue, in simplified or in traditional characters.

        >>> look = ChineseLook({})
        >>> look.speaks("東關小學教育集團成立", ""), look.speaks("集团股价上涨", "")
        (True, False)
        """
        plain = folded(f"{headings}\n{prose}")
        return self.names_policy(plain) or self.names_group(plain)

    def names_policy(self, plain: str) -> bool:
        """Whether what stands between title marks is a policy."""
        return "》" in plain and any(is_document(plain[start:end].strip()) for start, end in titles(plain))

    def names_group(self, plain: str) -> bool:
        """Whether a text has the name of a group, or a word for groups and what their parts are called."""
        if any(word in plain for word in self.own):
            return True
        places = found(plain, GROUPS)
        if places and any(word in plain for word in PARTS):
            return True
        if places and any(word in plain for word in OF_SCHOOLS):
            return True
        if any(word in plain for word in HEADS) and any(word in plain for word in UNITS):
            return True
        return any(self.has_name(Chinese(Folded(line, self.added))) for line in windows(plain, places))

    def has_name(self, line: Chinese) -> bool:
        """Whether the grammar of names finds a group in a line; 'X集团' alone, as companies are called, is none."""
        return any(name.kind == "group" and not is_bare(name) for name in line.names)
