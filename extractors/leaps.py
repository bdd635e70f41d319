"""Patterns that a search can leap to: they begin with one of a few letters, not with a look at what stands before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

BEGINNING = r"\b(?:"


def leaping(pattern: str) -> str:
    r"""A pattern that begins with one of several words, the words put together by their first letters.

    A search leaps over all other letters; that no letter stands before these is asked behind them. Words may begin
    with a letter in both cases; a pattern that begins otherwise stays as it is.

    >>> leaping(r"\b(?:[Aa]im|plans?|art) at")
    '(?:A(?<!\\w.)(?:im)|a(?<!\\w.)(?:im|rt)|p(?<!\\w.)(?:lans?)) at'
    >>> leaping(r"\b(?:\d+) at")
    '\\b(?:\\d+) at'
    """
    if not pattern.startswith(BEGINNING):
        return pattern
    words, rest = opened(pattern[len(BEGINNING) :])
    cut = [cut_word for word in words for cut_word in in_letters(word)]
    return f"(?:{by_first_letter(cut)}){rest}" if all(letter for letter, _ in cut) else pattern


def by_first_letter(words: Iterable[tuple[str, str]]) -> str:
    """Words, each as its first letter and the rest, as one pattern in which each letter stands once."""
    found: dict[str, list[str]] = {}
    for letter, rest in words:
        found.setdefault(letter, []).append(rest)
    return "|".join(rf"{letter}(?<!\w.)(?:{'|'.join(rests)})" for letter, rests in found.items())


def in_letters(word: str) -> Iterator[tuple[str, str]]:
    """Each letter with which a word may begin and what follows; an empty letter when it begins otherwise."""
    if word[:1].isalpha() and word[1:2] not in set("?*+{"):
        yield word[0], word[1:]
    elif word[:1] == "[" and word[1:3].isalpha() and word[3:4] == "]" and word[4:5] not in set("?*+{"):
        yield from ((letter, word[4:]) for letter in word[1:3])
    else:
        yield "", word


def opened(pattern: str) -> tuple[list[str], str]:
    """The alternatives up to the bracket that closes them, and what follows it."""
    words, start, depth, n = [], 0, 0, 0
    while depth >= 0:
        mark = pattern[n]
        if mark == "\\":
            n += 1
        elif mark == "[":
            n = pattern.index("]", n + 2)
        elif mark == "|" and not depth:
            words.append(pattern[start:n])
            start = n + 1
        depth += (mark == "(") - (mark == ")")
        n += 1
    return [*words, pattern[start : n - 1]], pattern[n:]
