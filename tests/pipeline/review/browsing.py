"""A browser without a screen on the review page, and what stands on a page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from pipeline.records import Document
from pipeline.review.app import application
from pipeline.review.desk import Desk
from pipeline.review.guard import door
from tests.pipeline import build
from tests.pipeline.review.acts import new_key

HOST = "127.0.0.1:8417"
TOKENS = {"Ann": "ann-has-a-token-of-her-own", "Bo": "bo-has-another-one-too"}
HOSTILE = (
    "<script>alert(1)</script> school",
    "<img src=x onerror=alert(1)> school",
    '"><svg onload=alert(1)> school',
    "</script><script>alert(1)</script> school",
    "{{ 7 * 7 }} {% raw %} school",
    "No. 2\u202eloohcs",
    "two\u2028lines\u2029of school",
)


class Browser(TestClient):
    """A browser that is let in, and posts as our page does."""

    def __init__(self, desk: Desk, name: str = "Ann") -> None:
        super().__init__(self._application(desk), base_url=f"http://{HOST}", follow_redirects=False)
        self.get("/start", params={"token": TOKENS[name]})

    def _application(self, desk: Desk) -> Any:
        return application(desk, door(TOKENS, "127.0.0.1", 8417))

    def posted(self, path: str, **body: Any) -> Any:
        return self.post(path, json={"key": new_key(), **body}, headers={"origin": f"http://{HOST}"})


def given(page: str) -> Any:
    """What the page's script begins with."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


class Tags(HTMLParser):
    """The elements and attributes of a page, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def publish(folder: Path, document: Document, record: Any) -> None:
    """A data set of one document with one record."""
    build.publish([build.done(document, [record])], folder)
