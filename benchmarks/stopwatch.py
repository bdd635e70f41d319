"""How long each step of the program takes: its functions are timed in place, without the steps that go on in them."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Stopwatch:
    """Processor seconds by step, of this process; a step within a step counts as itself only."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    within: list[float] = field(default_factory=list)
    """Of each step that is going on: the seconds of the steps in it so far."""

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what is done in this context as a step."""
        started = time.process_time()
        self.within.append(0.0)
        try:
            yield
        finally:
            taken = time.process_time() - started
            self.seconds[name] += taken - self.within.pop()
            if self.within:
                self.within[-1] += taken

    def time(self, owner: Any, attribute: str, name: str) -> None:
        """Replace a function of a module or class by one that is timed; an iterator is run to its end in its step."""
        function: Callable[..., Any] = getattr(owner, attribute)

        def timed(*arguments: Any, **named: Any) -> Any:
            with self.step(name):
                found = function(*arguments, **named)
                return iter(list(found)) if isinstance(found, Iterator) else found

        setattr(owner, attribute, timed)
