"""One human with two accounts becomes one person: what either is in, both are in, and the audit tells when."""

from __future__ import annotations

from tests.drafts import TO_PARTIES
from tests.talking import Account, Talk
from tests.test_inviting import MUNICIPAL, WRONG, the_code, together

GUEST = "3f6c2f0e-0000-4000-8000-000000000009"


def link_code(talk: Talk) -> str:
    talk("""
        > koble identitet
        Koble sammen to kontoer
        Gi aldri koden til andre
    """)
    return the_code(talk)


def test_two_accounts_become_one_person_with_all_that_both_had(talk: Talk) -> None:
    together(talk)
    code = link_code(talk)
    application = talk.draft.id
    old = talk.person.id
    talk.accounts["Pers gjestekonto"] = Account(GUEST, guest=True)
    talk(f"""
        (Pers gjestekonto)
        > koble identitet {code}
        Koden er fra Per Eksempel i Teams-organisasjonen {MUNICIPAL}. Er det deg selv?
        > mine søknader
        Du har ingen søknader ennå
        > koble identitet {code}
        > ja
        Kontoene er koblet sammen
        > mine søknader
        1. Uten tittel ennå
        > åpne 1
        Hvem er kontaktperson
        (Per)
        > status
        Status
    """)
    assert talk.person.id != old
    assert talk.person.linked == (old,)
    assert talk.draft.id == application
    assert [m.person_id for m in talk.draft.active].count(talk.person.id) == 1
    lines = [line for line in talk.audit(application) if line.body["field"] == "members"]
    assert lines[-1].body["person"] == talk.person.id
    assert old in repr(lines[-1].values["old"])
    assert old not in repr(lines[-1].values["new"])


def test_the_other_account_is_told_and_a_no_changes_nothing(talk: Talk) -> None:
    talk(TO_PARTIES)
    code = link_code(talk)
    talk.accounts["Frode"] = Account(MUNICIPAL)
    talk(f"""
        (Frode)
        > koble identitet {code}
        > nei
        > mine søknader
        Du har ingen søknader ennå
        > koble identitet {code}
        > ja
        Kontoene er koblet sammen
    """)
    told = [row for row in talk.outbox("teams") if row.id.startswith("linked.")]
    assert "si fra til den som driver boten" in repr(told)


def test_a_code_for_linking_is_for_linking_alone_and_for_fifteen_minutes(talk: Talk) -> None:
    talk(TO_PARTIES)
    code = link_code(talk)
    talk(f"""
        > koble identitet {code}
        {WRONG}
        (Frode)
        > bli med {code}
        {WRONG}
        > koble til {code}
        (16 minutes later)
        > koble identitet {code}
        {WRONG}
    """)


def test_a_yes_after_the_time_is_out_or_used_links_nobody(talk: Talk) -> None:
    talk(TO_PARTIES)
    code = link_code(talk)
    talk(f"""
        (Frode)
        > koble identitet {code}
        (16 minutes later)
        > ja
        {WRONG}
        > mine søknader
        Du har ingen søknader ennå
    """)


def test_one_human_is_in_for_one_party_of_an_application(talk: Talk) -> None:
    together(talk)
    code = link_code(talk)
    talk(f"""
        (Kari)
        > koble identitet {code}
        > ja
        De to kontoene er med for hver sin part i samme søknad
        > hvem er med
        Kari Eksempel
        Per Eksempel
    """)


def test_a_link_code_is_kept_nowhere(talk: Talk) -> None:
    talk(TO_PARTIES)
    code = link_code(talk)
    talk(f"""
        (Frode)
        > koble identitet {code}
        > ja
        > hva skal jeg med koden {code.lower()}?
    """)
    assert "hva skal jeg med koden" in talk.everything()
    assert code not in talk.everything().upper()
