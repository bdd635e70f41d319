"""Whom the numbers of a Chinese sentence are about: the place or body that it names before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractors.counts.hannumerals import WORDS, alternatives
from extractors.mentions import Found
from extractors.script import Folded
from extractors.text import Span

CLOSED = r"\s，。；：、！？,.;:!?\"“”「」『』（()）《》【】—|"
BODY = "(?:教育|办学|投资|控股)*集团(?:股份)?有限(?:责任)?公司|公司|[一二三四五六七八九十][中小](?![学心央国小华全])|教育集团|办学集团|集团校|集团|教育联盟|联盟|教育共同体|共同体|教共体|教联体|医联体|医共体|联合体|学区|校区|分校|理事会|委员会|国(?:中小?|小)|完小|中心校|卫生院|保健院|基金会|职教中心|职业教育中心|分园|小学|中学|学校|幼儿园|大学|学院|医院|高中|附中|附小"
UNION = "集团|联盟|共同体|教共体|教联体|联合体|学区"
LEVEL = "自治区|自治州|自治县|省|市|区|县|州|(?<![结加入同联])盟(?![主校员友])|旗|镇|乡(?!村)|街道|新区|开发区|高新区"
OWN = r"[全我本该](?<!来自.)(?<!面向.)(?:校区|园区|院区|国|省|市|区|县|州|盟|旗|镇|乡|街道|校|园|院|港|澳|集团|学区|联盟|共同体|联合体|医共体|市域|县域|自治区|自治州)(?!直|级|内外|委|政府|统考|联考|抽测|平均|第[一二三\d]|前列|首[个批家例]|最|唯一)"
BARE = frozenset(
    {
        "公司",
        "集团",
        "集团校",
        "新校区",
        "总校",
        "本部",
        "该院",
        "联盟",
        "理事会",
        "共同体",
        "学区",
        "医联体",
        "医共体",
        "联合体",
        "教联体",
        "教共体",
    }
)
OFFICE = "(?:(?<![一-鿿])[一-鿿]{2,4})?[省市区县州旗](?:教育(?:体育|和体育)?局|教体局|教委|教育厅)(?=从|组织|批准|安排|投入|选派|认定|命名|公布|遴选|招聘|新建|下达|拨付)"
OWN_ALONE = re.compile(OWN)
EACH_OF = (
    r"(?:每|各)(?:[个所家])?(?:成员校|成员园|成员单位|加盟校|学校|集团|教育集团|学区|校区|分校|联盟|(?:教育|办学|城乡)*共同体|联合体|教联体|教共体|幼儿园|教学班|班|乡镇|街道|县[(（]市、区[)）]|县市区|县区|区县|市县)"
    r"(?=[^一-鿿、]|[不至都均平最安选配有须要投补每由设确应可按将下拥带覆共]|教师|学生)"
)
"""每所成员校不少于2名: one of many."""
LISTING = frozenset({"和", "与", "及", "以及", "等", "在"})
CANDIDATE = re.compile(
    rf"(?P<own>{OWN}|(?<![一-鿿])(?:新区|开发区|高新区|经开区)(?=[共现已新有累将计]|今年|去年)|(?<![一-鿿])[两三四五][地市县区](?=[^一-鿿]|[\d一二三四五六七八九十共现已互计签结]))"
    rf"|(?P<each>{EACH_OF})|(?P<funds>(?:中央|(?<![城小社校园地])[省市区县州旗镇乡])(?:级?财政|里(?!程))|(?<![城小社校园地学片])[省市区县旗镇乡]域?内|{OFFICE})"
    rf"|(?P<bare>(?<![一-鿿“「『”」』])(?:(?:{alternatives(BARE)})(?!化|内外|长|际)(?=[一-鿿\d])|(?:学校|医院|学院)(?=的|{alternatives((WORDS['verb'] | WORDS['noun']) - LISTING)})))"
    rf"|(?P<body>(?![年月日个所])(?:[^{CLOSED}的了是\d每各]|每[年月]|\d+(?=[中小校职])){{1,22}}?(?:{BODY})(?:(?:教育|办学|发展)*(?:{UNION})|[^{CLOSED}的了是]{{1,5}}(?:校区|分校))?(?!校|化|园|内|生|部|长|党|班|里的|制|总数|数量|覆盖|个数|共同体|附属|附设|附[中小幼]|有限)(?:[(（][^()（）]{{1,8}}(?:校区|分校)[)）])?)"
    rf"|(?P<place>(?![年月日个所])(?:[^{CLOSED}的了是\d在从由全我本该各经们到+＋/]{{1,7}}?(?<![一二三四五六七八九十两])(?:{LEVEL})){{1,4}}(?![省市县区]|域|级|下|属|直|委|管委|政府|长|民|场|政|内(?!蒙)|教(?!育集团|联|共)|里|区|志|花|情|校(?!区)))"
)
TITLES = "局长|处长|科长|主任委员|主任督学|主任|总工程师|馆长|站长|教授|院士|书记|校长|园长|院长|理事长|主席|市长|县长|区长|镇长|乡长|部长|厅长|董事长|总裁|秘书长|会长|教师|老师|巡视员|调研员|负责人|所长|校董|校监"
POST = re.compile(
    rf"[^{CLOSED}的\d]{{0,14}}?(?:{TITLES})(?:、[^{CLOSED}]{{1,10}}?(?:{TITLES}))*"
    r"(?=[、，]|[一-鿿]{2,4}(?:[，：:、]|等|在|说|介绍|表示|告诉|透露|指出|给|的|强调|主持|要求|算))"
)
"""Whose head speaks: 临江市教育局局长李明说."""
MEMBER = re.compile(rf"[^{CLOSED}\d有]{{0,10}}?(?:院|所|校|中心|公司|园|厂|学)(?:、|和|与|及|等)")
"""A place in the name of a member of a list: 新城镇卫生院、."""
SOURCE = re.compile("[经据按距]$|根据$|按照$|离开$|选址$|址于$|位于$|坐落$")
"""经集团自评, 据临江市教育局统计: who says so."""
EVENT = re.compile(r"(?:举行|召开|举办|的(?:[一-鿿]{2,4})?(?:作用|优势|办法|做法|答案|经验|探索|实践|思路|模式))")
"""在临江市实验小学举行; 发挥临江市实验小学的引领作用; 临江市的做法是."""
TOWARDS = re.compile("(?:向|给|赴|到|往|送到|派到)$")
"""Before whom something goes to: 向临江中学派驻12名教师."""
FAR_REACHING = frozenset({"own", "funds", "bare"})
"""What may be named further before a number: 全市, 区财政, 集团."""
NO_PLACE = frozenset(
    {
        "内省",
        "内市",
        "内区",
        "内县",
        "城乡",
        "乡镇",
        "区县",
        "县区",
        "市县",
        "镇乡",
        "镇街",
        "和镇",
        "和乡",
        "和县",
        "及镇",
        "与镇",
    }
)
NUMERAL = r"(?:[两三四五六七八九十]|\d{1,3})"
ZONES = frozenset({"城区", "农村", "乡村", "城镇", "山区"})
"""Parts of a place, right before the number of schools in them: 城区45所学校与农村52所学校."""
SET_OF = re.compile(
    rf"(?P<of>(?<![一-鿿\d])(?:(?:首批|第[一二三四五六七八九十]+批|这|上述)?{NUMERAL}(?:所|个|家)[一-鿿]{{0,6}}?(?:集团|联盟|共同体|教联体|教共体|学区|校区|学校|小学|中学|幼儿园)|{NUMERAL}[校园地院]))"
    r"(?:的[一-鿿]{2,6})?(?:目前|现在|如今)?(?:共有|现有|合计|总计|一共|拥有|共|有)[^。；：]{0,40}$"
)
"""四校现有学生3200名: a number of schools or groups that another number is about."""
PLACED = re.compile(r"[^一-鿿](?P<place>[一-鿿]{2})(?:(?P<level>[县区市旗])|(?=[现共已有将再先累目今去拥][一-鿿\d]))")
"""A place at the beginning of a clause with the word for what it is, and what may be one without: 右丹县; 右丹现有."""
GRANTED = re.compile(
    r"对(?P<of>[^，。；对]{2,12}?)(?:每年|每个|每校|每所|一次性|分别|给予|按)*(?:补助|奖补|奖励|资助|补贴|给予|安排|拨付|核拨|下拨)[^，。；]{0,6}$"
)
"""对紧密型集团每年补助30万元."""
BEFORE_OWN = re.compile(
    rf"(?<![一-鿿])(?!{alternatives(WORDS['verb'] | WORDS['planned'])}|我国|当前|此外|截至|累计|整个|据悉|届时|几乎|按照|对照|研究)(?:(?![让使把将在给对为与和及占居达到前后内外])[一-鿿]){{2,3}}$"
)
"""Before 全县, the place that is meant: 景川全县."""
ROLE = re.compile("(?:校|单位|园|医院|长|成员)(?:为|是|分别为|分别是)$")
LABEL = re.compile(r"(?:核心|牵头|龙头|领衔|总|盟主|主导|引领)(?:学校|校|单位|园|医院)[一-鿿]{2}")
"""A label that runs into the name of who leads: 核心校临江实验小学."""
SEVERAL = re.compile(r"[三四五六七八九十两](?:省市|省|市|区县|区|县市|县)$")
LISTED = re.compile(r" ?(?:、|等|和|及|与|以及|[(（][^()（）]*[)）]、)")
JOINED = re.compile("[、和与及由以] ?$")
GENERIC = re.compile(
    r"(?:省级|市级|区级|县级|国家级|国家|全国|示范性|重点|星级|一流|知名|公办|民办|优质|新建|农村|城区|城乡|各|所有|部分|成员|友好|姊妹|结对|高质量|多|这|那|每|所|普惠性?|薄弱|名|义务教育|中心|普通|示范|两|其他|其它|有关|相关|一|学前|个|家|附属|实验|初级|高级|中等|职业|中小|本|该|我|全|大型|首批|新|老|强|弱|核心|龙头|牵头|领衔)*"
    r"(?:小学|中学|学校|幼儿园|大学|学院|医院|高中|集团|教育集团|联盟|校区|大?学区|分校|共同体|教联体|教共体|委员会|集团校|教育联盟)"
)
VERB = re.compile(
    alternatives(frozenset(word for word in WORDS["verb"] if len(word) > 1))
    + "|有(?![限为志])|成员(?![校单园])|[在由对让把将从向到与和及为被于至除据占以比按叫使距但]|经(?!开|济)|距(?=离|[省市县区镇])|离(?=[省市县区镇])|首批在|近年来|时期|期间|那时|当时|过去|今后|离开|选址|规划|推动|统筹|核定|节省|发挥好?|发展好?|要求|希望|帮助|我们|——|原(?=[一-鿿]{2,4}[省市县区州])"
)
EACH = re.compile(
    rf"(?P<run>[^，。；：！？,.;:!?\s\d“”《》]{{3,60}}?)(?:均|都)?(?:各|分别)(?:{alternatives(WORDS['verb'])})*$"
)
"""甲集团和乙集团各有: all that stands before 各."""
AHEAD = 2
"""How many characters behind the end of a run are looked at, for a name to be seen to end."""
REACH = 160
"""How far before a number, in code points, what it is about may be named."""
FAR = 2
"""How many commas may stand between a name and the number that is about it."""


class Scope:
    """Whom the numbers of one sentence are about; ``since`` is where the run of clauses starts that ； holds together."""

    def __init__(self, text: Folded, since: int) -> None:
        self.text, self.since = text, since
        self.string = text.plain
        self.known: dict[tuple[int, int], list[tuple[int, int, str]]] = {}

    def scope(self, before: int, taken: Sequence[Span]) -> Found | None:
        """The place or body that a number is about: the last one named before it in the sentence, outside the taken spans."""
        if self.string[before - 2 : before] in ZONES:
            return self.found(before - 2, before)
        first = max(self.since, before - REACH)
        for pattern, cues in ((SET_OF, "共有计"), (GRANTED, "对")):
            if any(self.string.find(cue, first, before) >= 0 for cue in cues) and (
                match := pattern.search(self.string, first, before)
            ):
                return self.found(*match.span("of"))
        shared = any(self.string.find(word, self.since, before) >= 0 for word in ("各", "分别"))
        each = EACH.search(self.string, self.since, before) if shared else None
        if each and re.search("[、和与及]", each["run"]):
            return self.found(*each.span("run"))
        known = [
            each
            for start, end in between(max(self.since, before - REACH), before, taken)
            for each in self.candidates(start, end)
        ]
        if not known:
            return None
        near = [
            each
            for each in known
            if (each[2] in FAR_REACHING and (each[2] != "funds" or self.string.find("；", each[1], before) < 0))
            or self.is_within(each[1], before)
        ]
        if not near:
            return None
        start, end, kind = near[-1]
        if (
            len(near) > 1
            and near[-2][2] == "funds"
            and kind not in {"own", "each"}
            and "，" not in self.string[near[-2][1] : start]
        ):
            start, end, kind = near[-2]
        if kind == "own":
            start, end = self.meant(known, start) or (start, end)
        return self.found(start, end)

    def candidates(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Places and bodies between two offsets, looked for once."""
        if (start, end) not in self.known:
            found = candidates(self.string, start, end)
            if places := short_places(self.string):
                found += [(first, last, "place") for first, last in places if start <= first and last <= end]
                found.sort()
            self.known[start, end] = found
        return self.known[start, end]

    def is_within(self, end: int, before: int) -> bool:
        """Whether a name is near enough to a number behind it: few commas between, and no other clause."""
        between = self.string[end:before]
        return "；" not in between and between.count("，") <= FAR

    def found(self, start: int, end: int) -> Found | None:
        """A place or body between two offsets; None where no sentence holds all of it."""
        sentence = self.text.sentence_at(start, end)
        return Found(self.text.span(start, end), sentence, "counts.scope", 0.8) if sentence else None

    def meant(self, known: Sequence[tuple[int, int, str]], start: int) -> tuple[int, int] | None:
        """The place that 全市 or 该区 stands for, or the school that 全校 does, where the sentence names it before."""
        last = self.string[known[-1][1] - 1]
        if last in "校园" and known[-1][0] == start:
            return next(((s, e) for s, e, kind in reversed(known) if kind == "body" and e <= start), None)
        named = ((s, e) for s, e, kind in reversed(known) if kind == "place" and self.string[e - 1] == last)
        return next(named, None)


