"""Bytes to text: marks, declarations, judgement; an error rather than mojibake."""

from __future__ import annotations

import codecs

import pytest

from pipeline.errors import BinaryInput, InputError, UndecodableInput
from pipeline.inputs import Input
from pipeline.read.charset import decode

CHINESE = "某市第七中学教育集团今天成立，共有五所学校。"
TRADITIONAL = "香港島第三小學與國立中學結為聯盟，在新學年開始共用教室，還有不少學校也會加入。"
GERMAN = "Über die Schülerzahlen äußerte sich die Behörde größtenteils zurückhaltend: fünf Schulen, dreißig Plätze."
FRENCH = "L'école élémentaire est entrée dans le réseau, à côté du collège."


def decoded(data: bytes, media_type: str = "text/plain", charset: str | None = None) -> str:
    return decode(Input("a", data, media_type, charset)).text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (codecs.BOM_UTF8 + CHINESE.encode(), CHINESE),
        (codecs.BOM_UTF16_LE + CHINESE.encode("utf-16-le"), CHINESE),
        (codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be"), CHINESE),
        (codecs.BOM_UTF32_LE + CHINESE.encode("utf-32-le"), CHINESE),
        (CHINESE.encode(), CHINESE),
        (CHINESE.encode("gb18030"), CHINESE),
        (TRADITIONAL.encode("big5hkscs"), TRADITIONAL),
        (FRENCH.encode("windows-1252"), FRENCH),
        (GERMAN.encode("windows-1252"), GERMAN),
        ("plain words 🎉\r\n".encode(), "plain words 🎉\r\n"),
    ],
)
def test_plain_text(data: bytes, text: str) -> None:
    assert decoded(data) == text


@pytest.mark.parametrize("label", ["gb2312", "GBK", "gb18030"])
def test_chinese_labels_are_read_as_the_web_reads_them(label: str) -> None:
    text = CHINESE + "镕"
    meta = f'<meta charset="{label}"><p>'
    assert decoded((meta + text).encode("gb18030"), "text/html").endswith(text)
    assert decoded(text.encode("gb18030"), "text/plain", label) == text


def test_the_header_outranks_the_page_and_the_bytes_outrank_a_wrong_declaration() -> None:
    text = '<meta charset="iso-8859-1"><p>' + CHINESE
    assert decoded(text.encode(), "text/html", "utf-8") == text
    wrong = '<meta charset="utf-8"><p>' + CHINESE
    assert decoded(wrong.encode("gb18030"), "text/html") == wrong


@pytest.mark.parametrize(
    ("data", "media_type", "charset", "error", "words"),
    [
        (b"%PDF-1.7 ...", "text/plain", None, BinaryInput, "a PDF"),
        (b"PK\x03\x04....", "text/html", None, BinaryInput, "Office"),
        (bytes(range(32)) * 10, "text/plain", None, BinaryInput, "control characters"),
        ("no mark".encode("utf-16-le"), "text/plain", None, BinaryInput, "control characters"),
        ((CHINESE * 3).encode()[:-1], "text/plain", None, UndecodableInput, "damaged UTF-8"),
        (
            "The “first” school".encode() + b"\xe9 \xe9 \xe9",
            "text/plain",
            None,
            UndecodableInput,
            "damaged UTF-8",
        ),
        (
            "Школа номер семь стала частью новой группы".encode("koi8-r"),
            "text/plain",
            None,
            UndecodableInput,
            "charset",
        ),
        (CHINESE.encode("gb18030"), "text/plain", "klingon", UndecodableInput, "'klingon'"),
        (b'<meta charset="klingon"><p>\xb5\xc4', "text/html", None, UndecodableInput, "'klingon'"),
    ],
)
def test_errors(data: bytes, media_type: str, charset: str | None, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        decoded(data, media_type, charset)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "declared", "charset", "replaced"),
    [
        (CHINESE.encode("gb18030"), "gb2312", "gb18030", 0),
        ("<p>學校".encode("big5-hkscs"), "big5", "big5", 0),
        (FRENCH.encode("windows-1252"), "iso-8859-1", "windows-1252", 0),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "utf-8", "utf-16le", 0),
        (FRENCH.encode("windows-1252"), "utf-8", "windows-1252", 0),
        (FRENCH.encode() + b"\xff", "utf-8", "utf-8", 1),
    ],
)
def test_the_charset_used_and_what_was_replaced_are_known(
    data: bytes, declared: str, charset: str, replaced: int
) -> None:
    assert decode(Input("a", data, "text/html", declared))[1:] == (charset, replaced)
