"""The progress bar shows names as text, and only in a terminal."""

from __future__ import annotations

import pytest

from pipeline.progress import watching


@pytest.mark.parametrize("terminal", [True, False])
def test_watching(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1" if terminal else "0")
    with watching() as watch:
        watch("[bold]a\x1b]0;owned\x07.txt")
    said = capsys.readouterr()
    assert said.out == ""
    assert ("[bold]a\\x1b]0;owned\\x07.txt" in said.err) is terminal
    assert terminal or said.err == ""
