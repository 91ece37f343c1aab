"""The notice of a new application: what an officer must see, and the first things to do with it."""

from __future__ import annotations

from urllib.parse import quote

from bot.cards.elements import (
    Json,
    Pen,
    beside,
    box,
    card,
    columns,
    labelled,
    near,
    parted,
    primary,
    problem,
    small,
    title,
    words,
)
from bot.cards.pages import ROOM, size_of
from bot.cards.sending import margin
from dialogs.agreement.words import state_text
from dialogs.application import Submission
from dialogs.budget import budget_of
from dialogs.oddities import oddities, oddity_texts
from dialogs.showing import shown
from dialogs.texts.catalogues import moment, nok
from dialogs.view import View


def notice_card(
    pen: Pen,
    view: View,
    version: int,
    *,
    taken_by: str = "",
    taken_from: str = "",
    archive_number: str = "",
    take_over: int = 0,
) -> Json:
    """Seen by everybody in the channel: the key facts and no free text beyond the title.

    With `take_over`, the revision that says who has it, it asks the one officer it is for to say so explicitly.
    """
    application = view.application
    submission = application.submissions[version - 1]
    number = application.case_number or ""
    body: list[Json] = [
        title(pen.t("notice-title", case=number)),
        *_handled(pen, taken_by, taken_from, archive_number),
        *([words(pen.t("notice-take-over-sure"))] if take_over else ()),
        labelled(pen.t("notice-measure"), str(view.value("title") or ""), bold=True),
        labelled(pen.t("notice-parties"), ", ".join(p.name for p in view.parties())),
        *(near(problem(text)) for text in warnings(pen, view, version)),
        _money(pen, view),
        *_in_pairs(_facts(pen, view, submission)),
        labelled(pen.t("notice-agreement"), state_text(view, pen.language)),
    ]
    end, actions = _archive(pen, view), _actions(pen, version, take_over)
    contacts = _contacts(pen, view, room=ROOM - size_of([*body, *end, *actions]))
    return card(pen, [*body, *contacts, *end], actions, fallback=pen.t("notice-title", case=number))


def _handled(pen: Pen, taken_by: str, taken_from: str, archive_number: str) -> list[Json]:
    """What the secretariat has done with it: the first that a colleague must see."""
    made = []
    if taken_by:
        made.append(near(words(pen.t("notice-taken", name=taken_by), bold=True)))
    if taken_from:
        made.append(near(words(pen.t("notice-taken-from", name=taken_from))))
    if archive_number:
        made.append(near(words(pen.t("notice-number", number=archive_number), bold=True)))
    return [box(made, "good")] if made else []


def _facts(pen: Pen, view: View, submission: Submission) -> list[Json]:
    facts = [labelled(pen.t("notice-received"), moment(pen.language, submission.received_at))]
    if submission.late != "not_known":  # else a warning says it
        facts.append(labelled(pen.t("card-deadline"), margin(pen, view, submission)))
    return [
        *facts,
        *_fields(pen, view, ("period",)),
        labelled(pen.t("notice-per-year"), _per_year(pen, view)),
        *_fields(pen, view, ("areas", "groups", "responsibility_relevant")),
        labelled(pen.t("notice-kind"), _kind(pen, view)),
    ]


def _in_pairs(facts: list[Json]) -> list[Json]:
    return [columns(*([fact] for fact in facts[at : at + 2])) for at in range(0, len(facts), 2)]


def _money(pen: Pen, view: View) -> Json:
    budget = budget_of(view)
    amounts = (
        ("notice-applied", budget.applied()),
        ("notice-total", budget.costs()),
        ("notice-own", budget.own()),
    )
    return box(
        [columns(*([labelled(pen.t(key), nok(pen.language, amount), bold=True)] for key, amount in amounts))]
    )


def _contacts(pen: Pen, view: View, *, room: int) -> list[Json]:
    """Of as many parties as there is room for: a notice that Teams does not take tells nobody."""
    made: list[Json] = []
    parties = view.parties()
    for at, party in enumerate(parties):
        contact = _contact(pen, view, party.id, party.name)
        room -= size_of(contact)
        if room < 0:
            return [*made, small(pen.t("notice-more-contacts", count=len(parties) - at))]
        made.append(parted(contact) if not made else contact)
    return made


def _contact(pen: Pen, view: View, party: str, name: str) -> Json:
    parts = (view.value(f"contact_{what}", party) for what in ("name", "role", "email", "phone"))
    contact = labelled(pen.t("notice-contact", party=name), ", ".join(str(p) for p in parts if p))
    return beside([contact], _write_to(pen, view, party, name), pen.t("notice-write"))


def _fields(pen: Pen, view: View, questions: tuple[str, ...]) -> list[Json]:
    return [
        labelled(pen.t(f"q-{name}.label"), shown(view, view.field_by_id[name], pen.language))
        for name in questions
        if name in view.field_by_id
    ]


def _kind(pen: Pen, view: View) -> str:
    return pen.t("notice-continued" if view.wants("continuation") else "notice-new")


def _per_year(pen: Pen, view: View) -> str:
    budget = budget_of(view)
    return "; ".join(
        f"{year}: {nok(pen.language, budget.total('applied', year=year))}" for year in budget.years
    )


def warnings(pen: Pen, view: View, version: int) -> list[str]:
    """What the officer should look at first."""
    late = view.application.submissions[version - 1].late
    found = {"late": ["notice-late"], "not_known": ["notice-deadline-unknown"], "in_time": []}[late]
    codes = {one.code for one in oddities(view)}
    if not {"nobody_brings", "bears_without_own"} & codes and any(
        "none" in (view.value("own_kinds", p.id) or ()) for p in view.parties()
    ):
        found = [*found, "notice-no-own"]
    return [*map(pen.t, found), *oddity_texts(view, pen.language)]


def _archive(pen: Pen, view: View) -> list[Json]:
    mailbox = view.community.settings.archive_mailbox if view.community is not None else None
    made = [small(pen.t("notice-not-archive"))]
    if mailbox:
        made.append(small(pen.t("notice-archive-mailbox", mailbox=mailbox)))
    return made


def _actions(pen: Pen, version: int, take_over: int) -> list[Json]:
    data = {"n": version}
    take = pen.tap(pen.t("notice-take"), "take", **data)
    if take_over:
        take = pen.tap(pen.t("notice-take-over"), "take", **data, h=take_over)
    number_input = {
        "type": "Input.Text",
        "id": "archive_number",
        "label": pen.t("notice-number-label"),
        "errorMessage": pen.t("notice-number-wrong"),
    }
    register = {
        "type": "Action.ShowCard",
        "title": pen.t("notice-register"),
        "card": {
            "type": "AdaptiveCard",
            "lang": pen.language,
            "body": [number_input],
            "actions": [pen.tap(pen.t("notice-save-number"), "register", **data)],
        },
    }
    return [
        primary(pen.tap(pen.t("notice-show"), "show", **data)),
        pen.tap(pen.t("notice-pdf"), "open_pdf", **data),
        take,
        register,
    ]


def _write_to(pen: Pen, view: View, party: str, name: str) -> Json:
    """Opens a chat with the contact; the address is data of the form, checked as an e-mail address."""
    email = quote(str(view.value("contact_email", party) or ""), safe="@")
    return {
        "type": "Action.OpenUrl",
        "title": pen.t("notice-write-to", party=name),
        "url": f"https://teams.microsoft.com/l/chat/0/0?users={email}",
    }
