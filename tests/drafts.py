"""Drafts to begin a test from, typed as people type: how far a draft has come is told by its name."""

from __future__ import annotations

TO_PARTIES = """
    > start
    > Agder
    > 2027
    > Sørlandet sykehus
    > Evje og Hornnes
"""
"""The contact of the hospital is asked next."""

TO_TITLE = f"""
    {TO_PARTIES}
    > Medisinsk klinikk, Fjellbyen
    > Kari Eksempel, rådgiver, kari@example.no
    > hopp over
    > Per Prøve, helsesjef, per@example.no, 00 00 00 00
    > Evje og Hornnes
    > sammen
"""

TO_PERIOD = f"""
    {TO_TITLE}
    > Felles akutteam
    > Kommunen og sykehuset deler et akutteam.
    > Et team med lege og sykepleier rykker ut sammen.
    > I Evje og ved sykehuset i Fjellbyen
    > Skrøpelige eldre
"""

TO_BUDGET = f"""
    {TO_PERIOD}
    > 2027
    > Pasientene får hjelp nærmere hjemmet.
    > samhandling
    > skrøpelige eldre
    > nei
"""
"""The first cost is asked next."""

TO_OWN = f"""
    {TO_BUDGET}
    > Lege
    > Sørlandet sykehus HF
    > 900 000
    > nei
    > sosiale kostnader
"""
"""What the hospital brings is asked next."""

TO_APPLIED = f"""
    {TO_OWN}
    > egne penger
    > 300 000
    > årsverk
    > 0,5 årsverk
    > hopp over
"""
"""What the hospital applies for is asked next."""

READY = f"""
    {TO_APPLIED}
    > 400 000
    > 200 000
    > nei
    > ja
    > Sykehuset til utskriving, deretter kommunen.
    > ja
    > Ola Eksempel
    > klinikksjef
    > 2.11.2026
    > stillingen
    > ja
    > Anne Eksempel
    > kommunedirektør
    > 3.11.2026
    > stillingen
    > bokmål
    > nei takk
    Ingenting mangler
"""
"""Nothing is missing; the summary is shown. Agder 2027: no call is known."""
