"""Deeds that are no answer, and coming back: after a picture, a restart, three weeks, or to another draft."""

from __future__ import annotations

from dialogs.application import MOST_SET_ASIDE
from tests.drafts import TO_BUDGET, TO_PERIOD, TO_TITLE
from tests.talking import Talk


def test_what_is_not_text_gets_one_honest_reply_and_changes_nothing(talk: Talk) -> None:
    talk(TO_TITLE)
    before = talk.draft
    for deed, said in (
        (talk.edit, "Jeg ser at du endret en melding. Det endrer ikke svaret i søknaden."),
        (talk.delete, "Du slettet en melding. Svaret i søknaden står som før."),
        (talk.react, "En reaksjon endrer ingenting i søknaden."),
        (lambda: talk.attach("image/gif"), "Jeg kan ikke lese bilder."),
        (lambda: talk.attach("image/png"), "Jeg kan ikke lese bilder."),
        (lambda: talk.attach("audio/mp4"), "Jeg kan ikke høre lyd."),
        (
            lambda: talk.attach("application/vnd.microsoft.teams.file.download.info"),
            "Jeg fikk ikke hentet filen.",
        ),
    ):
        deed()
        assert sum(said in line for line in talk.said) == 1, talk.said
        assert any("Hva heter tiltaket?" in line for line in talk.said)
        assert talk.draft == before


def test_a_question_that_waits_for_a_yes_is_asked_again_after_a_picture(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > 1.200
        Mente du 1 200 kr?
    """)
    talk.attach("image/png")
    assert any("Mente du 1 200 kr?" in line for line in talk.said)


def test_it_goes_on_at_the_right_place_after_a_restart_and_three_weeks(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        (restart)
        (3 weeks later)
        > fortsett
        Det mangler
        For hvem: [Skrøpelige eldre]
        Når skal tiltaket gjennomføres?
        > avbryt
        Greit. Utkastet er lagret; skriv «fortsett» når du vil gå videre.
        (restart)
        [Fortsett]
        Når skal tiltaket gjennomføres?
    """)


def test_typed_text_without_an_open_question_is_kept_beside_the_draft_and_shown(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > avbryt
        > Husk at vi også vil ha med ambulansen.
        Jeg vet ikke hvilket spørsmål dette svarer på. Jeg har tatt vare på teksten ved siden av utkastet.
        Husk at vi også vil ha med ambulansen.
        > oppsummering
        Ved siden av utkastet
        Husk at vi også vil ha med ambulansen.
    """)


def test_where_there_is_no_room_beside_the_draft_nothing_gives_way_and_it_is_said(talk: Talk) -> None:
    talk(TO_PERIOD + "\n> avbryt")
    for n in range(MOST_SET_ASIDE):
        talk.type(f"Husk også nummer {n}.")
    kept = talk.draft.set_aside
    talk("""
        > Husk at vi også vil ha med ambulansen.
        Det er ikke plass til mer ved siden av utkastet, så denne teksten er ikke lagret.
        Husk at vi også vil ha med ambulansen.
    """)
    assert len(kept) == MOST_SET_ASIDE
    assert talk.draft.set_aside == kept


def test_wrong_and_half_answers_are_kept_and_shown_when_one_comes_back(talk: Talk) -> None:
    talk(TO_PERIOD)
    talk("""
        > en gang neste år
        Skriv
        Periode: [en gang neste år]
        (restart)
        > fortsett
        Periode: [en gang neste år]
        > oppsummering
        Må rettes: Periode
        en gang neste år
    """)


def test_several_applications_are_listed_and_switched_between(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Det første
        > start
        Da begynner vi på en ny søknad. Den du hadde åpen, er lagret
        Det første
        Hvilket helsefellesskap søker dere i?
        > Østfold
        > mine søknader
        Mine søknader
        Uten tittel ennå
        Det første
        > åpne 2
        Beskriv tiltaket i noen få setninger.
        > Et sammendrag
        > mine søknader
        [Åpne ved «Uten tittel ennå»]
        Hvilket budsjettår gjelder søknaden?
        > åpne 17
        Mine søknader
        > åpne
        Mine søknader
    """)
    assert {a["answers"]["community"]["value"] for a in talk.records("application")} == {"agder", "ostfold"}


def test_an_old_card_of_another_draft_answers_that_draft_and_typed_text_the_question_shown_last(
    talk: Talk,
) -> None:
    talk(TO_TITLE)
    talk("""
        > start
        Da begynner vi på en ny søknad.
        [Lagre på «Hva heter tiltaket?»] Tittel=Til den gamle; Sammendrag=Kort.
        Til den gamle
        Hva skal dere gjøre?
        > Dette gjør vi.
        Dette gjør vi.
        Hvor skal tiltaket gjennomføres?
    """)
    assert talk.value("what") == "Dette gjør vi."


def test_a_draft_is_erased_only_after_two_yeses(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > Hemmelig tittel
        > slett utkast
        Vil du slette hele utkastet?
        > nei
        Utkastet står som før.
        > slett utkastet
        Vil du slette hele utkastet?
        Hemmelig tittel
        > ja
        Er du helt sikker? Alt i utkastet blir borte for godt.
        > Vent litt
        > oppsummering
        Hemmelig tittel
        > slett utkast
        > ja
        [Ja på «Er du helt sikker?»]
        Utkastet er slettet.
        > fortsett
        Du har ingen søknad åpen.
        > mine søknader
        Du har ingen søknader ennå.
    """)
    assert talk.records("application") == []


def test_an_old_yes_answers_nothing_new(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
        > 1.200
        Mente du 1 200 kr?
        > nei
        Hvor mye koster det?
        > 1.300
        Mente du 1 300 kr?
        [Ja på «Mente du 1 200 kr?»]
        Dette er det allerede svart på.
        Mente du 1 300 kr?
    """)
    assert talk.value("cost_nok#1") is None


def test_a_card_of_a_draft_that_is_erased_is_refused_as_a_strangers_would_be(talk: Talk) -> None:
    talk(TO_TITLE)
    talk("""
        > slett utkast
        > ja
        > ja
        [Lagre på «Hva heter tiltaket?»] Tittel=For sent
        Denne søknaden har du ikke tilgang til.
    """)


def test_of_a_draft_that_is_deleted_only_hashes_are_left(talk: Talk) -> None:
    talk(TO_BUDGET)
    deleted = talk.draft.id
    talk("> Noe som ikke passer inn")
    before = talk.audit(deleted)
    assert "Felles akutteam" in str(before)
    talk("""
        > slett utkast
        > ja
        > ja
        Utkastet er slettet.
    """)
    after = talk.audit(deleted)
    assert [line.body for line in after] == [line.body for line in before]
    assert all(line.values == {} for line in after)
    assert "Felles akutteam" not in str(after)
