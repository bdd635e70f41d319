"""The labels of lists and the heads of columns: 'Leader:', 'Member schools', 'Dragon head', in any case and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from extractors.names.lexicon import load
from extractors.names.tags import plural
from extractors.value import value

LabelRole = Literal["leader", "member", "group", "established"]
LONGEST_LABEL_LINE = 300
"""How long a line may be, in code points, that starts with a label without a colon."""
ROLES: tuple[LabelRole, ...] = ("leader", "member", "group", "established")
NUMBERING = r"(?:\d{2}(?=\s+[A-Z])|[(（]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[)）.．、:]|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?\s?[,，、:：]|[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十]+[)）]|[-*•·■●▪◆○>–—]|[①-⑳])?\s*"


@value
class Label:
    """One label in a line: what it announces and where what it announces starts and ends."""

    role: LabelRole
    start: int
    end: int
    rest: int
    """Where the words after the label and its mark start."""


def squeezed(phrase: str) -> str:
    """A label in the form in which two prints of it are one: small letters, hyphens and runs of white space as one space."""
    return SPACES.sub(" ", phrase.lower())


SPACES = re.compile(r"[\s-]+")
MARK = r"\s*(?:[:：;；]|[-–—]+(?=\s|$|[A-Z])|=|\|)\s*"
NOTE = r"(?:\s*[(（][^()（）]{0,30}[)）])?(?:\s+\d{1,2})?"
AT_START = re.compile(
    rf"\W{{0,3}}{NUMBERING}(?:(?:the|its|list of)\s+)?(?P<label>[A-Za-z]++(?:[\s-]++[A-Za-z]++){{0,5}}?)"
    rf"(?:\s+of\s+the\s+group|\s+list)?{NOTE}(?:{MARK}|\s*$)",
    re.IGNORECASE,
)
COLON = re.compile(r"[\s:：](?:(?<=[:：])\s*|(?<=\s)(?:\s*[:：]\s*|(?<=[a-z].)[–—-]+\s(?=[A-Z])))", re.DOTALL)
"""A colon with white space around it, or a dash between words; begins with what a search can leap to."""
COLON_OR_DASH = re.compile("[:：]| [–—-]")
TRAILING_NOTE = re.compile(r"(?:\s*[(（][^()（）]{0,30}[)）])(?:\s+\d{1,2})?$|\s+\d{1,2}$")
WIDEST = 70
"""How far before its colon a label may start, in code points."""
WORD = re.compile(r"[A-Za-z]+")
LONGEST_LABEL = 6
"""How many words a label may have."""


def runs(words: list[re.Match[str]], string: str) -> list[list[re.Match[str]]]:
    """Words that only white space and hyphens part, run by run."""
    found: list[list[re.Match[str]]] = []
    for word in words:
        if found and not string[found[-1][-1].end() : word.start()].strip(" -\t"):
            found[-1].append(word)
        else:
            found.append([word])
    return found


class Labels:
    """The labels of one language, with what a user's lexicon adds."""

    def __init__(self, package: str, name: str, extra: Mapping[str, Iterable[str]]) -> None:
        words = load(package, name)
        self.roles: dict[str, LabelRole] = {}
        for role in ROLES:
            for phrase in (*words[role], *(entry.lower() for entry in extra.get(role, ()))):
                self.roles.setdefault(squeezed(phrase), role)
                self.roles.setdefault(squeezed(plural(phrase)), role)

    def of_line(self, string: str, start: int, end: int) -> list[Label]:
        """The labels of a line: one at its start, and those after it that a colon closes."""
        colon = COLON_OR_DASH.search(string, start, end) is not None
        found: list[tuple[LabelRole, int, int]] = []
        if (colon or end - start <= LONGEST_LABEL_LINE) and (first := self.first(string, start, end)):
            found.append(first)
        if colon:
            found += self.before_colons(string, found[0][2] if found else start, end)
        ends = [*(place for _, place, _ in found[1:]), end]
        return [Label(role, place, close, rest) for (role, place, rest), close in zip(found, ends, strict=False)]

    def first(self, string: str, start: int, end: int) -> tuple[LabelRole, int, int] | None:
        """The label at the start of a line with where it starts and where the words after its mark start."""
        found = AT_START.match(string, start, end)
        role = self.roles.get(squeezed(found["label"])) if found else None
        return (role, found.start("label"), found.end()) if found and role else None

    def before_colons(self, string: str, start: int, end: int) -> Iterator[tuple[LabelRole, int, int]]:
        """The labels right before the colons of a line: the longest run of words that is one."""
        for colon in COLON.finditer(string, start, end):
            left = max(start, colon.start() - WIDEST)
            noted = string[colon.start() - 1] in ")）" or string[colon.start() - 1].isdecimal()
            note = TRAILING_NOTE.search(string, left, colon.start()) if noted else None
            words = runs(list(WORD.finditer(string, left, note.start() if note else colon.start())), string)
            last = (
                words[-1][-LONGEST_LABEL:]
                if words and words[-1][-1].end() >= (note.start() if note else colon.start())
                else []
            )
            suffixes = range(len(last)) if last and len(last) == len(words[-1]) else range(len(last) - 1, -1, -1)
            for n in suffixes:
                role = self.roles.get(" ".join(word.group() for word in last[n:]).lower())
                if role is not None and (role != "group" or n == 0):
                    yield role, last[n].start(), colon.end()
                    break

    def phrases(self, string: str, start: int, end: int) -> Iterator[LabelRole]:
        """The roles of the labels that stand in a line, in order, the longest at each place."""
        for run in runs(list(WORD.finditer(string, start, end)), string):
            words = [word.group().lower() for word in run]
            n = 0
            while n < len(words):
                ends = range(min(n + LONGEST_LABEL, len(words)), n, -1)
                last = next((m for m in ends if " ".join(words[n:m]) in self.roles), None)
                if last is not None:
                    yield self.roles[" ".join(words[n:last])]
                n = last or n + 1

    def exact(self, phrase: str) -> LabelRole | None:
        """What a phrase announces that is one label and nothing else."""
        return self.roles.get(squeezed(phrase.strip(" \t:：*")))

    def column(self, string: str, start: int, end: int) -> LabelRole | None:
        """What the column with this head holds, None when no label says it."""
        found = set(self.phrases(string, start, end))
        return next((role for role in ("leader", "established", "member", "group") if role in found), None)

    def columns_run_together(self, string: str, start: int, end: int) -> list[LabelRole]:
        """The columns that a flattened head row announces, in order, each once."""
        return list(dict.fromkeys(self.phrases(string, start, end)))
