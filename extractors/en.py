"""English: every extractor over one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.counts import columns
from extractors.counts import en as counts
from extractors.counts.columns_en import EnglishColumns
from extractors.dates import en as dates
from extractors.groups import en as groups
from extractors.groups import pairings, rosters
from extractors.groups.labels import Labels
from extractors.groups.layouts_en import EnglishLayouts
from extractors.mentions import Mentions
from extractors.model import Model
from extractors.names.marked import Marked
from extractors.names.tags import classes
from extractors.officials import asked
from extractors.officials import en as officials
from extractors.officials.headed import in_cells, in_groups
from extractors.officials.lines import beside, in_schools
from extractors.officials.shapes import WORDS as POSTS
from extractors.policies import en as policies
from extractors.text import Text


class English:
    """The English rules with their lexicons; ``added`` are a user's words: titles, institutions, labels by role.

    ``model`` is asked about what the rules leave open; None when nobody is to be asked.
    """

    def __init__(self, added: Mapping[str, Sequence[str]] | None = None, model: Model | None = None) -> None:
        added = added or {}
        self.model = model
        titles = POSTS["head"] | {word.lower() for word in added.get("titles", ())}
        self.table = classes(
            titles, POSTS["modifier"], frozenset(word.lower() for word in added.get("institutions", ()))
        )
        self.labels = Labels("en", added)

    def mentions(self, text: Text) -> Mentions:
        """All that the rules find in one text."""
        marked = Marked(text, self.table)
        found_dates = list(dates.find(marked))
        found_policies = list(policies.find(text))
        titles = [policy.title.span for policy in found_policies]
        in_columns = list(columns.find(text, EnglishColumns(marked)))
        titles += [count.found.span for count in in_columns]
        layouts = EnglishLayouts(marked, self.labels, found_dates)
        stated = layouts.mentions()
        listed = (*stated, *rosters.find(marked, layouts.groups, stated), *pairings.find(marked, layouts.groups))
        told = groups.dates_by_sentence(found_dates)
        found_officials = list(asked.find(marked, self.model) if self.model else officials.find(marked))
        return Mentions(
            groups=(*listed, *groups.find(marked, told, layouts.groups, listed)),
            batches=groups.batches_of(marked, told),
            officials=(
                *in_schools(marked, in_groups(found_officials, layouts.under)),
                *beside(marked, found_officials),
                *in_cells(marked, layouts.beside),
            ),
            dates=tuple(found_dates),
            counts=(*in_columns, *counts.find(marked, found_dates, titles)),
            policies=tuple(found_policies),
        )
