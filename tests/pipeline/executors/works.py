"""Tasks whose workers do to a document what its text asks for; sent to processes of the pool by their names here."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pipeline.fetch
from pipeline.errors import ModelError
from pipeline.executors.task import Task, Worker
from pipeline.fetch import Web
from pipeline.inputs import Input, fetching
from pipeline.lexicon import Lexicon
from pipeline.read import Reading
from pipeline.records import Document, Record
from pipeline.steps import Item
from pipeline.store.seal import Failure, LeftOutInput
from pipeline.store.shards import Finished, Written
from tests.pipeline import build

LEFT = LeftOutInput(input="c.png", reason="a picture")


@dataclass(frozen=True)
class Obedient(Task):
    """Workers that die, fail or wait where a text says so; each leaves a mark in the folder for what it begins."""

    marks: Path

    def worker(self) -> Worker:
        time.sleep(0.5)  # as long as the rules take to load; a worker of Dask that dies at once is not started anew
        return Worker(self.read, Rules())

    def read(self, source: Input) -> Reading:
        words = source.data.decode().split("\n")[0].split()
        mark = self.marks / source.source.replace("/", "-")
        first = not mark.exists()
        mark.write_text(str(os.getpid()))
        match words:
            case ["exit"]:
                os._exit(3)
            case ["kill"]:
                os.kill(os.getpid(), signal.SIGKILL)
            case ["kill", "once"] if first:
                os.kill(os.getpid(), signal.SIGKILL)
            case ["wait", seconds]:
                time.sleep(float(seconds))
            case ["fail"]:
                raise ZeroDivisionError
            case ["no", "model"]:
                raise ModelError("--model: is not there; install it")
        return Reading(build.document(source.source, source.data.decode()))


class Rules:
    """Finds one group in every document that names it."""

    asked = 0

    def records(self, document: Document) -> list[Record]:
        return build.records(document) if build.TEXT in document.text else []


def obedient(marks: Path) -> Obedient:
    marks.mkdir(exist_ok=True)
    return Obedient(Lexicon(), False, False, marks)


@dataclass(frozen=True)
class Broken(Task):
    """Workers that end before they have begun."""

    def worker(self) -> Worker:
        os._exit(7)


@dataclass(frozen=True)
class Surfing(Task):
    """Workers that fetch nothing, but note in the folder when they asked a host for a page, and until when."""

    asked: Path

    def worker(self) -> Worker:
        fetching.PAUSE = 0.3
        pipeline.fetch.fetch_page = self.fetch
        return Worker(lambda source: Reading(build.document(source.source, source.data.decode())), Rules())

    def fetch(self, url: str, web: Web | None = None) -> Input:
        assert web is None
        begun = time.time()
        time.sleep(0.1)
        (self.asked / url.partition("//")[2].replace("/", "-")).write_text(f"{begun} {time.time()}")
        return Input(url, build.TEXT.encode(), "text/plain")


def asking(*words: str) -> list[Item]:
    """Inputs whose first lines ask something of the worker, with a plain one before each and after all."""
    texts = [text for word in words for text in (build.TEXT, word)]
    inputs = (Input(f"{n}.txt", text.encode(), "text/plain") for n, text in enumerate([*texts, build.TEXT]))
    return [*inputs, LEFT]


def unseen(_: str) -> None:
    """Watches nothing."""


def summary(results: Iterable[Written]) -> list[str]:
    """The names of what was finished, the problems of what was not."""
    return [
        each.entry.source if isinstance(each, Finished) else each.problem if isinstance(each, Failure) else each.reason
        for each in results
    ]
