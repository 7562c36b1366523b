SITE=http://localhost:4321

curl -s $SITE/api/v1/limits/babar-2014-dark-photon.csv | head -n 4
curl -s $SITE/limits/babar-2014-dark-photon.bib | grep '^@'
