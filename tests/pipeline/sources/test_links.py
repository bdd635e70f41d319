"""Addresses: one page has one."""

from __future__ import annotations

import httpx
import pytest

from pipeline.sources.links import address, host_of

BASE = "https://www.example.org/news/list/index.html?page=2#top"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("a.html", "https://www.example.org/news/list/a.html"),
        ("./a.html#part-2", "https://www.example.org/news/list/a.html"),
        ("../2024/a.html", "https://www.example.org/news/2024/a.html"),
        ("../../../../a.html", "https://www.example.org/a.html"),
        ("/a", "https://www.example.org/a"),
        ("?page=3", "https://www.example.org/news/list/index.html?page=3"),
        ("//cdn.example.org/a", "https://cdn.example.org/a"),
        ("HTTP://EXAMPLE.ORG:80", "http://example.org/"),
        ("https://example.org:443/A", "https://example.org/A"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("  https://example.org/a \n", "https://example.org/a"),
        ("https://example.org/a\n b", "https://example.org/a%20b"),
        (".\\2024\\a.html", "https://www.example.org/news/list/2024/a.html"),
        ("/通知.html", "https://www.example.org/%E9%80%9A%E7%9F%A5.html"),
        ("/%e9%80%9a%e7%9f%a5.html", "https://www.example.org/%E9%80%9A%E7%9F%A5.html"),
        ("/100%.html", "https://www.example.org/100%25.html"),
        ("/a?x=1&y=a+b%20c", "https://www.example.org/a?x=1&y=a+b%20c"),
        ("https://[2001:DB8::1]:8080/a", "https://[2001:db8::1]:8080/a"),
    ],
)
def test_an_address_as_it_is_meant(found: str, expected: str) -> None:
    assert address(found, BASE) == expected
    assert address(expected, BASE) == expected
    assert str(httpx.URL(expected)) == expected


def test_a_query_is_written_in_the_charset_of_its_page() -> None:
    assert address("/s?q=学校", BASE, "gb18030") == "https://www.example.org/s?q=%D1%A7%D0%A3"
    assert address("/s?q=学校", BASE) == "https://www.example.org/s?q=%E5%AD%A6%E6%A0%A1"


@pytest.mark.parametrize(
    "found",
    [
        "",
        "  ",
        "javascript:void(0)",
        "JavaScript:open('a')",
        "mailto:office@example.org",
        "tel:+861234",
        "data:text/html,<p>",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "https://user:secret@example.org/",
        "https://user@example.org/",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://[example.org/",
        "/" + "a" * 5000,
    ],
)
def test_what_is_no_address(found: str) -> None:
    assert address(found, BASE) is None


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://www.example.org/a", "example.org"), ("https://wwwexample.org/", "wwwexample.org")],
)
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert host_of(url) == host
