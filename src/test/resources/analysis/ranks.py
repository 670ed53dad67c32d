"""Figures for KendallTest, RanksTest and StudentizedRangeTest: by SciPy.

python ranks.py > ranks.json        (Python 3, NumPy, SciPy)
"""
import json

import numpy as np
import scipy
from scipy import stats

KENDALL = [
    ([1, 2, 3, 4], [1, 2, 3, 4]),
    ([1, 2, 3, 4, 5], [3, 1, 2, 5, 4]),
    ([1, 2, 3], [3, 1, 2]),
    ([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]),
    ([0.2, 0.3, 0.3, 0.5, 0.9, 0.1, 0.4], [2, 1, 3, 3, 5, 0, 4]),
    (list(range(12)), [0.97, 6.5, 6.3, 3.04, 5.17, 5.24, 7.09, 8.48, 3.88, 3.8, 10.02, 7.52]),
]
# accuracies of four arms (columns) on six data sets
BLOCKS = [
    [0.913, 0.921, 0.924, 0.918],
    [0.702, 0.715, 0.711, 0.709],
    [0.951, 0.955, 0.955, 0.950],
    [0.640, 0.671, 0.680, 0.655],
    [0.881, 0.880, 0.893, 0.884],
    [0.775, 0.790, 0.790, 0.790],
]


def kendall(a, b):
    found = stats.kendalltau(a, b)
    return {"a": a, "b": b, "tau": found.statistic, "p": found.pvalue}


def friedman(blocks):
    n, k = blocks.shape
    found = stats.friedmanchisquare(*blocks.T)
    f = (n - 1) * found.statistic / (n * (k - 1) - found.statistic)
    range_ = stats.studentized_range.ppf(0.95, k, np.inf)
    return {
        "blocks": blocks.tolist(),
        "ranks": stats.rankdata(-blocks, axis=1).mean(axis=0).tolist(),
        "p": found.pvalue,
        "davenport": stats.f.sf(f, k - 1, (k - 1) * (n - 1)),
        "distance": range_ * np.sqrt(k * (k + 1) / (12 * n)),
    }


print(
    json.dumps(
        {
            "by": f"SciPy {scipy.__version__}",
            "kendall": [kendall(a, b) for a, b in KENDALL],
            "friedman": friedman(np.array(BLOCKS)),
            "range": [
                [k, p, stats.studentized_range.ppf(p, k, np.inf)]
                for k in (2, 3, 5, 10, 20, 50)
                for p in (0.5, 0.9, 0.95, 0.99)
            ],
        },
        indent=1,
    )
)
