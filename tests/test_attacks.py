"""Somebody who means harm, or whose client is broken: nothing is read, lost, doubled, leaked or brought down."""

from __future__ import annotations

import asyncio
import copy
import random
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

import aiohttp
import pytest

import tests.largest_application as largest
from bot.app import load_context
from bot.cards.elements import Json, Pen
from bot.cards.notice import notice_card
from bot.drawing import draw
from bot.settings import Settings
from dialogs.application import Answer, Application
from dialogs.context import Context
from dialogs.identity_numbers import mask_identity_numbers
from dialogs.view import View
from storage.store import Put, Stored
from storage.tinydb_store import open_store
from tests.card_rules import nodes, rule_problems
from tests.fake_teams import FakeTeams, User
from tests.stage import KARI, OLGA, TENANT, Stage
from tests.talking import Talk
from tests.test_largest_cards import EMPTY, SENT, effects
from tests.test_secretariat import noticed, open_urls
from tests.troubled_store import TroubledStore

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

NUMBER = "01819000200"
"""Synthetic (its month plus 80): valid by its control digits, and nobody's."""
NO_TEXT = "\ud800"
"""Half a character: JSON can say it, and no database can hold it."""
STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 3.5, 10**39, "", "x", "\x00", "😀" * 50, "<b>", [], [[]], {}, {"id": []},
    "a" * 3000, "../..", [{}], [None],
)  # fmt: skip


@pytest.fixture
async def on_disk(teams: FakeTeams, tmp_path: Path) -> AsyncIterator[Stage]:
    """Over the store on disk, which cannot hold everything that memory can."""
    store = open_store(tmp_path / "store.db")
    yield Stage(teams, store, tmp_path)
    await store.close()


def execute(verb: str, **data: Any) -> Json:
    return {"type": "Action.Execute", "verb": verb, "data": data}


def invoke(verb: str, **data: Any) -> Json:
    """The fields of an activity in which a button of a card was pressed."""
    value = {"action": execute(verb, **data), "trigger": "manual"}
    return {"type": "invoke", "name": "adaptiveCard/action", "value": value}


# What comes in


