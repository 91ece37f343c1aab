"""A table is pasted into the chat: shown as it was read, line by line, and taken in when the person has said so."""

from __future__ import annotations

import pytest

from tests.drafts import READY, TO_BUDGET, TO_OWN, TO_PERIOD
from tests.talking import Talk

HF = "hsorlandet-sykehus"
EVJE = "m4219"
TO_TWO_YEARS = f"""
    {TO_PERIOD}
    > 2027-2028
    > Pasientene får hjelp nærmere hjemmet.
    > samhandling
    > skrøpelige eldre
    > nei
"""
"""The first cost is asked next, and in which of two years it falls."""
THREE = (
    "Hva\tPart\tBeløp\n"
    "Lege\tSørlandet sykehus\t900 000\n"
    "Sykepleier\tEvje og Hornnes kommune\t600000\n"
    "Leie av bil\tkommunen\t45 000,-\n"
)


def costs(talk: Talk) -> list[tuple[object, ...]]:
    """The cost lines that stand: what, party, whole kroner; with the year where it is asked for."""
    lines = talk.draft.lines.get("cost", ("1",))
    names = ("cost_what", "cost_party", "cost_nok", "cost_year")
    found = [[talk.value(f"{name}#{line}") for name in names] for line in lines]
    return [tuple(line if line[3] else line[:3]) for line in found]


