from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.plain_text import (
    Clean,
    RefusalCode,
    Refused,
    TooLong,
    clean,
    counted,
    from_teams,
    length,
    one_line,
)

BOT = "Tilskuddshjelpen"
REPLACED = (
    "\r\uf02d\uf06c\uf06e\uf06f\uf071\uf074\uf075\uf076\uf077\uf09f"
    "\uf0a7\uf0a8\uf0b7\uf0be\uf0d8\uf0e0\uf0e8\uf0f0\uf0fc"
)
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

any_text = st.text(st.characters())  # lone surrogates, unassigned and private use included
hard_text = st.text(
    st.one_of(st.sampled_from("\x00\r\n\t\x85\ud800\udfff\u202e\uf0b7a <>&;"), st.characters())
)


@given(st.one_of(any_text, hard_text))
def test_every_text_is_either_taken_or_refused_and_what_is_taken_can_be_stored(text: str) -> None:
    match clean(text):
        case Clean(accepted):
            accepted.encode("utf-8")
            assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in accepted)
            assert not set(accepted) & set(BIDI_CONTROLS)
            assert clean(accepted) == Clean(accepted)
        case Refused(code, position, without):
            assert clean(without) == Clean(without)
            assert 0 <= position <= len(without)
            assert code in RefusalCode


@given(hard_text)
def test_nothing_but_the_named_replacements_changes_in_an_accepted_text(text: str) -> None:
    untouched = text.translate(str.maketrans("", "", REPLACED + "\n•–→"))
    match clean(text):
        case Clean(accepted):
            assert accepted.translate(str.maketrans("", "", "\n•–→")) == untouched
        case Refused(_, _, without):
            assert len(without) < len(text)


@pytest.mark.parametrize(
    "text",
    [
        "👩🏽‍⚕️ og 👨‍👩‍👧‍👦, 🇳🇴 og 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "| Post | Beløp |\n|---|---|\n| Lønn | 300 000 |",
        "<b>fet</b> &amp; <script>alert(1)</script>",
        "**fet** [lenke](https://example.no) # overskrift",
        "Kommune\tSykehus\n1\t2",
        "a\u0308 er ikke ä, ½ er ikke 1/2, ﬁ er ikke fi",
        "Guovdageaidnu, Kárášjohka, Raattovaara",
        "x\u00a0y\u00ad\u200b\u2060\ufeffz\ufffc\u2028",
        "\ue000 \U000f0000 \ufdd0 \uffff \U0010ffff \u0378 \uf0fe",
        "",
    ],
)
def test_text_as_people_paste_it_stays_as_typed(text: str) -> None:
    assert clean(text) == Clean(text)


def test_word_bullets_become_bullets_and_line_ends_become_one_kind() -> None:
    pasted = "\uf0b7 Jordmor\r\n\uf0a7\tLege\r\uf0d8 Bil\n\uf076 x\uf0fcy\r\n\r\n"
    assert clean(pasted) == Clean("• Jordmor\n•\tLege\n• Bil\n• x•y\n\n")


def test_word_dashes_and_arrows_become_what_they_look_like() -> None:
    assert clean("før \uf0e0 etter, 5 \uf02d 3") == Clean("før → etter, 5 – 3")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\x00b", RefusalCode.NUL),
        ("a\x0bb", RefusalCode.CONTROL_CHARACTER),
        ("a\x1b[31mb", RefusalCode.CONTROL_CHARACTER),
        ("a\x7fb", RefusalCode.CONTROL_CHARACTER),
        ("a\x85b", RefusalCode.CONTROL_CHARACTER),
        ("a\ud83db", RefusalCode.LONE_SURROGATE),
        ("x\udc00y", RefusalCode.LONE_SURROGATE),
        *((f"a{control}b", RefusalCode.BIDI_CONTROL) for control in BIDI_CONTROLS),
    ],
)
def test_what_cannot_be_stored_or_can_hide_is_refused_with_its_place_and_the_text_without_it(
    text: str, code: RefusalCode
) -> None:
    refused = clean(text)
    assert isinstance(refused, Refused)
    assert (refused.code, refused.position) == (code, 1)
    assert refused.without == text[0] + text[2:]


def test_the_first_of_several_reasons_is_named_and_none_is_left() -> None:
    assert clean("\u202eab\x00c\x07") == Refused(RefusalCode.BIDI_CONTROL, 0, "abc")


def test_what_people_wrote_is_never_in_a_repr() -> None:
    assert "hemmelig" not in repr(clean("hemmelig")) + repr(clean("hemmelig\x00"))


# What Teams sends.


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("<at>Tilskuddshjelpen</at> start\n", "start"),
        ("<at>Tilskuddshjelpen</at>&nbsp;start", "start"),
        ('<at id="0">Tilskuddshjelpen</at>\u00a0språk nynorsk\n', "språk nynorsk"),
        ("hei <at>Tilskuddshjelpen</at> start", "hei start"),
        ("<at>Tilskuddshjelpen</at>", ""),
        ("<at>Tilskuddshjelpen</at> spør <at>Kari Normann</at> om dette", "spør Kari Normann om dette"),
        ("<at>Tilskuddshjelpen</at> A &amp; B &lt; C &#8211; D&nbsp;E", "A & B < C – D E"),
        ("<at>Tilskuddshjelpen</at> &amp;lt; R&D; &notat; &copy", "&lt; R&D; &notat; &copy"),
        ("<at>Tilskuddshjelpen</at> linje 1\nlinje 2", "linje 1\nlinje 2"),
    ],
)
def test_the_mention_of_the_bot_is_taken_away_and_entities_are_read_once(sent: str, typed: str) -> None:
    assert from_teams(sent, recipient_name=BOT) == typed


def test_a_bot_whose_name_has_an_ampersand_is_found() -> None:
    assert from_teams("<at>Søk &amp; svar</at> hjelp", recipient_name="Søk & svar") == "hjelp"


def test_markup_without_a_mention_is_decoded_and_its_ends_are_kept() -> None:
    assert from_teams(" a &lt; b\n", recipient_name=None, is_markup=True) == " a < b\n"


@given(any_text)
def test_plain_text_without_a_mention_is_never_touched(text: str) -> None:
    assert from_teams(text, recipient_name=None) == text


@given(st.text(st.sampled_from("<at>/ &;#x0123456789nbspTilskuddshjelpen\ud800"), max_size=200))
def test_no_markup_makes_it_raise(text: str) -> None:
    from_teams(text, recipient_name=BOT)
    from_teams(text + "&#" + "9" * 5000 + ";", recipient_name=None, is_markup=True)
    from_teams(f"<at>&#{'9' * 5000};</at>", recipient_name=BOT)


# Counting and names.


def test_length_is_counted_in_code_points_and_said_when_too_great() -> None:
    assert length("blåbær") == 6
    assert length("👩🏽‍⚕️") == 5
    assert counted("x" * 500, 500) is None
    assert counted("x" * 812, 500) == TooLong(812, 500)


def test_names_and_titles_are_kept_on_one_line() -> None:
    assert one_line("  Felles\r\n  akutteam\ti \u2028 natt \n") == "Felles akutteam i natt"
    assert one_line("Evje  og\u00a0Hornnes") == "Evje  og\u00a0Hornnes"


@given(any_text)
def test_one_line_has_no_line_break_and_does_not_change_when_made_again(text: str) -> None:
    line = one_line(text)
    assert re.search(r"[\n\t\r]", line) is None
    assert one_line(line) == line
    assert re.sub(r"\s", "", line) == re.sub(r"\s", "", text)
