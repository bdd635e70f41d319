"""Lists and tables in English: their marks, and what an entry of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.groups.flattened import LONGEST_CELL
from extractors.groups.labels import Label, LabelRole
from extractors.groups.layouts import Layouts
from extractors.groups.naming import is_group
from extractors.groups.reading import LIST_LINE, Manner
from extractors.names import lists
from extractors.names.institutions import Name
from extractors.names.lists import HEAD_WORD
from extractors.names.marked import Marked
from extractors.names.people import han_name
from extractors.text import Block, Span, trim

NONE_STATED = re.compile(
    r"\s*(?:/|[-–—]+|(?:none|no members?|n/?a|(?:not (?:yet )?|to be )(?:stated|decided|named|announced|determined|confirmed|added|fixed)|pending|tb[acd])\b[^,;]*|\?)[.)]?\s*$",
    re.IGNORECASE,
)
SERIAL = re.compile(r"\s*(?:No\.? ?)?\d{1,3}[.)、,，]?\s+(?=\S)")
SERIAL_ALONE = re.compile(r"\s*(?:No\.?|\d{1,3}(?:,\d{3})*)[.)、]?\s*")
LOOSE_NAME = re.compile(
    r"(?P<name>(?:\w[\w'’.,-]* ){1,12}(?:[Ee]ducation|[Ss]chools?|[Mm]edical|[Pp]reschool) (?:[Gg]roup|[Aa]lliance|[Cc]onsortium|[Cc]ommunity|[Ff]ederation|[Tt]rust|[Nn]etwork))\s*[:：(（]?\s*$"
)
HEADED_NAME = re.compile(
    r"(?!(?:[Ee]ach|[Ee]very|[Nn]ew|[Oo]ther|[Ee]ducation|[Ss]chool) [Gg]roup)(?P<name>(?:(?!(?:of|the|an?|this|each|every|by|is|are|leading|working|expert|steering|research) )[\w'’&-]+ ){1,8}"
    r"(?:[Gg]roup|[Aa]lliance|[Cc]onsortium|[Cc]ommunity|[Ff]ederation|[Ll]eague|[Tt]rust|[Nn]etwork|[Uu]nion)(?: (?:of|for|in)(?: [\w'’&-]+){1,7})?)\s*(?:[(（][^()（）]*[)）]\s*)?[:：]?\s*$"
)
"""A line that can be a name by its words: 'Special education alliance of the whole county (the "Rainbow Alliance")'."""
CELL_NAME = re.compile(
    r"[A-Z][\w'’-]*(?: [A-Z\d][\w'’.-]*){0,7} (?:Group|Alliance|Consortium|Community|Federation|League|Trust|Network)\s*"
)
"""The cell with a group's name, as short as it may be there: 'Beihu Experimental Group'."""
CLOSING = re.compile(r"\s*(?:[:：.;,\"”」]|[(（\[](?=\s*$)|\([^()]*\)|（[^（）]*）|[-–—])*\s*$")
LEAD_MARK = re.compile(
    r"[ \t]*(?:★|☆|\*|[(（](?:the )?(?:lead|leading|leader|core|head|main|chair|chairing|chairman|president|general|flagship|dragon head)[^()（）]{0,20}[)）]"
    r"|,? (?:the )?(?:lead|leader|(?:lead|leading|core|head) school)(?=\s*(?:[;.]|\n|$)))",
    re.IGNORECASE,
)
ONLY_MARKS = re.compile(
    r"(?:[\s=+|~/;,，、；—–:：()（）★☆*.&\"”“-]|and|with|lead|leading|leader|core|head|main|dragon|members?|schools?|units?)*",
    re.IGNORECASE,
)
"""What may stand between the names of a bare list."""
LEAD_BEFORE = re.compile(r"(?:lead|core|head)\w*\W{0,3}$", re.IGNORECASE)
GROUP_END = re.compile(r"(?:group|alliance|consortium)$", re.IGNORECASE)
SENTENCE_WORD = re.compile(
    r"\b(?!(?:of|the|and|in|at|for|with|a|an|de|school|schools|campus|branch|middle|primary|kindergarten|group|also|old|new)\b)[a-z]{3,}\b"
)
NOTE_IN_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
ROLE_HEAD = re.compile(
    r"(?:role|type|status|identity|capacity|position|part|function)(?: in (?:the )?group)?", re.IGNORECASE
)
GROUP_WORD = re.compile(r"roup|ROUP|lliance|onsortium|rust|ederation")
GOES_ON_SAYING = re.compile(r"(?<=[a-z)]{3})\.\s+(?=[A-Z][a-z]+ [a-z]+\b)")
"""Where a sentence begins behind a list: 'A and B. They joined in 2019.'"""
GOES_ON = re.compile(r"\s*(?:[,、;/&]|and\b)")
COUNT_INSIDE = re.compile(r"(?<!No\. )(?<!no\. )(?<![\d.,])\d[\d,]* [a-z]{3,}(?:s|es)$")
"""'total enrolment 24 classes': no name."""
OTHERS = re.compile(r"\d[\d,]* (?:other |more )?[a-z]")
OTHER_LABEL = re.compile(r"\W*[A-Z][A-Za-z]*(?: [a-z]+){0,3}\s*[:：]\s*\S")
ANNOUNCES = re.compile(r"^.{3,60}[:：]\s*$")
PRINTED = re.compile(r"[A-Z\d\u3400-\u9fff]")
"""What a name is printed with: a capital, a digit or a character that knows no case."""
SMALL_NAME = re.compile(
    r"(?!(?:the|all|other|each|every|its|their|our|some|any|various|several|no|new|one|two|three|local|nearby|rural|urban|key|ordinary|weak|this|that|public|private|same|and|of)\b)"
    r"(?:(?!of|the)[a-z'’-]+ ){2,5}(?:kindergarten|school|academy|college|hospital)"
)
"""A name that lost its capitals: 'station road kindergarten'."""
CAPITAL_LOST = re.compile(
    r"(?!.*\b(?:is|are|was|were|has|have|as|in|to|for|from|with|by|on|the|a|an)\b)"
    r"[A-Z][\w'’]*(?: [\w'’.-]+){1,7} (?:kindergarten|school|academy|college|hospital|campus)\s*"
)
"""A name of whose words only the first have capitals: 'Da He hot spring middle school'."""
COUNTED_BEHIND = re.compile(r"(?<=[a-z)]),? \d[\d,]* (?=[a-z])")
"""Behind a school's name: ' 6 classes 270 people'."""
HEADS = re.compile(r"(?:School|Kindergarten|College|Academy|Hospital)(?: |$)")
LEAST_APART = 3
"""So many names with nothing between them are a list."""
MOST_WORDS = 4
"""How many words of a sentence may stand between the names of a row whose cells run together."""
STATES = re.compile(r"\b(?:is|are|was|were|has|have|will)\b")
NUMBERED_TITLE = re.compile(r"\s*[(（]?(?:\d{1,2}|[a-z])[)）.、] ?[A-Za-z][^:：.;]*$")
"""A numbered line without a label: what stands below it is not about the group of a numbered line above it."""
OF_GROUP = frozenset(("group", "education group", "school group", "part of", "belongs to", "alliance", "trust"))
"""The labels of a line below a school's name that tells its group."""
SPOKEN_BEFORE = 3
"""How many blocks before a label the group may be named whose label it is."""


