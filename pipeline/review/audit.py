"""How right a data set is, by what reviewers said of it: precision, recall, and the rules that they overrule.

Precision is that of the records drawn as a sample, weighted by what each stands for; records that nobody has decided
yet leave their weight to the others of their stratum. Without a sample it is that of all decided records, which may be
unlike the rest. Recall is that of the documents read in full in which nothing is left to do. A decision counts as long
as the rules still state the very same: where they have learnt from it, their being right there proves nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.anchors import Anchors
from pipeline.clock import now, stamp
from pipeline.review.agreement import Agreements, Conflict, agreements, conflicts
from pipeline.review.log import Log, Logged, logged
from pipeline.review.proportion import Bundle, Proportion, proportion
from pipeline.review.reviewed import Reviewed, reviewed
from pipeline.review.sample import Drawn, Sample, draw
from pipeline.review.standing import Standing
from pipeline.review.verdicts import DETAILS, JUDGEMENTS, Verdict, verdict
from pipeline.score.tally import SCORED_KINDS
from pipeline.store.dataset import opened

NAMES: tuple[str, ...] = (*SCORED_KINDS, *DETAILS)
"""What precision is given of: the scorer's kinds, then details of these."""
RECALLED = tuple(name for name in NAMES if name not in JUDGEMENTS)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: how many of the fields that it made were judged, and the share that was overruled."""

    name: str
    overruled: int
    share: Proportion


@dataclass(frozen=True, slots=True)
class Audit:
    """What can be said of a data set.

    ``sampled`` says what became of the records drawn: ``decided``, ``open``, ``unsure``, ``conflict``, ``changed`` (the
    rules state something else since), ``gone``. ``empty_strata`` are those of which nothing is decided: the precision
    does not speak for them. ``read`` documents give the recall, ``unfinished`` ones were read and have records to do.
    """

    sample: Sample | None
    sampled: Counter[str]
    empty_strata: tuple[str, ...]
    precision: dict[str, Proportion]
    recall: dict[str, Proportion]
    decided: int
    records: int
    read: int
    unfinished: int
    documents: int
    rules: tuple[Rule, ...]
    agreements: Agreements
    conflicts: tuple[Conflict, ...]


@dataclass(slots=True)
class _Counted:
    """What one pass over the documents gathers."""

    verdicts: dict[str, Verdict] = field(default_factory=dict)
    """Of the records of today that somebody decided, by id."""
    states: dict[str, str] = field(default_factory=dict)
    found: defaultdict[str, list[Bundle]] = field(default_factory=lambda: defaultdict(list))
    read: int = 0
    unfinished: int = 0
    documents: int = 0

    def add(self, each: Reviewed) -> None:
        """Take one document in."""
        anchors = Anchors(each.document)
        judged = [(standing, verdict(anchors, standing)) for standing in each.standings]
        self.documents += 1
        for standing, said in judged:
            if standing.machine is not None:
                self.states[standing.machine.id] = _state(standing, said)
                if said is not None:
                    self.verdicts[standing.machine.id] = said
        if each.read_by and any(_waits(standing, said) for standing, said in judged):
            self.unfinished += 1
        elif each.read_by:
            self.read += 1
            self._recalled([said for _, said in judged if said is not None])

    def _recalled(self, verdicts: list[Verdict]) -> None:
        right = Counter(thing.name for said in verdicts for thing in said.right)
        missed = Counter(thing.name for said in verdicts for thing in said.missed)
        for name in RECALLED:
            self.found[name].append(Bundle(right[name], right[name] + missed[name]))


def audit_folder(folder: Path, size: int | None = None, seed: int = 1) -> Audit:
    """How right the data set of a folder is, by its log.

    With a ``size`` a sample is drawn first and kept in the log, unless the last one was drawn so.
    Raises SealError, StoreError.
    """
    with opened(folder) as dataset:
        log = logged(folder) or Logged()
        sample = log.sample
        if size is not None and (sample is None or (sample.size, sample.seed) != (size, seed)):
            sample = draw((record for _, records in dataset.pairs() for record in records), size, seed, stamp(now()))
            _keep(folder, sample)
        return audit(reviewed(dataset.pairs(), log.decisions), sample)


def _keep(folder: Path, sample: Sample) -> None:
    log = Log(folder)
    try:
        log.draw(sample)
    finally:
        log.close()


def audit(all_reviewed: Iterable[Reviewed], sample: Sample | None) -> Audit:
    """How right a data set is."""
    known = list(all_reviewed)
    counted = _Counted()
    for each in known:
        counted.add(each)
    drawn = sample.records if sample else ()
    weights = _weights(drawn, counted.verdicts) if sample else dict.fromkeys(counted.verdicts, 1.0)
    covered = {each.stratum for each in drawn if each.record in weights}
    return Audit(
        sample=sample,
        sampled=Counter(counted.states.get(each.record, "gone") for each in drawn),
        empty_strata=tuple(sorted({each.stratum for each in drawn} - covered)),
        precision=_precision(weights, counted.verdicts),
        recall={name: share for name in RECALLED if (share := proportion(counted.found[name])) is not None},
        decided=len(counted.verdicts),
        records=len(counted.states),
        read=counted.read,
        unfinished=counted.unfinished,
        documents=counted.documents,
        rules=overruled(counted.verdicts.values()),
        agreements=agreements(known),
        conflicts=tuple(conflicts(known)),
    )


def overruled(verdicts: Iterable[Verdict]) -> tuple[Rule, ...]:
    """The rules by how often reviewers overrule them: those first that are surely overruled often (the lower end)."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for said in verdicts:
        right.update(rule for thing in said.right for rule in thing.rules)
        wrong.update(rule for thing in said.wrong for rule in thing.rules)
    rules = []
    for name in right | wrong:
        share = proportion([Bundle(1, 1)] * wrong[name] + [Bundle(0, 1)] * right[name])
        if share is not None:
            rules.append(Rule(name, wrong[name], share))
    return tuple(sorted(rules, key=lambda rule: (-rule.share.low, -rule.overruled, -rule.share.judged, rule.name)))


def _precision(weights: dict[str, float], verdicts: dict[str, Verdict]) -> dict[str, Proportion]:
    bundles: defaultdict[str, list[Bundle]] = defaultdict(list)
    for record, weight in weights.items():
        right = Counter(thing.name for thing in verdicts[record].right)
        judged = right + Counter(thing.name for thing in verdicts[record].wrong)
        for name in judged:
            bundles[name].append(Bundle(right[name], judged[name], weight))
    return {name: share for name in NAMES if (share := proportion(bundles[name])) is not None}


def _weights(drawn: Iterable[Drawn], verdicts: dict[str, Verdict]) -> dict[str, float]:
    """What each decided record of a sample stands for: those of its stratum that nobody decided leave it their part."""
    all_drawn = list(drawn)
    of_stratum = Counter(each.stratum for each in all_drawn)
    decided = [each for each in all_drawn if each.record in verdicts]
    done = Counter(each.stratum for each in decided)
    return {each.record: each.stands_for * of_stratum[each.stratum] / done[each.stratum] for each in decided}


def _state(standing: Standing, said: Verdict | None) -> str:
    if said is not None:
        return "decided"
    return standing.status if standing.status in ("open", "unsure", "conflict") else "changed"


def _waits(standing: Standing, said: Verdict | None) -> bool:
    """Whether a record of a document that was read in full is still to be decided."""
    return said is None and standing.status not in ("unsure", "gone")
