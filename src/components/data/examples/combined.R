site <- "http://localhost:4321"
mass <- 2.0 # GeV

rows <- read.csv(paste0(site, "/api/v1/combined/dark-photon-visible.ee.all.csv"))

# Points of a segment are joined by straight lines in log-log; nothing holds between segments.
for (run in split(rows, rows$segment)) {
  if (min(run$mass) <= mass && mass < max(run$mass)) {
    value <- exp(approx(log(run$mass), log(run$value), log(mass), ties = "ordered")$y)
    holder <- tail(run[run$mass <= mass, ], 1)
    cat(sprintf("epsilon < %.6f at %.1f GeV: %s, %s\n", value, mass, holder$limit_id, holder$texkey))
  }
}
