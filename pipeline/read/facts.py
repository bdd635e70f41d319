"""What the printed lines of an article say of the document: when, by whom and where it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.credit import HAN, Credit, is_office
from pipeline.read.dates import find_day
from pipeline.read.passages import Facts, Judgement, Passage, is_sentence
from pipeline.read.passing import credit_within, may_say

SEPARATOR = re.compile(r"\s(?:>{1,2}|->|»|›|/|\||::|-)\s|>|»|›|(?<=[㐀-鿿])-(?=[㐀-鿿])")
SIGNING = re.compile(
    r"[㐀-鿿]{2,24}(?:局|厅|委|委员会|政府|办公室|教育部|[教育人事规划基础义务督导体卫艺]{2,6}[科处股室]|"
    r"领导小组|教研室|中心|学校|小学|中学|幼儿园|大学|学院|集团|医院|协会|学会)"
)
"""Who signs a notice."""
LONGEST_DAY = 20
HEAD = 12
"""The title and the credit lines stand among the first so many passages."""


def facts_of(
    passages: Sequence[Passage],
    roles: Sequence[Judgement | None],
    credits: list[Credit | None],
    body: int,
    end: int,
    title: str | None,
) -> Facts:
    """The title, and what the credits say together: of rival statements the one of the highest rank, then the first."""
    last_body = next((i for i in range(end - 1, -1, -1) if roles[i] is None), -1)
    people: dict[str, None] = {}
    published: tuple[int, str | None] = (0, None)
    publisher: tuple[int, str | None] = (0, None)
    for index, passage in enumerate(passages[:end]):
        role = roles[index]
        if role is not None:
            credit = credits[index] if role.role == "meta" else None
        elif passage.kind != "table_row" and may_say(passage.text):
            credit = credit_within(passage.text, first=body <= index <= body + 2)
        else:
            continue
        if credit is None:
            continue
        people.update(dict.fromkeys(credit.people))
        if index <= body + 2 or index > last_body or credit.published_rank == 3:
            published = max(published, (credit.published_rank, credit.published), key=lambda pair: pair[0])
        if index <= body + 2 or index > last_body:
            publisher = max(publisher, (credit.publisher_rank, credit.publisher), key=lambda pair: pair[0])
    signed = (None, None) if published[1] else _signature(passages[:end])
    return Facts(
        title=title,
        published=published[1] or _signed_day(passages, credits, last_body) or signed[1],
        publisher=publisher[1]
        or _site_publisher(passages, roles)
        or _signing_office(passages, credits, last_body)
        or signed[0],
        byline=tuple(people),
    )


def _signature(passages: Sequence[Passage]) -> tuple[str | None, str | None]:
    """Who signs a notice and the day below, where attachments follow them."""
    for above, below in pairwise(passages):
        if len(below.text) <= LONGEST_DAY and SIGNING.fullmatch(above.text.strip()):
            day = find_day(below.text)
            if day is not None and not below.text[: day.start].strip() and not below.text[day.end :].strip():
                return above.text.strip(), day.edtf
    return None, None


def _signed_day(passages: Sequence[Passage], credits: list[Credit | None], last: int) -> str | None:
    """The bare date below the text, under the name of the office that signs."""
    if last < 2 or (credit := credits[last]) is None or is_sentence(passages[last - 1].text):
        return None
    return credit.published if not credit.people and passages[last].kind in ("line", "heading") else None


def _signing_office(passages: Sequence[Passage], credits: list[Credit | None], last: int) -> str | None:
    """The office whose name stands alone above the day below the text, in Chinese."""
    if _signed_day(passages, credits, last) is None:
        return None
    signed = passages[last - 1].text.strip()
    return signed if SIGNING.fullmatch(signed) else None


def _site_publisher(passages: Sequence[Passage], roles: Sequence[Judgement | None]) -> str | None:
    """The name of a paper printed above the title: '陕西日报', 'Snowland Daily'."""
    for passage, role in zip(passages[:HEAD], roles, strict=False):
        if role and role.reason == "name of the site" and is_office(passage.text):
            return passage.text
    return None


def crumb_title(passages: Sequence[Passage], roles: Sequence[Judgement | None]) -> str | None:
    """The end of the breadcrumb, when it is long enough for a title and there is no other."""
    for passage, role in zip(passages, roles, strict=True):
        if role and role.reason == "breadcrumb":
            last = SEPARATOR.split(passage.text)[-1].strip()
            return last if len(last.split()) >= 5 or len(HAN.findall(last)) >= 8 else None
    return None
