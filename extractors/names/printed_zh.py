"""One Chinese text with the names that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.names.forms_zh import HAN, STOP, WORDS, any_of, heads, in_one_form
from extractors.names.marked import Folded as Sentences
from extractors.names.marked import Printed, Tidied, unmarked
from extractors.names.schools import GENERIC, Name, is_proper, names
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
LABEL = "(?:牵头|龙头|核心|领衔|领航|领办|总校|总园|盟主|理事长|主校|成员|加盟|盟员)"
ABOVE_LABEL = re.compile(
    rf"(?:集团|联盟|共同体|联合体|协同体|教共体|教联体|医共体|医联体|学区)(?=[”]?(?:\([^()\n]{{0,20}}\))?:?\s*\n\s*(?:本|首批)?{LABEL}[{HAN}]{{0,4}}(?:\([^()\n]{{0,8}}\))?\s*:)"
)
"""What a group's name ends in that is the heading of a line with a label: '(四)河东特教共同体' above '核心校:…'."""
ITEM = re.compile(r"\s*(?:[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、:]+|[①-⑳]|[-*•·●■◆▲★]+)?\s*“?")
HEADING = re.compile(rf"[{HAN}\dA-Za-z·—“”]{{2,16}}")
"""A heading's name before its word for a group."""
LEAST_ALIKE = 2
"""How many groups of a text must be called alike for one more to be a group by that."""
ALIKE = range(2, 5)
"""How many characters such a name may have before its word for a group."""
SAID_OF = re.compile("”?(?:的?(?:成员|核心|牵头|龙头|盟员)(?:学?校|单位|园)|更名为|改名为|由)")
"""Behind the name of a group that it is said of schools, or that it is called otherwise."""
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
        quoted |= self.headed
        if len(bare) > LEAST_ALIKE:
            short = [name for name in found if name.span.start in bare]
            known = {self.printed(name) for name in short if self.printed(name) in quoted or self.is_short(name, full)}
            quoted |= set(self.like_others(short, known))

        def is_kept(name: Name) -> bool:
            if not name.proper:
                return name.kind == "institution" and is_named_in(self.printed(name), groups)
            return name.span.start not in bare or self.printed(name) in quoted or self.is_short(name, [*full, *quoted])

        kept = [name for name in found if is_kept(name)]
        if self.headed:
            kept = self.with_headings(kept)
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

    @once
    def headings(self) -> tuple[Name, ...]:
        """The groups that are all of a line right above one that says who leads or belongs, known to the grammar or not."""
        found: list[Name] = []
        for match in ABOVE_LABEL.finditer(self.string):
            item = ITEM.match(self.string, self.string.rfind("\n", 0, match.start()) + 1, match.start())
            start = item.end() if item else match.start()
            start -= "”" in self.string[start : match.start()] and self.string[start - 1] == "“"
            words, core = self.string[start : match.end()], self.string[start : match.start()]
            if (
                HEADING.fullmatch(core)
                and not STOP.match(words)
                and not OF_NO_SCHOOLS.search(words)
                and is_proper(core, "group", words)
            ):
                found.append(Name("group", Span(self.text.string, start, match.end()), True))
        return tuple(found)

    @once
    def headed(self) -> frozenset[str]:
        """The names of those groups."""
        return frozenset(map(self.printed, self.headings))

    def with_headings(self, kept: list[Name]) -> list[Name]:
        """The names of a text with those of its headings, of which the grammar may know the last words alone or none."""
        known = {(name.kind, name.span.end) for name in kept}
        new = [name for name in self.headings if ("group", name.span.end) not in known]
        lines = [range(name.span.start, name.span.end) for name in new]
        kept = [name for name in kept if not any(name.span.start in line for line in lines)]
        return sorted((*kept, *new), key=lambda name: name.span.start)

    def like_others(self, short: list[Name], known: set[str]) -> Iterator[str]:
        """The short bare names, said of schools, of a text that calls at least two other groups so: '景市共同体成员校'."""
        for name in short:
            words, end = self.printed(name), name.span.end
            word = BARE.search(words)
            if word is None or words in known or word.start() not in ALIKE or OF_NO_SCHOOLS.search(words):
                continue
            if sum(other.endswith(word.group()) for other in known) >= LEAST_ALIKE and SAID_OF.match(self.string, end):
                yield words

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
