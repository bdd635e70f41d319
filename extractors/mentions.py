"""What extractors yield: values at their places in one text, not yet merged, resolved or normalised across it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from extractors.text import Sentence, Span
from extractors.value import value

Category = Literal["government", "school", "other"]
Measure = Literal["count", "percent", "money", "measure"]
Modifier = Literal["exact", "over", "under", "about"]
Status = Literal["actual", "planned"]


@value
class Found:
    """One value at one place, with the rule that found it.

    ``value`` is the normalised form where it is not the quote itself; ``context`` are other passages that a reader needs
    in order to agree; ``basis`` are passages from which something was inferred, each with what.
    """

    span: Span
    sentence: Sentence
    rule: str
    confidence: float
    value: str | None = None
    context: tuple[Span, ...] = ()
    basis: tuple[tuple[Span, str], ...] = ()
    flags: tuple[str, ...] = ()


@value
class CalendarForm:
    """What a date expression states, before a year is inferred: EDTF with ``XXXX`` for a year that is not printed.

    ``anchor`` says how it hangs on the document's dates: "year" is the year of publication plus ``shift``,
    "same" the year last named in the text, "day" the day of publication plus ``shift``, "month" its month;
    "every" no year at all; None for a full expression.
    """

    edtf: str
    anchor: Literal["year", "same", "day", "month", "every"] | None = None
    shift: int = 0
    bare: bool = False
    """Whether a day is printed without its month: 记者3日获悉."""


@value
class DateMention:
    """A calendar expression at one place."""

    found: Found
    form: CalendarForm


@value
class GroupMention:
    """A statement about a group: its name where it is printed, and what is said of it there.

    ``standing`` is False where a name is only mentioned inside another name or title and founds no record by itself.
    """

    name: Found
    aliases: tuple[Found, ...] = ()
    leaders: tuple[Found, ...] = ()
    members: tuple[Found, ...] = ()
    established: DateMention | None = None
    standing: bool = True


@value
class BatchMention:
    """So many groups founded at once on a date, told before they are named: 'The three groups were approved in July'."""

    number: int
    date: DateMention


@value
class PositionMention:
    """One title, in one organisation if the text names it."""

    title: Found
    organisation: Found | None
    category: Category


@value
class OfficialMention:
    """A named person with what one sentence says of their positions."""

    name: Found
    positions: tuple[PositionMention, ...]


@value
class CountMention:
    """A number with what it counts."""

    found: Found
    value: int | float
    measure: Measure
    modifier: Modifier
    status: Status
    unit: Found | None = None
    upper: int | float | None = None
    scope: Found | None = None
    as_of: DateMention | None = None


@value
class PolicyMention:
    """A document named by its title."""

    title: Found
    date: DateMention | None = None


@value
class Mentions:
    """All that the extractors of one language found in one text, each kind in the order of the text."""

    groups: tuple[GroupMention, ...] = ()
    batches: tuple[BatchMention, ...] = ()
    officials: tuple[OfficialMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    policies: tuple[PolicyMention, ...] = ()


def together(parts: Sequence[Mentions]) -> Mentions:
    """The mentions of several parts of one text as one, each kind in the order of the text."""
    return Mentions(
        groups=tuple(sorted((m for part in parts for m in part.groups), key=lambda m: m.name.span.start)),
        batches=tuple(sorted((m for part in parts for m in part.batches), key=lambda m: m.date.found.span.start)),
        officials=tuple(sorted((m for part in parts for m in part.officials), key=lambda m: m.name.span.start)),
        dates=tuple(sorted((m for part in parts for m in part.dates), key=lambda m: m.found.span.start)),
        counts=tuple(sorted((m for part in parts for m in part.counts), key=lambda m: m.found.span.start)),
        policies=tuple(sorted((m for part in parts for m in part.policies), key=lambda m: m.title.span.start)),
    )
