import json
from urllib.request import urlopen

SITE = "http://localhost:4321"

with urlopen(f"{SITE}/api/v1/limits/babar-2014-dark-photon.json") as answer:
    limit = json.load(answer)

mass, value = limit["numbers"]["mass"], limit["numbers"]["value"]
lowest = min(range(len(value)), key=value.__getitem__)

print(f"{limit['label']}, {limit['reference']['key']}, {limit['rows']} points")
print(f"lowest epsilon {value[lowest]:.6f} at {mass[lowest]:.4f} GeV")
