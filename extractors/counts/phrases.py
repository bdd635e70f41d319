"""The noun phrase that a number counts: after it, or before it."""

from __future__ import annotations

from collections.abc import Set
from string import ascii_letters

from extractors.names.lexicon import load
from extractors.names.tags import Tags

WORDS = load("extractors.counts", "en")
STOP, REACH = WORDS["stop"], WORDS["reach"]
UNCHANGED = WORDS["mass"] - WORDS["qualifying_plural"]
"""Nouns that are counted as they stand."""
NOUN_LETTERS = frozenset(ascii_letters) - set("doifDsNw")
"""The letters of tokens that can stand in a noun phrase."""
LONGEST = 14
"""How many tokens a counted noun phrase may have."""


def is_plural(word: str) -> bool:
    """Whether a word can be the head of a counted phrase: a plural, or a noun that is counted as it stands."""
    if not word.endswith("s"):
        return word in UNCHANGED
    if word in WORDS["qualifying_plural"]:
        return False
    return (len(word) > 3 and not word.endswith(("ss", "us", "is"))) or word in UNCHANGED


def is_among(words: Set[str], token: str) -> bool:
    """Whether a token in small letters is one of some words, or may hold one behind an apostrophe."""
    return token in words or "'" in token or "’" in token


def after(tags: Tags, n: int, last: int) -> tuple[int, int] | None:
    """Tokens ``n`` up to the end of the phrase that a number before token ``n`` counts; None when there is none.

    "28 parks, towns and streets": a list goes on while its further parts end in nouns of places, people or institutions.
    """
    end = head_end(tags, n, last)
    if end is None:
        return None
    while end < last and tags.letters[end] in ",&":
        step = end + (2 if tags.letters[end : end + 2] == ",&" else 1)
        further = head_end(tags, step, min(last, step + 5)) if step < last else None
        if (
            further is None
            or not countable(tags, further - 1)
            or not all(is_word(tags, k) for k in range(step, further))
        ):
            break
        if tags.letters[end] == "," and "&" not in tags.letters[further : further + 12].split(".")[0][:12]:
            break
        end = further
    return n, end


def head_end(tags: Tags, n: int, last: int) -> int | None:
    """The token after the head noun of the phrase that starts at token ``n``."""
    letters, small = tags.letters, tags.small
    for k in range(n, min(last, n + LONGEST)):
        letter, word = letters[k], small[k]
        if letter in "-&," and k > n and (letter == "-" or (joins if letter == "&" else joins_list)(tags, k, last)):
            continue
        if letter not in NOUN_LETTERS and not is_word(tags, k) and not (letters[k - 1] == "-" and word.isalpha()):
            return None
        if word in STOP and not follows_hyphen(tags, k):
            adjective = (
                ((k == n and word.endswith("ed")) or word in {"open", "outside"})
                and k + 1 < last
                and is_plural(small[k + 1])
            )
            if not adjective:
                if word == "or" and k > n and joins(tags, k, last):
                    continue  # 'fourteen new or enlarged schools'
                return None
        if is_plural(word) and not (letters[k + 1] == "-" and k + 2 < last and tags.starts[k + 1] == tags.end(k)):
            followed = word in BODIES_OF_PEOPLE and k + 1 < last and is_plural(small[k + 1]) and is_word(tags, k + 1)
            return k + 2 if followed else k + 1
    return None


def joins(tags: Tags, k: int, last: int) -> bool:
    """Whether 'and' joins two qualifiers of one noun: 'primary and secondary schools'."""
    if k + 1 >= last:
        return False
    before, following = tags.small[k - 1], tags.small[k + 1]
    return following not in STOP and not is_plural(before) and not is_plural(following) and is_word(tags, k + 1)


def joins_list(tags: Tags, k: int, last: int) -> bool:
    """Whether a comma joins qualifiers: 'primary, middle and high schools'."""
    return k + 1 < last and tags.letters[k - 1].lower() in "gc" and tags.letters[k + 1].lower() in "gc"


