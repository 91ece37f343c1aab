"""The form, one file per section: a question is added here and nowhere else."""

from __future__ import annotations

from dialogs.form import agreement, budget, call, measure, more, parties, purpose, responsibility
from dialogs.questions import Form

FORM = Form(
    (
        call.SECTION,
        parties.SECTION,
        measure.SECTION,
        purpose.SECTION,
        budget.SECTION,
        responsibility.SECTION,
        agreement.SECTION,
        more.SECTION,
    )
)
