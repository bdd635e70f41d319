"""Which documents there are: over time, by place, by publisher."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.identity.places import divisions
from pipeline.plural import plural
from pipeline.report import figures
from pipeline.report.gather import Gathered, Paper
from pipeline.report.parts import Cell, Figure, Row, Section, Table, cut, share
from pipeline.report.regions import label, province
from pipeline.report.times import between, periods

LISTED = 1000
"""So many documents are listed; the figures count all."""
LINKS = 300
LONGEST = 80
"""Over more periods than this, those without documents are left out."""
UNDATED = "undated"


def coverage(found: Gathered) -> Section:
    """Documents over time and by province."""
    papers = list(found.papers.values())
    undated = sum(paper.published is None for paper in papers)
    languages = Counter(paper.language for paper in papers)
    text = (
        f"{plural(len(papers), 'document')} in {plural(len(languages), 'language')} "
        f"({', '.join(f'{name} {number}' for name, number in languages.most_common())}) from "
        f"{plural(len({paper.publisher for paper in papers if paper.publisher}), 'named publisher')}; "
        f"{undated} without a date of publication.",
    )
    figure, table = _by_place(found)
    timed = _over_time(papers)
    return Section("coverage", "Coverage", text, (*timed, *figure), table)


def documents(found: Gathered) -> Section:
    """The list of documents, by the period in which they were published."""
    papers = list(found.papers.values())
    of = periods(paper.published for paper in papers)
    by_period: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        by_period[of.get(paper.published or "", UNDATED)].append(paper)
    most = share(len(by_period), LISTED)
    blocks = [
        cut(f"published-{period}", f"{period} · {plural(len(own), 'document')}", [_row(paper) for paper in own], most)
        for period, own in sorted(by_period.items())
    ]
    table = Table(("Title", "Published", "Publisher", "Language", "Records", "Source"), tuple(blocks), "Documents")
    return Section("documents", "Documents", (), (), (table,) if papers else ())


def listed(found: Gathered) -> frozenset[str]:
    """The places of the documents that the list shows."""
    return frozenset(row.id for table in documents(found).tables for block in table.blocks for row in block.rows)


def _row(paper: Paper) -> Row:
    return Row(
        (
            Cell(paper.title),
            Cell(paper.published or ""),
            Cell(paper.publisher or ""),
            Cell(paper.language),
            Cell(str(paper.records)),
            Cell(paper.source),
        ),
        id=paper.anchor,
    )


def _over_time(papers: Sequence[Paper]) -> tuple[Figure, ...]:
    of = periods(paper.published for paper in papers)
    counted = Counter((of[p.published], p.language) for p in papers if p.published in of)
    if not counted:
        return ()
    known = sorted({period for period, _ in counted})
    drawn = between(known[0], known[-1])
    drawn = drawn if len(drawn) <= LONGEST else known
    marks = [
        figures.Bar(
            period, number, f"published-{period}", f"{period}, {language}: {plural(number, 'document')}", language
        )
        for language, _ in Counter(p.language for p in papers if p.published in of).most_common()
        for period in known
        if (number := counted[period, language])
    ]
    every = sum(counted.values())
    unit = "month" if len(known[0]) > 4 else "year"
    caption = (
        f"Documents by {unit} of publication and language: {every} of {plural(len(papers), 'document')}, those whose "
        "date is known."
    )
    return (Figure(figures.columns(marks, drawn, "documents", caption), caption),)


def _by_place(found: Gathered) -> tuple[tuple[Figure, ...], tuple[Table, ...]]:
    """A document counts once for each province in which something lies that it names."""
    of: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for local in found.locals:
        if local.division is not None:
            of[province(local.division).code][local.document] = None
    if not of:
        return (), ()
    placed = {document for own in of.values() for document in own}
    provinces = sorted(of.items(), key=lambda item: (-len(item[1]), item[0]))
    marks, blocks, most = [], [], share(len(provinces), LINKS)
    for code, own in provinces:
        name, anchor = label(divisions()[code]), f"province-{code}"
        says = f"{name}: {plural(len(own), 'document')}"
        marks.append(figures.Bar(name, len(own), anchor, says))
        papers = [found.papers[document] for document in own]
        rows = [Row((Cell(p.title, p.anchor), Cell(p.published or ""), Cell(p.publisher or ""))) for p in papers]
        blocks.append(cut(anchor, says, rows, most))
    caption = (
        f"Documents by province: {len(placed)} of {plural(len(found.papers), 'document')}, those that name a "
        "group, school or body whose division is known. A document counts once for each province."
    )
    table = Table(("Document", "Published", "Publisher"), tuple(blocks), "Documents by province")
    return (Figure(figures.bars(marks, "documents", caption), caption),), (table,)
