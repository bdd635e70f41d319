"""What the servers see: one request at a time, pauses kept, robots.txt obeyed, who asks and how often."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from pipeline.sync.job import Wishes
from tests.pipeline.sync.nights import DELAY, Nights, news, problems, source
from tests.pipeline.sync.site import Answer, Host, Route, article, feed, listing, redirect, serving

RULES = "User-agent: *\nDisallow: /closed/\n"


def publish(host: Host, number: int, pause: float = 0.0) -> None:
    """A listing of a number of articles, some of which redirect to others."""
    names = [f"/{at}.html" for at in range(number)]
    host.routes |= {name: Answer(article(f"Anbu{at}"), pause=pause) for at, name in enumerate(names)}
    host.routes["/moved"] = redirect("/0.html")
    host.routes["/news/"] = Answer(listing(*names, "/moved"), pause=pause)
    host.routes["/rss"] = feed("/moved", "/busy")
    host.routes["/busy"] = Answer("busy", 503)


def test_each_host_is_asked_one_request_at_a_time_with_pauses(one: Host, two: Host, nights: Nights) -> None:
    for host in (one, two):
        publish(host, 4, pause=0.05)
    # Pages of one host that lead to the other: their requests wait for the other's turn.
    one.routes["/3.html"], two.routes["/3.html"] = redirect(two.url("/0.html")), redirect(one.url("/0.html"))
    sources = [
        each
        for host, name in ((one, "one"), (two, "two"))
        for each in (news(host, name=name), source(f"{name}-feed", "feed", host.url("/rss")))
    ]
    nights.sync(*sources)
    for host in (one, two):
        assert len(host.log) > 8
        assert min(host.pauses()) >= DELAY, host.pauses()
    together = [(a, b) for a in one.log for b in two.log if a.begin < b.end and b.begin < a.end]
    assert together, "the hosts were asked one after the other"


def test_the_longer_of_crawl_delay_and_the_source_s_delay_is_kept(one: Host, nights: Nights) -> None:
    publish(one, 2)
    one.routes["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 0.3\n", kind="text/plain")
    nights.sync(news(one))
    assert min(one.pauses()) >= 0.3, one.pauses()


def test_what_robots_forbids_is_never_asked_and_told_once(one: Host, two: Host, nights: Nights) -> None:
    one.routes |= {"/robots.txt": Answer(RULES, kind="text/plain"), "/closed/a": Answer(article("Closed"))}
    one.routes |= {"/door": redirect("/closed/b"), "/open.html": Answer(article("Anbu"))}
    two.routes |= {"/robots.txt": Answer("User-agent: communique\nDisallow: /", kind="text/plain")}
    one.routes["/away"] = redirect(two.url("/page"))
    one.routes["/news/"] = Answer(listing("/closed/a", "/door", "/away", "/open.html"))
    one.routes["/rss"] = feed("/closed/a")
    night = nights.sync(news(one), source("feed", "feed", one.url("/rss")))
    assert night.new == [one.url("/open.html")]
    assert (problems(night), night.exit_code) == ({}, 0)
    assert sorted(each.input for each in night.left_out) == sorted(map(one.url, ("/closed/a", "/door", "/away")))
    assert [path for path in one.paths if path.startswith("/closed")] == []
    assert two.paths == ["/robots.txt"]


def test_a_forbidden_list_is_a_failure_of_its_source(one: Host, nights: Nights) -> None:
    one.routes["/robots.txt"] = Answer("User-agent: *\nDisallow: /news/", kind="text/plain")
    night = nights.sync(news(one))
    assert problems(night) == {"source news": f"{one.url('/news/')}: its site's robots.txt does not allow it"}
    assert one.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "answer",
    [
        Answer("no rules", 404),
        Answer("no rules", 403),
        Answer(b"\x00damaged", 404, headers={"Content-Encoding": "gzip"}),
        Answer("", kind="text/plain"),
        redirect("/robots.txt"),
    ],
)
def test_no_robots_file_means_that_everything_is_allowed(one: Host, nights: Nights, answer: Answer) -> None:
    publish(one, 1)
    one.routes["/robots.txt"] = answer
    assert nights.sync(news(one)).new == [one.url("/0.html")]


@pytest.mark.parametrize(
    "answer",
    [Answer("busy", 503), Answer("error", 500), Answer("", pause=0.5), Answer(raw=b"what?\r\n\r\n"), Answer(raw=b"")],
    ids=["503", "500", "silence", "nonsense", "hung up"],
)
def test_a_robots_file_that_cannot_be_had_closes_the_site_for_the_night(
    one: Host, nights: Nights, answer: Answer
) -> None:
    publish(one, 4)
    nights.web = replace(nights.web, timeout=0.2)
    assert nights.sync(source("page", "page", one.url("/0.html"))).exit_code == 0
    one.forget()
    one.routes["/robots.txt"] = answer
    night = nights.sync(*(source(f"page-{at}", "page", one.url(f"/{at}.html")) for at in (1, 2, 3)))
    time.sleep(answer.pause)  # the server notes a request when it answers
    assert one.paths == ["/robots.txt"] * 3
    assert (night.new, night.exit_code, len(night.waiting)) == ([], 1, 1)
    assert night.waiting[0].startswith("waiting: 3 pages of 127.0.0.1: ")
    one.routes["/robots.txt"] = Answer("", kind="text/plain")
    assert len(nights.sync(*(source(f"page-{at}", "page", one.url(f"/{at}.html")) for at in (1, 2, 3))).new) == 3


def test_a_robots_file_on_another_host_counts(one: Host, two: Host, nights: Nights) -> None:
    publish(one, 2)
    one.routes["/robots.txt"] = redirect(two.url("/rules"), 301)
    two.routes["/rules"] = Answer("User-agent: *\nDisallow: /1.html", kind="text/plain")
    night = nights.sync(news(one))
    assert night.new == [one.url("/0.html")]
    assert "/1.html" not in one.paths


def test_robots_is_asked_once_a_night_and_host(one: Host, two: Host, nights: Nights) -> None:
    publish(one, 3)
    two.routes["/news/"] = Answer(listing(*(one.url(f"/{at}.html") for at in range(3))))
    nights.sync(news(one), news(two, name="two"))
    assert (one.paths.count("/robots.txt"), two.paths.count("/robots.txt")) == (1, 1)


def test_rules_are_asked_once_when_two_hosts_lead_to_a_third(one: Host, two: Host, nights: Nights) -> None:
    with serving("127.0.0.3") as three:
        publish(three, 2)
        three.routes["/robots.txt"] = Answer("", kind="text/plain", pause=0.3)
        for at, host in enumerate((one, two)):
            host.routes["/news/"] = redirect(three.url(f"/{at}.html"))
        night = nights.sync(*(source(f"page-{at}", "page", host.url("/news/")) for at, host in enumerate((one, two))))
        assert sorted(three.paths) == ["/0.html", "/1.html", "/robots.txt"]
    assert len(night.new) == 2


@pytest.mark.parametrize("contact", [None, "desk@example.org", "https://example.org/关于"])
def test_the_user_agent_says_who_asks(one: Host, nights: Nights, contact: str | None) -> None:
    publish(one, 1)
    assert nights.sync(news(one), wishes=Wishes(contact=contact)).exit_code == 0
    agents = {asked.headers["user-agent"].encode("latin-1").decode() for asked in one.log}
    assert len(agents) == 1
    agent = agents.pop()
    assert agent.startswith("communique/")
    assert contact is None or contact in agent


def once(first: Answer, then: Answer) -> Route:
    """A route that answers one thing first, and another ever after."""
    left = [first]
    return lambda headers: left.pop() if left else then


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_waited_for(one: Host, nights: Nights, status: int) -> None:
    publish(one, 2)
    one.routes["/0.html"] = once(Answer("busy", status, headers={"Retry-After": "1"}), Answer(article("Anbu")))
    night = nights.sync(news(one))
    assert (len(night.new), night.exit_code) == (2, 0)
    first, second, *_ = (asked for asked in one.log if asked.path == "/0.html")
    assert second.begin - first.end >= 1
    assert [asked for asked in one.log if first.begin < asked.begin < second.begin] == []


def test_a_host_that_asks_us_to_stay_away_is_left_alone(one: Host, two: Host, nights: Nights) -> None:
    publish(one, 3)
    publish(two, 1)
    one.routes["/0.html"] = Answer("busy", 429, headers={"Retry-After": "3600"})
    begun = time.monotonic()
    night = nights.sync(news(one), news(two, name="two"))
    assert time.monotonic() - begun < 10
    assert one.paths == ["/robots.txt", "/news/", "/0.html"]
    assert night.new == [two.url("/0.html")]
    assert night.waiting == ("waiting: 3 pages of 127.0.0.1: is not asked: its host asks us to wait",)
    assert list(problems(night)) == [one.url("/0.html")]


@pytest.mark.parametrize(
    "value", ["soon", "", "-1", "Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "Sun, 01 Nov 2026 01:00:00 GMT"]
)
def test_a_retry_after_that_says_nothing_is_tried_again_as_usual(one: Host, nights: Nights, value: str) -> None:
    publish(one, 1)
    one.routes["/0.html"] = once(Answer("busy", 503, headers={"Retry-After": value}), Answer(article("Anbu")))
    assert nights.sync(news(one)).new == [one.url("/0.html")]


def test_a_failing_page_is_asked_three_times_and_again_after_a_day(one: Host, nights: Nights) -> None:
    publish(one, 1)
    one.routes["/busy"] = Answer("busy", 500)
    one.routes["/news/"] = Answer(listing("/busy", "/0.html"))
    night = nights.sync(news(one))
    assert one.paths.count("/busy") == 3
    assert problems(night) == {one.url("/busy"): "answered 500 Internal Server Error"}
    one.forget()
    nights.sync(news(one), days=0.1)
    assert "/busy" not in one.paths
    one.routes["/busy"] = Answer(article("Binhe"))
    assert nights.sync(news(one), days=1).new == [one.url("/busy")]


def test_a_silent_host_is_asked_no_more_and_its_other_pages_wait(one: Host, two: Host, nights: Nights) -> None:
    publish(two, 2)
    one.routes |= {f"/{at}.html": Answer("busy", 500) for at in range(6)}
    one.routes["/news/"] = Answer(listing(*(f"/{at}.html" for at in range(6))))
    night = nights.sync(news(one), news(two, name="two"))
    assert len(problems(night)) == 3
    assert night.waiting == ("waiting: 3 pages of 127.0.0.1: is not asked: its host failed 3 times in a row",)
    assert len([path for path in one.paths if path.endswith(".html")]) == 9
    assert (len(night.new), night.exit_code) == (2, 1)
