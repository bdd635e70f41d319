"""Chinese date expressions: found and delimited, with the precision as printed. Years are inferred later, never here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.dates.forms import Form, Forms, Parts
from extractors.hannumbers import plain
from extractors.mentions import CalendarForm, DateMention, Found
from extractors.script import Folded

YEAR = r"(?:(?:1[0-9]|20)\d\d|[一二][〇零一二三四五六七八九]{3})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
TO = r" ?(?:起?[至到]|[-–—－~～―─‐﹣]{1,2}) ?"
AND = r"(?:[、和及与]|以及)"
NO_START = r"(?!中|级|一|二|三|步|始|心|次|赛|试|审|选|稿|具|衷|显|见|现|创|等|小|高)"
EDGE = rf"(?P<edge>初{NO_START}|底(?!部|层|蕴|线|气|色)|末|尾)"
"""The end or the beginning of a year or month; the beginning of 初中 is that of a school."""
REL = (
    r"(?P<rel>今年|去年|(?<![以晚])上一?年|(?<![五十两多几此之目\d])前年|(?<![今以之此战先随最\d])后年|(?<![失过])明年|同年|当年|[那该]年(?=的?[\d一二三四五六七八九十]{1,3} ?月)"
    r"|(?<![首每屡多再两几一二三四五六七八九十\d])次年|翌年|本年|(?<=[。，,；;\s“])第二年(?=[，,]))(?!级|轻|龄|代|纪|货|会|味|华|限|薪|来|间)"
)
SHORT_YEAR = r"(?<![\d.,第])(?P<yy>\d\d) ?年 ?"
OF = rf"(?:(?:公元)?(?P<y>{YEAR}) ?年 ?|{REL}度? ?的? ?|{SHORT_YEAR})"
M, D = rf"(?P<m>{MONTH}) ?月", rf"(?P<d>{DAY}) ?[日号](?![楼线院店厅馆楼令])"
SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
SEASON = r"(?P<season>[春夏秋冬])(?:季?(?:学期|学年)|季|天|(?=开学|招生|入学|新生|[，,。；]))"
QUARTER = r"(?:第?(?P<q>[一二三四1-4])|(?P<first>首)) ?个?季度?"
SHIFT = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "上一年": -1, "明年": 1, "前年": -2, "后年": 2}
SAME = {"同年": 0, "当年": 0, "那年": 0, "该年": 0, "次年": 1, "翌年": 1, "第二年": 1}
DAYS = {"今": 0, "昨": -1, "明": 1, "前": -2, "后": 2}
MONTHS = {"本": 0, "这": 0, "上": -1, "下": 1}
REPUBLIC = 1911
"""The year before the first of the Republic's era, by which Taiwan counts."""
COUNTED = r"(?! ?(?:多|余)? ?(?:名|人|所|个|位|元|万|亿|%|套|平方|亩|家|余|多|米|千|百|本|册|份|场|次|项|张|种|分))"


def number(word: str) -> int:
    """'十一' → 11, '09' → 9, '元' → 1."""
    return 1 if word == "元" else int(plain(word) or 0)


def year(p: Parts) -> str:
    """The year that a form prints, XXXX where it prints none."""
    if "y" in p:
        return f"{number(p['y']):04d}"
    if "roc" in p:
        return f"{number(p['roc']) + REPUBLIC:04d}"
    if "yy" in p:
        return f"{'20' if int(p['yy']) < 50 else '19'}{p['yy']}"
    return "XXXX"


def anchored(edtf: str, p: Parts) -> CalendarForm:
    """A form whose year is told by 今年, 去年, 同年 …, or by nothing."""
    word = p.get("rel")
    if word is None:
        return CalendarForm(edtf)
    return CalendarForm(edtf, "same", SAME[word]) if word in SAME else CalendarForm(edtf, "year", SHIFT[word])


