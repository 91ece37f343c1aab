### Svara frå kunnskapsbasen: kvar dei er frå, kven dei gjeld, og kva som blir sagt når ingenting er funne.

k-source = Kjelde: { $document }, gjeld { $scope }.
k-sources = Kjelder: { $documents }. Gjeld { $scope }.
k-document = «{ $title }», { $publisher }, { $date }
k-document-notes = «{ $title }», { $publisher }, { $date } (etter notata våre)
k-quoting = { $document }, med sitat frå { $dates }
k-own-words = Tilskuddshjelpen, slik han verkar no
k-undated = utan dato
k-national = heile landet
k-in-year = { $scope }, budsjettåret { $year }
k-turn-to-secretariat = Spør sekretariatet i helsefellesskapet dykkar.
k-turn-to-other-authority = Den som har ansvaret for ei ordning, svarar på reglane for henne.
k-did-you-mean = Meinte du …?
