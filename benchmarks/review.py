"""How long the review page takes to answer: ``python -m benchmarks.review``.

Some 50 documents of the corpus with 2,000 records, one text of 200 kB, and the names of 100,000 invented records
(``benchmarks.exporting``). Every request is answered by the whole application, guard and log on disk included, without
a network between; the median and the worst of each action are printed. The bound is 100 ms for an action, and 1 s for
opening the long text, of which the browser needs a part. Names are compared in a process of their own, once.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import statistics
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks import exporting
from benchmarks.texts import CORPUS
from pipeline.review.app import application
from pipeline.review.desk import Desk
from pipeline.review.guard import Door, Guard, door
from pipeline.review.names import NameDesk
from pipeline.run import Settings, run
from pipeline.steps import Done
from pipeline.store.dataset import opened
from tests.browser.documents import long
from tests.pipeline import build

RECORDS = 2000
TIMES = 50
HOST, TOKEN = "127.0.0.1:8417", "a-token-for-the-benchmark"


class Client:
    """Asks an application without a network, and keeps what each action took in seconds."""

    def __init__(self, app: Guard, door: Door) -> None:
        self.app = app
        self.headers = [
            (b"host", HOST.encode()),
            (b"origin", f"http://{HOST}".encode()),
            (b"content-type", b"application/json"),
            (b"cookie", f"{door.cookie}={door.enter(TOKEN)}".encode()),
        ]
        self.took: dict[str, list[float]] = {}

    def ask(self, action: str, path: str, query: str = "", body: dict[str, Any] | None = None) -> bytes:
        """Send one request; a body is posted. Raises RuntimeError for an answer that is none."""
        scope = {
            "type": "http", "method": "GET" if body is None else "POST", "path": path, "raw_path": path.encode(),
            "query_string": query.encode(), "headers": self.headers, "scheme": "http", "http_version": "1.1",
            "server": ("127.0.0.1", 8417), "client": ("127.0.0.1", 1), "root_path": "",
        }  # fmt: skip
        sent: list[Any] = []
        content = b"" if body is None else json.dumps({"key": uuid.uuid4().hex, **body}).encode()

        async def receive() -> Any:
            return {"type": "http.request", "body": content, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        start = time.perf_counter()
        asyncio.run(self.app(scope, receive, send))
        self.took.setdefault(action, []).append(time.perf_counter() - start)
        answer = b"".join(message.get("body", b"") for message in sent[1:])
        if sent[0]["status"] not in (200, 303):
            raise RuntimeError(f"{path}: {sent[0]['status']} {answer[:200]!r}")
        return answer

    def table(self, out: str = "{:<34}{:>8}{:>10.1f}{:>10.1f}") -> Iterator[str]:
        """What each action took: how often, median and worst in milliseconds."""
        yield f"{'action':<34}{'times':>8}{'median':>10}{'worst':>10}"
        for action, took in self.took.items():
            yield out.format(action, len(took), statistics.median(took) * 1000, max(took) * 1000)


def data_set(folder: Path) -> list[str]:
    """The documents of the corpus with the most records, 2,000 in all; gives the ids of the documents."""
    with tempfile.TemporaryDirectory() as whole:
        run([str(CORPUS / "en")], Path(whole), Settings())
        with opened(Path(whole)) as dataset:
            pairs = sorted(dataset.checked(), key=lambda pair: -len(pair[1]))
    chosen: list[Done] = []
    left = RECORDS
    for document, records in pairs:
        if left > 0:
            chosen.append(build.done(document, records[:left]))
            left -= len(records)
    build.publish(chosen, folder)
    print(f"{len(chosen)} documents with {sum(len(each.records) for each in chosen)} records")
    return [each.document.id for each in chosen]


def review(client: Client, documents: list[str], times: int) -> None:
    """Do every action so many times, each on another document."""
    gc.collect()
    gc.freeze()  # as the server does
    for document in islice(cycle(documents), times):
        page = f"/document/{document}"
        client.ask("list of documents", "/")
        client.ask("list, filtered and searched", "/", urlencode({"kind": "group", "below": "0.95", "q": "school"}))
        client.ask("open a document", page)
        records = json.loads(client.ask("what others decided", f"{page}/records", "last="))["records"]
        start, end = records[0]["fields"][0]["place"] or (0, 1)
        client.ask("address of the live page", f"{page}/live", f"start={start}&end={end}")
        decide(client, document, records)
        client.ask("next document", f"{page}/next")
        client.ask("conflicts", "/conflicts")


def decide(client: Client, document: str, records: list[dict[str, Any]]) -> None:
    """Decide on some records of a document in every way, and undo one."""
    waiting = [record for record in records if record["waits"]]
    ways: dict[str, dict[str, str]] = {"accept": {}, "reject": {"why": "not-one"}, "unsure": {}}
    for record, (what, more) in zip(waiting, ways.items(), strict=False):
        body = {"what": what, "document": document, "record": record["id"], "seen": record["seen"], **more}
        client.ask(what, "/decide", body=body)
    first = next((record for record in waiting[3:] if record["kind"] in ("group", "official")), None)
    if first:
        change = {"op": "retype", "path": "name", "value": f"{first['name']} (reviewed)"}
        body = {"what": "edit", "document": document, "record": first["id"], "seen": first["seen"]}
        client.ask("edit", "/decide", body={**body, "changes": [change]})
    client.ask("undo", "/undo", body={"document": document})
    client.ask("read in full", "/decide", body={"what": "read", "document": document})


def judge(client: Client, times: int) -> None:
    """Judge so many pairs of names, and do all else that their page does."""
    shown = names_page(client, "names in doubt", "")
    for pair in islice(cycle(shown["pairs"]), times):
        names_page(client, "names in doubt", "")
        names_page(client, "names that were made one", "show=same")
        names_page(client, "names, searched", urlencode({"show": "all", "q": pair["sides"][0]["name"][:2]}))
        client.ask("further pairs", "/names/list", urlencode({"behind": shown["behind"]}))
        client.ask("sentences of a pair", f"/names/pair/{pair['id']}")
        first, second = (side["signature"] for side in pair["sides"])
        body = {"what": "same", "record": pair["id"], "first": first, "second": second, "seen": []}
        client.ask("judge a pair", "/names/judge", body=body)
        client.ask("what others judged", "/names/state", "last=0")
        client.ask("undo a judgement", "/names/undo", body={})
        client.ask("list of documents", "/")


def names_page(client: Client, action: str, query: str) -> Any:
    """What the script of the page of names begins with."""
    page = client.ask(action, "/names", query).decode()
    return json.loads(page.split('id="data">')[1].split("</script>")[0])


def judging(records: int, times: int) -> None:
    """Measure judging names among so many records, and print."""
    entry = door({"Ann": TOKEN}, "127.0.0.1", 8417)
    with tempfile.TemporaryDirectory() as folder:
        build.publish(exporting.documents(records), Path(folder))
        with closing(Desk(Path(folder), ("Ann",))) as desk, closing(NameDesk(desk)) as names:
            client = Client(application(desk, entry, names), entry)
            start = time.perf_counter()
            client.ask("begin to compare names", "/names")
            while names.comparing.working:
                client.ask("list of documents, meanwhile", "/")
                names.comparing.wait(1)
            took = time.perf_counter() - start
            judge(client, times)
            print(f"\n{records:,} records, {names.counts()['all']:,} pairs of names, compared in {took:.0f} s")
    print("\n".join(client.table()))


def reviewing(times: int) -> None:
    """Measure deciding on records, and print."""
    entry = door({"Ann": TOKEN}, "127.0.0.1", 8417)
    with tempfile.TemporaryDirectory() as folder:
        documents = data_set(Path(folder))
        with closing(Desk(Path(folder), ("Ann",))) as desk:
            client = Client(application(desk, entry), entry)
            review(client, documents, times)
    print("\n".join(client.table()))
    with tempfile.TemporaryDirectory() as folder:
        document, records = long()
        build.publish([build.done(document, records)], Path(folder))
        with closing(Desk(Path(folder), ("Ann",))) as desk:
            client = Client(application(desk, entry), entry)
            client.ask("open it the first time", f"/document/{document.id}")
            for record in records[:5]:
                client.ask("open it again", f"/document/{document.id}")
                body = {"what": "accept", "document": document.id, "record": record.id}
                client.ask("accept a record of it", "/decide", body=body)
    print(f"\none text of {len(document.text) // 1000} kB with {len(records)} records")
    print("\n".join(client.table()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES, help="how often each action is done")
    parser.add_argument("--names", type=int, default=exporting.RECORDS, help="records whose names are judged; 0: none")
    parser.add_argument("--only-names", action="store_true", help="measure judging names alone")
    asked = parser.parse_args()
    if not asked.only_names:
        reviewing(asked.times)
    if asked.names:
        judging(asked.names, asked.times)


if __name__ == "__main__":
    main()
