"""The review page's routes: pages to look at, and what is posted from them. Nothing in a request names a file."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from importlib.resources import files
from typing import Any

from pydantic import Field
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from pipeline.errors import StoreError
from pipeline.export.links import page
from pipeline.records import Frozen
from pipeline.review import frame, listing, pages
from pipeline.review.asked import Asked, reading
from pipeline.review.desk import Desk, Opened
from pipeline.review.guard import SAFE_METHODS, Door, Guard
from pipeline.review.log import Overtaken
from pipeline.review.nameroutes import NameRoutes
from pipeline.review.names import NameDesk
from pipeline.review.places import Places
from pipeline.review.posted import TooLarge, posted, same_page
from pipeline.review.queue import next_with_work
from pipeline.review.shelf import brief
from pipeline.review.standing import Standing
from pipeline.review.typed import Refused

LONGEST_LIST = 1000
"""Documents on the list at once; a filter or an order brings the others up."""
STATIC_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
Answer = Callable[[Request], Awaitable[Response]]


class Undone(Frozen):
    """What is posted to take a decision back."""

    key: str = Field(min_length=8, max_length=64)
    document: str


def application(desk: Desk, door: Door, names: NameDesk | None = None) -> Guard:
    """The review page of a desk, behind its door; ``names`` is the desk for names where somebody else closes it."""
    on_names = NameRoutes(names or NameDesk(desk))
    review = _Review(desk, on_names.desk)
    routes = [
        Route("/", review.listed),
        Route("/document/{id}", review.document),
        Route("/document/{id}/records", review.records),
        Route("/document/{id}/live", review.live),
        Route("/document/{id}/{way}", review.neighbour),
        Route("/conflicts", review.conflicts),
        Route("/decide", review.decide, methods=["POST"]),
        Route("/undo", review.undo, methods=["POST"]),
        *on_names.routes,
        Route("/static/{name}", _static_files()),
    ]
    troubles: Mapping[Any, Any] = {
        HTTPException: _http_trouble,
        Refused: _refused,
        ClientDisconnect: lambda request, _: frame.trouble(
            request, 400, "this was not sent to its end; nothing is logged"
        ),
        TooLarge: lambda request, _: frame.trouble(request, 413, "this is too large for a decision; nothing is logged"),
        StoreError: lambda request, error: frame.trouble(request, 503, str(error)),
        Exception: _bug,
    }
    return Guard(Starlette(routes=routes, exception_handlers=troubles), door, frame.trouble)


class _Review:
    """The answers, each from what is asked and who asks. Requests take turns: each answer takes milliseconds."""

    def __init__(self, desk: Desk, names: NameDesk) -> None:
        self.desk, self.names = desk, names

    async def listed(self, request: Request) -> Response:
        view = listing.view(request.query_params)
        found = self.desk.documents(request.scope["reviewer"], view.wanted)
        documents = listing.ordered(found, view.sort)
        return frame.page(
            request,
            "list.html",
            view=view,
            documents=documents[:LONGEST_LIST],
            further=len(documents[LONGEST_LIST:]),
            progress=listing.progress(found),
            differing=self.desk.differing(),
            in_doubt=self.names.counts()["doubt"],
            data={"keeper": self.desk.keeper(request.scope["reviewer"])},
            vocabulary=listing.vocabulary(self.desk.shelf.documents.values()),
            sampled=bool(self.desk.log.sampled()),
        )

    async def document(self, request: Request) -> Response:
        opened, view = self._opened(request), listing.view(request.query_params)
        places, who = Places(opened.document), request.scope["reviewer"]
        data = pages.opening(opened, places, who, self._inside(opened, view))
        return frame.page(
            request,
            "document.html",
            view=view,
            opened=opened,
            live=page(opened.document),
            layouts=list(pages.layouts(places)),
            data={**data, "keeper": self.desk.keeper(who)},
        )

    async def records(self, request: Request) -> Response:
        same_page(request, self.desk)
        opened = self._opened(request)
        if request.query_params.get("last") == str(opened.last):
            return JSONResponse({"last": opened.last})
        return JSONResponse(_state(opened, request.scope["reviewer"]))

    async def live(self, request: Request) -> Response:
        """The address of the live page at a run of the text, for a script that asks when it is to be shown."""
        document = self._opened(request).document
        try:
            start, end = (int(request.query_params[name]) for name in ("start", "end"))
        except (KeyError, ValueError) as error:
            raise HTTPException(400, "start and end are missing; open the link on the review page") from error
        if not 0 <= start < end <= len(document.text):
            raise HTTPException(404, "these words are not in the text; reload the page")
        return JSONResponse({"link": pages.live(document, start, end)})

    async def neighbour(self, request: Request) -> Response:
        """The next or previous document with something left to do in it; the list when there is none."""
        way = request.path_params["way"]
        if way not in ("next", "previous"):
            raise HTTPException(404)
        view = listing.view(request.query_params)
        found = listing.ordered(self.desk.documents(request.scope["reviewer"], view.wanted), view.sort)
        here = request.path_params["id"]
        there = next_with_work(found if way == "next" else found[::-1], here)
        if there is None or there == here:
            return RedirectResponse(f"/{view.query()}", status_code=303)
        return RedirectResponse(f"/document/{there}{view.query()}", status_code=303)

    async def conflicts(self, request: Request) -> Response:
        found = []
        for shelved, standing in self.desk.conflicts():
            document = self.desk.opened(request.scope["reviewer"], shelved.id)
            if document is not None:
                found.append((shelved, pages.conflict(document.document, standing)))
        data = {"keeper": self.desk.keeper(request.scope["reviewer"])}
        return frame.page(request, "conflicts.html", conflicts=found, data=data)

    async def decide(self, request: Request) -> Response:
        asked = await posted(request, Asked)
        who = same_page(request, self.desk)
        try:
            standing = self.desk.decide(who, asked)
        except Overtaken as overtaken:
            said = [pages.decided(decision) for decision in overtaken.standing]
            error = "somebody decided on this record in the meantime"
            return JSONResponse({"error": error, "decisions": said, **self._now(who, asked.document)}, 409)
        return JSONResponse(self._after(who, asked, standing))

    async def undo(self, request: Request) -> Response:
        undone = await posted(request, Undone)
        who = same_page(request, self.desk)
        decision = self.desk.undo(who, undone.document, undone.key)
        said = {"undone": decision is not None, "record": decision.record if decision else None}
        return JSONResponse({**said, **self._now(who, undone.document)})

    def _opened(self, request: Request) -> Opened:
        opened = self.desk.opened(request.scope["reviewer"], request.path_params["id"])
        if opened is None:
            raise HTTPException(404, "this document is not in the data set; go back to the list")
        return opened

    def _inside(self, opened: Opened, view: listing.View) -> list[str] | None:
        """The records of a document that a view takes; None for all."""
        if not view.on_records:
            return None
        sampled = self.desk.log.sampled() if view.wanted.sample else frozenset()
        return [
            each.record.id for each in opened.standings if view.wanted.takes(brief(each.record), each.status, sampled)
        ]

    def _after(self, who: str, asked: Asked, standing: Standing | None) -> dict[str, Any]:
        """What the page must know after a decision: the record as it stands; everything where it is gone."""
        opened = self.desk.opened(who, asked.document)
        if opened is None or standing is None:
            return self._now(who, asked.document)
        shown = pages.card(opened.document, Places(opened.document), standing)
        return {"card": shown, **pages.read_state(opened, who)}

    def _now(self, who: str, document: str) -> dict[str, Any]:
        opened = self.desk.opened(who, document)
        return _state(opened, who) if opened else {}


def _state(opened: Opened, who: str) -> dict[str, Any]:
    """A document's records as they stand."""
    return {
        "reading": reading(opened.document),
        **pages.read_state(opened, who),
        "records": pages.cards(opened, Places(opened.document)),
    }


def _static_files() -> Answer:
    """Scripts and styles, read once; a name that is not among them is not looked for anywhere."""
    folder = files("pipeline.review") / "static"
    known = {each.name: each.read_bytes() for each in folder.iterdir() if _ending(each.name) in STATIC_TYPES}

    async def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in known:
            raise HTTPException(404, "there is no such file")
        return Response(known[name], media_type=STATIC_TYPES[_ending(name)])

    return static


def _ending(name: str) -> str:
    return name[name.rfind(".") :]


async def _http_trouble(request: Request, error: HTTPException) -> Response:
    said = {404: "there is no such page; go back to the list", 405: "this page takes no such request"}
    own = error.detail != HTTPException(error.status_code).detail
    return frame.trouble(request, error.status_code, error.detail if own else said.get(error.status_code, error.detail))


async def _refused(request: Request, error: Refused) -> Response:
    return frame.trouble(request, 422 if request.method not in SAFE_METHODS else 400, str(error))


async def _bug(request: Request, error: Exception) -> Response:
    return frame.trouble(request, 500, f"this is a bug of communique ({type(error).__name__}); nothing is logged")
