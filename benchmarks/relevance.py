"""What ``--relevant-only`` passes over, what it saves, and whether it loses any: ``python -m benchmarks.relevance``.

Relevant are the texts of the corpus (and of the folder that COMMUNIQUE_GOLD names) whose gold has a group or a policy.
About something else are news invented for this (benchmarks/elsewhere), each text as long as a relevant one is, and the
public pages below that folder, but for those in which the rules find a group or a policy. Each text is measured bare
and as a page. Milliseconds are processor time from bytes to records, or to being passed over.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import cycle, islice
from pathlib import Path

from benchmarks.chinese import varied as varied_zh
from benchmarks.elsewhere import items
from benchmarks.public import public_pages
from benchmarks.texts import folders, varied
from pipeline.extraction import Extraction
from pipeline.inputs import MEDIA_TYPES, Input
from pipeline.read import read
from pipeline.relevant import Read, reader
from pipeline.score.gold import gold_of
from pipeline.steps import Irrelevant

EXTRACTION = Extraction()
RELEVANT_ONLY = reader(None, relevant_only=True)
VARIED: dict[str, Callable[[str, int], str]] = {"en": varied, "zh": varied_zh}
LANGUAGES = {"en": "English", "zh": "Chinese"}
SECTIONS = ("Home", "World", "Sport", "Weather", "Culture", "Money", "Travel", "Jobs", "About us", "Terms", "Contact")
AROUND = "".join(f'<li class="item"><a href="/{name.lower()}" title="{name}">{name}</a></li>' for name in SECTIONS * 4)


def as_page(text: str) -> str:
    """A text as a page of a news site: its first line the heading, menus around it, a script and a style sheet.

    >>> "<h1>A</h1><p>B</p></article>" in as_page("A\\nB")
    True
    """
    head, *lines = [escape(line) for line in text.splitlines() if line.strip()]
    body = "\n".join(f"<p>{line}</p>" for line in lines)
    style = ".item { color: #333; margin: 0 2px }\n" * 60
    script = "window.site = window.site || {}; site.load('part', { lazy: true });\n" * 60
    return (
        f"<!DOCTYPE html><html><head><title>{head} - The Post</title><style>{style}</style>"
        f"<script>{script}</script></head>"
        f"<body><nav><ul>{AROUND}</ul></nav><article><h1>{head}</h1>{body}</article>"
        f"<footer><ul>{AROUND}</ul><p>All rights reserved.</p></footer></body></html>"
    )


def relevant() -> Iterator[tuple[str, Path]]:
    """The documents with gold that has a group or a policy, each with its language."""
    for texts, golds in folders().values():
        named = {name for name, gold in gold_of(golds) if gold.groups or gold.policies} if golds.is_dir() else set()
        for path in sorted(texts.glob("*.*")):
            if path.stem in named and path.suffix in MEDIA_TYPES:
                yield "zh" if texts.name == "zh" else "en", path


def elsewhere(language: str, length: int) -> list[str]:
    """Texts about something else, each of as many pieces of news as give it the length, in characters."""
    pieces = items(language)
    found = []
    for start in range(len(pieces)):
        text = ""
        for piece in islice(cycle(pieces), start, None):
            text += f"{piece}\n"
            if len(text) >= length:
                break
        found.append(text)
    return found


def of_text(text: str) -> Input:
    """A text as the input that a file with it is."""
    return Input("a.txt", text.encode(), "text/plain", "utf-8")


def of_page(text: str) -> Input:
    """A text as the input that a page with it is."""
    return Input("a.html", as_page(text).encode(), "text/html", "utf-8")


def is_kept(source: Input, way: Read) -> bool:
    """Take an input from its bytes to its records; whether it was not passed over on the way."""
    try:
        EXTRACTION.records(way(source).document)
    except Irrelevant:
        return False
    return True


def cost(sources: Sequence[Input], way: Read) -> tuple[float, int]:
    """Milliseconds an input, and how many were passed over."""
    started = time.process_time()
    kept = sum(is_kept(source, way) for source in sources)
    return 1000 * (time.process_time() - started) / len(sources), len(sources) - kept


def row(name: str, several: Sequence[Sequence[Input]], standard: float | None) -> float:
    """Print what the passes over some inputs cost; gives the cost with the option.

    ``standard`` is the cost of a relevant input; None where these are the relevant ones.
    """
    whole = statistics.median(cost(sources, read)[0] for sources in several[1:])
    found = [cost(sources, RELEVANT_ONLY) for sources in several]
    spared = statistics.median(each for each, _ in found[1:])
    share = f"{found[0][1] / len(several[0]):.1%}"
    beside = spared / (standard or spared)
    print(f"| {name} | {len(several[0])} | {share} | {whole:.2f} | {spared:.2f} | {beside:.3f} |")
    return spared


def print_costs(passes: int) -> None:
    """The table of costs; the first pass warms up."""
    print("| documents | number | passed over | ms, all | ms, --relevant-only | of a relevant one |")
    print("|---|---|---|---|---|---|")
    for language, spoken in LANGUAGES.items():
        texts = [path.read_text("utf-8-sig") for each, path in relevant() if each == language and path.suffix == ".txt"]
        others = elsewhere(language, round(statistics.mean(map(len, texts))))
        for kind, source in (("text", of_text), ("page", of_page)):
            turned = [[source(VARIED[language](text, turn)) for text in texts] for turn in range(passes + 1)]
            standard = row(f"{spoken} {kind}, relevant", turned, None)
            turned = [[source(VARIED[language](text, turn)) for text in others] for turn in range(passes + 1)]
            row(f"{spoken} {kind}, about something else", turned, standard)
    if public := [Input("a.html", page, "text/html") for _, page in public_pages()]:
        print_public(public)


def print_public(pages: Sequence[Input]) -> None:
    """The rows of the public pages, and of their bare texts: what one costs is told beside what it costs in full."""
    others, texts = [], []
    for page in pages:
        document = read(page).document
        if not any(record.kind in ("group", "policy") for record in EXTRACTION.records(document)):
            others.append(page)
            texts.append(of_text(document.text))
    for name, sources in (("public pages without a group or policy", others), ("their articles as text", texts)):
        row(name, [sources, sources], cost(sources, read)[0])


def print_recall() -> None:
    """How many of the documents with a group or a policy are kept, as they are and as pages; which are not."""
    documents = list(relevant())
    lost = [path.name for _, path in documents if not is_kept(_given(path), RELEVANT_ONLY)]
    texts = [path for _, path in documents if path.suffix == ".txt"]
    lost_pages = [path.name for path in texts if not is_kept(of_page(path.read_text("utf-8-sig")), RELEVANT_ONLY)]
    for kind, number, names in (("documents", len(documents), lost), ("texts as pages", len(texts), lost_pages)):
        which = f" (not {', '.join(names)})" if names else ""
        print(f"Of {number} {kind} with a group or a policy, {1 - len(names) / number:.1%} are kept{which}.")


def _given(path: Path) -> Input:
    return Input(path.name, path.read_bytes(), MEDIA_TYPES[path.suffix])


def main() -> None:
    """Print the table and the shares."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.relevance", description=__doc__)
    parser.add_argument("--passes", type=int, default=3, help="passes over all documents (default 3)")
    print_costs(parser.parse_args().passes)
    print()
    print_recall()


if __name__ == "__main__":
    main()
