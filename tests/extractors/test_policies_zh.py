"""Chinese documents named by their titles."""

from __future__ import annotations

import pytest

from extractors.policies.zh import find
from extractors.script import Folded
from tests.extractors import build

NAMED = {
    "近日，《某省推进集团化办学的实施意见》印发。": ["某省推进集团化办学的实施意见"],
    "根据《中华人民共和国教育法》和《幼儿园工作规程》办学。": ["中华人民共和国教育法", "幼儿园工作规程"],
    "《某市教育发展“十四五”规划》发布。": ["某市教育发展“十四五”规划"],
    "《集团化办学三年行动计划（2023—2025年）》发布。": ["集团化办学三年行动计划（2023—2025年）"],
    "《教育集团管理办法（试行）》出台。": ["教育集团管理办法（试行）"],
    "《某市教育远景2035》以年份结尾。": ["某市教育远景2035"],
    "见《关于印发〈某市学区制管理方案〉的通知》。": ["关于印发〈某市学区制管理方案〉的通知", "某市学区制管理方案"],
    "见《关于印发《某市学区制管理方案》的通知》。": ["关于印发《某市学区制管理方案》的通知", "某市学区制管理方案"],
    "大会通过了《某教育集团章程》。": ["某教育集团章程"],
    "双方签订《结对帮扶合作协议书》。": ["结对帮扶合作协议书"],
    "依據《國民教育法》及《實驗教育實施條例》辦理。": ["國民教育法", "實驗教育實施條例"],
    "《意见》提出，《实施方案》明确，《行动计划》要求。": [],
    "据《中国教育报》报道，学生朗诵《沁园春·长沙》，学习《书法》。": [],
    "合唱《我和我的祖国》，阅读《红楼梦》。": [],
    "标题没有收尾：《某市办法": [],
}


@pytest.mark.parametrize(("sentence", "titles"), NAMED.items())
def test_titles(sentence: str, titles: list[str]) -> None:
    found = [mention.title.span.quote for mention in find(Folded(build.prose(sentence)))]
    assert found == titles
