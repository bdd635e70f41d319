"""Which words are verbs, as far as the clauses that numbers stand in need to know."""

from __future__ import annotations

from extractors.counts.phrases import WORDS


def forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular verb: as in a dictionary, with -s, -ed and -ing.

    >>> forms("carry"), forms("plan"), forms("raise")[2:]
    (('carry', 'carries', 'carried', 'carrying'), ('plan', 'plans', 'planned', 'planning'), ('raised', 'raising'))
    """
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o")) else "s")
    if verb.endswith("e"):
        return verb, third, verb + "d", verb[:-1] + "ing"
    short = verb[-1] in "bdgmnpt" and sum(letter in "aeiou" for letter in verb) == 1 and verb[-2] in "aeiou"
    doubled = verb + verb[-1] if short else verb
    return verb, third, doubled + "ed", doubled + "ing"


VERBS = frozenset(form for verb in WORDS["verb"] for form in forms(verb)) | WORDS["verb_form"]
"""Every form of every verb, in small letters; many are nouns too."""
FINITE = (frozenset(form for verb in WORDS["verb"] for form in forms(verb)[1:3]) | WORDS["verb_form"]) - WORDS[
    "noun_too"
]
"""Forms that are hardly ever nouns, or participles before their noun: the verb of a clause wherever they stand."""
