"""A Frictionless data package (https://specs.frictionlessdata.io/data-package/): CSV files and what they mean."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.export.columns import Column, columns_of
from pipeline.export.csv import PlainCsv
from pipeline.export.tables import KEYS, TABLES, joins

NAME = "datapackage.json"


class DataPackage(PlainCsv):
    """``datapackage.json`` beside ``NAME.csv``."""

    files = PlainCsv.files | {NAME}

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__(folder, names)
        said = json.dumps(package(names), ensure_ascii=False, indent=2)
        (folder / NAME).write_text(f"{said}\n", encoding="utf-8")


def package(names: Sequence[str]) -> dict[str, Any]:
    """What ``datapackage.json`` says of the tables."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "communique-tables",
        "title": "Statements of announcements, each with its source",
        "description": "See codebook.md for how each value was made, and how right it is.",
        "resources": [_resource(name) for name in names],
    }


def _resource(name: str) -> dict[str, Any]:
    row = TABLES[name]
    schema: dict[str, Any] = {
        "fields": [_field(name, column) for column in columns_of(row)],
        "missingValues": [""],
    }
    if name in KEYS:
        schema["primaryKey"] = [KEYS[name]]
    if found := joins(name):
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": "" if target == name else target, "fields": [KEYS[target]]}}
            for column, target in found.items()
        ]
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "description": " ".join((row.__doc__ or "").split()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(name: str, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.says.meaning}
    constraints: dict[str, Any] = {}
    if column.required and (column.type != "string" or column.says.allowed or column.name in joins(name)):
        constraints["required"] = True
    if column.name == KEYS.get(name):
        constraints |= {"required": True, "unique": True}
    if column.says.allowed:
        constraints["enum"] = list(column.says.allowed)
    return field | ({"constraints": constraints} if constraints else {})
