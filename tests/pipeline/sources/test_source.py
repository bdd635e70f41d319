"""Which links of a source are wanted, and which addresses it is asked at."""

from __future__ import annotations

import pytest

from pipeline.sources import Link, Source
from tests.pipeline.sources.build import source

PAGE = "https://www.example.org/education/2024/a.html"
CHINESE = "https://www.example.org/%E6%95%99%E8%82%B2%E9%9B%86%E5%9B%A2.html"


@pytest.mark.parametrize(
    ("keys", "link", "reason"),
    [
        ({}, Link(PAGE), None),
        ({"include": ["/education/"]}, Link(PAGE), None),
        ({"include": ["/sport/", r"/\d{4}/"]}, Link(PAGE), None),
        ({"include": ["/sport/"]}, Link(PAGE), "its address has none of the patterns of include"),
        ({"exclude": ["/sport/"]}, Link(PAGE), None),
        ({"exclude": [r"/20\d\d/"]}, Link(PAGE), r"its address has the pattern '/20\\d\\d/' of exclude"),
        (
            {"include": ["/education/"], "exclude": ["a.html$"]},
            Link(PAGE),
            "its address has the pattern 'a.html$' of exclude",
        ),
        ({"since": "2024-05-06"}, Link(PAGE), None),
        ({"since": "2024-05-06"}, Link(PAGE, published="2024-05-06"), None),
        ({"since": "2024-05-06"}, Link(PAGE, published="2024-05-05"), "it is of 2024-05-05, before 2024-05-06"),
        ({"since": "2024-05-06"}, Link(PAGE, published="2024-05"), None),
        ({"since": "2024-05-06"}, Link(PAGE, published="2024-04"), "it is of 2024-04, before 2024-05-06"),
        ({"since": "2024-05-06"}, Link(PAGE, published="2023"), "it is of 2023, before 2024-05-06"),
        ({"since": "2024-05-06"}, Link(PAGE, modified="2024-05-07"), None),
        ({"since": "2024-05-06"}, Link(PAGE, modified="2024-05-05"), "it is of 2024-05-05, before 2024-05-06"),
        ({"keywords": ["Education Group"]}, Link(PAGE, "A new EDUCATION group"), None),
        ({"keywords": ["Education Group"]}, Link(PAGE), None),
        ({"keywords": ["Education"]}, Link(PAGE, "Something else"), None),
        ({"keywords": ["集团"]}, Link(CHINESE, "通知"), None),
        ({"keywords": ["集团"]}, Link(PAGE, "教育集团成立"), None),
        ({"keywords": ["集团"]}, Link(PAGE, "学校成立"), "neither its title nor its address has a keyword"),
    ],
)
def test_why_a_link_is_left_out(keys: dict[str, object], link: Link, reason: str | None) -> None:
    assert source("feed", **keys).wanted(link) == reason


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"url": "https://a.org/l"}, ["https://a.org/l"]),
        ({"url": "https://a.org/l", "next": "a.next", "pages": 3}, ["https://a.org/l"]),
        (
            {"url": "https://a.org/l?p={n}", "pages": 3},
            ["https://a.org/l?p=1", "https://a.org/l?p=2", "https://a.org/l?p=3"],
        ),
        ({"url": "https://a.org/i{_n}.htm", "pages": 2}, ["https://a.org/i.htm", "https://a.org/i_1.htm"]),
    ],
)
def test_the_addresses_to_ask_first(keys: dict[str, object], expected: list[str]) -> None:
    assert list(source("listing", **keys).addresses()) == expected


def test_a_folder_has_no_address() -> None:
    assert Source.model_validate({"name": "a", "kind": "folder", "path": "pages"}).addresses() == ()
