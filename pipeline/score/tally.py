"""Pairing gold with records one to one, and counting what is left on either side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from pipeline.records import Document, FieldValue

ScoredKind = Literal["group", "leader", "member", "official", "position", "date", "count", "policy"]
SCORED_KINDS: tuple[ScoredKind, ...] = (
    "group", "leader", "member", "official", "position", "date", "count", "policy",
)  # fmt: skip
G = TypeVar("G")
P = TypeVar("P")
Test = Callable[[G, P], bool]


@dataclass(frozen=True, slots=True)
class Wanted(Generic[G]):
    """A thing that the gold has; ``quote`` is how the text prints it, ``shown`` how the list of misses does."""

    value: G
    shown: str
    quote: str


@dataclass(frozen=True, slots=True)
class Found(Generic[P]):
    """A thing that a record has, with the field that states it."""

    value: P
    shown: str
    field: FieldValue


@dataclass(frozen=True, slots=True)
class Difference:
    """A miss or an extra. ``sentence`` is where it stands, ``rule`` what made it; both empty when there is none."""

    document: str
    kind: ScoredKind
    side: Literal["missed", "extra"]
    shown: str
    rule: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing that a record has: the rule that made it, how sure it said it was, and whether it was right."""

    kind: ScoredKind
    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1, each 0 where nothing can be said."""

    precision: float
    recall: float
    f1: float


def pair_off(
    gold: Sequence[G], predicted: Sequence[P], tests: Sequence[Test[G, P]]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """One-to-one matching, the strictest test first: places of pairs, of gold left, of predictions left.

    >>> pair_off(["a", "B"], ["b", "a", "c"], [str.__eq__, lambda g, p: g.lower() == p])
    ([(0, 1), (1, 0)], [], [2])
    """
    missed, extra = list(range(len(gold))), list(range(len(predicted)))
    pairs = []
    for test in tests:
        for wanted in list(missed):
            hit = next((found for found in extra if test(gold[wanted], predicted[found])), None)
            if hit is not None:
                missed.remove(wanted)
                extra.remove(hit)
                pairs.append((wanted, hit))
    return pairs, missed, extra


@dataclass(slots=True)
class Tally:
    """Hits, misses and extras a kind; attributes judged right of those seen; the differences in order."""

    hits: Counter[ScoredKind] = field(default_factory=Counter)
    misses: Counter[ScoredKind] = field(default_factory=Counter)
    extras: Counter[ScoredKind] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    """Every thing that a record has, and whether the gold has it."""

    def match(
        self,
        kind: ScoredKind,
        place: Place,
        wanted: Sequence[Wanted[G]],
        found: Sequence[Found[P]],
        tests: Sequence[Test[G, P]],
    ) -> list[tuple[G, P]]:
        """Pair off one kind of one document, count, and give the pairs."""
        pairs, missed, extra = pair_off([w.value for w in wanted], [f.value for f in found], tests)
        self.hits[kind] += len(pairs)
        self.misses[kind] += len(missed)
        self.extras[kind] += len(extra)
        matched = {at for _, at in pairs}
        self.judged += [
            Judged(kind, each.field.rule, each.field.confidence, at in matched) for at, each in enumerate(found)
        ]
        self.differences += [place.missed(kind, wanted[at].shown, wanted[at].quote) for at in missed]
        self.differences += [place.surplus(kind, found[at].shown, found[at].field) for at in extra]
        return [(wanted[g].value, found[p].value) for g, p in pairs]

    def attribute(self, name: str, right: bool) -> None:
        """Count one judgement about a matched record."""
        self.seen[name] += 1
        self.right[name] += right

    def figures(self, kind: ScoredKind) -> Figures:
        """How well one kind was found."""
        hits, extras, misses = self.hits[kind], self.extras[kind], self.misses[kind]
        precision = hits / (hits + extras) if hits + extras else 0.0
        recall = hits / (hits + misses) if hits + misses else 0.0
        both = precision + recall
        return Figures(precision, recall, 2 * precision * recall / both if both else 0.0)

    def wanted(self, kind: ScoredKind) -> int:
        """How many the gold has."""
        return self.hits[kind] + self.misses[kind]


@dataclass(frozen=True, slots=True)
class Place:
    """The document that a miss or an extra is in; None when the run has none of that name."""

    name: str
    document: Document | None

    def missed(self, kind: ScoredKind, shown: str, quote: str) -> Difference:
        """A miss, with the first sentence of the text that holds its quote."""
        return Difference(self.name, kind, "missed", shown, "", self._sentence_with(quote))

    def surplus(self, kind: ScoredKind, shown: str, field: FieldValue) -> Difference:
        """An extra, with the sentence that its record cites and the rule that made it."""
        start, end = field.source.sentence
        sentence = self.document.text[start:end] if self.document else ""
        return Difference(self.name, kind, "extra", shown, field.rule, sentence)

    def _sentence_with(self, quote: str) -> str:
        from pipeline.sentences import sentences_of

        if self.document is None or not quote:
            return ""
        start = self.document.text.find(quote)
        covering = (s for s in sentences_of(self.document) if s.start <= start < s.end)
        sentence = next(covering, None) if start >= 0 else None
        return sentence.quote if sentence else ""
