"""Documents whose names are one, two, or in doubt, and the desk on which they are judged."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from pipeline.records import Document, Record
from pipeline.review.comparing import Batch, batches
from pipeline.review.desk import Desk
from pipeline.review.names import AskedPair, Judged, NameDesk, Wanted
from pipeline.review.pairs import pair_id
from tests.pipeline import build
from tests.pipeline.review.acts import new_key

NINGBO = ("宁波市教育局公告", "宁波市第四中学教育集团由宁波市第四中学牵头，成员校有鉴湖小学。")
AGAIN = ("宁波市教育局通知", "宁波四中教育集团由宁波四中牵头。")
WENZHOU = ("温州市教育局公告", "温州市城东小学教育集团由温州市城东小学牵头，成员校有鉴湖小学。")
NOWHERE = ("公告", "育新学校教育集团由育新学校牵头，成员校有鉴湖小学。")
HERE, THERE, SOMEWHERE = (
    "school|鉴湖小学|330200",
    "school|鉴湖小学|330300",
    f"school|鉴湖小学|{build.document('x.txt').id}",
)
"""One name in two cities, and where nobody knows."""
FULL, SHORT = "school|宁波市第四中学|330200", "school|宁波四中|330200"
"""One school in two spellings."""
FULL_GROUP, SHORT_GROUP = "group|宁波市第四中学教育集团|330200", "group|宁波四中教育集团|330200"


def announcement(source: str, lines: tuple[str, str]) -> tuple[Document, list[Record]]:
    """A document with the group that its second line tells of."""
    document = build.document(source, "\n".join(lines)).model_copy(update={"language": "zh"})
    group, _, schools = lines[1].partition("由")
    leader, _, rest = schools.partition("牵头")
    members = [rest.partition("成员校有")[2].rstrip("。")] if "成员校有" in rest else []
    behind = document.text.index(schools)
    return document, [build.group(document, group, leaders=[leader], members=members, behind=behind)]


def announcements() -> list[tuple[Document, list[Record]]]:
    """Four of them: in two cities, in one of these again, and in a place that is not told."""
    told = {"n.txt": NINGBO, "again.txt": AGAIN, "w.txt": WENZHOU, "x.txt": NOWHERE}
    return [announcement(source, lines) for source, lines in told.items()]


def write(folder: Path) -> None:
    """A sealed data set of the four."""
    build.publish([build.done(*each) for each in announcements()], folder)


def compared(folder: Path) -> list[Batch]:
    """What comparing the names of a folder prints."""
    said: list[Batch] = []
    batches(folder, said.append)
    return said


def name_desk(folder: Path, stack: ExitStack) -> NameDesk:
    """The desk for names of a folder, with its names compared."""
    desk = Desk(folder)
    stack.callback(desk.close)
    names = NameDesk(desk)
    stack.callback(names.close)
    names.comparing.take(compared(folder), desk.version())
    return names


def shown(names: NameDesk, show: str = "all", **wanted: object) -> list[tuple[str, str]]:
    """The signatures of the pairs that are shown, in their order."""
    found = names.found(Wanted.model_validate({"show": show, **wanted}))
    return [(each.pair.first, each.pair.second) for each in found]


def say(names: NameDesk, who: str, pair: tuple[str, str], what: str, **more: object) -> Judged:
    """Judge a pair with all in view that the desk shows of it."""
    known = names.one(pair_id(pair))
    seen = tuple(each.id for each in known.said) if known else ()
    asked = {"key": new_key(), "what": what, "first": pair[0], "second": pair[1], "seen": seen, **more}
    judged = names.one(names.judge(who, AskedPair.model_validate(asked)))
    assert judged is not None
    return judged
