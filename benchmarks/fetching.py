"""Syncing against a bare httpx loop: ``python -m benchmarks.fetching``.

Both fetch the same pages from one server on this machine, one after the other, without a pause. The loop keeps nothing;
``sync`` asks for robots.txt and the listing as well, archives every message, reads, extracts and publishes. What
reading, extraction and publication take is told by replaying the archive.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import httpx

from benchmarks.texts import CORPUS
from pipeline.fetch.client import Web
from pipeline.run import Settings, run
from pipeline.sources import Source
from pipeline.sync.job import sync
from tests.pipeline.sync.site import Answer, listing, serving


def pages(number: int) -> dict[str, bytes]:
    """As many pages as wanted by path: those of corpus/pages, one after the other, each with words of its own."""
    texts = [path.read_bytes() for path in sorted((CORPUS / "pages").glob("*.html"))]
    return {f"/{at}.html": texts[at % len(texts)].replace(b"</p>", b" %d</p>" % at, 1) for at in range(number)}


def serve(number: int, told: Connection) -> None:
    """Serve the pages and a listing of them until ended; tell the address first."""
    with serving() as host:
        host.routes |= {path: Answer(text, kind="text/html") for path, text in pages(number).items()}
        host.routes["/list"] = Answer(listing(*pages(number)))
        told.send(host.url(""))
        threading.Event().wait()


@contextmanager
def server(number: int) -> Iterator[str]:
    """The address of a server in a process of its own."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=serve, args=(number, there), daemon=True)
    process.start()
    there.close()  # so that a server that failed to begin is noticed
    try:
        yield here.recv()
    finally:
        process.terminate()
        process.join()


def bare(url: str, number: int) -> float:
    """Seconds of a loop that fetches and forgets."""
    started = time.perf_counter()
    with httpx.Client(trust_env=False) as client:
        for path in pages(number):
            client.get(url + path).raise_for_status()
    return time.perf_counter() - started


def synced(url: str, number: int, folder: Path) -> float:
    """Seconds of a first sync. Raises RuntimeError when a page is missing."""
    listed = {"name": "bench", "kind": "listing", "url": f"{url}/list", "delay": 0.0, "allow_private": True}
    listed["attachments"] = False
    started = time.perf_counter()
    night = sync([Source.model_validate(listed)], folder, Settings(), web=Web(proxy=lambda _: None))
    took = time.perf_counter() - started
    if night.fetched != number:
        raise RuntimeError(f"{night.fetched} of {number} pages were fetched: {night.failures[:3]}")
    return took


def replayed(folder: Path, into: Path) -> float:
    """Seconds of a run on the archive of a sync."""
    archives = [str(path) for path in sorted((folder / "archive").glob("*.warc.gz"))]
    started = time.perf_counter()
    run(archives, into, Settings())
    return time.perf_counter() - started


def main() -> None:
    """Print pages a second of both, the median of the passes, which take turns, and their ratio."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fetching", description=__doc__)
    parser.add_argument("--pages", type=int, default=200, help="pages on the server (default 200)")
    parser.add_argument("--passes", type=int, default=3, help="passes of each (default 3)")
    wanted = parser.parse_args()
    seconds: dict[str, list[float]] = {"bare httpx loop": [], "communique sync": [], "of which not fetching": []}
    with server(wanted.pages) as url:
        for _ in range(wanted.passes):
            with tempfile.TemporaryDirectory() as place:
                seconds["bare httpx loop"].append(bare(url, wanted.pages))
                seconds["communique sync"].append(synced(url, wanted.pages, Path(place, "out")))
                seconds["of which not fetching"].append(replayed(Path(place, "out"), Path(place, "again")))
    print(f"Fetching: {wanted.pages} pages of one host; median of {wanted.passes} passes\n")
    print(f"{'':<26}{'seconds':>8}{'pages/s':>9}")
    middle = {name: statistics.median(took) for name, took in seconds.items()}
    for name, took in middle.items():
        print(f"{name:<26}{took:8.2f}{wanted.pages / took:9.1f}")
    whole, loop = middle["communique sync"], middle["bare httpx loop"]
    own = (whole - middle["of which not fetching"]) / loop
    print(f"\nsync takes {whole / loop:.1f} times as long as the loop, its fetching and archiving {own:.1f}")


if __name__ == "__main__":
    main()
