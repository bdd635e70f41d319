"""A whole review in a real browser: by keyboard alone, by mouse alone, and when things go wrong."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from pipeline.records import CountRecord, DateRecord, GroupRecord, OfficialRecord
from tests.browser import documents
from tests.browser.conftest import Open
from tests.browser.served import Served

ENGLISH, (GROUP, OFFICIAL, DATE, COUNT, POLICY) = documents.english()
DOCUMENT = f"/document/{ENGLISH.id}"
WITHOUT_HIGHLIGHTS = "Object.defineProperty(CSS, 'highlights', {value: undefined})"
MARKED = """() => [...CSS.highlights.get('current')]
  .map((each) => each.startContainer.data.slice(each.startOffset, each.endOffset))"""
PLACE = """(quote) => {
  for (const piece of document.querySelectorAll('.piece')) {
    const at = piece.textContent.indexOf(quote);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(piece.firstChild, at);
    range.setEnd(piece.firstChild, at + quote.length);
    const { left, right, top, height } = range.getClientRects()[0];
    return [left, right, top + height / 2];
  }
}"""
"""Where words stand on the screen: from left to right, and the middle of their line."""
NAMELESS = """(all) => all
  .filter((each) => !(each.textContent.trim() || each.getAttribute('aria-label') || each.labels?.length || each.title))
  .map((each) => each.outerHTML)"""


def current(page: Page) -> str | None:
    return page.locator(".card.current").get_attribute("data-record")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def find(page: Page, words: str) -> None:
    """Pick words by keyboard."""
    press(page, "/")
    page.keyboard.type(words)
    press(page, "Enter", "Escape")


def draw_over(page: Page, words: str) -> None:
    """Select words with the mouse."""
    left, right, middle = page.evaluate(PLACE, words)
    page.mouse.move(left + 1, middle)
    page.mouse.down()
    page.mouse.move(right - 1, middle, steps=5)
    page.mouse.up()


def click_on(page: Page, words: str) -> None:
    left, right, middle = page.evaluate(PLACE, words)
    page.mouse.click((left + right) / 2, middle)


def arrive(page: Page, address: str) -> None:
    """Wait until a page is there and takes keys."""
    page.wait_for_url(re.compile(address))


def expect_status(page: Page, record: str, status: str) -> None:
    expect(page.locator(f'[data-record="{record}"]')).to_have_class(re.compile(rf"\bstatus-{status}\b"))


def expect_said(page: Page, words: str) -> None:
    expect(page.get_by_role("status")).to_contain_text(words)


@pytest.fixture
def reviewed(served: Served) -> Served:
    """Two English documents and a Chinese one, served."""
    documents.publish(served.folder, documents.english(), documents.english("b.txt"), documents.chinese())
    served.start()
    return served


def test_a_review_by_keyboard_alone(reviewed: Served, let_in: Open) -> None:
    page = let_in()
    press(page, "j", "Enter")
    expect(page.locator(".card.current")).to_be_visible()
    assert current(page) == GROUP.id
    press(page, "Enter")
    expect_status(page, GROUP.id, "accepted")
    assert current(page) == OFFICIAL.id

    press(page, "l", "e", "Control+a")
    page.keyboard.type("Deputy Director")
    press(page, "Enter")
    expect_status(page, OFFICIAL.id, "edited")

    press(page, "j", "r", "4")
    expect_status(page, DATE.id, "rejected")
    assert current(page) == COUNT.id

    press(page, "l")
    find(page, "groups")
    press(page, "s")
    expect_status(page, COUNT.id, "edited")

    press(page, "j", "u")
    expect_status(page, POLICY.id, "unsure")

    find(page, "Yaode Primary School")
    press(page, "n", "g")
    expect(page.locator(".card.status-added")).to_have_count(1)
    find(page, "No. 2 Primary School")
    press(page, "p", "2")
    expect(page.locator(".card.current .field")).to_have_count(2)

    press(page, "z")
    expect(page.locator(".card.current .field")).to_have_count(1)
    press(page, "z")
    expect(page.locator(".card.status-added")).to_have_count(0)
    press(page, "f")
    expect(page.get_by_role("button", name="Read in full by Ann")).to_be_visible()
    expect(page.locator("#left")).to_have_text("all decided")

    press(page, "]")
    arrive(page, rf"/document/(?!{ENGLISH.id})")
    expect(page.locator("h1")).to_have_text("Anbu signs up")
    press(page, "d")
    expect(page.locator("tr.done")).to_have_count(1)

    log = reviewed.logged()
    assert [each.what for each in log] == [
        "accept", "edit", "reject", "edit", "unsure", "add", "edit", "undo", "undo", "read",
    ]  # fmt: skip
    edited = log[1].after
    assert isinstance(edited, OfficialRecord)
    assert (edited.positions[0].title.value, edited.positions[0].title.text) == ("Deputy Director", "Director")
    assert log[2].why == "duplicate"


def test_a_review_by_mouse_alone(reviewed: Served, let_in: Open) -> None:
    page = let_in()
    page.get_by_role("link", name="Anbu signs up").first.click()
    page.get_by_role("button", name="Accept, next").click()
    expect_status(page, GROUP.id, "accepted")
    assert current(page) == OFFICIAL.id

    page.locator(".field", has_text="organisation").click()
    draw_over(page, "Anbu Education")
    page.get_by_role("button", name="Source of “organisation”").click()
    expect_status(page, OFFICIAL.id, "edited")

    page.locator(f'[data-record="{DATE.id}"]').click()
    page.get_by_role("button", name="Edit").click()
    page.locator(".judgements select").select_option("published")
    page.get_by_role("button", name="Save").click()
    expect_status(page, DATE.id, "edited")

    page.locator(f'[data-record="{COUNT.id}"]').click()
    page.get_by_role("button", name="Reject").click()
    page.get_by_role("button", name="the text has no such record here").click()
    expect_status(page, COUNT.id, "rejected")

    page.get_by_role("button", name="Unsure").click()
    expect_status(page, POLICY.id, "unsure")

    draw_over(page, "Yaode Primary School")
    page.get_by_role("button", name="Add a record").click()
    page.get_by_role("dialog").get_by_role("button", name="group").click()
    expect(page.locator(".card.status-added.current")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".card.status-added")).to_have_count(0)

    page.get_by_role("button", name="Read in full").click()
    expect(page.get_by_role("button", name="Read in full by Ann")).to_be_visible()
    page.get_by_role("link", name="Next document").click()
    arrive(page, rf"/document/(?!{ENGLISH.id})")
    page.get_by_role("link", name="Documents").click()
    expect(page.locator("tr.done")).to_have_count(1)

    log = reviewed.logged()
    assert [each.what for each in log] == ["accept", "edit", "edit", "reject", "unsure", "add", "undo", "read"]
    assert isinstance(log[1].after, OfficialRecord)
    assert log[1].after.positions[0].organisation
    assert log[1].after.positions[0].organisation.text == "Anbu Education"
    assert isinstance(log[2].after, DateRecord)
    assert log[2].after.role == "published"
    assert isinstance(log[5].after, GroupRecord)
    assert log[5].after.name.text == "Yaode Primary School"


def test_the_text_and_the_cards_lead_to_each_other(reviewed: Served, let_in: Open) -> None:
    page = let_in(path=DOCUMENT)
    page.locator(f'[data-record="{POLICY.id}"]').click()
    assert page.evaluate(MARKED) == ["Group Measures"]
    click_on(page, "Li Na")
    assert current(page) == OFFICIAL.id
    assert page.evaluate(MARKED) == ["Li Na"]
    click_on(page, "Yaode Primary School")
    assert current(page) == GROUP.id
    assert page.evaluate(MARKED) == ["Yaode Primary School"]
    kinds = "() => ['group', 'official', 'date', 'count', 'policy'].map((kind) => CSS.highlights.get(kind).size)"
    assert page.evaluate(kinds) == [4, 3, 1, 2, 1]


def test_where_there_are_no_highlights_boxes_stand_behind_the_words(reviewed: Served, let_in: Open) -> None:
    page = let_in(path=DOCUMENT, script=WITHOUT_HIGHLIGHTS)
    expect(page.locator(".boxes.group > div")).to_have_count(4)
    press(page, "l", "l")
    box = page.locator(".boxes.current > div")
    expect(box).to_have_count(1)
    left, right, middle = page.evaluate(PLACE, "Yaode Primary School")
    place = box.bounding_box()
    assert place is not None
    assert (place["x"], place["x"] + place["width"]) == pytest.approx((left, right), abs=1)
    assert place["y"] < middle < place["y"] + place["height"]


def test_a_reload_keeps_the_place_and_what_is_half_typed(reviewed: Served, let_in: Open) -> None:
    page = let_in(path=DOCUMENT)
    press(page, "j", "e", "Control+a")
    page.keyboard.type("Li Na the Elder")
    page.reload()
    expect(page.locator(".edit input").first).to_have_value("Li Na the Elder")
    assert current(page) == OFFICIAL.id
    page.locator(".edit input").first.press("Escape")
    expect(page.locator(".edit")).to_have_count(0)
    press(page, "e", "Enter")
    expect_status(page, OFFICIAL.id, "edited")
    page.reload()
    expect_status(page, OFFICIAL.id, "edited")
    assert current(page) == OFFICIAL.id
    expect(page.locator(".edit")).to_have_count(0)
    assert [each.what for each in reviewed.logged()] == ["edit"]


def test_a_value_without_a_source_is_not_taken(reviewed: Served, let_in: Open) -> None:
    page = let_in(path=DOCUMENT)
    press(page, "n")
    expect_said(page, "Select words in the text first")
    press(page, "Escape", "p")
    expect_said(page, "Select words in the text first")
    press(page, "e", "Control+a", "Delete", "Enter")
    expect_said(page, "cannot be empty")
    assert reviewed.logged() == []


def test_an_edit_that_is_refused_is_in_the_form_again(reviewed: Served, let_in: Open) -> None:
    page = let_in(path=DOCUMENT)
    page.locator(f'[data-record="{COUNT.id}"]').click()
    press(page, "e")
    page.get_by_label("number").fill("several")
    page.get_by_label("Value of unit").fill("groups")
    page.get_by_role("button", name="Save").click()
    expect_said(page, "'several' is no number")
    expect(page.get_by_label("number")).to_have_value("several")
    expect(page.get_by_label("Value of unit")).to_have_value("groups")
    page.get_by_label("number").fill("70")
    page.get_by_role("button", name="Save").click()
    expect_status(page, COUNT.id, "edited")
    [edited] = [each.after for each in reviewed.logged()]
    assert isinstance(edited, CountRecord)
    assert (edited.value, edited.unit and edited.unit.value) == (70, "groups")


def test_a_filter_holds_from_the_list_to_the_document(reviewed: Served, let_in: Open) -> None:
    page = let_in()
    page.get_by_label("Dates").check()
    arrive(page, r"/\?kind=date$")
    expect(page.locator(".documents tbody tr")).to_have_count(2)
    press(page, "j", "Enter")
    expect(page.locator(".card")).to_have_count(1)
    press(page, "j", "j")
    assert current(page) == DATE.id
    press(page, "Enter")
    expect_status(page, DATE.id, "accepted")
    press(page, "]")
    arrive(page, rf"/document/(?!{ENGLISH.id}).*\?kind=date")
    expect(page.locator(".card")).to_have_count(1)
    press(page, "Enter")
    expect(page.locator(".card.status-accepted")).to_have_count(1)
    press(page, "]")
    expect(page).to_have_url(re.compile(r"/\?kind=date$"))


def test_a_search_finds_documents_by_their_text(reviewed: Served, let_in: Open) -> None:
    page = let_in()
    press(page, "/")
    page.keyboard.type("云州市教育局")
    press(page, "Enter")
    expect(page.locator("a.open")).to_have_text(["育才教育集团成立大会召开 🎉"])


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


def test_a_chinese_document_with_its_table(reviewed: Served, let_in: Open) -> None:
    document, [group] = documents.chinese()
    page = let_in(path=f"/document/{document.id}")
    expect(page.locator("#sheet")).to_have_attribute("lang", "zh")
    expect(page.locator("#sheet td")).to_have_count(12)
    find(page, "育才小学")
    press(page, "s")
    expect_status(page, group.id, "edited")
    find(page, "云州市实验中学")
    press(page, "p", "2")
    expect(page.locator(".card.current .field")).to_have_count(5)
    last = reviewed.logged()[-1].after
    assert isinstance(last, GroupRecord)
    for field, quote in ((last.name, "育才小学"), (last.members[-1], "云州市实验中学")):
        assert (field.text, document.text[field.source.start : field.source.end]) == (quote, quote)


def test_a_date_is_added_with_its_value(reviewed: Served, let_in: Open) -> None:
    document, _ = documents.chinese()
    page = let_in(path=f"/document/{document.id}")
    find(page, "2023年9月1日")
    press(page, "n", "d")
    value = page.get_by_label("In EDTF")
    expect(value).to_have_value("2023-09-01")
    press(page, "Control+a")
    page.keyboard.type("in autumn")
    press(page, "Enter")
    expect_said(page, "is no date in EDTF")
    assert reviewed.logged() == []
    press(page, "n", "d", "Enter")
    expect(page.locator(".card.status-added")).to_have_count(1)
    [added] = [each.after for each in reviewed.logged()]
    assert isinstance(added, DateRecord)
    assert (added.value, added.text.text) == ("2023-09-01", "2023年9月1日")


def test_words_are_selected_by_arrows(reviewed: Served, let_in: Open) -> None:
    page = let_in(path=DOCUMENT)
    press(page, "j", "l", "v")
    press(page, *["Shift+ArrowLeft"] * len("Director"))
    press(page, *["Shift+ArrowRight"] * len("Dire"))
    press(page, "Enter", "s")
    expect_status(page, OFFICIAL.id, "edited")
    last = reviewed.logged()[-1].after
    assert isinstance(last, OfficialRecord)
    assert last.positions[0].title.text == "Dire"


def test_a_page_that_means_harm_is_only_words(served: Served, let_in: Open) -> None:
    document, _ = documents.harmful()
    documents.publish(served.folder, documents.harmful())
    served.start()
    page = let_in()
    page.goto(f"{served.address}/document/{document.id}")
    press(page, "r")
    expect(page.get_by_role("dialog")).to_contain_text("<img src=x")
    press(page, "Escape", "Enter")
    expect(page.locator(".card.status-accepted")).to_have_count(1)
    press(page, "e", "Escape", "?")
    assert page.evaluate("window.harmed") is None
    assert page.locator("img, script:not([src], [type='application/json'])").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert "\u202e" not in page.locator("body").inner_text()


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off_and_everything_has_a_name(reviewed: Served, let_in: Open, width: int, scheme: str) -> None:
    page = let_in(viewport={"width": width, "height": 720}, color_scheme=scheme)
    for path in ("/", DOCUMENT, "/conflicts"):
        page.goto(reviewed.address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("button, a, input, select").evaluate_all(NAMELESS) == []
        expect(page.get_by_role("status")).to_have_attribute("aria-live", "polite")
    page.goto(reviewed.address + DOCUMENT)
    keys = page.locator("#actions kbd").all_inner_texts()
    assert keys == ["Enter", "a", "e", "r", "u", "n", "x", "z", "f"]
    press(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("accept and go to the next that waits")


def test_a_long_document_opens(served: Served, let_in: Open, capsys: pytest.CaptureFixture[str]) -> None:
    document, records = documents.long()
    assert len(document.text) > 200_000
    documents.publish(served.folder, documents.long())
    served.start()
    page = let_in()
    page.goto(f"{served.address}/document/{document.id}")
    expect(page.locator(".card.current")).to_be_visible()
    opened = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000
    expect(page.locator(".card")).to_have_count(len(records))
    start = time.perf_counter()
    press(page, "Enter")
    expect_status(page, "g-0", "accepted")
    decided = time.perf_counter() - start
    with capsys.disabled():
        size = f"{len(document.text) // 1000} kB, {len(records)} records"
        print(f"\n{size}: opened in {opened:.2f} s, decided in {decided:.2f} s")  # noqa: T201
