"""Everything as lines, and the committee's workbook: complete, typed, private, and leaving a line of who read."""

from __future__ import annotations

import asyncio
import io
import json
import shutil
import stat
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot import records
from bot.app import build_bot
from bot.commands.chat import Chat, unhurried
from bot.commands.export import export
from bot.commands.operator import operator
from bot.commands.terminal import Terminal
from bot.service_urls import TERMINAL
from bot.settings import Settings
from dialogs.application import Application
from dialogs.inquiry import Handled, Inquiry
from dialogs.person import Language
from storage.chain import line_hash, salted
from storage.store import Key, Put
from storage.tinydb_store import open_store
from tests.command_line import USER, serving, tilskuddshjelpen
from tests.terminal_application import ANSWERS, answer_everything, send_it

Line = dict[str, Any]
OTHERS = {
    **ANSWERS,
    "community": "Østfold",
    "municipalities": "Aremark",
    "period": "2027",
    "applied": "300 000",
}
MINE_ALONE = ("conversation", "shown", "pending", "done", "last_text", "last_rows")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kari has sent an application in Agder, Ola one in Østfold, and Per has begun one."""
    folder = tmp_path_factory.mktemp("export")
    asyncio.run(_write_three(folder))
    return folder


async def _write_three(folder: Path) -> None:
    store = open_store(folder / "store.db")
    for name, answers in (("kari", ANSWERS), ("ola", OTHERS)):
        talk = _talk(store, folder, name)
        await answer_everything(talk, store, name, answers)
        sent = await send_it(talk, store, name)
        assert sent.status == "sent", name
        noted = {"taken_by": "Olga Eksempel", "archive_number": "26/01234"}
        await store.commit(expect={}, put=[Put(Key("handling", f"{sent.id}.1"), noted)])
        await store.commit(expect={}, put=[records.put_inquiry(asked(sent))])
    talk = _talk(store, folder, "per")
    await talk.take("start")
    await talk.take("Agder")
    code = Put(Key("code", "hash-of-a-code"), {"purpose": "secretariat", "community": "agder"})
    await store.commit(expect={}, put=[code, Put(records.channel_key("agder"), {"channel": "19:a"})])
    await store.close()


def asked(sent: Application) -> Inquiry:
    """A question that was asked from the application, and answered."""
    at = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    return Inquiry(
        reference=f"SP-{sent.id[-5:]}",
        community=str(sent.value("community")),
        asked_by=sent.created_by,
        asked_at=at,
        text="Kan vi få båt?",
        application=sent.id,
        state="answered",
        answer="Ja.",
        answered=Handled(by="Olga Eksempel", by_id="o", at=at),
    )


def _talk(store: Any, folder: Path, name: str) -> Chat:
    terminal = Terminal(f"{TERMINAL}{name}")
    bot = build_bot(Settings(data=folder, local=True), store, terminal, pace=unhurried(), raise_faults=True)
    return Chat(bot, terminal, name, lambda line: None)


def exported(data: Path, community: str | None = None, year: int | None = None) -> list[Line]:
    """The lines of an export made in this process."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "lines"
        export(Settings(data=data), "jsonl", out, community=community, year=year, language="nb")
        return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def of_kind(lines: list[Line], kind: str) -> list[Line]:
    return [line for line in lines if line["kind"] == kind]


# --- Everything, as lines.


def test_on_standard_output_there_is_nothing_but_lines(data: Path) -> None:
    ended = tilskuddshjelpen("export", "--format", "jsonl", "--data", data)
    assert ended.code == 0
    assert ended.err == ""
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert lines[0]["made_by"] == USER
    for kind in ("application", "draft", "submission", "audit", "person", "handling", "channel"):
        assert of_kind(lines, kind) == of_kind(exported(data), kind)


def test_everything_of_every_application_is_there_and_a_draft_is_called_a_draft(data: Path) -> None:
    lines = exported(data)
    assert lines[0]["kind"] == "export"
    assert lines[0]["schema"] == "tilskuddshjelpen/export/1"
    assert lines[0]["made_by"] == operator()
    assert len(of_kind(lines, "application")) == 2
    (draft,) = of_kind(lines, "draft")
    assert draft["record"]["answers"]["community"]["value"] == "agder"
    assert {line["record"]["status"] for line in of_kind(lines, "application")} == {"sent"}
    for submission in of_kind(lines, "submission"):
        assert submission["data"]["schema"].startswith("tilskuddshjelpen/application/")
        assert submission["record"]["id"] == submission["application"]
        Application.model_validate(submission["record"])
    assert {line["archive_number"] for line in of_kind(lines, "handling")} == {"26/01234"}
    assert [line["community"] for line in of_kind(lines, "channel")] == ["agder"]


