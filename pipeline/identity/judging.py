"""What the rules say of two things that two documents speak of, and how it is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.identity.mentions import Local
from pipeline.identity.names import alike, key
from pipeline.identity.people import person

Verdict = Literal["same", "different", "unsure"]
SURE = 0.95
"""Names at least so much alike are one where places do not speak against it."""
TITLES = 2
"""A word of so few signs beside a person says nothing."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged of two things, by their signatures; ``author`` is "rules" or a reviewer's name."""

    first: str
    second: str
    verdict: Verdict
    score: float
    evidence: str
    author: str = "rules"


def signature(local: Local) -> str:
    """What a judgement remembers a thing by: its kind, its fullest name, and its division or else its document.

    It does not depend on the run, so that what was judged once need not be judged again.
    """
    return f"{local.kind}|{local.name}|{local.division.code if local.division else local.document}"


def judge(a: Local, b: Local) -> Judgement | None:
    """What the rules say of two things of different documents; None when they have nothing in common."""
    if a.kind == "person":
        return _people(a, b)
    if a.kind == "body":
        return _bodies(a, b)
    score = max(alike(first, second) for first in a.names for second in b.names)
    if score < SURE:
        return None
    return _by_place(a, b, score, "the same name")


def _by_place(a: Local, b: Local, score: float, alike_by: str) -> Judgement:
    where = _places(a, b)
    if where == "apart":
        return _judged(a, b, "different", score, f"{alike_by} in two places")
    if where == "together":
        return _judged(a, b, "same", score, f"{alike_by} in one place")
    return _judged(a, b, "unsure", score, f"{alike_by}, and no place that tells")


def _people(a: Local, b: Local) -> Judgement | None:
    score = max(person(first, second) for first in a.names for second in b.names)
    if score < SURE:
        return None
    shared = sorted(x for x in a.company for y in b.company if len(x) > TITLES and _same_body(x, y))
    if shared and _places(a, b) != "apart":
        return _judged(a, b, "same", score, f"the same name and {shared[0]}")
    return _judged(a, b, "unsure", score, "the same name, and nothing else in common")


def _same_body(x: str, y: str) -> bool:
    known = key(x)
    return x == y if not known.kinds or not known.sounds else alike(x, y) >= SURE


def _bodies(a: Local, b: Local) -> Judgement | None:
    if not set(a.names) & set(b.names):
        return None
    return _by_place(a, b, 1.0, "the same words")


def _places(a: Local, b: Local) -> Literal["together", "apart", "unknown"]:
    if a.division is None or b.division is None:
        return "unknown"
    if a.division.within(b.division) or b.division.within(a.division):
        return "together"
    return "apart"


def _judged(a: Local, b: Local, verdict: Verdict, score: float, evidence: str) -> Judgement:
    return Judgement(signature(a), signature(b), verdict, round(score, 2), evidence)
