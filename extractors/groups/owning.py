"""What stands right before or behind schools when a group has them: 'its eight schools are', 'is part of the group'."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.groups.wording import COLLECTIVE, GROUP_WORDS, IN_PLACE, SEVERAL
from extractors.names.lexicon import load
from extractors.names.marked import GROUP

WORDS = load("extractors.groups", "en")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words or phrases, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)).replace(r"\ ", " ")


OWN = rf"(?:{GROUP}|\b[Ii]t\b|\bwhich\b|\b[Tt]he {GROUP_WORDS}\b)"
RUNS = any_of(WORDS["run"])
HAS_ENDING = (
    # 'the trust looks after A', 'it already sponsors A'
    (
        frozenset(word.rpartition(" ")[2] for word in WORDS["run"]) | {"now", "also", "already", "the", "new", "a"},
        re.compile(
            rf"{OWN}(?:, (?:which|whose|with|led|founded|based|until|formerly|once|set up|established|split)\b[^,;.]{{3,80}},)?[^,;.]{{0,30}}?\b(?:{RUNS})(?: now| also| already| the| a| new)* $"
        ),
    ),
    # 'its eight schools are A', 'the schools of the group are A'
    (
        frozenset(("are", "include", "were", "the")),
        re.compile(
            rf"(?:(?:\b[Ii]ts|{GROUP_WORDS}['’]s|{GROUP}['’]s) (?:[a-z\d-]+ ){{0,2}}{COLLECTIVE}|\b[Tt]he (?:two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}}) (?:[a-z]+ )?{COLLECTIVE}|\b(?:{COLLECTIVE}|[Ss]ignatories|[Pp]articipants|[Ff]ounders|[Pp]artners) (?:of|in|that (?:make up|form|joined|belong to|are in)) (?:the )?{OWN}) (?:are|include|were)(?: the)? $"
        ),
    ),
    # 'the three schools of the group - A, B and C -', 'the 14 schools in the group, among them A'
    (
        frozenset(("-", "–", "—", ":", "(", "including", "them", "namely", "respectively", "as", "is", "the")),
        re.compile(
            rf"(?:\b{COLLECTIVE} (?:in|of|under) {OWN}|\b[Ii]ts (?:[a-z\d-]+ ){{0,2}}{COLLECTIVE}(?= ?[:–—(])|{OWN}[^,;.:]{{0,30}}?\b(?:{RUNS}) (?:[\w-]+ ){{1,4}}{COLLECTIVE}(?:{IN_PLACE})?(?=[:,]| [–—-])|{GROUP}(?:['’]s (?:[a-z]+ ){{1,3}}{COLLECTIVE})?)(?: ?[-–—:(] ?|,? (?:including|among them|namely|such as|that is),? )(?:the )?$"
        ),
    ),
    # 'among its other founders are A', 'besides B, there are A', 'it runs the group with A'
    (
        frozenset(("are", "is", "were", "the", "with", "also", "include", "respectively")),
        re.compile(
            rf"(?:^They (?:are|include)(?: respectively)?|\b[Tt]he (?:newcomers|new arrivals|new ones|new faces|new recruits|additions) (?:are|include)|\b[Aa]mong (?:the |its |(?:the )?{GROUP}['’]s )?(?:other |new )?(?:{COLLECTIVE}|founders|partners|participants) (?:are|is|were)"
            rf"|\b(?:[Bb]esides|[Aa]part from|[Ii]n addition to) [^.;]{{0,90}} there (?:are|is)(?: also)?"
            rf"|\b(?:run|runs|running|ran|form|forms|formed|forming|built|builds|building|founding|founded|creating|created|establishing|established|setting up|set up|launching|launched) (?:the )?{GROUP},? (?:together |jointly )?with)(?: the)? $"
        ),
    ),
    # 'at the beginning there were only two schools in it, A and B'
    (
        frozenset(SEVERAL.split("|")),
        re.compile(rf"{GROUP}[^.;]{{0,70}}\bthere (?:are|were) (?:[a-z\d]+ ){{1,3}}{COLLECTIVE} ?,? $"),
    ),
    # 'the trust was named as sponsor of A'
    (
        frozenset(("of", "for", "the")),
        re.compile(rf"{OWN}[^,;.]{{0,40}}? (?:sponsor|operator|manager|trustee) (?:of|for) (?:the )?$"),
    ),
    # 'under the group come A', 'in the group there are A', 'in its arms are A'
    (
        frozenset(("are", "is", "come", "stand", "sit", "belong", "the")),
        re.compile(
            rf"\b(?:[Ii]n|[Uu]nder) (?:its|their|the group['’]s) (?:arms|wings?|umbrella|roof|flag|banner|fold|ranks|family),? (?:there are|are|come|stand|sit|belong) (?:the )?$|"
            rf"\b[Uu]nder (?:the )?(?:umbrella|wing|roof|flag|banner) of (?:the )?{OWN},? (?:there are|are|come|stand|sit) (?:the )?$|"
            rf"\b(?:[Ll]atest|[Nn]ewest|[Ll]ast|[Mm]ost recent|[Ff]irst) (?:additions?|members?|schools?|campus|arrivals?|recruits?)(?: (?:to|of|in) (?:the )?{OWN})? (?:is|are) (?:the )?$|"
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
    rf"| of (?:the )?{GROUP}(?!['’]s)"
    rf"|,? (?:(?:is|was|are|were) )?(?:one of (?:the )?{OWN}['’]s (?:[a-z\d-]+ ){{0,3}}{COLLECTIVE}|an? {GROUP} (?:school|academy|campus|college|kindergarten|hospital|member)\b)"
    rf"| [^.;,]{{0,60}}?\bas part of (?:the )?{OWN}(?!['’]s)"
    rf"|,? (?:[a-z]+ ){{0,6}}?(?:become|becomes|became|is|are|was|be|as|into) (?:the |a |an |its |one of )?(?:[a-z\d]+ ){{0,3}}(?:{COLLECTIVE}|school|kindergarten|academy|hospital|branch|campus|member|participant|partner) (?:of|in) (?:the )?{OWN}"
    rf"|,? (?:all |both )?(?:(?:[a-z]+ ){{0,3}}?(?:is|are|become|becomes|became|as) )?(?:(?:the )?{OWN}['’]s|[Ii]ts|[Tt]heir) (?:other |remaining |new |founding )?(?:[a-z\d]+ )?(?:members?|campus|campuses|branch|branches)\b"
    rf"|,? (?:was|were|are|is|signed(?= as)|serves?(?= as)|joined(?= as)) (?:chosen |elected |named |appointed )?(?:as )?(?:the |its |a )?(?:vice|deputy)[- ](?:chair|president|lead|head)(?:er|ing|man)?(?: (?:school|unit|institution|kindergarten|hospital)s?\b| of (?:it\b|{OWN})|(?<=chair)|(?<=president)|(?<=lead)|(?<=head))"
    rf"|,? (?:(?:have|has|had) )?(?:[a-z]+ )?hung (?:out |up )?(?:the )?(?:brand|sign|plaque|plate|nameplate|board|name) of (?:the )?{OWN}"
    rf"|,? (?:[a-z]+ ){{0,3}}?(?:be|is|are|was|were|been) (?:[a-z]+ )?(?:{any_of(WORDS['taken'])})(?: by (?:the )?{OWN}|(?! by))"
)
"""'A has been in the group since 2019', 'A will be governed by the group', 'A was taken over in 2016'."""
TAKEN = re.compile(rf"\b(?:{any_of(WORDS['taken'])})\b")
FORMED = re.compile(
    rf",? (?:have |has |to )?(?:together |jointly )?(?:form(?:ed)?|set up|founded|established|created|launched|built|started) (?:the |a )?{GROUP}"
    rf"|,? (?:[a-z]+ ){{1,7}}to (?:jointly |together )?(?:form|set up|found|establish|create|launch|build) (?:the |a )?(?:new )?{GROUP}"
)
