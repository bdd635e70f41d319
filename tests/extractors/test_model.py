"""The spaCy model: loaded at the first question, asked little, every question counted, no say beyond its question."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from extractors import model as models
from extractors.en import English
from extractors.mentions import OfficialMention
from extractors.model import Model, ModelUnavailable, Recogniser, installed
from extractors.text import Block, Text


@dataclass(frozen=True)
class FakeEntity:
    label_: str
    start_char: int
    end_char: int


@dataclass(frozen=True)
class FakeAnalysis:
    ents: list[FakeEntity]


class FakePipeline:
    """Finds the names that it is told, and remembers the sentences that it was given."""

    def __init__(self, labels: Mapping[str, str] | None = None) -> None:
        self.labels = labels or {}
        self.loaded = 0
        self.sentences: list[str] = []

    def load(self) -> Recogniser:
        self.loaded += 1
        return self.analysed

    def analysed(self, sentence: str) -> FakeAnalysis:
        self.sentences.append(sentence)
        places = [(sentence.find(name), name, label) for name, label in self.labels.items()]
        return FakeAnalysis([FakeEntity(label, at, at + len(name)) for at, name, label in sorted(places) if at >= 0])


def officials(string: str, labels: Mapping[str, str]) -> tuple[tuple[OfficialMention, ...], Model, FakePipeline]:
    fake = FakePipeline(labels)
    model = Model(fake.load)
    text = Text(string, (Block("paragraph", "body", 0, len(string)),))
    return English(model=model).mentions(text).officials, model, fake


SENTENCE = "Ann Porter of Hengli Town met Li Jun."
LABELS = {"Ann Porter": "PERSON", "Hengli Town": "GPE"}


@pytest.mark.parametrize(
    ("quote", "label"),
    [
        ("Ann Porter", "PERSON"),
        ("Porter", "PERSON"),
        ("Hengli", "GPE"),
        ("Porter of Hengli Town", "GPE"),  # the greater part
        ("Ann Porter of Hengli Tow", "PERSON"),  # as much of both: the earlier one
        ("Li Jun", None),
        (" of ", None),
    ],
)
def test_the_label_is_that_of_the_entity_that_shares_most_with_the_span(quote: str, label: str | None) -> None:
    start = SENTENCE.index(quote)
    assert Model(FakePipeline(LABELS).load).label(SENTENCE, start, start + len(quote)) == label


def test_every_question_counts_and_a_sentence_is_analysed_once() -> None:
    fake = FakePipeline(LABELS)
    model = Model(fake.load)
    assert (model.asked, fake.loaded) == (0, 0)
    for sentence in (SENTENCE, SENTENCE, "Ann Porter spoke.", "Ann Porter spoke."):
        model.label(sentence, 0, 10)
    assert (model.asked, fake.loaded, fake.sentences) == (4, 1, [SENTENCE, "Ann Porter spoke."])


def test_two_models_share_nothing() -> None:
    first, second = Model(FakePipeline().load), Model(FakePipeline().load)
    first.label(SENTENCE, 0, 3)
    assert (first.asked, second.asked) == (1, 0)


@pytest.mark.parametrize(
    ("string", "labels", "told", "asked"),
    [
        # The shape of a Han name is proof enough.
        ("Li Jun, director of the Anbu Education Bureau, spoke.", {}, [("Li Jun", 0.95)], 0),
        # Another shape is what the model is for: a yes makes the name as sure.
        ("Ann Porter, director of the bureau, spoke.", {"Ann Porter": "PERSON"}, [("Ann Porter", 0.95)], 1),
        # A no, or no answer, changes nothing.
        ("Ann Porter, director of the Anbu Education Bureau, spoke.", {"Ann Porter": "ORG"}, [("Ann Porter", 0.85)], 1),
        ("Ann Porter, director of the Anbu Education Bureau, spoke.", {}, [("Ann Porter", 0.85)], 1),
        # Capitals beside a post that nobody has.
        ("The ratio is 1 to 63, according to headmistress Dekyi.", {"Dekyi": "PERSON"}, [("Dekyi", 0.85)], 1),
        ("The ratio is 1 to 63, according to headmistress Dekyi.", {"Dekyi": "ORG"}, [], 1),
        # A family name alone is no person's name, whatever the model says.
        ("Director Zhang said that it will go on.", {"Zhang": "PERSON"}, [], 0),
        # A post that somebody has leaves nothing open, nor does a sentence without one.
        ("Li Jun, director of the bureau, praised Dekyi.", {"Dekyi": "PERSON"}, [("Li Jun", 0.95)], 0),
        ("Ann Porter came to Hengli Town.", {"Ann Porter": "PERSON"}, [], 0),
    ],
)  # fmt: skip
def test_only_what_the_rules_leave_open_is_asked(
    string: str, labels: Mapping[str, str], told: list[tuple[str, float]], asked: int
) -> None:
    found, model, fake = officials(string, labels)
    assert [(official.name.span.quote, official.name.confidence) for official in found] == told
    assert (model.asked, len(fake.sentences)) == (asked, asked)


def test_a_person_whom_only_the_model_saw_says_so() -> None:
    (official,), _, _ = officials("The ratio is low, according to headmistress Dekyi.", {"Dekyi": "PERSON"})
    assert official.name.rule == "officials.model"
    assert [position.title.span.quote for position in official.positions] == ["headmistress"]


def test_a_yes_makes_the_posts_as_sure_as_the_name() -> None:
    (official,), _, _ = officials("Ann Porter, director of the Anbu Education Bureau, spoke.", {"Ann Porter": "PERSON"})
    (position,) = official.positions
    assert position.organisation is not None
    assert {position.title.confidence, position.organisation.confidence, official.name.confidence} == {0.95}


def test_the_rules_alone_do_not_import_spacy() -> None:
    code = (
        "import sys; from extractors.en import English; from extractors.text import Block, Text;"
        "s = 'Ann Porter, director of the bureau, spoke.'; "
        "found = English().mentions(Text(s, (Block('paragraph', 'body', 0, len(s)),))).officials; "
        "print(len(found), 'spacy' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout  # noqa: S603
    assert said.split() == ["1", "False"]


def test_a_model_that_is_not_installed_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "PACKAGES", ("no_such_model", "no_such_model_either"))
    with pytest.raises(ModelUnavailable, match="not installed: install no-such-model-either"):
        Model().label(SENTENCE, 0, 10)


def test_a_model_that_does_not_load_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        @staticmethod
        def load(**_: object) -> Recogniser:
            raise OSError("[E050] no config.cfg")

    monkeypatch.setattr(models, "find_spec", lambda name: name == models.PACKAGES[0])
    monkeypatch.setattr(models, "import_module", lambda _: Broken)
    with pytest.raises(ModelUnavailable, match=r"en_core_web_sm cannot be loaded \(\[E050\] .*\): reinstall"):
        installed()


def test_the_real_model_knows_an_english_name_and_a_town() -> None:
    model = Model()
    sentence = "Sarah Whitlock, the head teacher, moved from London to Chicago."
    assert model.label(sentence, 0, len("Sarah Whitlock")) == "PERSON"
    assert model.label(sentence, sentence.index("Chicago"), len(sentence) - 1) == "GPE"
    assert model.asked == 2


def test_the_real_model_loads_only_what_is_asked() -> None:
    assert getattr(installed(), "pipe_names", None) == ["tok2vec", "ner"]
