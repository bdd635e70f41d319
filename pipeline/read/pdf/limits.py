"""How much a PDF may ask for."""

from __future__ import annotations

MOST_PAGES = 300
MOST_CHARACTERS = 1_000_000
"""Signs on all pages together."""
MOST_EDGES = 4_000
"""Lines and edges of boxes on one page; with more it is a drawing, and no tables are looked for."""
SECONDS = 120
"""Of one processor."""
PATIENCE = 400
"""Seconds by the clock, on a machine that has much else to do."""
MEMORY = 2 * 1024**3
"""Bytes of address space."""
TOO_MUCH = 77
"""What the child ends with when the memory does not suffice."""
