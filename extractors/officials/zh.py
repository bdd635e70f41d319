"""Named people with the posts that Chinese sentences give them: 区教育局党组书记、局长李明, 李明（区教育局局长）, 李明任局长."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions import Category, OfficialMention
from extractors.officials.binding_zh import Binding
from extractors.officials.headed_zh import Headed
from extractors.officials.layouts_zh import Columns, Entries
from extractors.officials.rosters_zh import Rosters, cells_of
from extractors.officials.titles_zh import heads
from extractors.script import Folded

OF_GROUPS = re.compile("教育集团|办学集团|幼教集团|职教集团|教育联盟|学校联盟|教共体|共同体|学区|联合体")
OF_OTHERS = re.compile("协会|学会|商会|研究会|医共体|医联体|医疗|促进会")
OF_HOSPITALS = re.compile("(?:医疗|健康|医院)集团|医共体|医联体")
"""What tells a text of groups of schools from one of another body that has a council."""


def find(text: Folded) -> Iterator[OfficialMention]:
    """The people whose posts a text states, in its order; one mention a statement."""
    before: Binding | None = None
    head = heads(text.added.get("titles", frozenset()))
    whose = of_groups(text.plain)
    columns: Columns | None = None
    entries, headed, rosters = Entries(text), Headed(text), Rosters(text)
    for sentence in text.sentences:
        if sentence.block.role == "meta":
            before = None
            if text.plain.find("（", sentence.start, sentence.end) >= 0 and head.search(
                text.plain, sentence.start, sentence.end
            ):
                yield from filter(is_explained, Binding(text, sentence, whose=whose, head=head).officials())
            continue
        entries.read(sentence)
        headed.read(sentence)
        if rosters.is_heard and (listed := rosters.officials(sentence)):
            before = None
            yield from listed
            continue
        is_row = len(cells_of(text.plain, sentence)) > 1
        if not is_row:
            columns = None
        elif columns:
            yield from columns.officials(sentence)
        if not head.search(text.plain, sentence.start, sentence.end):
            before = None
            yield from headed.alone(sentence)
            continue
        if is_row and not columns:
            columns = Columns(text, sentence)
            if columns:
                continue
        binding = Binding(text, sentence, before, whose=whose, head=head)
        yield from map(headed.placed, map(entries.placed, binding.officials()))
        before = binding


def of_groups(plain: str) -> Category | None:
    """Whose the council of the group is that a text speaks of: that of schools, or of hospitals; None where it may be another's."""
    schools, others = OF_GROUPS.search(plain), OF_OTHERS.search(plain)
    if schools is None:
        return "other" if OF_HOSPITALS.search(plain) else None
    return "school" if others is None else None


def is_explained(official: OfficialMention) -> bool:
    """Whether brackets behind a name say whose post it is: all that a credit line can say of an official."""
    return official.name.rule == "officials.zh.brackets" and all(each.organisation for each in official.positions)
