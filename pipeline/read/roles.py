"""What each passage of an article is: title, credit line, body or furniture; and what the credit lines say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, repeat

from extractors.script import simplified
from pipeline.read.credit import HAN, Credit, ends_sentence
from pipeline.read.credits import credit_of, headed
from pipeline.read.dates import find_day
from pipeline.read.facts import HEAD, SEPARATOR, crumb_title, facts_of
from pipeline.read.lexicon import bare, folded, heads_others, lexicon, same_words
from pipeline.read.passages import LONGEST_TITLE, Facts, Judgement, Passage, is_sentence

ARROW = re.compile(r"\s(?:>{1,2}|->|»|›)\s")
WORDY = re.compile(r"\w")
COUNTER = re.compile(
    r"(?=[\da约阅])(?:"
    r"(?:about |约)?\d+\s*(?:mins?|minutes?|分钟)\s*(?:read|阅读|读完)|阅读(?:大约|约)?需?\s*\d+\s*分钟|"
    r"\d[\d,.]*\s*(?:views?|comments?|likes?|shares?|reads?|clicks?|次浏览|人阅读|条评论))",
    re.IGNORECASE,
)
"""How long it takes to read, how many have read it."""
NEXT = re.compile(r"(?:上一篇|下一篇|(?:previous|next)(?: article| post)?\s*:)", re.IGNORECASE)
EMPTY_CELL = re.compile(r"[/／\\—–-]{1,2}")
ISSUE = re.compile(r"(?:Issue|ISSUE|Vol(?:ume)?\.?|VOL|Edition|No\.|第)\s?\d", re.IGNORECASE)
DOCUMENT_HEAD = re.compile(r"[㐀-鿿]{4,30}文件|.{1,30}[〔\[［（(]\d{4}[〕\]］）)]\s?(?:第?\d{1,5}\s?号|No\.? ?\d{1,5})")
"""The red head of an official document, and its number: '…教育局文件', '…发〔2023〕15号'."""
BEHIND_OFFICE = re.compile(r", | [—–-] | of ")
LONGEST_FURNITURE = 300


def judge(passages: Sequence[Passage], title: str | None = None) -> tuple[list[Judgement], Facts]:
    """The role of each passage, in order, and what the printed lines say of the document.

    ``title`` is the title when the page states it in its markup; otherwise it is found among the first passages.
    """
    credits = [None if passage.kind == "table_row" else credit_of(passage.text) for passage in passages]
    lines = list(map(_line, passages))
    notices = lexicon().notices.among("\n".join(lines))
    roles = list(map(_alone, passages, credits, lines, repeat(notices)))
    _crumbs(passages, roles)
    _empty_cells(passages, roles)
    body = _body_start(passages, roles)
    end = _mark_end(passages, roles, lines, body)
    stated = title or _find_title(passages, roles, lines, credits, body)
    if stated:
        _mark_title(passages, roles, lines, stated, body)
    _mark_sites(passages, roles, stated)
    _mark_dated(passages, roles, credits, body)
    _settle_credits(roles, credits, body)
    _settle_events(passages, roles, credits)
    stated = stated or crumb_title(passages, roles)
    return [role or BODY for role in roles], facts_of(passages, roles, credits, body, end, stated)


Roles = list[Judgement | None]
BODY = Judgement("body")


def _line(passage: Passage) -> str:
    """A passage short enough for furniture, without marks and capitals; empty for a longer one, and for a row."""
    short = len(passage.text) <= LONGEST_FURNITURE and passage.kind != "table_row"
    return bare(folded(passage.text)) if short else ""


def _alone(passage: Passage, credit: Credit | None, line: str, notices: tuple[str, ...]) -> Judgement | None:
    """What a passage is by itself, wherever it stands; ``line`` is the passage as ``_line`` has it.

    ``notices`` are the words of page notices that the document has.
    """
    text = passage.text
    if not WORDY.search(text):
        return Judgement("furniture", "no words")
    if len(text) > LONGEST_FURNITURE or passage.kind == "table_row":
        return None
    if credit is not None:
        if passage.pictured and not _starts_as_credit(text):
            return None
        return Judgement("furniture", "counters") if credit.only_noise else Judgement("meta")
    words = lexicon()
    plain = folded(text)
    if line in words.lines or (passage.kind != "list_item" and _all_buttons(plain)):
        return Judgement("furniture", "menu or share words")
    if COUNTER.fullmatch(line):
        return Judgement("furniture", "counters")
    plain = plain.lstrip(" |+-•*([")
    notice = words.furniture.match(plain)
    if (notice and not _speaks_of_rights(plain, notice)) or (notices and any(map(line.__contains__, notices))):
        return Judgement("furniture", "page notice")
    return None


def _starts_as_credit(text: str) -> bool:
    """Whether a line below a picture begins with a label, a cue or a day, and not with what the picture shows."""
    plain = folded(text).lstrip("([ ")
    day = find_day(plain[:30])
    return (day is not None and day.start == 0) or any(
        pattern.match(plain) for pattern in (lexicon().label, lexicon().by, lexicon().cue)
    )


def _speaks_of_rights(plain: str, notice: re.Match[str]) -> bool:
    """Whether what starts as a notice, 'Copyright in the song book …', speaks of a right and claims none."""
    return notice.group().lower() == "copyright" and plain[notice.end() :].startswith(" in ")


def _all_buttons(plain: str) -> bool:
    """'客户端 | 微博 | 微信', 'Print | Close window'."""
    if plain.isascii() and "|" not in plain and "  " not in plain:
        return False
    parts = [bare(part) for part in re.split(r"\s*[|｜]\s*|\s{2,}", plain) if WORDY.search(part)]
    return len(parts) > 1 and all(part in lexicon().lines for part in parts)


def _body_start(passages: Sequence[Passage], roles: Roles) -> int:
    """The index of the first passage of running text, a list or a table; the number of passages when there is none."""
    for index, (passage, role) in enumerate(zip(passages, roles, strict=True)):
        if role is None and (passage.kind in ("list_item", "table_row") or is_sentence(passage.text)):
            return index
    return len(passages)


def _is_crumb(text: str) -> bool:
    plain = folded(text)
    if lexicon().crumb.match(plain.lstrip(" |")):
        return SEPARATOR.search(plain) is not None
    led = ">" in plain or not plain.isascii()
    return led and len(ARROW.findall(plain)) >= 2 and not ends_sentence(plain)


def _crumbs(passages: Sequence[Passage], roles: Roles) -> None:
    for index, passage in enumerate(passages[:HEAD]):
        if roles[index] is None and len(passage.text) <= LONGEST_FURNITURE and _is_crumb(passage.text):
            roles[index] = Judgement("furniture", "breadcrumb")


def _empty_cells(passages: Sequence[Passage], roles: Roles) -> None:
    """A '/' or '—' between short lines is the empty cell of a table that was flattened to one cell a line."""
    for index in range(1, len(passages) - 1):
        if roles[index] is not None and EMPTY_CELL.fullmatch(passages[index].text):
            around = (index - 1, index + 1)
            if all(roles[i] is None and not is_sentence(passages[i].text) for i in around):
                roles[index] = None


def _mark_end(passages: Sequence[Passage], roles: Roles, lines: Sequence[str], body: int) -> int:
    """Marks what follows the article's end as furniture; the index where the article ends."""
    within: list[bool] | None = None
    for index in range(body + 1, len(passages)):
        line = lines[index]
        reason, certain = _ending(passages[index].text, line) if line else ("", False)
        if not reason or (certain and _goes_on(passages, index)):
            continue
        roles[index] = Judgement("furniture", reason)
        if not certain:
            within = within or _pointers_within(passages)
            if within[index]:
                continue
        end = index + 1
        while certain and end < len(passages) and roles[end] is not None and roles[end] == Judgement("meta"):
            end += 1
        for rest in range(end, len(passages)):
            roles[rest] = Judgement("furniture", f"after {reason}")
        return end
    return len(passages)


def _goes_on(passages: Sequence[Passage], index: int) -> bool:
    """Whether 'Notes to editors' or 'For more information: …' stands right below a mark: then the mark ends nothing."""
    below = passages[index + 1] if index + 1 < len(passages) else None
    return below is not None and bare(folded(below.text).split(":")[0]) in lexicon().after


def _pointers_within(passages: Sequence[Passage]) -> list[bool]:
    """For each index: whether what follows is running text, more than teasers; then a pointer there ends nothing."""
    lengths = [len(passage.text) for passage in passages]
    before = [0, *accumulate(lengths)]
    running = [length if _is_running(p.text) else 0 for length, p in zip(lengths, passages, strict=True)]
    after = [0, *accumulate(reversed(running))][::-1]
    return [
        after[i + 1] > max(250, before[i] // 7) or before[-1] - before[i + 1] > before[i] for i in range(len(passages))
    ]


def _is_running(text: str) -> bool:
    return len(text) > 120 and not text.endswith(("..", "…")) and is_sentence(text)


def _ending(text: str, line: str) -> tuple[str, bool]:
    """Why an article ends with this line, and whether that is certain; an empty reason when it does not."""
    words = lexicon()
    plain = folded(text).strip()
    if line in words.end and (plain[0] in "-(—–=[*【" or plain == plain.upper() or HAN.search(plain)):
        return "end mark", True
    if heads_others(line):
        return "heading of other articles", False
    if (":" in plain or ">>" in plain) and words.opener.match(plain):
        return "pointer to other articles", False
    if (":" in plain or not plain.isascii()) and NEXT.match(plain.lstrip(" «<[")):
        return "pointer to the next article", False
    return "", False


def _find_title(
    passages: Sequence[Passage], roles: Roles, lines: Sequence[str], credits: list[Credit | None], body: int
) -> str | None:
    """The first heading-like line above the text; a line printed again, or at a breadcrumb's end, before all others."""
    if body == len(passages):
        return None
    candidates = [i for i in range(min(body, HEAD)) if roles[i] is None and _may_be_title(passages[i])]
    if not candidates:
        return None
    texts = list(map(_as_title, passages, lines))
    crumbs = [bare(p.text) for p, r in zip(passages, roles, strict=True) if r and r.reason == "breadcrumb"]
    for index in candidates:
        if texts.count(texts[index]) > 1 or any(crumb.endswith(texts[index]) for crumb in crumbs if texts[index]):
            return passages[index].text
    publishers = {bare(credit.publisher) for credit in credits if credit and credit.publisher}
    candidates = [index for index in candidates if not _is_masthead(passages, index)] or candidates
    for index in candidates:
        longer = any(len(texts[later]) > 2 * len(texts[index]) for later in candidates if later > index)
        if not (longer and (_is_site(passages[index].text) or texts[index] in publishers)):
            return passages[index].text
    return None


def _as_title(passage: Passage, line: str) -> str:
    """What is compared of a passage that may be the title; empty for what is too long."""
    if len(passage.text) > LONGEST_TITLE:
        return ""
    return line if line and passage.text.isascii() else bare(passage.text)


def _may_be_title(passage: Passage) -> bool:
    text = passage.text.strip()
    if passage.kind in ("list_item", "table_row", "caption") or len(text) > LONGEST_TITLE:
        return False
    if text[-1] in ".。,，;；:：、" or not WORDY.search(text):
        return False
    return len(text.split()) > 1 or len(HAN.findall(text)) > 3 or len(text) > 12


def _is_masthead(passages: Sequence[Passage], index: int) -> bool:
    """The name of who publishes, or of a series above its number: no title where another line can be one."""
    below = passages[index + 1].text if index + 1 < len(passages) else ""
    text = passages[index].text
    if DOCUMENT_HEAD.fullmatch(text):
        return True
    return bool(_names_office(text) or ARROW.search(text) or ISSUE.match(text) or ISSUE.match(below) or find_day(text))


def _names_office(text: str) -> bool:
    """'Anbu County Education Bureau, Liaoning', 'Office of the Leading Group of Anbu', 'BAY WEEKLY — People'."""
    if not text[0].isupper() or len(text.split()) > 14 or text[-1] in "?!":
        return False
    first, *_ = BEHIND_OFFICE.split(text)
    words = first.lower().split()
    known = lexicon().office
    return words[-1] in known and (len(words) > 1 or text[len(first) :].startswith(" of "))


def _is_site(text: str) -> bool:
    """A line that is no more than the name of a site or paper: one to four words, or up to six Han characters."""
    parts = text.split(" | ")
    return all(len(part) <= 8 if HAN.search(part) else len(part.split()) <= 4 for part in parts)


def _mark_title(passages: Sequence[Passage], roles: Roles, lines: Sequence[str], title: str, body: int) -> None:
    wanted = bare(folded(title)).replace(" ", "")
    first = wanted[:1]
    for index, line in enumerate(lines):
        passage = passages[index]
        if line and (line[0] != first or line.replace(" ", "") != wanted):
            continue
        if roles[index] is None and (passage.kind != "paragraph" or index <= body) and same_words(passage.text, title):
            roles[index] = Judgement("title")


def _mark_sites(passages: Sequence[Passage], roles: Roles, title: str | None) -> None:
    """Above the title stand only the names of the site and its buttons."""
    if title is None:
        return
    first = next((i for i, role in enumerate(roles) if role and role.role == "title"), 0)
    for index in range(min(first, HEAD)):
        if roles[index] is None and _is_site(passages[index].text) and passages[index].kind != "list_item":
            roles[index] = Judgement("furniture", "name of the site")


def _mark_dated(passages: Sequence[Passage], roles: Roles, credits: list[Credit | None], body: int) -> None:
    """Above the text a line with a whole day that is no sentence is a credit line, whatever else stands on it."""
    for index in range(min(body, HEAD)):
        known, role = credits[index], roles[index]
        undated = role is not None and role.role == "meta" and known is not None and known.published is None
        if undated or (role is None and passages[index].kind not in ("list_item", "table_row")):
            credit = headed(passages[index].text)
            if credit is not None:
                credits[index], roles[index] = known.with_(credit) if known else credit, Judgement("meta")


def _settle_credits(roles: Roles, credits: list[Credit | None], body: int) -> None:
    """A bare date or 'Time: …' is a credit line only above the text; within and below, it belongs to the text."""
    for index, credit in enumerate(credits[body + 1 :], body + 1):
        if credit and roles[index] == Judgement("meta") and _is_bare_date(credit):
            roles[index] = None


def _settle_events(passages: Sequence[Passage], roles: Roles, credits: list[Credit | None]) -> None:
    """A 'Time: …' line beside a 'Place: …' line is an event's, and belongs to the text."""
    for index, credit in enumerate(credits):
        if credit is None or not credit.only_time:
            continue
        around = passages[max(0, index - 1) : index + 3]
        if any(lexicon().place.match(simplified(folded(each.text)).strip()) for each in around):
            credits[index], roles[index] = None, None


def _is_bare_date(credit: Credit) -> bool:
    return credit.only_time or (credit.published_rank in (1, 2) and not credit.people and not credit.publisher)
