"""The review page's answers: what is shown, what is decided, and that page text is never markup."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import StoreError
from pipeline.records import Document
from pipeline.review.app import application
from pipeline.review.desk import Desk
from pipeline.review.guard import door
from pipeline.review.log import Log
from pipeline.review.posted import LARGEST
from tests.pipeline import build
from tests.pipeline.review.acts import change, decide, new_key
from tests.pipeline.review.browsing import HOST, HOSTILE, TOKENS, Browser, Tags, given, publish

PAGE = "https://example.org/a.html"
A, B = build.document("a.txt", url=PAGE), build.document("b.txt")
GROUP, OFFICIAL, DATE, COUNT, POLICY = build.records(A)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    build.write(tmp_path, A, B)
    with closing(Desk(tmp_path)) as opened:
        yield opened


@pytest.fixture
def ann(desk: Desk) -> Browser:
    return Browser(desk)


def test_the_list_says_what_is_left(ann: Browser, desk: Desk) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    page = ann.get("/").text
    assert "<b>9</b> of 10 records left to do in 2 documents" in page
    assert f"/document/{A.id}" in page


@pytest.mark.parametrize(
    ("query", "inside"),
    [
        ("kind=group", [GROUP.id]),
        ("kind=group&kind=date", [GROUP.id, DATE.id]),
        ("status=accepted", [GROUP.id]),
        ("below=0.5", []),
        ("rule=tests.rule&kind=policy", [POLICY.id]),
        ("sample=1", []),
        ("sort=title", None),
    ],
)
def test_a_filter_holds_on_the_document(ann: Browser, desk: Desk, query: str, inside: list[str] | None) -> None:
    decide(desk, "Ann", "accept", A, GROUP)
    assert given(ann.get(f"/document/{A.id}?{query}").text)["inside"] == inside


def test_the_list_hands_its_filter_on(ann: Browser) -> None:
    assert (
        f"/document/{A.id}?kind=date&amp;below=0.95&amp;sort=left" in ann.get("/?sort=left&below=0.95&kind=date").text
    )


@pytest.mark.parametrize("query", ["kind=school", "below=much", "below=2", "status=fine"])
def test_a_filter_that_is_none_is_said_to_be_that(ann: Browser, query: str) -> None:
    answer = ann.get(f"/?{query}")
    assert answer.status_code == 400
    assert "to filter by" in answer.text


def test_a_document_shows_its_blocks_and_records(ann: Browser) -> None:
    page = ann.get(f"/document/{A.id}").text
    data = given(page)
    assert [record["id"] for record in data["records"]] == [GROUP.id, OFFICIAL.id, DATE.id, COUNT.id, POLICY.id]
    assert page.count('class="piece"') == len(data["starts"]) == len(A.blocks)
    assert data["records"][0]["fields"][0]["at"] == [[1, 0, 35]]


@pytest.mark.parametrize(
    "path", ["/document/none", "/document/../../etc/passwd", "/document/%2e%2e%2frun.json", "/nowhere"]
)
def test_what_is_not_there_is_said_to_be_that(ann: Browser, path: str) -> None:
    answer = ann.get(path)
    assert answer.status_code == 404
    assert "go back to the list" in answer.text


@pytest.mark.parametrize(
    "name", ["app.py", "../app.py", "..%2fapp.py", "%2e%2e/app.py", "....//app.py", "/etc/passwd", "review.css%00", ""]
)
def test_no_path_reaches_the_file_system(ann: Browser, name: str) -> None:
    assert ann.get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize(("name", "kind"), [("review.css", "text/css"), ("document.js", "text/javascript")])
def test_scripts_and_styles_are_served(ann: Browser, name: str, kind: str) -> None:
    answer = ann.get(f"/static/{name}")
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, kind)


def test_every_decision_is_answered_with_the_record(ann: Browser) -> None:
    answer = ann.posted("/decide", what="accept", document=A.id, record=GROUP.id)
    assert (answer.status_code, answer.json()["card"]["status"]) == (200, "accepted")
    again = ann.get(f"/document/{A.id}/records").json()
    assert (again["last"], again["records"][0]["seen"]) == (1, [1])
    assert ann.get(f"/document/{A.id}/records?last=1").json() == {"last": 1}


def test_a_decision_that_is_sent_twice_is_one(ann: Browser, desk: Desk) -> None:
    change = {"op": "retype", "path": "leaders/0", "value": "Anbu School"}
    body = {"what": "edit", "document": A.id, "record": GROUP.id, "changes": [change], "key": "the-same-key"}
    first, second = ann.posted("/decide", **body), ann.posted("/decide", **body)
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json()["card"] == second.json()["card"]
    assert len(desk.log.of_document(A.id)) == 1


def test_an_added_record_that_is_sent_twice_is_one(ann: Browser, desk: Desk) -> None:
    start = A.text.index("Yaode")
    put = {"op": "put", "path": "name", "start": start, "end": start + 20}
    body = {"what": "add", "kind": "group", "document": A.id, "changes": [put], "key": "the-same-key"}
    answers = [ann.posted("/decide", **body) for _ in range(2)]
    assert [answer.json()["card"]["name"] for answer in answers] == ["Yaode Primary School"] * 2
    assert len(desk.log.of_document(A.id)) == 1


def test_undo_gives_the_record_back(ann: Browser) -> None:
    ann.posted("/decide", what="reject", document=A.id, record=GROUP.id, why="not-one")
    answer = ann.posted("/undo", document=A.id).json()
    assert (answer["undone"], answer["record"], answer["records"][0]["status"]) == (True, GROUP.id, "open")
    assert ann.posted("/undo", document=A.id).json()["undone"] is False


def test_a_record_that_was_added_and_undone_is_gone(ann: Browser) -> None:
    put = {"op": "put", "path": "name", "start": A.text.index("Yaode"), "end": A.text.index("Yaode") + 20}
    card = ann.posted("/decide", what="add", kind="group", document=A.id, changes=[put]).json()["card"]
    answer = ann.posted("/undo", document=A.id).json()
    assert card["id"] not in [record["id"] for record in answer["records"]]


def test_two_people_meet_visibly(desk: Desk) -> None:
    ann, bo = Browser(desk), Browser(desk, "Bo")
    ann.posted("/decide", what="reject", document=A.id, record=GROUP.id, why="duplicate: of the next")
    answer = bo.posted("/decide", what="accept", document=A.id, record=GROUP.id)
    assert answer.status_code == 409
    said = answer.json()["decisions"]
    assert [(each["who"], each["what"], each["why"]) for each in said] == [
        ("Ann", "rejected", "another record says the same (of the next)")
    ]
    over = bo.posted("/decide", what="accept", document=A.id, record=GROUP.id, seen=[each["id"] for each in said])
    assert over.json()["card"]["status"] == "accepted"


def test_an_edit_of_what_somebody_else_changed_is_told_not_tried(desk: Desk) -> None:
    ann, bo = Browser(desk), Browser(desk, "Bo")
    for browser, path in ((ann, "members/1"), (bo, "members/1")):
        answer = browser.posted(
            "/decide", what="edit", document=A.id, record=GROUP.id, changes=[{"op": "drop", "path": path}]
        )
    assert answer.status_code == 409
    taken = bo.posted(
        "/decide", what="edit", document=A.id, record=GROUP.id, seen=[1], take=0,
        changes=[{"op": "drop", "path": "members/0"}],
    ).json()  # fmt: skip
    members = [each["value"] for each in taken["card"]["fields"] if each["label"] == "member"]
    assert members == ["No. 2 Primary School"]


def test_a_decision_on_another_reading_is_refused(ann: Browser) -> None:
    answer = ann.posted("/decide", what="accept", document=A.id, record=GROUP.id, reading="former")
    assert answer.status_code == 422
    assert "read anew" in answer.json()["error"]


def test_reading_in_full_is_noted(ann: Browser) -> None:
    assert ann.posted("/decide", what="read", document=A.id).json()["readBy"] == ["Ann"]
    assert "read in full" in ann.get("/").text


def test_two_people_may_read_a_document_in_full(desk: Desk) -> None:
    for name, readers in (("Ann", ["Ann"]), ("Bo", ["Ann", "Bo"])):
        browser = Browser(desk, name)
        seen = given(browser.get(f"/document/{A.id}").text)["readSeen"]
        assert browser.posted("/decide", what="read", document=A.id, seen=seen).json()["readBy"] == readers
    again = Browser(desk)
    seen = given(again.get(f"/document/{A.id}").text)["readSeen"]
    assert again.posted("/decide", what="read", document=A.id, seen=seen).json()["readBy"] == ["Bo", "Ann"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"what": "accept", "record": "r-none"}, "no longer there"),
        ({"what": "accept", "record": GROUP.id, "document": "d-none"}, "no longer in the data set"),
        ({"what": "shrug", "record": GROUP.id}, "what: "),
        ({"what": "accept", "record": GROUP.id, "key": "short"}, "key: "),
        ({"what": "accept", "record": GROUP.id, "more": 1}, "more: "),
        ({"what": "edit", "record": GROUP.id, "changes": [{"op": "retype", "path": "name"}]}, "cannot be empty"),
        ({"what": "edit", "record": GROUP.id, "changes": [{"op": "put", "path": "members"}]}, "needs a source"),
        ({"what": "edit", "record": GROUP.id}, "nothing is changed"),
        ({"what": "undo", "record": GROUP.id}, "undo"),
    ],
)
def test_a_decision_that_cannot_be_made_is_one_sentence(ann: Browser, body: dict[str, Any], said: str) -> None:
    answer = ann.posted("/decide", **{"document": A.id, **body})
    assert answer.status_code == 422
    assert said in answer.json()["error"]
    assert "\n" not in answer.json()["error"]


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 422),
        (b"[]", "application/json", 422),
        (b"\xff\xfe", "application/json", 422),
        (b"", "application/json", 422),
        (b"key=12345678", "application/x-www-form-urlencoded", 415),
        (b"{}", "text/plain", 415),
        (b" " * (LARGEST + 1), "application/json", 413),
    ],
)
@pytest.mark.parametrize("path", ["/decide", "/undo"])
def test_a_body_that_is_no_decision_is_refused(ann: Browser, path: str, content: bytes, kind: str, status: int) -> None:
    headers = {"origin": f"http://{HOST}", "content-type": kind}
    answer = ann.post(path, content=content, headers=headers)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])


def test_a_decision_that_breaks_off_is_no_bug(desk: Desk) -> None:
    """A browser that is closed while it sends leaves half a body; nobody is told of a bug then."""
    entry = door(TOKENS, "127.0.0.1", 8417)
    headers = {
        "host": HOST, "origin": f"http://{HOST}", "content-type": "application/json",
        "cookie": f"{entry.cookie}={entry.enter(TOKENS['Ann'])}",
    }  # fmt: skip
    scope = {
        "type": "http", "method": "POST", "path": "/decide", "query_string": b"", "scheme": "http", "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    incoming = [{"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}]
    said: list[Any] = []

    async def receive() -> Any:
        return incoming.pop(0)

    async def send(message: Any) -> None:
        said.append(message)

    asyncio.run(application(desk, entry)(scope, receive, send))
    assert said[0]["status"] == 400
    assert desk.log.last() == 0


@pytest.mark.parametrize("who", ["Ann", "Bo"])
def test_a_page_says_whose_it_is(desk: Desk, who: str) -> None:
    """Ann's page stays open while somebody else's start URL is opened in the same browser."""
    ann = {"communique-keeper": given(Browser(desk, "Ann").get(f"/document/{A.id}").text)["keeper"]}
    browser = Browser(desk, who)
    headers = {"origin": f"http://{HOST}", **ann}
    body = {"key": new_key(), "what": "accept", "document": A.id, "record": GROUP.id}
    answers = [
        browser.get(f"/document/{A.id}/records", headers=ann),
        browser.post("/decide", json=body, headers=headers),
        browser.post("/undo", json={"key": new_key(), "document": A.id}, headers=headers),
    ]
    assert [each.status_code for each in answers] == ([200] * 3 if who == "Ann" else [403] * 3)


def test_a_full_disk_is_told_and_may_be_tried_again(ann: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError("review.sqlite: no space left on the disk; free some")

    with monkeypatch.context() as broken:
        broken.setattr(Log, "append", full)
        answer = ann.posted("/decide", what="accept", document=A.id, record=GROUP.id)
    assert (answer.status_code, "no space left" in answer.json()["error"]) == (503, True)
    assert ann.posted("/decide", what="accept", document=A.id, record=GROUP.id).status_code == 200


@pytest.mark.parametrize(
    ("way", "here", "there"),
    [("next", A, f"/document/{B.id}"), ("previous", A, f"/document/{B.id}"), ("next", B, f"/document/{A.id}")],
)
def test_the_next_document_has_something_left(ann: Browser, way: str, here: Document, there: str) -> None:
    assert ann.get(f"/document/{here.id}/{way}").headers["location"] == there
    assert ann.get(f"/document/{here.id}/{way}?kind=date").headers["location"] == f"{there}?kind=date"


def test_where_nothing_is_left_the_list_is_next(ann: Browser, desk: Desk) -> None:
    for record in build.records(B):
        decide(desk, "Ann", "accept", B, record)
    assert ann.get(f"/document/{A.id}/next?sort=title").headers["location"] == "/?sort=title"


def test_conflicts_are_shown_and_settled(tmp_path: Path) -> None:
    build.write(tmp_path, A)
    with closing(Desk(tmp_path, ("Ann", "Bo"), 1.0)) as desk:
        ann, bo = Browser(desk), Browser(desk, "Bo")
        ann.posted("/decide", what="reject", document=A.id, record=GROUP.id, why="not-one")
        drop = {"op": "drop", "path": "members/0"}
        bo.posted("/decide", what="edit", document=A.id, record=GROUP.id, changes=[drop])
        assert "you see your own decisions only" in ann.get(f"/document/{A.id}").text
        assert given(ann.get(f"/document/{A.id}").text)["records"][0]["status"] == "rejected"
        page = Tags(ann.get("/conflicts").text)
        bodies = [json.loads(value or "") for name, value in page.attributes if name == "data-body"]
        assert [(each["what"], each.get("take")) for each in bodies] == [("reject", None), ("edit", 2)]
        settled = ann.posted("/decide", **bodies[1]).json()["card"]
        assert (settled["status"], [field["label"] for field in settled["fields"]].count("member")) == ("edited", 1)
        assert "No decisions differ" in ann.get("/conflicts").text


@pytest.mark.parametrize("words", HOSTILE)
def test_page_text_is_never_markup(tmp_path: Path, words: str) -> None:
    text = f"{words}\n{words} is led by Anbu Primary School."
    hostile = build.document("<b>a</b>.txt", text, url=f"javascript:alert('{words}')")
    record = build.group(hostile, words, leaders=["Anbu Primary School"])
    publish(tmp_path, hostile, record)
    with closing(Desk(tmp_path)) as desk:
        ann = Browser(desk)
        decide(desk, "Ann", "edit", hostile, record, change("retype", "leaders/0", value=words), why=words)
        for path in ("/", f"/document/{hostile.id}", "/conflicts", f"/?q={words}"):
            page = ann.get(path)
            tags = Tags(page.text)
            assert page.status_code == 200
            assert not {"img", "svg"} & set(tags.names)
            assert [name for name, _ in tags.attributes if name.startswith("on")] == []
            assert [value for _, value in tags.attributes if (value or "").startswith("javascript:")] == []
            assert tags.names.count("script") == page.text.count("<script")
            run = re.findall(r"<script(?! type=.application/json)[^>]*>(.*?)</script>", page.text, re.DOTALL)
            assert set(run) <= {""}
            assert path.startswith("/?q") or not re.search("[\u2028\u2029\u202e]", page.text)


def test_links_lead_to_the_web_only(tmp_path: Path) -> None:
    for number, url in enumerate(
        ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://example.org/")
    ):
        folder = tmp_path / str(number)
        build.write(folder, build.document("a.txt", url=url))
        with closing(Desk(folder)) as desk:
            page = Tags(Browser(desk).get(f"/document/{A.id}").text)
        outward = [value for name, value in page.attributes if name == "href" and not (value or "").startswith("/")]
        assert outward == (["https://example.org/"] if url.startswith("https") else [])


def test_the_live_page_is_one_click_away(ann: Browser) -> None:
    group = given(ann.get(f"/document/{A.id}").text)["records"][0]
    start, end = next(field["place"] for field in group["fields"] if field["label"] == "leader")
    assert A.text[start:end] == "Anbu Primary School"
    link = ann.get(f"/document/{A.id}/live?start={start}&end={end}").json()["link"]
    assert link == f"{PAGE}#:~:text=School%20Education%20Group%20is%20led%20by-,Anbu%20Primary%20School,-."
    assert ann.get(f"/document/{B.id}/live?start={start}&end={end}").json() == {"link": ""}


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 400), ("start=a&end=2", 400), ("start=5&end=5", 404), ("start=-1&end=5", 404), ("start=0&end=9999", 404)],
)
def test_words_that_are_not_there_have_no_live_page(ann: Browser, query: str, status: int) -> None:
    assert ann.get(f"/document/{A.id}/live?{query}").status_code == status


def test_links_out_tell_nothing(ann: Browser) -> None:
    page = ann.get(f"/document/{A.id}").text
    links = re.findall(r'<a [^>]*href="https?:[^>]*>', page)
    assert links
    assert [link for link in links if 'rel="noopener noreferrer"' not in link] == []
