"""Places and years as people say them, written down apart from what any finder knows, with what may be said of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.places import Region

NORTH: Region = "Helse Nord RHF"
MIDDLE: Region = "Helse Midt-Norge RHF"
WEST: Region = "Helse Vest RHF"
SOUTH_EAST: Region = "Helse Sør-Øst RHF"


@dataclass(frozen=True, slots=True)
class Form:
    """How a place is said, and whose entries may be shown to who says it."""

    text: str
    region: Region | None
    community: str | None = None


def _lines(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(",")]


REGIONS: dict[Region, list[str]] = {
    NORTH: _lines(
        """nord, nordpå, oppe i nord, heile nord, hele nord, Nord-Norge, Nord-Noreg, nord-norge,
        nordnorge, Nord Norge, Helse Nord, helse nord, Helse-Nord, helsenord, Helse Nord RHF,
        northern Norway, the north, North Norway, up north, the northern region, Northern Norway
        Regional Health Authority, nordnorske kommuner, the north of Norway"""
    ),
    MIDDLE: _lines(
        """midt, Midt, Helse Midt, helse midt, Helse Midt-Norge, helse midtnorge, helse midt norge,
        Midt-Noreg, midt-norge, HMN, Central Norway, Mid-Norway, mid norway, the central region,
        Midt-Norge RHF, region Midt"""
    ),
    WEST: _lines(
        """vest, på vestlandet, Vestlandet, vestlandet, Helse Vest, helse vest, helsevest, western
        Norway, the west, the western region, West Norway, vestlandsfylkene, vestkysten, region
        Vest, the west coast, Western Norway RHA"""
    ),
    SOUTH_EAST: _lines(
        """sør-øst, sørøst, sorost, sør øst, Sør-Aust, søraust, Helse Sør-Øst, helse sørøst, helse
        sor-ost, Helse Søraust, HSØ, South-East, south east, southeast, South-Eastern Norway,
        Østlandet, østlandet, Austlandet, eastern Norway, the south-east, Southern and Eastern
        Norway, region Sør-Øst"""
    ),
}
COMMUNITIES: dict[str, tuple[Region, list[str]]] = {
    "agder": (
        SOUTH_EAST,
        _lines(
            """Agder, agder, Sørlandet, sørlandet, Sørlandet sykehus, SSHF, Kristiansand, Arendal,
            Flekkefjord, Setesdal, agderkommunene, Agders, Aust-Agder, Vest-Agder, Sørlandet
            sjukehus, Evje og Hornnes, Sorlandet, sorlandet sykehus, Agder-regionen,
            Helsefellesskapet Agder, Mandal, sørlendingene"""
        ),
    ),
    "sondre-trondelag": (
        MIDDLE,
        _lines(
            """søndre Trøndelag, sondre trondelag, St. Olavs hospital, St. Olav, st olavs, st. olav,
            Trondheim, trondheim, Sør-Trøndelag, Orkdal, Røros, sør i Trøndelag, Trondheimsregionen"""
        ),
    ),
    "nordlandssykehuset": (
        NORTH,
        _lines(
            """Nordlandssykehuset, nordlandssykehuset, Nordlansykehuset, nordlandsykehuset,
            Nordlandssjukehuset, NLSH, Bodø, bodo, Salten, Lofoten, lofoten, Vesterålen, vesteralen,
            Lofotens, Saltenregionen, Lofoten Vesterålen og Salten"""
        ),
    ),
    "bergensomradet": (
        WEST,
        _lines(
            """Bergen, bergen, Begren, Helse Bergen, helse bergen, Haukeland, haukeland, Haraldsplass,
            Bergensområdet, bergensomradet, Voss, Bergensregionen, Haukeland universitetssjukehus"""
        ),
    ),
    "ostfold": (
        SOUTH_EAST,
        _lines(
            """Østfold, østfold, ostfold, østflod, Sykehuset Østfold, Kalnes, kalnes, Fredrikstad,
            Sarpsborg, Halden, Østfolds, østfoldkommunene, Indre Østfold, sykehuset ostfold"""
        ),
    ),
    "troms-og-ofoten": (
        NORTH,
        _lines(
            """Troms og Ofoten, UNN, Universitetssykehuset Nord-Norge, Tromsø, tromso, Narvik, Harstad,
            Troms, Ofoten, Nord-Troms"""
        ),
    ),
}
ELSEWHERE: dict[Region, list[str]] = {
    SOUTH_EAST: _lines(
        """Oslo, oslo, Oslo-området, Ahus, ahus, AHUS, Akershus universitetssykehus, OUS, Oslo
        universitetssykehus, Ullevål, Rikshospitalet, Innlandet, innlandet, Sykehuset Innlandet, SI
        HF, Hamar, Gjøvik, Lillehammer, Elverum, Tynset, Vestre Viken, vestre viken, Drammen,
        Kongsberg, Ringerike, Sykehuset i Vestfold, SiV, Vestfold, Tønsberg, Larvik, Sykehuset
        Telemark, STHF, Telemark, Skien, Notodden, Sunnaas, Diakonhjemmet, Lovisenberg, Viken,
        Buskerud, Akershus, Hedmark, Oppland, Romerike, Follo, Hallingdal, Valdres, Gudbrandsdalen,
        Østerdalen, Toten, Grenland, Bærum, Lørenskog, Hallingdalkommunene, Vestfold og Telemark,
        Drammensregionen, Kongsvinger, Hadeland, Numedal, sykehuset innladet, gudbransdalen,
        lillehamer"""
    ),
    WEST: _lines(
        """Fonna, Helse Fonna, helse fonna, Førde, Helse Førde, helse forde, Stavanger, Helse
        Stavanger, SUS, helse stavanger, Rogaland, Haugesund, Stord, Odda, Sogn og Fjordane,
        Sunnfjord, Nordfjord, Lærdal, Jæren, Haugalandet, Sunnhordland, Hardanger, Ryfylke, Dalane,
        Stavanger universitetssjukehus, Sandnes, Florø, sogn og fjordane, stavager, rogalad"""
    ),
    MIDDLE: _lines(
        """Møre og Romsdal, Helse Møre og Romsdal, HMR, more og romsdal, Sunnmøre, Nordmøre, Romsdal,
        Ålesund, aalesund, Molde, Kristiansund, Volda, Hjelset, HNT, Helse Nord-Trøndelag,
        Nord-Trøndelag, nord-trondelag, nordre Trøndelag, Namsos, Levanger, Steinkjer, Innherred,
        Namdalen, Stjørdal, Verdal, nord i Trøndelag, kristansund, helse møre"""
    ),
    NORTH: _lines(
        """Helgeland, helgeland, Helgelandssykehuset, helgelandsykehuset, Finnmark, finnmark,
        Finnmarkssykehuset, finnmarksykehuset, Hammerfest, Kirkenes, Alta, Karasjok, Kautokeino, Mo
        i Rana, Sandnessjøen, Mosjøen, Brønnøysund, Øst-Finnmark, Vest-Finnmark, Sør-Varanger,
        Svalbard, helgelandssjukehuset, finmark, hammerfes"""
    ),
}
UNCERTAIN: list[str] = _lines(
    """naboen, nabokommunen, et annet helsefellesskap, andre regioner, landsdelen, sør, the south,
    Sandane kommune, Kvitsund, Storevik, et annet sted, neighbouring region, Herøy, Våler, another
    region, Nyborg"""
)
"""Where nobody can say which is meant, or nobody knows the name: nothing of any place may be shown alone."""
OF_TWO: list[str] = _lines(
    """Agder og Østfold, Bergen og Stavanger, nord og vest, Troms og Finnmark og Agder, Helse Nord og
    Helse Vest, Trondheim eller Namsos, Agder versus Telemark"""
)

THE_YEAR_IT_IS = 2026
YEARS: dict[int, list[str]] = {
    2023: ["i 2023", "in 2023", "for 2023", "for tre år siden", "three years ago"],
    2024: [
        "i 2024",
        "i 24",
        "i -24",
        "i '24",
        "i tjuefire",
        "i tjue fire",
        "to år siden",
        "for to år sidan",
        "two years ago",
        "in twenty twenty-four",
        "i FY24",
        "våren 24",
        "høsten 24",
        "h-24",
        "i forfjor",
        "i totusenogtjuefire",
    ],
    2025: [
        "i 2025",
        "i 25",
        "i -25",
        "i fjor",
        "i fjoråret",
        "førre året",
        "forrige år",
        "last year",
        "in FY25",
        "våren 25",
        "hausten 25",
        "i tjuefem",
        "twenty twenty-five",
        "for eitt år sidan",
        "one year ago",
        "i fjor haust",
        "ifjor",
    ],
    2026: [
        "i 2026",
        "i år",
        "dette året",
        "inneværende år",
        "this year",
        "i 26",
        "this budget year",
        "i årets runde",
    ],
    2027: [
        "i 2027",
        "neste år",
        "til neste år",
        "next year",
        "next budget",
        "neste budsjettår",
        "neste budsjett",
        "komande år",
        "kommende år",
        "the coming year",
        "i 27",
        "om eitt år",
        "in one year",
    ],
    2028: ["i 2028", "om to år", "in two years", "året etter neste"],
}
SEVERAL_YEARS: list[str] = [
    "2024/2025",
    "24-25",
    "2024-2026",
    "i 2024 og 2025",
    "både i 2024 og i 2026",
    "året før",
    "i tidligere år",
    "the year before",
    "i andre år enn i fjor",
    "i årene etter",
]


def all_places() -> Iterator[Form]:
    for region, texts in REGIONS.items():
        yield from (Form(text, region) for text in texts)
    for community, (region, texts) in COMMUNITIES.items():
        yield from (Form(text, region, community) for text in texts)
    for region, texts in ELSEWHERE.items():
        yield from (Form(text, region, "elsewhere") for text in texts)
    yield from (Form(text, None) for text in (*UNCERTAIN, *OF_TWO))
