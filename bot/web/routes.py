"""Every address of the web page, with what it asks of who comes. A new one has its line here, and in the tests."""

from __future__ import annotations

from typing import Final

from bot.web import agreeing, deeds, entering, reading
from bot.web.site import Route

ROUTES: Final = (
    Route("GET", "/inn", "nobody", entering.signin),
    Route("POST", "/inn", "nobody", entering.begin),
    Route("POST", "/inn/retur", "nobody", entering.back, from_elsewhere=True),
    Route("POST", "/ut", "session", entering.out),
    Route("POST", "/sprak", "nobody", deeds.choose_language),
    Route("GET", "/tilgjengelighet", "nobody", entering.accessibility),
    Route("GET", "/bli-med", "session", entering.joining),
    Route("POST", "/bli-med", "session", deeds.join),
    Route("GET", "/", "session", reading.applications),
    Route("GET", "/soknad/{application}", "member", reading.application),
    Route("GET", "/soknad/{application}/felt/{page}", "party", reading.question),
    Route("GET", "/soknad/{application}/forslag", "contact", reading.proposals),
    Route("GET", "/soknad/{application}/endring", "contact", reading.change),
    Route("POST", "/soknad/{application}/endring", "contact", deeds.ask_change),
    Route("POST", "/soknad/{application}/gjor", "party", deeds.do),
    Route("GET", "/soknad/{application}/avtalen", "member", agreeing.agreement),
    Route("GET", "/soknad/{application}/bekreft", "party", agreeing.second_step),
    Route("POST", "/soknad/{application}/bekreft", "fresh", agreeing.confirm),
    Route("GET", "/soknad/{application}/avsla", "party", agreeing.declining),
    Route("POST", "/soknad/{application}/avsla", "party", agreeing.decline),
)
