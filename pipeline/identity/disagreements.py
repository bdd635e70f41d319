"""What two witnesses say differently: listed, and nothing is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.identity.links import Link, schools
from pipeline.identity.pairing import Pair
from pipeline.identity.testimony import Testimony
from pipeline.records import Frozen, GroupRecord, identifying


class Disagreement(Frozen):
    """What two witnesses say differently; None where one of them says nothing."""

    records: tuple[str | None, str | None]
    about: str
    said: tuple[str | None, str | None]


def disagreements(a: Testimony, b: Testimony, pairs: Sequence[Pair], links: Sequence[Link]) -> Iterator[Disagreement]:
    """What linked groups, dates and numbers of two documents say differently, and what only one of them says."""
    for pair in pairs:
        yield from _groups_disagree(a.groups[pair.first], b.groups[pair.second], links)
    linked = {record for link in links for record in link.records}
    for about, ours, theirs in (("date", a.dates, b.dates), ("count", a.counts, b.counts)):
        for record in ours:
            if record.id not in linked:
                yield Disagreement(records=(record.id, None), about=about, said=(identifying(record).text, None))
        for record in theirs:
            if record.id not in linked:
                yield Disagreement(records=(None, record.id), about=about, said=(None, identifying(record).text))


def _groups_disagree(first: GroupRecord, second: GroupRecord, links: Sequence[Link]) -> Iterator[Disagreement]:
    ids = (first.id, second.id)
    one = first.established.value if first.established else None
    other = second.established.value if second.established else None
    if one and other and one != other:
        yield Disagreement(records=ids, about="established", said=(one, other))
    linked = {link.texts for link in links if link.records == ids and link.field == "school"}
    ours, theirs = {text for text, _ in linked}, {text for _, text in linked}
    leading = ({field.text for field in first.leaders}, {field.text for field in second.leaders})
    for text, translated in sorted(linked):
        if (text in leading[0]) != (translated in leading[1]):
            yield Disagreement(records=ids, about="leader", said=_only(text, translated, first=text in leading[0]))
    if schools(first) and schools(second):
        for field in schools(first):
            if field.text not in ours:
                yield Disagreement(records=ids, about="school", said=(field.text, None))
        for field in schools(second):
            if field.text not in theirs:
                yield Disagreement(records=ids, about="school", said=(None, field.text))


def _only(first_text: str, second_text: str, *, first: bool) -> tuple[str | None, str | None]:
    return (first_text, None) if first else (None, second_text)
