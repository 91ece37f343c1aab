"""The Word form is filled in elsewhere and sent in the chat: each place is read as if it were typed."""

from __future__ import annotations

from bot.form_files import empty_file
from dialogs.person import LANGUAGES
from dialogs.progress import gaps
from dialogs.view import View
from tests.drafts import READY, TO_BUDGET
from tests.sent_office_files import filled_in
from tests.talking import Talk, the_context
from tests.test_pasted_tables import EVJE, HF, TO_TWO_YEARS

WHOLE: dict[str, str | bool] = {
    "community": "Agder",
    "year": "2027",
    "hospitals": "Sørlandet sykehus",
    "municipalities": "Evje og Hornnes",
    "unit@hospital1": "Medisinsk klinikk",
    "contact_name@hospital1": "Kari Eksempel",
    "contact_role@hospital1": "rådgiver",
    "contact_email@hospital1": "kari@example.no",
    "contact_name@municipality1": "Per Prøve",
    "contact_role@municipality1": "helsesjef",
    "contact_email@municipality1": "per@example.no",
    "lead": "kommunen",
    "proposed_by:together": True,
    "title": "Felles akutteam",
    "summary": "Vi går sammen om et team.",
    "what": "Et team med lege og sykepleier.\nDe kjører ut sammen.",
    "where": "Evje",
    "for_whom": "Skrøpelige eldre",
    "period": "2027",
    "purpose_fit": "Det støtter formålet.",
    "areas:recruitment": True,
    "areas:collaboration": True,
    "groups:frail_elderly": True,
    "smallest_hospitals:no": True,
    "cost_what#1": "Lege",
    "cost_party#1": "sykehuset",
    "cost_nok#1": "1,2 mill",
    "cost_what#2": "Sykepleier",
    "cost_party#2": "Evje og Hornnes kommune",
    "cost_nok#2": "600'",
    "cost_includes:social_costs": True,
    "own_kinds@hospital1:money": True,
    "own_money@hospital1": "300 000",
    "own_full_time@municipality1": "0,5",
    "own_full_time_nok@municipality1": "400 000 kr",
    "applied@hospital1": "900 000",
    "applied@municipality1": "200.000",
    "other_financing:no": True,
    "responsibility_who": "Sykehuset til utskriving, deretter kommunen.",
    "agreed@hospital1:yes": True,
    "confirmer_name@hospital1": "Ola Direktør",
    "confirmer_role@hospital1": "klinikksjef",
    "confirmed_on@hospital1": "15.11.2026",
    "agreed@municipality1:yes": True,
    "confirmer_name@municipality1": "Kari Direktør",
    "confirmer_role@municipality1": "kommunedirektør",
    "confirmed_on@municipality1": "15.11.2026",
    "document_language:nb": True,
    "extras:none": True,
}


def form() -> bytes:
    return empty_file("form", the_context(), "nb")


def test_a_whole_application_comes_with_the_form_and_only_what_it_does_not_ask_is_left(talk: Talk) -> None:
    talk("> start")
    talk.send_file(filled_in(form(), WHOLE))
    talk("""
        Jeg leste 2 kostnader, i alt 1 800 000 kr
        1. Lege
        Sørlandet sykehus HF · 1 200 000 kr
        Jeg leste 44 svar
        Helsefellesskap
        Helsefellesskapet Agder
        Klinikk og sykehussted – Sørlandet sykehus HF
        Medisinsk klinikk
        Navn på kontaktperson – Evje og Hornnes
        Per Prøve
        Årsverk – Evje og Hornnes
        0,5
        Skal dette tas inn i søknaden?
        [Ta det inn] [Ikke ta inn]
        > ja
        2 kostnader og 44 svar er tatt inn. Du kan endre dem ett for ett.
        > oppsummering
        Ingenting mangler
    """)
    assert gaps(View(talk.draft, talk.context)) == ()
    assert talk.value("what") == "Et team med lege og sykepleier.\nDe kjører ut sammen."
    assert talk.value(f"own_kinds@{EVJE}") == ["full_time"]
    assert talk.value(f"applied@{HF}/2027") == 900_000
    talk.send_file(filled_in(form(), WHOLE))
    talk("Det står ingenting i filen som ikke står i søknaden fra før. Ingenting er endret.")


