"""The child process that reads one PDF: bytes on standard input, one JSON object on standard output.

Its argument is how many seconds of a processor it may take.
"""

from __future__ import annotations

import json
import resource
import sys
from contextlib import suppress

from pipeline.errors import InputError
from pipeline.read.pdf.limits import MEMORY, TOO_MUCH


def main() -> int:
    """Reads within the limits; the exit code is 0 when there is an answer, TOO_MUCH when memory ran out."""
    for limit, most in ((resource.RLIMIT_CPU, int(sys.argv[1])), (resource.RLIMIT_AS, MEMORY)):
        hard = resource.getrlimit(limit)[1]
        lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # Not every system lets a process limit its memory; the parent's patience ends there too.
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (lower, hard))
    try:
        sys.stdout.write(answer(sys.stdin.buffer.read()))
    except MemoryError:
        return TOO_MUCH
    return 0


def answer(data: bytes) -> str:
    """What is found in a PDF, or the error with problem and remedy, as JSON."""
    from pipeline.read.pdf.document import found_in

    try:
        found = found_in(data)
    except InputError as error:
        return json.dumps({"error": [type(error).__name__, error.problem, error.remedy]})
    passages = [(each.kind, each.text, each.path, each.cells, each.large) for each in found.passages]
    left_out = [(each.path, each.reason, each.excerpt) for each in found.left_out]
    return json.dumps({"passages": passages, "left_out": left_out, "title": found.title})


if __name__ == "__main__":
    sys.exit(main())
