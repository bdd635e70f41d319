"""Hosts asked at once, the pages of one host one by one, until one task fails badly or the job is told to end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

MOST_HOSTS = 16
"""Hosts that are asked at once."""
Task = Callable[[], None]


class Stopped(Exception):
    """The job was told to end; whoever waits ends."""


def waiting(stop: threading.Event) -> Callable[[float], None]:
    """A wait that ends at once, by raising Stopped, when the job is told to end."""

    def wait(seconds: float) -> None:
        if stop.wait(seconds):
            raise Stopped

    return wait


def at_once(tasks: Sequence[tuple[str, Task]], stop: threading.Event) -> None:
    """Do tasks, each with the address it asks: those of one host in their order, hosts at once.

    What a task raises ends the others by ``stop`` and is raised again; Stopped ends its host alone.
    """
    hosts: dict[str, list[Task]] = {}
    for address, task in tasks:
        hosts.setdefault(urlsplit(address).hostname or "", []).append(task)
    if not hosts:
        return
    with ThreadPoolExecutor(min(MOST_HOSTS, len(hosts)), "host") as pool:
        running = [pool.submit(_one_by_one, queue, stop) for queue in hosts.values()]
        try:
            for each in running:
                each.result()
        except BaseException:
            stop.set()
            raise


def _one_by_one(tasks: Iterable[Task], stop: threading.Event) -> None:
    try:
        for task in tasks:
            if stop.is_set():
                return
            task()
    except Stopped:
        return
    except BaseException:
        stop.set()
        raise
