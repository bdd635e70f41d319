"""One Chinese text with the names that it prints."""

from __future__ import annotations

import re
from functools import cached_property

from extractors.names.marked import Printed
from extractors.names.schools import ONE_FORM, WORDS, Name, names
from extractors.script import Folded

BARE = re.compile(
    rf"(?<!{')(?<!'.join(sorted(group[:-2] for group in WORDS['group'] if group.endswith(('集团', '联盟'))))})(?:集团|联盟|集團|聯盟)$"
)


class Chinese(Printed[Name]):
    """A Chinese text, its marks in one form, with its schools, hospitals and groups."""

    def __init__(self, text: Folded) -> None:
        self.text = text.text
        self.string = text.plain.translate(ONE_FORM)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of institutions and groups, in order."""
        found = list(names(self.string, self.text.string))
        full = [name.span.quote for name in found if name.proper and not is_bare(name)]
        return tuple(name for name in found if name.proper and (not is_bare(name) or self.is_short(name, full)))

    def is_short(self, name: Name, full: list[str]) -> bool:
        """Whether a bare 'X集团' is a short form of a name that the text prints in full."""
        core = BARE.sub("", name.span.quote)
        return len(core) > 1 and any(core in other for other in full)


def is_bare(name: Name) -> bool:
    """Whether a name ends in a word for a group and says nothing of schools."""
    return name.kind == "group" and BARE.search(name.span.quote) is not None
