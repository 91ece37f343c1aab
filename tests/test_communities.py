"""The helsefellesskap: what their files say, how a deadline stands, and what a wrong file is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.places import Call, Community, Moment, call_for, days_left, deadline_state, frame_for
from knowledge.community_files import CommunityFileWrong, load_communities
from knowledge.yaml_files import FileWrong, read_yaml

COMMUNITIES = load_communities()

A_FILE = """
id: fjordane
registry:
  name: {nb: Helsefellesskapet, nn: Helsefellesskapet, en: The health community}
  hospitals:
    - id: sykehuset
      name: Sykehuset HF
      region: Helse Vest RHF
      evidence: [{document: brev, quote: Sykehuset og kommunene.}]
documents:
  - {id: brev, title: Et brev, publisher: Sekretariatet, date: 2027-01-05, address: null, read: whole}
bodies:
  - {id: ssu, name: {nb: SSU, nn: SSU, en: SSU}}
calls:
  - year: 2027
    status: open
    announced: [{document: brev, quote: Vi lyser ut.}]
    opens: {day: 2027-01-10, evidence: {document: brev, quote: Fra 10. januar.}}
    deadline: {day: 2027-03-01, time: 12:00, evidence: {document: brev, quote: Innen 1. mars kl. 12.}}
    requirements: [{code: signed_agreement_attached, evidence: {document: brev, quote: Avtalen vedlegges.}}]
    agreement_form: signed_pdf
    attachments_required: [signed_agreement]
    extra_questions: [anchoring, method]
    what_happens_next:
      - {body: ssu, does: allocates, on: 2027-04-01, standing: decided, evidence: {document: brev, quote: SSU}}
settings:
  secretariat_tenant_id: 11111111-2222-3333-4444-555555555555
  archive_mailbox: postmottak@example.no
  rate_per_hour_nok: 600
  language: nn
