"""Which things of several documents become one entity, and which never do."""

from __future__ import annotations

import pytest

from pipeline.identity.judging import Judgement
from pipeline.identity.mentions import Local
from tests.pipeline.identity.resolving import HAISHU, NINGBO, WENZHOU, YINZHOU, ZHEJIANG, resolved, said, thing


def entities(*found: Local, judged: tuple[Judgement, ...] = ()) -> list[set[str]]:
    """The names of each entity."""
    return [set(each.names) for each in resolved(found, judged)]


ONE: list[tuple[Local, Local]] = [
    (thing("宁波市第四中学"), thing("宁波四中")),
    (thing("宁波市第四中学"), thing("第四中学", document="d-2")),
    (thing("宁波市第四中学"), thing("Ningbo No. 4 Middle School")),
    (thing("鉴湖小学"), thing("鑑湖小學")),
    (thing("Jian Hu Primary School"), thing("Jianhu Primary School")),
    (thing("鉴湖小学", YINZHOU), thing("鉴湖小学", NINGBO)),
    (thing("东钱湖未来学校", ZHEJIANG), thing("东钱湖未来学校", NINGBO)),
    (thing("实验小学", YINZHOU), thing("鄞州区实验小学", YINZHOU)),
    (thing("宁波市实验小学"), thing("宁波市实验小学", document="d-2")),
    (thing("宁波市第四中学教育集团", kind="group"), thing("宁波四中教育集团", kind="group")),
    (thing("市教育局", kind="body"), thing("宁波市教育局", kind="body")),
    (thing("Ningbo Education Bureau", kind="body"), thing("Education Bureau of Ningbo City", kind="body")),
    (
        thing("王伟", kind="person", beside=("校长", "宁波市第四中学")),
        thing("Wang Wei", None, kind="person", beside=("principal", "Ningbo No. 4 Middle School")),
    ),
    (thing("王伟", kind="person", beside=("副市长",)), thing("王伟", kind="person", beside=("副市长", "宁波市"))),
]
TWO: list[tuple[Local, Local]] = [
    (thing("宁波市第二中学"), thing("宁波市第十二中学")),
    (thing("No. 2 Middle School"), thing("No. 12 Middle School")),
    (thing("鉴湖幼儿园"), thing("鉴湖小学")),
    (thing("鉴湖小学"), thing("鉴湖中学")),
    (thing("鉴湖中学"), thing("鉴湖高级中学")),
    (thing("Jianhu Middle School"), thing("Jianhu Senior Middle School")),
    (thing("鉴湖小学金山路校区"), thing("城东小学金山路校区")),
    (thing("鉴湖小学金山路校区"), thing("鉴湖小学")),
    (thing("鉴湖小学"), thing("鉴湖小学教育集团")),
    (thing("鉴湖小学"), thing("鉴湖小学", WENZHOU)),
    (thing("鉴湖小学", YINZHOU), thing("鉴湖小学", HAISHU)),
    (thing("鉴湖小学", None), thing("鉴湖小学", None, document="d-2")),
    (thing("育才小学", ZHEJIANG), thing("育才小学", ZHEJIANG, document="d-2")),
    (thing("实验小学", NINGBO), thing("实验小学", NINGBO, document="d-2")),
    (thing("实验小学", NINGBO), thing("第一实验小学", NINGBO)),
    (thing("集团", kind="group"), thing("集团", kind="group", document="d-2")),
    (thing("the group", kind="group"), thing("The Group", kind="group")),
    (thing("市教育局", kind="body"), thing("省教育厅", ZHEJIANG, kind="body")),
    (thing("宁波市实验小学"), thing("实验小学", NINGBO)),
    (thing("区教育局", kind="body"), thing("区教育局", kind="body", document="d-2")),
    (thing("教育局", kind="body"), thing("教育局", YINZHOU, kind="body")),
    (thing("区教育局", YINZHOU, kind="body"), thing("区教育局", HAISHU, kind="body")),
    (thing("王伟", kind="person"), thing("王伟", kind="person", document="d-2")),
    (
        thing("王伟", kind="person", beside=("党委书记",)),
        thing("王伟", WENZHOU, kind="person", beside=("党委书记",)),
    ),
    (
        thing("Wang Wei", None, kind="person", beside=("principal",)),
        thing("Wang Wei", None, kind="person", beside=("principal",), document="d-2"),
    ),
    (
        thing("王伟", kind="person", beside=("校长", "鉴湖小学")),
        thing("王维", kind="person", beside=("校长", "鉴湖小学")),
    ),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_names_that_are_one_thing(first: Local, second: Local) -> None:
    assert entities(first, second) == [{*first.names, *second.names}]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_names_that_are_two_things(first: Local, second: Local) -> None:
    assert entities(first, second) == [set(first.names), set(second.names)]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_things_have_two_ids_and_can_be_judged_to_be_one(first: Local, second: Local) -> None:
    resolution = resolved([first, second])
    assert len({each.id for each in resolution}) == 2
    assert all(each.first != each.second for each in resolution.judgements)
    assert len(entities(first, second, judged=(said(first, second, "same"),))) == 1


def test_a_name_above_several_places_ties_none_of_them_together() -> None:
    above = thing("东钱湖未来学校", ZHEJIANG)
    there, elsewhere = thing("东钱湖未来学校", NINGBO), thing("东钱湖未来学校", WENZHOU)
    assert len(list(resolved([above, there, elsewhere]))) == 3


def test_a_reviewer_outranks_the_rules() -> None:
    first, second = thing("宁波市第四中学"), thing("宁波四中")
    assert len(entities(first, second, judged=(said(first, second, "different"),))) == 2
    far = thing("鉴湖小学"), thing("鉴湖小学", WENZHOU)
    assert len(entities(*far, judged=(said(*far, "same"),))) == 1


def test_the_last_word_of_reviewers_counts_and_outranks_other_authors() -> None:
    first, second = thing("鉴湖小学"), thing("鉴湖小学", WENZHOU)
    words = (
        said(first, second, "same"),
        said(first, second, "different", "Bo"),
        said(second, first, "same", "witnesses"),
    )
    assert len(entities(first, second, judged=words)) == 2


def test_what_a_reviewer_keeps_apart_no_third_name_brings_together() -> None:
    first, second, third = thing("宁波市第四中学"), thing("宁波四中"), thing("Ningbo No. 4 Middle School")
    found = entities(first, second, third, judged=(said(first, second, "different"),))
    assert not any({"宁波市第四中学", "宁波四中"} <= names for names in found)


def test_what_somebody_judged_is_not_judged_again() -> None:
    first, second = thing("鉴湖小学", None), thing("鉴湖小学", NINGBO)
    assert [each.verdict for each in resolved([first, second]).judgements] == ["unsure"]
    decided = said(first, second, "unsure")
    assert list(resolved([first, second], [decided]).judgements) == [decided]


PRINTED_TWICE: list[tuple[Local, Local, int]] = [
    (thing("Linhe District Education Bureau", None, kind="body", document="d-1"),
     thing("Linhe District Education Bureau", None, kind="body", document="d-2"), 1),
    (thing("Experimental Primary School", None, document="d-1"),
     thing("Experimental Primary School", None, document="d-2"), 1),
    (thing("No. 2 Primary School", None, document="d-1"), thing("No. 12 Primary School", None, document="d-2"), 2),
    (thing("王伟", kind="person", document="d-1", beside=("记者",)),
     thing("王伟", kind="person", document="d-2", beside=("记者",)), 1),
    (thing("王伟", kind="person", document="d-1", beside=("校长", "鉴湖小学")),
     thing("王伟", kind="person", document="d-2", beside=("园长", "东湖幼儿园")), 2),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "number"), PRINTED_TWICE)
