"""No pattern of ours repeats a repetition: of a long run it would try every way to cut it before it gives up."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

import extractors
import pipeline

REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT)


def modules() -> Iterator[ModuleType]:
    for package in (extractors, pipeline):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def patterns(found: object, deep: int = 3) -> Iterator[re.Pattern[str]]:
    """The patterns in a value, in what it holds and, if it is a class of ours, in its attributes."""
    if isinstance(found, re.Pattern):
        if isinstance(found.pattern, str):
            yield found
    elif deep == 0:
        return
    elif isinstance(found, Mapping):
        for value in found.values():
            yield from patterns(value, deep - 1)
    elif isinstance(found, list | tuple | set | frozenset):
        for value in found:
            yield from patterns(value, deep - 1)
    elif isinstance(found, type) and found.__module__.startswith(("extractors", "pipeline")):
        yield from patterns(tuple(vars(found).values()), deep - 1)


def ours() -> dict[tuple[str, str], re.Pattern[str]]:
    return {
        (module.__name__, pattern.pattern): pattern
        for module in modules()
        for value in list(vars(module).values())
        for pattern in patterns(value)
    }


def parsed(pattern: re.Pattern[str] | str) -> Any:
    if isinstance(pattern, re.Pattern):
        return parser.parse(pattern.pattern, pattern.flags)
    return parser.parse(pattern)


def inner(item: tuple[Any, Any]) -> Iterable[Any]:
    """The sequences within one item of a parsed pattern."""
    kind, value = item
    if kind in REPEATS or kind is code.POSSESSIVE_REPEAT:
        return (value[2],)
    if kind is code.SUBPATTERN:
        return (value[3],)
    if kind is code.ATOMIC_GROUP:
        return (value,)
    if kind is code.BRANCH:
        return value[1]  # type: ignore[no-any-return]
    if kind in (code.ASSERT, code.ASSERT_NOT):
        return (value[1],)
    return tuple(each for each in value[1:] if each) if kind is code.GROUPREF_EXISTS else ()


def can_be_a_repetition(sequence: Any) -> bool:
    """Whether a sequence may match by one endless repetition, its other items by nothing."""
    items = list(sequence)
    for item in items:
        others = [each for each in items if each is not item]
        if parser.SubPattern(sequence.state, others).getwidth()[0] > 0:
            continue
        kind, value = item
        if kind in REPEATS and value[1] == code.MAXREPEAT:
            return True
        if kind in (*REPEATS, code.SUBPATTERN, code.BRANCH) and any(map(can_be_a_repetition, inner(item))):
            return True
    return False


def repeats_a_repetition(sequence: Any) -> bool:
    """Whether something is repeated endlessly in a sequence that may be an endless repetition itself."""
    for item in sequence:
        kind, value = item
        if kind in REPEATS and value[1] == code.MAXREPEAT and can_be_a_repetition(value[2]):
            return True
        if any(map(repeats_a_repetition, inner(item))):
            return True
    return False


@pytest.mark.parametrize("pattern", ["(?:a+)*", "(?:a|b+c?)+d", "(?:x(?:a*b?)+y)", "(?:(?:a|b+)?)*"])
def test_a_repetition_of_a_repetition_is_seen(pattern: str) -> None:
    assert repeats_a_repetition(parsed(pattern))


@pytest.mark.parametrize("pattern", ["a+b*", "(?:,a+)*", "(?:a++)*", "(?:(?>a+))*", "(?:a{1,3})*"])
def test_what_can_be_cut_in_one_way_only_is_none(pattern: str) -> None:
    assert not repeats_a_repetition(parsed(pattern))


def test_no_pattern_repeats_a_repetition() -> None:
    found = ours()
    assert len(found) > 500, "the patterns are looked for in the wrong place"
    wrong = [f"{module}: {text[:100]}" for (module, text), each in found.items() if repeats_a_repetition(parsed(each))]
    assert not wrong, "cut a run in one way only: (?:a|b)+ for (?:a+|b)+, or a possessive a++"
