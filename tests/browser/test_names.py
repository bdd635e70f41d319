"""Judging pairs of names in a real browser: by keyboard and by mouse, by two people, and when things go wrong."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from pipeline.records import Document, Record
from pipeline.review.judgements import judgements
from pipeline.review.pairs import pair_id
from tests.browser import documents
from tests.browser.conftest import Open
from tests.browser.hands import NAMELESS, arrive, current, expect_said, press
from tests.browser.served import Served
from tests.pipeline import build
from tests.pipeline.review import named
from tests.pipeline.review.named import FULL_GROUP, HERE, SHORT_GROUP, SOMEWHERE, THERE

FIRST, SECOND, TWO, GROUPS = (
    pair_id(pair) for pair in ((HERE, SOMEWHERE), (THERE, SOMEWHERE), (HERE, THERE), (FULL_GROUP, SHORT_GROUP))
)


@pytest.fixture
def compared(served: Served) -> Served:
    """Four documents with names that are one, two or in doubt, served to two people."""
    named.write(served.folder)
    served.start("Ann", "Bo")
    return served


def opened(let_in: Open, who: str = "Ann", query: str = "") -> Page:
    """The page of names, when its first pair has its sentences."""
    page = let_in(who, f"/names{query}")
    expect(page.locator(".pair.current blockquote").first).to_be_visible()
    return page


def chosen(page: Page) -> str | None:
    return page.locator(".pair.current").get_attribute("data-pair")


def expect_verdict(page: Page, pair: str, verdict: str) -> None:
    card = page.locator(f'[data-pair="{pair}"]')
    expect(card).to_have_class(re.compile(rf"\bstands-{verdict}\b"))
    expect(card.locator(".pending")).to_have_count(0)


def logged(served: Served) -> list[tuple[str, str, str, str]]:
    """Who judged which pair, how and why, as far as it was not taken back."""
    return [(each.author, pair_id(each.pair), each.verdict, each.reason) for each in judgements(served.folder)]


def test_names_are_judged_by_keyboard_alone(compared: Served, let_in: Open) -> None:
    page = let_in()
    press(page, "n")
    arrive(page, r"/names")
    expect(page.locator(".pair.current blockquote")).to_have_count(2)
    expect(page.locator(".pair.current mark")).to_have_text(["鉴湖小学", "鉴湖小学"])
    expect(page.locator(".pair.current .ruled")).to_contain_text("the same name, and no place that tells")
    assert chosen(page) == FIRST
    press(page, "s")
    expect_verdict(page, FIRST, "same")
    expect_said(page, "One thing: 鉴湖小学 / 鉴湖小学")
    assert chosen(page) == SECOND
    press(page, "w")
    page.keyboard.type("another city")
    press(page, "Enter", "d")
    expect_verdict(page, SECOND, "different")
    expect(page.locator("#left")).to_have_text("nothing in doubt")
    expect(page.locator("#count-judged")).to_have_text("2")

    press(page, "z")
    expect_said(page, "Taken back")
    expect_verdict(page, SECOND, "unsure")
    press(page, "k", "u")
    expect_verdict(page, FIRST, "unsure")
    expect(page.locator(f'[data-pair="{FIRST}"] .badge')).to_have_text("undecided")
    press(page, "z")
    expect_verdict(page, FIRST, "same")
    assert logged(compared) == [("Ann", FIRST, "same", "")]

    press(page, "/")
    page.keyboard.type("四中")
    press(page, "Enter")
    arrive(page, "q=")
    expect(page.locator(".empty")).to_contain_text("No pair of names is here")
    press(page, "b")
    arrive(page, r"/$")
    expect(page.get_by_role("link", name="Names")).to_contain_text("1")


def test_a_merge_is_found_and_undone_by_mouse(compared: Served, let_in: Open) -> None:
    page = opened(let_in)
    page.get_by_text("Made one").click()
    arrive(page, "show=same")
    page.get_by_text("Groups").click()
    arrive(page, "kind=group")
    expect(page.locator(".pair.current .badge")).to_have_text("one thing, by rules")
    assert chosen(page) == GROUPS
    page.get_by_role("button", name="Different").click()
    expect_verdict(page, GROUPS, "different")
    expect(page.locator(".pair.current .history")).to_contain_text("Ann")
    page.get_by_role("button", name="Compare anew").click()
    page.get_by_role("link", name="See the pairs as they are now").click()
    expect(page.locator(".empty")).to_be_visible()
    page.get_by_text("Kept apart").click()
    arrive(page, "show=different")
    expect(page.locator(".pair")).to_have_count(1)
    assert chosen(page) == GROUPS
    page.get_by_role("button", name="Undo").click()
    expect_verdict(page, GROUPS, "same")
    assert logged(compared) == []


def test_a_sentence_leads_to_its_document_and_back(compared: Served, let_in: Open) -> None:
    page = opened(let_in, query="?show=different")
    assert chosen(page) == TWO
    press(page, "2")
    arrive(page, "/document/")
    expect(page.locator("h1")).to_have_text("温州市教育局公告")
    expect(page.locator(".field[aria-current]")).to_contain_text("鉴湖小学")
    press(page, "m")
    arrive(page, "show=all")
    expect(page.locator(".pair")).to_have_count(3)
    page.go_back()
    page.go_back()
    arrive(page, "show=different")
    expect(page.locator(".pair.current mark")).to_have_text(["鉴湖小学", "鉴湖小学"])


def test_two_people_who_disagree_see_it_and_the_later_counts(compared: Served, let_in: Open) -> None:
    ann, bo = opened(let_in), opened(let_in, "Bo")
    press(ann, "s")
    expect_verdict(ann, FIRST, "same")
    press(bo, "d")
    dialog = bo.get_by_role("dialog")
    expect(dialog).to_contain_text("you wanted to say that they are two things")
    expect(dialog).to_contain_text("Ann")
    press(bo, "1")
    expect_verdict(bo, FIRST, "same")
    press(bo, "k", "d")
    expect_verdict(bo, FIRST, "different")
    press(bo, "k")
    history = bo.locator(".pair.current .history")
    expect(history.locator(".decision")).to_have_count(2)
    expect(history).to_contain_text("The later judgement counts")
    assert logged(compared) == [("Ann", FIRST, "same", ""), ("Bo", FIRST, "different", "")]
    ann.get_by_text("Judged differently").click()
    expect(ann.locator(".pair")).to_have_count(1)
    expect(ann.locator(".pair .badge.conflict")).to_be_visible()
    press(ann, "u")
    expect_verdict(ann, FIRST, "unsure")
    bo.reload()
    press(bo, "z")
    expect_said(bo, "Taken back")
    assert logged(compared) == [("Ann", FIRST, "same", ""), ("Ann", FIRST, "unsure", "")]


def test_a_killed_server_loses_no_judgement(compared: Served, let_in: Open) -> None:
    page = opened(let_in)
    compared.kill()
    press(page, "s", "d", "k", "k", "u")
    trouble = page.get_by_role("alert")
    expect(trouble).to_contain_text("3 decisions are kept in this browser")
    compared.start()
    expect(trouble).to_contain_text("not let in")
    again = page.context.new_page()
    again.goto(compared.start_url("Ann"))
    expect(trouble).to_be_hidden(timeout=15_000)
    expect_verdict(page, FIRST, "unsure")
    expect(page.locator(f'[data-pair="{FIRST}"] mark')).to_have_text(["鉴湖小学", "鉴湖小学"])
    assert logged(compared) == [
        ("Ann", FIRST, "same", ""), ("Ann", SECOND, "different", ""), ("Ann", FIRST, "unsure", ""),
    ]  # fmt: skip
    press(page, "z")
    expect_verdict(page, FIRST, "same")
    press(page, "z", "z")
    expect(page.locator("#count-judged")).to_have_text("0")
    expect_verdict(page, FIRST, "unsure")
    assert logged(compared) == []


def test_a_closed_tab_loses_no_judgement(compared: Served, let_in: Open) -> None:
    page = opened(let_in)
    compared.kill()
    press(page, "s")
    expect(page.get_by_role("alert")).to_contain_text("1 decision is kept")
    context = page.context
    page.close()
    compared.start()
    page = context.new_page()
    page.goto(compared.start_url("Ann"))
    page.get_by_role("link", name="Open the names and send it").click()
    expect(page.locator("#count-judged")).to_have_text("1")
    assert logged(compared) == [("Ann", FIRST, "same", "")]


def test_a_new_run_is_compared_while_one_goes_on(compared: Served, let_in: Open) -> None:
    page = opened(let_in)
    build.publish([build.done(*each) for each in named.announcements()[:3]], compared.folder)
    press(page, "s")
    expect_verdict(page, FIRST, "same")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.get_by_role("link", name="See the pairs as they are now").click()
    expect(page.locator("#count-doubt")).to_have_text("0")
    page.get_by_text("Judged by people").click()
    expect(page.locator(".pair.current .side").nth(1)).to_contain_text("No document of the data set names it now")
    assert logged(compared) == [("Ann", FIRST, "same", "")]


def test_names_that_mean_harm_are_only_words(served: Served, let_in: Open) -> None:
    documents.publish(served.folder, documents.harmful(), _harmful_again())
    served.start()
    page = opened(let_in, query="?show=all")
    press(page, "w")
    page.keyboard.type("<img src=x onerror='window.harmed=1'>")
    press(page, "Enter", "s")
    expect(page.locator(".history").first).to_contain_text("<img src=x onerror=")
    press(page, "?")
    assert page.evaluate("window.harmed") is None
    assert page.locator("img, script:not([src], [type='application/json'])").count() == 0
    assert "\u202e" not in page.locator("body").inner_text()
    assert page.title().startswith("Names")


def _harmful_again() -> tuple[Document, list[Record]]:
    document = build.document("again.txt", f"A notice\n{documents.HARM} is led by Yaode School.")
    return document, [build.group(document, documents.HARM, leaders=["Yaode School"])]


@pytest.mark.parametrize("width", [390, 1024, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off_and_everything_has_a_name(compared: Served, let_in: Open, width: int, scheme: str) -> None:
    page = opened(let_in, query="?show=all")
    page.set_viewport_size({"width": width, "height": 720})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("button, a, input, select").evaluate_all(NAMELESS) == []
    expect(page.get_by_role("status")).to_have_attribute("aria-live", "polite")
    expect(page.locator(".pair.current")).to_be_focused()
    expect(page.locator(".pair.current")).to_have_attribute(
        "aria-label", "school: 鉴湖小学 may be the same as 鉴湖小学"
    )
    assert page.locator("#actions kbd").all_inner_texts() == ["s", "d", "u", "z", "c"]
    press(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("both names mean one thing")
    press(page, "Escape", "j")
    expect(page.locator(".pair.current")).to_be_focused()
    assert current(page) is None