@lru_cache(maxsize=4)
def short_places(string: str) -> tuple[tuple[int, int], ...]:
    """Where a text calls a place without the word for what it is, which it names with it elsewhere: 右丹现有, beside 右丹县."""
    named: set[str] = set()
    subjects: list[tuple[int, int]] = []
    for match in PLACED.finditer(string):
        if match["level"]:
            named.add(match["place"])
        else:
            subjects.append(match.span("place"))
    return tuple((start, end) for start, end in subjects if string[start:end] in named)


def between(start: int, end: int, taken: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """What the taken spans, in their order, leave of a run of text."""
    for span in sorted(taken, key=lambda span: span.start):
        if span.end <= start or span.start >= end:
            continue
        if span.start > start:
            yield start, span.start
        start = span.end
    if start < end:
        yield start, end


def candidates(string: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Places and bodies between two offsets, with what they are; those in a list of several are left out."""
    found = []
    for match in CANDIDATE.finditer(string, start, end + AHEAD):
        kind = match.lastgroup or ""
        first, last = match.span(kind)
        if last > end:
            found += [(*own.span(), "own") for own in OWN_ALONE.finditer(string, match.start(), end)]
            break
        if kind != "own" and POST.match(string, last):
            continue
        if kind in {"body", "place"}:
            for verb in VERB.finditer(string, first, last - 2):
                first = verb.end()
            first += string[first] == "进"
            if string[first] == "有" and last - first == 2:
                continue
            if first > match.start() + 1:
                found += candidates(string, match.start(), first)
            if SEVERAL.search(string, first, last) or LABEL.match(string, first, last):
                continue
            if SOURCE.search(string, max(0, first - 2), first) or EVENT.match(string, last):
                continue
            if (
                TOWARDS.search(string, max(0, first - 2), first)
                or string[first:last] in NO_PLACE
                or string.startswith("其中", first)
            ):
                continue
            if kind == "place" and string[last - 2] in "离距":
                continue
            if kind == "place" and (MEMBER.match(string, last) or string[first - 1 : first] == "、"):
                continue
            if kind == "body" and ROLE.search(string, max(0, first - 6), first):
                continue
            inside = last + 1 == end and string[last:end] in ("（", "(")
            listed = (
                kind == "body"
                and not inside
                and (LISTED.match(string, last) or JOINED.search(string, max(0, first - 2), first))
            )
            generic = GENERIC.fullmatch(string, first, last) and string[first:last] not in BARE
            if listed or generic or last - first < 2:
                continue
        if kind == "own" and string[first] == "全" and string[last - 1] in "省市县区州旗":
            placed = BEFORE_OWN.search(string, max(start, first - 4), first)
            first = placed.start() if placed else first
        found.append((first, last, kind))
    return found
