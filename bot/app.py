"""The composition root: the only place that wires. `build_bot` gives the parts, `build_app` the web application."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType

import aiohttp
import structlog
from aiohttp import web

from bot import records
from bot.activities import to_incoming
from bot.adapter import Adapter, InvokeReply, answer_invoke, body_of
from bot.agreement_files import AgreementFiles
from bot.answering import PATIENCE_SECONDS as ANSWER_PATIENCE_SECONDS
from bot.answering import Answering, OpenFinder, lexical
from bot.codes import load_secret
from bot.connected import Connected
from bot.connecting import Connecting
from bot.connector import Connector
from bot.consents import Consents
from bot.delivery.agreement import AgreementDelivery
from bot.delivery.at_once import PATIENCE_SECONDS, AtOnce
from bot.delivery.backlog import Backlog
from bot.delivery.folder import FolderDelivery
from bot.delivery.inquiry import AnswerDelivery, InquiryCardDelivery, InquiryDelivery
from bot.delivery.news import NewsDelivery
from bot.delivery.notice import NoticeDelivery
from bot.delivery.pdf import FiledPdfs, PdfDelivery
from bot.delivery.receipt import ReceiptDelivery
from bot.delivery.still_in import StillIn
from bot.delivery.teams import PAUSES, Pauses, TeamsDelivery
from bot.delivery.worker import Worker
from bot.dispatch import Dispatch
from bot.door import Admitted, Door, LocalDoor, to_response
from bot.finder_child import InChild
from bot.form_files import SUFFIXES, empty_file
from bot.inquiries import Inquiries
from bot.interpret import Phrases, phrases_of
from bot.keys import KeyCache
from bot.knowledge_folder import KnowledgeFolder, Rereading
from bot.officers import Officers
from bot.outgoing import Outgoing
from bot.pace import Pace
from bot.peer_limit import PeerLimit
from bot.public_answers import PublicAnswers
from bot.redeeming import Guests, IsGuest
from bot.replies import FileOffers, Speaks, replies
from bot.roster import Rosters
from bot.sent_files import SentFiles
from bot.service_urls import FileHosts, ServiceUrls
from bot.settings import Settings, listed
from bot.signing import open_signer
from bot.timed import Purging
from bot.token_door import BOT_FRAMEWORK_ISSUER, TokenDoor
from bot.tokens import Credential, MsalToken, NoToken, TokenSource
from bot.turn import LOCAL_ISSUER, Turns
from bot.web.guard import is_public_url
from bot.web.said import on_the_web
from bot.web.sessions import GuestsOfTheWeb
from bot.web.signing_in import Registration
from bot.words import load_texts
from dialogs.agreement.records import Door as ProofDoor
from dialogs.context import Context
from dialogs.effects import OfferedFile
from dialogs.form import FORM
from dialogs.person import LANGUAGES, Language
from knowledge.community_files import load_communities
from knowledge.library import Library
from knowledge.municipalities import load_municipalities
from storage.json_text import to_bytes
from storage.store import Store, StoreUnavailable

log = structlog.get_logger(__name__)

CONTENT_TYPES: Mapping[OfferedFile, str] = MappingProxyType(
    {
        "form": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "budget": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)
METADATA_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
"""Where the Bot Framework says which keys it signs with."""


@dataclass(frozen=True, slots=True)
class Bot:
    """The parts that a web application, a terminal or a test drives."""

    settings: Settings
    store: Store
    context: Context
    turns: Turns
    dispatch: Dispatch
    worker: Worker
    web_turns: Turns
    """The same turns through the web page's door."""
    phrases: Phrases
    secret: bytes
    at_once: AtOnce
    connected: Connected
    purging: Purging
    answering: Answering
    rereading: Rereading

    def start(self, *, alone: bool) -> None:
        """`alone`: this process is the only one that delivers from the store."""
        self.worker.start(alone=alone)
        self.purging.start()
        self.answering.start()
        self.rereading.start()

    async def stop(self) -> None:
        """Lets what is being sent end, and writes down what is known."""
        await self.purging.stop()
        await self.rereading.stop()
        await self.answering.stop()
        await self.at_once.finish()
        await self.worker.stop()


