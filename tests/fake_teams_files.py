"""Files in the pretended Teams: what people send to the bot, and what the bot uploads after consent."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from aiohttp import web

from tests.fake_teams_judge import Judge
from tests.fake_teams_switchboard import Call, Done, Refused, Switchboard
from tests.fake_teams_world import Json

RANGE: Final = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
DOWNLOAD_INFO: Final = "application/vnd.microsoft.teams.file.download.info"


@dataclass(slots=True, eq=False)
class Upload:
    """A place for one file that a person has agreed to receive."""

    name: str
    unique_id: str
    content: bytearray = field(default_factory=bytearray, repr=False)
    complete: bool = False


class Files:
    """Pre-authenticated addresses, so a token of the bot's that comes here has gone astray."""

    def __init__(self, judge: Judge, switchboard: Switchboard, address: Callable[[], str]) -> None:
        self._judge = judge
        self._switchboard = switchboard
        self._address = address
        self._sent: dict[str, bytes] = {}
        self.uploads: dict[str, Upload] = {}

    def routes(self) -> list[web.RouteDef]:
        take = self._switchboard.handler
        return [
            web.get("/files/{file}", take("download", self._download)),
            web.put("/uploads/{file}", take("upload", self._upload, self._read_upload)),
            web.get("/{region}/v3/attachments/{file}/views/original", take("attachment", self._attachment)),
        ]

    def sent(self, name: str, content: bytes, download_url: str | None = None) -> Json:
        """The attachment for a file that a person sends in a personal chat."""
        unique_id = self._keep(content)
        return {
            "contentType": DOWNLOAD_INFO,
            "contentUrl": f"https://contoso.sharepoint.example/personal/Documents/{name}",
            "name": name,
            "content": {
                "downloadUrl": download_url or f"{self._address()}/files/{unique_id}?tempauth=once",
                "uniqueId": unique_id,
                "fileType": PurePath(name).suffix.removeprefix("."),
            },
        }

    def pasted(self, content: bytes, kind: str, service_url: str) -> Json:
        """The attachment for a picture or a recording in the message itself."""
        return {
            "contentType": kind,
            "contentUrl": f"{service_url}v3/attachments/{self._keep(content)}/views/original",
        }

    def offered(self, name: str) -> Json:
        """The uploadInfo of an accepted file consent."""
        upload = Upload(name, str(uuid.uuid4()))
        self.uploads[upload.unique_id] = upload
        return {
            "contentUrl": f"{self._address()}/personal/Documents/Søknader i Teams/{name}",
            "name": name,
            "uploadUrl": f"{self._address()}/uploads/{upload.unique_id}?tempauth=once",
            "uniqueId": upload.unique_id,
            "fileType": PurePath(name).suffix.removeprefix("."),
        }

    def _keep(self, content: bytes) -> str:
        unique_id = str(uuid.uuid4())
        self._sent[unique_id] = content
        return unique_id

    def _download(self, call: Call, request: web.Request) -> Done:
        self._no_token(call)
        return self._attachment(call, request)

    def _attachment(self, call: Call, request: web.Request) -> Done:
        content = self._sent.get(request.match_info["file"])
        if content is None:
            raise Refused(404, "itemNotFound", "Item not found.")
        return Done(200, content)

    def _read_upload(self, call: Call, raw: bytes) -> None:
        self._no_token(call)
        call.body = raw

    def _no_token(self, call: Call) -> None:
        if call.authorization is not None:
            self._judge.report(f"{call.method} {call.path}: the bot's token was sent to a file's address")

    def _upload(self, call: Call, request: web.Request) -> Done:
        upload = self.uploads.get(request.match_info["file"])
        if upload is None or upload.complete:
            raise Refused(404, "itemNotFound", "The upload session is not there.")
        said = RANGE.fullmatch(request.headers.get("Content-Range", ""))
        if said is None:
            raise Refused(400, "invalidRequest", "Content-Range is missing or wrong.")
        first, last, size = (int(number) for number in said.groups())
        if first != len(upload.content) or last - first + 1 != len(call.body) or last >= size:
            raise Refused(416, "invalidRange", f"{said[0]} with {len(call.body)} bytes does not follow.")
        upload.content += call.body
        if len(upload.content) < size:
            return Done(202, {"nextExpectedRanges": [f"{len(upload.content)}-"]})
        upload.complete = True
        return Done(201, {"id": upload.unique_id, "name": upload.name, "size": size})
