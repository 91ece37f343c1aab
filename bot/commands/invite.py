"""`secretariat invite`: a one-time code that connects a channel to a helsefellesskap."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime

from bot import records
from bot.codes import code_key, load_secret, new_code
from bot.commands.opening import opened_store, refusals
from bot.commands.operator import operator
from bot.commands.refusal import FAILED, WRONG_CALL, Refusal
from bot.settings import Settings
from dialogs.places import Community
from knowledge.community_files import CommunityFileWrong, load_communities
from storage.data_folder import DataFolder
from storage.store import Put, Store

VALID_SECONDS = 24 * 3600


def invite(settings: Settings, community_id: str, *, replace: bool) -> None:
    community = _community(settings, community_id)
    code = asyncio.run(_invite(settings, community, replace=replace))
    name = community.name.nb
    print(
        f"Code for {name} ({community.id}), valid for 24 hours, usable once:\n\n"
        f"    {code}\n\n"
        "A member of the secretariat's team writes this in the channel that is to receive applications:\n\n"
        f"    @Tilskuddshjelpen koble til {code}\n"
    )
    if replace:
        print("The channel that receives now stops receiving then, and is told.")


async def _invite(settings: Settings, community: Community, *, replace: bool) -> str:
    async with opened_store(settings.data) as store:
        await _check_connected(store, community.id, replace=replace)
        with refusals(settings.data):
            secret = load_secret(settings.data)
        code = new_code()
        expires_at = time.time() + VALID_SECONDS
        body = {
            "purpose": "secretariat",
            "community": community.id,
            "replace": replace,
            "expires_at": expires_at,
            "made_at": datetime.now(UTC).isoformat(),
            "made_by": operator(),
        }
        key = code_key(secret, code)
        await store.commit(expect={key: 0}, put=[Put(key, body, expires_at=expires_at)])
        return code


async def _check_connected(store: Store, community: str, *, replace: bool) -> None:
    key = records.channel_key(community)
    if key in await store.get([key]) and not replace:
        raise Refusal(
            f"{community} has a channel already. `--replace` makes a code that moves it; "
            "the channel that receives now is told.",
            FAILED,
        )


def _community(settings: Settings, community_id: str) -> Community:
    try:
        known = load_communities(settings.communities_dir)
    except CommunityFileWrong as wrong:
        raise Refusal(f"A helsefellesskap file cannot be used: {wrong}", WRONG_CALL) from None
    community = known.get(community_id)
    if community is None:
        raise Refusal(f"No helsefellesskap is called {community_id}. Known: {', '.join(known)}.", WRONG_CALL)
    has_tenant = community.settings.secretariat_tenant_id is not None
    if DataFolder(settings.data).mode() == "credentials" and not has_tenant:
        raise Refusal(
            f"{community_id} has no settings.secretariat_tenant_id in its file, so no channel could be "
            "accepted: with credentials a channel must belong to the secretariat's own tenant. "
            "Put your files in a folder and name it in TILSKUDD_COMMUNITIES_DIR.",
            WRONG_CALL,
        )
    return community
