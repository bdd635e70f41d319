"""Schools that a sentence means and the one before it names."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Told, told
from tests.extractors.groups.cast import A, B, C, D, G, H, P

MEANT: dict[str, dict[str, Told]] = {
    f"{B} had been short of teachers for years. In 2023 it was placed under the {G}.": {G: told([], [B])},
    f"{B} has 300 pupils. The school joined the {G} in 2021.": {G: told([], [B])},
    f"{B} has 300 pupils. It is now part of the {G}.": {G: told([], [B])},
    f"{B} has 300 pupils. It became a campus of the {G} in 2021.": {G: told([], [B])},
    f"{A} has 2,400 pupils. It leads the {G}.": {G: told([A])},
    f"{A} was founded in 1931. The school is also the lead school of the {G}.": {G: told([A])},
    f"Li Na of {B} and Wang Wei of {C} met on Friday. Both schools belong to the {G}.": {G: told([], [B, C])},
    f"{B}, {C} and {D} have new roofs. All three are members of the {G}.": {G: told([], [B, C, D])},
    f"{B} and {C} are old. They were merged into the {G} in 2020.": {G: told([], [B, C])},
    f"The {H} has {P}. It is a partner of the {G}.": {H: told([], [P]), G: told()},
    # what comes near and says nothing
    f"{B} and {C} are old. It belongs to the {G}.": {G: told()},
    f"{B}, {C} and {D} have new roofs. Both belong to the {G}.": {G: told()},
    f"{B} burnt down. It was rebuilt by the {G}.": {G: told()},
    f"{B} is near the river. It is a mile from the {G}.": {G: told()},
    f"{B} has a pool. They have visited the {G}.": {G: told()},
    f"{B} may be closed. It has not joined the {G}.": {G: told()},
}


@pytest.mark.parametrize(("prose", "expected"), MEANT.items(), ids=MEANT)
def test_schools_named_in_the_sentence_before(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected
