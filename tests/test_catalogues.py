"""The catalogues say everything in three languages, and nobody is shown words that stand elsewhere."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from itertools import combinations
from typing import get_args

import pytest

from bot.incoming import Scrubbed
from bot.interpret import _TYPED as TYPED_COMMANDS
from bot.interpret import Phrases, fold, interpret, phrases_of
from bot.words import load_texts
from dialogs import amounts, full_time_equivalents, periods, questions
from dialogs.events import Command, Commanded
from dialogs.form import FORM
from dialogs.person import LANGUAGES, Language, Person
from dialogs.places import Region
from dialogs.questions import Choice, Choices, Question
from dialogs.rates import said_as_rate
from tests.catalogue_files import Text, reviewed, texts_of
from tests.keys_in_code import families, made_in_code, modules, named_keys, optional_keys

TRANSLATIONS: tuple[Language, ...] = ("nn", "en")
TELLS_OF_A_MARK = ("m-deadline-passed", "m-deadline-unknown", "m-call-closed")
"""Messages that quote what the application is marked with; what others quote is to be typed."""
ALSO_COMMANDS = {
    # Their words set the person's own language too; which is meant depends on the question that is open.
    "o-document_language-nb",
    "o-document_language-nn",
    # «Mer»: of the cost lines while they are asked about, else of an answer.
    "o-cost_more-yes.synonyms",
    "o-phase_more-yes.synonyms",
}
AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

SAME_IN_ALL = {
    # Proper names.
    "Bokmål",
    "Nynorsk",
    "English",
    "Evje og Hornnes, Bygland",
    "Kari Eksempel",
    "Ola Eksempel",
    "kari@example.no",
    # A file's name is the case number.
    "{ $case }.pdf",
    # Refers to a sentence that is translated itself.
    "{ -no-person }",
}
SAME_IN_NYNORSK = {
    # Good nynorsk as they stand, read one by one.
    "Fingeravtrykk av teksten",
    "{ $name } har låst opp avtalen.",
    "Avtale om rekrutterings- og samhandlingstiltak",
    "Barn og unge",
    "Beskriv ansvaret. { -no-person }",
    "Den som svarer på spørsmål om søknaden.",
    "Dette var svaret mitt",
    "Spørsmål og svar om dette feltet",
    "Det er plass til { $most } linjer.",
    "Du er med for { $party }.",
    "Gjest i den organisasjonen.",
    "Skriv «bli med» og koden du har fått.",
    "Det minste beløpet tiltaket kan klare seg med",
    "Dette er det første spørsmålet.",
    "Kostnader og finansiering går opp.",
    "Ja, det er aktuelt",
    "Jordmor i halv stilling",
    "Kommunedirektøren, 1.10.2026, sak 26/0001",
    "Nei, det er alle",
    "Omtrent 200 i året",
    "Pasientansvar fase for fase",
    "Prioritert område i strategien",
    "Sosiale kostnader er med",
    "Svangerskaps-, fødsels- og barselomsorg",
    "Utkastet står som før.",
    "{ $name } har gått ut av søknaden.",
}
SAME_IN_ENGLISH = {
    # The name of a hospital trust, and words that English has too.
    "Fjellsykehuset HF",
    "Status",
    "Sum",
    "Tilskuddshjelpen",
}
SHORT_LABEL_WORDS = 3
"""Up to so many words («Kostnader i alt») may be the same in bokmål and nynorsk; the spelling test reads them."""


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return phrases_of(load_texts())


def messages(language: Language) -> dict[str, Text]:
    return {key: text for key, text in texts_of(language).items() if not key.startswith("-")}


def used_keys() -> set[str]:
    return named_keys().union(*families().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_the_code_uses_has_words(language: Language) -> None:
    assert used_keys() - messages(language).keys() == set()


def test_every_key_is_used() -> None:
    assert messages("nb").keys() - used_keys() - optional_keys() == set()


def test_every_key_that_code_makes_is_made_from_something_declared() -> None:
    made = {template: places for template, places in made_in_code().items() if "{}" in template}
    assert {t: places for t, places in made.items() if t not in families()} == {}
    assert families().keys() - made.keys() == set()


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_has_the_keys_files_variables_and_terms_of_bokmal(language: Language) -> None:
    bokmal, translation = texts_of("nb"), texts_of(language)
    assert list(bokmal) == list(translation)
    differing = [
        key
        for key, text in bokmal.items()
        if (text.file, text.variables, text.terms)
        != (translation[key].file, translation[key].variables, translation[key].terms)
    ]
    assert differing == []


def test_no_english_text_is_left_in_bokmal() -> None:
    assert [text for text in left_alone("en") if text not in SAME_IN_ALL | SAME_IN_ENGLISH] == []


def test_no_nynorsk_text_is_left_in_bokmal() -> None:
    """The languages share many words, so short labels and lists of phrases may be the same."""
    sentences = [text for text in left_alone("nn") if len(words_of(text)) > SHORT_LABEL_WORDS]
    assert [text for text in sentences if text not in SAME_IN_ALL | SAME_IN_NYNORSK] == []


def test_what_may_be_the_same_is_the_same() -> None:
    shared, nynorsk, english = SAME_IN_ALL, set(left_alone("nn")), set(left_alone("en"))
    assert shared - nynorsk - english == set()
    assert SAME_IN_NYNORSK - nynorsk == set()
    assert SAME_IN_ENGLISH - english == set()


def words_of(text: str) -> list[str]:
    """Without placeholders."""
    return re.findall(r"[^\W\d_]+", re.sub(r"\{[^}]*\}", "", text))


def left_alone(language: Language) -> list[str]:
    """Texts with letters in them that are the same as in bokmål; not what is typed."""
    bokmal = texts_of("nb")
    return [
        text.written
        for key, text in texts_of(language).items()
        if text.written == bokmal[key].written
        and re.search(r"[^\W\d_]", text.written)
        and not (text.is_list and language == "nn")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_a_label_and_words_that_ask(language: Language) -> None:
    texts = texts_of(language)
    silent = [
        name
        for name in FORM.questions()
        if not all(key in texts and texts[key].said.strip() for key in (f"q-{name}", f"q-{name}.label"))
    ]
    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_of_free_text_says_that_no_person_is_to_be_described(language: Language) -> None:
    texts = texts_of(language)
    free = [n for n, q in FORM.questions().items() if isinstance(q.kind, questions.Text) and q.kind.multiline]
    assert free
    silent = [n for n in free if f"q-{n}.help" not in texts or "no-person" not in texts[f"q-{n}.help"].terms]
    assert silent == []
    told = {"nb": "Ikke enkeltpersoner", "nn": "Ikkje enkeltpersonar", "en": "No individuals"}
    assert texts["-no-person"].said.startswith(told[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_is_understood_as_an_answer(language: Language) -> None:
    texts = texts_of(language)
    examples = {
        (name, example): question
        for name, question in FORM.questions().items()
        for example in examples_of(texts, name, language)
    }
    unread = [asked for asked, question in examples.items() if not is_read(question, asked[1])]
    assert unread == []
    assert examples


def examples_of(texts: Mapping[str, Text], name: str, language: Language) -> list[str]:
    """The example, and what the help quotes where the answer is a number or a time."""
    help_text, example = texts.get(f"q-{name}.help"), texts.get(f"q-{name}.example")
    is_figure = isinstance(
        FORM.questions()[name].kind,
        questions.Nok | questions.FullTimeEquivalents | questions.Hours | questions.PeriodOfTime,
    )
    quoted = help_text.quoted(language) if help_text is not None and is_figure else []
    return [*quoted, *([example.said] if example is not None else [])]


def is_read(question: Question, example: str) -> bool:
    match question.kind:
        case questions.Nok():
            rate = said_as_rate(question.name, example)
            return isinstance(amounts.read_amount(rate or example), amounts.Amount | amounts.Doubtful)
        case questions.FullTimeEquivalents():
            read = full_time_equivalents.read_full_time_equivalents(example)
            return isinstance(read, full_time_equivalents.FullTimeEquivalents)
        case questions.Hours():
            return isinstance(amounts.read_hours(example), amounts.Hours)
        case questions.PeriodOfTime():
            return isinstance(periods.read_period(example, today=AT.date()), periods.Period)
        case questions.Day():
            return isinstance(periods.read_date(example, today=AT.date()), date)
        case questions.Text(maximum=maximum):
            return len(example) <= maximum
        case _:
            return True


def test_no_phrase_means_two_commands() -> None:
    """In any language, since people type in another than they read."""
    claims = defaultdict(set)
    for key, phrase in typed_phrases(f"c-{c}" for c in (*TYPED_COMMANDS, *LANGUAGES, "connect", "yes", "no")):
        claims[phrase].add(key)
    assert {phrase: keys for phrase, keys in claims.items() if len(keys) > 1} == {}


def test_no_phrase_means_both_an_answer_and_a_question() -> None:
    said = Counter(phrase for _, phrase in set(typed_phrases(("c-meant-answer", "c-meant-question"))))
    assert [phrase for phrase, times in said.items() if times > 1] == []


@pytest.mark.parametrize(
    "name", [n for n, q in FORM.questions().items() if isinstance(q.kind, Choice | Choices)]
)
def test_no_phrase_means_two_options_of_a_question(name: str) -> None:
    said = {
        key: {phrase for _, phrase in typed_phrases((key, f"{key}.synonyms"))} for key in options_of(name)
    }
    assert {pair for pair in combinations(said, 2) if said[pair[0]] & said[pair[1]]} == set()


def test_no_option_is_called_as_a_command_is(phrases: Phrases) -> None:
    options = [key for name in FORM.questions() for key in options_of(name)]
    commands = {
        key
        for key, phrase in typed_phrases([*options, *(f"{key}.synonyms" for key in options)])
        if isinstance(typed(phrase, phrases), Commanded)
    }
    assert commands == ALSO_COMMANDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_lists_the_same_phrase_twice(language: Language) -> None:
    lists = [text for text in texts_of(language).values() if text.is_list]
    twice = {t.key for t in lists if len(set(map(fold, t.phrases))) < len(t.phrases) or "" in t.phrases}
    assert twice == set()


def typed_phrases(keys: Iterable[str]) -> list[tuple[str, str]]:
    return [
        (key, fold(phrase))
        for key in keys
        for language in LANGUAGES
        if key in texts_of(language)
        for phrase in texts_of(language)[key].phrases
    ]


def options_of(question: str) -> list[str]:
    kind = FORM.questions()[question].kind
    own_words = kind.options if isinstance(kind, Choice | Choices) and isinstance(kind.options, tuple) else ()
    return [f"o-{question}-{code}" for code in own_words]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_message_tells_people_to_type_is_understood(language: Language, phrases: Phrases) -> None:
    told = [
        (key, quoted)
        for key, text in texts_of(language).items()
        if key.startswith("m-") and key not in TELLS_OF_A_MARK
        for quoted in text.quoted(language)
    ]
    assert [where for where in told if not isinstance(typed(where[1], phrases), Commanded)] == []
    assert len(told) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_late_application_is_marked_with_the_words_that_were_promised(language: Language) -> None:
    notice = [text.said.casefold() for key, text in texts_of(language).items() if key.startswith("notice-")]
    for key in TELLS_OF_A_MARK:
        for mark in texts_of(language)[key].quoted(language):
            assert any(mark in said for said in notice), (key, mark)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_button_does_the_same_when_its_words_are_typed(
    language: Language, phrases: Phrases
) -> None:
    buttons = {c: texts_of(language)[f"b-{c}"].said for c in TYPED_COMMANDS if f"b-{c}" in texts_of(language)}
    assert {c: words for c, words in buttons.items() if not does(words, c, phrases)} == {}


def does(words: str, command: Command, phrases: Phrases) -> bool:
    event = typed(words, phrases)
    return isinstance(event, Commanded) and event.command is command


def typed(text: str, phrases: Phrases) -> object:
    nobody = Person(id="p", tenant_id="t", object_id="o")
    return interpret(Scrubbed(text), nobody, None, phrases, at=AT, key="k")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_question_quotes_of_its_options_stands_there(language: Language) -> None:
    texts = texts_of(language)
    others = {key: text.written for key, text in texts.items() if not key.endswith(".help")}
    for name, question in FORM.questions().items():
        help_text = texts.get(f"q-{name}.help")
        if isinstance(question.kind, Choice | Choices) and help_text is not None:
            for quoted in help_text.quoted(language):
                assert any(quoted in other for other in others.values()), (name, quoted)


NORWEGIAN_ON_PURPOSE = "# Norwegian on purpose"
"""A module that reads what people type says so in a comment."""
NORWEGIAN_OF_THE_COMMAND_LINE = {
    # Talks English; names what can be typed in the conversation, and the channel of the local client.
    "bot/commands/run.py": {"hjelp", "språk", "nynorsk", "Søknader"},
    # A page that is made to see whether the letters come out, and thrown away.
    "bot/commands/doctor_works.py": {"Prøveside", "Prøve", "Æøå"},
}


def test_no_words_for_people_stand_outside_the_catalogues() -> None:
    """Not looked at: docstrings; what reads typed Norwegian; the sentence a question comes from; names."""
    sources = {question.source for question in FORM.questions().values()}
    found = []
    for module in modules():
        if NORWEGIAN_ON_PURPOSE in module.path.read_text(encoding="utf-8"):
            continue
        allowed = NORWEGIAN_OF_THE_COMMAND_LINE.get(module.name, set())
        for line, text in literals(module.tree):
            is_citation = module.name.startswith("dialogs/form/") and text in sources
            if not is_citation and text not in get_args(Region):
                found += [(module.name, line, word) for word in norwegian_words(text) - allowed]
    assert found == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Søknaden er sendt.", {"Søknaden", "sendt"}),
        ("Ikke nå", {"Ikke", "nå"}),
        ("Vil du sende den?", {"Vil", "du", "sende"}),
        ("[a-zæøå]{2}|æ", set()),
        ("The application was sent, and all is well.", set()),
    ],
)
def test_norwegian_is_known_when_it_is_seen(text: str, words: set[str]) -> None:
    assert norwegian_words(text) == words


def norwegian_words(text: str) -> set[str]:
    """Words with æ, ø or å, and common ones without. A pattern's set of characters is no word, nor is one letter."""
    common = reviewed("common_norwegian")
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\[[^\]]*\]", " ", text))
    return {word for word in words if re.search("[æøå]", word.lower()) or word.lower() in common}


def literals(tree: ast.Module) -> list[tuple[int, str]]:
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]
