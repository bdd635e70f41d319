"""A Chinese text in traditional and in simplified characters gives the same records at the same places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.extraction import Extraction
from pipeline.inputs import Input
from pipeline.read import read

CORPUS = Path(__file__).parents[2] / "corpus" / "zh"
TEXTS = sorted(path.name for path in CORPUS.glob("*.txt"))
SIMPLIFIED = (
    "学园区会团体联县乡镇协议办师实验党书记长议员国际语经济开发业务职动员单位领导办总结构报导讯记摄来稿编辑责"
    "为与个从们优传兰关兴养农决况净减划创务动劳势华单卫厅历压厦参双变叶号听启员响园图团围场块坚坛处备够头奖"
    "妇孙宁宝实审宽对寻导将尔尽层岁岗岛币带帮广庄庆库应张强归录彻径态总恳惠愿战户扩扬护报担拥择挂据损换搭携摆"
    "数无旧时显晓术机权条来杨极构标树样桥检楼欢欧毕气汇汉济浓测济渊温湾满灵点热爱环现电画疗确礼离种积称稳竞笔"
    "签简类红级纪纲纳纸线练组细织终绍经结给统继续维综绿编缘缩网罗义习联职脑节艺苏范荐荣药营蓝虽补装见观规视览"
    "觉计认讨让训议讯记讲许论设访证评识诉译试话询该详语误说请课调谈谢谱贝负贡财责贤质购贯贵费资赛赞赵跃践车转轮"
    "载较辅辆辉输边达迁过运近还这进远连迟适选递遗郑邓邮邻里针钟钢钱铁银锋错锦镇长门问间闻阅队阳阴阶际陆陈险随难"
    "雾静韩页项顺须顾顿预领频题额风飞饮馆驻验鱼鲁鸡鹤黄齐龙龄"
)
TRADITIONAL = (
    "學園區會團體聯縣鄉鎮協議辦師實驗黨書記長議員國際語經濟開發業務職動員單位領導辦總結構報導訊記攝來稿編輯責"
    "為與個從們優傳蘭關興養農決況淨減劃創務動勞勢華單衛廳歷壓廈參雙變葉號聽啟員響園圖團圍場塊堅壇處備夠頭獎"
    "婦孫寧寶實審寬對尋導將爾盡層歲崗島幣帶幫廣莊慶庫應張強歸錄徹徑態總懇惠願戰戶擴揚護報擔擁擇掛據損換搭攜擺"
    "數無舊時顯曉術機權條來楊極構標樹樣橋檢樓歡歐畢氣匯漢濟濃測濟淵溫灣滿靈點熱愛環現電畫療確禮離種積稱穩競筆"
    "簽簡類紅級紀綱納紙線練組細織終紹經結給統繼續維綜綠編緣縮網羅義習聯職腦節藝蘇範薦榮藥營藍雖補裝見觀規視覽"
    "覺計認討讓訓議訊記講許論設訪證評識訴譯試話詢該詳語誤說請課調談謝譜貝負貢財責賢質購貫貴費資賽贊趙躍踐車轉輪"
    "載較輔輛輝輸邊達遷過運近還這進遠連遲適選遞遺鄭鄧郵鄰裡針鐘鋼錢鐵銀鋒錯錦鎮長門問間聞閱隊陽陰階際陸陳險隨難"
    "霧靜韓頁項順須顧頓預領頻題額風飛飲館駐驗魚魯雞鶴黃齊龍齡"
)
TO_TRADITIONAL = str.maketrans(SIMPLIFIED, TRADITIONAL)
TO_SIMPLIFIED = str.maketrans(TRADITIONAL, SIMPLIFIED)
PRINTED = {"text", "flags", "why", "title", "publisher", "byline", "id", "document"}
"""What of a record shows how its words are printed."""


def extracted(text: str) -> list[Any]:
    """The records of a text, without what shows its script."""
    document = read(Input("a.txt", text.encode(), "text/plain", "utf-8")).document
    return [stated(record.model_dump()) for record in Extraction().records(document)]


def stated(value: Any) -> Any:
    """A value without the words as printed, all the way down; a record's own text field keeps its place and value."""
    if isinstance(value, dict):
        return {key: stated(each) for key, each in value.items() if key not in PRINTED or isinstance(each, dict)}
    return [stated(each) for each in value] if isinstance(value, list | tuple) else value


def test_the_table_has_a_sign_for_a_sign() -> None:
    assert len(SIMPLIFIED) == len(TRADITIONAL)


@pytest.mark.parametrize("name", TEXTS)
def test_both_scripts_give_the_same_records_at_the_same_places(name: str) -> None:
    text = (CORPUS / name).read_text(encoding="utf-8-sig")
    first, second = extracted(text.translate(TO_SIMPLIFIED)), extracted(text.translate(TO_TRADITIONAL))
    assert second == first
