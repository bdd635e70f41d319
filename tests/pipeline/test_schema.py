"""The published schema says what a run writes."""

from __future__ import annotations

import json
from typing import Any

from pipeline.schema import schema
from pipeline.store.draft import line
from tests.pipeline import build

DOCUMENT = build.document()


def test_every_key_of_a_document_is_in_the_schema_and_required() -> None:
    published: dict[str, Any] = json.loads(schema("document"))
    assert published["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(published["properties"]) == published["required"] == list(json.loads(line(DOCUMENT)))


def test_every_kind_of_record_has_its_own_schema() -> None:
    published: dict[str, Any] = json.loads(schema("record"))
    kinds = published["discriminator"]["mapping"]
    for record in build.records(DOCUMENT):
        of = published["$defs"][kinds[record.kind].removeprefix("#/$defs/")]
        assert list(of["properties"]) == of["required"] == list(json.loads(line(record)))
        assert of["additionalProperties"] is False
