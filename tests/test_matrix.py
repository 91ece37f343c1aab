"""Who may do what where: every verb, command and route, for everybody, everywhere, on a draft and on a sent one.

What can be done is read out of the code, so that something new without a row here fails. Whoever may not is
refused in the same words whatever they tried and whether or not there is such an application; nothing changes.
"""

from __future__ import annotations

import ast
import copy
import inspect
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any, Final, Literal, get_args

import pytest

from bot import activities, deeds, inquiries, officers, public_answers, records
from bot.app import Bot, build_app, local_door
from bot.settings import Settings
from dialogs.events import Command
from dialogs.inquiry import Inquiry
from dialogs.members import VALID, Claim, Invitation, Member
from dialogs.person import Asked, Pending
from tests.fake_teams import Chat
from tests.stage import KARI, OLGA, OTHER_TENANT, STRANGER, Stage, dump, person

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

Who = Literal[
    "member", "other party", "ex-contact", "colleague", "guest", "stranger", "officer", "other officer"
]
Place = Literal["personal", "group", "channel"]
State = Literal["open", "sent"]
BERIT = person(40, "Berit Bergen")
PEOPLE = {
    "member": KARI,
    "other party": person(41, "Per Prøve", tenant=OTHER_TENANT),
    # Was in for the municipality, and has been taken out.
    "ex-contact": person(42, "Rolf Prøve", tenant=OTHER_TENANT),
    # Of the hospital's own tenant, and waits to be let in for the municipality.
    "colleague": person(43, "Gunn Kollega"),
    # In the same tenant, and waits to be let in for the hospital.
    "guest": person(44, "Geir Gjest", guest=True),
    "stranger": STRANGER,
    "officer": OLGA,
    "other officer": BERIT,
}
MEMBERS = ("member", "other party")
ANOTHER_OF_THE_SAME = ("other party", "colleague", "guest", "stranger", "other officer")
"""Where others read, it is the place that refuses: of one who is in, one who is not and an officer all is typed."""
NO_ACCESS: Final = "Denne søknaden har du ikke tilgang til."
ONLY_PERSONAL: Final = "Søknader skriver du i den personlige samtalen med meg."
ONLY_OFFICERS: Final = "Bare sekretariatets medlemmer i denne kanalen kan gjøre dette."
CANARIES: Final = (
    "Vi går sammen om et team.",
    "Et team med lege og sykepleier.",
    "Det støtter formålet.",
    "Sykehuset til utskriving",
    "Kommunedirektøren 1.10.2026",
    "Kan vi få penger til en båt?",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to try: how, and where it is for somebody to do."""

    kind: Literal["dialog", "officer", "inquiry", "consent", "public", "nothing"]
    do: Callable[[Chat, str], Awaitable[str]]
    """In this chat, on this application; returns what the client itself showed."""


def tap(verb: str, **data: Any) -> Callable[[Chat, str], Awaitable[str]]:
    async def do(chat: Chat, application: str) -> str:
        known = {"APPLICATION": application, "INQUIRY": inquiry_of(application)}
        named = {name: known.get(str(value), value) for name, value in data.items()}
        action = {
            "type": "Action.Execute",
            "verb": verb,
            "data": {"k": "key", "a": application, "n": 1, **named},
        }
        return (await chat.raw_action(action)).notice or ""

    return do


def consent(what: str) -> Callable[[Chat, str], Awaitable[str]]:
    async def do(chat: Chat, application: str) -> str:
        upload = chat._service.files.offered("x.pdf")
        context = {"what": what, "a": application, "n": 1}
        value = {"type": "fileUpload", "action": "accept", "context": context, "uploadInfo": upload}
        await chat.raw(type="invoke", name="fileConsent/invoke", value=value)
        return ""

    return do


def rows() -> dict[str, Row]:
    answer = tap("answer", p="title", r={"title": 1, "summary": 1}, title="Et nytt navn", summary="Kort")
    made = {
        "verb answer": Row("dialog", answer),
        "invoke fileConsent/invoke": Row("consent", consent("pdf")),
        "verb entry": Row("public", tap("entry", x="bot-language")),
        "verb of nobody": Row("nothing", tap("publish")),
        "verb command of nobody": Row("nothing", tap("command", c="publish")),
        "open by argument": Row("dialog", tap("command", c="open", a="", x="APPLICATION")),
    }
    for command in COMMANDS:
        argument = "APPLICATION" if command == "open" else "title"
        made[f"command {command}"] = Row("dialog", tap("command", c=command, x=argument))
    for pending in PENDING:
        made[f"reply {pending}"] = Row("dialog", tap("reply", t=pending, y="yes", i="x"))
    for verb in OFFICERS_VERBS:
        made[f"officer {verb}"] = Row("officer", tap(verb, archive_number="26/1"))
    for verb in INQUIRY_VERBS:
        made[f"officer {verb}"] = Row("inquiry", tap(verb, i="INQUIRY", answer="Det kan dere."))
    return made


# What there is a row for. Whoever adds one thinks here of who may do it.

COMMANDS = frozenset(
    (
        "start",
        "needed",
        "form_file",
        "budget_file",
        "help",
        "example",
        "back",
        "skip",
        "change",
        "add_line",
        "remove_line",
        "remove_aside",
        "same",
        "summary",
        "status",
        "cancel",
        "resume",
        "applications",
        "open",
        "delete",
        "send",
        "receipt",
        "preview",
        "privacy",
        "language",
        "ask",
        "show_entry",
        "more",
        "fits",
        "fits_not",
        "was_answer",
        "ask_secretariat",
        "inquiries",
        "thanks",
        "party",
        "invite",
        "revoke",
        "join",
        "admit",
        "decline",
        "members",
        "leave",
        "remove_member",
        "replace",
        "keep_draft",
        "link",
        "proposals",
        "accept",
        "keep_own",
        "answer_proposal",
        "news",
        "agreement",
        "ask_confirmation",
        "unlock",
        "nominate",
        "confirm",
        "refuse",
        "paper",
        "history",
        "undo",
        "redo",
    )
)
PENDING = frozenset(
    (
        "spread",
        "doubt",
        "past_period",
        "which",
        "which_field",
        "which_field",
        "differs",
        "wording",
        "meant",
        "eleven_digits",
        "confirming",
        "refusing",
        "unlocking",
        "sending",
        "deleting",
        "taking_away",
        "undoing",
        "admitting",
        "leaving",
        "removing",
        "linking",
        "taking_in",
        "which_sheets",
        "inquiring",
        "suggested",
        "fitting",
        "belonging",
        "writing",
        "forwarding",
    )
)
DIALOG_VERBS = frozenset(("answer", "command", "reply"))
OFFICERS_VERBS = frozenset(("show", "open_pdf", "take", "register"))
INQUIRY_VERBS = frozenset(("inquiry_take", "inquiry_answer", "inquiry_close"))
PUBLIC_VERBS = frozenset(("entry",))
"""Answers that anyone may read anywhere."""
INVOKES = frozenset(("adaptiveCard/action", "fileConsent/invoke"))
ROUTES = frozenset(
    (
        ("POST", "/api/messages"),
        ("GET", "/healthz"),
        ("HEAD", "/healthz"),
        ("GET", "/form/{language}.{suffix}"),
        ("HEAD", "/form/{language}.{suffix}"),
    )
)


def test_every_command_verb_reply_and_invoke_of_the_code_has_a_row() -> None:
    assert set(Command) == COMMANDS
    assert {one.model_fields["type"].default for one in asked()} == PENDING
    assert set(cases(deeds, "verb")) == DIALOG_VERBS
    assert officers.VERBS == OFFICERS_VERBS
    assert inquiries.VERBS == INQUIRY_VERBS
    assert public_answers.VERBS == PUBLIC_VERBS
    assert set(cases(activities, "get('name')")) == INVOKES


def asked() -> Iterator[type[Asked]]:
    union, *_ = get_args(Pending)
    yield from get_args(union)


def cases(module: ModuleType, subject: str) -> Iterator[str]:
    """The texts that a `match` on such a subject tells apart in the module's code."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Match) and ast.unparse(node.subject).endswith(subject):
            for case in node.cases:
                if isinstance(case.pattern, ast.MatchValue) and isinstance(case.pattern.value, ast.Constant):
                    yield str(case.pattern.value.value)


async def test_every_route_of_the_application_has_a_row_and_tells_nothing_of_anybody(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.draft_ready()
        found = set()
        for takes_files in (True, False):
            settings = Settings(local=True, data=stage.data, client_takes_files=takes_files)
            app = build_app(with_settings(bot, settings), local_door(1))
            found |= {
                (route.method, route.resource.canonical) for route in app.router.routes() if route.resource
            }
        health = await stage.teams.get(stage.teams.bot_url.replace("/api/messages", "/healthz"))
    assert found == ROUTES
    assert health == '{"status": "ok"}'


def with_settings(bot: Bot, settings: Settings) -> Bot:
    return replace(bot, settings=settings)


def may(row: Row, who: Who, place: Place, state: State) -> bool:
    match row.kind:
        case "dialog":
            return who in MEMBERS and place == "personal"
        case "officer":
            return who == "officer" and place == "channel" and state == "sent"
        case "inquiry":
            return who == "officer" and place == "channel"
        case "consent":
            return place == "personal" and (who in (*MEMBERS, "officer")) and state == "sent"
        case "public":
            return True
        case "nothing":
            return False


def refusal(row: Row, who: Who, place: Place) -> str:
    """The words for who may not: they hang on the kind of thing and on the place, and on nothing else."""
    match row.kind:
        case "officer" | "inquiry":
            return ONLY_OFFICERS
        case "consent":
            return NO_ACCESS if place == "personal" else ""
        case _ if place != "personal":
            return ONLY_PERSONAL
        case "nothing" if who in MEMBERS:
            return ""
        case _:
            return NO_ACCESS


@pytest.mark.parametrize("state", ["open", "sent"])
@pytest.mark.parametrize("place", ["personal", "group", "channel"])
async def test_whoever_may_not_is_refused_in_the_same_words_and_nothing_changes(
    stage: Stage, place: Place, state: State
) -> None:
    async with stage.running() as bot:
        application = await on_stage(stage, bot, state)
        for who, chat in chats(stage, place).items():
            if place == "personal":
                await chat.say("hjelp")
            await stage.settled(bot)
            before = await others(stage, chat)
            for name, row in rows().items():
                if may(row, who, place, state):
                    continue
                for named in (application, "a0000000000000000"):
                    if named != application and who in MEMBERS and name == "open by argument":
                        continue
                    heard = await answer_to(stage, bot, chat, row, named)
                    expected = refusal(row, who, place)
                    if expected:
                        assert expected in heard, (name, who, place, state, named)
                    assert not any(canary in heard for canary in CANARIES), (name, who)
            assert await others(stage, chat) == before, (who, place, state)


@pytest.mark.parametrize("state", ["open", "sent"])
async def test_whoever_may_is_not_refused(stage: Stage, state: State) -> None:
    async with stage.running() as bot:
        application = await on_stage(stage, bot, state)
        await stage.settled(bot)
        kept = copy.deepcopy(vars(stage.store))
        places: tuple[Place, ...] = ("personal", "channel")
        for place in places:
            for who, chat in chats(stage, place).items():
                for name, row in rows().items():
                    if may(row, who, place, state):
                        heard = await answer_to(stage, bot, chat, row, application)
                        for words in (NO_ACCESS, ONLY_PERSONAL, ONLY_OFFICERS):
                            assert words not in heard, (name, who, place, state)
                        vars(stage.store).update(copy.deepcopy(kept))


@pytest.mark.parametrize("state", ["open", "sent"])
async def test_typed_commands_act_on_ones_own_and_show_nothing_of_others(stage: Stage, state: State) -> None:
    async with stage.running() as bot:
        await on_stage(stage, bot, state)
        typed = sorted(
            phrase
            for phrases in (bot.context.texts.phrases("nb", f"c-{c}") for c in TYPED)
            for phrase in phrases
        )
        for place in ("personal", "group", "channel"):
            for who, chat in chats(stage, place).items():
                if who in ((*MEMBERS, "guest") if place == "personal" else ANOTHER_OF_THE_SAME):
                    continue
                before, said = await others(stage, chat), len(chat.texts())
                for phrase in typed:
                    await chat.say(phrase)
                assert await others(stage, chat) == before, (who, place, state)
                heard = "\n".join(chat.texts()[said:])
                assert not any(canary in heard for canary in CANARIES), (who, place, state)
                if place != "personal":
                    assert ONLY_PERSONAL in heard


TYPED = sorted(COMMANDS - {"add_line", "remove_line", "ask", "show_entry"})


@pytest.mark.parametrize("place", ["group", "channel"])
async def test_nothing_of_a_draft_is_ever_sent_where_others_read(stage: Stage, place: Place) -> None:
    async with stage.running() as bot:
        await on_stage(stage, bot, "open")
        chat = chats(stage, place)["member"]
        for text in ("start", "oppsummering", "mine søknader", "kvittering", "send", "hjelp", "1", "ja"):
            await chat.say(text)
            assert ONLY_PERSONAL in chat.last.text
        await stage.settled(bot)
        heard = "\n".join(chat.texts())
    assert not any(canary in heard for canary in (*CANARIES, "Felles akutteam", "kari@example.no"))


async def on_stage(stage: Stage, bot: Bot, state: State) -> str:
    """Kari's application, open or sent, with its helsefellesskap's channel and another's connected."""
    await stage.connect()
    other = stage.teams.team("Sekretariatet i Bergen", ["Søknader"], [BERIT])
    stage.other_channel = other.channel("Søknader", BERIT)
    await stage.connect(stage.other_channel, "bergensomradet")
    await stage.draft_ready()
    if state == "sent":
        await stage.send()
    await come_near(stage)
    await stage.settled(bot)
    application = str((await stage.application())["id"])
    inquiry = Inquiry(
        reference=inquiry_of(application),
        community="agder",
        asked_by=str((await stage.application())["created_by"]),
        asked_at=stage.clock.now,
        text="Kan vi få penger til en båt?",
        application=application,
    )
    await stage.store.commit(expect={}, put=[records.put_inquiry(inquiry)])
    return application


async def come_near(stage: Stage) -> None:
    """The other party's contact is in, another is out again, and two wait to be let in."""
    ids = {}
    for who in ("other party", "ex-contact", "colleague", "guest"):
        user = PEOPLE[who]
        await stage.teams.personal(user).say("hei")
        key = records.identity_key(user.tenant_id, user.aad_object_id)
        ids[who] = str((await stage.store.get([key]))[key].body["person"])
    (stored,) = await stage.store.scan("application")
    application = records.to_application(stored)
    now = stage.clock.now
    kari = application.members[0]
    came = Member(person_id=ids["other party"], name="Per Prøve", party="m4219", joined_at=now)
    gone = Member(
        person_id=ids["ex-contact"], name="Rolf Prøve", party="m4219", joined_at=now, standing="removed"
    )
    waiting = [
        Invitation(
            id=f"i{who}",
            party=party,
            by=kari.person_id,
            at=now,
            until=now + VALID,
            state="claimed",
            claim=Claim(person_id=ids[who], name=PEOPLE[who].name, guest=who == "guest", at=now),
        )
        for who, party in (("colleague", "m4219"), ("guest", "hsorlandet-sykehus"))
    ]
    members = (kari.model_copy(update={"party": "hsorlandet-sykehus"}), came, gone)
    changed = application.model_copy(update={"members": members, "invitations": tuple(waiting)})
    key = records.person_key(ids["other party"])
    per = records.to_person((await stage.store.get([key]))[key])
    per = per.model_copy(update={"open_application": application.id})
    await stage.store.commit(expect={}, put=[records.put_application(changed), records.put_person(per)])


def inquiry_of(application: str) -> str:
    """The question that was asked from the application; of one that is not there, one that is not there."""
    return f"SP-{application[-5:]}"


def chats(stage: Stage, place: Place) -> dict[Who, Chat]:
    match place:
        case "personal":
            return {who: stage.teams.personal(user) for who, user in people()}
        case "group":
            group = stage.teams.group([user for _, user in people()])
            return {who: group.chat(user) for who, user in people()}
        case "channel":
            return {
                who: stage.other_channel if who == "other officer" else stage.team.channel("Søknader", user)
                for who, user in people()
            }


def people() -> Iterator[tuple[Who, Any]]:
    for who in get_args(Who):
        yield who, PEOPLE[who]


async def answer_to(stage: Stage, bot: Bot, chat: Chat, row: Row, application: str) -> str:
    """Everything the person sees of the answer."""
    said = len(chat.texts())
    shown = await row.do(chat, application)
    return "\n".join([shown, *chat.texts()[said:]])


async def others(stage: Stage, chat: Chat) -> str:
    """The whole store, apart from what is the actor's own."""
    user = chat.user
    identity = f"{user.tenant_id}/{user.aad_object_id}"
    people = {stored.key.id: stored for stored in await stage.store.scan("identity")}
    own = {identity}
    if identity in people:
        own.add(str(people[identity].body["person"]))
    own |= {code.key.id for code in await stage.store.scan("code") if code.body.get("person") in own}
    for stored in await stage.store.scan("application"):
        if stored.body["created_by"] in own and user != KARI:
            own.add(stored.key.id)
    return await dump(stage.store, without_ids=own)
