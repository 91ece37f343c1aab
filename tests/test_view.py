"""A draft that changed reads as it would if nothing of it had been read before."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.application import Answer, Application
from dialogs.view import View
from tests.drafts import READY
from tests.largest_application import fill
from tests.talking import Talk


def read(view: View) -> object:
    """All that is asked, of whom, and what stands there."""
    return (
        view.parties(),
        view.years(),
        view.call,
        [(each.id, [field.id for field in view.fields_of(each)]) for each in view.instances()],
        [(field.id, view.answer(field), view.options(field)) for field in view.fields],
    )


def changed(application: Application) -> Iterator[Application]:
    """With each answer gone, and each one wrong, and each one another's; and with the lines changed."""
    answers, by = application.answers, application.created_by
    for slot, answer in answers.items():
        rest = {name: other for name, other in answers.items() if name != slot}
        wrong = Answer(raw="?", problem="choose_one", by=by, at=answer.at)
        others = [other.value for name, other in answers.items() if type(other.value) is type(answer.value)]
        other = answer.model_copy(update={"value": others[0]})
        for new in (rest, {**answers, slot: wrong}, {**answers, slot: other}):
            yield application.model_copy(update={"answers": new})
    yield application.model_copy(update={"lines": {"cost": ("2", "1")}})
    yield application.model_copy(update={"status": "sent"})


def test_a_changed_draft_is_read_as_if_anew(talk: Talk) -> None:
    talk(READY)
    context = talk.context
    for before in (talk.draft, fill(talk.draft, context)):
        view = View(before, context)
        read(view)
        for became in changed(before):
            assert read(view.after(became)) == read(View(became, context))
            assert read(view.after(became).after(before)) == read(View(before, context))
