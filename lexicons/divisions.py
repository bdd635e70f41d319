"""Makes pipeline/identity/divisions.toml: ``python -m lexicons.divisions``.

Needs cpca and pypinyin.
"""

from __future__ import annotations

import csv

from lexicons.places import NO_NAMES, without_rank
from lexicons.toml import folder, source, write, written

FILE = "pipeline/identity/divisions.toml"


def divisions() -> list[str]:
    """Every division from the province down to the county: its code, its name, and how its bare name is read."""
    from pypinyin import lazy_pinyin

    found = []
    with (folder("cpca") / "resources" / "adcodes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["name"] not in NO_NAMES and row["adcode"].endswith("000000"):
                # The rank helps to read the name: 朝阳 alone could be the rising sun.
                sounds = lazy_pinyin(row["name"], errors="ignore")[: len(without_rank(row["name"]))]
                found.append(f"{row['adcode'][:6]}/{row['name']}/{''.join(sounds)}")
    return sorted(found)


def content() -> str:
    """The file as it should be."""
    return written(
        "China's divisions with their codes. Made by `python -m lexicons.divisions`; do not edit.",
        {
            "divisions": (
                "GB/T 2260 code, name and the bare name in pinyin, from the province (two digits and 0000) over the "
                f"prefecture to the county. The names are those of resources/adcodes.csv in {source('cpca')} (MIT), "
                f"read by {source('pypinyin')} (MIT).",
                divisions(),
            )
        },
    )


if __name__ == "__main__":
    write(FILE, content())
