"""A cell's value as a sheet displays it: by its number format, as far as announcements use such formats."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<bracket>\[[^\]]*\])|_.|\*.'
    r"|(?P<ampm>AM/PM|A/P|上午/下午)|(?P<letters>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[bB]+|[eE]+(?![+-])|[aA]{3,4}|General)"
    r"|(?P<digits>[0#?][0#?,]*(?:\.[0#?]+)?)|(?P<other>.)",
    re.DOTALL,
)
MONTHS = "January February March April May June July August September October November December".split()
LOCAL_DATES = ("mm-dd-yy", "m/d/yy", "m/d/yyyy", "mm/dd/yy", "mm/dd/yyyy", "m/d/yy h:mm", "general")
"""Formats that every program displays in the order of its own country: such a day is written year first."""


def displayed(value: object, number_format: str) -> str:
    """The text of a cell.

    >>> displayed(12.0, "General"), displayed(0.856, "0.0%"), displayed(1234.5, '#,##0.00"元"')
    ('12', '85.6%', '1,234.50元')
    >>> displayed(datetime(2023, 5, 18), 'yyyy"年"m"月"d"日"'), displayed(datetime(2023, 5, 18), "mm-dd-yy")
    ('2023年5月18日', '2023-05-18')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime | date | time):
        return _moment(value, number_format)
    if isinstance(value, timedelta):
        return str(value)
    lines = (" ".join(line.split()) for line in str(value).replace("_x000D_", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _sections(number_format: str) -> list[str]:
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format[:200])


def _number(value: int | float, number_format: str) -> str:
    sections = _sections(number_format)
    section = sections[1] if value < 0 and len(sections) > 1 and sections[1] else sections[0]
    if value == 0 and len(sections) > 2 and sections[2]:
        section = sections[2]
    tokens = list(TOKEN.finditer(section))
    digits = next((token["digits"] for token in tokens if token["digits"]), None)
    if digits is None:
        return _general(value)
    percent = any(token["other"] == "%" for token in tokens)
    scaled = Decimal(repr(float(value))) * (100 if percent else 1)
    if not scaled.is_finite() or any(token["other"] in ("E", "/") for token in tokens):
        return _general(value)
    negative = scaled < 0 and section is sections[0]
    number = _grouped(abs(scaled), digits)
    written = False
    pieces = ["-"] if negative else []
    for token in tokens:
        if token["digits"]:
            pieces.append("" if written else number)
            written = True
        else:
            pieces.append(_literal(token))
    return "".join(pieces).strip()


def _literal(token: re.Match[str]) -> str:
    return token["quoted"] or token["escaped"] or token["currency"] or token["other"] or ""


def _grouped(number: Decimal, digits: str) -> str:
    """A number with as many decimals as the format has, its thousands parted where the format parts them.

    >>> _grouped(Decimal("1234.5"), "#,##0.0#")
    '1,234.5'
    """
    whole, _, decimals = digits.partition(".")
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    if not decimals:
        return text.rjust(whole.count("0"), "0")
    optional = len(decimals) - len(decimals.rstrip("#?"))
    kept = text[: len(text) - optional] + text[len(text) - optional :].rstrip("0") if optional else text
    return kept.rstrip(".").rjust(whole.count("0"), "0")


def _general(value: int | float) -> str:
    """A number without a format: 12.0 is 12, and a sum's last digits of rounding are gone.

    >>> _general(0.1 + 0.2), _general(12.0), _general(1e15)
    ('0.3', '12', '1000000000000000')
    """
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e15 + 1):
        return str(int(value))
    return f"{value:.10g}"


def _moment(value: datetime | date | time, number_format: str) -> str:
    section = _sections(number_format)[0]
    plain = re.sub(r"\[\$?[^\]]*\]|\\", "", section).lower()
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if plain in LOCAL_DATES:
        clock = isinstance(value, datetime) and (value.hour or value.minute)
        return f"{value:%Y-%m-%d %H:%M}" if clock else f"{value:%Y-%m-%d}"
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    tokens = list(TOKEN.finditer(section))
    pieces: list[str] = []
    for index, token in enumerate(tokens):
        letters = (token["letters"] or "").lower()
        pieces.append(_part(moment, letters, _is_minute(tokens, index)) if letters else _literal(token))
        if token["ampm"]:
            pieces[-1] = "AM" if moment.hour < 12 else "PM"
        elif token["digits"]:
            pieces[-1] = token["digits"]
    return "".join(pieces).strip()


def _is_minute(tokens: list[re.Match[str]], index: int) -> bool:
    """Whether an m stands behind hours or before seconds."""
    before = next((t["letters"] for t in reversed(tokens[:index]) if t["letters"]), "")
    after = next((t["letters"] for t in tokens[index + 1 :] if t["letters"]), "")
    return before[:1].lower() == "h" or after[:1].lower() == "s"


def _part(moment: datetime, letters: str, minute: bool) -> str:
    first, length = letters[0], len(letters)
    if first in "ye":
        return f"{moment.year % 100:02}" if letters == "yy" else f"{moment.year:04}"
    if first == "m" and not minute:
        name = MONTHS[moment.month - 1]
        return {1: str(moment.month), 2: f"{moment.month:02}", 3: name[:3], 5: name[0]}.get(length, name)
    if first == "d" and length > 2:
        return f"{moment:%a}" if length == 3 else f"{moment:%A}"
    if first == "a":
        return ("周" if length == 3 else "星期") + "一二三四五六日"[moment.weekday()]
    number = {"d": moment.day, "h": moment.hour, "m": moment.minute, "s": moment.second}.get(first)
    if number is None:
        return ""
    return f"{number:02}" if length > 1 else str(number)
