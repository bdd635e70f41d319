"""A translated name as its original has it."""

from __future__ import annotations

import re

from extractors.script import folded
from pipeline.identity.keys import key, tokens
from pipeline.identity.lexicon import chinese, english, words
from pipeline.identity.names import cover
from pipeline.identity.sounds import readings


def spoiled(name: str) -> bool:
    """Whether a romanised name has lost a capital of its proper part.

    >>> spoiled("huajiang No. 9 Middle School"), spoiled("education group of Huajiang")
    (True, False)
    """
    proper = set(key(name).sounds)
    return any(word in proper for word in re.findall(r"[^\W\d_]+", name))


def covered(original: str, translation: str) -> bool:
    """Whether every sign of a Chinese proper part and every word of its translation answer each other."""
    taken, spoken = cover(key(original), key(translation).sounds)
    return all(taken) and all(spoken)


def rendered(original: str, translation: str) -> str:
    """A Chinese name in English, its words by their sense where the translation has them so, else by their sound.

    >>> rendered("东莞市松山湖第一小学", "east Guan city song Shan lake No.1 primary School")
    'Dongguan Songshan Lake No. 1 Primary School'
    """
    said = set(key(translation).sounds)
    own = {english()[1][match[0]]: match[0] for match in english()[0].finditer(translation.casefold())}
    pieces: list[str] = []
    signs = ""
    for what, part in (*tokens(folded(original)), ("end", "")):
        if what == "sign":
            signs += part
            continue
        pieces += _spelt(signs, said)
        signs = ""
        match what:
            case "number":
                pieces.append(f"No. {part}")
            case "kind":
                name = chinese()[1][part]
                pieces.append(_titled(own.get(name) or _forms(name)))
            case "school":
                pieces.append("School")
    return " ".join(pieces)


def _forms(name: str) -> str:
    """What English has for a kind or quality."""
    return (words().kinds.get(name) or words().qualities[name]).en[0]


def _titled(form: str) -> str:
    return " ".join(word.capitalize() for word in form.split())


def _spelt(signs: str, said: set[str]) -> list[str]:
    """Characters by their sound, in one word, but for those at the end whose sense the translation has."""
    for sign, senses in words().senses.items():
        known = next((sense for sense in senses if said.issuperset(sense.split())), None)
        if known and signs.endswith(sign):
            return [*_spelt(signs[: -len(sign)], said), _titled(known)]
    return ["".join(sound.partition("|")[0] for sound in readings(signs)).capitalize()] if signs else []
