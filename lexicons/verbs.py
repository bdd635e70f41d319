"""Makes extractors/names/zh_verbs.toml: ``python -m lexicons.verbs``.

Needs jieba, of which only the dictionary is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from extractors.names.lexicon import load
from lexicons.toml import folder, source, write, written

FILE = "extractors/names/zh_verbs.toml"
FREQUENT = 700
"""How often at least a verb stands in the texts that the dictionary counted."""
IN_NAMES = frozenset(
    """
    学习 开发 集中 独立 联合 结合 开放 知识 保护 招生 解放 创新 创造 实践 成长 前进 维护 高考 自治 转化 组合 保卫
    奋斗 启发 治理 出版 演出 展览 会计 警察 导演 诊断 防治 免疫 维修 求职 就业 飞行 表演 翻译 修行 示范 实习 实用
    应用 强制 自信 崛起 求助 休闲 种植 制造 建造 治疗 点头 回头 转头 抬头 直辖 希望 自主 安定 安置 定居 坚强 求知
    奉献 开拓 组长 站长 镇长 处长 为主 发达 锻炼 航行 驾驶 培育 安全 出色 通用 信奉 收获 自强 前列 用于 行为 作用
    存在 位置 收入 需求 统治 指挥 感动 感恩 巩固 拓展 展望 成功 起飞 腾飞 出生 生存 生长 生活 教导 研修 进修 测绘
    设计 养成 立新 兴起 起义 独唱 参谋 见习 考试 高中 高升 自立 自成 复合 复习 集成 育成 长成 联名 公认 交通 交流
    流通 流水 出门 进门 上空 在校 名叫 处理 管理 保管 保险 保全 保健 保育 保安 看护 护理 测量 采集 表现 体现 编织
    纺织 演奏 演唱 独奏 合唱 主导 光复 重建 新建 相关 集合 会合 会谈 对外 对立 至尊 得意 如意 满意 通达 到达 联通
    开通 开明 开元 开化 向往 行知 知行 致远 致知 铸造 造纸 审计 采购 饲养
    """.split()
)
"""Verbs that the names of schools and groups hold."""


def verbs(lines: Iterable[str], names: Collection[str]) -> Iterator[str]:
    """The frequent verbs of two characters that stand in none of the names.

    >>> list(verbs(["召开 3000 v", "通道 900 v", "大学 900 n"], ["通道侗族自治县"]))
    ['召开']
    """
    for line in lines:
        word, frequency, kind = line.split()
        common = len(word) == 2 and kind == "v" and int(frequency) >= FREQUENT
        if common and word not in IN_NAMES and not any(word in name for name in names):
            yield word


def main() -> None:
    """Write the file."""
    lines = (folder("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    about = (
        f"Those that stand {FREQUENT} times or more in the texts behind the dictionary of {source('jieba')} (MIT), in "
        "no name of a division, and not among those that lexicons/verbs.py keeps for names."
    )
    head = "Verbs that stand before a name and in none. Made by `python -m lexicons.verbs`; do not edit."
    found = verbs(lines, load("extractors.names", "places_zh")["divisions"])
    write(FILE, written(head, {"verbs": (about, found)}))


if __name__ == "__main__":
    main()
