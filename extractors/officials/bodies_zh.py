"""Whose a post is in Chinese: what the end of an organisation's name says that it is, and which titles it has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extractors.mentions import Category
from extractors.names.lexicon import load

WORDS = load("extractors.officials", "zh")
HAN = "㐀-鿿"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


INNER = any_of(WORDS["inner"])
INSTITUTION = re.compile(
    r"[局厅部府校院园司团社协所站处会学馆街道心公中小大室科办镇乡村]$|社区$|幼儿园|[一二三四五六七八九十\d]中$|政协$|街道$|附[中小]$|总队$|(?<![省市区县州旗盟镇乡团纪党政编法工军])委$"
)
"""An end of what may have a party body inside; of the rest (区, 县) the body is the organisation itself."""
KINDS: tuple[tuple[str, Category], ...] = (
    ("public_body", "government"),
    ("school_body", "school"),
    ("other_body", "other"),
)
ENDS = tuple((category, re.compile(rf"(?:{any_of(WORDS[name])})$")) for name, category in KINDS)
NUMBERED_SCHOOL = re.compile(
    r"(?:[一二三四五六七八九十百\d]+|附|实|村|镇|乡|完|城关|民|外|师大?|华|育|理工)[中小幼校]$"
)
OF_SCHOOLS = re.compile(
    r"(?:学校|小学|中学|大学|幼儿园|附[中小]|[一二三四五六七八九十\d]中|校区|分校|教育集团|学院)(?![校生]?(?:长|教育|科|处|部))"
)
DEPARTMENT = re.compile(
    r"(?:[处室部组科办会心]|党组|党委|党总支|党支部|支部|团委|工会|中心|委员会|理事会|年级|院|系|所|研究院|集团)$"
)
BARE_DEPARTMENT = re.compile(rf"[{HAN}]{{2,4}}(?<![省市区县委])[部处科室办]")
SOCIETY = re.compile("(?:医院|协会|学会|研究会|联盟)$")
COMPANY = re.compile("(?:公司|医院|银行)(?=.)")
PUBLIC = re.compile(r"(?:[局厅委部]|政府)(?=.)")
EDUCATION_GROUP = re.compile(
    r"(?:教育|学校|名校|中学|小学|幼教|办学|附[中小]|[一二三四五六七八九十\d]中|大学|职教|学前)[^公司]{0,4}集团$|(?:名校|学校|[中小]学|幼儿园)(?:教育|发展|合作)?联盟$"
)
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
        (r"院长$", r"院$|大学$|集团$|[联共]体$"),
        (r"负责人$", r"."),
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
        (r"(?:组长|成员)$", r"组$|专班$"),
        (r"(?:督学|调研员|巡视员|总工程师|督导|总督学|科员|发言人|总规划师|总会计师)$", r"[局厅部委室府处科]$"),
        (r"(?:教授|导师|讲师|院士|研究员|医师)$", r"大学$|学院$|院$|所$|系$|中心$"),
        (r"(?:常委|副?书记|委员|候补委员)$", r"委$|中央$|政治局$"),
    )
)
"""Which titles without an organisation belong to the one that stands before them in the list."""


def shares(organisation: str, title: str) -> bool:
    """Whether a title can be of an organisation.

    >>> shares("区教育局", "副局长"), shares("区委", "副区长"), shares("第二小学", "校长"), shares("市教育局", "党组成员")
    (True, False, True, True)
    """
    head = re.sub(r"[(（].*|助理$|\s", "", title)
    if head.startswith("集团"):
        return False
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
    within = inside is not None and inside.end() < len(organisation) and DEPARTMENT.search(organisation) is not None
    if inside and within and not PUBLIC.search(organisation[: inside.start()]) and not SOCIETY.search(organisation):
        return "school"
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
        ("territorial", "government"),
        ("school", "school"),
        ("other", "other"),
        ("government", "government"),
    )
    fits = [(len(word), kind) for name, kind in lists for word in WORDS[name] if head.endswith(word)]
    kind = max(fits)[1] if fits else "other"
    if beside and kind == "government" and re.match(rf"校?(?:{INNER})|(?:副?书记|主任|委员)$", head):
        return beside
    return kind
