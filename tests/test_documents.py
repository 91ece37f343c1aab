"""The PDF and the Word file of a sent application: archivable, readable aloud, true to what was typed."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import groupby, pairwise
from operator import itemgetter

import docx
import psutil
import pypdf
import pypdfium2
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from dialogs.document import (
    Bullets,
    Document,
    Fact,
    Facts,
    FooterWords,
    FrontPage,
    KeyFigures,
    Note,
    PageBreak,
    Paragraph,
    Section,
    Subheading,
    Table,
    Words,
    texts,
)
from storage.filing.docx import render_docx
from storage.filing.form_docx import FormField, FormSection, FormSheet, Option, render_form_docx
from storage.filing.pdf import characters_not_in_print, render_pdf

CREATED = datetime(2026, 11, 14, 14, 42, tzinfo=UTC)
FOOTER = FooterWords("side", "av")
TEXT = (
    "Teamet møter pasienten hjemme, sammen med fastlegen og kommunens rus- og psykisk helsetjeneste.\n\n"
    "• fast vakt alle dager kl. 08–22\n    – innrykket linje\n• «felles» journalnotat"
)
APPLICATION = Document(
    lang="nb",
    kicker="Søknad om rekrutterings- og samhandlingstilskudd 2026",
    title="Felles akutteam for unge i indre Agder",
    case_number="RST-2026-K7MP4",
    version_code="v1-3F9A",
    footer=FOOTER,
    first_page=FrontPage(
        (
            Facts(
                (
                    Fact("Parter", "Evje og Hornnes kommune, Sørlandet sykehus HF", "Foreslått sammen"),
                    Fact("Formål", "Færre innleggelser for unge, ved ett felles team."),
                )
            ),
            KeyFigures((Fact("Søknadsbeløp", "1 200 000 kr"), Fact("Periode", "2027–2028", "to år"))),
            Subheading("Enighet"),
            Note("Opplyst av søker, ikke bekreftet av parten.", "stated"),
            Note("Mangler: bekreftelse fra Bygland kommune.", "missing"),
        )
    ),
    sections=(
        Section(
            "Tiltaket",
            (Words(TEXT, "Evje og Hornnes kommune"), Subheading("Formålet"), Paragraph("Kort sagt.")),
        ),
        Section(
            "Budsjett",
            (
                Table(
                    ("Hva", "2027", "Sum"),
                    (
                        ("Lønn, psykologspesialist", "700 000 kr", "1 400 000 kr"),
                        ("Kjøring", "0 kr", "25 000 kr"),
                    ),
                    frozenset({1, 2}),
                    ("Sum", "700 000 kr", "1 425 000 kr"),
                    "Kostnader",
                ),
                Bullets(("Merverdiavgift er tatt med", "Sosiale kostnader er tatt med")),
                Note("Frist ikke kjent da søknaden ble sendt.", "warning"),
            ),
        ),
        Section(
            "Avtalen",
            (PageBreak(), Note("Bekreftet 12. november 2026.", "confirmed"), Note("Vedlegg: ingen.")),
        ),
    ),
)
ODD_TEXTS = [
    '#read("/etc/passwd")',
    '#eval("1+1") #import "x.typ" #sys.inputs.document',
    "{{ 7*7 }} {% for x in y %}",
    "$x^2$ <b>fet</b> &amp; =1+1 *a* _b_ `c` @d <e> \\ // /* */ ~ -- --- ...",
    "]#[ }#{ ) ( \" ' ```typ #pagebreak() ```",
    "</w:t></w:r><w:r><w:t>",
    "| tabell | som | noen |\n|---|---|---|\n\tlimte\tinn",
    "čđŋšžŧá ČĐŊŠŽŦÁ ǥǧǩʒǯ € – — «» • − ½ ² ³ § ° ≥ ≤ × → ✓ ☑ ‰ … ‑",
    "NAVN­PÅ​TILTAK",
]


def document_of(*blocks: object) -> Document:
    return replace(APPLICATION, first_page=None, sections=(Section("Del", blocks),))  # type: ignore[arg-type]


def document_full_of(text: str) -> Document:
    """The text in every place where people's words can stand."""
    return Document(
        lang="nn",
        kicker=text,
        title=f"Tittel {text}",
        case_number="RST-2026-K7MP4",
        version_code="v1-3F9A",
        footer=FOOTER,
        first_page=FrontPage((KeyFigures((Fact(text, text, text),)), Subheading(text))),
        sections=(
            Section(
                text,
                (
                    Facts((Fact(text, text, text),)),
                    Words(text, text),
                    Paragraph(text),
                    Subheading(text),
                    Note(text, "warning"),
                    Bullets((text,)),
                    Table((text, "Beløp"), ((text, text),), frozenset({1}), (text, text), text),
                ),
            ),
        ),
    )


