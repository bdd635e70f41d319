"""The posts of one sentence of Chinese: titles, and the organisations that stand before them.

A title is read leftwards from its head ('长', '书记', '主任'): the words that qualify it, then a party body inside an
organisation, then the organisation itself up to a mark or to a word that may stand before one ('由', '请', '在').
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from extractors.mentions import Category
from extractors.names import han
from extractors.names.lexicon import load
from extractors.value import value

WORDS = load("extractors.officials", "zh")
HAN = "㐀-鿿"
BESIDE, LISTED = re.compile(r"\s{1,4}|\s?[:：]\s?"), re.compile(r"、|\s{1,3}|[和及与]")
EPITHET = re.compile(
    r"(?:[、，,](?![^、，,。；;：:]{0,14}[局委校院]长)[^、，,。；;：:]{0,14}(?:[特高一二三]级教师|(?:优秀|模范|骨干|最美|名)教师|教育家|(?<!首席)专家|学者|作家|楷模|劳模|"
    r"模范|标兵|获得者|带头人|名师|先进工作者|好校长|名校长|享受者|烈士|奥运冠军|世界冠军|诗人|书法家))+"
)
"""What a person is besides, and no post: '、全国优秀教师'."""
LONGEST_ORGANISATION = 60


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


TERRITORIAL, INNER = any_of(WORDS["territorial"]), any_of(WORDS["inner"])
HEADS = WORDS["territorial"] | WORDS["government"] | WORDS["school"] | WORDS["other"]
SPACED = "|".join(rf"{word[0]}[ \u3000]{{1,4}}{word[1]}" for word in ("组长", "成员", "主任", "校长", "书记", "顾问", "园长"))
"""Heads as lists print them to fill a column."""
RANK = re.compile("(?:[特高一二三]级|优秀|模范|骨干|最美|名)教师$")
BEHIND = re.compile("兼|由|是|为|系|则|的|一职|职务|和|及|与|暨|以|等|担任|将|均|在|后|时|期间|同志|并|、")
GIVEN_TO = re.compile(f"(?:{any_of(WORDS['copula'])})(?:新任|首任|现任|原)?$")
"""What may stand behind a title that nobody is named right after, and what before it."""
HEAD = re.compile(
    f"(?=[{''.join(sorted({head[0] for head in HEADS}))}])(?:{any_of(HEADS)}|{SPACED})"
    r"(?:助理)?(?![会员室办]|候选|工作室|处书记|培训|论坛|队伍|节|职称)(?:[(（](?:主持|分管|兼|挂职|正处|副处|代|试用|援)[^()（）]{0,12}[)）])?"
)
"""A head with what may stand in brackets behind it: 副校长（主持工作）."""
QUALIFIED = re.compile(
    rf"(?:(?P<former>原|前)?(?P<inner>{INNER})?(?:{any_of(WORDS['modifier'])})*"
    rf"(?:(?:[一二三四五六七八九]|[高初][一二三]|小[一二三四五六])年级|[高初][一二三])?(?:{any_of(WORDS['subject'])})*)$"
)
MODIFIED = re.compile(f"(?:{any_of(WORDS['modifier'])})+")
RUN = re.compile(
    rf"(?:[{HAN}\w·]|（[^（）]{{1,14}}）|\([^()]{{1,14}}\)|[“「『][^“”「」『』]{{1,14}}[”」』])+$"
)
CLOSED = re.compile(rf"{any_of(WORDS['closed'])}|(?<![{HAN}])华为")
OPENING = re.compile(any_of(WORDS["opening"]))
JOINING = re.compile(r"(?<=[局委部厅校区县市镇园会司处科室长记任员团府院家们动])[和及与](?!活动)|以及|暨")
JOINED = re.compile(r"和(?=[平田县顺龙硕静政林睦谐美悦合风丰兴庄桥布信])")
"""Where 和 begins a name: 和平区."""
FRONT = re.compile(
    r"(?:原(?!州|平|阳|子)|(?:时|现|新|前|首)任|(?:各|全体|一位|一名|这位|该位|另一位|知名|著名|资深)|"
    r"(?:\d{1,4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:上午|下午|晚|晚上)?(?<=[年月日号午晚上]))(?=.)"
)
INSTITUTION = re.compile(r"[局厅部府校院园司团社协所站处会学馆街道心公中小大室科办]$|幼儿园|[一二三四五六七八九十\d]中$|政协$|街道$|附[中小]$|总队$")
"""An end of what may have a party body inside; of the rest (区, 县) the body is the organisation itself."""
TERRITORY = re.compile(rf"(?:[{HAN}]+(?:[省市州县区旗盟镇乡村]|特区)|全国|[省市区县])$")
ENDS: tuple[tuple[Category, re.Pattern[str]], ...] = tuple(
    (category, re.compile(rf"(?:{any_of(WORDS[name])})$"))
    for name, category in (("public_body", "government"), ("school_body", "school"), ("other_body", "other"))
)
SHORT_SCHOOL = re.compile("附[中小幼属]")
NUMBERED_SCHOOL = re.compile(r"(?:[一二三四五六七八九十百\d]+|附|实|城关|民|外|师大?|华|育|理工)[中小幼校]$")
OF_SCHOOLS = re.compile(r"(?:学校|小学|中学|大学|幼儿园|附[中小]|[一二三四五六七八九十\d]中|校区|分校|教育集团|学院)(?![校生]?(?:长|教育|科|处|部))")
DEPARTMENT = re.compile(r"(?:[处室部组科办会心]|党组|党委|党总支|党支部|支部|团委|工会|中心|委员会|理事会|年级|院|系|所|研究院|集团)$")
BARE_DEPARTMENT = re.compile(rf"[{HAN}]{{2,4}}(?<![省市区县委])[部处科室办]")
COMPANY = re.compile("(?:公司|医院|银行)(?=.)")
PUBLIC = re.compile(r"(?:[局厅委部]|政府)(?=.)")
EDUCATION_GROUP = re.compile(r"(?:教育|学校|中学|小学|幼教|办学|附[中小]|[一二三四五六七八九十\d]中|大学|职教|学前)[^公司]{0,4}集团$")
SHARED = re.compile(
    rf"(?:{han.COURTESY.pattern})?(?:[、,，兼和及暨]|兼任|\s{{1,3}})(?:并?(?:兼任|担任|任))?(?:现任|时任|新任|原|前任)?"
)
"""Between two posts of which the second may have the first one's organisation."""
FAMILIES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(title), re.compile(body))
    for title, body in (
        (r"局长$", r"局$"),
        (r"厅长$", r"厅$"),
        (r"部长$", r"部$"),
        (r"司长$", r"[司署院]$"),
        (r"署长$", r"署$"),
        (r"处长$", r"[处局]$"),
        (r"科长$", r"科$"),
        (r"所长$", r"所$"),
        (r"站长$", r"站$"),
        (r"检察长$", r"检察院$"),
        (r"院长$", r"院$|大学$"),
        (r"主任$", r"[委办会心室处所部组校学中院]$"),
        (r"园长$", r"园$|集团$|校$"),
        (r"(?:主席|副主席)$", r"协$|会$|联$|人大$|政府$"),
        (r"(?:会长|理事长|理事|监事长?|总干事)$", r"[会盟团体社]$"),
        (r"秘书长$", r"[会盟团体委府协]$"),
        (r"(?:总经理|董事长|总裁|经理|董事|总监|首席\w+|监事|创始人)$", r"公司$|集团$|企业$|行$|[社校]$|教育$|科技$"),
        (r"(?:馆长)$", r"馆$"),
        (r"(?:社长|总编辑?|主编)$", r"[社报]$"),
        (r"台长$", r"台$"),
        (r"行长$", r"行$"),
        (r"(?:省长|市长|州长|县长|区长|旗长|镇长|乡长|总理)$", r"政府$|国务院$"),
        (r"(?:督学|调研员|巡视员|总工程师|督导|总督学|科员|发言人|总规划师|总会计师)$", r"[局厅部委室府]$"),
        (r"(?:教授|导师|讲师|院士|研究员|医师)$", r"大学$|学院$|院$|所$|系$|中心$"),
        (r"(?:常委|副?书记|委员|候补委员)$", r"委$|中央$|政治局$"),
    )
)
"""Which titles without an organisation belong to the one that stands before them in the list."""


@value
class Post:
    """A title at an offset, with the organisation that stands before it or that the list shares."""

    start: int
    end: int
    title: tuple[int, int]
    organisation: tuple[int, int] | None
    whole: bool = False
    """Whether a place stands in the title itself: 天山区副区长."""
    within: han.Named | None = None
    """The person between the organisation and the title: 区教育局李明副局长."""
    people: tuple[han.Named, ...] = ()
    """Those who are named right behind the title: 副局长张三、李四."""

    @property
    def last(self) -> int:
        """Where the post ends with the people behind it."""
        return self.people[-1].end if self.people else self.end


def posts(plain: str, start: int, end: int) -> Iterator[Post]:
    """The posts between two offsets, left to right; a list's shared organisation stands with each that has it."""
    floor = start
    before: Post | None = None
    for match in HEAD.finditer(plain, start, end):
        if match.start() < floor or RANK.search(plain, max(floor, match.start() - 2), match.end()):
            continue
        post = read(plain, match.start(), match.end(), floor)
        if before and not post.organisation and not post.within:
            post = sharing(plain, before, post)
        if not post.within:
            post = replace(post, people=tuple(people(plain, post, end)))
        if not post.people and not post.within and _goes_on(plain, post, end):
            continue
        yield post
        before, floor = post, post.last
        if post.people and (courtesy := han.COURTESY.match(plain, floor, end)):
            floor = courtesy.end()


