"""Public pages, with what people found to be their articles, below the folder that COMMUNIQUE_GOLD names."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(os.environ.get("COMMUNIQUE_GOLD", "."), "benchmarks", "article-text")


def public_pages() -> Iterator[tuple[str, bytes]]:
    """Each page by name, as it came; none where the folder is not there."""
    for path in sorted((FOLDER / "html").glob("*.html.gz")):
        yield path.name.partition(".")[0], gzip.decompress(path.read_bytes())


def truth() -> dict[str, str]:
    """The text of each article, by the page's name; empty where nobody says."""
    path = FOLDER / "ground-truth.json"
    if not path.is_file():
        return {}
    return {name: page["articleBody"] for name, page in json.loads(path.read_text("utf-8")).items()}