def paths(part: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    keys = part if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for key in keys:
        yield (*before, key)
        yield from paths(part[key], (*before, key))


def changed(activity: Json, path: tuple[Any, ...], value: Any = None, *, removed: bool = False) -> Json:
    made = copy.deepcopy(activity)
    part: Any = made
    for key in path[:-1]:
        part = part[key]
    if removed:
        del part[path[-1]]
    else:
        part[path[-1]] = value
    return made


async def valid_activities(stage: Stage) -> list[Json]:
    """One of every sort that is taken."""
    kari, channel = stage.kari, stage.channel()
    group = stage.teams.group([OLGA, KARI]).chat(OLGA)
    typed = [await chat.say(text) for chat, text in ((kari, "1"), (group, "start"))]
    typed.append(await channel.say("koble til ABCD-2345"))
    place = stage.teams.service.place(KARI, kari.conversation)
    offered = {"context": {"what": "pdf", "a": "a1", "n": 1}, "action": "accept", "type": "fileUpload"}
    offered |= {"uploadInfo": stage.teams.service.files.offered("x.pdf")}
    others: list[Json] = [
        invoke("answer", k="k", a="", p="title", r={"title": 0, "summary": 0}, title="Felles", summary="x"),
        invoke("command", k="k", a="", c="change", x="title"),
        invoke("command", k="k", a="", c="skip", x="title"),
        invoke("reply", k="k", a="", t="sending", y="yes", i="1"),
        invoke("take", a="a1", n=1),
        {
            "type": "message",
            "value": {"verb": "answer", "k": "k", "p": "title", "r": {"title": 0}, "title": "x"},
        },
        {"type": "invoke", "name": "fileConsent/invoke", "value": offered},
        {"type": "conversationUpdate", "membersAdded": [{"id": stage.teams.service.bot.id}]},
        {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
    ]
    return [
        *(sent.activity for sent in typed),
        *({**stage.teams.service.activity(one["type"], place), **one} for one in others),
    ]


async def test_an_activity_with_any_field_missing_or_strange_breaks_nothing(on_disk: Stage) -> None:
    """Two thousand of them, one after another, to one bot; faults are raised, so that each would be a 500."""
    chosen = random.Random(7)  # the same every time, and no secret
    async with on_disk.running() as bot, aiohttp.ClientSession() as session:
        await on_disk.kari.install()
        await on_disk.type_all(on_disk.kari, ["start", "Agder", "2027"])
        variants = [
            variant
            for activity in await valid_activities(on_disk)
            for path in paths(activity)
            for variant in (
                changed(activity, path, removed=True),
                changed(activity, path, NO_TEXT),
                *(changed(activity, path, value) for value in chosen.sample(STRANGE, 2)),
            )
        ]
        assert len(variants) > 2000, "the activities have become fewer"
        wrong = []
        for variant in variants:
            async with session.post(on_disk.teams.bot_url, json=variant) as answer:
                if answer.status not in (200, 400, 403):
                    wrong.append((answer.status, variant))
        assert wrong == []
        await bot.at_once.finish()
        await on_disk.kari.say("start")
        await on_disk.kari.wait_for("Hvilket helsefellesskap", anywhere=True)


@pytest.mark.parametrize("name", ["k", "a", "p", "x", "i", "t", "y", "c"])
async def test_a_name_that_no_store_can_hold_harms_nobody_then_or_later(on_disk: Stage, name: str) -> None:
    async with on_disk.running(), aiohttp.ClientSession() as session:
        kari = on_disk.kari
        await on_disk.type_all(kari, ["start", "Agder"])
        place = on_disk.teams.service.place(KARI, kari.conversation)
        for unfit in (NO_TEXT, "x" * 50_000, ["x"], {"x": "x"}, 7):
            for verb, more in (
                ("answer", {"p": "year", "r": {"year": 0}, "year": ""}),
                ("command", {"c": "summary"}),
                ("reply", {"y": "yes"}),
            ):
                pressed = invoke(verb, **{"k": "k", **more, name: unfit})
                activity = {**on_disk.teams.service.activity("invoke", place), **pressed}
                async with session.post(on_disk.teams.bot_url, json=activity) as answer:
                    assert answer.status == 200
                    assert len(await answer.text()) < 40_000
        await kari.say("endre budsjettår")
        await kari.say("2027")
        assert (await on_disk.application())["answers"]["year"]["value"] == "2027"


async def test_messages_without_an_id_are_different_messages(stage: Stage) -> None:
    async with stage.running():
        for text in ("start", "Agder", "2027"):
            await stage.kari.raw(text=text, id="")
        assert (await stage.application())["answers"]["year"]["value"] == "2027"


async def test_a_card_for_fields_that_are_gone_is_answered_and_its_words_are_kept(stage: Stage) -> None:
    async with stage.running():
        await stage.type_all(stage.kari, ["start", "Agder"])
        gone = "cost_what#9"
        outcome = await stage.kari.raw_action(
            execute("answer", k="old", p="cost#9", r={gone: 0}, **{gone: "Lege i halv stilling"})
        )
        assert outcome.status == 200
        kept = [(one["slot"], one["text"]) for one in (await stage.application())["set_aside"]]
        assert kept == [(gone, "Lege i halv stilling")]


async def test_a_card_with_more_words_than_any_form_holds_is_refused(stage: Stage) -> None:
    """To look through them for numbers of persons would keep everybody else waiting."""
    async with stage.running():
        await stage.type_all(stage.kari, ["start", "Agder"])
        slots = [f"{name}#{line}" for name in ("cost_what", "cost_nok") for line in range(1, 7)]
        card = execute("answer", k="k", p="", r=dict.fromkeys(slots, 0), **dict.fromkeys(slots, "1-" * 9_000))
        await stage.kari.raw_action(card)
        await stage.kari.wait_for("216 000 tegn")
        assert (await stage.application())["set_aside"] == []


# What must not be kept or told


async def test_no_identity_number_is_in_the_files_whatever_way_it_came(
    on_disk: Stage, tmp_path: Path
) -> None:
    assert mask_identity_numbers(NUMBER, removed_as="", doubtful_as="").removed
    kari = User(TENANT, KARI.aad_object_id, f"Kari {NUMBER}")
    olga = User(TENANT, OLGA.aad_object_id, f"Olga {NUMBER}")
    writings = (
        NUMBER,
        "018190 00200",
        "01 81 90 00200",
        "01.81.90-00200",
        "０１８１９０００２００",
        "018190\u200b00200",
    )
    async with on_disk.running() as bot:
        notice = await noticed(on_disk)
        chat = on_disk.teams.personal(kari)
        await chat.say("start")
        for written in writings:
            await chat.say(f"Vi er {written}")
            await chat.say(f"Hvem er {written}?")
            await chat.say(f"endre {written}")
        await chat.raw_action(execute("command", k="k", c="change", x=NUMBER))
        await chat.raw_action(execute("answer", k="k2", p="", r={"title": 0}, title=f"Tiltak {NUMBER}"))
        slot = f"a{NUMBER}"
        await chat.raw_action(execute("answer", k="k3", p=NUMBER, r={slot: 0}, **{slot: "Skjult i et navn"}))
        await chat.send_file(f"{NUMBER}.pdf", b"%PDF")
        await chat.edit(await chat.say("2027"), NUMBER)
        await on_disk.teams.group([kari, olga]).chat(kari).say(f"start {NUMBER}")
        channel = on_disk.team.channel("Søknader", olga)
        await channel.say(f"koble til {NUMBER}")
        on_disk.team.record.members[:] = [olga]
        on_disk.roster_seconds += 301
        assert "Tatt av Olga" in (await channel.submit(notice, "Jeg tar den")).text
        await channel.submit(notice, "Lagre saksnummer", {"archive_number": NUMBER})
        await on_disk.settled(bot)
        assert files_with(tmp_path, *writings) == []


def files_with(folder: Path, *texts: str) -> list[tuple[str, str]]:
    """Which files hold which of the texts, in their bytes or their name; the store's log is among them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert "store.db-wal" in [path.name for path in files]
    return [
        (path.name, text)
        for path in files
        for text in texts
        if text.encode() in path.read_bytes() or text in path.name
    ]


MARKED_UP = "[klikk](https://evil.example) **x** <b>y</b> "


@pytest.mark.parametrize("community", ["agder", "other"])
def test_peoples_words_stand_only_where_nothing_reads_markdown(
    monkeypatch: pytest.MonkeyPatch, community: str
) -> None:
    monkeypatch.setattr(largest, "MUNICIPALITIES", 2)
    context = load_context(Settings())
    draft = marked_up(context, community)
    sent = draft.model_copy(
        update={"status": "sent", "case_number": "RST-2026-K7MP4", "submissions": (SENT,)}
    )
    pen = Pen(context.texts, "nb", "t0.0", "a1")
    cards = [
        card
        for application in (draft, sent)
        for effect in effects(View(application, context))
        for card in draw(pen, View(application, context), context, effect)
    ]
    cards.append(notice_card(pen, View(sent, context), 1, taken_by=MARKED_UP, archive_number="26/1"))
    assert len(cards) > 50
    assert {place for card in cards for place in places_of(card, "klikk")} - {
        ("TextRun", "text"),
        ("Input.Text", "value"),
        ("Input.ChoiceSet", "compact"),
        ("Action.OpenUrl", "title"),
    } == set()


def marked_up(context: Context, community: str) -> Application:
    """Everything answered with markup, from where the hospitals are typed too."""
    start = {"community": community, "year": "2027"}
    if community == "other":
        start |= {"hospital_names": [MARKED_UP + "1", MARKED_UP + "2"]}  # type: ignore[dict-item]  # one list
    answers = {slot: Answer(value=value, by="p1", at=largest.AT) for slot, value in start.items()}
    return largest.fill(EMPTY.model_copy(update={"answers": answers}), context, MARKED_UP)


def places_of(card: Json, word: str) -> Iterator[tuple[str, str]]:
    for node in nodes(card):
        for name, value in node.items():
            if isinstance(value, str) and word in value:
                yield node["type"], name
        if any(word in choice["title"] for choice in node.get("choices", ())):
            yield node["type"], node["style"]


async def test_the_address_of_a_contact_can_lead_nowhere_else(stage: Stage) -> None:
    async with stage.running():
        await stage.connect()
        await stage.draft_ready()
        await stage.kari.say("endre e-post Sørlandet")
        await stage.kari.say("kari+rst&users=x%40y#?tiltak@example.no")
        number = await stage.send()
        notice = await stage.channel().wait_for(f"Ny søknad: {number}")
    url = next(action["url"] for action in open_urls(notice.card) if "kari" in action["url"])
    assert url == (
        "https://teams.microsoft.com/l/chat/0/0?users=kari%2Brst%26users%3Dx%2540y%23%3Ftiltak@example.no"
    )


# What must get there


@pytest.mark.parametrize("signs", ["en vanlig setning ", largest.HEAVY, "😀", '"'])
def test_the_notice_of_as_many_parties_as_there_can_be_is_taken_by_teams(
    monkeypatch: pytest.MonkeyPatch, signs: str
) -> None:
    monkeypatch.setattr(largest, "MUNICIPALITIES", 60)
    context = load_context(Settings())
    sent = largest.fill(EMPTY, context, signs).model_copy(
        update={"status": "sent", "case_number": "RST-2026-K7MP4", "submissions": (SENT,)}
    )
    pen = Pen(context.texts, "nb", "a0123456789abcdef.1.notice", "a0123456789abcdef")
    card = notice_card(pen, View(sent, context), 1, taken_by="x" * 120, archive_number="1" * 40)
    assert rule_problems(card) == []
    said = str(card)
    told, left = said.count("Kontakt, "), int(said.split("Kontaktene til ")[1].split(" ")[0])
    assert told + left == 61
    assert all(party.name in said for party in View(sent, context).parties())


@pytest.mark.parametrize("blank", ["\u200b", "\u2060\u00a0\ufeff", "\u3164", "\u2800\u2800", "\u00ad"])
def test_a_text_that_shows_nothing_is_no_answer(talk: Talk, blank: str) -> None:
    talk(
        f"""
        > start
        ...
        > Mitt helsefellesskap er ikke her
        ...
        > 2027
        ...
        > {blank}
        ...
        """
    )
    answer = talk.draft.answers["hospital_names"]
    assert answer.problem == "empty"


async def test_what_is_pressed_or_said_twenty_times_at_once_is_done_once(stage: Stage) -> None:
    async with stage.running() as bot:
        kari = stage.kari
        await kari.install()
        await asyncio.gather(*(kari.press("Start en søknad", twice=True) for _ in range(10)))
        assert len(await stage.store.scan("application")) == 1
        await stage.connect()
        await stage.draft_ready()
        await kari.say("send")
        asked = await kari.wait_for("Send søknaden?")
        await asyncio.gather(
            *(kari.submit(asked, "Send nå") for _ in range(10)), *(kari.say("ja") for _ in range(10))
        )
        await stage.settled(bot)
        assert len(await stage.store.scan("submission")) == 1
        assert sum("Ny søknad" in text for text in stage.channel().texts()) == 1


async def test_answers_to_one_card_at_the_same_time_are_all_kept(stage: Stage) -> None:
    """One stands; of the others each is asked about or set aside."""
    async with stage.running():
        await stage.draft_ready()
        await stage.kari.say("endre tittel")
        card = await stage.kari.wait_for("Hva heter tiltaket")
        titles = [f"Tittel nummer {number}" for number in range(6)]
        await asyncio.gather(
            *(stage.kari.submit(card, "Lagre", {"title": title, "summary": "Kort."}) for title in titles)
        )
        application, (person,) = await stage.application(), await stage.store.scan("person")
    kept = [application["answers"]["title"]["value"], *(one["text"] for one in application["set_aside"])]
    kept += [field["raw"] for field in person.body["pending"]["fields"]]
    assert set(titles) <= set(kept)


class UnhurriedStore(TroubledStore):
    """Takes its time to look through all of a kind, so that what comes meanwhile comes first."""

    async def scan(self, kind: str, *, after: str = "", limit: int = 500) -> Sequence[Stored]:
        await asyncio.sleep(0.2)
        return await super().scan(kind, after=after, limit=limit)


async def test_guessing_codes_at_the_same_time_is_no_way_round_the_limit(stage: Stage) -> None:
    async with stage.running(store=UnhurriedStore(stage.store)):
        channel = stage.channel()
        right = [f"koble til {await stage.code()}"]
        wrong = [f"koble til {letter * 4}-{letter * 4}" for letter in "ABCDE"]
        await asyncio.gather(*(channel.say(guess) for guess in wrong + right))
        assert await stage.store.scan("channel") == []


async def test_digits_that_a_person_vouched_for_survive_a_colleague_writing_meanwhile(stage: Stage) -> None:
    store = TroubledStore(stage.store)
    async with stage.running(store=store):
        await stage.draft_ready()
        await stage.type_all(stage.kari, ["endre hva dere vil gjøre", "Saken har nummer 20270012345."])
        await stage.kari.wait_for("elleve siffer")
        store.before_commit = once(stage)
        await stage.kari.say("nei")
        assert (await stage.application())["answers"]["what"]["value"] == "Saken har nummer 20270012345."


def once(stage: Stage) -> Any:
    """Somebody else writes the application just before, the first time."""
    left = [1]

    async def write(put: object) -> None:
        if left:
            left.pop()
            (stored,) = await stage.store.scan("application")
            index = {"member": [member["person_id"] for member in stored.body["members"]]}
            await stage.store.commit(expect={}, put=[Put(stored.key, stored.body, index)])

    return write


async def test_the_time_of_receipt_is_when_it_came_not_when_its_turn_was(stage: Stage) -> None:
    store, goes_on = TroubledStore(stage.store), asyncio.Event()

    async def wait(put: object) -> None:
        await goes_on.wait()

    async with stage.running(store=store):
        await stage.draft_ready()
        await stage.kari.say("send")
        await stage.kari.wait_for("Send søknaden?")
        store.before_commit = wait
        first = asyncio.create_task(stage.kari.say("personvern"))
        came = stage.clock.now
        sending = asyncio.create_task(stage.kari.say("ja"))
        await asyncio.sleep(0.2)
        stage.clock.forward(hours=2)
        goes_on.set()
        await asyncio.gather(first, sending)
        (submission,) = (await stage.application())["submissions"]
    assert submission["received_at"] == came.isoformat().replace("+00:00", "Z")


async def test_who_skips_everything_is_never_asked_to_choose_among_nothing(stage: Stage) -> None:
    async with stage.running():
        await stage.kari.say("start")
        for _ in range(50):
            await stage.kari.say("hopp over")
        assert "Hvem leder" not in stage.kari.transcript()
        (person,) = await stage.store.scan("person")
    assert person.body["shown"] is None, "the summary has been reached"