def _goes_on(plain: str, post: Post, end: int) -> bool:
    """Whether a title is the beginning of another word, as in 教师进修学校, and nobody is given it."""
    return (
        post.end < end
        and "㐀" <= plain[post.end] <= "鿿"
        and not BEHIND.match(plain, post.end)
        and not GIVEN_TO.search(plain[max(0, post.start - 5) : post.start])
    )


def people(plain: str, post: Post, end: int) -> Iterator[han.Named]:
    """Those who are named right behind a title; after one, others may follow in a list."""
    gap = EPITHET.match(plain, post.end, end) or BESIDE.match(plain, post.end, end)
    place = gap.end() if gap else post.end
    direct = not plain[post.end : place].strip()
    named = han.name_after(plain, place, certain=direct and (post.whole or post.organisation is not None))
    while named and named.end <= end and not _is_title(plain, named.start):
        yield named
        courtesy = han.COURTESY.match(plain, named.end)
        joined = LISTED.match(plain, courtesy.end() if courtesy else named.end, end)
        named = han.name_after(plain, joined.end(), certain=False) if joined else None
        if named and (HEAD.match(plain, named.end) or qualified_at(plain, named.end)):
            return


def _is_title(plain: str, start: int) -> bool:
    """Whether what looks like a name is a title, or 任 with one behind it."""
    return HEAD.match(plain, start) is not None or HEAD.match(plain, start + 1) is not None


def qualified_at(plain: str, start: int) -> bool:
    """Whether a title with a word that qualifies it starts at an offset: 副局长."""
    match = MODIFIED.match(plain, start)
    return match is not None and HEAD.match(plain, match.end()) is not None


def read(plain: str, head: int, end: int, floor: int) -> Post:
    """The post whose head stands at an offset and that may start no earlier than ``floor``."""
    start = qualified(plain, head, floor)
    run = start
    if plain[start - 1 : start] == "的" and start - 1 > floor:
        run -= 1
    first = opening(plain, run, floor)
    if first < run and SHORT_SCHOOL.match(plain, first):
        first = paired(plain, first, floor)
    organisation = plain[first:run]
    inner = QUALIFIED.search(plain, start, head)
    if inner and inner["inner"] and organisation and not INSTITUTION.search(unbracketed(organisation)):
        run = start = inner.end("inner") if run == start else start
    word = plain[head:end]
    if not organisation:
        return Post(start, end, (start, end), None)
    named = within(plain, first, run, end)
    if named:
        body = (first, named.start - (plain[named.start - 1] == "的")) if named.start > first else None
        return Post(first, end, (start, end), body, within=named)
    if re.match(TERRITORIAL, word) and TERRITORY.search(organisation) and run == start:
        return Post(first, end, (first, end), None, whole=True)
    if organisation == "校" or organisation in HEADS:
        return Post(first, end, (first, end), None)
    if re.match("[局部厅处]长", word) and not plain[run - 1] == word[0] and plain[run - 2 : run] in ("教育", "体育", "卫生", "财政", "文化"):
        return Post(first, end, (first, end), None)
    return Post(first, end, (start, end), (first, run))


def qualified(plain: str, head: int, floor: int) -> int:
    """Where a title starts whose head stands at an offset: its qualifying words and the body inside belong to it."""
    match = QUALIFIED.search(plain, max(floor, head - 16), head)
    start = match.start() if match else head
    former = match["former"] if match else None
    if former == "原" and plain[start - 1 : start] in ("太", "平", "固", "中", "高", "草", "三"):
        return start + 1
    if former == "前" and plain[start - 1 : start] in ("目", "学", "之", "以", "此", "会", "日"):
        return start + 1
    return start


def opening(plain: str, end: int, floor: int) -> int:
    """Where the organisation starts that ends at an offset; ``end`` when none does."""
    low = max(floor, end - LONGEST_ORGANISATION)
    match = RUN.search(plain[low:end])
    if match is None:
        return end
    start = low + match.start()
    if plain[start] in "和与及" and not JOINED.match(plain, start):
        start += 1
    for opened in OPENING.finditer(plain, start, end):
        if opened.end() > start and not _is_closed(plain, opened, low, end):
            start = opened.end()
    for joined in JOINING.finditer(plain, start, end):
        if not JOINED.match(plain, joined.start()):
            start = joined.end()
    while (front := FRONT.match(plain, start, end)) and front.end() > start:
        start = front.end()
    return start


