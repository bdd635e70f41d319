"""Names completed from what stands around them: elliptical entries of a list, bare campuses of a school."""

from __future__ import annotations

import re

from pipeline.normalise import characters
from pipeline.normalise.values import make_basis, make_field
from pipeline.records import FieldValue

FARTHEST = 40
"""How far behind a shortened entry, in code points, the one may stand that completes it."""


def expanded(members: tuple[FieldValue, ...]) -> tuple[FieldValue, ...]:
    """Elliptical entries completed from the entry that closes their list: 'No. 1' of 'No. 1 and No. 5 Middle Schools'."""
    if not any(is_plural_head(member.value) or characters.is_han(member.value) for member in members):
        return members
    out: list[FieldValue] = []
    for n, member in enumerate(members):
        if characters.is_han(member.value):
            out.append(_completed_zh(member, members[n + 1 :]))
            continue
        closing = next(
            (m for m in members[n + 1 :] if m.source.sentence == member.source.sentence and is_plural_head(m.value)),
            None,
        )
        if closing is not None and not has_head(member.value):
            out.append(
                _completed(member, f"{member.value} {tail_of(closing.value)}", closing, "the head that the list shares")
            )
        elif is_plural_head(member.value) and any(
            not has_head(m.value) and m.source.sentence == member.source.sentence for m in members[:n]
        ):
            value = f"{member.value.removesuffix(shared_words(member.value))}{tail_of(member.value)}"
            out.append(_completed(member, value, member, "a plural that the list shares"))
        else:
            out.append(member)
    return tuple(out)


def _completed_zh(member: FieldValue, behind: tuple[FieldValue, ...]) -> FieldValue:
    """An entry in characters with the head of the list that it stands in: '第一' of '第一、第五中学'."""
    if characters.head_of(member.value) is not None:
        return member
    near = (m for m in behind if m.source.sentence == member.source.sentence)
    closing = next((m for m in near if characters.head_of(m.value) is not None), None)
    head = characters.head_of(closing.value) if closing else None
    if closing is None or head is None or closing.source.start - member.source.end > FARTHEST:
        return member
    return _completed(member, f"{member.value}{head}", closing, "the head that the list shares")


def _completed(member: FieldValue, value: str, told_by: FieldValue, why: str, flag: str = "expanded") -> FieldValue:
    """A field with a fuller value, flagged, and the place of the field that tells it."""
    basis = make_basis({"start": told_by.source.start, "end": told_by.source.end, "why": why})
    changed = {"value": value, "flags": (*member.flags, flag), "basis": (*member.basis, basis)}
    return make_field(member.__dict__ | changed)


HEADS = (
    "School",
    "Kindergarten",
    "College",
    "Academy",
    "Hospital",
    "Campus",
    "University",
    "Institute",
    "Centre",
    "Center",
    "Branch",
)
PLURALS = {f"{head.lower()}s": head for head in HEADS} | {
    "academies": "Academy",
    "campuses": "Campus",
    "universities": "University",
    "branches": "Branch",
}
LEVELS = frozenset(
    "primary middle secondary high senior junior elementary experimental central foreign language vocational public private".split()
)


def has_head(value: str) -> bool:
    """Whether a name has its own head noun."""
    return value.split()[-1] in HEADS or value.split()[-1].lower() in PLURALS


def is_plural_head(value: str) -> bool:
    """Whether a name ends in a plural: 'No. 5 Middle Schools'."""
    return value.split()[-1].lower() in PLURALS


def shared_words(value: str) -> str:
    """The words at the end of a name that its list shares: 'Middle Schools' of 'No. 5 Middle Schools'."""
    words = value.split()
    n = len(words) - 1
    while n > 1 and words[n - 1].lower() in LEVELS:
        n -= 1
    return " ".join(words[n:])


def tail_of(value: str) -> str:
    """The shared words in the singular, with capitals: 'Middle School'."""
    words = shared_words(value).split()
    return " ".join([*(word.capitalize() for word in words[:-1]), PLURALS[words[-1].lower()]])


BARE = re.compile(r"(?:[A-Z][\w'’-]* ){1,4}(?:Campus|Branch)")
GROUP_WORDS = re.compile(r"\s*\(?(?:Education |School )?(?:Group|Alliance|Consortium|Community|Federation|Trust)\)?$")


def qualified(member: FieldValue, name: FieldValue, leaders: tuple[FieldValue, ...]) -> FieldValue:
    """A bare campus with the name of its school: the group's only leader, else the school that the group is named after."""
    if characters.is_campus(member.value):
        owner = leaders[0] if len(leaders) == 1 and characters.head_of(leaders[0].value) else name
        own = characters.school_of(owner.value) if owner is name else owner.value
        why = "the school of which it is a part"
        return member if own is None else _completed(member, f"{own}{member.value}", owner, why, "qualified")
    if not BARE.fullmatch(member.value) or any(head in member.value for head in ("School", "Kindergarten", "College")):
        return member
    owner = leaders[0] if len(leaders) == 1 else name
    school = GROUP_WORDS.sub("", owner.value)
    if not has_head(school):
        return member
    return _completed(member, f"{school} {member.value}", owner, "the school of which it is a part", "qualified")