def pdf_of(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_pdf(document, created=CREATED).pdf))


def pages_of(document: Document) -> list[str]:
    """What a reader copies or has read aloud from each page."""
    pages = pypdfium2.PdfDocument(render_pdf(document, created=CREATED).pdf)
    return [str(page.get_textpage().get_text_range()).replace("\r\n", "\n") for page in pages]


def said_by(document: Document) -> str:
    """All its text, squeezed, without footers: what runs over a page is whole again."""
    footer = r"RST-2026-K7MP4 · v1-3F9A\s*side \d+ av \d+\s*$"
    return squeezed("".join(re.sub(footer, "", page) for page in pages_of(document)))


def squeezed(text: str) -> str:
    """Without white space, and without hyphens: a word may have been divided at the end of a line."""
    return re.sub("[\\s\x02\u00ad\u200b\u2010\ufffe-]", "", text)


def inside(outer: PdfObject, *names: str) -> PdfObject | None:
    found: PdfObject | None = outer
    for name in names:
        assert isinstance(found, DictionaryObject)
        found = found[name].get_object()
    return found


def structure(pdf: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """The elements that a screen reader walks through."""
    waiting = [inside(pdf.root_object, "/StructTreeRoot")]
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, ArrayObject):
            waiting = [child.get_object() for child in element] + waiting
        elif isinstance(element, DictionaryObject):
            if "/S" in element:
                yield element
            if "/K" in element:
                waiting.insert(0, element["/K"].get_object())


def word_of(package: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(package))


def texts_in_word(word: WordDocument) -> list[str]:
    """Paragraph by paragraph as a reader meets them, cells row by row."""
    found = []
    for part in word.iter_inner_content():
        if isinstance(part, WordTable):
            found += [
                paragraph.text for row in part.rows for cell in row.cells for paragraph in cell.paragraphs
            ]
        else:
            found.append(part.text)
    return [text for text in found if text]


def test_the_pdf_is_made_for_the_archive_and_for_screen_readers() -> None:
    pdf = pdf_of(APPLICATION)
    root = pdf.root_object
    assert str(inside(root, "/MarkInfo", "/Marked")) == "True"
    assert str(inside(root, "/ViewerPreferences", "/DisplayDocTitle")) == "True"
    assert str(inside(root, "/Lang")) == "nb-NO"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Felles akutteam for unge i indre Agder"
    assert pdf.metadata.creation_date == CREATED
    described = inside(root, "/Metadata")
    assert isinstance(described, StreamObject)
    metadata = described.get_data().decode()
    assert re.search(r"pdfaid:part>2<", metadata)
    assert re.search(r"pdfaid:conformance>A<", metadata)
    assert re.search(r"pdfuaid:part>1<", metadata)
    assert "Felles akutteam for unge i indre Agder" in metadata


