"""What neither Teams nor we accept in what the bot sends; every finding is kept until it is raised."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from tests.card_validation import CardValidator
from tests.fake_teams_world import ADAPTIVE_CARD, Json

ACTIVITY_LIMIT_CHARACTERS: Final = 40_000
FILE_CONSENT: Final = "application/vnd.microsoft.teams.card.file.consent"
FILE_INFO: Final = "application/vnd.microsoft.teams.card.file.info"
ATTACHMENTS: Final = frozenset(
    {
        ADAPTIVE_CARD,
        FILE_CONSENT,
        FILE_INFO,
        "application/vnd.microsoft.card.hero",
        "application/vnd.microsoft.card.thumbnail",
        "application/vnd.microsoft.card.signin",
    }
)
TEXT_FORMATS: Final = frozenset({"plain", "markdown", "xml"})


class TeamsViolation(AssertionError):
    """The bot did what Teams or the house rules forbid."""


class NotStrictJson(ValueError):
    """The body is not JSON as Teams reads it."""


def strict_json(raw: bytes) -> Any:
    """Parses JSON and refuses NaN, infinities, repeated keys and lone surrogates; raises NotStrictJson."""

    def no_constant(name: str) -> None:
        raise NotStrictJson(f"{name} is not JSON")

    def no_repetition(pairs: list[tuple[str, Any]]) -> Json:
        names = [name for name, _ in pairs]
        if len(names) != len(set(names)):
            raise NotStrictJson(f"a key is repeated in {names}")
        return dict(pairs)

    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=no_constant, object_pairs_hook=no_repetition)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeError as error:
        raise NotStrictJson(f"not UTF-8, or a lone surrogate: {error}") from error
    except ValueError as error:
        raise NotStrictJson(str(error)) from error
    return value


class Judge:
    """Looks at everything the bot sends; a validator of None leaves cards unjudged (for load only)."""

    def __init__(
        self, bot_id: str, validator: CardValidator | None, wake: Callable[[], object] = bool
    ) -> None:
        self._bot_id = bot_id
        self._wake = wake
        self._validator = validator
        self.violations: list[str] = []
        self._expecting = False

    def report(self, violation: str) -> None:
        self.violations.append(violation)
        self._wake()

    def check(self) -> None:
        """Raises what was found since the last check, all at once."""
        if self.violations and not self._expecting:
            found, self.violations = self.violations, []
            raise TeamsViolation("\n".join(found))

    @contextmanager
    def expecting(self) -> Iterator[list[str]]:
        """For tests of what is forbidden: gathers the findings instead of raising; none is an error."""
        self.check()
        self._expecting = True
        try:
            yield self.violations
        finally:
            gathered, self.violations, self._expecting = self.violations, [], False
        if not gathered:
            raise TeamsViolation("a violation was expected, and none came")

    def look_at_activity(self, activity: Json, characters: int, conversation_id: str | None) -> None:
        for problem in self._activity_problems(activity, characters, conversation_id):
            self.report(f"activity: {problem}")
        for attachment in activity.get("attachments") or []:
            if isinstance(attachment, dict) and attachment.get("contentType") == ADAPTIVE_CARD:
                self.look_at_card(attachment.get("content"))

    def look_at_card(self, card: object) -> None:
        if self._validator is not None:
            for problem in self._validator.problems(card):
                self.report(f"card: {problem}")

    def _activity_problems(
        self, activity: Json, characters: int, conversation_id: str | None
    ) -> Iterator[str]:
        if characters >= ACTIVITY_LIMIT_CHARACTERS:
            yield f"{characters} characters of JSON, the limit is {ACTIVITY_LIMIT_CHARACTERS}"
        if activity.get("type") not in ("message", "typing"):
            yield f"type {activity.get('type')!r} is not sent by bots here"
        if not isinstance(activity.get("text", ""), str | None):
            yield "text is not a string"
        if activity.get("textFormat") not in (None, *TEXT_FORMATS):
            yield f"textFormat {activity['textFormat']!r} is unknown"
        sender = (activity.get("from") or {}).get("id")
        if sender not in (None, self._bot_id):
            yield f"it is sent as {sender!r}, the bot is {self._bot_id!r}"
        said = (activity.get("conversation") or {}).get("id")
        if conversation_id is not None and said not in (None, conversation_id):
            yield f"it names conversation {said!r} and is sent to {conversation_id!r}"
        for attachment in activity.get("attachments") or []:
            kind = attachment.get("contentType") if isinstance(attachment, dict) else None
            if kind not in ATTACHMENTS and not str(kind).startswith("image/"):
                yield f"attachment type {kind!r} is not shown by Teams"
        for entity in activity.get("entities") or []:
            if entity.get("type") == "mention" and entity.get("text", "") not in (activity.get("text") or ""):
                yield f"the mention {entity.get('text')!r} does not stand in the text"
