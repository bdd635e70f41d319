"""Checks of one document's records against each other: they add flags, and drop nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.records import CountRecord, Document, GroupRecord, Record

PARTIAL = re.compile(
    r"\(\s*part(?:ial)?\s*\)|（部分）|\bin part\b|\bexcerpt\b|\betc\b|\band others\b|\bamong (?:them|others)\b|\bsuch as\b|\(部分\)|节选|節選|部分名单|部分名單",
    re.IGNORECASE,
)
PARTIAL_CUES = ("部分", "节选", "節選", "in part", "excerpt", "etc", "others", "among them", "such as")
PART = re.compile(r"part(?:ial)?\s*\)")
"""One of these stands in small letters wherever PARTIAL matches."""
GROUPS = re.compile(
    r"\b(?:education |school )?(?:groups|alliances|consortia)$|教育集团|教育联盟|教联体|教共体", re.IGNORECASE
)


def checked(document: Document, records: Sequence[Record]) -> list[Record]:
    """The records with what the checks say of them."""
    groups = [r for r in records if isinstance(r, GroupRecord)]
    listed = [g for g in groups if g.name.rule.startswith(("groups.lists", "groups.tables"))]
    names = Counter(name for g in groups for name in {g.name.value.casefold()})
    some_lead = any(g.leaders for g in groups)
    differing = {r.id for r in records if isinstance(r, CountRecord) and r.value != len(listed) and declares_groups(r)}
    whole = len(listed) > 1 and differing and not is_partial(document.text)
    out: list[Record] = []
    for record in records:
        flags: list[str] = []
        if isinstance(record, GroupRecord):
            if not record.leaders and (some_lead or record.members):
                flags.append("no-leader-stated")
            if names[record.name.value.casefold()] > 1:
                flags.append("duplicate-name")
        elif whole and record.id in differing:
            flags.append("declared-count-differs")
        out.append(record.model_copy(update={"flags": (*record.flags, *flags)}) if flags else record)
    return out


def is_partial(text: str) -> bool:
    """Whether a text says of a list that it is not whole."""
    small = text.lower()
    cued = any(map(small.__contains__, PARTIAL_CUES)) or PART.search(small) is not None
    return cued and PARTIAL.search(text) is not None


def declares_groups(record: CountRecord) -> bool:
    """Whether a count is of groups as such: 'five education groups', not 'five kindergarten education groups'."""
    return (
        record.unit is not None
        and GROUPS.fullmatch(record.unit.value) is not None
        and record.status == "actual"
        and record.measure == "count"
    )
