"""What comes of an input, in short."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import InputError
from pipeline.inputs import Address, Input, LeftOut, Versions, open_inputs


@dataclass
class Came:
    """The documents by identity, in their order; errors and what was left out as lines without the temporary folder."""

    documents: dict[str, Input] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)

    @property
    def sources(self) -> list[str]:
        return list(self.documents)


def came_of(*paths: Path) -> Came:
    """All that comes of inputs that stand in one folder; of an address in an archive, the first capture that opens."""
    came, folder = Came(), f"{paths[0].parent}/"
    for each in open_inputs([str(path) for path in paths]):
        if isinstance(each, LeftOut):
            came.left_out[each.path.removeprefix(folder)] = each.reason
        elif isinstance(each, InputError):
            came.errors.append(str(each).replace(folder, ""))
        elif not isinstance(each, Address):
            document = newest(each, came) if isinstance(each, Versions) else each
            if document is not None:
                came.documents[document.source] = document
    return came


def newest(versions: Versions, came: Came) -> Input | None:
    for opening in versions.openings:
        try:
            return opening()
        except InputError as error:
            came.errors.append(str(error))
    return None
