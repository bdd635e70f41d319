"""Templates and what goes into every page: pages of trouble included."""

from __future__ import annotations

import json
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from pipeline.harmless import harmless
from pipeline.records import KINDS
from pipeline.review.decisions import REASONS
from pipeline.review.guard import SAFE_METHODS
from pipeline.review.listing import SORTS, STATUSES
from pipeline.review.parts import FIRST

KIND_KEYS = {"group": "g", "official": "o", "date": "d", "count": "c", "policy": "p"}
"""The key of each kind where one is chosen."""
PLURALS = {"group": "Groups", "official": "Officials", "date": "Dates", "count": "Counts", "policy": "Policies"}
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of writing: nobody who looks at the page's source shall be misled either."""
UNSAFE_IN_SCRIPTS = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in f"<>&\u2028\u2029{TURNING}"})
TITLES = {400: "This cannot be shown", 403: "Not let in", 404: "Not found", 500: "A bug", 503: "Not kept"}


def as_json(value: Any) -> Markup:
    """A value as JSON for a script element: nothing in it ends the element or is markup.

    >>> as_json({"title": "</script>"})
    Markup('{"title":"\\\\u003c/script\\\\u003e"}')
    """
    packed = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(packed.translate(UNSAFE_IN_SCRIPTS))  # noqa: S704 - every sign that is markup is escaped


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("pipeline.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"as_json": as_json, "harmless": harmless}
    made.globals |= {
        "KINDS": KINDS, "PLURALS": PLURALS, "STATUSES": STATUSES, "SORTS": SORTS,
        "WORDS": {"kindKeys": KIND_KEYS, "plurals": PLURALS, "reasons": REASONS, "first": FIRST},
    }  # fmt: skip
    return made


ENVIRONMENT = _environment()


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page from its template."""
    shown = ENVIRONMENT.get_template(template).render(who=request.scope.get("reviewer"), **values)
    return HTMLResponse(shown, status)


def trouble(request: Request, status: int, said: str) -> Response:
    """What went wrong, in one sentence: a page, or JSON for what a script asked."""
    if request.method not in SAFE_METHODS or "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"error": said}, status)
    return page(request, "trouble.html", status, title=TITLES.get(status, "This did not work"), said=said)
