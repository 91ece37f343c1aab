"""Empty files to fill in. What makes them is loaded when the first is asked for: it would be a tenth of every start."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from dialogs.context import Context
from dialogs.effects import OfferedFile
from dialogs.person import Language

SUFFIXES: Mapping[OfferedFile, str] = MappingProxyType({"form": "docx", "budget": "xlsx"})


def empty_file(what: OfferedFile, context: Context, language: Language) -> bytes:
    """Takes a fifth of a second."""
    match what:
        case "form":
            from storage.filing import application_form

            return application_form.form_docx(context, language)
        case "budget":
            from storage.filing import budget_file

            return budget_file.budget_xlsx(context, language)
        case _:
            assert_never(what)