def test_a_question_that_was_asked_from_an_application_is_kept_with_it(data: Path) -> None:
    (sent,) = of_kind(exported(data, "agder"), "application")
    (inquiry,) = of_kind(exported(data, "agder"), "inquiry")
    assert inquiry["record"]["application"] == sent["record"]["id"]
    assert (inquiry["record"]["answer"], inquiry["record"]["answered"]["by"]) == ("Ja.", "Olga Eksempel")
    assert len(of_kind(exported(data), "inquiry")) == 2
    assert of_kind(exported(data, "agder", 2031), "inquiry") == []


def test_the_audit_comes_whole_with_values_that_fit_its_chain(data: Path) -> None:
    lines = exported(data)
    for application in (*of_kind(lines, "application"), *of_kind(lines, "draft")):
        record = application["record"]
        audit = [line for line in of_kind(lines, "audit") if line["application"] == record["id"]]
        assert [line["seq"] for line in audit] == list(range(1, record["audit"]["seq"] + 1))
        previous = ""
        for line in audit:
            assert line["line"]["previous"] == previous
            assert line["line"]["new"] == salted(line["values"]["salt"], line["values"]["new"])
            previous = line_hash(line["line"])
        assert previous == record["audit"]["hash"]


def test_of_a_person_only_who_they_are_is_told(data: Path) -> None:
    people = of_kind(exported(data), "person")
    assert {person["name"] for person in people} == {"kari", "ola", "per"}
    assert not any(name in person for person in people for name in MINE_ALONE)


def test_no_code_key_or_chat_address_is_exported(data: Path) -> None:
    ended = tilskuddshjelpen("export", "--format", "jsonl", "--data", data)
    secret = (data / "secret.key").read_bytes()
    for hidden in ("hash-of-a-code", "service_url", secret.hex()):
        assert hidden not in ended.out


def test_a_helsefellesskap_and_a_year_choose_what_belongs_to_them(data: Path) -> None:
    ostfold = exported(data, "ostfold", 2027)
    assert len(of_kind(ostfold, "application")) == 1
    assert of_kind(ostfold, "draft") == of_kind(ostfold, "channel") == []
    assert [person["name"] for person in of_kind(ostfold, "person")] == ["ola"]
    (application,) = of_kind(ostfold, "application")
    assert {line["application"] for line in of_kind(ostfold, "audit")} == {application["record"]["id"]}
    assert [line["kind"] for line in exported(data, year=2031)] == ["export", "channel"]


def test_reading_by_an_operator_leaves_a_line_of_who_and_when(data: Path) -> None:
    before = of_kind(exported(data), "reading")
    after = of_kind(exported(data, "agder"), "reading")
    assert after == [], "who read everything is no part of one helsefellesskap's export"
    (line,) = [line for line in of_kind(exported(data), "reading") if line not in before][:1]
    assert (line["who"], line["by"], line["what"], line["community"]) == (
        operator(),
        "operator",
        "export jsonl",
        "agder",
    )
    assert abs(datetime.fromisoformat(line["at"]) - datetime.now(UTC)) < timedelta(hours=1)


