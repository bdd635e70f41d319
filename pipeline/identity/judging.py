"""What the rules say of two things that two documents speak of, and how it is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.identity.bodies import body
from pipeline.identity.keys import key
from pipeline.identity.mentions import Local
from pipeline.identity.names import alike
from pipeline.identity.people import person
from pipeline.identity.places import Division, named, unplaced

Verdict = Literal["same", "different", "unsure"]
VERDICTS: tuple[Verdict, ...] = ("same", "different", "unsure")
SURE = 0.95
"""Names at least so much alike are one where places do not speak against it."""
LONG = 4
"""A name of so many signs of its own is found once in a province."""
COUNTY_RANKS = frozenset({"区", "县", "旗", "district", "county"})
TITLES = 2
"""A word of so few signs beside a person says nothing."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged of two things, by their signatures; ``author`` is "rules" or a reviewer's name."""

    first: str
    second: str
    verdict: Verdict
    score: float
    reason: str
    author: str = "rules"
    at: str | None = None
    """When a reviewer judged, UTC."""

    @property
    def pair(self) -> frozenset[str]:
        """What it is about, whichever stands first."""
        return frozenset((self.first, self.second))


def signature(local: Local) -> str:
    """What a judgement remembers a thing by: its kind, its fullest name, and its division or else its document.

    It does not depend on the run, so that what was judged once need not be judged again. People of one name in one
    city are many, and so are its Experimental Primary Schools: they are known by their documents, and two people of one
    name in one document by where the later one holds a post.
    """
    name = f"{local.kind}|{local.name}|{_home(local)}"
    return f"{name}|{local.namesake}" if local.namesake else name


def _home(local: Local) -> str:
    """The division that a thing is known by; its document where others of its name may lie in that division."""
    if local.division is None or local.kind == "person":
        return local.document
    if local.kind == "body":
        is_told = not _of_a_county(local.division, {body(local.name)})
    else:
        fullest = [mention for mention in local.mentions if mention.name == local.name]
        alone = Local(local.kind, local.document, fullest, local.where)
        is_told = _told_by(alone, alone)
    return local.division.code if is_told else f"{local.document}/{local.division.code}"


def judge(a: Local, b: Local) -> Judgement | None:
    """What the rules say of two things of different documents; None when they have nothing in common."""
    if a.kind == "person":
        return _people(a, b)
    if a.kind == "body":
        return _bodies(a, b)
    score = max(alike(first, second) for first in a.names for second in b.names)
    if score < SURE:
        score = max(alike(first, second) for first in bare_names(a) for second in bare_names(b))
    if score < SURE:
        return None
    return _by_place(a, b, score, "the same name")


def bare_names(local: Local) -> list[str]:
    """The names of a thing without the place that it lies in."""
    return [unplaced(name, local.division) for name in local.names] if local.division else local.names


def _by_place(a: Local, b: Local, score: float, alike_by: str) -> Judgement:
    if _named_after(a, b) or _named_after(b, a):
        return judged(a, b, "same", score, f"{alike_by}, place and all")
    if a.division is None or b.division is None:
        return judged(a, b, "unsure", score, f"{alike_by}, and no place that tells")
    if not a.division.on_line_with(b.division):
        return judged(a, b, "different", score, f"{alike_by} in two places")
    if _told_by(a, b):
        return judged(a, b, "same", score, f"{alike_by} in one place")
    return judged(a, b, "unsure", score, f"{alike_by}, in a place that may have several of it")


def _named_after(a: Local, b: Local) -> bool:
    """Whether one thing lies nowhere for sure, but its name begins with the bare name of the place of the other one."""
    if a.where is not None or b.where is None or b.where.basis != "name":
        return False
    places = [place for name in a.names for place in named(name)]
    return any(each.level != "province" and each == b.division for place in places for each in place.options)


def _told_by(a: Local, b: Local) -> bool:
    """Whether a name and a place together mean one thing.

    A city has one Experimental Primary School that is called after it, and each of its counties another one; its No. 4
    Middle School is often named without it. A province has many of every name but the longest.
    """
    places = [each.division for each in (a, b) if each.division]
    shallow = min(places, key=lambda division: division.depth)
    own = min(own_signs(a), own_signs(b))
    if shallow.level == "province":
        return own >= LONG
    if own == 0 and not shallow.undivided:
        by_name = [each.where is not None and each.where.basis == "name" for each in (a, b)]
        return all(by_name) or (any(by_name) and places[0] == places[1] and bool(key(a.name).numbers))
    return True


def own_signs(local: Local) -> int:
    """How many signs of a name are neither a place nor what every such name has; three letters count as one."""
    known = [key(name) for name in bare_names(local)]
    return max(len(each.signs) if each.han else len("".join(each.sounds)) // 3 for each in known)


def _people(a: Local, b: Local) -> Judgement | None:
    """Two people of one name are one where they share a school or office that is told by its own name, or where they
    share any title or office and the documents speak of one place."""
    score = max(person(first, second) for first in a.names for second in b.names)
    if score < SURE:
        return None
    where = _places(a, b)
    shared = sorted(x for x in a.company for y in b.company if len(x) > TITLES and _same_body(x, y))
    telling = [x for x in shared if _is_telling(x)]
    if (telling and where != "apart") or (shared and where == "together"):
        return judged(a, b, "same", score, f"the same name and {(telling or shared)[0]}")
    return judged(a, b, "unsure", score, "the same name, and nothing else that tells")


def _is_telling(name: str) -> bool:
    known = key(name)
    return bool(known.kinds and (known.sounds or known.numbers)) or any(place.ranked for place in named(name))


def _same_body(x: str, y: str) -> bool:
    if x == y:
        return True
    known = key(x)
    if known.kinds and known.sounds and alike(x, y) >= SURE:
        return True
    return len("".join(body(x))) > TITLES and body(x) == body(y)


def _bodies(a: Local, b: Local) -> Judgement | None:
    """A bureau of a province is none of its cities: bodies of one name are one in the very same division."""
    shared = {body(name) for name in a.names} & {body(name) for name in b.names}
    if not shared:
        return None
    if a.division is None or b.division is None:
        return judged(a, b, "unsure", 1.0, "the same words, and no place that tells")
    if not a.division.on_line_with(b.division):
        return judged(a, b, "different", 1.0, "the same words in two places")
    if a.division != b.division:
        return judged(a, b, "unsure", 1.0, "the same words in a place and in one above it")
    if _of_a_county(a.division, shared):
        return judged(a, b, "unsure", 1.0, "the same words, of a county that is not named")
    return judged(a, b, "same", 1.0, "the same words in one place")


def _of_a_county(division: Division, names: set[tuple[str, ...]]) -> bool:
    """Whether bodies of a division above are said to be of a county, one of its many."""
    return division.level != "county" and any(parts[0] in COUNTY_RANKS for parts in names)


def _places(a: Local, b: Local) -> Literal["together", "apart", "unknown"]:
    if a.division is None or b.division is None:
        return "unknown"
    return "together" if a.division.on_line_with(b.division) else "apart"


def judged(a: Local, b: Local, verdict: Verdict, score: float, reason: str) -> Judgement:
    """A judgement of the rules."""
    return Judgement(signature(a), signature(b), verdict, round(score, 2), reason)
