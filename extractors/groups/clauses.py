"""What prose says of a group in words that no relation knows: schools stand near a word of leading or belonging.

A clause is read around each run of names that no relation has taken: a word for a leader beside it makes it the
leader's, a word of belonging makes its schools members, and a word such as "advises" or "not" makes it neither. The
words are those of ``en.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from extractors.groups.owning import FORMED, HAS, IS_IN, TAKEN, WORDS, any_of
from extractors.groups.relation import Role
from extractors.groups.wording import ACTIVE, AUX, GROUP_WORDS, LIST_AHEAD, SCHOOL, SEVERAL, beginnings
from extractors.leaps import leaping
from extractors.names.marked import BODY, GROUP, INSTITUTION
from extractors.value import value


def cues(phrases: Iterable[str]) -> frozenset[str]:
    """How the first word of three letters in each phrase begins: ``beginnings`` has it of a sentence with the phrase.

    >>> sorted(cues(["no longer", "belongs to", "in it"]))
    ['bel', 'in', 'lon']
    """
    return frozenset((re.findall("[a-z]{3,}", phrase) or re.findall("[a-z]+", phrase))[0][:3] for phrase in phrases)


LEAD_NOUN, LEAD_VERB = any_of(WORDS["lead_noun"]), any_of(WORDS["lead_verb"])
LEADING_ON = any_of(word for word in WORDS["lead_verb"] if word.endswith("ing"))
TIES = "|".join(
    f"{verb}(?: together| in| on board)?"
    for verb in "ties tied links linked binds bound joins brings brought groups combines covers spans manages embraces unites takes took".split()
)
"""What a group does whose schools follow, counted."""
PLACE = r"[A-Z][\w'’]+(?: [A-Z][\w'’]+)?"
NAMED = f"{GROUP[:-1]}{INSTITUTION[1:-1]}{BODY[1:]}"
LEADS = cues(WORDS["lead_noun"] | WORDS["lead_verb"])
CUED = (
    LEADS
    | cues(WORDS["belong"] | WORDS["run"] | WORDS["taken"])
    | frozenset("for set fou est cre lau bui sta are hel in par und amo inc nam suc tie lin bin".split())
)
LEADING = LEADS | frozenset(
    "hel sup tak for bui gro gat cre org bas rel cen hol car bea rai hoi exe rad rev clu occ ent cha tas res gui alo".split()
)
BELONGING = cues(WORDS["belong"])
SETTING_APART = cues(WORDS["apart"]) | {"t"}
DENYING = frozenset(("not", "nev", "no", "nei", "t"))
NEVER = re.compile(r"(?!)")
BARE = re.compile(
    leaping(rf"\b(?:{SEVERAL}|centres|centers|clinics)")
    + rf"(?: are)? ?[:(–—-]? ?(?P<list>{PLACE}(?:, {PLACE})*,? and {PLACE})(?= ?[).;,–—-]|$)"
    rf"|the (?P<of>(?:(?!member |other )[a-z]+ ){{0,3}}(?:{SEVERAL}) of {PLACE}(?:, {PLACE})*,? and {PLACE}(?: (?:town(?:ship)?s|villages|districts|counties|streets|subdistricts))?)(?!\w)"
)
"""'It has three campuses: Beiling, Hetou and Luotian', 'the primary schools of Beiling, Hetou and Luotian townships'."""
COUNTED = re.compile(
    rf"\b(?:has|have|had|having|with|runs|operates|there are|made up of|{TIES}) (?:[\w-]+ ){{0,3}}(?:sub-)?(?:schools|campuses|kindergartens|branches|parks|gardens|sites) ?[:(–—-] ?$"
)
"""'It has three campuses: '"""
STANDS = frozenset(("stands", "stand", "is", "sits", "the"))
ONE_LEADS = re.compile(rf"\b(?:one|two|a) (?:{LEAD_NOUN}){SCHOOL}?, $")
"""'It consists of one lead school, A, and two others'."""
AT_HEAD = re.compile(rf"\b[Aa]t the (?:{LEAD_NOUN}) of [^.;]{{1,90}}? (?:stands?|is|sits?) (?:the )?$")
"""'At the head of the second, known as the X Group, stands A'."""
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
APART = re.compile(leaping(rf"\b(?:{any_of(WORDS['apart'])})s?\b") + r"|n['’]t\b")
"""Over small letters."""
DENIED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|will|can|could) (?:not|never)\b|n['’]t\b|\b(?:no|neither) (?:\w+ )?(?:schools?|hospitals?)\b",
    re.IGNORECASE,
)
"""A sentence that denies something says of no school that it leads or belongs, as far as this can be told."""
BELONG = re.compile(leaping(rf"\b(?:{any_of(WORDS['belong'])})\b"))
"""Over small letters."""
BREAK = re.compile(rf"[.;:()—–\"“”]|,(?! (?:and |as well as )?{NAMED})| - | while | whereas | but ")
ASIDE = re.compile(r"^,? ?(?:which|who|with|where|founded|established|set up|built|located|an?|the) [^,;:.]{3,80},")
NAMING = re.compile(
    r"(?:[,:—–(] ?(?:including|such as|namely|respectively|among them|among which(?: are)?|that is|i\.e\.|for example|they are),?|[:—–(]) ?(?:the |both )?$"
)
SETTING_UP = r"setting|form|found|build|creat|establish|organi|launch"
LEADS_AFTER = re.compile(
    rf"^,? ?(?:which |that |both |jointly |together |each )*(?:(?:in|at) the (?:{LEAD_NOUN}|fore)\b(?! (?:after|by)\b)|(?:{ACTIVE}(?:(?:[a-z]+ed|chosen|picked|set|due) to )?(?:{LEAD_VERB})|{AUX}(?:{LEADING_ON})|{AUX}(?:[a-z]+ed|chosen|picked|set|due) to (?:{LEAD_VERB}))\b(?! (?:\w+ )?(?:by|in turn)\b| (?:after|until|early|at|by)\b| (?:(?:the|an?|its|their) (?!(?:[\w-]+ ){{0,2}}(?:group|alliance|consortium|federation|trust|community|network|cluster|member|schools|others|rest|way|whole|{SETTING_UP}))[a-z]|schools?\b|classes\b|courses\b|\d|(?:[a-z]+ )?on (?:its|their) own\b|out\b))"
    rf"|(?:is|are|was|were|as|(?:will |would |shall |to )?(?:act|serve|take charge|take over)s? as|(?:takes|took) (?:charge|over) as|remains?|became|becomes|being|for)(?: (?:elected|chosen|named|appointed|confirmed|designated|selected|picked|declared|announced|put forward)(?: as| to be)?)? (?:both )?(?:the |its |a |their |in the |at the )*(?:(?!vice|deputy|second|assistant)\w+ (?:and )?)?(?:{LEAD_NOUN})\b(?!(?<=dragon) bod)"
    rf"|(?:received|got|took|was (?:given|awarded)|were (?:given|awarded)) [^,.;]{{0,30}}?\b(?:plaque|plate|licen[cs]e|title|sign) of (?:the )?(?:{LEAD_NOUN})\b"
    rf"|['’]s (?:leadership|lead|leading role|chairmanship|presidency) (?:of|in) (?:the |this )?(?:new )?(?:{GROUP}|{GROUP_WORDS})"
    rf"|(?:(?:was|were|is|are|been) )?(?:entrusted|charged|tasked) with (?:the )?(?:task of )?(?:lead|leadership|leading|heading|steering|chairing|presidency)\b"
    rf"|{AUX}(?:holds?|houses?|takes?|took|taking|stands?|sits?|plays?|undertakes?|occup(?:y|ies|ied)) [^,;:.]{{0,30}}?\b(?:{LEAD_NOUN}|secretariat)\b(?! (?:after|by|early|late|again|from|against|on points)\b| in (?:the |a |an |its |their )?+(?!group|{GROUP}|{SETTING_UP})[a-z])"
    rf"|(?:holds?|held|holding|carr(?:y|ies|ied|ying)|bears?|bearing|rais(?:es?|ed|ing)|hoists?) (?:up )?(?:the |its )?(?:big |great |leading )?(?:flag|banner|standard|torch)\b(?!-| (?:of|for) (?!(?:the |this )?(?:group|{GROUP}))))"
)
"""Over small letters."""
LEADS_BEFORE = re.compile(
    rf"(?:\b(?:{LEAD_NOUN}){SCHOOL}?(?: of (?:it|(?:the )?{GROUP}|this (?:one|\w+)|the \w+))?(?: ?[:=]| will be| is| are| was| were| being| remains| namely|, that is,?|(?<=s),)?(?: of course| naturally| without doubt| undoubtedly)? ?(?:the )?"
    rf"|(?:['’]s|\b[Ii]ts|\b[Tt]heir|\bwhose) (?:{LEAD_NOUN}){SCHOOL}?,? (?:the )?"
    rf"|\b(?:leading|lead|driving|radiating|radiation|core|flagship|exemplary) (?:and [a-z]+ )?(?:role|function|effect) of (?:the )?"
    rf"|\b(?:lead|leading|leading role|leadership|helm|presidency|chair|baton|reins)(?: (?:of |in |for )?(?:leading |running )?(?:it|(?:the |this )?(?:new )?(?:{GROUP}|{GROUP_WORDS})))? (?:is|lies|rests|goes|went|falls|fell|has fallen|passes|passed|(?:was|were) (?:given|handed|entrusted|passed)) (?:in the hands of|with|to|on) (?:the )?"
    rf"|\bresponsib(?:le|ility) for (?:leading |running )?(?:it|(?:the |this )(?:new )?(?:{GROUP}|{GROUP_WORDS})) (?:is|lies|rests|falls|was given|goes) (?:to|with|on)? ?(?:the )?"
    rf"|\b(?:leading|heading|chairing|steering|anchoring|guiding) (?:it|(?:the |this )(?:new )?(?:{GROUP}|{GROUP_WORDS})) (?:is|are|was|were|will be) (?:the )?"
    rf"|\b(?:(?:formed|built|grouped|gathered|created|organi[sz]ed|founded|set up|established|revolves|revolving|clustered)(?: in [^,;:.]{{4,20}})? around|(?:based|built|relying|relies|centred|centered) (?:mainly )?on(?: the (?:strengths?|foundations?|basis|resources) of)?) (?:the )?"
    rf"|\b(?:that|which|who|(?:[a-z]+ed|chosen|picked) to) (?:{LEAD_VERB})\b[^,;:.]{{0,30}} (?:is|was|are|will be) (?:the )?"
    rf"|\b(?:{LEAD_VERB}|taken care of|held up|supported) (?:jointly |up )?by (?:the )?)$"
)
"""Over small letters."""
LED_BEFORE = re.compile(
    rf"\b(?:{any_of(w for w in WORDS['lead_verb'] if w.endswith(('s', 'ing', 'over')))}|jointly (?:{LEAD_VERB}))(?: along| on| up| together)? (?:the )?$|\b(?:takes?|taking|brings?|bringing|carries|drags?) along (?:the )?$"
)
AMONG = re.compile(r"(?: being)? among them\b| included\b")
"""'It brings 14 clinics together, A and B among them'."""
BECAME = re.compile(r"\b(?:becomes?|became|turned into|converted into|renamed|as) (?:the |a |an |its )?$")
"""Before what a school is called in the group: 'A became the East Campus of X Group'."""
PLACES_BEFORE = ("county ", "district ", "city ", "town ")
"""What the names of schools may begin with without a capital: see entries.PLACE_BEFORE."""
WILL_LEAD = re.compile(r"\b(?:will|would|shall|can|must|is to|to|and) (?:also |jointly )?lead (?:the )?$")
"""'A will lead B and C', where "lead" is no noun."""
ADMISSION = re.compile(
    r"(?:\b(?:students|pupils|graduates|candidates|children|people|them|who)(?: of [^,.;]{1,40})?|\d) (?:have |has |had |were |was |are )?(?:been )?(?:enter|entered|admitted|enrolled)\b|\benter(?:s|ed)? (?:the |for the )?(?:\w+ )?(?:finals?|semi-?finals?|competition|contest|round|top)\b"
    rf"|\b(?:(?:take|took|takes|taking) part|participate|participates|participated) in (?:the |a |an |this )?+(?!(?:[a-z]+ )?{GROUP_WORDS}|{GROUP}|it\b|its )[a-z]"
)
"""Pupils enter universities; these do not for that belong to a group: '61 have entered X University'."""
FORMER = re.compile(r"\bwho (?:\w+ ){0,2}(?:led|headed|ran|chaired|managed|joined|left) (?:the )?$")
"""A person's former school: 'Li Jun, who once led X School'."""
HELD = re.compile(
    r" (?:Party |Executive |Vice-|Deputy |Chief )*(?:Principal|President|Director|Head|Secretary|Dean|Teacher|Headmaster|Headmistress)s? [A-Z]|['’]s (?:pupils|students|teachers|parents|children|staff|choir|team|band|orchestra)\b"
)
"""The school of a person: 'X School Principal Bao Youlin'."""
PLACED = re.compile(
    r"\b(?:in|at|inside|from|of|to|for|near|outside|between|against|like|than|around|under|opposite|toward|towards|where) (?:the |its |their |a )?(?:(?!which )\w+ )?$"
)
"""Over small letters."""
OF_IT = re.compile(
    r"(?:consist(?:s|ed|ing)?|composed|made up|made|comprised|formed|community|union|alliance|part|admission|addition|accession|inclusion|incorporation|transfer) of (?:the )?$|(?:belongs?|extends?|extended|open|opened|reaches) to (?:the )?$|among (?:them|others),? (?:are |is )?$"
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
        if before.endswith(PLACES_BEFORE):
            before = before[: before.rfind(" ", 0, -1) + 1]
        small, behind = before.lower(), after.lower()
        if apart.search(small) or apart.search(behind) or HELD.match(after) or FORMER.search(before):
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
        begin, stop = bare.span(bare.lastgroup or "list")
        ahead = string[max(0, bare.start() - CLOSE_BEFORE) : begin]
        if BELONG.search(ahead.lower()) or COUNTED.search(ahead):
            yield Cued("members", begin, stop, bare=True)


def only_begins(string: str, end: int) -> bool:
    """Whether what a colon announces is a sentence about the schools that end there: 'for the members: X School is near'."""
    after = string[end : end + 120]
    return GOES_ON_TO_SAY.match(after) is not None and not (BELONG.search(after) or TAKEN.search(after))


def _role(before: str, small: str, behind: str) -> Role | None:
    """What the clause around a run says: the words before it, the same in small letters, and those behind it in small letters."""
    words = beginnings(small)
    if not LEADING.isdisjoint(words):
        if WILL_LEAD.search(small):
            return "members"
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
    if (
        not BELONGING.isdisjoint(after)
        and BELONG.search(BESIDE.split(behind)[0][:CLOSE_AFTER])
        and not ADMISSION.search(behind)
    ):
        return "members"
    return None


def _stated(ahead: str, after: str, run: str) -> Role | None:
    """Whether words between a run and a group's name say that its schools are the group's."""
    last = ahead.rstrip(" ,").rpartition(" ")[2]
    if last in STANDS and AT_HEAD.search(ahead):
        return "leaders"
    if any(pattern.search(ahead) for pattern in (*HAS.get(last, ()), *HAS.get(last[-1:], ()))) or (
        IS_IN.match(after) and not BECAME.search(ahead)
    ):
        return "members"
    if AMONG.match(after) and BELONG.search(ahead.lower()):
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
