"""Figures for FactorsTest: analyses of variance by statsmodels and NumPy.

python factors.py > factors.json        (Python 3, NumPy, pandas, SciPy, statsmodels)
"""
import itertools
import json
import sys

import numpy as np
import pandas as pd
import statsmodels
import statsmodels.api as sm
import statsmodels.formula.api as smf
from patsy import build_design_matrices, dmatrix
from scipy import stats
from statsmodels.stats.anova import anova_lm

LEVELS = {"squeeze": ["avg", "max", "gem"], "gate": ["sigmoid", "tanh"], "r": ["4", "16"]}
PAIRS = list(itertools.combinations(LEVELS, 2))


def full(seeds):
    rows = []
    random = np.random.RandomState(7)
    for s, g, r in itertools.product(*LEVELS.values()):
        for seed in range(seeds):
            y = 0.9 + 0.004 * LEVELS["squeeze"].index(s) - 0.01 * (g == "tanh") + 0.002 * seed
            y += 0.006 * (s == "gem") * (r == "16") + 0.003 * random.randn()
            rows.append({"squeeze": s, "gate": g, "r": r, "seed": str(seed), "y": round(y, 4)})
    return pd.DataFrame(rows)


def formula():
    terms = ["C(seed, Sum)"] + [f"C({f}, Sum)" for f in LEVELS]
    terms += [f"C({a}, Sum):C({b}, Sum)" for a, b in PAIRS]
    return " + ".join(terms)


def name(term):
    return [part[2 : part.index(",")] for part in term.split(":")] if term != "Residual" else []


def margins(frame):
    columns = dmatrix(formula(), frame)
    fit = sm.OLS(frame.y.values, np.asarray(columns)).fit()
    seeds = sorted(frame.seed.unique())
    grid = pd.DataFrame(
        [dict(zip([*LEVELS, "seed"], c)) for c in itertools.product(*LEVELS.values(), seeds)]
    )
    design = np.asarray(build_design_matrices([columns.design_info], grid)[0])
    out = []
    for factor, levels in LEVELS.items():
        for level in levels:
            test = fit.t_test(design[(grid[factor] == level).values].mean(axis=0))
            low, high = test.conf_int()[0]
            n = int((frame[factor] == level).sum())
            out.append([factor, level, n, float(test.effect[0]), float(low), float(high)])
    return out


def case(frame):
    fit = smf.ols("y ~ " + formula(), frame).fit()
    table = anova_lm(fit, typ=2)
    total = float(((frame.y - frame.y.mean()) ** 2).sum())
    effects = [
        {
            "factors": name(term),
            "squares": float(row.sum_sq),
            "freedom": int(row.df),
            "f": None if np.isnan(row.F) else float(row.F),
            "p": None if np.isnan(row.F) else float(row["PR(>F)"]),
            "eta": float(row.sum_sq) / total,
        }
        for term, row in table.iterrows()
    ]
    rows = frame.to_dict("records")
    return {"rows": rows, "effects": effects, "margins": margins(frame)}


def dummies(frame, columns):
    if not columns:
        return np.ones((len(frame), 1))
    key = frame[columns].agg("/".join, axis=1)
    return pd.get_dummies(key).values.astype(float)


def left(frame, groups):
    design = np.hstack([np.ones((len(frame), 1))] + [dummies(frame, g) for g in groups])
    solution, _, rank, _ = np.linalg.lstsq(design, frame.y.values, rcond=1e-10)
    return float(((frame.y.values - design @ solution) ** 2).sum()), int(rank)


def nested():
    """The kernel is a factor of eca alone: '-' stands for none. Least squares on dummies."""
    random = np.random.RandomState(3)
    arms = [("se", "-"), ("none", "-"), ("eca", "3"), ("eca", "5"), ("eca", "7")]
    rows = [
        {"attention": a, "kernel": k, "seed": str(s), "y": round(0.9 + 0.01 * random.rand(), 4)}
        for a, k in arms
        for s in range(4)
    ]
    frame = pd.DataFrame(rows)
    everything, rank = left(frame, [["seed"], ["attention"], ["kernel"]])
    freedom = len(frame) - rank
    effects = []
    for factor, others in [("attention", [["seed"]]), ("kernel", [["seed"], ["attention"]])]:
        # attention comes after the contrasts within the kernel, which are orthogonal to it here
        small, a = left(frame, others)
        big, b = left(frame, others + [[factor]])
        f = (small - big) / (b - a) / (everything / freedom)
        p = float(stats.f.sf(f, b - a, freedom))
        effects.append({"factors": [factor], "squares": small - big, "freedom": b - a, "f": f, "p": p})
    effects.append({"factors": [], "squares": everything, "freedom": freedom, "f": None, "p": None})
    return {"rows": rows, "effects": effects}


whole = full(3)
gone = whole.drop(index=[1, 2, 8, 17, 18, 29, 35])
print(
    json.dumps(
        {
            "by": f"statsmodels {statsmodels.__version__}, NumPy {np.__version__}",
            "balanced": case(whole),
            "unbalanced": case(gone),
            "nested": nested(),
        },
        indent=1,
    )
)
