"""A question to the secretariat, as each side sees it: before it is sent, in the channel, answered, and in a list."""

from __future__ import annotations

from bot.cards.elements import (
    Json,
    Pen,
    apart,
    box,
    card,
    heading,
    labelled,
    near,
    parted,
    primary,
    small,
    title,
    words,
)
from bot.cards.fitting import shortened
from bot.cards.summary import command
from dialogs.context import Context
from dialogs.effects import AskCommunity, ConfirmInquiry
from dialogs.events import Command
from dialogs.inquiry import LONGEST_ANSWER, Handled, Inquiry
from dialogs.texts.catalogues import minute
from dialogs.view import OTHER_COMMUNITY

MOST_LISTED = 10
LONGEST_ORGANISATION = 120
SHORT = 600
"""Of a text in a list, where the whole stands elsewhere."""


def which_community_card(pen: Pen, context: Context, effect: AskCommunity) -> Json:
    """Chosen in a list, or typed."""
    asked = pen.t("m-which-secretariat" if effect.is_to_forward else "m-which-community")
    choose = {
        "type": "Input.ChoiceSet",
        "id": "community",
        "label": pen.t("q-community.label"),
        "errorMessage": pen.t("e-empty"),
        "choices": [
            {"title": community_name(pen, context, code), "value": code}
            for code in (*context.communities, OTHER_COMMUNITY)
        ],
    }
    save = pen.tap(pen.t("b-save"), "reply", t="belonging", y="", i=effect.about)
    return card(pen, [words(asked), choose], [primary(save)])


def confirm_inquiry_card(pen: Pen, context: Context, effect: ConfirmInquiry) -> Json:
    """Just what is sent, and to whom. Only a tap here, or a typed yes to it, sends."""
    inquiry = effect.inquiry
    organisation = {
        "type": "Input.Text",
        "id": "organisation",
        "label": pen.t("card-inquiry-organisation"),
        "maxLength": LONGEST_ORGANISATION,
        "errorMessage": pen.t("card-inquiry-organisation-long"),
        **({"value": inquiry.organisation} if inquiry.organisation else {}),
    }
    body = [
        heading(pen.t("card-inquiry-send"), level=1),
        labelled(pen.t("card-goes-to"), community_name(pen, context, inquiry.community)),
        box([*_asked(pen, inquiry), near(labelled(pen.t("card-inquiry-reference"), inquiry.reference))]),
        organisation,
        words(pen.t("card-inquiry-only-this")),
        words(pen.t("card-inquiry-no-person"), bold=True),
    ]
    yes = pen.tap(pen.t("b-send_inquiry"), "reply", t="forwarding", y="yes", i=effect.about)
    no = pen.tap(pen.t("b-keep_inquiry"), "reply", t="forwarding", y="no", i=effect.about)
    other = command(pen, Command.ASK_SECRETARIAT, "new", title=pen.t("b-ask_something_else"))
    return card(pen, body, [primary(yes), {**no, "associatedInputs": "none"}, other])


def inquiry_card(pen: Pen, inquiry: Inquiry, *, delivery: str = "waiting", take_over: int = 0) -> Json:
    """In the secretariat's channel. `delivery` tells whether the answer is with who asked, as in the outbox.

    With `take_over`, the revision that says who has it, it asks the one officer it is for to say so explicitly.
    """
    body = [title(pen.t("notice-inquiry", reference=inquiry.reference)), *_handled(pen, inquiry, delivery)]
    if take_over:
        body.append(words(pen.t("notice-take-over-sure")))
    if inquiry.organisation:
        body.append(labelled(pen.t("notice-inquiry-from"), inquiry.organisation))
    body += [labelled(pen.t("notice-inquiry-at"), minute(pen.language, inquiry.asked_at))]
    body += _asked(pen, inquiry)
    if inquiry.answer:
        body.append(parted(labelled(pen.t("card-inquiry-answer"), inquiry.answer)))
    fallback = pen.t("notice-inquiry", reference=inquiry.reference)
    return card(
        pen, body, _officers_actions(pen, inquiry, take_over) if inquiry.is_open else (), fallback=fallback
    )


def answer_card(pen: Pen, context: Context, inquiry: Inquiry) -> Json:
    """To who asked: what was answered, by whom and when; or that it was closed without an answer."""
    community = community_name(pen, context, inquiry.community)
    body = [title(pen.t("card-inquiry-about", reference=inquiry.reference))]
    if inquiry.answered is not None:
        at = minute(pen.language, inquiry.answered.at)
        who = pen.t("card-inquiry-by", name=inquiry.answered.by, community=community, at=at)
        body += [labelled(who, inquiry.answer)]
    else:
        body.append(words(pen.t("card-inquiry-closed", community=community)))
    body.append(parted(labelled(pen.t("card-inquiry-yours"), shortened(pen, inquiry.text, SHORT))))
    return card(pen, body, [command(pen, Command.INQUIRIES)])


