SITE=http://localhost:4321

# Points of a segment are joined by straight lines in log-log; nothing holds between segments.
curl -s $SITE/api/v1/combined/dark-photon-visible.ee.all.csv | awk -F, -v mass=2.0 '
  $1 == segment && low <= mass && mass < $2 {
    bound = value * ($3 / value) ^ (log(mass / low) / log($2 / low))
    printf "epsilon < %.6f at %.1f GeV: %s, %s\n", bound, mass, limit, paper
  }
  { segment = $1; low = $2; value = $3; limit = $4; paper = $5 }'
