"""Pages a second of the reader, BeautifulSoup's bare ``get_text`` and trafilatura: ``python -m benchmarks.reading``.

The pages are those of ``benchmarks/article-text/html`` below the folder that COMMUNIQUE_GOLD names, else corpus/pages.
trafilatura is measured where it can be imported.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

from benchmarks.texts import CORPUS
from pipeline.errors import InputError
from pipeline.inputs import Input
from pipeline.read import read

Contender = Callable[[bytes], int]
"""Takes a page's bytes (UTF-8) and gives the length of the text found, so that no work can be left undone."""


def pages() -> list[bytes]:
    """The pages, as UTF-8."""
    shared = Path(os.environ.get("COMMUNIQUE_GOLD", "."), "benchmarks", "article-text", "html")
    found = [gzip.decompress(path.read_bytes()) for path in sorted(shared.glob("*.html.gz"))]
    found = found or [path.read_bytes() for path in sorted((CORPUS / "pages").glob("*.html"))]
    return [page for page in found if _is_utf8(page)]


def _is_utf8(page: bytes) -> bool:
    try:
        page.decode()
    except UnicodeDecodeError:
        return False
    return True


def ours(page: bytes) -> int:
    """The reader; a page that is no article counts as well."""
    try:
        return len(read(Input("page.html", page, "text/html", "utf-8")).document.text)
    except InputError:
        return 0


def bare_text(page: bytes) -> int:
    """All text of a page, as BeautifulSoup gives it."""
    return len(BeautifulSoup(page.decode(), "lxml").get_text())


def contenders() -> dict[str, Contender]:
    """The contenders that can be run here, by name."""
    found: dict[str, Contender] = {"communique": ours, "BeautifulSoup get_text": bare_text}
    try:
        extract = importlib.import_module("trafilatura").extract
    except ImportError:
        return found
    return found | {"trafilatura": lambda page: len(extract(page.decode(), include_comments=False) or "")}


def main() -> None:
    """Print pages a second of each contender, the median of the passes; they take turns within each pass."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--passes", type=int, default=3, help="passes of each contender over all pages (default 3)")
    passes = parser.parse_args().passes
    everything = pages()
    seconds: dict[str, list[float]] = {name: [] for name in contenders()}
    for _ in range(passes):
        for name, contender in contenders().items():
            started = time.perf_counter()
            for page in everything:
                contender(page)
            seconds[name].append(time.perf_counter() - started)
    print(f"Reading: {len(everything)} pages, {sum(map(len, everything)):,} bytes; median of {passes} passes\n")
    for name, took in seconds.items():
        print(f"{name:<26}{len(everything) / statistics.median(took):8.1f} pages/s")


if __name__ == "__main__":
    main()
