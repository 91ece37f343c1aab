"""What people may do, in any order: type, tap cards of any age, come back, and be met by other releases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, assert_never

from hypothesis import strategies as st

from dialogs import questions
from dialogs.questions import Form, Nok, Text
from dialogs.view import View
from tests.chat_window import Window
from tests.fake_teams_cards import Offer
from tests.finders import KnowsWhatItIsTold
from tests.releases import turned_round, with_kind, with_new, with_new_beside, without
from tests.talking import Talk

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Types:
    text: str


@dataclass(frozen=True, slots=True)
class AnswersWell:
    """Types something that the question shown can be answered with, and so on through as many questions."""

    which: int
    times: int = 1


@dataclass(frozen=True, slots=True)
class Taps:
    """A button of any card there ever was in anybody's chat, with what is typed into its inputs."""

    verb: str
    which: int
    """Counted from the newest."""
    fills: tuple[tuple[int, str], ...] = ()
    forged: str = ""
    """A key of the button's data that is left out or turned into nonsense."""


@dataclass(frozen=True, slots=True)
class Repeats:
    same_id: bool


@dataclass(frozen=True, slots=True)
class Restarts:
    release: int


@dataclass(frozen=True, slots=True)
class Waits:
    seconds: int


@dataclass(frozen=True, slots=True)
class Becomes:
    who: str


@dataclass(frozen=True, slots=True)
class Sends:
    what: str


Deed = Types | AnswersWell | Taps | Repeats | Restarts | Waits | Becomes | Sends

COMMANDS = (
    *("start", "hjelp", "hjelp alt", "tilbake", "hopp over", "endre tittel", "endre beløp", "endre kommuner"),
    *(
        "oppsummering",
        "status",
        "avbryt",
        "fortsett",
        "mine søknader",
        "åpne 1",
        "åpne 2",
        "slett utkast",
        "send",
    ),
    *("kvittering", "personvern", "språk", "nynorsk", "english", "bokmål", "dette trenger du", "eksempel"),
    *(
        "attende",
        "hald fram",
        "summary",
        "skip",
        "back",
        "change period",
        "legg til kostnad",
        "fjern linjen",
        "fjern tekst 1",
        "samme",
        "samme som Evje",
    ),
    *(
        "endre helsefellesskap",
        "endre egeninnsats",
        "endre helseforetak",
        "endre tillegg",
        "endre periode",
        "endre",
    ),
    *("angre", "angre", "gjør om igjen", "historikk", "historikk 4"),
)
ASKING = (
    *("spør sekretariatet", "mine spørsmål", "mer", "passet", "passet ikke", "det var svaret", "takk"),
    *("send spørsmålet", "ikke send", "ingen av disse", "den andre", "ask the secretariat", "none of these"),
)
QUESTIONS: dict[str, tuple[str, ...]] = {
    "Kan vi søke om lønn?": ("areas",),
    "hvem bestemmer her hos oss da": ("unknown-who-decides",),
    "hva var det med språk og sånt?": ("bot-language", "bot-delete-draft", "bot-saved"),
    "jeg lurer på hvordan man sletter dette her": ("bot-delete-draft",),
    "jeg har vondt i kneet": ("personal-medical",),
    "Hva med ambulansen?": (),
    "kan vi få penger til en båt i fjorden": (),
}
"""What is asked, and which entries are found: one is shown, several are offered, none is unknown."""
REPLIES = ("ja", "nei", "1", "2", "svar", "et spørsmål", "yes", "no", "Nordland")
TABLES = (
    "Hva\tPart\tBeløp\nLege\tsykehuset\t900 000\nBil\tkommunen\t45 000",
    "Hva;Part;År;Beløp\nLege;begge;2027;ca. 900 000\nKurs;Evje;2031;20 000\nSum;;;920 000",
    "Lege\t900 000\nSykepleier\t600 000",
    "Part\tSøknadsbeløp\tEgne penger\tÅrsverk\nsykehuset\t400 000\t300 000\t0,5\nkommunen\t200 000\t\t",
    "Lege\t900 000\t100 000\nBil\t45 000\t5 000",
)
ABOUT_TABLES = ("ja", "legg til", "bytt ut", "rett", "nei", "kommunen", "2027", "Svar på spørsmålet", *TABLES)
SAYINGS = (
    *("?", "Felles akutteam", "Hvordan sletter jeg et utkast?", *QUESTIONS),
    *(
        "300 000",
        "1.200",
        "200 000 hver",
        "100 000 per år i 3 år",
        "ca. 300 000",
        "0",
        "halv stilling",
        "2027-2029",
    ),
    *(
        "2025",
        "2028",
        "Herøy, Våler og Bygland",
        "Bygland",
        "Evje og Hornnes",
        "Agder",
        "Østfold",
        "ikke her",
    ),
    *(
        "penger, timer og årsverk",
        "ingen",
        "faser, effekt og milepæler",
        "nei takk",
        "annet",
        "Fjellsykehuset HF",
    ),
    *("018190 00049", "Se konto 1234 56 78903", "Kari Eksempel, rådgiver, kari@example.no, 00 00 00 00"),
    *("Ja, Tor Prøve, klinikksjef, 3.11.2026", "Tor Prøve, klinikksjef, 3.11.2026"),
    *(
        "Rett behandling på rett sted",
        "endre noe helt annet",
        "x" * 501,
        "\u202eabc",
        "a\x00b",
        "👩‍⚕️ \uf0b7 <b>x</b>",
    ),
)

