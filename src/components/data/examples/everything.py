import json
from collections import Counter
from urllib.request import urlopen

SITE = "http://localhost:4321"

with urlopen(f"{SITE}/api/v1/index.json") as answer:
    limits = json.load(answer)["limits"]

recent = [
    limit
    for limit in limits
    if limit["status"] == "observed"
    and "ee-collider" in limit["kinds"]
    and limit.get("year", 0) >= 2020
]
for portal, count in sorted(Counter(limit["portal"] for limit in recent).items()):
    print(portal, count)
