"""What all tests share: they do not wait for the disk, and examples may take their time on a busy machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_forced() -> Iterator[None]:
    """Nobody cuts the power here, and what a killed process has written the system keeps.

    Thousands of data sets are sealed, and to force them to the disk took a minute.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield
