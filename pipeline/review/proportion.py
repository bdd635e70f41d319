"""A proportion with its interval, from observations that differ in weight and come in bundles.

The interval is Wilson's (E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of
the American Statistical Association 22, 1927, 209-212): near 0 and 1 and for few observations it keeps what it
promises, where the usual p ± 1.96·s does not. With weights and bundles it is taken at the effective sample size, as N.
Dean and M. Pagano do (Evaluating confidence interval methods for binomial proportions in clustered surveys, Journal of
Survey Statistics and Methodology 3, 2015, 484-503).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054
"""The normal quantile that leaves 2.5 % at each end."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Things that were judged together, as the members of one group: how many of them were right, and their weight."""

    right: int
    judged: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share with its 95 % interval. ``judged`` things stand behind it, worth as much as ``effective`` ones drawn
    singly and evenly."""

    share: float
    low: float
    high: float
    judged: int
    effective: float


def wilson(share: float, size: float) -> tuple[float, float]:
    """Wilson's 95 % interval of a share of ``size`` observations; size need not be a whole number, but above 0.

    >>> low, high = wilson(0.9, 100)
    >>> round(low, 4), round(high, 4)
    (0.8256, 0.9448)
    """
    squared = Z95 * Z95
    centre = (share + squared / (2 * size)) / (1 + squared / size)
    half = Z95 / (1 + squared / size) * sqrt(share * (1 - share) / size + squared / (4 * size * size))
    return max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))


def proportion(bundles: Iterable[Bundle]) -> Proportion | None:
    """The weighted share of what was right, None when nothing was judged."""
    judged = [bundle for bundle in bundles if bundle.judged]
    if not judged:
        return None
    weight = sum(bundle.weight * bundle.judged for bundle in judged)
    share = min(1.0, sum(bundle.weight * bundle.right for bundle in judged) / weight)
    effective = effective_size(judged, share)
    return Proportion(share, *wilson(share, effective), sum(bundle.judged for bundle in judged), effective)


def effective_size(bundles: list[Bundle], share: float) -> float:
    """How many single, evenly drawn observations the bundles are worth.

    p(1 - p) / V with V the variance of a ratio estimate over bundles (W. G. Cochran, Sampling Techniques, 3rd ed. 1977,
    section 6.3, linearised), held between two of Kish's sizes (the sum of the weights, squared, by the sum of their
    squares; L. Kish, Survey Sampling, 1965): not more than if the things of a bundle had nothing in common, not less
    than if all were alike. Where all or none were right V says nothing, and the lesser is taken.
    """
    weight = sum(b.weight * b.judged for b in bundles)
    most = weight**2 / sum(b.weight**2 * b.judged for b in bundles)
    least = weight**2 / sum((b.weight * b.judged) ** 2 for b in bundles)
    number = len(bundles)
    scatter = sum((b.weight * (b.right - share * b.judged)) ** 2 for b in bundles)
    if number < 2 or scatter == 0 or share in (0, 1):
        return least
    variance = number / (number - 1) * scatter / weight**2
    return min(most, max(least, share * (1 - share) / variance))
