site <- "http://localhost:4321"

limits <- jsonlite::fromJSON(paste0(site, "/api/v1/index.json"))$limits

is_ee <- sapply(limits$kinds, function(kinds) "ee-collider" %in% kinds)
recent <- limits[which(limits$status == "observed" & is_ee & limits$year >= 2020), ]
counts <- table(recent$portal)
for (portal in sort(names(counts))) cat(portal, counts[[portal]], fill = TRUE)
