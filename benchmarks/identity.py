"""How right entities are: ``python -m benchmarks.identity`` prints pairwise precision and recall.

Of all pairs of names (each name once a document, within one kind), those that are put into one entity are held against
those that a reader says are one: ``tests/gold/entities.toml`` for the seeds and articles of ``COMMUNIQUE_GOLD``, and
``corpus/pairs.toml`` for announcements of the corpus that tell one story in two languages, or look as if they did.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.texts import CORPUS
from pipeline import default_rules
from pipeline.identity.linking import Told, linked
from pipeline.identity.mentions import EntityKind
from pipeline.inputs import Input, open_inputs
from pipeline.read import read

GOLD = CORPUS.parent / "tests" / "gold" / "entities.toml"
OF_PAIRS: dict[str, EntityKind] = {"groups": "group", "schools": "school", "officials": "person"}
Name = tuple[str, str, str]
"""Document (its file name without ending), kind and name."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of names: put into one entity and rightly so, wrongly so, and left apart wrongly."""

    right: frozenset[frozenset[Name]]
    wrong: frozenset[frozenset[Name]]
    missed: frozenset[frozenset[Name]]

    @property
    def precision(self) -> float:
        """Of the pairs made one, how many are."""
        return len(self.right) / (len(self.right) + len(self.wrong) or 1)

    @property
    def recall(self) -> float:
        """Of the pairs that are one, how many are made one."""
        return len(self.right) / (len(self.right) + len(self.missed) or 1)


def told(paths: Sequence[Path]) -> list[Told]:
    """Documents with their records, as the rules find them."""
    rules = default_rules()
    inputs = [each for each in open_inputs(list(map(str, paths))) if isinstance(each, Input)]
    documents = [read(each).document for each in inputs]
    return [(document, rules.records(document)) for document in documents]


def judged(documents: Sequence[Told], same: Sequence[frozenset[Name]], known: frozenset[Name] | None = None) -> Judged:
    """Entities held against lists of names that are one; ``known`` are the names that the gold speaks of, None all."""
    names = {document.id: Path(document.source).stem for document, _ in documents}
    found: set[frozenset[Name]] = set()
    stated: set[Name] = set()
    for entity in linked(documents).entities:
        own = {(names[local.document], local.kind, m.text) for local in entity.locals for m in local.mentions}
        stated |= own
        found |= {frozenset(pair) for pair in combinations(sorted(own if known is None else own & known), 2)}
    gold = {frozenset(pair) for names in same for pair in combinations(sorted(names & stated), 2)}
    return Judged(frozenset(found & gold), frozenset(found - gold), frozenset(gold - found))


def shared(folder: Path) -> Judged:
    """The seeds and articles below a folder."""
    listed = [folder / "seeds", *sorted((folder / "articles").iterdir())]
    documents = told([path for each in listed for path in sorted(each.glob("*.txt"))])
    texts = {Path(document.source).stem: document.text for document, _ in documents}
    same = []
    for kind, clusters in tomllib.loads(GOLD.read_text("utf-8")).items():
        for places in clusters:
            cut = [re.fullmatch(r"(.+):(\d+)-(\d+)", place) for place in places]
            same.append(frozenset((m[1], kind, texts[m[1]][int(m[2]) : int(m[3])]) for m in cut if m))
    return judged(documents, same)


def corpus() -> Judged:
    """The pairs and twins of the corpus, all together."""
    listed = tomllib.loads((CORPUS / "pairs.toml").read_text("utf-8"))
    same: list[frozenset[Name]] = []
    wanted: set[str] = set()
    for pair in listed["pair"]:
        zh, en = pair["chinese"], pair["english"]
        wanted |= {zh, en}
        for table, kind in OF_PAIRS.items():
            for name, forms in pair.get(table, {}).items():
                same.append(frozenset({(zh, kind, name), *((en, kind, form) for form in forms)}))
    places = [path for folder in ("zh", "en") for path in sorted((CORPUS / folder).iterdir()) if path.stem in wanted]
    return judged(told(places), same, frozenset(name for names in same for name in names))


def measured() -> Iterator[tuple[str, Judged]]:
    """Every set that is there."""
    yield "corpus, pairs in two languages", corpus()
    if root := os.environ.get("COMMUNIQUE_GOLD"):
        yield "seeds and articles", shared(Path(root))


def main() -> None:
    """Print a table, then what is wrong and what is missed."""
    sets = list(measured())
    print("| texts | pairs that are one | precision | recall |\n|---|---|---|---|")
    for name, each in sets:
        print(f"| {name} | {len(each.right) + len(each.missed)} | {each.precision:.3f} | {each.recall:.3f} |")
    for name, each in sets:
        for said, pairs in (("wrong", each.wrong), ("missed", each.missed)):
            for pair in sorted(map(sorted, pairs)):
                print(f"{name}: {said}\t{pair[0]}\t{pair[1]}")


if __name__ == "__main__":
    main()
