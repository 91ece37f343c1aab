### Arbeidsboka til utvalet: ei rad for kvar søknad.

d-export-time = Klokka
d-export-margin = Dagar før fristen
d-export-in-time = Kom i tide.
d-export-own-unvalued = Eigeninnsats i timar, årsverk og anna
d-export-from = Frå
d-export-to = Til
d-export-taken-by = Teken av
d-export-ranking = Rangering
d-export-recommendation = Innstilling
d-export-recommended = Innstilt beløp
d-export-count = Søknader
d-export-applied-in-all = Søkt i alt
d-export-frame = Ramme
d-export-frame-about = Ramme (om lag)
d-export-frame-left = Ramma minus søkt i alt
d-export-not-known = ikkje kjent
