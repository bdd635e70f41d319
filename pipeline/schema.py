"""The published JSON Schema of the data set's lines, generated from the types."""

from __future__ import annotations

import json
from typing import Literal

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from pipeline.records import RECORD, Document

SchemaKind = Literal["record", "document"]


class Written(GenerateJsonSchema):
    """The schema of what is written: every key is there, also one whose value is the default."""

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,
        total: bool,
    ) -> bool:
        """Every field is."""
        return True


def schema(kind: SchemaKind) -> str:
    """The JSON Schema (draft 2020-12) of one line of ``records.jsonl`` or ``documents.jsonl``, as a run writes it."""
    if kind == "document":
        content = Document.model_json_schema(mode="serialization", schema_generator=Written)
    else:
        content = RECORD.json_schema(mode="serialization", schema_generator=Written) | {"title": "Record"}
    return json.dumps({"$schema": Written.schema_dialect} | content, ensure_ascii=False, indent=2)
