"""Word lists as TOML: a comment that says where they come from, then one table entry a list."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
WIDTH = 120


def source(package: str) -> str:
    """An installed package with its version, as a comment names it.

    >>> source("pytest").split()[0]
    'pytest'
    """
    return f"{package} {version(package)}"


def folder(package: str) -> Path:
    """Where a package is installed; nothing of it is imported, so that it needs none of its own dependencies.

    Raises ModuleNotFoundError with the remedy.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is not installed; lexicons/README.md says what to install")
    return Path(spec.submodule_search_locations[0])


def comment(text: str) -> str:
    """A paragraph as lines of comment.

    >>> comment("Places in China.")
    '# Places in China.'
    """
    return textwrap.fill(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def written(head: str, lists: Mapping[str, tuple[str, Iterable[str]]]) -> str:
    """A file of lists: name → (what it holds and where it is from, its words); the words are sorted, each once.

    >>> print(written("Colours.", {"warm": ("As seen.", ["red", "orange", "red"])}), end="")
    # Colours.
    <BLANKLINE>
    # As seen.
    warm = [
      "orange", "red",
    ]
    """
    parts = [comment(head) + "\n"]
    for name, (about, words) in lists.items():
        body = textwrap.fill(
            ", ".join(f'"{word}"' for word in sorted(set(words))) + ",",
            WIDTH,
            initial_indent="  ",
            subsequent_indent="  ",
            break_on_hyphens=False,
            break_long_words=False,
        )
        parts.append(f"{comment(about)}\n{name} = [\n{body}\n]\n")
    return "\n".join(parts)


def write(path: str, content: str) -> None:
    """Write a file below the project's folder and say so."""
    (ROOT / path).write_text(content, encoding="utf-8")
    print(f"{path}: {content.count(chr(34)) // 2:,} words")
