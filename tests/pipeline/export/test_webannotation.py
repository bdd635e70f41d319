"""Web annotations: they keep to what https://www.w3.org/TR/annotation-model/ says they must, and lead to the quote."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.export.webannotation import annotated, export
from pipeline.records import GroupRecord
from tests.pipeline import build
from tests.pipeline.review.said import Saying

URL = "https://example.org/新闻/a b.html?x=1"
DOCUMENT = build.document(url=URL).model_copy(update={"retrieved_at": "2026-11-22T09:30:00Z"})
RECORDS = build.records(DOCUMENT)
MOTIVATIONS = frozenset(
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating "
    "questioning replying tagging".split()
)
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def faults(annotation: dict[str, Any]) -> list[str]:
    """What of an annotation is not as the model says it must be; the sections are those of the Recommendation."""
    found = []
    if "http://www.w3.org/ns/anno.jsonld" not in listed(annotation.get("@context")):
        found.append("3.1 @context")
    if not IRI.fullmatch(annotation.get("id") or ""):
        found.append("3.1 exactly one IRI")
    if "Annotation" not in listed(annotation.get("type")):
        found.append("3.1 type")
    if not listed(annotation.get("target")):
        found.append("3.1 one target or more")
    if not MOTIVATIONS.issuperset(listed(annotation.get("motivation"))):
        found.append("3.3.5 motivation")
    created = annotation.get("created")
    if created is not None and not TIME.fullmatch(created):
        found.append("3.3.2 created in UTC")
    for agent in (annotation.get("creator"), annotation.get("generator")):
        if agent is not None and agent.get("type") not in ("Person", "Organization", "Software"):
            found.append("3.3.3 type of an agent")
    for body in listed(annotation.get("body")):
        found += body_faults(body)
    for target in listed(annotation.get("target")):
        found += specific_faults(target)
    return found


def body_faults(body: dict[str, Any]) -> list[str]:
    if body.get("purpose") not in MOTIVATIONS:
        return ["3.3.5 purpose"]
    if body.get("type") == "TextualBody":
        return [] if isinstance(body.get("value"), str) else ["3.2.4 exactly one value"]
    return specific_faults(body)


def specific_faults(resource: dict[str, Any]) -> list[str]:
    found = []
    if resource.get("type") != "SpecificResource" or not IRI.fullmatch(resource.get("source") or ""):
        found.append("4. exactly one source")
    for selector in listed(resource.get("selector")):
        start, end = selector.get("start"), selector.get("end")
        if selector["type"] == "TextPositionSelector":
            if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
                found.append("4.2.5 start and end")
        elif selector["type"] != "TextQuoteSelector" or not isinstance(selector.get("exact"), str):
            found.append("4.2.4 exactly one exact")
        elif not all(isinstance(selector.get(name, ""), str) for name in ("prefix", "suffix")):
            found.append("4.2.4 prefix and suffix")
    state = resource.get("state")
    if state is not None and (state["type"] != "TimeState" or not TIME.fullmatch(state["sourceDate"])):
        found.append("4.3.1 sourceDate")
    return found


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def reviewing() -> Saying:
    saying = Saying()
    saying.accept(DOCUMENT, RECORDS[3])
    assert isinstance(RECORDS[0], GroupRecord)
    saying.say(DOCUMENT, "edit", RECORDS[0], RECORDS[0].model_copy(update={"leaders": ()}), why="it follows")
    saying.say(DOCUMENT, "reject", RECORDS[1], why="not-one")
    saying.say(DOCUMENT, "read", who="Bo")
    return saying


@pytest.mark.parametrize("url", [URL, None])
def test_every_annotation_is_as_the_model_says(url: str | None) -> None:
    document = DOCUMENT.model_copy(update={"source_url": url})
    found = list(annotated(reviewing().on(document, RECORDS)))
    assert len(found) == 11
    assert [(each["id"], fault) for each in found for fault in faults(each)] == []
    assert len({each["id"] for each in found}) == len(found)


def test_a_field_is_tagged_where_it_stands() -> None:
    found = list(annotated(build.unreviewed(DOCUMENT, RECORDS)))
    member = next(each for each in found if each["body"][1]["value"] == "No. 2 Primary School")
    assert member["motivation"] == "tagging"
    assert member["body"][0] == {
        "type": "TextualBody", "value": "group/members", "format": "text/plain", "purpose": "tagging",
    }  # fmt: skip
    start = DOCUMENT.text.index("No. 2 Primary School")
    quote = {
        "type": "TextQuoteSelector",
        "exact": "No. 2 Primary School",
        "prefix": "embers are Yaode Primary School and "[-32:],
        "suffix": " 🎉.",
    }
    text, page = member["target"]
    assert text["source"] == f"urn:communique:document:{DOCUMENT.id}"
    assert text["selector"] == [{"type": "TextPositionSelector", "start": start, "end": start + 20}, quote]
    assert page == {
        "type": "SpecificResource",
        "source": "https://example.org/%E6%96%B0%E9%97%BB/a%20b.html?x=1",
        "state": {"type": "TimeState", "sourceDate": "2026-11-22T09:30:00Z"},
        "selector": quote,
    }


def test_positions_count_code_points() -> None:
    """Of "🎉" there is one, though browsers' strings have two units for it."""
    text = "🎉🎉 Hill School joined."
    document = build.document("e.txt", text)
    record = build.group(document, "Hill School")
    selector = next(annotated(build.unreviewed(document, [record])))["target"][0]["selector"]
    assert (selector[0]["start"], selector[0]["end"]) == (3, 14)
    assert (selector[1]["prefix"], selector[1]["suffix"]) == ("🎉🎉 ", " joined.")


def test_a_decision_is_an_assessment_with_its_author_and_time() -> None:
    found = [each for each in annotated(reviewing().on(DOCUMENT, RECORDS)) if each["motivation"] == "assessing"]
    assert [(each["creator"]["name"], each["created"], each["body"][0]["value"]) for each in found] == [
        ("Ann", "2026-11-23T02:01:00Z", "accept"),
        ("Ann", "2026-11-23T02:02:00Z", "edit"),
        ("Ann", "2026-11-23T02:03:00Z", "reject"),
        ("Bo", "2026-11-23T02:04:00Z", "read"),
    ]
    edit, read = found[1], found[3]
    assert [body["purpose"] for body in edit["body"]] == ["assessing", "editing", "commenting", "linking"]
    assert json.loads(edit["body"][1]["value"])["leaders"] == []
    assert ["selector" in target for target in read["target"]] == [False, False]


def test_rejected_records_are_not_tagged_and_undone_decisions_not_told() -> None:
    saying = reviewing()
    saying.made.append(saying.made[0].model_copy(update={"id": 9, "what": "undo", "undoes": 1, "key": "undone-1"}))
    found = list(annotated(saying.on(DOCUMENT, RECORDS)))
    assert "official/name" not in {each["body"][0]["value"] for each in found}
    assert "accept" not in {each["body"][0]["value"] for each in found}


def test_a_decision_on_a_former_version_has_no_position_in_this_one() -> None:
    today = build.document(text="New.\n" + build.TEXT)
    found = [each for each in annotated(reviewing().on(today, [])) if each["body"][0]["value"] == "reject"]
    assert found[0]["target"][0]["selector"] == [{"type": "TextQuoteSelector", "exact": "Li Na"}]


def test_the_file_is_the_same_after_each_export(tmp_path: Path) -> None:
    number = export([reviewing().on(DOCUMENT, RECORDS)], tmp_path)
    first = (tmp_path / "annotations.jsonl").read_bytes()
    assert [json.loads(line)["type"] for line in first.decode().splitlines()] == ["Annotation"] * number
    export([reviewing().on(DOCUMENT, RECORDS)], tmp_path)
    assert (tmp_path / "annotations.jsonl").read_bytes() == first


def test_the_command(tmp_path: Path) -> None:
    build.write(tmp_path / "out", DOCUMENT)
    to = tmp_path / "to"
    result = CliRunner().invoke(app, ["export", str(tmp_path / "out"), "--format", "web-annotation", "--to", str(to)])
    assert result.exit_code == 0
    assert result.stdout == f"{to / 'annotations.jsonl'}: 11 annotations\n"
    assert {path.name for path in to.iterdir()} == {"annotations.jsonl", "codebook.md"}
