"""Lists: all questions before the start, and a person's own applications."""

from __future__ import annotations

from bot.cards.elements import Json, Pen, beside, card, heading, labelled, near, parted, primary, small, words
from bot.cards.summary import command
from dialogs.context import Context
from dialogs.events import Command
from dialogs.questions import Page, Question, Section, always
from dialogs.texts.catalogues import moment


def needed_card(pen: Pen, context: Context) -> Json:
    """«Dette trenger du»: every question at a glance, by section; apart what only some are asked."""
    body: list[Json] = [heading(pen.t("card-needed"), level=1), words(pen.t("card-needed-intro"))]
    for section in context.form.sections:
        body.append(parted(heading(pen.t(f"s-{section.name}"))))
        all_asked, some_asked = _names(pen, section, for_all=True), _names(pen, section, for_all=False)
        body += [near(words(" · ".join(all_asked)))] if all_asked else []
        body += [near(small(pen.t("card-when-relevant", names=", ".join(some_asked))))] if some_asked else []
    files = (command(pen, Command.FORM_FILE), command(pen, Command.BUDGET_FILE))
    return card(pen, body, [primary(command(pen, Command.START)), *files])


def _names(pen: Pen, section: Section, *, for_all: bool) -> list[str]:
    asked = (
        question.name
        for page in section.pages
        for question in page.questions
        if not question.asks_for_lines and _is_for_all(page, question) == for_all
    )
    return list(dict.fromkeys(pen.t(f"q-{name}.label") for name in asked))


def _is_for_all(page: Page, question: Question) -> bool:
    return question.required and page.applies is always and question.applies is always


def applications_card(pen: Pen, context: Context) -> Json:
    """Newest first; a sent one shows its number."""
    body: list[Json] = [heading(pen.t("card-applications"), level=1)]
    if not context.mine:
        body.append(words(pen.t("card-no-applications")))
    for number, listed in enumerate(context.mine[:20], 1):
        state = (
            pen.t("card-sent-as", case=listed.case_number or "")
            if listed.status != "draft"
            else pen.t("card-draft-missing", missing=listed.missing)
        )
        told = labelled(
            f"{number}. {listed.title or pen.t('card-untitled')}",
            f"{state} {moment(pen.language, listed.changed_at)}",
        )
        open_it = command(pen, Command.OPEN, listed.id, title=pen.t("b-open"))
        body.append(beside([told], open_it, pen.t("b-open")))
    if context.mine:
        body.append(small(pen.t("card-applications-hint")))
    if len(context.mine) > 20:
        body.append(small(pen.t("card-more-applications", count=len(context.mine) - 20)))
    return card(pen, body, [primary(command(pen, Command.START))])
