"""Rosters: the rows of a Chinese table whose cells only spaces part, and the columns under 姓名, 单位 and 职务.

A heading row says which cell is who, of what and which post; its rows stand one to a line, or one cell to a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.mentions import Found, OfficialMention, PositionMention
from extractors.names import han
from extractors.officials.bodies_zh import category, kind_of, shares
from extractors.officials.posts_zh import posts
from extractors.officials.titles_zh import HEAD, Post
from extractors.script import Folded
from extractors.text import Sentence

Cell = tuple[int, int]
NAME = re.compile("(?:人员|负责人|校长|教师)?姓名|名字|(?:主要)?负责人|联系人")
POST = re.compile(
    r"(?:现任?|担任|拟任|所任|校内|党政|行政|拟聘|聘任)?(?:职务|职位)(?:名称|[（(].{1,6}[)）])?|(?:工作|所在|任职)?(?:单位|学校)(?:[及和、与/]|名称及)?(?:现任)?职务"
)
BODY = re.compile(
    "(?:工作|所在|任职|所属|成员|推荐|派出|牵头|核心|龙头|领衔)?(?:单位|学校|校名|园所|院校|机构|部门|集团|[校园]区)(?:名称|全称)?"
)
NUMBER = re.compile("序号|编号|序|No[.]?|№")
OTHER = re.compile(
    "备注|性别|民族|年龄|出生年月|政治面貌|学历|职称|(?:联系|办公|手机)?(?:电话|方式|号码)|手机|邮箱|任期|学段|学科|类别|区域|县区|乡镇"
)
HEADS = {"name": NAME, "post": POST, "body": BODY, "number": NUMBER, "other": OTHER}
NUMBERED = re.compile(r"\d{1,3}(?:[.、．)）]\s*|\s+|(?=[㐀-鿿]))")
NUMBER_HEAD = re.compile("(?:序号|编号)[ \t]+")
CELL = re.compile(r"[^\s|｜：]+")
LONGEST_ROW, LONGEST_HEAD = 90, 12
NO_ROW = re.compile("[。！？；]")
"""What no row has: running text does."""
ROLE = re.compile(f"(?:{BODY.pattern}|.{{2,4}}(?:学校|单位|校|园|部门))$")
"""A label that says no name of a body: 牵头学校."""
COUNCIL = re.compile("(?:理事长|理事|会长|秘书长|盟主|召集人|组长|成员|监事长?|委员)$")
"""Titles of a council or committee: not of the school beside the name, unless that is one of the bodies that have them."""
NOBODY = re.compile("空缺|[待暂].{1,2}")
"""What stands in the place of a name where nobody holds the post."""
GROUP = re.compile("(?:集团|联盟|共同体|联合体|教联体|教共体|学区)$")
OF_GROUP = re.compile("(?:^集团.+|总校长|总园长|理事长|秘书长|会长|盟主)$")
UNKNOWN = re.compile("[㐀-鿿]{1,10}[长任员师记席事人]")
"""What a title may be that no list holds, where it stands under 职务."""


def cells_of(plain: str, sentence: Sentence) -> Sequence[Cell]:
    """The cells of a row: those of a table, or what spaces part in a short line, without its number.

    A space inside a name of two characters parts nothing.
    """
    if len(sentence.block.cells) > 1:
        return sentence.block.cells
    start, end = sentence.start, sentence.end
    if end - start > LONGEST_ROW or NO_ROW.search(plain, start, end):
        return ()
    if number := NUMBERED.match(plain, start, end) or NUMBER_HEAD.match(plain, start, end):
        start = number.end()
    colon = plain.find("：", start, end)
    if colon >= 0 and (kind_of(plain[start:colon]) is None or ROLE.fullmatch(plain, start, colon)):
        return ()
    cells: list[Cell] = []
    for match in CELL.finditer(plain, start, end):
        if cells and match.end() - match.start() == 1 and is_family(plain, cells[-1]):
            cells[-1] = cells[-1][0], match.end()
        else:
            cells.append(match.span())
    return cells


def is_family(plain: str, cell: Cell) -> bool:
    """Whether a cell is a family name of one character and nothing else."""
    return cell[1] - cell[0] == 1 and plain[cell[0]] in han.SINGLE


def name_in(plain: str, start: int, end: int, *, certain: bool = False) -> han.Named | None:
    """The name that a cell is."""
    if end - start > 2 and plain[start + 1 : end - 1].isspace():
        fits = is_family(plain, (start, start + 1)) and plain[end - 1] not in han.WORDS["never"]
        return han.Named(start, end, han.LIKELY) if fits else None
    named = han.name_after(plain, start, certain=certain) if start < end else None
    return named if named and named.end == end else None


def of_body(plain: str, post: Post, bodies: Sequence[Cell]) -> Cell | None:
    """The body of a post in a row: what stands in its own cell, else that of the row if the post can be of it.

    Of a group and one school in it, the group has the posts that only groups have.
    """
    if post.organisation:
        return post.organisation
    title = plain[slice(*post.title)]
    groups = [cell for cell in bodies if GROUP.search(plain, *cell)]
    single = groups if OF_GROUP.search(title) and groups else [cell for cell in bodies if cell not in groups] or groups
    if len(single) != 1:
        return None
    body = single[0]
    return body if not COUNCIL.search(title) or shares(plain[slice(*body)], title) else None


def kind_of_head(plain: str, cell: Cell) -> str:
    """What a cell of a heading row is the head of; empty when it is none."""
    if cell[1] - cell[0] > LONGEST_HEAD:
        return ""
    return next((kind for kind, words in HEADS.items() if words.fullmatch(plain, *cell)), "")


class Rosters:
    """The columns of the heading rows of a text, and who stands below them."""

    def __init__(self, text: Folded) -> None:
        self.text, self.plain = text, text.plain
        self.is_heard = "职务" in text.plain or "职位" in text.plain
        """Whether the text can have such a table at all."""
        self.columns: list[str] = []
        self.stacked = False
        """Whether the cells stand one to a line."""
        self.pending: list[tuple[str, Cell, Sentence]] = []

    def officials(self, sentence: Sentence) -> list[OfficialMention]:
        """The people of a row below the heads; a heading row is taken note of."""
        cells = cells_of(self.plain, sentence)
        if len(cells) == 1:
            return list(self.one(cells[0], sentence))
        if self.stacked:
            self.columns = []
        self.pending, self.stacked = [], False
        if not cells:
            self.columns = []
            return []
        kinds = self.kinds(cells)
        if kinds:
            self.columns = kinds if {"name", "post"} <= set(kinds) else []
            return []
        if len(cells) != len(self.columns):
            return []
        return list(self.row([(kind, cell, sentence) for kind, cell in zip(self.columns, cells, strict=True)]))

    def kinds(self, cells: Sequence[Cell]) -> list[str]:
        """What each cell of a heading row is the head of, of some perhaps nothing known; empty for any other row."""
        kinds = [kind_of_head(self.plain, cell) for cell in cells]
        is_head = {"name", "post"} <= set(kinds) and all(end - start <= LONGEST_HEAD for start, end in cells)
        return kinds if is_head or all(kinds) else []

    def one(self, cell: Cell, sentence: Sentence) -> Iterator[OfficialMention]:
        """A line of one cell: a head of heads that stand one below the other, or the next cell of a row under them."""
        kind = kind_of_head(self.plain, cell)
        if kind and not self.pending:
            self.columns = [*(self.columns if self.stacked else ()), kind]
            self.stacked = True
            return
        if not self.stacked or not {"name", "post"} <= set(self.columns):
            self.columns, self.stacked, self.pending = [], False, []
            return
        self.pending.append((self.columns[len(self.pending)], cell, sentence))
        kind = self.pending[-1][0]
        if kind == "name" and name_in(self.plain, *cell, certain=True) is None:
            self.columns, self.stacked, self.pending = [], False, []
        elif len(self.pending) == len(self.columns):
            row, self.pending = self.pending, []
            yield from self.row(row)

    def row(self, row: list[tuple[str, Cell, Sentence]]) -> Iterator[OfficialMention]:
        """Who stands in a row, with the posts and the body of its columns."""
        place, sentence = next((cell, line) for kind, cell, line in row if kind == "name")
        named = name_in(self.plain, *place, certain=True)
        if named is None or NOBODY.fullmatch(self.plain, *place):
            return
        span = self.text.span(*place)
        value = re.sub(r"\s", "", span.quote)
        name = Found(
            span, sentence, "officials.zh.roster", named.confidence, value=value if value != span.quote else None
        )
        bodies = [cell for kind, cell, _ in row if kind == "body" and kind_of(self.plain[slice(*cell)])]
        given = [
            self.position(post, of_body(self.plain, post, bodies), replace(name, value=None))
            for kind, cell, _ in row
            if kind == "post"
            for post in self.posts(cell)
        ]
        if given:
            yield OfficialMention(name, tuple(given))

    def position(self, post: Post, body: Cell | None, like: Found) -> PositionMention:
        """A post and its body, each with the line that it stands in."""
        title = self.found(post.title, like)
        organisation = self.found(body, like) if body else None
        kind = category(self.plain[slice(*post.title)], self.plain[slice(*body)] if body else None)
        return PositionMention(title, organisation, kind)

    def found(self, place: Cell, like: Found) -> Found:
        """A run of the table as a value, as sure as ``like``."""
        return replace(like, span=self.text.span(*place), sentence=self.text.sentence_at(*place) or like.sentence)

    def posts(self, cell: Cell) -> list[Post]:
        """The posts in a cell, or the cell as one whose title no list holds."""
        found = list(posts(self.plain, *cell, HEAD))
        if not found and UNKNOWN.fullmatch(self.plain, *cell):
            return [Post(*cell, cell, None)]
        return found
