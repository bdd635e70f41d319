"""The words printed around articles, from the TOML files beside this module, made into patterns once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from extractors.exchange import exchanging
from extractors.names.lexicon import load

LANGUAGES = ("en", "zh")
REMEMBERED = 256
"""How many lines are remembered with their plain forms: each is asked for again and again while its role is judged."""
FOLDED = "：（）［］【】，．；！？／｜＞－　\xa0\t"
as_plain = exchanging(str.maketrans(FOLDED, ":()[][],.;!?/|>-   "))
"""Full-width marks and odd spaces to their plain forms, one for one, so that offsets stay."""


@lru_cache(REMEMBERED)
def folded(text: str) -> str:
    """A text with plain marks in place of full-width ones, of the same length.

    >>> folded("发布时间：2021年2月7日　来源")
    '发布时间:2021年2月7日 来源'
    """
    plain = text.isascii() and "\t" not in text
    return text if plain else as_plain(text)


class Hints:
    """Words in small letters, one of which stands in every line that is worth a closer look."""

    def __init__(self, words: Iterable[str]) -> None:
        self.latin: list[str] = []
        self.others: list[str] = []
        for word in words:
            (self.latin if word.isascii() else self.others).append(word)

    def within(self, text: str) -> bool:
        """Whether one of the words stands in a text in small letters."""
        has = text.__contains__
        return any(map(has, self.latin)) or (not text.isascii() and any(map(has, self.others)))

    def among(self, text: str) -> tuple[str, ...]:
        """The words that stand in a text in small letters: of most whole texts none, and then no line needs a look."""
        has = text.__contains__
        return (*filter(has, self.latin), *(() if text.isascii() else filter(has, self.others)))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The patterns of all languages together; a page may mix them. All work on folded text and ignore case."""

    label: re.Pattern[str]
    """A label with its colon; the name of the matched group is its kind."""
    label_ends: tuple[str, ...]
    """One of these, in lower case, stands at the end of every label."""
    by: re.Pattern[str]
    """A label that stands before a name or an office without a colon: 'Written by', 'Issued by'."""
    cue: re.Pattern[str]
    cue_words: Hints
    """One of these stands in every line with a cue."""
    place: re.Pattern[str]
    crumb: re.Pattern[str]
    end: frozenset[str]
    """Bare lines that mark the end of an article."""
    after: frozenset[str]
    """Headings below an end mark that still belong to the text."""
    opener: re.Pattern[str]
    furniture: re.Pattern[str]
    """How a line of furniture starts."""
    notices: Hints
    """What a line of furniture holds."""
    tail: frozenset[str]
    others: re.Pattern[str]
    """A heading of other articles in Chinese, made of the words for which and for what."""
    others_en: re.Pattern[str]
    """The same in English."""
    lines: frozenset[str]
    stop: frozenset[str]
    no_source: frozenset[str]
    """What stands behind 'Source:' and names nobody."""
    small: frozenset[str]
    organisation: frozenset[str]
    """Words that no person's name has."""
    office: frozenset[str]
    """Last words of a publisher's name."""
    organisation_zh: re.Pattern[str]


def bare(line: str) -> str:
    """A folded line for comparison: lower case, no marks at its ends, single spaces."""
    line = line.lower().strip(" -—–=*·•●■◆▶►>»|+#_~:.,;!?()[]<「」《》…↑↓\u3000")
    single = "  " not in line and line.isprintable()  # of all white space only the plain space is printable
    return line if single else " ".join(line.split())


def _words(tables: Iterable[dict[str, dict[str, list[str]]]], table: str, key: str) -> list[str]:
    return [word for each in tables for word in each[table][key]]


def same_words(one: str, other: str) -> bool:
    """Whether two lines are the same but for case, marks at their ends, and spaces.

    >>> same_words("三校结盟　共用泳池", "三校结盟共用泳池")
    True
    """
    if len(one) > 2 * len(other) + 40 or len(other) > 2 * len(one) + 40:
        return False
    return bare(folded(one)).replace(" ", "") == bare(folded(other)).replace(" ", "")


HAN, MARKS = re.compile("[㐀-鿿]"), re.compile(r"\W+")
MORE = re.compile(r"\(?\d+\s*条?\)?$|(?:查看)?(?:更多|全部)$")


def heads_others(line: str) -> bool:
    """Whether a bare line is a heading of other articles, with its counter and its button or without.

    >>> heads_others("热门评论 10条"), heads_others("相关推荐 查看全部"), heads_others("评论员文章")
    (True, True, False)
    >>> heads_others("most viewed in 24 hours"), heads_others("relevant reading"), heads_others("most schools")
    (True, True, False)
    """
    if line.isascii():
        return line in lexicon().tail or lexicon().others_en.fullmatch(line) is not None
    if line in lexicon().tail:
        return True
    return HAN.search(line) is not None and bool(lexicon().others.fullmatch(MARKS.sub("", MORE.sub("", line))))


