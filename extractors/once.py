"""What is worked out when it is first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Kept = TypeVar("Kept")


class once(Generic[Kept]):  # noqa: N801 - used like "property"
    """``functools.cached_property`` without the lock that Python 3.11 takes for each value; 3.12 dropped it."""

    def __init__(self, function: Callable[[Any], Kept]) -> None:
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type[object], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[object]) -> once[Kept]: ...

    @overload
    def __get__(self, instance: object, owner: type[object]) -> Kept: ...

    def __get__(self, instance: object | None, owner: type[object]) -> once[Kept] | Kept:
        """The value; it then stands in the object's own dictionary, which is looked in first."""
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value
