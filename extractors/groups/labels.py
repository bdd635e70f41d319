"""The labels of lists and the heads of columns: 'Leader:', 'Member schools', 'Dragon head', in any case and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from extractors.names.lexicon import load
from extractors.names.tags import plural

LabelRole = Literal["leader", "member", "group", "established"]
LONGEST_LABEL_LINE = 300
"""How long a line may be, in code points, that starts with a label without a colon."""
ROLES: tuple[LabelRole, ...] = ("leader", "member", "group", "established")
NUMBERING = (
    r"(?:[(（]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[)）.．、:]|[一二三四五六七八九十]+[、.]|[-*•·■●▪◆○>–—]|[①-⑳])?\s*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """One label in a line: what it announces and where what it announces starts and ends."""

    role: LabelRole
    start: int
    end: int
    rest: int
    """Where the words after the label and its mark start."""


def squeezed(phrase: str) -> str:
    """A label in the form in which two prints of it are one: small letters, hyphens and runs of white space as one space."""
    return re.sub(r"[\s-]+", " ", phrase.lower())


class Labels:
    """The labels of one language, with what a user's lexicon adds."""

    def __init__(self, package: str, name: str, extra: Mapping[str, Iterable[str]]) -> None:
        words = load(package, name)
        self.roles: dict[str, LabelRole] = {}
        for role in ROLES:
            for phrase in (*words[role], *(entry.lower() for entry in extra.get(role, ()))):
                self.roles.setdefault(squeezed(phrase), role)
                self.roles.setdefault(squeezed(plural(phrase)), role)
        phrases = "|".join(re.escape(p).replace(r"\ ", r"[\s-]+") for p in sorted(self.roles, key=len, reverse=True))
        note = r"(?:\s*[(（][^()（）]{0,30}[)）])?(?:\s+\d{1,2})?"
        mark = r"\s*(?:[:：;；]|[-–—]+(?=\s|$|[A-Z])|=|\|)\s*"
        self.at_start = re.compile(
            rf"\W{{0,3}}{NUMBERING}(?:(?:the|its|list of)\s+)?(?P<label>{phrases})(?:\s+of\s+the\s+group|\s+list)?{note}(?:{mark}|\s*$)",
            re.IGNORECASE,
        )
        self.inside = re.compile(rf"(?<![\w-])(?:(?:the|its)\s+)?(?P<label>{phrases}){note}\s*[:：]\s*", re.IGNORECASE)
        self.words = re.compile(rf"(?<![\w-])(?P<label>{phrases})(?![\w-])", re.IGNORECASE)

    def role_of(self, phrase: str) -> LabelRole:
        """The role that a printed label announces."""
        return self.roles[squeezed(phrase)]

    def of_line(self, string: str, start: int, end: int) -> list[Label]:
        """The labels of a line: one at its start, and those after it that a colon closes."""
        colon = string.find(":", start, end) >= 0 or string.find("：", start, end) >= 0
        first = self.at_start.match(string, start, end) if colon or end - start <= LONGEST_LABEL_LINE else None
        matches = [first] if first else []
        if colon:
            matches += self.inside.finditer(string, first.end() if first else start, end)
        return [
            Label(
                self.role_of(match["label"]), match.start("label"), following.start() if following else end, match.end()
            )
            for match, following in zip(matches, [*matches[1:], None], strict=False)
        ]

    def column(self, string: str, start: int, end: int) -> LabelRole | None:
        """What the column with this head holds, None when no label says it."""
        found = [self.role_of(match["label"]) for match in self.words.finditer(string, start, end)]
        for role in ("leader", "established", "member", "group"):
            if role in found:
                return role
        return None

    def columns_run_together(self, string: str, start: int, end: int) -> list[LabelRole]:
        """The columns that a flattened head row announces, in order, each once."""
        found: list[LabelRole] = []
        for match in self.words.finditer(string, start, end):
            role = self.role_of(match["label"])
            if role not in found:
                found.append(role)
        return found
