"""A whole data set against a folder of gold, and how the result is printed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.confident import confident
from pipeline.errors import UsageError
from pipeline.harmless import harmless
from pipeline.records import Document, FieldValue, GroupRecord, Record, named_fields
from pipeline.score.document import score_document
from pipeline.score.gold import Gold, gold_of
from pipeline.score.tally import SCORED_KINDS, Tally
from pipeline.store.dataset import opened

Pair = tuple[Document, tuple[Record, ...]]


@dataclass(frozen=True, slots=True)
class Score:
    """The result over all gold files.

    ``absent`` are gold names without a document; ``unsourced`` of ``fields`` stand elsewhere than they say;
    ``misplaced`` leaders and members stand inside a group's name, which states no role.
    """

    tally: Tally
    documents: int
    absent: tuple[str, ...]
    fields: int
    unsourced: int
    misplaced: int

    @property
    def macro_f1(self) -> float:
        """The mean F1 over the kinds that the gold has."""
        counted = [self.tally.figures(kind).f1 for kind in SCORED_KINDS if self.tally.wanted(kind)]
        return sum(counted) / max(1, len(counted))

    def attributes(self) -> dict[str, tuple[int, int]]:
        """Judgements about matched records: how many were right, of how many."""
        return {name: (self.tally.right[name], self.tally.seen[name]) for name in sorted(self.tally.seen)}


def score_folder(gold: Path, folder: Path, only: Collection[str] = (), least: float = 0) -> Score:
    """A data set against the gold of a folder, of its values those at least so sure.

    Raises UsageError, SealError, StoreError.
    """
    with opened(folder) as dataset:
        pairs = ((document, tuple(confident(records, least))) for document, records in dataset.pairs())
        return score(dict(gold_of(gold, only)), pairs)


def score(golds: dict[str, Gold], pairs: Iterable[Pair]) -> Score:
    """Documents with their records against gold by its name. Raises UsageError when two documents have that name."""
    by_name = _by_name(golds, pairs)
    tally = Tally()
    fields = unsourced = misplaced = 0
    for name, gold in golds.items():
        document, records = by_name.get(name, (None, ()))
        score_document(tally, name, gold, document, records)
        if document:
            found = [field for record in records for _, field in named_fields(record)]
            fields += len(found)
            unsourced += sum(not at_source(field, document.text) for field in found)
            misplaced += _misplaced(records)
    absent = tuple(name for name in golds if name not in by_name)
    return Score(tally, len(golds), absent, fields, unsourced, misplaced)


def _by_name(golds: dict[str, Gold], pairs: Iterable[Pair]) -> dict[str, Pair]:
    """The documents that gold is named after: by their id, or by the file name of their source without its ending."""
    sources: dict[str, str] = {}
    kept: dict[str, Pair] = {}
    for document, records in pairs:
        if document.id in golds:
            kept[document.id] = (document, records)
            continue
        stem = Path(document.source).stem
        if stem not in golds:
            continue
        if stem in sources:
            raise UsageError(
                f"two documents named {stem}: {sources[stem]} and {document.source}; name their gold by document id, "
                "or score them in folders of their own"
            )
        sources[stem] = document.source
        kept[stem] = (document, records)
    return kept


def at_source(field: FieldValue, text: str) -> bool:
    """Whether a field's text stands at its offsets, inside its sentence."""
    start, end = field.source.start, field.source.end
    first, last = field.source.sentence
    return 0 <= first <= start < end <= last <= len(text) and text[start:end] == field.text


def _misplaced(records: Iterable[Record]) -> int:
    """How many leaders and members stand inside a printed form of a group's name."""
    groups = [record for record in records if isinstance(record, GroupRecord)]
    names = [form.source for group in groups for form in (group.name, *group.aliases)]
    schools = [school.source for group in groups for school in (*group.leaders, *group.members)]
    return sum(any(name.start <= school.start and school.end <= name.end for name in names) for school in schools)


def table(result: Score) -> str:
    """The table that ``annotation/score.py`` prints."""
    tally = result.tally
    lines = [f"{'kind':<10}{'P':>8}{'R':>8}{'F1':>8}{'gold':>7}{'extra':>7}"]
    for kind in SCORED_KINDS:
        of = tally.figures(kind)
        lines.append(
            f"{kind:<10}{of.precision:8.3f}{of.recall:8.3f}{of.f1:8.3f}{tally.wanted(kind):7d}{tally.extras[kind]:7d}"
        )
    lines += [f"  {name:<22}{right / seen:6.3f}  of {seen}" for name, (right, seen) in result.attributes().items()]
    lines.append(
        f"macro F1 {result.macro_f1:.3f} over {result.documents} documents; "
        f"{result.unsourced} of {result.fields} fields not at their source; {result.misplaced} misplaced"
        + (f"; no output for {', '.join(result.absent)}" if result.absent else "")
    )
    return "\n".join(lines)


def as_json(result: Score) -> str:
    """The same figures as one JSON object, with the keys of ``annotation/score.py``."""
    figures = {kind: result.tally.figures(kind) for kind in SCORED_KINDS}
    return json.dumps(
        {
            "documents": result.documents,
            "absent": result.absent,
            "macro_f1": round(result.macro_f1, 4),
            "fields": result.fields,
            "fields_not_at_their_source": result.unsourced,
            "misplaced": result.misplaced,
            **{
                kind: {"p": round(of.precision, 4), "r": round(of.recall, 4), "f1": round(of.f1, 4)}
                for kind, of in figures.items()
            },
            "attributes": {name: round(right / seen, 4) for name, (right, seen) in result.attributes().items()},
        }
    )


def differences(result: Score) -> Iterable[str]:
    """Every miss and extra, one line each, tab separated: document, kind, side, what, rule, sentence."""
    for of in result.tally.differences:
        cells = (of.document, of.kind, of.side, of.shown, of.rule or "-", of.sentence or "-")
        yield "\t".join(harmless(" ".join(cell.split())) for cell in cells)
