"""The reader against trafilatura and BeautifulSoup's bare ``get_text``: ``python -m benchmarks.reading``.

Pages a second of processor time of each, on the pages of ``benchmarks/article-text/html`` below the folder that
COMMUNIQUE_GOLD names, else on corpus/pages. Where the ground truth lies beside those pages, also how much of each
article is found and how much else: precision, recall and F1 of four-word shingles, averaged over pages, as that
folder's own scorer counts.
"""

from __future__ import annotations

import argparse
import importlib
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable

from bs4 import BeautifulSoup

from benchmarks.public import public_pages, truth
from benchmarks.texts import CORPUS
from pipeline.errors import InputError
from pipeline.inputs import Input
from pipeline.read import read

Contender = Callable[[bytes], str]
"""Takes a page's bytes (UTF-8) and gives the text of its article."""
SHINGLE = 4


def pages() -> dict[str, bytes]:
    """The pages by name, as UTF-8."""
    found = {name: _utf8(page) for name, page in public_pages()}
    return found or {path.stem: _utf8(path.read_bytes()) for path in sorted((CORPUS / "pages").glob("*.html"))}


def _utf8(page: bytes) -> bytes:
    return page.decode("utf-8", "replace").encode()


def ours(page: bytes) -> str:
    """The body blocks of the document; nothing for a page that is no article."""
    try:
        document = read(Input("page.html", page, "text/html", "utf-8")).document
    except InputError:
        return ""
    return "\n".join(document.text[block.start : block.end] for block in document.blocks if block.role == "body")


def bare_text(page: bytes) -> str:
    """All text of a page, as BeautifulSoup gives it."""
    return BeautifulSoup(page.decode(), "lxml").get_text()


def contenders() -> dict[str, Contender]:
    """The contenders by name."""
    extract = importlib.import_module("trafilatura").extract
    return {
        "communique": ours,
        "trafilatura": lambda page: extract(page.decode(), include_comments=False) or "",
        "BeautifulSoup get_text": bare_text,
    }


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Each run of four words with how often it stands in a text; the whole of a shorter one."""
    words = re.findall(r"\w+", text.lower())
    runs = (tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))
    return Counter(runs) or Counter({tuple(words): 1})


def agreement(found: dict[str, str], right: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the pages that have a ground truth."""
    precision = recall = 0.0
    for name, text in right.items():
        own, gold = shingles(found[name]), shingles(text)
        shared = sum((own & gold).values())
        precision += shared / sum(own.values()) / len(right)
        recall += shared / sum(gold.values()) / len(right)
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def main() -> None:
    """Print pages a second of each contender, the median of the passes, and ours for each one of trafilatura's.

    They take turns within each pass, and processor time is counted: what else the machine does matters little.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--passes", type=int, default=3, help="passes of each contender over all pages (default 3)")
    passes = parser.parse_args().passes
    everything, right = pages(), truth()
    seconds: dict[str, list[float]] = {name: [] for name in contenders()}
    found: dict[str, dict[str, str]] = {}
    for _ in range(passes):
        for name, contender in contenders().items():
            started = time.process_time()
            found[name] = {key: contender(page) for key, page in everything.items()}
            seconds[name].append(time.process_time() - started)
    size = sum(map(len, everything.values()))
    print(f"Reading: {len(everything)} pages, {size:,} bytes; median of {passes} passes\n")
    print(f"{'':<26}{'pages/s':>8}" + (f"{'P':>8}{'R':>8}{'F1':>8}" if right else ""))
    for name, took in seconds.items():
        figures = "".join(f"{figure:8.3f}" for figure in agreement(found[name], right)) if right else ""
        print(f"{name:<26}{len(everything) / statistics.median(took):8.1f}{figures}")
    ratios = [other / own for own, other in zip(seconds["communique"], seconds["trafilatura"], strict=True)]
    print(f"\npages/s, communique : trafilatura = {statistics.median(ratios):.2f} : 1")


if __name__ == "__main__":
    main()