@pytest.mark.parametrize(("lang", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_both_files_are_in_the_language_of_the_document(lang: str, tag: str) -> None:
    document = replace(APPLICATION, lang=lang)  # type: ignore[arg-type]
    assert str(inside(pdf_of(document).root_object, "/Lang")) == tag
    word = word_of(render_docx(document, created=CREATED))
    assert word.core_properties.language == tag
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {tag}


def test_headings_tables_lists_and_quotations_are_tagged() -> None:
    tags = Counter(str(element["/S"]) for element in structure(pdf_of(APPLICATION)))
    assert tags["/Title"] == 1
    assert tags["/H1"] == 4, "three sections, and one heading on the first page"
    assert tags["/H2"] == 1
    assert (tags["/Table"], tags["/Caption"], tags["/THead"], tags["/TFoot"]) == (1, 1, 1, 1)
    assert (tags["/TR"], tags["/TH"], tags["/TD"]) == (4, 3, 9)
    assert (tags["/L"], tags["/LI"]) == (1, 2)
    assert tags["/BlockQuote"] == 1
    assert tags["/P"] >= 10


def test_a_screen_reader_meets_the_headings_in_order() -> None:
    outline = [entry.title for entry in pdf_of(APPLICATION).outline if not isinstance(entry, list)]
    assert outline == ["Enighet", "Tiltaket", "Budsjett", "Avtalen"]


def test_everything_the_document_says_is_in_the_pdf_and_in_the_word_file() -> None:
    whole = squeezed("".join(pages_of(APPLICATION)))
    found = texts_in_word(word_of(render_docx(APPLICATION, created=CREATED)))
    for text in texts(APPLICATION):
        assert squeezed(text) in whole, text
    assert found == list(texts(APPLICATION))[:-4], "the last four are in the footer"


def test_every_page_carries_case_number_version_and_page_of_pages() -> None:
    pages = pages_of(APPLICATION)
    for number, page in enumerate(pages, start=1):
        assert " ".join(page.split()[-7:]) == f"RST-2026-K7MP4 · v1-3F9A side {number} av {len(pages)}"
    word = word_of(render_docx(APPLICATION, created=CREATED))
    footer_part = word.sections[0].footer
    assert footer_part.paragraphs[0].text == "RST-2026-K7MP4 · v1-3F9A\tside  av "
    fields = [field.get(qn("w:instr")) for field in footer_part.part.element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_first_page_is_for_those_in_a_hurry_and_the_rest_follows_on_the_next() -> None:
    pages = pages_of(APPLICATION)
    assert "Mangler: bekreftelse fra Bygland kommune." in pages[0]
    assert "Tiltaket" not in pages[0]
    assert "Tiltaket" in pages[1]


def test_a_full_first_page_is_set_smaller_before_it_runs_over() -> None:
    rows = tuple(
        Fact(f"Opplysning {number}", "En linje eller to med svar på det som står til venstre")
        for number in range(31)
    )
    document = replace(APPLICATION, first_page=FrontPage((Facts(rows),)))
    pages = pages_of(document)
    assert "Opplysning 30" in pages[0]
    assert "Tiltaket" in pages[1]


def test_a_document_without_a_first_page_starts_with_its_sections() -> None:
    pages = pages_of(replace(APPLICATION, first_page=None))
    assert "Felles akutteam" in pages[0]
    assert "Tiltaket" in pages[0]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_what_looks_like_code_comes_out_as_it_was_typed(text: str) -> None:
    assert squeezed(text) in said_by(document_of(Words(text)))
    assert text in texts_in_word(word_of(render_docx(document_of(Words(text)), created=CREATED)))
    everywhere = document_full_of(text)
    assert said_by(everywhere).count(squeezed(text)) == sum(text in each for each in texts(everywhere))


def test_what_the_fonts_lack_is_shown_as_missing_and_told_of() -> None:
    document = document_of(Words("glad 👩‍👩 \uf0b7 日本 \ufeff\x07 slutt"), Paragraph("日"))
    rendered = render_pdf(document, created=CREATED)
    assert rendered.substituted == ("👩", "\uf0b7", "日", "本", "\x07")
    assert characters_not_in_print(document) == rendered.substituted
    assert "glad ▯\u200d▯ ▯ ▯▯ ▯ slutt\n▯" in pages_of(document)[0]
    assert characters_not_in_print(APPLICATION) == ()


def test_no_font_of_the_machine_is_used() -> None:
    fonts = set()
    for page in pdf_of(document_of(Words("abc ☑"), Subheading("Halvfet"))).pages:
        used = inside(page, "/Resources", "/Font")
        assert isinstance(used, DictionaryObject)
        fonts |= {
            str(inside(used, name, "/BaseFont")).partition("+")[2].partition("-Identity")[0] for name in used
        }
    assert fonts == {"Inter-Regular", "Inter-SemiBold", "DejaVuSans"}


anything_accepted = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t "), max_size=60
)
several_at_a_time = settings(max_examples=settings().max_examples // 10)


@given(st.lists(anything_accepted, min_size=5, max_size=15))
@several_at_a_time
def test_every_text_that_is_accepted_can_be_filed_as_pdf(typed: list[str]) -> None:
    whole = document_of(*(Words(text) for text in typed))
    assert render_pdf(whole, created=CREATED).pdf.startswith(b"%PDF-1.7")
    for text in typed[:3]:
        assert render_pdf(document_full_of(text), created=CREATED).pdf.startswith(b"%PDF-1.7")


@given(st.lists(anything_accepted, min_size=5, max_size=15))
@several_at_a_time
def test_every_text_that_is_accepted_is_the_same_in_word(typed: list[str]) -> None:
    held = [text.replace("\ufffe", "▯").replace("\uffff", "▯") for text in typed]
    document = document_of(
        *(Words(text) for text in typed),
        Facts(tuple(Fact(f"Svar {number}", text) for number, text in enumerate(typed))),
        Table(("Svar",), tuple((text,) for text in typed)),
    )
    word = word_of(render_docx(document, created=CREATED))
    quoted = [
        part.text for part in word.paragraphs if part.style is not None and part.style.name == "Quoted words"
    ]
    facts, table = word.tables
    assert quoted == held
    assert [row.cells[1].text for row in facts.rows] == held
    assert [row.cells[0].text for row in table.rows] == ["Svar", *held]


@given(st.lists(st.text(max_size=40), min_size=5, max_size=15))
@several_at_a_time
def test_even_what_should_have_been_refused_breaks_nothing(typed: list[str]) -> None:
    document = document_of(*(Words(text) for text in typed))
    render_pdf(document, created=CREATED)
    render_docx(document, created=CREATED)


@pytest.mark.parametrize(
    "block",
    [
        Words("x" * 20_000),
        Words("https://example.no/" + "dokumenter/" * 400),
        Facts((Fact("L" * 300, "1" * 300, "y" * 300),)),
        KeyFigures((Fact("Etikett" * 30, "1" * 60, "z" * 200),) * 4),
        Note("w" * 2000),
        Bullets(("v" * 2000,)),
        Subheading("H" * 300),
        Table(tuple(f"Kolonne {number}" for number in range(8)), (("q" * 120,) * 8,) * 3),
        Table(
            tuple(f"Kolonne {number}" for number in range(8)),
            (("Utskrivningsklare", "spesialisthelsetjenesteloven", *["999 999 999 kr"] * 6),) * 3,
            frozenset(range(2, 8)),
        ),
    ],
    ids=lambda block: type(block).__name__,
)
def test_nothing_runs_out_of_the_page_or_into_the_next_column(block: object) -> None:
    document = replace(document_of(block), title="T" * 200)
    pages = pypdfium2.PdfDocument(render_pdf(document, created=CREATED).pdf)
    margin, width = 2.4 / 2.54 * 72, 595.28
    for page in pages:
        text = page.get_textpage()
        written = [index for index, each in enumerate(text.get_text_range()) if not each.isspace()]
        boxes = [text.get_charbox(index, loose=True) for index in written]
        assert max(right for _, _, right, _ in boxes) <= width - margin + 3
        assert min(left for left, _, _, _ in boxes) >= margin - 3
        for _, line in groupby(
            sorted((round(bottom), left, right) for left, bottom, right, _ in boxes), key=itemgetter(0)
        ):
            for (_, _, right), (_, left, _) in pairwise(line):
                assert right - left < 3, "two letters on top of each other"
    assert len(pages) < 25


def test_twenty_thousand_characters_come_out_whole_over_many_pages() -> None:
    sentences = " ".join(f"Setning nummer {number} handler om samhandling." for number in range(450))[:20_000]
    assert squeezed(sentences) in said_by(document_of(Words(sentences)))
    assert squeezed(sentences) in said_by(document_of(Facts((Fact("Tiltaket", sentences),))))


def test_a_table_of_two_hundred_rows_repeats_its_headers_on_each_page() -> None:
    headers = tuple(f"Kolonne {number}" for number in range(8))
    rows = tuple((f"Linje {row}", "Lønn", "kommune", "2027", *["1 234 567"] * 4) for row in range(200))
    table = Table(
        headers, rows, frozenset(range(4, 8)), ("Sum", "", "", "", *["246 913 400"] * 4), "Kostnader"
    )
    document = document_of(table)
    pages = pages_of(document)
    assert len(pages) > 2
    assert all("Kolonne 7" in page for page in pages)
    assert all(
        sum(f"Linje {row}\n" in page or f"Linje {row} " in page for page in pages) == 1 for row in range(200)
    )
    word_table = word_of(render_docx(document, created=CREATED)).tables[0]
    assert word_table.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in word_table.rows[200].cells] == list(rows[199])


def test_lines_and_indents_stay_as_they_were_typed() -> None:
    typed = document_of(Words("første\n\n    innrykk\nsiste linje\tmed tabulator"))
    assert "første\n\u00a0\u00a0\u00a0\u00a0innrykk\nsiste linje\u2003med tabulator\n" in pages_of(typed)[0]
    pdf = pypdfium2.PdfDocument(render_pdf(typed, created=CREATED).pdf)
    page = pdf[0].get_textpage()
    text = page.get_text_range()
    left = {word: page.get_charbox(text.index(word)) for word in ("første", "innrykk", "siste")}
    assert left["første"][0] + 5 < left["innrykk"][0]
    assert left["første"][1] - left["innrykk"][1] > 1.8 * (left["innrykk"][1] - left["siste"][1]), (
        "an empty line"
    )


def test_a_rendered_document_is_not_kept_in_memory() -> None:
    process = psutil.Process()

    def render_large(number: int) -> int:
        sentences = (f"Setning {number}-{each} handler om samhandling." for each in range(3000))
        render_pdf(document_of(Words(" ".join(sentences))), created=CREATED)
        return int(process.memory_info().rss)

    render_large(0)
    before = render_large(1)
    after = [render_large(number) for number in range(2, 10)][-1]
    assert after - before < 40 * 2**20


def test_the_same_document_gives_the_same_bytes_wherever_it_is_made() -> None:
    elsewhere = CREATED.astimezone(timezone(timedelta(hours=2)))
    assert render_pdf(APPLICATION, created=CREATED) == render_pdf(APPLICATION, created=elsewhere)
    assert render_docx(APPLICATION, created=CREATED) == render_docx(APPLICATION, created=elsewhere)
    later = CREATED + timedelta(seconds=1)
    assert render_pdf(APPLICATION, created=CREATED) != render_pdf(APPLICATION, created=later)


def test_documents_rendered_at_the_same_time_do_not_disturb_each_other() -> None:
    documents = [replace(APPLICATION, title=f"Tiltak nummer {number}") for number in range(8)]
    one_by_one = [render_pdf(document, created=CREATED) for document in documents]
    with ThreadPoolExecutor(4) as threads:
        assert (
            list(threads.map(lambda document: render_pdf(document, created=CREATED), documents)) == one_by_one
        )


def test_the_word_file_has_styles_for_headings_and_names_no_author() -> None:
    package = render_docx(APPLICATION, created=CREATED)
    word = word_of(package)
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in word.paragraphs
        if paragraph.style is not None and str(paragraph.style.name).startswith(("Title", "Heading"))
    ]
    assert headings == [
        ("Title", "Felles akutteam for unge i indre Agder"),
        ("Heading 1", "Enighet"),
        ("Heading 1", "Tiltaket"),
        ("Heading 2", "Formålet"),
        ("Heading 1", "Budsjett"),
        ("Heading 1", "Avtalen"),
    ]
    assert word.core_properties.title == "Felles akutteam for unge i indre Agder"
    assert word.core_properties.author == ""
    assert word.core_properties.created == CREATED
    assert {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(package)).infolist()} == {1980}


