"""What the reader of an attachment hands on, before roles are judged."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.inputs import LeftOut
from pipeline.read.passages import EXCERPT, Passage


@dataclass(slots=True)
class Found:
    """What the reader of an attachment found: passages in order, and what it left out."""

    passages: list[Passage] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    title: str | None = None
    """What the file's properties name as its title; a template's or a file name, as often as not."""

    def leave_out(self, path: str, reason: str, text: str) -> None:
        """Notes something with words that is not read."""
        if words := " ".join(text.split()):
            self.left_out.append(LeftOut(path, reason, words[:EXCERPT]))
