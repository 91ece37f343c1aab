"""Questions about the scheme, in a transcript: answered, offered near ones, or told that nobody has written it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from knowledge.entry import Review
from knowledge.showing import standing_lines
from tests.drafts import READY, TO_BUDGET, TO_TITLE
from tests.talking import Talk

LANGUAGES = "Hvilke språk kan jeg bruke?"
SAVED = "Blir det jeg skriver lagret, og hvordan fortsetter jeg senere?"
DELETED = "Hvordan sletter jeg et utkast?"

# --- An answer.


def test_a_question_from_the_welcome_is_answered_word_for_word_with_its_source(talk: Talk) -> None:
    talk.finder.knows("hvor lang tid tar dette", "bot-preparation")
    talk.arrive()
    talk("""
        > hvor lang tid tar dette
        Hva trenger vi før vi begynner, og hvor lang tid tar det?
        Regn med omtrent en time i alt, og gjerne i flere omganger.
        Kilde: Tilskuddshjelpen, slik den virker nå, gjelder hele landet.
        Se også
        [Blir det jeg skriver lagret, og hvordan fortsetter jeg senere?]
        Ja, det du skriver, lagres med en gang
    """)


def test_a_long_message_with_several_sentences_is_a_question_where_no_application_is_open(
    talk: Talk,
) -> None:
    text = "Hei! Vi er en liten kommune. Sjefen vil at jeg skal bruke boten. Hvor begynner jeg\nMvh Kari"
    talk.finder.knows(text, "bot-what-it-does")
    talk.type(text)
    assert any("Skriv «start» for å begynne" in line for line in talk.said)
    assert not any("ingen søknad åpen" in line for line in talk.said)


def test_a_question_in_the_middle_of_the_budget_is_answered_and_the_same_field_asked_again(
    talk: Talk,
) -> None:
    talk.finder.knows("hva kan pengene brukes til hos oss", "areas")
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > hva kan pengene brukes til hos oss
        Kilde
        Passet svaret?
        Hvor mye koster det?
        > 300 000
        Jeg leste 300 000 kr
    """)


def test_the_rest_of_an_answer_is_folded_away_and_can_be_typed_for(talk: Talk) -> None:
    talk.finder.knows("hvordan tar jeg pause", "bot-saved")
    talk("""
        > mer
        Det er ikke mer å vise.
        > hvordan tar jeg pause
        ! Har du flere søknader, skriver du «mine søknader» og velger hvilken.
        > vis mer
        Har du flere søknader, skriver du «mine søknader» og velger hvilken.
        Kilde
    """)


def test_an_answer_is_drawn_in_the_language_of_whoever_reads_it(talk: Talk) -> None:
    talk.finder.knows("hva kan jeg bruke", "bot-language")
    talk("""
        > english
        > hva kan jeg bruke
        Which languages can I use?
        I speak bokmål, nynorsk and English.
        Source: Tilskuddshjelpen, as it works now
        Was that your answer?
        > nynorsk
        > hva kan jeg bruke
        Kva språk kan eg bruke?
        Passa svaret?
    """)


def test_what_a_button_says_can_be_typed_in_any_language(talk: Talk) -> None:
    talk("""
        > Hvordan sletter jeg et utkast
        Skriv «slett utkast».
        > How do I delete a draft?
        Skriv «slett utkast».
    """)
    assert talk.finder.asked == []


def test_a_proposal_is_called_one(talk: Talk) -> None:
    proposed = {
        entry.id: {quote.standing for quote in entry.sources}
        for entry in talk.finder.library.entries.values()
        if any(quote.standing == "proposed" for quote in entry.sources)
    }
    for entry, standings in proposed.items():
        talk.finder.knows("hva er foreslått", entry)
        talk("> hva er foreslått")
        wanted = "Kilden er et forslag" if standings == {"proposed"} else "Noe av dette er forslag"
        assert any(wanted in line for line in talk.said), entry
    assert len(proposed) > 5


def test_what_has_passed_since_somebody_read_it_says_so(talk: Talk) -> None:
    entry = talk.finder.library.entries["deadline-agder-2026"]
    assert entry.validity.until is not None
    reviewed = entry.model_copy(update={"reviewed": Review(on=date(2025, 12, 1), by="curator")})
    until = entry.validity.until
    texts = talk.context.texts
    assert standing_lines(reviewed, "nb", texts, until) == []
    passed = standing_lines(reviewed, "nb", texts, until + timedelta(days=1))
    assert passed == ["Datoen 15. desember 2025 er passert."]
    assert standing_lines(entry, "nb", texts, date(2026, 12, 31)) == [], "its words say so themselves"


