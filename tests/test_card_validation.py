"""Each judge of cards finds what it is there for, and lets a good card through."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft6Validator

from tests.card_rules import CARD_LIMIT_CHARACTERS, rule_problems
from tests.card_validation import CardParser, CardSchema, CardValidator, published_schema
from tests.echo_bot import a_card, a_run, a_text, an_execute, an_input

pytest_plugins = ["tests.fixtures_teams"]

Card = dict[str, Any]
Change = Callable[[Card], object]


def good_card() -> Card:
    """One of nearly everything."""
    return a_card(
        a_text("Hva heter tiltaket?", id="heading", style="heading", size="large"),
        a_run("Felles akutteam **ikke fet**"),
        {"type": "FactSet", "facts": [{"title": "Sum", "value": "250 000 kr"}]},
        {
            "type": "ColumnSet",
            "columns": [
                {"type": "Column", "width": "stretch", "items": [a_text("Venstre")]},
                {"type": "Column", "width": "auto", "items": [a_text("Høyre")]},
            ],
        },
        {
            "type": "Table",
            "columns": [{"width": 1}, {"width": 2}],
            "rows": [{"type": "TableRow", "cells": [{"type": "TableCell", "items": [a_text("2027")]}]}],
        },
        an_input("title", isRequired=True, errorMessage="Skriv et navn.", maxLength=100),
        an_input("amount", "Input.Number", min=0, errorMessage="Skriv et tall."),
        an_input("start", "Input.Date", value="2027-01-01"),
        an_input("lead", "Input.Toggle", title="Vi leder", value="false"),
        an_input(
            "areas",
            "Input.ChoiceSet",
            style="expanded",
            isMultiSelect=True,
            choices=[
                {"title": "Rekruttering", "value": "recruitment"},
                {"title": "Ventetid", "value": "waiting"},
            ],
        ),
        {
            "type": "ActionSet",
            "actions": [an_execute("Endre", "change", data={"field": "title"}, id="change")],
        },
        actions=[
            an_execute("Lagre", "save", data={"key": "k"}, style="positive"),
            {"type": "Action.OpenUrl", "title": "Les mer", "url": "https://example.no/"},
        ],
        msteams={"width": "Full"},
        fallbackText="Skriv svaret i stedet.",
    )


def test_a_good_card_pleases_all_three_judges(card_validator: CardValidator) -> None:
    assert card_validator.problems(good_card()) == ()


SCHEMA_FINDS: dict[str, Change] = {
    "an unknown property": lambda card: card["body"][0].update(colour="red"),
    "an element that is not one": lambda card: card["body"].append({"type": "Paragraph", "text": "x"}),
    "an element without type": lambda card: card["body"].append({"text": "x"}),
    "an element that is a text": lambda card: card["body"].append("x"),
    "a fact without value": lambda card: card["body"][2]["facts"].append({"title": "x"}),
    "an action among elements": lambda card: card["body"].append(an_execute("x", "x")),
    "a number where a text belongs": lambda card: card["body"][0].update(text=5),
    "a choice without value": lambda card: card["body"][9]["choices"].append({"title": "x"}),
    "an input without id": lambda card: card["body"][5].pop("id"),
    "an unknown Teams property": lambda card: card["msteams"].update(height="Full"),
    "a fault deep inside": lambda card: card["body"][3]["columns"][1]["items"][0].update(wrap="yes"),
}

PARSER_FINDS: dict[str, Change] = {
    "a size that does not exist": lambda card: card["body"][0].update(size="defaulthuge"),
    "a repeated id": lambda card: card["body"].append(a_text("x", id="title")),
    "a required input without message": lambda card: card["body"][5].pop("errorMessage"),
    "an input without label": lambda card: card["body"][5].pop("label"),
    "an unknown element": lambda card: card["body"].append({"type": "Paragraph", "text": "x"}),
    "a link without address": lambda card: card["actions"][1].pop("url"),
}

RULES_FIND: dict[str, tuple[Change, str]] = {
    "another type": (lambda card: card.update(type="Card"), "type must be AdaptiveCard"),
    "no language": (lambda card: card.pop("lang"), "lang must be"),
    "a foreign language": (lambda card: card.update(lang="de"), "lang must be"),
    "a version to come": (lambda card: card.update(version="1.6"), "newer than Teams"),
    "a version before Action.Execute": (lambda card: card.update(version="1.3"), "needs version 1.4"),
    "no version": (lambda card: card.pop("version"), "not a version"),
    "no verb": (lambda card: card["actions"][0].pop("verb"), "has no verb"),
    "no title": (lambda card: card["actions"][0].update(title=" "), "has no title"),
    "no label": (lambda card: card["body"][7].pop("label"), "has no label"),
    "no id": (lambda card: card["body"][7].update(id=""), "has no id"),
    "no message for a limit": (lambda card: card["body"][6].pop("errorMessage"), "no errorMessage"),
    "no message for a duty": (lambda card: card["body"][5].pop("errorMessage"), "no errorMessage"),
    "a repeated id": (lambda card: card["actions"][0].update(id="title"), "'title' stands 2 times"),
    "a picture without words": (
        lambda card: card["body"].append({"type": "Image", "url": "https://example.no/a.png"}),
        "no altText",
    ),
    "a line that a phone cuts": (lambda card: card["body"][0].pop("wrap"), "does not wrap"),
    "a hidden fault": (
        lambda card: card["body"][3]["columns"][1]["items"].append(an_input("deep", label="")),
        "Input.Text deep has no label",
    ),
    "too many to refresh": (
        lambda card: card.update(
            refresh={"type": "Refresh", "action": an_execute("x", "x"), "userIds": ["29:1"] * 61}
        ),
        "61 users",
    ),
    "too many buttons": (
        lambda card: card["actions"].extend(an_execute("x", "x") for _ in range(5)),
        "7 buttons",
    ),
    "too much": (
        lambda card: card["body"].append(a_run("x" * CARD_LIMIT_CHARACTERS)),
        "the limit is 40000",
    ),
}


def changed(change: Change) -> Card:
    card = good_card()
    change(card)
    return card


@pytest.mark.parametrize("change", SCHEMA_FINDS.values(), ids=SCHEMA_FINDS.keys())
def test_the_schema_finds(change: Change) -> None:
    assert CardSchema().problems(changed(change))


def test_the_parser_finds_each_of_its_faults() -> None:
    parser = CardParser()
    try:
        for _ in range(3):
            assert parser.problems(good_card()) == []
        assert parser.problems(changed(lambda card: card.update(lang="norsk")))
        assert [name for name, change in PARSER_FINDS.items() if not parser.problems(changed(change))] == []
    finally:
        parser.close()


@pytest.mark.parametrize(("change", "said"), RULES_FIND.values(), ids=RULES_FIND.keys())
def test_the_rules_find(change: Change, said: str) -> None:
    found = rule_problems(changed(change))
    assert len(found) == 1
    assert said in found[0]


def test_the_schema_as_compiled_gives_the_published_verdict() -> None:
    published = Draft6Validator(published_schema())
    compiled = CardSchema()
    for name, change in {"nothing": lambda card: None, **SCHEMA_FINDS, **PARSER_FINDS}.items():
        card = changed(change)
        allowed_here = card.pop("msteams")
        if name == "an unknown Teams property":
            assert allowed_here != good_card()["msteams"]
            continue
        assert published.is_valid(card) == (compiled.problems(card) == []), name


def test_the_problem_names_its_place() -> None:
    (problem,) = CardSchema().problems(changed(SCHEMA_FINDS["a fault deep inside"]))
    assert problem.startswith("schema: $.body[3].columns[1].items[0].wrap: ")


def test_what_is_good_once_does_not_hide_what_is_broken_later() -> None:
    schema = CardSchema()
    assert schema.problems(good_card()) == []
    assert schema.problems(changed(SCHEMA_FINDS["a fault deep inside"]))
    assert schema.problems(good_card()) == []


def test_a_card_with_nan_or_a_lone_surrogate_is_no_json(card_validator: CardValidator) -> None:
    for wrong in (float("nan"), "\ud800"):
        card = copy.deepcopy(good_card())
        card["body"][0]["text"] = wrong
        assert "not JSON" in card_validator.problems(card)[0]


def test_a_parser_that_cannot_start_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.card_validation.PARSER_LIBRARY", "/nowhere/adaptivecards.js")
    parser = CardParser()
    with pytest.raises(RuntimeError, match="is node_modules installed"):
        parser.problems(good_card())
    parser.close()
