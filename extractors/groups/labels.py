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
ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
NUMBERED_BY = ")）.．、:"
NUMBERING = rf"(?:\d{{2}}(?=\s+[A-Z])|[(（]?(?:\d{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,4}})[{NUMBERED_BY}]|(?:{'|'.join(map(str.capitalize, ORDINALS))})(?:ly)?\s?[,，、:：]|[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十]+[)）]|[-*•·■●▪◆○>–—]|[①-⑳])?\s*"


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


BRACKETS = {"(": ")", "（": "）"}
QUALIFIED = re.compile(r"([a-z]+)( (?:in|of|under|at|that|joining|included|covered|involved)\b.*)")
"""A label whose noun is not its last word: 'school in the group'."""
SPACES = re.compile(r"[\s-]+")
MARK = r"\s*(?:[:：;；]|[-–—]+(?=\s|$|[A-Z])|=|\|)\s*"
NOTE = r"(?:\s*[(（][^()（）]{0,30}[)）])?(?:\s+\d{1,2})?"
AT_START = re.compile(
    rf"\W{{0,3}}(?i:{NUMBERING}(?:(?:the|its|list of)\s+)?)(?P<label>[A-Za-z]++(?:[\s-]++[A-Za-z]++){{0,5}}?)"
    rf"(?i:(?:\s+of\s+the\s+group|\s+list)?{NOTE}(?:{MARK}|(?<=\sby)\s+(?=[A-Z])|\s*$))"
)
COLON_OR_DASH = re.compile("[:：]| [–—-]")
OPENINGS = frozenset("the its list".split()) | frozenset(f"{nth}{ly}" for nth in ORDINALS for ly in ("", "ly"))
"""What such a line may begin with beside the first word of a label."""
COLON = re.compile(r"[:：–—-](?:(?<=[:：])\s*|(?<=[a-z]\s.)[–—-]*\s(?=[A-Z]))")
"""A colon, or a dash between words, with the white space behind it; begins with what a search can leap to."""
TRAILING_NOTE = re.compile(r"(?:\s*[(（][^()（）]{0,30}[)）])(?:\s+\d{1,2})?$|\s+\d{1,2}$")
WIDEST = 70
"""How far before its colon a label may start, in code points."""
WORD = re.compile(r"[A-Za-z]+")
RUN = re.compile(r"[A-Za-z]+(?:[ \t-]+[A-Za-z]+)*")
"""Words that only white space and hyphens part."""
NO_RUN = re.compile(r"[^A-Za-z \t-]")
LONGEST_LABEL = 6
"""How many words a label may have."""


def words_of(run: str) -> list[str]:
    """The words of a run, in small letters."""
    return run.lower().replace("-", " ").split()


def closed(string: str, place: int, rest: int, end: int) -> int:
    """Where what a label at ``place`` announces ends: at the bracket that closes the one right before the label."""
    close = string.find(BRACKETS[string[place - 1]], rest, end)
    return close if close > 0 and string[close + 1 : close + 2] not in {":", "："} else end


class Labels:
    """The labels of one language, with what a user's lexicon adds."""

    def __init__(self, name: str, extra: Mapping[str, Iterable[str]]) -> None:
        words = load("extractors.groups", name)
        self.roles: dict[str, LabelRole] = {}
        for role in ROLES:
            for phrase in (*words[role], *(entry.lower() for entry in extra.get(role, ()))):
                self.roles.setdefault(squeezed(phrase), role)
                self.roles.setdefault(squeezed(plural(phrase)), role)
                if qualified := QUALIFIED.fullmatch(phrase):
                    self.roles.setdefault(squeezed(plural(qualified[1]) + qualified[2]), role)
        self.first_words = {label.partition(" ")[0] for label in self.roles}
        self.openings = self.first_words | OPENINGS
        self.last_words = {label.rpartition(" ")[2] for label in self.roles}

    def of_line(self, string: str, start: int, end: int) -> list[Label]:
        """The labels of a line: one at its start, and those after it that a colon closes."""
        colon = COLON_OR_DASH.search(string, start, end) is not None
        found: list[tuple[LabelRole, int, int]] = []
        if (colon or end - start <= LONGEST_LABEL_LINE) and (first := self.first(string, start, end)):
            found.append(first)
        if colon:
            found += self.before_colons(string, found[0][2] if found else start, end)
        if not found:
            return []
        ends = [*(place for _, place, _ in found[1:]), end]
        return [
            Label(role, place, closed(string, place, rest, close) if string[place - 1] in BRACKETS else close, rest)
            for (role, place, rest), close in zip(found, ends, strict=False)
        ]

    def first(self, string: str, start: int, end: int) -> tuple[LabelRole, int, int] | None:
        """The label at the start of a line with where it starts and where the words after its mark start."""
        word = WORD.search(string, start, end)
        if word is None or (
            word.group().lower() not in self.openings and string[word.end() : word.end() + 1] not in NUMBERED_BY
        ):
            return None
        found = AT_START.match(string, start, end)
        role = self.roles.get(squeezed(found["label"])) if found else None
        return (role, found.start("label"), found.end()) if found and role else None

    def before_colons(self, string: str, start: int, end: int) -> Iterator[tuple[LabelRole, int, int]]:
        """The labels right before the colons of a line: the longest run of words that is one."""
        for colon in COLON.finditer(string, start, end):
            stop = start + len(string[start : colon.start()].rstrip(" \t*_"))
            left = max(start, stop - WIDEST)
            if string[stop - 1] in ")）" or string[stop - 1].isdecimal():
                note = TRAILING_NOTE.search(string, left, stop)
                stop = note.start() if note else stop
            run = NO_RUN.split(string[left:stop])[-1]
            words = words_of(run)
            if not run[-1:].isalpha() or words[-1] not in self.last_words:
                continue
            several = len(words) > LONGEST_LABEL
            last = words[-LONGEST_LABEL:]
            for n in reversed(range(len(last))) if several else range(len(last)):
                role = self.roles.get(" ".join(last[n:]))
                if role is not None and (role != "group" or n == 0):
                    yield role, [*WORD.finditer(string, left, stop)][n - len(last)].start(), colon.end()
                    break

    def phrases(self, string: str, start: int, end: int) -> Iterator[LabelRole]:
        """The roles of the labels that stand in a line, in order, the longest at each place."""
        for run in RUN.findall(string, start, end):
            words = words_of(run)
            n = 0
            while n < len(words):
                ends = range(min(n + LONGEST_LABEL, len(words)), n, -1) if words[n] in self.first_words else ()
                last = next((m for m in ends if " ".join(words[n:m]) in self.roles), None)
                if last is not None and words[n:last] != ["schools"]:  # which heads no column by itself
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
