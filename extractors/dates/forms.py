"""The forms that date expressions take in one language: many patterns tried as one, the first that fits at a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from extractors.mentions import CalendarForm

Parts = dict[str, str]
Build = Callable[[Parts], CalendarForm | None]
Form = tuple[str, str, str, Build]
"""What it looks like; what it may open with, a letter each; how it is written; what its parts state."""


class Forms:
    """Forms compiled together, one pattern for each opening.

    A cheap pattern, the opening, spares most of the costly looks; ``openings`` says for its last group which forms may
    fit there, by their letter.
    """

    def __init__(self, forms: Sequence[Form], openings: Mapping[str, str]) -> None:
        self.forms = forms
        made = {letter: self.combined(letter) for letter in set(openings.values())}
        self.patterns = {group: made[letter] for group, letter in openings.items()}
        self.parts = {
            f"f_{n}": (build, [(name, f"{name}_{n}") for name in re.findall(r"\(\?P<(\w+)>", pattern)])
            for n, (_, _, pattern, build) in enumerate(forms)
        }

    def combined(self, opening: str) -> re.Pattern[str]:
        """The forms with one opening as one pattern: form n is group ``f_<n>``, its parts carry the number too (``y_<n>``)."""
        numbered = (
            (n, re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{n}>", pattern))
            for n, (_, openings, pattern, _) in enumerate(self.forms)
            if opening in openings
        )
        return re.compile("|".join(f"(?P<f_{n}>{pattern})" for n, pattern in numbered))

    def matches(self, opening: re.Pattern[str], string: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Where the forms match between two offsets, left to right, none inside another."""
        while look := opening.search(string, start, end):
            match = self.patterns[look.lastgroup or ""].match(string, look.start(), end)
            if match:
                start = match.end()
                yield match
            else:
                start = look.start() + 1

    def stated(self, match: re.Match[str]) -> tuple[CalendarForm | None, Parts]:
        """What a match states, None when its parts make no date; and the parts."""
        build, groups = self.parts[match.lastgroup or ""]
        parts = {name: value for name, group in groups if (value := match[group])}
        return build(parts), parts
