"""A turn on botbuilder's terms: its Activity and TurnContext, without its transport and its door."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NoReturn

from botbuilder.core import BotAdapter, InvokeResponse, TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import Activity
from botframework.connector.auth import (
    AuthenticateRequestResult,
    BotFrameworkAuthentication,
    ClaimsIdentity,
)
from botframework.connector.auth.connector_factory import ConnectorFactory

from bot.body import Json
from bot.door import Identity
from bot.sdk_activity import to_sdk_activity

_BODY = "tilskuddshjelpen.body"
_IDENTITY = "tilskuddshjelpen.identity"


@dataclass(frozen=True, slots=True)
class InvokeReply:
    """What an invoke is answered with: `web.json_response(reply.body, status=reply.status)`."""

    status: int
    body: Json | None = None


class SendsGoThroughTheConnector(Exception):
    """`context.send_activity` was used for a message. A bug: replies are outbox rows, sent another way."""


def body_of(context: TurnContext) -> Json:
    """The activity as it came, with the fields botbuilder does not know."""
    body: Json = context.turn_state[_BODY]
    return body


def identity_of(context: TurnContext) -> Identity:
    identity: Identity = context.turn_state[_IDENTITY]
    return identity


def answer_invoke(context: TurnContext, reply: InvokeReply) -> None:
    """Answers the invoke of this turn; a plain dict goes out as it is. Without it the answer is 501."""
    response = InvokeResponse(status=reply.status, body=reply.body)
    context.turn_state[BotAdapter._INVOKE_RESPONSE_KEY] = Activity(type="invokeResponse", value=response)


class Adapter:
    """Runs turns through `CloudAdapterBase.process_activity`, as the identity that our own door has found."""

    def __init__(self) -> None:
        self._adapter = _Adapter(_OwnDoor())
        self._connector_factory = _NoSendsFactory()

    async def run(
        self, body: Json, identity: Identity, logic: Callable[[TurnContext], Awaitable[None]]
    ) -> InvokeReply | None:
        """One turn. The reply is None unless the activity is an invoke. What `logic` raises comes through."""

        async def with_body(context: TurnContext) -> None:
            context.turn_state[_BODY] = body
            context.turn_state[_IDENTITY] = identity
            await logic(context)

        result = AuthenticateRequestResult()
        result.audience = identity.app_id
        result.claims_identity = ClaimsIdentity(dict(identity.claims), True)
        result.connector_factory = self._connector_factory
        response = await self._adapter.process_activity(result, to_sdk_activity(body), with_body)
        return None if response is None else InvokeReply(int(response.status), response.body)


class _Adapter(CloudAdapterBase):  # type: ignore[misc]  # botbuilder has no types
    """The base class as it is; only its constructor's demand for a door has to be met."""


class _OwnDoor(BotFrameworkAuthentication):  # type: ignore[misc]  # botbuilder has no types
    """Stands where botbuilder's authentication would. Our own door has spoken before, so it is not asked."""

    async def authenticate_request(self, activity: Activity, auth_header: str) -> NoReturn:
        raise NotImplementedError

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> NoReturn:
        raise NotImplementedError

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> NoReturn:
        raise NotImplementedError

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """No sign-in through the Bot Framework's token service."""


class _NoSends:
    """The connector client of a turn: whatever is asked of it, sends go another way."""

    @property
    def conversations(self) -> NoReturn:
        raise SendsGoThroughTheConnector


class _NoSendsFactory(ConnectorFactory):  # type: ignore[misc]  # botbuilder has no types
    async def create(self, service_url: str, audience: str) -> _NoSends:
        return _NoSends()
