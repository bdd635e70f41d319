"""Peak memory of one contender in a process of its own: ``python -m benchmarks.memory NAME`` prints it in bytes."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")
PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


def peak() -> int:
    """The most memory that this process has held, in bytes.

    Linux counts it since the program began; elsewhere ``getrusage`` is asked, in kilobytes or (macOS) bytes.
    """
    if STATUS.is_file() and (found := PEAK.search(STATUS.read_text())):
        return int(found[1]) * 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return own if sys.platform == "darwin" else own * 1024


def peak_of(name: str) -> int:
    """The peak of a contender that takes every text once, measured in a new process."""
    command = [sys.executable, "-m", "benchmarks.memory", name]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main(name: str) -> None:
    """Let a contender work and print its peak."""
    from benchmarks.speed import CONTENDERS
    from benchmarks.texts import texts, varied

    CONTENDERS[name]()([varied(text, 0) for text in texts()])
    print(peak())


if __name__ == "__main__":
    main(sys.argv[1])
