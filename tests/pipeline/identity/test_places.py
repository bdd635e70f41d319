"""Where things lie: said by a name or a document, never guessed from a name that several places share."""

from __future__ import annotations

import pytest

from pipeline.identity.bodies import body
from pipeline.identity.mentions import locals_of
from pipeline.identity.places import named, settled
from tests.pipeline import build


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("浙江省宁波市鄞州区", "330212"),
        ("宁波市第四中学", "330200"),
        ("长春市朝阳区实验小学", "220104"),
        ("Jianhu Primary School, Keqiao District, Shaoxing City", "330603"),
        ("Ningbo No. 4 Middle School", "330200"),
        ("吉林省吉林市第一中学", "220200"),
        ("上海市嘉定区", "310114"),
        ("臺灣", "710000"),
        ("朝阳区实验小学", None),
        ("朝阳小学", None),
        ("鼓楼区第一幼儿园", None),
        ("Chaoyang District Experimental School", None),
        ("南京路小学", None),
        ("上海大道幼儿园", None),
        ("北京师范大学附属学校", None),
        ("Beijing Normal University Primary School", None),
        ("Nanjing Road Primary School", None),
        ("太湖南岸学校", None),
        ("Guilin Bridge Kindergarten", None),
        ("Nanyang Primary School, Nanyang Township", None),
        ("九龙岭小学", None),
    ],
)
def test_what_a_name_says_of_its_place(text: str, code: str | None) -> None:
    found = settled(named(text))
    assert (found.code if found else None) == code


def test_the_title_says_first_where_a_document_is_at_home() -> None:
    """Not now the title and now the publisher: a second run says the same."""
    document = build.document(text="鉴湖集团")
    headed = document.model_copy(update={"title": "宁波市通知", "publisher": "宁波市教育局"})
    [local] = locals_of(headed, [build.group(document, "鉴湖集团")])
    assert local.where is not None
    assert local.where.quote == "宁波市通知"


def whereabouts(text: str, *groups: str, title: str | None = None) -> dict[str, tuple[str, str] | None]:
    document = build.document(text=text)
    document = document.model_copy(update={"title": title})
    found = locals_of(document, [build.group(document, group) for group in groups])
    return {local.name: (local.where.division.code, local.where.basis) if local.where else None for local in found}


@pytest.mark.parametrize(
    ("title", "groups", "expected"),
    [
        ("宁波市教育局通知", ("鉴湖小学教育集团",), {"鉴湖小学教育集团": ("330200", "document")}),
        (
            "通知",
            ("宁波市第四中学集团", "鉴湖集团"),
            {"宁波市第四中学集团": ("330200", "name"), "鉴湖集团": ("330200", "document")},
        ),
        ("通知", ("鉴湖小学教育集团",), {"鉴湖小学教育集团": None}),
        ("宁波市与温州市签约", ("鉴湖小学教育集团",), {"鉴湖小学教育集团": None}),
        ("浙江省宁波市通知", ("朝阳小学教育集团",), {"朝阳小学教育集团": None}),
        ("长春市通知", ("朝阳区小学教育集团",), {"朝阳区小学教育集团": ("220104", "name")}),
        ("宁波市通知", ("温州第二中学集团",), {"温州第二中学集团": None}),
        ("通知", ("温州第二中学集团",), {"温州第二中学集团": None}),
        ("温州通知", ("温州第二中学集团",), {"温州第二中学集团": ("330300", "name")}),
    ],
)
def test_what_a_document_says_of_places(
    title: str, groups: tuple[str, ...], expected: dict[str, tuple[str, str] | None]
) -> None:
    assert whereabouts("\n".join(groups), *groups, title=title) == expected


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("浙江省宁波市教育局", "市教育局", True),
        ("宁波市教育局", "宁波教育局", True),
        ("宁波市教育体育局", "市教体局", True),
        ("中共宁波市委组织部", "市委组织部", True),
        ("宁波市鄞州区教育局", "区教育局", True),
        ("市教育局", "区教育局", False),
        ("鄞州教育局", "宁波教育局", False),
        ("Ningbo Municipal Education Bureau", "Education Bureau of Ningbo City", True),
        ("Ningbo Education Bureau", "Municipal Education Bureau", True),
        ("Yinzhou District Education Bureau", "District Education Bureau", True),
        ("Ningbo Education Bureau", "Ningbo Finance Bureau", False),
        ("Municipal Education Bureau", "District Education Bureau", False),
    ],
)
def test_offices_are_compared_without_their_places(first: str, second: str, same: bool) -> None:
    assert (body(first) == body(second)) == same
