"""Whatever comes in: blocks stand in the text, and nothing but an InputError is raised."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.inputs import Input
from pipeline.read import read
from tests.pipeline.read.build import check_blocks

WORDS = st.sampled_from(
    [
        "Bay School",
        "Leader: A School",
        "1. A Group",
        "Updated: Oct 10, 2022",
        "- END -",
        "(",
        "Read on",
        "Source:",
        "\t",
        "|",
        " | ",
        "  ",
        "\u00a0",
        "\u3000",
        "🎉",
        "２０２２年",
        "教育集团",
        "。",
        ".",
        "\n",
        "\r\n",
        "\r",
        "Author:",
        "/",
        "By Li Mei",
        "No. 2",
        "Photo by",
        "Table",
        "A sentence that ends here.",
        "Home > News",
        "•",
        "*\t",
        "12",
        "£1,320",
        "\u2028",
        "\x0b",
        "记者 于小",
        "2022-05-18",
        "Time:",
        "\u200b",
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=20), max_size=40).map("".join)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='share nav'>",
        "<div>",
        "</div>",
        "<h1>",
        "</h1>",
        "<ul><li>",
        "</ul>",
        "<table><tr><td>",
        "<table border=1><tr><td rowspan=3>",
        "</td><td colspan=2>",
        "<th rowspan=2 colspan=3>",
        "<thead>",
        "<tbody>",
        "<td>",
        "<font size=5>",
        "<img>",
        "<a href='javascript:x'>",
        "<a href='a.pdf'>",
        "<li>",
        "<div style='visibility:hidden'>",
        "<p aria-hidden=true>",
        "<h2>",
        "<figcaption>",
        "<input type=password>",
        "</td><td>",
        "</table>",
        "<br>",
        "<a href='/'>",
        "</a>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<article>",
        "<header>",
        "<form>",
        "<svg>",
        "&amp;",
        "&#0;",
        "&#x1F389;",
        "<meta charset=gb2312>",
        "<pre>",
        "<figure>",
        "<tr>",
        "<body>",
        "</body>",
        "<frameset>",
        "<![CDATA[",
        "<?xml version='1.0'?>",
        "<p hidden>",
        "<script type='application/ld+json'>[{\"@type\": [1]}]</script>",
        "<time datetime='x'>",
        "<o:p>",
    ]
)
MARKUP = st.lists(TAGS | WORDS | st.text(max_size=10), max_size=60).map("".join)


@given(TEXTS)
def test_plain_text_keeps_every_code_point(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    try:
        document = read(Input("a.txt", data, "text/plain")).document
    except InputError:
        return
    decoded = data.decode().removeprefix("\ufeff")
    assert document.text == decoded.replace("\r\n", "\n").replace("\r", "\n")
    check_blocks(document)


@given(MARKUP)
def test_markup_is_read_or_refused(markup: str) -> None:
    try:
        document = read(Input("a.html", markup.encode("utf-8", "ignore"), "text/html", "utf-8")).document
    except InputError:
        return
    check_blocks(document)


@given(
    st.binary(max_size=300), st.sampled_from(["text/plain", "text/html"]), st.sampled_from([None, "gbk", "nonsense"])
)
def test_bytes_are_read_or_refused(data: bytes, media_type: str, charset: str | None) -> None:
    try:
        document = read(Input("a", data, media_type, charset)).document
    except InputError:
        return
    check_blocks(document)
