"""The log of a sync: one JSON object a line in ``sync.log``, for machines and for the morning after."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from pipeline.clock import stamp
from pipeline.store.disk import told

LOG = "sync.log"
LARGEST = 10_000_000
"""Bytes after which the log is put aside as ``sync.log.1``; five are kept."""
NAMES = ("communique.sync", "stamina")
"""Whose words the log holds: the job's, and those of the library that tries again."""
LOGGER = logging.getLogger(NAMES[0])
PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One event as a JSON object: time, level, event, and its facts."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        at = stamp(datetime.fromtimestamp(record.created, UTC))
        facts = {name: value for name, value in vars(record).items() if name not in PLAIN}
        line = {"at": at, "level": record.levelname.lower(), "event": record.getMessage(), **facts}
        return json.dumps(line, ensure_ascii=False, default=str)


class Quiet(RotatingFileHandler):
    """A log that cannot be written does not stop the job: what matters is in the data set and the closing line."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Say nothing."""


@contextmanager
def logging_to(folder: Path) -> Iterator[None]:
    """Send the job's events to the folder's log. Raises StoreError when it cannot be opened."""
    with told(folder, "written"):
        handler = Quiet(folder / LOG, maxBytes=LARGEST, backupCount=5, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(JsonLines())
    with _sent_to(handler):
        yield


@contextmanager
def unlogged() -> Iterator[None]:
    """Send the job's events nowhere: a rehearsal says itself what it found."""
    with _sent_to(logging.NullHandler()):
        yield


@contextmanager
def _sent_to(handler: logging.Handler) -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in NAMES]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
        with suppress(OSError):
            handler.close()


def note(event: str, **facts: object) -> None:
    """Write one event with its facts; None is left out."""
    LOGGER.info(event, extra={name: fact for name, fact in facts.items() if fact is not None})
