"""The posts of one sentence of Chinese: titles, and the organisations that stand before them.

A title is read leftwards from its head ('长', '书记', '主任'): the words that qualify it, then a party body inside an
organisation, then the organisation itself up to a mark or to a word that may stand before one ('由', '请', '在').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.names import han
from extractors.officials.bodies_zh import HAN, INNER, INSTITUTION, WORDS, any_of, kind_of, shares, unbracketed
from extractors.officials.opening_zh import opening, paired
from extractors.officials.titles_zh import HEAD, HEADS, SPACE, TERRITORIAL, Post

BESIDE, LISTED = re.compile(r"\s{1,4}|\s?[:：]\s?"), re.compile(r"、|\s{1,3}|[和及]")
EPITHET = re.compile(
    r"(?:、(?![^、，,。；;：:]{0,14}[局委校院]长)[^、，,。；;：:]{0,14}(?:[特高一二三]级教师|(?:副?主任|主治)医师|(?:优秀|模范|骨干|最美|名)教师|教育家|(?<!首席)专家|学者|作家|楷模|劳模|"
    r"模范|标兵|获得者|带头人|名师|先进工作者|好校长|名校长|享受者|烈士|奥运冠军|世界冠军|诗人|书法家))+"
)
"""What a person is besides, and no post: '、全国优秀教师'."""
AGED = re.compile(
    rf"[、，,]?(?:今年|现年|年近|年过|已)?[\d一二三四五六七八九十]{{2,3}}多?岁的|(?:[{HAN}]{{1,3}}族籍?|[{HAN}]{{2,3}}籍)的"
)
"""Between a post and a name: '、今年六十八岁的', '彝族的'."""


RANK = re.compile("(?:[特高一二三]级|优秀|模范|骨干|最美|名)教师$")
BEHIND = re.compile("兼|叫|由|是|为|系|则|的|一职|职务|和|及|与|暨|以|等|担任|将|均|在|后|时|期间|同志|并|、")
GIVEN_TO = re.compile(f"(?:{any_of(WORDS['copula'])})(?:新任|首任|现任|原)?$")
"""What may stand behind a title that nobody is named right after, and what before it."""
MANNER = re.compile(
    r"[(（](?:主持|分管|兼|挂职|[正副][处科厅局股]|[左右前后][一二三四五六七八排]|中[)）]|图|代|试用|援|牵头|列席)[^()（）]{0,12}[)）]"
)
"""What may stand behind a title of how somebody holds it, and is no part of it: 副校长（主持工作）."""
FIELD = re.compile(rf"[(（][{HAN}、]{{2,20}}[)）](?=[{HAN}])")
"""What may stand there and is part of it: 议员（新界东）."""
DELEGATE = re.compile("人大代表|政协委员")


QUALIFIED = re.compile(
    rf"(?:(?P<former>原|前)?(?P<inner>{INNER})?(?:{any_of(WORDS['modifier'])})*"
    rf"(?:(?:[一二三四五六七八九]|[高初][一二三]|小[一二三四五六])年级|[高初][一二三])?(?:{any_of(WORDS['subject'])})*)$"
)
QUALIFYING = {word[-1] for word in WORDS["modifier"] | WORDS["subject"] | WORDS["inner"]} | set("原前级一二三")
"""The last characters of what may qualify a title: without one right before it, nothing does."""
MODIFIED = re.compile(f"(?:{any_of(WORDS['modifier'])})+")
FILLED = re.compile(
    "(?:[科处股局部厅所站]长|教师|负责人|主持人|组长|成员|顾问|辅导员|导师|主管|干部|指导员|秘书|教练|领队)$"
)
DESCRIBED = re.compile(f"[{HAN}]{{2,5}}")
"""Titles that a few words before them describe where they name no body: 授课教师, 少先队大队辅导员."""
FIELDS = frozenset({"教育", "体育", "卫生", "财政", "文化"})
"""Before 局长 and 部长 where the body itself is not printed: 教育局长."""
TERRITORY = re.compile(rf"(?:[{HAN}]+(?:[省市州县区旗盟镇乡村]|特区)|全国|[省市区县]|第?[一二三四五六七八九十\d]+届)$")
SHORT_SCHOOL = re.compile("附[中小幼属]")
CITY = re.compile("[省市州县区镇乡村]长[江春安沙宁征青乐治白兴虹丰寿垣葛岭阳清汀泰岛海武]")
"""What 市长 is not the end of, as a rule: 武汉市长江路小学."""
APPOINTS = re.compile("(?:同志)?(?:任|担任|为|兼任)")
LISTED_BEFORE = 60
SERVING = re.compile(
    rf"(?:担任|兼任|出任|任)(?P<bodies>(?:[{HAN}]{{1,16}}(?:小学|中学|学校|幼儿园|[一二三四五六七八九十][中小幼]|完小|中心校)、)+)$"
)
"""How far before an institution, in characters, others may be listed of which somebody is head too, and what does so."""
SHARED = re.compile(
    rf"(?:{han.COURTESY.pattern})?(?:[、,，兼和及暨]|兼任|\s{{1,3}})(?:并?(?:兼任|担任|任))?(?:现任|时任|新任|原|前任)?"
)
"""Between two posts of which the second may have the first one's organisation."""


