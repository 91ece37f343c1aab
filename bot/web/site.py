"""The web page: which addresses there are, what each asks of who comes, and how a request is let in."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

import structlog
from aiohttp import web

from bot import records
from bot.body import Limits, read_body
from bot.interpret import Phrases
from bot.logs import told
from bot.peer_limit import PeerLimit
from bot.turn import Turns
from bot.web.guard import HEADERS, KEPT, NOT_KEPT, is_from_elsewhere
from bot.web.rendering import Pages
from bot.web.sessions import COOKIE, Sessions, cookie
from bot.web.signing_in import SigningIn, is_fresh_now
from bot.web.visit import Form, Visit, accepted, person_of, to_form
from dialogs.context import Context
from dialogs.person import Language
from dialogs.view import View
from storage.store import Store, StoreUnavailable

log = structlog.get_logger(__name__)

Needs = Literal["nobody", "session", "member", "party", "contact", "fresh"]
"""What a route asks of who comes: nothing; to be signed in; to be in the application; to be in it for a party, to
confirm if nothing else; to write for one; to be in for a party and have proved within ten minutes who they are."""
LIMITS: Final = Limits(body_bytes=512 * 1024, read_seconds=15.0)
FORM: Final = "application/x-www-form-urlencoded"
BOTS_OWN: Final = ("/api/", "/healthz", "/form/")

Answer = Callable[["Site", Visit], Awaitable[web.Response]]


@dataclass(frozen=True, slots=True)
class Route:
    method: Literal["GET", "POST"]
    path: str
    needs: Needs
    answer: Answer
    from_elsewhere: bool = False
    """Posted by another page than ours: what it brings shows by itself that this browser asked for it."""


class Site:
    """Adds itself to the bot's web application."""

    def __init__(
        self,
        *,
        routes: tuple[Route, ...],
        store: Store,
        context: Context,
        turns: Turns,
        phrases: Phrases,
        secret: bytes,
        signing_in: SigningIn,
        public_url: str,
        peer_limit: PeerLimit,
        session_limit: PeerLimit,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.routes = routes
        self.store = store
        self.context = context
        self.turns = turns
        self.phrases = phrases
        self.sessions = Sessions(store, secret)
        self.signing_in = signing_in
        self.clock = clock
        self._pages = Pages(context.texts)
        self._public_url = public_url
        self._peer_limit = peer_limit
        self._session_limit = session_limit

    def draw_with(self, pages: Pages) -> None:
        self._pages = pages

    def limit_sessions(self, limit: PeerLimit) -> None:
        self._session_limit = limit

    def join(self, app: web.Application) -> None:
        for route in self.routes:
            app.router.add_route(route.method, route.path, self._handler(route))
        app.router.add_get("/static/{name}", self._static)
        app.middlewares.append(self._around)

        async def closes(_: web.Application) -> None:
            self.signing_in.close()

        app.on_cleanup.append(closes)

    def page(
        self,
        visit: Visit,
        name: str,
        *,
        status: int = 200,
        headers: Mapping[str, str] = NOT_KEPT,
        **values: object,
    ) -> web.Response:
        token = self.sessions.token(visit.held) if visit.session is not None else ""
        body = self._pages.draw(name, visit.language, visit=visit, token=token, **values)
        return web.Response(
            text=body, status=status, content_type="text/html", charset="utf-8", headers=headers
        )

    def error(self, language: Language, code: str, status: int) -> web.Response:
        """Nothing of the request is in it."""
        return self.page(Visit("", language), "error", status=status, code=code)

    async def end(self, visit: Visit, why: Literal["signed-out", "no-longer-in"]) -> web.Response:
        await self.sessions.end(visit.held)
        status = 200 if why == "signed-out" else 403
        answer = self.page(Visit("", visit.language), "ended", status=status, why=why)
        answer.headers.update(cookie(COOKIE, "", seconds=0))
        return answer

    @web.middleware
    async def _around(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if request.path.startswith(BOTS_OWN):
            return await handler(request)
        try:
            answer = await self._admitted(request, handler)
        except web.HTTPException as refused:
            code = "not-found" if refused.status in (404, 405) else "wrong"
            answer = self.error(accepted(request.headers.get("Accept-Language", "")), code, refused.status)
            if refused.status == 405:
                answer.headers["Allow"] = refused.headers["Allow"]
        answer.headers.update(HEADERS)
        if "Cache-Control" not in answer.headers:
            answer.headers.update(NOT_KEPT)
        return answer

    async def _admitted(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        language = accepted(request.headers.get("Accept-Language", ""))
        if not self._peer_limit.allows(request.remote or ""):
            return self._busy(language)
        try:
            return await handler(request)
        except StoreUnavailable:
            log.error("web.store_unavailable")
            return self.error(language, "busy", 503)
        except web.HTTPException:
            raise
        except Exception as fault:  # the named edge for bugs: nothing of it or of the request is shown
            log.error("web.fault", **told(fault))
            return self.error(language, "fault", 500)

    def _busy(self, language: Language) -> web.Response:
        answer = self.error(language, "busy", 429)
        answer.headers["Retry-After"] = "5"
        return answer

    def _handler(self, route: Route) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            return await self._take(route, request)

        return handle

    async def _static(self, request: web.Request) -> web.Response:
        asset = self._pages.assets.get(request.match_info["name"])
        if asset is None:
            raise web.HTTPNotFound
        return web.Response(body=asset.data, content_type=asset.content_type, charset="utf-8", headers=KEPT)

    async def _take(self, route: Route, request: web.Request) -> web.Response:
        language = accepted(request.headers.get("Accept-Language", ""))
        held = request.cookies.get(COOKIE, "")
        visit = Visit(
            held,
            language,
            path=dict(request.match_info),
            query=dict(request.query),
            cookies=dict(request.cookies),
        )
        if route.method == "POST":
            form = await self._form(route, request)
            if isinstance(form, str):
                status = {"elsewhere": 403, "too-large": 413}.get(form, 400)
                return self.error(language, form, status)
            visit = replace(visit, form=form)
        known = held and not route.from_elsewhere
        session = await self.sessions.of(held, self.clock()) if known else None
        if session is None:
            if route.needs == "nobody":
                return await route.answer(self, visit)
            return self._to_sign_in(route, request, language)
        if route.method == "POST" and not self.sessions.is_token(held, visit.form.text("csrf")):
            log.info("web.refused", reason="csrf")
            return self.error(language, "elsewhere", 403)
        if not self._session_limit.allows(held):
            return self._busy(language)
        person = await person_of(self.store, session)
        language = person.language if person is not None else session.language
        visit = replace(visit, session=session, person=person, language=language)
        if route.needs in ("nobody", "session"):
            return await route.answer(self, visit)
        return await self._in_application(route, visit)

    async def _in_application(self, route: Route, visit: Visit) -> web.Response:
        """Asked anew of the record, each time: who was in yesterday may not be in now."""
        key = records.application_key(visit.path["application"][:64])
        found = (await self.store.get([key])).get(key)
        application = records.to_application(found) if found is not None else None
        member = (
            application.member(visit.person.id)
            if application is not None and visit.person is not None
            else None
        )
        if application is None or member is None:
            if visit.path["application"] in visit.signed_in.been_in:
                return await self.end(visit, "no-longer-in")
            return self.error(visit.language, "not-found", 404)
        if route.needs == "contact" and not member.is_contact:
            return self.error(visit.language, "reader-only", 403)
        if route.needs in ("party", "fresh") and member.role == "reader":
            return self.error(visit.language, "reader-only", 403)
        if application.id not in visit.signed_in.been_in:
            been_in = (*visit.signed_in.been_in, application.id)
            await self.sessions.change(visit.held, been_in=been_in)
        visit = replace(visit, view=View(application, self.context), member=member)
        if route.needs == "fresh" and not is_fresh_now(visit.signed_in.auth_time, self.clock()):
            return self.page(visit, "prove", status=403, goes_to=f"/soknad/{application.id}/bekreft")
        return await route.answer(self, visit)

    async def view_of(self, visit: Visit) -> View | None:
        """The application as it is now."""
        key = records.application_key(visit.application.id)
        found = (await self.store.get([key])).get(key)
        return View(records.to_application(found), self.context) if found is not None else None

    async def _form(self, route: Route, request: web.Request) -> Form | str:
        if not route.from_elsewhere and is_from_elsewhere(request, self._public_url):
            log.info("web.refused", reason="elsewhere")
            return "elsewhere"
        raw = await read_body(request, LIMITS, FORM)
        if not isinstance(raw, bytes):
            log.info("web.refused", reason=raw.reason)
            return "too-large" if raw.status == 413 else "wrong"
        form = to_form(raw)
        return form if form is not None else "wrong"

    def _to_sign_in(self, route: Route, request: web.Request, language: Language) -> web.Response:
        if route.method == "POST":
            return self.page(Visit("", language), "ended", status=403, why="session")
        if request.path == "/":
            return see("/inn")
        return self.page(Visit("", language), "signin", status=403, goes_to=request.path, why="")


def see(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path, **NOT_KEPT})
