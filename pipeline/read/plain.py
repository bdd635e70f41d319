"""Plain text: every line with words is a block of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from extractors.text import BlockKind
from pipeline.errors import EmptyInput
from pipeline.inputs import shown
from pipeline.read.credit import SENTENCE_BREAK
from pipeline.read.credits import credit_of
from pipeline.read.document import Article, blocks_of
from pipeline.read.passages import ENDS, MOST, Passage, is_sentence, refuse_too_many
from pipeline.read.roles import judge

LINE = re.compile(r"\S(?:.*\S)?")
OPENING = re.compile(
    r"(?P<number>[(（]?(?:\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z]|[一二三四五六七八九十]{1,3})[)）.、．](?!\d)\s*\S|[①-⑳])|"
    r"(?P<bullet>(?!–+$|—+$|-+$)[•·●○■□◆◇▪▫*►▶✓–—-]\s*\S)|"
    r"(?P<caption>(?i:(?:table|figure|chart|表|图)\s?\d*\b|[(（\[]?(?:picture|photo|image|上图|下图|图片)))"
)
"""How an item of a list or a caption begins."""
LABELLED = re.compile(
    r"(?=[^:：.,;。，、!?\"“–—-]*+[:：–—-])"  # most lines have another mark first, or none
    r"(?P<label>[^\W\d_][^:：.,;。，、!?\"“]{1,40}?)\s*(?:[:：]|\s[-–—]+\s)\s*\S"
)
ROW_NUMBER = re.compile(r"(\d{1,3})(?:\s+|(?=[^\W\d_]))(?=\D)")
AMOUNT = re.compile(r"[£$€¥]?\d[\d,.]*\s?(?:%|万|亿|元)?$")
RULE = re.compile(r"[-–—=_*~|+:\s]{3,}")
"""A line drawn between paragraphs, or between the head of a table and its rows: |---|---|."""
RULED, MARKED = frozenset("-–—=_*~|+:"), frozenset("#*_")
"""With what such a line begins, and a line with marks of Markdown."""
HASHES = re.compile(r"#{2,6}\s+(?=\S)")
EMPHASIS = re.compile(r"(\*\*?|__?)(?=[^\s*_])([^*_]+)(?<!\s)\1")
"""What Markdown puts before a heading and around a line in bold or italics; a single # may head a column of numbers."""
DIVIDERS = ("\t", "|", "｜", "  ")
"""One of these stands between the cells of every row."""
CELL = re.compile(r"[^\t|｜]*[^\s|｜]")
FRAMED = re.compile(r"(?<=\|)[^|]*(?=\|)")
"""A cell of a row with a bar at each of its ends, which may be empty."""
PHOTO_CREDIT = re.compile(
    r"[\[(（【](?:photo|图|picture)[^\])）】]{0,60}[\])）】]$|\bphotos? by [^.]{3,60}$|摄[)）]?$", re.IGNORECASE
)
HEADER = re.compile(r"No\b|№|#|S/?N\b|Serial|Number|Rank|序号|编号", re.IGNORECASE)
LONGEST_HEADING, LONGEST_HAN_HEADING = 110, 45
HAN = re.compile(r"[㐀-鿿]")
LONGEST_ITEM = 600


def read_plain(string: str, name: str) -> Article:
    """The article in a plain text. Newlines become ``\\n``; nothing else of the text is changed.

    Raises EmptyInput when no line has anything on it, UnreadableInput when there are too many.
    """
    text = string.replace("\r\n", "\n").replace("\r", "\n")
    lines = list(islice(_lines(text), MOST + 1))
    refuse_too_many(len(lines), name)
    if not lines:
        raise EmptyInput(shown(name), "has no text", "check that it was saved or downloaded completely")
    passages = _passages(lines)
    judgements, facts = judge(passages)
    starts = [passage.start for passage in passages]
    return Article(text, blocks_of(zip(passages, judgements, starts, strict=True)), facts)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """(number from 1, start offset, text without what frames it) of every line that is more than a rule."""
    number, counted = 1, 0
    for line in LINE.finditer(text):
        start, words = line.start(), line.group()
        if words[0] in RULED and RULE.fullmatch(words):
            continue
        number += text.count("\n", counted, start)
        counted = start
        if words[0] in MARKED:
            start, words = _unmarked(start, words)
        yield number, start, words


def _unmarked(start: int, line: str) -> tuple[int, str]:
    """A line and its start without the marks that Markdown puts around all of it."""
    if line[0] == "#" and (hashes := HASHES.match(line)):
        start, line = start + hashes.end(), line[hashes.end() :]
    if line[0] in "*_" and (marked := EMPHASIS.fullmatch(line)):
        start, line = start + marked.start(2), marked[2]
    return start, line


def _passages(numbered: Sequence[tuple[int, int, str]]) -> list[Passage]:
    lines = [line for _, _, line in numbered]
    numbers = [number for number, _, _ in numbered]
    rows = _table_rows(lines, amounts=True)
    found: list[Passage] = []
    for index, (number, start, line) in enumerate(numbered):
        cells = rows.get(index)
        kind = _kind(lines, numbers, index) if cells is None else "table_row"
        found.append(Passage(kind, line, f"line:{number}", start, cells or ()))
    return found


def kinds_of(passages: Sequence[Passage]) -> list[Passage]:
    """The passages of a page with the kinds that their words show, where the markup has only paragraphs and lines."""
    lines = [passage.text for passage in passages]
    numbers = range(len(lines))
    rows = _table_rows(lines, amounts=False)
    found: list[Passage] = []
    for index, passage in enumerate(passages):
        if passage.kind not in ("paragraph", "line"):
            found.append(passage)
        elif index in rows:
            found.append(replace(passage, kind="table_row", cells=rows[index]))
        else:
            found.append(replace(passage, kind=_kind(lines, numbers, index)))
    return found


def _kind(lines: Sequence[str], numbers: Sequence[int], index: int) -> BlockKind:
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else ""
    opening = _opening(line)
    if (opening == "caption" and _is_short(line) and not _leads(line, following)) or _is_photo_credit(line):
        return "caption"
    if opening == "number":
        asks = line[-1] in "?？" and _is_short(line) and _leads(line, following)
        return "heading" if asks else "list_item"
    if opening == "bullet":
        heads = line[0] in "■◆●▶" and len(line.split()) <= 6 and _is_short(line) and _leads(line, following)
        return "heading" if heads else "list_item"
    if _is_labelled(line) and not _is_announcement(lines, index):
        return "list_item"
    if is_sentence(line) or not _is_short(line):
        return "paragraph"
    if (
        following
        and len(line.split()) <= 18
        and (_leads(line, following) or _opens_list(following) or numbers[index + 1] > numbers[index] + 1)
    ):
        return "heading"
    return "line"


def _is_short(line: str) -> bool:
    """Whether a line may be a heading by its length and its end."""
    longest = LONGEST_HEADING if line.isascii() or not HAN.search(line) else LONGEST_HAN_HEADING
    return len(line) <= longest and line[-1] not in ".。,，;；:：、"


def _leads(line: str, following: str) -> bool:
    """Whether running text that is longer stands below a line."""
    return len(following) > len(line) and (len(following) > LONGEST_HEADING or is_sentence(following))


def _is_photo_credit(line: str) -> bool:
    if len(line) > 300:
        return False
    small = line.lower()
    may = line[-1] in "])）】摄" or ("photo" in small and "by " in small)
    return may and PHOTO_CREDIT.search(line) is not None


def _opening(line: str) -> str | None:
    """What a line begins with: a "number", a "bullet", the word of a "caption"."""
    match = OPENING.match(line)
    return match.lastgroup if match else None


def _opens_list(line: str) -> bool:
    return _opening(line) in ("number", "bullet") or _is_labelled(line)


def _is_labelled(line: str) -> bool:
    """'Leader: X School', 'LEADING SCHOOL - X': up to four words, then what they announce."""
    match = LABELLED.match(line) if len(line) <= LONGEST_ITEM else None
    if match is None or len(match["label"].split()) > 4:
        return False
    if sum(map(line.count, ENDS)) > 1 and len(SENTENCE_BREAK.findall(line)) > 1:
        return False
    return line[-1] not in '.。?？!！"”' or len(line) < 120