class English(Manner):
    """How English prints its lists."""

    none_stated, serial, serial_alone, closing = NONE_STATED, SERIAL, SERIAL_ALONE, CLOSING
    lead_mark, lead_before, only_marks = LEAD_MARK, LEAD_BEFORE, ONLY_MARKS
    role_head, group_word, other_label, group_end = ROLE_HEAD, GROUP_WORD, OTHER_LABEL, GROUP_END


class EnglishLayouts(Layouts[Name]):
    """The lists and tables of an English text."""

    manner = English
    marked: Marked

    def is_group(self, name: Name) -> bool:
        """Whether a name is that of a named group: 'Anbu Primary School Education Group', not 'the education group'."""
        return is_group(self.marked, name)

    def read_heading(self, heading: Span, block: Block, labels: list[Label]) -> None:
        """Reads a line that is a group's name; the school whose group it tells, "Group: X", stands above it."""
        super().read_heading(heading, block, labels)
        if labels and self.string[labels[0].start : heading.start].rstrip(" :：").lower() in OF_GROUP:
            blocks = self.text.blocks
            above = blocks[max(0, blocks.index(block) - 1)]
            if above.role == "body" and (school := self.school_of(above)) is not None and self.current is not None:
                self.current.members.append(self.found(school, above, "groups.lists.above", 0.85, (heading,)))

    def school_of(self, block: Block) -> Span | None:
        """The school that a line names and nothing else, its campus with it; None for any other line."""
        named = self.marked.names_in(block.start, block.end) if block.end - block.start <= LONGEST_CELL * 2 else []
        whole = trim(self.text.string, block.start, block.end)
        if whole is None or not named or named[0].span.start != whole.start or named[0].kind != "institution":
            return None
        ends = [name.span.end for name in named]
        gaps = [self.string[a : b.span.start] for a, b in zip(ends, named[1:], strict=False)]
        return whole if ends[-1] == whole.end and all(gap == ", " for gap in gaps) else None

    def entries(self, start: int, end: int) -> Iterator[Span]:
        """The entries of a printed list between two offsets."""
        more = GOES_ON_SAYING.search(self.string, start, end)
        found = list(lists.pieces(self.marked, start, more.start() + 1 if more else end))
        if len(found) == 1 and len(HEADS.findall(found[0].quote)) >= LEAST_APART:
            return iter(lists.run_together(self.marked, found[0].start, found[0].end))
        return map(self.uncounted, found) if COUNTED_BEHIND.search(self.string, start, end) else iter(found)

    def uncounted(self, entry: Span) -> Span:
        """An entry without what is counted of the school behind its name: 'X School 6 classes'."""
        behind = COUNTED_BEHIND.search(self.string, entry.start, entry.end)
        name = self.marked.name_over(entry.start, entry.start + 1) if behind else None
        return name.span if behind and name and behind.start() == name.span.end else entry

    def run_together(self, start: int, end: int) -> list[Span]:
        """The names of a row whose cells run together."""
        found = lists.run_together(self.marked, start, end)
        words = len(SENTENCE_WORD.findall(self.string, found[0].end, end)) if found else 0
        return found if words <= MOST_WORDS else []

    def announced(self, line: str) -> LabelRole | None:
        """What a short line that ends in a colon announces: 'Schools joining the group:' members, 'In the lead:' a leader."""
        if not ANNOUNCES.search(line):
            return None
        if re.search(r"\b(?:lead|led|head|core|main|anchor|general)", line, re.IGNORECASE):
            return "leader"
        return (
            "member"
            if re.search(r"\b(?:member|join|participat|branch|campus|school|kindergarten|unit)", line, re.IGNORECASE)
            else None
        )

    def loose_name(self, start: int, end: int) -> Span | None:
        """A numbered line that ends in "education group": a name even without the capitals that prose would need."""
        match = LOOSE_NAME.match(self.string, start, end)
        return self.text.span(*match.span("name")) if match else None

    def cell_name(self, start: int, end: int) -> Span | None:
        """A line of a table with one cell a line that ends in a word for a group, as the cell with its name does."""
        return self.text.span(start, end).trimmed() if CELL_NAME.fullmatch(self.string, start, end) else None

    def headed_name(self, start: int, end: int, block: Block) -> Span | None:
        """A numbered line whose words can name a group, if the line below it says who leads or who belongs."""
        match = HEADED_NAME.match(self.string, start, end)
        if match is None or not self.is_labelled(self.below(block)):
            return None
        return self.text.span(*match.span("name"))

    def below(self, block: Block) -> Block | None:
        """The block right below another."""
        blocks = self.text.blocks
        return next(iter(blocks[blocks.index(block) + 1 :][:1]), None)

    def is_labelled(self, block: Block | None) -> bool:
        """Whether a line begins with a label of leaders or members."""
        labels = self.labels.of_line(self.string, block.start, block.end) if block else []
        return bool(labels) and labels[0].role in {"leader", "member"}

    def is_name(self, span: Span) -> bool:
        """Whether an entry can be a name: it has a capital, a digit or a character that knows no case, and no verb's length."""
        quote = span.quote
        words = quote.split()
        names = self.marked.names_in(span.start, span.end)
        if (
            ":" in quote
            or (quote.isdigit() and self.is_count(span))
            or OTHERS.match(quote)
            or (not names and COUNT_INSIDE.search(quote))
            or (self.says_more(span, names) if names else STATES.search(quote))
            or self.is_person(span)
        ):
            return False
        return (len(quote) <= 120 and len(words) <= 16 and PRINTED.search(quote) is not None) or (
            SMALL_NAME.fullmatch(quote) is not None
        )

    def is_count(self, span: Span) -> bool:
        """Whether a number counts and is none of those of schools: 'member units: 17', not '1, 3 and 5 Middle Schools'."""
        return GOES_ON.match(self.string, span.end) is None

    def says_more(self, span: Span, names: list[Name]) -> bool:
        """Whether words of a sentence stand around the names of an entry: 'since this spring X School belongs to it'."""
        rest = self.string[span.start : names[0].span.start] + " " + self.string[names[-1].span.end : span.end]
        return not rest.isspace() and SENTENCE_WORD.search(NOTE_IN_BRACKETS.sub(" ", rest)) is not None

    def is_entry(self, block: Block) -> bool:
        """Whether a line below a label is one of its entries."""
        if block.kind not in {"list_item", "line", "heading"} or block.end - block.start > LIST_LINE:
            return False
        if re.search(r"[.!?。]\s*$|[.!?]\s+[A-Z]", self.string[block.start : block.end]):
            return False
        if OTHER_LABEL.match(self.string, block.start, block.end):
            return False
        if any(n.kind in {"institution", "part"} for n in self.marked.names_in(block.start, block.end)):
            return True
        if CAPITAL_LOST.fullmatch(self.string, block.start, block.end):
            return True
        words = self.string[block.start : block.end].split()
        return (
            block.kind == "list_item" and len(words) <= 7 and sum(word[0].isupper() for word in words) * 2 > len(words)
        )

    def is_bullet(self, block: Block) -> bool:
        """Whether an item right below a group's name names one of its schools and nothing else: '- X School (lead school)'."""
        if block.end - block.start > LIST_LINE or not (block.kind == "list_item" or self.goes_on_from_leader(block)):
            return False
        whole = lists.entry_of(self.text.string, block.start, block.end)
        named = self.marked.names_in(whole.start, whole.end) if whole else []
        return (
            whole is not None
            and len(named) == 1
            and named[0].kind in {"institution", "part"}
            and named[0].span.start == whole.start
            and (
                named[0].span.end == whole.end or LEAD_MARK.match(self.string, named[0].span.end, block.end) is not None
            )
        )

    def goes_on_from_leader(self, block: Block) -> bool:
        """Whether a line without a bullet may be an entry: a note says that it leads, or one said so of a line above it."""
        current = self.current
        return current is not None and bool(
            current.leaders or LEAD_MARK.search(self.string, block.start, block.end) is not None
        )

    def leads(self, span: Span) -> bool:
        """Whether a note behind an entry says that it leads: '(lead school)', ', lead'."""
        return LEAD_MARK.match(self.string, span.end) is not None

    def is_person(self, cell: Span) -> bool:
        """Whether a cell is a person's name and nothing else."""
        words = cell.quote.split()
        return 1 < len(words) < 4 and han_name(words) == len(words)

    def spoken_of(self, block: Block) -> tuple[Span, Block] | None:
        """The one group that one of the last blocks before a line with a label names, with that block."""
        if self.has_group(block) or block.end - block.start > LIST_LINE:
            return None
        blocks = self.text.blocks
        place = blocks.index(block)
        titled = False
        for before in reversed(blocks[max(0, place - SPOKEN_BEFORE) : place]):
            named = {name.span.quote: name.span for name in self.groups_in(before.start, before.end)}
            numbered = NUMBERED_TITLE.match(self.string, before.start, before.end) is not None
            if named:
                return (next(iter(named.values())), before) if len(named) == 1 and not (titled and numbered) else None
            titled = titled or numbered
        return None

    def stated(self, role: LabelRole, entries: list[Span]) -> list[Span]:
        """The entries behind a label; of a leader's those with a school's name, for where it is may stand behind it."""
        named = [span for span in entries if self.marked.names_in(span.start, span.end)] if role == "leader" else []
        return named or entries

    def named_after(self, group: Span, others: list[Span]) -> list[Span]:
        """The cells after a group's, the first cut where the name ends after which the group is called."""
        if not others:
            return others
        school = re.sub(
            r"\s*\(?(?:[Ee]ducation|[Ss]chool)? ?(?:[Gg]roup|[Aa]lliance|[Cc]onsortium)\)?$", "", group.quote
        )
        first = others[0]
        if HEAD_WORD.search(school) and first.quote.startswith(f"{school} "):
            rest = trim(self.text.string, first.start + len(school), first.end)
            return [
                self.text.span(first.start, first.start + len(school)),
                *([rest] if rest else []),
                *others[1:],
            ]
        return others
