"""Writes paired.csv: what SciPy says of paired differences.

python paired.py > paired.csv        (SciPy 1.17.1, NumPy 2.4.6)
"""
import itertools
import math
from collections import namedtuple

import numpy as np
from scipy import special, stats
from scipy.stats import PermutationMethod, bootstrap, permutation_test

# Differences in images of 10,000, so that ties and zeros are exact here.
SAMPLES = {
    "three": [78, 67, 79],
    "four": [-12, 31, 44, 5],
    "five-ties": [38, 6, -8, 15, 38],
    "six-zeros": [0, 12, -5, 0, 12, 30],
    "seven": [51, 33, -4, 27, 60, 18, 9],
    "skewed": [2, 3, 1, 4, 2, 90],
    "nine": [-21, 14, 3, -35, -8, 2, 17, -29, 6],
    "twelve": [14, 25, -7, 31, 8, 19, -12, 40, 22, 3, 11, 27],
    "flat": [10, 10, 10, 10],
}


def hedges(d):
    m = len(d) - 1
    j = math.exp(special.gammaln(m / 2) - special.gammaln((m - 1) / 2)) / math.sqrt(m / 2)
    return j * d.mean() / d.std(ddof=1)


def bca(d):
    """BCa of all n^n samples: scipy.stats.bootstrap on a distribution that is given."""
    means = np.array([sum(s) / len(d) for s in itertools.product(d.tolist(), repeat=len(d))])
    Given = namedtuple("Given", "bootstrap_distribution")
    of = bootstrap((d,), np.mean, n_resamples=0, bootstrap_result=Given(means), method="BCa")
    return of.confidence_interval


print("name,differences,t_p,wilcoxon_p,flips_p,hedges_g,bca_low,bca_high")
for name, values in SAMPLES.items():
    d = np.array(values, dtype=float)
    spread = d.std() > 0
    t = stats.ttest_1samp(d, 0).pvalue if spread else math.nan
    all_ways = PermutationMethod(n_resamples=np.inf)
    w = stats.wilcoxon(d, zero_method="wilcox", method=all_ways).pvalue
    flips = permutation_test((d,), np.mean, permutation_type="samples", n_resamples=np.inf).pvalue
    low, high = bca(d) if spread and len(d) <= 7 else (math.nan, math.nan)
    g = hedges(d) if spread else math.nan
    row = [name, " ".join(map(str, values)), t, w, flips, g, low, high]
    print(",".join(v if isinstance(v, str) else repr(float(v)) for v in row))
