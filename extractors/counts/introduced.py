"""Counted phrases that open with a grade or with quotation marks."""

from __future__ import annotations

import re

from extractors.counts import phrases
from extractors.counts.rates import Rates
from extractors.counts.written import Number
from extractors.text import Span

QUOTED = re.compile(r' (?P<opening>["“])(?P<inner>[^"“”\n]{2,50})["”]')
"""'45 "smart classrooms"', '3 "famous teacher" studios'."""
INTRODUCING = frozenset({"primary", "secondary", "grade", "year", "form", "class", "standard", '"'})
"""What opens a phrase that names its grade or is quoted: '180 Grade 9 learners', '2,750 Primary One children'."""


class Introduced(Rates):
    """What numbers count where the phrase does not begin with its noun or an adjective."""

    def introduced(self, number: Number, n: int) -> tuple[Span | None, int, str] | None:
        """'180 Grade 9 learners', '45 "smart classrooms"', '3 "famous teacher" studios'; None where no such thing is counted."""
        if self.small[n] != '"':
            graded = phrases.after(self.tags, n + 2, self.last) if self.tags.letters[n + 1] in "Dw" else None
            return self.phrase(self.tags.span(n, graded[1])) if graded else None
        quoted = QUOTED.match(self.string, number.end, self.sentence.end)
        if quoted is None:
            return None, number.end, ""
        last = self.tags.at(quoted.end() - 1) - 1
        if phrases.is_plural(self.small[last]):
            if " " not in quoted["inner"] or not phrases.countable(self.tags, last):
                return None, number.end, ""  # three "musts"
            return self.marked.text.span(*quoted.span("inner")), quoted.end(), "counts.after"
        k = self.tags.at(quoted.end())
        ahead = phrases.after(self.tags, k, min(self.last, k + 4)) if k < self.last else None
        if ahead is None:
            return None, number.end, ""
        return self.phrase(self.marked.text.span(quoted.start("opening"), self.tags.end(ahead[1] - 1)))

    def phrase(self, unit: Span) -> tuple[Span, int, str]:
        """A counted phrase behind its number."""
        return unit, unit.end, "counts.after"
