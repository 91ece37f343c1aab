"""One step of a conversation under way: the records as they become, and what is to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogs.application import Answer, Application, Reason, SetAside
from dialogs.asking import prompt, slots_of, words_of
from dialogs.at_work import pages_of_others, with_page
from dialogs.budget import budget_of
from dialogs.context import Context
from dialogs.effects import (
    BESIDE_THE_DRAFT,
    RESUME,
    AskPage,
    Button,
    Effect,
    Say,
    ShowAnswers,
    ShowChanged,
    ShowSummary,
    Value,
)
from dialogs.events import Command, Event
from dialogs.members import Member
from dialogs.ownership import is_only_proposed, owner_of_slot, speaks_for, whole_line
from dialogs.person import Pending, Person, Shown
from dialogs.progress import next_field
from dialogs.proposal import Proposal
from dialogs.put_forward import still_open, with_proposal
from dialogs.texts.catalogues import OSLO
from dialogs.view import Field, Instance, View


@dataclass(frozen=True, slots=True)
class Step:
    """What one event led to."""

    application: Application | None
    person: Person
    effects: tuple[Effect, ...]
    """What is said, in order."""
    replacement: Effect | None = None
    """What takes the place of the card that was tapped, or of the one a typed answer answered."""
    erased: str | None = None
    """The id of a draft that is to be erased."""
    view: View | None = None
    """The application as it became, where the step has read it already."""

    def view_in(self, context: Context) -> View | None:
        """The application as it became; None where there is none."""
        if self.view is None and self.application is not None:
            return View(self.application, context)
        return self.view


class Moment:
    """Changes only copies; read `step()` at the end."""

    def __init__(
        self,
        application: Application | None,
        person: Person,
        event: Event,
        context: Context,
        view: View | None = None,
    ) -> None:
        self.application = application
        self.person = person
        self.event = event
        self.context = context
        self.replacement: Effect | None = None
        self.erased: str | None = None
        self.goes_on_confirming = False
        self.has_undone = False
        """A change was taken back, or a taken back one made again."""
        self._effects: list[Effect] = []
        self._view = view

    def step(self) -> Step:
        return Step(
            self.application, self.person, tuple(self._effects), self.replacement, self.erased, self._read()
        )

    @property
    def draft(self) -> Application:
        """The open application; only asked for where there is one."""
        assert self.application is not None
        return self.application

    @property
    def member(self) -> Member | None:
        """The person as a member of the open application; None for who only shows an invitation to it."""
        return self.draft.member(self.person.id)

    @property
    def may_write(self) -> bool:
        return self.application is None or (self.member is not None and self.member.is_contact)

    @property
    def _may_keep(self) -> bool:
        """Whether words of theirs are kept with the draft."""
        return self.member is not None and self.member.role != "reader"

    @property
    def view(self) -> View:
        view = self._read()
        if view is None:
            before = self._view
            is_of_this = before is not None and before.context is self.context
            view = before.after(self.draft) if before and is_of_this else View(self.draft, self.context)
            self._view = view
        return view

    def _read(self) -> View | None:
        """The view of the draft as it is now, if there is one already."""
        view = self._view
        is_current = (
            view is not None and view.application is self.application and view.context is self.context
        )
        return view if is_current else None

    @property
    def today(self) -> date:
        return self.event.at.astimezone(OSLO).date()

    def show(self, *effects: Effect) -> None:
        self._effects.extend(effects)

    def show_before_question_or_last(self, effect: Effect) -> None:
        """Beside the question where one is asked, else at the end."""
        self.show_before_question(effect) if self.is_asking else self.show(effect)

    def show_before_question(self, effect: Effect) -> None:
        """Before the question that is asked last, so that it stays in sight."""
        self._effects.insert(len(self._effects) - 1, effect)

    @property
    def is_asking(self) -> bool:
        return bool(self._effects) and isinstance(self._effects[-1], AskPage)

    def say(self, key: str, *buttons: Button, quote: str = "", **values: Value) -> None:
        self.show(Say(key, values, buttons, quote))

    def change_person(self, **changes: Any) -> None:
        self.person = self.person.model_copy(update=changes)

    def change_application(self, **changes: Any) -> None:
        self.application = self.draft.model_copy(update={"changed_at": self.event.at, **changes})

    def take_up(self) -> None:
        """The draft that is asked about or shown is the one the person is at."""
        self.change_person(open_application=self.draft.id)

    def leave_application(self) -> None:
        """The person has it open no more; what it asked is not asked again."""
        self.change_person(
            open_application=None,
            shown=None,
            changing=None,
            back_to_summary=False,
            pending=None,
            confirming=None,
        )

    def ask_about(self, pending: Pending) -> None:
        """Something beside the form, until the person has said yes, no or which.

        Words that stand in no answer meanwhile are kept beside the draft, whatever becomes of the question.
        """
        application = ""
        if self.application is not None:
            application = self.application.id
            self.take_up()
        revisions = {slot: self.draft.revision(slot) for slot in slots_of(pending)} if application else {}
        known = {"id": self.event.fresh("asked", 12), "application": application, "revisions": revisions}
        self.change_person(pending=pending.model_copy(update=known))
        for slot, text in words_of(pending):
            self.put_aside(text, slot, "unclear" if slot is None else "conflict")
        self._ask_pending()

    def _ask_pending(self) -> bool:
        """False where nothing is pending that can be asked here and now."""
        pending = self.person.pending
        at = self.application.id if self.application is not None else ""
        if pending is None or pending.application not in ("", at):
            return False
        if any(slot not in self.view.field_by_id for slot in slots_of(pending)):
            return False
        title = str(self.view.value("title") or "") if at else ""
        shown = prompt(pending, self.context, title, self.draft if at else None, self.person.id)
        if shown is not None:
            self.show(shown)
        return shown is not None

    def let_go(self) -> None:
        """What was asked is no longer waited for; words kept beside the draft stay there."""
        self.change_person(pending=None)

    def settle(self) -> None:
        """What was asked is answered: its words become an answer now, or are none."""
        if self.person.pending is not None and self.application is not None and self.draft.is_draft:
            words = words_of(self.person.pending)
            kept = tuple(one for one in self.draft.set_aside if (one.slot, one.text) not in words)
            if len(kept) < len(self.draft.set_aside):
                self.change_application(set_aside=kept)
        self.change_person(pending=None)

    def put_aside(self, text: str, slot: str | None, reason: Reason) -> bool:
        """Keeps words that stand in no answer; without a draft there is nothing to keep them with.

        False where there is no room for more: nothing that is kept gives way, and the person is told.
        """
        if self.application is None or not self.draft.is_draft or not self._may_keep or not text.strip():
            return True
        if any((kept.text, kept.slot) == (text, slot) for kept in self.draft.set_aside):
            return True
        if not self.draft.has_room_beside(text):
            self.show(Say("no-room-beside", {}, (BESIDE_THE_DRAFT,), text, is_kept=False))
            return False
        kept = SetAside(text=text, slot=slot, reason=reason, by=self.person.id, at=self.event.at)
        self.change_application(set_aside=(*self.draft.set_aside, kept))
        return True

    def put(self, slot: str, value: Any = None, *, raw: str = "", problem: str | None = None) -> bool:
        """Writes one answer; its revision grows only when something differs. Returns whether it did."""
        return self.put_all({slot: (value, raw, problem)})

    def put_all(self, written: Mapping[str, tuple[Any, str, str | None]]) -> bool:
        """Several answers at once: slot -> value, what was typed, and what is wrong with it.

        In another party's own field what is written never takes the place of the party's word.
        """
        changed: dict[str, Answer] = {}
        answered: dict[str, Any] = {}
        for slot, (value, raw, problem) in written.items():
            old = self.draft.answers.get(slot)
            owner = owner_of_slot(self.context.form, self.draft, slot)
            if owner is not None and self.is_only_proposed(slot, old, owner):
                self._propose(slot, value, raw)
                continue
            is_same = old is not None and (old.value, old.raw, old.problem) == (value, raw, problem)
            if is_same and not self._makes_own(old, owner):
                continue
            if value is not None and not is_same and owner is not None and self._speaks_for(owner):
                answered[slot] = value
            changed[slot] = Answer(
                value=value,
                raw=raw,
                problem=problem,
                revision=(old.revision if old else 0) + 1,
                by=self.person.id,
                at=self.event.at,
            )
        if changed:
            self.change_application(answers={**self.draft.answers, **changed})
        if answered:
            self.change_application(proposals=self._still_open(answered))
        return bool(changed)

    def is_only_proposed(self, slot: str, old: Answer | None, owner: str) -> bool:
        whole = whole_line(self.context.form, self.draft, slot)
        return is_only_proposed(self.draft, old, owner, self.person.id, whole=whole)

    def _speaks_for(self, party: str) -> bool:
        return speaks_for(self.draft, self.person.id, party)

    def _still_open(self, answered: dict[str, Any]) -> tuple[Proposal, ...]:
        shown = self.person.shown
        if shown is None or shown.application != self.draft.id:
            return still_open(self.draft, answered, (), None)
        return still_open(self.draft, answered, shown.slots, shown.at)

    def _makes_own(self, standing: Answer | None, owner: str | None) -> bool:
        """Whether the person's word makes another party's the own party's: an answer, or that it was passed over."""
        if standing is None or owner is None or not self._speaks_for(owner):
            return False
        return not speaks_for(self.draft, standing.by, owner)

    def _propose(self, slot: str, value: Any, raw: str) -> None:
        """Beside what stands; what could not be read stands beside the draft."""
        if value is None:
            self.put_aside(raw, slot, "unclear")
            return
        proposals = with_proposal(self.draft, slot, value, self.person.id, self.event.at)
        if proposals != self.draft.proposals:
            self.change_application(proposals=proposals)

    def ask(self, asked: Field, *, help: bool = False, example: bool = False) -> None:
        """Shows the page the field stands on; typed text will answer the field."""
        on_page = self.view.fields_of(asked.instance)
        shown = Shown(
            application=self.draft.id,
            page=asked.instance.id,
            slots=tuple(f.id for f in on_page),
            slot=asked.id,
            revisions={f.id: self.draft.revision(f.id) for f in on_page},
            at=self.event.at,
        )
        self.take_up()
        self.application = with_page(self.draft, self.person.id, asked.instance.id, self.event.at)
        self.change_person(shown=shown)
        self.show(AskPage(asked.instance.id, asked.id, help, example))

    def go_on(self, *, after_skip: bool = False) -> None:
        """Asks what is next: back to the summary after a change there, else the first open question.

        Of whoever confirms, what is next is the agreement's to say.
        """
        if self.person.confirming is not None and self.person.confirming.application == self.draft.id:
            self.change_person(changing=None, back_to_summary=False)
            self.goes_on_confirming = True
            return None
        elsewhere = pages_of_others(self.draft, self.person.id, self.event.at)
        following = next_field(self.view, self.person.id, elsewhere)
        if self.person.changing is not None:
            standing = self.view.answer(following) if following is not None else None
            brought = following is not None and (standing is None or standing.problem == "again")
            if self.person.back_to_summary and not (brought and self.person.asks_what_follows):
                return self.show_changed(self.person.changing, self.person.budget_before)
            keeps = following.id if self.person.back_to_summary and following is not None else None
            self.change_person(changing=keeps)
        skipped_already = following is not None and self._was_skipped(following)
        if following is None and (left := next_field(self.view, self.person.id)) is not None:
            name = elsewhere[left.instance.id].name
            self.say("answered-by-another", RESUME, name=name)
        if following is None or (after_skip and skipped_already):
            return self.summarise()
        return self.ask(following)

    def _was_skipped(self, asked: Field) -> bool:
        answer = self.view.answer(asked)
        return answer is not None and answer.was_skipped

    def summarise(self, *, everything: bool = False) -> None:
        self.check(ShowSummary(everything, self.person.id) if self.may_write else ShowAnswers())

    def show_changed(self, slot: str, budget_before: str) -> None:
        """After a change from the summary: all of it is not said again each time."""
        budget = budget_of(self.view).fingerprint()
        self.check(ShowChanged(slot, with_budget=budget != budget_before, viewer=self.person.id))

    def check(self, shown: Effect) -> None:
        """Shows answers to be checked: no question stands open meanwhile."""
        self.take_up()
        self.put_away()
        self.show(shown)

    def put_away(self) -> None:
        """No question stands open to the person any more."""
        if self.application is not None:
            self.application = with_page(self.application, self.person.id, None, self.event.at)
        self.change_person(shown=None, changing=None, back_to_summary=False)

    def ask_again(self, *, help: bool = False, example: bool = False) -> None:
        """The same question once more, after something else was said; nothing where none was shown."""
        if self._ask_pending():
            return
        asked = self.shown_field()
        if asked is not None:
            self.ask(asked, help=help, example=example)

    def ask_briefly(self) -> None:
        """That the question stands open, in a line: its card is in the chat still, and what is typed answers it."""
        if self._ask_pending():
            return
        asked = self.shown_field()
        if asked is not None:
            again = Button("show-question", Command.CHANGE, asked.id)
            self.show(Say("still-open", {"question": asked.id}, (again,)))

    def shown_field(self) -> Field | None:
        """The field typed text answers: the one last shown, if the form still asks it."""
        shown = self.person.shown
        if shown is None or self.application is None or shown.application != self.application.id:
            return None
        return self.view.field_by_id.get(shown.slot)

    def instance(self, page: str) -> Instance | None:
        return self.view.instance(page)
