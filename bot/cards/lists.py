"""Lists: all questions before the start, and a person's own applications."""

from __future__ import annotations

from bot.cards.elements import Json, Pen, card, heading, labelled, small, words
from bot.cards.summary import command
from dialogs.context import Context
from dialogs.events import Command
from dialogs.texts.catalogues import moment


def needed_card(pen: Pen, context: Context) -> Json:
    """«Dette trenger du»: every question at a glance, by section."""
    body: list[Json] = [heading(pen.t("card-needed"), level=1), words(pen.t("card-needed-intro"))]
    for section in context.form.sections:
        names = [
            pen.t(f"q-{question.name}.label") if question.required else pen.t("card-optional", label=label)
            for page in section.pages
            for question in page.questions
            if not question.name.endswith("_more")
            for label in [pen.t(f"q-{question.name}.label")]
        ]
        body.append(labelled(pen.t(f"s-{section.name}"), " · ".join(dict.fromkeys(names))))
    return card(pen, body, [command(pen, Command.START), command(pen, Command.FORM_FILE)])


def applications_card(pen: Pen, context: Context) -> Json:
    """Newest first; a sent one shows its number."""
    body: list[Json] = [heading(pen.t("card-applications"), level=1)]
    if not context.mine:
        body.append(words(pen.t("card-no-applications")))
    for listed in context.mine[:20]:
        state = (
            pen.t("card-sent-as", case=listed.case_number or "")
            if listed.status != "draft"
            else pen.t("card-draft-missing", missing=listed.missing)
        )
        body.append(
            labelled(
                listed.title or pen.t("card-untitled"), f"{state} {moment(pen.language, listed.changed_at)}"
            )
        )
        open_it = command(pen, Command.OPEN, listed.id, title=pen.t("b-open"))
        body.append({"type": "ActionSet", "actions": [open_it]})
    if len(context.mine) > 20:
        body.append(small(pen.t("card-more-applications", count=len(context.mine) - 20)))
    return card(pen, body, [command(pen, Command.START)])
