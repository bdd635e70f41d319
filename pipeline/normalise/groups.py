"""Statements about groups into one record a group: which printed names are one, and what is said of it altogether."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extractors.mentions import BatchMention, DateMention, Found, GroupMention
from extractors.names.lexicon import load
from extractors.script import folded
from pipeline.normalise import characters
from pipeline.normalise.values import key

INNER = "groups.name.inner"
"""The rule of a name that stands inside another name or a title."""
SAID = frozenset({"groups.name.called", "groups.prose.short_for"})
"""The rules of further names of which the text itself says that they mean the group."""
COMPANY_ZH = re.compile("|".join(sorted(load("extractors.groups", "zh")["company"])))
COMPANY_AFTER = re.compile(r"[\s”“」』。?？!！]*(?:答[:：]\s*)?(?:那|这|它|其|该)[^。,，]{0,9}公司")
"""A sentence behind one with a group's name that says what it is: '那是一家培训公司'."""
COMPANY = re.compile(r"(?:^|[^\w])(?:" + "|".join(load("extractors.groups", "en")["company"]) + r")\b", re.IGNORECASE)
OF_SCHOOLS = re.compile(
    r"school|college|university|kindergarten|hospital|academ|[中小]学|学校|幼儿园|学院|医院|[中小]教|职业|职教|幼教|[联共]体|联盟|学区"
)
"""In small letters."""
HEADS = frozenset(
    "group alliance consortium federation trust community union cluster network league partnership collective".split()
)
GENERIC = frozenset(
    "school schools college of the and education educational city county district town new area".split()
)
NUMBERED = re.compile(r"\bno\.? ?(\d+)")
PLACED_BEHIND = re.compile(rf"^(.*\b(?:{'|'.join(sorted(HEADS))})) of (?:the )?(.+)$")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = re.compile(rf"\d+|{'|'.join(ORDINALS)}")
WORD = re.compile(r"[a-z0-9.]+")
SPELLINGS = {
    "experiment": "experimental",
    "lu": "road",
    "jie": "street",
    "teaching": "education",
    "educational": "education",
    "elementary": "primary",
    "small": "primary",
} | {ordinal: f"no.{n}" for n, ordinal in enumerate(ORDINALS, start=1)}
"""Two spellings of one generic word in translations, and ordinals as numbers."""
LANDMARKS = load("extractors.names", "en")["landmark"]
COMMON = frozenset(
    word
    for name in ("generic", "joinable", "institution", "group", "topic", "place")
    for word in load("extractors.names", "en")[name]
)


@dataclass
class Cluster:
    """The statements about one group."""

    mentions: list[GroupMention] = field(default_factory=list)
    names: list[list[str]] = field(default_factory=list)
    """The printed names as tokens, each spelling once."""
    listed: bool = False
    """Whether a list or table sets the group apart as an entry of its own."""

    def take(self, other: Cluster) -> None:
        """Adds the statements of a cluster about the same group."""
        self.mentions = sorted((*self.mentions, *other.mentions), key=place_of)
        self.names += other.names
        self.listed = self.listed or other.listed

    @property
    def forms(self) -> list[Found]:
        """Each printed form of the name once, in the order of the text."""
        seen: dict[str, Found] = {}
        for mention in self.mentions:
            for found in (mention.name, *mention.aliases):
                form = key(found.span.quote)
                if form not in seen or (mention.standing and seen[form].rule == INNER):
                    seen[form] = found
        return list(seen.values())


@dataclass(frozen=True)
class Group:
    """One group with all that the document says of it, before it becomes a record."""

    name: Found
    aliases: tuple[Found, ...]
    leaders: tuple[Found, ...]
    members: tuple[Found, ...]
    established: DateMention | None


def resolve(mentions: Iterable[GroupMention], batches: Iterable[BatchMention] = ()) -> list[Group]:
    """The groups of one document, in the order of their first name in the text; companies are left out.

    A batch of groups founded at once dates the groups described below it, or those named there, when they are as many as
    it says.
    """
    known = [cluster for cluster in joined(by_form(mentions)) if any(m.standing for m in cluster.mentions)]
    clusters = [cluster for cluster in known if not is_company(cluster)]
    groups = [group_of(cluster) for cluster in clusters]
    for batch in batches:
        place = batch.date.found.span.start
        told = [described(cluster) for cluster in clusters]
        below = [n for n, start in enumerate(told) if start is not None and start > place]
        if len(below) != batch.number:
            below = [n for n, each in enumerate(clusters) if any(place_of(m) > place for m in each.mentions)]
        if len(below) == batch.number:
            for n in below:
                if groups[n].established is None:
                    groups[n] = replace(groups[n], established=batch.date)
    return sorted(groups, key=lambda group: group.name.span.start)


def described(cluster: Cluster) -> int | None:
    """Where the text first says who leads a group or belongs to it, in code points; None when it never does."""
    told = (f.span.start for m in cluster.mentions if m.leaders or m.members for f in (m.name, *m.leaders, *m.members))
    return min(told, default=None)


def place_of(mention: GroupMention) -> int:
    """Where a statement names its group, in code points."""
    return mention.name.span.start


def by_form(mentions: Iterable[GroupMention]) -> list[Cluster]:
    """Statements whose names are spelt alike, in the order of the text."""
    found: dict[str, Cluster] = {}
    for mention in sorted(mentions, key=lambda m: (m.name.span.start, not m.name.rule.startswith("groups.lists"))):
        name = mention.name
        listed = name.rule.startswith(("groups.lists", "groups.tables"))
        words = tokens(name.span.quote)
        form = " ".join(words)
        cluster = found.get(form)
        if cluster is not None and cluster.listed and listed:
            form = f"{form} {name.span.start}"
            cluster = found.get(form)
        if cluster is None:
            cluster = found[form] = Cluster(names=[words])
        cluster.mentions.append(mention)
        cluster.listed = cluster.listed or listed
        if mention.aliases:
            cluster.names += [tokens(a.span.quote) for a in mention.aliases if a.rule in SAID]
    return list(found.values())


def joined(clusters: list[Cluster]) -> list[Cluster]:
    """Clusters whose names are forms of one name made one; a form that fits two groups joins neither."""
    kept: list[Cluster] = []
    short: list[Cluster] = []
    full: list[Cluster] = []
    for cluster in clusters:
        (short if is_short(cluster) else full).append(cluster)
    for cluster in sorted(full, key=fewest_words_last):
        homes = [other for other in kept if same(cluster, other)]
        if len(homes) == 1:
            homes[0].take(cluster)
        else:
            kept.append(cluster)
    for cluster in sorted(short, key=fewest_words_last):
        homes = [other for other in kept if any(is_abbreviation(cluster.names[0], name) for name in other.names)]
        if homes:
            min(homes, key=lambda home: distance(home, cluster.mentions[0].name.span.start)).take(cluster)
    return kept


def fewest_words_last(cluster: Cluster) -> int:
    """Sorts the fuller names first, for the shorter ones are forms of them."""
    return -len(cluster.names[0])


def distance(cluster: Cluster, place: int) -> int:
    """How far before a place a group was named last, in code points; very far when only after it."""
    return min((place - m.name.span.start for m in cluster.mentions if m.name.span.start < place), default=10**9)


def tokens(name: str) -> list[str]:
    """The words of a name in the form in which spellings are compared.

    >>> tokens("the Foreign Languages School (Group)")
    ['foreign', 'language', 'school', 'group']
    >>> tokens("Second School"), tokens("47th School")
    (['no.2', 'school'], ['no.47', 'school'])
    >>> tokens("Education Group of Anbu County") == tokens("Anbu County Education Group")
    True
    """
    if characters.is_han(name):
        return list(characters.shortened(name))
    text = key(name).replace("'", "")
    text = NUMBERED.sub(r"no.\1", text) if "no" in text else text
    text = PLACED_BEHIND.sub(r"\2 \1", text) if " of " in text else text
    return [SPELLINGS.get(word) or (singular(word) if word[-1] in "stdh" else word) for word in WORD.findall(text)]


