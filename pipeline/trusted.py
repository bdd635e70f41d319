"""Models of values that our own code has just worked out: made without asking pydantic once more what each of them is.

A document's records are a hundred models, and validating them cost more than any rule. What comes from outside, from a
file, a form or a manifest, is validated; that these are as good as validated ones, a test asks of every record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel

Model = TypeVar("Model", bound=BaseModel)

set_values = BaseModel.__dict__["__dict__"].__set__
set_told = BaseModel.__dict__["__pydantic_fields_set__"].__set__
set_extra = BaseModel.__dict__["__pydantic_extra__"].__set__
set_private = BaseModel.__dict__["__pydantic_private__"].__set__


def maker(model: type[Model]) -> Callable[[dict[str, Any]], Model]:
    """What makes a model of a dictionary that has every field, in order and of its type; the model keeps that.

    >>> from pipeline.records import Basis
    >>> maker(Basis)({"start": 3, "end": 5, "why": "year of publication"})
    Basis(start=3, end=5, why='year of publication')
    """
    new, told = model.__new__, set(model.model_fields)

    def make(values: dict[str, Any]) -> Model:
        made = new(model)
        set_values(made, values)
        set_told(made, told)
        set_extra(made, None)
        set_private(made, None)
        return made

    return make
