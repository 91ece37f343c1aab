"""The agreement's pages: all of its text and how the parties stand, the second step, and saying no with a reason."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from bot.activities import Tapped, Worded
from bot.body import LIMITS, Unreadable, parse_json
from bot.cards.agreement import agreement_cards
from bot.drawing import draw
from bot.kept_texts import with_kept_text
from bot.web.blocks import Heading
from bot.web.deeds import taken, tapped_of
from bot.web.permitted import CONFIRMING
from bot.web.reading import blocks_of, pen_of, said_blocks
from bot.web.signing_in import is_fresh_now
from bot.web.site import Site, see
from bot.web.visit import Visit, person_of
from dialogs.agreement.standing import how_agreed
from dialogs.asking import prompt
from dialogs.effects import ShowAgreement
from dialogs.events import Command
from dialogs.person import Confirming, Refusing
from dialogs.view import View


async def agreement(site: Site, visit: Visit) -> web.Response:
    context = await with_kept_text(site.store, visit.application, site.context)
    view = View(visit.application, context)
    *texts, stands = agreement_cards(
        pen_of(site, visit), view, ShowAgreement(visit.who.person_id, whole=True)
    )
    blocks = blocks_of(visit)
    return site.page(
        visit,
        "agreement",
        stands=blocks.of_card({**stands, "body": stands["body"][1:]}),
        texts=[block for card in texts for block in blocks.of_card(card)],
        may_be_asked=how_agreed(view) != "stated",
        said=said_blocks(visit),
    )


async def second_step(site: Site, visit: Visit) -> web.Response:
    """Just what is confirmed, once more. Whoever proved too long ago who they are does so first."""
    pending = visit.person.pending if visit.person is not None else None
    if not isinstance(pending, Confirming) or pending.application != visit.application.id:
        return see(f"/soknad/{visit.application.id}/avtalen")
    if not is_fresh_now(visit.signed_in.auth_time, site.clock()):
        return site.page(visit, "prove", goes_to=f"/soknad/{visit.application.id}/bekreft")
    effect = prompt(pending, site.context, "", visit.application, visit.who.person_id)
    assert effect is not None
    (card,) = draw(pen_of(site, visit), visit.seen, site.context, effect)
    heading, *blocks = blocks_of(visit).of_card(card)
    title = heading.text if isinstance(heading, Heading) else ""
    return site.page(visit, "second_step", title=title, blocks_=blocks)


async def confirm(site: Site, visit: Visit) -> web.Response:
    deed = parse_json(visit.form.text("gjor").encode(), LIMITS)
    tapped = tapped_of(visit, deed) if not isinstance(deed, Unreadable) else None
    if tapped is None or tapped.data.get("t") != CONFIRMING:
        return site.error(visit.language, "wrong", 400)
    return await taken(site, visit, tapped, "/avtalen")


async def declining(site: Site, visit: Visit) -> web.Response:
    if not visit.application.is_draft or not visit.application.agreement.is_locked:
        return see(f"/soknad/{visit.application.id}/avtalen")
    return site.page(visit, "decline", words="", wrong=False)


async def decline(site: Site, visit: Visit) -> web.Response:
    """Asked for first, as in Teams: whether this person may say no, and of which text, is the dialog's to say."""
    words = visit.form.text("ord")
    if not words.strip():
        return site.page(visit, "decline", status=422, words=words, wrong=True)
    refuse = Tapped("command", {"c": str(Command.REFUSE), "a": visit.application.id})
    answer = await taken(site, visit, refuse, "/avtalen")
    person = await person_of(site.store, visit.signed_in)
    if person is None or not isinstance(person.pending, Refusing):
        return answer
    return await taken(site, replace(visit, person=person), Worded(words, ""), "/avtalen")
