"""kill -9, anywhere: readers see one whole data set, and the next sync ends as if nothing had been."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from subprocess import PIPE

import pytest
from fastwarc.warc import ArchiveIterator

from pipeline.run import Settings, run
from pipeline.store.dataset import opened
from pipeline.store.seal import DOCUMENTS, RECORDS, current
from pipeline.store.verify import findings
from tests.pipeline.sync.child import Case
from tests.pipeline.sync.news import HOSTS, Site, on_air, sync

ROOT = Path(__file__).parents[3]
NAMED = [
    ("tables half made", 1, 1),
    ("archive begun", 1, 1),
    ("file of the archive begun", 1, 3),
    ("before an exchange is archived", 1, 4),
    ("half an exchange archived", 1, 6),
    ("half an exchange archived", 2, 3),
    ("exchange archived, not indexed", 1, 7),
    ("exchange archived, not indexed", 2, 5),
    ("exchange indexed, not committed", 1, 9),
    ("links of a list taken", 1, 1),
    ("links of a list taken", 2, 2),
    ("between two pages", 1, 6),
    ("files taken", 1, 2),
    ("before a result is kept", 1, 3),
    ("result kept", 2, 2),
    ("before publication", 1, 1),
    ("seal published", 1, 1),
    ("seal published", 2, 1),
    ("between two renames", 1, 3),
    ("between two renames", 2, 4),
    ("renamed, not pruned", 2, 1),
    ("published, changes not listed", 2, 1),
    ("changes half listed", 1, 9),
    ("changes half listed", 2, 2),
]
RANDOM = 20
POINTS_IN_A_ROW = [
    ("exchange archived, not indexed", 9),
    ("exchange indexed, not committed", 1),  # as it is taken over from the archive
    ("half an exchange archived", 9),
    ("before publication", 1),
    ("seal published", 1),
]
Kill = Callable[[Case], int]


@dataclass(frozen=True)
class Undisturbed:
    """Two nights of which neither was disturbed; ``folders`` (before the first, too) and how long each took."""

    site: Site
    sources: Path
    folders: dict[int, Path]
    seconds: dict[int, float]


@pytest.fixture(scope="module")
def kill() -> Iterator[Kill]:
    """Runs a case; how its process ended."""
    command = [sys.executable, "-m", "tests.pipeline.sync.child"]
    with subprocess.Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as child:  # noqa: S603
        asks, answers = child.stdin, child.stdout
        assert asks is not None
        assert answers is not None

        def run_case(case: Case) -> int:
            asks.write(json.dumps(asdict(case)) + "\n")
            asks.flush()
            return int(answers.readline())

        yield run_case
        asks.close()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Undisturbed]:
    place = tmp_path_factory.mktemp("undisturbed")
    with on_air() as site:
        sources = site.sources(place)
        folders, seconds = {0: place / "night-0"}, {}
        folders[0].mkdir()
        for night in (1, 2):
            folders[night] = place / f"night-{night}"
            shutil.copytree(folders[night - 1], folders[night])
            begun = time.monotonic()
            assert sync(sources, folders[night], "undisturbed", night, Case.rotate).exit_code == 0
            seconds[night] = time.monotonic() - begun
        yield Undisturbed(site, sources, folders, seconds)


def data_set(folder: Path) -> tuple[bytes, bytes]:
    """The data set as a reader sees it: documents and records, each value checked at its place."""
    with opened(folder) as dataset:
        assert list(dataset.checked())
        dataset.documents_file.seek(0)
        dataset.records_file.seek(0)
        return dataset.documents_file.read(), dataset.records_file.read()


def read_by_another(folder: Path) -> int:
    """Read the archive with a reader that we did not write; how many answers it holds."""
    answers = 0
    for path in sorted((folder / "archive").glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, parse_http=False):
                assert record.verify_block_digest(consume=False) or "WARC-Block-Digest" not in record.headers
                answers += record.headers["WARC-Type"] in ("response", "revisit", "resource")
    return answers


def end_well(whole: Undisturbed, folder: Path, case: Case) -> None:
    """What a reader sees after a kill; then the next sync, and all that it must leave."""
    night = case.night
    seen = data_set(folder) if current(folder)[0].is_file() else None
    former = data_set(whole.folders[1]) if night == 2 else None
    assert seen in (former, data_set(whole.folders[night]))
    ended = sync(whole.sources, folder, case.name, night, case.rotate)
    assert ended.exit_code == 0
    for name in (DOCUMENTS, RECORDS):
        assert (folder / name).read_bytes() == (whole.folders[night] / name).read_bytes()
    assert list(findings(folder)) == []
    asked = whole.site.pages(case.name, night)
    assert set(asked) == set(whole.site.pages("undisturbed", night))
    again = {path.replace("/moved/1", "/news/70") for path, times in asked.items() if times > 1}
    assert len(again) <= len(HOSTS)
    assert len({path.partition(":")[0].partition("/")[0] for path in again}) == len(again)
    assert max(asked.values()) <= 2
    assert read_by_another(folder) >= read_by_another(whole.folders[night])


@pytest.mark.parametrize(("point", "night", "at"), NAMED)
def test_a_sync_killed_at_a_named_point(
    undisturbed: Undisturbed, kill: Kill, tmp_path: Path, point: str, night: int, at: int
) -> None:
    folder = tmp_path / "outputs"
    shutil.copytree(undisturbed.folders[night - 1], folder)
    case = Case(f"{point.replace(',', '').replace(' ', '-')}-{night}", str(undisturbed.sources), str(folder), night)
    assert kill(replace(case, point=point, at=at)) == -signal.SIGKILL
    end_well(undisturbed, folder, case)


@pytest.mark.parametrize("seed", range(RANDOM))
def test_a_sync_killed_at_any_moment(undisturbed: Undisturbed, kill: Kill, tmp_path: Path, seed: int) -> None:
    night = seed % 2 + 1
    folder = tmp_path / "outputs"
    shutil.copytree(undisturbed.folders[night - 1], folder)
    case = Case(f"moment-{seed}", str(undisturbed.sources), str(folder), night)
    moment = random.Random(seed).uniform(0, undisturbed.seconds[night])  # noqa: S311
    assert kill(replace(case, after=moment)) in (-signal.SIGKILL, 0)  # a quick machine is done sooner
    end_well(undisturbed, folder, case)


@pytest.mark.parametrize("point", ["before publication", "renamed, not pruned"])
@pytest.mark.parametrize(("night", "new", "changed"), [(1, 15, 0), (2, 2, 2)])
def test_news_of_a_killed_sync_is_told_by_the_next(
    undisturbed: Undisturbed, kill: Kill, tmp_path: Path, point: str, night: int, new: int, changed: int
) -> None:
    folder = tmp_path / "outputs"
    shutil.copytree(undisturbed.folders[night - 1], folder)
    case = Case(f"news-{point[:6]}-{night}", str(undisturbed.sources), str(folder), night, point)
    assert kill(case) == -signal.SIGKILL
    told = sync(undisturbed.sources, folder, case.name, night)
    assert (len(told.new), len(told.changed)) == (new, changed)
    assert sync(undisturbed.sources, folder, case.name, night).new == []


def test_a_sync_killed_again_and_again(undisturbed: Undisturbed, kill: Kill, tmp_path: Path) -> None:
    folder = tmp_path / "outputs"
    case = Case("again", str(undisturbed.sources), str(folder), 1)
    for point, at in POINTS_IN_A_ROW:
        assert kill(replace(case, point=point, at=at)) == -signal.SIGKILL
    undisturbed.site.forget("again")
    assert sync(undisturbed.sources, folder, "again").exit_code == 0
    assert not undisturbed.site.pages("again")
    assert data_set(folder) == data_set(undisturbed.folders[1])


def test_replaying_the_archive_gives_the_same_data_set(undisturbed: Undisturbed, tmp_path: Path) -> None:
    archives = [str(path) for path in sorted((undisturbed.folders[2] / "archive").glob("*.warc.gz"))]
    run(archives, tmp_path, Settings())
    assert data_set(tmp_path) == data_set(undisturbed.folders[2])


def test_the_undisturbed_nights_are_what_the_site_shows(undisturbed: Undisturbed) -> None:
    """Six pages a host (one behind a redirect) and three files; on night 2 one page more a host, and no page twice."""
    nights = {1: 15, 2: 17}
    for night, documents in nights.items():
        with opened(undisturbed.folders[night]) as dataset:
            assert dataset.seal.totals.inputs == documents
            assert dataset.seal.counts["group"] >= documents - 3
            assert dataset.seal.totals.failures == 0
    assert set(undisturbed.site.pages("undisturbed", 1).values()) == {1}
    assert {status for _, status in undisturbed.site.asked["undisturbed", "2"]} == {200, 301, 304, 404, 410}
