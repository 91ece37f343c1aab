### What does not stop sending, but the parties and the secretariat should see.

r-above_frame = You apply for { $applied }. The health community's frame for { $yeartext } is { $approximate ->
    [yes] about { $frame }.
   *[no] { $frame }.
}
r-bears_without_own = { $party } has costs of { $amount } but brings nothing of its own.
r-nobody_brings = None of the parties brings anything of its own. The grant is as a rule part financing.
r-phase_nobody = Patient responsibility: nobody is named as responsible in the phase “{ $phase }”.
r-phase_several = Patient responsibility: { $parties } are responsible at the same time in the phase “{ $phase }”.
r-phase_handover = Patient responsibility: it is not said when the responsibility passes between the phases “{ $phase }” and “{ $next }”.
r-shift_over = The grant is to cover { $amount } of the cost shift. That is more than the { $gap } between the higher costs and the savings.
card-oddities = Worth a look
