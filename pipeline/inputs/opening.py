"""What each argument is, and all that the arguments name, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import InputError, UnreadableInput
from pipeline.inputs.document import Address, Input, LeftOut, Opened, Versions
from pipeline.inputs.files import one, open_folder, read_file, read_standard_input
from pipeline.inputs.kinds import MANIFESTS, TARS, WEB_ARCHIVES, ZIPS
from pipeline.inputs.naming import identity, shown
from pipeline.known import known

APART = "rename one of them, or name a folder that holds both"
IDS = "leave one of them out; an id column tells the rows of a manifest apart"


def open_inputs(
    arguments: Sequence[str], *, stdin: BinaryIO | None = None
) -> Iterator[Input | Versions | Address | InputError | LeftOut]:
    """Every input that the arguments name, in their order; in a folder by POSIX path.

    An argument is a file, a folder, an ``http(s)`` URL, ``-`` (``stdin``), a manifest (CSV, JSON Lines, Parquet), a ZIP
    or tar of pages, or a WARC archive; the documents of all WARC archives come together at the end, by address.
    What cannot be opened is yielded as an InputError, not raised, so that the others are still done; files of a
    folder that are of no readable kind are yielded as LeftOut. Two inputs with one identity: the second is an error.

    One document is held at a time. Raises StoreError when the list of identities does not fit on the disk.
    """
    archives = [each for each in arguments if each.lower().endswith(WEB_ARCHIVES) and "://" not in each]
    others = [_argument(each, stdin) for each in arguments if each not in archives]
    with known() as seen:
        for opening in (*others, _archives(archives)):
            for name, opened in opening:
                if (
                    isinstance(opened, Input | Versions | Address)
                    and (former := seen.add(opened.source, name)) is not None
                ):
                    yield _twice(name, opened.source, former)
                else:
                    yield opened


def _twice(name: str, source: str, former: str) -> InputError:
    remedy = IDS if "#" in source or "://" in source else APART
    return InputError(shown(name), f"has the identity {shown(source)!r}, which {shown(former)} has already", remedy)


def _argument(argument: str, stdin: BinaryIO | None) -> Iterator[Opened]:
    ending = argument.lower()
    if argument == "-":
        yield one("standard input", partial(read_standard_input, stdin))
    elif ending.startswith(("http://", "https://")):
        yield argument, Address(argument, argument)
    elif "://" in argument and not Path(argument).exists():
        problem, remedy = "is no http or https address", "use an address that starts with http:// or https://"
        yield argument, UnreadableInput(shown(argument), problem, remedy)
    elif _is_folder(argument):
        yield from open_folder(Path(argument), argument)
    elif ending.endswith(MANIFESTS):
        yield from _manifest(Path(argument), argument)
    elif ending.endswith(ZIPS):
        yield from _zip(Path(argument), argument)
    elif ending.endswith(TARS):
        yield from _tar(Path(argument), argument)
    else:
        path = Path(argument)
        yield one(argument, partial(read_file, path, identity(path.name), argument))


def _is_folder(argument: str) -> bool:
    try:
        return Path(argument).is_dir()
    except (OSError, ValueError):
        return False


# What a kind of input needs is imported when one of the kind is named, and not before.


def _archives(paths: Sequence[str]) -> Iterator[Opened]:
    if paths:
        from pipeline.inputs.webarchive import open_archives

        yield from open_archives([Path(path) for path in paths])


def _manifest(path: Path, name: str) -> Iterator[Opened]:
    from pipeline.inputs.manifest import open_manifest

    yield from open_manifest(path, name)


def _zip(path: Path, name: str) -> Iterator[Opened]:
    from pipeline.inputs.zipped import open_zip

    yield from open_zip(path, name)


def _tar(path: Path, name: str) -> Iterator[Opened]:
    from pipeline.inputs.tarred import open_tar

    yield from open_tar(path, name)
