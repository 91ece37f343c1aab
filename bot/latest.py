"""Applications as the latest turns left them, so that they are not read anew when nothing has changed."""

from __future__ import annotations

from collections import OrderedDict

from bot import records
from dialogs.application import Application
from dialogs.context import Context
from dialogs.moment import Step
from dialogs.view import View
from storage.store import Committed, Key, Stored

MOST = 2_000
"""Some 60 KB each, half-filled."""


class Latest:
    """The revision that the store tells decides: what another process wrote since is never overlooked."""

    def __init__(self) -> None:
        self._views: OrderedDict[Key, tuple[int, View]] = OrderedDict()

    def view(self, stored: Stored) -> View | None:
        """The application if it stands as it was left; None where it has to be read."""
        revision, view = self._views.get(stored.key, (0, None))
        return view if revision == stored.revision else None

    def keep(self, step: Step, application: Application | None, written: Committed, context: Context) -> None:
        """What the step became, with the application as it was written, if it was."""
        if step.erased is not None:
            self._views.pop(records.application_key(step.erased), None)
        if application is None:
            return
        key = records.application_key(application.id)
        is_of_all = step.view is not None and step.view.context is context
        view = step.view.after(application) if step.view and is_of_all else View(application, context)
        self._views[key] = (written.revisions[key], view)
        self._views.move_to_end(key)
        if len(self._views) > MOST:
            self._views.popitem(last=False)