def test_three_cost_lines_are_shown_as_they_were_read_and_taken_in(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Hva	Part	Beløp
        >> Lege	Sørlandet sykehus	900 000
        >> Sykepleier	Evje og Hornnes kommune	600000
        >> Leie av bil	kommunen	45 000,-
        >> Sum		1 545 000
        Jeg leste 3 kostnader, i alt 1 545 000 kr
        1. Lege
        Sørlandet sykehus HF · 900 000 kr
        2. Sykepleier
        Evje og Hornnes · 600 000 kr
        3. Leie av bil
        Evje og Hornnes · 45 000 kr
        Dette er ikke med:
        Rad 5, en sum: Sum · 1 545 000
        Skal dette tas inn i budsjettet?
        [Ta det inn] [Rett tabellen] [Svar på spørsmålet] [Ikke ta inn]
    """)
    assert costs(talk) == [(None, None, None)]
    talk("""
        > ja
        3 kostnader er tatt inn. Du kan endre eller fjerne dem én for én.
        Er det flere kostnader?
    """)
    assert costs(talk) == [
        ("Lege", HF, 900_000),
        ("Sykepleier", EVJE, 600_000),
        ("Leie av bil", EVJE, 45_000),
    ]
    assert talk.draft.set_aside == ()


def test_by_card_it_is_the_same_and_a_second_tap_does_nothing(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.type(THREE)
    talk("""
        [Ta det inn]
        3 kostnader er tatt inn.
        Er det flere kostnader?
        (again)
        ! tatt inn
    """)
    assert len(costs(talk)) == 3


def test_it_is_taken_in_after_the_process_has_been_killed_meanwhile(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.type(THREE)
    talk("""
        (restart)
        > ja
        3 kostnader er tatt inn.
    """)
    assert len(costs(talk)) == 3


@pytest.mark.parametrize(
    "pasted",
    [
        "Hva;Part;Beløp\nLege;Sørlandet sykehus HF;900 000\nSykepleier;Evje og Hornnes;600 000",
        "Hva       Part                   Beløp\n"
        "Lege      Sørlandet sykehus HF   900 000\n"
        "Sykepleier  Evje og Hornnes      600 000",
        "| Hva | Part | Beløp |\n|---|:--|--:|\n| Lege | Sørlandet sykehus HF | 900 000 |\n"
        "| Sykepleier | Evje og Hornnes | 600 000 |",
        "Kva\tKven\tBeløp i kr\nLege\tsjukehuset\tkr 900.000,-\nSykepleier\tkommunen\tkr 600.000,-",
        "What\tWho\tAmount\nLege\tThe hospital\t900 000\nSykepleier\tThe municipality\t600 000",
        "Part\tBeløp\tPost\nSørlandet sykehus\t0,9 mill\tLege\nEvje\t600'\tSykepleier",
        "Lege\tSørlandet sykehus HF\t900000\nSykepleier\tEvje og Hornnes\t600000",
        "Lege\tSørlandet sykhus\t900000\nSykepleier\tEvje og Hornes\t600000",
        "Nr\tTiltak\tAnsvarlig\tKostnad\n1\tLege\tSSHF\t900 000\n2\tSykepleier\tEvje\t600 000",
        "Kostnad\tSørlandet sykehus HF\tEvje og Hornnes\nLege\t900 000\t\nSykepleier\t0\t600 000",
        "Kostnad\tPart\t2027\nLege\tsykehuset\t900 000\nSykepleier\tkommunen\t600 000",
        "Hva\tPart\tBeløp (i 1000 kr)\nLege\tsykehuset\t900\nSykepleier\tkommunen\t600",
        'Hva\tPart\tBeløp\n"Lege"\tsykehuset\t900 000\n\n"Sykepleier"\tkommunen\t600 000\n\n',
    ],
)
def test_however_it_is_written_the_same_is_read(talk: Talk, pasted: str) -> None:
    talk(TO_BUDGET)
    talk.type(pasted)
    talk("""
        > ja
        2 kostnader er tatt inn.
    """)
    assert costs(talk) == [("Lege", HF, 900_000), ("Sykepleier", EVJE, 600_000)]


def test_a_table_from_excel_is_read_from_what_teams_sends_beside_the_text(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.paste(
        "<p>Her er budsjettet</p><table><tbody>"
        "<tr><td>Hva</td><td>Part</td><td>Bel&oslash;p</td></tr>"
        "<tr><td><p>Lege</p></td><td>sykehuset</td><td>900&nbsp;000</td></tr>"
        "<tr><td>Sykepleier &amp; jordmor</td><td>kommunen</td><td>600&nbsp;000</td></tr>"
        "</tbody></table>",
        "Her er budsjettet\nHva Part Beløp Lege sykehuset 900 000 Sykepleier & jordmor kommunen 600 000",
    )
    talk("""
        > ja
        2 kostnader er tatt inn.
    """)
    assert costs(talk) == [("Lege", HF, 900_000), ("Sykepleier & jordmor", EVJE, 600_000)]
    assert [one.text for one in talk.draft.set_aside] == ["Her er budsjettet"]


def test_years_stand_over_columns_or_in_one_of_their_own(talk: Talk) -> None:
    talk(TO_TWO_YEARS)
    talk("""
        > Kostnad	Part	2027	2028	Sum
        >> Lege	sykehuset	450 000	450 000	900 000
        >> Kurs	kommunen		20 000	20 000
        >> Sum		450 000	470 000	920 000
        Jeg leste 3 kostnader, i alt 920 000 kr
        1. Lege
        Sørlandet sykehus HF · 2027 · 450 000 kr
        2. Lege
        Sørlandet sykehus HF · 2028 · 450 000 kr
        > ja
        > Kostnad	Part	År	Beløp
        >> Bil	kommunen	2027	10 000
        >> Bil	kommunen	2028	12 000
        > legg til
    """)
    assert costs(talk) == [
        ("Lege", HF, 450_000, "2027"),
        ("Lege", HF, 450_000, "2028"),
        ("Kurs", EVJE, 20_000, "2028"),
        ("Bil", EVJE, 10_000, "2027"),
        ("Bil", EVJE, 12_000, "2028"),
    ]


def test_what_cannot_be_read_is_said_line_by_line_and_asked_for_when_the_rest_is_taken(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Hva	Part	Beløp
        >> Lege	sykehuset	ca. 900 000
        >> Sykepleier	begge	600 000
        >> Bil	kommunen	1.200
        >> Overskrift
        Jeg leste 3 kostnader, i alt 601 200 kr
        Sørlandet sykehus HF · ca. 900 000
        Linje 1: Skriv ett beløp, for eksempel 300 000.
        Linje 2: Det er ikke blant alternativene.
        Linje 3: Du skrev 1.200. Se etter at beløpet er riktig lest.
        Rad 5, uten beløp: Overskrift
        > ja
        Skriv ett beløp, for eksempel 300 000.
        > 900 000
        Hvem har kostnaden?
        > Evje og Hornnes
        Er det flere kostnader?
    """)
    assert costs(talk) == [("Lege", HF, 900_000), ("Sykepleier", EVJE, 600_000), ("Bil", EVJE, 1_200)]
    assert [one.text for one in talk.draft.set_aside] == ["Overskrift"]


def test_a_year_outside_the_period_is_left_out_and_kept_beside_the_draft(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Hva	Part	År	Beløp
        >> Lege	sykehuset	2027	900 000
        >> Bil	kommunen	2029	50 000
        Jeg leste én kostnad, på 900 000 kr
        Rad 3, i et år utenfor perioden: Bil · kommunen · 2029 · 50 000
        > ja
        Kostnaden er tatt inn.
    """)
    assert costs(talk) == [("Lege", HF, 900_000)]
    assert [one.text for one in talk.draft.set_aside] == ["Bil · kommunen · 2029 · 50 000"]


def test_where_the_money_comes_from_is_no_cost(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Post	Beløp
        >> Lege	900 000
        >> Sum kostnader	900 000
        >> Egenfinansiering	300 000
        >> Søkt	600 000
        Jeg leste én kostnad, på 900 000 kr
        Rad 4, finansiering, ikke en kostnad: Egenfinansiering · 300 000
        Rad 5, finansiering, ikke en kostnad: Søkt · 600 000
    """)


