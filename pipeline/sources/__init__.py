"""Sources as data: what a source list says, and the links in what a source answers. No network, no store."""

from __future__ import annotations

from pipeline.sources.finding import find
from pipeline.sources.links import Link, Listing
from pipeline.sources.lists import read_sources
from pipeline.sources.source import Source

__all__ = ["Link", "Listing", "Source", "find", "read_sources"]
