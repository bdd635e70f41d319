"""What counts as a change, and what does not: a record and a field keep their identity through new pages and rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.change.changes import Change, DocumentChange, FieldChange, RecordChange, Summary
from pipeline.change.compare import Changes
from pipeline.ids import Ids
from pipeline.records import Category, CountRecord, Document, FieldValue, GroupRecord, OfficialRecord, Position, Record
from pipeline.store.dataset import opened
from tests.pipeline import build

Pages = Sequence[tuple[Document, Sequence[Record]]]
Made = Callable[[Document], list[Record]]


def compared(folder: Path, old: Pages, new: Pages) -> tuple[list[Change], Summary]:
    for name, pages in (("old", old), ("new", new)):
        build.publish([build.done(document, records) for document, records in pages], folder / name)
    with opened(folder / "old") as former, opened(folder / "new") as later:
        changes = Changes(former, later)
        return list(changes), changes.summary()


def brief(change: Change) -> tuple[Any, ...]:
    """A change in short: what, how, and of what; for a field from which value to which."""
    match change:
        case DocumentChange():
            return ("document", change.change, change.source)
        case RecordChange():
            return ("record", change.change, change.kind, change.value)
        case FieldChange(before=before, after=after):
            values = (before.value if before else None, after.value if after else None)
            return ("field", change.change, change.of, change.field, *values)


def counts(of: Document, *quotes: str, **facts: Any) -> list[Record]:
    """A count for each quote, where it stands behind the one before; ids as a run gives them."""
    ids, found, after = Ids(of.id), list[Record](), 0
    for quote in quotes:
        text = build.field(of.text, quote, after=after)
        after = text.source.end
        said = {
            "measure": "count",
            "modifier": "exact",
            "status": "actual",
            "confidence": 0.9,
            "rule": "tests.rule",
        } | facts
        value = int(quote.split()[0])
        found.append(CountRecord(id=ids.next("count", quote), document=of.id, text=text, value=value, **said))
    return found


def named(record: Record, **update: Any) -> Record:
    """A record as other rules would have it."""
    return record.model_copy(update=update)


def official(of: Document, name: str, *titles: tuple[str, str | None, Category]) -> OfficialRecord:
    positions = tuple(
        Position(
            title=build.field(of.text, title),
            organisation=build.field(of.text, organisation) if organisation else None,
            category=category,
        )
        for title, organisation, category in titles
    )
    return OfficialRecord(
        id=Ids(of.id).next("official", name), document=of.id, name=build.field(of.text, name), positions=positions,
        confidence=0.9, rule="tests.rule",
    )  # fmt: skip


def all_records(of: Document) -> list[Record]:
    return build.records(of)


MEMBERS = "Hetian Group was founded.\nLeader: {}\nMembers: {}"


def hetian(leader: str, members: str) -> str:
    return MEMBERS.format(leader, members)


def group(of: Document) -> list[Record]:
    """What a list says: a leader and members with commas between."""
    leader, members = (line.partition(": ")[2] for line in of.text.split("\n")[1:3])
    behind = of.text.index("Leader")
    return [build.group(of, "Hetian Group", leaders=[leader], members=members.split(", "), behind=behind)]


TOWNS = "In all 20 schools signed.\nThe east has 20 schools by now.\nThe west has 20 schools as well."
THREE: Made = lambda of: counts(of, *["20 schools"] * of.text.count("20 schools"))  # noqa: E731
DOCUMENT = ("document", "changed", "a.txt")

EDITED_PAGES: dict[str, tuple[str, str, Made, list[tuple[Any, ...]]]] = {
    "nothing": (build.TEXT, build.TEXT, all_records, []),
    "a line before everything": (build.TEXT, "Read this\n" + build.TEXT, all_records, [DOCUMENT]),
    "another sentence around a value": (
        build.TEXT, build.TEXT.replace("spoke on", "sang on"), all_records, [DOCUMENT],
    ),
    "other white space in a quote": (
        build.TEXT, build.TEXT.replace("spoke", "spoke  "), all_records, [DOCUMENT],
    ),
    "a number in its sentence": (
        "In all 70 schools signed today.", "In all 72 schools signed today.",
        lambda of: counts(of, of.text[7:17]),
        [DOCUMENT, ("field", "changed", "72 schools", "text", "70 schools", "72 schools"),
         ("field", "changed", "72 schools", "value", "70", "72")],
    ),
    "a number with nothing around it": (
        "Signed\n70 schools", "Signed\n72 schools", lambda of: counts(of, of.text[7:]),
        [DOCUMENT, ("record", "added", "count", "72 schools"), ("record", "gone", "count", "70 schools")],
    ),
    "the first of three that are alike": (
        TOWNS, TOWNS.partition("\n")[2], THREE, [DOCUMENT, ("record", "gone", "count", "20 schools")],
    ),
    "one more that is alike, in front": (
        TOWNS.partition("\n")[2], TOWNS, THREE, [DOCUMENT, ("record", "added", "count", "20 schools")],
    ),
    "a member more": (
        hetian("Anbu School", "Yaode School"), hetian("Anbu School", "Yaode School, Binhe School"), group,
        [DOCUMENT, ("field", "added", "Hetian Group", "members", None, "Binhe School")],
    ),
    "a member less, the others in another order": (
        hetian("Anbu School", "Yaode School, Binhe School, Daxing School"),
        hetian("Anbu School", "Daxing School, Yaode School"), group,
        [DOCUMENT, ("field", "gone", "Hetian Group", "members", "Binhe School", None)],
    ),
    "another leader": (
        hetian("Anbu School", "Yaode School, Binhe School"),
        hetian("Enping School", "Yaode School, Binhe School"), group,
        [DOCUMENT, ("field", "changed", "Hetian Group", "leaders", "Anbu School", "Enping School")],
    ),
    "another name in the same sentence": (
        "Director Li Na of the bureau opened the meeting.", "Director Wu Bo of the bureau opened the meeting.",
        lambda of: [official(of, of.text[9:14], ("Director", None, "government"))],
        [DOCUMENT, ("record", "added", "official", "Wu Bo"), ("record", "gone", "official", "Li Na")],
    ),
    "another title of the same person": (
        "Director Li Na of the bureau opened the meeting.", "Mayor Li Na of the bureau opened the meeting.",
        lambda of: [official(of, "Li Na", (of.text.split()[0], None, "government"))],
        [DOCUMENT, ("field", "changed", "Li Na", "title", "Director", "Mayor")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", EDITED_PAGES)
def test_a_page_that_was_edited(tmp_path: Path, case: str) -> None:
    before, after, made, expected = EDITED_PAGES[case]
    old, new = (build.document("a.txt", text).model_copy(update={"title": None}) for text in (before, after))
    changes, _ = compared(tmp_path, [(old, made(old))], [(new, made(new))])
    assert [brief(change) for change in changes] == expected


A = build.document("a.txt")
LI = "Director Li Na, head of the Anbu Office, spoke.\nThe 20 schools follow."
B = build.document("b.txt", LI)
GROUP = build.records(A)[0]
DATE = build.records(A)[2]
BOTH = official(B, "Li Na", ("Director", None, "government"), ("head", "Anbu Office", "school"))


def mended(record: Record, value: str) -> Record:
    """Another value of a group's name, and so another id, at the same place."""
    assert isinstance(record, GroupRecord)
    name = record.name.model_copy(update={"value": value, "flags": ("translation-artefact",)})
    return named(record, id=Ids(record.document).next("group", value), name=name)


