"""The bytes as they came are kept once, and only as long as a document cites them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from pipeline.store import archive, draft
from pipeline.store.draft import finish_renames
from tests.pipeline import build


def test_bytes_are_kept_under_their_digest(tmp_path: Path) -> None:
    digest = archive.Originals(tmp_path).keep(b"\xff bytes")
    assert digest == hashlib.sha256(b"\xff bytes").hexdigest()
    assert (tmp_path / "archive" / digest).read_bytes() == b"\xff bytes"
    assert archive.fault(tmp_path, digest) is None


def test_damaged_bytes_are_noticed_and_mended(tmp_path: Path) -> None:
    digest = archive.Originals(tmp_path).keep(b"bytes")
    (tmp_path / "archive" / digest).write_bytes(b"bites")
    assert archive.fault(tmp_path, digest) == "has other bytes"
    archive.Originals(tmp_path).keep(b"bytes")
    assert archive.fault(tmp_path, digest) is None
    (tmp_path / "archive" / digest).unlink()
    assert archive.fault(tmp_path, digest) == "is missing"


def test_the_disk_has_the_bytes_before_a_seal_cites_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forced: set[int] = set()
    real = os.fsync

    def watched(handle: int) -> None:
        real(handle)
        forced.add(os.fstat(handle).st_ino)

    def sealing(folder: Path) -> None:
        kept = [tmp_path / "archive", *(tmp_path / "archive").iterdir()]
        assert len(kept) == 3
        assert {path.stat().st_ino for path in kept} <= forced
        finish_renames(folder)

    monkeypatch.setattr(os, "fsync", watched)
    monkeypatch.setattr(draft, "finish_renames", sealing)
    build.write(tmp_path, build.document("a.txt"), build.document("b.txt", "Other\n" + build.TEXT))


def test_a_run_removes_what_no_document_cites_and_nothing_else(tmp_path: Path) -> None:
    build.write(tmp_path, build.document("a.txt"), build.document("b.txt", "Other\n" + build.TEXT))
    (tmp_path / "archive" / "crawl.warc.gz").write_bytes(b"not ours")
    kept = build.document("a.txt")
    build.write(tmp_path, kept)
    assert {path.name for path in (tmp_path / "archive").iterdir()} == {kept.sha256, "crawl.warc.gz"}
