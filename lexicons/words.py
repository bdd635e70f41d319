"""Makes extractors/names/han_words.toml: ``python -m lexicons.words``.

Needs jieba, of which only the dictionary is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.names.lexicon import load
from lexicons.toml import folder, source, write, written

FILE = "extractors/names/han_words.toml"
FREQUENT = 10
"""How often at least a word stands in the texts that the dictionary counted."""
NAMES = "nr"
"""The dictionary's mark of a person's name."""


def words(lines: Iterable[str], family: frozenset[str]) -> Iterator[str]:
    """The words of two and three characters that begin with a family name and are no person's name.

    >>> list(words(["王国 311 n", "王强 20 nr", "方可 2 c", "大学 900 n"], frozenset("王方")))
    ['王国']
    """
    for line in lines:
        word, frequency, kind = line.split()
        if len(word) in (2, 3) and word[0] in family and int(frequency) >= FREQUENT and not kind.startswith(NAMES):
            yield word


def main() -> None:
    """Write the file."""
    names = load("extractors.names", "han")
    lines = (folder("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    found = words(lines, names["characters"] | names["rare"])
    about = (
        f"Those that stand {FREQUENT} times or more in the texts behind the dictionary of {source('jieba')} (MIT), "
        "which marks persons' names; words so marked are left out."
    )
    head = "Words that begin like a person's name and are none. Made by `python -m lexicons.words`; do not edit."
    write(FILE, written(head, {"words": (about, found)}))


if __name__ == "__main__":
    main()
