"""Pages for coming in and going out: signing in, signing out, showing an invitation, what one is told then."""

from __future__ import annotations

import structlog
from aiohttp import web

from bot.web.deeds import own_path
from bot.web.reading import said_blocks
from bot.web.sessions import COOKIE, KIND, Session, cookie, session_key
from bot.web.signing_in import COOKIE as WAY_COOKIE
from bot.web.signing_in import WAY_SECONDS, NotSignedIn
from bot.web.site import Site, see
from bot.web.visit import Visit
from storage.store import Key

log = structlog.get_logger(__name__)


async def signin(site: Site, visit: Visit) -> web.Response:
    """Nothing begins by looking at this page: a preview of a link opens it too."""
    if visit.session is not None:
        return see("/bli-med")
    return site.page(visit, "signin", goes_to="/", why="")


async def begin(site: Site, visit: Visit) -> web.Response:
    goes_to = own_path(visit.form.text("til"))
    before = session_key(visit.held) if visit.session is not None else None
    is_fresh = visit.form.text("bevis") == "1"
    begun = await site.signing_in.begin(goes_to=goes_to, before=before, is_fresh=is_fresh)
    if isinstance(begun, NotSignedIn):
        return site.page(visit, "signin", status=503, goes_to=goes_to, why="unavailable")
    answer = site.page(visit, "way", address=begun.address)
    # The authority's page posts the answer, and then a browser sends no stricter cookie.
    answer.headers.update(cookie(WAY_COOKIE, begun.held, seconds=WAY_SECONDS, site="None"))
    return answer


async def back(site: Site, visit: Visit) -> web.Response:
    """A new session, whatever the browser held before."""
    known = {name: visit.form.text(name) for name in ("code", "state", "error") if visit.form.text(name)}
    came = await site.signing_in.end(visit.cookies.get(WAY_COOKIE, ""), known)
    if isinstance(came, NotSignedIn):
        log.info("web.not_signed_in", reason=came.why)
        answer = site.page(visit, "signin", status=403, goes_to="/", why=_told(came))
        answer.headers.update(cookie(WAY_COOKIE, "", seconds=0))
        return answer
    if came.before:
        await site.sessions.end_at(Key(KIND, came.before))
    now = site.clock()
    held = await site.sessions.begin(
        Session(
            tenant_id=came.tenant_id,
            object_id=came.object_id,
            issuer=came.issuer,
            name=came.name[:200],
            guest=came.guest,
            token_id=came.token_id,
            language=visit.language,
            began_at=now,
            seen_at=now,
            auth_time=came.auth_time,
        )
    )
    answer = see(came.goes_to)
    answer.headers.add("Set-Cookie", cookie(COOKIE, held)["Set-Cookie"])
    answer.headers.add("Set-Cookie", cookie(WAY_COOKIE, "", seconds=0)["Set-Cookie"])
    return answer


def _told(came: NotSignedIn) -> str:
    """What a person can do something about; everything else is one and the same."""
    return came.why if came.why in ("unavailable", "consumer", "tenant", "old") else "failed"


async def out(site: Site, visit: Visit) -> web.Response:
    return await site.end(visit, "signed-out")


async def joining(site: Site, visit: Visit) -> web.Response:
    return site.page(visit, "join", wrong=False, said=said_blocks(visit))


async def accessibility(site: Site, visit: Visit) -> web.Response:
    return site.page(visit, "accessibility")
