"""The report as one file: what is counted, drawn, cited, and how it was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from pipeline.export.exporting import links_of
from pipeline.export.folder import whole_of
from pipeline.report.accuracy import accuracy
from pipeline.report.conflicts import conflicts
from pipeline.report.counts import counts
from pipeline.report.coverage import coverage, documents, listed
from pipeline.report.flags import flags
from pipeline.report.gather import Gathered, Paper, gathered
from pipeline.report.groups import groups
from pipeline.report.officials import officials
from pipeline.report.parts import Cited, Section, cited
from pipeline.report.passages import Key, Passage, key, passages
from pipeline.review.audit import Audit, audit_folder
from pipeline.standalone import environment, style
from pipeline.store.dataset import opened
from pipeline.store.disk import told, whole
from pipeline.store.seal import Seal


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: documents, figures, and rows that cite sentences."""

    documents: int
    figures: int
    citations: int


def write(folder: Path, path: Path) -> Written:
    """Write the report on a folder's data set, in the place of one that is there.

    Raises SealError when the data set is damaged, StoreError when something cannot be read or written; then the former
    page stays.
    """
    with opened(folder) as dataset:
        exported = whole_of(dataset)
        found = gathered(exported.documents, links_of(exported))
        audit = audit_folder(folder) if exported.decisions else None
        sections = report(found, audit)
        shown = passages(dataset.documents(), cited(sections))
        with told(path, "written"), whole(path) as file:
            for part in parts(dataset.seal, found, sections, shown):
                file.write(part.encode())
    return Written(len(found.papers), sum(len(each.figures) for each in sections), len(shown))


def report(found: Gathered, audit: Audit | None) -> tuple[Section, ...]:
    """The sections of the report, in their order."""
    return (
        coverage(found),
        groups(found),
        counts(found),
        officials(found),
        conflicts(found),
        flags(found),
        accuracy(found, audit),
        documents(found),
    )


def parts(seal: Seal, found: Gathered, sections: tuple[Section, ...], shown: dict[Key, Passage]) -> Iterator[str]:
    """The page piece by piece; ``shown`` are the passages that its rows cite."""
    templates = environment("pipeline.report")
    places = listed(found)

    def passage(each: Cited) -> Passage | None:
        return shown.get(key(each))

    def paper(each: Cited) -> Paper:
        return found.papers[each.document]

    return templates.get_template("report.html").generate(
        style=style(templates, "report.css"),
        seal=seal,
        found=found,
        sections=sections,
        drawing=Markup,
        passage=passage,
        paper=paper,
        listed=places,
    )
