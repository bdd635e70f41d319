"""Pages made to hurt: each is read or refused with a clear line, in bounded time."""

from __future__ import annotations

import time

import pytest

from pipeline.errors import InputError
from pipeline.inputs import Input
from pipeline.read import read
from tests.pipeline.read.build import check_blocks

BODY = "On Monday the Bay Education Bureau opened a new school, and many people came to see it from all the towns."
SECONDS = 20.0
"""Far above what any of them takes; what grows with the square of its size takes longer."""
PAGES = {
    "100,000 nested tags": "<div>" * 100_000 + BODY,
    "just not too deep": "<div>" * 900 + "<p>" + BODY,
    "300,000 attributes": "<p " + " ".join(f"a{i}=1" for i in range(300_000)) + ">" + BODY,
    "a class of 200,000 words": "<div class='" + "navBar-x " * 200_000 + "'><p>" + BODY + "</div>",
    "a row of 20,000 wide cells": "<table border=1><tr>"
    + "<td colspan=1000>x" * 20_000
    + "</tr><tr><td>y<td>z</table>",
    "cells over all rows and columns": "<table border=1>" + "<tr><td rowspan=65534 colspan=1000>a<td>b</tr>" * 5_000,
    "spans that are no numbers": f"<table border=1><tr><td rowspan={'9' * 5000} colspan=²>a<td>b</table><p>{BODY}",
    "nested tables": "<table border=1><tr><th>a<td>" * 300 + BODY,
    "too many tags": "<br>" * 500_000 + BODY,
    "NUL bytes": "<p>\x00" * 1000 + BODY,
    "broken entities": "&#x110000;&#99999999999;&nosuch;&amp" * 20_000 + BODY,
    "scripts in the title": "<title><script>" * 1000 + BODY,
    "deep JSON": "<script type='application/ld+json'>" + "[" * 100_000 + "</script><p>" + BODY,
    "hidden in hidden": "<div style='visibility:hidden'>" * 500 + "<p>" + BODY,
    "hidden below hidden": "<div style='display:none'>" * 240 + "<p style='display:none'>text</p>" * 20_000,
    "blocks below blocks": "<div>" * 900 + "<p>text here</p>" * 20_000,
    "tables below menus": "<div class='nav share'>" * 900 + "<table><tr><td>a<td>b</table>" * 9_000,
    "links below blocks": f"<main><p>{BODY}</main>"
    + "<div>" * 900
    + "<a href=x>text</a>" * 30_000
    + "<a href=x.pdf>y</a>",
    "nested lists": "<ul><li>" * 400 + BODY,
    "nested figures": "<figure><figcaption>" * 400 + BODY,
    "spaces": "<p>" + " " * 2_000_000 + BODY,
    "brackets": "<p>" + "(" * 100_000 + "记者" * 1000,
    "140,000 lines": "<p>" + "word<br>" * 140_000 + BODY,
    "three million lines as printed": "<pre>" + "a\n" * 3_000_000,
    "70,000 blocks": "<div>text here</div>" * 70_000,
    "one long line": "<p>" + "word " * 300_000,
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.untraced
def test_a_page_made_to_hurt_is_read_or_refused(name: str) -> None:
    started = time.process_time()
    refusal = ""
    try:
        check_blocks(read(Input("a.html", PAGES[name].encode(), "text/html", "utf-8")).document)
    except InputError as error:
        refusal = str(error)
    assert not refusal or refusal.startswith("a.html: ")
    assert time.process_time() - started < SECONDS


def test_a_text_of_a_million_lines_is_refused() -> None:
    with pytest.raises(InputError, match=r"^a.txt: has more than 50,000 lines or blocks; split it"):
        read(Input("a.txt", b"a school\n" * 1_000_000, "text/plain", "utf-8"))


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08\x00\x00\x00", b"\x1f\x8b" + b"<p>a" * 100])
def test_truncated_gzip_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="compressed"):
        read(Input("a.html", data, "text/html"))
