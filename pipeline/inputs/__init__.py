"""What the user names on the command line, opened one by one: files, folders, URLs, tables, archives, standard input.

One document is held at a time, however much is named. The rooms: ``opening`` (what an argument is), ``files`` (files
and folders), ``fetching`` (URLs), ``manifest`` with ``rows`` and ``parquet`` (tables), ``zipped`` and ``tarred`` with
``members`` (packed pages), ``webarchive`` (WARC); and what they share: ``document`` (the types), ``kinds``,
``naming``, ``limits``, ``packing``, ``places``.
"""

from __future__ import annotations

from pipeline.inputs.document import Address, Given, Input, LeftOut, Versions
from pipeline.inputs.kinds import MEDIA_TYPES, OLD_OFFICE, PDF, WORD, WORKBOOK, attached
from pipeline.inputs.limits import SIZE_LIMIT, check_size, filled, unopened
from pipeline.inputs.naming import shown
from pipeline.inputs.opening import open_inputs

__all__ = [
    "MEDIA_TYPES",
    "OLD_OFFICE",
    "PDF",
    "SIZE_LIMIT",
    "WORD",
    "WORKBOOK",
    "Address",
    "Given",
    "Input",
    "LeftOut",
    "Versions",
    "attached",
    "check_size",
    "filled",
    "open_inputs",
    "shown",
    "unopened",
]
