"""The words of a page without parsing it: what may stand in its article is there, each word whole."""

from __future__ import annotations

import time

import pytest

from pipeline.read.rough import Rough, rough_text

PAGES = [
    ("<p>One</p><p>Two</p>", Rough("One\nTwo", "")),
    ("<p>Educa<b>tion</b> <i>Gr</i><span class='x'>oup</span></p>", Rough("Education Group", "")),
    ("<div>Education\n      Group\n</div>", Rough("Education Group", "")),
    ("<td>One<td>Two", Rough("One\nTwo", "")),
    ("One<br>Two<BR/>Three", Rough("One\nTwo\nThree", "")),
    ("<p>A&amp;B&nbsp;&#22823;&#x6cb3; &lt;b&gt;</p>", Rough("A&B 大河 <b>", "")),
    ("<title>News</title><h1>A <em>Day</em></h1><p>Text<h2>More</h2>", Rough("Text", "News\nA Day\nMore")),
    ("<script>var a = '<p>no</p>' < 3;</script><p>Yes", Rough("Yes", "")),
    ("<SCRIPT>no</Script ><STYLE>p {}</style><p>Yes", Rough("Yes", "")),
    ("<script src='a.js' /><p>Yes", Rough("Yes", "")),
    ("<p>Yes</p><script>no", Rough("Yes", "")),
    ("<!-- <p>no</p> - -- > --><p>Yes<!-->, more<!-- no", Rough("Yes, more", "")),
    ("<p>See <a href='/x'>the rules</a> here</p>", Rough("See the rules here", "")),
    ("<li><a href='/x'>Terms</a></li><li><a href='/y'><b>Privacy Notice</b></a></li>", Rough("", "")),
    ("<a href='/x'><div>A card</div><p>with a teaser</p></a><p>Text", Rough("Text", "")),
    ("<a name='top'>Text</a>", Rough("Text", "")),
    ("<a href='/x'>" + "never closed " * 40 + "<p>Text", Rough(" ".join(["never closed"] * 40) + "\nText", "")),
    ("1 < 2 and 3 > 2", Rough("1 < 2 and 3 > 2", "")),
    ("", Rough("", "")),
]


@pytest.mark.parametrize(("markup", "words"), PAGES)
def test_the_words_of_a_page(markup: str, words: Rough) -> None:
    assert rough_text(markup) == words


@pytest.mark.parametrize(
    "piece", ["<a", "<!--", "<script", "<script>", "<!-- -", "<p ", "&", "<a href=", "<h1>x", "<!"]
)
@pytest.mark.untraced
def test_a_page_made_to_hurt_takes_no_more_than_its_length(piece: str) -> None:
    started = time.process_time()
    rough_text(piece * (1_000_000 // len(piece)))
    assert time.process_time() - started < 5
