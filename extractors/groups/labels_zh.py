"""The labels of Chinese lists and the heads of columns: '牵头校:', '【成员学校】', '集团名称'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from extractors.groups.labels import NUMBERING, LabelRole, Labels
from extractors.names.forms_zh import HAN, NUMERAL, any_of, firsts

SHORTEST_INSIDE = 3
"""How long a label must be, in characters, to be one inside a line; a shorter one only begins a line or is a whole cell."""
COUNT = rf"(?:[(]?共?[\d{NUMERAL}]+(?:所|个|家)[)]?)?"
NOTE = r"(?:\([^()]{0,30}\))?"
MODIFIER = r"(?:本?(?:集团|联盟|共同体|学区|教共体|教联体|医联体)的?|主要|部分|首批|第一批|第二批|现有|其他|其它|新增|原有|各|中小学|小学|初中|高中|全部)*"
SUFFIX = r"(?:名单|情况|一览表?|介绍|分别|如下|名称|签约顺序|排序|有|为|是|包括|包含|主要)*"


NTH = rf"(?:[{NUMERAL}](?!所|家|个)|\d{{1,2}}(?![\d所家个年]))?"
SPACE = re.compile(r"\s")
CLOSES = re.compile(r"\s*(?:[^\s】\]”:=|;—(]|[(][^()]*+[)]?+){0,40}+(?:[】\]”:=|;—\s]|$)")
"""What a line with a label at its start must have: a mark or a space that closes it."""
CAMPUS = re.compile(
    rf"[^\w(]{{0,4}}{NUMBERING}(?P<all>[{HAN}]{{1,8}}(?:校区|园区|分校|分园|院区)|(?:[公民]办)?(?:小学|初中|高中|中学|幼儿园|九年一贯制学校|完全中学)(?:学?段)?{COUNT})\s*:\s*(?=[{HAN}]{{4}})"
)
"""A campus with the school that it is: '河西校区:河西小学'; a kind of schools with those of it: '初中:河西中学'."""
WIDE = 14
"""Within how many characters of its line such a label has a space."""
SPREAD = re.compile(rf"[^\w(]{{0,4}}{NUMBERING}(?P<all>(?:[{HAN}][ \u3000]{{1,4}}){{1,3}}[校园院])\s*:\s*")
"""A label printed as wide as a longer one: '总  校:'."""


class HanLabels(Labels):
    """The Chinese labels, with what a user's lexicon adds."""

    def __init__(self, extra: Mapping[str, Iterable[str]]) -> None:
        super().__init__("zh", extra)
        whole = firsts(self.roles) + f"(?:{any_of(map(re.escape, self.roles))})"
        begin = firsts(self.roles, "本集联共学教医主首第现其新原各中小初高全")
        long = [word for word in self.roles if len(word) >= SHORTEST_INSIDE]
        inside = f"{firsts(long)}(?:{any_of(map(re.escape, long))})"
        self.at_start = re.compile(
            rf"[^\w(]{{0,5}}{NUMBERING}[【\[“]?{begin}(?P<all>{MODIFIER}(?P<label>{whole}){NTH})(?:{SUFFIX}{COUNT}{NOTE}[\s*]*(?:[】\]”]\s*[:]?|[:=|;—]+)\s*|(?:[是为有]|分别[是为]|包括)?{COUNT}{NOTE}(?:\s+|$))"
        )
        self.colon = re.compile(
            rf"(?<![{HAN}]){begin}(?P<all>{MODIFIER}(?P<label>{inside}){NTH}){SUFFIX}{COUNT}{NOTE}\s*(?::|—+)\s*"
        )
        self.word = re.compile(rf"(?:{inside})(?!数|总数|个数|长|人)")

    def before_colons(self, string: str, start: int, end: int) -> Iterator[tuple[LabelRole, int, int]]:
        """The labels right before the colons of a line, behind a mark or a space."""
        for match in self.colon.finditer(string, start, end):
            role = self.roles[match["label"]]
            if role != "group" or match.start() == start:
                yield role, match.start("all"), match.end()

    def first(self, string: str, start: int, end: int) -> tuple[LabelRole, int, int] | None:
        """The label at the start of a line with where the words after its mark start."""
        if not CLOSES.match(string, start, end):
            return None
        found = self.at_start.match(string, start, end)
        if found:
            return self.roles[found["label"]], found.start("all"), found.end()
        if string.find(":", start, end) < 0:
            return None
        if string.find(" ", start, start + WIDE) >= 0 and (spread := SPREAD.match(string, start, end)):
            role = self.roles.get(SPACE.sub("", spread["all"]))
            return (role, spread.start("all"), spread.end()) if role else None
        campus = CAMPUS.match(string, start, end)
        return ("member", campus.start("all"), campus.end()) if campus else None

    def columns_run_together(self, string: str, start: int, end: int) -> list[LabelRole]:
        """The columns of a flattened head row, which holds little else: no sentence that speaks of groups and schools."""
        found = sum(len(match.group()) for match in self.word.finditer(string, start, end))
        found += sum(
            len(word) for word in string[start:end].split() if len(word) < SHORTEST_INSIDE and word in self.roles
        )
        return super().columns_run_together(string, start, end) if 3 * found >= end - start else []

    def phrases(self, string: str, start: int, end: int) -> Iterator[LabelRole]:
        """The roles of the labels that stand in a line or a cell, in order."""
        for token in re.finditer(r"\S+", string[start:end]):
            bare = re.sub(r"\([^()]*\)|[*:]", "", token.group())
            if bare in self.roles:
                yield self.roles[bare]
            else:
                for match in self.word.finditer(bare):
                    yield self.roles[match.group()]
