"""What a month of a news crawl would take, from a small piece of one: ``python -m benchmarks.crawl [PAGES]``.

The piece is a WARC file of so many captures: the public pages below the folder that COMMUNIQUE_GOLD names (without it
news invented for this), and one page in fifty an announcement of the corpus. It is run twice by one process, with
``--relevant-only`` and without; each figure is one page's, times the pages of a month. docs/scale.md says what follows.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.costs import cost
from benchmarks.public import public_pages
from benchmarks.relevance import as_page, elsewhere
from benchmarks.texts import CORPUS, varied
from pipeline.store.lists import read_seal
from pipeline.store.seal import SEAL

PAGES = 2000
MONTH = 30_000_000
"""Pages of a public news crawl in a month."""
ANNOUNCED = 50
"""One page in so many is an announcement."""
WAYS: dict[str, tuple[str, ...]] = {
    "--relevant-only": ("--jobs", "1", "--relevant-only"),
    "every page": ("--jobs", "1"),
}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of the crawl and of what a run made of it, and the documents that it kept."""

    crawl: int
    published: int
    seal: int
    archived: int
    documents: int


def news() -> list[bytes]:
    """Pages about all sorts of things."""
    if found := [page for _, page in public_pages()]:
        return found
    return [as_page(text).encode() for text in (*elsewhere("en", 2500), *elsewhere("zh", 1500))]


def pages(number: int) -> Iterator[bytes]:
    """So many pages, each with an end of its own; announcements have other names and numbers every time."""
    others = news()
    announcements = [path.read_text(encoding="utf-8-sig") for path in sorted((CORPUS / "en").glob("*.txt"))]
    chance = random.Random(30)  # noqa: S311
    for turn in range(number):
        if turn % ANNOUNCED:
            yield chance.choice(others) + f"<!-- {turn} -->".encode()
        else:
            yield as_page(varied(chance.choice(announcements), turn)).encode()


def write(path: Path, number: int) -> None:
    """A WARC file of so many answers."""
    addresses = count()
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for page in pages(number):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            address = f"https://news-{next(addresses)}.example/story"
            writer.write_record(
                writer.create_warc_record(address, "response", payload=io.BytesIO(page), http_headers=headers)
            )


def sizes(crawl: Path, out: Path) -> Sizes:
    """What there is on the disk after a run."""
    published = sum((out / name).stat().st_size for name in ("documents.jsonl", "records.jsonl"))
    archived = sum(path.stat().st_size for path in (out / "archive").iterdir())
    return Sizes(
        crawl.stat().st_size, published, (out / SEAL).stat().st_size, archived, read_seal(out / SEAL).totals.inputs
    )


def main(number: int) -> None:
    """Measure and print: a page's share, and a month's."""
    month = MONTH / number
    print("| | kept | core-hours | peak MB | crawl, GB | data set, GB | run.json, GB | archive, GB |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        crawl = Path(place, "news.warc.gz")
        write(crawl, number)
        for way, options in WAYS.items():
            out = Path(place, way.strip("-").replace(" ", "-"))
            took = cost(("-m", "pipeline", "run", str(crawl), "-o", str(out), *options), Path(place))
            held = sizes(crawl, out)
            gigabytes = [size * month / 1e9 for size in (held.crawl, held.published, held.seal, held.archived)]
            print(
                f"| {way} | {held.documents / number:.1%} | {took.processors * month / 3600:,.0f} "
                f"| {took.peak / 1e6:.0f} | {' | '.join(f'{size:,.0f}' for size in gigabytes)} |",
                flush=True,
            )
    print(f"\nA month of {MONTH:,} pages, from {number:,} that were run.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else PAGES)
