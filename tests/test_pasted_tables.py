"""A table is pasted into the chat: shown as it was read, line by line, and taken in when the person has said so."""

from __future__ import annotations

from tests.drafts import TO_BUDGET
from tests.talking import Talk

HF = "hsorlandet-sykehus"
EVJE = "m4219"


def costs(talk: Talk) -> list[tuple[object, ...]]:
    """The cost lines that stand: what, party, whole kroner."""
    lines = talk.draft.lines.get("cost", ("1",))
    return [
        tuple(talk.value(f"{name}#{line}") for name in ("cost_what", "cost_party", "cost_nok"))
        for line in lines
    ]


def test_three_cost_lines_are_shown_as_they_were_read_and_taken_in(talk: Talk) -> None:
    talk(TO_BUDGET)
    talk.type(
        "Hva\tPart\tBeløp\n"
        "Lege\tSørlandet sykehus\t900 000\n"
        "Sykepleier\tEvje og Hornnes kommune\t600000\n"
        "Leie av bil\tkommunen\t45 000,-\n"
        "Sum\t\t1 545 000"
    )
    talk("""
        > status
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