def follows_hyphen(tags: Tags, k: int) -> bool:
    """Whether a word is the second half of a hyphened one: 'cross- town-and-park'."""
    return tags.letters[k - 1] == "-" or tags.letters[k + 1 : k + 2] == "-"


def is_word(tags: Tags, k: int) -> bool:
    """Whether a token is a word that can stand in a noun phrase."""
    return tags.letters[k] in NOUN_LETTERS or tags.letters[k : k + 2] == "w-"


BODIES_OF_PEOPLE = frozenset({"faculty", "staff", "personnel", "youth", "police"})


def countable(tags: Tags, k: int) -> bool:
    """Whether a token is a noun of institutions, places or people, which lists join to a counted one."""
    word = tags.small[k]
    return tags.letters[k] in "KkVvHhBbRr" or word.rstrip("s") in PEOPLE_AND_PLACES


PEOPLE_AND_PLACES = frozenset(
    "teacher student pupil boy girl paper journal street town township village county district city park classroom class campu kindergarten nursery parent doctor nurse principal resident household child worker expert leader "
    "representative official cadre hospital clinic community enterprise firm ministry department place seat staff personnel member province subdistrict island hostel dormitory library".split()
)


def before(tags: Tags, n: int, first: int) -> tuple[int, int] | None:
    """The plural noun phrase before token ``n``, with only links such as 'exceed' or 'has reached' between.

    'Teachers of the five units come to 486': where the links follow "of …", the noun before "of" is the one counted.
    """
    k = n - 1
    while k >= first and k > n - 12:
        word = tags.small[k]
        if is_plural(word) and word not in REACH and is_word(tags, k):
            return outer(tags, k, first)
        if word not in REACH and tags.letters[k] not in ",d:":
            return attached(tags, k, first) if k < n - 1 else None
        k -= 1
    return None


def outer(tags: Tags, head: int, first: int) -> tuple[int, int]:
    """The phrase with its head at token ``head``, or the one that this phrase only qualifies with "of"."""
    start = phrase_start(tags, head, first)
    k = start - 1
    while k > first and tags.letters[k] in "dDw":
        k -= 1
    joins_phrase = tags.letters[k] == "o" or (tags.letters[k] == "i" and "&" not in tags.letters[start:head])
    if k > first and joins_phrase and is_word(tags, k - 1) and is_plural(tags.small[k - 1]):
        return phrase_start(tags, k - 1, first), k
    return start, head + 1


def attached(tags: Tags, k: int, first: int) -> tuple[int, int] | None:
    """The plural noun that "of", "in" or "for" joins to a noun at token ``k``: 'groups of Xingqing District'."""
    for n in range(k, max(first, k - 8), -1):
        if tags.letters[n] in "oif" and is_word(tags, n - 1) and is_plural(tags.small[n - 1]):
            return phrase_start(tags, n - 1, first), n
        if not (is_word(tags, n) or tags.letters[n] in "doifs") or (
            tags.small[n] in STOP and tags.letters[n] not in "doif"
        ):
            return None
    return None


def phrase_start(tags: Tags, head: int, first: int) -> int:
    """The first token of the noun phrase whose head is token ``head``."""
    k = head
    while k > first and k > head - 8:
        word = tags.small[k - 1]
        linked = (
            tags.letters[k - 1] in "&,"
            and k - 2 >= first
            and is_word(tags, k - 2)
            and tags.small[k - 2] not in STOP
            and tags.letters[k].lower() in "gcehkx"
            and tags.letters[k - 2].lower() in "gcehk"
        )
        hyphened = tags.letters[k - 1] == "-" and k - 2 >= first
        ends = not is_word(tags, k - 1) or word in STOP or word in REACH
        if not linked and not hyphened and (ends or (tags.letters[k - 1] == "x" and word.endswith("ly"))):
            break
        k -= 1
    while k < head and not is_word(tags, k):
        k += 1
    return k
