"""What a file is: by its ending, and by its bytes."""

from __future__ import annotations

from pathlib import PurePosixPath

from pipeline.inputs.naming import shown

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OLD_OFFICE = "application/x-ole-storage"
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": PDF,
    ".docx": WORD,
    ".xlsx": WORKBOOK,
}
KNOWN = ", ".join(MEDIA_TYPES)
OLD_ENDINGS = {
    ".doc": "an old Word file is not read; save it as .docx",
    ".xls": "an old Excel file is not read; save it as .xlsx",
}
CSV = (".csv", ".csv.gz")
JSON_LINES = tuple(kind + packing for kind in (".jsonl", ".ndjson", ".json") for packing in ("", ".gz", ".zst"))
PARQUET = (".parquet",)
MANIFESTS = (*CSV, *JSON_LINES, *PARQUET)
WEB_ARCHIVES = (".warc", ".warc.gz")
TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst")
ZIPS = (".zip",)
ARCHIVES = (*WEB_ARCHIVES, *TARS, *ZIPS)


def sniffed(data: bytes) -> str:
    """The media type that the bytes show: a PDF, an Office file, HTML when they open a page, else plain text.

    >>> sniffed(b"\\xef\\xbb\\xbf <!DOCTYPE html><p>")
    'text/html'
    """
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    page = start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
    return attached(data) or ("text/html" if page else "text/plain")


def attached(data: bytes) -> str | None:
    """The media type of a PDF or an Office file, told by its bytes whatever its name; None for anything else.

    >>> attached(b"%PDF-1.7")
    'application/pdf'
    """
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return OLD_OFFICE
    if data.startswith(b"PK\x03\x04"):
        return WORD if b"word/document" in data else WORKBOOK if b"xl/workbook" in data else None
    return None


def media_type_of(name: str, data: bytes) -> str:
    """The media type of a file: what its bytes say of PDF and Office files, then its ending, then its first bytes.

    >>> media_type_of("A.HTM", b"text")
    'text/html'
    """
    return attached(data) or MEDIA_TYPES.get(PurePosixPath(name).suffix.lower()) or sniffed(data)


def unfit(name: str) -> str | None:
    """Why a file of a folder or an archive is left out, by its name; None when it is to be read.

    >>> unfit("news/a.html")
    >>> unfit("list.csv")
    'a manifest is read only when it is named itself'
    """
    suffix = PurePosixPath(name).suffix.lower()
    if name.lower().endswith(ARCHIVES):
        return "an archive is read only when it is named itself"
    if name.lower().endswith(MANIFESTS):
        return "a manifest is read only when it is named itself"
    if suffix not in MEDIA_TYPES:
        kind = f"files of kind {shown(suffix) or 'unknown'} are not read; known are {KNOWN}"
        return OLD_ENDINGS.get(suffix, kind)
    return None
