"""Posts in as many wordings as announcements have: translated from Chinese, and written in English."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Post

WAYS: dict[str, dict[str, set[Post]]] = {
    # Several posts of one person in one body.
    "Zhou Min, Party secretary and director of the Linxi County Education and Sports Bureau, made a speech.": {
        "Zhou Min": {
            ("Party secretary", "Linxi County Education and Sports Bureau"),
            ("director", "Linxi County Education and Sports Bureau"),
        }
    },
    "Wu Gang, member of the Party group and deputy director of Dahe Education Bureau, read the document.": {
        "Wu Gang": {
            ("deputy director", "Dahe Education Bureau"),
            ("member of the Party group", "Dahe Education Bureau"),
        }
    },
    "Party branch secretary and principal of Baihe Primary School Li Jun introduced the experience.": {
        "Li Jun": {("Party branch secretary", "Baihe Primary School"), ("principal", "Baihe Primary School")}
    },
    "Li Jun, standing committee member and executive vice mayor, attended.": {
        "Li Jun": {("executive vice mayor", None), ("standing committee member", None)}
    },
    "Baihe School principal and Party branch secretary Zhou Min introduced the experience.": {
        "Zhou Min": {("Party branch secretary", "Baihe School"), ("principal", "Baihe School")}
    },
    "Li Jun, chairman and general manager of Dahe Education Investment Co., Ltd., signed.": {
        "Li Jun": {
            ("chairman", "Dahe Education Investment Co., Ltd."),
            ("general manager", "Dahe Education Investment Co., Ltd."),
        }
    },
    # Posts in two bodies, and bodies whose names have an "and".
    "Li Jun, deputy secretary of the Working Committee of Linxi New District and director of the "
    "Social Affairs Bureau, spoke.": {
        "Li Jun": {
            ("deputy secretary", "Working Committee of Linxi New District"),
            ("director", "Social Affairs Bureau"),
        }
    },
    "Zhou Min, principal of Baihe School and chairman of the Baihe Education Group, spoke.": {
        "Zhou Min": {("chairman", "Baihe Education Group"), ("principal", "Baihe School")}
    },
    "Ann Bell, Headteacher of Mill Dene Primary School and Executive Head of the Moor Federation, said so.": {
        "Ann Bell": {("Executive Head", "Moor Federation"), ("Headteacher", "Mill Dene Primary School")}
    },
    "Zhou Min (deputy director of the Finance and Audit bureau) attended.": {
        "Zhou Min": {("deputy director", "Finance and Audit bureau")}
    },
    "Li Jun, deputy director of the Human Resources and Social Security Bureau, attended.": {
        "Li Jun": {("deputy director", "Human Resources and Social Security Bureau")}
    },
    # Areas and further posts in brackets.
    "Ms Annie Bell, Principal Education Officer (Harbour East) of the Education Bureau, spoke.": {
        "Annie Bell": {("Principal Education Officer (Harbour East)", "Education Bureau")}
    },
    "Mr Tom Rudd, Chief School Development Officer (Dahe) of the Education Bureau, spoke.": {
        "Tom Rudd": {("Chief School Development Officer (Dahe)", "Education Bureau")}
    },
    "Li Jun (deputy director of the Dahe Education Bureau) chaired the meeting.": {
        "Li Jun": {("deputy director", "Dahe Education Bureau")}
    },
    "Group leader: Li Jun (deputy county head).": {"Li Jun": {("Group leader", None), ("deputy county head", None)}},
    "Group leader: Tang Jian (deputy director of the Management Committee of the New District).": {
        "Tang Jian": {("Group leader", None), ("deputy director", "Management Committee of the New District")}
    },
    "Deputy leaders: Zhou Min (director of the Education Bureau), Wu Gang (deputy director of the Finance Bureau).": {
        "Zhou Min": {("Deputy leaders", None), ("director", "Education Bureau")},
        "Wu Gang": {("Deputy leaders", None), ("deputy director", "Finance Bureau")},
    },
    "Contact person: Li Jun (head of the Basic Education Section).": {"Li Jun": {("head", "Basic Education Section")}},
    # Told by a verb.
    "The convenor, Mr Li Jun, who is Principal of Baihe Memorial College, agreed.": {
        "Li Jun": {("Principal", "Baihe Memorial College"), ("convenor", None)}
    },
    "Li Jun, who is also vice principal of Linxi School, teaches physics.": {
        "Li Jun": {("vice principal", "Linxi School")}
    },
    "Li Jun, who has been principal of Baihe School since 2018, said so.": {"Li Jun": {("principal", "Baihe School")}},
    "Li Jun used to be deputy director of Linxi Kindergarten.": {"Li Jun": {("deputy director", "Linxi Kindergarten")}},
    "Its general director Zhou Min used to be deputy director of Linxi Kindergarten.": {
        "Zhou Min": {("deputy director", "Linxi Kindergarten"), ("general director", None)}
    },
    "Principal Zhou Min (she is the former vice principal of Linxi School) told parents.": {
        "Zhou Min": {("Principal", None), ("former vice principal", "Linxi School")}
    },
    "Li Jun will serve as general principal of the group.": {"Li Jun": {("general principal", "the group")}},
    "Li Jun was hired as honorary principal of Linxi School.": {"Li Jun": {("honorary principal", "Linxi School")}},
    "Zhou Min, chief of the Basic Education Department, is concurrently the director of the office.": {
        "Zhou Min": {("chief", "Basic Education Department"), ("director", "the office")}
    },
    "Zhou Min, a member of the bureau's Party group, was present.": {"Zhou Min": {("member", "bureau's Party group")}},
    "Zhou Min, head of Baihe School for the past nine years, agreed.": {"Zhou Min": {("head", "Baihe School")}},
    "Li Jun, once the principal of Baihe School, is proud.": {"Li Jun": {("principal", "Baihe School")}},
    # The body behind the name.
    '"It was hard," said project manager Tom Rudd of Lakeside Builders.': {
        "Tom Rudd": {("project manager", "Lakeside Builders")}
    },
    "Researcher Li Jun of the Dahe Academy of Educational Sciences agreed.": {
        "Li Jun": {("Researcher", "Dahe Academy of Educational Sciences")}
    },
    "Section chief Zhou Min from the Dahe Education Bureau replied.": {
        "Zhou Min": {("Section chief", "Dahe Education Bureau")}
    },
    "Director Li Jun of Linxi District Education Bureau presided over the meeting.": {
        "Li Jun": {("Director", "Linxi District Education Bureau")}
    },
    "Principal Li Jun of Baihe School and Principal Zhou Min of Linxi School signed.": {
        "Li Jun": {("Principal", "Baihe School")},
        "Zhou Min": {("Principal", "Linxi School")},
    },
    "Chief economist Ann Bell at Northfield Research was less sure.": {
        "Ann Bell": {("Chief economist", "Northfield Research")}
    },
    # Ranks.
    "Li Jun, inspector of the fourth level of the district government, awarded the plaques.": {
        "Li Jun": {("inspector of the fourth level", "district government")}
    },
    "Zhou Min, fourth-level researcher of the Dahe Education Bureau, attended.": {
        "Zhou Min": {("fourth-level researcher", "Dahe Education Bureau")}
    },
    "Wu Gang, second-level inspector of the Provincial Department of Education, attended.": {
        "Wu Gang": {("second-level inspector", "Provincial Department of Education")}
    },
    "Li Jun, first-level investigator of Dahe Education Bureau, attended.": {
        "Li Jun": {("first-level investigator", "Dahe Education Bureau")}
    },
    # A part of a university or ministry.
    "Professor Li Jun, dean of College of Preschool Education, Dahe Normal University, gave a lecture.": {
        "Li Jun": {("dean", "College of Preschool Education, Dahe Normal University")}
    },
    "Zhou Min, associate professor at the School of Education, Dahe University, said so.": {
        "Zhou Min": {("associate professor", "School of Education, Dahe University")}
    },
    "Wu Gang, director of the Department of Basic Education, Ministry of Education, spoke.": {
        "Wu Gang": {("director", "Department of Basic Education, Ministry of Education")}
    },
    "Li Jun, vice dean of the Faculty of Education of Dahe University, spoke.": {
        "Li Jun": {("vice dean", "Faculty of Education of Dahe University")}
    },
    # A place or field before the title.
    "Olma Governor Peter Mwangi opened the school.": {"Peter Mwangi": {("Olma Governor", None)}},
    "Olma Governor Peter Mwangi, who came as chief guest, opened it.": {"Peter Mwangi": {("Olma Governor", None)}},
    "Tarnby MP Grace Otieno was there.": {"Grace Otieno": {("Tarnby MP", None)}},
    "Dahe Mayor Li Jun spoke.": {"Li Jun": {("Dahe Mayor", None)}},
    "Basic Education Principal Secretary Ann Bell spoke.": {
        "Ann Bell": {("Basic Education Principal Secretary", None)}
    },
    "Private Schools Forum chairman Rev Isaac Rudd attended.": {"Isaac Rudd": {("chairman", "Private Schools Forum")}},
    "The governor of Dahe, Peter Mwangi, said so.": {"Peter Mwangi": {("governor of Dahe", None)}},
    "Schools minister Tom Rudd welcomed the plan.": {"Tom Rudd": {("Schools minister", None)}},
    "County Executive for Education Lucy Bell spoke.": {"Lucy Bell": {("County Executive for Education", None)}},
    # Guests.
    "Officiating guests included Dr Li Jun, JP, Under Secretary for Education; Mr Tom Rudd, BBS, "
    "Chairman of the Harbour District Council; and the Reverend Paul Bell, Supervisor of Scar "
    "Lane School.": {
        "Li Jun": {("Under Secretary for Education", None)},
        "Tom Rudd": {("Chairman", "Harbour District Council")},
        "Paul Bell": {("Supervisor", "Scar Lane School")},
    },
    "Attending were Li Jun, vice chairman of the Dahe Political Consultative Conference; Zhou "
    "Min, deputy secretary-general of the municipal government; and Wu Gang, director of the "
    "Dahe Education Bureau.": {
        "Li Jun": {("vice chairman", "Dahe Political Consultative Conference")},
        "Zhou Min": {("deputy secretary-general", "municipal government")},
        "Wu Gang": {("director", "Dahe Education Bureau")},
    },
    "Li Jun and Zhou Min, deputy directors of the Dahe Education Bureau, unveiled the plaque.": {
        "Li Jun": {("deputy directors", "Dahe Education Bureau")},
        "Zhou Min": {("deputy directors", "Dahe Education Bureau")},
    },
    "Leaders of the Dahe Education Bureau Li Jun and Zhou Min attended.": {
        "Li Jun": {("Leaders", "Dahe Education Bureau")},
        "Zhou Min": {("Leaders", "Dahe Education Bureau")},
    },
    # In the order of a translation.
    "Dahe Education Bureau Director Li Jun delivered a speech.": {"Li Jun": {("Director", "Dahe Education Bureau")}},
    "The principal of the core school Li Jun said so.": {"Li Jun": {("principal", "core school")}},
    "Teacher representative Zhou Min spoke.": {"Zhou Min": {("Teacher representative", None)}},
    "Linxi county vice-county magistrate Zhou Min attended.": {
        "Zhou Min": {("vice-county magistrate", "Linxi county")}
    },
    "The person in charge of the Education Bureau Li Jun said that it is hard.": {
        "Li Jun": {("person in charge", "Education Bureau")}
    },
    "Dahe Vice Mayor Zhou Min presided over the meeting.": {"Zhou Min": {("Dahe Vice Mayor", None)}},
    # Past and passing.
    "Retired headteacher Tom Rudd chairs the panel.": {"Tom Rudd": {("Retired headteacher", None)}},
    "Acting head of Linxi School Zhou Min said so.": {"Zhou Min": {("Acting head", "Linxi School")}},
    "Li Jun, formerly vice principal of Baihe School, took over.": {"Li Jun": {("vice principal", "Baihe School")}},
    "Li Jun has been appointed principal of Linxi School.": {"Li Jun": {("principal", "Linxi School")}},
    "Ann Bell, the outgoing head of Scar Lane School, wept.": {"Ann Bell": {("outgoing head", "Scar Lane School")}},
    "Ann Bell steps down as chair of Moor Trust.": {"Ann Bell": {("chair", "Moor Trust")}},
    # As English papers put it.
    "Chief executive Ann Bell said the trust would grow.": {"Ann Bell": {("Chief executive", None)}},
    "Ann Bell, CEO of Moor Learning Trust, was pleased.": {"Ann Bell": {("CEO", "Moor Learning Trust")}},
    "Ann Bell, cabinet member for children's services, was pleased.": {
        "Ann Bell": {("cabinet member for children's services", None)}
    },
    "Ann Bell, the trust's director of education, was pleased.": {"Ann Bell": {("director of education", "trust")}},
    "Tom Rudd, head of year 7 at Scar Lane School, was pleased.": {
        "Tom Rudd": {("head of year 7", "Scar Lane School")}
    },
    "The trust's chief executive, Ann Bell, was pleased.": {"Ann Bell": {("chief executive", "trust")}},
    "Its founder and chairman, Tom Rudd, was pleased.": {"Tom Rudd": {("chairman", None), ("founder", None)}},
    "Joining as headteacher is Ann Bell.": {"Ann Bell": {("headteacher", None)}},
    "Ann Bell, a trustee of Moor Trust and a former head of Scar Lane School, was pleased.": {
        "Ann Bell": {("former head", "Scar Lane School"), ("trustee", "Moor Trust")}
    },
    # Nobody.
    "The director of the Dahe Education Bureau spoke.": {},
    "Students Li Jun and Zhou Min won a prize.": {},
    "Li Jun taught pupils of the school.": {},
    "Linxi School, head of the alliance, is old.": {},
    "It was signed by the principals of Baihe School and Linxi School.": {},
    "Parent Zhou Min was glad.": {},
    # Further wordings.
    "Li Jun, director of the Education Bureau, Zhou Min, deputy director, and Wu Gang, chief of "
    "the finance section, were present.": {
        "Li Jun": {("director", "Education Bureau")},
        "Zhou Min": {("deputy director", None)},
        "Wu Gang": {("chief", "finance section")},
    },
    "Li Jun, Party group secretary and director of the bureau, made a summary speech.": {
        "Li Jun": {("Party group secretary", "the bureau"), ("director", "the bureau")}
    },
    "The conference was presided over by Zhou Min, deputy director of Dahe Education Bureau.": {
        "Zhou Min": {("deputy director", "Dahe Education Bureau")}
    },
    "Principal Li Jun said frankly that it is hard.": {"Li Jun": {("Principal", None)}},
    "Zhou Min, full-time supervisor of the Education Steering Committee, attended.": {
        "Zhou Min": {("full-time supervisor", "Education Steering Committee")}
    },
    "Zhou Min, a third-level researcher of the Municipal Education Bureau, attended.": {
        "Zhou Min": {("third-level researcher", "Municipal Education Bureau")}
    },
    "Executive deputy director of the office: Zhou Min.": {"Zhou Min": {("Executive deputy director", "the office")}},
    "General counsel Li Jun of the group gave a report.": {"Li Jun": {("General counsel", "the group")}},
    "Chairman of the council of the group, principal of Baihe School Li Jun signed.": {
        "Li Jun": {("Chairman", "council of the group"), ("principal", "Baihe School")}
    },
    "Zhou Min, the executive principal of the East Campus, led the teachers.": {
        "Zhou Min": {("executive principal", "East Campus")}
    },
    "Dean of students Zhou Min spoke.": {"Zhou Min": {("Dean of students", None)}},
    "Li Jun, head of the Education Group's teaching and research center, spoke.": {
        "Li Jun": {("head", "Education Group's teaching and research center")}
    },
    "Deputy county magistrate in charge of education Zhou Min attended.": {
        "Zhou Min": {("Deputy county magistrate", None)}
    },
    "Li Jun (the director of Dahe Bureau of Education) and Zhou Min (principal of Linxi School) signed.": {
        "Li Jun": {("director", "Dahe Bureau of Education")},
        "Zhou Min": {("principal", "Linxi School")},
    },
    "Responsible person: Li Jun, chief of the section.": {"Li Jun": {("chief", "the section")}},
    "Secretary of the Party branch of Baihe School Li Jun thanked them.": {
        "Li Jun": {("Secretary of the Party branch", "Baihe School")}
    },
    "Li Jun, the newly appointed general principal of the Baihe Education Group, took the seal.": {
        "Li Jun": {("general principal", "Baihe Education Group")}
    },
    "Li Jun serves concurrently as principal of Linxi School.": {"Li Jun": {("principal", "Linxi School")}},
    '"It works," says Ann Bell, who heads the trust.': {},
    "Ann Bell, who is head of Mill Dene Primary School, agreed.": {"Ann Bell": {("head", "Mill Dene Primary School")}},
    "Ann Bell, a spokeswoman for the ministry, agreed.": {"Ann Bell": {("spokeswoman", "the ministry")}},
    "Ann Bell, a spokesperson for Moor Learning Trust, agreed.": {
        "Ann Bell": {("spokesperson", "Moor Learning Trust")}
    },
    "Dr Peter Otieno, a lecturer at Dahe University, agreed.": {"Peter Otieno": {("lecturer", "Dahe University")}},
    "Peter Otieno, the county's education executive, agreed.": {"Peter Otieno": {("education executive", "county")}},
    "Education Cabinet Secretary Peter Otieno agreed.": {"Peter Otieno": {("Education Cabinet Secretary", None)}},
    "The Permanent Secretary for Education, Mr Alvin Wong, agreed.": {
        "Alvin Wong": {("Permanent Secretary for Education", None)}
    },
    "The Secretary for Education, Dr Christine Wong, officiated.": {
        "Christine Wong": {("Secretary for Education", None)}
    },
    "Mr Alvin Wong, Chairman of the School Management Committee, thanked them.": {
        "Alvin Wong": {("Chairman", "School Management Committee")}
    },
    "Cllr Tom Rudd, the council's cabinet member for schools, agreed.": {
        "Tom Rudd": {("cabinet member for schools", "council")}
    },
    "Deputy head Ann Bell will take over in May.": {"Ann Bell": {("Deputy head", None)}},
    "Ann Bell, principal of Baihe Girls' High School for 12 years, agreed.": {
        "Ann Bell": {("principal", "Baihe Girls' High School")}
    },
    "Datuk Ahmad Rahim, director-general of education, agreed.": {
        "Ahmad Rahim": {("director-general of education", None)}
    },
    "Ministry of Education permanent secretary Litia Vula agreed.": {
        "Litia Vula": {("permanent secretary", "Ministry of Education")}
    },
    "Teachers' union leader Grace Otieno disagreed.": {"Grace Otieno": {("leader", "Teachers' union")}},
    "Board chair Ann Bell agreed.": {"Ann Bell": {("Board chair", None)}},
    "Baihe Works boss Tom Rudd agreed.": {},
}


@pytest.mark.parametrize(("sentence", "people"), WAYS.items(), ids=WAYS)
def test_people_of_a_sentence(sentence: str, people: dict[str, set[Post]]) -> None:
    assert build.officials(build.prose(sentence)) == people
