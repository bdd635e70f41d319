"""HTML pages: blocks with their paths, furniture aside, what the page says of itself."""

from __future__ import annotations

import pytest

from pipeline.errors import InputError, UnreadableInput
from pipeline.inputs import Given, Input
from pipeline.read import read
from tests.pipeline.read.build import blocks, check_blocks, page, with_role

BODY = "On Monday the Bay Education Bureau opened a new school, and many people came to see it from all the towns."
MORE = "The director of the bureau spoke to the teachers, and after that the children sang two songs in the yard."


def shell(body: str, head: str = "<title>Bay schools join hands - Bay News</title>") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def article(inner: str) -> str:
    return shell(f"<div><h1>Bay schools join hands</h1><p>{BODY}</p>{inner}<p>{MORE}</p></div>")


def news(number: int, heading: str) -> str:
    return f"<article><h2>{heading}</h2>" + f"<p>{BODY} This was story {number} of the day.</p>" * 4 + "</article>"


def test_a_page_of_several_articles_is_told() -> None:
    led = [news(n, f'<a href="/{n}.html">Bay schools join hands, part {n}</a>') for n in range(6)]
    with pytest.raises(UnreadableInput, match="several articles"):
        page(shell("".join(led)))


def test_one_article_in_parts_is_one_article() -> None:
    document = page(shell("<h1>Bay schools join hands</h1>" + "".join(news(n, f"Part {n}") for n in range(6)))).document
    assert "story 0 of the day" in document.text
    assert "story 5 of the day" in document.text


@pytest.mark.parametrize("wrapper", ["{}", '<div class="scroll">{}</div>'])
def test_a_table_that_outweighs_its_article_does_not_push_it_out(wrapper: str) -> None:
    row = "<tr><td>Bay School No. {0}</td><td>Old Town, by the bridge</td><td>Hill School No. {0}</td></tr>"
    table = f"<table>{''.join(row.format(n) for n in range(9))}</table>"
    inner = f"<p>The town has three groups:</p>{wrapper.format(table)}<p>Ann Lee leads the bureau.</p>"
    nav = '<div><a href="/">Home</a> <a href="/news">News</a> <a href="/about">About</a></div>'
    document = page(shell(f"{nav}<div><h1>Bay schools join hands</h1>{inner}</div>")).document
    assert with_role(document, "title") == ["Bay schools join hands"]
    assert with_role(document, "body")[0] == "The town has three groups:"
    assert with_role(document, "body")[-1] == "Ann Lee leads the bureau."
    assert "Home" not in document.text


def test_blocks_kinds_and_paths() -> None:
    markup = article(
        "<h2>The  groups &amp;\n friends</h2><ul><li>A <b>School</b></li><li><p>B&nbsp;School</p></li></ul>"
        "<table><caption>Members</caption><tr><th>Group<th>Leader</tr>"
        "<tr><td>A Group</td><td>A<br>School</td></tr></table>"
        "<div>loose words<br>and more words</div><figure><img><figcaption>The gate</figcaption></figure>"
    )
    document = page(markup).document
    found = [(kind, text, block.path) for (kind, _, text), block in zip(blocks(document), document.blocks, strict=True)]
    assert found[0] == ("heading", "Bay schools join hands", "/html/body/div/h1")
    assert found[2:-1] == [
        ("heading", "The groups & friends", "/html/body/div/h2"),
        ("list_item", "A School", "/html/body/div/ul/li[1]"),
        ("list_item", "B School", "/html/body/div/ul/li[2]/p"),
        ("caption", "Members", "/html/body/div/table/caption"),
        ("table_row", "Group\tLeader", "/html/body/div/table/tr[1]"),
        ("table_row", "A Group\tA\nSchool", "/html/body/div/table/tr[2]"),
        ("line", "loose words", "/html/body/div/div"),
        ("line", "and more words", "/html/body/div/div"),
        ("caption", "The gate", "/html/body/div/figure/figcaption"),
    ]
    assert found[-1] == ("paragraph", MORE, "/html/body/div/p[2]")
    row = document.blocks[7]
    assert [document.text[start:end] for start, end in row.cells or ()] == ["A Group", "A\nSchool"]
    check_blocks(document)


@pytest.mark.parametrize(
    "furniture",
    [
        '<nav><a href="/">Home</a> <a href="/n">News</a></nav>',
        "<footer><p>Bay City Government, 1 Bay Road</p></footer>",
        '<div class="share-bar">Send this to a friend</div>',
        '<div id="relatedNews"><ul><li><a href="/1">Another story of the day</a></li></ul></div>',
        '<section class="comments"><p>First! What a fine school that is, said I.</p></section>',
        '<div role="navigation">Sections</div>',
        '<div><a href="/1">One</a> | <a href="/2">Two</a> | <a href="/3">Three</a></div>',
        "<p>Copyright Bay News. All rights reserved.</p>",
        "<p>Scan the code and join our group</p>",
        '<aside class="note">Subscribe to our letter</aside>',
    ],
)
def test_furniture_is_left_out_and_named(furniture: str) -> None:
    reading = page(article(furniture))
    assert with_role(reading.document, "body") == [BODY, MORE]
    assert reading.left_out
    for left in reading.left_out:
        assert left.path.startswith("/html/body/div/")
        assert left.reason
        assert 0 < len(left.excerpt) <= 80


@pytest.mark.parametrize(
    ("hidden", "word"),
    [
        ("<script>secret()</script>", "secret"),
        ("<style>p {secret}</style>", "secret"),
        ("<p hidden>secret</p>", "secret"),
        ('<p style="display: none">secret</p>', "secret"),
        ("<template><p>secret</p></template>", "secret"),
        ("<!-- secret -->", "secret"),
        ("<noscript>secret</noscript>", "secret"),
    ],
)
def test_what_is_not_shown_is_nowhere(hidden: str, word: str) -> None:
    reading = page(article(hidden))
    assert word not in reading.document.text
    assert not any(word in left.excerpt for left in reading.left_out)


LINKS = "".join(f'<li><a href="/{name}">{name} Primary School</a></li>' for name in ("Hill", "Lake", "Gate"))
ROWS = "".join(
    f'<tr><td><a href="/{name}">{name} Group</a></td><td>{name} School</td></tr>' for name in ("Hill", "Lake")
)


@pytest.mark.parametrize(
    ("inner", "name"),
    [
        (f"<p>The members are:</p><ul>{LINKS}</ul>", "Lake Primary School"),
        (f"<table>{ROWS}</table>", "Lake School"),
        (f'<div class="tags-table related"><table>{ROWS}{ROWS * 3}</table></div>', "Lake School"),
        (f"<ol class='list'>{LINKS}</ol>", "Gate Primary School"),
        ("<dl><dt>Leader</dt><dd>Hill School</dd></dl>", "Hill School"),
    ],
)
def test_a_list_or_table_of_the_article_is_never_lost(inner: str, name: str) -> None:
    assert name in page(article(inner)).document.text


def test_a_table_beside_the_article_is_kept() -> None:
    rows = "".join(f"<tr><td>{i}</td><td>School number {i} of the bay</td></tr>" for i in range(1, 12))
    markup = shell(
        f"<div><h1>Bay schools join hands</h1><p>{BODY * 6}</p><p>{MORE * 6}</p></div><div><table>{rows}</table></div>"
    )
    assert "School number 11 of the bay" in page(markup).document.text


def test_pages_laid_out_in_tables() -> None:
    markup = shell(
        '<table><tr><td><a href="/">Home</a> <a href="/n">News</a> <a href="/a">About us</a></td></tr>'
        f"<tr><td><h2>Bay schools join hands</h2><p>{BODY}</p><p>{MORE}</p></td></tr></table>"
    )
    document = page(markup).document
    assert (document.title, with_role(document, "body")) == ("Bay schools join hands", [BODY, MORE])


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        (
            "<title>Bay schools join hands | Bay News</title>",
            "<h1>Bay News</h1><h2>Bay schools join hands</h2>",
            "Bay schools join hands",
        ),
        ("<title>Bay schools join hands_Bay News</title>", "", "Bay schools join hands"),
        (
            '<meta property="og:title" content="Bay schools join hands"><title>News</title>',
            "",
            "Bay schools join hands",
        ),
        ("<title>Bay News</title>", "<h1>Bay schools join hands</h1>", "Bay schools join hands"),
        ("<title>Bay News</title>", '<p class="t">Bay schools join hands today</p>', "Bay schools join hands today"),
    ],
)
def test_title(head: str, top: str, title: str) -> None:
    head += '<meta property="og:site_name" content="Bay News">'
    document = page(shell(f"<div>{top}<p>{BODY}</p><p>{MORE}</p></div>", head)).document
    assert document.title == title


@pytest.mark.parametrize(
    ("head", "top", "published", "publisher", "byline"),
    [
        ('<meta property="article:published_time" content="2022-05-31T08:00:00+08:00">', "", "2022-05-31", None, ()),
        (
            '<meta name="PubDate" content="2022-05-31"><meta name="author" content="Li Mei">',
            "",
            "2022-05-31",
            None,
            ("Li Mei",),
        ),
        ('<meta property="og:site_name" content="Bay News">', "<p>By Li Mei</p>", None, "Bay News", ("Li Mei",)),
        ('<meta property="og:site_name" content="Bay News">', "<p>Source: Hill Daily</p>", None, "Hill Daily", ()),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2021-01-02",'
            '"author": [{"name": "Li Mei"}], "publisher": {"name": "Bay News"}}]}</script>',
            "",
            "2021-01-02",
            "Bay News",
            ("Li Mei",),
        ),
        ('<script type="application/ld+json">{broken</script>', "<p>2021-01-02 08:30</p>", "2021-01-02", None, ()),
        ("", '<p><time datetime="2020-02-03">yesterday</time></p>', "2020-02-03", None, ()),
        ("", "", None, None, ()),
    ],
)
def test_what_the_page_says_of_itself(
    head: str, top: str, published: str | None, publisher: str | None, byline: tuple[str, ...]
) -> None:
    document = page(shell(f"<h1>Bay schools join hands</h1>{top}<p>{BODY}</p><p>{MORE}</p>", head)).document
    assert (document.published, document.publisher, document.byline) == (published, publisher, byline)


def test_where_the_page_lives() -> None:
    head = '<link rel="canonical" href="https://example.org/canonical">'
    assert page(shell(f"<p>{BODY}</p>", head)).document.source_url == "https://example.org/canonical"
    assert page(shell(f"<p>{BODY}</p>"), "https://example.org/a").document.source_url == "https://example.org/a"
    assert page(shell(f"<p>{BODY}</p>", '<link rel="canonical" href="/a">')).document.source_url is None
    given = Input("a.html", shell(f"<p>{BODY}</p>", head).encode(), "text/html", given=Given("https://example.org/b"))
    assert read(given).document.source_url == "https://example.org/b"


def test_a_page_whose_furniture_alone_changed_keeps_its_version() -> None:
    one = page(article('<div class="share">12 shares</div>')).document
    two = page(article('<div class="share">13 shares</div><nav>Menu</nav>')).document
    assert one.version == two.version
    assert one.sha256 != two.sha256


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (shell("<h1>404 Not Found</h1><p>The page that you asked for is not here.</p>"), "error page"),
        (shell("<p>Please turn it on.</p>", "<title>Just a moment...</title>"), "error page"),
        (shell('<div id="app"></div><script>run()</script>'), "no readable text"),
        (shell('<nav><a href="/">Home</a></nav>'), "no readable text"),
        ("<div>" * 100_000 + BODY, "deep"),
    ],
)
def test_what_is_no_article_is_a_clear_error(markup: str, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words) as caught:
        page(markup)
    assert str(caught.value).startswith("a.html: ")
    assert caught.value.remedy


@pytest.mark.parametrize(
    "markup", ["<b>" * 900 + BODY, "<p>" + "word " * 400_000, "<table><tr><td>" * 300 + BODY, BODY]
)
def test_odd_pages_are_read(markup: str) -> None:
    try:
        document = page(markup).document
    except InputError as error:
        pytest.fail(str(error))
    assert BODY in document.text or "word word" in document.text
