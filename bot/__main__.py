"""The command line: `tilskuddshjelpen`, or `python -m bot`. Commands lie in commands/, loaded when called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.main import get_command

if TYPE_CHECKING:
    from bot.settings import LogLevel, Settings

NAME = "tilskuddshjelpen"
EPILOG = (
    "Exit codes: 0 done; 1 failed, or not in order; 2 wrong options or settings; 3 data folder in use; "
    "4 data folder of the other mode; 5 port taken; 6 store cannot be opened; 7 not signed; "
    "8 another receipt; 70 a fault of the program."
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog=EPILOG,
)
secretariat_app = typer.Typer(no_args_is_help=True, help="The channel in which a secretariat receives.")
app.add_typer(secretariat_app, name="secretariat", rich_help_panel="Running")
kb_app = typer.Typer(no_args_is_help=True, help="The knowledge base: checking it, measuring it, mending it.")
app.add_typer(kb_app, name="kb", rich_help_panel="Answers")

LanguageOption = Literal["nb", "nn", "en"]
Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Folder of the store; TILSKUDD_DATA, else `var`."),
]
KnowledgeDir = Annotated[
    Path | None,
    typer.Option(
        "--dir", metavar="DIR", help="Folder with `entries/`; TILSKUDD_KNOWLEDGE_DIR, else the packaged ones."
    ),
]


@app.callback()
def about() -> None:
    """Tilskuddshjelpen guides municipalities and hospitals through a joint application for
    rekrutterings- og samhandlingstilskudd, in Microsoft Teams.

    To try it on this machine: `run` opens it in a browser, `chat` in this terminal.
    `serve` is the bot itself. All other commands work beside a running one.
    """


@app.command(rich_help_panel="Trying")
def run(
    data: Data = None,
    port: Annotated[int | None, typer.Option(help="The bot's port; TILSKUDD_PORT, else 3978.")] = None,
    playground_port: Annotated[int | None, typer.Option(help="The Playground's port; else 56150.")] = None,
) -> None:
    """Start the bot in local mode with a Teams client beside it in the browser; Ctrl-C ends both.

    Needs Node.js 20 or newer with the Playground installed (`npm ci --ignore-scripts`);
    without it, this becomes `chat`.
    """
    settings = _begin(data=data, port=port, playground_port=playground_port)
    from bot.commands.run import run as run_both

    raise typer.Exit(
        run_both(data=settings.data, bot_port=settings.port, playground_port=settings.playground_port)
    )


@app.command(rich_help_panel="Running")
def serve(
    port: Annotated[int | None, typer.Option(help="Port to listen on; TILSKUDD_PORT, else 3978.")] = None,
    data: Data = None,
    local: Annotated[
        bool, typer.Option("--local", help="No tokens and no Teams: this machine only, for trying.")
    ] = False,
) -> None:
    """Serve the bot until Ctrl-C or SIGTERM; `/healthz` answers 200 once it is ready.

    Without `--local` it needs the bot registration's credentials from the environment
    (`settings` lists them) and believes only what Teams has signed. A data folder is served
    by one process at a time, and always in the mode it was first served in.
    """
    settings = _begin(logging=True, port=port, data=data, local=local)
    import asyncio

    from bot.commands.serve import serve as serve_bot

    asyncio.run(serve_bot(settings))


@app.command(rich_help_panel="Trying")
def chat(
    data: Data = None,
    language: Annotated[
        LanguageOption | None, typer.Option(help="Language to be spoken to in; kept for next time.")
    ] = None,
    user: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who you are, to play several people; else your user name."),
    ] = None,
) -> None:
    """Have the conversation here in the terminal: the same turns and the same store as in Teams.

    Everything can be typed. A button is pressed by its number, `[2]` or `:2`; a field of a card is filled by
    its letter, `b=250 000`, and the card's first button sends it. A line that ends in a backslash goes on.
    Input may come from a file or pipe. Works beside `serve --local`, which then tells the secretariat;
    documents of an application sent here are filed at once.
    """
    settings = _begin(data=data, local=True, client_takes_files=True)
    from bot.commands.chat import chat as converse

    converse(settings, language=language, user=user)


@app.command(rich_help_panel="Looking")
def export(
    format: Annotated[Literal["jsonl", "xlsx"], typer.Option("--format", help="What to write.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to; jsonl goes to standard output without it.")
    ] = None,
    community: Annotated[
        str | None, typer.Option(metavar="ID", help="Only this helsefellesskap, such as `agder`.")
    ] = None,
    year: Annotated[int | None, typer.Option(help="Only this budget year.")] = None,
    language: Annotated[LanguageOption, typer.Option(help="Language of the workbook's headings.")] = "nb",
    data: Data = None,
) -> None:
    """Write out applications: `jsonl` with everything, or `xlsx` for the committee.

    `jsonl`: one JSON object a line, each with a `kind`; drafts are kind `draft`. It holds personal data
    and drafts that their authors have shown nobody: for moving, checking and giving access, not for the
    committee. `xlsx`: one row per sent application, sums against the frame, empty columns for ranking and
    recommendation. A file is readable by you alone, and the store keeps a line of who exported and when.
    """
    settings = _begin(data=data)
    from bot.commands.export import export as write_out

    write_out(settings, format, out, community=community, year=year, language=language)


@app.command(rich_help_panel="Looking")
def outbox(
    state: Annotated[
        Literal["waiting", "delivered", "uncertain", "failed"] | None,
        typer.Option(help="Only rows in this state."),
    ] = None,
    retry: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Put a failed row back to waiting; may be repeated."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many rows.")] = 50,
    data: Data = None,
) -> None:
    """Show what is to be delivered and what became of it: waiting, delivered, uncertain, failed.

    Ids, targets and codes only; nothing that people wrote. Without `--state`, what is not delivered.
    """
    settings = _begin(data=data)
    from bot.commands.outbox import outbox as show

    show(settings, state=state, retry=retry or [], limit=limit)


@app.command(rich_help_panel="Looking")
def doctor(
    data: Data = None,
    port: Annotated[int | None, typer.Option(help="Port that `serve` should answer on.")] = None,
) -> None:
    """Look at everything the bot needs, say what is wrong and what to do; exit code 1 if anything is.

    What is configured, missing and writable; the store, its disk and its outbox; which helsefellesskap have
    a channel; the words, the places and the documents; and whether a whole turn of the conversation works.
    """
    settings = _begin(data=data, port=port)
    from bot.commands.doctor import doctor as examine

    raise typer.Exit(examine(settings))


@secretariat_app.command()
def invite(
    community: Annotated[str, typer.Argument(metavar="COMMUNITY", help="Such as `agder`.")],
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Move it from the channel it is connected to now, which is told."),
    ] = False,
    data: Data = None,
) -> None:
    """Make a one-time code that connects a Teams channel to a helsefellesskap, valid for 24 hours.

    A member of the secretariat's team writes it in the channel that is to receive applications. The code
    is shown once and kept only as a hash.
    """
    settings = _begin(data=data)
    from bot.commands.invite import invite as make_code

    make_code(settings, community, replace=replace)


@app.command(rich_help_panel="Answers")
def ask(
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="As one would ask it, in any of the languages.")
    ] = None,
    batch: Annotated[
        bool, typer.Option("--batch", help="Lines of JSON from standard input, answered line by line.")
    ] = False,
    community: Annotated[
        str | None, typer.Option(metavar="ID", help="The asker's helsefellesskap, such as `agder`.")
    ] = None,
    language: Annotated[
        LanguageOption | None, typer.Option(help="Language of the answer; else the question's own.")
    ] = None,
) -> None:
    """Ask the knowledge base, without a conversation, a data folder or a network.

    `--batch` reads `{"question": "…", "community": "agder", "language": "nb"}`, the last two optional, and writes
    `{"answered": true, "answer": "…", "suggestions": [], "id": "…", "sources": […]}` in the same order.
    What is not known is `"answered": false` with its text; a wrong line becomes `{"error": "…"}`.
    """
    settings = _begin()
    from bot.commands.ask import ask as answer

    answer(settings, question, batch=batch, community=community, language=language)


@kb_app.command("check")
def kb_check(
    directory: KnowledgeDir = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Only what must be mended, not what may be better; takes seconds.")
    ] = False,
) -> None:
    """Say what is wrong with the entries, file by file, and what to mend; exit code 1 if anything is.

    *mend*: a file that cannot be read; a quote that is not in its document; a figure, a date, a place or a
    standing that no quote carries; a language, a review, a relation or phrasings that are missing.
    *look*: phrasings that are nearly another entry's, or that another entry wins when they are taken away;
    a day that has passed since the entry was reviewed.
    """
    settings = _begin()
    from bot.commands.kb_check import kb_check as check

    raise typer.Exit(check(settings, directory=directory, quick=quick))


@kb_app.command("learn")
def kb_learn(directory: KnowledgeDir = None) -> None:
    """Learn how the entries are asked, which takes minutes after a change and nothing otherwise.

    The bot does it by itself in the background; it answers by letters alone until it is done.
    """
    settings = _begin()
    from bot.commands.kb_learn import kb_learn as learn

    learn(settings, directory=directory)


@kb_app.command("eval")
def kb_eval(
    split: Annotated[
        Literal["tune", "final", "all"],
        typer.Option(help="Which half of the questions; `final` is asked once per release."),
    ] = "tune",
    questions: Annotated[
        Path, typer.Option(metavar="DIR", help="Folder of the questions' .tsv files.")
    ] = Path("tests/questions"),
    json: Annotated[bool, typer.Option("--json", help="One JSON object in place of tables.")] = False,
    directory: KnowledgeDir = None,
) -> None:
    """Ask questions that the entries were not written from, and count what became of each.

    *right*: what was wanted is shown. *suggested*: it is among the suggestions. *missed*: there are suggestions,
    without it. *wrong*: another entry is shown. *abstained*: no answer is shown. *harmful*: what is shown belongs
    to another place or another year. For near, far and injection nothing else than abstaining is right.
    What went wrong is listed for the `tune` half alone.
    """
    settings = _begin()
    from bot.commands.kb_eval import kb_eval as measure

    measure(settings, split=split, questions=questions, directory=directory, as_json=json)


@kb_app.command("fingerprint")
def kb_fingerprint(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document's text, in UTF-8.")],
    id: Annotated[str, typer.Option(help="What entries call it by, such as `ssu-agder-2024`.")],
    title: Annotated[str, typer.Option(help="As the document calls itself; shown to people.")],
    publisher: Annotated[str, typer.Option(help="Who stands behind it; shown to people.")],
    date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="The document's own day; left out if it has none."),
    ] = None,
    address: Annotated[str | None, typer.Option(help="Where it can be read, if it can.")] = None,
    read: Annotated[
        Literal["whole", "beginning"], typer.Option(help="How much of the document the file holds.")
    ] = "whole",
    notes: Annotated[
        bool, typer.Option("--notes", help="The file is notes of a page that could not be kept.")
    ] = False,
    directory: Annotated[
        Path, typer.Option("--dir", metavar="DIR", help="Folder of the knowledge base to put it in.")
    ] = Path("knowledge"),
    replace: Annotated[
        bool, typer.Option("--replace", help="Write anew what is there already under the id.")
    ] = False,
) -> None:
    """Take a document's fingerprint, so that entries can quote it and be held to it.

    Writes `sources/ID.json` in the folder: title, publisher, date, address, and the hashes of all sequences of
    five words. The text itself is kept nowhere.
    """
    _begin()
    from bot.commands.kb_fingerprint import kb_fingerprint as take

    take(
        file,
        id=id,
        title=title,
        publisher=publisher,
        on=date,
        address=address,
        read=read,
        notes=notes,
        directory=directory,
        replace=replace,
    )


@kb_app.command("unanswered")
def kb_unanswered(
    done: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Take a question away that is dealt with; may be repeated."),
    ] = None,
    data: Data = None,
) -> None:
    """Show what people asked and were not helped with, alike beside alike; works beside a running bot.

    *unknown*: nothing was found. *none of these*: no suggestion was what they meant. *not fitting*: they said
    that the answer did not fit. Who asked is not kept. What nobody takes away is erased after
    TILSKUDD_UNANSWERED_DAYS, 90 unless set.
    """
    settings = _begin(data=data)
    from bot.commands.kb_unanswered import kb_unanswered as show

    show(settings, done=done or [])


@kb_app.command("draft")
def kb_draft(
    id: Annotated[str, typer.Argument(metavar="ID", help="The new entry's own, such as `unknown-parking`.")],
    topic: Annotated[
        Path, typer.Option(metavar="FILE", help="The topic's file, such as knowledge/entries/costs.yaml.")
    ],
    kind: Annotated[
        Literal["answer", "unknown"],
        typer.Option(help="Whether the sources answer it, or people ask it and the sources do not say."),
    ] = "answer",
) -> None:
    """Begin an entry at the end of a topic's file: all it must hold, with nothing in it yet.

    You write it in your own words, also how people ask; nothing of what somebody asked is copied.
    """
    _begin()
    from bot.commands.kb_draft import kb_draft as begin

    begin(id, topic=topic, kind=kind)


@app.command(rich_help_panel="Looking")
def verify(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="FOLDER", help="A filed folder; with --data a case number or an application's id."
        ),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", help="Verify the histories in this folder's store instead."),
    ] = None,
    receipt: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="A receipt's checksum, or its whole text: does the folder match it?"
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A public key (PEM, or a signing-keys.json) you have from elsewhere."
        ),
    ] = None,
) -> None:
    """Say whether what was filed is as it was filed: in itself, by its signatures, and against a receipt.

    Exit code 1: something in it does not fit together, and it is said what. 7: it fits together, and no signature
    by a known key holds. 8: it is signed, and not what the receipt tells of. A folder alone cannot show that its
    operator did not make all of it anew: that takes a receipt, or a key from elsewhere.

    With `--data` every history in the store is held to the values that are there, and to what was signed; where
    values were erased, that is said («slettet») and the history holds all the same. Works beside a running bot.
    """
    _begin()
    from bot.commands.verify import verify as look

    raise typer.Exit(look(what, data=data, receipt=receipt, key=key))


@app.command(rich_help_panel="Looking")
def settings(
    markdown: Annotated[
        bool, typer.Option("--markdown", help="As docs/settings.md, which this command writes.")
    ] = False,
) -> None:
    """List every setting: its name in the environment, its default, what it is for, and whether it is set."""
    from bot.commands.settings import as_markdown, show

    if markdown:
        typer.echo(as_markdown(), nl=False)
    else:
        show(_begin())


def _begin(*, logging: bool = False, **overrides: Any) -> Settings:
    """The settings, with the log set up. Only a serving process logs its daily work."""
    from bot.logs import configure_logs
    from bot.settings import read_settings

    level: LogLevel = "error"
    configure_logs(level)
    read = read_settings(**overrides)
    if logging:
        configure_logs(read.log_level)
    return read


def main() -> None:
    try:
        get_command(app)(prog_name=NAME)
    except Exception as fault:  # the named edge of the command line: a sentence or a type and a place
        from bot.commands.refusal import exit_code_for

        raise SystemExit(exit_code_for(fault)) from None


if __name__ == "__main__":
    main()
