"""Trusts, federations and networks of schools, as bureaus, newspapers and schools of many countries speak of them."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.groups.press import Case, Parts

TRUST = "Marlowe Hill Learning Trust"
S, T, U = "Ashgrove Primary School", "Beacon Lane Academy", "Kingsmoor High School"

TRUSTS: dict[str, Parts] = {
    f"{S} and {T} have joined {TRUST}.": ((), (S, T)),
    f"{TRUST} runs {S}, {T} and {U}.": ((), (S, T, U)),
    f"{TRUST}, which runs {S} and {T}, has named a new chief executive.": ((), (S, T)),
    f"{TRUST} sponsors {S} and {T}.": ((), (S, T)),
    f"{TRUST} took over {S} in 2019 and {T} a year later.": ((), (S, T)),
    f"{S} is part of {TRUST}.": ((), (S,)),
    f"{S}, part of {TRUST}, has been rated good.": ((), (S,)),
    f"{TRUST} already operates {S}, {T} and {U}.": ((), (S, T, U)),
    f"{TRUST} is a family of three schools: {S}, {T} and {U}.": ((), (S, T, U)),
    f"{TRUST} is made up of {S}, {T} and {U}, its lead school.": ((U,), (S, T)),
    f"{TRUST} has its headquarters at {U}.": ((U,), ()),
    f"{TRUST} has opened its sixth school, {S}.": ((), (S,)),
    f"{TRUST} welcomed {S} into its family in May.": ((), (S,)),
    f"{S} transferred to {TRUST} in January.": ((), (S,)),
    f"{S} converted to academy status and joined {TRUST}.": ((), (S,)),
    f"{TRUST} was founded by {U}, which still leads it.": ((U,), ()),
    f"{TRUST} brings together {S}, {T} and {U} under one board.": ((), (S, T, U)),
    f"{TRUST} oversees {S} and {T}.": ((), (S, T)),
    f"{TRUST} also runs {S} (Kikuyu), {T} (Naivasha) and {U}.": ((), (S, T, U)),
    f"The schools in {TRUST} are {S}, {T} and {U}.": ((), (S, T, U)),
    f"{TRUST}'s schools include {S} and {T}.": ((), (S, T)),
    f"{TRUST} schools {S} and {T} took part.": ((), (S, T)),
    f"{S} will become the seventh school in {TRUST}.": ((), (S,)),
    f"{S} became the first school to join {TRUST}.": ((), (S,)),
    f"{TRUST} has added {S} to its portfolio.": ((), (S,)),
    f"{TRUST} acquired {S} in 2021.": ((), (S,)),
    f"{TRUST}'s flagship is {U}.": ((U,), ()),
    f"{TRUST}, whose flagship school is {U}, also owns {S} and {T}.": ((U,), (S, T)),
    f"{U} is the flagship of {TRUST}.": ((U,), ()),
    f"{U} anchors {TRUST}, which also includes {S}.": ((U,), (S,)),
    f"{TRUST} counts {S} and {T} among its schools.": ((), (S, T)),
    f"{S}, {T} and {U} are all run by {TRUST}.": ((), (S, T, U)),
    f"{S}, {T} and {U} make up the {TRUST}.": ((), (S, T, U)),
    f"{S}, a member of {TRUST} since 2016, was inspected.": ((), (S,)),
    f"{S} is managed by {TRUST}.": ((), (S,)),
    f"{S} came under {TRUST} in 2018.": ((), (S,)),
    f"{TRUST} has three academies: {S}; {T}; and {U}.": ((), (S, T, U)),
    f"{TRUST} is led by {U} and includes {S} and {T}.": ((U,), (S, T)),
    f"{TRUST}, led by {U}, is made up of {S} and {T}.": ((U,), (S, T)),
    f"The new partners joining {TRUST} are {S} and {T}.": ((), (S, T)),
    f"{TRUST}, a school community led by {U} that already includes {S} and {T}, met.": ((U,), (S, T)),
}

NAMES: list[Case] = [
    (
        f"The Rosewood Group of Schools runs Ashgrove Academy and {T}.",
        {"Rosewood Group of Schools": ((), ("Ashgrove Academy", T))},
    ),
    (
        "The Lakeview Schools Network took over Bahari High School.",
        {"Lakeview Schools Network": ((), ("Bahari High School",))},
    ),
    (
        "In May the Anglican-run Lakeview Schools Network took over Bahari High School.",
        {"Lakeview Schools Network": ((), ("Bahari High School",))},
    ),
    (
        f"Riverdale Federation of Schools comprises {S} and Beacon Lane Primary School.",
        {"Riverdale Federation of Schools": ((), (S, "Beacon Lane Primary School"))},
    ),
    (
        "St Mark's Catholic Academy Trust runs St Anne's Primary School and St Peter's High School.",
        {"St Mark's Catholic Academy Trust": ((), ("St Anne's Primary School", "St Peter's High School"))},
    ),
    (f"The Riverdale Multi Academy Trust has welcomed {S}.", {"Riverdale Multi Academy Trust": ((), (S,))}),
    (
        "West Harbour Learning Circle is led by Harbour Road College and includes Po Wah Primary School.",
        {"West Harbour Learning Circle": (("Harbour Road College",), ("Po Wah Primary School",))},
    ),
    (
        f"The Northgate School Cluster includes {S} and Beacon Lane Primary School.",
        {"Northgate School Cluster": ((), (S, "Beacon Lane Primary School"))},
    ),
    (
        (
            "The Nanting primary school education community was established, Nanting primary school being the "
            "leader, Hexi primary school the member."
        ),
        {"Nanting primary school education community": (("Nanting primary school",), ("Hexi primary school",))},
    ),
    (
        "Nanting School-running Consortium, led by Nanting School, includes Hexi School.",
        {"Nanting School-running Consortium": (("Nanting School",), ("Hexi School",))},
    ),
    (
        "Nanting Group Education Alliance consists of Nanting School and Hexi School.",
        {"Nanting Group Education Alliance": ((), ("Nanting School", "Hexi School"))},
    ),
    (
        "The members of Eastbank Partnership of Schools are Ashgrove School and Kingsmoor School.",
        {"Eastbank Partnership of Schools": ((), ("Ashgrove School", "Kingsmoor School"))},
    ),
    (
        (
            "Nanting Foreign Language School education group consists of Fenghe sub-park, Bincui Sub-park and "
            "Hexi Kindergarten."
        ),
        {
            "Nanting Foreign Language School education group": (
                (),
                ("Fenghe sub-park", "Bincui Sub-park", "Hexi Kindergarten"),
            )
        },
    ),
    (
        "Hilltop Education Trust runs Hilltop Girls' School, Hilltop Boys' School and Little Hill Nursery.",
        {"Hilltop Education Trust": ((), ("Hilltop Girls' School", "Hilltop Boys' School", "Little Hill Nursery"))},
    ),
    (
        "The United Lakes Schools Trust has five schools, among them Lakes Academy and Fell View School.",
        {"United Lakes Schools Trust": ((), ("Lakes Academy", "Fell View School"))},
    ),
    (
        "Nanting No.2 Middle School (Group) includes Hexi Campus and Donghe Campus.",
        {"Nanting No.2 Middle School (Group)": ((), ("Hexi Campus", "Donghe Campus"))},
    ),
    (
        (
            "Qingshui Medical Alliance is led by Qingshui People's Hospital, with Nanting Town Health Center "
            "and Hexi Town Health Center as members."
        ),
        {
            "Qingshui Medical Alliance": (
                ("Qingshui People's Hospital",),
                ("Nanting Town Health Center", "Hexi Town Health Center"),
            )
        },
    ),
    (
        (
            "Two Somerset primaries have become the latest schools to sign up with Brean Coast Academies "
            "Trust. Rooks Nest Primary School and St Decuman's Church of England Primary School joined on 1 "
            "September, taking the trust to nine schools."
        ),
        {
            "Brean Coast Academies Trust": (
                (),
                ("Rooks Nest Primary School", "St Decuman's Church of England Primary School"),
            )
        },
    ),
    (
        (
            "The Greenfields Federation, which comprises Low Moor Infant School, Low Moor Junior School and "
            "Hazel Nursery, has appointed an executive head."
        ),
        {"Greenfields Federation": ((), ("Low Moor Infant School", "Low Moor Junior School", "Hazel Nursery"))},
    ),
    (
        (
            "Summit Path Schools Network operates Summit Path Academy in Dayton and Summit Path Prep in Akron. "
            "A third campus, Summit Path High School, opens in the fall."
        ),
        {"Summit Path Schools Network": ((), ("Summit Path Academy", "Summit Path Prep", "Summit Path High School"))},
    ),
    (
        (
            "The Lantern Schools Trust, based at Lantern High School, also includes Duke Street Primary School "
            "and Chapel Park Academy."
        ),
        {"Lantern Schools Trust": (("Lantern High School",), ("Duke Street Primary School", "Chapel Park Academy"))},
    ),
    (
        (
            "Four schools in Kisumu have teamed up to form the Nyanza Lakeside Schools Network. They are "
            "Lakeside Academy, Dunga Beach Primary School, Milimani Girls' School and Kibos High School."
        ),
        {
            "Nyanza Lakeside Schools Network": (
                (),
                ("Lakeside Academy", "Dunga Beach Primary School", "Milimani Girls' School", "Kibos High School"),
            )
        },
    ),
    (
        (
            "Ngee Hill Education Group announced that Ngee Hill Academy would serve as hub for the six schools "
            "in its care, which include Bedok View School and Tanah Primary School."
        ),
        {"Ngee Hill Education Group": (("Ngee Hill Academy",), ("Bedok View School", "Tanah Primary School"))},
    ),
    (
        (
            "Beijing's Haizhou No 4 High School Education Group has grown to 12 campuses, including Haizhou No "
            "4 High School, Sandaohe Middle School and Longwan Primary School."
        ),
        {
            "Haizhou No 4 High School Education Group": (
                (),
                ("Haizhou No 4 High School", "Sandaohe Middle School", "Longwan Primary School"),
            )
        },
    ),
    (
        (
            "Residents of Jinshui district will no longer have to cross town. Zhongyuan Primary School, "
            "flagship of the Zhongyuan Education Group, will open a branch, the Zhongyuan Riverside School, in "
            "September."
        ),
        {"Zhongyuan Education Group": (("Zhongyuan Primary School",), ("Zhongyuan Riverside School",))},
    ),
    (
        (
            "At Hope Valley Schools Trust, which is made up of four primary schools - Castle, Edale, Bamford "
            "and Hathersage - budgets are shared."
        ),
        {"Hope Valley Schools Trust": ((), ("Castle", "Edale", "Bamford", "Hathersage"))},
    ),
]


@pytest.mark.parametrize(("prose", "parts"), TRUSTS.items(), ids=TRUSTS)
def test_who_leads_a_trust_and_who_belongs(prose: str, parts: Parts) -> None:
    leaders, members = parts
    assert build.stated(build.prose(prose)) == {TRUST: (set(leaders), set(members))}


@pytest.mark.parametrize(("prose", "expected"), NAMES)
def test_names_of_groups(prose: str, expected: dict[str, Parts]) -> None:
    assert build.stated(build.prose(prose)) == {name: (set(led), set(rest)) for name, (led, rest) in expected.items()}


OWN_NAMES = {
    "The Hilltop Group of Schools runs Hilltop Girls (Moyo), Hilltop Junior Karen and Little Hill Nursery.": (
        "Hilltop Group of Schools",
        {"Hilltop Girls", "Hilltop Junior Karen", "Little Hill Nursery"},
    ),
    "Members of Dahe Bay Vocational Education Group are Linxi College, Muyun Valve Works and Baishan Institute.": (
        "Dahe Bay Vocational Education Group",
        {"Linxi College", "Muyun Valve Works", "Baishan Institute"},
    ),
}


@pytest.mark.parametrize(("prose", "expected"), OWN_NAMES.items(), ids=OWN_NAMES)
def test_members_without_a_word_for_a_school(prose: str, expected: tuple[str, set[str]]) -> None:
    name, members = expected
    assert build.stated(build.prose(prose)) == {name: (set(), members)}
