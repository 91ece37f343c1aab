"""What an applicant adds on request, and what the call asks for beside the scheme's own questions."""

from __future__ import annotations

from dialogs.form.budget import COST_SHIFT, SMALLEST_AMOUNT
from dialogs.questions import Applies, Choices, Page, Question, Section, Text
from dialogs.view import View

COMMITTEE = "our rule: committees ask for it"
AGDER = "SSU Agder, appendix on SSU projects (criteria of SSU, not of the grant)"
CALL = "the calls of Agder 2021 and 2026"

EXTRAS = (
    "effect",
    "continuation",
    "cost_shift",
    "phases",
    "milestones",
    "people",
    "employer",
    "partners",
    "other_applications",
    "ranking",
    "smallest_amount",
    "attachments",
    "none",
)

CALL_QUESTIONS = (
    "anchoring",
    "method",
    "user_involvement",
    "operation_plan",
    "evaluation",
    "ssu_strategy",
    "ssu_need",
    "ssu_knowledge",
    "ssu_innovation",
    "ssu_problem",
    "ssu_gains",
    "ssu_resources",
)


def chosen(extra: str) -> Applies:
    def applies(view: View, party: str | None, line: str | None) -> bool:
        return view.wants(extra)

    return applies


def asked_by_call(question: str) -> Applies:
    def applies(view: View, party: str | None, line: str | None) -> bool:
        return question in view.call_questions()

    return applies


def attachments_asked(view: View, party: str | None, line: str | None) -> bool:
    return view.wants("attachments") or view.call_wants_attachments()


WANTED = Question(
    name="extras",
    kind=Choices(EXTRAS, alone="none"),
    source=COMMITTEE,
    material=False,
    belongs_to_party=False,
    required=True,
)


def _text(name: str, source: str, applies: Applies, maximum: int = 1500, material: bool = False) -> Question:
    return Question(
        name=name,
        kind=Text(maximum, multiline=True),
        source=source,
        material=material,
        belongs_to_party=False,
        applies=applies,
    )


EFFECT = _text(
    "effect", "SSU Agder: «vurderinger av effekt av tiltak så langt, læringspunkter …»", chosen("effect")
)
CONTINUATION = _text(
    "continuation",
    "SSU Agder, proposed: «Allerede pågående og prioriterte prosjekt vurderes nærmere for videreføring»",
    chosen("continuation"),
)
ADDED = (
    _text("milestones", COMMITTEE, chosen("milestones")),
    _text("people", COMMITTEE, chosen("people"), 500),
    _text("employer", COMMITTEE, chosen("employer"), 1000),
    _text("partners", COMMITTEE, chosen("partners"), 1000),
    _text("other_applications", COMMITTEE, chosen("other_applications"), 1000),
    _text("ranking", COMMITTEE, chosen("ranking"), 500),
    _text("attachments", CALL, attachments_asked, 1000),
)

SECTION = Section(
    "more",
    (
        Page(name="extras", questions=(WANTED,)),
        Page(name="effect", questions=(EFFECT,)),
        Page(name="continuation", questions=(CONTINUATION,)),
        Page(name="cost_shift", questions=COST_SHIFT),
        *(Page(name=q.name, questions=(q,)) for q in ADDED),
        Page(name="smallest_amount", questions=(SMALLEST_AMOUNT,)),
        *(
            Page(
                name=name,
                questions=(_text(name, AGDER if name.startswith("ssu_") else CALL, asked_by_call(name)),),
            )
            for name in CALL_QUESTIONS
        ),
    ),
)
