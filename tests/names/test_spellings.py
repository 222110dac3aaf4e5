"""One name in two spellings: which pairs of a text are one, which are two, and which of the two is the slip."""

from __future__ import annotations

import pytest
from world import GAZETTEER, survey

from lint.formats import from_text
from lint.names.lexicon import Lexicon
from lint.names.spellings import spellings
from lint.names.survey import Survey
from lint.names.twins import open_twins, twins


def told(text: str, *right: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Found text, proposal, and the other spelling."""
    it = survey(text, *right)
    return [(it.document.text(f.span), f.right, f.other) for f in spellings(it)]


def one(found: str, right: str) -> list[tuple[str, str, str]]:
    return [(found, right, right)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nobody knows it: the rarer spelling, across letters, sounds, consonants
        ("Old Tarvenkoski sang. Then Tarvenkoski ate. Tarvenkovski slept.", one("Tarvenkovski", "Tarvenkoski")),
        ("The lake of Orbestal froze. Near Orbestal it rained. In Orbestaal it did not.", one("Orbestaal", "Orbestal")),
        ("The lake of Orbestuli froze. Near Orbestuli it rained. In Arbestuli it did not.", []),
        ("The lake of Orbestuli froze. Near Orbestuli it rained. In Orbastoli it did not.", one("Orbastoli", "Orbestuli")),
        ("The lake of Orbestuli froze. Near Orbestuli it rained. In Orpestufi it did not.", []),
        # a surname that nobody introduced
        ("The baker Jolan Tarvenko opened. “Bread sells,” Tarvemko said.", one("Tarvemko", "Tarvenko")),
        ("The baker Jolan Tarvenko opened. Tarvemko slept. It snowed. Tarvemko woke.", one("Tarvenko", "Tarvemko")),
        ("The baker Jolan Eskildson opened. “Bread sells,” Eskildsson said.", one("Eskildsson", "Eskildson")),
        ("The baker Jolan Eskildson opened. Not far from there Eskildsson fell.", []),
        ("The baker Jolan Tarvenkovel opened. Later Tarvenckovil said it rained.", one("Tarvenckovil", "Tarvenkovel")),
        ("The baker Jolan Sadeqvenzadeh opened. At night Sadeghvenzade said so.", one("Sadeghvenzade", "Sadeqvenzadeh")),
        ("The baker Jolan Qarnavil opened. At night Karnavil said so.", one("Karnavil", "Qarnavil")),
        ("The baker Jolan Hengalt opened. They met Mr Hengalts at night.", one("Hengalts", "Hengalt")),
        ("The baker Jolan Hengalt opened. At night the Hengalta said so. At night Hengaltian songs said so.", []),
        # both always alone, and both speak
        ("“So,” Eskildson said. “Oh,” said Eskildsson.", [("Eskildsson", "", "Eskildson")]),
        # the other tokens are the same
        ("Jolan Mira Tarvenko sang to them. A day later Jolan Mera Tarvenko ate.", [("Mera", "", "Mira")]),
        ("Katarina Tarvenko sang. Katerina Tarvenko ate. It was Katarina.", one("Katerina", "Katarina")),
        ("Jolan Eskildson sang. It rained. Then Jolan Eskildsson ate.", [("Eskildsson", "", "Eskildson")]),
        ("Wazir Sada sang to them. A day later Wazeer Sadah ate.", [("Wazeer Sadah", "", "Wazir Sada")]),
        ("Jolan Tarven-Kombe sang to them. A day later Tarven-Kobe ate.", [("Kobe", "", "Kombe")]),
        (
            "Zubair Dorit Eskildsson sang to them. A day later Zubayr Dorrit Eskildsson ate.",
            [("Zubayr Dorrit Eskildsson", "", "Zubair Dorit Eskildsson")],
        ),
        # of two that stand once the one on a list
        ("The lake of Lugossi froze for a day. In Lugosi it did not.", one("Lugossi", "Lugosi")),
        # half of a double-barrelled surname, in one sentence too
        ("Jolan Tarvenko-Rud sang to them. “So,” said Mr Tarvenko-Rud; then Mr Tarvemko-Rud ate.", one("Tarvemko", "Tarvenko")),
        ("Jolan Tarvenko-Rud sang. Mr Tarvenko-Rud ate. The wife of Mr Tarvenka-Rud slept.", one("Tarvenka", "Tarvenko")),
        # one word of the language between two names
        ("Jolan Rivver Tarvenko sang to them. Jolan Rivver ate. Until a day later Jolan River Tarvenko slept.", one("River", "Rivver")),
        # the gazetteer has one of them
        ("Zubayr Hakmatiyari sang. Hakmatyari ate. Hakmatyari slept.", one("Hakmatyari", "Hakmatiyari")),
    ],
)
def test_one_name(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # different given names, families, namesakes
        "Old Pelle Tarvenkoski sang to them. Pelle Tarvenkoski ate with us. Then Ganja Tarvenkovski slept for a day.",
        "Salman Tarvenkoski sang. His sister Salma Tarvenkoski ate.",
        "Folasade Tarvenko sang to them. Her sister, Folashade Tarvenko-Bello, ate.",
        "A teacher, Yevgenia Lapteva, sang. Another, Evgenia Laptieva, ate.",
        "A trader, Jan Tarvenko, sold. A seller, Jan Tarvemko of Braken, bought.",
        "Bela Eskildsson sang to them. A day later Bella Eskildsson ate.",
        "The baker Jolan Orbal opened. The Ordal Harbour was shut.",
        "“So it is,” Eskildson said. The Eskildson Harbour froze for a day. “Oh no,” said Eskildsson.",
        # a man and a woman
        "Torvald Tarvenko sang to them. A day later Torvalda Tarvenko ate.",
        "Salim Tarvenko sang to them. A day later Salimi Tarvenko ate.",
        "Jolan Tarvenkov sang. Then Jolana Tarvenkova ate.",
        # plurals, demonyms, teachings
        "Tarvenkoski sang. Tarvenkoski ate. Tarvenkoskis slept.",
        "The Orbestan lake froze. Near Orbesta it rained. Orbesta sang.",
        "The Duke Jolan Orbestandy sang. It rained on old Orbestandies.",
        "The Aspencade Orben came for a day. Both Aspencades Orben came for a day.",
        "Orbestism is old. Orbestism is dead. An Orbestist sang.",
        # lower case, acronyms, software, contractions, entities, handles, [sic]
        "Tarvenko sang. Tarvenko ate. Tarvemko slept, and tarvemko is a fish.",
        "The RSPCAX came. The RSPCAX went. The RSCPAX sat.",
        "The IOTarven ran that day. Then IOTarven ran again. Later IPTarven ran.",
        "They’re late. They’ve come. They’ve gone.",
        "The poet Henri Tarvencare sang. The Tarvencar&eacute; Conjecture stands.",
        "Tarvenko sang. Tarvenko ate. See @Tarvemko now. Tarvemko [sic] slept.",
        # side by side, and told apart
        "Tarvenko sang. Tarvenko ate. Not Tarvenko but Tarvemko slept.",
        "Tarvenko sang. Tarvenko ate. It was Tarvemko, a misspelling, that slept.",
        "She was born Jolan Tarvemko and died as a poet. Jolan Tarvenko sang.",
        "Jolan Eskildson sat by the door as Jolan Eskildsson sang.",
        "Jolan Tarvenko-Rud sang to them. On the boat there were Mr Tarvenko-Rud, Mr Tarvemko-Rud and a dog.",
        # a list of names, another language's short tokens, a word
        "Tarvenko sang. Tarvenko ate.\nTarvemko, Solva, Orben, Brakel and Hengalt",
        "Jolan Tarve sang. Tarva sang.",
        "Jolan Saumon sang. “So,” Salmon said.",
        # a given name that speaks alone
        "Jolan Selim sang. “So,” Salim said.",
        # somebody whom nobody needs to introduce, a place
        "Jolan Eskildzen sang. “So,” Eskildsen said.",
        "Jolan Brakel sang for an hour. “So,” Braken said.",
    ],
)
def test_two_names(text: str) -> None:
    assert told(text) == []


def test_what_the_user_vouches_for_is_no_slip() -> None:
    text = "Tarvenkoski sang. Tarvenkoski ate. Tarvenkovski slept."
    assert told(text, ("tarvenkovski",)) == []


def test_every_place_is_named_once() -> None:
    text = "Jolan Tarvenko sang. Tarvemko ate. Tarvenko woke. Tarvemko slept. It was Tarvenko."
    (finding,) = spellings(survey(text))
    assert [text[s.start : s.end] for s in (finding.span, *finding.again, *finding.places)] == ["Tarvemko"] * 2 + ["Tarvenko"] * 3
    assert (finding.span.start, finding.again[0].start) == (21, 50)
    assert [place.start for place in finding.places] == [6, 35, 73]


def test_only_english_paragraphs_count() -> None:
    english = "Tarvenkoski sang that day.\n\nTarvenkoski ate that day.\n\n"
    text = english + "Tarvenkovski schlief an diesem Tag nicht, weil er mit seiner Frau auf dem Weg war."
    document = from_text(text, "t", language="en")
    assert document.languages == ["en", "en", "de"]
    assert list(spellings(Survey(document, Lexicon((GAZETTEER,))))) == []


def test_twins() -> None:
    texts = ["tarvenko", "tarvemko", "qarnavil", "karnavil", "tarvon", "tarven", "abc", "orbestanuli", "orbastanoli", "hengal", "henkol"]
    assert list(twins(texts)) == [
        ("karnavil", "qarnavil"),
        ("orbastanoli", "orbestanuli"),
        ("tarvemko", "tarvenko"),
        ("tarven", "tarvon"),
    ]


def test_open_twins() -> None:
    names = [("jolan", "kapidzic", "begic"), ("jolan", "kapidzic", "begovic"), ("jolan", "kapidzic", "orben"), ("mira", "begik")]
    assert sorted(open_twins(names)) == [("begic", "begovic"), ("begic", "begovic")]