def test_a_table_without_headers_or_with_ragged_rows_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="headers"):
        Table((), ())
    with pytest.raises(ValueError, match="1 cells under 2"):
        Table(("a", "b"), (("c",),))
    with pytest.raises(ValueError, match="title"):
        replace(APPLICATION, title=" \n")


SHEET = FormSheet(
    lang="nb",
    title="Søknad om rekrutterings- og samhandlingstilskudd",
    intro=(
        "Dette er alle spørsmålene.",
        "Ikke enkeltpersoner; er gruppen liten, skriver dere «få» i stedet for antallet.",
    ),
    headers=("Spørsmål", "Svar"),
    hint="Skriv her",
    sections=(
        FormSection("1 Partene", (FormField("municipalities", "Hvilke kommuner søker?", "Én eller flere"),)),
        FormSection(
            "2 Tiltaket",
            (
                FormField("title", "Hva heter tiltaket?"),
                FormField(
                    "areas",
                    "Hvilke områder?",
                    options=(
                        Option("recruitment", "Rekruttering"),
                        Option("collaboration", "Bedre samhandling"),
                    ),
                ),
            ),
        ),
    ),
    version_code="skjema-1",
    footer=FOOTER,
)


def places(word: WordDocument) -> dict[str, str]:
    """What stands in each place of the form, by its tag; a place still showing its hint is empty."""
    found = {}
    for control in word.element.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        text = "".join(
            "\n" if element.tag == qn("w:br") else element.text or ""
            for element in control.find(qn("w:sdtContent")).iter(qn("w:t"), qn("w:br"))
        )
        empty = properties.find(qn("w:showingPlcHdr")) is not None
        found[properties.find(qn("w:tag")).get(qn("w:val"))] = "" if empty else text
    return found


