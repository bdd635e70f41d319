"""When groups were founded, and two groups in one sentence."""

from __future__ import annotations

import pytest

from tests.extractors import build
from tests.extractors.build import Told, told
from tests.extractors.groups.cast import A, B, C, D, E, G, H, P, Q, S, T, U, V

FOUNDED: dict[str, dict[str, Told]] = {
    f"The {G} came into existence on 1 September 2018.": {G: told(established="2018-09-01")},
    f"The {G} has existed since 2016.": {G: told(established="2016")},
    f"The {G} was brought into being in 2016.": {G: told(established="2016")},
    f"The founding of the {G} in May 2017 changed much.": {G: told(established="2017-05")},
    f"The {G} saw the light of day in June 2015.": {G: told(established="2015-06")},
    f"The {G} traces its origins to 2012.": {G: told(established="2012")},
    f"The {G} goes back to 2012.": {G: told(established="2012")},
    f"The {G}, which dates from 2012, has four campuses.": {G: told(established="2012")},
    f"The {G}, in existence since 2012, has four campuses.": {G: told(established="2012")},
    f"Created in 2012, the {G} has four campuses.": {G: told(established="2012")},
    f"It was in September 2014 that the {G} was set up.": {G: told(established="2014-09")},
    f"The {G} got the go-ahead on 4 July 2020.": {G: told(established="2020-07-04")},
    f"The {G} won approval from the county on 4 July 2020.": {G: told(established="2020-07-04")},
    f"The plaque of the {G} was unveiled on 4 July 2020.": {G: told(established="2020-07-04")},
    f"On 4 July 2020 the curtain rose on the {G}.": {G: told(established="2020-07-04")},
    f"On 4 July 2020 the {G} was declared open.": {G: told(established="2020-07-04")},
    f"On 4 July 2020 the {G} officially came into operation.": {G: told(established="2020-07-04")},
    f"On 4 July 2020 a ceremony marked the birth of the {G}.": {G: told(established="2020-07-04")},
    f"The {G} celebrated its inauguration on 4 July 2020.": {G: told(established="2020-07-04")},
    f"Since it was founded in 2013, the {G} has grown fast.": {G: told(established="2013")},
    f"Since its inception in 2013, the {G} has grown fast.": {G: told(established="2013")},
    f"Ever since its founding in 2013, the {G} has grown fast.": {G: told(established="2013")},
    (
        f"Three groups were founded on 8 June 2021: the {G}, led by {A}; the {H}, led by {S}; and the "
        f"Baima Kindergarten Education Group, led by {E}."
    ): {
        G: told([A], [], "2021-06-08"),
        H: told([S], [], "2021-06-08"),
        "Baima Kindergarten Education Group": told([E], [], "2021-06-08"),
    },
    f"On 8 June 2021 the county launched two groups at once: the {G} and the {H}.": {
        G: told(established="2021-06-08"),
        H: told(established="2021-06-08"),
    },
    f"The {G} and the {H} were both founded in 2021.": {G: told(established="2021"), H: told(established="2021")},
    f"The {G} was founded in 2018 and the {H} in 2021.": {G: told(established="2018"), H: told(established="2021")},
    f"The {G} was founded in 2018, followed by the {H} in 2021.": {
        G: told(established="2018"),
        H: told(established="2021"),
    },
    f"The {G} met in May. Founded in 2018 with three schools, it now has nine.": {G: told(established="2018")},
    f"The {G} met in May. The group was born in 2018.": {G: told(established="2018")},
    f"The {G} met in May. It began life in 2018 with three schools.": {G: told(established="2018")},
    f"The {G} met in May. The founding ceremony took place on 3 March 2018.": {G: told(established="2018-03-03")},
    f"The {G} met in May. It has been in operation since 2018.": {G: told(established="2018")},
    f"The {T} was incorporated in 2011.": {T: told(established="2011")},
    f"{T} was established as a charity in 2011.": {T: told(established="2011")},
    f"{T} (est. 2011) runs {U}.": {T: told([], [U], "2011")},
    f"Established: 2011\n{T} runs {U} and {V}.": {T: told([], [U, V], None)},
    f"{A}, founded in 1931, leads the {G}.": {G: told([A])},
    f"The {G}, set up in May 2019, has four schools.": {G: told(established="2019-05")},
    f"The {G}, which came into being in May 2019, has four schools.": {G: told(established="2019-05")},
    f"The {G} (founded May 2019) has four schools.": {G: told(established="2019-05")},
    f"In May 2019 the county approved the establishment of the {G}.": {G: told(established="2019-05")},
    f"In May 2019 the county agreed to set up the {G}.": {G: told(established="2019-05")},
    f"May 2019 saw the founding of the {G}.": {G: told(established="2019-05")},
    f"Its history begins in May 2019, when the {G} was founded.": {G: told(established="2019-05")},
    f"The {G} has been in business since May 2019.": {G: told(established="2019-05")},
    f"The {G} started out in May 2019 with two schools.": {G: told(established="2019-05")},
    f"The {G} was first established in 2016 and joined by {B} in 2019.": {G: told([], [B], "2016")},
    f"The {G} was established in 2016, {B} joined in 2019.": {G: told([], [B], "2016")},
    f"{B} joined the {G}, which was founded in 2016, last year.": {G: told([], [B], "2016")},
    f"The {G} was officially unveiled on the morning of 3 May 2019.": {G: told(established="2019-05-03")},
    f"The unveiling of the {G} took place on 3 May 2019.": {G: told(established="2019-05-03")},
    f"On 3 May 2019, {A} and {B} signed the agreement that created the {G}.": {G: told([], [A, B], "2019-05-03")},
    f"The {G} was launched by the mayor on 3 May 2019.": {G: told(established="2019-05-03")},
    f"Founded on 3 May 2019: the {G}.": {G: told(established="2019-05-03")},
    f"In 2019, the {G} was established; in 2021, the {H}.": {G: told(established="2019"), H: told(established="2021")},
    f"The {G} was established in 2019, the {H} two years later.": {G: told(established="2019"), H: told()},
    f"The {G} and the {H} were set up in 2019 and 2021 respectively.": {
        G: told(established="2019"),
        H: told(established="2021"),
    },
    f"Both the {G} and the {H} were set up in 2019.": {G: told(established="2019"), H: told(established="2019")},
    (f"In 2019 the county set up three groups: the {G}, the {H} and the Little Swan Kindergarten Education Group."): {
        G: told(established="2019"),
        H: told(established="2019"),
        "Little Swan Kindergarten Education Group": told(established="2019"),
    },
    # what comes near and says nothing
    f"The {G} was founded three years ago.": {G: told()},
    f"Five years ago, in the spring, the {G} was founded.": {G: told()},
    f"The {G} marked its fifth birthday on 4 July 2020.": {G: told()},
    f"The {G} opened a new canteen on 4 July 2020.": {G: told()},
    f"On 4 July 2020 the {G} launched a reading app.": {G: told()},
    f"The {G} founded a choir in 2020.": {G: told()},
    f"The {G} was ranked first in 2020.": {G: told()},
    f"The {G} is to be founded in 2027.": {G: told()},
    f"By the end of 2020 the {G} had enrolled 3,000 pupils.": {G: told()},
    f"The {G} (2019) has four schools.": {G: told()},
    f"The {G} met on 3 May 2019. It was founded a year earlier.": {G: told()},
    f"The {G} won a prize in 2019.": {G: told()},
    f"The {G} set up a branch in 2019.": {G: told()},
    f"The {G} held its first sports day in 2019.": {G: told()},
    f"The {G} has set itself goals for 2025.": {G: told()},
    f"A teacher of the {G} was born in 1985.": {G: told()},
    f"{A} was founded in 1938 and the {G} is proud of it.": {G: told()},
    f"The {G} must be set up before 2027.": {G: told()},
}

