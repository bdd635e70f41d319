"""Which words of the lexicons no text has: ``python -m benchmarks.lexicons``, a table with a line a list.

The texts are those of the corpus, its pages, the tests with their doctests, and, where COMMUNIQUE_GOLD names a folder,
the texts there. A word that none of them has is not wrong, only untried: most places and surnames are.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.texts import CORPUS, folders

ROOT = CORPUS.parent
SHOWN = 6
"""How many unmet words a line of the table names."""
LATIN = re.compile(r"[a-zü]+|\d+")
HAN = re.compile("[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Use:
    """One list of one file, and which of its words no text has."""

    file: str
    name: str
    words: int
    unmet: tuple[str, ...]


class Met:
    """What a set of texts holds, to be asked for words and phrases.

    >>> met = Met(["The Lead-Schools of 深圳市."])
    >>> met.has("lead school"), met.has("schools of"), met.has("深圳"), met.has("ead")
    (True, True, True, False)
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.whole = "\n".join(text.lower() for text in texts)
        self.latin = f" {' '.join(LATIN.findall(self.whole))} "
        self.words = frozenset(self.latin.split())

    def has(self, phrase: str) -> bool:
        """Whether a text has a word or phrase in any case, the last word perhaps with a plural s."""
        parts = LATIN.findall(phrase.lower())
        if HAN.search(phrase) or not parts:
            return phrase.lower() in self.whole
        lasts = self.words & {parts[-1], f"{parts[-1]}s"}
        if len(parts) == 1 or not lasts or not self.words.issuperset(parts[:-1]):
            return len(parts) == 1 and bool(lasts)
        return any(f" {' '.join([*parts[:-1], last])} " in self.latin for last in lasts)


def files() -> list[Path]:
    """Every lexicon of the program."""
    return sorted(path for folder in ("extractors", "pipeline") for path in (ROOT / folder).rglob("*.toml"))


def lists(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The lists of a file: name and words; the list of a table is named 'table.list'."""
    for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if isinstance(value, dict):
            yield from ((f"{name}.{key}", words) for key, words in value.items())
        else:
            yield name, value


def texts() -> Iterator[str]:
    """All that the lexicons are tried on."""
    code = [path for folder in ("tests", "extractors", "pipeline") for path in (ROOT / folder).rglob("*.py")]
    ours = [path for path in CORPUS.rglob("*") if path.suffix in {".txt", ".html"}]
    shared = [path for folder, _ in folders().values() if CORPUS not in folder.parents for path in folder.glob("*.txt")]
    for path in (*code, *ours, *shared):
        yield path.read_text(encoding="utf-8-sig", errors="replace")


def uses(met: Met) -> Iterator[Use]:
    """Every list of every lexicon, file by file."""
    for path in files():
        for name, words in lists(path):
            unmet = tuple(word for word in words if not met.has(word))
            yield Use(path.relative_to(ROOT).as_posix(), name, len(words), unmet)


def table(found: Iterable[Use]) -> str:
    """The uses as a table, with a heading a file.

    >>> print(table([Use("a.toml", "warm", 3, ("red", "orange"))]))
    a.toml                      words   met  unmet
      warm                          3     1      2  red, orange
    """
    lines: list[str] = []
    file = None
    for use in found:
        if use.file != file:
            file = use.file
            lines.append(f"{file:<25} {'words':>7}{'met':>6}{'unmet':>7}")
        some = ", ".join(use.unmet[:SHOWN]) + (", …" if len(use.unmet) > SHOWN else "")
        lines.append(f"  {use.name:<23} {use.words:7}{use.words - len(use.unmet):6}{len(use.unmet):7}  {some}".rstrip())
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    print(table(uses(Met(texts()))))


if __name__ == "__main__":
    main()
