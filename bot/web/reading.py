"""Pages that show: one's applications, one of them to read, a question to answer, what is proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import quote

from aiohttp import web

from bot import records
from bot.body import Json
from bot.cards.elements import Pen
from bot.cards.proposals import proposals_card, remark_element
from bot.cards.question import question_card
from bot.cards.summary import answer_elements
from bot.drawing import draw
from bot.web.blocks import Asked, Block, Blocks, Heading, Link, Press, Way, Ways, Words, form_of, press
from bot.web.own import is_of_form, own_pages, own_slots
from bot.web.permitted import COMMANDS, CONFIRMING, OF_SIGNATORIES, REPLIES
from bot.web.site import Site
from bot.web.visit import Visit
from dialogs.agreement.locking import WHOLE
from dialogs.asking import prompt, slots_of
from dialogs.effects import AskPage, ShowProposals
from dialogs.events import Command
from dialogs.ownership import open_proposals
from dialogs.showing import label, page_title
from dialogs.view import View

MOST_LISTED = 200
MOST_REMARKS = 30


async def applications(site: Site, visit: Visit) -> web.Response:
    """Whoever was in one and is in none any more has nothing to do here, and is signed out."""
    person = visit.person
    found = (
        await site.store.find("application", "member", person.id, limit=MOST_LISTED)
        if person is not None
        else ()
    )
    if not found and visit.signed_in.been_in:
        return await site.end(visit, "no-longer-in")
    every = sorted(map(records.to_application, found), key=lambda one: one.changed_at, reverse=True)
    listed = [
        {
            "id": one.id,
            "title": str(one.value("title") or "") or None,
            "status": one.status,
            "changed_at": one.changed_at,
            "party": _party_of(View(one, site.context), visit),
        }
        for one in every
    ]
    return site.page(visit, "applications", applications=listed)


async def application(site: Site, visit: Visit) -> web.Response:
    view, member = visit.seen, visit.who
    pen = pen_of(site, visit)
    may_write = member.is_contact and visit.application.is_draft
    drawing = blocks_of(visit)
    blocks = drawing.of_elements(answer_elements(pen, view, may_write=False))
    remarks = [
        (label(view, view.field_by_id[one.slot], visit.language), remark_element(pen, view, one), one.at)
        for one in visit.application.remarks[-MOST_REMARKS:]
        if one.slot in view.field_by_id
    ]
    return site.page(
        visit,
        "application",
        title=str(visit.application.value("title") or "") or None,
        party=_party_of(view, visit),
        pages=[
            _own_page(visit, page.instance.id, page.state)
            for page in own_pages(view, member)
            if is_of_form(page)
        ]
        if may_write
        else [],
        may_write=may_write,
        proposals=len(open_proposals(view, member.party)) if may_write and member.party else 0,
        sections=_sections(blocks),
        remarks=[(name, drawing.of_elements([said])[0], at) for name, said, at in remarks],
        said=said_blocks(visit) or open_question(site, visit),
    )


async def question(site: Site, visit: Visit) -> web.Response:
    """A page of the form as it stands now: what was typed and what is wrong with it stand in the draft."""
    view, member = visit.seen, visit.who
    wanted = visit.path["page"]
    page = next((one for one in own_pages(view, member) if one.instance.id == wanted), None)
    if page is None or not visit.application.is_draft:
        return site.error(visit.language, "not-found", 404)
    card = question_card(pen_of(site, visit), view, AskPage(page.instance.id, page.fields[0].id))
    assert card is not None
    save = press(next(one for one in card["actions"] if one.get("verb") == "answer"))
    blocks = form_of(Blocks(lambda _: None, level=1).of_elements(card["body"]))
    title = next((one.text for one in blocks if isinstance(one, Heading)), "")
    where = blocks[0] if blocks and not isinstance(blocks[0], Heading | Asked) else None
    rest = [one for one in blocks if one is not where and not isinstance(one, Heading)]
    wrong = [one for one in rest if isinstance(one, Asked) and one.wrong]
    said = said_blocks(visit) or open_question(site, visit)
    return site.page(
        visit,
        "question",
        title=title,
        where=where,
        blocks_=rest,
        wrong=wrong,
        save=save,
        said=said if asks_something(said) or not wrong else (),
    )


async def proposals(site: Site, visit: Visit) -> web.Response:
    card = proposals_card(pen_of(site, visit), visit.seen, ShowProposals(visit.who.person_id))
    body = card["body"][1:]
    blocks = Blocks(way_of(visit), level=1)
    return site.page(
        visit,
        "proposals",
        blocks_=(*blocks.of_card({"body": [], "actions": card["actions"]}), *blocks.of_elements(body)),
        said=said_blocks(visit),
    )


async def change(site: Site, visit: Visit) -> web.Response:
    if not visit.application.is_draft:
        return site.error(visit.language, "not-found", 404)
    return change_page(site, visit, chosen=visit.query.get("felt", ""))


def change_page(site: Site, visit: Visit, *, chosen: str, words: str = "", wrong: str = "") -> web.Response:
    view = visit.seen
    sections: dict[str, list[tuple[str, str]]] = {}
    for field in view.fields:
        if not field.question.asks_for_lines:
            named = (field.id, label(view, field, visit.language))
            sections.setdefault(field.instance.section.name, []).append(named)
    return site.page(
        visit,
        "change",
        status=200 if not wrong else 422,
        sections=sections,
        chosen=chosen,
        words=words,
        wrong=wrong,
        key=visit.application.audit.hash[:16],
    )


def pen_of(site: Site, visit: Visit) -> Pen:
    """What was pressed on a page as it was drawn is one deed, however often it is pressed."""
    key = f"web.{visit.application.audit.seq}.{visit.application.audit.hash[:12]}"
    return Pen(site.context.texts, visit.language, key, visit.application.id)


def blocks_of(visit: Visit) -> Blocks:
    return Blocks(way_of(visit))


def said_blocks(visit: Visit) -> tuple[Block, ...]:
    said = visit.said
    if said is None:
        return ()
    if said.text:
        return (Words(said.text),)
    drawing = blocks_of(visit)
    return tuple(block for card in said.cards for block in drawing.of_card(card))


def open_question(site: Site, visit: Visit) -> tuple[Block, ...]:
    """What came of an answer and is not settled yet: whether an amount is right, which of two values stands."""
    pending = visit.person.pending if visit.person is not None else None
    if pending is None or pending.type not in REPLIES or not visit.application.is_draft:
        return ()
    slots = slots_of(pending)
    if not slots or not own_slots(visit.seen, visit.who).issuperset(slots):
        return ()
    effect = prompt(pending, site.context, str(visit.application.value("title") or ""), visit.application)
    cards = draw(pen_of(site, visit), visit.seen, site.context, effect) if effect is not None else []
    drawing = blocks_of(visit)
    return tuple(block for card in cards for block in drawing.of_card(card))


def asks_something(blocks: Iterable[Block]) -> bool:
    """More than that what was written is taken in, which a page that shows what is wrong with it need not say."""
    return any(isinstance(way, Press) for block in blocks if isinstance(block, Ways) for way in block.ways)


def way_of(visit: Visit) -> Callable[[Json], Way | None]:
    """What this page has of a card's buttons: a way to another page, a deed, or nothing."""
    if visit.view is None or visit.member is None:
        return lambda _: None
    view, member = visit.view, visit.member
    at = f"/soknad/{view.application.id}"
    own = {field.id: page.instance.id for page in own_pages(view, member) for field in page.fields}

    def way(action: Json) -> Way | None:
        data = action.get("data", {})
        title = str(action.get("title", ""))
        match action.get("verb"), data.get("c"), data.get("t"):
            case "command", Command.CHANGE, _ if data.get("x") in own and view.application.is_draft:
                return Link(title, f"{at}/felt/{quote(own[data['x']], safe='')}")
            case "command", Command.PROPOSALS, _:
                return Link(title, f"{at}/forslag")
            case "command", Command.AGREEMENT, _:
                return Link(title, f"{at}/avtalen") if data.get("x", "") in ("", WHOLE) else None
            case "command", Command.REFUSE, _:
                return Link(title, f"{at}/avsla")
            case "command", command, _ if not member.is_contact and command not in OF_SIGNATORIES:
                return None
            case "reply", _, to if to == CONFIRMING:
                return press(action, "bekreft")
            case "command", Command.ANSWER_PROPOSAL, _:
                slot = next((one.slot for one in open_proposals(view) if one.key == data.get("x")), "")
                return Link(title, f"{at}/endring?felt={quote(slot, safe='')}") if slot else None
            case "command", command, _ if command in COMMANDS:
                return press(action)
            case "reply", _, to if to in REPLIES:
                return press(action)
            case _:
                return None

    return way


def _own_page(visit: Visit, page: str, state: str) -> dict[str, str]:
    view = visit.seen
    instance = view.instance(page)
    assert instance is not None
    title = page_title(view, instance.page.name, instance.party, instance.line, visit.language)
    return {"title": title, "state": state, "address": f"felt/{quote(page, safe='')}"}


def _sections(blocks: tuple[Block, ...]) -> list[tuple[Heading | None, list[Block]]]:
    made: list[tuple[Heading | None, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            made.append((block, []))
        else:
            if not made:
                made.append((None, []))
            made[-1][1].append(block)
    return made


def _party_of(view: View, visit: Visit) -> str | None:
    member = view.application.member(visit.person.id) if visit.person is not None else None
    return view.party_name(member.party) if member is not None and member.party else None
