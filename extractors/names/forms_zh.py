"""What Chinese names of schools, hospitals and groups end in, and what stands before them and belongs to none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extractors.exchange import exchanging
from extractors.names.lexicon import load

WORDS = load("extractors.names", "zh")
HAN = "\u3400-\u9fff〇"
ONE_FORM = str.maketrans("，：；！？（）「」『』﹁﹂＂　．－‧•・・﹒＋—―–｜丨", ',:;!?()“”“”“”" .-·····+———||')
"""Marks of one meaning to one mark, a character for a character."""
in_one_form = exchanging(ONE_FORM)


def any_of(words: Iterable[str]) -> str:
    """An alternation of words, the longest first, those with one beginning together: fewer for a pattern to try.

    >>> any_of(["校区", "新校区", "新校"])
    '新(?:校区|校)|校区'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        first = word[: 1 + word.startswith("\\")]
        rests.setdefault(first, []).append(word[len(first) :])
    return "|".join(first + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in rests.items())


def firsts(words: Iterable[str], more: str = "") -> str:
    """A look ahead for the first characters of words and for ``more``: one cheap test that spares most of the costly ones."""
    return f"(?=[{''.join(sorted({word[0] for word in words} | set(more)))}])"


NUMERAL = "一二三四五六七八九十"
NUMBERED = (
    rf"(?:第?[{NUMERAL}]{{1,3}}|(?<![\d.+]){'[0-9]'}{{1,3}})"
    r"(?:中(?!学|心|国|队|层|间|央|全会|的|有|等(?=[职专师教技程])|小|午|旬|期|考|级|职|华|外|美|欧|国|共|部|年|途|标|原|介|药|医|秋|专|方|式|关|山|文)"
    r"|小(?!学|时|部|步|组|区|型|块|段|孩|朋|班|镇|康|微|店|吃|事|学|升|车|伙|河|中)|幼(?!儿|师|教|稚|年)|院(?!士|长|校|区|落|内|线|系|子|感)|附院|附(?=[、,。医])|职高|高(?=[、,。;:教)与和及签牵组校是为等]|$))"
)
SPECIAL = rf"(?<=[厂矿局场队])子校|(?:中|小)学(?:校(?![友园史门训服歌车舍董医刊庆]))?(?!生|位(?![于列居])|籍|费|科(?!技)|段|部(?!分)|阶段|期间|时代|毕业|毕业生|文凭|学历|长)|(?:{NUMBERED})"
HEAD_FIRSTS = f"子第{NUMERAL}0123456789东西南北中小高教院医产职科校学集联共大外公书初附实"
"""What the patterns of heads begin with that are not words of a list."""
GROUP_HEAD = (
    rf"(?:{any_of(WORDS['group'] - {'学区', '大学区'})})(?!化|制|型|长|公司|有限|股份|控股)"
    rf"|(?:高校|教育|院校|医疗|产教|职教|科教|校企|学校)[{HAN}]{{1,6}}(?:联盟|共同体|联合体)(?!化|制|型|成员)"
    r"|(?<=[中小幼学校园院附])(?:集团|联盟|共同体|联合体)(?!化|制|型|公司|有限|股份|控股|校|内|总校(?!长)|的)"
    r"|(?:大|联合)?学区(?!房|制|化|管理|中心|内|划|范围|调整|服务|新|长制|教育局|办公室|政策|信息|的)"
)
PART_HEAD = rf"(?:(?<=[学校园院])[东西南北中](?:校)?区|{any_of(WORDS['part'])})(?!长|制|域|区|园|友|服|史|经理|学校|小学|中学|门|舍)"
INSTITUTION_HEAD = (
    rf"幼儿园(?!新|原|等|及|和|与|的)[{HAN}]{{1,2}}(?![校公家乐花入开离在办建进出本该分总名回来全各双三两])[{HAN}]园(?=[、,;。:)(]|$)"
    rf"|(?:{any_of(WORDS['institution'] - {'小学', '中学', '外国语', '公司', '大学', '学院', '学校', '高中', '初中', '附中', '书院', '实小', '实中', '国中', '国小', '体校'})}|(?<![主母同联合])体校)(?!长|生)"
    r"|外国语(?!学|大|小|中|实|言|教|课|高|初|附|分|幼|校)|(?<!分)公司|大学(?!生|区|城|路|里|文化|科技园|本科)|学院(?!派|路|街|生|长)|书院(?!路|街|门|制)"
    r"|学校(?!长|生|联盟|教育|集团|之间|里)|(?:高|初)中(?!生|学|阶段|教|部|段|的|毕|起|课|校长|生源|招|学历)|附中(?!学)|国中小(?!学)|[实国][小中](?!学|长|生)"
)


