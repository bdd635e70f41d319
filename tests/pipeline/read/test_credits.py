"""Credit lines: what they say, and the lines that are none."""

from __future__ import annotations

import pytest

from pipeline.read.credits import credit_of
from pipeline.read.dates import delimited_day, find_day
from pipeline.read.names import people_in
from pipeline.read.passing import credit_within, may_say

TAKE = [
    ("Author:Harbour News Time:2022.07.14", (), "Harbour News", "2022-07-14"),
    ("author:Seven hills look at the sea", (), "Seven hills look at the sea", None),
    ("Updated: Oct 10, 2022", (), None, "2022-10-10"),
    ("Last updated on: 18 May 2022 09:30", (), None, "2022-05-18"),
    (
        "Release time: February 7, 2021 Editor: Lin Mei Source: Bay Evening News",
        ("Lin Mei",),
        "Bay Evening News",
        "2021-02-07",
    ),
    ("Written by: Bay Reporter Han Mei", ("Han Mei",), None, None),
    ("Text: Han Mei | Photo: Xu Li", ("Han Mei", "Xu Li"), None, None),
    (
        "Bay News · Hill News reporter Zhang Yi Correspondent Wang Er Wu San/Wen Tu",
        ("Zhang Yi", "Wang Er", "Wu San"),
        "Bay News",
        None,
    ),
    ("(Source: Bay release. Pictures from the network, contact to delete.)", (), "Bay release", None),
    ("[Responsible editor: Sun Mei]", ("Sun Mei",), None, None),
    (
        "(Reporting by Xie Ting and Dilnur Kasim; editing by Marcus Hale)",
        ("Xie Ting", "Dilnur Kasim", "Marcus Hale"),
        None,
        None,
    ),
    ("Photo by Yang Zhi", ("Yang Zhi",), None, None),
    ("By Zhou Yi and Meng Er, 2024-10-18", ("Zhou Yi", "Meng Er"), None, "2024-10-18"),
    ("Ends/Monday, March 4, 2024", (), None, "2024-03-04"),
    ("Ends / Friday, March 8, 2024", (), None, "2024-03-08"),
    ("Posted on April 8, 2024 by Auntie Fish", ("Auntie Fish",), None, "2024-04-08"),
    ("bay.gov.cn Updated: September 3, 2024", (), "bay.gov.cn", "2024-09-03"),
    ("Bay Education Network   Release time: 30 December 2021", (), "Bay Education Network", "2021-12-30"),
    ("Updated: Aug 29, 2023 | By Mihri Rozi | info.example.cn", ("Mihri Rozi",), None, "2023-08-29"),
    ("Thursday, 6 March 2025 • Bay Business Post • Leung Ka-ho", ("Leung Ka-ho",), "Bay Business Post", "2025-03-06"),
    ("2022-05-18", (), None, "2022-05-18"),
    ("2021-09-06 08:40 Source: Bay Watch", (), "Bay Watch", "2021-09-06"),
    ("Issued by the General Office of the Bay Government", (), "the General Office of the Bay Government", None),
    ("发布时间:2021年2月7日　责任编辑:林小方　来源：海湾晚报", ("林小方",), "海湾晚报", "2021-02-07"),
    ("(记者 于小 通讯员 王大山)", ("于小", "王大山"), None, None),
    ("海湾日报 2021-06-04 00:51 大字", (), "海湾日报", "2021-06-04"),
    ("2023年9月2日 08:15 来源：海湾网 记者 于小", ("于小",), "海湾网", "2023-09-02"),
    ("图文 | 于小 编辑 | 王大山 审核 | 林小方", ("于小", "王大山"), None, None),
    ("（于小 王大山）", ("于小", "王大山"), None, None),
    ("（海湾区教育局 于小）", ("于小",), None, None),
    ("原创 于小 海湾教育 2023-09-02 18:00", ("于小",), "海湾教育", "2023-09-02"),
    ("海湾教育 海湾教育 2023年09月02日 18:00 湖南", (), "海湾教育", "2023-09-02"),
    ("□ 本报记者 于小 通讯员 王大山", ("于小", "王大山"), None, None),
    ("索引号：1234567/2023-00012 发文机关：海湾区教育局 成文日期：2023-09-02", (), "海湾区教育局", "2023-09-02"),
    ("二〇二三年九月十二日", (), None, "2023-09-12"),
    ("（于小　供稿）", ("于小",), None, None),
    ("（整理：于小）", ("于小",), None, None),
    ("制表：于小　审核：王大山", ("于小",), None, None),
    ("统筹：于小　编辑：王大山", ("于小", "王大山"), None, None),
    ("本报记者  于 小  实习生  王大山", ("于 小", "王大山"), None, None),
    ("海湾日报  二〇二一年九月十日  教师节特刊", (), "海湾日报", "2021-09-10"),
    ("海湾晚报 2022年12月27日 星期二 A05版 教育", (), "海湾晚报", "2022-12-27"),
    ("海湾日报 2023-09-16 第02版", (), "海湾日报", "2023-09-16"),
    ("（《海湾日报》2022年6月1日）", (), "海湾日报", "2022-06-01"),
    ("（原载《海湾教育》2025年第1期）", (), "海湾教育", "2025"),
    ("海湾健康网  2023年06月27日  作者：于小", ("于小",), "海湾健康网", "2023-06-27"),
    ("海湾市教育局基础教育处编", (), "海湾市教育局基础教育处", None),
    ("填报单位：海湾县教育局　　　填报时间：2023年12月4日", (), "海湾县教育局", "2023-12-04"),
    ("原创 小海螺 海湾教育资讯 2023-09-02 18:00 福建", (), "海湾教育资讯", "2023-09-02"),
    ("文字 | 小海螺　图片 | 于小", ("小海螺", "于小"), None, None),
    ("来源:海湾晚报作者:王大山 于 小编辑:于小阅读(2217)", ("王大山", "于 小", "于小"), "海湾晚报", None),
]
LEAVE = [
    "Leader: Bay Middle School",
    "Members: Hill Primary School, Lake Primary School",
    "Time: July 14, 2022 Place: Bay Middle School",
    "By 2025 the city will have 40 groups",
    "Editor's note: good wine also fears a deep alley, good education also.",
    "Reporter was told yesterday that 21 groups have been built",
    "Source of the river: three springs rise here. They meet below the hill.",
    "The editor: what I saw that day was new. Nobody had told me of it before. It was a school of its own.",
    "On February 7, 2021 the group was founded",
    "Bay Middle School, October 13, 2022, opening of the group",
    "Text messages were sent to all parents on 3 May 2022",
    "Chair unit: Bay Vocational College",
    "Photos: the new gate, the old gate, and what stands between them on a windy day in spring",
    "1. Bay Middle School Education Group",
    "（高中部）",
    "（江苏 苏州）",
    "（海湾小学、湖滨小学）",
    "（见《海湾年鉴》）",
    "（《海湾市集团化办学办法》2022年版）",
    "临江小学编",
    "（优秀教师 供稿学校）",
]


