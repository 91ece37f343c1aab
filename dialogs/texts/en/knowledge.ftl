### The answers of the knowledge base: where they are from, whom they are for, and what is said when nothing is found.

k-source = Source: { $document }, applies to { $scope }.
k-sources = Sources: { $documents }. Applies to { $scope }.
k-document = “{ $title }”, { $publisher }, { $date }
k-document-notes = “{ $title }”, { $publisher }, { $date } (from our notes)
k-quoting = { $document }, quoting { $dates }
k-own-words = Tilskuddshjelpen, as it works now
k-undated = undated
k-national = the whole country
k-in-year = { $scope }, budget year { $year }
k-turn-to-secretariat = Ask the secretariat of your health community.
k-turn-to-other-authority = Whoever runs a scheme answers questions about its rules.
k-did-you-mean = Did you mean …?
