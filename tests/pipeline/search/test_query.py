"""What is looked for: words with case and width folded, phrases, kinds; and where they stand in a text."""

from __future__ import annotations

import time
import unicodedata

import pytest

from pipeline.errors import UsageError
from pipeline.search.query import MOST, Phrase, Query, parsed
from pipeline.search.words import APART, indexed, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No. 2 Middle School", ["no", "2", "middle", "school"]),
        ("教育集团", ["教", "育", "集", "团"]),
        ("第2小学ABC校区", ["第", "2", "小", "学", "abc", "校", "区"]),
        ("ＡＢＣ　１２", ["abc", "12"]),
        ("O'Neill-Smith_x", ["o", "neill", "smith", "x"]),
        ("École", ["école"]),
        (unicodedata.normalize("NFD", "École"), ["école"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("㈱", ["株"]),
        ("½", ["1", "2"]),
        ("𠮷野", ["𠮷", "野"]),
        ("서울", ["서", "울"]),
        ("カ\u3099", ["ガ"]),
        ("🎉 … \x00 \ud800", []),
        ("", []),
    ],
)
def test_the_words_of_a_text(text: str, expected: list[str]) -> None:
    assert [word.folded for word in words(text)] == expected


@pytest.mark.parametrize("text", ["No. 2 松山湖 ＡＢＣ 🎉 cafe\u0301!", "a𠮷b", "㎡ ½x"])
def test_a_word_says_where_it_stands(text: str) -> None:
    for word in words(text):
        assert word.folded in [each.folded for each in words(text[word.start : word.end])]


def test_no_phrase_runs_from_one_text_into_the_next() -> None:
    assert indexed("Anbu", None, "学校").split() == ["anbu", APART, "学", "校"]
    assert list(words(APART)) == []


@pytest.mark.untraced
def test_long_runs_take_no_longer_than_their_length() -> None:
    begun = time.process_time()
    for text in ("a" * 300_000 + "\u0301", "\u0301" * 300_000, "学" * 300_000, "é" * 300_000):
        list(words(text))
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("Songshan Lake", Query((Phrase(("songshan",)), Phrase(("lake",))))),
        ('"Songshan  Lake"', Query((Phrase(("songshan", "lake")),))),
        ("“Songshan Lake” 集团", Query((Phrase(("songshan", "lake")), Phrase(("集", "团"))))),
        ("school*", Query((Phrase(("school",), open=True),))),
        ("学校＊", Query((Phrase(("学", "校"), open=True),))),
        ("No.2", Query((Phrase(("no", "2")),))),
        ("kind:group Anbu", Query((Phrase(("anbu",)),), ("group",))),
        ("kind:GROUP kind:date kind:group", Query((), ("group", "date"))),
        ('"never closed', Query((Phrase(("never", "closed")),))),
        ('"kind:group"', Query((Phrase(("kind", "group")),))),
        ("mankind:group", Query((Phrase(("mankind", "group")),))),
        ('a AND b" OR c', Query((Phrase(("a",)), Phrase(("and",)), Phrase(("b",)), Phrase(("or", "c"))))),
        ("Anbu - …", Query((Phrase(("anbu",)),))),
    ],
)
def test_a_query(wanted: str, expected: Query) -> None:
    assert parsed(wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("", "there is no word in it"),
        ('" … "', "there is no word in it"),
        ("\x1b[31m *", None),
        ("kind:school x", "known are group, official, date, count, policy"),
        ("kind: x", "no such kind of record"),
        ("a " * (MOST + 1), f"name {MOST} at most"),
    ],
)
def test_words_that_cannot_be_looked_for(wanted: str, said: str | None) -> None:
    if said is None:
        assert parsed(wanted).phrases == (Phrase(("31m",)),)
        return
    with pytest.raises(UsageError, match=said):
        parsed(wanted)


@pytest.mark.parametrize(
    ("wanted", "text", "expected"),
    [
        ("lake", "Lake, LAKE and lakeside", ["Lake", "LAKE"]),
        ("lake*", "Lake and lakeside", ["Lake", "lakeside"]),
        ('"no 2"', "No. 2 and No.２ but no 12", ["No. 2", "No.２"]),
        ("集团 团校", "教育集团校", ["集团校"]),
        ('"a a"', "a a a", ["a a a"]),
        ('"a b c"', "a b", []),
    ],
)
def test_where_a_query_stands_in_a_text(wanted: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in parsed(wanted).places(text)] == expected
