import pandas as pd

SITE = "http://localhost:4321"

index = pd.read_json(f"{SITE}/api/v1/index.json", typ="series")
limits = pd.DataFrame(index["limits"])

is_ee = limits["kinds"].apply(lambda kinds: "ee-collider" in kinds)
recent = limits[(limits["status"] == "observed") & is_ee & (limits["year"] >= 2020)]
for portal, count in recent["portal"].value_counts().sort_index().items():
    print(portal, count)
