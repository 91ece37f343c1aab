"""Reads agreements as they were asked about: for showing them again, and for telling what has changed since."""

from __future__ import annotations

from dataclasses import replace

from bot import records
from dialogs.agreement.records import KeptText
from dialogs.application import Application
from dialogs.context import Context
from storage.store import Store


async def with_kept_text(store: Store, application: Application | None, context: Context) -> Context:
    text = application.agreement.text if application is not None else None
    if application is None or text is None:
        return context
    return replace(context, kept_text=await kept_text(store, application.id, text.text_hash))


async def kept_text(store: Store, application_id: str, text_hash: str) -> KeptText | None:
    key = records.agreement_key(application_id, text_hash)
    stored = (await store.get([key])).get(key)
    return records.to_kept_text(stored) if stored is not None else None
