"""What the people say who apply while the bot is killed, and what is to stand in the store for it.

Words and amounts are such as nobody says about anything else, so that each can be found again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

YEAR = datetime.now(UTC).year + 1
"""Of the measure: ahead, whenever the test is run."""
HOSPITAL = "sorlandet-sykehus"
OWN_NOK, APPLIED_NOK, COST_NOK = 100_000, 150_000, 500_000
"""Two parties bring and apply for just what the measure costs."""


@dataclass(frozen=True, slots=True)
class Saying:
    words: str
    """As typed."""
    stored: Any
    """The value that the words come to; None for a question that is passed over."""
    code: str = ""
    """What is ticked by who would have typed the words."""
    is_ones_own: bool = False
    """Nothing else that is said has these words."""


CHOSEN = {
    "community": Saying("Agder", "agder", "agder"),
    "year": Saying(str(YEAR), str(YEAR), str(YEAR)),
    "hospitals": Saying("1", [HOSPITAL], HOSPITAL),
    "municipalities": Saying("Evje og Hornnes", ["4219"]),
    "contact_phone": Saying("hopp over", None),
    "lead": Saying("1", f"h{HOSPITAL}", f"h{HOSPITAL}"),
    "proposed_by": Saying("sammen", "together", "together"),
    "period": Saying(str(YEAR), [f"{YEAR}-01-01", f"{YEAR}-12-31"]),
    "areas": Saying("1", ["recruitment"], "recruitment"),
    "groups": Saying("skrøpelige eldre", ["frail_elderly"], "frail_elderly"),
    "smallest_hospitals": Saying("nei", "no", "no"),
    "cost_party": Saying("1", f"h{HOSPITAL}", f"h{HOSPITAL}"),
    "cost_nok": Saying("500 000", COST_NOK),
    "cost_more": Saying("nei", "no", "no"),
    "cost_includes": Saying("sosiale kostnader", ["social_costs"], "social_costs"),
    "own_kinds": Saying("penger", ["money"], "money"),
    "other_financing": Saying("nei", "no", "no"),
    "responsibility_relevant": Saying("ja", "yes", "yes"),
    "agreed": Saying("ja", "yes", "yes"),
    "confirmed_on": Saying(f"15.9.{YEAR - 1}", f"{YEAR - 1}-09-15"),
    "confirmer_authority": Saying("stillingen", "position", "position"),
    "document_language": Saying("1", "nb", "nb"),
    "extras": Saying("nei takk", ["none"], "none"),
}
"""What is said to these questions; to all others, words or a sum of one's own."""


def saying(slot: str, *, person: int, application: int, attempt: int) -> Saying:
    """What a person says to the question of this slot in their nth application, at the nth attempt."""
    question = re.split("[@#/]", slot)[0]
    if question in CHOSEN:
        return CHOSEN[question]
    small_change = 100 * person + application
    if question in ("own_money", "applied"):
        nok = OWN_NOK + small_change if question == "own_money" else APPLIED_NOK - small_change
        return Saying(f"{nok:,}".replace(",", " "), nok)
    where = re.sub(r"\W+", ".", slot)
    if question == "contact_email":
        words = f"{where}.{attempt}.{person}.{application}@example.no"
    else:
        words = f"Tekst {attempt} om {where}: Søker {person}, søknad {application}"
    return Saying(words, words, is_ones_own=True)
