SITE=http://localhost:4321

curl -s $SITE/api/v1/index.json | jq -r '
  [.limits[] | select(.status == "observed" and (.kinds | index("ee-collider")) and .year >= 2020)]
  | group_by(.portal)[] | "\(.[0].portal) \(length)"'
