"""The last step before sending, and the receipt after it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cards.changes import changes_before_sending
from bot.cards.elements import (
    Json,
    Pen,
    box,
    card,
    columns,
    heading,
    labelled,
    near,
    primary,
    small,
    title,
    words,
)
from bot.cards.members import access_elements
from bot.cards.pages import pages
from bot.cards.summary import answer_elements
from dialogs.application import Submission
from dialogs.budget import budget_of
from dialogs.effects import ConfirmSending
from dialogs.oddities import oddity_texts
from dialogs.places import deadline_state
from dialogs.showing import community_name
from dialogs.texts.catalogues import moment, nok
from dialogs.view import OTHER_COMMUNITY, View


def confirm_card(pen: Pen, view: View, effect: ConfirmSending, *, connected: bool) -> Json:
    """Repeats what is sent and to whom. Only a tap here, or a typed yes to it, sends."""
    budget = budget_of(view)
    community = community_name(view, view.value("community") or "", pen.language)
    body = [
        heading(pen.t("card-confirm"), level=1),
        labelled(pen.t("card-measure"), str(view.value("title") or "")),
        labelled(pen.t("card-parties"), ", ".join(p.name for p in view.parties())),
        columns(
            [labelled(pen.t("card-applied-label"), nok(pen.language, budget.applied()))],
            [labelled(pen.t("card-goes-to"), community)],
        ),
        words(pen.t("card-who-has-access"), bold=True),
        *access_elements(pen, view),
        words(pen.t("card-public-document")),
        words(pen.t("card-final"), bold=True),
        *changes_before_sending(pen, view, effect.news),
    ]
    odd = oddity_texts(view, pen.language)
    if odd:
        body.append(box([near(words(text)) for text in odd], "warning"))
    if view.value("community") == OTHER_COMMUNITY:
        body.append(box([words(pen.t("m-other-community"))], "warning"))
    elif not connected:
        body.append(box([words(pen.t("m-not-connected", community=community))], "warning"))
    yes = pen.tap(pen.t("b-send-now"), "reply", t="sending", y="yes", i=effect.about)
    no = pen.tap(pen.t("b-wait"), "reply", t="sending", y="no", i=effect.about)
    return card(pen, body, [primary(yes), no])


def receipt_cards(
    pen: Pen, view: View, version: int, delivery: Mapping[str, str], *, sent_by: str = ""
) -> list[Json]:
    """Number, time, margin, where it went and what is not delivered yet, what happens next, and all answers.

    `sent_by` is the name of whoever sent it, for the others.
    """
    submission = view.application.submissions[version - 1]
    number = view.application.case_number or ""
    top = [
        title(pen.t("card-receipt")),
        *([words(pen.t("card-sent-by", name=sent_by))] if sent_by else []),
        labelled(pen.t("card-case"), number, bold=True, size="ExtraLarge"),
        labelled(pen.t("card-measure"), str(view.value("title") or "")),
        *_delivery(pen, delivery),
        columns(
            [labelled(pen.t("card-received"), moment(pen.language, submission.received_at))],
            [labelled(pen.t("card-deadline"), margin(pen, view, submission))],
        ),
        *next_steps(pen, view),
        *_receivers(pen, view),
        small(pen.t("card-public-document")),
        *_checksums(pen, submission),
    ]
    first, *more = pages(answer_elements(pen, view))
    further = small(pen.t("card-receipt-more", case=number))
    return [
        card(pen, top, [_shown_on_request(pen, first)]),
        *(card(pen, [further], [_shown_on_request(pen, body)]) for body in more),
    ]


def _checksums(pen: Pen, submission: Submission) -> list[Json]:
    """What the filed folder can be held to, years later, by whoever has kept the receipt."""
    head = submission.head
    lines = []
    if head is not None:
        lines.append(small(pen.t("card-receipt-head", seq=str(head.seq), hash=in_groups(head.hash))))
    if submission.content_hash:
        lines.append(small(pen.t("card-receipt-text", hash=in_groups(submission.content_hash))))
    return lines


def in_groups(hashed: str) -> str:
    """To be broken over lines, and compared by eye."""
    return " ".join(hashed[at : at + 8] for at in range(0, len(hashed), 8))


def _receivers(pen: Pen, view: View) -> list[Json]:
    """Everybody who is in gets it: so each sees that the others have it too."""
    names = [member.name or pen.t("card-no-name") for member in view.application.active]
    return [small(pen.t("card-receipt-to", names=", ".join(names)))] if len(names) > 1 else []


def _shown_on_request(pen: Pen, body: list[Json]) -> Json:
    """A receipt is short to look at and holds everything."""
    inner = {"type": "AdaptiveCard", "lang": pen.language, "body": body}
    return {"type": "Action.ShowCard", "title": pen.t("card-all-answers"), "card": inner}


def _delivery(pen: Pen, delivery: Mapping[str, str]) -> list[Json]:
    """Where it went, as sure as it is."""
    lines = [near(words(text)) for text in delivery_lines(pen, delivery)]
    states = {delivery.get(what, "waiting") for what in ("filed", "told")}
    if states == {"delivered"}:
        return [box(lines, "good")]
    return [box(lines, "warning" if states & {"failed", "uncertain", "nobody"} else "emphasis")]


def delivery_lines(pen: Pen, delivery: Mapping[str, str]) -> list[str]:
    """`delivery`: "filed" and "told", each "waiting", "delivered", "uncertain", "failed" or "nobody"."""
    return [pen.t(f"card-{what}-{delivery.get(what, 'waiting')}") for what in ("filed", "told")]


def margin(pen: Pen, view: View, submission: Submission) -> str:
    """«3 timer før fristen», «etter fristen», «frist ikke kjent»."""
    call = view.call
    if call is None or call.deadline is None:
        return pen.t("card-margin-unknown")
    deadline = call.deadline.last_instant()
    seconds = (deadline - submission.received_at).total_seconds()
    minutes = int(abs(seconds) // 60)
    days, hours = divmod(minutes // 60, 24)
    key = (
        "card-margin-before"
        if deadline_state(call, submission.received_at) == "open"
        else "card-margin-after"
    )
    return pen.t(key, deadline=moment(pen.language, deadline), days=days, hours=hours, minutes=minutes % 60)


def next_steps(pen: Pen, view: View) -> list[Json]:
    """What the community's own file says of what happens next; nothing more."""
    call, community = view.call, view.community
    if call is None or community is None or not call.what_happens_next:
        return [labelled(pen.t("card-next"), pen.t("card-next-unknown"))]
    names = {body.id: body.name.in_language(pen.language) for body in community.bodies}
    lines = [
        pen.t(f"step-{step.does}", body=names.get(step.body, step.body)) for step in call.what_happens_next
    ]
    return [labelled(pen.t("card-next"), "\n".join(lines))]
