"""Chinese: every extractor over one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.counts import columns
from extractors.counts import zh as counts
from extractors.counts.columns_zh import ChineseColumns, flattened
from extractors.dates import zh as dates
from extractors.groups import zh as groups
from extractors.mentions import Mentions
from extractors.officials import zh as officials
from extractors.officials.cells_zh import in_cells
from extractors.policies import zh as policies
from extractors.script import Folded, folded
from extractors.text import Text


class Chinese:
    """The Chinese rules with their lexicons; ``added`` are a user's words: titles, institutions, labels by role."""

    def __init__(self, added: Mapping[str, Sequence[str]] | None = None) -> None:
        self.added = {name: frozenset(map(folded, words)) for name, words in (added or {}).items()}

    def mentions(self, text: Text) -> Mentions:
        """All that the rules find in one text."""
        plain = Folded(text, self.added)
        found_dates = tuple(dates.find(plain))
        found_policies = tuple(policies.find(plain))
        layouts = groups.reading(plain, found_dates)
        found_groups = tuple(groups.told(layouts)) if layouts else ()
        in_columns = (*columns.find(text, ChineseColumns(plain)), *flattened(plain))
        taken = [policy.title.span for policy in found_policies] + [count.found.span for count in in_columns]
        return Mentions(
            groups=found_groups,
            officials=(*officials.find(plain), *(in_cells(plain, layouts) if layouts else ())),
            dates=found_dates,
            counts=(*in_columns, *counts.find(plain, found_dates, taken)),
            policies=found_policies,
            batches=groups.batches_of(plain, found_dates),
        )