"""

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(content: str) -> Path:
        tmp_path.joinpath("fjordane.yaml").write_text(content, encoding="utf-8")
        return tmp_path

    return write_file


def call(deadline: date | None, time: str | None = None, status: str = "open") -> Call:
    said = {"document": "brev", "quote": "…"}
    moment = {"day": deadline, "time": time, "evidence": said}
    return Call.model_validate(
        {"year": 2027, "status": status, "announced": [said], "deadline": moment if deadline else None}
    )


# -- the files that come with the project ----------------------------------------------------------------


def test_six_helsefellesskap_come_with_the_project() -> None:
    assert {c.name.nb: [h.name for h in c.hospitals] for c in COMMUNITIES.values()} == {
        "Helsefellesskapet Agder": ["Sørlandet sykehus HF"],
        "Helsefellesskapet i Bergensområdet": ["Helse Bergen HF", "Haraldsplass Diakonale Sykehus"],
        "Nordlandssykehusets helsefellesskap": ["Nordlandssykehuset HF"],
        "Helsefellesskapet i Østfold": ["Sykehuset Østfold HF"],
        "Helsefellesskapet søndre Trøndelag": ["St. Olavs hospital HF"],
        "Helsefellesskapet Troms og Ofoten": ["Universitetssykehuset Nord-Norge HF"],
    }


def test_each_hospital_belongs_to_its_region() -> None:
    regions = {h.id: h.region for c in COMMUNITIES.values() for h in c.hospitals}
    assert regions == {
        "sorlandet-sykehus": "Helse Sør-Øst RHF",
        "helse-bergen": "Helse Vest RHF",
        "haraldsplass": "Helse Vest RHF",
        "nordlandssykehuset": "Helse Nord RHF",
        "sykehuset-ostfold": "Helse Sør-Øst RHF",
        "st-olavs-hospital": "Helse Midt-Norge RHF",
        "unn": "Helse Nord RHF",
    }


def test_a_frame_is_only_known_where_a_document_gives_one() -> None:
    frames = {(c.id, f.year): (f.amount_nok, f.approximate) for c in COMMUNITIES.values() for f in c.frames}
    assert frames == {
        ("agder", 2024): (9_000_000, True),
        ("sondre-trondelag", 2024): (11_170_000, False),
        ("ostfold", 2024): (9_600_000, False),
    }
    assert frame_for(COMMUNITIES["agder"], 2026) is None


def test_only_two_calls_have_a_deadline_for_applicants() -> None:
    deadlines = {
        (c.id, call.year): call.deadline.day if call.deadline else None
        for c in COMMUNITIES.values()
        for call in c.calls
    }
    assert deadlines == {
        ("agder", 2026): date(2025, 12, 15),
        ("ostfold", 2024): date(2024, 12, 1),
        ("nordlandssykehuset", 2025): None,
        ("troms-og-ofoten", 2025): None,
    }


def test_the_first_of_april_2025_is_when_the_helsefellesskap_in_nord_sent_applications_on() -> None:
    for name in ("nordlandssykehuset", "troms-og-ofoten"):
        known = call_for(COMMUNITIES[name], 2025)
        assert known.forwarding_deadline is not None
        assert known.forwarding_deadline.day == date(2025, 4, 1)
        assert deadline_state(known, datetime(2025, 3, 1, tzinfo=UTC)) == "not_known"


def test_agder_2026_demands_a_signed_agreement_and_anchoring_and_none_of_the_criteria_for_ssu_projects() -> (
    None
):
    agder = call_for(COMMUNITIES["agder"], 2026)
    assert agder.agreement_form == "signed_pdf"
    assert agder.attachments_required == ("signed_agreement",)
    assert agder.extra_questions == ("anchoring",)
    assert [(s.body, s.does) for s in agder.what_happens_next] == [
        ("ssu", "prioritises"),
        ("ssu", "allocates"),
    ]


def test_a_year_that_nobody_has_announced_is_not_known() -> None:
    for community in COMMUNITIES.values():
        assert call_for(community, 2027) == Call(year=2027, status="not_known")


def test_the_project_knows_no_secretariat_mailbox_tenant_or_rate() -> None:
    for community in COMMUNITIES.values():
        assert not any(community.settings.model_dump().values())


# -- a file of one's own ---------------------------------------------------------------------------------


def test_a_directory_of_ones_own_takes_the_place_of_the_projects_files(write: Write) -> None:
    communities = load_communities(write(A_FILE))
    assert list(communities) == ["fjordane"]
    own = communities["fjordane"]
    assert own.settings.archive_mailbox == "postmottak@example.no"
    assert own.name.in_language(own.settings.language or "nb") == "Helsefellesskapet"
    deadline = call_for(own, 2027).deadline
    assert isinstance(deadline, Moment)
    assert deadline.last_instant().isoformat() == "2027-03-01T12:00:00+01:00"


BOMB = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            A_FILE.replace("id: fjordane", "id: fjord", 1),
            "fjordane.yaml: id: the file must be named fjord.yaml",
        ),
        (
            A_FILE.replace("year: 2027", "year: '2027'"),
            "fjordane.yaml: calls.0.year: Input should be a valid int",
        ),
        (
            A_FILE.replace("day: 2027-03-01", "day: 1. mars"),
            "calls.0.deadline.day: Input should be a valid date",
        ),
        (A_FILE.replace("12:00", "'25:00'"), "calls.0.deadline.time: String should match"),
        (
            A_FILE.replace("opens: {day: 2027-01-10", "opens: {day: 2027-03-10"),
            "the deadline lies before the op",
        ),
        (
            A_FILE.replace("status: open", "status: opened"),
            "calls.0.status: Input should be 'open', 'closed'",
        ),
        (
            A_FILE.replace("status: open", "status: not_known"),
            "nothing can be said of a call that is not_known",
        ),
        (
            A_FILE.replace("    announced: [{document: brev, quote: Vi lyser ut.}]\n", ""),
            "calls.0: Value error, an",
        ),
        (
            A_FILE.replace("    requirements: [{code: signed_agreement_attached", "    #"),
            "requirements must say",
        ),
        (A_FILE.replace(", quote: SSU}", ", quote: SSU, reading: SSU}"), "give either quote or reading"),
        (
            A_FILE.replace("document: brev, quote: Vi", "document: mail, quote: Vi"),
            "mail is not among the docu",
        ),
        (A_FILE.replace("body: ssu", "body: asu"), "bodies: asu is not among the bodies"),
        (A_FILE + "members: [Stryn]\n", "fjordane.yaml: members: Extra inputs are not permitted"),
        (A_FILE + "id: fjordane\n", "column 1: a key stands twice"),
        (A_FILE + "? [a, b]\n: c\n", "a key must be a word"),
        (A_FILE.replace("example.no", "example no"), "settings.archive_mailbox: String should match"),
        (
            A_FILE.replace("title: Et brev", "title: !!python/name:os.system Et brev"),
            "tags (!name) are not allo",
        ),
        (BOMB, "fjordane.yaml: line 1, column 4: anchors (&name) are not allowed"),
        ("a: *b\n", "fjordane.yaml: line 1, column 4: aliases (*name) are not allowed"),
        ("[" * 50_000, "fjordane.yaml: line 1, column 21: is nested deeper than 20"),
        ("- x\n" * 40_000, "has more than 20000 items"),
        ("# " + "x" * 200_000, "is larger than 200000 bytes"),
        ("a: 2027-13-45", "has a character or a date that cannot be read"),
        ("a: \x00", "has a character or a date that cannot be read"),
        ("a: [b", "fjordane.yaml: line"),
        ("a: 1\n---\nb: 2\n", "fjordane.yaml: line 2"),
        ("", "fjordane.yaml: Input should be a valid dictionary"),
        ("just words", "fjordane.yaml: Input should be a valid dictionary"),
    ],
)
def test_a_wrong_file_is_told_where_and_what(write: Write, content: str, said: str) -> None:
    with pytest.raises(CommunityFileWrong) as wrong:
        load_communities(write(content))
    assert said in str(wrong.value)
    assert "fjordane.yaml" in str(wrong.value)
    assert len(str(wrong.value)) < 400


def test_what_a_wrong_file_holds_is_not_repeated(write: Write) -> None:
    secret = (
        A_FILE.replace("postmottak@example.no", "canary word").replace("12:00", "canary").replace("HF", "")
    )
    with pytest.raises(CommunityFileWrong) as wrong:
        load_communities(write(secret))
    assert "canary" not in str(wrong.value)
    assert wrong.value.__cause__ is None


def test_a_directory_without_files_or_with_misnamed_ones_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommunityFileWrong, match=r"has no \.yaml file"):
        load_communities(tmp_path)
    tmp_path.joinpath("agder.yml").write_text("id: agder", encoding="utf-8")
    with pytest.raises(CommunityFileWrong, match=r"agder\.yml: must end in \.yaml"):
        load_communities(tmp_path)
    with pytest.raises(CommunityFileWrong, match="is no directory"):
        load_communities(tmp_path / "nowhere")


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    tmp_path.joinpath("agder.yaml").write_bytes("id: søndre".encode("latin-1"))
    with pytest.raises(CommunityFileWrong, match=r"agder\.yaml: is not UTF-8"):
        load_communities(tmp_path)


def test_words_that_look_like_something_else_stay_words(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text(
        "a: no\nb: 0301\nc: 12:00\nd: 1_000\ne: 12\nf: true\ng: 2027-03-01\nh: ~\ni: 1e3\n", "utf-8"
    )
    assert read_yaml(file) == {
        "a": "no",
        "b": "0301",
        "c": "12:00",
        "d": "1_000",
        "e": 12,
        "f": True,
        "g": date(2027, 3, 1),
        "h": None,
        "i": "1e3",
    }


@given(st.text(max_size=200) | st.lists(st.sampled_from("{}[]:,-?!&*#|>\"' \nab")).map("".join))
def test_no_content_gives_anything_but_a_value_or_one_clear_refusal(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(content.encode("utf-8", "surrogatepass"))
    refusals = []
    try:
        read_yaml(file)
    except FileWrong as wrong:
        refusals.append(wrong)
    assert all(wrong.file == "any.yaml" and len(str(wrong)) < 400 for wrong in refusals)


# -- how a deadline stands -------------------------------------------------------------------------------


def test_a_day_without_a_time_counts_to_its_end_in_norway() -> None:
    known = call(date(2027, 3, 1))
    assert deadline_state(known, datetime(2027, 3, 1, 22, 59, 59, tzinfo=UTC)) == "open"
    assert deadline_state(known, datetime(2027, 3, 1, 23, 0, 0, tzinfo=UTC)) == "passed"
    summer = call(date(2027, 7, 1))
    assert deadline_state(summer, datetime(2027, 7, 1, 21, 59, 59, tzinfo=UTC)) == "open"
    assert deadline_state(summer, datetime(2027, 7, 1, 22, 0, 0, tzinfo=UTC)) == "passed"


def test_a_time_counts_to_the_second() -> None:
    known = call(date(2027, 3, 1), "12:00")
    assert deadline_state(known, datetime(2027, 3, 1, 11, 0, 0, tzinfo=UTC)) == "open"
    assert deadline_state(known, datetime(2027, 3, 1, 11, 0, 1, tzinfo=UTC)) == "passed"


def test_a_call_is_closed_only_where_its_file_says_so() -> None:
    now = datetime(2027, 1, 1, tzinfo=UTC)
    assert deadline_state(call(date(2027, 3, 1), status="closed"), now) == "closed"
    assert deadline_state(call(None), now) == "not_known"
    assert deadline_state(None, now) == "not_known"
    assert deadline_state(Call(year=2027, status="not_known"), now) == "not_known"


def test_days_left_are_days_on_the_norwegian_calendar() -> None:
    known = call(date(2027, 3, 1), "12:00")
    assert days_left(known, datetime(2027, 2, 27, 23, 30, tzinfo=UTC)) == 1
    assert days_left(known, datetime(2027, 2, 27, 22, 30, tzinfo=UTC)) == 2
    assert days_left(known, datetime(2027, 3, 1, 8, 0, tzinfo=UTC)) == 0
    assert days_left(known, datetime(2027, 3, 1, 13, 0, tzinfo=UTC)) is None
    assert days_left(call(None), datetime(2027, 3, 1, tzinfo=UTC)) is None
    assert days_left(None, datetime(2027, 3, 1, tzinfo=UTC)) is None


def test_a_time_without_a_zone_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="zone"):
        deadline_state(call(date(2027, 3, 1)), datetime(2027, 3, 1))  # noqa: DTZ001 - the fault that is tested


@given(
    st.dates(date(2024, 1, 1), date(2100, 12, 30)),
    st.none() | st.times().map(lambda time: time.strftime("%H:%M")),
    st.timedeltas(timedelta(days=-400), timedelta(days=400)),
)
def test_there_are_days_left_exactly_while_the_deadline_is_open(
    day: date, time: str | None, away: timedelta
) -> None:
    known = call(day, time)
    assert known.deadline is not None
    now = known.deadline.last_instant().astimezone(UTC) + away
    left = days_left(known, now)
    assert deadline_state(known, now) == ("open" if away <= timedelta() else "passed")
    assert (left is None) == (away > timedelta())
    assert left is None or left >= 0


def test_a_community_survives_json() -> None:
    for community in COMMUNITIES.values():
        assert Community.model_validate_json(community.model_dump_json(exclude_unset=True)) == community
