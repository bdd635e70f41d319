"""Which texts can name a group or a policy, and which are about something else, however near their words come."""

from __future__ import annotations

import time

import pytest

from extractors.relevance import Relevance

RELEVANCE = Relevance()
GROUPS = {
    "a school's education group": "Anbu Primary School Education Group has five schools.",
    "small letters": "Anbu Primary School education group was set up in May.",
    "in capitals": "ANBU PRIMARY SCHOOL EDUCATION GROUP was set up in May.",
    "an alliance run by schools": "The Binhe School-running Alliance held its first meeting.",
    "a group in brackets": "Dahe No. 3 Middle School (Group) opened a campus.",
    "a medical community": "Caiyuan County Medical Community has nine hospitals.",
    "a health consortium": "Members of the Enping Health Consortium met on Friday.",
    "a trust with schools in the sentence": "The Larkfield Trust runs six primary schools in Kent.",
    "a school district with a lead school": "Weibei School District is led by Weibei Middle School.",
    "a union of schools": "The Linhe Affiliated School Union met on Friday.",
    "a league of schools": "The Fenghe Schools League has nine schools.",
    "named by its school": "It is the education group of Linhe County No. 1 Middle School.",
    "a line of a list": "Groups of the town\nDaxing Kindergarten Education Group\nEnd",
    "names for the parts of a group": "The Longwai group has grown. Its member schools share teachers.",
    "parts with a capital": "Group: Longwai. Member schools: Dahe, Caiyuan.",
    "machine-translated parts": "The faucet school of the alliance is Dahe.",
    "simplified": "东关小学教育集团今天成立。",
    "traditional": "東關小學教育集團今天成立。",
    "a hospital alliance": "县人民医院牵头的东川县医共体已有九家成员单位。",
    "schools before the word": "大河中学联盟举行第一次会议。",
    "a bare group with member schools": "大河集团又添新成员，三所成员校同时揭牌。",
    "Chinese inside an English text": "It is called 东关小学教育集团 in Chinese.",
    "English inside a Chinese text": "他说：Anbu Primary School Education Group was set up in May.",
}
POLICIES = {
    "by capitals": "The city issued the Implementation Plan for Running Schools in Groups.",
    "an act": "It was made under the Nurseries and Families Act 2014.",
    "in quotation marks": "The bureau printed “Opinions on Running Better Schools in the Town”.",
    "in quotation marks behind its kind": 'The white paper "Opportunity for All" was published.',
    "the beginning of a title": "It follows the 14th Five-Year Plan for Education of Dahe.",
    "Chinese": "市教育局印发《集团化办学管理办法》。",
    "Chinese in single marks": "《关于印发〈大河市学校布局方案〉的通知》",
    "traditional": "《幼稚園教育條例》今天生效。",
}
OTHERS = {
    "sport": "The Rovers beat the City team 3-1 on Saturday. A group of fans stayed to sing.",
    "a school's sports day": "Anbu Primary School held its sports day on Friday, and all pupils took part.",
    "a company": "Shares of Harbour Logistics Group fell four percent after the company cut its forecast.",
    "a company that invests": "The Larkfield Trust bought two office towers and sold its shares in a bank.",
    "a study group": "Pupils meet in a study group after school, and the school community helps.",
    "health in general": "A public health network warned of flu. The community is asked to stay at home.",
    "a policy in general": "The council has a plan for the bridge and will act on it next year.",
    "words that only begin alike": "Actors and planners listened. Plane crews report late. Planet News.",
    "a Chinese company": "远洋集团今天发布财报，股价上涨，公司将继续投资港口业务。",
    "a Chinese company and a university": "他毕业于大河大学，后来加入远洋集团，负责航运业务。",
    "an alliance of states": "该国退出军事联盟，多国表示关切。",
    "books and films": "他写过《红砖与白墙》，也唱过《春天的歌》。",
    "a way of doing": "他在《看法》一书里说到自己的想法。",
    "units of a company": "远洋集团各成员单位报告了利润，由总部牵头。",
    "a Chinese school": "东关小学举行运动会，全校师生参加。",
    "digits": "12345 678",
    "nothing": "",
}


@pytest.mark.parametrize("name", [*GROUPS, *POLICIES])
def test_a_text_that_can_name_one_speaks(name: str) -> None:
    assert RELEVANCE.speaks((GROUPS | POLICIES)[name])


@pytest.mark.parametrize("name", OTHERS)
def test_a_text_about_something_else_does_not(name: str) -> None:
    assert not RELEVANCE.speaks(OTHERS[name])


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_named_in_a_heading_alone_speaks(name: str) -> None:
    assert RELEVANCE.speaks("It has five schools.", GROUPS[name])


@pytest.mark.parametrize(
    ("heading", "speaks"),
    [("Our Plan for the Summer", False), ("市教育局印发《集团化办学管理办法》", True), ("A Day at the Harbour", False)],
)
def test_capitals_in_headings_make_no_policy(heading: str, speaks: bool) -> None:
    assert RELEVANCE.speaks("The band plays on Friday.", heading) is speaks


@pytest.mark.parametrize(
    ("added", "text"),
    [
        ({"group": ["learning hub"]}, "The Learning Hub of Dahe opened."),
        ({"institutions": ["shuyuan"]}, "Cypress Shuyuan Alliance was set up."),
        ({"group": ["书塾圈"]}, "柏树书塾圈今天成立。"),
        ({"group": ["書塾圈"]}, "柏树书塾圈今天成立。"),
        ({"group": ["书塾圈"]}, "柏樹書塾圈今天成立。"),
    ],
)
def test_the_words_of_a_user_count(added: dict[str, list[str]], text: str) -> None:
    assert not RELEVANCE.speaks(text)
    assert Relevance(added).speaks(text)


def test_a_letter_that_lower_makes_two_of_moves_nothing() -> None:
    assert RELEVANCE.speaks("İstanbul, İzmir, İnegöl: Anbu Primary School education group was set up.")


@pytest.mark.parametrize(
    "cue", ["Plan ", "School Group ", "Trust, School. ", "集团", "学校集团 ", "《方案", "《", "group "]
)
@pytest.mark.untraced
def test_many_cues_take_no_more_than_their_length(cue: str) -> None:
    started = time.process_time()
    RELEVANCE.speaks(cue * (200_000 // len(cue)))
    assert time.process_time() - started < 10
