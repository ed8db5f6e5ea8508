"""The same work as the tasks beside it, by pandas, lifetimes and scikit-learn; prints times and figures as JSON.

python peer.py TASK FOLDER REPEATS
"""

import json
import sys
import time
import warnings

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")

task, folder, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])


def column(name, kind):
    return np.fromfile(f"{folder}/{name}.bin", dtype=kind)


def ledger():
    return pd.DataFrame(
        {
            "customer": column("customer", "<i4"),
            "order": column("order", "<i4"),
            "date": pd.to_datetime(column("day", "<i4"), unit="D"),
            "amount": column("amount", "<f8"),
            "cost": column("cost", "<f8"),
        }
    )


def points():
    return column("points", "<f8").reshape(-1, 3)


def quintiles(values, descending=False):
    edges = np.quantile(values, [0.2, 0.4, 0.6, 0.8])
    score = 1 + np.searchsorted(edges, values, side="left")
    return 6 - score if descending else score


def summarize(lines):
    """One row per customer with R, F, M, profit and their scores."""
    as_of = lines["date"].max() + pd.Timedelta(days=1)
    groups = lines.groupby("customer")
    table = groups.agg(last=("date", "max"), orders=("order", "nunique"), revenue=("amount", "sum"), cost=("cost", "sum"))
    table["recency"] = (as_of - table["last"]).dt.days
    table["profit"] = table["revenue"] - table["cost"]
    table["r"] = quintiles(table["recency"].to_numpy(), True)
    table["f"] = quintiles(table["orders"].to_numpy())
    table["m"] = quintiles(table["revenue"].to_numpy())
    return table


def run_rfm(lines):
    table = summarize(lines)
    return {"customers": len(table), "revenue": table["revenue"].sum(), "scores": int((table["r"] + table["f"] + table["m"]).sum())}


def fit_lifetime(x, t_x, big_t, mean):
    from lifetimes import BetaGeoFitter, GammaGammaFitter

    model = BetaGeoFitter().fit(x, t_x, big_t)
    repeaters = (x > 0) & (mean > 0)
    spend = GammaGammaFitter().fit(x[repeaters], mean[repeaters])
    value = spend.customer_lifetime_value(model, x, t_x, big_t, mean, time=12, discount_rate=0.01, freq="W")
    return model, value


def run_clv(data):
    x, t_x, big_t, mean = data
    model, value = fit_lifetime(x, t_x, big_t, mean)
    return {"r": model.params_["r"], "alpha": model.params_["alpha"], "total": float(value.sum())}


def run_k_means(data):
    from sklearn.cluster import KMeans

    fitted = KMeans(n_clusters=5, n_init=10, random_state=1).fit(data)
    return {"inertia": fitted.inertia_}


def run_tree(data):
    from sklearn.tree import DecisionTreeClassifier

    values, labels = data
    tree = DecisionTreeClassifier(max_depth=3, min_samples_leaf=max(5, int(np.ceil(0.005 * len(labels))))).fit(values, labels)
    return {"accuracy": tree.score(values, labels)}


def standardize(values):
    logged = np.where(values >= 0, np.log1p(np.abs(values)), -np.log1p(np.abs(values)))
    return (logged - logged.mean(axis=0)) / logged.std(axis=0)


def run_pipeline(lines):
    """Rows -> customers, scores, lifetime value, value classes, clusters, a tree for each."""
    from lifetimes.utils import summary_data_from_transaction_data
    from sklearn.cluster import KMeans
    from sklearn.tree import DecisionTreeClassifier

    table = summarize(lines)
    histories = summary_data_from_transaction_data(lines, "customer", "date", "amount", freq="W")
    _, value = fit_lifetime(
        histories["frequency"], histories["recency"], histories["T"], histories["monetary_value"].clip(lower=0)
    )
    classes = KMeans(n_clusters=4, n_init=10, random_state=1).fit(standardize(table[["profit"]].to_numpy()))
    behaviour = table[["recency", "orders", "revenue"]].to_numpy()
    clusters = KMeans(n_clusters=4, n_init=10, random_state=1).fit(standardize(behaviour))
    for labels in (classes.labels_, clusters.labels_):
        DecisionTreeClassifier(max_depth=4, min_samples_leaf=max(5, int(np.ceil(0.005 * len(table))))).fit(behaviour, labels)
    return {"customers": len(table), "value": float(value.sum()), "inertia": clusters.inertia_}


def histories():
    names = ("frequency", "ageAtLast", "observed", "monetaryMean")
    return [pd.Series(column(name, "<f8")) for name in names]


tasks = {
    "rfm": (ledger, run_rfm),
    "clv": (histories, run_clv),
    "k-means": (points, run_k_means),
    "tree": (lambda: (points(), column("labels", "u1")), run_tree),
    "pipeline": (ledger, run_pipeline),
}

load, run = tasks[task]
data = load()
milliseconds = []
for _ in range(repeats):
    begin = time.perf_counter()
    figures = run(data)
    milliseconds.append((time.perf_counter() - begin) * 1000)
print(json.dumps({"milliseconds": milliseconds, "figures": {k: float(v) for k, v in figures.items()}}))
