"""Files of an export appear together, and what a killed export left behind goes with the next one."""

from __future__ import annotations

from pathlib import Path

from pipeline.export.staging import PREFIX, staged


def left(folder: Path) -> list[str]:
    """The names of a folder, those of rooms for files that wait cut short."""
    return sorted(PREFIX if path.name.startswith(PREFIX) else path.name for path in folder.iterdir())


def test_what_a_killed_export_left_behind_goes_and_what_another_one_writes_stays(tmp_path: Path) -> None:
    killed = tmp_path / f"{PREFIX}killed"
    (killed / "new").mkdir(parents=True)
    (killed / "held").touch()
    with staged(tmp_path) as other:
        (other / "counts.csv").write_text("2")
        with staged(tmp_path) as own:
            assert left(tmp_path) == [PREFIX, PREFIX]
            (own / "groups.csv").write_text("1")
        assert left(tmp_path) == [PREFIX, "groups.csv"]
    assert left(tmp_path) == ["counts.csv", "groups.csv"]
