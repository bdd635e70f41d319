"""Night after night on a site that changes: what is new, changed, unchanged and gone."""

from __future__ import annotations

import gzip

import pytest

from pipeline.errors import LockedError
from pipeline.run import Settings
from pipeline.sources import Source
from pipeline.store.lock import locked
from pipeline.store.verify import findings
from pipeline.sync.closing import last_line
from pipeline.sync.job import Wishes
from tests.pipeline.sync.nights import Nights, news, problems, source
from tests.pipeline.sync.site import Answer, Host, article, feed, listing, redirect, sitemap


def publish(host: Host, *names: str, tagged: bool = True) -> None:
    """Articles at /NAME.html and a listing of them."""
    for name in names:
        host.routes[f"/{name}.html"] = Answer(article(name.title()), tagged=tagged)
    host.routes["/news/"] = Answer(listing(*(f"/{name}.html" for name in names)), tagged=tagged)


def test_a_feed_a_sitemap_a_listing_and_a_page_are_taken_in(one: Host, two: Host, nights: Nights) -> None:
    for host, names in ((one, ("anbu", "binhe", "caiyuan")), (two, ("daxing", "enping"))):
        for name in names:
            host.routes[f"/{name}.html"] = Answer(article(name.title()))
    one.routes["/rss"] = feed("anbu.html")
    one.routes["/news/1"] = Answer(listing("/binhe.html"))
    one.routes["/news/2"] = Answer(listing("/caiyuan.html"))
    two.routes["/sitemap.xml"] = Answer(sitemap(two.url("/part.xml.gz"), index=True), kind="application/xml")
    packed = gzip.compress(sitemap(two.url("/daxing.html")).encode())
    two.routes["/part.xml.gz"] = Answer(packed, kind="application/gzip")
    night = nights.sync(
        source("feed", "feed", one.url("/rss")),
        source("list", "listing", one.url("/news/{n}"), pages=2),
        source("map", "sitemap", two.url("/sitemap.xml")),
        source("page", "page", two.url("/enping.html")),
    )
    pages = {host.url(f"/{name}.html") for host, names in ((one, "abc"), (two, "de")) for name in _named(names)}
    assert problems(night) == {}
    assert (set(night.new), night.exit_code) == (pages, 0)
    assert set(nights.documents()) == pages
    assert nights.groups() == {f"{name} Education Group" for name in ("Anbu", "Binhe", "Caiyuan", "Daxing", "Enping")}
    assert list(findings(nights.folder)) == []


def _named(letters: str) -> list[str]:
    return [name for name in ("anbu", "binhe", "caiyuan", "daxing", "enping") if name[0] in letters]


def test_a_second_sync_fetches_only_what_is_due_with_validators(one: Host, nights: Nights) -> None:
    publish(one, "anbu", "binhe")
    assert len(nights.sync(news(one)).new) == 2
    one.forget()
    again = nights.sync(news(one), days=0.1)
    assert (one.paths, again.asked[0].unchanged) == (["/robots.txt", "/news/"], True)
    assert one.log[1].status == 304
    one.forget()
    later = nights.sync(news(one), days=1)
    assert one.paths == ["/robots.txt", "/news/", "/anbu.html", "/binhe.html"]
    assert [asked.status for asked in one.log] == [200, 304, 304, 304]
    assert (later.new, later.changed, later.unchanged, later.exit_code) == ([], [], 2, 0)


def test_a_page_is_asked_again_after_1_3_7_and_30_days_then_every_90(one: Host, nights: Nights) -> None:
    publish(one, "anbu")
    nights.sync(news(one))
    asked: list[int] = []
    last = 0
    for day in (1, 2, 3, 4, 5, 10, 11, 12, 40, 41, 42, 130, 131, 132):
        one.forget()
        nights.sync(news(one), days=day - last)
        last = day
        asked += [day] * one.paths.count("/anbu.html")
    assert asked == [1, 4, 11, 41, 131]


def test_a_changed_page_gives_one_new_version_and_keeps_the_old_one(one: Host, nights: Nights) -> None:
    publish(one, "anbu", "binhe")
    nights.sync(news(one))
    before = nights.documents()[one.url("/anbu.html")]
    one.routes["/anbu.html"] = Answer(article("Anbu", members="Haibin School"), tagged=True)
    night = nights.sync(news(one), days=1)
    after = nights.documents()[one.url("/anbu.html")]
    assert (night.new, night.changed, night.unchanged) == ([], [one.url("/anbu.html")], 1)
    assert (before["id"], before["version"] == after["version"]) == (after["id"], False)
    archived = gzip.decompress(next((nights.folder / "archive").glob("*.warc.gz")).read_bytes())
    assert b"Yaode Primary School" in archived
    assert b"Haibin School" in archived