@cache
def heads(added: frozenset[str] = frozenset()) -> re.Pattern[str]:
    """What names end in, by kind; ``added`` are a user's words for institutions.

    >>> heads(frozenset({"书塾"})).search("柏树书塾").lastgroup
    'institution'
    """
    own = f"|{any_of(map(re.escape, added))}" if added else ""
    return re.compile(
        rf"{firsts(WORDS['group'] | WORDS['part'] | WORDS['institution'] | added, HEAD_FIRSTS)}(?:(?P<group>{GROUP_HEAD})|(?P<part>{PART_HEAD})|(?P<institution>{SPECIAL}|{INSTITUTION_HEAD}{own}))"
        rf"|(?P<bare>[{HAN}](?=[集联共])(?:(?:集团|联盟)(?!化|制|型|公司|有限|股份|控股|军|校(?!区)|总|办|内|里|之|董)|(?:共同体|联合体)(?:$|(?=的?(?:成员|核心|牵头|龙头|盟员)(?:学?校|单位|园)))))"
    )


HEAD = heads()
GROUPED = ("group", "bare")
"""The heads of groups' names: words that say what forms the group, and '集团' behind any other word."""
BARE_GROUP = re.compile(rf"[{HAN}](?:集团|联盟|共同体|联合体)")
DASHED = "|".join(rf"(?<=“[{HAN}]{{{length}}})" for length in range(2, 7))
"""Before a dash in the name of a group in quotation marks: '“东关—西关教育集团”'."""
RUN = re.compile(
    rf"(?:[{HAN}\dA-Za-z·]|(?:{DASHED})[—-](?=[{HAN}]{{2,12}}(?:集团|联盟|共同体|联合体|教共体|教联体|学区)”)|(?<=[{HAN}])\((?!幼儿园|[中小]学|学校)[{HAN}]{{2,6}}\)(?=有限|股份|附属|附设|集团|(?:教育|办学)(?:集团|联盟|共同体)|教联体|教共体|共同体|联合体|联盟|[{HAN}]{{0,4}}公司)|“[{HAN}\w]{{1,8}}[+]?”(?=第[{NUMERAL}\d]{{1,2}}(?:教育)?(?:集团|联盟|共同体|教联体)|教育集团|教育联盟|教育共同体|教育联合体|办学|教联体|教共体|医联体|集团|共同体|联合体)|(?<=[省市区县镇乡旗州])“[{HAN}\w]{{1,8}}”(?=[{HAN}]))+"
)
GUARDED = (
    r"(?<=[者们])从|(?<!求)是|(?<!自)由(?!义)|曾(?=是|在|任|经|为|被|获|有|与|属|由|用|名|先|一|说|叫|计|想)|均(?!安|瑶|州|衡)|已|让(?!胡)|(?<![可予所])以(?!勒)|还|也|按|叫|说|称|(?<![周达])到"
    r"|共同(?!体)|共(?=有|辖|计|含)|协作(?!体|联盟|校|区)|合作(?!市|路|镇|办学|联盟|体|社|校|共同体)|托管(?!集团|学校|校|型|制)|学习(?!共同体|中心)"
    r"|管理(?!学院|大学|职业|干部|专科|技术)|组团(?!式)|联合(?!学区|体|教|国|校|学校|小学|中学|初中|幼儿园|路|村|镇|乡|办|大学|会)|共建(?!型|教|共同体|体|联盟|集团|校|小学)"
    r"|新建(?!路|街|村|镇|乡|区|县|小|中|学|初|高|里|巷|二|三|一)|与|(?<!普)及(?!第)|位于|成功(?!学校|小学|中学)|所在"
    rf"|(?:[\d{NUMERAL}两几百千]+|数)(?:余|多|来|几)?(?:所|家|个|间|名|位|批|类|大(?=[{HAN}]{{0,4}}(?:集团|联盟|体)))"
    rf"|\d+(?:学年度|学年|年度|年|月|日|号|时许?|点)|(?<=[今曾兼时后继前升初])任(?!丘|城|县|家|庄|和)|任(?=总校|总园|牵头|龙头|核心|成员|理事|领衔|盟主|主席|组长|副)|[{NUMERAL}〇]+(?:年(?!一贯|制|级)|月|日)|(?<=[校员位园团体别时段省市区县旗镇乡里面边北南])有(?!为|色|志|限|机)|(?<=[员校位园团体盟])含|(?<=[(,])含(?!山)|(?<=[合融收并加划纳吸])进(?!修)|等(?=[\d{NUMERAL}]+[人名位])|(?<=\d)[人名位](?=[为任担])|使(?=[全我本该各所])|占(?=[全公总应比了我该其])|(?<=[区县市域团盟体校])内(?!江|黄|乡|丘|蒙|坑|师)|企业(?=[和与及])|计划(?!生育)|暨(?![南阳])|成员(?!学?校|单位|园|医院|院校|高校|企业|幼儿园|[,:、;。])|继(?=[^,。]{{2,24}}后)|(?<=[省市区县旗州镇乡局委府部团门里])将(?!军|乐|台)|(?<=第)[{NUMERAL}](?:轮|次|届|期)|(?<=[省市区县旗州镇乡村])里(?=[对给把让要将由就都也还又有为])"
)
NAME_END = "校学园中小幼院团体盟司部所会局委府办厅处心点馆宫附)”"
CONJUNCTION = rf"(?:(?<=[{NAME_END}])|(?<=[校园院]区))(?:和(?!平(?![安阳江湖泉顶潭果定凉谷舆遥邑阴度])|睦|谐|顺|美|畅|悦|雅|义|济|县(?!直|第|[{NUMERAL}]|实验|机关|城|特殊|职业|高级|中心|委)|田|润|兴|风|苑)|跟|或|等(?!专|职业|技术|师范|教育|院校)|为|对|向(?!阳|明|荣|东)|将(?!军)|从(?!化)|到)|(?<=[长记员位])(?:为|向|对)"
STOP_FIRSTS = f"里被是由曾均已让以还也按叫说称到共协合托学管组联新与及位成所数{NUMERAL}〇两几百千0123456789任有含进使占内企继将和跟暨或等为对向从牵龙核领加盟副理常集计紧人名"
"""What GUARDED, CONJUNCTION and ROLE begin with."""
ROLE = rf"(?:牵头|龙头|核心|领衔|领航|成员|加盟|紧密|协作|协同|盟员|盟主|副?理事长|(?:常务)?理事|学区长|领办|被?托管|共建)(?:学校|校(?!区)|单位|园(?!区)|院校|医院)(?=[{HAN}])|(?<![{HAN}])集团(?:学校|校(?!区))(?=[{HAN}])"
STOP = re.compile(rf"{firsts(WORDS['stop'], STOP_FIRSTS)}(?:{ROLE}|{any_of(WORDS['stop'])}|{GUARDED}|{CONJUNCTION})")
