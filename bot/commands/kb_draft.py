"""`kb draft`: begins an entry for a curator to write, in the curator's own words from the first one on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from bot.commands.refusal import FAILED, WRONG_CALL, Refusal
from knowledge.entry_files import EntryFileWrong, load_topics

Kind = Literal["answer", "unknown"]
_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")

_HEAD = """\
  - id: {id}
    kind: {kind}
    ## What has a # before it is to be filled in, and its # taken away; what has two explains.
    ## The title, as one asks it. The id stands here until it is written.
    question:
      nb: {id}
      nn: {id}
      en: {id}
    ## {{kind: national}}, {{kind: region, region: Helse Nord RHF}} or {{kind: community, community: agder}}.
    scope: {{kind: national}}
    ## year, since and until, where it holds for a time only; until is the last day on which it could be acted on.
    validity: {{}}
"""
_ANSWER = """\
    ## Two to five sentences of your own come first; details only where somebody wants more.
    # answer:
    #   nb:
    #     short: >-
    #   nn:
    #     short: >-
    #   en:
    #     short: >-
"""
_GAP = """\
    ## What the sources do not say, and what they do say near it. turn_to: secretariat, own_organisation or
    ## other_authority. forwardable: whether the secretariat may be asked with such a question as it stands.
    # gap:
    #   nb:
    #     not_known: >-
    #     known: >-
    #   nn:
    #     not_known: >-
    #     known: >-
    #   en:
    #     not_known: >-
    #     known: >-
    #   turn_to: secretariat
    #   forwardable: true
"""
_TAIL = """\
    ## Every figure and date above stands in one of these, word for word from the document.
    ## standing: decided, proposed, superseded or stated.
    # sources:
    #   - document: id-of-a-document
    #     quote: >-
    #     standing: stated
    related: []
    ## The form's questions that it helps with, by name.
    fields: []
    ## As people really ask: at least ten, four of them nynorsk and three English.
    phrasings:
      nb: []
      nn: []
      en: []
    # reviewed: {on: 2026-11-23, by: curator}
"""


def kb_draft(id: str, *, topic: Path, kind: Kind) -> None:
    """Adds the entry at the end of the file, which is made if it is not there."""
    if not _SLUG.fullmatch(id):
        raise Refusal(f"{id} is no id: small letters, digits and hyphens, at most 60.", WRONG_CALL)
    if topic.suffix != ".yaml" or not _SLUG.fullmatch(topic.stem):
        raise Refusal(f"{topic} must be named as the topic, with .yaml: such as deadlines.yaml.", WRONG_CALL)
    if not topic.parent.is_dir():
        raise Refusal(f"{topic.parent} is no folder.", WRONG_CALL)
    begun = _begun(topic, id)
    written = _HEAD.format(id=id, kind=kind) + (_ANSWER if kind == "answer" else _GAP) + _TAIL
    try:
        with topic.open("a", encoding="utf-8") as file:
            file.write(begun + written)
    except OSError as error:
        raise Refusal(f"{topic} cannot be written: {error.strerror or 'the disk failed'}.", FAILED) from None
    print(
        f"{id} is at the end of {topic}, with nothing in it yet: write its title, its answer, its sources and "
        f"how people ask it in your own words. `kb check --dir {topic.parent.parent}` says what is missing."
    )


def _begun(topic: Path, id: str) -> str:
    """What is to stand between the file as it is and the entry. An id that is taken, in any file, is refused."""
    if any(topic.parent.glob("*.yaml")):
        try:
            taken = {entry.id: each.topic for each in load_topics(topic.parent) for entry in each.entries}
        except EntryFileWrong as wrong:
            raise Refusal(f"The entries in {topic.parent} cannot be read: {wrong}", FAILED) from None
        if id in taken:
            raise Refusal(f"{id} is there already, in {taken[id]}.yaml.", FAILED)
    if not topic.exists():
        return f"topic: {topic.stem}\n\nentries:\n"
    return "\n" if topic.read_bytes().endswith(b"\n") else "\n\n"
