"""Checks of one document's records against each other: they add flags, and drop nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.records import CountRecord, Document, GroupRecord, Record

PARTIAL = re.compile(
    r"(?=[(（aeis部节節])"  # the first character of one of these
    r"(?:\(\s*part(?:ial)?\s*\)|（部分）|\bin part\b|\bexcerpt\b|\betc\b|\band others\b|\bamong (?:them|others)\b|\bsuch as\b|\(部分\)|节选|節選|部分名单|部分名單)",
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
    groups = [record for record in records if record.kind == "group"]
    if not groups:
        return list(records)
    names = Counter(group.name.value.casefold() for group in groups)
    some_lead = any(group.leaders for group in groups)
    flags = {record_id: ["declared-count-differs"] for record_id in differing_counts(document, groups, records)}
    for group in groups:
        said: list[str] = []
        if not group.leaders and (some_lead or group.members):
            said.append("no-leader-stated")
        if names[group.name.value.casefold()] > 1:
            said.append("duplicate-name")
        if said:
            flags[group.id] = said
    return [with_flags(record, flags[record.id]) if record.id in flags else record for record in records]


def with_flags(record: Record, flags: Sequence[str]) -> Record:
    """The record with further flags."""
    return record.model_copy(update={"flags": (*record.flags, *flags)})


def differing_counts(document: Document, groups: Sequence[GroupRecord], records: Sequence[Record]) -> set[str]:
    """The ids of the counts of groups that are not as many as a whole list of them has; none without such a list."""
    listed = sum(group.name.rule.startswith(("groups.lists", "groups.tables")) for group in groups)
    if listed < 2:
        return set()
    counts = (record for record in records if record.kind == "count")
    differing = {count.id for count in counts if count.value != listed and declares_groups(count)}
    return set() if differing and is_partial(document.text) else differing


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
