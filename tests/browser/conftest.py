"""A real browser and a real server for the tests of the review page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import documents
from tests.browser.served import Served

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REQUIRED = os.environ.get("COMMUNIQUE_BROWSER") == "required"
Open = Callable[..., Page]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """An installed Chromium; without one these tests are skipped, except where it is required."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        missing = f"no Chromium is installed (looked for {', '.join(NAMES)})"
        if REQUIRED:
            pytest.fail(f"{missing}, and COMMUNIQUE_BROWSER=required")
        pytest.skip(missing)
    expect.set_options(timeout=60_000)
    root = os.name == "posix" and os.geteuid() == 0
    arguments = ["--disable-dev-shm-usage", *(["--no-sandbox"] if root else [])]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=arguments)
        yield opened
        opened.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server for the data set that a test writes; ``served.start()`` starts it."""
    server = Served(tmp_path)
    yield server
    server.kill()


@pytest.fixture
def let_in(browser: Browser, served: Served) -> Iterator[Open]:
    """Open the page as a reviewer, in a browser profile of their own; what goes wrong in a script fails the test."""
    contexts = []
    errors: list[str] = []

    def opened(who: str = "Ann", path: str = "/", script: str = "", **settings: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: errors.append(f"dialog: {dialog.message}"))
        if script:
            page.add_init_script(script)
        page.goto(served.start_url(who))
        if path != "/":
            page.goto(served.address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def reviewed(served: Served) -> Served:
    """Two English documents and a Chinese one, served."""
    documents.publish(served.folder, documents.english(), documents.english("b.txt"), documents.chinese())
    served.start()
    return served
