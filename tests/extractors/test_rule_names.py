"""Whoever reads a rule's name in a record can find the rule by searching for it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pipeline.extraction import Extraction
from pipeline.inputs import MEDIA_TYPES, Input
from pipeline.read import read
from pipeline.records import named_fields

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = sorted((ROOT / "corpus" / "en").iterdir())


@cache
def rules_of_the_corpus() -> dict[str, str]:
    """Every rule that stands in a record, with the first document that has it."""
    extraction = Extraction(model=False)
    found: dict[str, str] = {}
    for path in DOCUMENTS:
        document = read(Input(path.name, path.read_bytes(), MEDIA_TYPES[path.suffix])).document
        for record in extraction.records(document):
            for rule in (record.rule, *(field.rule for _, field in named_fields(record))):
                found.setdefault(rule, path.stem)
    return found


def can_be_found(rule: str, source: str) -> bool:
    """Whether a rule's name stands in the source, whole or as what comes before its last dot and what comes after."""
    family, _, own = rule.rpartition(".")
    return f'"{rule}"' in source or (f'"{family}.' in source and f'"{own}"' in source)


def test_every_rule_of_the_corpus_can_be_found_by_its_name() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "extractors").rglob("*.py")))
    lost = {rule: document for rule, document in rules_of_the_corpus().items() if not can_be_found(rule, source)}
    assert lost == {}


def test_every_rule_has_a_dotted_name_that_starts_with_its_package() -> None:
    packages = {path.name for path in (ROOT / "extractors").iterdir() if path.is_dir()}
    rules = rules_of_the_corpus()
    assert len(rules) > 20
    assert [rule for rule in rules if not re.fullmatch(r"[a-z]+(?:\.[a-z_]+)+", rule)] == []
    assert {rule.split(".")[0] for rule in rules} <= packages
