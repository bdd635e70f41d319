"""Two hosts, a folder of nights, and no long waits."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.fetch import visit
from tests.pipeline.sync.desk import Desk
from tests.pipeline.sync.news import on_air, sync
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


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp("desk")
    with on_air() as site:
        sources = site.sources(place)
        folders = {night: place / f"night-{night}" for night in (1, 2)}
        assert sync(sources, folders[1], "desk").exit_code == 0
        shutil.copytree(folders[1], folders[2])
        assert sync(sources, folders[2], "desk", 2).exit_code == 0
        yield Desk(site, sources, folders)
