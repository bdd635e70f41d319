"""The gate for entities: names that are two things are not made one, and of those that are one few are left apart."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks import identity

PRECISION = 0.98


def told(judged: identity.Judged) -> str:
    return "\n".join(
        f"{name}: {' = '.join(' '.join(each) for each in sorted(pair))}"
        for name, pairs in (("wrong", judged.wrong), ("missed", judged.missed))
        for pair in pairs
    )


def test_the_pairs_of_the_corpus() -> None:
    judged = identity.corpus()
    assert judged.precision >= PRECISION, told(judged)
    assert judged.recall >= 0.95, told(judged)


def test_the_seeds_and_articles() -> None:
    root = os.environ.get("COMMUNIQUE_GOLD")
    if root is None:
        pytest.skip("COMMUNIQUE_GOLD names no folder")
    judged = identity.shared(Path(root))
    assert judged.precision >= PRECISION, told(judged)
    assert judged.recall >= 0.93, told(judged)