def singular(word: str) -> str:
    """A word without its plural s, an ordinal in digits as a number.

    >>> singular("languages"), singular("47th"), singular("class")
    ('language', 'no.47', 'class')
    """
    if word[0].isdigit() and re.fullmatch(r"\d+(?:st|nd|rd|th)", word):
        return f"no.{word[:-2]}"
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def same(a: Cluster, b: Cluster) -> bool:
    """Whether two names are forms of one group's name."""
    if a.listed and b.listed:
        return False
    return any(same_name(x, y) for x in a.names for y in b.names if x and y)


def same_name(short: list[str], long: list[str]) -> bool:
    """Whether two names, as tokens, mean one group.

    >>> same_name(["wuhen", "education", "group"], ["songshan", "lake", "wuhen", "education", "group"])
    True
    >>> same_name(["lakeside", "school", "education", "group"], ["dali", "school", "lakeside", "school", "education", "group"])
    False
    >>> same_name(["no.2", "school", "education", "group"], ["no.12", "school", "education", "group"])
    False
    """
    if len(short) > len(long):
        short, long = long, short
    if characters.is_han(short[0]) or characters.is_han(long[0]):
        return characters.same("".join(short), "".join(long))
    return is_form(short, long) and digits(short) == digits(long)


def is_form(short: list[str], long: list[str]) -> bool:
    """Whether the words of one name are those of the longer one, but for what names of one group may leave out."""
    own = [word for word in short if word not in GENERIC and word not in HEADS]
    extra = len(long) - len(short)
    if own and ends_with(long, short):
        return True
    if (
        own
        and "education" in long
        and "education" not in short
        and ends_with([w for w in long if w != "education"], short)
    ):
        return True
    if extra and long[: len(short)] == short and long[len(short)] == "of":
        return True
    if own and "school" not in short and "education" in short and not COMMON.issuperset(own):
        named = [w for w in long if w not in GENERIC and w not in HEADS and (w not in COMMON or w in LANDMARKS)]
        if set(own).issubset(long[1:]) or own == named:
            return True
    if own and [w for w in short if w not in GENERIC] == [w for w in long if w not in GENERIC]:
        return True
    if translated_generic(short, long) or (not extra and translated_generic(long, short)):
        return True
    if not extra:
        differing = [(x, y) for x, y in zip(short, long, strict=True) if x != y]
        return len(differing) == 1 and one_letter_apart(*differing[0])
    first, last = short[0], long[0]
    return extra <= 2 and one_letter_apart(first, last) and same_name(replaced(short, first, last), long)


def ends_with(long: list[str], short: list[str]) -> bool:
    """Whether a name is the end of another, before which no other school's or group's name stands.

    >>> ends_with(["anbu", "county", "lake", "school", "group"], ["lake", "school", "group"])
    True
    """
    extra = len(long) - len(short)
    before = long[: max(extra, 0)]
    return extra >= 0 and long[extra:] == short and "school" not in before and HEADS.isdisjoint(before)


def translated_generic(name: list[str], other: list[str]) -> bool:
    """Whether a name without a proper word differs from the end of the other by one common word: Capital and Metropolitan."""
    if len(name) < 4 or not COMMON.issuperset(name):
        return False
    differing = [y for x, y in zip(name, other[-len(name) :], strict=True) if x != y]
    return len(differing) == 1 and differing[0] in COMMON


def replaced(words: Sequence[str], old: str, new: str) -> list[str]:
    """The words with one put for another."""
    return [new if word == old else word for word in words]


def digits(words: Sequence[str]) -> list[str]:
    """The numbers in a name, which must be equal for two names to be one."""
    return NUMBERS.findall(" ".join(words))


def one_letter_apart(a: str, b: str) -> bool:
    """Whether one of two longer words has a letter too many: Yunan and Yunnan, not Heping and Hefeng."""
    short, long = sorted((a, b), key=len)
    return (
        len(short) >= 5
        and len(long) - len(short) == 1
        and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
    )


def is_short(cluster: Cluster) -> bool:
    """Whether all that a cluster has is a bare 'Longwai Group', which says what it is only beside a full name."""
    return all(m.name.rule == "groups.name.short" for m in cluster.mentions)


