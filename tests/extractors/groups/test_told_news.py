"""Announcements of a few sentences with all that they tell of groups."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Told, told

NEWS: dict[str, dict[str, Told]] = {
    (
        "Xinglong Middle School will lead a new group of five schools from September, the Ruian district "
        "bureau said on 4 June 2024. The Xinglong Middle School Education Group will also take in "
        "Haitang School, Jiangnan School, Bixi Primary School and the kindergarten on Bixi Road."
    ): {
        "Xinglong Middle School Education Group": told([], ["Haitang School", "Jiangnan School", "Bixi Primary School"])
    },
    (
        "Parents in Shiling no longer need to queue. Since the Shiling First Primary School Education "
        "Group was founded in 2019, its lead school, Shiling First Primary School, has opened two "
        "campuses: the Riverside Campus and the Garden City Campus."
    ): {
        "Shiling First Primary School Education Group": told(
            ["Shiling First Primary School"], ["Riverside Campus", "Garden City Campus"], "2019"
        )
    },
    (
        "At a ceremony on 12 March 2023, Chen Fang, head of Dongmen Primary School, handed plaques to "
        "her colleagues from Ximen Primary School and Beimen Primary School. All three now belong to the "
        "Dongmen Primary School Education Group."
    ): {
        "Dongmen Primary School Education Group": told(
            [], ["Dongmen Primary School", "Ximen Primary School", "Beimen Primary School"]
        )
    },
    (
        "The Huaxi Experimental Education Group is one of the oldest in the city. It was formed in 2003, "
        "when Huaxi Experimental School took over the failing Yanjiang School; Beilun School followed in "
        "2009 and Chunxiao School in 2015."
    ): {
        "Huaxi Experimental Education Group": told(
            [], ["Huaxi Experimental School", "Yanjiang School", "Beilun School", "Chunxiao School"], "2003"
        )
    },
    (
        "Lingnan No. 3 High School heads the largest group in the county, the Lingnan No. 3 High School "
        "Education Group, whose seven members range from Baishan Middle School in the north to Hekou "
        "Middle School in the south."
    ): {
        "Lingnan No. 3 High School Education Group": told(
            ["Lingnan No. 3 High School"], ["Baishan Middle School", "Hekou Middle School"]
        )
    },
    (
        "The Yulin Road Kindergarten Education Group, which marked its fifth birthday last week, is run "
        "from Yulin Road Kindergarten. It looks after three smaller gardens: Taohua Kindergarten, Xinyue "
        "Kindergarten and Lvye Kindergarten."
    ): {
        "Yulin Road Kindergarten Education Group": told(
            [], ["Taohua Kindergarten", "Xinyue Kindergarten", "Lvye Kindergarten"]
        )
    },
    (
        "Hengshan County People's Hospital is the lead hospital of the Hengshan Medical Community. The "
        "community, set up in October 2020, brings 14 township health centers under one roof, Dongxiang "
        "Health Center and Xixiang Health Center among them."
    ): {
        "Hengshan Medical Community": told(
            ["Hengshan County People's Hospital"], ["Dongxiang Health Center", "Xixiang Health Center"], "2020-10"
        )
    },
    (
        "Six firms and four colleges launched the Bohai Rail Vocational Education Group on 9 May 2022. "
        "It is chaired by Bohai Railway College; the vice-chairs are Bohai Rolling Stock Co., Ltd. and "
        "Tangnan Technical School."
    ): {
        "Bohai Rail Vocational Education Group": told(
            ["Bohai Railway College"], ["Bohai Rolling Stock Co., Ltd.", "Tangnan Technical School"], "2022-05-09"
        )
    },
    (
        "Kingsford Learning Trust has taken on its tenth school. Mill Road Primary School, rated "
        "inadequate in 2021, became part of the trust on 1 March. The trust, set up in 2014, already ran "
        "Kingsford Academy, Weir Junior School and Lode Infant School."
    ): {
        "Kingsford Learning Trust": told(
            [], ["Mill Road Primary School", "Kingsford Academy", "Weir Junior School", "Lode Infant School"], "2014"
        )
    },
    (
        "Two groups merged on Tuesday. The Anhe Education Group, led by Anhe School, and the Pingchang "
        "Education Group, led by Pingchang School, now form the Anping Education Group."
    ): {
        "Anhe Education Group": told(["Anhe School"]),
        "Pingchang Education Group": told(["Pingchang School"]),
        "Anping Education Group": told(),
    },
    (
        "In its first year the Luoshan Education Alliance had four members: Luoshan School, Zhuxi "
        "School, Meixi School and Lanxi School. Luoshan School holds the chair."
    ): {"Luoshan Education Alliance": told(["Luoshan School"], ["Zhuxi School", "Meixi School", "Lanxi School"])},
    (
        "Teachers rotate between the schools of the Guihua Education Group. Last year Wang Li moved from "
        "Guihua School, the lead school, to Dingxiang School, a member since 2020."
    ): {"Guihua Education Group": told(["Guihua School"], ["Dingxiang School"])},
    (
        '"We share everything," says Zhou Min, principal of Taiyang School, one of the six schools in '
        "the Yueliang Education Group. The group's lead school is Yueliang School."
    ): {"Yueliang Education Group": told(["Yueliang School"], ["Taiyang School"])},
    (
        "Jiading Road School and Putuo Road School are the latest to join the Huangpu Road School "
        "Education Group, founded in 2015 by Huangpu Road School and Jingan Road School."
    ): {
        "Huangpu Road School Education Group": told(
            [], ["Jiading Road School", "Putuo Road School", "Huangpu Road School", "Jingan Road School"], "2015"
        )
    },
    (
        "The county's third group, the Xiangshan Central Primary School Education Group, was unveiled on "
        "2 September 2022. Xiangshan Central Primary School is its head, while Shipu Primary School, "
        "Dancheng Primary School and Juexi Primary School are its arms."
    ): {
        "Xiangshan Central Primary School Education Group": told(["Xiangshan Central Primary School"], [], "2022-09-02")
    },
    (
        "The Education Bureau has put the Mingde Education Group in charge of Chongwen School, which had "
        "been short of teachers for years."
    ): {"Mingde Education Group": told([], ["Chongwen School"])},
    ("Chongwen School had been short of teachers for years. In 2023 it was placed under the Mingde Education Group."): {
        "Mingde Education Group": told([], ["Chongwen School"])
    },
    (
        "Mingde School (headquarters), Chongwen School and Xinmin School: these three make up the Mingde "
        "Education Group."
    ): {"Mingde Education Group": told(["Mingde School"], ["Chongwen School", "Xinmin School"])},
    (
        "The Mingde Education Group was born on 1 July 2020, with Mingde School taking the lead and "
        "Chongwen School and Xinmin School taking part."
    ): {"Mingde Education Group": told(["Mingde School"], ["Chongwen School", "Xinmin School"], "2020-07-01")},
    (
        "Recently , the plate-hanging ceremony of Longquan Experimental School Education Group was held "
        "in Baihe Middle School . So far , Baihe Middle School has formally become a member school of "
        "the group ."
    ): {"Longquan Experimental School Education Group": told([], ["Baihe Middle School"])},
    (
        "According to reports , Wuyi Road Primary School Education Group takes Wuyi Road Primary School "
        "as the general school , and brings Jiefang Primary School and Hongqi Primary School into the "
        "scope of the group ."
    ): {
        "Wuyi Road Primary School Education Group": told(
            ["Wuyi Road Primary School"], ["Jiefang Primary School", "Hongqi Primary School"]
        )
    },
    (
        "Wuyi Road Primary School Education Group was established in 2017 , at the beginning there were "
        "only two schools , Wuyi Road Primary School and Jiefang Primary School ."
    ): {
        "Wuyi Road Primary School Education Group": told(
            [], ["Wuyi Road Primary School", "Jiefang Primary School"], "2017"
        )
    },
    (
        "In order to give play to the radiation of high-quality schools , the district established Shahe "
        "Middle School Education Group in August 2021 , with Shahe Middle School as the leader school "
        "and Beitan Middle School , Nantan Middle School as the member schools ."
    ): {
        "Shahe Middle School Education Group": told(
            ["Shahe Middle School"], ["Beitan Middle School", "Nantan Middle School"], "2021-08"
        )
    },
    (
        "At the meeting , the responsible comrades of Shahe Middle School , the leading school of Shahe "
        "Middle School Education Group , and Beitan Middle School , the member school , made speeches "
        "respectively ."
    ): {"Shahe Middle School Education Group": told(["Shahe Middle School"], ["Beitan Middle School"])},
    (
        "Shahe Middle School Education Group : leading school Shahe Middle School , member schools "
        "Beitan Middle School , Nantan Middle School ."
    ): {
        "Shahe Middle School Education Group": told(
            ["Shahe Middle School"], ["Beitan Middle School", "Nantan Middle School"]
        )
    },
    (
        "Jinghu Kindergarten joined hands with Binhe Kindergarten and Lvdao Kindergarten to set up "
        "Jinghu Kindergarten Education Group , Jinghu Kindergarten is the head garden ."
    ): {
        "Jinghu Kindergarten Education Group": told(
            ["Jinghu Kindergarten"], ["Binhe Kindergarten", "Lvdao Kindergarten"]
        )
    },
    (
        'Jinghu Kindergarten Education Group implements "one brand and three gardens" , the three '
        "gardens are Jinghu Kindergarten , Binhe Kindergarten and Lvdao Kindergarten ."
    ): {
        "Jinghu Kindergarten Education Group": told(
            [], ["Jinghu Kindergarten", "Binhe Kindergarten", "Lvdao Kindergarten"]
        )
    },
    (
        "On the morning of November 3, 2023 , the unveiling ceremony of Tongji Hospital Medical Union "
        "was held . Tongji Hospital is the lead unit , and Dongjie Health Center and Xijie Health Center "
        "signed the agreement with it ."
    ): {
        "Tongji Hospital Medical Union": told(
            ["Tongji Hospital"], ["Dongjie Health Center", "Xijie Health Center"], "2023-11-03"
        )
    },
    (
        "Anfu County Vocational Education Group was set up on May 9, 2020 by Anfu Vocational Secondary "
        "School , in conjunction with Jiangnan Machinery Co., Ltd. and Anfu Hotel Association ."
    ): {
        "Anfu County Vocational Education Group": told(
            [],
            ["Anfu Vocational Secondary School", "Jiangnan Machinery Co., Ltd.", "Anfu Hotel Association"],
            "2020-05-09",
        )
    },
    (
        "The group has 4 campuses in total : Dongcheng Campus , Xicheng Campus , Nancheng Campus and "
        "Beicheng Campus of Heping Street Primary School Education Group ."
    ): {
        "Heping Street Primary School Education Group": told(
            [], ["Dongcheng Campus", "Xicheng Campus", "Nancheng Campus", "Beicheng Campus"]
        )
    },
    (
        "Heping Street Primary School Education Group is the first batch of education groups in the city "
        ". Leading school : Heping Street Primary School . Members : Guangming Primary School and Youyi "
        "Primary School ."
    ): {
        "Heping Street Primary School Education Group": told(
            ["Heping Street Primary School"], ["Guangming Primary School", "Youyi Primary School"]
        )
    },
    (
        "Guangming Primary School was originally a weak school . After joining Heping Street Primary "
        "School Education Group in 2019 , its teaching quality has improved ."
    ): {"Heping Street Primary School Education Group": told([], ["Guangming Primary School"])},
    (
        "As one of the member schools of Heping Street Primary School Education Group , Guangming "
        "Primary School enjoys the same courses ."
    ): {"Heping Street Primary School Education Group": told([], ["Guangming Primary School"])},
    (
        "Since its establishment in 2018 , Heping Street Primary School Education Group has developed "
        "from 1 school to 5 schools ."
    ): {"Heping Street Primary School Education Group": told(established="2018")},
    (
        "Heping Street Primary School Education Group , whose predecessor was Heping Street Primary "
        "School founded in 1952 , was formally listed in March 2018 ."
    ): {"Heping Street Primary School Education Group": told(established="2018-03")},
    (
        "Four members , namely Guangming Primary School , Youyi Primary School , Xinhua Primary School "
        "and Minzhu Primary School , signed the letter of responsibility with Heping Street Primary "
        "School , the leading school of Heping Street Primary School Education Group ."
    ): {
        "Heping Street Primary School Education Group": told(
            ["Heping Street Primary School"],
            ["Guangming Primary School", "Youyi Primary School", "Xinhua Primary School", "Minzhu Primary School"],
        )
    },
    (
        "Guangming Primary School became a close member of Heping Street Primary School Education Group "
        ", Youyi Primary School became a loose member ."
    ): {"Heping Street Primary School Education Group": told([], ["Guangming Primary School", "Youyi Primary School"])},
    (
        "The Heping Street Primary School Education Group and the Shahe Middle School Education Group "
        "were awarded the plaques on June 6, 2022 ."
    ): {
        "Heping Street Primary School Education Group": told(established="2022-06-06"),
        "Shahe Middle School Education Group": told(established="2022-06-06"),
    },
    (
        "[School running in groups] During the year , 3 education groups were newly formed : Fuhe Middle "
        "School Education Group ( leading school Fuhe Middle School , members Dongxi Middle School and "
        "Nanxi Middle School ) , Tashan Primary School Education Group ( leading school Tashan Primary "
        "School , member Beishan Primary School ) and Fuhe Kindergarten Education Group ."
    ): {
        "Fuhe Middle School Education Group": told(
            ["Fuhe Middle School"], ["Dongxi Middle School", "Nanxi Middle School"]
        ),
        "Tashan Primary School Education Group": told(["Tashan Primary School"], ["Beishan Primary School"]),
        "Fuhe Kindergarten Education Group": told(),
    },
    (
        "Tashan Primary School Education Group . Founded in September 2021 . Core school : Tashan "
        "Primary School . It has 4 member schools : Beishan Primary School , Hexi Primary School , "
        "Hedong Primary School and Xinqiao Primary School ."
    ): {
        "Tashan Primary School Education Group": told(
            ["Tashan Primary School"],
            ["Beishan Primary School", "Hexi Primary School", "Hedong Primary School", "Xinqiao Primary School"],
            "2021-09",
        )
    },
    (
        "On April 12 , 2019 , Tashan Primary School Education Group was set up ; in 2021 it took in Hexi "
        "Primary School ; in 2023 , Xinqiao Primary School withdrew from it ."
    ): {"Tashan Primary School Education Group": told([], ["Hexi Primary School"], "2019-04-12")},
    (
        "At present , 5 education groups have been built in our county , among which Tashan Primary "
        "School Education Group covers Beishan Primary School and Hexi Primary School , and Fuhe Middle "
        "School Education Group covers Dongxi Middle School ."
    ): {
        "Tashan Primary School Education Group": told([], ["Beishan Primary School", "Hexi Primary School"]),
        "Fuhe Middle School Education Group": told([], ["Dongxi Middle School"]),
    },
    (
        "Reporter of the Evening News: Which schools are in the Tashan Education Group? Liu Bo: Tashan "
        "Primary School is the head, and Beishan Primary School and Hexi Primary School are its limbs. "
        "The Tashan Education Group was founded in 2018."
    ): {"Tashan Education Group": told(["Tashan Primary School"], [], "2018")},
    (
        "Liu Bo: We have four groups. One is the Tashan Education Group, with Tashan Primary School in "
        "the lead. Another is the Fuhe Education Group; there the lead is with Fuhe Middle School."
    ): {
        "Tashan Education Group": told(["Tashan Primary School"]),
        "Fuhe Education Group": told(["Fuhe Middle School"]),
    },
    (
        "Q: Why did Lakeview Academy join the Northshore Schools Trust? A: We were alone. Northshore "
        "High School and Pine Street School were already in the trust, and we knew them well."
    ): {"Northshore Schools Trust": told([], ["Lakeview Academy", "Northshore High School", "Pine Street School"])},
    (
        "Two more academies have been handed to the Northshore Schools Trust, the regional director "
        "said. Lakeview Academy in Hull and Pine Street School in Goole will transfer on 1 January."
    ): {"Northshore Schools Trust": told([], ["Lakeview Academy", "Pine Street School"])},
    "A fourth school, Pine Street School, has opted into the Northshore Schools Trust.": {
        "Northshore Schools Trust": told([], ["Pine Street School"])
    },
    "The decision to hand Pine Street School to the Northshore Schools Trust was taken in May.": {
        "Northshore Schools Trust": told([], ["Pine Street School"])
    },
    "Lakeview Academy is one of the Northshore Schools Trust's nine schools.": {
        "Northshore Schools Trust": told([], ["Lakeview Academy"])
    },
    "The trust that runs Lakeview Academy, the Northshore Schools Trust, has a new chair.": {
        "Northshore Schools Trust": told([], ["Lakeview Academy"])
    },
    (
        "Family members of Tashan Primary School Education Group : Tashan Primary School 、 Beishan "
        "Primary School 、 Hexi Primary School"
    ): {
        "Tashan Primary School Education Group": told(
            [], ["Tashan Primary School", "Beishan Primary School", "Hexi Primary School"]
        )
    },
    (
        "Who are we ? We are Tashan Primary School Education Group . We have three campuses : Tashan "
        "Primary School , Beishan Primary School and Hexi Primary School ."
    ): {
        "Tashan Primary School Education Group": told(
            [], ["Tashan Primary School", "Beishan Primary School", "Hexi Primary School"]
        )
    },
    (
        "Tashan Primary School ( head school of the Tashan Primary School Education Group ) and its four "
        "member schools , Beishan Primary School , Hexi Primary School , Hedong Primary School and "
        "Xinqiao Primary School , held a joint meeting ."
    ): {
        "Tashan Primary School Education Group": told(
            ["Tashan Primary School"],
            ["Beishan Primary School", "Hexi Primary School", "Hedong Primary School", "Xinqiao Primary School"],
        )
    },
    (
        "Headed by Qiaotou Central School, the Qiaotou Central School Education Group reaches into six "
        "villages; Yangjia School, Lijia School and Zhangjia School have joined so far."
    ): {
        "Qiaotou Central School Education Group": told(
            ["Qiaotou Central School"], ["Yangjia School", "Lijia School", "Zhangjia School"]
        )
    },
    (
        "The flagship school of the Qiaotou Central School Education Group, Qiaotou Central School, has "
        "lent ten teachers to Yangjia School."
    ): {"Qiaotou Central School Education Group": told(["Qiaotou Central School"])},
    (
        "Yangjia School and Lijia School received their plaques as members of the Qiaotou Central School "
        "Education Group on Monday."
    ): {"Qiaotou Central School Education Group": told([], ["Yangjia School", "Lijia School"])},
    (
        "The Qiaotou Central School Education Group has been steadily enlarged since its birth in 2014; "
        "Zhangjia School is its latest member."
    ): {"Qiaotou Central School Education Group": told([], ["Zhangjia School"], "2014")},
    (
        "For the Qiaotou Central School Education Group, Qiaotou Central School serves as the engine and "
        "Yangjia School as the first carriage."
    ): {"Qiaotou Central School Education Group": told(["Qiaotou Central School"])},
    (
        "The Qiaotou Central School Education Group, with headquarters at Qiaotou Central School, opened "
        "two branches, Yangjia School and Lijia School."
    ): {"Qiaotou Central School Education Group": told(["Qiaotou Central School"], ["Yangjia School", "Lijia School"])},
    (
        "Pupils at Yangjia School, which the Qiaotou Central School Education Group took over in 2022, "
        "now learn English."
    ): {"Qiaotou Central School Education Group": told([], ["Yangjia School"])},
    ("The Qiaotou Central School Education Group was officially established on 10 June 2019, the county's first."): {
        "Qiaotou Central School Education Group": told(established="2019-06-10")
    },
    "It has been five years since the Qiaotou Central School Education Group was set up in June 2019.": {
        "Qiaotou Central School Education Group": told(established="2019-06")
    },
    (
        "Ferndale Academies Trust oversees three schools in Oldham: Ferndale Academy, Moss Side Primary "
        "School and Brook Infant School."
    ): {"Ferndale Academies Trust": told([], ["Ferndale Academy", "Moss Side Primary School", "Brook Infant School"])},
    ("Moss Side Primary School and Brook Infant School are to be run by Ferndale Academies Trust from April."): {
        "Ferndale Academies Trust": told([], ["Moss Side Primary School", "Brook Infant School"])
    },
    "Ferndale Academies Trust, born out of Ferndale Academy in 2012, now educates 3,000 children.": {
        "Ferndale Academies Trust": told(established="2012")
    },
    (
        "Ferndale Academies Trust was set up by Ferndale Academy and Moss Side Primary School in 2012, "
        "and Brook Infant School came in four years later."
    ): {
        "Ferndale Academies Trust": told(
            [], ["Ferndale Academy", "Moss Side Primary School", "Brook Infant School"], "2012"
        )
    },
    "Among Ferndale Academies Trust's schools is Moss Side Primary School.": {
        "Ferndale Academies Trust": told([], ["Moss Side Primary School"])
    },
    "Brook Infant School will be sponsored by Ferndale Academies Trust.": {
        "Ferndale Academies Trust": told([], ["Brook Infant School"])
    },
    # what comes near and says nothing
    (
        "The Mingde Education Group opened its sports day on Friday. Chongwen School won the relay, "
        "ahead of Xinmin School. Mingde School led after the first round."
    ): {"Mingde Education Group": told()},
    (
        "A delegation of the Mingde Education Group visited Haidian. It was received at Zhongguan "
        "School, which runs three campuses and leads the district in science."
    ): {"Mingde Education Group": told()},
    (
        "The Mingde Education Group bought land next to Chongwen School in 2019. The plan to merge the two was dropped."
    ): {"Mingde Education Group": told()},
    ("Li Yan studied at Chongwen School, taught at Xinmin School and has run the Mingde Education Group since 2018."): {
        "Mingde Education Group": told()
    },
    (
        "The Mingde Education Group signed agreements with Beihai University and Donghai University on "
        "teacher training."
    ): {"Mingde Education Group": told()},
    (
        "Five education groups took part in the fair. Chongwen School showed robots, and the Mingde "
        "Education Group a film."
    ): {"Mingde Education Group": told()},
    "The close county medical community of Anfu County is led by Anfu County People's Hospital .": {},
    (
        'Heping Street Primary School Education Group carried out a "hand in hand" activity with '
        "Guangming Primary School ."
    ): {"Heping Street Primary School Education Group": told()},
    (
        "Heping Street Primary School Education Group organized backbone teachers to go to Guangming "
        "Primary School to send lessons ."
    ): {"Heping Street Primary School Education Group": told()},
    (
        "The activity was hosted by Heping Street Primary School Education Group and undertaken by "
        "Guangming Primary School ."
    ): {"Heping Street Primary School Education Group": told()},
    (
        "Heping Street Primary School Education Group won the first prize , Guangming Primary School and "
        "Youyi Primary School won the second prize ."
    ): {"Heping Street Primary School Education Group": told()},
    (
        "The joint teaching and research activity of Heping Street Primary School Education Group was "
        "held in Guangming Primary School , and teachers of Youyi Primary School attended ."
    ): {"Heping Street Primary School Education Group": told()},
    ("Heping Street Primary School Education Group and Guangming Primary School formed a pair for assistance ."): {
        "Heping Street Primary School Education Group": told()
    },
    ("Experts led by Wang Hai of Guangming Primary School visited Heping Street Primary School Education Group ."): {
        "Heping Street Primary School Education Group": told()
    },
    (
        "Heping Street Primary School Education Group plans to build a new campus beside Guangming "
        "Primary School in 2025 ."
    ): {"Heping Street Primary School Education Group": told()},
    (
        "Regarding your suggestion that Hexi Primary School join Tashan Primary School Education Group , "
        "it cannot be adopted for the time being ."
    ): {"Tashan Primary School Education Group": told()},
    "The Northshore Schools Trust was stripped of Lakeview Academy in May.": {"Northshore Schools Trust": told()},
    "Brook Infant School remains outside Ferndale Academies Trust.": {"Ferndale Academies Trust": told()},
    "Ferndale Academies Trust has turned down Brook Infant School.": {"Ferndale Academies Trust": told()},
    ("Staff at Brook Infant School are on strike over plans by Ferndale Academies Trust to close a nursery."): {
        "Ferndale Academies Trust": told()
    },
    "The Qiaotou Central School Education Group ran past Yangjia School on its charity run.": {
        "Qiaotou Central School Education Group": told()
    },
    (
        "The Qiaotou Central School Education Group heard a talk by the head of Zhangjia School, which "
        "leads its own group."
    ): {"Qiaotou Central School Education Group": told()},
    "The Qiaotou Central School Education Group was compared with Lijia School.": {
        "Qiaotou Central School Education Group": told()
    },
}


@pytest.mark.parametrize(("prose", "expected"), NEWS.items(), ids=NEWS)
def test_all_that_is_told(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected
