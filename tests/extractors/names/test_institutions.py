"""Names of schools, bodies and groups as the grammar finds them in sentences, and what it leaves."""

from __future__ import annotations

import pytest

from tests.extractors import build

INSTITUTIONS = {
    "a name with a number": "Pupils of [Dahe No. 2 Middle School] sang.",
    "a number without a space": "Pupils of [Dahe No.2 Middle School] sang.",
    "a number alone": "Pupils of [No. 47 Middle School] sang.",
    "an ordinal in digits": "Pupils of the [47th Middle School] sang.",
    "an ordinal in words and a place behind": "The [Second Experimental Primary School of Dahe County] opened.",
    "places after commas": "[Gumu No. 1 Middle School, Moyun Town, Donglin City] opened.",
    "a campus in brackets": "[Dahe Middle School (North Campus)] opened.",
    "a note in brackets": "[Dahe Middle School] (founded by parents) opened.",
    "a possessive": "[Linxi Primary School]'s pupils sang.",
    "a possessive with a curly mark": "[Linxi Primary School]’s pupils sang.",
    "an affiliated school": "Pupils of [Dahe University Affiliated Middle School] sang.",
    "a school of a university": "The [Affiliated High School of Dahe University] opened.",
    "a school affiliated to another": "Pupils of the [Primary School Affiliated to Linxi Normal College] sang.",
    "a school attached to another": "The [Middle School Attached to Dahe University] opened.",
    "a school affiliated with another": "The [High School Affiliated with the University of Dahe] opened.",
    "a hospital attached to another": "Nurses of the [Second Hospital Attached to Dahe Medical College] sang.",
    "a school attached to a bureau": "[Linxi Kindergarten] attached to the bureau opened.",
    "no word for a school but its stage": "Pupils of [Fenny Lane Primary] and [Ilam Grammar] sang.",
    "a stage and a stage": "Pupils of [Linxi Primary and Secondary School] sang.",
    "a stage before a post": "[Linxi Primary School] Teacher Li Jun sang.",
    "a church school": "Pupils of [St Brannoc's C of E Primary School] sang.",
    "a school of the church": "Pupils of [Hawes Bridge Church of England Primary School] sang.",
    "a possessive before a landmark": "Pupils of [Fisherman's Wharf Primary School] sang.",
    "a possessive before a school": "Pupils of Dahe's [Muyun School] sang.",
    "a school for some": "The [St. Brigid School for the Deaf] and [Linxi School] sang.",
    "a landmark alone": "Pupils of [Hill Street School] sang.",
    "an apostrophe inside": "Pupils of [Xi'an Road Primary School] sang.",
    "a saint": "Pupils of [St Mary's School] sang.",
    "a season": "Pupils of [Butterfly Spring Primary School] sang.",
    "a hospital": "Nurses of [Dahe County People's Hospital] sang.",
    "a word that opens the sentence": "In [Dahe Primary School] pupils sang.",
    "an adverb that opens the sentence": "Today [Dahe Primary School] opened.",
    "capitals throughout": "Pupils of [DAHE MIDDLE SCHOOL] sang.",
    "two names joined by and": "[Linxi Primary School] and [Muyun Primary School] met.",
    "names parted by wide commas": "[Linxi Primary School]，[Muyun Primary School]、[Fengtai School] met.",
    "joinable words": "[Linxi Culture, Sports and Arts School] opened.",
}
BODIES = {
    "a list inside the name": "The [Dahe County Education, Culture and Sports Bureau] spoke.",
    "two fields": "The [Dahe Human Resources and Social Security Bureau] spoke.",
    "a government of a place": "The [People's Government of Dahe County] spoke.",
    "a department of a place": "The [Organization Department of Dahe City] spoke.",
    "a ministry": "He spoke to the [Ministry of Education].",
    "two bureaus": "[Dahe Education Bureau] and [Linxi Education Bureau] spoke.",
    "a company": "[Dahe Co., Ltd.] spoke.",
    "a company's branch": "[Dahe Drives (Linxi) Co., Ltd.] spoke.",
}
GROUPS = {
    "an education group": "The [Dahe Foreign Language School Education Group] met.",
    "a group in brackets": "The [Dahe Middle School (Group)] met.",
    "a new kind of thing": "The [Dahe New-Energy Vehicle Industry-Education Alliance] met.",
    "a hyphened alliance": "The [Dahe-Linxi School Alliance] met.",
    "a group of a school": "The [Education Group of Dahe Middle School] met.",
    "a group of an attached school": "The [Education Group of the Primary School Affiliated to Linxi College] met.",
    "a group behind an attached school": "[Middle School Attached to Dahe University Education Group] met.",
    "a partnership": "The [Inspire Learning Partnership] met.",
    "an alliance of specialists": "The [Dahe Paediatric Specialist Alliance] met.",
    "an alliance for schools": "The [Dahe Education Alliance for Rural Schools] met.",
    "a community of trade and school": "The [Dahe Logistics Industry-Education Integration Community] met.",
    "an alliance of schools": "The [Middle Dahe Alliance of Normal University Schools] met.",
    "a group of a park": "The [Innovation Park School Group] met.",
}
PARTS = {
    "a campus": "Pupils of [Dahe Middle School Linxi Campus] sang.",
    "the headquarters": "Pupils of the [Headquarters Campus] sang.",
    "a branch": "Pupils of [Dahe Middle School East Branch] sang.",
}
KINDS = {"institution": INSTITUTIONS, "body": BODIES, "group": GROUPS, "part": PARTS}
TABLE = [
    pytest.param(kind, sentence, id=f"{kind}: {what}")
    for kind, rows in KINDS.items()
    for what, sentence in rows.items()
]
NOT_NAMES = [
    "Pupils of the school sang.",
    "A primary school and a middle school opened.",
    "The education bureau spoke to the county government.",
    "The group met the alliance.",
    "Linxi County and Dahe City met.",
]


