"""The patterns by which Chinese lists and tables are read: cells that say nothing, heads, marks of who leads."""

from __future__ import annotations

import re

from extractors.groups.reading import Manner
from extractors.names.forms_zh import HAN

LABEL = re.compile(rf"\W*[{HAN}]{{2,10}}\s*:\s*\S")
"""A line that begins with some label."""


class Chinese(Manner):
    """How Chinese prints its lists."""

    none_stated = re.compile(r"\s*[(★☆]*(?:/|-+|—+|无|暂无|暂缺|待定|空缺|未定|不设|另定|\?)[.)。]?\s*$")
    serial = re.compile(r"\s*\d{1,3}[.)、]?\s+(?=\S)")
    serial_alone = re.compile(r"\s*(?:序号|编号|No\.?|\d{1,3})[.)、]?\s*")
    closing = re.compile(
        r"(?:[:.;。】\]”—\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]|\((?=\s*$)|\([^()]*\)|\s|共?\d+所|(?:主要)?(?:成员)?(?:学?校|单位)?(?:名单|简介|概况|一览|构成|组成|成员校?))*$"
    )
    lead_mark = re.compile(r"(?:[★☆*]|\s*\((?:牵头|龙头|核心|总校|领衔|盟主|理事长)[^()]{0,8}\))")
    lead_before = re.compile(r"[★☆]$|(?:牵头|龙头|核心|总校|领衔)(?:学?校|单位|园)?[:是为]?\s*$")
    marked = re.compile(r"[=+|~★☆/】]|—|(?<=[)、])\d[.)、]")
    only_marks = re.compile(
        r"(?:[\s=+|~/;,、—:()★☆*.&“”。】]|和|与|及|[牵龙]头(?:学?校)?|核心(?:学?校)?|领衔(?:学?校)?|总校|分校|加盟(?:学?校)?|成员(?:学?校)?|单位|\d{1,2}[.)、])*"
    )
    role_head = re.compile(r"(?:角色|类型|类别|身份|性质|备注|集团内?身份|单位类型|学校类型|校别)")
    group_word = re.compile("集团|联盟|共同体|联合体|协同体|教共体|教联体|学区|片区|医联体")
    other_label = LABEL
    group_end = re.compile("(?:集团|联盟|体|学区|片区)$")
