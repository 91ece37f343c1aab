"""Other releases of the form: a question more or less, in another order, or of another kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from dialogs.person import LANGUAGES
from dialogs.questions import Choice, Form, Kind, Page, Question, Section, Text
from dialogs.texts.catalogues import Texts

NEW = "opening_hours"
_WORDS = """
p-opening_hours = Åpningstid
q-opening_hours = Når er tilbudet åpent?
    .label = Åpningstid
o-opening_hours-day = Om dagen
o-opening_hours-always = Hele døgnet
o-title-team = Et team
o-title-other = Noe annet
"""
NEW_QUESTION = Question(name=NEW, kind=Text(200), source="our rule", material=False, belongs_to_party=False)


@lru_cache(maxsize=1)
def texts_of_any_release() -> Texts:
    """The catalogues with words for the questions that only these releases have."""
    folder = files("dialogs.texts")
    return Texts(
        {
            language: [
                *(
                    f.read_text(encoding="utf-8")
                    for f in (folder / language).iterdir()
                    if f.name.endswith(".ftl")
                ),
                _WORDS,
            ]
            for language in LANGUAGES
        }
    )


def without(form: Form, name: str) -> Form:
    """The question is gone; a page without questions is gone too."""
    return _each_page(
        form, lambda page: replace(page, questions=tuple(q for q in page.questions if q.name != name))
    )


def with_new(form: Form, *, before: str, kind: Kind | None = None) -> Form:
    """A new question on a page of its own, before the page with this name."""
    question = NEW_QUESTION if kind is None else replace(NEW_QUESTION, kind=kind)
    new = Page(name=NEW, questions=(question,))
    return Form(
        tuple(
            Section(
                s.name,
                tuple(p for page in s.pages for p in ((new, page) if page.name == before else (page,))),
            )
            for s in form.sections
        )
    )


def with_new_beside(form: Form, *, beside: str) -> Form:
    """The new question as the first of a page that there is."""
    return _each_page(
        form,
        lambda page: (
            replace(page, questions=(NEW_QUESTION, *page.questions)) if page.name == beside else page
        ),
    )


def with_kind(form: Form, name: str, kind: Kind) -> Form:
    """The question asks for another sort of answer."""
    return _each_page(
        form,
        lambda page: replace(
            page, questions=tuple(replace(q, kind=kind) if q.name == name else q for q in page.questions)
        ),
    )


def turned_round(form: Form) -> Form:
    """The sections after the parties, and the pages and questions in each, in the opposite order."""
    first, last = form.sections[:2], form.sections[2:]
    return Form(
        (
            *first,
            *(
                Section(s.name, tuple(replace(p, questions=p.questions[::-1]) for p in s.pages[::-1]))
                for s in last[::-1]
            ),
        )
    )


TITLE_AS_CHOICE = Choice(("team", "other"))


def _each_page(form: Form, change: Callable[[Page], Page]) -> Form:
    return Form(
        tuple(
            Section(s.name, tuple(page for page in map(change, s.pages) if page.questions))
            for s in form.sections
        )
    )
