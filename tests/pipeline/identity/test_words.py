"""The words that names are built of: each once in its language, and written as they are looked up."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from pipeline.identity.lexicon import words

PARTS = {"kinds": words().kinds, "qualities": words().qualities}


@pytest.mark.parametrize("part", PARTS)
def test_everything_is_said_in_both_languages(part: str) -> None:
    assert [name for name, forms in PARTS[part].items() if not forms.zh or not forms.en] == []


def test_no_chinese_word_has_two_meanings() -> None:
    found = Counter(form for part in PARTS.values() for forms in part.values() for form in forms.zh)
    assert [form for form, number in found.items() if number > 1] == []


def test_english_words_are_written_as_they_are_looked_up() -> None:
    known = [form for part in PARTS.values() for forms in part.values() for form in forms.en]
    known += [sense for senses in words().senses.values() for sense in senses]
    assert [form for form in known if not re.fullmatch(r"[a-z]+(?:[ -][a-z]+)*", form)] == []


def test_longer_signs_are_tried_before_their_parts() -> None:
    signs = list(words().senses)
    assert [sign for at, sign in enumerate(signs) if any(sign != part and part in sign for part in signs[:at])] == []
