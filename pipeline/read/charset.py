"""From bytes to text: byte order mark, then what was declared, then a judgement that prefers an error to mojibake."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from pipeline.errors import BinaryInput, UndecodableInput
from pipeline.inputs import Input, shown

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; the longer ones first, for UTF-32-LE begins as UTF-16-LE does."""
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7fELF", "a program"),
)
MARKED, SIGNED = tuple(mark for mark, _ in MARKS), tuple(signature for signature, _ in SIGNATURES)
CONTROL = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
PAIRS = re.compile(rb"(?:[\xa1-\xfe][\xa1-\xfe])+")
HIGH = re.compile(rb"[\x80-\xff]")
FREQUENT = re.compile("[的，。、一是在了有和不人中大为為上个個国國年学學]")
"""Any Chinese text of twenty characters has one of these."""
THREE_BYTES = re.compile("[‐-⁞€㐀-鿿]")
"""Dashes, quotation marks and characters whose three bytes of UTF-8 are no likely text in a charset of one byte."""
HAN = re.compile(r"[㐀-鿿]")
SAVE_AS_UTF8 = "save it as UTF-8"


LABELS = {"cp1252": "windows-1252", "big5hkscs": "big5", "utf-16-le": "utf-16le", "utf-16-be": "utf-16be"}
"""What the web calls a charset where Python's codec has another name."""


class Decoded(NamedTuple):
    """A text, the label of the charset that it was read in (as the web writes it), and how many bytes or runs of bytes
    were no character in it: each is a replacement character now."""

    text: str
    charset: str
    replaced: int


def decode(source: Input) -> Decoded:
    """The text of an input, without byte order mark.

    Plain text: the mark, the given charset, UTF-8, then GB 18030, Big5 or Windows-1252 by the shape of the bytes. HTML:
    the mark, the HTTP charset, ``<meta>``, with the web's map of labels (gb2312 is read as gb18030).
    Raises BinaryInput for what is no text, UndecodableInput for an unknown label or bytes that no charset explains.
    """
    name, data = shown(source.source), source.data
    for signature, kind in SIGNATURES if data.startswith(SIGNED) else ():
        if data.startswith(signature):
            raise BinaryInput(name, f"is {kind}, not text", "save its text as a .txt or .html file")
    for mark, encoding in MARKS if data.startswith(MARKED) else ():
        if data.startswith(mark):
            return _checked(_strict(name, data[len(mark) :], encoding), name)
    first = data[:65536]
    if len(first) - len(first.translate(None, CONTROL)) > len(first) // 500 or b"\x00" in data:
        raise BinaryInput(name, "is not text (it has control characters)", f"if it is a text, {SAVE_AS_UTF8}")
    declared = _declared(source, name)
    if declared is None:
        return _checked(_judged(name, data), name)
    text = data.decode(declared, "replace")
    replaced = text.count("\ufffd")
    if replaced > max(5, len(text) // 1000):
        return _checked(_judged(name, data), name)
    return _checked(_decoded(text, declared, replaced), name)


def _checked(decoded: Decoded, name: str) -> Decoded:
    """What was decoded, if it has no NUL: UTF-16 without its mark, or a binary file, decodes to many."""
    if "\x00" in decoded.text:
        raise BinaryInput(name, "is not text (it has NUL characters)", f"if it is a text, {SAVE_AS_UTF8}")
    return decoded


def _decoded(text: str, codec: str, replaced: int = 0) -> Decoded:
    return Decoded(text, LABELS.get(codec, codec), replaced)


def _declared(source: Input, name: str) -> str | None:
    """The charset that the header or, for HTML, the page states; None when neither does."""
    if source.charset is None and source.media_type == "text/plain":
        return None
    from w3lib.encoding import html_body_declared_encoding, resolve_encoding

    label = source.charset
    declared = resolve_encoding(label) if label else None
    if declared is None and source.media_type != "text/plain":
        declared = html_body_declared_encoding(source.data)
        label = label or (None if declared else _meta_label(source.data))
    if declared is None and label and not _is_utf8(source.data):
        raise UndecodableInput(name, f"declares the unknown charset {shown(label)!r}", SAVE_AS_UTF8)
    return declared


META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


def _meta_label(data: bytes) -> str | None:
    match = META_CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _judged(name: str, data: bytes) -> Decoded:
    """Undeclared bytes: UTF-8; what makes Chinese of them; Windows-1252 when the high bytes are few."""
    try:
        return _decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        damaged = error
    high = len(HIGH.findall(data))
    lenient = data.decode("utf-8", "replace")
    whole = sum(c > "\x7f" and c != "\ufffd" for c in lenient)
    mostly = whole > lenient.count("\ufffd")
    if not mostly and (chinese := _chinese(data, high)):
        return chinese
    if mostly or THREE_BYTES.search(lenient):
        problem = f"is damaged UTF-8 (byte {damaged.start})"
        raise UndecodableInput(name, problem, "download it again, or mend it and " + SAVE_AS_UTF8)
    if high > len(data) * 0.2:
        raise UndecodableInput(name, "is in no charset that could be told", SAVE_AS_UTF8)
    return _strict(name, data, "windows-1252")


def _chinese(data: bytes, high: int) -> Decoded | None:
    """GB 18030 when the high bytes stand in pairs, Big5 when they begin pairs; of both, what has more common words."""
    found: list[tuple[int, Decoded]] = []
    for codec in ("gb18030", "big5hkscs"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        frequent, han = len(FREQUENT.findall(text)), len(HAN.findall(text))
        paired = codec == "gb18030" and sum(map(len, PAIRS.findall(data))) >= 0.8 * high
        if (paired and (frequent or high < 40)) or frequent > max(2, han // 20):
            found.append((frequent, _decoded(text, codec)))
    return max(found, key=lambda each: each[0], default=(0, None))[1]


def _strict(name: str, data: bytes, encoding: str) -> Decoded:
    try:
        return _decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} is no {encoding}"
        raise UndecodableInput(name, problem, SAVE_AS_UTF8) from error