@pytest.mark.parametrize(("kind", "bracketed"), TABLE)
def test_a_name_is_found_whole(kind: str, bracketed: str) -> None:
    sentence = bracketed.replace("[", "").replace("]", "")
    wanted = [part.split("]")[0] for part in bracketed.split("[")[1:]]
    names = build.marked(build.prose(sentence)).names
    assert [(name.span.quote, name.kind) for name in names] == [(name, kind) for name in wanted]


@pytest.mark.parametrize("sentence", NOT_NAMES)
def test_common_words_are_no_name(sentence: str) -> None:
    assert [name.span.quote for name in build.marked(build.prose(sentence)).names] == []


@pytest.mark.parametrize("sentence", ["Primary Schools opened.", "The Education Bureau spoke."])
def test_a_name_of_common_words_is_not_proper(sentence: str) -> None:
    assert [name.proper for name in build.marked(build.prose(sentence)).names] == [False]


def test_no_name_crosses_the_cells_of_a_table() -> None:
    row = "<table><tr><td>Dahe Middle</td><td>School of Linxi</td><td>Muyun Primary School</td></tr></table>"
    names = build.marked(build.page(f"<p>The county has drawn up a table of what it has.</p>{row}")).names
    assert "Muyun Primary School" in [name.span.quote for name in names]
    assert [name.span.quote for name in names if "Dahe" in name.span.quote] == []


def test_a_name_without_capitals_is_known_from_the_rest_of_the_text() -> None:
    printed = "Naqu Road Primary School sang. The pupils of naqu road primary school danced."
    names = build.marked(build.prose(printed)).names
    assert [name.span.quote for name in names] == ["Naqu Road Primary School", "naqu road primary school"]
    assert build.marked(build.prose("The pupils of naqu road primary school danced.")).names == ()


def test_a_school_attached_to_an_office_is_named_without_it() -> None:
    names = build.marked(build.prose("Linxi Kindergarten attached to the Dahe Weather Bureau opened.")).names
    assert [name.span.quote for name in names] == ["Linxi Kindergarten", "Dahe Weather Bureau"]
