"""Writes power.csv: power of the paired t test, two-sided, from SciPy's integration.

python power.py > power.csv                    (SciPy 1.17.1, statsmodels 0.15.0)

The integral is over the scale S of the noncentral t, (Z + delta) / S. statsmodels' TTestPower and
SciPy's nct give the same where they give a number; for small levels they give NaN.
"""
import math

from scipy import integrate, optimize, stats
from statsmodels.stats.power import TTestPower


def power(effect, n, level):
    t, v, delta = stats.t.isf(level / 2, n - 1), n - 1, effect * math.sqrt(n)

    def density(s):
        tails = stats.norm.sf(t * s - delta) + stats.norm.cdf(-t * s - delta)
        return 2 * s * v * stats.chi2.pdf(v * s * s, v) * tails

    end = 1 + 12 / math.sqrt(2 * v)
    at = [p for p in (delta / t, 1) if 0 < p < end]
    return integrate.quad(density, 0, end, epsabs=1e-13, points=at, limit=500)[0]


if __name__ == "__main__":
    print("effect,level,n,power,enough,detectable")
    for effect, level, n in [
        (0.2, 0.05, 10),
        (0.5, 0.05, 5),
        (0.8, 0.05, 3),
        (1.0, 0.05 / 3, 4),
        (1.5, 0.05 / 20, 5),
        (2.5, 0.05, 2),
        (4.0, 0.05 / 100, 3),
        (0.1, 0.05, 30),
        (6.0, 0.05, 3),
        (1.2, 0.05, 200),
        (0.05, 0.05, 400),
    ]:
        found = power(effect, n, level)
        theirs = TTestPower().power(effect, n, level)
        assert math.isnan(theirs) or abs(found - theirs) < 1e-7, (found, theirs)
        enough = 2
        while power(effect, enough, level) < 0.8:
            enough += 1
        detectable = optimize.brentq(lambda e: power(e, n, level) - 0.8, 1e-6, 1000, xtol=1e-12)
        print(f"{effect!r},{level!r},{n},{found!r},{enough},{detectable!r}")
