"""Writes claims.csv: p-values of claims about four made-up arms, by SciPy and statsmodels.

Run: python claims.py > claims.csv, with scipy 1.x and statsmodels 0.14.
"""

from itertools import combinations

from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.weightstats import ttost_paired
import numpy as np

# Accuracies by seed, in hundredths of a point.
ARMS = {
    "a": [9123, 9187, 9151, 9160, 9139],
    "b": [9080, 9122, 9101, 9118, 9085],
    "c": [9129, 9181, 9149, 9171, 9140],
    "d": [9125, 9190, 9147, 9161, 9146],
}


def points(arm):
    return np.array(ARMS[arm]) / 100


def above(left, right, margin=0):
    return stats.ttest_rel(points(left) + margin, points(right)).pvalue


def spread(arms, bound):
    """Two-sided: twice the smaller of p(all pairs within) and Bonferroni's p(a pair beyond)."""
    pairs = list(combinations(arms, 2))
    inside = max(ttost_paired(points(x), points(y), -bound, bound)[0] for x, y in pairs)
    outside = 1
    for x, y in pairs:
        d = points(x) - points(y)
        d = d if d.mean() > 0 else -d
        outside = min(outside, stats.ttest_1samp(d, bound, alternative="greater").pvalue)
    return min(1, 2 * min(inside, len(pairs) * outside))


CLAIMS = [
    ("a > b", [above("a", "b")]),
    ("b >= a within 0.2", [above("b", "a", 0.2)]),
    ("a >= c", [above("a", "c")]),
    ("a >= c within 0.2", [above("a", "c", 0.2)]),
    ("order: [c, a, b]", [above("c", "a"), above("a", "b")]),
    ("spread of [a, c, d] < 0.3", [spread("acd", 0.3)]),
    ("spread of [a, b, c] < 0.2", [spread("abc", 0.2)]),
    ("spread of [a, c, d] < 0.1", [spread("acd", 0.1)]),
]

if __name__ == "__main__":
    every = [p for _, ps in CLAIMS for p in ps]
    corrected = list(multipletests(every, method="holm")[1])
    print("claim;p;corrected")
    for claim, ps in CLAIMS:
        mine = [corrected.pop(0) for _ in ps]
        print(claim, " ".join(map(repr, map(float, ps))), " ".join(map(repr, map(float, mine))), sep=";")
