"""A group and its schools, of which tables of wordings speak, and what a case of such a table says of a group."""

from __future__ import annotations

GROUP = "Qingshui Experimental Primary School Education Group"
A, B, C, D, E = (
    "Qingshui Experimental Primary School",
    "Nanting Primary School",
    "Wutong Road Primary School",
    "Shiqiao Central School",
    "Hedong Kindergarten",
)

Parts = tuple[tuple[str, ...], tuple[str, ...]]
"""Leaders and members."""
Case = tuple[str, dict[str, Parts]]
"""A text with the parts of each of its groups."""
