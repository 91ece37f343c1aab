"""Holds what people said while the bot was killed against the records: nothing that was answered may be missing.

Whatever somebody typed and got an answer for must stand in one of their applications: as the answer to the question
that it was meant for; under another question, when the chat showed it there; or beside the draft. Only the person's own
later words about that question may have taken its place. The audit tells all that ever stood there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot import records
from dialogs.application import Application
from storage.store import Store
from tests.kill_applicants import Applicant, Said

Content = dict[str, Any]
"""Value, raw text and problem, as the audit keeps them."""


@dataclass(frozen=True, slots=True)
class Past:
    """One application as it became, and all that ever stood in it."""

    application: Application
    contents: dict[str, list[Content]]
    """By slot, the oldest first."""
    sent: Application | None
    """The version that was sent."""

    @property
    def aside(self) -> set[str]:
        return {kept.text for kept in self.application.set_aside}


async def pasts_of(store: Store, applicant: Applicant) -> list[Past]:
    """Of all that the person ever began."""
    user = applicant.chat.user
    identity_key = records.identity_key(user.tenant_id, user.aad_object_id)
    identity = (await store.get([identity_key]))[identity_key]
    pasts = []
    for stored in await store.find("application", "member", str(identity.body["person"])):
        application = records.to_application(stored)
        contents: dict[str, list[Content]] = defaultdict(list)
        for line in await store.audit(application.id, limit=10_000):
            if line.body["field"] in application.answers:
                contents[line.body["field"]].append(line.values["new"])
        version_key = records.submission_key(application.id, 1)
        version = (await store.get([version_key])).get(version_key)
        sent = Application.model_validate(version.body["application"]) if version is not None else None
        pasts.append(Past(application, dict(contents), sent))
    return pasts


def broken_promises(applicant: Applicant, pasts: Sequence[Past]) -> list[str]:
    applicant.read.update(seen.text for seen in applicant.chat.messages if seen.by_bot)
    return [*_lost(applicant, pasts), *_not_as_written_down(pasts)]


def _not_as_written_down(pasts: Sequence[Past]) -> Iterator[str]:
    for past in pasts:
        for slot, answer in past.application.answers.items():
            stands = {"value": answer.value, "raw": answer.raw, "problem": answer.problem}
            if past.contents[slot][-1] != stands:
                yield f"{slot}: the audit ends with {past.contents[slot][-1]}, and there stands {stands}"
        if past.sent is not None and past.sent.answers != past.application.answers:
            yield f"{past.application.case_number}: what was sent is not what stands"


def _lost(applicant: Applicant, pasts: Sequence[Past]) -> Iterator[str]:
    for at, said in enumerate(applicant.said):
        if not said.is_answered and not _was_shown(said, applicant):
            continue
        later = applicant.said[at + 1 :]
        where = _where_it_may_be(said, applicant, pasts)
        if not any(
            _is_kept(said, later, past, applicant) or _was_closed(said, past, applicant) for past in where
        ):
            number = applicant.cases.get(said.application)
            yield f"{applicant.chat.user.name}, {number}, {said.slot}: {said.saying.words!r} is nowhere"


def _where_it_may_be(said: Said, applicant: Applicant, pasts: Sequence[Past]) -> list[Past]:
    """A card is of one application; what is typed goes to the one that is open, which may have been begun anew."""
    if said.by_card:
        return [past for past in pasts if past.application.id == said.drawn_for]
    others = {number for application, number in applicant.cases.items() if application != said.application}
    return [past for past in pasts if past.application.case_number not in others]


def _was_closed(said: Said, past: Past, applicant: Applicant) -> bool:
    """What has been sent cannot be changed: the person is told so, and what they filled in is still on the card."""
    submissions = past.application.submissions
    if not said.by_card or not submissions or submissions[0].received_at > said.at:
        return False
    closed = f"Søknaden {past.application.case_number} er sendt og kan ikke endres her."
    return any(closed in text for text in applicant.read)


def _is_kept(said: Said, later: Sequence[Said], past: Past, applicant: Applicant) -> bool:
    if said.saying.words in past.aside:
        return True
    was_shown = _was_shown(said, applicant)
    slots = [said.slot, *(past.contents if was_shown else ())]
    return any(_stands(said, later, slot, past.contents.get(slot, ()), was_shown=was_shown) for slot in slots)


def _stands(
    said: Said, later: Sequence[Said], slot: str, contents: Sequence[Content], *, was_shown: bool
) -> bool:
    """At the end, or until it was refused there in sight, or until the person said something else about it.

    Refused in sight: who types while the newest question has not reached them answers another one than they see.
    What cannot be an answer to that one, such as a name where a day is asked for, is shown under its name with what
    is wrong, and makes room for whatever is typed next. It has been answered, and the person knows that it does not
    stand. A text that *can* be the answer there stays, and nothing but words meant for that field may replace it.
    """
    for content, following in zip(contents, (*contents[1:], None), strict=False):
        if not _holds(content, said):
            continue
        was_refused = content["problem"] is not None and was_shown
        if following is None or was_refused or any(_meant(one, slot, following) for one in (said, *later)):
            return True
    return False


def _meant(said: Said, slot: str, content: Content) -> bool:
    return said.slot == slot and _holds(content, said)


def _holds(content: Content, said: Said) -> bool:
    saying = said.saying
    if saying.stored is None:
        return bool(content["problem"] == "skipped")
    return content["raw"] == saying.words or (
        content["problem"] is None and content["value"] == saying.stored
    )


def _was_shown(said: Said, applicant: Applicant) -> bool:
    """Whether something that the bot sent holds the words; none but one's own are looked for."""
    words = re.compile(re.escape(said.saying.words) + r"(?!\w)")
    return said.saying.is_ones_own and any(words.search(text) for text in applicant.read)
