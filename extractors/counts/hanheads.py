"""What stands before a Chinese number of people, visits or clicks and is counted so with no other classifier."""

from __future__ import annotations

import re

from extractors.counts.hannumerals import WORDS, alternatives
from extractors.counts.hanphrases import CLOSED, LINK

HEADCOUNT = re.compile(rf"(?P<head>[^{CLOSED}的]{{2,14}}人数|招生){LINK}*$")
VISITS = re.compile(
    rf"(?P<head>门急诊|门诊|急诊|就诊|接诊|诊疗|住院|[出入]院|(?:双向)?转诊|[上下]转|会诊|义诊|体检|筛查|[^{CLOSED}的]{{0,3}}?(?:收看|观看|点击|浏览|能力|[^{CLOSED}]量)){LINK}*$"
)
"""What is counted by the visit: 门急诊达118.7万人次."""
SERVED = re.compile(
    rf"(?P<head>[^{CLOSED}的]{{0,6}}(?:{alternatives(WORDS['people'])}|职工|居民|群众))(?:培训|服务|体检|救助|资助|(?:到[一-鿿]{{1,6}})?(?:跟岗|轮岗|支教|研修)){LINK}*$"
)
"""面向企业职工培训1.8万人次."""
SERVICES = re.compile(rf"(?:投入|提供|开展|完成|实施)(?P<head>[^{CLOSED}的]{{2,8}}?){LINK}*$")
"""投入学习辅导3,000人次."""
CLICKS = re.compile(rf"(?P<head>[^{CLOSED}的]{{0,6}}?(?:点击|访问|播放|浏览|阅读|借阅|下载)量){LINK}*$")
BY_HEAD = {"人": (HEADCOUNT,), "名": (HEADCOUNT,), "人次": (SERVED, VISITS, SERVICES), "次": (CLICKS,)}
"""By the classifier, what its number may count."""
WHOLE_HEAD = (VISITS, SERVICES)
"""Those of which the whole head is the noun, whatever verb it begins with."""