_text = st.one_of(st.text(max_size=12), st.text(alphabet="0123456789 .,%-kr'", max_size=14))
_typed = st.one_of(
    st.sampled_from(COMMANDS),
    st.sampled_from(REPLIES),
    st.sampled_from(SAYINGS),
    st.sampled_from(SAYINGS),
    st.sampled_from(ASKING),
    st.sampled_from(ABOUT_TABLES),
    _text,
)
_answers = st.builds(AnswersWell, st.integers(0, 5), st.integers(1, 4))
_which = st.one_of(st.integers(0, 3), st.integers(0, 3), st.integers(0, 60))
_fills = st.lists(st.tuples(st.integers(0, 9), _typed), max_size=3).map(tuple)
_taps = st.one_of(
    st.builds(Taps, st.just("answer"), _which, _fills),
    st.builds(Taps, st.just("answer"), _which, _fills),
    st.builds(Taps, st.just("reply"), _which),
    st.builds(Taps, st.just("command"), st.integers(0, 60)),
    st.builds(
        Taps,
        st.sampled_from(["answer", "reply", "command"]),
        _which,
        _fills,
        st.sampled_from([*"karpxiytc", "noise"]),
    ),
)
deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(Types, _typed),
    st.builds(Types, st.sampled_from([*QUESTIONS, *ASKING])),
    st.builds(Types, st.sampled_from(REPLIES)),
    st.builds(
        Types, st.sampled_from(["send", "ja", "endre egeninnsats", "slett utkast", "hopp over", "tilbake"])
    ),
    _answers,
    _answers,
    _taps,
    _taps,
    _taps,
    st.builds(Repeats, st.booleans()),
    st.builds(Restarts, st.integers(0, 9)),
    st.builds(Waits, st.sampled_from([1, 30, 60, 3600, 40 * 24 * 3600])),
    st.builds(Becomes, st.sampled_from(["Kari", "Ola", "Eva"])),
    st.builds(Sends, st.sampled_from(["picture", "edit", "reaction", "arrival", "file"])),
)


def knows_some(finder: KnowsWhatItIsTold) -> None:
    for question, entries in QUESTIONS.items():
        finder.knows(question, *entries)
    finder.knows("hvem bestemmer her hos oss da", "decides-agder-2026", community="agder")


