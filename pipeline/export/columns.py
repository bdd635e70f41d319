"""What a column of a table is: read off the row types, whose fields say what they mean."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

Cell = str | int | float | bool | None
Type = Literal["string", "integer", "number", "boolean"]
Form = Literal["plain", "edtf", "time", "link"]
TYPES: dict[Any, Type] = {str: "string", int: "integer", float: "number", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Says:
    """What a field of a row type means; written beside its type.

    ``allowed`` are all the values that it may have; ``made`` is how it comes about where the text does not print it;
    ``form`` tells values that tools can do more with: EDTF dates, times in UTC, addresses.
    """

    meaning: str
    allowed: tuple[str, ...] = ()
    unit: str | None = None
    made: str | None = None
    form: Form = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: Type
    required: bool
    says: Says


def columns_of(row: type) -> tuple[Column, ...]:
    """The columns of a row type; a field that is a row type itself gives its own columns in its place.

    Raises TypeError for a field that does not say what it means, or whose type is no cell's.
    """
    key: Any = row
    known: tuple[Column, ...] = _columns_of(key)
    return known


@cache
def _columns_of(row: Any) -> tuple[Column, ...]:
    hints = get_type_hints(row, include_extras=True)
    found: list[Column] = []
    for field in fields(row):
        hint = hints[field.name]
        if is_dataclass(hint) and isinstance(hint, type):
            found += columns_of(hint)
            continue
        if get_origin(hint) is not Annotated:
            raise TypeError(f"{row.__name__}.{field.name} does not say what it means; write Annotated[…, Says(…)]")
        plain, says = get_args(hint)
        found.append(Column(field.name, *_typed(row, field.name, plain), says))
    return tuple(found)


def _typed(row: type, name: str, plain: Any) -> tuple[Type, bool]:
    members = set(get_args(plain)) if get_origin(plain) in (Union, UnionType) else {plain}
    own = members - {NoneType}
    if own == {int, float}:
        return "number", NoneType not in members
    if len(own) == 1 and (known := TYPES.get(*own)):
        return known, NoneType not in members
    raise TypeError(f"{row.__name__}.{name} is {plain}; a cell is a string, a number, true or false, or nothing")


def cells(row: Any) -> list[Cell]:
    """A row's cells, in the order of its columns."""
    values: list[Cell] = []
    for field in fields(row):
        value = getattr(row, field.name)
        if is_dataclass(value):
            values += cells(value)
        else:
            values.append(value)
    return values
