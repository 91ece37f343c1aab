"""The form as a Word file: the same questions, to work on elsewhere. Each place is tagged with its slot."""

from __future__ import annotations

from datetime import UTC, datetime

from dialogs.context import Context
from dialogs.document import FooterWords
from dialogs.person import Language
from dialogs.questions import Choice, Choices, Page, Question
from storage.filing.form_docx import FormField, FormSection, FormSheet, Option, render_form_docx

PARTIES = {
    "hospital": ("hospital1",),
    "municipality": ("municipality1", "municipality2"),
}
"""Places for parties that are not known yet; whoever needs more copies the rows."""
LINES = ("1", "2", "3", "4", "5", "6")
RELEASE = datetime(2026, 11, 1, tzinfo=UTC)
"""A fixed time: the same form is the same file."""


def form_docx(context: Context, language: Language) -> bytes:
    """Some tens of milliseconds: call it off the event loop."""
    return render_form_docx(form_sheet(context, language), created=RELEASE)


def form_sheet(context: Context, language: Language) -> FormSheet:
    say = context.texts.say
    return FormSheet(
        lang=language,
        title=say(language, "d-form-title"),
        intro=(say(language, "d-form-intro"), say(language, "d-form-persons")),
        headers=(say(language, "d-form-question"), say(language, "d-form-answer")),
        hint=say(language, "d-form-hint"),
        sections=tuple(
            FormSection(
                say(language, f"s-{section.name}"),
                tuple(field for page in section.pages for field in _fields(context, page, language)),
            )
            for section in context.form.sections
        ),
        version_code=release_code(context),
        footer=FooterWords(say(language, "d-page"), say(language, "d-of")),
    )


def release_code(context: Context) -> str:
    """Tells which questions the form holds."""
    names = [q.name for s in context.form.sections for p in s.pages for q in p.questions]
    return f"form-{len(names)}"


def _fields(context: Context, page: Page, language: Language) -> list[FormField]:
    if page.name.endswith("_more"):
        return []
    if page.repeated:
        places = [("#" + line, line) for line in LINES]
    elif page.each == "application":
        places = [("", "")]
    else:
        kinds = ("hospital", "municipality") if page.each == "party" else (page.each,)
        places = [
            (f"@{party}", context.texts.say(language, f"d-form-{kind}", number=number))
            for kind in kinds
            for number, party in enumerate(PARTIES[kind], 1)
        ]
    return [
        _field(context, question, suffix, name, language)
        for suffix, name in places
        for question in page.questions
    ]


def _field(context: Context, question: Question, suffix: str, name: str, language: Language) -> FormField:
    texts = context.texts
    label = texts.say(language, f"q-{question.name}.label")
    options: tuple[Option, ...] = ()
    if isinstance(question.kind, Choice | Choices) and isinstance(question.kind.options, tuple):
        options = tuple(
            Option(code, texts.say(language, f"o-{question.name}-{code}")) for code in question.kind.options
        )
    return FormField(
        field_id=f"{question.name}{suffix}",
        label=f"{label} – {name}" if name else label,
        help=texts.optional(language, f"q-{question.name}.help") or "",
        options=options,
    )
