"""A whole review in a real browser: by keyboard alone, by mouse alone, and what is shown on the way."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from pipeline.records import CountRecord, DateRecord, GroupRecord, OfficialRecord
from tests.browser import documents
from tests.browser.conftest import Open
from tests.browser.hands import (
    MARKED,
    NAMELESS,
    PLACE,
    arrive,
    click_on,
    current,
    draw_over,
    expect_said,
    expect_status,
    find,
    press,
)
from tests.browser.served import Served

ENGLISH, (GROUP, OFFICIAL, DATE, COUNT, POLICY) = documents.english()
DOCUMENT = f"/document/{ENGLISH.id}"
WITHOUT_HIGHLIGHTS = "Object.defineProperty(CSS, 'highlights', {value: undefined})"


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
