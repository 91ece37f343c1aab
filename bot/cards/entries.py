"""What the knowledge base says, as cards: an entry word for word, near ones to choose among, and its details."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.elements import Json, Pen, apart, box, card, labelled, near, small, title, words
from bot.cards.summary import command
from dialogs.effects import ASK_SECRETARIAT, OfferEntries, ShowDetails, ShowEntry, ShowNear
from dialogs.events import Command
from knowledge.entry import Entry
from knowledge.library import Library
from knowledge.showing import Shown, shown_parts, standing_lines

DETAILS = "details"
MOST_OFFERED = 3


def entry_card(pen: Pen, library: Library, effect: ShowEntry, *, is_public: bool = False) -> Json:
    """In public there is nobody's question to go on with: only what leads to other entries is there."""
    entry = library.entries.get(effect.entry.id)
    if entry is None:
        return card(pen, [words(pen.t("m-no-such-entry"))])
    shown = shown_parts(library, entry, pen.language, pen.texts)
    question = effect.about.partition(".")[0]
    body = [
        *_said(pen, entry, shown),
        *(near(small(line)) for line in standing_lines(entry, pen.language, pen.texts, effect.today)),
        *_related(pen, library, entry, question, is_public=is_public),
    ]
    if is_public:
        return card(pen, body)
    return card(pen, [*body, *_fit(pen, effect)], _actions(pen, entry, effect))


def details_card(pen: Pen, library: Library, effect: ShowDetails) -> Json:
    entry = library.entries.get(effect.entry.id)
    if entry is None or not _has_more(entry):
        return card(pen, [words(pen.t("m-nothing-more"))])
    shown = shown_parts(library, entry, pen.language, pen.texts)
    return card(pen, [*map(words, shown.passages[1:]), near(small(shown.source))])


def near_card(pen: Pen, library: Library, effect: ShowNear, *, is_public: bool = False) -> Json:
    """«Mente du …?», by tap, by number or in words. In public nobody's question is kept, so a number names none."""
    entries = [library.entries[ref.id] for ref in effect.entries if ref.id in library.entries]
    body = [
        words(pen.t("k-did-you-mean" if is_public else "card-meant"), bold=True),
        *(
            near(_button(pen, entry, f"{number}. {entry.question.in_language(pen.language)}", "", is_public))
            for number, entry in enumerate(entries, 1)
        ),
    ]
    if is_public:
        return card(pen, body)
    none = pen.tap(pen.t("b-none_of_these"), "reply", t="suggested", y="no", i=effect.about)
    return card(pen, body, [none])


def offered_card(pen: Pen, library: Library, effect: OfferEntries) -> list[Json]:
    """No card where the knowledge base has nothing on the field."""
    about = [entry for entry in library.entries.values() if effect.question in entry.fields]
    if not about:
        return []
    answers_first = sorted(about, key=lambda entry: entry.kind != "answer")[:MOST_OFFERED]
    buttons = [near(_button(pen, entry, _title(pen, entry), "", False)) for entry in answers_first]
    return [card(pen, [words(pen.t("card-about-field"), bold=True), *buttons])]


def _said(pen: Pen, entry: Entry, shown: Shown) -> list[Json]:
    match entry.kind:
        case "answer":
            first, *more = shown.passages
            said = [title(_title(pen, entry)), words(first), *_folded(pen, more)]
        case "fixed":
            said = [words(passage) for passage in shown.passages]
        case _:
            not_known, known = shown.passages
            said = [
                title(_title(pen, entry)),
                box([words(not_known)], "warning"),
                labelled(pen.t("card-known"), known),
            ]
    return [*said, *(words(line) for line in (shown.turn_to,) if line), *_source(shown)]


def _folded(pen: Pen, more: Sequence[str]) -> list[Json]:
    """Unfolded by the client alone; typed, «mer» does the same."""
    if not more:
        return []
    targets = [{"elementId": DETAILS}]
    unfold = {"type": "Action.ToggleVisibility", "title": pen.t("b-more"), "targetElements": targets}
    details = {**words("\n".join(more)), "id": DETAILS, "isVisible": False}
    return [details, near({"type": "ActionSet", "actions": [unfold]})]


def _source(shown: Shown) -> list[Json]:
    return [small(shown.source)] if shown.source else []


def _related(pen: Pen, library: Library, entry: Entry, question: str, *, is_public: bool) -> list[Json]:
    related = [library.entries[one] for one in entry.related if one in library.entries][:MOST_OFFERED]
    if not related:
        return []
    buttons = [near(_button(pen, one, _title(pen, one), question, is_public)) for one in related]
    return [apart(small(pen.t("card-see-also"))), *buttons]


def _button(pen: Pen, entry: Entry, said: str, question: str, is_public: bool) -> Json:
    """A box of its own that can be tapped: a title is a whole question, and a phone cuts what stands on a button."""
    if is_public:
        tap = pen.tap(said, "entry", x=entry.id)
    else:
        tap = command(pen, Command.SHOW_ENTRY, f"{entry.id}/{question}", title=said)
    return {**box([words(said, color="Accent")]), "selectAction": tap}


def _fit(pen: Pen, effect: ShowEntry) -> list[Json]:
    if effect.fitted is not None:
        return [small(pen.t("card-fitted" if effect.fitted else "card-not-fitted"))]
    if not effect.about:
        return []
    yes, no = (
        pen.tap(pen.t(f"b-{reply}"), "reply", t="fitting", y=reply, i=effect.about) for reply in ("yes", "no")
    )
    return [apart(words(pen.t("card-fits"))), near({"type": "ActionSet", "actions": [yes, no]})]


def _actions(pen: Pen, entry: Entry, effect: ShowEntry) -> Sequence[Json]:
    made = []
    if effect.may_be_answer:
        made.append(command(pen, Command.WAS_ANSWER))
    if entry.gap is not None and entry.is_forwardable and effect.fitted is None:
        made.append(command(pen, Command.ASK_SECRETARIAT, title=pen.t(f"b-{ASK_SECRETARIAT.words}")))
    return made


def _title(pen: Pen, entry: Entry) -> str:
    return entry.question.in_language(pen.language)


def _has_more(entry: Entry) -> bool:
    """Whether an answer has details that are folded away at first."""
    return entry.answer is not None and entry.answer.nb.details is not None
