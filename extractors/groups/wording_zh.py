"""The words that patterns over Chinese clauses share: a run of schools, a group, who leads, who belongs.

A pattern reads a sentence with its names folded (names.marked.Folded): one character stands for each name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.names.forms_zh import HAN, NUMERAL, any_of
from extractors.names.lexicon import load
from extractors.names.marked import GROUP as G
from extractors.names.marked import INSTITUTION

WORDS = load("extractors.groups", "zh")


def one_of(words: Iterable[str]) -> str:
    """A group of a pattern that is any of some words."""
    return f"(?:{any_of(words)})"


I = INSTITUTION[1:-1]  # noqa: E741
NO_NAME = f"[^;{I}{G[1:-1]}]"
NOTE = r"[★☆*]?(?:\([^()]{0,30}\))?"
SEPARATOR = r"(?:[、/+ ]|[,;]?(?:\(?\d{1,2}[.)、]|[①-⑳])|,?和|(?:将|拟|已)?与|同|跟|及(?:其(?:分校|校区)?)?|以及|暨|还有|联合|携手|牵手|邀集|联络|邀约|约请|会同|偕同|携同|联手)"
ASIDE = rf"{NO_NAME}{{0,12}}(?:{any_of(WORDS['apart'])}|观摩|帮扶|出席|合作)"
"""What describes a school beside the ones of a list that is not of it."""
FURTHER = rf"(?:和|与|及|以及)(?!{ASIDE})[{HAN}\d]{{1,14}}的"
"""Between the school before and one more that is described: 'A和城郊的B', 'A与去年9月启用的B'."""
NUMBER = rf"(?:[\d{NUMERAL}两几多百]+(?:余|多)?)"
PART_OF_IT = "(?:直属|直管|直营|下属|所属|旗下|麾下|名下|加盟|托管|领办|代管|挂靠|[紧松][密散]型|融合型|协作型|共建型)"
"""What schools are to their group, where nobody but a group can have them: '直属的还有A'."""
RUN = re.compile(
    rf"[{I}]{NOTE}(?:(?:{NUMBER}(?:所|家)[{HAN}]{{2,6}}?)?{SEPARATOR}{{1,3}}(?:(?<=[、和及合手邀])(?!{ASIDE})[{HAN}]{{2,6}}的(?=[{I}]))?(?:[{HAN}\d·]{{1,8}}、(?=[{HAN}{I}]|\d)|{NUMBER}(?:所|家|个)[{HAN}]{{2,10}}?{SEPARATOR})*[★☆※]?[{I}]{NOTE})*"
)
"""Names that a list joins, pieces of names and numbers of others among them: 'A、东关、西关小学', 'A、19家卫生院和B'."""
ETC = rf"(?:[,、]?等)?(?:{NUMBER}?(?:所|家|个)[^,;:的为是{I}{G[1:-1]}]{{0,8}}?|{NUMBER}(?:校|园|院|方|地))?"
THE_GROUP = rf"(?:{G}”?|(?:该|本|此)?(?:教育|办学|职教)?(?:集团(?!化)|联盟|共同体|联合体|协[作同]体|教研体|教联体|教共体|学区|(?:教育)?片区|医联体|医共体|大家庭)|它|其|前者|后者)"
LEAD = rf"(?<![副非原被]){one_of(WORDS['lead_word'])}"
UNIT = r"(?:学校|院校|高校|校(?!长)|园(?!长)|幼儿园|单位|医院|企业|院|机构|小学|中学|方)?"
WEAK = frozenset(("学校", "校区", "幼儿园", "医院", "院校", "园所"))
MEMBER = one_of(WORDS["member_word"] - WEAK)
ASKED = r"(?:是谁|是哪[^,;?]{0,5}|花落谁家|有谁|有哪[^,;?]{0,5})\?"
BEING = rf"(?:{ASKED}|为|是|由|系|即|有|含|包括|包含|分别|:|—|如下)"
CUE = rf"(?:[:—是为有即]|包括|分别|其中|,(?=[^,;:{I}]{{0,6}}(?:[为是有即含如]|分别|包括|其中)))"
INTRO = rf"(?:(?:(?!{CUE})[^;:,{I}]){{0,18}}{CUE})*(?:[^;:,{I}]{{0,6}}?{NUMBER}(?:所|家|个)[^,;:{I}]{{0,10}}?[:,]?)?(?:了|有|着|是|为|由|即)?(?:(?:总园|总校|本部|总部|主校区)(?:和|与|、|及))?"
