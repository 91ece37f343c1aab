"""Deleting a draft: one's own after two yeses; a shared one when every party that is in has said yes."""

from __future__ import annotations

from dialogs.effects import APPLICATIONS, MEMBERS, RESUME, START, Button
from dialogs.events import Command
from dialogs.members import Deletion
from dialogs.membership import joined_parties, waiting
from dialogs.moment import Moment
from dialogs.person import Deleting
from dialogs.telling import tell, tell_others

KEEP = Button("keep_draft", Command.KEEP_DRAFT)


def delete(moment: Moment, pending: Deleting) -> None:
    """A yes: asked twice, since the draft cannot be had back."""
    if not pending.sure:
        return moment.ask_about(Deleting(sure=True))
    member, asked = moment.member, moment.draft.deletion
    assert member is not None
    own = member.party or ""
    agreed = (*(asked.agreed if asked is not None else ()), own)
    lacking = [party for party in joined_parties(moment.draft) if (party or "") not in agreed]
    if lacking:
        return _ask_the_others(moment, asked, tuple(dict.fromkeys(agreed)), lacking)
    tell_others(moment, "deleted", _what_it_was(moment))
    for one in waiting(moment.draft, moment.event.at):
        if one.claim is not None:
            tell(moment, one.claim.person_id, "declined", one.id)
    moment.erased = moment.draft.id
    moment.application = None
    moment.change_person(open_application=None, shown=None, changing=None, back_to_summary=False)
    return moment.say("deleted", START, APPLICATIONS)


def _ask_the_others(
    moment: Moment, asked: Deletion | None, agreed: tuple[str, ...], lacking: list[str | None]
) -> None:
    if asked is None:
        deletion = Deletion(by=moment.person.id, at=moment.event.at, agreed=agreed)
        moment.change_application(deletion=deletion)
        tell_others(moment, "deletion", deletion.by)
    elif agreed != asked.agreed:
        moment.change_application(deletion=asked.model_copy(update={"agreed": agreed}))
    names = (moment.view.party_name(party) if party is not None else "" for party in lacking)
    moment.say("delete-waits", KEEP, MEMBERS, parties=", ".join(filter(None, names)) or "…")
    return moment.ask_again()


def keep_draft(moment: Moment) -> None:
    """Any contact's no is enough."""
    if moment.draft.deletion is None:
        moment.say("nobody-deletes")
    else:
        moment.change_application(deletion=None)
        tell_others(moment, "kept", moment.person.id)
        moment.say("draft-kept", RESUME)
    return moment.ask_again()


def _what_it_was(moment: Moment) -> str:
    """For people to know which it was, when nothing of it is left: place and year."""
    return f"{moment.view.value('community') or ''}/{moment.view.value('year') or ''}"
