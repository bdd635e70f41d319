"""How large an input may be, that there is something in it, and what to say when it cannot be opened."""

from __future__ import annotations

import errno

from pipeline.errors import EmptyInput, InputError, MissingInput, OversizedInput, UnreadableInput
from pipeline.inputs.naming import shown

SIZE_LIMIT = 20 * 1024 * 1024
"""How many bytes one input may have."""


def check_size(name: str, size: int) -> None:
    """Raises OversizedInput when there are more bytes than SIZE_LIMIT."""
    if size > SIZE_LIMIT:
        limit = SIZE_LIMIT // 1024 // 1024
        raise OversizedInput(shown(name), f"has more than {limit} MB", "split it into one file a document")


def filled(name: str, data: bytes) -> bytes:
    """The data. Raises EmptyInput when there is nothing but white space."""
    if not data.strip():
        raise EmptyInput(shown(name), "is empty", "check that it was saved or downloaded completely")
    return data


def unopened(name: str, error: OSError | ValueError) -> InputError:
    """The clear error for what the operating system said."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingInput(shown(name), "no such file or folder", "check the spelling and the folder you are in")
    if isinstance(error, PermissionError):
        return UnreadableInput(shown(name), "no permission to read it", "change its permissions, or copy it")
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return UnreadableInput(shown(name), "is a link that leads back to itself", "name the file it should lead to")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableInput(shown(name), f"cannot be opened ({shown(reason)})", "check the name and the disk")
