"""The pages of a PDF: their tables, the lines beside them, and what shows that a page is a picture."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.errors import EncryptedInput, OversizedInput, UnreadableInput
from pipeline.read.pdf.grids import Box, Grid, Ruled
from pipeline.read.pdf.limits import MOST_CHARACTERS, MOST_EDGES, MOST_PAGES
from pipeline.read.pdf.lines import UNMAPPED, Char, Line, lines_of, words_of

if TYPE_CHECKING:
    from pdfplumber.page import Page as PdfPage
    from pdfplumber.pdf import PDF

NAME = "PDF"
"""Errors are named by the parent, which knows what the user calls the file."""
DAMAGED = "download it again, or print it to a new PDF"
LARGE_PICTURE = 0.4
"""A picture over such a part of the page is a scan of it, or a poster."""


@dataclass(slots=True)
class Page:
    """One page: its lines from the top, its tables, and how much of it is pictures."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    signs: int = 0
    unmapped: int = 0
    """Signs whose font does not say what letters they are."""
    rotated: str = ""
    """What is printed at an angle: watermarks, and labels at the edge."""
    pictures: float = 0.0
    """The largest picture's share of the page."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The pages of a file, and the title in its properties."""

    pages: list[Page]
    title: str | None


def opened(data: bytes) -> Opened:
    """The pages of a PDF. Raises EncryptedInput, OversizedInput, UnreadableInput."""
    # pdfminer tells its log of every oddity in a file; no user could do anything about one.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(BytesIO(data), unicode_norm=None) as file:
            return Opened(list(_pages(file)), _title(file))
    except PdfminerException as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
            remedy = "open it with the password, print it to a new PDF and name that"
            raise EncryptedInput(NAME, "is protected with a password", remedy) from error
        if isinstance(cause, MemoryError):
            raise MemoryError from error
        raise _damaged() from error
    except (EncryptedInput, OversizedInput, UnreadableInput, MemoryError):
        raise
    # pdfminer meets broken files with whatever error the broken part leads to.
    except Exception as error:
        raise _damaged() from error


def _damaged() -> UnreadableInput:
    return UnreadableInput(NAME, "is a damaged PDF", DAMAGED)


def _title(file: PDF) -> str | None:
    title = file.metadata.get("Title")
    return title.strip() or None if isinstance(title, str) else None


def _pages(file: PDF) -> Iterator[Page]:
    if not file.pages:
        raise UnreadableInput(NAME, "has no pages", DAMAGED)
    if len(file.pages) > MOST_PAGES:
        problem = f"has {len(file.pages):,} pages, more than {MOST_PAGES}"
        raise OversizedInput(NAME, problem, "print the pages that you need to a new PDF")
    signs = 0
    for number, page in enumerate(file.pages, 1):
        found = _page(page, number)
        signs += found.signs
        if signs > MOST_CHARACTERS:
            problem = f"has more than {MOST_CHARACTERS:,} signs"
            raise OversizedInput(NAME, problem, "print the pages that you need to a new PDF")
        page.close()
        yield found


def _page(page: PdfPage, number: int) -> Page:
    upright: list[Char] = []
    rotated: list[str] = []
    for char in page.dedupe_chars().chars:
        across = char["x0"] >= -1 and char["x1"] <= page.width + 1
        inside = across and char["top"] >= -1 and char["bottom"] <= page.height + 1
        if _is_rotated(char):
            rotated.append(char["text"])
        elif inside:
            upright.append(char)
    found = Page(number, float(page.width), float(page.height), signs=len(upright), rotated="".join(rotated))
    found.unmapped = sum(bool(UNMAPPED.fullmatch(char["text"])) for char in upright)
    area = found.width * found.height or 1.0
    found.pictures = max((each["width"] * each["height"] / area for each in page.images), default=0.0)
    tables = [ruled for ruled in map(Ruled, _boxes(page)) if ruled.is_table]
    # A sign goes to the innermost table first: the one that was found last begins lowest.
    outside = [char for char in upright if not any(ruled.take(char) for ruled in reversed(tables))]
    for ruled in tables:
        if grid := ruled.grid(number):
            found.grids.append(grid)
        else:
            outside += [char for signs in ruled.signs for char in signs]
    found.lines = lines_of(words_of(outside))
    return found


def _is_rotated(char: Char) -> bool:
    """Whether a sign stands at an angle; slanted type does not."""
    across, up = (float(each) for each in char["matrix"][:2])
    return abs(up) > 0.1 * abs(across)


def _boxes(page: PdfPage) -> Iterator[list[Box]]:
    """The cells of each table with rules on a page."""
    if len(page.edges) > MOST_EDGES:
        return
    for table in page.find_tables({"vertical_strategy": "lines", "horizontal_strategy": "lines"}):
        yield [(float(x0), float(top), float(x1), float(bottom)) for x0, top, x1, bottom in table.cells]
