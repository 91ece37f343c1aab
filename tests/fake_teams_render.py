"""What a person reads in a message: texts and cards as plain lines, markdown and HTML taken as Teams does.

So a person's words that stand where markdown is read come out changed, and a test that looks for them fails.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from tests.fake_teams_judge import FILE_CONSENT, FILE_INFO
from tests.fake_teams_world import ADAPTIVE_CARD, Json

MARKDOWN: Final = (
    (re.compile(r"!?\[([^\]]*)\]\(([^)]*)\)"), r"\1 (\2)"),
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"^[ \t]*[-*+] +", re.MULTILINE), "• "),
)
HEADING: Final = re.compile(r"^#{1,6} +", re.MULTILINE)
ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|~])")
TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
LINE_BREAK: Final = re.compile(r"<br ?/?>|</(?:p|div|li)>", re.IGNORECASE)
SHIFT: Final = 0xF0000  # escaped characters wait in a private plane while markdown is read


def read_markdown(text: str) -> str:
    """Markdown as a client draws it, in plain letters: no emphasis, links with their address, bullets."""
    held = ESCAPED.sub(lambda found: chr(SHIFT + ord(found[1])), text)
    for pattern, plain in MARKDOWN:
        held = pattern.sub(plain, held)
    return "".join(
        chr(ord(one) - SHIFT) if ord(one) >= SHIFT and ord(one) < SHIFT + 128 else one for one in held
    )


def read_message_text(text: str, text_format: str) -> str:
    """A message's text: HTML is drawn in every format but plain, markdown in markdown (the bot's default)."""
    if text_format == "plain":
        return text
    shown = html.unescape(TAG.sub("", LINE_BREAK.sub("\n", text)))
    return shown if text_format == "xml" else read_markdown(HEADING.sub("", shown))


def read_activity(activity: Json, cards: dict[int, Json]) -> str:
    """The whole message, with these adaptive cards in place of those it came with."""
    lines = (
        [read_message_text(activity["text"], activity.get("textFormat") or "markdown")]
        if activity.get("text")
        else []
    )
    for number, attachment in enumerate(activity.get("attachments") or []):
        lines += _attachment(attachment, cards.get(number))
    suggested = (activity.get("suggestedActions") or {}).get("actions") or []
    if suggested:
        lines.append(" ".join(f"[{action['title']}]" for action in suggested))
    return "\n".join(lines)


def _attachment(attachment: Json, card: Json | None) -> Iterator[str]:
    content = attachment.get("content")
    match attachment.get("contentType"):
        case str(kind) if kind == ADAPTIVE_CARD and card is not None:
            yield read_card(card)
        case str(kind) if kind == FILE_CONSENT and isinstance(content, dict):
            yield f"(file offered: {attachment.get('name')}, {content.get('sizeInBytes')} bytes)"
        case str(kind) if kind == FILE_INFO:
            yield f"(file: {attachment.get('name')})"
        case "text/html":
            pass  # the same words once more
        case str(kind):
            texts = (
                [content.get(key) for key in ("title", "subtitle", "text")]
                if isinstance(content, dict)
                else []
            )
            yield "\n".join(str(text) for text in texts if text) or f"({kind})"


def read_card(card: Json) -> str:
    return "\n".join(line for line in _lines(card) if line.strip())


def _lines(node: Json) -> Iterator[str]:
    if node.get("isVisible") is False:
        return
    match node.get("type"):
        case "TextBlock":
            yield read_markdown(node["text"])
        case "RichTextBlock":
            yield "".join(run if isinstance(run, str) else run["text"] for run in node["inlines"])
        case "FactSet":
            for fact in node["facts"]:
                yield f"{read_markdown(fact['title'])}: {read_markdown(fact['value'])}"
        case "Table":
            for row in node.get("rows", ()):
                yield " | ".join(" ".join(_all_lines(cell.get("items"))) for cell in row.get("cells", ()))
        case "Image":
            yield f"(image: {node.get('altText', '')})"
        case str(kind) if kind.startswith("Input."):
            yield _input(node)
        case _:
            for name in ("body", "items", "columns", "images"):
                yield from _all_lines(node.get(name))
    yield from _buttons(node)


def _all_lines(nodes: object) -> Iterator[str]:
    for node in nodes if isinstance(nodes, list) else ():
        yield from _lines(node)


def _buttons(node: Json) -> Iterator[str]:
    actions = [*node.get("actions", ()), *([node["selectAction"]] if "selectAction" in node else [])]
    titles = [f"[{read_markdown(action.get('title') or action.get('tooltip') or '')}]" for action in actions]
    if titles:
        yield " ".join(titles)
    for action in actions:
        if action["type"] == "Action.ShowCard":
            yield from _lines({"type": "AdaptiveCard", **action["card"]})


def _input(node: Json) -> str:
    label = read_markdown(node.get("label") or "") + ("*" if node.get("isRequired") else "")
    value = str(node.get("value") or "")
    match node["type"]:
        case "Input.Toggle":
            ticked = value == node.get("valueOn", "true")
            return f"{label}: [{'x' if ticked else ' '}] {read_markdown(node['title'])}"
        case "Input.ChoiceSet":
            several = bool(node.get("isMultiSelect"))
            picked = set(value.split(",") if several else [value])
            if node.get("style") == "expanded" or (several and node.get("style") != "filtered"):
                choices = (
                    f"{'[x]' if choice['value'] in picked else '[ ]'} {read_markdown(choice['title'])}"
                    for choice in node.get("choices", ())
                )
                return f"{label}: {' '.join(choices)}"
            titles = [
                read_markdown(one["title"]) for one in node.get("choices", ()) if one["value"] in picked
            ]
            return f"{label}: [{', '.join(titles) or node.get('placeholder', '')} ▾]"
        case _:
            return f"{label}: [{value or node.get('placeholder', '')}]"
