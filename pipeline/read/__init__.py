"""Reading: the bytes of one input become a Document with text, blocks, roles and what is known of it."""

from __future__ import annotations

from pipeline.inputs import Input, LeftOut
from pipeline.read.charset import decode
from pipeline.read.document import Reading, assemble
from pipeline.read.plain import read_plain

__all__ = ["LeftOut", "Reading", "read"]


def read(source: Input) -> Reading:
    """The document in an input's bytes, and the blocks of it that were left out.

    Raises InputError: BinaryInput, UndecodableInput, EmptyInput, UnreadableInput (no article in it).
    """
    string = decode(source)
    if source.media_type == "text/plain":
        return assemble(source, read_plain(string, source.source))
    from pipeline.read.page import read_page

    return assemble(source, read_page(string, source.source))
