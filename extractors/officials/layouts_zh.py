"""Posts that a layout gives: names in a column under a title, and labels such as 总校长 in the entry of a group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.mentions import Found, OfficialMention, PositionMention
from extractors.names import han
from extractors.names.lexicon import load
from extractors.officials.bodies_zh import WORDS, any_of, category, kind_of
from extractors.officials.rosters_zh import cells_of, kind_of_head, name_in
from extractors.officials.titles_zh import HEADS
from extractors.script import Folded
from extractors.text import Sentence

GROUPS = load("extractors.names", "zh")["group"]
GROUP = rf"(?:{any_of(GROUPS)})"
GROUP_ENDS = frozenset(word[-1] for word in GROUPS)
GROUP_NAME = re.compile(rf"{GROUP}$")
ENTRY = re.compile(
    rf"[\s●■◆▲▍·•*（(]*(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})?[、.．)）\s]*(?P<name>[^\s：:，,。；;、]{{2,30}}{GROUP})[：:]?\s*"
)
"""A line that is the name of a group and nothing else but its number."""
LABEL = re.compile(r"[^：:，,。]{1,14}[：:]\s*\S")
OF_GROUP = re.compile(r"(?:总校长|总园长|理事长|秘书长|召集人|负责人|会长|理事|盟主)$")
"""Titles in a group's entry that are of the group, not of one of its schools."""
LONGEST_HEAD = 10
TITLE_ALONE = re.compile(
    rf"(?:集团|联盟|共同体|学区|学校|园所|单位|主要)?(?:{any_of(WORDS['modifier'])})*(?:{any_of(HEADS)}|校[（(]园[）)]长|园[（(]校[）)]长|书记[（(、]校长[）)]?)(?:姓名|名单)?"
)
"""A title as the head of a column, with nothing before it but whose kind it is of: 集团负责人."""


class Columns:
    """The columns of a table whose heads are titles; ``header`` is the row of the heads.

    Heads that only spaces part stand beside at least one that is no title: 学校 校长 电话.
    """

    def __init__(self, text: Folded, header: Sentence) -> None:
        self.text, self.plain, self.header = text, text.plain, header
        self.cells = cells_of(self.plain, header)
        self.titled = {n: cell for n, cell in enumerate(self.cells) if self.is_title(*cell)}
        others = [cell for n, cell in enumerate(self.cells) if n not in self.titled]
        if len(header.block.cells) < 2 and not (others and all(kind_of_head(self.plain, cell) for cell in others)):
            self.titled = {}

    def is_title(self, start: int, end: int) -> bool:
        """Whether a cell is a title alone."""
        return end - start <= LONGEST_HEAD and TITLE_ALONE.fullmatch(self.plain, start, end) is not None

    def __bool__(self) -> bool:
        names = [named for cell in self.cells if (named := name_in(self.plain, *cell))]
        return bool(self.titled) and len(self.cells) > 1 and all(named.confidence < han.SURE for named in names)

    def officials(self, row: Sentence) -> Iterator[OfficialMention]:
        """The people in a row below the heads."""
        cells = cells_of(self.plain, row)
        if len(cells) != len(self.cells):
            return
        for n, (opened, closed) in self.titled.items():
            head = opened, opened + len(self.plain[opened:closed].removesuffix("姓名").removesuffix("名单"))
            named = name_in(self.plain, *cells[n])
            if named is None:
                continue
            span = self.text.span(named.start, named.end)
            value = re.sub(r"\s", "", span.quote)
            name = Found(
                span, row, "officials.zh.column", named.confidence, value=value if value != span.quote else None
            )
            title = replace(name, span=self.text.span(*head), sentence=self.header, value=None)
            body = self.organisation(cells[:n], self.plain[slice(*head)])
            organisation = replace(name, span=self.text.span(*body), value=None) if body else None
            kind = category(self.plain[slice(*head)], self.plain[slice(*body)] if body else None)
            yield OfficialMention(name, (PositionMention(title, organisation, kind),))

    def organisation(self, cells: Sequence[tuple[int, int]], title: str) -> tuple[int, int] | None:
        """Whose a post is: the group for one of a group, else the one institution to the left."""
        bodies = [
            cell
            for cell in cells
            if kind_of(self.plain[slice(*cell)]) and not re.search("[、，；]", self.plain[slice(*cell)])
        ]
        groups = [cell for cell in bodies if GROUP_NAME.search(self.plain[slice(*cell)])]
        if groups and (OF_GROUP.search(title) or title.startswith(("集团", "联盟", "共同体"))):
            return groups[-1]
        single = [cell for cell in bodies if cell not in groups]
        if len(single) == 1:
            return single[0]
        return groups[-1] if groups else None


class Entries:
    """The group whose entry a line stands in: its name on a line of its own, then lines with labels."""

    def __init__(self, text: Folded) -> None:
        self.text = text
        self.entry: tuple[tuple[int, int], Sentence] | None = None

    def read(self, sentence: Sentence) -> None:
        """Takes note of a sentence in the order of the text."""
        if sentence.block.cells:
            self.entry = None
        elif match := self.heading(sentence):
            self.entry = match.span("name"), sentence
        elif (
            self.entry
            and sentence.start == sentence.block.start
            and not LABEL.match(self.text.plain, sentence.start, sentence.end)
        ):
            self.entry = None

    def heading(self, sentence: Sentence) -> re.Match[str] | None:
        """A sentence as the name of a group; its last character is looked at first, for most end otherwise."""
        last = self.text.plain[sentence.start : sentence.end].rstrip().rstrip("：:")[-1:]
        return ENTRY.fullmatch(self.text.plain, sentence.start, sentence.end) if last in GROUP_ENDS else None

    def placed(self, official: OfficialMention) -> OfficialMention:
        """An official with the group of the entry as the organisation of a post that the line's label names."""
        if self.entry is None:
            return official
        place, sentence = self.entry
        return replace(official, positions=tuple(self.of_group(each, place, sentence) for each in official.positions))

    def of_group(self, position: PositionMention, place: tuple[int, int], sentence: Sentence) -> PositionMention:
        """A position, of the group at ``place`` if it is the line's label and names no organisation."""
        title, line = position.title.span, position.title.sentence
        is_label = not self.text.plain[line.start : title.start].strip() and re.match(
            r"\s?[:：]", self.text.plain[title.end : title.end + 2]
        )
        if position.organisation or not is_label or not OF_GROUP.search(self.text.plain[title.start : title.end]):
            return position
        body = replace(position.title, span=self.text.span(*place), sentence=sentence, value=None)
        kind = category(self.text.plain[title.start : title.end], self.text.plain[slice(*place)])
        return PositionMention(position.title, body, kind)
