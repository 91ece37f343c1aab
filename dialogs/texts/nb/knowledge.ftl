### Svarene fra kunnskapsbasen: hvor de er fra, hvem de gjelder, og hva som sies når ingenting er funnet.

k-source = Kilde: { $document }, gjelder { $scope }.
k-sources = Kilder: { $documents }. Gjelder { $scope }.
k-document = «{ $title }», { $publisher }, { $date }
k-document-notes = «{ $title }», { $publisher }, { $date } (etter våre notater)
k-quoting = { $document }, med sitat fra { $dates }
k-own-words = Tilskuddshjelpen, slik den virker nå
k-undated = uten dato
k-national = hele landet
k-in-year = { $scope }, budsjettåret { $year }
k-turn-to-secretariat = Spør sekretariatet i helsefellesskapet deres.
k-turn-to-other-authority = Den som har ansvaret for en ordning, svarer på reglene for den.
k-did-you-mean = Mente du …?
