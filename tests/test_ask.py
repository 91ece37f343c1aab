"""Questions without a conversation: one as it is read, and many as lines of JSON."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.commands.answerer import Answerer
from bot.commands.ask import ask
from bot.commands.ask_batch import LONGEST_LINE_BYTES, answer_lines
from bot.commands.refusal import Refusal
from bot.settings import Settings
from bot.words import load_texts
from dialogs.evidence import Language
from dialogs.findings import Finding, NotKnown
from knowledge.finding import Asked
from knowledge.library import load_library
from knowledge.showing import shown_text
from tests.command_line import BOT, LONGEST_SECONDS, ROOT, environment_for, tilskuddshjelpen
from tests.identity_number_texts import texts_with
from tests.test_evaluation import finds

LIBRARY = load_library()
TEXTS = load_texts()
VEST = "Hvor mye fikk Helse Vest i 2024?"

Reply = dict[str, Any]


def text_of(id: str, language: Any = "nb") -> str:
    return shown_text(LIBRARY, LIBRARY.entries[id], language, TEXTS, date.today())  # noqa: DTZ011


class Script:
    """Finds what the text says: ids of entries, «nothing», or a fault."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def find(self, asked: Asked) -> Finding:
        self.asked.append(asked)
        words = asked.text.split()
        if words == ["break"]:
            raise ValueError("kanarifugl-17")
        return NotKnown() if words == ["nothing"] else finds(*words)


def batch(lines: Sequence[str | bytes], script: Script | None = None) -> list[Reply]:
    raw = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    out = io.BytesIO()
    answerer = Answerer(LIBRARY, script or Script(), TEXTS)
    answer_lines(io.BytesIO(raw), out, answerer, community=None, language=None)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def line(question: str, **more: str) -> str:
    return json.dumps({"question": question, "language": "nb", **more})


def test_each_outcome_has_its_line_in_the_order_of_the_questions() -> None:
    answered, suggested, gap, fixed, nothing = batch(
        [
            line("region-vest-2024"),
            line("purpose areas"),
            line("unknown-ceiling"),
            line("personal-medical"),
            line("nothing"),
        ]
    )
    assert (answered["answered"], answered["answer"]) == (True, text_of("region-vest-2024"))
    assert (answered["id"], answered["suggestions"]) == ("region-vest-2024", [])
    assert [source["id"] for source in answered["sources"]] == ["ssu-agder-2024"]
    assert any("32,85" in quote for quote in answered["sources"][0]["quotes"])

    assert (suggested["answered"], suggested["id"]) == (False, None)
    assert suggested["suggestions"] == [text_of("purpose"), text_of("areas")]
    assert suggested["answer"].startswith("Mente du …?\n1. ")

    assert (gap["answered"], gap["id"]) == (False, "unknown-ceiling")
    assert gap["answer"] == text_of("unknown-ceiling")
    assert (fixed["answered"], fixed["id"], fixed["sources"]) == (False, "personal-medical", [])
    assert (nothing["answered"], nothing["id"]) == (False, None)
    assert "finner jeg ikke i kildene" in nothing["answer"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("", "Invalid JSON"),
        ("hva er fristen?", "Invalid JSON"),
        ("[1, 2]", "should be an object"),
        ("{}", "question: Field required"),
        ('{"question": 3}', "question: Input should be a valid string"),
        ('{"question": "  "}', "question: String should have at least 1 character"),
        ('{"question": "purpose", "language": "sv"}', "language: Input should be 'nb', 'nn' or 'en'"),
        ('{"question": "\\ud800"}', "Invalid JSON"),
        (b'{"question": "\xff"}', "Invalid JSON"),
        (line("a" * 30_000), "the question has more than 20000 characters"),
        (line("a" * LONGEST_LINE_BYTES), "the line is longer than"),
        (line("break"), "a fault of the program: ValueError at "),
    ],
)
def test_a_wrong_line_is_answered_in_its_place_and_stops_nothing(wrong: str | bytes, said: str) -> None:
    before, told, after = batch([line("purpose"), wrong, line("areas")])
    assert (before["id"], after["id"]) == ("purpose", "areas")
    assert said in told.pop("error")
    assert told == {}
    assert "kanarifugl" not in str(told)


