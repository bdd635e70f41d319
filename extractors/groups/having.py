"""The ways in which English prose says that a group has schools, as patterns over folded sentences.

The pieces they are made of are those of `wording`. Each row has an example; a pattern without G speaks of the group
named nearest.
"""

from __future__ import annotations

from extractors.groups.relation import relation
from extractors.groups.wording import (
    AS_ROLE,
    AUX,
    CHAIR,
    COLLECTIVE,
    DEAL,
    FRIENDLY,
    INTRO,
    ITEM,
    LIST,
    LIST_AHEAD,
    NO_GROUP,
    SEP,
    SIGN,
    THE,
    TOLD_BETWEEN,
    WHOLE_LIST,
    G,
)
from extractors.names.marked import BODY, GROUP, INSTITUTION

NAMED = f"{INSTITUTION[1:-1]}{BODY[1:-1]}"

HAVING = (
    relation(
        "signed",
        "members",
        "X Education Group signed contracts with A and B",
        rf"{G} {AUX}{SIGN} (?!{FRIENDLY})(?:{DEAL} )?with {INTRO}{WHOLE_LIST}(?! (?:on|about|to (?:train|send|exchange|share))\b)",
    ),
    relation(
        "range_from",
        "members",
        "X Education Group's members range from A in the north to B in the south",
        rf"(?:{G}|\b(?:members|schools|campuses))(?: now| today)? (?:ranges?|stretch(?:es)?|reach(?:es)?|extends?|spread) from (?P<list>{ITEM}[^.;,]{{0,30}}? to (?:the )?{ITEM})",
    ),
    relation(
        "in_charge_of",
        "members",
        "the county put X Education Group in charge of A",
        rf"\b(?:put|puts|placed|places) {THE}{G} in charge of {INTRO}{LIST}",
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
        rf"{G}{TOLD_BETWEEN}{NO_GROUP}{{0,90}}?\b(?:compris(?:es|ed|e|ing)|includ(?:es|ed|e|ing)|unit(?:es|ed|e|ing)|integrat(?:es|ed|e|ing)|link(?:s|ed|ing)|contain(?:s|ed|ing)?|encompass(?:es|ed|ing)?|cover(?:s|ed|ing)|span(?:s|ned|ning)|ties?|tied|binds?|bound|administers?|administered|boasts|(?:is|are) (?:home to|responsible for)|(?:expanded|enlarged|extends?|extended|opened) (?:its (?:arms|ranks|membership|reach|family) )?to(?: include| cover| take in)?|entrusted with (?:running|managing|the (?:running|management|running and management) of)|(?:assumed|taken on|took on) (?:the )?(?:running|management|control) of|embrac(?:es|ed|ing)|br(?:ings|ought|inging) (?:together|in|on board)|takes? in|took in|taking in|taken(?= [^.;:]{{1,90}} (?:into|under|on board)\b)|gather(?:s|ed|ing)(?: together)?|combin(?:es|ed|e|ing)|runs(?: it together with)?|operates|govern(?:s|ed)|manag(?:es|ed)|ha[sd] under (?:its (?:jurisdiction|wing|umbrella|roof|management)|it)|already had|ha[sd](?! (?!both |also |now |only |an? |the )[a-z]+ (?:the )?[{NAMED}])|ha(?:s|d|ving) [^.;:]{{0,50}}?members?(?: schools?| units?)?[:,]?) {INTRO}{WHOLE_LIST}(?! (?:at|as) (?:its |the |their |a )?(?:[a-z]+ )?(?:head|core|heart|helm|cent|lead|flagship|anchor|hub|main|general|chief|dragon|host|parent|mother))",
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
        rf"\b(?:[Mm]ember|[Bb]ranch|[Ss]ub|[Pp]articipating|[Cc]onstituent|[Vv]ice ?-?{CHAIR}|[Dd]eputy ?-?{CHAIR}) ?-?(?:s(?= )|schools?|units?|parks?|gardens?|kindergartens?|institutions?|hospitals?|colleges?|academies)?(?: of (?:the group|(?P<group>{GROUP})))? (?:are|is|were|was|includes?|included|including|being|comprise|consist of|namely|it has|at present are|now are):? ?{INTRO}{LIST}",
    ),
    relation(
        "members_are",
        "members",
        "those who join as members are A and B",
        rf"\b(?:as|of|the|its|whose|[Oo]ther|[Nn]ew|[Tt]heir|main|founding|two|three|four|five|six|[Tt]he|[Ii]ts) (?:\w+ )?(?:members?|newly joined)(?: schools| units)?(?: of (?:the group|(?P<group>{GROUP})))?(?: at present| now| today)?(?: (?:are|is|were|has|have|include|also include|including|being):?|,|:)? {INTRO}{LIST}",
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
        rf"\b(?:opened|opens|added|launched|unveiled) (?:its|a) (?:\w+ ){{0,2}}(?:campus|branch|school|kindergarten|academy|college|member)(?: school)?,? (?:called |named )?(?:the )?{LIST}",
    ),
    relation("its_school", "members", "Its Moor School moved", rf"^[Ii]ts (?P<list>{INSTITUTION})(?= [a-z])"),
    relation(
        "under_wing",
        "members",
        "A has brought B and C under its wing",
        rf"\b(?:brought|taken|took|brings|put|placed) {LIST} under (?:its|the|his|their) (?:wing|wings|management|roof|banner|umbrella|care)",
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
        rf"{G}(?: is| was|,) an? (?:\w+ )?(?:community|union|alliance|federation|group|partnership|consortium|collaboration|family|network|trust|chain|cluster|collection|circle|joint(?: venture)?|merger|combination) (?:of|between|among) {INTRO}{LIST}",
    ),
    relation(
        "core_drives",
        "members",
        "takes A as its dragon head and drives B and C",
        rf"\bas (?:its |the )?[a-z][a-z -]{{2,30}}(?:(?: ?,| and)+ (?:it )?(?:drives?|driving|leads?|leading|radiates?|pulls?|uniting|unites|integrates|brings along|takes along|links|with)| with|(?<=school) and|(?<=leader) and|(?<=unit) and) {INTRO}{LIST}",
    ),
    relation(
        "merged_with",
        "members",
        "X Education Group was formed when A merged with B",
        rf"\b(?:when|after|merger of|merger between|merging|combining|uniting|(?:by|through) (?:the )?(?:[a-z]+ )?(?:alliance|union|combination|integration) (?:of|between)|integrating(?: the resources of)?) (?P<list>{ITEM}(?:(?: merged with | joined (?:hands|forces) with | took over (?:the )?(?:[a-z]+ )?| with | and |, ){ITEM})+)",
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
        "put_into",
        "members",
        "the county assigned A and B to X Education Group",
        rf"\b(?:assign(?:s|ed|ing)?|hand(?:s|ed|ing)?|entrust(?:s|ed|ing)?|transfer(?:s|red|ring)?|gave|puts?|plac(?:es|ed|ing)|attach(?:es|ed|ing)?) {LIST}(?: over| back| on)? (?:to|into|in|under)(?: the (?:[a-z]+ )?(?:management|care|charge|hands|wing|umbrella) of)? {THE}{G}",
    ),
    relation(
        "besides",
        "members",
        "Besides A, X Education Group also runs B",
        rf"\b(?:[Bb]esides|[Ii]n addition to|[Aa]part from|[Aa]longside|[Aa]long with) {LIST}, {THE}{G} (?:(?:also|now|further|already|today|currently) )*(?:includes|comprises|runs|operates|manages|has|covers|owns|oversees|counts)\b",
    ),
    relation(
        "links_with",
        "members",
        "the group links A, which leads it, with B and C",
        rf"\b(?:links?|linked|linking|connects?|pairs?|twins?) [^.;]{{0,90}}? with {LIST}",
    ),
    relation("joined_by", "members", "it is led by A and joined by B and C", rf"\bjoined by {LIST}"),
    relation(
        "leader_with",
        "members",
        "A holds the flag, with B and C",
        rf"\b(?:the|its|in|as|holds|carries|bears) (?:flag|banner|lead|leader|helm|head|leading school|lead school|core school),? (?:and )?(?:along |together )?(?:with|followed by|bringing|driving) (?!{LIST_AHEAD} as ){LIST}",
    ),
    relation(
        "founded_by",
        "members",
        "X Education Group, founded in 2017 by A, B and C",
        rf"\b(?:established|founded|set up|formed|created|launched)(?: jointly| together| in \d{{4}}| on (?:[A-Z][a-z]+ \d{{1,2}}, \d{{4}}|[^,.;]{{3,25}})| in [A-Z][a-z]+ \d{{4}})? by (?:the )?(?P<list>{INSTITUTION}(?:(?:{SEP}|,? (?:together |jointly |along |in (?:conjunction|association|co-?operation) )?with (?:the )?){ITEM})+)",
    ),
    relation(
        "founded_with",
        "members",
        "X Education Group was founded in 2017 with A and B",
        rf"\b(?:established|founded|set up|formed|created|launched)(?: jointly| together| in [^,.;]{{4,20}}| on [^,.;]{{3,25}})? with (?:[a-z\d]+ )?(?:{COLLECTIVE},? ?:? ?)?{WHOLE_LIST}(?! (?:as|at|in the lead|looking|watching|present|attending)\b)",
    ),
    relation(
        "members_colon",
        "members",
        "A is the dragon head, members: B and C",
        rf"(?: and|,|;) ?[Mm]embers?(?: schools?| units?)?:? ?{LIST}",
    ),
    relation(
        "also_includes",
        "members",
        "it has A at its head and also includes B",
        rf"\b(?:and|,) (?:also )?(?:includes|comprises|covers|unites|takes in) {LIST}",
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
        rf"(?:\bwith|\band|\bto| ,|,) {LIST} (?:serving |acting |being )?as {AS_ROLE}(?:vice ?-(?:chair\w*|president) )?(?:member|members|branches|campuses|participants|schools|units)\b",
    ),
    relation(
        "with_inside",
        "members",
        "X Education Group opened, with A and B inside",
        rf"\bwith {LIST} (?:inside|in it|under it|under its wing|on board|within|participating|joining|involved|following|taking part)\b",
    ),
    relation(
        "gains",
        "members",
        "X Education Group will gain two members, A and B",
        rf"{G}{TOLD_BETWEEN}{NO_GROUP}{{0,60}}?\b(?:gain|gains|gained|add|adds|added|get|gets|welcome|welcomes|welcomed|receive|received|take in|takes in|took in|taken in|admit|admits|admitted|absorb|absorbs|absorbed|incorporated|incorporates|accepted|(?:took|takes|taken) over(?: the (?:running|management) of| in (?:full )?trust(?:eeship)?)?|enrolled) {INTRO}{LIST}",
    ),
    relation(
        "under_lead_are",
        "members",
        "under the lead of A are B and C",
        rf"\b[Uu]nder the (?:lead|leadership) of {INSTITUTION} (?:are|come|stand) {LIST}",
    ),
)