def test_a_file_is_for_its_owner_alone_and_replaces_the_former_whole(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    out.write_text("former")
    out.chmod(0o644)
    ended = tilskuddshjelpen("export", "--format", "jsonl", "--data", data, "--out", out)
    assert ended.code == 0
    assert ended.out == ""
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert json.loads(out.read_text().splitlines()[0])["kind"] == "export"
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--format", "jsonl", "--out", "/nowhere/at/all"), 1, "cannot be written"),
        (("--format", "xlsx"), 2, "--out"),
        (("--format", "jsonl", "--community", "atlantis"), 2, "agder"),
        (("--format", "csv"), 2, "jsonl"),
    ],
)
def test_what_cannot_be_exported_is_said(
    data: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ended = tilskuddshjelpen("export", "--data", data, *arguments)
    assert ended.code == code
    assert said in ended.err
    assert ended.out == ""


def test_a_folder_without_a_store_is_not_given_one(tmp_path: Path) -> None:
    ended = tilskuddshjelpen("export", "--format", "jsonl", "--data", tmp_path / "slip")
    assert ended.code == 6
    assert "There is no store" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_export_works_beside_a_running_serve(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "var"
    shutil.copytree(data, folder)
    with serving("--local", "--data", folder, output=tmp_path) as served:
        assert len(of_kind(exported(folder), "application")) == 2
        assert served.end() == 0


# --- The committee's workbook.


@pytest.fixture(scope="module")
def workbook(data: Path, tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    return _workbook(data, tmp_path_factory.mktemp("xlsx") / "a.xlsx")


def _workbook(
    data: Path,
    out: Path,
    community: str | None = None,
    year: int | None = None,
    *,
    language: Language = "nb",
    communities_dir: Path | None = None,
) -> openpyxl.Workbook:
    settings = Settings(data=data, communities_dir=communities_dir)
    export(settings, "xlsx", out, community=community, year=year, language=language)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    return openpyxl.load_workbook(io.BytesIO(out.read_bytes()))


def rows_of(sheet: Any) -> Iterator[dict[str, Any]]:
    headers = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        yield dict(zip(headers, row, strict=True))


def summary_of(sheet: Any) -> dict[str, Any]:
    return {row[0].value: row[1].value for row in sheet.iter_rows(min_row=3) if row[0].value}


def test_each_call_has_a_sheet_and_each_sent_application_a_row(workbook: openpyxl.Workbook) -> None:
    assert workbook.sheetnames == ["agder 2027", "ostfold 2027"]
    for sheet in workbook:
        numbers = [cell.value for cell in sheet["A"] if str(cell.value).startswith("RST-")]
        assert len(numbers) == 1, "drafts are nobody's but their authors'"


def test_cells_have_types_and_what_people_wrote_is_no_formula(workbook: openpyxl.Workbook) -> None:
    row = next(rows_of(workbook["agder 2027"]))
    assert (row["Tittel"].value, row["Tittel"].data_type) == ("=Felles akutteam", "s")
    assert row["Søknadsbeløp"].value == 400_000
    assert row["Søknadsbeløp 2027"].value == 400_000
    assert row["Søknadsbeløp 2028"].value == 0
    assert row["Kostnader i alt"].value == 600_000
    assert row["Egeninnsats"].value == 200_000
    assert row["Minste beløp"].value == 300_000
    assert row["Fra"].value == datetime.combine(date(2027, 1, 1), time())
    assert row["Til"].value == datetime.combine(date(2028, 12, 31), time())
    assert isinstance(row["Mottatt"].value, datetime)
    for name in ("Søknadsbeløp", "Kostnader i alt", "Egeninnsats"):
        assert row[name].data_type == "n"


def test_a_row_has_what_a_committee_asks_for(workbook: openpyxl.Workbook) -> None:
    row = {name: cell.value for name, cell in next(rows_of(workbook["agder 2027"])).items()}
    assert row["Helseforetak"] == "Sørlandet sykehus HF"
    assert row["Kommuner"] == "Bygland, Evje og Hornnes"
    assert row["Frist"] == "Frist ikke kjent."
    assert row["Dager før fristen"] is None
    assert "1 av 3" in row["Enighet"]
    assert "0,5" in row["Egeninnsats i timer, årsverk og annet"]
    assert row["Nytt eller videreføring"] == "Nytt tiltak"
    assert row["Saksnummer i arkivet"] == "26/01234"
    assert row["Tatt av"] == "Olga Eksempel"
    assert [row[name] for name in ("Rangering", "Innstilling", "Innstilt beløp")] == [None, None, None]


def test_a_frame_that_nobody_has_told_is_not_known(workbook: openpyxl.Workbook) -> None:
    summary = summary_of(workbook["agder 2027"])
    assert summary["Søkt i alt"] == 400_000
    assert summary["Ramme"] == "ikke kjent"
    assert "Rammen minus søkt i alt" not in summary


def test_a_frame_of_the_helsefellesskaps_file_is_held_against_the_sum(data: Path, tmp_path: Path) -> None:
    packaged = Path(__file__).parents[1] / "knowledge" / "communities"
    own = tmp_path / "communities"
    shutil.copytree(packaged, own)
    agder = own / "agder.yaml"
    told = agder.read_text("utf-8").replace(
        "  - year: 2024\n    amount_nok: 9000000", "  - year: 2027\n    amount_nok: 1000000"
    )
    agder.write_text(told, "utf-8")
    made = _workbook(data, tmp_path / "a.xlsx", "agder", communities_dir=own)
    assert made.sheetnames == ["agder 2027"]
    summary = summary_of(made["agder 2027"])
    assert summary["Ramme (omtrent)"] == 1_000_000
    assert summary["Rammen minus søkt i alt"] == 600_000


def test_sums_are_under_the_columns_they_add_up(data: Path, tmp_path: Path) -> None:
    sheet = _workbook(data, tmp_path / "a.xlsx", "ostfold")["ostfold 2027"]
    rows = list(rows_of(sheet))
    assert rows[1]["Saksnummer"].value == "Sum"
    for name in ("Søknadsbeløp", "Søknadsbeløp 2027", "Kostnader i alt", "Egeninnsats"):
        assert rows[1][name].value == rows[0][name].value
    assert rows[1]["Minste beløp"].value is None


def test_a_call_without_applications_still_has_a_sheet_with_headings(data: Path, tmp_path: Path) -> None:
    made = _workbook(data, tmp_path / "a.xlsx", "bergensomradet", 2027)
    assert made.sheetnames == ["bergensomradet 2027"]
    assert made["bergensomradet 2027"]["A1"].value == "Saksnummer"


@pytest.mark.parametrize(("language", "heading"), [("nn", "Dagar før fristen"), ("en", "Recommendation")])
def test_the_headings_come_in_the_language_asked_for(
    data: Path, tmp_path: Path, language: Language, heading: str
) -> None:
    made = _workbook(data, tmp_path / "a.xlsx", language=language)
    headings = [cell.value for cell in made["agder 2027"][1]]
    assert None not in headings
    assert len(set(headings)) == len(headings)
    assert heading in headings
