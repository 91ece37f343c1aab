"""`ask`: one question answered as people read it, or many, a line of JSON for each."""

from __future__ import annotations

import sys
from collections.abc import Callable

from rich.console import Console

from bot.commands.answerer import Answerer, QuestionTooLong, Reply
from bot.commands.ask_batch import answer_lines
from bot.commands.knowing import finder_of, library_of
from bot.commands.refusal import WRONG_CALL, Refusal
from bot.settings import Settings
from bot.words import load_texts
from dialogs.evidence import Language
from dialogs.texts.catalogues import Texts
from knowledge.finding import Finder
from knowledge.languages import guess_language
from knowledge.library import Library


def ask(
    settings: Settings,
    question: str | None,
    *,
    batch: bool,
    community: str | None,
    language: Language | None,
    make_finder: Callable[[Library], Finder] = finder_of,
) -> None:
    if batch == (question is not None):
        raise Refusal("Give a question, or --batch for lines of JSON on standard input.", WRONG_CALL)
    library = library_of(settings)
    texts = load_texts()
    answerer = Answerer(library, make_finder(library), texts)
    if community is not None:
        known = answerer.community_called(community)
        if known is None:
            there_are = ", ".join(library.communities)
            raise Refusal(f"No helsefellesskap is called {community}. Known: {there_are}.", WRONG_CALL)
        community = known
    if question is None:
        answer_lines(sys.stdin.buffer, sys.stdout.buffer, answerer, community=community, language=language)
        return
    spoken = language or guess_language(question)
    try:
        reply = answerer.reply(question, spoken, community)
    except QuestionTooLong as wrong:
        raise Refusal(f"{wrong}.", WRONG_CALL) from None
    console = Console(markup=False, highlight=False)
    for part in _readable(answerer, reply, spoken, texts):
        console.print(part, soft_wrap=not console.is_terminal)


def _readable(answerer: Answerer, reply: Reply, language: Language, texts: Texts) -> list[str]:
    if reply.suggested:
        titles = answerer.titles(reply.suggested, language)
        suggestions = [
            f"\n{number}. {title}\n\n{text}"
            for number, (title, text) in enumerate(zip(titles, reply.suggestions, strict=True), start=1)
        ]
        return [texts.say(language, "k-did-you-mean"), *suggestions]
    related = [f"– {title}" for title in answerer.titles(reply.related, language)]
    return [reply.answer, *([f"\n{texts.say(language, 'card-see-also')}", *related] if related else [])]
