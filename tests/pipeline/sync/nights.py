"""Nights on the test site: sources that may ask it, a clock that tests set, and the data set that came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from pipeline.fetch.client import Web
from pipeline.run import Settings
from pipeline.sources import Source
from pipeline.sync import job
from pipeline.sync.job import Night, Wishes
from tests.pipeline.sync.site import Host

DELAY = 0.05
"""Seconds between two requests to a host."""


def source(name: str, kind: str, url: str, **facts: Any) -> Source:
    """A source that may ask hosts on this machine."""
    return Source.model_validate(
        {"name": name, "kind": kind, "url": url, "allow_private": True, "delay": DELAY} | facts
    )


def news(host: Host, path: str = "/news/", **facts: Any) -> Source:
    """A listing source."""
    return source(facts.pop("name", "news"), "listing", host.url(path), **facts)


def direct(url: httpx.URL) -> str | None:
    """No proxy, whatever the environment says."""
    return None


@dataclass
class Nights:
    """Syncs of one folder, each at a time of the test's own."""

    folder: Path
    now: datetime = datetime(2026, 11, 1, 2, 0, tzinfo=UTC)
    settings: Settings = field(default_factory=Settings)
    web: Web = field(default_factory=lambda: Web(proxy=direct, timeout=5.0))

    def sync(self, *sources: Source, days: float = 0, wishes: Wishes | None = None) -> Night:
        """One sync, so many days after the last."""
        self.now += timedelta(days=days, seconds=5)
        return job.sync(sources, self.folder, self.settings, wishes, replace(self.web, now=lambda: self.now))

    def lines(self, name: str) -> list[dict[str, Any]]:
        """What stands in a file of the data set."""
        return [json.loads(line) for line in (self.folder / name).read_text(encoding="utf-8").splitlines()]

    def documents(self) -> dict[str, Mapping[str, Any]]:
        """The documents by their source."""
        return {document["source"]: document for document in self.lines("documents.jsonl")}

    def groups(self) -> set[str]:
        """The names of the groups in the data set."""
        return {record["name"]["value"] for record in self.lines("records.jsonl") if record["kind"] == "group"}

    def events(self, event: str) -> list[Mapping[str, Any]]:
        """The events of one name in the log."""
        return [line for line in self.lines("sync.log") if line["event"] == event]


def problems(night: Night) -> dict[str, str]:
    """What failed and why."""
    return {failure.input: failure.problem for failure in night.failures}
