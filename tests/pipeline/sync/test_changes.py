"""What a night says of its changes: ``changes.jsonl`` and the closing line; never at the cost of the data set."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.change import compare
from pipeline.change.journal import CHANGES
from pipeline.store.verify import findings
from pipeline.sync.closing import last_line
from tests.pipeline.store.harm import change
from tests.pipeline.sync.nights import Nights, news, problems
from tests.pipeline.sync.site import Answer, Host, article, listing


def publish(host: Host, *names: str) -> None:
    for name in names:
        host.routes[f"/{name}.html"] = Answer(article(name.title()))
    host.routes["/news/"] = Answer(listing(*(f"/{name}.html" for name in names)))


def told(nights: Nights, *facts: str) -> list[tuple[object, ...]]:
    return [tuple(line.get(fact) for fact in facts) for line in nights.lines(CHANGES)]


def documents(nights: Nights) -> list[tuple[object, ...]]:
    lines = told(nights, "what", "change", "source")
    return [(how, str(source).rpartition("/")[2]) for what, how, source in lines if what == "document"]


def test_every_night_tells_what_it_changed(one: Host, nights: Nights) -> None:
    publish(one, "anbu", "binhe")
    first = nights.sync(news(one))
    assert documents(nights) == [("added", "anbu.html"), ("added", "binhe.html")]
    assert nights.lines(CHANGES)[-1]["before"] is None
    records = len(nights.lines("records.jsonl"))
    assert f"{records} records ({records} added): " in last_line(first, nights.folder)

    publish(one, "anbu", "caiyuan")
    one.routes["/anbu.html"] = Answer(article("Anbu").replace("Anbu", "Daxing"))
    second = nights.sync(news(one), days=1)
    assert documents(nights) == [("changed", "anbu.html"), ("added", "caiyuan.html")]
    assert ("record", "gone", "Anbu Education Group") in told(nights, "what", "change", "value")
    assert second.changes is not None
    assert last_line(second, nights.folder).count(" gone") == 1

    third = nights.sync(news(one), days=0.1)
    assert documents(nights) == []
    assert " 0 records: " in last_line(third, nights.folder)
    last = nights.lines(CHANGES)[-1]
    assert last["before"]["files"] == last["after"]["files"]


def test_a_night_that_publishes_nothing_leaves_the_list_of_the_last_one(one: Host, nights: Nights) -> None:
    publish(one, "anbu")
    nights.sync(news(one))
    before = (nights.folder / CHANGES).read_bytes()
    (nights.folder / "state.sqlite").unlink()
    for path in (nights.folder / "archive").iterdir():
        path.unlink()
    for name in ("run.json", "records.jsonl", "documents.jsonl"):
        (nights.folder / name).unlink()
    one.routes = {"/news/": Answer("", 503)}
    night = nights.sync(news(one), days=1)
    assert not night.outcome.published
    assert (nights.folder / CHANGES).read_bytes() == before


def in_the_way(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / CHANGES).unlink()
    (folder / CHANGES / "x").mkdir(parents=True)


def damaged(folder: Path, _: pytest.MonkeyPatch) -> None:
    change("records.jsonl", "Anbu", "Anbo")(folder)


def our_mistake(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*_: object) -> dict[str, str]:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(compare, "about", mistaken)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (in_the_way, "cannot be written: "),
        (damaged, "records.jsonl changed since the run"),
        (our_mistake, "this is a bug in communique (RuntimeError: no such thing)"),
    ],
)
def test_a_list_that_cannot_be_written_costs_nothing_else(
    one: Host, nights: Nights, monkeypatch: pytest.MonkeyPatch, harm: object, said: str
) -> None:
    publish(one, "anbu")
    nights.sync(news(one))
    assert callable(harm)
    harm(nights.folder, monkeypatch)
    publish(one, "anbu", "binhe")
    night = nights.sync(news(one), days=1)
    assert (night.exit_code, [name.rpartition("/")[2] for name in night.new]) == (1, ["binhe.html"])
    assert said in problems(night)[str(nights.folder / CHANGES)]
    assert "1 failed (" in last_line(night, nights.folder)
    assert nights.groups() == {"Anbu Education Group", "Binhe Education Group"}
    assert list(findings(nights.folder)) == []
    assert nights.sync(news(one), days=0.1).new == []
