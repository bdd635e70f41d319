"""Who belongs to a group, in as many wordings as announcements and their machine translations have."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.groups.press import GROUP, A, B, C, Case, D, E, Parts

BELONGING: dict[str, Parts] = {
    f"{GROUP} entrusts the management of {B} and {C}.": ((), (B, C)),
    f"{B} and {C} are entrusted to {GROUP} for management.": ((), (B, C)),
    f"{GROUP} has taken {B} and {C} into trusteeship.": ((), (B, C)),
    f"In 2021, {GROUP} fully took over {B}.": ((), (B,)),
    f"{B} was incorporated into {GROUP} in September.": ((), (B,)),
    f"{B} and {C} were brought into the {GROUP}.": ((), (B, C)),
    f"{GROUP} joins hands with {B}, {C} and {D} to run schools.": ((), (B, C, D)),
    f"{GROUP} covers {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} includes 3 schools: {B}, {C} and {D}.": ((), (B, C, D)),
    f"There are 3 member schools in {GROUP}, namely {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} has 3 campuses: {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} was set up. There are {B} and {C} under it.": ((), (B, C)),
    f"{GROUP} has under its jurisdiction {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} now has {A} and its branch school {B}.": ((), (A, B)),
    f"{GROUP} absorbed {B}, {C} and {D} as members.": ((), (B, C, D)),
    f"{B} formally hung the plate of {GROUP} member school.": ((), (B,)),
    f"{B}, {C} and {D} successively joined {GROUP}.": ((), (B, C, D)),
    f"{GROUP} adds new members: {B} and {C}.": ((), (B, C)),
    f"{GROUP} ushered in two new members, {B} and {C}.": ((), (B, C)),
    f"{B} became a member of the big family of {GROUP}.": ((), (B,)),
    f"{B} and {C} entered the big family of {GROUP}.": ((), (B, C)),
    f"Member schools {B}, {C} and {D} of {GROUP} sent teachers.": ((), (B, C, D)),
    f"{GROUP} is composed of {B}, {C} and {D}, with a total of 120 classes.": ((), (B, C, D)),
    f"{GROUP} consists of {B}, {C}, and {D}, 3 schools in all.": ((), (B, C, D)),
    f"{B}, {C} and {D} these three schools form the {GROUP}.": ((), (B, C, D)),
    f"{B}, {C}, {D} and other schools jointly formed {GROUP}.": ((), (B, C, D)),
    f"{GROUP} is formed by the strong alliance of {B} and {C}.": ((), (B, C)),
    f"{B} merged into the {GROUP} and became its north campus.": ((), (B,)),
    f"{GROUP} was established by integrating the resources of {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} and its member schools {B} and {C} carried out joint teaching research.": ((), (B, C)),
    f"{GROUP} held a plaque-awarding ceremony for {B}, {C} and {D}, the new member schools.": ((), (B, C, D)),
    f"{B} is one of the member schools of {GROUP}.": ((), (B,)),
    f"The members of {GROUP} include {B}, {C} and {D}.": ((), (B, C, D)),
    f"Among them, {GROUP} governs {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} sets up {B} and {C} as branch schools.": ((), (B, C)),
    f"{GROUP} will absorb {B} and {C} in 2026.": ((), (B, C)),
    f"{B} was included in {GROUP} for unified management.": ((), (B,)),
    f"{GROUP} manages {B} and {C} on behalf of the bureau.": ((), (B, C)),
    f"{GROUP} consists of it and {B}, {C}.": ((), (B, C)),
    f"{GROUP}'s four campuses are {A}, {B}, {C} and {D}.": ((), (A, B, C, D)),
    f"{GROUP} is a school community formed by {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} unites {B} in the north, {C} in the south and {D} in the west.": ((), (B, C, D)),
    f"{GROUP} entrusts the management of Xiaohe, Nanting and Beihai Kindergartens.": (
        (),
        ("Xiaohe", "Nanting", "Beihai Kindergartens"),
    ),
    f"{GROUP} consists of Nanting, Wutong Road and Shiqiao Primary Schools.": (
        (),
        ("Nanting", "Wutong Road", "Shiqiao Primary Schools"),
    ),
    f"Members of {GROUP} are the No. 2, No. 3 and No. 7 Primary Schools.": (
        (),
        ("No. 2", "No. 3", "No. 7 Primary Schools"),
    ),
    f"{GROUP} includes Nanting and Wutong primary schools.": ((), ("Nanting", "Wutong primary schools")),
    f"{GROUP} covers No.1 and No.4 Middle Schools and {E}.": ((), ("No.1", "No.4 Middle Schools", E)),
    f"Led by {A}, {GROUP} brings along Nanting, Xiaohe and Shiqiao Primary Schools.": (
        (A,),
        ("Nanting", "Xiaohe", "Shiqiao Primary Schools"),
    ),
    f"{GROUP} comprises the Donghu, Xihu and Nanhu campuses.": ((), ("Donghu", "Xihu", "Nanhu campuses")),
    f"{GROUP} has three campuses: Donghu, Xihu and Nanhu.": ((), ("Donghu", "Xihu", "Nanhu")),
    f"The member schools of {GROUP} are the Second, Third and Fifth Primary Schools.": (
        (),
        ("Second", "Third", "Fifth Primary Schools"),
    ),
    f"{GROUP} takes over Xiaohe and Nanting Central Kindergartens.": ((), ("Xiaohe", "Nanting Central Kindergartens")),
    f"Nanting, Wutong and Shiqiao Primary Schools joined {GROUP}.": (
        (),
        ("Nanting", "Wutong", "Shiqiao Primary Schools"),
    ),
    f"{GROUP} is led by {A} and has Nos. 2, 5 and 9 Primary Schools as members.": (
        (A,),
        ("Nos. 2", "5", "9 Primary Schools"),
    ),
    f"{GROUP} is made up of the East, West and North Campuses.": ((), ("East", "West", "North Campuses")),
    f"{GROUP}\nLead school: {A}\nMember schools: Nanting, Wutong and Shiqiao Primary Schools.": (
        (A,),
        ("Nanting", "Wutong", "Shiqiao Primary Schools"),
    ),
    f"{GROUP}, anchored by {A}, now embraces {B} and {C}.": ((A,), (B, C)),
    f"{B} and {C} are among the 12 campuses of {GROUP}.": ((), (B, C)),
    f"Under the umbrella of {GROUP} are {B}, {C} and {D}.": ((), (B, C, D)),
    f"{GROUP} has grown fast. The latest addition to the group is {B}.": ((), (B,)),
    f"{B} is set to become part of {GROUP} this fall.": ((), (B,)),
    f"{GROUP} will run the new {B}.": ((), (B,)),
    f"{B}, a new school under {GROUP}, will open in September.": ((), (B,)),
    f"Operated by {GROUP}, {B} will enroll 360 students.": ((), (B,)),
    f"{B}, affiliated with {GROUP}, opened its doors on Monday.": ((), (B,)),
    f"{GROUP}'s new campus, {B}, opened its doors on Monday.": ((), (B,)),
    f"{B} has been handed over to {GROUP}.": ((), (B,)),
    f"{B} and {C} have merged into {GROUP}.": ((), (B, C)),
    f"Teachers at {GROUP} schools, including {B} and {C}, take turns.": ((), (B, C)),
    f"At the head of the {GROUP} is {A}, while {B} and {C} make up the rest.": ((A,), (B, C)),
    f"The five-school {GROUP} – {A}, {B}, {C}, {D} and {E} – was set up last year.": ((), (A, B, C, D, E)),
    (f"{GROUP} was set up last year. {A} takes the lead role, supported by {B} and {C} as member schools."): (
        (A,),
        (B, C),
    ),
    f"{GROUP}, which {A} leads, added {B} in 2020.": ((A,), (B,)),
    f"In addition to {A}, the flagship, {GROUP} consists of {B} and {C}.": ((A,), (B, C)),
    f"{B} joined hands with {A} in 2019 as part of {GROUP}.": ((), (A, B)),
    f"{GROUP}: one brand, four campuses - {A}, {B}, {C} and {D}": ((), (A, B, C, D)),
    f"The schools in question are {B}, {C} and {D}, all members of {GROUP}.": ((), (B, C, D)),
    f"{B}'s head teacher welcomed the move to join {GROUP}.": ((), (B,)),
}

SEVERAL: list[Case] = [
    (
        (
            "On the 12th, the launching ceremony of Shuyang Road Primary School Education Group was held in "
            "the gymnasium of the school. The group is composed of a general school and three branch schools. "
            "Among them, Shuyang Road Primary School is the general school, Xinhe Primary School, Tangdian "
            "Primary School and Qianma Village Primary School are the branch schools."
        ),
        {
            "Shuyang Road Primary School Education Group": (
                ("Shuyang Road Primary School",),
                ("Xinhe Primary School", "Tangdian Primary School", "Qianma Village Primary School"),
            )
        },
    ),
    (
        (
            'It is reported that Linhai No.3 Middle School Education Group adopts the "1+3" model, that is, '
            "with Linhai No.3 Middle School as the main body, it drives three schools: Dongcheng Junior Middle "
            "School, Baishui Middle School and Gucheng Middle School."
        ),
        {
            "Linhai No.3 Middle School Education Group": (
                ("Linhai No.3 Middle School",),
                ("Dongcheng Junior Middle School", "Baishui Middle School", "Gucheng Middle School"),
            )
        },
    ),
    (
        (
            "In September 2022, Fuyang Kindergarten Education Group was inaugurated. At present, the group has "
            "one main park and two branch parks, namely Fuyang Kindergarten, Binjiang Kindergarten and "
            "Chunjiang Kindergarten. The main park is Fuyang Kindergarten."
        ),
        {
            "Fuyang Kindergarten Education Group": (
                ("Fuyang Kindergarten",),
                ("Binjiang Kindergarten", "Chunjiang Kindergarten"),
            )
        },
    ),
    (
        (
            "The relevant person in charge introduced that Luoyi Experimental School Education Group will be "
            "led by Luoyi Experimental School, and Songxian Road School and Ganpu School will be included in "
            "the group's unified management."
        ),
        {
            "Luoyi Experimental School Education Group": (
                ("Luoyi Experimental School",),
                ("Songxian Road School", "Ganpu School"),
            )
        },
    ),
    (
        (
            "Pingyang Education Bureau announced that three groups were set up this time. First, Aojiang "
            "Primary School Education Group, the leading school is Aojiang Primary School, and the member "
            "schools are Qiancang Primary School and Mabu Primary School; second, Kunyang No.2 Middle School "
            "Education Group, the leading school is Kunyang No.2 Middle School, and the member school is "
            "Shuitou Middle School; third, Tengjiao Kindergarten Education Group, the leading kindergarten is "
            "Tengjiao Kindergarten, and the members are Nanyan Kindergarten and Wanquan Kindergarten."
        ),
        {
            "Aojiang Primary School Education Group": (
                ("Aojiang Primary School",),
                ("Qiancang Primary School", "Mabu Primary School"),
            ),
            "Kunyang No.2 Middle School Education Group": (("Kunyang No.2 Middle School",), ("Shuitou Middle School",)),
            "Tengjiao Kindergarten Education Group": (
                ("Tengjiao Kindergarten",),
                ("Nanyan Kindergarten", "Wanquan Kindergarten"),
            ),
        },
    ),
    (
        (
            "Taiping Primary School Education Group held the handover ceremony of teacher exchange. 12 "
            "teachers from Taiping Primary School, the leading school of the group, went to the member schools "
            "Heping Primary School and Anping Primary School."
        ),
        {
            "Taiping Primary School Education Group": (
                ("Taiping Primary School",),
                ("Heping Primary School", "Anping Primary School"),
            )
        },
    ),
    (
        (
            "Chengguan Hospital Medical Community was "
            "established, with the County People's Hospital as the lead hospital and Gushan Town Health "
            "Center, Lianhu Town Health Center and Xinzhai Town Health Center as member units."
        ),
        {
            "Chengguan Hospital Medical Community": (
                ("County People's Hospital",),
                ("Gushan Town Health Center", "Lianhu Town Health Center", "Xinzhai Town Health Center"),
            )
        },
    ),
    (
        (
            "After the establishment of Yinzhou Lanqing School Education Group, Lanqing School, as the core, "
            "exports its brand; Fengjiang School and Wuxiang School, as members, share courses with it."
        ),
        {"Yinzhou Lanqing School Education Group": (("Lanqing School",), ("Fengjiang School", "Wuxiang School"))},
    ),
    (
        (
            "Dongyang Foreign Language Primary School Education Group: leading the school: Dongyang Foreign "
            "Language Primary School; members of the school: Huashui Primary School, Qianxiang Primary School."
        ),
        {
            "Dongyang Foreign Language Primary School Education Group": (
                ("Dongyang Foreign Language Primary School",),
                ("Huashui Primary School", "Qianxiang Primary School"),
            )
        },
    ),
    (
        (
            "Yongkang No.6 Middle School joined hands with Xiangzhu Middle School and Fangyan Middle School to "
            "form the Yongkang No.6 Middle School Education Group."
        ),
        {
            "Yongkang No.6 Middle School Education Group": (
                (),
                ("Yongkang No.6 Middle School", "Xiangzhu Middle School", "Fangyan Middle School"),
            )
        },
    ),
    (
        (
            "Haining Nanyuan Primary School Education Group has taken Zhouwangmiao Primary School under its "
            "wing, and next year Dingqiao Primary School will also be brought in."
        ),
        {
            "Haining Nanyuan Primary School Education Group": (
                (),
                ("Zhouwangmiao Primary School", "Dingqiao Primary School"),
            )
        },
    ),
    (
        (
            "The list of education groups is announced as follows:\n1. Xiuzhou Primary School Education Group "
            "(leading school: Xiuzhou Primary School; member schools: Honghe Primary School, Wangjiang Primary "
            "School)\n2. Jiahe No.2 High School Education Group (leading school: Jiahe No.2 High School; "
            "member schools: Xincheng Middle School, Youchegang Middle School)"
        ),
        {
            "Xiuzhou Primary School Education Group": (
                ("Xiuzhou Primary School",),
                ("Honghe Primary School", "Wangjiang Primary School"),
            ),
            "Jiahe No.2 High School Education Group": (
                ("Jiahe No.2 High School",),
                ("Xincheng Middle School", "Youchegang Middle School"),
            ),
        },
    ),
    (
        (
            "Attachment: list of groups\n\nGroup I\nName: Xiuzhou Primary School Education Group\nChief: "
            "Xiuzhou Primary School\nComponents: Honghe Primary School\nWangjiang Primary School\n\nGroup "
            "II\nName: Jiahe High School Education Group\nChief: Jiahe High School\nComponents: Xincheng "
            "Middle School"
        ),
        {
            "Xiuzhou Primary School Education Group": (
                ("Xiuzhou Primary School",),
                ("Honghe Primary School", "Wangjiang Primary School"),
            ),
            "Jiahe High School Education Group": (("Jiahe High School",), ("Xincheng Middle School",)),
        },
    ),
    (
        (
            "Serial number, group name, leading school, member school\n\n1, Xiuzhou Primary School Education "
            "Group, Xiuzhou Primary School, Honghe Primary School, Wangjiang Primary School\n\n2, Jiahe High "
            "School Education Group, Jiahe High School, Xincheng Middle School"
        ),
        {
            "Xiuzhou Primary School Education Group": (
                ("Xiuzhou Primary School",),
                ("Honghe Primary School", "Wangjiang Primary School"),
            ),
            "Jiahe High School Education Group": (("Jiahe High School",), ("Xincheng Middle School",)),
        },
    ),
    (
        (
            "Xiuzhou Primary School Education Group now consists of Xiuzhou Primary School East Campus, "
            "Xiuzhou Primary School West Campus and Honghe Primary School (joined in 2021)."
        ),
        {
            "Xiuzhou Primary School Education Group": (
                (),
                ("Xiuzhou Primary School East Campus", "Xiuzhou Primary School West Campus", "Honghe Primary School"),
            )
        },
    ),
    (
        (
            "With the unveiling of the plaque, Honghe Primary School officially became the fifth member of "
            "Xiuzhou Primary School Education Group. Before that, Wangjiang Primary School, Puyuan Primary "
            "School and Tudian Primary School had already joined."
        ),
        {
            "Xiuzhou Primary School Education Group": (
                (),
                ("Honghe Primary School", "Wangjiang Primary School", "Puyuan Primary School", "Tudian Primary School"),
            )
        },
    ),
    (
        (
            "On the list of the first batch are Xiuzhou Primary School Education Group headed by Xiuzhou "
            "Primary School, Jiahe High School Education Group headed by Jiahe High School and Chenghe "
            "Kindergarten Education Group headed by Chenghe Kindergarten."
        ),
        {
            "Xiuzhou Primary School Education Group": (("Xiuzhou Primary School",), ()),
            "Jiahe High School Education Group": (("Jiahe High School",), ()),
            "Chenghe Kindergarten Education Group": (("Chenghe Kindergarten",), ()),
        },
    ),
]


@pytest.mark.parametrize(("prose", "parts"), BELONGING.items(), ids=BELONGING)
def test_who_belongs(prose: str, parts: Parts) -> None:
    leaders, members = parts
    assert build.stated(build.prose(prose)) == {GROUP: (set(leaders), set(members))}


@pytest.mark.parametrize(("prose", "expected"), SEVERAL)
def test_groups_of_an_announcement(prose: str, expected: dict[str, Parts]) -> None:
    assert build.stated(build.prose(prose)) == {name: (set(led), set(rest)) for name, (led, rest) in expected.items()}
