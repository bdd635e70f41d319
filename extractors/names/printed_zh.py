"""One Chinese text with the names that it prints."""

from __future__ import annotations

import re

from extractors.names.forms_zh import WORDS, any_of, heads, in_one_form
from extractors.names.marked import Printed, unmarked
from extractors.names.schools import Name, names
from extractors.once import once
from extractors.script import Folded, folded

RANKED = re.compile(".{2,}[市区县旗州镇乡]$")
BARE = re.compile(r"(?:集团|联盟|共同体|联合体)$")
NEAR = 120
"""How far from a name in quotation marks, in characters, the schools may stand that form it."""
OF_NO_SCHOOLS = re.compile("(?:命运|利益|家校|师生|成长|情感|文化|精神|生命|责任|价值|学习|教师|老师|校长|家长|专家|研究生)(?:集团|联盟|共同体|联合体)$")
"""What such a name says where no schools form it: '“家校共同体”'."""
OF_SCHOOLS = re.compile(
    rf"(?:[中小幼学校园院附]|外国语|{any_of(BARE.sub('', group) for group in WORDS['group'] if BARE.search(group))}|(?:高校|教育|院校|医疗|产教|职教|科教|校企).{{1,6}})$"
)
"""What a name says before its word for a group when it says that schools or hospitals form it."""


class Chinese(Printed[Name]):
    """A Chinese text, its marks in one form, with its schools, hospitals and groups."""

    def __init__(self, text: Folded) -> None:
        self.text = text.text
        self.string = in_one_form(unmarked(text.plain))
        self.head = heads(text.added.get("institutions", frozenset()))

    @once
    def names(self) -> tuple[Name, ...]:
        """The names of institutions and groups, in order."""
        found = list(names(self.string, self.text.string, self.head))
        bare = {name.span.start for name in found if name.proper and is_bare(name)}
        full = [self.printed(name) for name in found if name.proper and name.span.start not in bare]
        groups = [name for name in full if name.endswith(HEADED)]
        quoted = {self.printed(name) for name in found if name.span.start in bare and self.is_quoted(name, found)}

        def is_kept(name: Name) -> bool:
            if not name.proper:
                return name.kind == "institution" and is_named_in(self.printed(name), groups)
            return name.span.start not in bare or self.printed(name) in quoted or self.is_short(name, [*full, *quoted])

        return tuple(filter(is_kept, found))

    def printed(self, name: Name) -> str:
        """A name as rules read it."""
        return self.string[name.span.start : name.span.end]

    def is_quoted(self, name: Name, found: list[Name]) -> bool:
        """Whether a bare name stands in quotation marks near two schools: '结成“三江联盟”'."""
        start, end = name.span.start, name.span.end
        if self.string[end : end + 1] != "”" or self.string[start - 1] != "“" or OF_NO_SCHOOLS.search(self.printed(name)):
            return False
        near = (other for other in found if other.proper and other.kind == "institution")
        return sum(abs(other.span.start - start) <= NEAR for other in near) > 1

    def is_short(self, name: Name, full: list[str]) -> bool:
        """Whether a bare 'X集团' is a short form of a name that the text prints in full."""
        core = BARE.sub("", self.printed(name))
        return len(core) > 1 and any(core in other for other in full)


HEADED = ("集团", "联盟", "体")


def is_named_in(school: str, groups: list[str]) -> bool:
    """Whether a group is called after a school of which the name alone tells no school: 'X县示范小学教育集团' after '示范小学'."""
    return len(school) > 3 and any(RANKED.match(group[: group.find(school)]) for group in groups if school in group)


def is_bare(name: Name) -> bool:
    """Whether a name ends in a word for a group and says nothing of schools."""
    if name.kind != "group":
        return False
    core = BARE.sub("", folded(name.span.quote))
    return len(core) < len(name.span.quote) and OF_SCHOOLS.search(core) is None
