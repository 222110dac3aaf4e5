"""Words that say what an unknown name is: offices and callings before it, the nouns of organisations, media and places in it."""

from __future__ import annotations

from .importers.countries import BY_CODE

_ROLES = (
    "president vice prime minister premier chancellor secretary senator sen governor gov representative congressman congresswoman"
    " mayor ambassador king queen prince princess pope cardinal archbishop bishop reverend rev father sister judge justice"
    " magistrate chief chairman chairwoman chair director manager spokesman spokeswoman spokesperson speaker treasurer commissioner"
    " professor prof doctor dr general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral inspector"
    " superintendent detective constable officer executive mp mla coach captain economist analyst author journalist editor actor"
    " actress singer leader minister-president attorney farmer researcher scientist coordinator organiser organizer veterinarian"
    " lawyer producer owner founder"
)
ROLES = frozenset(_ROLES.split())
"""Words before a person's name that say who it is."""
HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "sheikh", "mullah", "ayatollah", "sultan", "emir"))
"""Words before a person's name that say only that it is one."""
_ORGANISATIONS = (
    "association authority bank board bureau cabinet centre center club college commission committee company congress co-operative"
    " cooperative corporation corp council court department federation forum foundation front fund group holdings inc industries"
    " institute institution ltd limited ministry movement museum office organisation organization parliament party plc school"
    " senate service services society team trust union united university agency alliance airlines airways laboratories partners"
    " systems"
)
ORGANISATIONS = frozenset(_ORGANISATIONS.split())
_MEDIA = "times news press daily post herald tribune journal gazette radio television tv broadcasting magazine"
MEDIA = frozenset(_MEDIA.split())
_PLACES = (
    "bay beach bridge canyon cape city coast county creek desert district falls forest gulf harbour harbor heights hill hills"
    " island islands lake mountain mountains park peninsula plains port province range river road shire square station strait"
    " street town valley village airport highway avenue region territory"
)
PLACES = frozenset(_PLACES.split())
_BEFORE = "mount lake port cape fort river isle gulf north south east west northern southern eastern western upper lower"
BEFORE_PLACES = frozenset(_BEFORE.split())
_GENERAL = (
    "federal state national local high supreme royal district city county government court council department ministry police army"
    " house senate parliament cabinet committee board bank party the of and for upper lower north south east west northern southern"
    " eastern western central international world general new old great public foreign affairs opposition commonwealth university school"
    " community"
)
GENERAL = frozenset(_GENERAL.split())
"""Words that make no name when a name has no others: "State Government", "High Court"."""
_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october"
    " november december christmas easter ramadan"
)
CALENDAR = frozenset(_CALENDAR.split())


def _countries() -> dict[str, str]:
    out = {"us": BY_CODE["us"], "u.s": BY_CODE["us"], "uk": BY_CODE["gb"], "america": BY_CODE["us"], "britain": BY_CODE["gb"]}
    for country in BY_CODE.values():
        for part in country.split("; "):
            out.setdefault(part.lower(), country)
    return out


COUNTRIES = _countries()
"""Name or demonym in small letters -> name and demonym."""
