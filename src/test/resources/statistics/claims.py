"""Writes claims.csv: p-values of claims about four made-up arms, by SciPy and statsmodels, and how
many seeds would do for those that are undecided.

Run: python claims.py > claims.csv, with scipy 1.x and statsmodels 0.14.
"""

from itertools import combinations

from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.weightstats import ttost_paired
import numpy as np

from power import power as power_of

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


def seeds(effect, level, power=0.8):
    """The fewest pairs of which a t test, two-sided, finds the effect; never fewer than there are."""
    n = 6
    while power_of(abs(effect), n, level) < power:
        n += 1
    return n


def versus(left, right):
    d = points(left) - points(right)
    return lambda tests: seeds(d.mean() / d.std(ddof=1), 0.05 / tests)


def either(*wanted):
    return lambda tests: max(w(tests) for w in wanted)


def bounded(arms, bound):
    """One pair beyond, or both bounds of every pair, which is a chance of 20 % to share out."""
    pairs = [points(x) - points(y) for x, y in combinations(arms, 2)]
    beyond = max((abs(d.mean()) - bound) / d.std(ddof=1) for d in pairs)
    k = len(pairs)
    if beyond > 0:
        return lambda tests: seeds(beyond, 0.05 / tests / k)
    return lambda tests: seeds(beyond, 0.05 / tests, 1 - 0.2 / (2 * k))


CLAIMS = [
    ("a > b", [above("a", "b")]),
    ("b >= a within 0.2", [above("b", "a", 0.2)]),
    ("a >= c", [above("a", "c")], versus("a", "c")),
    ("a >= c within 0.2", [above("a", "c", 0.2)]),
    ("order: [c, a, b]", [above("c", "a"), above("a", "b")], versus("c", "a")),
    ("spread of [a, c, d] < 0.3", [spread("acd", 0.3)]),
    ("spread of [a, b, c] < 0.2", [spread("abc", 0.2)]),
    ("spread of [a, c, d] < 0.1", [spread("acd", 0.1)], bounded("acd", 0.1)),
    ("spread of [a, b, c] < 0.5", [spread("abc", 0.5)], bounded("abc", 0.5)),
    (
        "order: [d, a, c]",
        [above("d", "a"), above("a", "c")],
        either(versus("d", "a"), versus("a", "c")),
    ),
]

if __name__ == "__main__":
    every = [p for _, ps, *_ in CLAIMS for p in ps]
    corrected = list(multipletests(every, method="holm")[1])
    print("claim;p;corrected;seeds")
    for claim, ps, *wanted in CLAIMS:
        mine = [corrected.pop(0) for _ in ps]
        enough = wanted[0](len(every)) if wanted else "-"
        numbers = [" ".join(map(repr, map(float, each))) for each in (ps, mine)]
        print(claim, *numbers, enough, sep=";")
