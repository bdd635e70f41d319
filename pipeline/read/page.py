"""HTML pages: the article's blocks as text, the furniture aside, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.errors import UnreadableInput
from pipeline.inputs import LeftOut, shown
from pipeline.read.credits import credit_of
from pipeline.read.dates import delimited_day
from pipeline.read.document import Article
from pipeline.read.furniture import Layout
from pipeline.read.lexicon import bare, page_words
from pipeline.read.metadata import Stated, stated_by, without_site
from pipeline.read.passages import Facts, Judgement, Passage, settled
from pipeline.read.plain import kinds_of
from pipeline.read.roles import judge
from pipeline.read.tree import Page, elements
from pipeline.read.walk import EXCERPT, Walked, time_stamps, visible_text, walk
from pipeline.records import DocumentBlock

SHORT_PAGE = 600
"""An error page has at most so many characters."""


def read_page(markup: str, name: str) -> Article:
    """The article in an HTML page.

    Blocks are separated by newlines, the cells of a row by tabs. Furniture is not in the text but in ``left_out``.
    Raises UnreadableInput for an error page, an empty shell, and tags nested beyond reason.
    """
    page = Page(markup.replace("\x00", ""), name)
    stated = stated_by(page.soup)
    layout = Layout(page)
    walked = walk(page, layout)
    title = _title(page, stated, walked)
    passages, left_out = _without_surroundings(walked, title)
    passages = kinds_of(passages)
    judgements, printed = judge(passages, title)
    kept: list[tuple[Passage, Judgement]] = []
    for passage, judgement in zip(passages, judgements, strict=True):
        if judgement.role == "furniture":
            left_out.append(LeftOut(passage.path, judgement.reason, passage.text[:EXCERPT]))
        else:
            kept.append((passage, judgement))
    _check(kept, stated, name)
    text, blocks = _text(kept)
    return Article(text, blocks, _facts(page, layout, stated, printed, title), tuple(left_out))


def _title(page: Page, stated: Stated, walked: Walked) -> str | None:
    """The article's <h1>, or the block that the head of the page names; None when the printed lines must decide."""
    named = [bare(each) for each in (stated.title, stated.window_title) if each]
    headings = [" ".join(visible_text(tag).split()) for tag in elements(page.body) if tag.name == "h1"]
    site = bare(stated.publisher or "")
    headings = [heading for heading in headings if bare(heading) not in ("", site)]
    for heading in headings:
        if any(bare(heading) in each for each in named):
            return heading
    for passage in walked.passages:
        if len(bare(passage.text)) > 8 and bare(passage.text) in named:
            return passage.text
    for passage in walked.passages:
        line = bare(passage.text)
        if len(line) > 12 and passage.kind != "list_item" and any(each.startswith(line) for each in named):
            return passage.text
    printed = {bare(passage.text) for passage in walked.passages}
    inside = [heading for heading in headings if bare(heading) in printed]
    return inside[0] if len(inside) == 1 else None


def _without_surroundings(walked: Walked, title: str | None) -> tuple[list[Passage], list[LeftOut]]:
    """Of what stands beside the article only the title and the credit lines are kept."""
    kept: list[Passage] = []
    left_out = list(walked.left_out)
    wanted = bare(title or "")
    seen = False
    for index, passage in enumerate(walked.passages):
        is_title = bool(wanted) and bare(passage.text) == wanted
        if index not in walked.aside or (is_title and not seen) or credit_of(passage.text):
            kept.append(passage)
        else:
            left_out.append(LeftOut(passage.path, "outside the article", passage.text[:EXCERPT]))
        seen = seen or is_title
    return kept, left_out


def _check(kept: Sequence[tuple[Passage, Judgement]], stated: Stated, name: str) -> None:
    """Raises UnreadableInput when there is no article to read."""
    length = sum(len(passage.text) for passage, judgement in kept if judgement.role == "body")
    if not length:
        problem = "no readable text on the page"
        raise UnreadableInput(shown(name), problem, "if a browser shows one, save the page from there or copy its text")
    heads = [stated.window_title or "", *(passage.text for passage, _ in kept[:2])]
    if length < SHORT_PAGE and any(_is_error(head) for head in heads):
        raise UnreadableInput(shown(name), "looks like an error page", "open the address in a browser and check it")


def _is_error(head: str) -> bool:
    plain = bare(head)
    if len(plain) > 80:
        return False
    return any(
        plain == word or plain.startswith((word + " ", "error " + word)) or (len(word) > 8 and word in plain)
        for word in page_words()["errors"]
    )


def _text(kept: Sequence[tuple[Passage, Judgement]]) -> tuple[str, tuple[DocumentBlock, ...]]:
    pieces: list[str] = []
    blocks: list[DocumentBlock] = []
    start = 0
    for passage, judgement in kept:
        end = start + len(passage.text)
        cells = tuple((start + first, start + last) for first, last in passage.cells) or None
        kind = settled(passage.kind, judgement.role)
        role, path = judgement.role, passage.path
        blocks.append(DocumentBlock(kind=kind, role=role, start=start, end=end, cells=cells, path=path))
        pieces.append(passage.text)
        start = end + 1
    return "\n".join(pieces), tuple(blocks)


def _facts(page: Page, layout: Layout, stated: Stated, printed: Facts, title: str | None) -> Facts:
    """The head of the page and its printed lines together; the head comes first, but for a printed 'Source:'."""
    stamps = map(delimited_day, time_stamps(layout.article))
    named = stated.title or (without_site(stated.window_title, stated.publisher) if stated.window_title else None)
    return replace(
        printed,
        title=title or printed.title or named,
        published=stated.published or printed.published or next(filter(None, stamps), None),
        publisher=printed.publisher or stated.publisher,
        byline=tuple(dict.fromkeys((*stated.people, *printed.byline))),
        source_url=stated.url,
    )
