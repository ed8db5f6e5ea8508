"""Writes special-functions.json beside this file: values of the special functions and of the expectations of the repeat-purchase models, to
17 digits, by mpmath (https://mpmath.org, 1.3.0) with 60 and more digits.

    python3 special-functions.py && npx prettier --write special-functions.json
"""

import json
import os

from mpmath import beta, digamma, hyp2f1, log, loggamma, mp, mpf, quad, rf

mp.dps = 60


def number(value):
    return float(mp.nstr(value, 17))


def log_gamma_rows():
    xs = [1e-7, 3.1e-7, 1e-4, 0.01, 0.2426, 0.5, 0.999999, 1, 1.5, 2, 2.000001, 3.7442, 9.999, 10, 10.5, 33.3, 100, 999.5, 2500, 36500.25, 3.3e6]
    return [[x, number(loggamma(mpf(x))), number(digamma(mpf(x)))] for x in xs]


def log_beta_rows():
    pairs = [
        (0.25, 0.25), (1e-7, 3), (3, 1e-7), (2.5, 9.9), (2.5, 10), (0.001, 5000), (3.7442, 6.2496), (3.7442, 187.5), (3.7442, 31000.5),
        (50, 60), (10, 10), (1000, 3000), (3e6, 4), (3e6, 30), (3e6, 2e6), (1e-7, 3e6),
    ]
    return [[a, b, number(log(beta(mpf(a), mpf(b))))] for a, b in pairs]


def log_rising_rows():
    cases = [(0.2426, 1), (0.2426, 29), (1e-7, 0), (1e-7, 1), (1e-7, 400), (2.4259, 221), (3.2, 5000), (3e6, 3), (3e6, 3000), (1500.5, 24), (1500.5, 25)]
    rows = []
    for start, count in cases:
        s = mpf(start)
        rows.append([start, count, number(log(rf(s, count))), number(digamma(s + count) - digamma(s))])
    return rows


def hypergeometric_rest_rows():
    """R in 2F1(a, b; c; z) = 1 + (a b z / c) R."""
    cases = [
        (1.976, -0.207, 2.219, 0.4732), (2.219, -0.207, 31.219, 0.95), (-0.4, 0.3, 0.2, 0.989), (0.5, 0.5, 1e-9, 0.9), (0.5, -0.4, -0.6, 0.7), (-20.3, 0.8, 1.5, 0.3),
        (5.5, 3.2, 3000.5, 0.99), (0.9, 1e-8, 1.3, 0.5), (40, 12, 90, 0.8), (2, -1, 3, 0.6), (1.5, 2.5, 4, 0),
    ]
    rows = []
    for case in cases:
        a, b, c, z = (mpf(v) for v in case)
        mp.dps = 100
        rest = (hyp2f1(a, b, c, z) - 1) * c / (a * b * z) if z > 0 else mpf(1)
        mp.dps = 60
        rows.append(list(case) + [number(rest)])
    return rows


def purchases_if_alive(r, elapsed, a, b, x, chances, time):
    """Expected purchases of a customer who is alive under BG/NBD (chances = x) or MBG/NBD (chances = x + 1): the textbook form."""
    mp.dps = 120
    r, elapsed, a, b, time = (mpf(v) for v in (r, elapsed, a, b, time))
    if a == 1 or a + b + chances == 1:
        a += mpf(10) ** -60
    c = a + b + chances - 1
    z = time / (elapsed + time)
    value = c / (a - 1) * (1 - (elapsed / (elapsed + time)) ** (r + x) * hyp2f1(r + x, b + chances, c, z))
    mp.dps = 60
    return value


def beta_geometric_rows():
    cdnow = (0.24259, 0.79292, 2.42591)
    cases = []
    for x, observed, time in [(0, 38.857, 39), (2, 38.857, 1), (29, 38, 39), (29, 38, 520), (221, 103.57, 52), (3000, 500, 520), (3000, 500, 0.01), (0, 0, 78), (0, 0, 1560)]:
        r, a, b = cdnow
        for shift in (0, 1):
            cases.append((r, 4.4136 + observed, a, b, x, x + shift, time))
    cases += [
        (0.5, 10, 1, 2, 3, 3, 40), (0.5, 10, 1 + 1e-9, 2, 3, 3, 40), (0.5, 10, 1 - 1e-9, 2, 3, 3, 40), (0.5, 10, 2, 2, 3, 3, 40),
        (0.3, 5, 0.4, 0.6, 0, 0, 40), (0.3, 5, 0.4, 0.6000001, 0, 0, 40), (0.3, 5, 0.2, 0.1, 0, 0, 40), (0.3, 5, 0.2, 0.1, 0, 0, 5200),
        (0.01, 0.01, 0.8, 2.4, 0, 0, 520), (0.01, 0.01, 0.8, 2.4, 0, 1, 5200), (0.05, 0.1, 1.3, 0.2, 1, 1, 3000), (2, 0.5, 0.7, 0.9, 40, 40, 1560),
        (50, 100, 0.8, 1.1, 0, 0, 90), (300, 100, 0.3, 0.5, 200, 200, 300), (0.8, 15, 0.0034, 6.7, 12, 12, 52), (0.8, 15, 3.1e-7, 6.7, 12, 12, 52),
        (0.8, 15, 1e-5, 1e-4, 0, 0, 52), (0.8, 15, 200, 600, 5, 5, 52), (0.8, 15, 3000, 9000, 5, 6, 520), (0.8, 15, 12, 3e5, 5, 5, 52), (20, 3, 40, 0.2, 1, 1, 600),
    ]
    return [list(case) + [number(purchases_if_alive(*case))] for case in cases]


def log_leaving(alpha, beta_, power, s, start, end):
    """Logarithm of the integral of (alpha + w)^-power (beta + w)^-(s + 1): the difference of two hypergeometric functions."""
    larger, smaller = max(alpha, beta_), min(alpha, beta_)
    second = s + 1 if alpha >= beta_ else power

    def primitive(w):
        c = power + s
        return hyp2f1(c, second, c + 1, (larger - smaller) / (larger + w)) / (larger + w) ** c

    return log((primitive(start) - primitive(end)) / (power + s))


def leaving_rows():
    cases = [
        (10.5777, 11.6687, 0.5533, 0.6062, 0, 38.857), (10.5777, 11.6687, 2.5533, 0.6062, 30.4286, 38.857), (10.5777, 11.6687, 21.5533, 0.6062, 4.7143, 29.2857),
        (10.5777, 11.6687, 221.5533, 0.6062, 103.42857, 103.57143), (10.5777, 11.6687, 3000.5533, 0.6062, 200, 520), (10.5777, 11.6687, 3000.5533, 0.6062, 519.857, 520),
        (8, 8, 1.5, 0.7, 2, 30), (12, 0.05, 1.2, 0.3, 0, 104), (12, 0.001, 0.2, 0.3, 0, 104), (0.05, 12, 1.2, 0.3, 0, 104), (0.001, 12, 0.2, 2.3, 0, 104), (0.01, 900, 5.2, 40, 3, 104),
        (900, 0.01, 5.2, 0.2, 3, 104), (30, 400, 12.5, 25, 10, 52), (400, 30, 300.5, 1.1, 300, 365), (2, 3, 0.01, 0.01, 0, 520), (2, 3, 4.5, 1e-6, 1, 2), (2, 3, 40, 60, 1, 520), (2, 3, 40, 5000, 1, 520), (900, 900, 0.5, 20000, 0, 365), (5000, 2, 3000.5, 0.7, 100, 365), (2, 5000, 0.7, 3000.5, 1, 365), (1e-6, 1e6, 0.3, 0.2, 0, 800),
    ]
    rows = []
    for case in cases:
        mp.dps = 90
        exact = [mpf(v) for v in case]
        value = log_leaving(*exact)
        slopes = []
        for position in (2, 3, 0, 1):
            step = exact[position] * mpf(10) ** -25

            def moved(sign):
                at = list(exact)
                at[position] += sign * step
                return log_leaving(*at)

            slopes.append((moved(1) - moved(-1)) / (2 * step))
        rows.append(list(case) + [number(value)] + [number(slope) for slope in slopes])
        mp.dps = 60
    return rows


def pareto_count_rows():
    """Probabilities of 0..7 purchases by time t under Pareto/NBD, by integrating over rate of leaving and time of leaving."""
    rows = []
    for r, alpha, s, beta_, t in [(0.5533, 10.5777, 0.6062, 11.6687, 38.857), (0.5533, 10.5777, 0.6062, 11.6687, 1), (2, 3, 0.3, 0.01, 104), (0.1, 0.02, 4, 60, 520)]:
        r, alpha, s, beta_, t = (mpf(v) for v in (r, alpha, s, beta_, t))

        def negative_binomial(n, time):
            return rf(r, n) / mp.factorial(n) * (alpha / (alpha + time)) ** r * (time / (alpha + time)) ** n

        mp.dps = 25
        values = []
        for n in range(8):
            points = [mpf(0), *(t * mpf(2) ** -k for k in range(24, -1, -1))]
            left = quad(lambda w: s / (beta_ + w) * (beta_ / (beta_ + w)) ** s * negative_binomial(n, w), points)
            values.append(number((beta_ / (beta_ + t)) ** s * negative_binomial(n, t) + left))
        mp.dps = 60
        rows.append([float(v) for v in (r, alpha, s, beta_, t)] + values)
    return rows


def main():
    table = {
        "logGamma": log_gamma_rows(),
        "logBeta": log_beta_rows(),
        "logRising": log_rising_rows(),
        "hypergeometricRest": hypergeometric_rest_rows(),
        "betaGeometricPurchases": beta_geometric_rows(),
        "leavingIntegral": leaving_rows(),
        "paretoCounts": pareto_count_rows(),
    }
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "special-functions.json")
    with open(path, "w", encoding="utf-8") as file:
        rows = [f'  "{name}": [\n' + ",\n".join("    " + json.dumps(row) for row in rows) + "\n  ]" for name, rows in table.items()]
        file.write("{\n" + ",\n".join(rows) + "\n}\n")


if __name__ == "__main__":
    main()
