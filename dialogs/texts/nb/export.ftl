### Arbeidsboken til utvalget: en rad for hver søknad.

d-export-time = Klokken
d-export-margin = Dager før fristen
d-export-in-time = Kom i tide.
d-export-own-unvalued = Egeninnsats i timer, årsverk og annet
d-export-from = Fra
d-export-to = Til
d-export-taken-by = Tatt av
d-export-ranking = Rangering
d-export-recommendation = Innstilling
d-export-recommended = Innstilt beløp
d-export-count = Søknader
d-export-applied-in-all = Søkt i alt
d-export-frame = Ramme
d-export-frame-about = Ramme (omtrent)
d-export-frame-left = Rammen minus søkt i alt
d-export-not-known = ikke kjent
