"""Ways of telling posts that other towns' news, hospitals and school networks use: one table for each form."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Post

HOSPITAL = "Baihe People's Hospital"
PARTS: dict[str, dict[str, set[Post]]] = {
    # A title with a hyphen right before a name.
    "Director-General Li Jun spoke.": {"Li Jun": {("Director-General", None)}},
    "Secretary-General Amina Yusuf spoke.": {"Amina Yusuf": {("Secretary-General", None)}},
    "The report was read by deputy director-general Zhou Min.": {"Zhou Min": {("deputy director-general", None)}},
    "Executive Vice-President Li Jun spoke.": {"Li Jun": {("Executive Vice-President", None)}},
    "Zhou Min, editor-in-chief of the Dahe Education Review, spoke.": {
        "Zhou Min": {("editor-in-chief", "Dahe Education Review")}
    },
    # A body with its field in small letters, a faculty with its own.
    "Li Jun, deputy director of the county bureau of education and sports, spoke.": {
        "Li Jun": {("deputy director", "county bureau of education and sports")}
    },
    "Li Jun, head of the provincial department of health, spoke.": {
        "Li Jun": {("head", "provincial department of health")}
    },
    "Li Jun, head of the county and of the reform, spoke.": {"Li Jun": {("head", "the county")}},
    "Zhou Min, dean of the School of Teacher Training, spoke.": {"Zhou Min": {("dean", "School of Teacher Training")}},
    # A school by one word, or by words that look like a person's.
    "Li Jun, principal of Baihe, spoke.": {"Li Jun": {("principal", "Baihe")}},
    "Ann Bell, headteacher at Mill Dene, spoke.": {"Ann Bell": {("headteacher", "Mill Dene")}},
    "Ann Bell, Director of Music, spoke.": {"Ann Bell": {("Director of Music", None)}},
    "Tom Rudd is Chair of Governors at Mill Dene.": {"Tom Rudd": {("Chair of Governors", "Mill Dene")}},
    "Tom Rudd, headteacher of St Oswald's and of Scar Lane Infant School, spoke.": {
        "Tom Rudd": {("headteacher", "St Oswald's"), ("headteacher", "Scar Lane Infant School")}
    },
    # Where somebody goes, stays or goes on.
    "The bureau sent Li Jun to serve as principal of Baihe School.": {"Li Jun": {("principal", "Baihe School")}},
    "The city invited Li Jun to become the first principal of Baihe School.": {
        "Li Jun": {("first principal", "Baihe School")}
    },
    "Ann Bell continues as Chair of Trustees at Mill Dene.": {"Ann Bell": {("Chair of Trustees", "Mill Dene")}},
    "Ann Bell remains chief executive of Moor Learning Trust.": {
        "Ann Bell": {("chief executive", "Moor Learning Trust")}
    },
    "Zhou Min is its legal representative.": {"Zhou Min": {("legal representative", None)}},
    # Party posts in a hospital, and a second post behind "and".
    f"Li Jun, Secretary of the Party Committee of {HOSPITAL} and Chairman of the Alliance Council, Zhou Min, "
    "President of the hospital, and Wu Gang attended.": {
        "Li Jun": {("Secretary of the Party Committee", HOSPITAL), ("Chairman", "Alliance Council")},
        "Zhou Min": {("President", "the hospital")},
    },
    # What a post is for, in words with a capital.
    "Public Relations Officer Ann Bell answered.": {"Ann Bell": {("Public Relations Officer", None)}},
    "Zhou Min, HR Director of Baihe Robotics, spoke.": {"Zhou Min": {("HR Director", "Baihe Robotics")}},
    "Chairman: Karl Weber, General Manager, Rhein Motors (Dahe) Co., Ltd.": {
        "Karl Weber": {("Chairman", None), ("General Manager", "Rhein Motors (Dahe) Co., Ltd.")}
    },
    # Greetings are no part of a title.
    "Respected Vice Mayor Li Jun, dear Chairman Zhou Min, good morning!": {
        "Li Jun": {("Vice Mayor", None)},
        "Zhou Min": {("Chairman", None)},
    },
    # Delegates and supervisors.
    "Li Jun, representative of the 14th Municipal People's Congress, spoke.": {
        "Li Jun": {("representative", "14th Municipal People's Congress")}
    },
    "Zhou Min (teacher representative, Baihe School) spoke.": {
        "Zhou Min": {("teacher representative", "Baihe School")}
    },
    "Zhou Min, doctoral supervisor of Dahe University, spoke.": {
        "Zhou Min": {("doctoral supervisor", "Dahe University")}
    },
    # Who comes after whom.
    "Ann Bell succeeded Tom Rudd as chair of Moor Trust.": {"Ann Bell": {("chair", "Moor Trust")}},
    "Li Jun took office as director of the Baihe Education Bureau.": {
        "Li Jun": {("director", "Baihe Education Bureau")}
    },
    # A post with its body between commas.
    "Ms Tan Mei Ling, Principal, Baihe Girls' School, spoke.": {"Tan Mei Ling": {("Principal", "Baihe Girls' School")}},
    "Mr. John Doe, Permanent Secretary, Ministry of Education, spoke.": {
        "John Doe": {("Permanent Secretary", "Ministry of Education")}
    },
    "The mayor met Li Jun, principal, Baihe School, Linxi School and others.": {"Li Jun": {("principal", None)}},
    "Sir Tom Rudd, Chair of the Board of Trustees, spoke.": {"Tom Rudd": {("Chair of the Board of Trustees", None)}},
    "Head of School: Tom Rudd": {"Tom Rudd": {("Head of School", None)}},
    # Somebody of one name, introduced by a word.
    "An interview with Sarnai, director of the Baihe Education Bureau": {
        "Sarnai": {("director", "Baihe Education Bureau")}
    },
}
SEVERAL: dict[str, dict[str, set[Post]]] = {
    # Each name with its school or its years in brackets.
    "Deputy principals Li Jun (Baihe School), Zhou Min (Linxi School) and Wu Gang (Dahe School) spoke.": {
        "Li Jun": {("Deputy principals", "Baihe School")},
        "Zhou Min": {("Deputy principals", "Linxi School")},
        "Wu Gang": {("Deputy principals", "Dahe School")},
    },
    "Its chairmen have been Ann Bell (1995-2006), Tom Rudd (2006–2015) and Omar Saleh (2015-2021).": {
        "Ann Bell": {("chairmen", None)},
        "Tom Rudd": {("chairmen", None)},
        "Omar Saleh": {("chairmen", None)},
    },
    "Li Jun (1929-1937, principal)\n\nZhou Min (2017.7 to now, secretary and principal of the group)": {
        "Li Jun": {("principal", None)},
        "Zhou Min": {("secretary", "the group"), ("principal", "the group")},
    },
    "Li Jun (1998-2017, headmaster; 2014-2017, general supervisor of the group)": {
        "Li Jun": {("headmaster", None), ("general supervisor", "the group")}
    },
    # A line of people, each with a post of their own as well.
    "Vice-Chairmen: Li Jun, Principal of Baihe School; Zhou Min, Director of the Dahe Education Bureau": {
        "Li Jun": {("Vice-Chairmen", None), ("Principal", "Baihe School")},
        "Zhou Min": {("Vice-Chairmen", None), ("Director", "Dahe Education Bureau")},
    },
    # The last name of a list has a post of its own.
    "Deputy heads Li Jun, Zhou Min, Wu Gang, director of the Dahe Education Bureau, spoke.": {
        "Li Jun": {("Deputy heads", None)},
        "Zhou Min": {("Deputy heads", None)},
        "Wu Gang": {("director", "Dahe Education Bureau")},
    },
    # Called by the family name further on.
    "Li Jun, principal of Baihe School, retires. Mr. Li stays on as honorary chairman of the group council.": {
        "Li Jun": {("principal", "Baihe School"), ("honorary chairman", "group council")}
    },
    "Ann Bell was chief executive of Moor Trust. Bell is now vice-chancellor of Dahe University.": {
        "Ann Bell": {("chief executive", "Moor Trust"), ("vice-chancellor", "Dahe University")}
    },
    # Two of one family name: nobody knows who is meant.
    "Li Jun, principal of Baihe School, and Li Min, principal of Linxi School, met. Mr. Li is also chairman.": {
        "Li Jun": {("principal", "Baihe School")},
        "Li Min": {("principal", "Linxi School")},
    },
}
LINES: dict[str, dict[str, set[Post]]] = {
    # A name and a post on lines of their own, either first.
    "A good year\nIt has been a good year, and a long one.\n\nChief Executive Officer\nAnn Bell\n": {
        "Ann Bell": {("Chief Executive Officer", None)}
    },
    "Our team\n\nAnn Bell\nChief Executive Officer\n\nTom Rudd\nHeadteacher, Linxi Primary School\n": {
        "Ann Bell": {("Chief Executive Officer", None)},
        "Tom Rudd": {("Headteacher", "Linxi Primary School")},
    },
    # A post below the name of its school, a line about the school between them at most.
    "Ours\n\nBaihe School\nA key school. 96 classes.\nPrincipal: Li Jun\n\nBaihe Kindergarten\nDirector: Zhou Min\n": {
        "Li Jun": {("Principal", "Baihe School")},
        "Zhou Min": {("Director", "Baihe Kindergarten")},
    },
    "Ours\n\nBaihe Middle School\nThe school is old.\nIts trees are older.\nIt has a gate.\nPrincipal: Li Jun\n": {
        "Li Jun": {("Principal", None)}
    },
    "Prizes\n\nOak Hill\nHeadteacher of the Year\nThe prize was given on Monday, and it was given by Tom Rudd.\n": {},
}
NOBODY = ("Mr. Li stays on as honorary chairman.",)
CATEGORIES: dict[str, str] = {
    "Li Jun, Party secretary and principal of Baihe, spoke to the pupils of the school.": "school",
    "The Dahe Education Group has met. Its schools elected Chairman Li Jun.": "school",
    "Ann Bell, chair of trustees at Mill Dene, spoke to pupils of the school.": "school",
    "Ann Bell, chief executive of Bright Water, spoke of its sales.": "other",
    "Li Jun, researcher of the Dahe Institute of Education, spoke.": "other",
    "Li Jun, teacher of the Dahe Institute of Technology, spoke.": "school",
    "Basic Education Principal Secretary Ann Bell spoke.": "government",
    "Section chief Li Jun spoke.": "government",
    "Chief Education Officer Ann Bell spoke.": "government",
}


@pytest.mark.parametrize(("sentence", "people"), (PARTS | SEVERAL).items())
def test_people_of_a_sentence(sentence: str, people: dict[str, set[Post]]) -> None:
    assert build.officials(build.prose(sentence)) == people


@pytest.mark.parametrize(("text", "people"), LINES.items())
def test_people_and_posts_on_lines_of_their_own(text: str, people: dict[str, set[Post]]) -> None:
    assert build.officials(build.plain(text)) == people


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody(sentence: str) -> None:
    assert build.officials(build.prose(sentence)) == {}


@pytest.mark.parametrize(("sentence", "category"), CATEGORIES.items())
def test_what_a_post_is_of(sentence: str, category: str) -> None:
    found = build.mentions(build.prose(sentence)).officials
    assert {position.category for official in found for position in official.positions} == {category}
