"""People in the cells of a Chinese table that was flattened to one cell a line, below heads of which one is a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.groups.layouts_zh import ChineseLayouts
from extractors.mentions import Found, OfficialMention, PositionMention
from extractors.officials.bodies_zh import category
from extractors.officials.layouts_zh import OF_GROUP, TITLE_ALONE
from extractors.script import Folded

OF_SCHOOL = re.compile(r"[校园院]长$|书记$|[)）]长$")
"""Titles in such a row that are of the school that leads, where the row names one."""


def in_cells(text: Folded, layouts: ChineseLayouts) -> Iterator[OfficialMention]:
    """The people of the rows, each with the post of the one head that is a title."""
    for cell, row, heads in layouts.beside:
        titles = [head for head in heads if TITLE_ALONE.fullmatch(text.plain, head.start, head.end)]
        told = text.text.sentence_at(titles[0].start) if len(titles) == 1 else None
        sentence = text.text.sentence_at(cell.start)
        if sentence is None or told is None:
            continue
        title = titles[0]
        said = text.plain[title.start : title.end]
        leaders = layouts.opened[row.span.start].leaders if row.span.start in layouts.opened else []
        of_school = OF_SCHOOL.search(said) and not OF_GROUP.search(said) and len(leaders) == 1
        body = leaders[0] if of_school else row
        value = re.sub(r"\s", "", cell.quote)
        name = Found(
            cell, sentence, "officials.zh.cell", 0.9, value=value if value != cell.quote else None, context=(title,)
        )
        position = PositionMention(
            Found(title, told, name.rule, 0.9),
            replace(body, rule=name.rule, confidence=0.9),
            category(said, text.plain[body.span.start : body.span.end]),
        )
        yield OfficialMention(name, (position,))
