"""Announcements for tests of the report."""

from __future__ import annotations

from pipeline.records import CountRecord, Document, GroupRecord, OfficialRecord, Position, Record
from tests.pipeline import build

GROUP = "Dongguan City Yuxin Education Group"


def told(
    source: str, published: str, *, leader: str, founded: str, schools: int, url: str | None = None
) -> tuple[Document, list[Record]]:
    """An announcement on one group: who leads it, since when, and how many schools the city has."""
    text = (
        f"Schools of Dongguan City\n{GROUP} is led by {leader}, since {founded}, with Binhe Primary School.\n"
        f"In 2022-06 Dongguan City has {schools} schools.\nDirector Li Na spoke."
    )
    document = build.document(source, text, url=url).model_copy(update={"published": published})
    return document, [
        group(document, GROUP, leader, founded),
        count(document, schools),
        official(document, "Li Na", "Director"),
    ]


def announcement(source: str, published: str, leader: str) -> tuple[Document, list[Record]]:
    """An announcement on one group, named after its leader."""
    name = f"{leader} Education Group"
    text = (
        f"Notice of {source}\n{name} is led by {leader}, since 2019, with Binhe Primary School.\nDirector Li Na spoke."
    )
    document = build.document(source, text).model_copy(update={"published": published})
    return document, [group(document, name, leader, "2019"), official(document, "Li Na", "Director")]


def group(of: Document, name: str, leader: str, founded: str) -> GroupRecord:
    """A group with one leader, one member and a founding date."""
    behind = of.text.index("is led by")
    made = build.group(of, name, leaders=[leader], members=["Binhe Primary School"], behind=behind)
    return made.model_copy(update={"established": build.field(of.text, founded, after=behind)})


def count(of: Document, number: int) -> CountRecord:
    """A number of schools with its place and date."""
    behind = of.text.index("In 2022-06")
    return CountRecord(
        id=f"c-{of.id}",
        document=of.id,
        text=build.field(of.text, f"{number} schools", after=behind),
        value=number,
        unit=build.field(of.text, "schools", after=behind),
        measure="count",
        modifier="exact",
        status="actual",
        scope=build.field(of.text, "Dongguan City", after=behind),
        as_of=build.field(of.text, "2022-06", after=behind),
        confidence=0.9,
        rule="tests.rule",
    )


def official(of: Document, name: str, title: str) -> OfficialRecord:
    """A person with one post."""
    behind = of.text.rindex(title)
    position = Position(title=build.field(of.text, title, after=behind), category="government")
    return OfficialRecord(
        id=f"o-{of.id}",
        document=of.id,
        name=build.field(of.text, name, after=behind),
        positions=(position,),
        confidence=0.9,
        rule="tests.rule",
    )
