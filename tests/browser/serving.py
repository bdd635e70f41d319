"""What a server's process does. It is forked from one that has imported this module, so that it is there at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection

from uvicorn.lifespan import off
from uvicorn.loops import auto as loops
from uvicorn.protocols.http import auto as http

from pipeline.cli import app
from pipeline.review import server

NEEDED = (http, loops, off, server)
"""What the command would import before it answers."""


def review(options: Sequence[str], said: Connection) -> None:
    """``communique review`` with these options; its standard output goes to a pipe."""
    with open(said.fileno(), "w", closefd=False) as sys.stdout:
        app(["review", *options], prog_name="communique")
