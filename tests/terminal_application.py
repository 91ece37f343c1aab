"""A person at the terminal who answers whatever is asked, in the order it is asked, and sends."""

from __future__ import annotations

from collections.abc import Mapping

from bot import records
from bot.commands.chat import TENANT, Chat
from dialogs.application import Application
from dialogs.person import Person
from dialogs.slots import to_slot
from storage.store import Store

MOST_ANSWERS = 200
ANSWERS: Mapping[str, str] = {
    "community": "Agder",
    "year": "2027",
    "hospitals": "1",
    "municipalities": "Bygland, Evje og Hornnes",
    "unit": "Akuttklinikken",
    "contact_name": "Kari Eksempel",
    "contact_role": "rådgiver",
    "contact_email": "kari@example.no",
    "contact_phone": "hopp over",
    "lead": "1",
    "proposed_by": "sammen",
    "title": "=Felles akutteam",
    "summary": "Et felles team rykker ut til eldre hjemme.",
    "what": "Teamet vurderer og behandler hjemme.",
    "where": "I begge kommunene",
    "for_whom": "Skrøpelige eldre",
    "period": "1.1.2027 - 31.12.2028",
    "purpose_fit": "Innbyggerne får hjelp nærmere hjemmet.",
    "areas": "2",
    "groups": "3",
    "smallest_hospitals": "nei",
    "cost_what": "Lønn til sykepleier",
    "cost_party": "1",
    "cost_year": "2027",
    "cost_nok": "600 000",
    "cost_more": "nei",
    "cost_includes": "1",
    "own_kinds@hsorlandet-sykehus": "1",
    "own_kinds@m4220": "5",
    "own_kinds": "2",
    "own_money/2027": "200'",
    "own_money": "0",
    "own_full_time": "0,5 årsverk",
    "own_full_time_nok": "hopp over",
    "own_none_reason": "Kommunen har ikke midler i år.",
    "applied@hsorlandet-sykehus/2027": "0,4 mill",
    "applied": "0",
    "other_financing": "nei",
    "responsibility_relevant": "ja",
    "responsibility_who": "Sykehuset har ansvaret under utrykning.",
    "agreed@hsorlandet-sykehus": "ja",
    "agreed": "ikke ennå",
    "confirmer_name": "Ola Eksempel",
    "confirmer_role": "direktør",
    "confirmed_on": "1.10.2026",
    "confirmer_authority": "hopp over",
    "document_language": "bokmål",
    "extras": "minste beløp",
    "smallest_amount": "300 000",
    "anchoring": "Forankret i ledelsen.",
    "attachments": "Signert avtale ettersendes.",
}


async def person_of(store: Store, user: str) -> Person:
    identity = records.identity_key(TENANT, f"terminal-{user}")
    found = (await store.get([identity]))[identity]
    key = records.person_key(str(found.body["person"]))
    return records.to_person((await store.get([key]))[key])


async def application_of(store: Store, user: str) -> Application:
    person = await person_of(store, user)
    key = records.application_key(str(person.open_application))
    return records.to_application((await store.get([key]))[key])


async def answer_everything(
    talk: Chat, store: Store, user: str, answers: Mapping[str, str] = ANSWERS
) -> None:
    """From «start» until nothing more is asked."""
    await talk.take("start")
    for _ in range(MOST_ANSWERS):
        shown = (await person_of(store, user)).shown
        if shown is None:
            return
        slot = to_slot(shown.slot)
        assert slot is not None
        parts = ("", f"@{slot.party}", f"@{slot.party}/{slot.year}", f"/{slot.year}")
        named = [answers[name] for part in parts if (name := f"{slot.question}{part}") in answers]
        assert named, f"no answer to {shown.slot}"
        await talk.take(named[-1])
    raise AssertionError(f"still asked after {MOST_ANSWERS} answers: {shown}")


async def send_it(talk: Chat, store: Store, user: str) -> Application:
    await talk.take("send")
    await talk.take("ja")
    return await application_of(store, user)