def test_furniture_alone_is_no_change(one: Host, nights: Nights) -> None:
    publish(one, "anbu", tagged=False)
    nights.sync(news(one))
    one.routes["/anbu.html"] = Answer(article("Anbu", around='<a href="/weather">Rain today, 11 degrees</a>'))
    night = nights.sync(news(one), days=1)
    assert (night.new, night.changed, night.fetched, night.unchanged) == ([], [], 1, 1)
    assert b"Rain today" in gzip.decompress(next((nights.folder / "archive").glob("*.warc.gz")).read_bytes())


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_vanishes_is_told_and_stays_in_the_data_set(one: Host, nights: Nights, status: int) -> None:
    publish(one, "anbu", "binhe")
    nights.sync(news(one))
    one.routes["/anbu.html"] = Answer("<h1>Not here</h1>", status)
    night = nights.sync(news(one), days=1)
    assert (night.gone, problems(night), night.exit_code) == ([one.url("/anbu.html")], {}, 0)
    assert "Anbu Education Group" in nights.groups()


@pytest.mark.parametrize("error", ["", "<p></p>", "<html><body><script>location='/'</script></body></html>"])
def test_a_page_that_becomes_an_empty_page_keeps_its_earlier_document(one: Host, nights: Nights, error: str) -> None:
    publish(one, "anbu", "binhe", tagged=False)
    nights.sync(news(one))
    one.routes["/anbu.html"] = Answer(error)
    night = nights.sync(news(one), days=1)
    assert list(problems(night)) == [one.url("/anbu.html")]
    assert (night.changed, night.exit_code) == ([], 1)
    assert "Anbu Education Group" in nights.groups()


def test_a_page_that_two_sources_list_is_asked_once(one: Host, nights: Nights) -> None:
    publish(one, "anbu")
    one.routes["/rss"] = feed("/anbu.html", "/anbu.html#members")
    night = nights.sync(news(one), source("feed", "feed", one.url("/rss")))
    assert (len(night.new), one.paths.count("/anbu.html")) == (1, 1)


def test_a_list_that_another_source_lists_as_a_page_is_both(one: Host, nights: Nights) -> None:
    publish(one, "anbu")
    one.routes["/news/"] = Answer(listing("/anbu.html", before=article("Binhe")), tagged=True)
    one.routes["/sitemap.xml"] = Answer(sitemap(one.url("/news/")), kind="application/xml")
    sources = source("map", "sitemap", one.url("/sitemap.xml")), news(one)
    assert set(nights.sync(*sources).new) == {one.url("/anbu.html"), one.url("/news/")}
    one.routes["/news/"] = Answer(listing("/anbu.html", before=article("Caiyuan")), tagged=True)
    assert nights.sync(*sources, days=1).changed == [one.url("/news/")]


def test_redirects_are_followed_and_the_document_has_the_last_address(one: Host, two: Host, nights: Nights) -> None:
    one.routes |= {"/news/": Answer(listing("/old")), "/old": redirect("/older", 301)}
    one.routes["/older"] = redirect(two.url("/new.html"), 308)
    two.routes["/new.html"] = Answer(article("Anbu"))
    night = nights.sync(news(one))
    assert night.new == [two.url("/new.html")]
    assert two.paths == ["/robots.txt", "/new.html"]


def test_more_than_five_redirects_are_a_failure(one: Host, nights: Nights) -> None:
    one.routes |= {"/news/": Answer(listing("/round")), "/round": redirect("/round")}
    night = nights.sync(news(one))
    assert problems(night) == {one.url("/round"): "redirects more than 5 times"}
    assert one.paths.count("/round") == 6


def test_pages_that_a_wish_left_out_come_when_the_wish_is_gone(one: Host, nights: Nights) -> None:
    publish(one, "anbu", "binhe")
    assert nights.sync(news(one, include=["/anbu"])).new == [one.url("/anbu.html")]
    assert nights.sync(news(one), days=0.1).new == [one.url("/binhe.html")]


def test_a_limit_leaves_the_others_for_the_next_night(one: Host, nights: Nights) -> None:
    publish(one, "anbu", "binhe", "caiyuan")
    assert len(nights.sync(news(one), wishes=Wishes(limit=2)).new) == 2
    assert len(nights.sync(news(one), wishes=Wishes(limit=0)).new) == 0
    assert len(nights.sync(news(one)).new) == 1


def test_an_index_that_drops_a_sitemap_never_asks_it_again(one: Host, nights: Nights) -> None:
    def index(*paths: str) -> Answer:
        return Answer(sitemap(*map(one.url, paths), index=True), kind="application/xml", tagged=True)

    def part(path: str) -> Answer:
        return Answer(sitemap(one.url(path)), kind="application/xml", tagged=True)

    publish(one, "anbu", "binhe")
    one.routes |= {"/map": index("/a.xml", "/b.xml"), "/a.xml": part("/anbu.html"), "/b.xml": part("/binhe.html")}
    chosen = source("map", "sitemap", one.url("/map"))
    nights.sync(chosen)
    one.routes["/map"] = index("/a.xml")
    del one.routes["/b.xml"]
    for _ in range(2):
        one.forget()
        assert problems(nights.sync(chosen, days=0.1)) == {}
        assert "/b.xml" not in one.paths


def test_a_sitemap_that_grows_below_an_unchanged_index_is_read(one: Host, nights: Nights) -> None:
    one.routes["/map"] = Answer(sitemap(one.url("/a.xml"), index=True), kind="application/xml", tagged=True)
    chosen = source("map", "sitemap", one.url("/map"))
    for name in ("anbu", "binhe", "caiyuan"):
        one.routes[f"/{name}.html"] = Answer(article(name.title()))
        one.routes["/a.xml"] = Answer(sitemap(one.url(f"/{name}.html")), kind="application/xml", tagged=True)
        night = nights.sync(chosen, days=0.1)
        assert (night.new, problems(night)) == ([one.url(f"/{name}.html")], {})


def test_a_listing_that_leads_on_is_asked_page_by_page(one: Host, nights: Nights) -> None:
    publish(one, "anbu", "binhe")
    onward = '<a class="next" href="/news/{}">next</a>'
    one.routes["/news/"] = Answer(listing("/anbu.html", before=onward.format(2)), tagged=True)
    one.routes["/news/2"] = Answer(listing("/binhe.html", before=onward.format(3)), tagged=True)
    leading = news(one, link="ul.news a", next="a.next", pages=2)
    assert set(nights.sync(leading).new) == {one.url("/anbu.html"), one.url("/binhe.html")}
    one.forget()
    assert nights.sync(leading, days=0.1).asked[0].unchanged
    assert one.paths == ["/robots.txt", "/news/", "/news/2"]


def test_an_archive_is_a_source_and_what_cannot_be_read_of_it_is_told_once(one: Host, nights: Nights) -> None:
    publish(one, "anbu")
    one.routes |= {"/shell.html": Answer("<p></p>"), "/news/": Answer(listing("/anbu.html", "/shell.html"))}
    nights.sync(news(one))
    (archive,) = (nights.folder / "archive").glob("*.warc.gz")
    other = Nights(nights.folder.with_name("other"), nights.now)
    stored = Source(name="stored", kind="warc", path=archive)
    first, second = other.sync(stored), other.sync(stored, days=1)
    assert (first.new, list(problems(first))) == ([one.url("/anbu.html")], [one.url("/shell.html")])
    assert (second.new, second.changed, problems(second)) == ([], [], {})


def test_the_log_is_one_json_object_a_line(one: Host, nights: Nights) -> None:
    publish(one, "anbu")
    one.routes |= {"/busy.html": Answer("", 503), "/news/": Answer(listing("/anbu.html", "/busy.html"))}
    nights.sync(news(one))
    lines = nights.lines("sync.log")
    assert all({"at", "level", "event"} <= set(line) for line in lines)
    (asked,) = nights.events("source asked")
    assert (asked["source"], asked["links"], asked["new"]) == ("news", 2, 2)
    (fetched,) = nights.events("page fetched")
    assert (fetched["url"], fetched["status"], fetched["source"]) == (one.url("/anbu.html"), 200, "news")
    (failed,) = nights.events("page failed")
    assert (failed["url"], failed["problem"]) == (one.url("/busy.html"), "answered 503 Service Unavailable")
    assert len([line for line in lines if line["event"].startswith("stamina.")]) == 2
    assert nights.events("sync ended")[0]["exit_code"] == 1


def test_nothing_new_is_no_error(one: Host, nights: Nights) -> None:
    publish(one, "anbu", tagged=False)
    nights.sync(news(one))
    night = nights.sync(news(one), days=0.1)
    assert (night.exit_code, night.new, night.outcome.published) == (0, [], True)


def test_a_second_sync_of_a_folder_is_refused(one: Host, nights: Nights) -> None:
    with locked(nights.folder), pytest.raises(LockedError):
        nights.sync(news(one))
    assert one.paths == []


def test_pages_about_something_else_are_passed_over_when_that_is_wished(one: Host, nights: Nights) -> None:
    publish(one, "anbu")
    game = "<p>The Rovers won 3-1 on Saturday, and a group of fans stayed to sing in the rain.</p>" * 9
    one.routes["/game.html"] = Answer(
        f"<html><head><title>Sport</title></head><body><h1>Sport</h1>{game}</body></html>"
    )
    one.routes["/news/"] = Answer(listing("/anbu.html", "/game.html"))
    nights.settings = Settings(relevant_only=True)
    night = nights.sync(news(one))
    assert (night.new, night.exit_code) == ([one.url("/anbu.html")], 0)
    reason = "no word of a group or a policy (--relevant-only)"
    assert [(left.input, left.reason) for left in night.left_out] == [(one.url("/game.html"), reason)]
    assert ", 1 passed over, " in last_line(night, nights.folder)
    assert list(nights.documents()) == [one.url("/anbu.html")]
    assert nights.sync(news(one), days=0.1).left_out == []
    assert list(findings(nights.folder)) == []
    nights.settings = Settings()
    assert nights.sync(news(one), days=1).new == [one.url("/game.html")]
    assert list(findings(nights.folder)) == []
