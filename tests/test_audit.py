"""The audit holds: every order of deeds leaves a chain, and what is sent is signed where the chain ends."""

from __future__ import annotations

import asyncio

from bot.commands.verify_store import look_at
from bot.records import put_application, submission_key
from dialogs.application import Application
from storage.chain import End, salted, values_state, walk
from storage.confirmed import is_as_signed
from storage.filing.audit_files import head_payload
from storage.signatures import holds
from tests.drafts import READY
from tests.talking import Talk, the_signer
from tests.test_agreement import ASKED, KARI_CONFIRMS, MUNICIPALITY, two

__all__ = ["two"]


def chained(talk: Talk, application: Application) -> bool:
    """Whether the lines follow on each other to the head, and all values are those that were hashed."""
    lines = talk.audit(application.id)
    walked = walk(application.id, [line.body for line in lines])
    assert walked.broken is None
    assert all(values_state(line) == "as_hashed" for line in lines)
    return walked.end == End(application.audit.seq, application.audit.hash)


def what_the_histories_lack(talk: Talk) -> list[str]:
    """Of every application in the store: lines, values, answers that stand and were sent, and signatures."""

    async def look() -> list[str]:
        known = the_signer().public_keys
        return [
            fault
            async for looked, _ in look_at(talk.store, None, known)
            for fault in (*looked.faults, *looked.unsigned)
        ]

    return asyncio.run(look())


def test_what_is_sent_is_signed_where_the_audit_ends_that_line_included(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        [Send nå]
        Kvittering
    """)
    application = talk.draft
    assert chained(talk, application)
    (sent,) = application.submissions
    assert sent.head == application.audit
    assert sent.signature is not None
    payload = head_payload(application, sent)
    assert holds(the_signer().public_keys, "audit-head", payload, sent.signature) == "yes"
    lines = talk.audit(application.id)
    (line,) = [line for line in lines if line.body["field"] == "submission"]
    assert line.body["new"] == salted(line.values["salt"], line.values["new"])
    assert line.values["new"]["answers_sha256"] == sent.answers_sha256 == payload["answers_sha256"]
    stored = talk._find(submission_key(application.id, 1))
    assert stored is not None
    assert Application.model_validate(stored["application"]).submissions == application.submissions


def test_the_receipt_tells_where_the_audit_ended_also_when_more_has_happened(talk: Talk) -> None:
    talk(READY)
    talk("""
        > send
        [Send nå]
        Kvittering
    """)
    head = talk.draft.submissions[0].head
    assert head is not None
    groups = " ".join(head.hash[at : at + 8] for at in range(0, 64, 8))
    assert f"Historikken slutter på linje {head.seq}. Kontrollsum: {groups}" in "\n".join(talk.said)
    talk.type("inviter")
    talk.type("kvittering")
    assert talk.draft.submissions[0].head == head


def test_each_confirmation_has_its_line_and_holds_also_when_it_has_fallen(two: Talk) -> None:
    two(ASKED)
    two(KARI_CONFIRMS)
    (given,) = two.draft.agreement.confirmations
    keys = the_signer().public_keys
    assert is_as_signed(keys, two.draft.id, given) == "yes"
    lines = [line for line in two.audit(two.draft.id) if line.body["field"] == f"confirmation {given.id}"]
    assert [line.values["new"]["signature"]["signature"] for line in lines] == [
        given.signature.signature if given.signature else None
    ]
    assert what_the_histories_lack(two) == []
    two("""
        > lås opp
        > ja
        > endre tittel
        > En annen tittel
    """)
    (fallen,) = two.draft.agreement.confirmations
    assert fallen.fall is not None
    assert what_the_histories_lack(two) == []
    other = fallen.model_copy(update={"party": MUNICIPALITY})
    forged = two.draft.agreement.model_copy(update={"confirmations": (other,)})
    draft = two.draft.model_copy(update={"agreement": forged})
    asyncio.run(two.store.commit(expect={}, put=[put_application(draft)]))
    assert any("changed after it was signed" in fault for fault in what_the_histories_lack(two))


def test_a_locked_text_is_not_changed_by_taking_something_back(two: Talk) -> None:
    two("""
        > endre tittel
        > En annen tittel
    """)
    two.type("be om bekreftelse")
    two.type("angre")
    two.type("ja")
    assert two.value("title") == "En annen tittel"