def test_what_two_prints_of_one_text_call_alike_is_one(first: Local, second: Local, number: int) -> None:
    assert len(list(resolved([first, second], reprints={"d-2": "d-1"}))) == number
    third = {"d-2": "d-0"}
    assert len(list(resolved([first, second], reprints=third))) == 2, "two texts"


def test_a_reviewer_parts_what_two_prints_call_alike() -> None:
    first, second, _ = PRINTED_TWICE[0]
    assert len(list(resolved([first, second], [said(first, second, "different")], reprints={"d-2": "d-1"}))) == 2


def test_no_pair_is_in_doubt_that_is_one_with_a_third() -> None:
    """Once Ann has made both one with the first, nobody has to judge the second and the third."""
    first, second, third = (thing("鉴湖小学", None, document=f"d-{number}") for number in range(3))
    assert [each.verdict for each in resolved([first, second, third]).judgements] == ["unsure"] * 3
    found = resolved([first, second, third], [said(first, second, "same"), said(first, third, "same")])
    assert sorted(each.verdict for each in found.judgements) == ["same"] * 3


def test_an_entity_has_one_id_whatever_the_order_of_documents() -> None:
    found = [thing("宁波市第四中学"), thing("宁波四中"), thing("鉴湖小学")]
    ids = {each.id for each in resolved(found)}
    assert {each.id for each in resolved(found[::-1])} == ids


def test_no_two_entities_have_one_id() -> None:
    offices = [thing("区教育局", kind="body", document=f"d-{number}") for number in range(3)]
    assert len({each.id for each in resolved(offices)}) == 3


def test_many_documents_that_name_one_school_cost_no_pairs_of_them() -> None:
    found = [thing("宁波市第四中学", document=f"d-{number}") for number in range(5000)]
    whole = resolved(found)
    assert (len(list(whole)), len(list(whole.judgements))) == (1, 0)