def _is_announcement(lines: Sequence[str], index: int) -> bool:
    """'Announcement: School groups confirmed' among the first lines, without list lines around it, is a heading."""
    if index >= 4 or len(lines) < 3:
        return False
    around = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return not any(_opens_list(line) and ">" not in line and not credit_of(line) for line in around)


def _table_rows(lines: Sequence[str], *, amounts: bool) -> dict[int, tuple[tuple[int, int], ...]]:
    """The rows of flattened tables, with their cells as offsets within the line.

    ``amounts``: lines that each end in an amount are rows as well.
    """
    rows = dict(_separated(lines))
    for first, last in (*_numbered_rows(lines), *(_amount_rows(lines) if amounts else ())):
        rows |= {i: ((0, len(lines[i])),) for i in range(first, last) if i not in rows}
    return rows


def _numbered_rows(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(first, last exclusive) of rows numbered 1, 2, 3 … under a line that names columns, that line with them."""
    numbers = [_row_number(line) if line[:1].isdigit() else None for line in lines]
    for first, last in _runs(numbers) if 1 in numbers else ():
        if first and len(lines[first - 1]) <= 160 and _is_header(lines[first - 1]):
            yield first - 1, last


def _amount_rows(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(first, last exclusive) of three or more lines that each end in an amount, with the short line above them."""
    may = [line.rstrip(" ,.%万亿元")[-1:].isdigit() for line in lines]
    if sum(may) < 3:
        return
    amounts = [ends and _ends_in_amount(line) for ends, line in zip(may, lines, strict=True)]
    first = 0
    for is_amount, run in groupby(amounts):
        last = first + len(list(run))
        if is_amount and last - first >= 3:
            headed = first > 0 and len(lines[first - 1]) <= 60 and lines[first - 1][-1] not in ".:。："
            yield first - headed, last
        first = last


def _separated(lines: Sequence[str]) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    """Lines with tabs, bars or runs of spaces between cells: two at least, one under the other, with as many cells."""
    if not any(map("\n".join(lines).__contains__, DIVIDERS)):
        return
    cells = [_cells(line) for line in lines]
    for index, own in enumerate(cells):
        if len(own) < 2:
            continue
        if index < 2 and len(own) == 2 and not any(len(other) == 2 for other in cells[2:3]):
            continue  # a title and a credit line with a bar each make no table
        neighbours = cells[max(0, index - 1) : index] + cells[index + 1 : index + 2]
        if any(len(own) == len(other) for other in neighbours):
            yield index, own


def _cells(line: str) -> tuple[tuple[int, int], ...]:
    if line[0] == line[-1] == "|" and line.count("|") > 2:
        return tuple(_trimmed(line, m.start(), m.end()) for m in FRAMED.finditer(line))
    if "\t" in line or "|" in line or "｜" in line:
        cells = tuple(_trimmed(line, m.start(), m.end()) for m in CELL.finditer(line) if m[0].strip())
        return () if cells and not any(map(str.isalnum, line[slice(*cells[0])])) else cells
    if "  " not in line or is_sentence(line):
        return ()
    return tuple((m.start(), m.end()) for m in re.finditer(r"\S+(?: \S+)*", line))


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    inner = line[start:end]
    if inner.isspace():
        return start, start
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _row_number(line: str) -> int | None:
    match = ROW_NUMBER.match(line)
    return int(match[1]) if match and not (len(line) > 120 and line[-1] in ".。") else None


def _runs(numbers: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """(first, last exclusive) of each run of lines numbered 1, 2, 3 …"""
    index = 0
    while index < len(numbers):
        start = index
        while index < len(numbers) and numbers[index] == index - start + 1:
            index += 1
        if index - start >= 2:
            yield start, index
        index = max(index, start + 1)


def _is_header(line: str) -> bool:
    """A line above numbered rows that names columns: 'No. Education group Dragon head', '序号 集团 成员校'."""
    return line[-1] not in ".。?？:：" and bool(HEADER.match(line))


def _ends_in_amount(line: str) -> bool:
    if len(line) > 320 or not AMOUNT.search(line) or len(line.split()) < 2:
        return False
    return _opening(line) != "number" and not is_sentence(line)
