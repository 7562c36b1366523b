import csv
from math import exp, log
from urllib.request import urlopen

SITE = "http://localhost:4321"
MASS = 2.0  # GeV

with urlopen(f"{SITE}/api/v1/combined/dark-photon-visible.ee.all.csv") as answer:
    rows = list(csv.DictReader(answer.read().decode().splitlines()))

# Points of a segment are joined by straight lines in log-log; nothing holds between segments.
for a, b in zip(rows, rows[1:]):
    low, high = float(a["mass"]), float(b["mass"])
    if a["segment"] == b["segment"] and low <= MASS < high:
        share = log(MASS / low) / log(high / low)
        value = exp((1 - share) * log(float(a["value"])) + share * log(float(b["value"])))
        print(f"epsilon < {value:.6f} at {MASS:.1f} GeV: {a['limit_id']}, {a['texkey']}")
