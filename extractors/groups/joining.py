"""The ways in which English prose says that schools come to a group or belong to it, as patterns over folded sentences.

The pieces they are made of are those of `wording`. Each row has an example; a pattern without G speaks of the group
named nearest.
"""

from __future__ import annotations

from extractors.groups.relation import relation
from extractors.groups.wording import (
    APPOSITION,
    AS_ROLE,
    AUX,
    BEGINS,
    COMES_IN,
    DEAL,
    FRIENDLY,
    IN_PLACE,
    INTRO,
    ITEM,
    LEAD,
    LIST,
    NTH,
    OTHERS,
    SEP,
    SEVERAL,
    SIGN,
    THE,
    G,
)
from extractors.names.marked import GROUP, INSTITUTION

NO_NAME = f"[^.:{GROUP[1:-1]}{INSTITUTION[1:-1]}]"
MOVES = "moves?|moved|pass(?:es|ed)?|went|transfer(?:s|red)?|chang(?:es|ed)|switch(?:es|ed)"
MOVED = rf"(?:{MOVES}) (?:over |on )?to {THE}"
"""What schools do that go from one group to another."""

JOINING = (
    relation(
        "signed_with",
        "members",
        "A and B signed agreements to join X Education Group",
        rf"{LIST} {AUX}{SIGN} (?!{FRIENDLY})(?:{DEAL} )?(?:to join|with|of|for joining|of joining|on joining|that (?:created|founded|established|set up|launched)|to (?:create|found|establish|set up|form)|(?:creating|founding|establishing|setting up|forming)) {THE}{G}",
    ),
    relation(
        "make_up",
        "members",
        "A, B and C make up X Education Group",
        rf"{LIST}(?:, together with [^,.;]*,|{OTHERS})? (?:have |has )?(?:together |jointly |today |now )?",
        rf"(?:makes? up|made up|forms?|formed|constitutes?|constituted|composed?) {THE}{G}",
    ),
    relation(
        "teamed_up",
        "members",
        "A has teamed up with B in X Education Group",
        rf"{BEGINS}(?P<list>{ITEM}(?:{SEP}{ITEM})*,? {AUX}(?:team(?:s|ed)? up|partner(?:s|ed)?|join(?:s|ed)? (?:hands|forces)|banded together) with {ITEM}(?:{SEP}{ITEM})*),? (?:in|as|under|within|to (?:form|create|set up|found|establish|launch|build|run)) {THE}{G}",
    ),
    relation(
        "joining_are",
        "members",
        "joining A, its lead school, are B and C",
        rf"(?:^|; |, |\balso )(?:[Jj]oining|[Ff]ollowing)(?: (?:it|them|in it|in the group|(?:the )?{INSTITUTION}(?:, [^,;.]{{3,40}},)?))?(?: as (?:its )?members)? (?:are|is|were|will be) {LIST}",
    ),
    relation(
        "joiners_are",
        "members",
        "the new partners joining X Education Group are A and B",
        rf"\b(?:{SEVERAL}|partners|newcomers|those|ones|[Ll]atest|[Ff]irst|[Ll]ast|[Nn]ext) (?:joining|to join|to enter|to sign (?:up|on)|(?:that|which|who) (?:will |have |has )?(?:joined|join))(?: {THE}{G})?[^.;:{INSTITUTION[1:-1]}]{{0,30}}? (?:are|is|include|were|was):? {INTRO}{LIST}",
    ),
    relation(
        "the_members",
        "members",
        "it gave plaques to A and B, the new member schools",
        rf"{LIST}(?:, (?:the|its|all|both)(?: [a-z]+)? | ?[-–—]{{1,2}} ?)",
        rf"(?:member|branch)(?: ?-?(?:schools|units|kindergartens|institutions|hospitals|campuses)|s)\b(?! of (?!it\b|{THE}{G}))",
    ),
    relation(
        "a_member",
        "members",
        "they wrote to A, a member since 2020",
        rf"{LIST}(?:, | [-–—] )(?:an?|the|its|another) (?:[a-z]+ )?",
        r"member(?: school| unit| kindergarten| hospital| institution)?(?= since\b|[,.;)]| [-–—])",
    ),
    relation(
        "one_of",
        "members",
        "A, one of the six schools in X Education Group",
        rf"{LIST}(?:,| [-–—]| is| are| was)? (?:one|two|three|some) of (?:the |its )?(?:(?!{LEAD} )[a-z\d-]+ ){{0,3}}",
        rf"(?:{SEVERAL}) (?:of|in|under|run by|belonging to) {THE}{G}",
    ),
    relation(
        "which_it_runs",
        "members",
        "A, which X Education Group took over in 2022",
        rf"{LIST},? (?:which|that) {THE}(?P<group>{GROUP}) (?:(?:also|now|has|had|already) )*(?:took over|taken over|runs?|manages?|operates?|absorbed|acquired|sponsors|oversees)\b",
    ),
    relation(
        "newest",
        "members",
        "its newest member, A, opens in May",
        rf"(?:(?:\b[Ii]ts|['’]s) (?:newest|latest|new|{NTH}) (?:campus|school|member|branch|academy|kindergarten|college)|\b[Aa] (?:new|{NTH}) (?:campus|branch|member)(?: school)?),? {LIST},",
    ),
    relation(
        "school_under",
        "members",
        "A, a new school under X Education Group",
        rf"{LIST}, (?:an?|the|another|both|all) (?:[a-z]+ ){{0,2}}(?:schools?|kindergartens?|campus|campuses|academy|academies|colleges?|hospitals?) ",
        rf"(?:under|run by|operated by) {THE}{G}",
    ),
    relation(
        "run_by",
        "members",
        "Operated by X Education Group, A will open in May",
        rf"(?:^|, )(?:Operated|Run|Managed|Sponsored|Governed|Entrusted to|As an? (?:[a-z]+ )?(?:member|branch)(?: ?-?(?:school|unit|kindergarten|campus))? of|As (?:member|branch) (?:schools|units|kindergartens) of)(?: by)? {THE}{G}, {LIST}",
    ),
    relation(
        "to_which_belong",
        "members",
        "X Education Group, to which A and B belong",
        rf"{G},? (?:to which|of which) {LIST} (?:belong|are members|are part)",
    ),
    relation(
        "who_joined",
        "members",
        "a second batch of schools joined the group: A and B",
        rf"\b(?:{SEVERAL}|batch|newcomers)(?: [^,.;:]{{1,40}})? {AUX}(?:join(?:s|ed)?|enter(?:s|ed)?|signed up to) {THE}{G}[^.;:{INSTITUTION[1:-1]}]{{0,40}}(?::|,? including|,? among them|,? such as|,? namely| [–—-]) {LIST}",
    ),
    relation(
        "admitted_including",
        "members",
        "six institutions were admitted, including A and B",
        rf"\b(?:admitted|recruited|accepted|joined),? (?:including|among them) {LIST}",
    ),
    relation(
        "under_flag",
        "members",
        "A and B are under its flag",
        rf"{LIST} (?:are|is|come|stand) under (?:its|the) (?:flag|banner|wing|umbrella|roof)",
    ),
    relation(
        "are_members",
        "members",
        "A and B are its members",
        rf"{LIST}{OTHERS},? ",
        rf"(?:are|were|as|become|became|make up|joins? as|joined as|participate as|acts? as|serves? as) {AS_ROLE}(?:vice ?-)?(?:new )?(?:member|members|branches|campuses|rest|branch schools|participants|chairs|chair units|(?:first|last|latest|next)(?: [a-z]+)? to (?:sign|join|enter|hang))\b",
    ),
    relation(
        "member_of",
        "members",
        "A, a member school of X Education Group",
        rf"{LIST}(?:,? | ?\(| [-–—] )(?:a |an |the |one of the |another |(?:is|are|was)(?: also| at the same time| now| already)* (?:an? |one of the )?)(?:\w+ )?",
        rf"(?:member|members|member school|member schools|member unit|member units|branch|branches|campus|branch campus)(?: schools?| of kindergarten)? (?:of|in) {THE}{G}(?!{NO_NAME}{{0,60}} {MOVED}{GROUP})",
    ),
    relation(
        "moved_on",
        "members",
        "A was in X Education Group and moved to Y Education Group",
        rf"{LIST},? (?:(?:was|were|had been) (?:[a-z]+ ){{0,5}}|left |quit |belonged to ){THE}{GROUP}{NO_NAME}{{0,60}}? {MOVED}(?P<group>{GROUP})",
    ),
    relation(
        "pass_to",
        "members",
        "its two schools, A and B, go to Y Education Group",
        rf"\b(?:[Ii]ts|[Tt]he|[Bb]oth|[Aa]ll)(?: [a-z\d-]+){{0,4}} (?:{SEVERAL}), {LIST}(?: among them| included)?,? {AUX}(?:go|goes|handed|{MOVES}) (?:over |on )?to {THE}(?P<group>{GROUP})",
    ),
    relation(
        "its_schools",
        "members",
        "Its two schools, A and B, have new roofs",
        rf"^(?P<anaphor>Its)(?: (?!partner|sister|former|paired|twin)[a-z\d-]+){{0,3}} (?:{SEVERAL}), {LIST}(?= among them| included|, [a-z])",
    ),
    relation(
        "joined_group",
        "members",
        "A will join X Education Group",
        rf"{LIST}{IN_PLACE}?{APPOSITION}(?:,?(?: which| that)? | ?\(| [-–—] ){AUX}",
        rf"{COMES_IN} (?:to )?(?:{THE}{G}|the group['’]s (?:[a-z]+ )?(?:management|system|scope|fold|family|ranks)\b)",
    ),
    relation(
        "joined_too",
        "members",
        "A joined in 2017 and B in 2020",
        rf"\b(?:joined|followed|merged in|incorporated|admitted|added|taken in|took over|came in)\b [^.;]{{0,30}}?(?:and|,) {LIST} (?:(?:in|on) ?(?:[A-Z][a-z]+ )?\d|(?:a|one|two|three|four|five) years? (?:later|after)|the (?:next|following) year)",
    ),
    relation(
        "joined",
        "members",
        "A joined in 2017 and B in 2020",
        rf"{LIST}{IN_PLACE}?(?:, [^,.;]{{0,70}},)? {AUX}",
        r"(?:join(?:s|ed)|transfer(?:s|red)?|signed to join|follow(?:s|ed)|came in|merged in|merged|incorporated|admitted|taken in|absorbed|brought in|entered(?= (?:in|on) (?:the same|\d|[A-Z])))(?: together| too| as well)?(?![^.;]{0,40}\b(?:left|quit|withdrew|withdrawn)\b)(?= (?:in|on|since|after|at|from|last|this|later|first|as|for) |[,.;]|$)",
    ),
)
