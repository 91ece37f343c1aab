"""The form as a Word file. What makes it is loaded when the first is asked for: it would be a tenth of every start."""

from __future__ import annotations

from dialogs.context import Context
from dialogs.person import Language


def form_docx(context: Context, language: Language) -> bytes:
    """Takes a fifth of a second."""
    from storage.filing import application_form

    return application_form.form_docx(context, language)
