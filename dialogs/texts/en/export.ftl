### The committee’s workbook: a row for each application.

d-export-time = Time
d-export-margin = Days before the deadline
d-export-in-time = Came in time.
d-export-own-unvalued = Own contribution in hours, full-time equivalents and other
d-export-from = From
d-export-to = To
d-export-taken-by = Taken by
d-export-ranking = Ranking
d-export-recommendation = Recommendation
d-export-recommended = Recommended amount
d-export-count = Applications
d-export-applied-in-all = Applied for in all
d-export-frame = Frame
d-export-frame-about = Frame (about)
d-export-frame-left = The frame less what is applied for
d-export-not-known = not known
