"""The conversation as a case officer reads it: the start, the way through the form, and everything beside it."""

from __future__ import annotations

from tests.talking import Talk


def test_an_applicant_is_asked_again_until_the_amount_is_in_whole_kroner(talk: Talk) -> None:
    talk("""
        > start
        Da begynner vi.
        Hvilket helsefellesskap søker dere i?
        > Agder
        Helsefellesskapet Agder
        Hvilket budsjettår gjelder søknaden?
        [Lagre] Budsjettår=2027
        2027
        Hvilket helseforetak eller sykehus er med?
    """)
