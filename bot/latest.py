"""Persons and applications as the latest turns left them, so that they are not read anew when nothing has changed."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

from bot import records
from dialogs.application import Application
from dialogs.context import Context
from dialogs.moment import Step
from dialogs.person import Person
from dialogs.view import View
from storage.store import Committed, Key, Stored

MOST = 2_000
"""Some 60 KB each with its application half-filled."""

T = TypeVar("T")


class _Kept(Generic[T]):
    def __init__(self) -> None:
        self._known: OrderedDict[Key, tuple[int, T]] = OrderedDict()

    def found(self, stored: Stored) -> T | None:
        known = self._known.get(stored.key)
        return known[1] if known is not None and known[0] == stored.revision else None

    def keep(self, key: Key, revision: int, what: T) -> None:
        self._known[key] = revision, what
        self._known.move_to_end(key)
        if len(self._known) > MOST:
            self._known.popitem(last=False)

    def forget(self, key: Key) -> None:
        self._known.pop(key, None)


class Latest:
    """The revision that the store tells decides: what another process wrote since is never overlooked."""

    def __init__(self) -> None:
        self._views: _Kept[View] = _Kept()
        self._persons: _Kept[Person] = _Kept()

    def view(self, stored: Stored) -> View | None:
        """The application if it stands as it was left; None where it has to be read."""
        return self._views.found(stored)

    def person(self, stored: Stored) -> Person | None:
        return self._persons.found(stored)

    def keep(
        self,
        step: Step,
        person: Person,
        application: Application | None,
        written: Committed,
        context: Context,
    ) -> None:
        """What the step became: the person, and the application if it was written, both as they were written."""
        if step.erased is not None:
            self._views.forget(records.application_key(step.erased))
        key = records.person_key(person.id)
        self._persons.keep(key, written.revisions[key], person)
        if application is None:
            return
        key = records.application_key(application.id)
        is_of_all = step.view is not None and step.view.context is context
        view = step.view.after(application) if step.view and is_of_all else View(application, context)
        self._views.keep(key, written.revisions[key], view)
