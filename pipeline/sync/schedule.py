"""When a page is asked again."""

from __future__ import annotations

from datetime import datetime, timedelta

from pipeline.clock import stamp

SERIES = (1.0, 3.0, 7.0, 30.0, 90.0)
"""Days between two visits: a page changes soon after it is published, or hardly ever. The last goes on."""
SLACK = timedelta(hours=2)
"""A job that starts some minutes earlier than the night before still finds yesterday's pages due."""

Revisit = float | tuple[float, ...] | None


def due(at: datetime, visits: int, revisit: Revisit) -> str:
    """When a page that answered at a time, for the ``visits``-th time since it was new or changed, is asked again.

    ``revisit`` is one number of days, every so often; several, counted from the first visit, the last step going on.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    >>> due(noon, 1, None), due(noon, 9, None), due(noon, 2, 7.0), due(noon, 2, (1.0, 7.0))
    ('2026-11-02T10:00:00Z', '2027-01-30T10:00:00Z', '2026-11-08T10:00:00Z', '2026-11-07T10:00:00Z')
    """
    gap = timedelta(days=_gap(visits, revisit))
    return stamp(at + max(gap - SLACK, gap / 2))


def _gap(visits: int, revisit: Revisit) -> float:
    if revisit is None:
        return SERIES[min(visits, len(SERIES)) - 1]
    if isinstance(revisit, float | int):
        return float(revisit)
    gaps = [later - earlier for earlier, later in zip((0.0, *revisit), revisit, strict=False)]
    return gaps[min(visits, len(gaps)) - 1]
