"""Documents named by their titles: in quotation marks, by capitals, and plans that are no documents."""

from __future__ import annotations

import pytest

from tests.extractors import build

TITLES = {
    # In quotation marks.
    'The county issued the "Implementation Plan for Running Schools in Groups" in May.': [
        "Implementation Plan for Running Schools in Groups"
    ],
    "The county issued the “Opinions on Group Schools (Trial)” in May.": ["Opinions on Group Schools (Trial)"],
    "The county issued 《Measures of Dahe County for Group Schools》 in May.": [
        "Measures of Dahe County for Group Schools"
    ],
    'The two sides signed the "Dahe Declaration" in May.': ["Dahe Declaration"],
    'They read the "Notice on Canteens" and the "Rules for Buses" aloud.': ["Notice on Canteens", "Rules for Buses"],
    'The white paper "Opportunity for All: Strong Schools" was published in 2022.': [
        "Opportunity for All: Strong Schools"
    ],
    'The county sent out a circular entitled "Ten Things Every Group Does" in May.': ["Ten Things Every Group Does"],
    # By capitals.
    "The county issued the Implementation Plan for Running Schools in Groups in May.": [
        "Implementation Plan for Running Schools in Groups"
    ],
    "Under the Notice on Running Schools, pupils may move.": ["Notice on Running Schools"],
    "The Opinions on Group Schools (Trial) were issued.": ["Opinions on Group Schools (Trial)"],
    "The Charter of Dahe Education Group was passed.": ["Charter of Dahe Education Group"],
    "The Group Schools Act 1989 applies.": ["Group Schools Act 1989"],
    "The National School Framework 2023-2033 was issued.": ["National School Framework 2023-2033"],
    "They wrote the Dahe City Education Development Plan (2021-2025) in May.": [
        "Dahe City Education Development Plan (2021-2025)"
    ],
    "The Group Schools Bill was passed.": ["Group Schools Bill"],
    "It opens under the Dahe Layout Plan for Basic Education 2021-2035.": [
        "Dahe Layout Plan for Basic Education 2021-2035"
    ],
    "They met under the Outline for School Reading 2024 in May.": ["Outline for School Reading 2024"],
    "The Education (School Networks) Regulations 2023 apply.": ["Education (School Networks) Regulations 2023"],
    "Section 71 of the Children's Services (Private Schools) Amendment Act 2016 says so.": [
        "Children's Services (Private Schools) Amendment Act 2016"
    ],
    "The Small Schools Policy 2023–2030 was endorsed.": ["Small Schools Policy 2023–2030"],
    "Our Admissions Policy 2024-25 can be read below.": ["Admissions Policy 2024-25"],
    "They will be judged under the Procurement Act, Cap. 73.": ["Procurement Act"],
    "The Building Ordinance and the Education Law say so.": ["Building Ordinance", "Education Law"],
    "The board adopted a Code of Financial Conduct.": ["Code of Financial Conduct"],
    "The Green Paper on Rural Schooling promised as much.": ["Green Paper on Rural Schooling"],
    "It passed the Regulations on the Exchange of Teachers within the Group.": [
        "Regulations on the Exchange of Teachers within the Group"
    ],
    "It adopted the Work Plan of the Dahe School Education Group for 2024.": [
        "Work Plan of the Dahe School Education Group for 2024"
    ],
    "The Alliance's Strategic Plan 2024-2027 was adopted.": ["Strategic Plan 2024-2027"],
    'The forum issued the "Dahe Consensus on the Growth of Groups" and the "Blue Book of Schools (2022)".': [
        "Dahe Consensus on the Growth of Groups",
        "Blue Book of Schools (2022)",
    ],
    "I read the Articles of Association of Dahe Education Group twice.": [
        "Articles of Association of Dahe Education Group"
    ],
}
NO_TITLES = [
    "Nothing was said of it at the Bay Media's Code Conference.",
    "He teaches at the Harbour Law School and sits on the Education Bill Committee.",
    "The plan was good, and so was the implementation plan.",
    "The notice and the rules were read aloud.",
    'It is the first year of the "14th Five-Year Plan" period.',
    "It is the first year of the 14th Five-Year Plan.",
    'The "Double Reduction" policy goes on.',
    'The "Sunny Sports Project" began.',
    '"We will follow the plan." he said.',
    '"It is a good plan for the schools of the county", he said.',
    "Li Jun had a business plan.",
    "The Notice and the Plan were issued.",
    "The Education Policy Research Office met.",
    "Jude Law spoke of it.",
    "Please scan the Dahe School QR Code below.",
    "The Sister School Scheme will be expanded by the Act.",
]


@pytest.mark.parametrize(("sentence", "titles"), TITLES.items(), ids=TITLES)
def test_a_document_is_named_by_its_title(sentence: str, titles: list[str]) -> None:
    assert policies(sentence) == titles


@pytest.mark.parametrize("sentence", NO_TITLES)
def test_no_document_is_named(sentence: str) -> None:
    assert policies(sentence) == []


def test_capitals_say_nothing_in_a_heading() -> None:
    text = build.plain("Dahe County School Plan Helps Pupils\nThe county has helped its pupils for a long time now.")
    assert build.mentions(text).policies == ()


def policies(sentence: str) -> list[str]:
    return [policy.title.span.quote for policy in build.mentions(build.prose(sentence)).policies]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            'The Notice on Issuing the "Action Plan for Schools in Anbu County" was sent.',
            ["Action Plan for Schools in Anbu County"],
        ),
        (
            "The Anbu Health Commission's Notice on Learning from Others is expected.",
            ["Notice on Learning from Others"],
        ),
        (
            "Ann Porter read out the Reply on Agreeing to the Founding of the School Alliance.",
            ["Reply on Agreeing to the Founding of the School Alliance"],
        ),
    ],
)
def test_a_title_is_the_documents_own(sentence: str, titles: list[str]) -> None:
    found = build.mentions(build.prose(sentence)).policies
    assert [policy.title.span.quote for policy in found] == titles