def test_a_thank_you_is_met_with_one_and_changes_nothing(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > takk!
        Bare hyggelig!
        Hva heter tiltaket?
    """)


def test_a_thank_you_ends_what_was_asked_about_an_answer(talk: Talk) -> None:
    talk.finder.knows("det der", "bot-language", "bot-delete-draft")
    talk("""
        > det der
        Mente du ett av disse?
        > takk
        Bare hyggelig!
        ! Mente du
    """)


# --- Did it fit?


def test_a_yes_is_thanked_for_and_a_no_waits_for_a_curator_and_offers_the_secretariat(talk: Talk) -> None:
    talk.finder.knows("hvilke språk", "bot-language")
    talk("""
        > hvilke språk
        Passet svaret?
        [Ja] [Nei]
        [Ja]
        Du sa at svaret passet. Takk!
        > hvilke språk
        [Nei]
        Du sa at svaret ikke passet. Takk!
        Et menneske ser på svaret.
        Spør sekretariatet
    """)
    (kept,) = talk.records("unanswered")
    assert (kept["text"], kept["reason"], kept["shown"]) == ("hvilke språk", "not_fitting", ["bot-language"])


def test_yes_and_no_are_about_the_answer_only_where_no_field_is_open(talk: Talk) -> None:
    talk.finder.knows("hvilke språk", "bot-language")
    talk("""
        > hvilke språk
        > ja
        Så bra!
        > hvilke språk
        > nei
        Et menneske ser på svaret.
    """)
    talk(READY)
    talk.finder.knows("hvilke språk kan vi bruke her?", "bot-language")
    talk("""
        > endre flere kostnader
        Er det flere kostnader?
        > hvilke språk kan vi bruke her?
        Passet svaret?
        Er det flere kostnader?
        > nei
        ! Et menneske
    """)
    assert talk.value("cost_more") == "no"


def test_in_the_middle_of_a_field_the_words_say_what_they_are_about(talk: Talk) -> None:
    talk.finder.knows("hvilke språk kan vi bruke her?", "bot-language")
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > hvilke språk kan vi bruke her?
        > passet ikke
        Et menneske ser på svaret.
        Hvor mye koster det?
        > svaret passet
        Så bra!
    """)
    (kept,) = talk.records("unanswered")
    assert kept["field"] == "cost_nok"
    assert kept["community"] == "agder"


def test_an_old_card_s_yes_is_about_its_own_question_or_about_nothing(talk: Talk) -> None:
    talk.finder.knows("hvilke språk", "bot-language")
    talk.finder.knows("hvordan sletter jeg", "bot-delete-draft")
    talk("""
        > hvilke språk
        > hvordan sletter jeg
        [Nei på «Jeg snakker bokmål»]
        Dette er det allerede svart på.
    """)
    assert talk.records("unanswered") == []


def test_a_related_answer_belongs_to_the_same_question(talk: Talk) -> None:
    talk.finder.knows("hvor lang tid tar dette", "bot-preparation")
    talk(f"""
        > hvor lang tid tar dette
        [{SAVED}]
        [Nei på «lagres med en gang»]
        Et menneske ser på svaret.
    """)
    (kept,) = talk.records("unanswered")
    assert (kept["text"], kept["shown"]) == ("hvor lang tid tar dette", ["bot-saved"])


# --- Near.


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (f"[1. {LANGUAGES}]", "Jeg snakker bokmål"),
        ("> 2", "Skriv «slett utkast»"),
        ("> den andre", "Skriv «slett utkast»"),
        ("> nr. 1", "Jeg snakker bokmål"),
        ("> nummer 3", "lagres med en gang"),
        (f"> {DELETED}", "Skriv «slett utkast»"),
        ("> ingen av disse", "Dette finner jeg ikke i kildene."),
        ("> nei", "Dette finner jeg ikke i kildene."),
        ("[Ingen av disse]", "Dette finner jeg ikke i kildene."),
    ],
)
def test_near_ones_are_chosen_by_tap_number_order_or_words(talk: Talk, said: str, answer: str) -> None:
    talk.finder.knows("det der", "bot-language", "bot-delete-draft", "bot-saved")
    talk(f"""
        > det der
        Mente du ett av disse?
        1. {LANGUAGES}
        2. {DELETED}
        3. {SAVED}
        Ingen av disse
        {said}
        {answer}
    """)


def test_none_of_these_waits_for_a_curator_with_what_was_offered(talk: Talk) -> None:
    talk.finder.knows("det der", "bot-language", "bot-delete-draft")
    talk("""
        > det der
        > ingen
        Dette finner jeg ikke i kildene.
    """)
    (kept,) = talk.records("unanswered")
    assert (kept["reason"], kept["shown"]) == ("none_of_these", ["bot-language", "bot-delete-draft"])


def test_near_ones_in_the_middle_of_a_field_come_before_the_field_and_then_let_it_be(talk: Talk) -> None:
    talk.finder.knows("hva var det med språk og sånt?", "bot-language", "bot-delete-draft")
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > hva var det med språk og sånt?
        Mente du ett av disse?
        > 2
        Skriv «slett utkast».
        Hvor mye koster det?
        > hva var det med språk og sånt?
        Mente du ett av disse?
        > 300 000
        Jeg leste 300 000 kr
    """)
    assert talk.value("cost_nok#1") == 300_000


def test_an_old_near_one_can_be_tapped_for_ever(talk: Talk) -> None:
    talk.finder.knows("det der", "bot-language", "bot-delete-draft")
    talk(f"""
        > det der
        > 2
        (3 weeks later)
        (restart)
        [1. {LANGUAGES}]
        Jeg snakker bokmål
        [Ingen av disse]
        Dette er det allerede svart på.
    """)


# --- What nobody has written, and what is not known.


def test_what_is_not_known_says_what_is_and_where_to_turn(talk: Talk) -> None:
    talk.finder.knows("når er fristen vår", "unknown-our-deadline")
    talk("""
        > når er fristen vår
        Dette sier kildene:
        Spør sekretariatet i helsefellesskapet deres.
        Kilde
        Passet svaret?
        Spør sekretariatet
    """)
    assert talk.records("unanswered") == [], "somebody has written it already"


def test_a_personal_question_gets_its_fixed_reply_and_its_words_are_kept_nowhere(talk: Talk) -> None:
    talk.finder.knows("jeg har vondt i kneet", "personal-medical")
    talk("""
        > jeg har vondt i kneet
        Spørsmål om sykdom og behandling kan jeg ikke svare på, og jeg sender dem ikke videre.
        ! Passet svaret?
        ! Spør sekretariatet
        > spør sekretariatet
        Det spørsmålet sender jeg ikke videre
        Skriv spørsmålet til sekretariatet.
        > jeg har vondt i kneet
        Det spørsmålet sender jeg ikke videre
    """)
    assert "kneet" not in talk.everything()


def test_near_ones_with_a_personal_reply_among_them_leave_no_words_either(talk: Talk) -> None:
    talk.finder.knows("vondt i kneet", "bot-language", "personal-medical")
    talk("""
        > vondt i kneet
        Mente du ett av disse?
        > ingen av disse
        Dette finner jeg ikke i kildene.
        ! Spør sekretariatet
    """)
    assert "kneet" not in talk.everything()


def test_what_nobody_has_written_waits_ninety_days_for_a_curator_without_a_name(talk: Talk) -> None:
    talk("""
        > kan vi få båt
        Dette finner jeg ikke i kildene.
        Spør sekretariatet
    """)
    (kept,) = talk.records("unanswered")
    assert kept == {
        "schema_version": 1,
        "text": "kan vi få båt",
        "language": "nb",
        "community": "",
        "field": "",
        "reason": "unknown",
        "shown": [],
        "at": kept["at"],
    }
    talk("(12 weeks later)")
    assert talk.purged() == 0
    talk("(1 week later)")
    assert talk.purged() == 1
    assert talk.records("unanswered") == []


def test_which_version_of_an_answer_was_shown_to_whom_can_be_traced(talk: Talk) -> None:
    talk.finder.knows("hvilke språk", "bot-language")
    talk("> hvilke språk")
    (line,) = talk.records("shown")
    entry = talk.finder.library.entries["bot-language"]
    assert (line["entry"], line["version"], line["person"]) == (entry.id, entry.version, talk.person.id)
    assert "text" not in line


def test_a_third_unknown_offers_the_secretariat_at_once(talk: Talk) -> None:
    talk("""
        > start
        > Agder
        > avbryt
        > noe helt ukjent
    """)
    talk.be("Ola")
    talk("""
        > kan vi få båt
        Dette finner jeg ikke i kildene.
        > kan vi få fly
        Dette finner jeg ikke i kildene.
        > kan vi få tog
        ! Dette finner jeg ikke i kildene.
        Hvilket helsefellesskap hører du til? Da vet jeg hvilket sekretariat som skal ha spørsmålet.
        > Agder
        Send dette til sekretariatet?
        kan vi få tog
    """)


def test_an_answer_between_two_unknowns_begins_the_count_anew(talk: Talk) -> None:
    talk.finder.knows("hvilke språk", "bot-language")
    talk("""
        > kan vi få båt
        > kan vi få fly
        > hvilke språk
        > kan vi få tog
        Dette finner jeg ikke i kildene.
    """)


def test_when_nothing_can_be_looked_up_that_is_said_and_the_field_is_asked_again(talk: Talk) -> None:
    talk.finder.breaks = True
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > hvilke språk kan vi bruke her?
        Jeg får ikke slått opp akkurat nå.
        Hvor mye koster det?
    """)
    assert talk.records("unanswered") == []