def posts(plain: str, start: int, end: int, head: re.Pattern[str] = HEAD) -> Iterator[Post]:
    """The posts between two offsets that end in a head, left to right; a list's shared organisation stands with each that has it."""
    floor = start
    before: Post | None = None
    earlier: Post | None = None
    for match in head.finditer(plain, start, end):
        if match.start() < floor or RANK.search(plain, max(floor, match.start() - 2), match.end()):
            continue
        word = match.group()
        if SPACE.search(word[:4]) and SPACE.sub("", word).removeprefix("副") not in HEADS:
            continue
        post = read(plain, match.start(), match.end(), floor)
        if (
            post.organisation
            and post.organisation[1] - post.organisation[0] == 1
            and plain[post.organisation[0]] in han.FAMILY["characters"]
        ):
            floor = post.end  # 李校长: somebody who is named elsewhere
            continue
        if before and not post.organisation and not post.within:
            post = sharing(plain, before, post)
            if earlier and not post.organisation and appoints(plain, earlier, before, post):
                post = sharing(plain, replace(earlier, start=before.start, end=before.end, people=()), post)
        if not post.within:
            listed = before is not None and before.people and plain[before.last : post.start] == "、"
            post = staffed(plain, post, end, listed=bool(listed))
        if post.people and not post.organisation:
            post = bracketed(plain, post, floor)
        if not post.people and not post.within and _goes_on(plain, post, end):
            continue
        yield from several(plain, post, floor)
        yield post
        yield from inserted(plain, post, head)
        earlier, before, floor = before, post, post.last
        if post.people and (courtesy := han.COURTESY.match(plain, floor, end)):
            floor = courtesy.end()


def appoints(plain: str, earlier: Post, filled: Post, post: Post) -> bool:
    """Whether the one who holds a post is given another, and the next is named: '县教育局局长李明任组长,副局长王芳…'."""
    return (
        bool(earlier.people)
        and filled.organisation is None
        and not filled.people
        and APPOINTS.fullmatch(plain, earlier.last, filled.start) is not None
        and plain[filled.end : post.start] in ("，", ",", "、")
    )


def several(plain: str, post: Post, floor: int) -> Iterator[Post]:
    """The same title at the institutions that are listed before its own: '担任青山小学、绿水小学校长'."""
    if post.organisation is None or plain[post.organisation[0] - 1 : post.organisation[0]] != "、":
        return
    start = max(floor, post.organisation[0] - LISTED_BEFORE)
    listed = SERVING.search(plain, start, post.organisation[0])
    if listed:
        place = listed.start("bodies")
        for body in listed["bodies"].rstrip("、").split("、"):
            end = place + len(body)
            yield Post(place, end, post.title, (place, end), people=post.people)
            place = end + 1


def inserted(plain: str, post: Post, head: re.Pattern[str]) -> Iterator[Post]:
    """The posts in brackets between a title and who holds both: '校长（某联盟轮值主席）李明'."""
    opened = plain.rfind("（", post.start, post.end) if plain[post.end - 1] == "）" and post.people else -1
    if opened >= post.title[1]:
        found = posts(plain, opened + 1, post.end - 1, head)
        yield from (replace(each, people=post.people) for each in found if each.organisation)


def staffed(plain: str, post: Post, end: int, *, listed: bool) -> Post:
    """A post with those who are named behind it, perhaps behind brackets that say how or for what they hold it."""
    if manner := MANNER.match(plain, post.end, end):
        post = replace(post, end=manner.end())
    post = replace(post, people=tuple(people(plain, post, end, listed=listed)))
    if not post.people and (field := FIELD.match(plain, post.end, end)):
        title = post.title if HEAD.search(plain, *field.span()) else (post.title[0], field.end())
        wider = replace(post, end=field.end(), title=title)
        return replace(wider, people=tuple(people(plain, wider, end, listed=listed))) if _names(plain, wider) else post
    return post


def _names(plain: str, post: Post) -> bool:
    """Whether a name stands right behind a post."""
    return han.name_after(plain, post.end, certain=False) is not None


