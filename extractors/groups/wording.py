"""The pieces of pattern that the ways of leading and belonging share: names, lists of names, and the words around them.

G is a group's name or "the group", LED the names of institutions that lead, LIST names that belong.
"""

from __future__ import annotations

import re

from extractors.names.marked import BODY, GROUP, INSTITUTION

GROUP_WORDS = r"(?:[Gg]roup|[Aa]lliance|[Cc]onsortium|[Ff]ederation|[Cc]onfederation|[Tt]rust|[Cc]ommunity|[Nn]etwork|[Cc]luster|Foundation|Circle|Partnership)"
"""Of the last three only those with a capital: there are other foundations."""
THE_GROUP = rf"(?:\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Oo]ur)(?: new| newly established| whole| same)?(?: [Ee]ducation| [Ss]chool| [Mm]edical| [Hh]ospital| [Kk]indergarten)? {GROUP_WORDS}\b(?! of|['’]s| (?:leader|school|run))|\b[Tt]he (?:former|latter|first|second|third|fourth|last)\b(?=,| is| was| has| takes| will)|\b[Ii]t\b|\bus\b|\b[Ww]hich\b)"
G = rf"(?=[{GROUP[1:-1]}TtIiOouWw])(?:(?P<group>{GROUP})|(?P<anaphor>{THE_GROUP}))"
TOLD_BETWEEN = r"(?:, (?:which|founded|formerly|once|until|split|set up|established) [^,;.]{3,90},)?"
"""What is told of a group between its name and its verb, other groups in it: 'X Group, split off from Y Group in 2021, has'."""
NO_GROUP = f"[^.;:{GROUP[1:-1]}]"
PIECE = r"(?:Nos?\. ?\d+|\d{1,3} (?:[A-Z][a-z]+ ){1,3}(?:Schools|Kindergartens)|\d{1,3}(?=,| and )|[A-Z][\w'’]+(?: [A-Z\d][\w'’]*){0,3})"
LEAD = r"(?:leading|lead|core|head|main|leader|anchor|flagship|dragon[- ]head|dragon(?! bod)|general|central|host|parent|principal|backbone|chairman|chairing|chair|chairperson|presiding|initiating|faucet|leadership|co-?ordinating|pilot|chief|mother)"
LEAD_SURE = r"(?:leading|lead|core|head|leader|flagship|dragon[- ]head|general|chief|anchor|parent|mother)"
"""Those of them that are said of nothing but a group."""
SCHOOL = r"(?: ?-?(?:schools?|units?|institutions?|hospitals?|kindergartens?|colleges?|university|academy|member|campus|one|body|bodies|parks?|gardens?))"
NOTE = rf"(?: ?\([^()]{{0,60}}\)|(?: [-–—] |, )(?:the |its |as ){{1,2}}{LEAD}{SCHOOL}(?: [-–—]|(?=,))|,? which is (?:the|its) (?:{LEAD}{SCHOOL}|headquarters),?)?"
MEMBER = rf"(?:{INSTITUTION}|{BODY})"
ITEM = rf"(?:(?:[Tt]he |both |its |and |a |an )?(?:newly (?:built|established|opened|founded) |new )?(?:(?:county|city|district|town)(?:['’]s)? )?(?:{MEMBER}{NOTE}|\d{{1,3}} {INSTITUTION}|{PIECE}(?: ?\([^()]{{1,40}}\))?|headquarters\b|main (?:campus|school)\b))"
IN_PLACE = r"(?: (?:in|from) (?:the )?(?:(?:north|south|east|west|cent(?:er|re))\b|[A-Z][\w'’]+(?: [A-Z][\w'’]+| (?:autonomous|district|county|city|town|township|prefecture|banner|province|region)){0,3}))"
"""Where the schools of a part of a list stand: 'A and B in Linxi district; C in Muyun county'."""
SEP = rf"(?: / |{IN_PLACE}(?:[,;]| and|[,;] and) (?:the )?(?={INSTITUTION}|[A-Z][a-z]+ [A-Z])|; (?:and )?(?:the )?(?={INSTITUTION}(?:[;.)]|$|{IN_PLACE}|(?:,| and) {INSTITUTION}))| ?[,、，](?: and| as well as)?(?: (?:which|that) is the [a-z ]+,)? ?| \+ |,? and [a-z\d]+ (?:[a-z]+ )?[a-z]+s: |,? together with (?:the )?| and | as well as | & )"
BEGINS = rf"(?<!\w)(?=[A-Z\d{INSTITUTION[1:-1]}{BODY[1:-1]}]|the |both |its |and |an? |new|(?:county|city|district|town)['’])"
"""A cheap look at what an item begins with, which spares most of the costly ones."""
LIST = rf"{BEGINS}(?P<list>{ITEM}(?:{SEP}{ITEM})*)"
WHOLE_LIST = rf"{BEGINS}(?P<list>(?>{ITEM}(?:{SEP}{ITEM})*))"
"""A list of which what follows may not cut the end off."""
LIST_AHEAD = rf"{BEGINS}{ITEM}(?:{SEP}{ITEM})*"
LEADS = rf"(?P<led>{INSTITUTION}(?:(?:, | and |, and )(?:the )?{MEMBER})*)"
"""What a pattern begins with in which the schools that lead come first: a search leaps from name to name."""
LED = rf"(?:the |a |its )?(?:(?:county|district|city|town) )?{LEADS}"
APPOSITION = r"(?:,? ?\([^()]{0,60}\)|, [^,.;]{0,70},)?"
SEVERAL = "schools|units|gardens|sites|points|institutions|kindergartens|campuses|hospitals|colleges|academies|members|enterprises|bodies|stations|clinics|centers|centres|nurseries|parks|sub-parks|primaries|secondaries"
COLLECTIVE = rf"(?:{SEVERAL})"
OTHERS = rf"(?:,? (?:and|as well as) (?:the )?[a-z\d]+ (?:other |more )?(?:[a-z]+ )?{COLLECTIVE})?"
INTRO = rf"(?:[^.;:]{{0,70}}?(?::|,? namely,?|,? among them,?|,? among which are|(?: —| –| - )(?<!school - )(?<!unit - )(?! ?(?:the|its) {LEAD})|,? including|,? such as|,? which are) ?|(?:the )?(?:following )?(?:(?!(?:at|in|from|to|by|on|for|near|with|between|against|about) )[a-z\d]+ )?(?:(?:other|new|public|founding|township|county|city|district|town|village|rural|urban|private|primary|secondary|middle|nursery|health|community|medical) )*(?:member )?(?:{COLLECTIVE}:? ?,? ?)?)"
NTH = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
THE = r"(?:the |a |an )?"
AUX = r"(?:(?:have|has|had|will|would|shall|is to|are to|set to|due to|about to|was|were|are|is|be|been|being|to|also|all|both|now|newly|formally|officially|jointly|recently|successfully|later|then|already|finally|together|respectively|first|since|once|simultaneously|each|at the same time|further|soon|currently|today|mainly|once|abolished and|closed and|dissolved and|renamed and|convert and|converted and|voted to|agreed to|decided to|chosen to|chose to|opted to|resolved to) )*"
ACTIVE = AUX.replace("|was|were|are|is|be|been|being", "")
"""The same without what makes a verb passive."""
CHAIR = "(?:chair|chairing|chairman|president)"
SIGN = r"(?:signs?|signed|signing|inks?|inked|concluded?|concludes|sealed)"
FRIENDLY = r"[^.;]{0,40}\b(?:co-?operation|strategic|partnership|intent|sister|friendship|purchase|service)\b"
DEAL = r"(?:[\w-]+ ){0,6}?(?:contracts?|agreements?|memorand(?:um|a)(?: of understanding)?|pacts?|letters?|deals?|documents?)(?: [\w-]+){0,4}?"
BROUGHT = (
    "incorporated admitted merged brought taken integrated absorbed included accepted added folded transferred assigned"
    " put placed handed affiliated rebrokered"
)
BROUGHT_IN = "|".join(
    f"{word}(?: (?:in|into|to|over to|in to|with|under)(?: the (?:[a-z]+ )?(?:management|care|charge|hands|custody|umbrella) of)?)"
    for word in BROUGHT.split()
)
"""Each word with what may follow it, so that a search can leap to their first letters."""
COMES_IN = rf"(?:join(?:s|ed|ing)?|enter(?:s|ed|ing)?|follow(?:s|ed)|sign(?:s|ed)? up (?:to|for|with)|signed to join|becom(?:es?|ing) (?:a )?(?:part|member|members)(?: schools?| units?)? of|became (?:a )?(?:part|member|members)(?: schools?| units?)? of|merged as (?:the )?(?:\w+ )?(?:campus|branch) of|(?:becomes?|became|turned into|renamed) (?:the |a |an )?(?:{INSTITUTION}|(?:[a-z]+ )?(?:campus|branch)) of|{BROUGHT_IN}|belongs? to|belonged to|part of|sits? in|comes? under|came under|run by|taken over by|managed by|operated by|under the management of|c[ao]me in(?:to)?|c[ao]me together (?:as|in)|banded together (?:as|in)|team(?:ed|s) up (?:as|in)|found (?:a|its|their) (?:new )?(?:home|place) in|thr(?:own|ew) in (?:its|their) lot with|moved(?: over)? from [^,;.]{{2,60}}? to|switched from [^,;.]{{2,60}}? to|transferred from [^,;.]{{2,60}}? to|gone (?:over )?to|went over to|opted into|opts into)"
AS_ROLE = r"(?:now |also |both |all |the |their |its |a |ordinary |founding |core |first |other )*"
SHORT_FOR = re.compile(
    rf"(?P<full>{GROUP})[\"”]?,? ?\(?(?:(?:which|until (?:\d{{4}}|last year|recently|then|[A-Z][a-z]+ \d{{4}}),?|is|was|has|had|been|also|now|since|then|usually|commonly|often|widely|locally|better|formerly|previously|originally|officially|whose|its|short|full|former|name) )*(?:in short|for short|(?<=, )or|(?<=\()or|short for|went by the name of|before \d{{4}}:|abbreviated|shortened|hereinafter(?: referred to as| called)?|hereafter|below:?|called|known as|referred to as|dubbed|nicknamed|aka|a\.k\.a\.|formerly|previously|originally|officially|until recently|or simply|renamed|(?<=name of {GROUP} )is|(?<=name of the {GROUP} )is|changed (?:its )?name(?: to| from)|became|become),? (?:as |to |from )?(?:the )?[\"“]?(?P<short>{GROUP})(?:[\"”]?\)?,? (?:and )?(?:formerly|previously|originally)(?: known as| called| named)? (?:the )?[\"“]?(?P<former>{GROUP}))?"
    rf"|(?P<nick>{GROUP})[\"”]? ?\( ?(?:the |its )?(?:in full|full name)(?: is|:)? ?(?:the )?[\"“]?(?P<whole>{GROUP})"
    rf"|(?P<long>{GROUP})[\"”]? ?\( ?[\"“]?(?P<brief>{GROUP})[\"”]? ?(?:for short)?\)"
)
LEAD_NOTE = re.compile(
    rf" ?[-–—]{{1,2}} ?(?:the |its |as )?{LEAD}{SCHOOL}(?=[;,.]|$)| ?\( ?(?:the |as )?(?:{LEAD}{SCHOOL}|head ?quarters?|leader|lead|core) ?\)|(?: [-–—] |, )(?:the |its |as ){{1,2}}{LEAD}{SCHOOL}(?: [-–—]|,)|,? which is (?:the|its) (?:{LEAD}{SCHOOL}|headquarters)\b"
)
ANAPHOR = re.compile(rf"{THE_GROUP}|\b(?:[Ii]ts|[Tt]hey|[Tt]heir|whose)\b")
BEGINNING = re.compile(r"([a-z]{1,3})[a-z]*")


def beginnings(string: str) -> frozenset[str]:
    """The first three letters of each word of a sentence, and "(": one cheap look that spares most of the costly ones.

    >>> sorted(beginnings("It is led by them (all)"))
    ['(', 'all', 'by', 'is', 'it', 'led', 'the']
    """
    found = frozenset(BEGINNING.findall(string.lower()))
    return found | {"("} if "(" in string else found
