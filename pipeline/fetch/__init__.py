"""Fetching: the bytes of public web pages, from addresses that were checked before the connection."""

from __future__ import annotations

from pipeline.fetch.client import Client, Web
from pipeline.fetch.pace import Pace
from pipeline.fetch.page import fetch_page

__all__ = ["Client", "Pace", "Web", "fetch_page"]
