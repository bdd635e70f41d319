"""Every word of every lexicon can be met: its list is read, it stands once, and nothing else takes its place."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks import lexicons
from benchmarks.lexicons import ROOT
from extractors.groups.clauses import cues
from extractors.groups.labels import ROLES, Labels
from extractors.groups.wording import beginnings
from extractors.names.tags import CLASSES, TOKEN, classes
from extractors.officials.shapes import WORDS as POSTS
from pipeline.read.lexicon import bare, folded
from pipeline.read.tree import marks_in

FILES = [path.relative_to(ROOT).as_posix() for path in lexicons.files() if path.name != "words.toml"]
"""Lists of words; tests/pipeline/identity has what is to hold of ``words.toml``, which is in two languages."""
NAMES, OFFICIALS, GROUPS, COUNTS = (f"extractors/{kind}/en.toml" for kind in ("names", "officials", "groups", "counts"))
PEOPLE, SURNAMES = "extractors/names/people.toml", "extractors/names/surnames.toml"
UNITED: dict[str, list[tuple[str, ...]]] = {
    NAMES: [("institution", "part", "body", "group", "topic", "place", "landmark", "joinable", "generic", "opening")],
    OFFICIALS: [("head", "modifier"), ("public_body", "school_body", "other_body")],
    GROUPS: [("leader", "member", "group", "established")],
    COUNTS: [("over", "under", "about")],
    SURNAMES: [("cantonese", "wade_giles")],
    "extractors/names/places.toml": [("divisions", "cities")],
    "pipeline/read/page.toml": [("invisible", "blocks")],
}
"""Lists of which a word is in one at most: the rules put them together, or ask them one after the other."""
BY_TOKEN = {
    NAMES: ["institution", "part", "body", "group", "topic", "place", "landmark", "joinable", "generic", "opening"],
    OFFICIALS: ["head", "modifier", "public_body", "school_body", "other_body", "copula"],
    GROUPS: ["society"],
    COUNTS: ["stop", "qualifying_plural", "mass", "duration", "reach", "rate"],
}
"""Lists that the rules look up token by token."""


@cache
def lists(file: str) -> Mapping[str, list[str]]:
    """List → entries as the file has them; the list of a table is named 'table.list'."""
    return dict(lexicons.lists(ROOT / file))


def twice(words: Iterable[str]) -> list[str]:
    return sorted(word for word, times in Counter(words).items() if times > 1)


def is_token(word: str) -> bool:
    """Whether a word in running text is one token of the rules: "workers'", not "hi-tech"."""
    match = TOKEN.match(f"{word} ")
    return match is not None and match.group().rstrip() == word


def names_in_code(tree: ast.AST) -> Iterator[str]:
    """The strings by which code can ask for a list: subscripts, arguments, members of a sequence; no docstrings."""
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Subscript):
            parts = [node.slice]
        elif isinstance(node, ast.Call):
            parts = node.args
        elif isinstance(node, ast.Tuple | ast.List):
            parts = node.elts
        yield from (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))


def readers(file: str) -> list[Path]:
    """The modules that may read a file: those in its folder, and those elsewhere that load it by its name."""
    path = ROOT / file
    load = f'load("{".".join(Path(file).parent.parts)}", "{path.stem}")'
    modules = [module for folder in ("extractors", "pipeline") for module in (ROOT / folder).rglob("*.py")]
    return [each for each in modules if each.parent == path.parent or load in each.read_text(encoding="utf-8")]


def test_there_are_lexicons() -> None:
    assert {NAMES, OFFICIALS, GROUPS, COUNTS, PEOPLE, SURNAMES} <= set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_a_file_says_where_it_is_from(file: str) -> None:
    head = re.match(r"(?:#.*\n)+", (ROOT / file).read_text(encoding="utf-8"))
    assert head, f"{file} begins without a comment"
    made = re.search(
        r"Made by `python -m (lexicons\.\w+)`; do not edit|Made by hand for this\s+(?:# )?project", head[0]
    )
    assert made, f"{file}: the comment at its top does not say how it was made"
    if made[1]:
        assert (ROOT / f"{made[1].replace('.', '/')}.py").is_file()
        content = (ROOT / file).read_text(encoding="utf-8")
        about = re.findall(r"((?:^#.*\n)+)\w+ = \[", content, re.MULTILINE)
        assert len(about) == len(lists(file))
        assert [
            words for words in about if not re.search(r"\d\.\d.*\((?:MIT|Apache)", words.replace("\n# ", " "))
        ] == []
    else:
        assert "To add" in head[0], f"{file}: the comment at its top does not say how to add an entry"


@pytest.mark.parametrize("file", FILES)
def test_code_reads_every_list(file: str) -> None:
    asked = {name for path in readers(file) for name in names_in_code(ast.parse(path.read_text(encoding="utf-8")))}
    assert [name for name in lists(file) if not asked.issuperset(name.split("."))] == []


@pytest.mark.parametrize("file", FILES)
def test_no_list_has_a_word_twice(file: str) -> None:
    assert {name: found for name, words in lists(file).items() if (found := twice(words))} == {}


@pytest.mark.parametrize("file", UNITED)
def test_a_word_is_in_one_of_the_lists_that_go_together(file: str) -> None:
    found = {
        (one, other): both
        for together in UNITED[file]
        for one, other in combinations(together, 2)
        if (both := sorted(set(lists(file)[one]) & set(lists(file)[other])))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("by_hand", "made"), [("pinyin", ["pinyin"]), ("southeast_asian", ["cantonese", "wade_giles"])]
)
def test_a_surname_typed_by_hand_is_in_no_list_made_by_machine(by_hand: str, made: list[str]) -> None:
    assert [word for word in lists(PEOPLE)[by_hand] if any(word in lists(SURNAMES)[name] for name in made)] == []


@pytest.mark.parametrize("file", [file for file in FILES if not file.startswith("pipeline")])
def test_words_of_the_rules_are_lower_case_and_trimmed(file: str) -> None:
    assert [word for words in lists(file).values() for word in words if word != " ".join(word.lower().split())] == []


@pytest.mark.parametrize(("file", "name"), [(file, name) for file, names in BY_TOKEN.items() for name in names])
def test_a_word_that_is_looked_up_by_token_is_one(file: str, name: str) -> None:
    assert [word for word in lists(file)[name] if not is_token(word)] == []


@pytest.mark.parametrize("name", ["government", "school"])
def test_a_title_that_tells_a_category_is_one_word_without_a_hyphen(name: str) -> None:
    assert [word for word in lists(OFFICIALS)[name] if re.search(r"[\s-]", word)] == []


@pytest.mark.parametrize(
    ("file", "name", "letters"),
    [
        *((NAMES, name, letter) for name, letter in CLASSES),
        (NAMES, "opening", "x"),
        (OFFICIALS, "head", "tZ"),
        (OFFICIALS, "modifier", "mblhuecgr"),  # a word of a body may stand in a title when it is among the modifiers
    ],
)
def test_a_word_has_the_class_of_its_list(file: str, name: str, letters: str) -> None:
    table = classes(POSTS["head"], POSTS["modifier"], frozenset())
    assert {word: table[word] for word in lists(file)[name] if table[word] not in letters} == {}


@pytest.mark.parametrize("role", ROLES)
def test_a_label_announces_what_its_list_says(role: str) -> None:
    labels = Labels("en", {})
    assert [phrase for phrase in lists(GROUPS)[role] if labels.exact(phrase) != role] == []


@pytest.mark.parametrize("name", ["lead_noun", "lead_verb", "belong", "run", "taken", "apart"])
def test_a_cue_is_among_the_beginnings_of_a_sentence_that_has_its_phrase(name: str) -> None:
    assert [phrase for phrase in lists(GROUPS)[name] if not cues([phrase]) <= beginnings(f"It {phrase} them.")] == []


@pytest.mark.parametrize("file", ["pipeline/read/en.toml", "pipeline/read/zh.toml"])
def test_what_is_printed_around_articles_is_in_the_form_in_which_it_is_compared(file: str) -> None:
    assert [word for words in lists(file).values() for word in words if folded(word) != word] == []


@pytest.mark.parametrize("file", ["pipeline/read/en.toml", "pipeline/read/zh.toml"])
@pytest.mark.parametrize("name", ["furniture.lines", "tail.headings", "end.after"])
def test_whole_lines_differ_in_more_than_marks_and_case(file: str, name: str) -> None:
    assert twice(map(bare, lists(file)[name])) == []


@pytest.mark.parametrize("file", ["pipeline/read/en.toml", "pipeline/read/zh.toml"])
def test_no_notice_holds_a_shorter_one(file: str) -> None:
    words = [word.lower() for word in lists(file)["furniture.holds"]]
    assert [(word, part) for word in words for part in words if part != word and part in word] == []


@pytest.mark.parametrize("file", ["pipeline/read/en.toml", "pipeline/read/zh.toml"])
def test_no_beginning_of_a_line_begins_with_a_shorter_one(file: str) -> None:
    words = lists(file)["furniture.starts"]
    covered = [(w, v) for w in words for v in words if v != w and re.match(rf"{re.escape(v)}(?![a-z])", w)]
    assert covered == []


@pytest.mark.parametrize("name", ["strong", "stamps"])
def test_a_mark_of_an_element_is_found_in_a_class(name: str) -> None:
    assert [word for word in lists("pipeline/read/page.toml")[name] if word not in marks_in(word)] == []