def test_a_sum_that_is_another_is_said(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Hva	Beløp
        >> Lege	900 000
        >> Bil	45 000
        >> Totalt	1 000 000
        Summen i tabellen er 1 000 000 kr, men linjene jeg leste, blir 945 000 kr.
    """)


def test_amounts_in_thousands_are_said_to_be(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk("""
        > Hva	Beløp (tusen kr)
        >> Lege	900
        >> Bil	45
        i alt 945 000 kr
        Tabellen sier at beløpene står i tusen kroner.
        > nei
        > Hva	Beløp
        >> Lege	900
        >> Bil	45
        i alt 945 kr
        Ingen av beløpene når 10 000 kroner.
    """)


def test_lines_are_added_to_those_that_stand_or_stand_in_their_place(talk: Talk) -> None:
    talk(READY)
    talk("""
        > Hva;Part;Beløp
        >> Sykepleier;kommunen;600 000
        >> Bil;kommunen;45 000
        Det står én kostnad fra før. Skal disse legges til, eller skal de stå i stedet for den?
        [Legg til] [Bytt ut dem som står] [Rett tabellen] [Ikke ta inn]
        > ja
        Det står kostnader fra før. Si om disse skal legges til
        > legg til
        2 kostnader er tatt inn.
    """)
    assert costs(talk) == [("Lege", HF, 900_000), ("Sykepleier", EVJE, 600_000), ("Bil", EVJE, 45_000)]
    talk("""
        > Hva;Part;Beløp
        >> Jordmor;kommunen;700 000
        >> Kurs;kommunen;20 000
        Det står 3 kostnader fra før.
        [Bytt ut dem som står]
        2 kostnader er tatt inn.
    """)
    assert costs(talk) == [("Jordmor", EVJE, 700_000), ("Kurs", EVJE, 20_000)]


def test_lines_that_came_meanwhile_do_not_give_way_unseen(talk: Talk) -> None:
    talk(READY)
    talk.let_in("Ola")
    talk("""
        > Hva;Part;Beløp
        >> Jordmor;kommunen;700 000
        >> Kurs;kommunen;20 000
        (Ola)
        > legg til kostnad
        > Bil
        (Kari)
        > bytt ut
        Kostnadene er endret siden du så dette. Se over på nytt:
        Det står 2 kostnader fra før.
        > bytt ut
        2 kostnader er tatt inn.
    """)


def test_the_same_table_again_changes_nothing(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.type(THREE)
    talk("> ja")
    talk.type(THREE)
    talk("""
        > status
        ! Jeg leste
    """)
    talk.type(THREE)
    assert "Alt i denne tabellen står i budsjettet fra før. Ingenting er endret." in talk.said
    assert len(costs(talk)) == 3


def test_it_is_put_right_in_the_card_or_by_pasting_anew(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.type("Hva\tPart\tBeløp\nLege\tsykehuset\tca. 900 000\nBil; og mer\tkommunen\t45 000")
    talk("""
        > rett
        Rett tabellen her, eller lim den inn på nytt i samtalen.
        Hva; Part; År; Beløp
        Lege; Sørlandet sykehus HF; ; ca. 900 000
        Bil, og mer; Evje og Hornnes; ; 45 000
    """)
    table = "Hva; Part; År; Beløp\nLege; Sørlandet sykehus HF; ; 900 000\nBil; Evje og Hornnes; ; 45 000"
    talk.tap("Lagre", inputs={"table": table})
    talk("""
        > ja
        2 kostnader er tatt inn.
    """)
    assert costs(talk) == [("Lege", HF, 900_000), ("Bil", EVJE, 45_000)]


def test_a_table_that_is_not_taken_stands_beside_the_draft(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.type(THREE)
    talk("""
        > nei
        Greit, ingenting er tatt inn. Tabellen står ved siden av utkastet.
        Hva skal dere bruke penger på?
    """)
    assert costs(talk) == [(None, None, None)]
    assert [one.text for one in talk.draft.set_aside] == [THREE.strip("\n")]


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("Lege\t900 000\t100 000\nBil\t45 000\t5 000", "jeg vet ikke hvilken som er beløpet"),
        (
            "Part\tBeløp\nEvje og Hornnes\t900 000\nSørlandet sykehus HF\t45 000",
            "Jeg ser ikke hva beløpene gjelder",
        ),
    ],
)
def test_what_must_be_said_over_the_columns_is_asked_for_and_nothing_is_lost(
    talk: Talk, pasted: str, said: str
) -> None:
    talk(TO_BUDGET)
    talk("""
        > Lege
        > Evje og Hornnes
    """)
    talk.type(pasted)
    talk.said = [line for line in talk.said if said in line]
    assert talk.said
    assert [one.text for one in talk.draft.set_aside] == [pasted]


def test_in_a_free_text_it_may_have_been_the_answer(talk: Talk) -> None:
    talk(TO_PERIOD.replace("> Et team med lege og sykepleier rykker ut sammen.", "").rsplit(">", 2)[0])
    talk("""
        > Hva;Beløp
        >> Lege;900 000
        >> Bil;45 000
        Jeg leste 2 kostnader
        > Svar på spørsmålet
        Hva;Beløp
    """)
    assert talk.draft.set_aside == ()
    assert "Hva;Beløp\nLege;900 000\nBil;45 000" in [answer.value for answer in talk.draft.answers.values()]


def test_what_each_party_brings_and_applies_for_is_read_by_party_and_year(talk: Talk) -> None:
    talk(TO_OWN)
    talk("""
        > Part	År	Søknadsbeløp	Egne penger	Årsverk
        >> Sørlandet sykehus HF	2027	400 000	300 000	0,5
        >> Evje og Hornnes	2027	200 000		0,2
        >> Totalt		600 000	300 000	0,7
        Jeg leste 7 svar
        Egeninnsats – Sørlandet sykehus HF
        Egne penger; Årsverk
        Søknadsbeløp – Sørlandet sykehus HF
        400 000 kr
        Årsverk – Evje og Hornnes
        0,2
        > ja
        7 svar er tatt inn. Du kan endre dem ett for ett.
    """)
    assert talk.value(f"applied@{HF}/2027") == 400_000
    assert talk.value(f"own_money@{HF}/2027") == 300_000
    assert talk.value(f"own_full_time@{EVJE}/2027") == 200
    assert talk.value(f"own_kinds@{EVJE}") == ["full_time"]
    assert talk.value(f"own_kinds@{HF}") == ["money", "full_time"]


def test_what_would_give_way_is_shown_beside_what_was_read(talk: Talk) -> None:
    talk(READY)
    talk("""
        > Søknadsbeløp	2027
        >> sykehuset	450 000
        >> kommunen	200 000
        Søknadsbeløp – Sørlandet sykehus HF
        450 000 kr
        nå: 400 000 kr
        [Ta det inn] [Ikke ta inn]
        [Ta det inn]
        2 svar er tatt inn.
    """)
    assert talk.value(f"applied@{HF}/2027") == 450_000


def test_an_identity_number_in_a_cell_is_taken_out_and_the_line_is_to_be_looked_over(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.type("Hva\tPart\tBeløp\nLege 01819000049\tsykehuset\t900 000\nBil\tkommunen\t45 000")
    talk("""
        > ja
        Jeg har tatt ut et fødselsnummer. Se over teksten og lagre på nytt.
    """)
    assert "01819000049" not in talk.everything()


def test_without_an_application_nothing_is_read(talk: Talk) -> None:
    talk("> hei")
    talk.type(THREE)
    assert any("Skriv «start»" in line for line in talk.said)


def test_a_sent_application_takes_no_table(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        > ja
    """)
    talk.type(THREE)
    assert any("kan ikke endres her" in line for line in talk.said)