TWO: dict[str, dict[str, Told]] = {
    f"The {G} is led by {A} and the {H} by {S}.": {G: told([A]), H: told([S])},
    f"{A} leads the {G} and {S} the {H}.": {G: told([A]), H: told([S])},
    f"The {G} comprises {B} and {C}, while the {H} comprises {P} and {Q}.": {G: told([], [B, C]), H: told([], [P, Q])},
    f"{B} and {C} joined the {G}, and {P} and {Q} joined the {H}.": {G: told([], [B, C]), H: told([], [P, Q])},
    (f"The {G}, with {A} as lead school, and the {H}, with {S} as lead school, were unveiled on 5 May 2023."): {
        G: told([A], [], "2023-05-05"),
        H: told([S], [], "2023-05-05"),
    },
    f"The {G} (lead school: {A}) and the {H} (lead school: {S}) were unveiled on 5 May 2023.": {
        G: told([A], [], "2023-05-05"),
        H: told([S], [], "2023-05-05"),
    },
    f"{A} and {S} lead the {G} and the {H} respectively.": {G: told([A]), H: told([S])},
    f"The {G} and the {H} are led by {A} and {S} respectively.": {G: told([A]), H: told([S])},
    f"{A} heads the {G}; {S} heads the {H}.": {G: told([A]), H: told([S])},
    f"The first, the {G}, is led by {A}; the second, the {H}, by {S}.": {G: told([A]), H: told([S])},
    f"The {G}, led by {A}, visited the {H}, led by {S}.": {G: told([A]), H: told([S])},
    f"The {G} and the {H} met. The former is made up of {B} and {C}, the latter of {P} and {Q}.": {
        G: told([], [B, C]),
        H: told([], [P, Q]),
    },
    # what comes near and says nothing
    f"The {G} and the {H} met at {D}.": {G: told(), H: told()},
    f"The {G} beat the {H} at {D}.": {G: told(), H: told()},
}


@pytest.mark.parametrize(("prose", "expected"), FOUNDED.items(), ids=FOUNDED)
def test_when_a_group_was_founded(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected


@pytest.mark.parametrize(("prose", "expected"), TWO.items(), ids=TWO)
def test_two_groups_in_one_sentence(prose: str, expected: dict[str, Told]) -> None:
    assert build.records(prose) == expected
