"""A source list: a TOML file with one short ``[[source]]`` block a source. What is wrong is said with its line."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.errors import SourceListError
from pipeline.inputs import shown
from pipeline.sources.lines import Block, Lines, lines_of
from pipeline.sources.source import Kind, Source

WHERE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
SAID = {
    "missing": "is missing; add it",
    "string_type": "is no text; put it in quotes",
    "string_too_short": "is empty; write it, or leave the key out",
    "string_pattern_mismatch": "is empty; write it, or leave the key out",
    "tuple_type": 'is no list; write it in brackets, as ["/education/"]',
    "bool_type": "is neither true nor false; write one of them, without quotes",
    "path_type": "is no path; put it in quotes",
    "float_type": "is no number; write one, without quotes",
    "int_type": "is no whole number; write one, without quotes",
    "finite_number": "is no number of seconds; write 0 or more",
}
"""What is wrong and what to do next, by pydantic's names for it; our own checks say it themselves."""


def read_sources(path: Path) -> tuple[Source, ...]:
    """The sources of a list, in its order; paths in it are relative to its folder.

    Raises SourceListError for the first thing that is wrong, with file, line, source and remedy.
    """
    text = _text(path)
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        _raise_no_toml(path, text, str(error))
    lines = lines_of(text.replace("\r\n", "\n"))
    blocks = _blocks(path, content, lines)
    sources: list[Source] = []
    for number, block in enumerate(blocks):
        place = _place(lines, number)
        source = _source(path, block, place, number)
        if source.name in (other.name for other in sources):
            problem = "is the second of this name; names tell sources apart, give it another"
            _raise(path, place.line_of("name"), source.name, problem)
        sources.append(source)
    return tuple(sources)


def _text(path: Path) -> str:
    name = shown(str(path))
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise SourceListError(f"{name}: no such file; name a source list such as corpus/sources.toml") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SourceListError(f"{name}: line {line}: is not UTF-8; save the source list as UTF-8") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceListError(f"{name}: cannot be read ({reason}); name a source list in TOML") from error


def _raise_no_toml(path: Path, text: str, said: str) -> NoReturn:
    where = WHERE.search(said)
    line = int(where[1]) if where and where[1] else text.count("\n") + 1
    reason = shown(WHERE.sub("", said))
    raise SourceListError(f"{shown(str(path))}: line {line}: is not TOML ({reason}); mend the line") from None


def _blocks(path: Path, content: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    """The blocks as tomllib read them. Raises SourceListError when something else stands in the file."""
    name = shown(str(path))
    for key in content:
        if key != "source":
            line = next((line for other, line in lines.outside.items() if other.partition(".")[0] == key), 1)
            problem = f"unknown key {shown(key)!r} outside of the sources; a source list has [[source]] blocks only"
            raise SourceListError(f"{name}: line {line}: {problem}")
    blocks = content.get("source", [])
    line = lines.outside.get("source", 1)
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise SourceListError(f"{name}: line {line}: source is one table; write [[source]] with two brackets")
    if not blocks:
        raise SourceListError(f"{name}: line {line}: names no source; add a block that begins with [[source]]")
    return blocks


def _place(lines: Lines, number: int) -> Block:
    """Where a block stands; blocks written as one inline list stand where that begins."""
    return lines.blocks[number] if number < len(lines.blocks) else Block(lines.outside.get("source", 1))


def _source(path: Path, block: dict[str, Any], place: Block, number: int) -> Source:
    """One source. Raises SourceListError for the first of its lines that is wrong."""
    written = block.get("name")
    name = shown(written) if isinstance(written, str) and written else f"number {number + 1}"
    try:
        source = Source.model_validate(block)
    except ValidationError as error:
        found = [_said(each, place) for each in error.errors(include_url=False, include_context=False)]
        line, problem = min(found, key=lambda each: each[0])
        _raise(path, line, name, problem)
    return source.model_copy(update={"path": path.parent / source.path}) if source.path else source


def _raise(path: Path, line: int, name: str, problem: str) -> NoReturn:
    raise SourceListError(f"{shown(str(path))}: line {line}: source '{name}': {shown(problem)}")


def _said(error: ErrorDetails, place: Block) -> tuple[int, str]:
    """The line of what pydantic found, and what to say of it. An address is never shown: it may hold a password."""
    kind, loc = error["type"], error["loc"]
    message = error["msg"].removeprefix("Value error, ")
    if not loc:
        key, _, said = message.partition(": ")
        return place.line_of(key), f"{key} {said}"
    key = str(loc[0])
    line = place.line_of(key, loc[1] if len(loc) > 1 and isinstance(loc[1], int) else None)
    if kind == "extra_forbidden":
        return line, f"unknown key {key!r}; {_nearest(key, tuple(Source.model_fields), 'known are')}"
    if kind == "literal_error":
        given = str(error["input"])
        return line, f"kind {given!r} is unknown; {_nearest(given, get_args(Kind), 'write one of')}"
    if kind == "value_error":
        return line, f"{key} {message}"
    message = message[0].lower() + message[1:]
    return line, f"{key} {SAID.get(kind) or f'is not valid: {message}; mend it'}"


def _nearest(word: str, known: tuple[str, ...], all_of_them: str) -> str:
    """What to write instead of a word.

    >>> _nearest("inclde", ("include", "exclude"), "known are")
    "did you mean 'include'?"
    """
    close = get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"{all_of_them} {', '.join(known)}"
