"""What one person does with what the bot has sent: pressing, filling in, accepting a file, looking again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from tests.fake_teams_activities import Trigger, action_value, invoke
from tests.fake_teams_cards import ClientRefuses, Given, Offer, filled, find_offer
from tests.fake_teams_judge import FILE_CONSENT
from tests.fake_teams_render import read_card
from tests.fake_teams_service import BotAnswer, Service
from tests.fake_teams_view import Seen, View
from tests.fake_teams_world import ADAPTIVE_CARD, Conversation, Json, User

SHOWN_CARD: Final = ADAPTIVE_CARD
SHOWN_MESSAGE: Final = "application/vnd.microsoft.activity.message"
SHOWN_ERRORS: Final = frozenset(
    {"application/vnd.microsoft.error", "application/vnd.microsoft.error.preconditionFailed"}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an invoke led to: HTTP status, and the card, message or error code the client was given."""

    activity: Json
    status: int
    seen: Seen | None
    number: int
    card: Json | None = None
    notice: str | None = None
    error_code: str | None = None
    twin: Outcome | None = None
    """The second of a double click."""

    @property
    def text(self) -> str:
        return read_card(self.card) if self.card is not None else self.notice or ""


class Hands(View):
    def __init__(self, service: Service, user: User, conversation: Conversation) -> None:
        super().__init__(service.world, service.judge, user, conversation)
        self._service = service

    async def submit(
        self,
        seen: Seen,
        action: str,
        inputs: Mapping[str, Given] | None = None,
        *,
        having: Mapping[str, Any] | None = None,
        forced: bool = False,
        twice: bool = False,
        expect_status: int | None = None,
    ) -> Outcome:
        """Fills in and chooses the action with this title, verb or id on a message as it was seen.

        `having` picks among actions of the same name by their data; `forced` goes past what a client checks;
        `twice` is a double click. Raises ClientRefuses where the client stops the person.
        """
        number, offer = _offer(seen, action, having)
        data = _sent_data(offer, filled(offer.inputs, inputs or {}, forced=forced))
        kind = offer.action["type"]
        if kind == "Action.Execute":
            value = action_value(offer.action, data, "manual")
            activities = [self._invoke("adaptiveCard/action", value, seen) for _ in range(2 if twice else 1)]
        elif kind == "Action.Submit":
            activities = [self._submitted(data, seen) for _ in range(2 if twice else 1)]
        else:
            raise ClientRefuses(f"{action!r} is {kind}: the client does it without the bot")
        self._act()
        first, *rest = await asyncio.gather(
            *(self._told(activity, seen, number, expect_status) for activity in activities)
        )
        return replace(first, twin=rest[0]) if rest else first

    async def press(
        self,
        action: str,
        inputs: Mapping[str, Given] | None = None,
        *,
        having: Mapping[str, Any] | None = None,
        forced: bool = False,
        twice: bool = False,
        expect_status: int | None = None,
    ) -> Outcome:
        """As submit, on the newest message that offers the action."""
        for seen in reversed(self.messages):
            if not seen.deleted and any(find_offer(card, action, having) for card in seen.cards.values()):
                return await self.submit(
                    seen,
                    action,
                    inputs,
                    having=having,
                    forced=forced,
                    twice=twice,
                    expect_status=expect_status,
                )
        raise ClientRefuses(f"nothing in the conversation offers {action!r}:\n{self.transcript()[-2000:]}")

    async def raw_action(
        self,
        action: Json,
        seen: Seen | None = None,
        *,
        trigger: Trigger = "manual",
        expect_status: int | None = None,
    ) -> Outcome:
        """Any program can send any action from anywhere: nothing of it needs to stand on a card."""
        self._act()
        value = {"action": action, "trigger": trigger}
        return await self._told(self._invoke("adaptiveCard/action", value, seen), seen, 0, expect_status)

    async def reload(self) -> list[Outcome]:
        """Comes back to the chat: cards shown to this person alone are gone, and cards refresh themselves."""
        outcomes = []
        for message in self.conversation.messages:
            for number in message.cards_for(self.user):
                message.views.pop((self.user.id, number), None)
        for seen in self.messages:
            for number, card in seen.cards.items():
                refresh = card.get("refresh")
                if refresh and self.user.id in refresh.get("userIds", ()) and not seen.deleted:
                    action = refresh["action"]
                    value = action_value(action, action.get("data", {}), "automatic")
                    activity = self._invoke("adaptiveCard/action", value, seen)
                    outcomes.append(await self._told(activity, seen, number, None))
        return outcomes

    async def accept_file(self, seen: Seen, *, twice: bool = False) -> BotAnswer:
        """Agrees to a file; what the bot then uploads is in the service's `files.uploads`."""
        consent = _consent(seen)
        content = consent["content"]
        value = {
            "type": "fileUpload",
            "action": "accept",
            "context": content.get("acceptContext"),
            "uploadInfo": self._service.files.offered(consent["name"]),
        }
        return await self._answer_consent(value, seen, twice)

    async def decline_file(self, seen: Seen, *, twice: bool = False) -> BotAnswer:
        context = _consent(seen)["content"].get("declineContext")
        return await self._answer_consent(
            {"type": "fileUpload", "action": "decline", "context": context}, seen, twice
        )

    async def _again(self, outcome: Outcome, activity: Json) -> Outcome:
        return await self._told(activity, outcome.seen, outcome.number, None)

    async def _answer_consent(self, value: Json, seen: Seen, twice: bool) -> BotAnswer:
        self._act()
        activities = [self._invoke("fileConsent/invoke", value, seen) for _ in range(2 if twice else 1)]
        return (await asyncio.gather(*(self._service.tell(activity) for activity in activities)))[0]

    def _invoke(self, name: str, value: Json, seen: Seen | None) -> Json:
        place = self._service.place(self.user, self.conversation, seen.thread_id if seen else None)
        return invoke(self._service.activity("invoke", place), name, value, seen.id if seen else None)

    def _submitted(self, data: Any, seen: Seen) -> Json:
        """An old-style Action.Submit arrives as a message with a value; `msteams` in its data shapes it."""
        place = self._service.place(self.user, self.conversation, seen.thread_id)
        common = {**self._service.activity("message", place), "replyToId": seen.id}
        wish = data.get("msteams", {}) if isinstance(data, dict) else {}
        match wish.get("type"):
            case "imBack":
                return {**common, "text": wish["value"], "textFormat": "plain"}
            case "messageBack":
                return {**common, "text": wish.get("text", ""), "value": wish.get("value", data)}
            case _:
                return {**common, "value": data}

    async def _told(
        self, activity: Json, seen: Seen | None, number: int, expect_status: int | None
    ) -> Outcome:
        answer = await self._service.tell(activity, expect_status)
        outcome = Outcome(activity, answer.status, seen, number)
        if activity["type"] != "invoke" or answer.status != 200:
            return outcome
        return self._shown(outcome, answer.body)

    def _shown(self, outcome: Outcome, body: Any) -> Outcome:
        """Reads the bot's answer to adaptiveCard/action as the client does, and shows it."""
        answer = body if isinstance(body, dict) else {}
        code, kind, value = answer.get("statusCode"), answer.get("type"), answer.get("value")
        if code == 200 and kind == SHOWN_CARD and isinstance(value, dict):
            self._judge.look_at_card(value)
            if outcome.seen is not None:
                self._world.show_alone(outcome.seen.message, self.user, outcome.number, value)
            outcome = replace(outcome, card=value)
        elif code == 200 and kind == SHOWN_MESSAGE and isinstance(value, str):
            self.notices.append(value)
            outcome = replace(outcome, notice=value)
        elif kind in SHOWN_ERRORS and isinstance(value, dict) and code in (400, 401, 403, 404, 412, 429, 500):
            self.notices.append(str(value.get("message")))
            outcome = replace(outcome, notice=str(value.get("message")), error_code=str(value.get("code")))
        else:
            self._judge.report(f"an answer to adaptiveCard/action that no client can show: {body!r:.300}")
        self._judge.check()
        return outcome


def _offer(seen: Seen, action: str, having: Mapping[str, Any] | None) -> tuple[int, Offer]:
    for number, card in seen.cards.items():
        offer = find_offer(card, action, having)
        if offer is not None:
            return number, offer
    raise ClientRefuses(f"the message does not offer {action!r}:\n{seen.text}")


def _sent_data(offer: Offer, values: dict[str, str]) -> Any:
    data = offer.action.get("data")
    return {**data, **values} if isinstance(data, dict) else values or data or {}


def _consent(seen: Seen) -> Json:
    for attachment in seen.activity.get("attachments") or []:
        if attachment["contentType"] == FILE_CONSENT and not seen.deleted:
            found: Json = attachment
            return found
    raise ClientRefuses(f"the message offers no file:\n{seen.text}")
