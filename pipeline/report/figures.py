"""The charts of the report, each from plain marks: bars, columns, a grid of numbers, points in time, intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import altair as alt

from pipeline.report.svg import drawn, shown

WIDTH = 880
"""Of a figure, in pixels; the page makes it narrower where it must."""
HALF = 430
STEP = 20
MONTHS = 4
"""So many months are named on an axis of days."""
SERIES = [f"var(--series-{number})" for number in range(1, 7)]
SHADES = [f"var(--shade-{number})" for number in range(1, 6)]
DEEP = 3
"""From this shade on, numbers are printed in the colour of the ground."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar or a part of one: so many ``number``; ``to`` is the place of the page that it leads to."""

    label: str
    number: int
    to: str
    says: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Square:
    """One number of a grid."""

    row: str
    column: str
    number: int
    to: str
    says: str


@dataclass(frozen=True, slots=True)
class Point:
    """One statement: a value on a day. Points of one ``series`` are joined."""

    day: str
    value: float
    series: str
    part: str
    to: str
    says: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A share with the ends of its interval."""

    label: str
    share: float
    low: float
    high: float
    part: str
    to: str
    says: str


def bars(marks: Sequence[Bar], counted: str, says: str, parts: Sequence[str] = ("",)) -> str:
    """Lying bars in the order given; ``parts`` of one bar side by side, each in its colour."""
    labels = _order(mark.label for mark in marks)
    base = alt.Chart(_data(marks, rank=lambda mark: list(parts).index(mark.part))).encode(
        y=alt.Y("label:N", sort=labels, axis=alt.Axis(title=None, ticks=False, domain=False, labelPadding=8)),
        x=alt.X("number:Q", stack="zero", axis=_counting(marks, counted)),
    )
    drawing = base.mark_bar(height=STEP - 7).encode(
        color=_colour(parts), order=alt.Order("rank:Q"), href="href:N", description="says:N"
    )
    totals = base.transform_aggregate(number="sum(number)", groupby=["label"]).mark_text(
        align="left", dx=5, color="var(--soft)"
    )
    chart = alt.layer(drawing, totals.encode(text="number:Q"))
    return drawn(_sized(chart, WIDTH, len(labels) * STEP), says)


def columns(marks: Sequence[Bar], periods: Sequence[str], counted: str, says: str) -> str:
    """Standing bars over time, empty periods with their place."""
    parts = _order(mark.part for mark in marks)
    every = -(-len(periods) // 14)
    labelled = list(periods)[::every]
    chart = (
        alt.Chart(_data(marks, rank=lambda mark: parts.index(shown(mark.part))))
        .mark_bar()
        .encode(
            x=alt.X(
                "label:O",
                scale=alt.Scale(domain=list(periods), paddingInner=0.2),
                axis=alt.Axis(title=None, values=labelled, labelAngle=0, grid=False),
            ),
            y=alt.Y("number:Q", stack="zero", axis=_counting(marks, counted)),
            color=_colour(parts),
            order=alt.Order("rank:Q"),
            href="href:N",
            description="says:N",
        )
    )
    return drawn(_sized(chart, min(WIDTH, 90 + 90 * len(periods)), 220), says)


def grid(squares: Sequence[Square], columns: Sequence[str], title: str, says: str, most: int) -> str:
    """Numbers by row and column, darker where there are more; ``most`` and what is above it are darkest."""
    rows = _order(square.row for square in squares)
    base = alt.Chart(_data(squares, shade=lambda square: _shade(square.number, most))).encode(
        x=alt.X("column:O", sort=None, scale=alt.Scale(domain=list(columns)),
                axis=alt.Axis(title=title, orient="top", labelAngle=0, ticks=False, domain=False)),
        y=alt.Y("row:O", sort=rows, axis=alt.Axis(title=None, ticks=False, domain=False, labelPadding=8)),
    )  # fmt: skip
    shades = alt.Color("shade:O", legend=None, scale=alt.Scale(domain=list(range(len(SHADES))), range=SHADES))
    ink = alt.condition(f"datum.shade >= {DEEP}", alt.value("var(--paper)"), alt.value("var(--ink)"))
    boxes = base.mark_rect(stroke="var(--paper)", strokeWidth=2).encode(
        color=shades, href="href:N", description="says:N"
    )
    numbers = base.mark_text().encode(text="number:Q", color=ink, href="href:N", description="says:N")
    return drawn(_sized(alt.layer(boxes, numbers), WIDTH, len(rows) * (STEP + 4)), says)


def points(marks: Sequence[Point], counted: str, says: str, parts: Sequence[str]) -> str:
    """Values over time; those of one series are joined by a line. Great spans of values have a logarithmic scale."""
    values = [mark.value for mark in marks]
    wide = min(values) > 0 and max(values) > 50 * min(values)
    scale = alt.Scale(type="log", nice=False, padding=8) if wide else alt.Scale(zero=False, nice=True, padding=8)
    ticks: Any = {"values": [10**power for power in range(13)]} if wide else {"tickCount": 5}
    base = alt.Chart(_data(marks)).encode(
        x=alt.X("day:T", scale=alt.Scale(type="utc", padding=10), axis=_days([mark.day for mark in marks])),
        y=alt.Y("value:Q", scale=scale, axis=alt.Axis(title=None, format=",~f", **ticks)),
    )
    lines = base.transform_filter("datum.series != ''").mark_line(strokeWidth=1, color="var(--soft)", opacity=0.6)
    dots = base.mark_point(filled=True, size=60, opacity=0.85).encode(
        color=_colour(parts), href="href:N", description="says:N"
    )
    chart = alt.layer(lines.encode(detail="series:N"), dots).properties(title=shown(counted))
    return drawn(_sized(chart, HALF, 200), says)


def intervals(marks: Sequence[Interval], says: str) -> str:
    """Shares between 0 and 1 with their intervals."""
    labels, parts = _order(mark.label for mark in marks), _order(mark.part for mark in marks)
    percent = alt.Axis(title=None, format=".0%", tickCount=6)
    base = alt.Chart(_data(marks)).encode(
        y=alt.Y("label:N", sort=labels, axis=alt.Axis(title=None, ticks=False, domain=False, labelPadding=8)),
        yOffset=alt.YOffset("part:N", sort=parts),
        color=_colour(parts),
    )
    spans = base.mark_rule(strokeWidth=2).encode(
        x=alt.X("low:Q", scale=alt.Scale(domain=[0, 1]), axis=percent), x2="high:Q"
    )
    dots = base.mark_point(filled=True, size=70, opacity=1).encode(x="share:Q", href="href:N", description="says:N")
    return drawn(_sized(alt.layer(spans, dots), WIDTH, len(labels) * (STEP + 8)), says)


def _data(marks: Sequence[Any], **more: Any) -> alt.InlineData:
    """Marks as data of a chart: texts without control marks, the place as an address, and what is made of each mark."""
    rows = []
    for mark in marks:
        row = {name: shown(value) if isinstance(value, str) else value for name, value in asdict(mark).items()}
        row["href"] = f"#{row.pop('to')}"
        rows.append(row | {name: made(mark) for name, made in more.items()})
    return alt.InlineData(values=rows)


def _order(labels: Any) -> list[str]:
    return list(dict.fromkeys(shown(label) for label in labels))


def _colour(parts: Sequence[str]) -> alt.Color:
    """One colour a part; a legend where there are several."""
    legend = alt.Legend() if len(parts) > 1 else None
    return alt.Color("part:N", scale=alt.Scale(domain=list(parts), range=SERIES), legend=legend, title=None)


def _counting(marks: Sequence[Bar], counted: str) -> alt.Axis:
    """An axis of whole numbers."""
    sums: dict[str, int] = {}
    for mark in marks:
        sums[mark.label] = sums.get(mark.label, 0) + mark.number
    return alt.Axis(title=counted, format=",d", tickCount=min(6, max(sums.values(), default=1)), tickMinStep=1)


def _days(days: Sequence[str]) -> alt.Axis:
    """At most seven years; where there are few years, months that have marks, each at its first one and named once."""
    years = sorted({int(day[:4]) for day in days})
    if len(years) > 2:
        every = -(-(years[-1] - years[0]) // 6)
        values = [alt.DateTime(year=year, utc=True) for year in range(years[0] + 1, years[-1] + 1, every)]
        return alt.Axis(title=None, format="%Y", values=values, grid=False)
    firsts = list({day[:7]: day for day in sorted(days, reverse=True)}.values())[::-1]
    chosen = firsts[:: -(-len(firsts) // MONTHS)]
    values = [alt.DateTime(year=int(d[:4]), month=int(d[5:7]), date=int(d[8:]), utc=True) for d in chosen]
    return alt.Axis(title=None, format="%Y-%m", values=values, labelOverlap=True, grid=False)


def _shade(number: int, most: int) -> int:
    return min(len(SHADES) - 1, int((number / most) ** 0.5 * len(SHADES)) if number else 0)


def _sized(chart: Any, width: int, height: int) -> Any:
    return chart.properties(width=width, height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
