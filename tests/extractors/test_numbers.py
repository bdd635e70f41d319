"""Digits, words, scales and fractions into numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numbers import TENS, UNITS, fraction, mend, plain, whole

NUMBERS = {
    "zero": 0,
    "seven": 7,
    "nineteen": 19,
    "twenty-one": 21,
    "ninety nine": 99,
    "one hundred": 100,
    "two hundred and five": 205,
    "one thousand one hundred": 1100,
    "five hundred thousand": 500_000,
    "one million two hundred thousand": 1_200_000,
    "a hundred": 100,
    "a million": 1_000_000,
    "a dozen": 12,
    "two dozen": 24,
    "0.5": 0.5,
    "09": 9,
    "1,080": 1080,
    "12,345,678": 12_345_678,
    "1.5 million": 1_500_000,
    "2 billion": 2_000_000_000,
    "3m": 3_000_000,
    "4bn": 4_000_000_000,
    "5万": 50_000,
    "1.2 万": 12_000,
    "3.5亿": 350_000_000,
    "１２": 12,
    "5/kloc-0": 51,
    "/kloc-0/2": 12,
    "2065438+09": 2019,
}
PERCENTS = {
    "half": 50,
    "a half": 50,
    "a third": 33.33,
    "two-thirds": 66.67,
    "three quarters": 75,
    "one-fifth": 20,
    "nine tenths": 90,
    "1/6": 16.67,
    "4/5": 80,
}


@pytest.mark.parametrize(("words", "value"), NUMBERS.items(), ids=NUMBERS)
def test_what_digits_and_words_stand_for(words: str, value: float) -> None:
    found = plain(words)
    assert found == value
    assert type(found) is type(value), "a whole number is an int"


@pytest.mark.parametrize("words", ["", "a", "and", "school", "12 schools", "No. 12", "twelfth"])
def test_other_words_stand_for_no_number(words: str) -> None:
    assert plain(words) is None


@pytest.mark.parametrize(("words", "percent"), PERCENTS.items(), ids=PERCENTS)
def test_a_fraction_is_a_percent_with_two_decimals(words: str, percent: float) -> None:
    assert fraction(words) == percent


@pytest.mark.parametrize("words", ["1/0", "a", "two schools"])
def test_other_words_are_no_fraction(words: str) -> None:
    assert fraction(words) is None


@given(st.integers(0, 10**12))
def test_digits_with_commas_read_as_the_number(number: int) -> None:
    assert plain(str(number)) == plain(f"{number:,}") == number


@given(st.sampled_from(sorted(TENS)), st.sampled_from([unit for unit, value in UNITS.items() if 0 < value < 10]))
def test_tens_and_units_add_up(ten: str, unit: str) -> None:
    assert plain(f"{ten}-{unit}") == plain(f"{ten} {unit}".title()) == TENS[ten] + UNITS[unit]


@given(st.integers(1, 9999), st.sampled_from([("万", 10**4), ("亿", 10**8), (" million", 10**6), (" thousand", 10**3)]))
def test_a_scale_multiplies(number: int, scale: tuple[str, int]) -> None:
    assert plain(f"{number}{scale[0]}") == number * scale[1]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("5/kloc-0", "51"), ("/kloc-0/2", "12"), ("2065438+09", "2019"), ("2065438+2009", "2019"), ("2019", "2019")],
)
def test_a_proxy_s_digits_are_mended(printed: str, meant: str) -> None:
    assert mend(printed) == meant


@pytest.mark.parametrize(("value", "plainer"), [(3.0, 3), (2.5, 2.5), (0.1 + 0.2, 0.3)])
def test_a_float_without_a_fraction_is_an_int(value: float, plainer: float) -> None:
    assert (whole(value), type(whole(value))) == (plainer, type(plainer))
