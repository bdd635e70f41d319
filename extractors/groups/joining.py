"""The ways in which English prose says that schools belong to a group, as patterns over folded sentences.

The pieces they are made of are those of `wording`. Each row has an example; a pattern without G speaks of the group
named nearest.
"""

from __future__ import annotations

from extractors.groups.relation import relation
from extractors.groups.wording import (
    APPOSITION,
    AS_ROLE,
    AUX,
    CHAIR,
    COLLECTIVE,
    COMES_IN,
    DEAL,
    FRIENDLY,
    INTRO,
    ITEM,
    LIST,
    NO_GROUP,
    OTHERS,
    SEP,
    SIGN,
    THE,
    WHOLE_LIST,
    G,
)
from extractors.names.marked import GROUP, INSTITUTION

BELONGING = (
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
        rf"{G}{NO_GROUP}{{0,90}}?\b(?:compris(?:es|ed|e|ing)|includ(?:es|ed|e|ing)|unit(?:es|ed|e|ing)|integrat(?:es|ed|e|ing)|link(?:s|ed|ing)|contain(?:s|ed|ing)?|encompass(?:es|ed|ing)?|cover(?:s|ed|ing)|span(?:s|ned|ning)|embrac(?:es|ed|ing)|br(?:ings|ought|inging) (?:together|in|on board)|takes? in|took in|taking in|gather(?:s|ed|ing)(?: together)?|combin(?:es|ed|e|ing)|runs(?: it together with)?|operates|govern(?:s|ed)|manag(?:es|ed)|ha[sd] under (?:its (?:jurisdiction|wing|umbrella|roof|management)|it)|already had|ha[sd]|ha(?:s|d|ving) [^.;:]{{0,50}}?members?(?: schools?| units?)?[:,]?) {INTRO}{WHOLE_LIST}(?! (?:at|as) (?:its |the |their |a )?(?:[a-z]+ )?(?:head|core|heart|helm|cent|lead))",
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
        rf"{LIST}(?:, together with [^,.;]*,)? (?:together |jointly |today |now )?",
        rf"(?:makes? up|made up|forms?|formed|constitutes?|constituted|composed?) {THE}{G}",
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
        rf"{LIST}{OTHERS},? ",
        rf"(?:are|were|as|become|became|make up|joins? as|joined as|participate as|acts? as|serves? as) {AS_ROLE}(?:vice ?-)?(?:new )?(?:member|members|branches|campuses|rest|branch schools|participants|chairs|chair units)\b",
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
        rf"{LIST}(?:,? | ?\()(?:a |an |the |one of the |another |(?:is|are|was)(?: also| at the same time| now| already)* (?:an? |one of the )?)(?:\w+ )?",
        rf"(?:member|members|member school|member schools|member unit|member units|branch|branches|campus|branch campus)(?: schools?| of kindergarten)? (?:of|in) {THE}{G}",
    ),
    relation(
        "joined_group",
        "members",
        "A will join X Education Group",
        rf"{LIST}{APPOSITION}(?:,?(?: which| that)? | ?\(){AUX}",
        rf"{COMES_IN} (?:to )?{THE}{G}",
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
        rf"{LIST}(?:, [^,.;]{{0,70}},)? {AUX}",
        r"(?:join(?:s|ed)|signed to join|follow(?:s|ed)|came in|merged in|merged|incorporated|admitted|taken in|absorbed|brought in)(?: together| too| as well)?(?![^.;]{0,40}\b(?:left|quit|withdrew|withdrawn)\b)(?= (?:in|on|since|after|at|from|last|this|later|first|as|for) |[,.;]|$)",
    ),
    relation(
        "under_lead_are",
        "members",
        "under the lead of A are B and C",
        rf"\b[Uu]nder the (?:lead|leadership) of {INSTITUTION} (?:are|come|stand) {LIST}",
    ),
)