LAST_PART = re.compile(r"[^\s:/]+")


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, white space as it comes; Latin words end where a word ends.

    It looks at the first two characters before it tries the words, for most places have none of them.
    """
    ordered = sorted(set(words), key=len, reverse=True)
    known = "|".join(
        re.escape(word).replace(r"\ ", r"\s+") + (r"\b" if word[-1].isascii() and word[-1].isalnum() else "")
        for word in ordered
    )
    return f"(?-i:(?={_openings(ordered)}))(?:{known})"


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The first parts of the words, without those that another one is part of.

    >>> _shortest(["photo by", "photographer", "editor"])
    ('editor', 'photo')
    """
    firsts = {word.split()[0].lower() for word in words}
    return tuple(sorted(word for word in firsts if not any(other in word for other in firsts - {word})))


def _openings(words: Iterable[str]) -> str:
    """A pattern for the first two characters of the words, in either case."""
    seconds: dict[str, set[str]] = {}
    for word in words:
        first, second = word[0].lower(), word[1:2]
        after = {r"\s"} if second == " " else {re.escape(second.lower()), re.escape(second.upper())}
        seconds.setdefault(first, set()).update(after)
    return "|".join(
        f"[{re.escape(first)}{re.escape(first.upper())}]" + ("" if "" in after else f"[{''.join(sorted(after))}]")
        for first, after in sorted(seconds.items())
    )


@cache
def lexicon() -> Lexicon:
    """The lexicon of all languages, read and compiled at the first call."""
    folder = Path(__file__).parent
    tables = [tomllib.loads((folder / f"{language}.toml").read_text("utf-8")) for language in LANGUAGES]
    kinds = ("author", "person", "source", "published", "time", "noise", "place", "checker")
    labels = "|".join(f"(?P<{kind}>{_any(_words(tables, 'labels', kind))})" for kind in kinds)
    known = {word for kind in kinds for word in _words(tables, "labels", kind)}
    firsts = {word[0] for word in known}
    opening = f"(?-i:(?=[{re.escape(''.join(sorted(firsts | set(map(str.upper, firsts)))))}]))"
    by = [w for kind in kinds for w in _words(tables, "labels", kind) if w.endswith(" by") or w == "by"]
    holds, starts = _words(tables, "furniture", "holds"), _words(tables, "furniture", "starts")
    flags = re.IGNORECASE
    which, what = (_any(_words(tables[:1], "tail", key)) for key in ("which", "what"))
    others_en = rf"(?:{which})(?:\s+(?:{which}))*(?:\s+(?:{what}))+(?:\s+(?:in|of|from)\s[\w ]{{2,15}})?"
    return Lexicon(
        label=re.compile(rf"(?<![A-Za-z'’]){opening}(?:{labels})\s{{0,3}}[:/]\s*", flags),
        label_ends=tuple(sorted({LAST_PART.findall(word.lower())[-1] for word in known})),
        by=re.compile(rf"(?P<label>{_any(by)})\s+(?=\S)", flags),
        cue=re.compile(rf"(?<![A-Za-z])(?:{_any(_words(tables, 'cues', 'person'))})\s*:?", flags),
        cue_words=Hints(_shortest(_words(tables, "cues", "person"))),
        place=re.compile(rf"(?<![A-Za-z])(?:{_any(_words(tables, 'labels', 'place'))})\s*:", flags),
        crumb=re.compile(rf"(?:{_any(_words(tables, 'crumbs', 'starts'))})\s*(?:[>/|:»›-])", flags),
        end=frozenset(map(bare, _words(tables, "end", "marks"))),
        after=frozenset(map(bare, _words(tables, "end", "after"))),
        opener=re.compile(rf"(?:{_any(_words(tables, 'tail', 'openers'))}|{others_en})\s*:|more\s*>>", flags),
        furniture=re.compile(_any(starts), flags),
        notices=Hints(word.lower() for word in holds),
        tail=frozenset(map(bare, _words(tables, "tail", "headings"))),
        others=re.compile(
            rf"(?:{_any(_words(tables[1:], 'tail', 'which'))})+的?(?:{_any(_words(tables[1:], 'tail', 'what'))})+"
        ),
        others_en=re.compile(others_en, flags),
        lines=frozenset(map(bare, _words(tables, "furniture", "lines"))),
        small=frozenset(_words(tables, "cues", "small")),
        no_source=frozenset(_words(tables, "cues", "no_source")),
        stop=frozenset(_words(tables, "cues", "stop")),
        organisation=frozenset(_words(tables[:1], "cues", "organisation") + _words(tables[:1], "cues", "office")),
        office=frozenset(_words(tables[:1], "cues", "office")),
        organisation_zh=re.compile(_any(_words(tables[1:], "cues", "organisation"))),
    )


@cache
def page_words() -> dict[str, frozenset[str]]:
    """The word lists of page.toml: names of elements, and words in class and id attributes."""
    tables = tomllib.loads((Path(__file__).parent / "page.toml").read_text("utf-8"))
    return {key: frozenset(words) for key, words in tables.items()}


@cache
def surnames() -> frozenset[str]:
    """The Han family names of one character that are common."""
    return load("extractors.names", "han")["characters"]
