"""What opening large inputs takes: ``python -m benchmarks.inputs [MEGABYTES]``, time and peak memory of each kind.

Every input holds the same invented pages of some 60 KB, but for ``small.jsonl``: a row for each KB asked for. Each is
opened in a process of its own, which takes every document and forgets it; nothing is read or extracted.
"""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from gzip import GzipFile
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.memory import peak
from pipeline.inputs import Input, Versions, open_inputs

PARAGRAPHS = 150
WORDS = 20_000
MEGABYTE = 1_000_000


def pages(size: int) -> Iterator[tuple[str, bytes]]:
    """Pages of so many bytes together: a path and HTML, every one another."""
    chance = random.Random(7)  # noqa: S311
    words = [f"{chance.randrange(1 << 24):x}" for _ in range(WORDS)]
    stock = [f"<p class='text'>{' '.join(chance.choices(words, k=60))}.</p>\n" for _ in range(2000)]
    number = 0
    while size > 0:
        body = "".join(chance.choices(stock, k=PARAGRAPHS))
        page = f"<!DOCTYPE html><html><head><title>{number}</title></head><body>{body}</body></html>".encode()
        yield f"site{chance.randrange(2000)}/2022/{number}.html", page
        number, size = number + 1, size - len(page)


def write_warc(path: Path, size: int) -> None:
    """As news crawls are: an answer and its request for each page, a gzip member each."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        for name, page in pages(size):
            address = f"https://{name}"
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            asked = StatusAndHeaders("GET / HTTP/1.1", [("User-Agent", "crawler")], is_http_request=True)
            answer = writer.create_warc_record(address, "response", payload=io.BytesIO(page), http_headers=headers)
            request = writer.create_warc_record(address, "request", http_headers=asked)
            writer.write_request_response_pair(request, answer)


def write_json_lines(path: Path, size: int) -> None:
    """A page and its address a line."""
    with path.open("wb") as file, GzipFile(fileobj=file, mode="wb") if path.suffix == ".gz" else file as lines:
        for name, page in pages(size):
            lines.write(json.dumps({"url": f"https://{name}", "html": page.decode()}).encode() + b"\n")


def write_parquet(path: Path, size: int) -> None:
    """A page and its address a row, in row groups of 1,000 or, if the name says so, in a single one."""
    import pyarrow
    from pyarrow import parquet

    rows = [(f"https://{name}", page) for name, page in pages(size)]
    table = pyarrow.table({"url": [row[0] for row in rows], "html": pyarrow.array([row[1].decode() for row in rows])})
    parquet.write_table(table, path, row_group_size=len(rows) if "single" in path.name else 1000)


def write_zip(path: Path, size: int) -> None:
    """A file a page."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, page in pages(size):
            archive.writestr(name, page)


def write_tar(path: Path, size: int) -> None:
    """A file a page."""
    with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as archive:
        for name, page in pages(size):
            header = tarfile.TarInfo(name)
            header.size = len(page)
            archive.addfile(header, io.BytesIO(page))


def write_small_rows(path: Path, size: int) -> None:
    """Texts of 100 bytes: what is kept for each of very many documents shows."""
    with path.open("wb") as file:
        for number in range(size // 1000):
            text = f"Announcement {number} of a school that opened in 2022.".ljust(60)
            file.write(json.dumps({"id": f"row-{number}", "text": text}).encode() + b"\n")


KINDS: dict[str, Callable[[Path, int], None]] = {
    "news.warc.gz": write_warc,
    "news.warc": write_warc,
    "rows.jsonl": write_json_lines,
    "rows.jsonl.gz": write_json_lines,
    "small.jsonl": write_small_rows,
    "rows.parquet": write_parquet,
    "single.parquet": write_parquet,
    "pages.zip": write_zip,
    "pages.tar": write_tar,
    "pages.tar.gz": write_tar,
}


def take(path: str) -> None:
    """Open every document of an input once, and print what that took."""
    start, documents, size, other = time.process_time(), 0, 0, 0
    for each in open_inputs([path]):
        opened = each.openings[0]() if isinstance(each, Versions) else each
        if isinstance(opened, Input):
            documents, size = documents + 1, size + len(opened.data)
        else:
            other += 1
    print(documents, other, size, time.process_time() - start, peak())


def main(megabytes: int) -> None:
    """Write every kind of input, open it in a new process, and print the table."""
    print("| input | on the disk | documents | processor seconds | documents a second | peak memory |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, write in KINDS.items():
            path = Path(folder, name)
            write(path, megabytes * MEGABYTE)
            command = [sys.executable, "-m", "benchmarks.inputs", "--take", str(path)]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            documents, seconds, most = int(said[0]), float(said[3]), int(said[4])
            held = f"{path.stat().st_size / MEGABYTE:.0f} MB"
            pace = f"{seconds:.1f} | {documents / seconds:,.0f} | {most / MEGABYTE:.0f} MB |"
            print(f"| `{name}` | {held} | {documents:,} | {pace}", flush=True)
            path.unlink()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--take"]:
        take(sys.argv[2])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