def positions(*chosen: int, **update: Any) -> Record:
    return named(BOTH, positions=tuple(BOTH.positions[at].model_copy(update=update) for at in chosen))


OTHER_RULES: dict[str, tuple[Document, Record, Record, list[tuple[Any, ...]]]] = {
    "a mended name": (
        A, GROUP, mended(GROUP, "Anbu Group"),
        [("field", "changed", "Anbu Group", "name", "Anbu Primary School Education Group", "Anbu Group")],
    ),
    "the role of a date": (
        A, DATE, named(DATE, role="published"), [("field", "changed", "2022-10-13", "role", "event", "published")],
    ),
    "the status of a count": (
        B, counts(B, "20 schools")[0], counts(B, "20 schools", status="planned")[0],
        [("field", "changed", "20 schools", "status", "actual", "planned")],
    ),
    "the upper end of a count": (
        B, counts(B, "20 schools")[0], counts(B, "20 schools", upper=25)[0],
        [("field", "added", "20 schools", "upper", None, "25")],
    ),
    "a scope": (
        B, counts(B, "20 schools", scope=build.field(LI, "The"))[0], counts(B, "20 schools")[0],
        [("field", "gone", "20 schools", "scope", "The", None)],
    ),
    "a position more": (
        B, positions(0), positions(0, 1),
        [("field", "added", "Li Na", "title", None, "head"),
         ("field", "added", "Li Na", "organisation", None, "Anbu Office")],
    ),
    "a position less": (
        B, positions(0, 1), positions(0),
        [("field", "gone", "Li Na", "title", "head", None),
         ("field", "gone", "Li Na", "organisation", "Anbu Office", None)],
    ),
    "positions in another order": (B, positions(0, 1), positions(1, 0), []),
    "a category": (
        B, positions(1), positions(1, category="other"), [("field", "changed", "Li Na", "category", "school", "other")],
    ),
    "another kind under the same id": (
        B, BOTH, named(counts(B, "20 schools")[0], id=BOTH.id),
        [("record", "added", "count", "20 schools"), ("record", "gone", "official", "Li Na")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", OTHER_RULES)
def test_a_page_that_other_rules_read(tmp_path: Path, case: str) -> None:
    of, before, after, expected = OTHER_RULES[case]
    changes, summary = compared(tmp_path, [(of, [before])], [(of, [after])])
    assert [brief(change) for change in changes] == expected
    assert summary.records.changed == (1 if expected and expected[0][0] == "field" else 0)


def doubted(field: FieldValue) -> FieldValue:
    return field.model_copy(update={"confidence": 0.2, "rule": "tests.other", "flags": ("expanded",)})


def test_what_is_no_change_is_counted(tmp_path: Path) -> None:
    moved = build.document("a.txt", "Read this\n" + build.TEXT.replace("spoke", "sang"))
    records = build.records(moved)
    group = records[0]
    assert isinstance(group, GroupRecord)
    records[0] = named(group, name=doubted(group.name), leaders=tuple(map(doubted, group.leaders)))
    records[4] = named(records[4], id="p-other")
    moved = moved.model_copy(update={"title": A.title, "retrieved_at": "2026-11-01T00:00:00Z"})
    changes, summary = compared(tmp_path, [(A, build.records(A))], [(moved, records)])
    assert [brief(change) for change in changes] == [DOCUMENT]
    assert summary.unchanged.model_dump() == {
        "elsewhere": 4,  # name, title and organisation of the official, and the date
        "moved": 7,  # name, leader and two members of the group; the count and its unit; the policy
        "confidence": 2, "rule": 2, "flags": 2, "renumbered": 1, "fetched_again": 1,
    }  # fmt: skip
    assert isinstance(changes[0], DocumentChange)
    assert changes[0].elsewhere == 4


def test_documents_come_go_and_change(tmp_path: Path) -> None:
    later = A.model_copy(update={"published": "2022-10-14", "byline": ("Li Na", "Wu Bo")})
    gone, came = build.document("gone.txt"), build.document("came.txt", url="https://www.example.org/a.html")
    changes, summary = compared(
        tmp_path,
        [(A, []), (gone, build.records(gone))],
        [(came, build.records(came)), (later, [])],
    )
    briefs = [brief(change) for change in changes]
    assert [each for each in briefs if each[0] == "document"] == [
        ("document", "added", "came.txt"), DOCUMENT, ("document", "gone", "gone.txt"),
    ]  # fmt: skip
    assert briefs[1] == ("record", "added", "group", "Anbu Primary School Education Group")
    assert briefs[-1] == ("record", "gone", "policy", "Group Measures")
    changed = next(each for each in changes if isinstance(each, DocumentChange) and each.change == "changed")
    assert [(fact.field, fact.before, fact.after) for fact in changed.facts] == [
        ("published", None, "2022-10-14"), ("byline", "", "Li Na | Wu Bo"),
    ]  # fmt: skip
    assert (summary.documents.model_dump(), summary.records.model_dump()) == (
        {"added": 1, "gone": 1, "changed": 1}, {"added": 5, "gone": 5, "changed": 0},
    )  # fmt: skip


def test_every_side_of_a_change_leads_to_its_sentence(tmp_path: Path) -> None:
    texts = ("In all 70 schools signed today.", "\nAt last\nIn all 72 schools signed today.")
    old, new = (build.document("a.txt", text, url="https://www.example.org/a.html") for text in texts)
    made = [counts(old, "70 schools"), counts(new, "72 schools")]
    changes, _ = compared(tmp_path, [(old, made[0])], [(new, made[1])])
    change = next(change for change in changes if isinstance(change, FieldChange))
    for document, stated in ((old, change.before), (new, change.after)):
        assert stated is not None
        assert document.text[stated.start : stated.end] == stated.quote == stated.value
        first = stated.start - stated.sentence_start
        assert stated.sentence[first : first + len(stated.quote)] == stated.quote
        assert stated.link.startswith("https://www.example.org/a.html#:~:text=")


def test_nothing_before_makes_everything_new(tmp_path: Path) -> None:
    build.write(tmp_path, A)
    with opened(tmp_path) as dataset:
        changes = Changes(None, dataset)
        assert [change.change for change in changes] == ["added"] * 6
        assert changes.summary().before is None
