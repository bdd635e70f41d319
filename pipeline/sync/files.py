"""Sources on disk: folders of files, and WARC archives of other programs. What is new or changed is archived."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from pipeline.errors import InputError
from pipeline.inputs import Address, Input, LeftOut, Versions, open_inputs, shown, unopened
from pipeline.inputs.webarchive import is_page
from pipeline.sources import Link, Source
from pipeline.store.captures import Capture, captures
from pipeline.store.seal import Failure
from pipeline.store.warc import Notes
from pipeline.sync.gather import Asked
from pipeline.sync.intake import Intake
from pipeline.sync.log import note

Held = Input | Capture | InputError | LeftOut


def take_files(sources: Sequence[Source], intake: Intake, at: datetime) -> list[Failure]:
    """Take in what folders and archives hold that is not archived yet; what could not be read. Raises StoreError."""
    failures: list[Failure] = []
    owners: dict[str, str] = {}
    for source in on_disk(sources):
        problems: list[InputError] = []
        for each in held(source):
            if isinstance(each, InputError):
                problems.append(each)
            elif isinstance(each, Input) and owners.setdefault(each.source, source.name) != source.name:
                problems.append(same_identity(each, owners[each.source]))
            elif isinstance(each, LeftOut):
                note("file left out", file=each.path, reason=each.reason, source=source.name)
            elif source.wanted(Link(identity := identity_of(each))) is None:
                notes = Notes("page", source.name, identity, language=source.language)
                if isinstance(each, Input):
                    intake.new_file(each, at, notes)
                else:
                    intake.new_capture(each, notes)
        note("source read", source=source.name, problems=len(problems) or None)
        failures += (
            Failure(input=f"source {source.name}", problem=f"{e.name}: {e.problem}", remedy=e.remedy) for e in problems
        )
    return failures


def same_identity(file: Input, owner: str) -> InputError:
    """What to say of a file whose path in its folder a file of another source has in its own."""
    problem = f"has the identity of a file of source {owner}, its path in the folder"
    return InputError(shown(file.source), problem, "make one source of a folder that holds both, or rename one file")


def look(source: Source) -> Asked:
    """What a folder or archive would give: each document once."""
    asked = Asked(source)
    links: dict[str, Link] = {}
    for each in held(source):
        if isinstance(each, InputError):
            asked.problem = asked.problem or each
        elif isinstance(each, LeftOut):
            asked.left_out[each.reason] += 1
        else:
            link = Link(identity_of(each))
            if (reason := source.wanted(link)) is None:
                links[link.url] = link
            else:
                asked.left_out[reason] += 1
    asked.links = list(links.values())
    return asked


def on_disk(sources: Sequence[Source]) -> list[Source]:
    """The sources that are read, not asked."""
    return [source for source in sources if source.url is None]


def held(source: Source) -> Iterator[Held]:
    """What a folder holds, or the pages of an archive in its order; what cannot be read as errors."""
    if source.kind == "folder":
        for opened in open_inputs([str(source.path)]):
            if not isinstance(opened, Versions | Address):
                yield opened
        return
    try:
        for capture in captures(source.path or Path()):
            if is_page(capture):
                yield capture
    except InputError as error:
        yield error
    except OSError as error:
        yield unopened(str(source.path), error)


def identity_of(each: Input | Capture) -> str:
    """What names the document: the path of a file, the address of a page."""
    return each.source if isinstance(each, Input) else each.identity
