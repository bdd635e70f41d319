"""The review page's server as its own process, that can be killed and started again, and what it has logged."""

from __future__ import annotations

import multiprocessing
import socket
from contextlib import closing
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from pipeline.review.decisions import Decision
from pipeline.review.log import logged
from tests.browser import serving

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([serving.__name__])


class Served:
    """``communique review`` on a folder; its port and tokens stay the same from start to start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.people: tuple[str, ...] = ("Ann",)
        self.double = 0.0
        self.process: ForkServerProcess | None = None
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *people: str, double: float = 0.0) -> None:
        """Start the server, and wait until it has printed where it is."""
        if people:
            self.people, self.double = people, double
        options = [part for name in self.people for part in ("--reviewer", name, "--token", token(name))]
        arguments = [
            str(self.folder), "--no-browser", "--port", str(self.port), "--double", str(self.double), *options
        ]  # fmt: skip
        said, saying = PROCESSES.Pipe(duplex=False)
        with said, saying:
            self.process = PROCESSES.Process(target=serving.review, args=(arguments, saying), daemon=True)
            self.process.start()
            saying.close()
            with open(said.fileno(), closefd=False) as lines:
                assert [lines.readline() for _ in self.people][-1].endswith("\n")

    def kill(self) -> None:
        """End the server as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process.close()
            self.process = None

    def start_url(self, who: str) -> str:
        return f"{self.address}/start?token={token(who)}"

    def logged(self) -> list[Decision]:
        """What is in the log."""
        log = logged(self.folder)
        return list(log.decisions) if log else []


def token(who: str) -> str:
    return f"the-token-of-{who}-is-long"
