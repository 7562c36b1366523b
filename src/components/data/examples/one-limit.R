site <- "http://localhost:4321"

curve <- read.csv(paste0(site, "/api/v1/limits/babar-2014-dark-photon.csv"))
facts <- jsonlite::fromJSON(paste0(site, "/api/v1/limits/babar-2014-dark-photon.json"))
lowest <- curve[which.min(curve$value), ]

cat(sprintf("%s, %s, %d points\n", facts$label, facts$reference$key, nrow(curve)))
cat(sprintf("lowest epsilon %.6f at %.4f GeV\n", lowest$value, lowest$mass))
