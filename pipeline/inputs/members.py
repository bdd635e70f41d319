"""The members of ZIP and tar archives: what they are called, and which of them are pages.

No member is ever written to the disk; its path is only a name. What is left out of a folder is left out of an archive.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath, PureWindowsPath

from pipeline.errors import EmptyInput
from pipeline.inputs.kinds import KNOWN, unfit
from pipeline.inputs.naming import shown

OUTSIDE = "a member whose path leads out of the archive is not read; pack it anew with a path below one folder"
LINK = "a link in an archive is not followed"
RESOURCE_FORK = "__MACOSX"
FREQUENT = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6)}
"""The first bytes of the hanzi that are in common use, level 1 of GB 2312 and of Big5."""
ENOUGH = 0.7
"""The share of frequent hanzi from which names are held for Chinese; those of other scripts and charsets have few."""


def charset_of(names: Collection[bytes]) -> str:
    """The charset of names that say none: UTF-8 if they are that, GB 18030 or Big5 if they read as Chinese, else cp437.

    The names of one archive are judged together. Korean names in EUC-KR pass for Chinese.

    >>> charset_of(["第二小学.html".encode("gbk")]), charset_of(["München.html".encode("cp850")])
    ('gb18030', 'cp437')
    """
    try:
        b"\n".join(names).decode()
    except UnicodeDecodeError:
        shares = {charset: _share(names, charset) for charset in FREQUENT}
        best = max(shares, key=lambda charset: shares[charset])
        return best if shares[best] >= ENOUGH else "cp437"
    return "utf-8"


def _share(names: Collection[bytes], charset: str) -> float:
    """How many of the hanzi in names are frequent ones; 0 when the names cannot be decoded or have none."""
    first, last = FREQUENT[charset]
    hanzi = frequent = 0
    for name in names:
        try:
            text = name.decode(charset)
        except UnicodeDecodeError:
            return 0
        for character in text:
            if "\u4e00" <= character <= "\u9fff":
                code = character.encode(charset)
                hanzi += 1
                frequent += first <= code[0] <= last and (charset == "big5" or code[1] >= 0xA1)
    return frequent / hanzi if hanzi else 0


def source_of(name: str) -> str | None:
    """The identity of a member, its path in POSIX form; None when the path leads out of the archive.

    >>> source_of("./news//a.html"), source_of("../a.html"), source_of("C:/a.html")
    ('news/a.html', None, None)
    """
    path = PurePosixPath(name.replace("\0", "\\0"))
    if path.is_absolute() or ".." in path.parts or PureWindowsPath(name).drive:
        return None
    return path.as_posix()


def is_hidden(source: str) -> bool:
    """Whether a member is passed over in silence, as hidden files of a folder are.

    >>> is_hidden("news/.DS_Store"), is_hidden("__MACOSX/news/a.html"), is_hidden("news/a.html")
    (True, True, False)
    """
    parts = PurePosixPath(source).parts
    return any((part.startswith(".") and part != "..") or part == RESOURCE_FORK for part in parts)


def why_left_out(source: str | None, *, is_link: bool) -> str | None:
    """Why a member is left out, by its path; None when it is to be read."""
    if source is None:
        return OUTSIDE
    if is_link:
        return LINK
    return unfit(source)


def nothing_read(name: str) -> EmptyInput:
    """What to say of an archive without pages."""
    problem = f"no file in this archive that can be read ({KNOWN})"
    return EmptyInput(shown(name), problem, "name an archive of such files")
