"""Fits the points of figures-signs.tsv on annotated stories. Needs numpy and scikit-learn; reads nothing but the repository.

usage: python3 figures-signs.py [FOLDER ...]   (default: ../tests/gold ../tests/honest ../tests/unseen)

A number that no rule took is worth taking if it is of trade, if its meaning comes out right, and if its period and reporter do;
each of the three counts a third. What comes out is seen by taking every number once (the points are set so that all are taken),
which signs it has is read with the points as they are. Then a logistic regression says how much each sign speaks for a number.
Printed first is what it would take on folders that it was not fitted on, for several thresholds.
"""
import json, math, pathlib, subprocess, sys
import numpy as np
from sklearn.linear_model import LogisticRegression

DATA = pathlib.Path(__file__).parent
TABLE = DATA / "figures-signs.tsv"
HEAD = "# Points of the signs (src/figures/clause/open/weigh.rs), in hundredths; made by figures-signs.py.\n"
STRENGTH = 0.1     # the less, the smaller the points
THRESHOLD = 0.40   # of the mean of the three; F1 gains by what is right more often than half of F1


def weighed(folders):
    command = ["cargo", "run", "-q", "-p", "tagger", "--example", "signs", "--", *map(str, folders)]
    lines = subprocess.run(command, cwd=DATA, check=True, capture_output=True, text=True).stdout.splitlines()
    return {(row["story"], row["start"]): row for row in map(json.loads, lines)}


def occurrence(text, quote, nth):
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
    return at


def right(row, gold, text):
    """Whether the number is of trade, its meaning right, and all of it right."""
    for figure in gold["figures"]:
        start = occurrence(text, figure["quote"], int(figure.get("nth", 1)))
        if start < row["end"] and row["start"] < start + len(figure["quote"]):
            break
    else:
        return 0, 0, 0
    mine = row["figure"]
    meaning = all(figure.get(key) == mine.get(key) for key in ("kind", "indicator", "direction", "unit"))
    meaning &= abs(float(figure["value"])) == abs(float(mine["value"]))
    city = ":" in str(figure["reporter"]) and str(mine.get("reporter")).startswith("geonames:")
    whole = figure["period"] == mine.get("period") and (city or figure["reporter"] == mine.get("reporter"))
    return 1, int(meaning), int(meaning and whole)


def fit(signs, worth):
    rows = np.vstack([signs, signs])
    taken = np.r_[np.ones(len(worth)), np.zeros(len(worth))]
    weight = np.r_[worth, 1 - worth]
    some = weight > 0
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(rows[some], taken[some], sample_weight=weight[some])


def main():
    tests = DATA.parent / "tests"
    folders = [pathlib.Path(name).resolve() for name in sys.argv[1:]] or [tests / name for name in ("gold", "honest", "unseen")]
    kept = TABLE.read_text()
    try:
        TABLE.write_text("always\t99999\n")
        taken = weighed(folders)
    finally:
        TABLE.write_text(kept)
    rows, worth, groups = [], [], []
    for key, row in weighed(folders).items():
        all_taken = taken.get(key)
        if not all_taken or not all_taken["figure"]:
            continue  # cannot be made a figure
        folder = pathlib.Path(row["folder"])
        text = (folder / f"docs/{row['story']}.txt").read_text()
        gold = json.loads((folder / f"gold/{row['story']}.json").read_text())
        rows.append(row["signs"])
        worth.append(right(all_taken, gold, text))
        # the letter before a story's number is its writer's
        groups.append(folder.name + row["story"][0])
    names = sorted({sign for signs in rows for sign in signs} - {"always"})
    signs = np.array([[name in row for name in names] for row in rows], float)
    worth, groups = np.array(worth), np.array(groups)
    mean = worth.mean(axis=1)
    chance = np.zeros(len(mean))
    for group in sorted(set(groups)):
        here = groups == group
        chance[here] = fit(signs[~here], mean[~here]).predict_proba(signs[here])[:, 1]
    print(f"{len(mean)} numbers, of trade {worth[:, 0].sum()}, meaning right {worth[:, 1].sum()}, all right {worth[:, 2].sum()}")
    for threshold in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        some = chance > threshold
        print(f"above {threshold}: {some.sum()} taken, of trade {worth[some, 0].sum()}, meaning {worth[some, 1].sum()}, all {worth[some, 2].sum()}")
    model = fit(signs, mean)
    points = dict(zip(names, model.coef_[0]))
    points["always"] = model.intercept_[0] - math.log(THRESHOLD / (1 - THRESHOLD))
    lines = [f"{name}\t{round(value * 100)}\n" for name, value in sorted(points.items()) if abs(value) >= 0.05]
    TABLE.write_text(HEAD + "".join(lines))


if __name__ == "__main__":
    main()