class FileSizes(dict[tuple[OfferedFile, Language], int]):
    """How large an empty file is, found out when it is first asked for: it takes a fifth of a second to make."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def __missing__(self, key: tuple[OfferedFile, Language]) -> int:
        what, language = key
        size = self[key] = len(empty_file(what, self._context, language))
        return size


def load_context(settings: Settings) -> Context:
    return Context(
        form=FORM,
        texts=load_texts(),
        communities=load_communities(settings.communities_dir),
        municipalities=load_municipalities(),
    )


def build_bot(
    settings: Settings,
    store: Store,
    outgoing: Outgoing,
    *,
    context: Context | None = None,
    pace: Pace | None = None,
    pauses: Pauses = PAUSES,
    raise_faults: bool = False,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    roster_clock: Callable[[], float] = time.monotonic,
    patience_seconds: float = PATIENCE_SECONDS,
    load: Callable[[], Library] | None = None,
    open_finder: OpenFinder = lexical,
    answer_patience_seconds: float = ANSWER_PATIENCE_SECONDS,
) -> Bot:
    """`load` gives the knowledge base, in a thread, after the start; `open_finder` what finds in it.

    Raises NoSigningKey.
    """
    context = replace(
        context or load_context(settings),
        unanswered_days=settings.unanswered_days,
        chat_link=chat_link(settings),
        web_link=f"{settings.public_url.rstrip('/')}/inn" if settings.has_web else "",
    )
    secret = load_secret(settings.data)
    signer = open_signer(settings)
    teams = TeamsDelivery(store, outgoing, pace or Pace(), pauses)
    connected = Connected(store)
    filed = FiledPdfs(store, settings.data / "filed", context, clock)
    agreements = AgreementFiles(store, context, clock)
    rosters = Rosters(outgoing, clock=roster_clock)
    phrases = phrases_of(context.texts, context.communities)
    notice = NoticeDelivery(store, context, teams)
    inquiries = InquiryDelivery(store, context, teams)
    worker = Worker(
        store,
        {
            "teams": StillIn(store, teams),
            "folder": FolderDelivery(store, context, settings.data / "filed", signer),
            "notice": notice,
            "receipt": ReceiptDelivery(store, context, teams),
            "news": NewsDelivery(store, context, teams),
            "inquiry": inquiries,
            "inquiry_answer": AnswerDelivery(store, context, teams),
            "inquiry_failed": AnswerDelivery(store, context, teams, failed=True),
            "inquiry_card": InquiryCardDelivery(store, context, teams),
            "agreement": AgreementDelivery(
                store,
                context,
                teams,
                agreements,
                kept_in=None if settings.client_takes_files else settings.data / "agreements",
            ),
            "pdf": PdfDelivery(store, context, teams, filed, tells_path=not settings.client_takes_files),
        },
        backlog := Backlog(),
    )
    at_once = AtOnce(teams, backlog, worker.settle_later, patience_seconds=patience_seconds)

    folder = KnowledgeFolder(settings.knowledge_dir, settings.communities_dir)
    answering = Answering(load or folder.load, open_finder, patience_seconds=answer_patience_seconds)
    link = f"http://127.0.0.1:{settings.port}/form" if not settings.client_takes_files else ""

    def turns_by(door: ProofDoor, issuer: str, speaks: Speaks, is_guest: IsGuest) -> Turns:
        return Turns(
            store=store,
            context=context,
            phrases=phrases,
            connected=connected,
            send_now=at_once.send,
            wake=worker.wake,
            flush=worker.flush,
            door=door,
            issuer=issuer,
            speaks=speaks,
            offers=FileOffers(FileSizes(context), link),
            hears_client=settings.client_takes_files,  # the local client says «en-US» whoever sits there
            open_file=SentFiles(outgoing, file_hosts(settings)).open,
            secret=secret,
            signer=signer,
            is_guest=is_guest,
            answering=answering,
            raise_faults=raise_faults,
            clock=clock,
        )

    turns = turns_by(
        "teams", LOCAL_ISSUER if settings.local else BOT_FRAMEWORK_ISSUER, replies, Guests(outgoing)
    )

    async def after_connecting() -> None:
        await connected.refresh()
        await notice.hurry()
        await inquiries.follow(connected())
        worker.wake()

    dispatch = Dispatch(
        store=store,
        context=context,
        turns=turns,
        officers=Officers(store, context, rosters),
        inquiries=Inquiries(store, context, rosters),
        public=PublicAnswers(
            store=store,
            context=context,
            answering=answering,
            phrases=phrases,
            community_in=connected.community_in,
            clock=clock,
        ),
        connecting=Connecting(store, context, rosters, phrases, secret, any_tenant=settings.local),
        consents=Consents(
            store,
            context,
            outgoing,
            filed,
            agreements,
            rosters,
            file_hosts(settings),
            at_once.send,
            patience_seconds=patience_seconds,
        ),
        send_now=at_once.send,
        wake=worker.wake,
        after_connecting=after_connecting,
        phrases=phrases,
        raise_faults=raise_faults,
    )
    return Bot(
        settings,
        store,
        context,
        turns,
        dispatch,
        worker,
        turns_by("web", "web", on_the_web, GuestsOfTheWeb(store)),
        phrases,
        secret,
        at_once,
        connected,
        Purging(store),
        answering,
        Rereading(folder, answering),
    )


def build_serving_bot(settings: Settings, store: Store, outgoing: Outgoing) -> Bot:
    """With the learned finder, in a process of its own."""
    return build_bot(settings, store, outgoing, open_finder=InChild)


def service_urls(settings: Settings) -> ServiceUrls:
    """Raises NotAHost for a wildcard in the settings."""
    if settings.local:
        return ServiceUrls.on_loopback()
    return ServiceUrls.on_hosts(listed(settings.service_hosts))


def chat_link(settings: Settings) -> str:
    """Opens a personal chat with the bot in Teams; "" where there is no Teams."""
    if settings.local or not settings.app_id:
        return ""
    return f"https://teams.microsoft.com/l/chat/0/0?users=28:{settings.app_id}"


def file_hosts(settings: Settings) -> FileHosts:
    """Raises NotAHost for a wildcard in the settings."""
    return FileHosts.on_loopback() if settings.local else FileHosts.below(listed(settings.file_hosts))


def build_app(bot: Bot, door: Door) -> web.Application:
    adapter = Adapter()

    async def messages(request: web.Request) -> web.StreamResponse:
        admitted = await door.admit(request)
        if not isinstance(admitted, Admitted):
            return to_response(admitted)

        async def logic(context: object) -> None:
            incoming = to_incoming(body_of(context))
            reply = await bot.dispatch.take(incoming) if incoming is not None else None
            if reply is not None:
                answer_invoke(context, reply)
            elif admitted.body.get("type") == "invoke":
                answer_invoke(context, InvokeReply(200, {}))

        answer = await adapter.run(admitted.body, admitted.identity, logic)
        if answer is None:
            return web.Response(status=200)
        data = to_bytes(answer.body)
        return web.Response(body=data, status=answer.status, content_type="application/json", charset="utf-8")

    async def healthz(request: web.Request) -> web.Response:
        try:
            await bot.store.get([records.channel_key("none")])
        except StoreUnavailable:
            return web.json_response({"status": "store"}, status=503)
        return web.json_response({"status": "ok"})

    async def empty(request: web.Request) -> web.Response:
        """An empty file, the same for everybody; only where Teams' own way of giving files is missing."""
        language = next((known for known in LANGUAGES if known == request.match_info["language"]), None)
        suffix = request.match_info["suffix"]
        what = next((known for known in SUFFIXES if SUFFIXES[known] == suffix), None)
        if language is None or what is None:
            raise web.HTTPNotFound
        file = await asyncio.to_thread(empty_file, what, bot.context, language)
        return web.Response(body=file, content_type=CONTENT_TYPES[what])

    app = web.Application(client_max_size=512 * 1024)
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/healthz", healthz)
    if bot.settings.local and not bot.settings.client_takes_files:
        app.router.add_get("/form/{language}.{suffix}", empty)
    return app


