"""Reading: the bytes of one input become a Document with text, blocks, roles and what is known of it."""

from __future__ import annotations

from pipeline.inputs import OLD_OFFICE, PDF, WORD, WORKBOOK, Input, LeftOut
from pipeline.read.charset import decode
from pipeline.read.document import Reading, assemble
from pipeline.read.plain import read_plain

__all__ = ["LeftOut", "Reading", "read"]


def read(source: Input) -> Reading:
    """The document in an input's bytes, and the blocks of it that were left out.

    Raises InputError: BinaryInput, UndecodableInput, EmptyInput, UnreadableInput (no article in it, or damaged), and
    for attachments EncryptedInput, OldOfficeInput, ScannedInput, OversizedInput.
    """
    if source.media_type in (PDF, WORD, WORKBOOK, OLD_OFFICE):
        from pipeline.read.attachments import read_attachment

        return assemble(source, read_attachment(source), "binary")
    text, charset, replaced = decode(source)
    if source.media_type == "text/plain":
        article = read_plain(text, source.source)
    else:
        from pipeline.read.page import read_page

        article = read_page(text, source.source)
    return assemble(source, article, charset, replaced)