def test_what_stands_gives_way_only_where_it_was_shown(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.send_file(filled_in(form(), {"title": "Felles nattevakt", "applied@municipality1": "200 000"}))
    talk("""
        Jeg leste 2 svar
        Tittel
        Felles nattevakt
        nå: Felles akutteam
        Søknadsbeløp – Evje og Hornnes
        200 000 kr
    """)
    talk.let_in("Per")
    talk.be("Per")
    talk("""
        > endre tittel
        > Felles dagvakt
    """)
    talk.be("Kari")
    talk("""
        > ja
        endret siden du så dette. Se over på nytt:
        nå: Felles dagvakt
        > ja
        2 svar er tatt inn
    """)
    assert talk.value("title") == "Felles nattevakt"


def test_what_cannot_be_read_is_said_and_asked_for_and_what_has_no_place_is_kept(talk: Talk) -> None:
    talk(TO_BUDGET)
    written: dict[str, str | bool] = {
        "contact_email@hospital1": "kari(at)example.no",
        "contact_name@municipality2": "Anne Eksempel",
        "cost_what#1": "Lege",
        "cost_nok#1": "ganske mye",
        "groups:none": True,
        "groups:frail_elderly": True,
        "own_money@municipality1": "masse",
        "milestones": "Kommunen begynner i mars.",
        "responsibility_relevant:yes": True,
        "phase_night": "Kommunen har ansvaret om natten.",
        "phase_name#1": "Innleggelse",
        "summary": "Mitt nummer er 01010112345",
    }
    talk.send_file(filled_in(form(), written))
    talk("""
        1. Lege
        ganske mye
        Linje 1: Skriv beløpet i kroner, for eksempel 250 000 eller 1,2 mill.
        Jeg leste 7 svar
        Egeninnsats – Evje og Hornnes
        Egne penger
        Egne penger – Evje og Hornnes
        masse
        Skriv beløpet i kroner
        Om natten
        Kommunen har ansvaret om natten.
        Tillegg
        Pasientansvar fase for fase; Milepæler
        Milepæler
        Kommunen begynner i mars.
        Fase
        Innleggelse
        Dette er ikke med:
        I skjemaet, ukjent part: Navn på kontaktperson: Anne Eksempel
        blir stående: Kontaktpersonens e-post – Sørlandet sykehus HF: kari(at)example.no
        Sammendrag: Mitt nummer er [elleve siffer]
        Prioriterte grupper: Skrøpelige eldre; Ingen av disse
        > ja
        Én kostnad og 7 svar er tatt inn
    """)
    assert talk.value("contact_email@" + HF) == "kari@example.no"
    assert talk.value("groups") == ["frail_elderly"]
    aside = [one.text for one in talk.draft.set_aside]
    assert len(aside) == 1
    assert "Anne Eksempel" in aside[0]
    assert "kari(at)example.no" in aside[0]
    assert "01010112345" not in talk.everything()


PHASES: dict[str, str | bool] = {
    "phase_patients": "Skrøpelige eldre",
    "phase_name#1": "På sykehuset",
    "phase_party#1": "sykehuset",
    "phase_handover#1": "Kommunen har tatt imot pasienten",
    "phase_name#2": "Hjemme",
    "phase_party#2": "Evje og Hornnes kommune og sykehuset",
    "phase_night": "Legevakta",
}


def test_the_phases_of_the_form_are_read_into_their_questions(talk: Talk) -> None:
    talk(READY)
    talk.send_file(filled_in(form(), PHASES))
    talk("""
        Jeg leste 8 svar
        Pasientene
        Skrøpelige eldre
        Legevakta
        Pasientansvar fase for fase
        Fase
        På sykehuset
        Sørlandet sykehus HF
        Kommunen har tatt imot pasienten
        Fase
        Hjemme
        Sørlandet sykehus HF; Evje og Hornnes
        ! Dette er ikke med
        > ja
        8 svar er tatt inn
        > oppsummering
        Fase 2
    """)
    lines = talk.draft.lines["phase"]
    assert [talk.value(f"phase_name#{line}") for line in lines] == ["På sykehuset", "Hjemme"]
    assert [talk.value(f"phase_party#{line}") for line in lines] == [[HF], [HF, EVJE]]
    talk.send_file(filled_in(form(), PHASES))
    talk("Det står ingenting i filen som ikke står i søknaden fra før. Ingenting er endret.")


def test_a_phase_that_is_called_as_one_that_stands_is_that_one_and_another_comes_after(talk: Talk) -> None:
    talk(READY)
    talk.send_file(filled_in(form(), PHASES))
    talk("> ja")
    changed = {**PHASES, "phase_party#2": "kommunen", "phase_name#3": "Etterpå", "phase_party#3": "Bygland"}
    talk.send_file(filled_in(form(), changed))
    talk("""
        Jeg leste 3 svar
        Evje og Hornnes
        nå: Sørlandet sykehus HF; Evje og Hornnes
        Fase
        Etterpå
        Bygland
        > ja
    """)
    lines = talk.draft.lines["phase"]
    assert [talk.value(f"phase_name#{line}") for line in lines] == ["På sykehuset", "Hjemme", "Etterpå"]
    assert [talk.value(f"phase_party#{line}") for line in lines] == [[HF], [EVJE], None]
    assert talk.draft.answers[f"phase_party#{lines[2]}"].raw == "Bygland"


def test_a_row_that_was_copied_is_the_next_party_or_another_line(talk: Talk) -> None:
    talk(TO_BUDGET)
    written: dict[str, str | bool] = {
        "cost_what#6": "Lege",
        "cost_nok#6": "100 000",
        "cost_what#6'": "Bil",
        "cost_nok#6'": "200 000",
    }
    packed = filled_in(form(), written, copied=("cost_what#6", "cost_nok#6"))
    talk.send_file(packed)
    talk("""
        Jeg leste 2 kostnader, i alt 300 000 kr
        1. Lege
        100 000 kr
        2. Bil
        200 000 kr
    """)


def test_the_empty_form_holds_nothing(talk: Talk) -> None:
    talk(TO_BUDGET)
    for language in LANGUAGES:
        talk.send_file(empty_file("form", the_context(), language))
        talk("Det står ingenting i filen som ikke står i søknaden fra før. Ingenting er endret.")


def test_an_amount_for_a_measure_of_several_years_is_read_by_year_or_asked_for_by_year(talk: Talk) -> None:
    talk(TO_TWO_YEARS)
    written: dict[str, str | bool] = {
        "applied@hospital1": "450 000 per år",
        "applied@municipality1": "200 000",
    }
    talk.send_file(filled_in(form(), written))
    talk("""
        Søknadsbeløp – Sørlandet sykehus HF, 2027
        450 000 kr
        Søknadsbeløp – Sørlandet sykehus HF, 2028
        450 000 kr
        Søknadsbeløp – Evje og Hornnes, 2027
        200 000
        Tiltaket går over flere år. Skriv beløpet for hvert år.
        > ja
    """)
    assert talk.value(f"applied@{HF}/2028") == 450_000
    assert talk.value(f"applied@{EVJE}/2027") is None
