"""Sources on disk: folders of files, and WARC archives of other programs. What is new or changed is archived."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from pipeline.archived import is_page
from pipeline.errors import InputError
from pipeline.inputs import Input, LeftOut, open_inputs, unopened
from pipeline.sources import Link, Source
from pipeline.store.captures import captures
from pipeline.store.seal import Failure
from pipeline.store.warc import Notes
from pipeline.sync.intake import Intake
from pipeline.sync.log import note


def take_files(sources: Sequence[Source], intake: Intake, at: datetime) -> list[Failure]:
    """Take in what folders and archives hold that is not archived yet; what could not be read. Raises StoreError."""
    failures: list[Failure] = []
    for source in sources:
        if source.kind == "folder":
            found = list(_from_folder(source, intake, at))
        elif source.kind == "warc":
            found = list(_from_archive(source, intake))
        else:
            continue
        note("source read", source=source.name, problems=len(found) or None)
        failures += (
            Failure(input=f"source {source.name}", problem=f"{e.name}: {e.problem}", remedy=e.remedy) for e in found
        )
    return failures


def _from_folder(source: Source, intake: Intake, at: datetime) -> Iterator[InputError]:
    for opened in open_inputs([str(source.path)]):
        if isinstance(opened, InputError):
            yield opened
        elif isinstance(opened, Input):
            if source.wanted(Link(opened.source)) is None:
                intake.new_file(opened, at, Notes("page", source.name, opened.source, language=source.language))
        elif isinstance(opened, LeftOut):
            note("file left out", file=opened.path, reason=opened.reason, source=source.name)


def _from_archive(source: Source, intake: Intake) -> Iterator[InputError]:
    """The pages of an archive, by the order of their capture; what a former sync took in is not taken twice."""
    try:
        for capture in captures(source.path or Path()):
            if is_page(capture) and source.wanted(Link(capture.identity)) is None:
                intake.new_capture(capture, Notes("page", source.name, capture.identity, language=source.language))
    except InputError as error:
        yield error
    except OSError as error:
        yield unopened(str(source.path), error)
