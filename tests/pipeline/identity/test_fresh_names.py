"""Names in two languages of many places and peoples, and some that only look as if they were one.

They were written before they were measured. At first sight 25 of the 30 pairs were told to be one, and none of the 15
traps; then the rules were mended on what was missed, so that what is held here says less than that.
"""

from __future__ import annotations

import pytest

from pipeline.identity.names import alike
from pipeline.identity.pairing import SURE
from pipeline.identity.people import person

SCHOOLS = [
    ("柳州市鱼峰区箭盘路小学", "Jianpan Road Primary School, Yufeng District, Liuzhou"),
    ("赤峰市第九中学教育集团", "Chifeng No. 9 Middle School Education Group"),
    ("长治市潞州区建设东路小学", "Jianshe East Road Primary School, Luzhou District"),
    ("吕梁市离石区凤凰小学", "Fenghuang Primary School, Lishi District, Lvliang"),
    ("自贡市蜀光中学", "Zigong Shuguang High School"),
    ("遵义市红花岗区文化小学", "Wenhua Primary School in Honghuagang District of Zunyi"),
    ("三亚市天涯区金鸡岭小学", "Jinjiling Primary School, Tianya District, Sanya"),
    ("鞍山市铁东区风光小学教育集团", "Fengguang Primary School Education Group"),
    ("酒泉市肃州区第六幼儿园", "No. 6 Kindergarten of Suzhou District, Jiuquan"),
    ("荃灣官立中學", "Tsuen Wan Government Secondary School"),
    ("佛教沈香林紀念中學", "Buddhist Sum Heung Lam Memorial College"),
    ("澳門聖若瑟中學", "St Joseph Secondary School of Macao"),
    ("屯門天主教中學", "Tuen Mun Catholic Secondary School"),
    ("和田市阳光小学", "Hotan Sunshine Primary School"),
    ("喀什市第十八中学", "Kashgar No. 18 Middle School"),
    ("安庆市人民路小学龙狮桥校区", "Longshiqiao Campus of Renmin Road Primary School, Anqing"),
]
PEOPLE = [
    ("陳國基", "Chan Kwok-ki"),
    ("楊潤雄", "Kevin Yeung Yun-hung"),
    ("何永賢", "Winnie Ho Wing-yin"),
    ("吳敏芝", "Ng Man-chi"),
    ("鄧小燕", "Tang Siu-yin"),
    ("蔡清華", "Tsai Ching-hwa"),
    ("潘文忠", "Pan Wen-chung"),
    ("洛桑江村", "Lobsang Gyaltsen"),
    ("索朗扎西", "Sonam Tashi"),
    ("艾尔肯·吐尔逊", "Erkin Tursun"),
    ("阿迪力·肉孜", "Adil Rozi"),
    ("玛依拉·阿不都热合曼", "Mahire Abdurahman"),
    ("乌兰图雅", "Ulaantuya"),
    ("欧阳慧敏", "Ouyang Huimin"),
]
TRAPS = [
    (alike, "柳州市箭盘路小学", "Liuzhou Jianpan Kindergarten"),
    (alike, "赤峰市第九中学", "Chifeng No. 19 Middle School"),
    (alike, "建设东路小学", "Jianshe West Road Primary School"),
    (alike, "凤凰小学", "Longfeng Primary School"),
    (alike, "自贡市蜀光中学", "Zigong Shuguang College"),
    (alike, "荃灣官立中學", "Tuen Mun Government Secondary School"),
    (alike, "聖約翰小學", "St Joseph Primary School"),
    (alike, "喀什市第十八中学", "Kashgar No. 8 Middle School"),
    (alike, "和田市阳光小学", "Hotan Moonlight Primary School"),
    (person, "陳國基", "Chan Kwok-keung"),
    (person, "何永賢", "Ho Wing-kin"),
    (person, "潘文忠", "Pan Wen-hua"),
    (person, "洛桑江村", "Lobsang Tashi"),
    (person, "艾尔肯·吐尔逊", "Erkin Kurban"),
    (person, "李伟", "Lee Wei-ming"),
]


def told() -> list[bool]:
    return [alike(*pair) >= SURE for pair in SCHOOLS] + [person(*pair) >= SURE for pair in PEOPLE]


def test_most_pairs_are_told_to_be_one() -> None:
    pairs = [*SCHOOLS, *PEOPLE]
    missed = [pair for pair, one in zip(pairs, told(), strict=True) if not one]
    assert len(missed) <= 2, missed


@pytest.mark.parametrize(("likeness", "first", "second"), TRAPS)
def test_no_trap_is(likeness: type[object], first: str, second: str) -> None:
    assert likeness(first, second) < SURE  # type: ignore[call-arg,operator]
