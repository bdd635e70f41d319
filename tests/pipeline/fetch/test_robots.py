"""robots.txt: the examples of RFC 9309, then what real files get wrong."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch.client import agent
from pipeline.fetch.robots import LONGEST_DELAY, PARSED, TOKEN, Robots, robots_address

SITE = "https://news.example.org"
US = "User-agent: communique\n"
ALL = "User-agent: *\n"


def allows(text: str | bytes, path: str) -> bool:
    return Robots.answered(200, text.encode() if isinstance(text, str) else text).allows(SITE + path)


def checked(text: str | bytes, allowed: str, refused: str) -> None:
    """The white-space separated paths that a file allows and refuses."""
    wrong = [path for path in allowed.split() if not allows(text, path)]
    wrong += [path for path in refused.split() if allows(text, path)]
    assert not wrong


SIMPLE = """
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: {foobot}
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: {barbot}
User-Agent: {bazbot}
Disallow: /example/page.html

User-Agent: {quxbot}
"""
ROLES = {"foobot": "foobot", "barbot": "barbot", "bazbot": "bazbot", "quxbot": "quxbot"}


@pytest.mark.parametrize(
    ("role", "allowed", "refused"),
    [
        ("none of them", "/ /publications/ /publications/a /a.gif?b /a.gifs", "/a.gif /example/ /example/page.html"),
        ("foobot", "/example/page.html /example/page.html?a /example/allowed.gif", "/ /a.gif /publications/"),
        ("barbot", "/ /a.gif /example/ /example/page.htm", "/example/page.html /example/page.html.bak"),
        ("bazbot", "/ /a.gif /example/ /example/page.htm", "/example/page.html /example/page.html.bak"),
        ("quxbot", "/ /a.gif /example/page.html", ""),
    ],
)
def test_the_simple_example_of_section_5_1(role: str, allowed: str, refused: str) -> None:
    checked(SIMPLE.format(**{**ROLES, role: TOKEN}), allowed, refused)


def test_the_longest_match_of_section_5_2() -> None:
    text = US + "Allow: /example/page/\nDisallow: /example/page/disallowed.gif\n"
    checked(text, "/example/page/ /example/page/allowed.gif /", "/example/page/disallowed.gif")


@pytest.mark.parametrize(
    ("rule", "path"),
    [
        ("/foo/bar?baz=quz", "/foo/bar?baz=quz"),
        ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar"),
        ("/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar"),
        ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar"),
        ("/foo/bar/ツ", "/foo/bar/%E3%83%84"),
        ("/foo/bar/%E3%83%84", "/foo/bar/%E3%83%84"),
        ("/foo/bar/%E3%83%84", "/foo/bar/ツ"),
        ("/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84"),
        ("/foo/bar/%62%61%7A", "/foo/bar/baz"),
        ("/foo/bar/baz", "/foo/bar/%62%61%7a"),
        ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html"),
        ("/path/file-with-a-%2A.html", "/path/file-with-a-%2a.html"),
        ("/path/foo-%24", "/path/foo-$"),
    ],
)
def test_paths_are_compared_percent_encoded_as_in_sections_2_2_2_and_2_2_3(rule: str, path: str) -> None:
    assert not allows(f"{US}Disallow: {rule}", path)
    assert allows(f"{US}Disallow: /\nAllow: {rule}", path)


@pytest.mark.parametrize(
    ("rules", "allowed", "refused"),
    [
        ("", "/ /a?b", ""),
        ("Disallow:", "/ /a", ""),
        ("Disallow: /", "", "/ /a /a?b=c"),
        ("Disallow: /\nAllow:", "", "/ /a"),
        ("Disallow: /a", "/ /b /A /b/a /?a", "/a /a/ /a/b /ab /a.html /a?b /a;b"),
        ("Disallow: /a/", "/a /a.html /ab /A/b", "/a/ /a/b /a/?b"),
        ("Disallow: /a?", "/a /a/ /ab", "/a? /a?b"),
        ("Disallow: /a?b=1", "/a?b=2 /a?c=1&b=1", "/a?b=1 /a?b=1&c=2 /a?b=12"),
        ("Disallow: /Nachrichten", "/nachrichten", "/Nachrichten/1"),
        ("Disallow: a", "/ /a", ""),
        # the longest rule wins, in whatever order; of equals, the one that allows
        ("Disallow: /a/page.html\nAllow: /a/", "/a/ /a/b", "/a/page.html"),
        ("Allow: /a/page.html\nDisallow: /a/", "/a/page.html /b", "/a/ /a/b"),
        ("Allow: /a\nDisallow: /a", "/a /a/b", ""),
        ("Disallow: /a\nAllow: /a", "/a /a/b", ""),
        ("Disallow: /a\nAllow: /a/", "/a/", "/a /ab"),
        ("Allow: /\nDisallow: /", "/ /a", ""),
        ("Disallow: /\nAllow: /p", "/p /page", "/ /q"),
        ("Allow: /page\nDisallow: /*.htm", "/page", "/page.htm"),
        ("Allow: /a/page.\nDisallow: /*.html", "/a/page.html", "/a/b.html"),
        ("Allow: /$\nDisallow: /", "/", "/page"),
        # special signs
        ("Disallow: /a*", "/ /b", "/a /ab /a/b"),
        ("Disallow: /*.php", "/ /php /a.PHP /a?php", "/a.php /a/b.php?c /a.php5 /index?f=a.php"),
        ("Disallow: /*.php$", "/a.php?b /a.php/ /a.php5 /php", "/a.php /a/b.php"),
        ("Disallow: /a*.php", "/A.php /b/a.php", "/a.php /ab/c.php?d"),
        ("Disallow: /a/*/b", "/a/b /a/c", "/a/c/b /a/c/d/b /a//b /a/c/bd"),
        ("Disallow: /*/*/c", "/a/c", "/a/b/c /a/b/d/c"),
        ("Disallow: /a***b", "/a", "/ab /acb"),
        ("Disallow: *b", "/a", "/b /ab"),
        ("Disallow: *", "", "/ /a"),
        ("Disallow: /*?", "/ /a", "/? /?a /a?b"),
        ("Disallow: /a$", "/a/ /ab /a?b", "/a"),
        ("Disallow: /a$b", "/a /ab", "/a$b /a$bc"),
        ("Disallow: /*a*a*a*a*a*a*a*a*b$", "/" + "a" * 5000, "/" + "a" * 5000 + "b"),
        # comments and white space
        ("# Disallow: /", "/", ""),
        ("Disallow: /a # /b", "/b", "/a"),
        ("Disallow: /a#b", "/b", "/a /ab"),
        ("Disallow: /a%23b", "/a", "/a%23b"),
        ("  Disallow  :  /a  ", "/b", "/a"),
        ("\tDISALLOW:\t/a\t", "/b", "/a"),
        ("Disallow: /a b", "/a", "/a%20b"),
        ("Disallow /a", "/b", "/a"),
        ("Dissallow: /a", "/b", "/a"),
        # escapes
        ("Disallow: /a%2Fb", "/a/b", "/a%2Fb /a%2fb"),
        ("Disallow: /a/b", "/a%2Fb", "/a/b"),
        ("Disallow: /100%", "/10", "/100% /100%25"),
        ("Disallow: /~a", "/a", "/~a /%7Ea /%7ea"),
        ("Disallow: /?next=%2Fa%2Fb", "/?next=/b", "/?next=/a/b /?next=%2fa%2fb"),
        ("Disallow: /新闻/", "/新 /%E6%96%B0", "/新闻/1 /%E6%96%B0%E9%97%BB/1 /%e6%96%b0%e9%97%bb/"),
        ("Disallow: /a\u2028Disallow: /b", "/a /b", "/a%E2%80%A8Disallow:%20/b"),
        ("Disallow: /a\x0cAllow: /", "/a", "/a%0CAllow:%20/"),
        # other records
        ("Sitemap: https://news.example.org/a.xml\nDisallow: /a", "/b", "/a"),
        ("Disallow: /a\nNoindex: /b\nHost: x\nContent-Signal: ai-train=no", "/b", "/a"),
        ("Disallow: /a\n\n\nDisallow: /b\n", "/c", "/a /b"),
        # a directory's own page, as Google has it
        ("Disallow: /\nAllow: /a/index.html", "/a/ /a/index.html", "/a/index.htm /a /b"),
    ],
)
def test_rules(rules: str, allowed: str, refused: str) -> None:
    checked(US + rules, allowed, refused)
    checked(ALL + rules, allowed, refused)


@pytest.mark.parametrize(
    ("text", "allowed", "refused"),
    [
        ("Disallow: /\n", "/", ""),
        ("Disallow: /b\nUser-agent: communique\nDisallow: /a\n", "/b", "/a"),
        ("User-agent: COMMUNIQUE\nDisallow: /a", "/", "/a"),
        ("uSeR-aGeNt:Communique\ndIsAlLoW:/a", "/", "/a"),
        ("User-agent: communique/1.0\nDisallow: /a", "/", "/a"),
        ("User-agent: communique news reader\nDisallow: /a", "/", "/a"),
        ("User-agent communique\nDisallow: /a", "/", "/a"),
        ("User agent : communique\nDisallow: /a", "/", "/a"),
        ("User-agent: *\nDisallow: /\n\nUser-agent: communique\nDisallow: /a", "/ /b", "/a"),
        ("User-agent: communique\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/ /b", "/a"),
        ("User-agent: communique\nDisallow:\n\nUser-agent: *\nDisallow: /", "/ /a", ""),
        ("User-agent: *\nDisallow: /\n\nUser-agent: communique", "/ /a", ""),
        # groups of the same name are one, and a group may have several names
        (f"{US}Disallow: /a\n\n{ALL}Disallow: /c\n\n{US}Disallow: /b", "/c", "/a /b"),
        (f"{ALL}Disallow: /a\n\nUser-agent: x\nDisallow: /c\n\n{ALL}Disallow: /b", "/c", "/a /b"),
        (f"User-agent: x\n{US}Disallow: /a\n\nUser-agent: y\nDisallow: /b", "/b", "/a"),
        (f"{US}\n# nothing between us\n\nUser-agent: x\nDisallow: /a", "/b", "/a"),
        (f"{US}Sitemap: /a.xml\nUser-agent: x\nDisallow: /a", "/b", "/a"),
        (f"{US}Crawl-delay: 5\nUser-agent: x\nDisallow: /a", "/b", "/a"),
        (f"{US}Unknown: 5\nUser-agent: x\nDisallow: /a", "/b", "/a"),
        (f"{US}Allow: /b\nUser-agent: x\nDisallow: /a", "/a /b", ""),
        # the whole token must be ours
        ("User-agent: comm\nDisallow: /", "/a", ""),
        ("User-agent: communique-images\nDisallow: /", "/a", ""),
        ("User-agent: communiqueur\nDisallow: /", "/a", ""),
        ("User-agent: my-communique\nDisallow: /", "/a", ""),
        ("User-agent: c\nDisallow: /", "/a", ""),
        ("User-agent:\nDisallow: /", "/a", ""),
        ("User-agent: *bot\nDisallow: /", "/a", ""),
        ("User-agent: * # everybody\nDisallow: /a", "/b", "/a"),
        ("User-agent: x\nUser-agent:\nDisallow: /", "/a", ""),
        # junk
        ("User agents are listed in our terms of use.\nDisallow: /", "/a", ""),
        (f"{ALL}Disallow: /a\nUser agent rules may change.\nDisallow: /b", "/c", "/a /b"),
        ("<!DOCTYPE html><html><body><h1>404</h1>\n<p>Disallow: /</p>\n</body></html>", "/ /a", ""),
        ("{}\n", "/", ""),
        ("\x00\x01\x02", "/", ""),
    ],
)
def test_groups(text: str, allowed: str, refused: str) -> None:
    checked(text, allowed, refused)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_in_three_ways(end: str) -> None:
    checked(end.join(["User-agent: *", "Disallow: /a", "", "Disallow: /b", "Allow: /b/c"]), "/b/c /c", "/a /b")


@pytest.mark.parametrize(
    ("start", "read"),
    [
        (codecs.BOM_UTF8, True),
        (b"\xef\xbb", True),
        (b"\xef", True),
        (b"\xef\x11\xbf", False),
        (b"\xef\xbb\xbf" * 2, False),
    ],
)
def test_a_byte_order_mark_is_skipped_whole_or_in_part(start: bytes, read: bool) -> None:
    assert allows(start + b"User-agent: *\nDisallow: /a", "/a") is not read


@pytest.mark.parametrize(
    ("rule", "allowed", "refused"),
    [
        ("/新闻/".encode("gbk"), "/%CE%C4%BD%CC/ /%E6%96%B0%E9%97%BB/ /", "/%D0%C2%CE%C5/ /%d0%c2%ce%c5/1"),
        (b"/%D0%C2", "/%CE%C4 /%D0", "/%D0%C2 /%D0%C2%CE%C5"),
        (b"/a\xff", "/a /a%FE", "/a%FF"),
    ],
)
def test_paths_that_are_no_utf_8_are_compared_octet_by_octet(rule: bytes, allowed: str, refused: str) -> None:
    checked(b"User-agent: *\nDisallow: " + rule, allowed, refused)


def padded(size: int, end: bytes) -> bytes:
    """A file of so many bytes with two rules at its end."""
    start = b"User-agent: *\n"
    return start + b"#" * (size - len(start) - len(end) - 1) + b"\n" + end


@pytest.mark.parametrize(
    ("body", "allowed", "refused"),
    [
        (padded(PARSED, b"Disallow: /a"), "/", "/a"),
        (padded(PARSED, b"Disallow: /a") + b"bc\n", "/a /abc", ""),
        (padded(PARSED, b"Disallow: /a") + b"\nDisallow: /b\n", "/b", "/a"),
        (padded(PARSED, b"Disallow: /a") + b"\r\nDisallow: /b\n", "/b", "/a"),
        (padded(PARSED + 1, b"Disallow: /a\n"), "/b", "/a"),
        (b"a" * (PARSED + 1), "/", ""),
    ],
)
def test_half_a_megabyte_is_read_and_no_line_of_it_in_half(body: bytes, allowed: str, refused: str) -> None:
    assert PARSED >= 500 * 1024
    checked(body, allowed, refused)


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        *((status, False) for status in (200, 203, 206)),
        *((status, True) for status in (204, 301, 302, 304, 307, 400, 401, 403, 404, 410, 418, 429, 451, 499)),
        *((status, False) for status in (500, 502, 503, 504, 599, 100, 199, 600, 999, 0)),
    ],
)
def test_what_a_status_means(status: int, allowed: bool) -> None:
    body = b"" if status == 204 else b"User-agent: *\nDisallow: /a"
    robots = Robots.answered(status, body)
    assert robots.allows(f"{SITE}/a") is allowed
    assert robots.allows(f"{SITE}/robots.txt")


def test_nothing_is_allowed_where_nobody_answers() -> None:
    robots = Robots.unreachable()
    assert not robots.allows(SITE)
    assert not robots.allows(f"{SITE}/robots.txt.bak")
    assert robots.allows(f"{SITE}/robots.txt")
    assert robots.delay is None


@pytest.mark.parametrize(
    "url",
    [
        *(SITE, f"{SITE}?a", f"{SITE}#a", f"{SITE}/a#b?c", "HTTPS://NEWS.EXAMPLE.ORG:8443/a", "http://[::1]/a"),
        *("http://[broken/a", "http://a@b/c", f"{SITE}//a/b", f"{SITE}/\ud800", f"{SITE}/robots.txt/a", f"{SITE}/a\tb"),
    ],
)
def test_every_address_of_a_site_is_judged_by_its_path(url: str) -> None:
    assert not Robots.answered(200, b"User-agent: *\nDisallow: /").allows(url)
    assert Robots.answered(200, b"User-agent: *\nDisallow: /news.example.org\nDisallow: /z").allows(url)


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nDisallow: /a", None),
        ("User-agent: *\nCrawl-delay: 5", 5.0),
        ("User-agent: *\ncrawl-delay:0.5 # half a second", 0.5),
        ("User-agent: *\nCrawl-delay: 0", 0.0),
        ("User-agent: *\nRequest-rate: 1/10", 10.0),
        ("User-agent: *\nRequest-rate: 30/1m 0600-0845", 2.0),
        ("User-agent: *\nCrawl-delay: 3\nRequest-rate: 1/10s", 10.0),
        ("User-agent: *\nCrawl-delay: 12\nRequest-rate: 1/10s", 12.0),
        ("User-agent: *\nCrawl-delay: 86400", LONGEST_DELAY),
        ("User-agent: *\nRequest-rate: 1/1d", LONGEST_DELAY),
        ("User-agent: *\nRequest-rate: 1/" + "9" * 4000, LONGEST_DELAY),
        ("User-agent: *\nRequest-rate: " + "9" * 4000 + "/1", 0.0),
        ("User-agent: *\nCrawl-delay: " + "9" * 4000, None),
        *((f"User-agent: *\nCrawl-delay: {word}", None) for word in ("", "-1", "nan", "inf", "soon", "5s", "1,5")),
        *((f"User-agent: *\nRequest-rate: {word}", None) for word in ("", "1", "0/5", "1/0", "a/b", "1/2/3")),
        ("Crawl-delay: 5\nUser-agent: *\nDisallow: /a", None),
        ("User-agent: *\nCrawl-delay: 5\n\nUser-agent: communique\nCrawl-delay: 7", 7.0),
        ("User-agent: *\nCrawl-delay: 5\n\nUser-agent: communique\nDisallow:", None),
        ("User-agent: *\nCrawl-delay: 5\n\nUser-agent: comm\nCrawl-delay: 7", 5.0),
    ],
)
def test_the_pace_that_a_site_wants(text: str, delay: float | None) -> None:
    assert Robots.answered(200, text.encode()).delay == delay


def test_a_delay_is_never_longer_than_a_minute() -> None:
    assert LONGEST_DELAY == 60


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://news.example.org/a/b?c=d#e", "https://news.example.org/robots.txt"),
        ("http://news.example.org", "http://news.example.org/robots.txt"),
        ("HTTP://News.Example.ORG:8080/a", "http://news.example.org:8080/robots.txt"),
        ("https://user:secret@news.example.org/a", "https://news.example.org/robots.txt"),
        ("http://[2606:2800:220:1::1]:81/a", "http://[2606:2800:220:1::1]:81/robots.txt"),
        ("https://news.example.org?a=/b", "https://news.example.org/robots.txt"),
    ],
)
def test_where_the_rules_stand(url: str, address: str) -> None:
    assert robots_address(url) == address


WORDS = [b"User-agent", b"Disallow", b"Crawl-delay", b"Request-rate", b":", b" ", b"\n", b"\r", b"*", b"$", b"/", b"?"]
WORDS += [b"communique", b"%", b"%E4", b"%2f", b"#", b"1/2", b"9" * 400, b"\xff", b"\xe6\x96\xb0", b"\x00", b"http://["]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(b"".join) | st.binary(max_size=60), st.text(max_size=40))
def test_no_file_and_no_address_is_too_strange_to_judge(body: bytes, path: str) -> None:
    robots = Robots.answered(200, body)
    robots.allows(f"{SITE}/{path}")
    assert robots.delay is None or 0 <= robots.delay <= LONGEST_DELAY


def test_the_token_opens_the_header_that_we_send() -> None:
    assert agent().startswith(f"{TOKEN}/")
