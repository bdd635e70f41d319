"""What is looked for: ``"Songshan Lake" 集团 kind:group`` as phrases that must all be there, and kinds of record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.errors import UsageError
from pipeline.harmless import harmless
from pipeline.records import KINDS, Kind
from pipeline.search.words import Word, words

PART = re.compile(r'(?P<kind>\bkind:(?P<named>\S*))|["“”](?P<phrase>[^"“”]*)["“”]?|(?P<word>[^\s"“”]+)')
MOST = 64
"""Words and phrases of one query."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other; of the last one only the beginning when ``open`` (``school*``)."""

    words: tuple[str, ...]
    open: bool = False

    def match(self) -> str:
        """The phrase as SQLite's full-text index takes it (https://www.sqlite.org/fts5.html#fts5_phrases)."""
        return f'"{" ".join(self.words)}"' + (" *" if self.open else "")

    def places(self, text: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Where the phrase stands among the words of a text, in code points, end exclusive."""
        *first, last = self.words
        for at in range(len(text) - len(first)):
            if all(text[at + number].folded == word for number, word in enumerate(first)):
                end = text[at + len(first)]
                if end.folded == last or (self.open and end.folded.startswith(last)):
                    yield text[at].start, end.end


@dataclass(frozen=True, slots=True)
class Query:
    """Phrases that must all be there, in records of these kinds; of any kind, and in any sentence, when it is empty."""

    phrases: tuple[Phrase, ...]
    kinds: tuple[Kind, ...] = ()

    def match(self) -> str:
        """The phrases as SQLite's full-text index takes them: all of them."""
        return " ".join(phrase.match() for phrase in self.phrases)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where any of the phrases stands in a text, in its order, without overlaps; offsets in code points."""
        own = list(words(text))
        found: list[tuple[int, int]] = []
        for start, end in sorted({place for phrase in self.phrases for place in phrase.places(own)}):
            if found and start < found[-1][1]:
                found[-1] = found[-1][0], max(end, found[-1][1])
            else:
                found.append((start, end))
        return found


def parsed(wanted: str) -> Query:
    """The query that a user typed. Raises UsageError when it names an unknown kind, nothing, or too much."""
    phrases: list[Phrase] = []
    kinds: list[Kind] = []
    for part in PART.finditer(wanted):
        if part["kind"]:
            kinds.append(_kind(part["named"]))
        elif own := tuple(word.folded for word in words(part["phrase"] or part["word"] or "")):
            phrases.append(Phrase(own, open=bool(part["word"]) and part["word"].endswith(("*", "＊"))))
    if not phrases and not kinds:
        raise UsageError(f"{harmless(wanted)!r}: there is no word in it; name what to look for")
    if len(phrases) > MOST:
        raise UsageError(f"{len(phrases)} words are too many; name {MOST} at most, or put a sentence in quotes")
    return Query(tuple(phrases), tuple(dict.fromkeys(kinds)))


def _kind(named: str) -> Kind:
    """The kind of a filter, ``group`` of ``kind:group``. Raises UsageError for another."""
    for kind in KINDS:
        if named.casefold() == kind:
            return kind
    raise UsageError(f"kind:{harmless(named)}: no such kind of record; known are {', '.join(KINDS)}")