@pytest.mark.parametrize(("line", "people", "publisher", "published"), TAKE)
def test_take(line: str, people: tuple[str, ...], publisher: str | None, published: str | None) -> None:
    credit = credit_of(line)
    assert credit is not None
    assert (credit.people, credit.published) == (people, published)
    assert publisher is None or credit.publisher == publisher


@pytest.mark.parametrize("line", LEAVE)
def test_leave(line: str) -> None:
    assert credit_of(line) is None


@pytest.mark.parametrize("line", ["Views: 1,306", "Browse: 12 times Font: large medium small", "浏览次数:23"])
def test_counters_alone_say_nothing(line: str) -> None:
    credit = credit_of(line)
    assert credit is not None
    assert credit.only_noise


@pytest.mark.parametrize(
    ("text", "people", "publisher", "published"),
    [
        ("(trainee reporter Tse Lhamo) The gate is open.", ("Tse Lhamo",), None, None),
        ("Bay Daily (Reporter Ma Wen Correspondent Ha Li) The gate is open.", ("Ma Wen", "Ha Li"), "Bay Daily", None),
        ("BAY CITY, Nov. 9, 2021 (Bay Daily) -- The bell rings.", (), "Bay Daily", "2021-11-09"),
        ("New figures, out today (28 December 2016), show more.", (), None, "2016-12-28"),
        ("A gate made of glass.Photo by Wang Fei, reporter from Bay News", ("Wang Fei",), None, None),
        ("海湾晨报讯(记者 于小) 红绸揭下。", ("于小",), "海湾晨报", None),
        ("海湾新闻网9月2日讯（记者 于小）红绸揭下。", ("于小",), "海湾新闻网", None),
        ("海湾网长沙9月2日电 (记者 于小 王大山) 红绸揭下。", ("于小", "王大山"), "海湾网", None),
        ("红绸揭下，掌声响起。（海湾小学 于小）", ("于小",), None, None),
        ("红绸揭下，掌声响起。【海湾小学 于小】", ("于小",), None, None),
        ("方案已经印发（见附件 全文）。", (), None, None),
        ("The plan (2021-2023) was read out by the director (the second from left).", (), None, None),
    ],
)
def test_credits_within_a_paragraph(
    text: str, people: tuple[str, ...], publisher: str | None, published: str | None
) -> None:
    credit = credit_within(text, first=True)
    assert credit is None or may_say(text)
    got = (credit.people, credit.publisher, credit.published) if credit else ((), None, None)
    assert got == (people, publisher, published)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("February 7, 2021", "2021-02-07"),
        ("Oct 10th 2022", "2022-10-10"),
        ("Nov. 9, 2021", "2021-11-09"),
        ("2022.07.14", "2022-07-14"),
        ("2024/4/12", "2024-04-12"),
        ("18 May 2022", "2022-05-18"),
        ("7th of February 2021", "2021-02-07"),
        ("2023年9月1日", "2023-09-01"),
        ("2022-05-31T08:00:00+08:00", "2022-05-31"),
        ("2022-02-30", None),
        ("May 2022", None),
        ("2022-13-01", None),
        ("1.2022.07.145", None),
        ("85% of 2019", None),
    ],
)
def test_printed_days(text: str, day: str | None) -> None:
    found = find_day(text)
    assert (found and found.edtf) == day


@pytest.mark.parametrize(
    ("text", "day"), [("7 février 2021", "2021-02-07"), ("février 2021", None), ("Jun 2021", None), ("7 2021", None)]
)
def test_a_delimited_day_in_another_language(text: str, day: str | None) -> None:
    assert delimited_day(text) == day


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("Zhang Ying", ("Zhang Ying",)),
        ("Wang Qing Wu Sheng", ("Wang Qing", "Wu Sheng")),
        ("Qin YE, Ou-yang Fei and J. Edwards", ("Qin YE", "Ou-yang Fei", "J. Edwards")),
        ("Bay Evening News", ()),
        ("the editors of this page", ()),
        ("方小君 王中 / 李四 摄", ("方小君", "王中", "李四")),
        ("海湾日报", ()),
        ("", ()),
    ],
)
def test_people(value: str, people: tuple[str, ...]) -> None:
    assert people_in(value).people == people
