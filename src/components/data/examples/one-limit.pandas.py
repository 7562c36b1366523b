import pandas as pd

SITE = "http://localhost:4321"

curve = pd.read_csv(f"{SITE}/api/v1/limits/babar-2014-dark-photon.csv")
facts = pd.read_json(f"{SITE}/api/v1/limits/babar-2014-dark-photon.json", typ="series")
lowest = curve.loc[curve["value"].idxmin()]

print(f"{facts['label']}, {facts['reference']['key']}, {len(curve)} points")
print(f"lowest epsilon {lowest['value']:.6f} at {lowest['mass']:.4f} GeV")
