"""PDF: paragraphs, headings and table rows as they stand on the pages; the way back is page and number on it.

A PDF can make its reader work or grow without end, so it is read in a child process with limits on both.
"""

from __future__ import annotations

import json
import subprocess
import sys

from pipeline import errors
from pipeline.errors import InputError, UnreadableInput
from pipeline.inputs import Input, LeftOut, shown
from pipeline.read.found import Found
from pipeline.read.passages import Passage
from pipeline.read.pdf.limits import MEMORY, PATIENCE, SECONDS, TOO_MUCH


def read_pdf(source: Input) -> Found:
    """The passages of a PDF.

    Raises EncryptedInput, ScannedInput, OversizedInput for too many pages, UnreadableInput for a damaged file and one
    that takes more time or memory than any announcement. RuntimeError is a mistake of ours.
    """
    name = shown(source.source)
    return _told(json.loads(_asked(source.data, name)), name)


def _asked(data: bytes, name: str) -> str | bytes:
    """What the child says of a PDF. Raises UnreadableInput, RuntimeError."""
    remedy = "print it to a new PDF, or save its text as a .txt file"
    # -P: modules are found where they are installed, never in the folder that the user happens to be in.
    command = [sys.executable, "-P", "-W", "ignore", "-m", "pipeline.read.pdf.child", str(SECONDS)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise UnreadableInput(name, f"takes more than {PATIENCE} seconds to read", remedy) from error
    if done.returncode < 0 or done.returncode == TOO_MUCH:
        limits = f"{SECONDS} seconds or {MEMORY // 1024**3} GB of memory"
        raise UnreadableInput(name, f"takes more than {limits} to read", remedy)
    if done.returncode:
        raise RuntimeError((done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no message"])[-1])
    return done.stdout


def _told(answer: dict[str, object], name: str) -> Found:
    """What the child found. Raises the InputError that it met."""
    match answer:
        case {"error": [str(kind), str(problem), str(remedy)]}:
            error: type[InputError] = getattr(errors, kind)
            raise error(name, problem, remedy)
        case {"passages": list(passages), "left_out": list(left_out), "title": str() | None as title}:
            rows = (
                Passage(kind, text, path, cells=tuple((a, b) for a, b in cells), large=large)
                for kind, text, path, cells, large in passages
            )
            return Found(list(rows), [LeftOut(*each) for each in left_out], title)
        case _:
            raise RuntimeError("the child that reads PDFs gave no answer")
