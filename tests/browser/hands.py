"""What a reviewer does on the page, and what they look for."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

MARKED = """() => [...CSS.highlights.get('current')]
  .map((each) => each.startContainer.data.slice(each.startOffset, each.endOffset))"""
PLACE = """(quote) => {
  for (const piece of document.querySelectorAll('.piece')) {
    const at = piece.textContent.indexOf(quote);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(piece.firstChild, at);
    range.setEnd(piece.firstChild, at + quote.length);
    const { left, right, top, height } = range.getClientRects()[0];
    return [left, right, top + height / 2];
  }
}"""
"""Where words stand on the screen: from left to right, and the middle of their line."""
NAMELESS = """(all) => all
  .filter((each) => !(each.textContent.trim() || each.getAttribute('aria-label') || each.labels?.length || each.title))
  .map((each) => each.outerHTML)"""


def current(page: Page) -> str | None:
    return page.locator(".card.current").get_attribute("data-record")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def find(page: Page, words: str) -> None:
    """Pick words by keyboard."""
    press(page, "/")
    page.keyboard.type(words)
    press(page, "Enter", "Escape")


def draw_over(page: Page, words: str) -> None:
    """Select words with the mouse."""
    left, right, middle = page.evaluate(PLACE, words)
    page.mouse.move(left + 1, middle)
    page.mouse.down()
    page.mouse.move(right - 1, middle, steps=5)
    page.mouse.up()


def click_on(page: Page, words: str) -> None:
    left, right, middle = page.evaluate(PLACE, words)
    page.mouse.click((left + right) / 2, middle)


def arrive(page: Page, address: str) -> None:
    """Wait until a page is there and takes keys."""
    page.wait_for_url(re.compile(address))


def expect_status(page: Page, record: str, status: str) -> None:
    expect(page.locator(f'[data-record="{record}"]')).to_have_class(re.compile(rf"\bstatus-{status}\b"))


def expect_said(page: Page, words: str) -> None:
    expect(page.get_by_role("status")).to_contain_text(words)
