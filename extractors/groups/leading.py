"""The ways in which English prose says that schools lead a group, as patterns over folded sentences.

The pieces they are made of are those of `wording`. Each row has an example; a pattern without G speaks of the group
named nearest.
"""

from __future__ import annotations

from extractors.groups.relation import relation
from extractors.groups.wording import (
    AUX,
    GROUP_WORDS,
    LEAD,
    LEAD_SURE,
    LEADS,
    LED,
    LIST_AHEAD,
    NOTE,
    SCHOOL,
    THE,
    G,
)
from extractors.names.marked import GROUP, INSTITUTION

LEADING = (
    relation(
        "leads_schools",
        "leaders",
        "A now leads B, C and D",
        rf"{LEADS} (?:now |today |currently )?(?:leads|heads) (?={LIST_AHEAD})",
    ),
    relation(
        "which_leads",
        "leaders",
        "the group links A, which leads it, with B",
        rf"{LEADS},? which (?:still |now |also |will |is to |would )?(?:leads?|heads?|anchors?|chairs?|steers?) (?:it|{THE}{G})",
    ),
    relation(
        "at_its_core",
        "leaders",
        "with A at its core",
        rf"\b(?:with|has|having|had|puts?|placed|places) {LED} (?:in charge(?= of {THE}(?:{GROUP}|{GROUP_WORDS})|[,.;]|$)|in the lead\b|at (?:its|the) (?:core|head|heart|cent(?:er|re)|helm|front|fore))",
    ),
    relation(
        "in_the_lead",
        "leaders",
        "A is in the lead",
        rf"{LEADS},? (?:(?:is|was|being) in the lead|(?:share|shares|shared|hold|holds) the (?:lead|leadership|helm)|plays? (?:the|a) lead(?:ing)? role|takes? the lead(?: together| jointly)?|does the head|(?:is|plays|serves as|acts as) (?:the )?(?:head|leader|dragon head)(?= and|,|\.))\b",
    ),
    relation(
        "groups_lead_school",
        "leaders",
        "A, the alliance's lead school, …",
        rf"{LEADS}, (?:the|this) {GROUP_WORDS}['’]s {LEAD}{SCHOOL}?(?=,| of)",
    ),
    relation(
        "leader_of_which",
        "leaders",
        "X Education Group, the leader of which is A",
        rf"\b(?:the )?{LEAD}{SCHOOL}? of which is {LED}",
    ),
    relation(
        "leading_school",
        "leaders",
        "A is the leading school of X Education Group",
        rf"{LEADS}{NOTE}(?: and (?:the )?[a-z][a-z -]{{3,45}}?)?(?:(?:,| [-–—]| is| are| was| will| serves?| serving| acts?| acting| jointly| as| has become| becomes| became| will be| remains| being| stands| which)+ | ?\( ?(?=[^()]* (?:of|in) (?:the )?{GROUP}))(?:one of (?:the |its )?(?:[a-z]+ )?)?{THE}(?:its )?{LEAD}(?:{SCHOOL}|(?= of| for| in|[,.;]|$))(?! (?:is|are|was|were|has))(?: (?:of|for|in) {THE}{G})?",
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
        rf"{LEADS}{NOTE} (?:stands|sits|is|lies|stays|remains) (?:at|in) (?:its (?:head|cent(?:er|re)|heart|core|helm)\b|the (?:head|cent(?:er|re)|heart|core) of {THE})",
    ),
    relation(
        "leading_school_is",
        "leaders",
        "the leading school of X Education Group is A",
        rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|whose|'s|’s|with) {LEAD}(?:{SCHOOL}|(?= (?:is|was)))(?: of {THE}(?:{G}))?(?: (?:is|are|was|being|will be)|:|:) {LED}",
    ),
    relation(
        "leading_school_named",
        "leaders",
        "the dragon head of X Education Group, A, was founded in 1956",
        rf"\b(?:As (?:the |its )?|The )(?:{LEAD}{SCHOOL}? of|(?:school|kindergarten|college|hospital|institution|unit) (?:(?:that|which) (?:leads|heads)|leading|heading|in charge of))"
        rf" {THE}{G}(?:,| is| was) {LED}(?! (?:Party |Executive |Vice-|Deputy )*(?:[Pp]rincipal|[Pp]resident|[Hh]ead|[Dd]irector|[Tt]eacher)\b)(?=[ ,.;]|$)",
    ),
    relation(
        "as_leading_school",
        "leaders",
        "As the lead school, A will send teachers",
        rf"\b(?:As (?:the |its |a )|The |(?:from|to|[Bb]esides|with|by|and|of) the ){LEAD_SURE}{SCHOOL}, {LED}(?=,| (?:will|would|has|is|was|[a-z]+s)\b)",
    ),
    relation(
        "its_leading_school",
        "leaders",
        "its lead school, A, runs it",
        rf"(?:\b(?:[Ii]ts|[Tt]heir|whose)(?<!{INSTITUTION}, its)|['’]s(?:(?<={GROUP}.s)|(?<=roup.s)|(?<=rust.s)|(?<=liance.s)|(?<=ration.s)|(?<=ortium.s)|(?<=munity.s)|(?<=etwork.s)|(?<=luster.s))) (?:{LEAD}{SCHOOL}|lead|leader|head|core|flagship|anchor|hub|headquarters|dragon head),? {LED}",
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
        rf"\b(?:takes?|taking|took|with|[Ww]ith|has|having|makes|regards|sees|initiated by|ma(?:de|king)(?= [^;.]{{1,60}} the)|nam(?:es?|ed|ing)|cho(?:ose|oses|se|sen)|elect(?:s|ed)?|appoint(?:s|ed)?|pick(?:s|ed)?|select(?:s|ed)?|designat(?:es?|ed)) {LED}(?:, [^,.;]{{0,60}},|{NOTE})(?: ?as| to be|(?= the)) (?:the |its |their |a )?(?:two |joint |double |dual |twin |common )?(?:{LEAD}{SCHOOL}|leader|leaders|head|core|cent(?:er|re)|hub|anchor|dragon ?-?head)\b",
    ),
    relation(
        "led_by",
        "leaders",
        "X Education Group is led by A",
        rf"\b(?:(?:[Ll]ed|[Hh]eaded|[Aa]nchored|[Ss]pearheaded|fronted|steered|piloted) (?:jointly )?by|[Rr]elying on(?=[^.;]{{1,90}}, (?:the )?{GROUP})) {LED}",
    ),
    relation(
        "under_lead_of",
        "leaders",
        "under the lead of A",
        rf"\b[Uu]nder (?:the )?(?:lead|leadership|guidance and lead) of {LED}",
    ),
    relation(
        "united_under",
        "leaders",
        "X Education Group unites 12 schools under A",
        rf"{G}[^.;:]{{0,30}}? (?:unit(?:es|ed|ing)|br(?:ings|ought|inging)|gather(?:s|ed|ing)) [^.;:]{{3,70}}? under {LED}",
    ),
    relation(
        "based_at",
        "leaders",
        "X Education Group, based at A, also runs B",
        rf"{G},? (?:which is |is )?based (?:in|at) {LED}",
    ),
    relation(
        "headquartered",
        "leaders",
        "X Education Group is headquartered in A",
        rf"\b(?:[Hh]eadquartered|[Cc]entred|[Cc]entered|(?:its|a|with) (?:headquarters|head office|base|seat)) (?:in|at|on|around) (?:the )?(?P<led>{INSTITUTION})",
    ),
    relation(
        "leads",
        "leaders",
        "A leads X Education Group",
        rf"{LEADS}(?:, (?:which|founded|established|built|an?|the) [^,;.]{{3,90}},|,? (?:which|that)|,)? {AUX}(?:leads?|leading|led|heads?|headed|heading|anchors?|anchored|anchoring|chairs?|chaired|spearheads?|spearheaded|sits? at the (?:cent(?:er|re)|heart|core|head|helm) of|at the (?:cent(?:er|re)|heart|core|head|helm) of|(?:is )?(?:responsible for|in charge of) (?:leading|heading)|the (?:leader|head|core|cent(?:er|re)|heart|anchor|hub) of|the foundation of) (?:an? new (?:one|group),? )?{THE}{G}",
    ),
    relation(
        "set_up_by",
        "leaders",
        "set up by A, which remains its lead school",
        rf"\b(?:set up|founded|created|established) by {LED}, which (?:remains|is|serves as|was) (?:its|the) {LEAD}",
    ),
)
