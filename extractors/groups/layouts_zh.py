"""Lists and tables in Chinese: their marks, and what an entry of them is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.groups.announcing_zh import announced, first_leads, lead_marks
from extractors.groups.clauses_zh import LEAD_NOTE
from extractors.groups.founding import is_moment
from extractors.groups.labels import Label, LabelRole, Labels
from extractors.groups.layouts import Layouts
from extractors.groups.manner_zh import LABEL, Chinese
from extractors.groups.reading import ENTRY, LIST_LINE, Open
from extractors.groups.wording_zh import LEAD, MEMBER, UNIT
from extractors.mentions import DateMention
from extractors.names import han
from extractors.names.forms_zh import HAN, HEAD, NUMERAL, STOP
from extractors.names.printed_zh import Chinese as Printed
from extractors.names.printed_zh import is_bare
from extractors.names.schools import Name
from extractors.once import once
from extractors.text import Block, Span, trim

SEPARATOR = re.compile(rf"[、,;/|\t\n+]|(?<=[{HAN})])\s+(?=[{HAN}\d])|和|与|以及|及")
CONJUNCTION = frozenset(("和", "与", "及", "以及"))
NUMBER = re.compile(r"\s*(?:\d\ufe0f?\u20e3|[(]?\d{1,2}[.)、:]|[①-⑳]|[(][一二三四五六七八九十]+[)])\s*")
BULLET = re.compile(r"\s*[^\w\s(“《〈]+\s*")
"""What marks an item of a list: a dash, a dot, an emoji."""
TOLD_LINE = re.compile(
    rf"\s*(?:—+|:)\s*(?:(?P<lead>{LEAD}{UNIT})(?![长{HAN}])|{MEMBER}(?![{HAN}]))?"
    rf"|(?:\s*,\s*|\s+)(?:(?P<leads>{LEAD}{UNIT})(?![长{HAN}])|{MEMBER}(?![{HAN}]))"
)
"""Behind the name of a school in an item of a list: what it says of the school, perhaps that it leads."""
BRANCH = re.compile(rf"[{HAN}]{{1,8}}(?:分公司|分校|分院|分园|厂|所)")
"""What goes on a name that seems to end: '某集团有限公司河东分公司'."""
NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
KEPT = re.compile(r"(?:[初高小中]学?部|校区|分校|园区|集团|总校|本部|院区)[)]$")
OF_OLD = re.compile(r"\((?:原|曾|现|前身)[^()]*$")
"""Before a name in brackets by which the one beside it was called."""
SECTION = re.compile(r"\s*(?:[一二三四五六七八九十]+[、.]|[(][一二三四五六七八九十]+[)])")
"""The number of a section, which no bare entry of a list has: '三、主要任务'."""
REST = re.compile(r"等(?:\d+|[一二三四五六七八九十两几多]+)?(?:余|多)?(?:所|家|个)?[^、,;]{0,10}$")
MARKS = " .,;:·•*-—、\"“”'‘’。!【】[]★☆※▲△◆◇●○◎#"
SOMETHING = re.compile(f"[{HAN}]")
LEADS_TO = re.compile(r"(?:[★☆※]|吸收|吸纳|新增|增加|纳入|的|以及|还有|和|与|即|是|为|有|括|由|入|:)$")
NOBODY = re.compile(r"[(★☆]*(?:空缺|待定|暂缺|暂无|未定|待补|另定|另行确定|不设|轮值|筹备中|无)[)]?")
"""What a cell or an entry says of a place that nobody holds."""
ROLE_BEHIND = rf"(?:\s+|\s*—+\s*|\s*:\s*)(?:(?P<lead>{LEAD}{UNIT})(?![长{HAN}])|{MEMBER}(?![{HAN}]))"
NUMBER_OF = re.compile(
    rf"(?:[{HAN}]{{1,10}}的|全[省市区县旗州镇乡]|其[余他]|辖区内?|各|共)*(?:\d+|[{NUMERAL}百]+)(?:余|多)?(?:所|家|个)[{HAN}]{{1,8}}"
)
"""An entry that counts schools and names none: '其余12所村小'."""
NAME_NOTE = re.compile(rf"[★☆*\s]*(?:\([^()]*\)|{ROLE_BEHIND})?[\s;、,]*")
NOTED = re.compile(r"^[^,;。]{0,2}(?:正式)?(?:成立|组建|挂牌|揭牌|设立|新建|创建|启动|获批|授牌|首批)")
IN_BRACKETS = re.compile(r"\s*\((?P<list>[^()]*[、,;][^()]*)\)\s*$")
"""A group's schools in brackets behind its name, when nothing follows."""
FULL_STOP = re.compile("[。!?]")
SENTENCE_END = re.compile(r"[。!?]\s*$")
ROLES_INSIDE = re.compile("(?:牵头|龙头|核心|领衔|成员|加盟)(?:学?校|单位|园|医院|院校)(?![)])|[由以]")
NEAR = 600
"""How far before a list, in characters, its group may be named."""
SHORT_LABEL = 3
"""How many characters a label with its mark must be longer than to open a group by itself."""
GROUP_CELL = 25
"""How long the name in a column of groups may be, in characters, that the grammar of names does not know."""


class ChineseLayouts(Layouts[Name]):
    """The lists and tables of a Chinese text."""

    manner = Chinese

    def __init__(self, printed: Printed, labels: Labels, dates: Sequence[DateMention]) -> None:
        self.printed = printed
        super().__init__(printed, labels, dates)

    def is_group(self, name: Name) -> bool:
        """Whether a name is that of a named group: '东关小学教育集团', not '教育集团'."""
        return name.kind == "group" and (not is_bare(name) or self.printed.printed(name) in self.printed.headed)

    def is_person(self, cell: Span) -> bool:
        """Whether a cell is a person's name and nothing else."""
        named = han.name_after(self.string, cell.start, certain=False)
        return named is not None and named.end == cell.end

    @once
    def opened(self) -> dict[int, Open]:
        """The groups that lines opened, by where their names start."""
        return {}

    @once
    def first_leads(self) -> bool:
        """Whether the text says that the first school of each list leads."""
        return first_leads(self.string)

    def close(self) -> None:
        """Ends the group that is open; the first of its schools leads where the text says so of all lists."""
        known = self.current
        if known is not None and known.members and not known.leaders and self.first_leads:
            first = min(known.members, key=lambda found: found.span.start)
            known.members.remove(first)
            known.leaders.append(first)
        super().close()

    def open(self, name: Span, block: Block) -> Open:
        """Opens the group whose name a line prints."""
        opened = self.opened[name.start] = super().open(name, block)
        return opened

    def entries(self, start: int, end: int) -> Iterator[Span]:
        """The entries of a printed list between two offsets, each without its number, note and stray marks."""
        number = NUMBER.match(self.string, start, end)
        begin = start = number.end() if number else start
        for match in SEPARATOR.finditer(self.string, start, end):
            depth = self.string.count("(", begin, match.start()) - self.string.count(")", begin, match.start())
            over = self.marked.name_over(match.start(), match.end())
            held = over is not None and over.span.start < match.start() and match.end() < over.span.end
            joins = match.group() not in CONJUNCTION or self.between_names(*match.span())
            if depth <= 0 and not held and joins:
                yield from self.entry(begin, match.start())
                begin = match.end()
        yield from self.entry(begin, end)

    def between_names(self, start: int, end: int) -> bool:
        """Whether a word stands right between two names."""
        before, after = self.marked.name_over(start - 1, start), self.marked.name_over(end, end + 1)
        return after is not None and (before is not None or self.string[start - 1] == ")")

    def entry(self, start: int, end: int) -> Iterator[Span]:
        """One entry: the name in it, or what is left without numbers, notes and marks."""
        text = self.text.string
        number = NUMBER.match(self.string, start, end) or BULLET.match(self.string, start, end)
        span = trim(self.text.string, number.end() if number else start, end, MARKS)
        if span is None or not SOMETHING.search(span.quote):
            return
        start, end = span.start, span.end
        names = self.marked.names_in(start, end)
        if names and (LEADS_TO.search(self.string, start, names[0].span.start) or names[0].span.start == start):
            behind = self.string[names[0].span.end : end]
            if len(names) == 1 and names[0].span.start == start and BRANCH.fullmatch(behind):
                yield span
                return
            if not behind or behind[0] in " ([【:" or REST.match(behind) or len(names) == 1:
                yield names[0].span
                return
        note = NOTE.search(self.string, start, end)
        if note and note.start() > start and not KEPT.search(self.string, start, end):
            end = note.start()
        rest = REST.search(self.string, start, end)
        end = rest.start() if rest else end
        whole = trim(text, start, end, MARKS)
        if whole is not None:
            yield whole

    def run_together(self, start: int, end: int) -> list[Span]:
        """The names of a row whose cells run together."""
        return [
            name.span
            for name in self.marked.names_in(start, end)
            if not OF_OLD.search(self.string, start, name.span.start)
        ]

    def announced(self, line: str) -> LabelRole | None:
        """What a line that ends in a colon announces: '首批加入的学校有:' members."""
        return announced(line)

    def prepare(self, block: Block) -> None:
        """Opens the group that a sentence or a label before a list speaks of: '集团由5所学校组成,名单如下:'."""
        if block.kind == "table_row":
            return
        here = self.groups_in(block.start, block.end)
        if self.announced(self.string[block.start : block.end]) is not None:
            if self.current is None or (here and self.current.name.span.quote != here[-1].span.quote):
                self.reopen(here)
                if not here and self.current is None:
                    self.reopen(self.before(block))
        elif self.current is None and not here and not self.heads and self.has_label(block):
            self.reopen(self.before(block) or self.only())
        elif self.current is not None and self.current.role is None and not self.cells and self.is_of_names(block):
            self.current.role = "member"

    def reopen(self, names: list[Name]) -> None:
        """Opens the last of some groups, if there is one."""
        sentence = self.text.sentence_at(names[-1].span.start) if names else None
        if sentence is not None:
            self.close()
            self.current = Open(self.found(names[-1].span, sentence.block, "groups.prose.announced", 0.9))

    def before(self, block: Block) -> list[Name]:
        """The groups named not far before a block."""
        return self.groups_in(max(0, block.start - NEAR), block.start)

    def only(self) -> list[Name]:
        """The group that the text names, when it names one alone."""
        return self.groups[:1] if len({name.span.quote for name in self.groups}) == 1 else []

    def has_label(self, block: Block) -> bool:
        """Whether a line begins with a label that says who leads or belongs."""
        labels = self.labels.of_line(self.string, block.start, block.end)
        return (
            bool(labels) and labels[0].role in {"leader", "member"} and labels[0].rest - labels[0].start > SHORT_LABEL
        )

    def is_of_names(self, block: Block) -> bool:
        """Whether a line is several names and nothing else, or it and the one below it are one name each."""
        if not self.is_name_line(block):
            return self.is_row_of_names(block)
        blocks = self.text.blocks
        n = bisect_left(self.block_starts, block.start) + 1
        return n < len(blocks) and self.is_name_line(blocks[n])

    def is_name_line(self, block: Block) -> bool:
        """Whether a line is a school's name, perhaps numbered and with a note."""
        names = self.marked.names_in(block.start, block.end)
        if len(names) != 1 or names[0].kind == "group" or block.kind in {"heading", "caption", "table_row"}:
            return False
        number = NUMBER.match(self.string, block.start, block.end)
        name = names[0].span
        between = self.string[number.end() if number else block.start : name.start]
        return (not between.strip(MARKS) or BULLET.fullmatch(between) is not None) and NAME_NOTE.fullmatch(
            self.string, name.end, block.end
        ) is not None

    @once
    def block_starts(self) -> list[int]:
        """Where each block starts, in code points, ascending."""
        return [block.start for block in self.text.blocks]

    def is_row_of_names(self, block: Block) -> bool:
        """Whether a line is several names of schools and nothing else."""
        entries = list(self.entries(block.start, block.end))
        return (
            len(entries) > 1
            and block.end - block.start <= LIST_LINE
            and sum(len(span.quote) + 1 for span in entries) >= len(self.string[block.start : block.end].strip()) - 4
            and all(HEAD.search(self.string, span.start, span.end) and self.is_name(span) for span in entries)
        )

    def after_colon(self, heading: Span, block: Block) -> None:
        """'X教育集团:A、B、C' lists members unless words in it say who leads."""
        if ROLES_INSIDE.search(self.string, heading.end, block.end):
            return
        super().after_colon(heading, block)
        if within := IN_BRACKETS.match(self.string, heading.end, block.end):
            self.add("member", *within.span("list"), block, "groups.lists.brackets")

    def read(self, block: Block) -> None:
        """Reads one block, and a note in it that says since when there is the group that it ends in."""
        super().read(block)
        if self.current is None or self.current.established is not None or not self.dates:
            return
        if block.kind == "table_row" or LABEL.match(self.string, block.start, block.end):
            for date in self.dates_in(block):
                if NOTED.match(self.string[date.found.span.end : block.end]) and is_moment(date):
                    self.current.established = date

    def take(self, block: Block, labels: list[Label]) -> None:
        """Takes what the labels of a line announce; one in brackets no further than these: 'X集团(牵头校:A):B、C'."""
        for label in labels:
            close = self.string.find(")", label.rest, label.end) if self.string[label.start - 1] == "(" else -1
            if close < 0 or self.string.count("(", label.rest, close):
                super().take(block, [label])
                continue
            super().take(block, [replace(label, end=close)])
            if self.string[close + 1 : close + 2] == ":":
                self.add("member", close + 2, label.end, block, "groups.lists.colon")

    def dates_in(self, block: Block) -> Iterator[DateMention]:
        """The dates that stand in a block."""
        starts = self.date_starts
        for n in range(bisect_left(starts, block.start), bisect_left(starts, block.end)):
            yield self.dates[n]

    @once
    def date_starts(self) -> list[int]:
        """Where each date starts, in code points, ascending."""
        return [date.found.span.start for date in self.dates]

    def add(self, role: LabelRole, start: int, end: int, block: Block, rule: str) -> None:
        """Adds the entries that stand between two offsets, no further than their sentence, to the open group."""
        if rule == ENTRY and (school := self.told_school(block)) is not None:
            role, end = school
        stop = FULL_STOP.search(self.string, start, end)
        super().add(role, start, stop.start() if stop else end, block, rule)

    def told_school(self, block: Block) -> tuple[LabelRole, int] | None:
        """What an item says that goes on behind its school's name, and where that ends: '👉 东关小学——总校,百年老校'."""
        names = self.marked.names_in(block.start, block.end)
        if not names or names[0].kind == "group":
            return None
        between = self.string[block.start : names[0].span.start]
        told = TOLD_LINE.match(self.string, names[0].span.end, block.end)
        if told is None or not (between.strip(MARKS) == "" or NUMBER.fullmatch(between) or BULLET.fullmatch(between)):
            return None
        return "leader" if told["lead"] or told["leads"] else "member", names[0].span.end

    def is_name(self, span: Span) -> bool:
        """Whether an entry can be a name: a name of the grammar, or a few characters without a verb."""
        words = self.string[span.start : span.end]
        if re.search(r"[:。!?…]", words) or not re.search(f"[{HAN}]", words) or len(words) > 40:
            return False
        if NOBODY.fullmatch(words) or words in self.labels.roles or NUMBER_OF.fullmatch(words):
            return False
        if self.marked.name_over(span.start, span.end) is not None:
            return True
        return 2 <= len(words) <= 16 and (STOP.search(words) is None or HEAD.search(words, len(words) - 3) is not None)

    def leads(self, span: Span) -> bool:
        """Whether a note behind an entry or a mark beside it says that it leads: '(牵头校)', '★东关小学'."""
        return (
            LEAD_NOTE.match(self.string, span.end) is not None
            or self.string[span.end : span.end + 1] in self.lead_marks
            or self.string[span.start - 1 : span.start] in self.lead_marks
        )

    @once
    def lead_marks(self) -> frozenset[str]:
        """The marks that the text puts beside the names of schools that lead."""
        return lead_marks(self.string)

    def is_entry(self, block: Block) -> bool:
        """Whether a line below a label is one of its entries."""
        line = self.string[block.start : block.end]
        numbered = NUMBER.match(line) is not None or BULLET.match(line) is not None
        if numbered:
            line = line.rstrip("。 ")
        if (numbered or self.is_name_line(block)) and self.told_school(block) is not None:
            return True
        if len(line) > LIST_LINE or SENTENCE_END.search(line) or self.manner.other_label.match(line):
            return False
        if block.kind == "paragraph" and not (numbered or line.rstrip().endswith((";", "、", ","))):
            return False
        names = self.marked.names_in(block.start, block.end)
        if block.kind == "list_item" and len(line) <= 20 and not names:
            return STOP.search(line) is None and SECTION.match(line) is None
        return (
            bool(names)
            and not any(self.is_group(name) for name in names)
            and all(self.is_name(s) for s in self.entries(block.start, block.end))
        )

    def group_in(self, start: int, end: int) -> Span | None:
        """The name of the group in the cell of a column of groups, known to the grammar of names or not."""
        whole = trim(self.text.string, start, end, MARKS)
        known = super().group_in(start, end)
        if (
            known is not None
            or whole is None
            or len(whole.quote) > GROUP_CELL
            or not re.search(f"[{HAN}]", whole.quote)
        ):
            return known
        return self.text.span(whole.start, whole.end)
