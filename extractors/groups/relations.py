"""The ways in which English prose says that schools lead a group or belong to it, as patterns over folded sentences.

The pieces they are made of are those of `wording`. Each row has an example; a pattern without G speaks of the group
named nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Literal

from extractors.groups.wording import (
    APPOSITION,
    AS_ROLE,
    AUX,
    COLLECTIVE,
    COMES_IN,
    DEAL,
    FRIENDLY,
    GROUP_WORDS,
    INTRO,
    ITEM,
    LEAD,
    LEADS,
    LED,
    LIST,
    LIST_AHEAD,
    NO_GROUP,
    NOTE,
    OTHERS,
    SCHOOL,
    SEP,
    SIGN,
    THE,
    WHOLE_LIST,
    G,
)
from extractors.leaps import leaping
from extractors.names.marked import GROUP, INSTITUTION

Role = Literal["leaders", "members"]


@dataclass(frozen=True, slots=True)
class Relation:
    """A way to say that schools lead a group or belong to it; ``example`` shows it.

    A pattern without G speaks of the group named nearest: before it in its sentence, after it, or last before it.
    """

    rule: str
    role: Role
    example: str
    pattern: re.Pattern[str]
    cues: frozenset[str]
    """One of these must be among the beginnings of a sentence's words, else the pattern cannot match."""
    further: frozenset[str]
    """And one of these."""
    stems: tuple[str, ...]
    """And one of these must stand somewhere in it, where there are any: a closer look before a costly pattern."""


def relation(rule: str, role: Role, example: str, pattern: str) -> Relation:
    """A relation with its pattern compiled."""
    cues, _, further = CUES[rule].partition(" & ")
    return Relation(
        f"groups.prose.{rule}",
        role,
        example,
        re.compile(leaping(pattern)),
        frozenset(cues.split()),
        frozenset((further or cues).split()),
        tuple(stem.replace("_", " ") for stem in STEMS.get(rule, "").split()),
    )


