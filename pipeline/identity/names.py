"""Names compared across spellings and languages.

Numbers, kind and level must be the same on both sides; the proper parts are compared by sound, word by word, for
translations glue and split pinyin as they like ("Song Shanhu"), and give some words by their sense ("Songshan Lake").
"""

from __future__ import annotations

from rapidfuzz.distance import Indel

from pipeline.identity.keys import Key, key, levels
from pipeline.identity.lexicon import words
from pipeline.identity.sounds import FRAME, frame, framed, meant, sounded
from pipeline.identity.spellings import cantonese, is_pinyin

BARE = 0.8
"""How alike a name is to the same with a place in front: 第四中学 and 宁波市第四中学, in two tellings of one story."""
PLACE_ENDS = 0.25
"""How much of what a place in front of a name counts when only one of the two names has it."""


def alike(first: str, second: str) -> float:
    """How surely two names are one, 0 to 1; 0 where their numbers, kinds or levels differ.

    >>> alike("东莞市第一中学教育集团", "Dongguan No. 1 Middle School Education Group")
    1.0
    >>> alike("东莞市第二中学", "Dongguan No. 12 Middle School")
    0.0
    """
    a, b = key(first), key(second)
    if not compatible(a, b) and not _is_college(a, b):
        return 0.0
    if a.han == b.han:
        if "senior" in a.kinds ^ b.kinds:
            return 0.0
        return _same_script(a, b) if a.han else _by_letters(a, b)
    return _across(a, b) if a.han else _across(b, a)


def compatible(a: Key, b: Key) -> bool:
    """Whether numbers, kinds, levels and qualities of two names may be those of one thing."""
    return a.numbers == b.numbers and levels(a) == levels(b) and a.qualities == b.qualities


def _is_college(a: Key, b: Key) -> bool:
    """Whether one name is of a 中学 and the other one of a College, as Hong Kong calls them and spells them."""
    han, latin = (a, b) if a.han else (b, a)
    return (
        han.han
        and not latin.han
        and latin.kinds ^ han.kinds == {"college", "middle"}
        and "middle" in han.kinds
        and (han.numbers, han.qualities) == (latin.numbers, latin.qualities)
        and _is_cantonese(han, latin.words)
    )


def _is_cantonese(han: Key, latin: tuple[str, ...]) -> bool:
    """Whether some word spells signs of a name as Cantonese has them, and cannot be pinyin."""
    sounds = [list(cantonese(sign)) for sign in han.signs]
    free = [False] * len(sounds)
    return any(sounded(word, sounds, [*free]) for word in latin if not is_pinyin(word))


def _same_script(a: Key, b: Key) -> float:
    if a.signs == b.signs:
        return 1.0
    short, long = sorted((a, b), key=lambda each: len(each.signs))
    if long.signs.endswith(short.signs) and len(long.signs) - len(short.signs) <= long.place:
        return 0.9 if short.signs else BARE
    return 0.9 * float(Indel.normalized_similarity(a.signs, b.signs))


def _by_letters(a: Key, b: Key) -> float:
    """Two romanised names: the same letters, whatever the spaces; words may stand in another order."""
    if sorted(a.sounds) == sorted(b.sounds):
        return 1.0
    short, long = sorted(("".join(a.sounds), "".join(b.sounds)), key=len)
    words_ = a.sounds if "".join(a.sounds) == long else b.sounds
    if short == long:
        return 1.0
    covered, left = 0, short
    for word in sorted(words_, key=len, reverse=True):
        if word in left:
            covered, left = covered + len(word), left.replace(word, " ", 1)
    same = min(1.0, 2 * covered / (len(short) + len(long) or 1))
    return 0.9 * max(float(Indel.normalized_similarity(short, long)), same)


def _across(han: Key, latin: Key) -> float:
    """A Chinese name and its translation: the share of both that is accounted for."""
    taken, spoken = cover(han, latin.sounds)
    if not han.sounds and not latin.sounds:
        return 1.0
    letters = [sound.find("|") if "|" in sound else len(sound) for sound in han.sounds]
    weight = [size * (PLACE_ENDS if at < han.place and not taken[at] else 1) for at, size in enumerate(letters)]
    found = sum(size for size, known in zip(weight, taken, strict=True) if known)
    said = sum(len(word) for word, known in zip(latin.sounds, spoken, strict=True) if known)
    return (found + said) / (sum(weight) + sum(map(len, latin.sounds)) or 1)


def cover(han: Key, latin: tuple[str, ...]) -> tuple[list[bool], list[bool]]:
    """Which signs of a Chinese name are said by the words of another one, and which of its words say them."""
    taken, spoken = [False] * len(han.signs), [False] * len(latin)
    sounds = [sound.split("|") for sound in han.sounds]
    for at in sorted(range(len(latin)), key=lambda at: -len(latin[at])):
        spoken[at] = sounded(latin[at], sounds, taken)
    if not all(spoken) and _is_cantonese(han, latin):
        spelt = [list(cantonese(sign)) for sign in han.signs]
        for at, word in enumerate(latin):
            spoken[at] = spoken[at] or sounded(word, spelt, taken)
    for at, word in enumerate(latin):
        if not spoken[at] and len(frame(word)) >= FRAME:
            spoken[at] = framed(word, sounds, taken)
    left = [word for word, said in zip(latin, spoken, strict=True) if not said]
    for sign, senses in words().senses.items() if left else ():
        for sense in senses:
            if set(sense.split()) <= set(left) and meant(sign, han.signs, taken):
                spoken = [said or word in sense.split() for word, said in zip(latin, spoken, strict=True)]
                left = [word for word, said in zip(latin, spoken, strict=True) if not said]
    return taken, spoken


def contradict(first: str, second: str) -> bool:
    """Whether a name has a word in pinyin that its Chinese counterpart does not have.

    >>> contradict("东山头学校", "Xishantou School"), contradict("孔雀河学校", "Swan River School")
    (True, False)
    """
    a, b = key(first), key(second)
    if a.han == b.han:
        return False
    han, latin = (a, b) if a.han else (b, a)
    _, spoken = cover(han, latin.words)
    return any(is_pinyin(word) for word, said in zip(latin.words, spoken, strict=True) if not said)
