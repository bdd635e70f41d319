"""The names in a credit: 'Wang Qingping Wu Shengli/Wen Tu' names two people, 'Mengye News' nobody."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.read.lexicon import Lexicon, lexicon

TOKEN = re.compile(r"[^\W\d_][^\W\d_'’]*(?:['’-][^\W\d_]+)*\.?|\d+|[^\s\w]")
HAN = re.compile(r"[㐀-鿿]")
HAN_PIECE = re.compile(r"[㐀-鿿]{2,4}|[㐀-鿿]{1,6}(?:[·•][㐀-鿿]{1,6})+")
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤文温庞安乔颜樊易殷施倪洪颜牛葛庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包"
    "宁尚符舒阮柯纪梅童凌毕单季成霍涂苗谷盛曲冉翁蓝路游靳辛管柴蒙鲍华喻祁房蒲滕萧屈饶解牟艾尤时阳穆农司古吉卓池柏简桂车项连邢詹鄢国束竹"
    "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧薑鐘譚陸賈韋鄒閻龍賀顧龔邵萬錢嚴賴覃溫龐喬魯歐關蘭單齊麥阮區聞闻"
)
SECTION = re.compile(r"[㐀-鿿]{1,4}[科处處室部组組股办辦]")
"""A section of an office, named without the office: no person, and no publisher by itself."""
REPORTED = re.compile(r"(?:报道|报导|供稿|供图|摄影?|电|讯)$")


STAFF_NUMBER = re.compile(r"_[A-Z]{1,4}\d+\b")
"""'史建磊_NBJ11331': the number of an editor."""


class Credited(NamedTuple):
    """The people found in a credit, and the words that are neither names nor roles nor marks."""

    people: tuple[str, ...]
    rest: tuple[str, ...]


def people_in(value: str, *, certain: bool = False) -> Credited:
    """The people that a credit names, in order; ``certain`` when a label says that a person follows.

    >>> people_in("Elephant News reporter Zhang Ying Correspondent Wang Qingping Wu Shengli/Wen Tu").people
    ('Zhang Ying', 'Wang Qingping', 'Wu Shengli')
    """
    return _chinese(value, lexicon(), certain) if HAN.search(value) else _latin(value, lexicon())


def _latin(value: str, words: Lexicon) -> Credited:
    people: list[str] = []
    rest: list[str] = []
    run: list[str] = []
    for token in (*TOKEN.findall(words.cue.sub(" | ", value)), "|"):
        if token[0].isupper() and token.rstrip(".").lower() not in words.stop:
            run.append(token if len(token) <= 2 else token.rstrip("."))
            if not token.endswith(".") or len(token) <= 2:
                continue
        elif token[0].isalnum() and token.rstrip(".").lower() not in words.stop | words.small:
            rest.append(token)
        named = _people_of_run(run, words)
        people += named
        if not named:
            rest += run
        run = []
    return Credited(tuple(people), tuple(rest))


def _people_of_run(run: list[str], words: Lexicon) -> list[str]:
    """Capitalised words without a mark between them: one name of two or three words, or several of two words each."""
    if len(run) < 2 or not words.organisation.isdisjoint(map(str.lower, run)):
        return []
    if len(run) <= 3:
        return [" ".join(run)]
    pairs = [run[i : i + 2] for i in range(0, len(run) - len(run) % 2, 2)]
    if len(run) % 2:
        pairs[-1] = [*pairs[-1], run[-1]]
    return [" ".join(pair) for pair in pairs]


def _chinese(value: str, words: Lexicon, certain: bool) -> Credited:
    """Han pieces of two to four characters with a surname in front; what stands glued before a role is an office.

    Beside such a name, or after a label for persons, a piece without a surname is a name too: a pen name, perhaps.
    """
    found: list[tuple[str, bool]] = []
    rest: list[str] = []
    plain = re.sub(rf"[㐀-鿿]*?(?:{words.cue.pattern})", " | ", value, flags=re.IGNORECASE)
    for piece in re.split(r"[\s,;、/|:()\[\]&]+", STAFF_NUMBER.sub(" ", plain)):
        if not piece or piece in words.stop or piece in words.lines:
            continue
        is_name = HAN_PIECE.fullmatch(piece) and not words.organisation_zh.search(piece)
        surname = piece[0] in SURNAMES or "·" in piece
        if is_name and (surname or not (REPORTED.search(piece) or SECTION.fullmatch(piece))):
            found.append((piece, surname))
        else:
            rest.append(piece)
    sure = certain or any(surname for _, surname in found)
    people = [piece for piece, surname in found if surname or sure]
    return Credited(tuple(people), (*rest, *(piece for piece, surname in found if not surname and not sure)))