def full(p: Parts) -> CalendarForm:
    """A year, month or day with what is printed of it."""
    edtf = "-".join([year(p), *(f"{number(p[key]):02d}" for key in ("m", "d") if key in p)])
    return anchored(edtf, p)


def days(p: Parts) -> CalendarForm:
    """9月1日至3日, 2023年12月30日至2024年1月2日."""
    first = f"{year(p)}-{number(p['m']):02d}-{number(p['d']):02d}"
    last_year = p.get("y2", year(p))
    return anchored(f"{first}/{last_year}-{number(p.get('m2', p['m'])):02d}-{number(p['d2']):02d}", p)


def months(p: Parts) -> CalendarForm:
    """3月至6月, 2023年9月至2024年7月."""
    first, last = number(p["m"]), number(p["m2"])
    return anchored(f"{year(p)}-{first:02d}/{p.get('y2', year(p))}-{last:02d}", p)


def first_months(p: Parts) -> CalendarForm | None:
    """今年前三季度, 2023年前10个月."""
    last = number(p["count"]) * (3 if "季" in p["step"] else 1)
    return anchored(f"{year(p)}-01/{year(p)}-{last:02d}", p) if 1 <= last <= 12 else None


def years(p: Parts) -> CalendarForm | None:
    """2021—2025年, 2023-24学年; None for pairs that run backwards."""
    first, last = int(year(p)), p["y2"]
    end = int(f"{first // 100}{last}") if len(last) == 2 else number(last)
    return CalendarForm(f"{first:04d}/{end:04d}") if first < end <= first + 100 else None


def school_year(p: Parts) -> CalendarForm:
    """2024学年 is the one that begins in 2024."""
    first = year(p)
    return CalendarForm(f"{first}/{int(first) + 1:04d}")


def school_years(p: Parts) -> CalendarForm | None:
    """2024/25至2026/27学年: from the first to the end of the last."""
    return years({"y": year(p), "y2": f"{number(p['y2']):02d}"})


def edge(p: Parts) -> CalendarForm:
    """2023年底 is its December, 今年年初 its January."""
    return anchored(f"{year(p)}-{'01' if p['edge'] == '初' else '12'}", p)


def until_now(p: Parts) -> CalendarForm:
    """2018年至今, 2020.08至今: open at its end."""
    month = p.get("m") or p.get("m1")
    return CalendarForm(f"{year(p)}{f'-{number(month):02d}' if month else ''}/..")


def from_year_to_month(p: Parts) -> CalendarForm | None:
    """2009—2020.07."""
    return CalendarForm(f"{p['y']}/{p['y2']}-{number(p['m2']):02d}") if p["y"] < p["y2"] else None


def years_ago(p: Parts) -> CalendarForm:
    """三年前的7月1日: so many years before the report."""
    edtf = "-".join(["XXXX", *(f"{number(p[key]):02d}" for key in ("m", "d") if key in p)])
    return CalendarForm(edtf, "year", -number(p["ago"]))


def half(p: Parts) -> CalendarForm:
    """2023年上半年."""
    first, last = ("01", "06") if p["half"] == "上" else ("07", "12")
    return anchored(f"{year(p)}-{first}/{year(p)}-{last}", p)


def quarter(p: Parts) -> CalendarForm:
    """2023年第三季度: EDTF 33 to 36."""
    return anchored(f"{year(p)}-{32 + (number(p['q']) if 'q' in p else 1)}", p)


def season(p: Parts) -> CalendarForm:
    """2023年秋季学期: EDTF 21 to 24."""
    if "near" in p:
        return CalendarForm(f"XXXX-{SEASONS[p['season']]}", "year", {"今": 0, "去": -1, "明": 1}[p["near"]])
    return anchored(f"{year(p)}-{SEASONS[p['season']]}", p)


def decade(p: Parts) -> CalendarForm:
    """20世纪90年代, 2010年代."""
    if "ten" in p:
        return CalendarForm(f"{p['ten']}X")
    century = {"19": "18", "十九": "18", "21": "20", "二十一": "20"}.get(p.get("century", ""), "19")
    return CalendarForm(f"{century}{number(p['decade']) // 10}X")


