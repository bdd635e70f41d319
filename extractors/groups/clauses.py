"""What prose says of a group in words that no relation knows: schools stand near a word of leading or belonging.

A clause is read around each run of names that no relation has taken: a word for a leader beside it makes it the
leader's, a word of belonging makes its schools members, and a word such as "advises" or "not" makes it neither. The
words are those of ``en.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from extractors.groups.relation import Role
from extractors.groups.wording import AUX, COLLECTIVE, GROUP_WORDS, LIST_AHEAD, SCHOOL, SEVERAL, beginnings
from extractors.leaps import leaping
from extractors.names.lexicon import load
from extractors.names.marked import BODY, GROUP, INSTITUTION
from extractors.value import value

WORDS = load("extractors.groups", "en")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)).replace(r"\ ", " ")


def cues(phrases: Iterable[str]) -> frozenset[str]:
    """How the first word of three letters in each phrase begins: ``beginnings`` has it of a sentence with the phrase.

    >>> sorted(cues(["no longer", "belongs to", "in it"]))
    ['bel', 'in', 'lon']
    """
    return frozenset((re.findall("[a-z]{3,}", phrase) or re.findall("[a-z]+", phrase))[0][:3] for phrase in phrases)


LEAD_NOUN, LEAD_VERB = _any(WORDS["lead_noun"]), _any(WORDS["lead_verb"])
PLACE = r"[A-Z][\w'’]+(?: [A-Z][\w'’]+)?"
NAMED = f"{GROUP[:-1]}{INSTITUTION[1:-1]}{BODY[1:]}"
LEADS = cues(WORDS["lead_noun"] | WORDS["lead_verb"])
CUED = (
    LEADS
    | cues(WORDS["belong"] | WORDS["run"] | WORDS["taken"])
    | frozenset("for set fou est cre lau bui sta are hel in par und amo inc nam suc".split())
)
LEADING = LEADS | frozenset("hel sup tak for bui gro gat cre org".split())
BELONGING = cues(WORDS["belong"])
SETTING_APART = cues(WORDS["apart"]) | {"t"}
DENYING = frozenset(("not", "nev", "no", "nei", "t"))
NEVER = re.compile(r"(?!)")
BARE = re.compile(
    leaping(rf"\b(?:{SEVERAL}|centres|centers|clinics)")
    + rf"(?: are)? ?[:(]? ?(?P<list>{PLACE}(?:, {PLACE})*,? and {PLACE})(?=[).;,]|$)"
)
OWN = rf"(?:{GROUP}|\b[Ii]t\b|\bwhich\b|\b[Tt]he {GROUP_WORDS}\b)"
RUNS = _any(WORDS["run"])
HAS_ENDING = (
    # 'the trust looks after A', 'it already sponsors A'
    (
        frozenset(word.rpartition(" ")[2] for word in WORDS["run"]) | {"now", "also", "already", "the"},
        re.compile(rf"{OWN}[^,;.]{{0,30}}?\b(?:{RUNS})(?: now| also| already| the)* $"),
    ),
    # 'its eight schools are A', 'the schools of the group are A'
    (
        frozenset(("are", "include", "were", "the")),
        re.compile(
            rf"(?:(?:\b[Ii]ts|{GROUP_WORDS}['’]s|{GROUP}['’]s) (?:[a-z\d-]+ ){{0,2}}{COLLECTIVE}|\b(?:{COLLECTIVE}|[Ss]ignatories|[Pp]articipants|[Ff]ounders|[Pp]artners) (?:of|in|that (?:make up|form|joined|belong to|are in)) (?:the )?{OWN}) (?:are|include|were)(?: the)? $"
        ),
    ),
    # 'the three schools of the group - A, B and C -', 'the 14 schools in the group, among them A'
    (
        frozenset(("-", "–", "—", ":", "(", "including", "them", "namely", "respectively", "as", "is", "the")),
        re.compile(
            rf"(?:\b{COLLECTIVE} (?:in|of|under) {OWN}|{GROUP})(?: ?[-–—:(] ?|,? (?:including|among them|namely|such as|that is),? )(?:the )?$"
        ),
    ),
    # 'among its other founders are A', 'besides B, there are A', 'it runs the group with A'
    (
        frozenset(("are", "is", "were", "the", "with", "also")),
        re.compile(
            rf"(?:\b[Aa]mong (?:the |its )?(?:other |new )?(?:{COLLECTIVE}|founders|partners|participants) (?:are|is|were)"
            rf"|\b(?:[Bb]esides|[Aa]part from|[Ii]n addition to) [^.;]{{0,90}} there (?:are|is)(?: also)?"
            rf"|\b(?:run|runs|running|ran|form|forms|formed|built|builds) (?:the )?{GROUP} (?:together |jointly )?with)(?: the)? $"
        ),
    ),
    # 'under the group come A', 'in the group there are A', 'in its arms are A'
    (
        frozenset(("are", "is", "come", "stand", "sit", "belong", "the")),
        re.compile(
            rf"\b(?:[Ii]n|[Uu]nder) (?:its|their|the group['’]s) (?:arms|wings?|umbrella|roof|flag|banner|fold|ranks|family),? (?:there are|are|come|stand|sit|belong) (?:the )?$|"
            rf"\b(?:[Ii]n|[Uu]nder|[Ii]nside|[Ww]ithin) (?:the )?{OWN},? (?:there are|there is|are|come|stand|sit|belong) (?:the )?$"
        ),
    ),
)
"""What stands before a run when a group has its schools: its last word, which is quick to see, and all of it."""
HAS = {
    end: [pattern for ends, pattern in HAS_ENDING if end in ends]
    for end in set().union(*(ends for ends, _ in HAS_ENDING))
}
"""The same by its last word."""
IS_IN = re.compile(
    rf",? (?:[a-z]+ ){{0,4}}?(?:is|are|was|were|has been|have been|be|been) (?:[a-z]+ )?(?:in|inside|within|part of|under) (?:the )?{OWN}"
    rf"| [^.;,]{{0,60}}?\bas part of (?:the )?{OWN}(?!['’]s)"
    rf"|,? (?:[a-z]+ ){{0,6}}?(?:become|becomes|became|is|are|was|be) (?:the |a |an |its |one of )?(?:[a-z\d]+ ){{0,3}}(?:{COLLECTIVE}|school|kindergarten|academy|hospital|branch|campus|member|participant|partner) (?:of|in) (?:the )?{OWN}"
    rf"|,? (?:all |both )?(?:{OWN}['’]s|[Ii]ts|[Tt]heir) (?:other |remaining |new |founding )?(?:[a-z\d]+ )?members?\b"
    rf"|,? (?:was|were|are|is) (?:chosen|elected|named|appointed) (?:as )?(?:the |its )?(?:vice|deputy)[- ](?:chair|president|lead|head)"
    rf"|,? (?:have|has|had) (?:[a-z]+ )?hung (?:out |up )?(?:the )?(?:brand|sign|plaque|board|name) of (?:the )?{OWN}"
    rf"|,? (?:[a-z]+ ){{0,3}}?(?:be|is|are|was|were|been) (?:[a-z]+ )?(?:{_any(WORDS['taken'])})(?: by (?:the )?{OWN}|(?! by))"
)
"""'A has been in the group since 2019', 'A will be governed by the group', 'A was taken over in 2016'."""
STANDS = frozenset(("stands", "stand", "is", "sits", "the"))
ONE_LEADS = re.compile(rf"\b(?:one|two|a) (?:{LEAD_NOUN}){SCHOOL}?, $")
"""'It consists of one lead school, A, and two others'."""
AT_HEAD = re.compile(rf"\b[Aa]t the (?:{LEAD_NOUN}) of [^.;]{{1,90}}? (?:stands?|is|sits?) (?:the )?$")
"""'At the head of the second, known as the X Group, stands A'."""
TAKEN = re.compile(rf"\b(?:{_any(WORDS['taken'])})\b")
FORMED = re.compile(
    rf",? (?:have |has |to )?(?:together |jointly )?(?:form(?:ed)?|set up|founded|established|created|launched|built|started) (?:the |a )?{GROUP}"
)
GOES_ON_TO_SAY = re.compile(r" (?:is|are|was|were|has|have|had|will|can|said)\b")
GOES_ON = re.compile(r",? and,?$|,? and, ")
"""A run that ends in 'and' has the part of the run behind it."""
PUT_BETWEEN = re.compile(r",? and,? [a-z][^.;:()]{3,60}, (?:the )?")
"""What is put in between before the last of a list: 'A, B and, on the other side of the hill, C'."""
ENDS = re.compile(r" ?(?:[,.;)]|and\b|$)")
BRACKETS = re.compile(r"\([^()]*\)")
BESIDE = re.compile(NAMED)
RUN = re.compile(LIST_AHEAD)
ONE = re.compile(INSTITUTION)
APART = re.compile(leaping(rf"\b(?:{_any(WORDS['apart'])})s?\b") + r"|n['’]t\b")
"""Over small letters."""
DENIED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|will|can|could) (?:not|never)\b|n['’]t\b|\b(?:no|neither) (?:\w+ )?(?:schools?|hospitals?)\b",
    re.IGNORECASE,
)
"""A sentence that denies something says of no school that it leads or belongs, as far as this can be told."""
BELONG = re.compile(leaping(rf"\b(?:{_any(WORDS['belong'])})\b"))
"""Over small letters."""
BREAK = re.compile(rf"[.;:()—–\"“”]|,(?! (?:and |as well as )?{NAMED})| - | while | whereas | but ")
ASIDE = re.compile(r"^,? ?(?:which|who|with|where|founded|established|set up|built|located|an?|the) [^,;:.]{3,80},")
NAMING = re.compile(
    r"(?:[,:—–(] ?(?:including|such as|namely|respectively|among them|among which(?: are)?|that is|i\.e\.|for example|they are),?|[:—–(]) ?(?:the |both )?$"
)
LEADS_AFTER = re.compile(
    rf"^,? ?(?:which |that |both |jointly |together |each )*(?:(?:in|at) the (?:{LEAD_NOUN}|fore)\b|{AUX}(?:{LEAD_VERB})\b(?! (?:\w+ )?(?:by|in turn)\b)"
    rf"|(?:is|are|was|were|as|acts? as|serves? as|remains?|became|becomes|being|for)(?: elected| chosen| named)? (?:both )?(?:the |its |a |their |in the |at the )*(?:(?!vice|deputy|second|assistant)\w+ (?:and )?)?(?:{LEAD_NOUN})\b"
    rf"|(?:received|got|took|was (?:given|awarded)|were (?:given|awarded)) [^,.;]{{0,30}}?\b(?:plaque|plate|licen[cs]e|title|sign) of (?:the )?(?:{LEAD_NOUN})\b"
    rf"|(?:holds?|houses?|takes?|took|stands?|sits?|plays?|undertakes?) [^,;:.]{{0,30}}?\b(?:{LEAD_NOUN}|secretariat)\b)"
)
"""Over small letters."""
LEADS_BEFORE = re.compile(
    rf"(?:\b(?:{LEAD_NOUN}){SCHOOL}?(?: of (?:it|(?:the )?{GROUP}|the \w+))?(?: ?[:=]| is| are| was| were| being| remains| namely|, that is,?|(?<=s),)? ?(?:the )?"
    rf"|(?:['’]s|\b[Ii]ts|\b[Tt]heir|\bwhose) (?:{LEAD_NOUN}){SCHOOL}?,? (?:the )?"
    rf"|\b(?:lead|leadership|helm|presidency|chair) (?:is|lies|rests) (?:in the hands of|with) (?:the )?"
    rf"|\b(?:formed|built|grouped|gathered|created|organi[sz]ed) around (?:the )?"
    rf"|\b(?:that|which|who) (?:{LEAD_VERB})\b[^,;:.]{{0,30}} (?:is|was|are) (?:the )?"
    rf"|\b(?:{LEAD_VERB}|taken care of|held up|supported) (?:jointly |up )?by (?:the )?)$"
)
"""Over small letters."""
LED_BEFORE = re.compile(
    rf"\b(?:{_any(w for w in WORDS['lead_verb'] if w.endswith(('s', 'ing', 'over')))}|jointly (?:{LEAD_VERB}))(?: along| on| up| together)? (?:the )?$"
)
ADMISSION = re.compile(
    r"(?:\b(?:students|pupils|graduates|candidates|children|people|them|who)|\d) (?:have |has |had |were |was |are )?(?:been )?(?:enter|entered|admitted|enrolled)\b"
)
"""Pupils enter universities; these do not for that belong to a group: '61 have entered X University'."""
HELD = re.compile(
    r" (?:Party |Executive |Vice-|Deputy |Chief )*(?:Principal|President|Director|Head|Secretary|Dean|Teacher|Headmaster|Headmistress)s? [A-Z]"
)
"""The school of a person: 'X School Principal Bao Youlin'."""
PLACED = re.compile(
    r"\b(?:in|at|inside|from|of|to|for|near|outside|between|against|like|than|around|under|opposite|toward|towards|where) (?:the |its |their |a )?(?:\w+ )?$"
)
"""Over small letters."""
OF_IT = re.compile(
    r"(?:consist(?:s|ed|ing)?|composed|made up|made|comprised|formed|community|union|alliance|part|admission|addition|accession|inclusion|incorporation) of (?:the )?$|(?:belongs?|extends?|extended|open|opened|reaches) to (?:the )?$|among (?:them|others),? (?:are |is )?$"
)
CLOSE_BEFORE, CLOSE_AFTER = 70, 45
"""How far from a run, in code points of the folded sentence, its word may stand."""


@value
class Cued:
    """A run of names in a folded sentence with the part that a word in its clause gives it."""

    role: Role
    start: int
    end: int
    bare: bool = False
    """Its names are places alone: 'four schools (Biyan, Caizi and Quanjia)'."""


def cued(string: str, words: frozenset[str], told: Set[int]) -> Iterator[Cued]:
    """The runs of names in a folded sentence that a word beside them makes leaders or members.

    ``words`` are the beginnings of its words. Runs with a name at one of the places ``told`` say nothing new: they are
    read only for the run before them, which may share their part.
    """
    if CUED.isdisjoint(words) or (not DENYING.isdisjoint(words) and DENIED.search(string)):
        return
    apart = APART if not SETTING_APART.isdisjoint(words) else NEVER
    waiting: Cued | None = None
    last: Cued | None = None
    for run in RUN.finditer(string):
        first, end = run.span()
        names = run.group()
        if not ONE.search(names) or (waiting is None and not told.isdisjoint(range(first, end))):
            continue
        start = first + (4 if names.startswith("and ") else 0)
        ahead = string[max(0, start - 160) : start]
        before, after = _last(ahead), _first(string[end : end + 160])
        small, behind = before.lower(), after.lower()
        if apart.search(small) or apart.search(behind) or HELD.match(after):
            continue
        if ahead.endswith(": ") and only_begins(string, end):
            continue
        if ahead.endswith(", ") and ONE_LEADS.search(ahead):
            role: Role | None = "leaders"
        else:
            role = _role(before, small, behind) or _stated(ahead, after, names) or _carried(ahead, before, after)
        if role is None and last is not None and PUT_BETWEEN.fullmatch(string, last.end, start):
            role = last.role
        if waiting and role:
            yield Cued(role, waiting.start, waiting.end)
        waiting = Cued("members", first, end) if role is None and GOES_ON.match(after) else None
        last = None if role is None else Cued(role, first, end)
        if last is not None:
            yield last
    for bare in BARE.finditer(string):
        if BELONG.search(string[max(0, bare.start() - CLOSE_BEFORE) : bare.start("list")].lower()):
            yield Cued("members", *bare.span("list"), bare=True)


def only_begins(string: str, end: int) -> bool:
    """Whether what a colon announces is a sentence about the schools that end there: 'for the members: X School is near'."""
    after = string[end : end + 120]
    return GOES_ON_TO_SAY.match(after) is not None and not (BELONG.search(after) or TAKEN.search(after))


def _role(before: str, small: str, behind: str) -> Role | None:
    """What the clause around a run says: the words before it, the same in small letters, and those behind it in small letters."""
    words = beginnings(small)
    if not LEADING.isdisjoint(words):
        if LEADS_BEFORE.search(small):
            return "leaders"
        if LED_BEFORE.search(before):
            return "members"
    if PLACED.search(small) and not OF_IT.search(before):
        return None
    after = beginnings(behind)
    if not LEADING.isdisjoint(after) and LEADS_AFTER.search(behind):
        return "leaders"
    if (
        not BELONGING.isdisjoint(words)
        and BELONG.search(BESIDE.split(small)[-1][-CLOSE_BEFORE:])
        and not ADMISSION.search(small)
    ):
        return "members"
    if not BELONGING.isdisjoint(after) and BELONG.search(BESIDE.split(behind)[0][:CLOSE_AFTER]):
        return "members"
    return None


def _stated(ahead: str, after: str, run: str) -> Role | None:
    """Whether words between a run and a group's name say that its schools are the group's."""
    last = ahead.rstrip(" ,").rpartition(" ")[2]
    if last in STANDS and AT_HEAD.search(ahead):
        return "leaders"
    if any(pattern.search(ahead) for pattern in (*HAS.get(last, ()), *HAS.get(last[-1:], ()))) or IS_IN.match(after):
        return "members"
    return "members" if FORMED.match(after) and len(ONE.findall(run)) > 1 else None


def _carried(ahead: str, before: str, after: str) -> Role | None:
    """The part of a run that goes on with the list of the clause before it: 'unites four schools (…), A and B'."""
    if before.strip(" ,").removesuffix("the").strip() or not ENDS.match(after):
        return None
    list_before = BREAK.split(BRACKETS.sub("", ahead).rstrip(" ,").removesuffix("and").rstrip(" ,"))
    return "members" if any(part and BELONG.search(part.lower()) for part in list_before[-2:]) else None


def _last(before: str) -> str:
    """The clause before a run; the one before that too where the run only gives examples."""
    naming = NAMING.search(before)
    end = naming.start() if naming else len(before)
    start = 0
    for found in BREAK.finditer(before, 0, end):
        start = found.end()
    return before[start:end]


def _first(after: str) -> str:
    """The clause behind a run, without what is put in between: ', which has 620 beds,'."""
    aside = ASIDE.match(after)
    if aside:
        after = after[aside.end() :]
    stop = BREAK.search(after, 1)
    return after[: stop.start()] if stop else after