def test_figures_that_are_no_budget_are_no_table(talk: Talk) -> None:
    """Dates, contacts and lists of names with figures beside them are what they were before."""
    talk(TO_PERIOD)
    talk.type("Oppstart\t01.02.2027\nEvaluering\t01.06.2027")
    assert not any("Jeg leste 2 kostnader" in line for line in talk.said)


def test_whose_the_costs_are_is_said_once_for_all_of_them(talk: Talk) -> None:
    talk(TO_TWO_YEARS)
    talk("""
        > Lege;900 000
        >> Bil;45 000
        Hvem har kostnadene der tabellen ikke sier det? (valgfritt)
        Hvilket år gjelder kostnadene der tabellen ikke sier det? (valgfritt)
        > kommunen
        Evje og Hornnes · 900 000 kr
        ! Hvem har kostnadene
        > 2028
        Evje og Hornnes · 2028 · 45 000 kr
        > ja
    """)
    assert costs(talk) == [("Lege", EVJE, 900_000, "2028"), ("Bil", EVJE, 45_000, "2028")]
    talk("""
        > Kurs;20 000
        >> Reise;15 000
        [Bytt ut dem som står] party=Sørlandet sykehus HF; year=2027
        2 kostnader er tatt inn.
    """)
    assert costs(talk) == [("Kurs", HF, 20_000, "2027"), ("Reise", HF, 15_000, "2027")]
