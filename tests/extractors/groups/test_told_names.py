"""What else a group is called; groups of hospitals, kindergartens, colleges with companies, and trusts elsewhere."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Told, told
from tests.extractors.groups.cast import B, C, D, G, H, M, T, U, V, W

CALLED: dict[str, dict[str, Told]] = {
    f'The {G} (hereinafter "Yuelai Group") has four campuses.': {G: told(also=["Yuelai Group"])},
    f'The {G} (hereinafter referred to as the "Yuelai Group") has four campuses.': {G: told(also=["Yuelai Group"])},
    f"The {G}, or Yuelai Group for short, has four campuses.": {G: told(also=["Yuelai Group"])},
    f"The {G}, known locally as the Yuelai Group, has four campuses.": {G: told(also=["Yuelai Group"])},
    f'The {G}, shortened to "Yuelai Group", has four campuses.': {G: told(also=["Yuelai Group"])},
    f'The {G} ("the Yuelai Group") has four campuses.': {G: told(also=["Yuelai Group"])},
    f'The {G} (from here on "Yuelai Group") has four campuses.': {G: told(also=["Yuelai Group"])},
    f'The {G} (below: "Yuelai Group") has four campuses.': {G: told(also=["Yuelai Group"])},
    f"The {G} (Yuelai Group in short) has four campuses.": {G: told(also=["Yuelai Group"])},
    f"The {G}, usually called the Yuelai Education Group, has four campuses.": {
        G: told(also=["Yuelai Education Group"])
    },
    f"The {G}, whose short name is Yuelai Group, has four campuses.": {G: told(also=["Yuelai Group"])},
    f"The {T} (PLT) runs {U}. PLT was inspected in May.": {T: told([], [U], None, ["PLT"])},
    f"{T}, or PLT, runs {U}.": {T: told([], [U], None, ["PLT"])},
    f"{T} – PLT for short – runs {U}.": {T: told([], [U], None, ["PLT"])},
    f'{T} ("PLT") runs {U}.': {T: told([], [U], None, ["PLT"])},
    f"{T}, previously the Carrick Academies Trust, runs {U}.": {T: told([], [U], None, ["Carrick Academies Trust"])},
    f"{T}, which was called Carrick Academies Trust until 2019, runs {U}.": {
        T: told([], [U], None, ["Carrick Academies Trust"])
    },
    f"{T} changed its name from Carrick Academies Trust in 2019.": {T: told([], [], None, ["Carrick Academies Trust"])},
    f"{T} (formerly Carrick Academies Trust) runs {U}.": {T: told([], [U], None, ["Carrick Academies Trust"])},
    f"{T}, until recently Carrick Academies Trust, runs {U}.": {T: told([], [U], None, ["Carrick Academies Trust"])},
    ("The Longhai Education Group, officially the Longhai No. 2 Middle School Education Group, has four schools."): {
        "Longhai No. 2 Middle School Education Group": told(also=["Longhai Education Group"])
    },
    "The full name of the Longhai Education Group is Longhai No. 2 Middle School Education Group.": {
        "Longhai No. 2 Middle School Education Group": told(also=["Longhai Education Group"])
    },
    "Minzhou Maritime Vocational Education Alliance (MMVEA) met in May. MMVEA has 40 members.": {
        "Minzhou Maritime Vocational Education Alliance": told(also=["MMVEA"])
    },
    "Dongpu Medical Consortium (Dongpu Consortium for short) was praised.": {
        "Dongpu Medical Consortium": told(also=["Dongpu Consortium"])
    },
    'Yongchuan Experimental Kindergarten Education Group, dubbed "Yongyou Group", has six gardens.': {
        "Yongchuan Experimental Kindergarten Education Group": told(also=["Yongyou Group"])
    },
    f"The {G}, commonly known as the Fuxing Group, opened.": {G: told(also=["Fuxing Group"])},
    f"{T}, known as HAT, runs {W}.": {T: told([], [W], None, ["HAT"])},
    f"{T}, also called the Quay Schools Trust, runs {W}.": {T: told([], [W], None, ["Quay Schools Trust"])},
    f"{T} was formerly called Quay Schools Trust.": {T: told([], [], None, ["Quay Schools Trust"])},
    f"{T}, which went by the name of Quay Schools Trust until 2018, runs {W}.": {
        T: told([], [W], None, ["Quay Schools Trust"])
    },
    f"{T} (before 2018: Quay Schools Trust) runs {W}.": {T: told([], [W], None, ["Quay Schools Trust"])},
    "Linshui County Vocational Education Group (LVEG) has 30 members.": {
        "Linshui County Vocational Education Group": told(also=["LVEG"])
    },
    f'The {G}, people call it "Yuejiao", has four campuses.': {G: told(also=["Yuejiao"])},
    f'The {G} ("Yuelai") has four campuses.': {G: told(also=["Yuelai"])},
    f'The {G} ("Yuelai" for short) has four campuses.': {G: told(also=["Yuelai"])},
    f'The {G}, dubbed "Fleet", has four campuses.': {G: told(also=["Fleet"])},
    f"The {G}, aka Yuelu Group, has four campuses.": {G: told(also=["Yuelu Group"])},
    # what comes near and says nothing
    f'The {T} (hereafter "the Trust") runs {U}.': {T: told((), [U])},
    f'The {G} (motto: "One Heart") has four campuses.': {G: told()},
    f'The {G} sang a song called "Spring".': {G: told()},
    f'The {G} has a project, "Little Stars", for pupils.': {G: told()},
    f"The {G} (photo) has four campuses.": {G: told()},
    f"The {G} (see map) has four campuses.": {G: told()},
    f"The {G} and the PTA met in May.": {G: told()},
    f"The {G} (Phase II) opened a hall.": {G: told()},
    f"The {G} took part in the PISA test.": {G: told()},
    f"Li Na, known as Teacher Li, heads the {G}.": {G: told()},
    f"The {G} and the {H} opened on Friday.": {G: told(), H: told()},
    f"The {G} or the {H} will win the cup.": {G: told(), H: told()},
    f"The {G} (left) beat the {H} (right).": {G: told(), H: told()},
    f"The {G} is not the {H}.": {G: told(), H: told()},
}

KINDS: dict[str, dict[str, Told]] = {
    f"The {M}, headed by Lanxi County People's Hospital, links the health centres of twelve towns.": {
        M: told(["Lanxi County People's Hospital"])
    },
    ("The Lanxi Stroke Alliance, a medical alliance led by Lanxi Central Hospital, has admitted Meijiang Hospital."): {
        "Lanxi Stroke Alliance": told(["Lanxi Central Hospital"], ["Meijiang Hospital"])
    },
    ("Lanxi Preschool Education Group runs Lanjiang Kindergarten, Yunshan Kindergarten and Xiaosongshu Nursery."): {
        "Lanxi Preschool Education Group": told(
            [], ["Lanjiang Kindergarten", "Yunshan Kindergarten", "Xiaosongshu Nursery"]
        )
    },
    (
        "The Lanjiang Kindergarten Education Group has three sub-gardens: Hebin Garden, Nanmen Garden and Ximen Garden."
    ): {"Lanjiang Kindergarten Education Group": told([], ["Hebin Garden", "Nanmen Garden", "Ximen Garden"])},
    (
        "Led by Minzhou Polytechnic, the Minzhou Auto Vocational Education Group unites Haidong "
        "Technical School, Minzhou Auto Works Co., Ltd. and the Minzhou Auto Trade Association."
    ): {
        "Minzhou Auto Vocational Education Group": told(
            ["Minzhou Polytechnic"],
            ["Haidong Technical School", "Minzhou Auto Works Co., Ltd.", "Minzhou Auto Trade Association"],
        )
    },
    (
        "The members of Minzhou Logistics Vocational Education Alliance are Minzhou Vocational College, "
        "Haidong Technical School and Jiayun Logistics Co., Ltd."
    ): {
        "Minzhou Logistics Vocational Education Alliance": told(
            [], ["Minzhou Vocational College", "Haidong Technical School", "Jiayun Logistics Co., Ltd."]
        )
    },
    (
        "Sixteen colleges have joined the Red Coast Teacher Education Consortium, including Redwater "
        "University, Bluff College and Salt Marsh College."
    ): {
        "Red Coast Teacher Education Consortium": told(
            [], ["Redwater University", "Bluff College", "Salt Marsh College"]
        )
    },
    f"{T}, a multi-academy trust, is responsible for {U}, {V} and {W}.": {T: told([], [U, V, W])},
    f"{T} has eleven schools in Devon, among them {U} and {W}.": {T: told([], [U, W])},
    f"{V} will convert and become part of {T} on 1 April.": {T: told([], [V])},
    f"{V} is being rebrokered to {T}.": {T: told([], [V])},
    f"{T} has been named as sponsor of {V}.": {T: told([], [V])},
    f"{U}, {V} and {W} are the founding schools of {T}.": {T: told([], [U, V, W])},
    f"Governors of {V} have voted to join {T}.": {T: told([], [V])},
    f"Since September {V} has been run by {T}.": {T: told([], [V])},
    f"The {T} family comprises {U}, {V} and {W}.": {T: told([], [U, V, W])},
    (
        "Mombasa Coast Schools Network, with Nyali High School as its hub, links Likoni Primary School "
        "and Bamburi Academy."
    ): {"Mombasa Coast Schools Network": told(["Nyali High School"], ["Likoni Primary School", "Bamburi Academy"])},
    (
        "The Otara Hills Learning Community is made up of Otara Hills College, Flat Bush Primary School "
        "and Preston Road School."
    ): {
        "Otara Hills Learning Community": told(
            [], ["Otara Hills College", "Flat Bush Primary School", "Preston Road School"]
        )
    },
    (
        "Two schools in Lagos, Ikeja Grammar School and Surulere High School, have been admitted to the "
        "Lagoon Schools Federation."
    ): {"Lagoon Schools Federation": told([], ["Ikeja Grammar School", "Surulere High School"])},
    # what comes near and says nothing
    "The Lanxi Nurses Association met at Lanxi Central Hospital.": {},
    "Greenleaf Education Group, a listed tutoring company, closed ten centers.": {},
    "The Bright Trust Bank gave money to Lanxi Primary School.": {},
    "The school choir alliance of the town sang at Lanxi Primary School.": {},
    "The bureau will promote education groups and medical communities.": {},
}


FOUND: dict[str, dict[str, Told]] = {
    "The Linhe Affiliated School Union is led by Linhe School.": {
        "Linhe Affiliated School Union": told(["Linhe School"])
    },
    "The Fenghe Schools League took in Linhe School.": {"Fenghe Schools League": told((), ["Linhe School"])},
    "Linhe kindergarten education union is led by Linhe Kindergarten.": {
        "Linhe kindergarten education union": told(["Linhe Kindergarten"])
    },
    "The first is the education group of Linhe County No. 1 Middle School, led by Linhe School.": {
        "education group of Linhe County No. 1 Middle School": told(["Linhe School"])
    },
    f"{B} became the Tianfu campus of the {G}.": {G: told((), [B])},
    "Linhe Kindergarten Education Group runs Nanhu Kindergarten and Fengyi Garden.": {
        "Linhe Kindergarten Education Group": told((), ["Nanhu Kindergarten", "Fengyi Garden"])
    },
    f"The {G} has five members, they are Xihu, Donghu, Qiaohe and Huangtan school.": {
        G: told((), ["Xihu", "Donghu", "Qiaohe", "Huangtan school"])
    },
    f"The {G} runs Linhe South Primary, Nanhu Primary and {B}.": {
        G: told((), ["Linhe South Primary", "Nanhu Primary", B])
    },
    f"The {G}, which was split off from the {H} in 2021, takes in {B} and {C}. Its head school, {D}, is new.": {
        G: told([D], [B, C], "2021"),
        H: told(),
    },
    "The head garden of Linhe Kindergarten Education Group is county Experimental kindergarten.": {
        "Linhe Kindergarten Education Group": told(["county Experimental kindergarten"])
    },
    "Linhe Medical Alliance unites the county Chinese Medicine Hospital and Dahe Hospital.": {
        "Linhe Medical Alliance": told((), ["county Chinese Medicine Hospital", "Dahe Hospital"])
    },
    "Linhe Education Group unites county primary schools and Dahe School.": {
        "Linhe Education Group": told((), ["Dahe School"])
    },
    # what comes near and says nothing
    "The Linhe Education Union met at Linhe School.": {},
    "The Linhe High School League met at Linhe School.": {},
    "The learning circle of Linhe School met.": {},
    "The teaching group of Linhe School met.": {},
}


@pytest.mark.parametrize(("prose", "expected"), CALLED.items(), ids=CALLED)
def test_further_names(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected


@pytest.mark.parametrize(("prose", "expected"), KINDS.items(), ids=KINDS)
def test_groups_of_all_kinds(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected


@pytest.mark.parametrize(("prose", "expected"), FOUND.items(), ids=FOUND)
def test_names_of_groups_and_schools(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected
