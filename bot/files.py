"""Files offered in a personal chat: first the person's consent, then the bytes, to the address Teams gives."""

from __future__ import annotations

from pathlib import Path

from bot.activities import CONSENT
from bot.body import Json

INFO = "application/vnd.microsoft.teams.card.file.info"


def file_offer(name: str, description: str, size_bytes: int, context: Json) -> Json:
    """The message that asks. `context` comes back with the answer, as a hint only."""
    content = {
        "description": description,
        "sizeInBytes": size_bytes,
        "acceptContext": context,
        "declineContext": context,
    }
    return {"type": "message", "attachments": [{"contentType": CONSENT, "name": name, "content": content}]}


def keep_here(path: Path, content: bytes) -> Path:
    """Where the client takes no files, and is on the same machine: the latest of that name alone."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_bytes(content)
    return path


def file_info(name: str, content_url: str, unique_id: str, file_type: str) -> Json:
    """The message that shows the file where it lies now."""
    content = {"uniqueId": unique_id, "fileType": file_type}
    attachment = {"contentType": INFO, "contentUrl": content_url, "name": name, "content": content}
    return {"type": "message", "attachments": [attachment]}
