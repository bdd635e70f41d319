"""At which line of a TOML file a key stands: ``tomllib`` gives values without their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(
    r'"{3}(?:\\.|[^\\])*?"{3}"{0,2}|\'{3}.*?\'{3}\'{0,2}'  # strings of several lines
    r'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|\#[^\n]*|[\[\]{}]|\n',
    re.DOTALL,
)
"""What a line break, a bracket or a comment sign may hide in, and these themselves."""
BLOCK = re.compile(r"\s*\[\s*\[\s*[\"']?source[\"']?\s*\]\s*\]")
TABLE = re.compile(r"\s*\[\s*\[?\s*[\"']?source[\"']?\s*\.\s*[\"']?(?P<key>[^\"'.\]\s]+)")
KEY = re.compile(r"\s*(?:\"(?P<double>[^\"\n]+)\"|'(?P<single>[^'\n]+)'|(?P<bare>[A-Za-z0-9_-]+))\s*[=.]")


@dataclass(frozen=True, slots=True)
class Statement:
    """A key with its value, a header, or a blank or comment line: its line from 1, and those of the strings in its
    brackets."""

    text: str
    line: int
    strings: tuple[int, ...]


@dataclass(slots=True)
class Block:
    """The lines of one ``[[source]]``: of its header, of its keys, and of the strings in each key's list."""

    line: int
    keys: dict[str, int] = field(default_factory=dict)
    strings: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def line_of(self, key: str | None, item: int | None = None) -> int:
        """The line of a key, or of an item of its list; of the block where the key does not stand in it."""
        if key is None or key not in self.keys:
            return self.line
        strings = self.strings[key]
        return strings[item] if item is not None and item < len(strings) else self.keys[key]


@dataclass(slots=True)
class Lines:
    """Where everything in a source list stands: the blocks in order, and the keys outside of them."""

    blocks: list[Block] = field(default_factory=list)
    outside: dict[str, int] = field(default_factory=dict)


def lines_of(text: str) -> Lines:
    """The lines of all blocks of a text that is TOML.

    >>> lines = lines_of('# mine' + chr(10) + '[[source]]' + chr(10) + 'name = "a"')
    >>> lines.blocks[0].line, lines.blocks[0].keys
    (2, {'name': 3})
    """
    found = Lines()
    block: Block | None = None
    for statement in _statements(text):
        if BLOCK.match(statement.text):
            block = Block(statement.line)
            found.blocks.append(block)
        elif statement.text.lstrip().startswith("["):
            table = TABLE.match(statement.text)
            if table and block:
                block.keys.setdefault(table["key"], statement.line)
                block.strings.setdefault(table["key"], ())
            else:
                found.outside.setdefault(statement.text.strip().strip("[] \t\"'"), statement.line)
                block = None
        elif match := KEY.match(statement.text):
            key = match["double"] or match["single"] or match["bare"]
            if block is None:
                found.outside.setdefault(key, statement.line)
            else:
                block.keys.setdefault(key, statement.line)
                block.strings.setdefault(key, statement.strings)
    return found


def _statements(text: str) -> Iterator[Statement]:
    """The text cut at the line breaks that end a statement: those outside strings and brackets."""
    start, first, line, depth = 0, 1, 1, 0
    strings: list[int] = []
    for token in TOKEN.finditer(text + "\n"):
        sign = token[0]
        if sign == "\n" and depth == 0:
            yield Statement(text[start : token.start()], first, tuple(strings))
            start, first, strings = token.end(), line + 1, []
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        elif depth and sign[0] in "\"'":
            strings.append(line)
        line += sign.count("\n")