def local_door(port: int) -> LocalDoor:
    return LocalDoor(port=port, peer_limit=PeerLimit(per_second=2_000, burst=4_000))


def signing_keys(session: aiohttp.ClientSession) -> KeyCache:
    """To be closed when it is no longer used."""
    return KeyCache(session, METADATA_URL, issuer=BOT_FRAMEWORK_ISSUER)


def token_door(settings: Settings, keys: KeyCache) -> TokenDoor:
    return TokenDoor(
        app_id=settings.app_id,
        tenants=listed(settings.allowed_tenants),
        urls=service_urls(settings),
        keys=keys,
        # Teams posts for a whole tenant from few addresses.
        peer_limit=PeerLimit(per_second=500, burst=1_000),
    )


def token_source(settings: Settings) -> MsalToken | NoToken:
    """To be closed when it is no longer used."""
    if settings.local:
        return NoToken()
    return MsalToken(
        Credential(settings.app_id, settings.app_tenant_id, settings.app_password.get_secret_value())
    )


def connector_to_teams(settings: Settings, session: aiohttp.ClientSession, tokens: TokenSource) -> Connector:
    return Connector(session, urls=service_urls(settings), tokens=tokens)


def web_registration(settings: Settings) -> Registration | None:
    """None where there is no web page. Raises ValueError for an address that cannot be one."""
    if not settings.has_web:
        return None
    public_url, authority = settings.public_url.rstrip("/"), settings.web_authority.rstrip("/")
    if not is_public_url(public_url):
        raise ValueError("TILSKUDD_PUBLIC_URL")
    if not authority.startswith("https://") or authority.count("/") != 3:
        raise ValueError("TILSKUDD_WEB_AUTHORITY")
    return Registration(
        client_id=settings.web_client_id,
        client_secret=settings.web_client_secret.get_secret_value(),
        authority=authority,
        public_url=public_url,
        tenants=frozenset(tenant.lower() for tenant in listed(settings.web_tenants)),
    )


def signing_in_keys(session: aiohttp.ClientSession, registration: Registration) -> KeyCache:
    """To be closed when it is no longer used."""
    return KeyCache(session, registration.metadata_url, issuer=registration.metadata_issuer)
