"""Gold: what a perfect extractor returns for one document, as ``annotation/GUIDELINES.md`` defines it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import UsageError
from pipeline.records import Category, Measure, Modifier, Status


class Part(BaseModel):
    """Immutable; keys that the scorer does not need, such as notes, are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldGroup(Part):
    """A group with its printed forms."""

    name: str
    aliases: tuple[str, ...]
    leaders: tuple[str, ...]
    members: tuple[str, ...]
    established: str | None = None


class GoldPosition(Part):
    """One title in one organisation."""

    title: str
    organisation: str | None
    category: Category


class GoldOfficial(Part):
    """A named person with positions."""

    name: str
    positions: tuple[GoldPosition, ...]


class GoldDate(Part):
    """A calendar expression; ``value`` is EDTF."""

    text: str
    value: str


class GoldCount(Part):
    """A number with what it counts; ``kind`` is what a record calls ``measure``."""

    text: str
    value: int | float
    unit: str | None
    kind: Measure
    modifier: Modifier
    status: Status
    scope: str | None = None
    as_of: str | None = None


class Gold(Part):
    """The gold of one document; policies are titles."""

    groups: tuple[GoldGroup, ...]
    officials: tuple[GoldOfficial, ...]
    dates: tuple[GoldDate, ...]
    counts: tuple[GoldCount, ...]
    policies: tuple[str, ...]


def gold_of(folder: Path, only: Collection[str] = ()) -> Iterator[tuple[str, Gold]]:
    """The gold files of a folder by name without ending, in order; JSON files without ``groups`` are no gold.

    ``only`` keeps the named ones. Raises UsageError for a folder without gold, a name that has none, and no sound gold.
    """
    found: set[str] = set()
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(content, dict) or "groups" not in content or (only and path.stem not in only):
                continue
            yield path.stem, Gold.model_validate(content)
        except (OSError, ValueError) as error:
            raise UsageError(f"{path}: no sound gold file: {_first(error)}; mend it, see GUIDELINES.md") from error
        found.add(path.stem)
    if missing := sorted(set(only) - found):
        raise UsageError(
            f"{folder}: holds no gold for {', '.join(missing)}; name documents by their gold file, without .json"
        )
    if not found:
        raise UsageError(f"{folder}: holds no gold files to score by; name a folder of NAME.json files")


def _first(error: OSError | ValueError) -> str:
    """What is wrong, in one line."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error).splitlines()[0]
