"""Posts in further wordings of the press: stacked, of several, past and to come, in lists of guests; nobody's."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Post

WAYS: dict[str, dict[str, set[Post]]] = {
    "Orchard Party leader Ann Porter spoke.": {"Ann Porter": {("leader", "Orchard Party")}},
    "Gaotai County Party secretary Li Jun spoke.": {"Li Jun": {("Party secretary", "Gaotai County")}},
    "The Communist Party secretary Li Jun spoke.": {"Li Jun": {("secretary", "Communist Party")}},
    "Ann Porter, president of Quill & Feather, spoke.": {"Ann Porter": {("president", "Quill & Feather")}},
    "Luo Fang, principal and Party secretary of Tongde Primary School and chair of the group's council, spoke.": {
        "Luo Fang": {
            ("Party secretary", "Tongde Primary School"),
            ("chair", "group's council"),
            ("principal", "Tongde Primary School"),
        }
    },
    "Party secretary and headmaster Ma Rui welcomed the guests.": {
        "Ma Rui": {("Party secretary", None), ("headmaster", None)}
    },
    "Wen Tao, deputy head of the county and concurrently director of the education bureau, listened.": {
        "Wen Tao": {("deputy head", "the county"), ("director", "education bureau")}
    },
    "Luo Fang is both principal of Tongde Primary School and vice president of the Gaotai Education Society.": {
        "Luo Fang": {("principal", "Tongde Primary School"), ("vice president", "Gaotai Education Society")}
    },
    "Gaotai County Education Bureau Party secretary and director Wu Lan spoke.": {
        "Wu Lan": {
            ("Party secretary", "Gaotai County Education Bureau"),
            ("director", "Gaotai County Education Bureau"),
        }
    },
    "The head of the Gaotai Education Bureau, Wu Lan, opened the meeting.": {
        "Wu Lan": {("head", "Gaotai Education Bureau")}
    },
    "Tongde Primary School's vice-principal for teaching, Luo Fang, answered.": {
        "Luo Fang": {("vice-principal for teaching", "Tongde Primary School")}
    },
    "Present were director Wu Lan, deputy directors Ma Rui and Wen Tao, and section chief Qiu Lin.": {
        "Wu Lan": {("director", None)},
        "Ma Rui": {("deputy directors", None)},
        "Wen Tao": {("deputy directors", None)},
        "Qiu Lin": {("section chief", None)},
    },
    "Wen Tao (deputy county magistrate), Ma Rui (head of the county education bureau) and Qiu Lin "
    "(Party secretary of Tongde Primary School) attended.": {
        "Wen Tao": {("deputy county magistrate", None)},
        "Ma Rui": {("head", "county education bureau")},
        "Qiu Lin": {("Party secretary", "Tongde Primary School")},
    },
    "Others at the table: Wen Tao, vice mayor; Ma Rui, director of the bureau; Qiu Lin, principal of "
    "Tongde Primary School.": {
        "Wen Tao": {("vice mayor", None)},
        "Ma Rui": {("director", "the bureau")},
        "Qiu Lin": {("principal", "Tongde Primary School")},
    },
    "Principals Luo Fang (Tongde Primary School), Ma Rui (Linhe Primary School) and Wen Tao (Xihe "
    "Town School) signed.": {
        "Luo Fang": {("Principals", "Tongde Primary School")},
        "Ma Rui": {("Principals", "Linhe Primary School")},
        "Wen Tao": {("Principals", "Xihe Town School")},
    },
    "Host: Wu Lan, deputy director of the Gaotai Education Bureau": {
        "Wu Lan": {("deputy director", "Gaotai Education Bureau")}
    },
    "Speaker: Prof. Wen Tao, vice president of Yanbei University": {
        "Wen Tao": {("vice president", "Yanbei University")}
    },
    "Luo Fang – principal, Tongde Primary School": {"Luo Fang": {("principal", "Tongde Primary School")}},
    "- Luo Fang, Principal, Tongde Primary School": {"Luo Fang": {("Principal", "Tongde Primary School")}},
    "Ma Rui, then head of the bureau, signed it.": {"Ma Rui": {("head", "the bureau")}},
    "Former bureau director Ma Rui cut the ribbon.": {"Ma Rui": {("Former bureau director", None)}},
    "Ma Rui, until recently director of the Gaotai Education Bureau, cut the ribbon.": {
        "Ma Rui": {("director", "Gaotai Education Bureau")}
    },
    "Acting principal Luo Fang of Tongde Primary School agreed.": {
        "Luo Fang": {("Acting principal", "Tongde Primary School")}
    },
    "Honorary president Wen Tao of the alliance agreed.": {"Wen Tao": {("Honorary president", "the alliance")}},
    "Luo Fang succeeded Ma Rui as principal of Tongde Primary School.": {
        "Luo Fang": {("principal", "Tongde Primary School")}
    },
    "Luo Fang took over as principal of Tongde Primary School in May.": {
        "Luo Fang": {("principal", "Tongde Primary School")}
    },
    "Luo Fang, who headed Tongde Primary School for 9 years, left.": {},
    "Luo Fang, its first principal, died in 2014.": {"Luo Fang": {("first principal", None)}},
    "The group elected Luo Fang as its chairman.": {"Luo Fang": {("chairman", None)}},
    "The bureau appointed Luo Fang principal of Tongde Primary School.": {
        "Luo Fang": {("principal", "Tongde Primary School")}
    },
    "Luo Fang was made director of the office.": {"Luo Fang": {("director", "the office")}},
    "Luo Fang is to become general principal of the group.": {"Luo Fang": {("general principal", "the group")}},
    '"We share everything," said Luo Fang, who is in her fifth year as principal of Tongde Primary School.': {
        "Luo Fang": {("principal", "Tongde Primary School")}
    },
    '"It pays off," Linhe Primary School principal Ma Rui told us.': {
        "Ma Rui": {("principal", "Linhe Primary School")}
    },
    "According to Wu Lan, who oversees basic education as deputy director of the bureau, it is so.": {
        "Wu Lan": {("deputy director", "the bureau")}
    },
    "Wu Lan, deputy director of the bureau, and Luo Fang, the school's principal, agreed.": {
        "Wu Lan": {("deputy director", "the bureau")},
        "Luo Fang": {("principal", "school")},
    },
    "In his speech, director Wu Lan thanked principal Luo Fang.": {
        "Wu Lan": {("director", None)},
        "Luo Fang": {("principal", None)},
    },
    "Mathematics teacher Qiu Lin agreed.": {"Qiu Lin": {("Mathematics teacher", None)}},
    "Qiu Lin, a young teacher at Xihe Town School, agreed.": {"Qiu Lin": {("teacher", "Xihe Town School")}},
    "Qiu Lin, who teaches at Xihe Town School, agreed.": {},
    "Qiu Lin, head of the school's Chinese teaching and research group, agreed.": {
        "Qiu Lin": {("head", "school's Chinese teaching and research group")}
    },
    "Teaching director Qiu Lin of Xihe Town School agreed.": {"Qiu Lin": {("Teaching director", "Xihe Town School")}},
    "The school's director of studies, Qiu Lin, agreed.": {"Qiu Lin": {("director of studies", "school")}},
    "Trust CEO Ann Hale said so.": {"Ann Hale": {("CEO", "Trust")}},
    "Ann Hale, who chairs the trust's board, said so.": {},
    "Chair of trustees Ann Hale said so.": {"Ann Hale": {("Chair of trustees", None)}},
    "Ann Hale, Lakeside's headteacher, said so.": {"Ann Hale": {("headteacher", "Lakeside")}},
    "Regional Director for the East Ann Hale said so.": {"Ann Hale": {("Regional Director for the East", None)}},
    "The council's director of children's services, Ann Hale, said so.": {
        "Ann Hale": {("director of children's services", "council")}
    },
    "Ann Hale, former MP and now chair of governors at Lakeside Academy, said so.": {
        "Ann Hale": {("chair of governors", "Lakeside Academy"), ("former MP", None)}
    },
    "Dr Ann Hale, Vice-Chancellor of Yanbei University, said so.": {
        "Ann Hale": {("Vice-Chancellor", "Yanbei University")}
    },
    "A teacher surnamed Wu was glad.": {},
    "Principal Luo was glad.": {},
    "Luo Fang and Ma Rui are glad.": {},
    "Pupil Luo Fang was glad.": {},
    "Reporter Luo Fang asked the principal.": {},
    "The post of principal of Linhe Primary School is vacant, Luo Fang said.": {},
    "Luo Fang will report to the director of the bureau.": {},
    "Luo Fang met the principal of Linhe Primary School.": {},
    "Luo Fang, mother of a pupil, thanked the principal.": {},
    "Correspondent: Luo Fang  Editor: Ma Rui": {},
    "Text by Luo Fang, photos by Ma Rui": {},
    "Deputy Secretary of the County Party Committee and County Magistrate Wen Tao , Vice County "
    "Magistrate Ma Rui , Director of the County Education Bureau Wu Lan attended the ceremony .": {
        "Wen Tao": {("County Magistrate", None), ("Deputy Secretary", "County Party Committee")},
        "Ma Rui": {("Vice County Magistrate", None)},
        "Wu Lan": {("Director", "County Education Bureau")},
    },
    "Wu Lan , Party secretary and director of Gaotai Education Bureau , Ma Rui , deputy director , "
    "and heads of the relevant departments attended .": {
        "Wu Lan": {("Party secretary", "Gaotai Education Bureau"), ("director", "Gaotai Education Bureau")},
        "Ma Rui": {("deputy director", None)},
    },
    "Comrade Wu Lan , member of the Party Group and deputy director of the bureau , presided over the meeting .": {
        "Wu Lan": {("deputy director", "the bureau"), ("member of the Party Group", "the bureau")}
    },
    "Luo Fang , secretary of the General Party Branch and principal of Tongde Primary School , "
    "introduced the group .": {
        "Luo Fang": {
            ("principal", "Tongde Primary School"),
            ("secretary of the General Party Branch", "Tongde Primary School"),
        }
    },
    "The meeting was chaired by Ma Rui , deputy director of the bureau , and Wu Lan , director of "
    "the bureau , made a speech .": {
        "Ma Rui": {("deputy director", "the bureau")},
        "Wu Lan": {("director", "the bureau")},
    },
    "Vice chairman of the county CPPCC Ma Rui unveiled the plaque .": {"Ma Rui": {("Vice chairman", "county CPPCC")}},
    "Principal Luo Fang of the core school made a statement on behalf of the group .": {
        "Luo Fang": {("Principal", "core school")}
    },
    "Teacher Qiu Lin of Xihe Town School gave a demonstration lesson .": {"Qiu Lin": {("Teacher", "Xihe Town School")}},
    "Wen Tao , researcher of Yanbei Institute of Educational Sciences , commented on the lesson .": {
        "Wen Tao": {("researcher", "Yanbei Institute of Educational Sciences")}
    },
    "Ma Rui , head of the basic education section of the Gaotai Education Bureau , read out the list .": {
        "Ma Rui": {("head", "basic education section of the Gaotai Education Bureau")}
    },
    "Luo Fang , the legal representative of Tongde Education Group Co., Ltd. , signed .": {
        "Luo Fang": {("legal representative", "Tongde Education Group Co., Ltd.")}
    },
    "Group leader : Wu Lan  Deputy group leaders : Ma Rui , Wen Tao": {
        "Wu Lan": {("Group leader", None)},
        "Ma Rui": {("Deputy group leaders", None)},
        "Wen Tao": {("Deputy group leaders", None)},
    },
    "Director of the Office: Wu Lan": {"Wu Lan": {("Director", "the Office")}},
    "Contact: Wu Lan, Basic Education Section": {},
    "Education secretary Tom Hale visited Lakeside Academy.": {"Tom Hale": {("Education secretary", None)}},
    "Lakeside Academy principal and trust CEO Ann Hale said so.": {
        "Ann Hale": {("CEO", "trust"), ("principal", "Lakeside Academy")}
    },
    "Ann Hale, headteacher at Lakeside Academy since 2015, will retire.": {
        "Ann Hale": {("headteacher", "Lakeside Academy")}
    },
    "Ann Hale, who was previously deputy head at Lakeside Academy, starts in May.": {
        "Ann Hale": {("deputy head", "Lakeside Academy")}
    },
    "Tom Hale has been named interim chief executive of the Moor Trust.": {
        "Tom Hale": {("interim chief executive", "Moor Trust")}
    },
    "Tom Hale, general secretary of the National Heads Union, disagreed.": {
        "Tom Hale": {("general secretary", "National Heads Union")}
    },
    "Tom Hale, professor of education at Yanbei University, disagreed.": {
        "Tom Hale": {("professor of education", "Yanbei University")}
    },
    "Governor of the county Tom Hale opened it.": {"Tom Hale": {("Governor of the county", None)}},
    "The deputy prime minister, Tom Hale, opened it.": {"Tom Hale": {("deputy prime minister", None)}},
    "From left: Ann Hale, head of Lakeside Academy; Tom Rudd, mayor of Kendal; Eve Moss, a pupil.": {
        "Ann Hale": {("head", "Lakeside Academy")},
        "Tom Rudd": {("mayor of Kendal", None)},
    },
    "Ann Hale\nHeadteacher, Lakeside Academy": {"Ann Hale": {("Headteacher", "Lakeside Academy")}},
    "Ann Hale is headteacher.": {"Ann Hale": {("headteacher", None)}},
    "Its chief operating officer, Tom Rudd, left in May.": {"Tom Rudd": {("chief operating officer", None)}},
    "He is survived by his wife Ann Hale.": {},
    "Ann Hale School is led by its principal.": {},
    "The Tom Rudd Trust appointed a director.": {},
    "Ann Hale asked the head of Lakeside Academy to resign.": {},
    "Ann Hale wrote to Mayor Tom Rudd.": {"Tom Rudd": {("Mayor", None)}},
    "The director thanked Ann Hale.": {},
    "Photo: Ann Hale / Lakeside Academy": {},
    "Members: Luo Fang, Ma Rui, Wen Tao": {
        "Luo Fang": {("Members", None)},
        "Ma Rui": {("Members", None)},
        "Wen Tao": {("Members", None)},
    },
    "Members: Luo Fang (head of the Finance Bureau), Ma Rui (head of the Personnel Section)": {
        "Luo Fang": {("Members", None), ("head", "Finance Bureau")},
        "Ma Rui": {("Members", None), ("head", "Personnel Section")},
    },
    "Director: Wu Lan; deputy directors: Ma Rui and Wen Tao": {
        "Wu Lan": {("Director", None)},
        "Ma Rui": {("deputy directors", None)},
        "Wen Tao": {("deputy directors", None)},
    },
    "Principal Luo Fang, vice principals Ma Rui and Wen Tao and office director Qiu Lin attended.": {
        "Luo Fang": {("Principal", None)},
        "Ma Rui": {("vice principals", None)},
        "Wen Tao": {("vice principals", None)},
        "Qiu Lin": {("office director", None)},
    },
    "Executive principals: Luo Fang (East Campus), Ma Rui (West Campus)": {
        "Luo Fang": {("Executive principals", "East Campus")},
        "Ma Rui": {("Executive principals", "West Campus")},
    },
    "Chairman of the council: Wen Tao, principal of Tongde Primary School": {
        "Wen Tao": {("Chairman", "the council"), ("principal", "Tongde Primary School")}
    },
    "Moderator: Qiu Lin, deputy head of the basic education section": {
        "Qiu Lin": {("Moderator", None), ("deputy head", "basic education section")}
    },
    "Wu Lan, director of the bureau (centre), with Luo Fang, principal of Tongde Primary School (left)": {
        "Wu Lan": {("director", "the bureau")},
        "Luo Fang": {("principal", "Tongde Primary School")},
    },
    "The council consists of Wen Tao (president), Ma Rui (vice president) and Qiu Lin (secretary-general).": {
        "Wen Tao": {("president", None)},
        "Ma Rui": {("vice president", None)},
        "Qiu Lin": {("secretary-general", None)},
    },
    "Wen Tao was elected president, Ma Rui vice president and Qiu Lin secretary-general.": {
        "Wen Tao": {("president", None)},
        "Ma Rui": {("vice president", None)},
        "Qiu Lin": {("secretary-general", None)},
    },
    "Luo Fang, who is in charge of Tongde Primary School, spoke.": {},
    "Luo Fang, the principal, spoke.": {"Luo Fang": {("principal", None)}},
    "Luo Fang, its principal since 2018, spoke.": {"Luo Fang": {("principal", None)}},
    "As principal of Tongde Primary School, Luo Fang leads 86 teachers.": {
        "Luo Fang": {("principal", "Tongde Primary School")}
    },
    "Under principal Luo Fang the school grew.": {"Luo Fang": {("principal", None)}},
    "With Luo Fang as principal, the school grew.": {"Luo Fang": {("principal", None)}},
    "Luo Fang has replaced Ma Rui as principal.": {"Luo Fang": {("principal", None)}},
    "Then vice-mayor Wen Tao laid the foundation stone.": {"Wen Tao": {("vice-mayor", None)}},
    "Gaotai County Party secretary Wen Tao inspected the site.": {"Wen Tao": {("Party secretary", "Gaotai County")}},
    "Wen Tao, secretary of the Gaotai County Party Committee, inspected the site.": {
        "Wen Tao": {("secretary", "Gaotai County Party Committee")}
    },
    "Wen Tao, deputy director-general of the Yanbei Provincial Department of Education, inspected the site.": {
        "Wen Tao": {("deputy director-general", "Yanbei Provincial Department of Education")}
    },
    "Wen Tao, vice chair of the Gaotai People's Congress Standing Committee, inspected the site.": {
        "Wen Tao": {("vice chair", "Gaotai People's Congress Standing Committee")}
    },
    "Wen Tao, a fourth-level division researcher at the Yanbei Department of Education, was there.": {
        "Wen Tao": {("fourth-level division researcher", "Yanbei Department of Education")}
    },
    "Wen Tao, a retired head of Linhe Primary School, was there.": {
        "Wen Tao": {("retired head", "Linhe Primary School")}
    },
    "Class teacher Qiu Lin and parent Ma Rui talked.": {"Qiu Lin": {("Class teacher", None)}},
    "Wen Tao, mayor of Gaotai City and deputy secretary of its Party committee, was there.": {
        "Wen Tao": {("deputy secretary", "its Party committee"), ("mayor of Gaotai City", None)}
    },
    "Ma Rui, chair of the board of Lanting Education Investment Co., Ltd., was there.": {
        "Ma Rui": {("chair of the board", "Lanting Education Investment Co., Ltd.")}
    },
    "[List of leaders of the bureau]\nDirector : Wu Lan\nDeputy directors : Ma Rui , Wen Tao": {
        "Wu Lan": {("Director", "the bureau")},
        "Ma Rui": {("Deputy directors", "the bureau")},
        "Wen Tao": {("Deputy directors", "the bureau")},
    },
    "Leadership of the Lanting Education Group\nParty secretary: Luo Fang (female)\nVice principals: "
    "Ma Rui (Hui nationality), Wen Tao (until May)": {
        "Luo Fang": {("Party secretary", "Lanting Education Group")},
        "Ma Rui": {("Vice principals", "Lanting Education Group")},
        "Wen Tao": {("Vice principals", "Lanting Education Group")},
    },
    "Leaders of all times\nDirector: Wu Lan": {"Wu Lan": {("Director", None)}},
    "Leaders of the bureau spoke.\nDirector: Wu Lan": {"Wu Lan": {("Director", None)}},
    "Ann Hale, who was appointed principal of Moor School last July after 11 years as deputy "
    "principal of Mill School, agreed.": {
        "Ann Hale": {("deputy principal", "Mill School"), ("principal", "Moor School")}
    },
    "Ann Hale took over as head of Moor School after six years as head of Mill School.": {
        "Ann Hale": {("head", "Mill School"), ("head", "Moor School")}
    },
    "Ma Rui, who was director of the Gaotai Education Bureau until March 2021 and is now deputy magistrate, agreed.": {
        "Ma Rui": {("deputy magistrate", None), ("director", "Gaotai Education Bureau")}
    },
    "Ma Rui, head of Linhe School until 2020 and now an inspector with the Gaotai Education Bureau, agreed.": {
        "Ma Rui": {("head", "Linhe School"), ("inspector", "Gaotai Education Bureau")}
    },
    "Ma Rui, director of the bureau since 2018 and chair of the council, agreed.": {
        "Ma Rui": {("chair", "the council"), ("director", "the bureau")}
    },
    "Ma Rui, director of the bureau until 2018, and Wu Lan, director since then, agreed.": {
        "Ma Rui": {("director", "the bureau")},
        "Wu Lan": {("director", None)},
    },
}


@pytest.mark.parametrize(("text", "people"), WAYS.items(), ids=WAYS)
def test_people_of_a_text(text: str, people: dict[str, set[Post]]) -> None:
    assert build.officials(build.prose(text)) == people
