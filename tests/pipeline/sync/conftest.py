"""Two hosts, a folder of nights, and no long waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.fetch import visit
from tests.pipeline.sync.nights import Nights
from tests.pipeline.sync.site import Host, serving


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "WAIT", 0.01)


@pytest.fixture
def one() -> Iterator[Host]:
    with serving("127.0.0.1") as host:
        yield host


@pytest.fixture
def two() -> Iterator[Host]:
    with serving("127.0.0.2") as host:
        yield host


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    return Nights(tmp_path / "out")