def plan(p: Parts) -> CalendarForm:
    """“十四五” is 2021 to 2025; each Five-Year Plan runs five years after the one before, and 八五 was the eighth."""
    n = number(p["plan"])
    return CalendarForm(f"{1951 + 5 * n}/{1955 + 5 * n}")


def near_month(p: Parts) -> CalendarForm:
    """本月, 上月15日."""
    return CalendarForm("XXXX-XX" + (f"-{number(p['d']):02d}" if "d" in p else ""), "month", MONTHS[p["near"]])


def near_day(p: Parts) -> CalendarForm:
    """今天, 昨晚."""
    return CalendarForm("XXXX-XX-XX", "day", DAYS[p["near"]])


def bare_day(p: Parts) -> CalendarForm:
    """记者3日获悉: a day of the month of the report."""
    return CalendarForm(f"XXXX-XX-{number(p['d']):02d}", "month", 0, bare=True)


# What it looks like, with what it may open (n three digits and more, m s d fewer before 月 年 日, o fewer before anything else,
# h Han numerals, w another word), how it is written, what it states.
# The first that fits at a place wins, so the longer stand first.
FORMS: tuple[Form, ...] = (
    ("2018年至今", "nh", rf"(?P<y>{YEAR}) ?(?:年 ?(?:(?P<m>{MONTH}) ?月 ?)?|[./] ?(?P<m1>1[0-2]|0?[1-9]) ?)?(?:至|到|[-–—－~～―─]{{1,2}})今(?![年天日后])", until_now),
    ("2009—2020.07", "n", rf"(?P<y>(?:19|20)\d\d){TO}(?P<y2>(?:19|20)\d\d)[./](?P<m2>1[0-2]|0?[1-9])(?![\d./])", from_year_to_month),
    ("1954届", "nh", rf"(?<!第)(?P<y>{YEAR}) ?届(?![全人会])", full),
    ("三年前的7月1日", "h", rf"(?P<ago>[一二三四五六七八九十])年前的?{M}(?: ?{D})?", years_ago),
    ("2024.01.05-01.08", "n", rf"(?P<y>(?:19|20)\d\d)(?P<mark>[-./]) ?(?P<m>1[0-2]|0?[1-9])[-./] ?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d){TO}(?:(?P<y2>(?:19|20)\d\d)[-./])?(?P<m2>1[0-2]|0?[1-9])[-./](?P<d2>3[01]|[12]\d|0?[1-9])(?![\d.])", days),
    ("2024-01-19", "n", r"(?P<y>(?:19|20)\d\d) ?(?:-|[./–]) ?(?P<m>1[0-2]|0?[1-9]) ?[-./–] ?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d|[./-]\d)", full),
    ("2023.9-2025.8", "n", rf"(?P<y>(?:19|20)\d\d)(?P<mark>[./])(?P<m>1[0-2]|0?[1-9]){TO}(?P<y2>(?:19|20)\d\d)[./](?P<m2>1[0-2]|0?[1-9])(?![\d./])", months),
    ("2018.9", "n", r"(?P<y>(?:19|20)\d\d)(?:[./](?=\d\d?(?![\d%.]))|-(?=[01]\d(?![\d-])))(?P<m>1[0-2]|0?[1-9])(?![\d/])(?! ?[万亿元个名%平米亩千公倍分家所人次])", full),
    ("民国15年9月1日", "w", rf"民国 ?(?P<roc>\d{{1,3}}|[一二三四五六七八九十百]{{1,6}}|元) ?年(?! ?[(（](?:公元|西元)?\d{{4}})(?: ?{M}(?: ?{D})?)?", full),
    ("112年8月1日", "n", rf"(?P<roc>1[01]\d) ?年 ?(?:度|{M}(?: ?{D})?)", full),
    ("112学年度", "n", r"(?P<roc>1[01]\d) ?学年度?", school_year),
    ("2023年9月1日至3日", "nmshw", rf"{OF}?{M} ?(?P<d>{DAY}) ?[日号]?{TO}(?:(?P<y2>{YEAR}) ?年 ?)?(?:(?P<m2>{MONTH}) ?月 ?)?(?P<d2>{DAY}) ?[日号]", days),
    ("2023年9月1日", "nmshw", rf"{OF}?{M} ?{D}", full),
    ("9月28、29日", "nmshw", rf"{OF}?{M} ?(?P<d>{DAY})(?={AND}{DAY} ?[日号])", full),
    ("2023年前三季度", "nshw", rf"{OF}(?:的)?前 ?(?P<count>\d{{1,2}}|[二两三四五六七八九十]{{1,2}}) ?(?P<step>个月|个?季度)", first_months),
    ("前三季度", "w", r"前(?P<count>三|3)(?P<step>季度)", first_months),
    ("2023年9月至2024年7月", "nmsohw", rf"{OF}?{M}?{TO}(?:(?P<y2>{YEAR}) ?年 ?)?(?P<m2>{MONTH}) ?月(?:份|[底末])?", months),
    ("2022年11月底", "nshw", rf"{OF}{M}(?:份|[底末初])?", full),
    ("9月", "nmh", rf"{M}(?:份|[底末初])?(?![嫂饼龄供薪革])", full),
    ("2023年上半年", "nshw", rf"{OF}(?P<half>[上下])半年", half),
    ("2023年第三季度", "nshw", rf"{OF}{QUARTER}", quarter),
    ("2023年秋季学期", "nshw", rf"{OF}{SEASON}", season),
    ("2023秋季", "n", rf"(?P<y>20\d\d) ?{SEASON}", season),
    ("今秋", "w", r"(?<!如)(?P<near>[今去明])(?P<season>[春夏秋冬])(?:季?学期|[季天](?!气))?", season),
    ("2022—2023学年", "nh", rf"(?P<y>{YEAR}) ?年?(?:{TO}|[/、])(?P<y2>{YEAR}|\d\d) ?年?(?:学年度?|年度|(?=[上下第]?[一二]?学期))", years),
    ("2024/25至2026/27学年", "nh", rf"(?P<y>{YEAR})[/／、](?:\d\d|[二三四五六七八九〇零一]{{2}}){TO}(?:{YEAR}[/／、])(?P<y2>\d\d|[二三四五六七八九〇零一]{{2}}) ?学年度?", school_years),
    ("22-23学年", "o", rf"(?P<yy>\d\d)(?:{TO}|/)(?P<y2>\d\d) ?学年度?", years),
    ("2024财年", "nh", rf"(?P<y>{YEAR}) ?年?财政?年度?", full),
    ("2024学年", "nh", rf"(?P<y>{YEAR}) ?年?学年度?", school_year),
    ("2021年至2025年", "nh", rf"(?P<y>{YEAR}) ?年?{TO}(?P<y2>{YEAR}) ?年(?!级)度?", years),
    ("2021-2025", "n", rf"(?P<y>(?:19|20)\d\d)(?:{TO})(?P<y2>(?:19|20)\d\d)(?![\d./-])(?! ?年){COUNTED}", years),
    ("2018、2019年", "nh", rf"(?P<y>{YEAR})(?=(?:、{YEAR})*{AND}{YEAR} ?(?:学?年|两年))", full),
    ("20世纪90年代", "shwo", r"(?:(?P<century>19|20|21|二十一?|十九|上|本)个?世纪 ?)?(?P<decade>[1-9]0|[二三四五六七八九]十) ?年代(?:初期?|末期?|中期)?", decade),
    ("2010年代", "n", r"(?P<ten>(?:19|20)\d)0 ?年代", decade),
    ("2023年底", "nshw", rf"{OF}年?{EDGE}", edge),
    ("2023年", "nh", rf"(?:公元)?(?P<y>{YEAR}) ?年(?![代级龄薪]|初始|的?历史|[多余来])(?:度(?!假))?", full),
    ("公元1757年", "w", rf"公元(?P<y>{YEAR}) ?年", full),
    ("《规划2035》", "n", r"(?P<y>20[0-5]\d)(?=》|[)）]》| ?版(?!本)|[)）]?[》]?(?:年度)?(?:工作)?(?:盘点|回眸|大事记)(?![\d年]))", full),
    ("盘点2022", "n", r"(?<=盘点|回眸|回首|回顾|展望|再见|你好|奋进|决胜)(?P<y>20[0-5]\d)(?=[:：!！，,—·“”\s])", full),
    ("十四五", "h", r"(?<![二三四五六七八九])(?P<plan>十[一二三四五])五(?![岁年个名所万亿余多级条度点分元位项家届天日月])", plan),
    ("“九五”", "h", r"(?<=[“\"「])(?P<plan>[七八九十])五(?=[”\"」])", plan),
    ("去年", "w", rf"{REL}(?<!当年)度?(?!同期)", full),
    ("上半年", "w", r"(?P<half>[上下])半年", half),
    ("第三季度", "w", rf"{QUARTER}(?<=度)", quarter),
    ("秋季学期", "w", r"(?P<season>[春秋])季学期", season),
    ("本月", "w", r"(?P<near>(?<!基)本|(?<![以网线晚之])上|(?<![以之])下|这) ?(?:个 ?)?月(?![球亮饼考薪供嫂])(?:份|[底末初]|(?P<d>3[01]|[12]\d|[1-9])[日号])?", near_month),
    ("月底", "w", r"(?<![\d一二三四五六七八九十个上本下这每当满])月底", lambda p: CalendarForm("XXXX-XX", "month", 0)),
    ("年底", "w", r"(?<![\d学每逐历近少青老成童中壮经多半一二三四五六七八九十两几前后])(?:年(?=[底末初])|岁(?=末))" + EDGE + "(?!预算)", lambda p: CalendarForm(edge(p).edtf, "year", 0)),
    ("今天", "w", r"(?<![的到在如让创先《“])(?P<near>[今昨明前](?=[天日])|后(?=天[上下]午)|[今昨明](?=[晚早晨夜]))[天日晚早晨夜](?!报|晚报|头条|关注|看点|热点|要闻|推荐|说法|之|的?[星花]|会?更|更)", near_day),
    ("113-09-12", "n", r"(?<!\d[-.])(?P<roc>1[01]\d)[-./](?P<m>1[0-2]|0[1-9])[-./](?P<d>3[01]|[12]\d|0[1-9])(?![\d./-])", full),
    ("今（12）日", "w", r"今[(（](?P<d>3[01]|[12]\d|[1-9])[)）]日", lambda p: CalendarForm(f"XXXX-XX-{number(p['d']):02d}", "month", 0)),
    ("今（113）年", "w", r"[今去明][(（](?:(?P<roc>1[01]\d)|(?P<y>20\d\d))[)）]年度?", full),
    ("记者3日获悉", "d", r"(?:(?<=记者)|(?<=[，,。（(部局厅委府网社])|(?<=于))(?P<d>3[01]|[12]\d|[1-9])日(?=上午|下午|晚|中午|凌晨|清晨|起|电|讯|从|在|获悉|举行|召开|发布|公布|，|,|）|\))", bare_day),
    ("改为15日举行", "d", r"(?<![\d.月每逢满近以后前第经过个/\-至、到和~—–－]) ?(?P<d>3[01]|[12]\d|[1-9])日(?=上午|下午|中午|凌晨|清晨|\d{1,2}[时点:：]|零时|早盘|开盘|收盘|举行|召开|发布|公布|恢复|正式|开学|揭牌|挂牌|启动|抵达|启程|签[署订约]|成立|举办|邀集|结盟|授牌|宣布|宣告)", bare_day),
)  # fmt: skip
OPENING = re.compile(
    r"\d(?:(?<!\d\d)(?<!\d[.,]\d)|(?<=\n\d[.,]2)(?=0\d\d ?年))(?=\d{0,3} ?(?:[年月日号、和至到及与以/.\-–—－~～―─‐﹣春夏秋冬》)）]|学年|财|届|世纪|[:：!！，,“”\s]|版|盘点|年度))"
    r"(?:(?=\d\d)(?P<n>)|(?=\d? ?月)(?P<m>)|(?=\d? ?年)(?P<s>)|(?=\d? ?日)(?P<d>)|(?P<o>))"
    r"|[一二三四五六七八九十](?<![〇零一二三四五六七八九十百千万亿几数个].)(?=[〇零一二三四五六七八九]{3} ?[年至到、—\-学/／]|[一二三四五六七八九十]? ?月|[一二三四五]?五|十?一?世纪|十年代|年前的?\d{1,2} ?月)(?P<h>)"
    r"|[今去明昨前后本这那该上下同当次翌首第一二三四公民春秋年月岁](?:(?<=[今去明前后本上同当次翌那该])年|(?<=第)二年|(?<=上)一年|(?<=[今昨明前后])[天日晚早晨夜]|(?<=[今去明])[春夏秋冬]|(?<=[今去明])[(（]"
    r"|(?<=[本上下这])个?月|(?<=[上下])半年|(?<=[上本])个?世纪|(?<=前)[三3]季|(?<=[首第一二三四])[一二三四1-4]?个?季|(?<=公)元|(?<=民)国|(?<=[春秋])季学|(?<=[年月岁])[底末初])(?P<w>)"
)
"""What a form opens with: one cheap look that spares most of the costly ones; the last group says which forms may fit."""
CHINESE = Forms(FORMS, {letter: letter for letter in "nmsdohw"})
EVERY = re.compile(r"(?:每年?的?|逢|每到|农历|阴历|历年)$")
"""What makes a month or season no date: 每年9月 comes every year."""
DOCUMENT_NUMBER = re.compile(r"[〔\[［【(（]$"), re.compile(r"[〕\]］】)）] ?\d+ ?号")
FURTHER_DAY = re.compile(rf"{AND}(?P<d>{DAY}) ?[日号]")