def paired(plain: str, start: int, floor: int) -> int:
    """Where a name starts whose first half ends before a mark: 某大附中、附小教育集团."""
    if plain[start - 1 : start] != "、" or not re.search("附[属]?[中小幼]$", plain[max(floor, start - 4) : start - 1]):
        return start
    return opening(plain, start - 1, floor)


def _is_closed(plain: str, opened: re.Match[str], low: int, end: int) -> bool:
    """Whether a word of opening is part of another word of the run that ends at ``end``: 在线, 经济."""
    around = CLOSED.finditer(plain, max(low, opened.start() - 3), min(end, opened.end() + 3))
    return any(closed.start() <= opened.start() and opened.end() <= closed.end() for closed in around)


def within(plain: str, start: int, end: int, after: int) -> han.Named | None:
    """The name right before a title, behind the organisation or alone: 区教育局李明副局长, 李明校长."""
    if kind_of(plain[start:end]) is not None or han.name_after(plain, after, certain=False):
        return None
    for size in (4, 3, 2):
        name = end - size
        if name < start:
            continue
        named = han.name_before(plain, end, name)
        organisation = plain[start:name].removesuffix("的")
        if named and named.start == name and (not organisation or kind_of(organisation)):
            return named
    return None


def sharing(plain: str, before: Post, post: Post) -> Post:
    """A post without an organisation, with that of the post before it in the list if it can have the same."""
    if before.organisation is None or not SHARED.fullmatch(plain, before.last, post.start):
        return post
    if shares(plain[slice(*before.organisation)], plain[slice(*post.title)]):
        return Post(post.start, post.end, post.title, before.organisation)
    return post


def shares(organisation: str, title: str) -> bool:
    """Whether a title can be of an organisation.

    >>> shares("区教育局", "副局长"), shares("区委", "副区长"), shares("第二小学", "校长"), shares("市教育局", "党组成员")
    (True, False, True, True)
    """
    head = re.sub(r"[(（].*|助理$|\s", "", title)
    if re.match(rf"(?:{INNER})", head):
        return INSTITUTION.search(organisation) is not None or category_of(organisation) != "government"
    if head.endswith("书记") and category_of(organisation) in ("school", "other"):
        return True
    if any(head.endswith(school) for school in WORDS["school"]):
        return category_of(organisation) == "school" or (organisation.endswith("集团") and head.endswith("校长"))
    return any(family.search(head) and body.search(organisation) for family, body in FAMILIES)


@lru_cache(maxsize=4096)
def kind_of(organisation: str) -> Category | None:
    """What the end of an organisation's name says that it is; None when it says nothing."""
    bare = unbracketed(organisation)
    if bare in ("集团", "集团理事会", "本集团", "该集团"):
        return "school"
    if EDUCATION_GROUP.search(bare) or NUMBERED_SCHOOL.search(bare):
        return "school"
    ends = [(len(match.group()), category) for category, pattern in ENDS if (match := pattern.search(bare))]
    return max(ends)[1] if ends else None


def unbracketed(organisation: str) -> str:
    """A name without what stands in brackets at its end: 青山中学（集团） is a school."""
    return re.sub(r"[(（][^()（）]*[)）]$", "", organisation)


def category_of(organisation: str) -> Category | None:
    """Whether an organisation is of public administration, a school, or something else."""
    inside = OF_SCHOOLS.search(organisation)
    if COMPANY.search(organisation) and DEPARTMENT.search(organisation):
        return "other"
    if inside and inside.end() < len(organisation) and DEPARTMENT.search(organisation):
        if not PUBLIC.search(organisation[: inside.start()]):
            return "school" if not re.search(r"(?:医院|协会|学会|研究会|联盟)$", organisation) else kind_of(organisation)
    return kind_of(organisation)


@lru_cache(maxsize=4096)
def category(title: str, organisation: str | None, beside: Category | None = None) -> Category:
    """The category of a post; ``beside`` is that of the post in the same list, for a party post that names no body."""
    head = re.sub(r"[(（].*|助理$|\s", "", title)
    if organisation is not None:
        if beside and BARE_DEPARTMENT.fullmatch(organisation):
            return beside
        if re.search(r"(?:总裁|总经理|董事长|董事|首席执行官|创始人)$", head) and organisation.endswith("集团"):
            return "other"
        known = category_of(organisation)
        if known == "other" and head.endswith(tuple(WORDS["school"])) and organisation.endswith(("集团", "联盟")):
            return "school"
        if known is not None:
            return known
    lists: tuple[tuple[str, Category], ...] = (
        ("territorial", "government"), ("school", "school"), ("other", "other"), ("government", "government")
    )
    fits = [(len(word), kind) for name, kind in lists for word in WORDS[name] if head.endswith(word)]
    kind = max(fits)[1] if fits else "other"
    if beside and kind == "government" and re.match(rf"校?(?:{INNER})|(?:副?书记|主任|委员)$", head):
        return beside
    return kind
