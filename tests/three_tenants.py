"""Three organisations in three tenants: a hospital, two municipalities that share one, and a secretariat."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dialogs.context import Context
from dialogs.places import CommunitySettings
from tests.fake_teams import Chat, User
from tests.stage import Stage, person
from tests.talking import the_context

HOSPITAL: Final = "3f6c2f0e-0000-4000-8000-00000000000a"
MUNICIPAL: Final = "3f6c2f0e-0000-4000-8000-00000000000b"
SECRETARIAT: Final = "3f6c2f0e-0000-4000-8000-00000000000c"
KARI = person(1, "Kari Sykehus", tenant=HOSPITAL)
SVEIN = person(21, "Svein Sykehus", tenant=HOSPITAL)
PER = person(22, "Per Evje", tenant=MUNICIPAL)
EVA = person(23, "Eva Evje", tenant=MUNICIPAL)
SIV = person(24, "Siv Bygland", tenant=MUNICIPAL)
GRETE = person(25, "Grete Gjest", tenant=MUNICIPAL, guest=True)
OLGA = person(26, "Olga Saksbehandler", tenant=SECRETARIAT)
CODE = re.compile(r"[23456789A-HJKMNP-TV-Z]{4}-[23456789A-HJKMNP-TV-Z]{4}")
THREE_PARTIES = """
start | Agder | 2027 | 1 | Evje og Hornnes, Bygland
Medisinsk klinikk | Kari Eksempel, rådgiver, kari@example.no | hopp over
Per Prøve, helsesjef, per@example.no | 00 00 00 00
Siv Prøve, kommunalsjef, siv@example.no | hopp over | 1 | sammen
Felles akutteam | Vi går sammen om et team. | Et team med lege og sykepleier.
Evje | Skrøpelige eldre | 2027 | Det støtter formålet. | 1, 2 | skrøpelige eldre | nei
Lege | Sørlandet sykehus HF | 1,2 mill | nei | sosiale kostnader
penger | 300 000 | ingen | Vi stiller lokaler uten verdi. | ingen | Liten kommune.
500 000 | 200 000 | 200 000 | nei
ja | Sykehuset til utskriving, deretter kommunen.
ja | Ola Direktør | klinikksjef | 15.11.2026 | stillingen
ja | Kari Direktør | kommunedirektør | 15.11.2026 | stillingen
ja | Anne Direktør | kommunedirektør | 15.11.2026 | stillingen
1 | nei takk
"""


def context() -> Context:
    """Agder's file says whose tenant is which."""
    known = the_context().communities["agder"]
    settings = CommunitySettings.model_validate(
        {
            "secretariat_tenant_id": SECRETARIAT,
            "party_tenants": [
                {"hospital": "sorlandet-sykehus", "tenants": [HOSPITAL]},
                {"municipality": "4219", "tenants": [MUNICIPAL]},
                {"municipality": "4220", "tenants": [MUNICIPAL]},
            ],
        }
    )
    agder = known.model_copy(update={"settings": settings})
    return replace(the_context(), communities={**the_context().communities, "agder": agder})


async def code_for(chat: Chat, wanted: str) -> str:
    """A code that this person gives out."""
    await chat.say(wanted)
    seen = await chat.wait_for("Koden gjelder én gang")
    found = CODE.search(seen.text)
    assert found is not None
    return found[0]


async def let_in(stage: Stage, inviter: User, wanted: str, newcomer: User) -> tuple[Chat, str]:
    """Invited, shown, seen, let in by the inviter, and the draft opened. Also returns what the inviter saw."""
    code = await code_for(stage.teams.personal(inviter), wanted)
    chat = stage.teams.personal(newcomer)
    await chat.say(f"bli med {code}")
    await chat.wait_for("Jeg har spurt dem som er med")
    decides = stage.teams.personal(inviter)
    asked = await decides.wait_for(newcomer.name)
    await decides.submit(asked, "Slipp inn")
    admitted = await chat.wait_for("Du er sluppet inn")
    await chat.submit(admitted, "Åpne")
    return chat, asked.text
