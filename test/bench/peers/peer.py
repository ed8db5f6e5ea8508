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


def summarize(lines, with_profit=True):
    """One row per customer with R, F, M and their scores, and profit where it is asked for."""
    as_of = lines["date"].max() + pd.Timedelta(days=1)
    groups = lines.groupby("customer")
    sums = {"revenue": ("amount", "sum")} | ({"cost": ("cost", "sum")} if with_profit else {})
    table = groups.agg(last=("date", "max"), orders=("order", "nunique"), **sums)
    table["recency"] = (as_of - table["last"]).dt.days
    if with_profit:
        table["profit"] = table["revenue"] - table["cost"]
    table["r"] = quintiles(table["recency"].to_numpy(), True)
    table["f"] = quintiles(table["orders"].to_numpy())
    table["m"] = quintiles(table["revenue"].to_numpy())
    return table


def run_rfm(lines):
    table = summarize(lines, with_profit=False)
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


def judge_models(lines, end):
    """Root mean squared error of BG/NBD and MBG/NBD on the last third, as a notebook chooses between them."""
    from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter
    from lifetimes.utils import calibration_and_holdout_data

    cut = lines["date"].min() + (end - lines["date"].min()) * 2 / 3
    table = calibration_and_holdout_data(
        lines, "customer", "date", calibration_period_end=cut.normalize(), observation_period_end=end, freq="W"
    )
    errors = {}
    for kind in (BetaGeoFitter, ModifiedBetaGeoFitter):
        model = kind().fit(table["frequency_cal"], table["recency_cal"], table["T_cal"])
        expected = model.conditional_expected_number_of_purchases_up_to_time(
            table["duration_holdout"].iloc[0], table["frequency_cal"], table["recency_cal"], table["T_cal"]
        )
        errors[kind] = float(np.sqrt(((expected - table["frequency_holdout"]) ** 2).mean()))
    return min(errors, key=errors.get)


def run_pipeline(lines):
    """Rows -> customers, scores, model choice, P(alive), lifetime value, value classes, clusters, a tree for each."""
    from lifetimes import ModifiedBetaGeoFitter
    from lifetimes.utils import summary_data_from_transaction_data
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score
    from sklearn.tree import DecisionTreeClassifier

    table = summarize(lines)
    judge_models(lines, lines["date"].max())
    histories = summary_data_from_transaction_data(lines, "customer", "date", "amount", freq="W")
    x, t_x, big_t = histories["frequency"], histories["recency"], histories["T"]
    _, value = fit_lifetime(x, t_x, big_t, histories["monetary_value"].clip(lower=0))
    alive = ModifiedBetaGeoFitter().fit(x, t_x, big_t).conditional_probability_alive(x, t_x, big_t)
    behaviour = table[["recency", "orders", "revenue"]].to_numpy()
    features = {"class": standardize(table[["profit"]].to_numpy()), "cluster": standardize(behaviour)}
    inertia = 0
    for values in features.values():
        fitted = KMeans(n_clusters=4, n_init=10, random_state=1).fit(values)
        silhouette_score(values, fitted.labels_, sample_size=min(5000, len(values)), random_state=1)
        inertia = fitted.inertia_
        DecisionTreeClassifier(max_depth=4, min_samples_leaf=max(5, int(np.ceil(0.005 * len(table))))).fit(
            behaviour, fitted.labels_
        )
    return {"customers": len(table), "value": float(value.sum()), "alive": float(np.mean(alive)), "inertia": inertia}


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
