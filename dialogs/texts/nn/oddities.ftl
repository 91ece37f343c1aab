### Det som ikkje stoppar sendinga, men som partane og sekretariatet bør sjå.

r-above_frame = De søkjer om { $applied }. Ramma til helsefellesskapet for { $yeartext } er { $approximate ->
    [yes] om lag { $frame }.
   *[no] { $frame }.
}
r-bears_without_own = { $party } står med kostnader på { $amount }, men bidreg ikkje med noko sjølv.
r-nobody_brings = Ingen av partane bidreg med noko sjølv. Tilskotet er som hovudregel ei delfinansiering.
r-phase_nobody = Pasientansvar: Ingen er sett opp med ansvaret i fasen «{ $phase }».
r-phase_several = Pasientansvar: { $parties } har ansvaret samstundes i fasen «{ $phase }».
r-phase_handover = Pasientansvar: Det står ikkje når ansvaret går over mellom fasane «{ $phase }» og «{ $next }».
r-shift_over = Tilskotet skal dekkje { $amount } av kostnadsforskyvinga. Det er meir enn dei { $gap } som skil auka kostnader frå innsparinga.
card-oddities = Verdt å sjå på
