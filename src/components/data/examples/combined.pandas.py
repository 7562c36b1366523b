import numpy as np
import pandas as pd

SITE = "http://localhost:4321"
MASS = 2.0  # GeV

table = pd.read_csv(f"{SITE}/api/v1/combined/dark-photon-visible.ee.all.csv")

# Points of a segment are joined by straight lines in log-log; nothing holds between segments.
for _, run in table.groupby("segment"):
    if run["mass"].min() <= MASS < run["mass"].max():
        value = np.exp(np.interp(np.log(MASS), np.log(run["mass"]), np.log(run["value"])))
        holder = run[run["mass"] <= MASS].iloc[-1]
        print(f"epsilon < {value:.6f} at {MASS:.1f} GeV: {holder['limit_id']}, {holder['texkey']}")
