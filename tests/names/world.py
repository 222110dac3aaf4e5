"""A small invented gazetteer: entities, shares and words that the tests of the names family stand on."""

from __future__ import annotations

from lint.formats import from_text
from lint.names.build import build
from lint.names.gazetteer import Gazetteer
from lint.names.lexicon import Lexicon
from lint.names.source import Entity, Sources
from lint.names.survey import Survey

ENTITIES = [
    Entity("person", "Torvald Eskildsen", ("Torvald B. Eskildsen",), "Prime Minister; head of the Harbour Party", "Norway; Norwegian", 1),
    Entity("person", "Anna Brandvoll", (), "harbour minister", "Norway; Norwegian", 2),
    Entity("person", "Rashid Munawari", ("Rasheed Munawari",), "envoy to the river talks", "Sundaria; Sundarian", 2),
    Entity("person", "Zubayr Hakmatiyari", (), "", "Sundaria; Sundarian", 3),
    Entity("person", "Salim Salimi", ("Selim Salimi",), "spokesman of the river council", "Sundaria; Sundarian", 3),
    Entity("person", "Emir Halbrodt", (), "", "", 4),
    Entity("person", "Ottokar Velkenpeil", (), "", "", 4),
    Entity("person", "Bela Lugoshi", (), "actor", "Hungary; Hungarian", 3),
    Entity("person", "Dorrit Ardernes", (), "judge", "Norway; Norwegian", 1),
    *(Entity("person", f"{name} Ardernes", (), "", "", 4) for name in ("Solveig", "Gunnar", "Halvor", "Sigrid")),
    Entity("agency", "Agence Nord-Presse", ("Nord-Presse",), "news agency", "Norway; Norwegian", 1, ("Agency North Press",)),
    Entity("place", "Ostrevandia", (), "country", "Ostrevandia; Ostrevandian", 1),
    Entity("place", "Kirkeholm", (), "harbour town", "Norway; Norwegian", 2),
    Entity("place", "Braken", (), "fishing town", "Norway; Norwegian", 2),
    Entity("place", "Zhumadang", (), "city", "China; Chinese", 3),
    Entity("place", "Darvanabad", (), "city", "Uzbekistan; Uzbek", 3),
    Entity("place", "Göllingen", (), "city", "Germany; German", 2),
    Entity("person", "Grimhild Börkström", (), "judge", "Germany; German", 2),
    Entity("org", "Joint Sundarian Board for the Watch of the River", (), "", "Sundaria; Sundarian", 2),
    Entity("org", "Fjordlinje", (), "shipping line", "Norway; Norwegian", 2),
    Entity("org", "Sundia", (), "airline", "Sundaria; Sundarian", 2),
    Entity("org", "Salmona", (), "airline", "Sundaria; Sundarian", 2),
    Entity("org", "Nordische Bahn", (), "railway", "Germany; German", 2),
    Entity("org", "Nordische Bank", (), "bank", "Germany; German", 2),
    Entity("person", "Vorr Suu Qarnavil", (), "", "Sundaria; Sundarian", 2),
    Entity("place", "Nova Kirkeholm", (), "", "Norway; Norwegian", 4),
    Entity("org", "Smithers Institution", (), "museum", "Norway; Norwegian", 2, ("Smithers Institute",)),
    *(Entity("person", f"Paul {chr(97 + i // 26)}{chr(97 + i % 26)}lemqvist".title(), (), "", "", 4) for i in range(70)),
    Entity("person", "Grete Riveral", (), "lake minister", "Norway; Norwegian", 2),
    Entity("org", "Smithers Institution Watch", (), "", "", 2),
    Entity("org", "Sundarian River Watch", (), "", "Sundaria; Sundarian", 2),
    Entity("person", "Quenby Salmont", (), "painter", "Norway; Norwegian", 1),
    Entity("person", "Paul Zandermeer", (), "painter", "Norway; Norwegian", 2),
]
SHARES = {
    "anna": (3e-3, 0.0),
    "paul": (5e-3, 2e-4),
    "torvald": (1e-5, 0.0),
    "thorwald": (1e-5, 0.0),
    "bela": (1e-5, 0.0),
    "bella": (1e-4, 0.0),
    "brandwoll": (0.0, 0.0),
    "hakmatiyar": (0.0, 0.0),
    "salim": (2e-4, 1e-4),
    "lugosi": (0.0, 1e-5),
    "eskildsson": (0.0, 3e-4),
    "eskildson": (0.0, 1e-6),
    "rashad": (4e-5, 0.0),
    "rashid": (2e-4, 1e-4),
    "dorit": (1e-6, 0.0),
    "zubair": (1e-4, 0.0),
    "torvalda": (1e-5, 0.0),
}
_WORDS = "press north river salmon harbour institution institute agency nord the of minister said a"
WORDS = dict.fromkeys(_WORDS.split(), False)


def data() -> bytes:
    """The index of the invented gazetteer."""
    return build(Sources(list(ENTITIES), dict(SHARES), dict(WORDS), ["invented"]))


GAZETTEER = Gazetteer(memoryview(data()), "invented")


def survey(text: str, *right: tuple[str, ...]) -> Survey:
    """A text held against the invented gazetteer; `right` are folded names that the user vouches for."""
    return Survey(from_text(text, "t", language="en"), Lexicon((GAZETTEER,), frozenset(right)))
