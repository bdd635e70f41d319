"""Fetching: the bytes of one public web page, from an address that was checked before the connection."""

from __future__ import annotations

from pipeline.fetch.page import Fetcher, fetch_page

__all__ = ["Fetcher", "fetch_page"]