def test_the_empty_form_has_one_tagged_place_for_each_answer() -> None:
    word = word_of(render_form_docx(SHEET, created=CREATED))
    assert places(word) == {
        "municipalities": "",
        "title": "",
        "areas:recruitment": "☐",
        "areas:collaboration": "☐",
    }
    assert [row.cells[0].text for table in word.tables for row in table.rows] == [
        "Spørsmål",
        "Hvilke kommuner søker?\nÉn eller flere",
        "Spørsmål",
        "Hva heter tiltaket?",
        "Hvilke områder?",
    ]
    assert all(len(table.columns) == 2 for table in word.tables)
    identities = [element.get(qn("w:val")) for element in word.element.iter(qn("w:id"))]
    assert len(identities) == len(set(identities)) == 4


def test_a_form_filled_in_elsewhere_can_be_read_back_by_its_tags() -> None:
    word = word_of(render_form_docx(SHEET, created=CREATED))
    for control in word.element.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        run = control.find(qn("w:sdtContent")).find(qn("w:r"))
        match properties.find(qn("w:tag")).get(qn("w:val")):
            case "title":
                properties.remove(properties.find(qn("w:showingPlcHdr")))
                run.text = "Felles akutteam\nfor unge"
            case "areas:collaboration":
                run.text = "☒"
    saved = io.BytesIO()
    word.save(saved)
    assert places(word_of(saved.getvalue())) == {
        "municipalities": "",
        "title": "Felles akutteam\nfor unge",
        "areas:recruitment": "☐",
        "areas:collaboration": "☒",
    }


def test_two_places_of_a_form_never_share_a_tag() -> None:
    twice = FormSection("1", (FormField("title", "a"), FormField("title", "b")))
    with pytest.raises(ValueError, match="same tag"):
        render_form_docx(replace(SHEET, sections=(twice,)), created=CREATED)
    with pytest.raises(ValueError, match="too long"):
        FormField("x" * 65, "a")
