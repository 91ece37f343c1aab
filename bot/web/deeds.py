"""What somebody does on the web page: a form as a deed, taken by the same turn as in Teams."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

import structlog
from aiohttp import web

from bot.activities import Tapped, Worded, Wrote, hints
from bot.body import LIMITS, Json, Unreadable, parse_json
from bot.interpret import code_in
from bot.web.own import own_pages, own_slots
from bot.web.permitted import COMMANDS, CONFIRMING, OF_SIGNATORIES, REPLIES
from bot.web.reading import change_page
from bot.web.sessions import Said
from bot.web.site import Site, see
from bot.web.visit import Visit, incoming_of, to_hints
from dialogs.events import Command
from dialogs.person import LANGUAGES
from dialogs.questions import Choices
from dialogs.view import View

log = structlog.get_logger(__name__)

_BACK: Final = {"soknad": "", "forslag": "/forslag", "avtalen": "/avtalen"}


async def do(site: Site, visit: Visit) -> web.Response:
    deed = parse_json(visit.form.text("gjor").encode(), LIMITS)
    if isinstance(deed, Unreadable):
        return site.error(visit.language, "wrong", 400)
    tapped = tapped_of(visit, deed)
    if tapped is None or tapped.data.get("t") == CONFIRMING:
        log.info("web.refused", reason="deed")
        return site.error(visit.language, "wrong", 400)
    back = _BACK.get(visit.form.text("til"), "")
    return await taken(site, visit, tapped, back)


async def ask_change(site: Site, visit: Visit) -> web.Response:
    slot, words = visit.form.text("felt"), visit.form.text("ord")
    if slot not in visit.seen.field_by_id:
        return change_page(site, visit, chosen="", words=words, wrong="w-choose-field")
    if not words.strip():
        return change_page(site, visit, chosen=slot, words=words, wrong="w-write-something")
    return await taken(site, visit, Worded(words, slot), "")


async def join(site: Site, visit: Visit) -> web.Response:
    """One and the same reply for whatever is not a code that is open to this person."""
    typed = visit.form.text("kode").strip()[:40]
    wrote = f"{site.context.texts.phrases('nb', 'c-join')[0]} {typed}"
    found = code_in(wrote, site.phrases)
    if found is None or found[0] is not Command.JOIN:
        return site.page(visit, "join", status=422, wrong=True, said=())
    if visit.person is None:
        await site.turns.take(
            incoming_of(visit, _fresh(), Tapped("command", {"c": "language", "x": visit.language}))
        )
    reply = await site.turns.take(incoming_of(visit, _fresh(), Wrote(wrote)))
    said = _said(reply.body if reply is not None else {}, "")
    await site.sessions.change(visit.held, said=said)
    return see(f"/bli-med?etter={said.id}")


async def choose_language(site: Site, visit: Visit) -> web.Response:
    wanted = next((one for one in LANGUAGES if one == visit.form.text("sprak")), None)
    if wanted is None:
        return site.error(visit.language, "wrong", 400)
    if visit.session is not None:
        if visit.person is not None:
            data = {"c": str(Command.LANGUAGE), "x": wanted}
            await site.turns.take(incoming_of(visit, _fresh(), Tapped("command", data)))
        await site.sessions.change(visit.held, language=wanted)
    return see(own_path(visit.form.text("til")))


async def taken(site: Site, visit: Visit, deed: Tapped | Worded, back: str) -> web.Response:
    """Afterwards the page that comes next is shown, so that loading it anew does nothing again."""
    reply = await site.turns.take(incoming_of(visit, _id_of(visit, deed), deed))
    body = reply.body if reply is not None and isinstance(reply.body, Mapping) else {}
    said = _said(body, visit.application.id)
    await site.sessions.change(visit.held, said=said)
    at = f"/soknad/{visit.application.id}"
    asks = str(body.get("asks", ""))
    if asks and _is_own(await site.view_of(visit), visit, asks):
        return see(f"{at}/felt/{quote(asks, safe='')}?etter={said.id}")
    if body.get("confirms"):
        return see(f"{at}/bekreft?etter={said.id}")
    if asks:
        # Somebody else's question, or everybody's: it is not shown here, so it must not stand as being answered.
        leave = Tapped("command", {"c": str(Command.CANCEL), "a": visit.application.id})
        await site.turns.take(incoming_of(visit, _fresh(), leave))
    return see(f"{at}{back}?etter={said.id}")


def tapped_of(visit: Visit, deed: Json) -> Tapped | None:
    """Nothing of it is a right: which application it is about the address says, and that was asked of the record."""
    data = hints(to_hints(deed)) | {"a": visit.application.id}
    match deed.get("verb"):
        case "answer":
            return _answered(visit, data)
        case "command" if data.get("c") in (COMMANDS if visit.who.is_contact else OF_SIGNATORIES):
            return Tapped("command", data)
        case "reply" if data.get("t") in (*REPLIES, CONFIRMING):
            return Tapped("reply", data)
        case _:
            return None


def _answered(visit: Visit, data: Json) -> Tapped | None:
    """The own party's fields and no others."""
    revisions = data.get("r")
    if not isinstance(revisions, dict):
        return None
    own = own_slots(visit.seen, visit.who)
    if not revisions or not own.issuperset(revisions):
        return None
    answers: dict[str, Any] = {}
    for slot in revisions:
        is_list = isinstance(visit.seen.field_by_id[slot].question.kind, Choices)
        answers[slot] = visit.form.choices(slot) if is_list else visit.form.text(slot)
    return Tapped("answer", {**data, **answers})


def _said(body: Any, application: str) -> Said:
    cards = body.get("cards", ()) if isinstance(body, Mapping) else ()
    value = body.get("value", "") if isinstance(body, Mapping) else ""
    return Said(
        id=secrets.token_urlsafe(9),
        application=application,
        cards=tuple(cards),
        text=value if isinstance(value, str) else "",
    )


def _is_own(view: View | None, visit: Visit, page: str) -> bool:
    """Of the application as it has become: a page may be there only now."""
    member = view.application.member(visit.who.person_id) if view is not None else None
    if view is None or member is None:
        return False
    return any(one.instance.id == page for one in own_pages(view, member))


def _id_of(visit: Visit, deed: Tapped | Worded) -> str:
    """The same for the same words sent twice from one page."""
    if isinstance(deed, Tapped):
        return _fresh()
    parts = [visit.form.text("nokkel")[:40], deed.about, deed.text]
    return "web." + hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _fresh() -> str:
    return "web." + secrets.token_hex(16)


_OWN_PATH: Final = re.compile(
    r"/(?:bli-med|tilgjengelighet|inn|soknad/[a-z0-9]{1,64}(?:/[a-z]+(?:/[\w@%.-]+)?)?)?", re.ASCII
)


def own_path(wanted: str) -> str:
    """An address of our own to go on to, as a form of ours has it; the first page for anything else."""
    return wanted if _OWN_PATH.fullmatch(wanted) else "/"
