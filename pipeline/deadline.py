"""No document may keep a run waiting for ever."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class TookTooLong(BaseException):
    """The time for one document is over. Not an Exception: nobody on the way is to take it for an error of the page."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TookTooLong in what is done here when that takes longer.

    Only the main thread of a process can be stopped so, and not on Windows; elsewhere this does nothing.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise TookTooLong
