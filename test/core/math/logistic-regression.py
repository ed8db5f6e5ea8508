"""Writes logistic-regression.json beside this file: logistic regressions by statsmodels (0.15) and, with a ridge, by scikit-learn (1.9), on
two sets of data: iris (versicolor or virginica by four measures), and the customers of UCI Online Retail (who buys again in the last 90 days).

    python3 logistic-regression.py .../data/online-retail.csv.gz && npx prettier --write logistic-regression.json
"""

import json
import os
import sys

import numpy
import pandas
import statsmodels.api as sm
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score


def describe(columns, target, ridge):
    """Plain fit with standard errors, and the fit with a ridge on standardised columns, all in the columns' own units."""
    design = sm.add_constant(columns)
    plain = sm.Logit(target, design).fit(method="newton", tol=1e-14, maxiter=200, disp=0)
    means, deviations = columns.mean(axis=0), columns.std(axis=0)
    model = LogisticRegression(C=1 / ridge, solver="newton-cholesky", tol=1e-14, max_iter=10000)
    model.fit((columns - means) / deviations, target)
    slopes = model.coef_[0] / deviations
    return {
        "rows": len(target),
        "ones": int(target.sum()),
        "coefficients": plain.params.tolist(),
        "standardErrors": plain.bse.tolist(),
        "logLikelihood": plain.llf,
        "nullLogLikelihood": plain.llnull,
        "auc": roc_auc_score(target, plain.predict(design)),
        "ridge": ridge,
        "ridgeCoefficients": [float(model.intercept_[0] - slopes @ means), *slopes.tolist()],
    }


def read_iris():
    columns, species = load_iris(return_X_y=True)
    return columns[species > 0], (species[species > 0] == 2).astype(float)


def read_retail(path):
    """Purchase lines with a customer and a price; orders, revenue and days since the last purchase before 2011-09-11, and United Kingdom or not."""
    lines = pandas.read_csv(path, dtype={"InvoiceNo": str, "CustomerID": str}, parse_dates=["InvoiceDate"])
    lines = lines[lines.CustomerID.notna() & ~lines.InvoiceNo.str.startswith("C")]
    lines = lines.assign(amount=lines.Quantity * lines.UnitPrice, day=lines.InvoiceDate.dt.normalize())
    lines = lines[lines.amount > 0]
    cut = pandas.Timestamp("2011-09-11")
    before = lines[lines.day < cut].groupby("CustomerID")
    customers = pandas.DataFrame(
        {
            "recencyDays": (cut - before.day.max()).dt.days,
            "orders": before.InvoiceNo.nunique(),
            "revenue": before.amount.sum().round(6),
            "home": (before.Country.last() == "United Kingdom").astype(float),
        }
    )
    later = set(lines[lines.day >= cut].CustomerID)
    return customers.to_numpy(float), numpy.array([float(id in later) for id in customers.index])


figures = {"iris": describe(*read_iris(), 2.0), "onlineRetail": describe(*read_retail(sys.argv[1]), 50.0)}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "logistic-regression.json"), "w") as file:
    json.dump(figures, file)
