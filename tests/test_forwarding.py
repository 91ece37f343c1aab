"""A question to the secretariat, as its asker sees it: shown before it is sent, and nothing else is sent."""

from __future__ import annotations

import pytest

from tests.drafts import READY, TO_BUDGET
from tests.talking import Talk

QUESTION = "Kan vi få penger til en båt i fjorden?"


def in_the_budget(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        Hvor mye koster det?
    """)


def test_it_is_sent_just_as_it_was_shown_and_nothing_of_the_draft_with_it(talk: Talk) -> None:
    in_the_budget(talk)
    talk(f"""
        > {QUESTION}
        Dette finner jeg ikke i kildene. Spørsmålet er ikke lagret som svar i søknaden.
        [Spør sekretariatet]
        Send dette til sekretariatet?
        Helsefellesskapet Agder
        Spørsmålet
        {QUESTION}
        Gjelder feltet
        Beløp
        Referanse
        SP-
        Sekretariatet får bare det som står her.
        Ta bort navn og annet om enkeltpersoner før du sender.
        Send spørsmålet
        [Send spørsmålet] organisation=Evje og Hornnes kommune
        Jeg sender spørsmålet SP-
        Hvor mye koster det?
    """)
    (inquiry,) = talk.records("inquiry")
    assert inquiry["text"] == QUESTION
    assert (inquiry["question"], inquiry["community"], inquiry["state"]) == ("cost_nok", "agder", "open")
    assert inquiry["organisation"] == "Evje og Hornnes kommune"
    assert inquiry["application"] == talk.draft.id
    (row,) = talk.outbox("inquiry")
    assert row.body == {"inquiry": inquiry["reference"], "community": "agder"}
    kept = repr(inquiry)
    assert not any(word in kept for word in ("kari@example.no", "Kari", "Lege", "akutteam", "Fjellbyen"))


def test_typing_does_the_same_as_the_card(talk: Talk) -> None:
    in_the_budget(talk)
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
        Send dette til sekretariatet?
        > send spørsmålet
        Jeg sender spørsmålet SP-
        Hvor mye koster det?
    """)
    assert len(talk.records("inquiry")) == 1


@pytest.mark.parametrize("no", ["> ikke send", "> nei", "[Ikke send]"])
def test_nothing_is_sent_without_a_yes(talk: Talk, no: str) -> None:
    in_the_budget(talk)
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
        {no}
        Greit, spørsmålet er ikke sendt.
        Hvor mye koster det?
    """)
    assert talk.records("inquiry") == []
    assert talk.outbox("inquiry") == []


def test_an_answer_to_the_field_lets_the_question_go(talk: Talk) -> None:
    in_the_budget(talk)
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
        > 300 000
        Jeg leste 300 000 kr
        [Send spørsmålet]
        Dette er det allerede svart på.
    """)
    assert talk.records("inquiry") == []


def test_a_double_click_and_a_repeated_delivery_send_one(talk: Talk) -> None:
    in_the_budget(talk)
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
        [Send spørsmålet]
        (again)
        (restart)
        [Send spørsmålet på «Send dette til sekretariatet?»]
    """)
    assert len(talk.records("inquiry")) == 1
    assert len(talk.outbox("inquiry")) == 1


def test_another_question_can_be_written_before_sending_and_whenever_wished(talk: Talk) -> None:
    talk.finder.knows("hvilke språk", "bot-language")
    in_the_budget(talk)
    talk("""
        > hvilke språk?
        > spør sekretariatet
        hvilke språk?
        [Skriv et annet]
        Skriv spørsmålet til sekretariatet.
        > underskriften fra rådmannen
        Send dette til sekretariatet?
        underskriften fra rådmannen
        > ja
        Jeg sender spørsmålet
        (2 hours later)
        > spør sekretariatet
        Skriv spørsmålet til sekretariatet.
        > avbryt
        Greit. Utkastet er lagret
    """)
    assert [inquiry["text"] for inquiry in talk.records("inquiry")] == ["underskriften fra rådmannen"]


def test_a_question_from_the_welcome_asks_first_where_one_belongs(talk: Talk) -> None:
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
        Hvilket helsefellesskap hører du til? Da vet jeg hvilket sekretariat som skal ha spørsmålet.
        > Agder
        Send dette til sekretariatet?
        > ja
        Jeg sender spørsmålet
        > {QUESTION} og en til?
        > spør sekretariatet
        ! Hvilket helsefellesskap
        Send dette til sekretariatet?
    """)


def test_where_no_secretariat_is_connected_that_is_said_and_nothing_is_sent(talk: Talk) -> None:
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
        > Østfold
        Sekretariatet for Helsefellesskapet i Østfold er ikke koblet til her, så jeg får ikke sendt det.
    """)
    talk.be("Ola")
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
        > mitt helsefellesskap er ikke her
        Jeg kjenner ikke sekretariatet deres
    """)
    assert talk.records("inquiry") == []


def test_the_channel_may_be_gone_between_the_two_steps(talk: Talk) -> None:
    in_the_budget(talk)
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
        Send dette til sekretariatet?
    """)
    talk.connected = frozenset()
    talk("""
        > ja
        er ikke koblet til her
        Hvor mye koster det?
    """)
    assert talk.records("inquiry") == []


def test_three_may_be_open_at_a_time(talk: Talk) -> None:
    in_the_budget(talk)
    for number in range(3):
        talk(f"""
            > Kan vi få båt nummer {number}?
            > spør sekretariatet
            > ja
            Jeg sender spørsmålet
        """)
    talk("""
        > Kan vi få en båt til?
        > spør sekretariatet
        Du har 3 spørsmål som sekretariatet ikke har svart på ennå.
        [Mine spørsmål]
        Spørsmålene dine til sekretariatet
        Kan vi få båt nummer 2?
    """)
    assert len(talk.records("inquiry")) == 3


def test_two_drawn_at_once_count_against_the_limit_when_they_are_sent(talk: Talk) -> None:
    in_the_budget(talk)
    for number in range(2):
        talk(f"""
            > Kan vi få båt nummer {number}?
            > spør sekretariatet
            > ja
        """)
    talk("""
        > Kan vi få båt nummer 2?
        > spør sekretariatet
        > ja
        > Kan vi få båt nummer 3?
        > spør sekretariatet
        Du har 3 spørsmål
    """)


def test_a_question_that_is_too_long_is_to_be_made_shorter(talk: Talk) -> None:
    talk("> spør sekretariatet")
    talk.type("båt " * 600)
    assert any("Sekretariatet kan få 2" in line for line in talk.said), talk.said
    talk("""
        > båt
        > Agder
        Send dette til sekretariatet?
    """)


def test_a_number_of_a_person_is_taken_out_before_anything_is_shown(talk: Talk) -> None:
    talk("""
        > Kan 01819000049 få båt?
        Det så ut som et fødselsnummer.
        Dette finner jeg ikke i kildene.
        > spør sekretariatet
        > Agder
        Kan [nummer fjernet] få båt?
        [Send spørsmålet] organisation=Kommunen 01819000049
        Jeg sender spørsmålet
    """)
    (inquiry,) = talk.records("inquiry")
    assert inquiry["organisation"] == "Kommunen [nummer fjernet]"
    assert "01819000049" not in talk.everything()


def test_who_was_asked_for_is_remembered_for_the_next_time(talk: Talk) -> None:
    in_the_budget(talk)
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
        [Send spørsmålet] organisation=Bygland kommune
        > {QUESTION}
        > spør sekretariatet
        Bygland kommune
        > ja
    """)
    assert [inquiry["organisation"] for inquiry in talk.records("inquiry")] == ["Bygland kommune"] * 2


def test_after_the_application_is_sent_the_secretariat_can_still_be_asked(talk: Talk) -> None:
    talk(READY)
    talk(f"""
        > send
        > ja
        > {QUESTION}
        Dette finner jeg ikke i kildene.
        > spør sekretariatet
        > ja
        Jeg sender spørsmålet
        > mine spørsmål
        Spørsmålene dine til sekretariatet
        Sendt
        {QUESTION}
    """)


def test_it_can_be_done_in_all_three_languages(talk: Talk) -> None:
    for said in ("spør sekretariatet", "ask the secretariat", "spør eit menneske"):
        talk(f"""
            > {said}
            Skriv spørsmålet til sekretariatet.
            > avbryt
        """)


def test_a_reference_that_is_taken_is_not_taken_again(talk: Talk) -> None:
    in_the_budget(talk)
    talk(f"""
        > {QUESTION}
        > spør sekretariatet
    """)
    pending = talk.person.pending
    assert pending is not None
    assert pending.type == "forwarding"
    talk.keep_inquiry(pending.inquiry.model_copy(update={"asked_by": "somebody"}))
    talk("""
        > ja
        Jeg sender spørsmålet
    """)
    (mine,) = [one for one in talk.records("inquiry") if one["asked_by"] == talk.person.id]
    assert mine["reference"] != pending.inquiry.reference


def test_while_nothing_can_be_looked_up_nothing_is_sent_on_either(talk: Talk) -> None:
    """It may be about somebody's health: that cannot be told just now."""
    talk.finder.breaks = True
    talk(f"""
        > spør sekretariatet
        > {QUESTION}
        Jeg får ikke slått opp akkurat nå.
        Skriv spørsmålet til sekretariatet.
    """)
    talk.finder.breaks = False
    talk(f"""
        > {QUESTION}
        > Agder
        Send dette til sekretariatet?
    """)
