"""One application from the first hello to the secretariat, over HTTP, as people see it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.store import Key, Put
from tests.fake_teams import Chat, ClientRefuses, Hang, Reset, Seen
from tests.stage import KARI, OLGA, Stage, answers
from tests.troubled_store import TroubledStore

pytest_plugins = ["tests.fixtures_teams", "tests.fixtures_stage"]

CASE = re.compile(r"RST-2026-[23456789A-HJKMNP-TV-Z]{5}")


def question(chat: Chat, words: str) -> Seen:
    """The newest card that asks this."""
    return next(seen for seen in reversed(chat.messages) if seen.by_bot and words in seen.text and seen.cards)


async def test_cards_and_typing_mixed_lead_to_a_receipt_and_to_the_secretariat(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.connect()
        kari = stage.kari
        await kari.install()
        await kari.wait_for("Hei! Jeg hjelper dere", anywhere=True)
        await kari.press("Start en søknad")
        await kari.press("Lagre", {"community": "agder"})
        await stage.type_all(kari, ["2027", "1", "Evje og hornes"])
        hospital, municipality = (
            seen.id for seen in (question(kari, "Kontaktperson"), question(kari, "Kontaktperson"))
        )
        assert hospital == municipality, "one card for all that is asked of a contact"
        await stage.type_all(kari, answers()[5:10])
        await stage.type_all(kari, ["1", "sammen"])

        # A whole card at once; then a question in the middle, which is no answer, and the same field again.
        title = question(kari, "Hva heter tiltaket")
        slots = [one["id"] for one in title.card["body"] if str(one.get("type")).startswith("Input.")]
        filled = await kari.submit(
            title, "Lagre", dict(zip(slots, ["Felles akuttem", "Vi går sammen."], strict=True))
        )
        assert "Felles akuttem" in filled.text, "the card becomes what was understood"
        await kari.say("Et team med lege og sykepleier.")
        await kari.say("kan vi søke om lønn?")
        await kari.press("Et spørsmål")
        await kari.wait_for("Spørsmålet er ikke lagret som svar")
        await kari.say("tilbake")
        await kari.wait_for("Et team med lege og sykepleier.")
        await kari.say("endre tittel")
        await kari.say("Felles akutteam")
        await stage.type_all(kari, ["Evje", "Skrøpelige eldre", "2027", "Det støtter formålet.", "1, 2"])
        await stage.type_all(kari, ["skrøpelige eldre", "nei", "Lege", "Sørlandet sykehus HF"])

        # A wrong amount is kept, said, and asked again; the card shows it as it was typed.
        await kari.say("ganske mye")
        wrong = await kari.wait_for("Skriv beløpet i kroner")
        assert "ganske mye" in wrong.text
        await kari.say("1,2 mill")
        await kari.wait_for("Jeg leste 1 200 000 kr")
        await stage.type_all(kari, answers()[answers().index("Sykepleier") - 1 :])
        await kari.wait_for("Ingenting mangler")

        # An old card still says what stands, also after its question was answered in another way.
        old = await kari.submit(
            title, "Lagre", dict(zip(slots, ["Noe helt annet", "Vi går sammen."], strict=True))
        )
        assert old.status == 200
        await kari.wait_for("Felles akutteam")
        await kari.press("Behold det som står")
        await kari.say("oppsummering")
        await kari.wait_for("Ingenting mangler")

        await kari.press("Send søknaden")
        asked = await kari.wait_for("Søknaden er et offentlig dokument når den er mottatt")
        assert "Helsefellesskapet Agder" in asked.text
        sent = await kari.submit(asked, "Send nå", twice=True)
        twin = sent.twin
        assert twin is not None
        assert CASE.search(sent.text)
        assert CASE.findall(sent.text) == CASE.findall(twin.text)
        number = await stage.case_number()
        assert number in sent.text
        receipt = await kari.wait_for("Mottatt av sekretariatet")
        assert number in receipt.text
        for words in ("Vi går sammen.", "1 200 000 kr", "600 000 kr", "Kommunedirektøren 1.10.2026"):
            assert words in receipt.text, "the receipt holds all answers"

        # Afterwards the draft is closed: an old card answers politely and changes nothing.
        before = await stage.application()
        await kari.submit(title, "Lagre", dict(zip(slots, ["For sent", "For sent"], strict=True)))
        await kari.wait_for("er sendt og kan ikke endres her")
        again = await kari.submit(asked, "Send nå")
        assert number in again.text
        assert await stage.application() == before
        assert len(await stage.store.scan("submission")) == 1
        rows = await stage.settled(bot)
    assert [row.target for row in rows if row.target in ("folder", "notice")] == ["notice", "folder"]
    assert {row.state for row in rows} == {"delivered"}
    filed = sorted(path.name for path in stage.data.glob(f"filed/agder/{number}/v1/*"))
    assert filed == [
        "application.json",
        "application.pdf",
        "audit-head.json",
        "audit.jsonl",
        "manifest.json",
        "signing-keys.json",
    ]
    assert filed_title(stage.data, number) == "Felles akutteam"


def filed_title(data: Path, number: str) -> str:
    text = (data / "filed/agder" / number / "v1/application.json").read_text("utf-8")
    return "Felles akutteam" if "Felles akutteam" in text else ""


async def test_the_channel_is_told_once_in_a_thread_of_its_own_with_all_that_an_officer_needs(
    stage: Stage,
) -> None:
    async with stage.running() as bot:
        await stage.connect()
        await stage.draft_ready()
        number = await stage.send()
        await stage.kari.wait_for("Mottatt av sekretariatet")
        await stage.settled(bot)
        (notice,) = [seen for seen in stage.channel().messages if number in seen.text]
    assert notice.thread_id.endswith(notice.id), "it begins a thread"
    for words in (
        f"Ny søknad: {number}",
        "Felles akutteam",
        "Sørlandet sykehus HF, Evje og Hornnes",
        "Kari Eksempel, rådgiver, kari@example.no",
        "[Skriv til Sørlandet sykehus HF]",
        "Per Prøve, helsesjef, per@example.no",
        "[Skriv til Evje og Hornnes]",
        "Søknadsbeløp\n1 100 000 kr",
        "Kostnader i alt\n1 800 000 kr",
        "Egeninnsats\n700 000 kr",
        "1. januar 2027 – 31. desember 2027",
        "2027: 1 100 000 kr",
        "Rekruttering og god bruk av personell",
        "Skrøpelige eldre",
        "Nytt tiltak",
        "Pasientansvar",
        "2 av 2 parter enige – opplyst av søker, ikke bekreftet av parten",
        "Mottatt\n23. november 2026",
        "Frist",
        "[Vis hele søknaden] [Åpne PDF] [Jeg tar den] [Registrer saksnr.]",
    ):
        assert words in notice.text
    for free_text in ("Vi går sammen", "lege og sykepleier", "til utskriving"):
        assert free_text not in notice.text, "everybody in the channel sees it: no free text beyond the title"


async def test_a_message_delivered_again_does_nothing_again(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        kari = stage.kari
        await kari.say("endre tittel")
        typed = await kari.say("Et nytt navn")
        before, said = await stage.application(), len(kari.texts())
        await kari.redeliver(typed, same_id=True)
        assert await stage.application() == before
        assert len(kari.texts()) == said
        await kari.say("send")
        confirm = await kari.wait_for("Send søknaden?")
        sent = await kari.submit(confirm, "Send nå")
        number = await stage.case_number()
        for same_id in (True, False):
            again = await kari.redeliver(sent, same_id=same_id)
            assert number in again.text
        assert len(await stage.store.scan("submission")) == 1


@pytest.mark.parametrize("answer", ["Et nytt navn", "ja"])
async def test_text_that_comes_again_under_a_new_id_before_its_answer_came_is_a_repeat(
    stage: Stage, answer: str
) -> None:
    async with stage.running():
        await stage.draft_ready()
        kari = stage.kari
        await kari.say("endre tittel" if answer != "ja" else "send")
        with stage.teams.during(Reset(after_delivery=False), chat=kari):
            typed = await kari.say(answer)
            before = await stage.application()
            await kari.redeliver(typed, same_id=False)
        await kari.wait_for("Kvittering" if answer == "ja" else "Et nytt navn")
        assert await stage.application() == before


async def test_two_clients_of_one_person_send_one_application(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        phone, office = stage.teams.second_client(KARI), stage.kari
        await office.say("send")
        confirm = await office.wait_for("Send søknaden?")
        on_phone = next(seen for seen in phone.messages if seen.id == confirm.id)
        first = await office.submit(confirm, "Send nå")
        second = await phone.submit(on_phone, "Send nå")
        number = await stage.case_number()
    assert number in first.text
    assert number in second.text


async def test_the_same_field_changed_on_two_machines_shows_both_values(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        office, phone = stage.kari, stage.teams.second_client(KARI)
        await office.say("endre tittel")
        on_phone = next(seen for seen in reversed(phone.messages) if seen.by_bot and "Hva heter" in seen.text)
        await office.say("Fra kontoret")
        slots = [one["id"] for one in on_phone.card["body"] if one.get("type") == "Input.Text"]
        await phone.submit(on_phone, "Lagre", {slots[0]: "Fra telefonen"})
        both = await phone.wait_for("Fra telefonen")
        assert "Fra kontoret" in both.text
        await phone.press("Bruk det jeg skrev")
        assert (await stage.application())["answers"]["title"]["value"] == "Fra telefonen"


async def test_without_a_secretariat_it_is_said_at_the_start_at_sending_and_in_the_receipt(
    stage: Stage,
) -> None:
    async with stage.running() as bot:
        kari = stage.kari
        await kari.install()
        await stage.type_all(kari, answers()[:3])
        await kari.wait_for("er ikke koblet til her ennå", anywhere=True)
        await stage.type_all(kari, answers()[3:])
        await kari.say("send")
        asked = await kari.wait_for("Send søknaden?")
        assert "er ikke koblet til her ennå" in asked.text
        await kari.say("ja")
        receipt = await kari.wait_for(
            "Sekretariatet er ikke koblet til her. Send dokumentene på vanlig måte."
        )
        await kari.wait_for("Dokumentene er lagret.", anywhere=True)
        number = await stage.case_number()
        assert "Mottatt av sekretariatet" not in receipt.text

        # A channel is connected later: it is told then, and the receipt says so only then.
        await stage.connect()
        await stage.channel().wait_for(f"Ny søknad: {number}")
        await kari.wait_for("Mottatt av sekretariatet", anywhere=True)
        await stage.settled(bot)
        updated = next(seen for seen in kari.messages if seen.id == receipt.id)
    assert "Mottatt av sekretariatet" in updated.text


async def test_the_receipt_says_received_only_when_the_secretariat_certainly_has_it(stage: Stage) -> None:
    async with stage.running() as bot:
        await stage.connect()
        await stage.draft_ready()
        hang = Hang()
        with stage.teams.during(hang, chat=stage.channel(), operations=frozenset({"create"})):
            await stage.send()
            await stage.kari.wait_for("Dokumentene er lagret.", anywhere=True)
            receipt = await stage.kari.wait_for("Kvittering", anywhere=True)
            assert "Ikke levert til sekretariatet ennå" in receipt.text
            await stage.kari.say("kvittering")
            shown = await stage.kari.wait_for("Kvittering")
            assert "Ikke levert til sekretariatet ennå" in shown.text
        await stage.settled(bot)
        await stage.kari.say("kvittering")
        shown = await stage.kari.wait_for("Kvittering")
    assert "Mottatt av sekretariatet" in shown.text


async def test_the_pdf_comes_by_file_consent(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        number = await stage.send()
        offer = await stage.kari.wait_for(f"{number}.pdf", anywhere=True)
        await stage.kari.accept_file(offer, twice=True)
        info = await stage.kari.wait_for(f"{number}.pdf")
        assert info.activity["attachments"][0]["contentType"].endswith("file.info")
        (upload,) = stage.teams.uploads
    filed = stage.data / "filed/agder" / number / "v1/application.pdf"
    assert bytes(upload.content) == filed.read_bytes()


@pytest.mark.parametrize(
    "forged",
    ["https://evil.example/x.pdf", "javascript:alert(1)", "https://127.0.0.1@evil.example/", "", None, 7],
)
async def test_no_address_comes_back_to_the_chat_but_one_of_the_file_hosts(
    stage: Stage, forged: object
) -> None:
    async with stage.running():
        await stage.kari.say("skjema som word")
        await stage.kari.wait_for("skjema-rekrutterings")
        upload = {**stage.teams.service.files.offered("x.docx"), "contentUrl": forged}
        value = {"type": "fileUpload", "action": "accept", "context": {"what": "form"}, "uploadInfo": upload}
        await stage.kari.raw(type="invoke", name="fileConsent/invoke", value=value)
        said = await stage.kari.wait_for("Filen ligger nå blant filene dine")
    assert "evil" not in json.dumps(said.activity)
    assert "javascript" not in json.dumps(said.activity)
    assert stage.teams.uploads[-1].complete


async def test_what_names_the_uploaded_file_is_an_id_or_is_drawn_anew(stage: Stage) -> None:
    async with stage.running():
        await stage.kari.say("skjema som word")
        await stage.kari.wait_for("skjema-rekrutterings")
        upload = {**stage.teams.service.files.offered("x.docx"), "uniqueId": "<script>" * 1_000}
        value = {"type": "fileUpload", "action": "accept", "context": {"what": "form"}, "uploadInfo": upload}
        await stage.kari.raw(type="invoke", name="fileConsent/invoke", value=value)
        info = stage.kari.last.activity["attachments"][0]
    assert info["contentType"].endswith("file.info")
    assert re.fullmatch("[0-9a-f-]{36}", info["content"]["uniqueId"])
    assert "S%C3%B8knader%20i%20Teams" in info["contentUrl"]


async def test_a_declined_pdf_and_a_failed_upload_are_said_and_the_file_can_be_asked_for_again(
    stage: Stage,
) -> None:
    async with stage.running():
        await stage.draft_ready()
        number = await stage.send()
        offer = await stage.kari.wait_for(f"{number}.pdf", anywhere=True)
        await stage.kari.decline_file(offer)
        await stage.kari.wait_for("Du kan be om filen igjen")
        stage.teams.fault(Reset(after_delivery=False), operations=frozenset({"upload"}), times=None)
        await stage.kari.accept_file(offer)
        await stage.kari.wait_for("Jeg fikk ikke lagt inn filen")
        stage.teams.service.faults.end_all()
        await stage.kari.say("kvittering")
        offer = await stage.kari.wait_for(f"(file offered: {number}.pdf")
        await stage.kari.accept_file(offer)
        await stage.kari.wait_for(f"{number}.pdf")
        assert stage.teams.uploads[-1].complete


async def test_an_upload_that_hangs_keeps_no_answer_from_teams(stage: Stage) -> None:
    async with stage.running(patience_seconds=0.2):
        await stage.draft_ready()
        number = await stage.send()
        offer = await stage.kari.wait_for(f"{number}.pdf", anywhere=True)
        hang = Hang()
        with stage.teams.during(hang, operations=frozenset({"upload"})):
            answer = await stage.kari.accept_file(offer)
            assert answer.status == 200
        await stage.kari.wait_for(f"{number}.pdf")
        assert stage.teams.uploads[-1].complete


async def test_the_word_form_comes_by_file_consent_before_any_application(stage: Stage) -> None:
    async with stage.running():
        await stage.kari.say("skjema som word")
        offer = await stage.kari.wait_for("skjema-rekrutterings")
        await stage.kari.accept_file(offer)
        await stage.kari.wait_for("skjema-rekrutterings")
        (upload,) = stage.teams.uploads
    assert bytes(upload.content[:2]) == b"PK"


async def test_after_a_restart_and_three_weeks_it_goes_on_at_the_right_place(stage: Stage) -> None:
    script = answers()
    half = script.index("Evje")
    async with stage.running():
        await stage.kari.install()
        await stage.type_all(stage.kari, script[:half])
    stage.clock.forward(weeks=3)
    async with stage.running():
        await stage.kari.say("fortsett")
        await stage.kari.wait_for("Det mangler")
        await stage.type_all(stage.kari, script[half:])
        await stage.kari.wait_for("Ingenting mangler")


async def test_a_client_finds_no_card_that_sends_without_the_second_step(stage: Stage) -> None:
    async with stage.running():
        await stage.draft_ready()
        with pytest.raises(ClientRefuses):
            await stage.kari.press("Send nå")
        await stage.kari.say("ja")
        assert (await stage.application())["status"] == "draft"


async def test_a_case_number_that_somebody_has_already_is_drawn_again(stage: Stage) -> None:
    store = TroubledStore(stage.store)
    async with stage.running(store=store):
        await stage.draft_ready()
        taken: list[Key] = []

        async def somebody_else_is_first(put: Sequence[Put]) -> None:
            case = next((one.key for one in put if one.key.kind == "case"), None)
            if case is not None and not taken:
                taken.append(case)
                await stage.store.commit(expect={}, put=[Put(case, {"application": "another"})])

        store.before_commit = somebody_else_is_first
        await stage.kari.say("send")
        confirm = await stage.kari.wait_for("Send søknaden?")
        sent = await stage.kari.submit(confirm, "Send nå")
        (number,) = {one.key.id for one in await stage.store.scan("case")} - {taken[0].id}
    assert number in sent.text


async def test_an_officer_is_no_applicant_and_sees_nothing_in_a_personal_chat(stage: Stage) -> None:
    async with stage.running():
        await stage.connect()
        await stage.draft_ready()
        olga = stage.teams.personal(OLGA)
        await olga.say("mine søknader")
        await olga.wait_for("Du har ingen søknader ennå")
