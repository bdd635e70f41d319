"""Pages that stand alone: one file, no script, no network, and texts of documents that are never markup."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.harmless import harmless


@dataclass(frozen=True, slots=True)
class Style:
    """A style sheet, and its digest by which the policy of the page allows it and no other."""

    sheet: Markup
    digest: str


def environment(package: str) -> Environment:
    """The templates of a package, for pages that extend ``alone.html``.

    Everything is escaped, and marks that turn the writing round are spelled out.
    """
    return Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("pipeline")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def style(templates: Environment, name: str) -> Style:
    """The style sheet of a page, from beside its template."""
    sheet, _, _ = templates.loader.get_source(templates, name)  # type: ignore[union-attr]
    digest = base64.b64encode(sha256(sheet.encode()).digest()).decode()
    return Style(Markup(sheet), digest)  # noqa: S704


def _shown(value: Any) -> Any:
    """What the page says of a value."""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value
