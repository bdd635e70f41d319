"""From pages to passages: paragraphs and tables in the order of reading, over page breaks too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.errors import EmptyInput, ScannedInput, UnreadableInput
from pipeline.read.found import Found
from pipeline.read.passages import Passage, refuse_too_many
from pipeline.read.pdf.grids import Grid, aligned, go_on
from pipeline.read.pdf.lines import Line, gutter_of, in_columns
from pipeline.read.pdf.margins import furniture
from pipeline.read.pdf.pages import LARGE_PICTURE, NAME, Page, opened
from pipeline.read.pdf.paragraphs import Placed, Type, paragraphs_of
from pipeline.read.rows import row_of

FEWEST_SIGNS = 25
"""A page of pictures with fewer signs than this has no text but a stamp or a number."""
RECOGNISE = "run text recognition (OCR) on it, for example with ocrmypdf, and name the result"


def found_in(data: bytes) -> Found:
    """The passages of a PDF's bytes.

    Raises EncryptedInput, ScannedInput, OversizedInput, EmptyInput, UnreadableInput.
    """
    file = opened(data)
    found = Found(title=file.title)
    _check_text(file.pages)
    margins = furniture(file.pages)
    for page in file.pages:
        _leave_out(page, margins, found)
    elements = list(_elements(file.pages, margins))
    for passage in _passages(elements, found):
        found.passages.append(passage)
        refuse_too_many(len(found.passages), NAME)
    return found


def _check_text(pages: Sequence[Page]) -> None:
    """Raises ScannedInput for pictures, EmptyInput for blank pages, UnreadableInput for text that cannot be told."""
    signs = sum(page.signs for page in pages)
    pictured = sum(page.pictures > LARGE_PICTURE for page in pages)
    count = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
    if signs < FEWEST_SIGNS * len(pages) and (pictured == len(pages) or (pictured and not signs)):
        of_pictures = f"{count} of pictures" if len(pages) > 1 else "1 page, a picture"
        raise ScannedInput(NAME, f"has no text layer: {of_pictures}", RECOGNISE)
    if not signs and any(page.rotated for page in pages):
        raise UnreadableInput(NAME, "prints all its text at an angle", "turn its pages upright and save it again")
    if not signs:
        raise EmptyInput(NAME, f"has no text on its {count}", "check that it was saved or downloaded completely")
    if sum(page.unmapped for page in pages) > 0.3 * signs:
        raise UnreadableInput(NAME, "has fonts that do not say which letters they print", RECOGNISE)


def _leave_out(page: Page, margins: dict[tuple[int, int], str], found: Found) -> None:
    for index, line in enumerate(page.lines):
        if reason := margins.get((page.number, index)):
            found.leave_out(f"page[{page.number}]/line[{index + 1}]", reason, line.text)
    found.leave_out(f"page[{page.number}]", "printed at an angle (a watermark)", page.rotated)
    if page.pictures > LARGE_PICTURE and page.signs < FEWEST_SIGNS:
        found.leave_out(f"page[{page.number}]", "a picture without text", "picture")


def _elements(pages: Sequence[Page], margins: dict[tuple[int, int], str]) -> Iterator[Placed | Grid]:
    """Lines with their columns, and tables, in the order of reading."""
    flows = [_flow(page, margins) for page in pages]
    ends: dict[tuple[int, int], tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for page, flow in zip(pages, flows, strict=True):
        for column, element in flow:
            if isinstance(element, Line):
                left, right = ends[round(page.width), column]
                left.append(element.x0)
                right.append(element.x1)
    bounds = {key: (min(left), _right(right)) for key, (left, right) in ends.items()}
    for page, flow in zip(pages, flows, strict=True):
        for column, element in flow:
            if isinstance(element, Line):
                yield Placed(element, page.number, column, *bounds[round(page.width), column])
            else:
                yield element


def _right(ends: list[float]) -> float:
    """The right end of a column; a single line that runs over it does not move it."""
    ends.sort()
    return ends[-2] if len(ends) > 20 and ends[-1] - ends[-2] > 12 else ends[-1]


def _flow(page: Page, margins: dict[tuple[int, int], str]) -> list[tuple[int, Line | Grid]]:
    """What a page has, each with its column, in the order of reading."""
    lines = [line for index, line in enumerate(page.lines) if (page.number, index) not in margins]
    found: list[tuple[int, Line | Grid]] = []
    grids = sorted(page.grids, key=lambda grid: grid.top)
    for grid in [*grids, None]:
        above = [line for line in lines if grid is None or line.top < grid.top]
        lines = lines[len(above) :]
        found += _columns(above, page)
        if grid is not None:
            found.append((0, grid))
    return found


def _columns(lines: list[Line], page: Page) -> Iterator[tuple[int, Line | Grid]]:
    gutter = gutter_of(lines, page.width)
    if gutter is not None:
        yield from in_columns(lines, gutter)
    else:
        yield from ((0, each) for each in aligned(lines, page.number))


def _passages(elements: Sequence[Placed | Grid], found: Found) -> Iterator[Passage]:
    """Paragraphs of the lines between two tables, and the rows of the tables."""
    type_ = Type.of([each for each in elements if isinstance(each, Placed)])
    numbers: Counter[tuple[str, int]] = Counter()
    run: list[Placed] = []
    tables = list(_tables(elements))
    grids = {id(grid): (grid, repeated) for grid, repeated in tables}
    for element in [*elements, None]:
        if isinstance(element, Placed):
            run.append(element)
            continue
        yield from _paragraphs(run, type_, numbers)
        run = []
        if element is not None:
            yield from _rows(*grids[id(element)], numbers, found)


def _paragraphs(run: Sequence[Placed], type_: Type, numbers: Counter[tuple[str, int]]) -> Iterator[Passage]:
    for paragraph in paragraphs_of(run, type_):
        numbers["paragraph", paragraph.page] += 1
        path = f"page[{paragraph.page}]/paragraph[{numbers['paragraph', paragraph.page]}]"
        large = paragraph.is_heading(type_)
        if text := paragraph.text(type_.words).strip():
            heading = large or (paragraph.is_bold() and len(text) < 80 and text[-1] not in ":：.。,，;；")
            yield Passage("heading" if heading else "paragraph", text, path, large=large)


def _tables(elements: Sequence[Placed | Grid]) -> Iterator[tuple[Grid, list[int]]]:
    """The tables, each with the indexes of rows that only repeat the header of the page before."""
    first: Grid | None = None
    last: Placed | Grid | None = None
    for element in elements:
        if isinstance(element, Grid):
            continues = isinstance(last, Grid) and element.page == last.page + 1 and last.goes_on_in(element)
            if continues and first is not None and isinstance(last, Grid):
                yield element, go_on(first, last, element)
            else:
                first = element
                yield element, []
        last = element


def _rows(grid: Grid, repeated: list[int], numbers: Counter[tuple[str, int]], found: Found) -> Iterator[Passage]:
    numbers["table", grid.page] += 1
    table = f"page[{grid.page}]/table[{numbers['table', grid.page]}]"
    for index, row in enumerate(grid.rows):
        path = f"{table}/row[{index + 1}]"
        if index in repeated:
            found.leave_out(path, "table header, repeated", " ".join(grid.texts(index)))
        elif row and (passage := row_of(row, path)):
            yield passage
