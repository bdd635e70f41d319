"""What has the shape of a Han name, and what only looks like one."""

from __future__ import annotations

import pytest

from extractors.names.people import han_name

NAMES = {
    "Ye Gankui": 2,
    "Lyu Tao": 2,
    "Ouyang Li": 2,
    "Zhuge Mingde": 2,
    "Wang Xi'an": 2,
    "Li Jun-wei": 2,
    "Li Xiao Ming": 3,
    "Chan Wai-man": 2,
    "Tsang Yuk-lin": 2,
    "Tsai Chia-hsiung": 2,
    "Lin Chia-hao": 2,
    "Hui Tsz-ching": 2,
    "So Wai-lun": 2,
    "Lim Wei-ling": 2,
    "He Ying": 2,
    "Shan Ronghua": 2,
    "Lü Ai’e": 2,
    "Lv Nvwa": 2,
    "Zongzheng Wei": 2,
    "Dugu Lan": 2,
    "QIN Ye": 2,
    "Qin YE": 2,
    "Ye Gankui Said": 2,
}
OTHERS = ["", "Li", "li jun", "Li jun", "John Smith", "Li Smith", "Li Primary School", "Dahe City", "Linxi County"]
OTHERS += [
    "A Li",
    "Me Li",
    "On Tsing-yi",
    "Book Co-op",
    "Park Pre-school",
    "Wang Bxi",
    "Wang Ng",
    "Li Xiao-ming-de-hua",
]
OTHERS += ["Chan Waiman", "Chan Wai Man", "Donglin Primary"]


@pytest.mark.parametrize(("words", "length"), NAMES.items(), ids=NAMES)
def test_a_han_name(words: str, length: int) -> None:
    assert han_name(words.split()) == length


@pytest.mark.parametrize("words", OTHERS, ids=lambda words: words or "nothing")
def test_no_han_name(words: str) -> None:
    assert han_name(words.split()) == 0
