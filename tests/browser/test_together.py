"""Two people on one document, in a real browser; and servers, tabs and data sets that go away: nothing is lost."""

from __future__ import annotations

from playwright.sync_api import expect

from pipeline.records import GroupRecord
from tests.browser import documents
from tests.browser.conftest import Open
from tests.browser.hands import (
    arrive,
    expect_said,
    expect_status,
    press,
)
from tests.browser.served import Served

ENGLISH, (GROUP, OFFICIAL, DATE, COUNT, POLICY) = documents.english()
DOCUMENT = f"/document/{ENGLISH.id}"


def test_two_browsers_on_one_document_see_the_conflict(served: Served, let_in: Open) -> None:
    documents.publish(served.folder, documents.english())
    served.start("Ann", "Bo")
    ann, bo = let_in("Ann", DOCUMENT), let_in("Bo", DOCUMENT)
    press(ann, "r", "1")
    expect_status(ann, GROUP.id, "rejected")
    press(bo, "a")
    dialog = bo.get_by_role("dialog")
    expect(dialog).to_contain_text("Somebody decided meanwhile")
    expect(dialog).to_contain_text("Ann")
    press(bo, "1")
    expect_status(bo, GROUP.id, "rejected")
    assert [(each.who, each.what) for each in served.logged()] == [("Ann", "reject")]

    press(ann, "a")
    expect_status(ann, OFFICIAL.id, "accepted")
    bo.locator(f'[data-record="{OFFICIAL.id}"]').click()
    press(bo, "r", "2")
    expect(dialog).to_contain_text("Somebody decided meanwhile")
    press(bo, "2")
    expect_status(bo, OFFICIAL.id, "rejected")
    log = served.logged()
    assert [(each.who, each.what, each.replaces) for each in log] == [
        ("Ann", "reject", ()), ("Ann", "accept", ()), ("Bo", "reject", (log[1].id,)),
    ]  # fmt: skip


def test_an_edit_over_somebody_elses_begins_with_what_its_author_saw(served: Served, let_in: Open) -> None:
    documents.publish(served.folder, documents.english())
    served.start("Ann", "Bo")
    ann, bo = let_in("Ann", DOCUMENT), let_in("Bo", DOCUMENT)
    press(ann, "l", "l", "x")
    expect_status(ann, GROUP.id, "edited")
    press(bo, "l", "l", "l", "x")
    expect(bo.get_by_role("dialog")).to_be_visible()
    bo.get_by_role("button", name="Mine, over theirs").click()
    expect(bo.get_by_role("dialog")).to_be_hidden()
    expect_status(bo, GROUP.id, "edited")
    expect(bo.locator(".card.current .field")).to_have_count(3)
    last = served.logged()[-1].after
    assert isinstance(last, GroupRecord)
    assert [each.value for each in last.members] == ["Yaode Primary School"]


def test_conflicts_are_settled_by_keyboard(served: Served, let_in: Open) -> None:
    documents.publish(served.folder, documents.english())
    served.start("Ann", "Bo", double=1.0)
    ann, bo = let_in("Ann", DOCUMENT), let_in("Bo", DOCUMENT)
    expect(ann.get_by_text("you see your own decisions only")).to_be_visible()
    press(ann, "a")
    expect_status(ann, GROUP.id, "accepted")
    press(bo, "r", "1")
    expect_status(bo, GROUP.id, "rejected")
    press(ann, "d")
    arrive(ann, r"/$")
    press(ann, "c")
    expect(ann.locator(".conflict-card.current .version")).to_have_count(2)
    press(ann, "2")
    expect_said(ann, "Settled")
    ann.reload()
    expect(ann.get_by_text("No decisions differ")).to_be_visible()
    assert [(each.what, each.replaces) for each in served.logged()][-1] == ("reject", (1, 2))


def test_a_killed_server_loses_nothing(reviewed: Served, let_in: Open) -> None:
    page = let_in(path=DOCUMENT)
    press(page, "Enter")
    expect_status(page, GROUP.id, "accepted")
    reviewed.kill()
    press(page, "Enter", "u")
    trouble = page.get_by_role("alert")
    expect(trouble).to_contain_text("2 decisions are kept in this browser")
    reviewed.start()
    expect(trouble).to_contain_text("not let in")
    again = page.context.new_page()
    again.goto(reviewed.start_url("Ann"))
    expect(trouble).to_be_hidden(timeout=15_000)
    expect_status(page, OFFICIAL.id, "accepted")
    expect_status(page, DATE.id, "unsure")
    assert [(each.what, each.record) for each in reviewed.logged()] == [
        ("accept", GROUP.id), ("accept", OFFICIAL.id), ("unsure", DATE.id),
    ]  # fmt: skip


def test_a_closed_tab_loses_nothing(reviewed: Served, let_in: Open) -> None:
    page = let_in(path=DOCUMENT)
    reviewed.kill()
    press(page, "Enter", "a", "r", "1")
    expect(page.get_by_role("alert")).to_contain_text("3 decisions")
    context = page.context
    page.close()
    reviewed.start()
    page = context.new_page()
    page.goto(reviewed.start_url("Ann"))
    expect(page.get_by_role("alert")).to_contain_text("3 decisions are kept in this browser")
    page.get_by_role("link", name="Open the document and send them").click()
    expect_status(page, OFFICIAL.id, "rejected")
    assert [(each.what, each.record) for each in reviewed.logged()] == [
        ("accept", GROUP.id), ("accept", OFFICIAL.id), ("reject", OFFICIAL.id),
    ]  # fmt: skip


def test_a_page_that_is_left_open_decides_in_nobody_elses_name(served: Served, let_in: Open) -> None:
    documents.publish(served.folder, documents.english())
    served.start("Ann", "Bo")
    page = let_in("Ann", DOCUMENT)
    bos = page.context.new_page()
    bos.goto(served.start_url("Bo"))
    press(page, "Enter")
    expect(page.get_by_role("alert")).to_contain_text("open its start URL again")
    assert served.logged() == []
    bos.goto(served.start_url("Ann"))
    expect_status(page, GROUP.id, "accepted")
    assert [(each.who, each.what) for each in served.logged()] == [("Ann", "accept")]


def test_decisions_that_wait_are_not_sent_to_another_data_set(reviewed: Served, let_in: Open) -> None:
    page = let_in(path=DOCUMENT)
    reviewed.kill()
    press(page, "Enter")
    expect(page.get_by_role("alert")).to_contain_text("1 decision is kept")
    first, reviewed.folder = reviewed.folder, reviewed.folder / "other"
    documents.publish(reviewed.folder, documents.english())
    reviewed.start()
    other = page.context.new_page()
    other.goto(reviewed.start_url("Ann"))
    other.goto(reviewed.address + DOCUMENT)
    expect(other.locator("#left")).to_have_text("5 of 5 left")
    expect(other.get_by_role("alert")).to_be_hidden()
    page.close()
    reviewed.kill()
    assert reviewed.logged() == []
    reviewed.folder = first
    reviewed.start()
    other.goto(reviewed.start_url("Ann"))
    other.get_by_role("link", name="Open the document and send it").click()
    expect_status(other, GROUP.id, "accepted")
    assert [(each.what, each.record) for each in reviewed.logged()] == [("accept", GROUP.id)]
