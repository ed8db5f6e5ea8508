"""Writes campaign-cases.json beside this file: tests of response rates and means, sample sizes and adjusted probabilities, by SciPy 1.17
(https://scipy.org) and statsmodels 0.15 (https://www.statsmodels.org).

    python3 campaign-cases.py && npx prettier --write campaign-cases.json
"""

import json
import math
import os
import random

from scipy.stats import fisher_exact, norm, ttest_ind
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest


def response_rows():
    pairs = [
        (260, 5000, 180, 5000), (8, 100, 2, 100), (4, 40, 1, 60), (0, 12, 5, 9), (7, 7, 2, 9), (1, 3, 1, 3), (0, 30, 1, 400), (15, 60, 9, 140),
        (301, 2000, 260, 1900), (12, 800, 3, 750), (52, 53, 40, 52), (9, 10, 90, 100), (1200, 40000, 1000, 40000), (3, 5000, 0, 5000),
    ]
    rows = []
    for a, n, b, m in pairs:
        z, p = proportions_ztest([a, b], [n, m])
        low, high = confint_proportions_2indep(a, n, b, m, method="wald", compare="diff")
        exact = fisher_exact([[a, n - a], [b, m - b]])[1]
        rows.append({"arm": [n, a], "control": [m, b], "z": z, "p": p, "interval": [low, high], "fisher": exact})
    return rows


def mean_rows():
    chance = random.Random(11)
    rows = []
    for n, m, shift, spread in [(6, 5, 3, 2), (2, 2, 0, 1), (40, 60, 1, 4), (300, 80, 0.2, 9), (15, 15, -2, 0.1)]:
        first = [round(chance.gauss(10 + shift, 3), 2) for _ in range(n)]
        second = [round(chance.gauss(10, 3 * spread), 2) for _ in range(m)]
        result = ttest_ind(first, second, equal_var=False)
        low, high = result.confidence_interval(0.95)
        rows.append({"arm": first, "control": second, "t": result.statistic, "degrees": result.df, "p": result.pvalue, "interval": [low, high]})
    return rows


def size_rows():
    rows = []
    for p1, p2, level, power in [(0.052, 0.036, 0.05, 0.8), (0.5, 0.4, 0.05, 0.9), (0.011, 0.01, 0.01, 0.8), (0.02, 0.3, 0.1, 0.95)]:
        p = (p1 + p2) / 2
        root = norm.ppf(1 - level / 2) * math.sqrt(2 * p * (1 - p)) + norm.ppf(power) * math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
        rows.append([p1, p2, level, power, (root / (p1 - p2)) ** 2])
    return rows


def holm_rows():
    cases = [[0.01, 0.04, 0.03], [0.2], [0.5, 0.5, 0.001, 0.02], [0.04, 0.04, 0.04], [0.9, 0.7]]
    return [[case, list(multipletests(case, method="holm")[1])] for case in cases]


if __name__ == "__main__":
    cases = {"responses": response_rows(), "means": mean_rows(), "sizes": size_rows(), "holm": holm_rows()}
    with open(os.path.join(os.path.dirname(__file__), "campaign-cases.json"), "w") as file:
        json.dump(cases, file, indent=1)
