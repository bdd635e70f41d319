"""The page of names: what is answered, to whom, and that names are never markup."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from pipeline.review.app import application
from pipeline.review.comparing import Batch
from pipeline.review.desk import Desk
from pipeline.review.guard import door
from pipeline.review.nameroutes import AT_ONCE
from pipeline.review.names import NameDesk
from pipeline.review.pairs import Pair, Side, pair_id
from tests.pipeline import build
from tests.pipeline.review import named
from tests.pipeline.review.acts import new_key
from tests.pipeline.review.browsing import HOST, HOSTILE, TOKENS, Browser, Tags, given, publish
from tests.pipeline.review.named import FULL, HERE, SHORT, SOMEWHERE, THERE

IN_DOUBT = {"what": "same", "record": pair_id((HERE, SOMEWHERE)), "first": HERE, "second": SOMEWHERE}


class NameBrowser(Browser):
    """A browser on a desk whose names are compared already."""

    def __init__(self, names: NameDesk, name: str = "Ann") -> None:
        self.names = names
        super().__init__(names.desk, name)

    def _application(self, desk: Desk) -> Any:
        return application(desk, door(TOKENS, "127.0.0.1", 8417), self.names)


@pytest.fixture
def names(tmp_path: Path) -> Iterator[NameDesk]:
    named.write(tmp_path)
    with ExitStack() as stack:
        yield named.name_desk(tmp_path, stack)


@pytest.fixture
def ann(names: NameDesk) -> NameBrowser:
    return NameBrowser(names)


def test_the_page_begins_with_pairs_in_doubt(ann: NameBrowser) -> None:
    data = given(ann.get("/names").text)
    assert [[side["signature"] for side in each["sides"]] for each in data["pairs"]] == [
        [HERE, SOMEWHERE], [THERE, SOMEWHERE],
    ]  # fmt: skip
    first = data["pairs"][0]
    assert [side["where"] for side in first["sides"]] == ["浙江省 宁波市", ""]
    assert first["rules"] == {
        "verdict": "unsure", "score": 1.0, "reason": "the same name, and no place that tells", "author": "rules",
    }  # fmt: skip
    assert (data["counts"]["doubt"], data["behind"], data["since"]) == (2, None, 0)
    assert data["comparing"]["ready"]


def test_the_list_leads_to_names_and_says_how_many_wait(ann: NameBrowser) -> None:
    page = ann.get("/").text
    assert 'href="/names"' in page
    assert '<b class="bubble calm">2</b>' in page


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        ("show=same&kind=school", [[FULL, SHORT]]),
        ("show=different", [[HERE, THERE]]),
        ("show=all&q=%E5%9B%9B%E4%B8%AD&kind=school", [[FULL, SHORT]]),
        (f"show=different&at={pair_id((FULL, SHORT))}", [[FULL, SHORT], [HERE, THERE]]),
        ("show=judged", []),
    ],
)
def test_a_filter_holds(ann: NameBrowser, query: str, pairs: list[list[str]]) -> None:
    data = given(ann.get(f"/names?{query}").text)
    assert [[side["signature"] for side in each["sides"]] for each in data["pairs"]] == pairs


@pytest.mark.parametrize("query", ["show=fine", "kind=town", f"q={'a' * 201}"])
def test_a_filter_that_is_none_is_said_to_be_that(ann: NameBrowser, query: str) -> None:
    answer = ann.get(f"/names?{query}")
    assert answer.status_code == 400
    assert "nothing to look for among names" in answer.text


def test_further_pairs_follow(names: NameDesk, ann: NameBrowser) -> None:
    sides = [Side(f"school|S{n:03}|d-{n}", "school", f"S{n:03}", (f"S{n:03}",)) for n in range(AT_ONCE + 5)]
    pairs = [Pair(each.signature, HERE, "unsure", 0.9, "so") for each in sides]
    names.comparing.take([Batch(found=(*sides, *pairs)), Batch(done=True)], names.desk.version())
    data = given(ann.get("/names").text)
    answer = ann.get(f"/names/list?behind={data['behind']}").json()
    assert [each["sides"][0]["name"] for each in answer["pairs"]] == [f"S{n:03}" for n in range(AT_ONCE, AT_ONCE + 5)]
    assert answer["behind"] is None


def test_a_judgement_is_answered_with_the_pair(ann: NameBrowser) -> None:
    answer = ann.posted("/names/judge", **IN_DOUBT, why="one address").json()
    card = answer["card"]
    assert (card["id"], card["verdict"], card["waits"], card["seen"]) == (IN_DOUBT["record"], "same", False, [1])
    assert [(each["who"], each["what"], each["why"]) for each in card["judgements"]] == [("Ann", "same", "one address")]
    assert (answer["counts"]["doubt"], answer["last"], answer["since"]) == (1, 1, 1)
    undone = ann.posted("/names/undo").json()
    assert (undone["undone"], undone["record"], undone["card"]["waits"]) == (True, IN_DOUBT["record"], True)
    assert ann.posted("/names/undo").json()["undone"] is False


def test_a_judgement_that_is_sent_twice_is_one(ann: NameBrowser) -> None:
    answers = [ann.posted("/names/judge", **IN_DOUBT, key="the-same-key") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[1].json()["card"]["seen"] == [1]
    undone = [ann.posted("/names/undo", key="the-same-undo").json()["record"] for _ in range(2)]
    assert undone == [IN_DOUBT["record"]] * 2


def test_a_judgement_is_taken_before_names_are_compared(tmp_path: Path) -> None:
    """A page that outlived the server sends what it kept."""
    named.write(tmp_path)
    with closing(Desk(tmp_path)) as desk:
        ann = Browser(desk)
        answer = ann.posted("/names/judge", **IN_DOUBT).json()
        assert (answer["record"], answer["card"]["verdict"], answer["card"]["known"]) == (
            IN_DOUBT["record"], "same", False,
        )  # fmt: skip
        undone = ann.posted("/names/undo").json()
        assert (undone["undone"], undone["record"], undone["card"]) == (True, IN_DOUBT["record"], None)


def test_two_people_meet_visibly(names: NameDesk, ann: NameBrowser) -> None:
    bo = NameBrowser(names, "Bo")
    ann.posted("/names/judge", **IN_DOUBT)
    answer = bo.posted("/names/judge", **{**IN_DOUBT, "what": "different"})
    assert answer.status_code == 409
    said = answer.json()["decisions"]
    assert [(each["who"], each["what"]) for each in said] == [("Ann", "same")]
    over = bo.posted("/names/judge", **{**IN_DOUBT, "what": "different"}, seen=[each["id"] for each in said]).json()
    assert (over["card"]["verdict"], over["card"]["differing"], over["counts"]["differing"]) == ("different", True, 1)
    changed = ann.get("/names/state?last=1").json()
    assert [each["id"] for each in changed["pairs"]] == [IN_DOUBT["record"]]
    assert ann.get(f"/names/state?last={changed['last']}").json()["pairs"] == []


def test_the_sentences_of_a_pair(ann: NameBrowser) -> None:
    first, second = ann.get(f"/names/pair/{IN_DOUBT['record']}").json()["sides"]
    assert [each["title"] for each in (*first, *second)] == ["宁波市教育局公告", "公告"]
    assert ann.get("/names/pair/none").status_code == 404


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"what": "perhaps"}, "what: "),
        ({"key": "short"}, "key: "),
        ({"more": 1}, "more: "),
        ({"second": HERE}, "no two names of one kind"),
        ({"first": "a" * 2001}, "first: "),
    ],
)
def test_a_judgement_that_cannot_be_made_is_one_sentence(ann: NameBrowser, body: dict[str, Any], said: str) -> None:
    answer = ann.posted("/names/judge", **{**IN_DOUBT, **body})
    assert (answer.status_code, said in answer.json()["error"]) == (422, True)


POSTS = {"/names/judge": IN_DOUBT, "/names/undo": {}, "/names/compare": {}}
GETS = ["/names/list", "/names/state", f"/names/pair/{IN_DOUBT['record']}"]


@pytest.mark.parametrize(("path", "body"), POSTS.items())
@pytest.mark.parametrize(
    "headers", [{}, {"origin": "https://example.org"}, {"origin": f"http://{HOST}", "communique-keeper": "another"}]
)
def test_nothing_is_taken_from_another_page(
    names: NameDesk, ann: NameBrowser, path: str, body: dict[str, Any], headers: dict[str, str]
) -> None:
    assert ann.post(path, json={"key": new_key(), **body}, headers=headers).status_code == 403
    assert not names.comparing.working
    assert names.counts()["judged"] == 0


@pytest.mark.parametrize("path", GETS)
def test_a_page_of_somebody_else_gets_no_answer(ann: NameBrowser, path: str) -> None:
    assert ann.get(path, headers={"communique-keeper": "another"}).status_code == 403
    assert ann.get(path).status_code == 200


def test_a_page_that_is_opened_first_has_names_compared(tmp_path: Path) -> None:
    named.write(tmp_path)
    with ExitStack() as stack:
        desk = Desk(tmp_path)
        stack.callback(desk.close)
        names = NameDesk(desk)
        stack.callback(names.close)
        ann = NameBrowser(names)
        assert "ready" not in ann.get("/").text
        assert not names.comparing.working, "the list does not need them"
        begun = given(ann.get("/names").text)["comparing"]
        assert (begun["ready"], begun["working"]) == (False, True)
        until = time.monotonic() + 60
        while (now := ann.get("/names/state").json()["comparing"])["working"] and time.monotonic() < until:
            time.sleep(0.1)
        assert (now["ready"], now["trouble"]) == (True, "")
        ann.posted("/names/judge", **IN_DOUBT)
        again = ann.posted("/names/compare").json()
        assert (again["since"], again["comparing"]["working"]) == (0, True)


@pytest.mark.parametrize("words", HOSTILE)
def test_names_are_never_markup(tmp_path: Path, words: str) -> None:
    text = f"{words}\n{words} is led by Anbu Primary School."
    hostile = build.document("<b>a</b>.txt", text)
    publish(tmp_path, hostile, build.group(hostile, words, leaders=["Anbu Primary School"]))
    signature = f"group|{words}|{hostile.id}"
    spot = {"document": hostile.id, "record": "r", "field": "name", "text": words, "start": 0, "end": len(words)}
    side = Side(signature, "group", words, (words, "Anbu"), company=(words,), quote=words, documents=1, spots=(spot,))  # type: ignore[arg-type]
    other = Side("group|Anbu|d-b", "group", "Anbu", ("Anbu",))
    with ExitStack() as stack:
        desk = Desk(tmp_path)
        stack.callback(desk.close)
        names = NameDesk(desk)
        found = (side, other, Pair(side.signature, other.signature, "unsure", 0.9, "so"))
        names.comparing.take([Batch(found=found), Batch(done=True)], desk.version())
        ann = NameBrowser(names)
        ann.posted("/names/judge", what="same", first=signature, second=other.signature, why=words)
        for query in ("", "?show=judged", f"?q={words}"):
            page = ann.get(f"/names{query}")
            tags = Tags(page.text)
            assert page.status_code == 200
            assert not {"img", "svg"} & set(tags.names)
            assert [name for name, _ in tags.attributes if name.startswith("on")] == []
            assert tags.names.count("script") == page.text.count("<script")
        [said] = ann.get(f"/names/pair/{pair_id((signature, other.signature))}").json()["sides"][0]
        assert "\u202e" not in said["text"][1]
