"""The bytes as they came are kept once, and only as long as a document cites them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.store import archive
from tests.pipeline import build


def test_bytes_are_kept_under_their_digest(tmp_path: Path) -> None:
    digest = archive.keep(tmp_path, b"\xff bytes")
    assert digest == hashlib.sha256(b"\xff bytes").hexdigest()
    assert (tmp_path / "archive" / digest).read_bytes() == b"\xff bytes"
    assert archive.fault(tmp_path, digest) is None


def test_damaged_bytes_are_noticed_and_mended(tmp_path: Path) -> None:
    digest = archive.keep(tmp_path, b"bytes")
    (tmp_path / "archive" / digest).write_bytes(b"bites")
    assert archive.fault(tmp_path, digest) == "has other bytes"
    archive.keep(tmp_path, b"bytes")
    assert archive.fault(tmp_path, digest) is None
    (tmp_path / "archive" / digest).unlink()
    assert archive.fault(tmp_path, digest) == "is missing"


def test_a_run_removes_what_no_document_cites_and_nothing_else(tmp_path: Path) -> None:
    build.write(tmp_path, build.document("a.txt"), build.document("b.txt", "Other\n" + build.TEXT))
    (tmp_path / "archive" / "crawl.warc.gz").write_bytes(b"not ours")
    kept = build.document("a.txt")
    build.write(tmp_path, kept)
    assert {path.name for path in (tmp_path / "archive").iterdir()} == {kept.sha256, "crawl.warc.gz"}
