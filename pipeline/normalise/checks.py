"""Checks of one document's records against each other: they add flags, and drop nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.records import CountRecord, Document, GroupRecord
from pipeline.trusted import maker

make_group = maker(GroupRecord)
PARTIAL = re.compile(
    r"(?=[(（aeis部节節])"  # the first character of one of these
    r"(?:\(\s*part(?:ial)?\s*\)|（部分）|\bin part\b|\bexcerpt\b|\betc\b|\band others\b|\bamong (?:them|others)\b|\bsuch as\b|\(部分\)|节选|節選|部分名单|部分名單)",
    re.IGNORECASE,
)
PARTIAL_CUES = ("部分", "节选", "節選", "in part", "excerpt", "etc", "others", "among them", "such as")
PART = re.compile(r"part(?:ial)?\s*\)")
"""One of these stands in small letters wherever PARTIAL matches."""
GROUPS = re.compile(r"(?:education |school )?(?:groups|alliances|consortia)|教育集团|教育联盟|教联体|教共体")
"""In small letters."""


def checked_groups(groups: Sequence[GroupRecord]) -> list[GroupRecord]:
    """The groups of one document, flagged where a leader is missing or a name stands twice."""
    names = [group.name.value.casefold() for group in groups]
    times = Counter(names) if len(set(names)) < len(names) else {}
    some_lead = any(group.leaders for group in groups)
    out: list[GroupRecord] = []
    for group, name in zip(groups, names, strict=True):
        flags: list[str] = []
        if not group.leaders and (some_lead or group.members):
            flags.append("no-leader-stated")
        if times.get(name, 1) > 1:
            flags.append("duplicate-name")
        out.append(make_group({**group.__dict__, "flags": (*group.flags, *flags)}) if flags else group)
    return out


def checked_counts(
    document: Document, counts: Sequence[CountRecord], groups: Sequence[GroupRecord]
) -> list[CountRecord]:
    """The counts of one document, flagged where they declare another number of groups than a whole list of them has."""
    listed = sum(group.name.rule.startswith(("groups.lists", "groups.tables")) for group in groups)
    differing = [count for count in counts if count.value != listed and declares_groups(count)] if listed > 1 else []
    if not differing or is_partial(document.text):
        return list(counts)
    flagged = {count.id: (*count.flags, "declared-count-differs") for count in differing}
    return [count.model_copy(update={"flags": flagged[count.id]}) if count.id in flagged else count for count in counts]


def is_partial(text: str) -> bool:
    """Whether a text says of a list that it is not whole."""
    small = text.lower()
    cued = any(map(small.__contains__, PARTIAL_CUES)) or PART.search(small) is not None
    return cued and PARTIAL.search(text) is not None


def declares_groups(record: CountRecord) -> bool:
    """Whether a count is of groups as such: 'five education groups', not 'five kindergarten education groups'."""
    return (
        record.measure == "count"
        and record.status == "actual"
        and record.unit is not None
        and GROUPS.fullmatch(record.unit.value.lower()) is not None
    )