def test_the_asker_belongs_where_the_line_says_by_id_or_by_name() -> None:
    script = Script()
    named = [
        "agder",
        "Agder",
        "Helse Bergen",
        "Helsefellesskapet i Østfold",
        "st. olavs hospital",
        "Innlandet",
    ]
    replies = batch([line("purpose", community=name) for name in named], script)
    known = ["agder", "agder", "bergensomradet", "ostfold", "sondre-trondelag", None]
    assert [asked.community for asked in script.asked] == known
    assert [reply["community"] for reply in replies] == known


def test_the_answer_is_in_the_language_of_the_question_unless_the_line_says_which() -> None:
    script = Script()
    lines = [
        '{"question": "What is the deadline?"}',
        '{"question": "Kva er fristen?"}',
        '{"question": "Hva er fristen?"}',
        '{"question": "Hva er fristen?", "language": "en"}',
    ]
    with_texts = Answerer(LIBRARY, Always("purpose", script), TEXTS)
    out = io.BytesIO()
    answer_lines(io.BytesIO("\n".join(lines).encode()), out, with_texts, community=None, language=None)
    replies = [json.loads(each) for each in out.getvalue().splitlines()]
    assert [reply["language"] for reply in replies] == ["en", "nn", "nb", "en"]
    assert [reply["answer"] for reply in replies] == [
        text_of("purpose", language) for language in ("en", "nn", "nb", "en")
    ]


class Always:
    def __init__(self, id: str, script: Script) -> None:
        self._id = id
        self._script = script

    def find(self, asked: Asked) -> Finding:
        self._script.asked.append(asked)
        return finds(self._id)


def test_an_identity_number_does_not_reach_the_finder() -> None:
    script = Script()
    sample = next(iter(texts_with(1, seed=1)))
    Answerer(LIBRARY, Always("purpose", script), TEXTS).reply(sample.text, "nb", None)
    digits = re.sub(r"\D", "", script.asked[0].text)
    assert sample.digits in re.sub(r"\D", "", sample.text)
    assert sample.digits not in digits


# --- As it is started.


def test_a_question_is_answered_with_its_source_where_there_is_no_data_folder(tmp_path: Path) -> None:
    shown = tilskuddshjelpen("ask", VEST, folder=tmp_path)
    assert shown.code == 0, shown.err
    assert shown.out.startswith(text_of("region-vest-2024"))
    assert "\nSe også\n– " in shown.out
    assert list(tmp_path.iterdir()) == []


def test_suggestions_are_numbered_and_shown_with_their_answers(capsys: pytest.CaptureFixture[str]) -> None:
    asked("purpose areas")
    purpose, areas = (LIBRARY.entries[id].question.nb for id in ("purpose", "areas"))
    assert capsys.readouterr().out.strip() == (
        f"Mente du …?\n\n1. {purpose}\n\n{text_of('purpose')}\n\n2. {areas}\n\n{text_of('areas')}"
    )


def test_the_answer_comes_in_the_language_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    asked("region-vest-2024", language="en")
    assert capsys.readouterr().out.startswith(text_of("region-vest-2024", "en"))


def asked(question: str, language: Language = "nb") -> None:
    ask(
        *(Settings(), question),
        batch=False,
        community="Helse Bergen",
        language=language,
        make_finder=lambda library: Script(),
    )


@pytest.mark.parametrize(
    ("question", "batch", "community", "said"),
    [
        (None, False, None, "Give a question, or --batch"),
        ("Hva?", True, None, "Give a question, or --batch"),
        ("Hva?", False, "atlantis", "No helsefellesskap is called atlantis. Known: agder"),
        ("a" * 20_001, False, None, "more than 20000 characters"),
    ],
)
def test_a_wrong_call_is_said(question: str | None, batch: bool, community: str | None, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        ask(Settings(), question, batch=batch, community=community, language=None)
    assert (refused.value.code, said in refused.value.sentence) == (2, True)


def test_each_line_is_answered_before_the_next_is_read() -> None:
    process = subprocess.Popen(
        [*BOT, "ask", "--batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment_for(),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        for question in (VEST, "ikke JSON", VEST):
            text = question if question != VEST else json.dumps({"question": question})
            process.stdin.write(text.encode() + b"\n")
            process.stdin.flush()
            reply = json.loads(process.stdout.readline())
            assert reply.get("id") == ("region-vest-2024" if question == VEST else None)
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait(LONGEST_SECONDS) == 0
