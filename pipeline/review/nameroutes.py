"""The routes of the page of names: pairs to look at, and what is judged of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, get_args

from pydantic import Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pipeline.records import Frozen
from pipeline.review import frame
from pipeline.review.judgements import JudgedMeanwhile
from pipeline.review.names import AskedPair, Judged, NameDesk, Show, Wanted
from pipeline.review.pairpages import card, evidence, said
from pipeline.review.pairs import KINDS
from pipeline.review.posted import posted, same_page
from pipeline.review.typed import Refused

AT_ONCE = 60
"""Pairs that are sent at once; more follow as a reviewer goes on."""
SHOWS: dict[Show, str] = {
    "doubt": "In doubt",
    "same": "Made one",
    "different": "Kept apart",
    "judged": "Judged by people",
    "differing": "Judged differently",
    "all": "All",
}
KIND_WORDS = {"group": "Groups", "school": "Schools", "person": "People", "body": "Bodies"}


class Taken(Frozen):
    """What is posted to take a judgement back, or to have names compared anew."""

    key: str = Field(min_length=8, max_length=64)


class NameRoutes:
    """The answers about names, each from what is asked and who asks."""

    def __init__(self, desk: NameDesk) -> None:
        self.desk = desk

    @property
    def routes(self) -> list[Route]:
        """Where they are to be had."""
        return [
            Route("/names", self.page),
            Route("/names/list", self.further),
            Route("/names/state", self.state),
            Route("/names/pair/{id}", self.pair),
            Route("/names/judge", self.judge, methods=["POST"]),
            Route("/names/undo", self.undo, methods=["POST"]),
            Route("/names/compare", self.compare, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """Pairs of one sort; the first of them, the page asks for more."""
        wanted = _wanted(request)
        if self.desk.comparing.trouble is not None:
            self.desk.again()
        self.desk.look()
        who = request.scope["reviewer"]
        begin, behind = self._some(wanted, None) if self.desk.ready else ([], None)
        there = self.desk.one(request.query_params.get("at", ""))
        if self.desk.ready and there is not None and there.pair.id not in [each.pair.id for each in begin]:
            begin.insert(0, there)
        return frame.page(
            request,
            "names.html",
            wanted=wanted,
            shows=SHOWS,
            kinds=KIND_WORDS,
            data={
                "keeper": self.desk.desk.keeper(who),
                "pairs": self._cards(begin),
                "behind": behind,
                **self._now(),
            },
        )

    async def further(self, request: Request) -> Response:
        """The pairs behind one that a page has."""
        same_page(request, self.desk.desk)
        found, behind = self._some(_wanted(request), request.query_params.get("behind"))
        return JSONResponse({"pairs": self._cards(found), "behind": behind})

    async def state(self, request: Request) -> Response:
        """How far comparing is, and what was judged since a line of the log."""
        same_page(request, self.desk.desk)
        try:
            last = int(request.query_params.get("last", "0"))
        except ValueError as error:
            raise HTTPException(400, "last is no number; reload the page") from error
        self.desk.look()
        return JSONResponse({"pairs": self._cards(self.desk.changed(last)), **self._now()})

    async def pair(self, request: Request) -> Response:
        """The sentences that name either side of a pair."""
        who = same_page(request, self.desk.desk)
        judged = self.desk.one(request.path_params["id"])
        if judged is None:
            raise HTTPException(404, "this pair is not there any more; reload the page")
        sides = (self.desk.comparing.table.side(name) for name in (judged.pair.first, judged.pair.second))
        return JSONResponse({"sides": [evidence(self.desk.desk, who, side) for side in sides]})

    async def judge(self, request: Request) -> Response:
        """Log what is judged."""
        asked = await posted(request, AskedPair)
        who = same_page(request, self.desk.desk)
        try:
            pair = self.desk.judge(who, asked)
        except JudgedMeanwhile as meanwhile:
            error = "somebody judged these two in the meantime"
            standing = [said(each) for each in meanwhile.standing]
            return JSONResponse({"error": error, "decisions": standing, **self._now()}, 409)
        return JSONResponse(self._after(pair))

    async def undo(self, request: Request) -> Response:
        """Take back one's last judgement, on whichever pair."""
        taken = await posted(request, Taken)
        pair = self.desk.undo(same_page(request, self.desk.desk), taken.key)
        return JSONResponse({"undone": pair is not None, **self._after(pair)})

    async def compare(self, request: Request) -> Response:
        """Have names compared anew."""
        await posted(request, Taken)
        same_page(request, self.desk.desk)
        self.desk.again()
        return JSONResponse(self._now())

    def _some(self, wanted: Wanted, behind: str | None) -> tuple[list[Judged], str | None]:
        """The next pairs that are wanted, and the name of the last of them where there are more."""
        found = list(islice(self.desk.found(wanted, behind), AT_ONCE + 1))
        return found[:AT_ONCE], found[AT_ONCE - 1].pair.id if len(found) > AT_ONCE else None

    def _after(self, pair: str | None) -> dict[str, Any]:
        """What the page must know after a judgement: the pair as it stands, nothing of one that is not known by now."""
        self.desk.look()  # a server that was started anew has compared nothing yet
        judged = self.desk.one(pair) if pair else None
        return {"record": pair, "card": card(self.desk, judged) if judged else None, **self._now()}

    def _cards(self, found: Iterable[Judged]) -> list[dict[str, Any]]:
        return [card(self.desk, each) for each in found]

    def _now(self) -> dict[str, Any]:
        """What every answer says besides: how many pairs there are of each sort, and whether they are up to date."""
        comparing = self.desk.comparing
        return {
            "counts": self.desk.counts(),
            "last": self.desk.last,
            "since": self.desk.since,
            "comparing": {
                "ready": self.desk.ready,
                "working": comparing.working,
                "read": comparing.progress[0],
                "documents": comparing.progress[1],
                "trouble": comparing.trouble or "",
                "made": comparing.made,
            },
        }


def _wanted(request: Request) -> Wanted:
    """The pairs that an address asks for. Raises Refused for an address that is none."""
    asked = request.query_params
    kinds = tuple(filter(None, asked.getlist("kind")))
    try:
        return Wanted.model_validate({"show": asked.get("show") or "doubt", "kinds": kinds, "text": asked.get("q", "")})
    except ValidationError as error:
        given = str(error.errors()[0]["input"])[:80]
        known = f"show is one of {', '.join(get_args(Show))}, kind one of {', '.join(KINDS)}"
        raise Refused(f"{given!r} is nothing to look for among names; {known}") from error