def one_by_one(done: Iterable[Deed]) -> Iterator[Deed]:
    for deed in done:
        if isinstance(deed, AnswersWell):
            yield from (AnswersWell(deed.which + more) for more in range(deed.times))
        else:
            yield deed


def do(deed: Deed, talk: Talk, form: Form) -> None:
    match deed:
        case Types(text):
            talk.type(text or " ")
        case AnswersWell(which):
            talk.type(a_good_answer(talk, which))
        case Taps():
            _tap(deed, talk)
        case Repeats(same_id):
            if talk.has_done_something:
                talk.same_delivery_again() if same_id else talk.again()
        case Restarts(release):
            talk.restart(releases(form)[release])
        case Waits(seconds):
            talk.wait(timedelta(seconds=seconds))
        case Becomes(who):
            talk.be(who)
        case Sends(what):
            _send(what, talk)
        case _:
            assert_never(deed)


def releases(form: Form) -> tuple[Form, ...]:
    """Mostly the same form, or a release with other questions."""
    return (
        *(form, form, form, form),
        with_new(form, before="what"),
        with_new_beside(form, beside="own"),
        without(form, "summary"),
        without(without(form, "cost_more"), "period"),
        turned_round(form),
        with_kind(with_kind(form, "title", Nok()), "own_kinds", Text(50)),
    )


def _send(what: str, talk: Talk) -> None:
    match what:
        case "picture":
            talk.attach("image/png")
        case "file":
            talk.attach("application/pdf")
        case "edit":
            talk.edit()
        case "reaction":
            talk.react()
        case _:
            talk.arrive()


def offered(talk: Talk, verb: str) -> list[tuple[str, Offer]]:
    """In everybody's chats: a card may be forwarded, and its data copied."""
    windows: list[Window] = [talk.windows[who] for who in sorted(talk.windows)]
    return [
        (sheet.row, offer)
        for window in windows
        for sheet, offer in window.offered()
        if offer.action["verb"] == verb
    ]


def _tap(deed: Taps, talk: Talk) -> None:
    found = offered(talk, deed.verb)
    if not found:
        return
    row, offer = found[-1 - deed.which % len(found)]
    data: Json = {**offer.action["data"]}
    data |= {node["id"]: str(node["value"]) for node in offer.inputs if node.get("value")}
    for which, text in deed.fills:
        if offer.inputs:
            data[offer.inputs[which % len(offer.inputs)]["id"]] = text
    if deed.forged in data:
        data[deed.forged] = [deed.forged]
    elif deed.forged:
        data[deed.forged] = "agder"
    talk.send_action(row, offer.action, data)


GOOD = {
    questions.Text: ("Et svar", "Et annet svar"),
    questions.Choice: ("1", "2"),
    questions.Choices: ("1", "2", "1, 2"),
    questions.Municipalities: ("Evje og Hornnes", "Bygland, Lom"),
    questions.Names: ("Fjellsykehuset HF",),
    questions.Nok: ("300 000", "100 000", "0"),
    questions.FullTimeEquivalents: ("0,5 årsverk",),
    questions.Hours: ("120 timer",),
    questions.PeriodOfTime: ("2027", "2027-2028"),
    questions.Day: ("2.11.2026",),
    questions.Email: ("kari@example.no",),
    questions.Phone: ("00 00 00 00",),
}


def a_good_answer(talk: Talk, which: int) -> str:
    """Begins where nothing is begun, and goes on where nothing is asked."""
    person = talk.person_or_none
    if person is None or person.open_application is None:
        return "start"
    shown = person.shown
    field = View(talk.draft, talk.context).field_by_id.get(shown.slot) if shown is not None else None
    if field is None or shown is None or shown.application != talk.draft.id:
        return "fortsett"
    if person.pending is not None:
        return "ja"
    answers = GOOD[type(field.question.kind)]
    return answers[which % len(answers)]