# --- Where the asker belongs.


def test_where_one_belongs_is_asked_once_when_the_answer_hangs_on_it(talk: Talk) -> None:
    talk.finder.knows("hvem bestemmer", "unknown-who-decides")
    talk.finder.knows("hvem bestemmer", "decides-agder-2026", community="agder")
    talk("""
        > hvem bestemmer
        Svaret er ikke det samme overalt. Hvilket helsefellesskap hører du til?
        > Sørlandet sykehus
        Agder
        > hvem bestemmer
        ! Hvilket helsefellesskap hører du til?
        Agder
    """)
    assert talk.person.community == "agder"
    assert [asked.community for asked in talk.finder.asked][-1] == "agder"


def test_where_one_belongs_can_be_chosen_on_the_card(talk: Talk) -> None:
    talk.finder.knows("hvem bestemmer", "unknown-who-decides")
    talk.finder.knows("hvem bestemmer", "decides-agder-2026", community="agder")
    talk("""
        > hvem bestemmer
        [Lagre] Helsefellesskap=agder
        Agder
    """)


def test_who_belongs_nowhere_that_is_known_is_not_asked_again(talk: Talk) -> None:
    talk.finder.knows("hvem bestemmer", "unknown-who-decides")
    talk.finder.knows("hvem bestemmer", "decides-agder-2026", community="agder")
    talk("""
        > hvem bestemmer
        > ikke her
        Dette sier kildene:
        > hvem bestemmer
        Dette sier kildene:
    """)


def test_the_open_application_says_where_one_belongs(talk: Talk) -> None:
    talk.finder.knows("hvem bestemmer hos oss?", "unknown-who-decides")
    talk.finder.knows("hvem bestemmer hos oss?", "decides-agder-2026", community="agder")
    talk("""
        > start
        > Agder
        > hvem bestemmer hos oss?
        ! Hvilket helsefellesskap hører du til?
        Agder
        Hvilket budsjettår gjelder søknaden?
    """)


# --- Beside the form.


def test_help_on_a_field_leads_to_what_is_written_about_it(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > hjelp
        Spørsmål og svar om dette feltet
    """)


def test_a_sent_application_takes_questions_and_no_answers(talk: Talk) -> None:
    talk.finder.knows("hvilke språk kan jeg bruke her?", "bot-language")
    talk.finder.knows("jeg lurer på hvilke språk dere tar", "bot-language")
    talk(READY)
    talk("""
        > send
        > ja
        > hvilke språk kan jeg bruke her?
        Jeg snakker bokmål
        > jeg lurer på hvilke språk dere tar
        Jeg snakker bokmål
        > kan vi få båt?
        Dette finner jeg ikke i kildene.
        > en ting til om tiltaket
        er sendt og kan ikke endres her
    """)


def test_a_sentence_in_a_field_for_a_number_is_a_question_when_it_is_known_and_an_answer_otherwise(
    talk: Talk,
) -> None:
    talk.finder.knows("jeg lurer på hvilke språk vi kan bruke", "bot-language")
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > jeg lurer på hvilke språk vi kan bruke
        Jeg snakker bokmål
        Hvor mye koster det?
        > det koster nok ganske mange penger
        Skriv beløpet i kroner
    """)


def test_a_clear_question_in_a_free_text_is_answered_and_one_tap_makes_it_the_answer(talk: Talk) -> None:
    talk.finder.knows("Hvilke språk bruker de?", "bot-language")
    talk(TO_TITLE)
    talk("""
        > Hvilke språk bruker de?
        Jeg snakker bokmål
        Dette var svaret mitt
        Hva heter tiltaket?
        > dette var svaret mitt
        Hvilke språk bruker de?
        Beskriv tiltaket i noen få setninger.
        > det var svaret
        Spørsmålet det gjaldt, er ikke åpent lenger.
        Beskriv tiltaket i noen få setninger.
    """)
    assert talk.value("title") == "Hvilke språk bruker de?"


def test_what_is_not_known_stays_in_doubt_in_a_free_text(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Hva med ambulansen?
        Var dette svaret på spørsmålet, eller et spørsmål til meg?
    """)
