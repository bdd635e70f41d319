"""Politeness: one request at a time to a host, and a pause after each."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Host:
    """The turn at one host: who holds it may ask; the next may from ``free`` on, by the monotonic clock."""

    turn: threading.Lock = field(default_factory=threading.Lock)
    free: float = 0.0


class Pace:
    """Gives out turns. Threads share it; ``wait`` may raise, to end a wait that is no longer wanted."""

    def __init__(self, wait: Callable[[float], object] = time.sleep) -> None:
        self.wait = wait
        self.hosts: dict[str, Host] = {}
        self.opening = threading.Lock()

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        """Hold the only turn at a host; the next one begins ``delay`` seconds after this one ends, or later."""
        known = self._known(host)
        with known.turn:
            while (left := known.free - time.monotonic()) > 0:
                self.wait(left)
            try:
                yield
            finally:
                known.free = max(known.free, time.monotonic() + delay)

    def hold(self, host: str, seconds: float) -> None:
        """Let the next turn at a host begin so many seconds from now, or later."""
        known = self._known(host)
        known.free = max(known.free, time.monotonic() + seconds)

    def _known(self, host: str) -> Host:
        with self.opening:
            return self.hosts.setdefault(host, Host())
