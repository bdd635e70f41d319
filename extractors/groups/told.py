"""What a sentence says of one group, as far as it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.groups.relation import Role
from extractors.mentions import DateMention, Found, GroupMention


@dataclass(slots=True)
class Told:
    """One group with what a sentence says of it."""

    name: Found
    aliases: list[Found] = field(default_factory=list)
    leaders: list[Found] = field(default_factory=list)
    members: list[Found] = field(default_factory=list)
    established: DateMention | None = None

    def add(self, role: Role, values: Sequence[Found]) -> None:
        """Adds leaders or members, each place once."""
        own = self.members if role == "members" else self.leaders
        places = {value.span.start for value in own}
        own += [value for value in values if value.span.start not in places]

    def mention(self) -> GroupMention:
        """All of it."""
        return GroupMention(self.name, tuple(self.aliases), tuple(self.leaders), tuple(self.members), self.established)