LEADING = "lea cor hea mai anc fla dra gen cen hos par pri bac cha pre ini fau co coo pil"
GROUPS = "gro all con fed tru com net clu"
# With what three letters a word of a sentence must begin for a pattern to be tried on it, and another behind "&"; "("
# stands for itself.
CUES = {
    "signed": "sig ink con sea & wit",
    "signed_with": "sig ink con sea",
    "composed_of": "com mad con for put pie bui ass & of fro by out",
    "comprises": "com inc uni int lin con enc cov spa emb bri bro tak too gat run ope gov man has had hav alr",
    "runs_with": "run",
    "member_schools": "mem bra par con vic dep",
    "members_are": "mem joi",
    "bracketed": "(",
    "opened_campus": "ope add lau unv & cam bra",
    "its_school": "its",
    "under_wing": "bri bro tak too put pla & und",
    "make_up": "mak mad for con com",
    "counts_among": "cou num has hav lis & amo as in",
    "community_of": "com uni all fed gro par con col & is was a",
    "core_drives": "as & dri lea rad pul uni int bri tak lin wit and",
    "merged_with": "mer whe aft com uni",
    "model_of_parts": "mod pat str",
    "leads_schools": "lea hea",
    "led_schools": "lea hea",
    "links_with": "lin con pai twi & wit",
    "joined_by": "joi & by",
    "to_which_belong": "whi & bel mem par",
    "founded_by": "est fou set for cre lau & by",
    "admitted_including": "adm rec acc joi & inc amo",
    "which_leads": "whi & lea hea anc cha",
    "at_its_core": "cor hea cen hel & wit has hav",
    "in_the_lead": "lea hea",
    "groups_lead_school": f"{LEADING} & {GROUPS}",
    "members_colon": "mem",
    "also_includes": "inc com cov uni tak",
    "under_flag": "und & fla ban win umb roo",
    "leader_of_which": f"{LEADING} & whi",
    "others_are": "oth & are bei inc",
    "has_members": "mem par bra & as",
    "with_members": "mem bra cam par sch uni & as",
    "are_members": "mem bra cam res par cha & are wer as bec mak",
    "with_inside": "wit",
    "gains": "gai add get got wel rec tak too adm abs inc acc enr",
    "member_of": "mem bra cam & of in",
    "joined_group": "joi ent fol sig bec inc adm mer bro tak int abs acc add tra ass put pla bel par sit com cam run man ope und",
    "joined_too": "joi fol mer inc adm tak cam",
    "joined": "joi sig fol cam mer inc adm tak abs bro",
    "leading_school": LEADING,
    "plaque_to": "pla lic boa & of",
    "head_of": "hea cen cor & sta sit is lie",
    "leading_school_is": LEADING,
    "its_leading_school": f"{LEADING} & its the who",
    "main_school_in": f"{LEADING} & pla loc set bas hou sit sea",
    "leads_as": f"{LEADING} hub & as",
    "led_by": "led hea anc spe fro ste pil & by",
    "under_lead_of": "und & lea",
    "under_lead_are": "und & lea",
    "headquartered": "hea cen",
    "leads": "lea led hea anc cha spe sit cen cor fou hub",
    "set_up_by": "set fou cre est & by",
}
CHAIR = "(?:chair|chairing|chairman|president)"
LEADING_STEMS = (
    "_lead _core _head _main _anchor _flagship _dragon _general _central _host _parent _principal _backbone _chair _presiding"
    " _initiating _faucet _co-ordinating _coordinating _pilot"
)
# What further must stand in a sentence for the costly patterns; "_" is a space.
STEMS = {
    "signed_with": "_sign _ink _conclude _sealed",
    "comprises": "compris includ unit integrat link contain encompass cover span embrac bring brought take took taking gather"
    " combin runs_ operates govern manag has_ had_ under_it member",
    "make_up": "_make made_up _form constitut compos",
    "joined_group": "_join _enter _follow _sign _becom _became _merged _incorporated _admitted _brought _taken _integrated _absorbed _included"
    " _accepted _added _folded _transferred _assigned _put_ _placed _belong part_of _sit _come _came run_by managed_by operated_by management",
    "joined": "_join _signed_to _follow _came_in _merged _incorporated _admitted _taken_in _absorbed _brought_in",
    "member_of": "member branch campus",
    "are_members": "member branch campus rest participant chair",
    "leading_school": LEADING_STEMS,
    "leading_school_is": LEADING_STEMS,
    "its_leading_school": LEADING_STEMS,
    "groups_lead_school": LEADING_STEMS,
    "leads": "_lead _led _head _anchor _chair _spearhead _center_ _centre_ _heart_of _core_of _hub_of _foundation_of",
    "leads_schools": "_leads _heads",
    "in_the_lead": "_lead _head _helm",
}
RELATIONS = (
    relation(
        "signed",
        "members",
        "X Education Group signed contracts with A and B",
        rf"{G} {AUX}{SIGN} (?!{FRIENDLY})(?:{DEAL} )?with {INTRO}{LIST}",
    ),
    relation(
        "signed_with",
        "members",
        "A and B signed agreements to join X Education Group",
        rf"{LIST} {AUX}{SIGN} (?!{FRIENDLY})(?:{DEAL} )?(?:to join|with|of|for joining|of joining|on joining) {THE}{G}",
    ),
    relation(
        "composed_of",
        "members",
        "X Education Group is composed of A, B and C",
        rf"\b(?:composed|made up|comprised|formed|put together|constituted|consists?|consisted|consisting|pieced together|built|assembled) (?:up )?(?:of|from|by|out of) {INTRO}{LIST}",
    ),
    relation(
        "comprises",
        "members",
        "X Education Group comprises A, B and C",
        rf"{G}{NO_GROUP}{{0,90}}?\b(?:compris(?:es|ed|e|ing)|includ(?:es|ed|e|ing)|unit(?:es|ed|e|ing)|integrat(?:es|ed|e|ing)|link(?:s|ed|ing)|contain(?:s|ed|ing)?|encompass(?:es|ed|ing)?|cover(?:s|ed|ing)|span(?:s|ned|ning)|embrac(?:es|ed|ing)|br(?:ings|ought|inging) (?:together|in|on board)|takes? in|took in|taking in|gather(?:s|ed|ing)(?: together)?|combin(?:es|ed|e|ing)|runs(?: it together with)?|operates|govern(?:s|ed)|manag(?:es|ed)|ha[sd] under it|already had|ha[sd]|ha(?:s|d|ving) [^.;:]{{0,50}}?members?(?: schools?| units?)?[:,]?) {INTRO}{WHOLE_LIST}(?! (?:at|as) (?:its |the |their |a )?(?:[a-z]+ )?(?:head|core|heart|helm|cent|lead))",
    ),
    relation(
        "runs_with",
        "members",
        "A runs it together with B and C",
        rf"\bruns? (?:it|the group) (?:together|jointly) with {LIST}",
    ),
    relation(
        "member_schools",
        "members",
        "its member schools are A and B",
        rf"\b(?:[Mm]ember|[Bb]ranch|[Pp]articipating|[Cc]onstituent|[Vv]ice ?-?{CHAIR}|[Dd]eputy ?-?{CHAIR}) ?-?(?:schools?|units?|kindergartens?|institutions?|hospitals?|colleges?|academies)?(?: of (?:the group|(?P<group>{GROUP})))? (?:are|is|were|was|includes?|included|including|being|comprise|consist of|namely|it has|at present are|now are):? ?{INTRO}{LIST}",
    ),
    relation(
        "members_are",
        "members",
        "those who join as members are A and B",
        rf"\b(?:as|of|the|its|whose|other|main|founding|new|two|three|four|five|six|[Tt]he|[Ii]ts) (?:\w+ )?(?:members?|newly joined)(?: schools| units)?(?: of (?:the group|(?P<group>{GROUP})))?(?: at present| now| today)?(?: (?:are|is|were|has|have|include|also include|including|being):?|,|:)? {INTRO}{LIST}",
    ),
    relation(
        "bracketed",
        "members",
        "X Federation, a pair of schools (A and B)",
        rf"{G},? (?:an? |the )?[^.,;()]{{0,50}}\b(?:schools|kindergartens|academies|colleges|hospitals) ?\({LIST}\)",
    ),
    relation(
        "opened_campus",
        "members",
        "it opened its fifth campus, A Campus",
        rf"\b(?:opened|opens|added|launched|unveiled) (?:its|a) (?:\w+ ){{0,2}}(?:campus|branch)(?: school)?,? (?:called |named )?(?:the )?{LIST}",
    ),
    relation("its_school", "members", "Its Xingzhi School moved", rf"^[Ii]ts (?P<list>{INSTITUTION})(?= [a-z])"),
    relation(
        "under_wing",
        "members",
        "A has brought B and C under its wing",
        rf"\b(?:brought|taken|took|brings|put|placed) {LIST} under (?:its|the|his|their) (?:wing|wings|management|roof|banner|umbrella|care)",
    ),
    relation(
        "make_up",
        "members",
        "A, B and C make up X Education Group",
        rf"{LIST}(?:, together with [^,.;]*,)? (?:together |jointly |today |now )?(?:makes? up|made up|forms?|formed|constitutes?|constituted|composed?) {THE}{G}",
    ),
    relation(
        "counts_among",
        "members",
        "it counts A and B among its members",
        rf"\b(?:counts?|numbers?|has|have|lists?) {LIST} (?:among|as|in) (?:its |the )?(?:members?|member schools|branches|campuses|ranks)",
    ),
    relation(
        "community_of",
        "members",
        "X Education Community is a community of A and B",
        rf"{G}(?: is| was|,) an? (?:\w+ )?(?:community|union|alliance|federation|group|partnership|consortium|collaboration) (?:of|between|among) {INTRO}{LIST}",
    ),
    relation(
        "core_drives",
        "members",
        "takes A as its dragon head and drives B and C",
        rf"\bas (?:its |the )?[a-z][a-z -]{{2,30}}(?:(?: ?,| and)+ (?:drives?|driving|leads?|leading|radiates?|pulls?|uniting|unites|integrates|brings along|takes along|links|with)| with|(?<=school) and|(?<=leader) and|(?<=unit) and) {LIST}",
    ),
    relation(
        "merged_with",
        "members",
        "X Education Group was formed when A merged with B",
        rf"\b(?:when|after|merger of|merger between|merging|combining|uniting) (?P<list>{ITEM}(?:(?: merged with | joined (?:hands|forces) with | with | and ){ITEM})+)",
    ),
    relation(
        "model_of_parts",
        "members",
        "the model is A + B + C",
        rf"\b(?:model|pattern|mode|structure)\b[^.;]{{0,60}}: ?(?P<list>{ITEM}(?: ?\+ ?{ITEM})+)",
    ),
    relation(
        "leads_schools",
        "leaders",
        "A now leads B, C and D",
        rf"{LEADS} (?:now |today |currently )?(?:leads|heads) (?={LIST_AHEAD})",
    ),
    relation(
        "led_schools",
        "members",
        "A now leads B, C and D",
        rf"(?P<head>{INSTITUTION}) (?:now |today |currently )?(?:leads|heads) {LIST}",
    ),
    relation(
        "links_with",
        "members",
        "the group links A, which leads it, with B and C",
        rf"\b(?:links?|linked|linking|connects?|pairs?|twins?) [^.;]{{0,90}}? with {LIST}",
    ),
    relation("joined_by", "members", "it is led by A and joined by B and C", rf"\bjoined by {LIST}"),
    relation(
        "to_which_belong",
        "members",
        "X Education Group, to which A and B belong",
        rf"{G},? (?:to which|of which) {LIST} (?:belong|are members|are part)",
    ),
    relation(
        "founded_by",
        "members",
        "X Education Group, founded in 2017 by A, B and C",
        rf"\b(?:established|founded|set up|formed|created|launched)(?: jointly| together| in \d{{4}}| on [^,.;]{{3,25}}| in [A-Z][a-z]+ \d{{4}})? by (?:the )?(?P<list>{INSTITUTION}(?:(?:{SEP}| with | together with (?:the )?){ITEM})+)",
    ),
    relation(
        "admitted_including",
        "members",
        "six institutions were admitted, including A and B",
        rf"\b(?:admitted|recruited|accepted|joined),? (?:including|among them) {LIST}",
    ),
    relation(
        "which_leads",
        "leaders",
        "the group links A, which leads it, with B",
        rf"{LEADS},? which (?:leads|heads|anchors|chairs) (?:it|the group)",
    ),
    relation(
        "at_its_core",
        "leaders",
        "with A at its core",
        rf"\b(?:with|has|having|had) {LED} at (?:its|the) (?:core|head|heart|cent(?:er|re)|helm)",
    ),
    relation(
        "in_the_lead",
        "leaders",
        "A is in the lead",
        rf"{LEADS} (?:(?:is|was|being) in the lead|(?:share|shares|shared|hold|holds) the (?:lead|leadership|helm)|takes? the lead(?: together| jointly)?|does the head|(?:is|plays|serves as|acts as) (?:the )?(?:head|leader|dragon head)(?= and|,|\.))\b",
    ),
    relation(
        "groups_lead_school",
        "leaders",
        "A, the alliance's lead school, …",
        rf"{LEADS}, (?:the|this) {GROUP_WORDS}['’]s {LEAD}{SCHOOL}?(?=,| of)",
    ),
    relation(
        "members_colon",
        "members",
        "A is the dragon head, members: B and C",
        rf", ?[Mm]embers?(?: schools?| units?)?[:：] ?{LIST}",
    ),
    relation(
        "also_includes",
        "members",
        "it has A at its head and also includes B",
        rf"\b(?:and|,) (?:also )?(?:includes|comprises|covers|unites|takes in) {LIST}",
    ),
    relation(
        "under_flag",
        "members",
        "A and B are under its flag",
        rf"{LIST} (?:are|is|come|stand) under (?:its|the) (?:flag|banner|wing|umbrella|roof)",
    ),
    relation(
        "leader_of_which",
        "leaders",
        "X Education Group, the leader of which is A",
        rf"\b(?:the )?{LEAD}{SCHOOL}? of which is {LED}",
    ),
    relation(
        "others_are",
        "members",
        "A leads the group; the others are B and C",
        rf"\b[Tt]he others? (?:{COLLECTIVE} )?(?:are|being|include) {INTRO}{LIST}",
    ),
    relation(
        "has_members",
        "members",
        "as member schools it has A and B",
        rf"\bas (?:its |the )?(?:member|branch|participating)(?: schools?| units?|s) (?:it|the group) (?:has|had|takes|took) {LIST}",
    ),
    relation(
        "with_members",
        "members",
        "X Education Group, with A and B as its members",
        rf"(?:\bwith|\band|\bto| ,|,) {LIST} as {AS_ROLE}(?:vice ?-(?:chair\w*|president) )?(?:member|members|branches|campuses|participants|schools|units)\b",
    ),
    relation(
        "are_members",
        "members",
        "A and B are its members",
        rf"{LIST}{OTHERS},? (?:are|were|as|become|became|make up|joins? as|joined as|participate as|acts? as|serves? as) {AS_ROLE}(?:vice ?-)?(?:new )?(?:member|members|branches|campuses|rest|branch schools|participants|chairs|chair units)\b",
    ),
    relation(
        "with_inside",
        "members",
        "X Education Group opened, with A and B inside",
        rf"\bwith {LIST} (?:inside|in it|under it|under its wing|on board|within)\b",
    ),
    relation(
        "gains",
        "members",
        "X Education Group will gain two members, A and B",
        rf"{G}{NO_GROUP}{{0,60}}?\b(?:gain|gains|gained|add|adds|added|get|gets|welcome|welcomes|welcomed|receive|received|take in|takes in|took in|taken in|admit|admits|admitted|absorb|absorbs|absorbed|incorporated|incorporates|accepted|(?:took|takes) over(?: the (?:running|management) of)?|enrolled) {INTRO}{LIST}",
    ),
    relation(
        "member_of",
        "members",
        "A, a member school of X Education Group",
        rf"{LIST}(?:,? | ?\()(?:a |an |the |one of the |another |(?:is|are|was)(?: also| at the same time| now| already)* (?:an? |one of the )?)(?:\w+ )?(?:member|members|member school|member schools|member unit|member units|branch|branches|campus|branch campus)(?: schools?| of kindergarten)? (?:of|in) {THE}{G}",
    ),
    relation(
        "joined_group",
        "members",
        "A will join X Education Group",
        rf"{LIST}{APPOSITION}(?:,?(?: which| that)? | ?\(){AUX}{COMES_IN} (?:to )?{THE}{G}",
    ),
    relation(
        "joined_too",
        "members",
        "A joined in 2017 and B in 2020",
        rf"\b(?:joined|followed|merged in|incorporated|admitted|taken in|came in)\b [^.;]{{0,30}}?(?:and|,) {LIST} (?:in|on) ?(?:[A-Z][a-z]+ )?\d",
    ),
    relation(
        "joined",
        "members",
        "A joined in 2017 and B in 2020",
        rf"{LIST}(?:, [^,.;]{{0,70}},)? {AUX}(?:join(?:s|ed)|signed to join|follow(?:s|ed)|came in|merged in|merged|incorporated|admitted|taken in|absorbed|brought in)(?: together| too| as well)?(?![^.;]{{0,40}}\b(?:left|quit|withdrew|withdrawn)\b)(?= (?:in|on|since|after|at|from|last|this|later|first|as|for) |[,.;]|$)",
    ),
    relation(
        "leading_school",
        "leaders",
        "A is the leading school of X Education Group",
        rf"{LEADS}{NOTE}(?: and (?:the )?[a-z][a-z -]{{3,45}}?)?(?:,| is| are| was| will| serves?| serving| acts?| acting| jointly| as| has become| becomes| became| will be| remains| being| stands| which)+ {THE}(?:its )?{LEAD}(?:{SCHOOL}|(?= of| for| in|[,.;]|$))(?! (?:is|are|was|were|has))(?: (?:of|for|in) {THE}{G})?",
    ),
    relation(
        "plaque_to",
        "leaders",
        "handed the plaque of 'General School of X Education Group' to A",
        rf"\b(?:plates?|plaques?|licen[cs]es?|boards?) of [\"“']?(?:the )?(?:{LEAD}{SCHOOL}|[A-Z][a-z]+ School) of [^;]{{0,40}}? to (?:the )?{LED}",
    ),
    relation(
        "head_of",
        "leaders",
        "A stands at the head of the group",
        rf"{LEADS}{NOTE} (?:stands|sits|is|lies) (?:at|in) the (?:head|cent(?:er|re)|heart|core) of {THE}",
    ),
    relation(
        "leading_school_is",
        "leaders",
        "the leading school of X Education Group is A",
        rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|whose|'s|’s|with) {LEAD}(?:{SCHOOL}|(?= (?:is|was)))(?: of {THE}(?:{G}))?(?: (?:is|are|was|being|will be)|:|:) {LED}",
    ),
    relation(
        "its_leading_school",
        "leaders",
        "its lead school, A, runs it",
        rf"\b(?:[Ii]ts|[Tt]heir|whose)(?<!{INSTITUTION}, its) (?:{LEAD}{SCHOOL}|lead|leader|head|core),? {LED}",
    ),
    relation(
        "main_school_in",
        "leaders",
        "the main school is placed in A",
        rf"\b(?:[Tt]he|[Ii]ts|whose|'s|’s) {LEAD}{SCHOOL}(?: of {THE}{G})? (?:is |was |has been )?(?:placed|located|set|set up|based|housed|situated|seated) (?:in|at) {LED}",
    ),
    relation(
        "leads_as",
        "leaders",
        "the group takes A as the leader",
        rf"\b(?:takes?|taking|took|with|[Ww]ith|has|having|makes|regards|sees) {LED}(?:, [^,.;]{{0,60}},|{NOTE}) ?as (?:the |its |their |a )?(?:two |joint |double )?(?:{LEAD}{SCHOOL}|leader|leaders|head|core|cent(?:er|re)|hub|anchor|dragon ?-?head)\b",
    ),
    relation(
        "led_by",
        "leaders",
        "X Education Group is led by A",
        rf"\b(?:[Ll]ed|[Hh]eaded|[Aa]nchored|[Ss]pearheaded|fronted|steered|piloted) (?:jointly )?by {LED}",
    ),
    relation(
        "under_lead_of",
        "leaders",
        "under the lead of A",
        rf"\b[Uu]nder the (?:lead|leadership|guidance and lead) of {LED}",
    ),
    relation(
        "under_lead_are",
        "members",
        "under the lead of A are B and C",
        rf"\b[Uu]nder the (?:lead|leadership) of {INSTITUTION} (?:are|come|stand) {LIST}",
    ),
    relation(
        "headquartered",
        "leaders",
        "X Education Group is headquartered in A",
        rf"\b(?:[Hh]eadquartered|[Cc]entred|[Cc]entered) (?:in|at|on|around) (?:the )?(?P<led>{INSTITUTION})",
    ),
    relation(
        "leads",
        "leaders",
        "A leads X Education Group",
        rf"{LEADS},? {AUX}(?:leads?|leading|led|heads?|headed|heading|anchors?|anchored|anchoring|chairs?|chaired|spearheads?|spearheaded|sits? at the (?:cent(?:er|re)|heart|core|head) of|at the (?:cent(?:er|re)|heart|core|head) of|the (?:leader|head|core|cent(?:er|re)|heart|anchor|hub) of|the foundation of) {THE}{G}",
    ),
    relation(
        "set_up_by",
        "leaders",
        "set up by A, which remains its lead school",
        rf"\b(?:set up|founded|created|established) by {LED}, which (?:remains|is|serves as|was) (?:its|the) {LEAD}",
    ),
)


def bits() -> dict[str, int]:
    """What each beginning of a word has to do with the relations, a bit for each: as a cue, and above those as a further one."""
    found: dict[str, int] = {}
    for place, known in enumerate(RELATIONS):
        for words, bit in ((known.cues, 1 << place), (known.further, 1 << place + len(RELATIONS))):
            found |= {word: found.get(word, 0) | bit for word in words}
    return found


BITS = bits()


def fitting(words: Set[str], string: str) -> Iterator[Relation]:
    """The relations, in their order, whose patterns can match a folded sentence; ``words`` are the beginnings of its words."""
    found = reduce(or_, map(BITS.__getitem__, BITS.keys() & words), 0)
    both = found & (found >> len(RELATIONS))
    has_stem: dict[tuple[str, ...], bool] = {(): True}
    while both:
        lowest = both & -both
        both ^= lowest
        known = RELATIONS[lowest.bit_length() - 1]
        stems = known.stems
        if stems not in has_stem:
            has_stem[stems] = any(map(string.__contains__, stems))
        if has_stem[stems]:
            yield known
