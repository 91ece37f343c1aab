### Det som ikke stopper sendingen, men som partene og sekretariatet bør se.

r-above_frame = Dere søker om { $applied }. Rammen til helsefellesskapet for { $yeartext } er { $approximate ->
    [yes] omtrent { $frame }.
   *[no] { $frame }.
}
r-bears_without_own = { $party } står med kostnader på { $amount }, men bidrar ikke med noe selv.
r-nobody_brings = Ingen av partene bidrar med noe selv. Tilskuddet er som hovedregel en delfinansiering.
r-phase_nobody = Pasientansvar: Ingen er satt opp med ansvaret i fasen «{ $phase }».
r-phase_several = Pasientansvar: { $parties } har ansvaret samtidig i fasen «{ $phase }».
r-phase_handover = Pasientansvar: Det står ikke når ansvaret går over mellom fasene «{ $phase }» og «{ $next }».
r-shift_over = Tilskuddet skal dekke { $amount } av kostnadsforskyvningen. Det er mer enn de { $gap } som skiller økte kostnader fra innsparingen.
card-oddities = Verdt å se på