def not_delivered_card(pen: Pen, context: Context, inquiry: Inquiry) -> Json:
    """To who asked: the secretariat's channel takes nothing."""
    community = community_name(pen, context, inquiry.community)
    said = pen.t("card-inquiry-failed", reference=inquiry.reference, community=community)
    return card(pen, [words(said)], [command(pen, Command.INQUIRIES)])


def inquiries_card(pen: Pen, context: Context) -> Json:
    """A person's own, newest first."""
    body: list[Json] = [heading(pen.t("card-inquiries"), level=1)]
    newest = sorted(context.inquiries, key=lambda inquiry: inquiry.asked_at, reverse=True)
    if not newest:
        body.append(words(pen.t("card-no-inquiries")))
    for inquiry in newest[:MOST_LISTED]:
        at = minute(pen.language, inquiry.asked_at)
        state = pen.t(f"card-state-{inquiry.state}")
        body.append(apart(labelled(f"{inquiry.reference} · {state} · {at}", _short(pen, inquiry.text))))
        if inquiry.answer and inquiry.answered is not None:
            who = pen.t("card-inquiry-short-by", name=inquiry.answered.by)
            body.append(near(labelled(who, _short(pen, inquiry.answer))))
    if len(newest) > MOST_LISTED:
        body.append(small(pen.t("card-more-inquiries", count=len(newest) - MOST_LISTED)))
    ask = command(pen, Command.ASK_SECRETARIAT, "new", title=pen.t("b-ask_secretariat"))
    return card(pen, body, [ask])


def community_name(pen: Pen, context: Context, community: str) -> str:
    known = context.communities.get(community)
    return known.name.in_language(pen.language) if known else pen.t(f"o-community-{OTHER_COMMUNITY}")


def _short(pen: Pen, text: str) -> str:
    return shortened(pen, text, SHORT)


def _asked(pen: Pen, inquiry: Inquiry) -> list[Json]:
    made = [labelled(pen.t("card-inquiry-text"), inquiry.text)]
    field = pen.texts.optional(pen.language, f"q-{inquiry.question}.label") if inquiry.question else None
    if field:
        made.append(near(labelled(pen.t("card-inquiry-field"), field)))
    return made


def _handled(pen: Pen, inquiry: Inquiry, delivery: str) -> list[Json]:
    """What the secretariat has done with it: the first that a colleague must see."""
    done: tuple[tuple[str, Handled | None], ...] = (
        ("notice-inquiry-taken", inquiry.taken if inquiry.answered is None else None),
        ("notice-inquiry-answered", inquiry.answered),
        ("notice-inquiry-closed", inquiry.closed),
    )
    lines = [
        pen.t(key, name=handled.by, at=minute(pen.language, handled.at))
        for key, handled in done
        if handled is not None
    ]
    if not lines:
        return []
    if not inquiry.is_open:
        lines.append(pen.t(f"notice-told-{delivery}"))
    is_there = inquiry.is_open or delivery == "delivered"
    return [box([near(words(line, bold=True)) for line in lines], "good" if is_there else "warning")]


def _officers_actions(pen: Pen, inquiry: Inquiry, take_over: int) -> list[Json]:
    data = {"i": inquiry.reference}
    take = pen.tap(pen.t("notice-inquiry-take"), "inquiry_take", **data)
    if take_over:
        take = pen.tap(pen.t("notice-take-over"), "inquiry_take", **data, h=take_over)
    answer = {
        "type": "Input.Text",
        "id": "answer",
        "label": pen.t("notice-inquiry-answer-label"),
        "isMultiline": True,
        "maxLength": LONGEST_ANSWER,
        "errorMessage": pen.t("notice-inquiry-answer-long", maximum=LONGEST_ANSWER),
    }
    write = {
        "type": "Action.ShowCard",
        "title": pen.t("notice-inquiry-write"),
        "card": {
            "type": "AdaptiveCard",
            "lang": pen.language,
            "body": [answer, small(pen.t("notice-inquiry-seen"))],
            "actions": [primary(pen.tap(pen.t("notice-inquiry-send"), "inquiry_answer", **data))],
        },
    }
    return [
        primary(write),
        take,
        {**pen.tap(pen.t("notice-inquiry-close"), "inquiry_close", **data), "associatedInputs": "none"},
    ]
