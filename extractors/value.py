"""Values: dataclasses that nothing may change once they are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(made: type[T]) -> type[T]:
    """A dataclass that is frozen for the type checker alone, with slots and a hash.

    Frozen at run time, it would take four times as long to make, and every document makes hundreds.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)