def find(text: Folded) -> Iterator[DateMention]:
    """Every date expression of the text's readable blocks, in order."""
    yearly = 0
    for match in CHINESE.matches(OPENING, text.plain, 0, len(text.plain)):
        form, _ = CHINESE.stated(match)
        listed = yearly == match.start() - 1 and text.plain[yearly] in "、和"
        if form is None or listed or EVERY.search(text.plain, max(0, match.start() - 3), match.start()):
            yearly = match.end() if form else 0
            continue
        yield from mentions(text, match.start(), match.end(), form)
        further = FURTHER_DAY.match(text.plain, match.end())
        while further and len(form.edtf) == 10 and "/" not in form.edtf:
            form = CalendarForm(f"{form.edtf[:8]}{number(further['d']):02d}", form.anchor, form.shift)
            yield from mentions(text, further.start("d"), further.end(), form)
            further = FURTHER_DAY.match(text.plain, further.end())


def mentions(text: Folded, start: int, end: int, form: CalendarForm) -> Iterator[DateMention]:
    """The mention of one expression; none where no sentence holds all of it, or it is part of a document's number."""
    sentence = text.sentence_at(start, end)
    opened, closed = DOCUMENT_NUMBER
    if sentence is None or (opened.search(text.plain, start - 1, start) and closed.match(text.plain, end)):
        return
    yield DateMention(
        Found(
            text.span(start, end),
            sentence,
            rule="dates.relative" if form.anchor else "dates.calendar",
            confidence=0.9 if form.anchor or "XXXX" in form.edtf else 0.97,
        ),
        form,
    )
