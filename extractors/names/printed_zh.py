"""One Chinese text with the names that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.names.forms_zh import HAN, STOP, WORDS, any_of, heads, in_one_form
from extractors.names.marked import Folded as Sentences
from extractors.names.marked import Printed, Tidied, unmarked
from extractors.names.schools import GENERIC, Name, names
from extractors.once import once
from extractors.script import Folded, folded
from extractors.text import Sentence, Span

RANKED = re.compile(".{2,}[市区县旗州镇乡]$")
BARE = re.compile(r"(?:集团|联盟|共同体|联合体)$")
COUNTED = re.compile(
    rf"(?P<number>[两二三四五六七八九2-9])(?:校(?=[组结联合共同携签抱成加并])|(?:所|家|个)[{HAN}]{{0,6}}?(?:校区|园区|分校|分园|院区|小学|中学|初中|高中|幼儿园|学校|卫生院|医院|完小|村小|乡校|中心校|教学点|国小|国中))"
)
"""Behind the pieces of names that have their head together: '青石、木桥、泉溪镇三所小学'."""
PIECES = re.compile(rf"[{HAN}\d、]++$")
MARKED, JOINED = re.compile("、"), re.compile("[、和与及]")
"""What parts the pieces: where marks alone part as many as there are, a name may hold 和."""
NUMBERS = {"两": 2} | {str(number): number for number in range(2, 10)}
OF_MAIN = re.compile("(?:[学校小中园]|外国语)总校$")
LONGEST_PIECE = 6
FAR = 60
"""How far before such a number, in characters, its pieces may begin."""
NEAR = 120
"""How far from a name in quotation marks, in characters, the schools may stand that form it."""
OF_NO_SCHOOLS = re.compile(
    "(?:命运|利益|家校|师生|成长|情感|文化|精神|生命|责任|价值|学习|教师|老师|校长|家长|专家|研究生|校园|听课|读书|无烟|环保|禁毒|反诈|志愿|打卡|减负|防溺水|护学)(?:集团|联盟|共同体|联合体)$|[带加促帮][^带加促帮]{0,3}(?:集团|联盟|共同体|联合体)$"
)
"""What such a name says where no schools form it: '“家校共同体”', '“集团带联盟”'."""
OF_SCHOOLS = re.compile(
    rf"(?:[中小幼学校园院附]|外国语|{any_of(BARE.sub('', group) for group in WORDS['group'] if BARE.search(group))}|(?:高校|教育|院校|医疗|产教|职教|科教|校企).{{1,6}})$"
)
"""What a name says before its word for a group when it says that schools or hospitals form it."""


class Chinese(Printed[Name]):
    """A Chinese text, its marks in one form, with its schools, hospitals and groups."""

    def __init__(self, text: Folded) -> None:
        self.text = text.text
        self.string = in_one_form(unmarked(text.plain))
        self.head = heads(text.added.get("institutions", frozenset()))

    @once
    def names(self) -> tuple[Name, ...]:
        """The names of institutions and groups, in order."""
        found = list(names(self.string, self.text.string, self.head))
        if "总校制" in self.string:
            found = [self.as_group(name) for name in found]
        bare = {name.span.start for name in found if name.proper and is_bare(name)}
        full = [self.printed(name) for name in found if name.proper and name.span.start not in bare]
        full = [name for name in full if not name.endswith("公司")]
        groups = [name for name in full if name.endswith(HEADED)]
        quoted = {self.printed(name) for name in found if name.span.start in bare and self.is_quoted(name, found)}

        def is_kept(name: Name) -> bool:
            if not name.proper:
                return name.kind == "institution" and is_named_in(self.printed(name), groups)
            return name.span.start not in bare or self.printed(name) in quoted or self.is_short(name, [*full, *quoted])

        kept = [name for name in found if is_kept(name)]
        pieces = list(self.pieces(kept)) if groups or bare else []
        if not pieces:
            return tuple(kept)
        kept = [name for name in kept if not any(start <= name.span.start < end for _, (start, end) in pieces)]
        return tuple(sorted((*kept, *(piece for piece, _ in pieces)), key=lambda name: name.span.start))

    def as_group(self, name: Name) -> Name:
        """A name as one of a text whose groups are called after the school that leads them: '东关小学总校'."""
        is_group = name.kind != "group" and name.proper and OF_MAIN.search(self.printed(name))
        return replace(name, kind="group") if is_group else name

    def pieces(self, found: list[Name]) -> Iterator[tuple[Name, tuple[int, int]]]:
        """The schools named by as many pieces as a number behind them counts, each with where the number and its noun stand."""
        string = self.string
        for counted in COUNTED.finditer(string):
            run = PIECES.search(string[max(0, counted.start() - FAR) : counted.start()])
            if run is None:
                continue
            number = "一二三四五六七八九".find(counted["number"]) + 1 or NUMBERS[counted["number"]]
            place = max(0, counted.start() - FAR) + run.start()
            joint = MARKED if run.group().count("、") >= number - 1 else JOINED
            starts = [place, *(place + match.end() for match in joint.finditer(run.group()))]
            ends = [*(start - 1 for start in starts[1:]), counted.start()]
            spans = list(zip(starts, ends, strict=True))[-number:]
            first, end = spans[0]
            spans[0] = max((stop.end() for stop in STOP.finditer(string, first, end)), default=first), end
            if len(spans) == number and all(self.is_piece(start, end, found) for start, end in spans):
                for start, end in spans:
                    yield Name("institution", Span(self.text.string, start, end), True), counted.span()

    def is_piece(self, start: int, end: int, found: list[Name]) -> bool:
        """Whether characters can be the piece of a school's name: few, no word of a kind, and of no other name."""
        words = self.string[start:end]
        return (
            0 < len(words) <= LONGEST_PIECE
            and not GENERIC.fullmatch(words)
            and not STOP.search(words)
            and not any(name.span.start < end and start < name.span.end for name in found)
        )

    @once
    def is_spaced(self) -> bool:
        """Whether the text has spaces beside its marks and particles."""
        return Unspaced.not_said.search(self.string) is not None

    def folded(self, sentence: Sentence) -> Sentences[Name]:
        """The sentence with its names folded."""
        spaced = self.is_spaced and self.string.find(" ", sentence.start, sentence.end) >= 0
        kind = Unspaced if spaced else Sentences
        return kind(sentence, self.names_in(sentence.start, sentence.end), self.string)

    def printed(self, name: Name) -> str:
        """A name as rules read it."""
        return self.string[name.span.start : name.span.end]

    def is_quoted(self, name: Name, found: list[Name]) -> bool:
        """Whether a bare name stands in quotation marks near two schools: '结成“三江联盟”'."""
        start, end = name.span.start, name.span.end
        if (
            self.string[end : end + 1] != "”"
            or self.string[start - 1] != "“"
            or OF_NO_SCHOOLS.search(self.printed(name))
        ):
            return False
        near = (other for other in found if other.proper and other.kind == "institution")
        return sum(abs(other.span.start - start) <= NEAR for other in near) > 1

    def is_short(self, name: Name, full: list[str]) -> bool:
        """Whether a bare 'X集团' is a short form of a name that the text prints in full."""
        core = BARE.sub("", self.printed(name))
        return len(core) > 1 and any(core in other for other in full)


class Unspaced(Tidied[Name]):
    """A folded sentence without the spaces that stand beside its marks and particles: '成员校为 东关小学 、西关小学'."""

    not_said = re.compile(r"(?<=[为是有由以和与及、,:;“(]) | (?=[,、;:。)”由为是和与及])")


HEADED = ("集团", "联盟", "体")


def is_named_in(school: str, groups: list[str]) -> bool:
    """Whether a group is called after a school of which the name alone tells no school: 'X县示范小学教育集团' after '示范小学'."""
    return len(school) > 3 and any(RANKED.match(group[: group.find(school)]) for group in groups if school in group)


def is_bare(name: Name) -> bool:
    """Whether a name ends in a word for a group and says nothing of schools."""
    if name.kind != "group":
        return False
    core = BARE.sub("", folded(name.span.quote))
    return len(core) < len(name.span.quote) and OF_SCHOOLS.search(core) is None
