"""An audit as it is printed: for people as tables, for programs as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from pipeline.harmless import harmless
from pipeline.plural import plural
from pipeline.records import identifying
from pipeline.review.agreement import Conflict
from pipeline.review.audit import NAMES, Audit, Rule
from pipeline.review.proportion import Proportion
from pipeline.review.reviewed import reviewers
from pipeline.score.tally import SCORED_KINDS

SHOWN_RULES = 15
SHOWN_CONFLICTS = 20
STATES = {
    "open": "open",
    "conflict": "in conflict",
    "changed": "changed since",
    "unsure": "unsure",
    "gone": "gone from the data set",
}
"""What became of a sampled record that is not decided."""


def lines(audit: Audit) -> Iterator[str]:
    """An audit for people."""
    yield from _about_the_sample(audit)
    yield from _about_reading(audit)
    if audit.precision or audit.recall:
        yield ""
        yield from _figures(audit)
    if any(rule.overruled for rule in audit.rules):
        yield ""
        yield from _rules(audit.rules)
    if audit.agreements.readings:
        yield ""
        yield from _agreement(audit)
    if audit.conflicts:
        yield ""
        yield f"{plural(len(audit.conflicts), 'record')} to settle between reviewers:"
        yield from (f"  {_told(conflict)}" for conflict in audit.conflicts[:SHOWN_CONFLICTS])
        if len(audit.conflicts) > SHOWN_CONFLICTS:
            yield f"and {len(audit.conflicts) - SHOWN_CONFLICTS} more; --json has all"


def as_json(audit: Audit) -> str:
    """The same as one JSON object; each share has ``share``, ``low``, ``high``, ``judged`` and ``effective``."""
    sample = audit.sample
    return json.dumps(
        {
            "documents": audit.documents,
            "records": audit.records,
            "decided": audit.decided,
            "sample": sample
            and {
                "drawn": sample.drawn,
                "size": sample.size,
                "seed": sample.seed,
                "records": len(sample.records),
                "states": dict(sorted(audit.sampled.items())),
                "empty_strata": audit.empty_strata,
            },
            "precision": {name: _rounded(share) for name, share in audit.precision.items()},
            "documents_read": audit.read,
            "documents_read_unfinished": audit.unfinished,
            "recall": {name: _rounded(share) for name, share in audit.recall.items()},
            "rules": [{"rule": rule.name, "overruled": rule.overruled, **_rounded(rule.share)} for rule in audit.rules],
            "agreement": {
                "documents": audit.agreements.documents,
                "readings": audit.agreements.readings,
                "f1": {each.kind: each.f1 and round(each.f1, 4) for each in audit.agreements.kinds},
            },
            "conflicts": [_conflict(conflict) for conflict in audit.conflicts],
        },
        ensure_ascii=False,
    )


def _about_the_sample(audit: Audit) -> Iterator[str]:
    sample = audit.sample
    if sample is None:
        yield (
            f"no sample is drawn; of {plural(audit.records, 'record')} {audit.decided} are decided, chosen by the "
            "reviewers, and maybe unlike the rest: draw one with --sample 200"
        )
        return
    left = [f"{audit.sampled[state]} {words}" for state, words in STATES.items() if audit.sampled[state]]
    yield (
        f"sample of {len(sample.records)} records, drawn {sample.drawn} with seed {sample.seed}: "
        + ", ".join([f"{audit.sampled['decided']} decided", *left])
    )
    if audit.sampled["open"] or audit.sampled["conflict"]:
        yield "to review it, start `communique review` with the filter 'Audit sample only'; figures are provisional"
    if audit.empty_strata and audit.precision:
        yield f"nothing is decided yet of {', '.join(audit.empty_strata)}: the precision does not speak for them"
    if audit.sampled["gone"] + audit.sampled["changed"] > len(sample.records) / 10:
        yield "the data set is another one than the sample was drawn from: draw a new one with another --seed"


def _about_reading(audit: Audit) -> Iterator[str]:
    if audit.read or audit.unfinished:
        left = f"; in {audit.unfinished} more there are records left to decide" if audit.unfinished else ""
        yield f"recall from {plural(audit.read, 'document')} read in full{left}"
    else:
        yield "no recall: no document is marked as read in full"


def _figures(audit: Audit) -> Iterator[str]:
    yield f"{'':<12}{'precision':>10}{'95 %':>16}{'judged':>8}{'worth':>8}{'recall':>10}{'95 %':>16}{'wanted':>8}"
    for name in NAMES:
        precision, recall = audit.precision.get(name), audit.recall.get(name)
        if precision is None and recall is None:
            continue
        label = name if name in SCORED_KINDS else f"  {name}"
        worth = f"{precision.effective:8.0f}" if precision else f"{'-':>8}"
        cells = f"{label:<14}{_share(precision, 8)}{worth}{_share(recall, 10)}"
        yield cells.rstrip()
    yield "worth: so many records drawn singly and evenly would say as much; the intervals are Wilson's at that size"


def _share(share: Proportion | None, width: int) -> str:
    if share is None:
        return f"{'-':>{width}}{'-':>16}{'-':>8}"
    return f"{share.share:{width}.3f}{f'{share.low:.3f} to {share.high:.3f}':>16}{share.judged:8d}"


def _rules(rules: tuple[Rule, ...]) -> Iterator[str]:
    named = [rule for rule in rules if rule.overruled]
    yield f"{'overruled':>9}{'of':>7}{'share':>8}{'95 %':>16}  rule"
    for rule in named[:SHOWN_RULES]:
        share = rule.share
        interval = f"{share.low:.3f} to {share.high:.3f}"
        yield f"{rule.overruled:9d}{share.judged:7d}{share.share:8.3f}{interval:>16}  {harmless(rule.name)}"
    if len(named) > SHOWN_RULES:
        yield f"and {len(named) - SHOWN_RULES} more rules; --json has all"


def _agreement(audit: Audit) -> Iterator[str]:
    found = audit.agreements
    yield f"agreement of two who read apart, F1 over {plural(found.documents, 'document')}:"
    for each in found.kinds:
        if each.f1 is not None:
            yield f"  {each.kind:<10}{each.f1:8.3f}  {each.both} in both, {each.one} and {each.other} in each"


def _told(conflict: Conflict) -> str:
    cells = (f"{conflict.document.source}: {conflict.standing.record.kind}", _quote(conflict), _sides(conflict))
    return harmless(" · ".join(cells))


def _quote(conflict: Conflict) -> str:
    return identifying(conflict.standing.record).text


def _sides(conflict: Conflict) -> str:
    return " / ".join(f"{each.who}: {each.what}" for each in conflict.standing.decisions)


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "document": conflict.document.id,
        "record": conflict.standing.record.id,
        "kind": conflict.standing.record.kind,
        "quote": _quote(conflict),
        "decisions": [each.id for each in conflict.standing.decisions],
        "who": reviewers(conflict.standing),
    }


def _rounded(share: Proportion) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(share).items()}