def is_abbreviation(name: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a short form's words are all in the full name, or its word begins as one of them does.

    >>> is_abbreviation(["seaside", "group"], ["haikou", "seaside", "school", "education", "group"])
    True
    >>> is_abbreviation(["longwai", "group"], ["longgang", "foreign", "language", "school", "group"])
    True
    """
    words = [w for w in name if w not in HEADS]
    if digits(words) != digits(whole) and digits(words):
        return False
    if all(word in whole for word in words):
        return True
    return len(words) == 1 and any(len(word) > 3 and word[:4] == words[0][:4] and word not in GENERIC for word in whole)


def is_company(cluster: Cluster) -> bool:
    """Whether a name without a school in it is spoken of as a business and never as a group of schools."""
    if any(m.leaders or m.members for m in cluster.mentions) or cluster.listed:
        return False
    if any(OF_SCHOOLS.search(form.span.quote.lower()) for form in cluster.forms):
        return False
    dated = any(m.established for m in cluster.mentions)
    sentences = [m.name.sentence for m in cluster.mentions]
    words = {match.group() for s in sentences for match in COMPANY_ZH.finditer(folded(s.quote))}
    return (
        len(words) > dated
        or any(COMPANY_AFTER.match(folded(s.span.text[s.end : s.end + 24])) for s in sentences)
        or (not dated and any(COMPANY.search(s.quote) for s in sentences))
    )


def group_of(cluster: Cluster) -> Group:
    """One cluster as a group: the fullest name, the other forms, each leader and member once."""
    forms = cluster.forms
    name = fullest(forms)
    leaders = once(found for m in cluster.mentions for found in m.leaders)
    members = once(found for m in cluster.mentions for found in m.members)
    if members:
        known = {key(found.span.quote) for found in (*leaders, *forms)}
        members = [
            f
            for f in members
            if key(f.span.quote) not in known and not any(is_variant(f, leader) for leader in leaders)
        ]
    established = next((m.established for m in cluster.mentions if m.established is not None), None)
    return Group(name, tuple(f for f in forms if f is not name), tuple(leaders), tuple(members), established)


def fullest(forms: list[Found]) -> Found:
    """The form with the most words; of equals the one that spells its first word as most forms do."""
    if len(forms) == 1:
        return forms[0]
    if any(characters.is_han(form.span.quote) for form in forms):
        return max(forms, key=lambda f: (f.rule != INNER, len(f.span.quote), -f.span.start))
    words = {f.span.start: tokens(f.span.quote) for f in forms}
    firsts = [words[f.span.start][0] for f in forms]
    return max(forms, key=lambda f: (len(words[f.span.start]), -firsts.index(words[f.span.start][0]), -f.span.start))


SECOND_NAME = re.compile(r"[(（]([^()（）]{3,30})[)）]")


def is_variant(a: Found, b: Found) -> bool:
    """Whether two names in characters are prints of one school's name: '东海市第七中学' and '东海七中', or its second name."""
    first, second = a.span.quote, b.span.quote
    if not (characters.is_han(first) and characters.is_han(second)):
        return False
    others = (SECOND_NAME.match(found.span.text, found.span.end) for found in (a, b))
    told = [(other[1], name) for other, name in zip(others, (second, first), strict=True) if other]
    return any(characters.same(x, y) for x, y in ((first, second), *told))


def once(found: Iterable[Found]) -> list[Found]:
    """Each value once, the surest and then the first statement of it; of prints of one school's name the fullest."""
    best: dict[str, Found] = {}
    for value in found:
        form = key(value.span.quote)
        known = best.get(form)
        if known is None or value.confidence > known.confidence:
            best[form] = value
    if len(best) < 2:
        return list(best.values())
    kept: list[Found] = []
    for value in sorted(best.values(), key=lambda f: (-f.confidence, f.span.start - f.span.end, f.span.start)):
        if value.span.quote.isascii() or not any(is_variant(value, other) for other in kept):
            kept.append(value)
    return sorted(kept, key=lambda f: f.span.start)