def bracketed(plain: str, post: Post, floor: int) -> Post:
    """A post in brackets behind the organisation that it is of: 青山小学（校长 李明）."""
    end = post.start - 1
    if plain[end : end + 1] not in ("（", "(") or plain[post.last : post.last + 1] not in ("）", ")"):
        return post
    body = (opening(plain, end, floor), end)
    if body[0] == end or not shares(plain[slice(*body)], plain[slice(*post.title)]):
        return post
    return replace(post, organisation=body)


def _goes_on(plain: str, post: Post, end: int) -> bool:
    """Whether a title is the beginning of another word, as in 教师进修学校, and nobody is given it."""
    return (
        post.end < end
        and "㐀" <= plain[post.end] <= "鿿"
        and not BEHIND.match(plain, post.end)
        and not GIVEN_TO.search(plain[max(0, post.start - 5) : post.start])
    )


def people(plain: str, post: Post, end: int, *, listed: bool) -> Iterator[han.Named]:
    """Those who are named right behind a title; after one, others may follow. ``listed``: somebody with a post is before."""
    gap = EPITHET.match(plain, post.end, end)
    gap = gap and (BESIDE.match(plain, gap.end(), end) or gap)
    gap = gap or AGED.match(plain, post.end, end) or BESIDE.match(plain, post.end, end)
    place = gap.end() if gap else post.end
    direct = not plain[post.end : place].strip()
    certain = direct and not CITY.match(plain, post.end - 2) and (listed or post.whole or post.organisation is not None)
    named = han.name_after(plain, place, certain=certain)
    several = False
    while named and named.end <= end and not _is_title(plain, named.start):
        yield named
        courtesy = han.COURTESY.match(plain, named.end)
        joined = LISTED.match(plain, courtesy.end() if courtesy else named.end, end)
        if joined and joined.group() in "和及" and not several:
            return
        several = True
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
    if not organisation and (body := spaced(plain, run, floor)):
        return Post(body[0], end, (start, end), body)
    inner = QUALIFIED.search(plain, start, head) if start < head else None
    if inner and inner["inner"] and organisation and not INSTITUTION.search(unbracketed(organisation)):
        run = start = inner.end("inner") if run == start else start
    word = plain[head:end]
    if DELEGATE.fullmatch(word):
        return Post(first, end, (head + 2, end), (first, head + 2))
    if first < run < start and kind_of(organisation) is None:
        return Post(start, end, (start, end), None)
    if not organisation or organisation == "新":
        return Post(start, end, (start, end), None)
    named = within(plain, first, run, end)
    if named:
        body = (first, named.start - (plain[named.start - 1] == "的")) if named.start > first else None
        return Post(first, end, (start, end), body, within=named)
    if re.match(TERRITORIAL, word) and TERRITORY.search(organisation) and run == start:
        return Post(first, end, (start, end), None, whole=True)
    is_led = word.endswith("领队") and organisation.endswith(("团", "队"))
    if FILLED.search(word) and kind_of(organisation) is None and DESCRIBED.fullmatch(organisation) and not is_led:
        return Post(first, end, (first, end), None)
    if organisation == "校" or organisation in HEADS or (word == "议员" and len(organisation) == 1):
        return Post(first, end, (first, end), None)
    if re.match("[局部厅处]长", word) and plain[run - 1] != word[0] and plain[run - 2 : run] in FIELDS:
        return Post(first, end, (first, end), None)
    return Post(first, end, (start, end), (first, run))


def qualified(plain: str, head: int, floor: int) -> int:
    """Where a title starts whose head stands at an offset: its qualifying words and the body inside belong to it."""
    if head <= floor or plain[head - 1] not in QUALIFYING:
        return head
    match = QUALIFIED.search(plain, max(floor, head - 16), head)
    start = match.start() if match else head
    former = match["former"] if match else None
    if former == "原" and plain[start - 1 : start] in ("太", "平", "固", "中", "高", "草", "三"):
        return start + 1
    if former == "前" and plain[start - 1 : start] in ("目", "学", "之", "以", "此", "会", "日"):
        return start + 1
    return start


def spaced(plain: str, start: int, floor: int) -> tuple[int, int] | None:
    """The organisation that only spaces part from the title at an offset: 青山小学 校长."""
    if start <= floor or plain[start - 1] not in " \u3000":
        return None
    end = floor + len(plain[floor:start].rstrip(" \u3000"))
    if end == floor:
        return None
    body = (opening(plain, end, floor), end)
    if body[0] == end or HEAD.search(plain, *body) or kind_of(plain[slice(*body)]) is None:
        return None
    return body


def within(plain: str, start: int, end: int, after: int) -> han.Named | None:
    """The name right before a title, behind the organisation or alone: 区教育局李明副局长, 李明校长."""
    if kind_of(plain[start:end]) is not None or not han.follows(plain, after):
        return None
    if han.name_after(plain, after, certain=False):
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
