"""How right the data set is: by its reviewers, or, where nobody has reviewed it, by texts that the rules never saw."""

from __future__ import annotations

import json
from importlib.resources import files

from pipeline.plural import plural
from pipeline.report import figures
from pipeline.report.gather import Gathered
from pipeline.report.parts import Block, Cell, Figure, Row, Section, Table
from pipeline.review.audit import NAMES, Audit
from pipeline.review.proportion import Proportion


def accuracy(found: Gathered, audit: Audit | None) -> Section:
    """Measured figures where there are any; else what was measured elsewhere, and that nobody has reviewed this."""
    if audit is None or not (audit.precision or audit.recall):
        return _unreviewed(found)
    return _reviewed(found, audit)


def _reviewed(found: Gathered, audit: Audit) -> Section:
    measured = [("precision", audit.precision), ("recall", audit.recall)]
    marks = [
        figures.Interval(
            name,
            share.share,
            share.low,
            share.high,
            measure,
            f"accuracy-{at}",
            f"{measure} of {name}: {_told(share)}",
        )
        for at, name in enumerate(NAMES, 1)
        for measure, shares in measured
        if (share := shares.get(name)) is not None
    ]
    drawn_from = (
        f"a random sample of {plural(len(audit.sample.records), 'record')} ({audit.sampled['decided']} of them decided)"
        if audit.sample
        else f"all {plural(audit.decided, 'decided record')}; no sample was drawn, so these may be unlike the rest"
    )
    text = (
        f"Reviewers decided {audit.decided} of {plural(audit.records, 'record')} and read {audit.read} of "
        f"{plural(audit.documents, 'document')} in full. Precision is that of {drawn_from}; recall is that of the "
        "documents read in full. Bars are 95 % intervals (Wilson). “communique audit” prints the same figures, and "
        "says more of them.",
    )
    rows = tuple(
        Row((Cell(name), *_cells(audit.precision.get(name)), *_cells(audit.recall.get(name))), id=f"accuracy-{at}")
        for at, name in enumerate(NAMES, 1)
        if name in audit.precision or name in audit.recall
    )
    columns = ("Of", "Precision", "95 % interval", "Judged", "Recall", "95 % interval", "Judged")
    table = Table(columns, (Block("accuracy-measured", "", rows),), "Precision and recall", short=True)
    caption = f"Precision and recall by kind of statement, from the decisions on {plural(audit.decided, 'record')}."
    figure = Figure(figures.intervals(marks, caption), caption)
    return Section("accuracy", "Accuracy", text, (figure,), (table, *_review_state(found)))


def _unreviewed(found: Gathered) -> Section:
    known = json.loads(files("pipeline.report").joinpath("expected.json").read_text("utf-8"))
    text = (
        "Not reviewed: nobody has decided enough of these records to say how many are right. The figures below are of "
        "other texts.",
        f"To expect is a macro F1 of {known['lowest']} to {known['highest']} over eight kinds of statement, depending "
        "on how far these announcements are from those that the rules were developed on: that is what they reached "
        "on announcements they had never seen, annotated by hand. “communique audit --sample 200” measures this "
        "data set itself, by what its reviewers decide.",
    )
    rows = tuple(Row((Cell(each["name"]), Cell(str(each["documents"])), Cell(each["f1"]))) for each in known["sets"])
    table = Table(
        ("Texts", "Documents", "Macro F1"),
        (Block("accuracy-expected", "", rows),),
        "At first sight, elsewhere",
        short=True,
    )
    return Section("accuracy", "Accuracy", text, (), (table, *_review_state(found)))


def _review_state(found: Gathered) -> tuple[Table, ...]:
    if not found.statuses:
        return ()
    rows = tuple(Row((Cell(status), Cell(str(number)))) for status, number in found.statuses.most_common())
    heading = f"{plural(sum(found.statuses.values()), 'record')}; {plural(found.read, 'document')} read in full"
    return (Table(("Review", "Records"), (Block("review", heading, rows),), "State of review", short=True),)


def _cells(share: Proportion | None) -> tuple[Cell, ...]:
    if share is None:
        return (Cell(""),) * 3
    return Cell(f"{share.share:.3f}"), Cell(f"{share.low:.3f}–{share.high:.3f}"), Cell(str(share.judged))


def _told(share: Proportion) -> str:
    return f"{share.share:.1%} ({share.low:.1%} to {share.high:.1%}), {share.judged} judged"
