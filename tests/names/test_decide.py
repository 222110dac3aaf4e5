"""Every row of the decision table, each with texts of its own, and every reason to stay silent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from world import GAZETTEER, survey

from lint.formats import from_text
from lint.model import Level, Span
from lint.names import context
from lint.names.background import Facts
from lint.names.build import build
from lint.names.case import Case
from lint.names.decide import Decision, decide, silenced
from lint.names.doubled import doubled, nameless
from lint.names.finding import Finding, surest
from lint.names.forbidden import forbidden
from lint.names.gazetteer import Gazetteer, Known
from lint.names.lexicon import Lexicon
from lint.names.misses import misses
from lint.names.near import near, pinyin
from lint.names.phrases import phrases
from lint.names.singles import singles
from lint.names.sounds import sounds
from lint.names.source import Entity, Sources
from lint.names.spellings import spellings
from lint.names.survey import Survey

E, W, N = Level.ERROR, Level.WARNING, Level.NOTE


def told(found: Survey) -> list[tuple[str, str, Level, str]]:
    """What the checks of a survey find: row, text, level, right form."""
    findings = surest(
        [
            *misses(found),
            *singles(found),
            *sounds(found),
            *phrases(found),
            *doubled(found),
            *nameless(found),
            *forbidden(found),
            *spellings(found),
        ]
    )
    return [(f.decision.row, found.document.text(f.span), f.decision.level, f.right) for f in findings]


@pytest.mark.parametrize(
    ("row", "text", "found", "level", "right"),
    [
        # a: the text has the right form elsewhere
        ("a", "Torvald Eskildsen came. So Torvald Eskildsson left.", "Torvald Eskildsson", E, "Torvald Eskildsen"),
        ("a", "Ottokar Velkenpeil sat down. Then Ottokar Velkenpiel rose.", "Ottokar Velkenpiel", E, "Ottokar Velkenpeil"),
        # b: unknown and near; near, and the context fits
        ("b", "It was Anna Brandvolk who spoke.", "Anna Brandvolk", E, "Anna Brandvoll"),
        ("b", "The Norwegian harbour minister, Anna Brandwoll, spoke.", "Anna Brandwoll", E, "Anna Brandvoll"),
        ("b", "It was Ottokar Velkenpfeil who spoke.", "Ottokar Velkenpfeil", W, "Ottokar Velkenpeil"),
        ("b", "A Sundarian envoy, Rashad Munawari, spoke.", "Rashad Munawari", W, "Rashid Munawari"),
        ("b", "Envoy Jaschid Munawari left the river talks.", "Jaschid Munawari", W, "Rashid Munawari"),
        # c: a name that every reader knows, with a word of context
        ("c", "In her Norwegian home Dorit Ardernes spoke.", "Dorit Ardernes", E, "Dorrit Ardernes"),
        # d: the same sound
        ("d", "It was Zubayr Hacmatiyari who spoke.", "Zubayr Hacmatiyari", W, "Zubayr Hakmatiyari"),
        ("d", "It was Ottokar Welkenpeil who spoke.", "Ottokar Welkenpeil", W, "Ottokar Velkenpeil"),
        ("d", "The talks of Vorr Su Qarnavil went on.", "Vorr Su Qarnavil", W, "Vorr Suu Qarnavil"),
        # e: a name on the lists, but with this anchor nobody's
        ("e", "It was Rashad Munawari who spoke.", "Rashad Munawari", W, "Rashid Munawari"),
        # f: somebody prominent, without context
        ("f", "It was Torvald Eskildson who spoke.", "Torvald Eskildson", W, "Torvald Eskildsen"),
        # g: a rare name in its context, with another token
        ("g", "Envoy Qashem Munawari left the river talks. Munawari sat.", "Qashem Munawari", W, "Rashid Munawari"),
        # h: a token said twice
        ("h", "“We will see,” Salimi Salimi of the river council said.", "Salimi Salimi", W, "Salim Salimi"),
        ("h", "It was Torvald Torvald Eskildsen who spoke.", "Torvald Torvald", W, "Torvald"),
        ("h", "It was Torvald Eskildsen Eskildsen who spoke.", "Eskildsen Eskildsen", W, "Eskildsen"),
        ("h", "“We will see,” Tarvenkoski Tarvenkoski told the council.", "Tarvenkoski Tarvenkoski", W, ""),
        ("h", "The letter of Minister Tarvenkoski Tarvenkoski came late.", "Tarvenkoski Tarvenkoski", W, ""),
        # i: an organisation, on exactly one run
        ("i", "He told Nord Press that it rained.", "Nord Press", W, "Nord-Presse"),
        ("i", "He told Agense Nord-Presse that it rained.", "Agense Nord-Presse", W, "Agence Nord-Presse"),
        ("i", "On Monday Nord Press said that it rained.", "Nord Press", W, "Nord-Presse"),
        # j: two spellings in the text
        ("j", "Old Tarvenkoski sang. Then Tarvenkoski ate. Tarvenkovski slept.", "Tarvenkovski", W, "Tarvenkoski"),
        # k: several tokens, and all sound the same
        ("k", "The envoy to the river talks, Rasheid Munavari, spoke.", "Rasheid Munavari", W, "Rashid Munawari"),
        ("k", "It was Rasheid Munavari who spoke.", "Rasheid Munavari", N, "Rashid Munawari"),
        # l: one token alone
        ("l", "They flew to Kirkehlom at night.", "Kirkehlom", W, "Kirkeholm"),
        ("l", "Torvald Eskildsen came.\nThe Eskildsn left.", "Eskildsn", W, "Eskildsen"),
        ("l", "The Norwegian army left Brakn.", "Brakn", W, "Braken"),
        ("l", "Torvald Eskildsen came. On Monday Eskildsn left.", "Eskildsn", W, "Eskildsen"),
        ("l", "The Norwegian Prime Minister, Mr Eskildzen, left.", "Eskildzen", W, "Eskildsen"),
        ("l", "In Kirkehlom a girl sang.", "Kirkehlom", W, "Kirkeholm"),
        ("l", "In Ikrkeholm a girl sang.", "Ikrkeholm", W, "Kirkeholm"),
        ("l", "A Norwegian named Barndvoll left.", "Barndvoll", W, "Brandvoll"),
        # another spelling of the sound, where there is one right spelling; where there may be several
        ("l", "In Zhumaddang a girl sang.", "Zhumaddang", W, "Zhumadang"),
        ("l", "In Daarvanabad a girl sang.", "Daarvanabad", N, "Darvanabad"),
        # m: the office beside the name
        ("m", "The lake minister, Grete River, spoke.", "Grete River", W, "Grete Riveral"),
        # n: a name that nobody else bears
        ("n", "It was Quenby Salmon who sat.", "Quenby Salmon", W, "Quenby Salmont"),
        ("i", "It was Sundaria River Watch that knew.", "Sundaria River Watch", W, "Sundarian River Watch"),
        (
            "i",
            "The Joint Sundarian Baord for the Watch of the River knew.",
            "Joint Sundarian Baord for the Watch of the River",
            W,
            "Joint Sundarian Board for the Watch of the River",
        ),
        # of two that are equally near, the one that sounds the same
        ("i", "He told the Nordische Bahnk that it rained.", "Nordische Bahnk", W, "Nordische Bank"),
        # o: an organisation's words in another shape
        ("o", "For the River Watch of Sundarian it rained.", "River Watch of Sundarian", W, "Sundarian River Watch"),
        ("o", "The Sundarian Watch of Rivers knew.", "Sundarian Watch of Rivers", W, "Sundarian River Watch"),
        # a forbidden form
        ("b", "At Smithers Institute they know.", "Smithers Institute", E, "Smithers Institution"),
        ("b", "She works at the Smithers Institute now.", "Smithers Institute", E, "Smithers Institution"),
    ],
)
def test_rows(row: str, text: str, found: str, level: Level, right: str) -> None:
    assert told(survey(text)) == [(row, found, level, right)]


@pytest.mark.parametrize(
    "text",
    [
        # right forms, aliases, marks, possessives, capitals, hyphens
        "Torvald Eskildsen, Torvald B. Eskildsen's and TORVALD ESKILDSEN",
        "Rasheed Munawari and Rashíd Munawari",
        "Agence Nord Presse and Nord-Presse",
        # names that nobody knows
        "Anna Karlquist met Boris Tomlinsen.",
        # two people in one sentence
        "Torvald Eskildsen met Torvald Eskildson.",
        # plural, demonym, derived name
        "The Anna Brandvolls of this world, Ostrevandian, Ostrevandians",
        # the people of a place
        "Kirkeholmn boats; Brakens; Ostrevandis; Nova Kirkeholmans.",
        # lower case elsewhere
        "It was Anna Brandvolk; a brandvolk is a boat.",
        # a word of the language
        "It was Torvald Salmon who spoke.",
        # a man's and a woman's name
        "It was Torvalda Eskildsen who spoke.",
        # too many names share the token that agrees
        "It was Paul Aclemqvisd who spoke.",
        # introduced as somebody nobody knows
        "Anna Brandvolk, a tailor, spoke. Anna Brandvolk, 34, slept. Anna Brandvolk aged 7 ate.",
        # an address, a handle, a marked slip
        "See www.x.org/Anna Brandvolk or @Anna Brandvolk. Anna Brandvolk [sic] spoke.",
        # umlauts in two letters
        "The German judge Grimhild Boerkstroem left Goellingen.",
        # a name that exists, without context
        "It was Bella Lugoshi and Bela Lugosi, and Torvald Eskildsson.",
        # the anchor alone is a title
        "It was Emir Halbrot.",
        # an organisation inside a longer name
        "He told the Great Nord Press that it rained. The Royal Smithers Institute is shut.",
        # unknown tokens beside others' names; too far; lower case; short
        "Anna Kirkehlom, Kirkhelmu and Eskildzen",
        # a short token without context; a surname without context
        "The Brakn shone. Eskildsn did not.",
        # a surname with too little context; with two letters turned round and no context; beside the right name; two letters off
        "It was Barndvoll that left.",
        "A Norwegian named Brandvolk left.",
        "Anna Brandvoll met Brandvolk.",
        "Torvald Eskildsen came.\nThe Eskldsn left.",
        # an organisation inside a longer name
        "The River Watch of Sundarian Norway knew. The Great Watch of Sundarian River knew. A River Watch rained.",
        # turned round beside a right name
        "The Watch of the Smithers Institution knew; Watch River and Sundarian.",
        # half of a double-barrelled name; a word that a headline goes on with
        "Anna Brandvolk-Ardern spoke. Quenby Salmon Swims.",
        # two full names, one letter apart
        "Old Pelle Tarvenkoski sang. Pelle Tarvenkoski ate. Then Ganja Tarvenkovski slept.",
        # a doubled token that is no name's sound
        "Lugosha Lugosha fell.",
        # said twice by right, at a place, in a name of three
        "Anna Anna said so. Torvalda Torvalda said so. The farmers from Tarvenkoski Tarvenkoski said so.",
        "The Minister, Bela Tarvenkoski Tarvenkoski, said so. Tarvenkoski Tarvenkoski is a lake.",
        # an inflected form
        "Tarvenkoski sang. Tarvenkoski ate. Tarvenkoskis slept.",
    ],
)
def test_silence(text: str) -> None:
    assert told(survey(text)) == []


def test_what_the_user_vouches_for_is_right() -> None:
    text = "It was Anna Brandvolk who spoke. They flew to Kirkehlom. Salimi Salimi came to the Smithers Institute."
    assert [t[0] for t in told(survey(text))] == ["b", "l", "h", "b"]
    right = [("anna", "brandvolk"), ("kirkehlom",), ("salimi", "salimi"), ("smithers", "institute")]
    assert told(survey(text, *right)) == []
    assert told(survey("It was Anna Brandvolk who spoke.", ("brandvolk",))) == []


def test_the_place_of_the_right_form_is_named() -> None:
    text = "It rained. Torvald Eskildsen came. So Torvald Eskildsson left."
    (finding,) = misses(survey(text))
    assert (finding.span, finding.places) == (Span(38, 56), (Span(11, 28),))
    assert finding.known is not None
    assert finding.known.name == "Torvald Eskildsen"


def test_capitals_are_kept() -> None:
    assert told(survey("ANNA BRANDVOLK SPEAKS IN KIRKEHLOM")) == [("b", "ANNA BRANDVOLK", E, "ANNA BRANDVOLL")]


def test_of_findings_on_one_place_the_surest_stays() -> None:
    text = "The Sundarian envoy, Mr Rashid Munavari, spoke."
    findings: list[Finding] = list(misses(survey(text)))
    assert [(f.span, f.right) for f in findings] == [(Span(24, 39), "Rashid Munawari")]


def case(found: str, right: str, **fields: object) -> Case:
    """A near miss of a curated person's surname, without context, by a token that no list has."""
    nearness = near(found, right)
    assert nearness is not None
    plain = Case(
        found=found,
        right=right,
        near=nearness,
        facts=Facts(0.0, 0.0, False, False),
        anchors=(Facts(1e-3, 0.0, False, True),),
        kind="person",
        tier=3,
        last=True,
        exact_run=True,
        rivals=1,
        cut=False,
        context=0,
        office=0,
        latin=True,
        right_elsewhere=False,
        same_sentence=False,
        anchor_alone=False,
        titles=False,
        lower_case=False,
        ordinary=False,
        tied=False,
        strange=255,
        pinyin=False,
        general=False,
        word=False,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


UNKNOWN_NAME = ("b", E, "near a known name and unknown itself")
KNOWN_NAME = Facts(0.0, 5e-7, False, True)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"tier": 2}, UNKNOWN_NAME),
        ({}, ("b", W, "near a known name and unknown itself; known to few")),
        ({"tied": True}, ("b", W, "near a known name and unknown itself; another name is as near")),
        ({"tier": 4}, ("b", W, "near a known name and unknown itself; known to few")),
        ({"anchors": (Facts(0.2, 0.0, False, True),)}, None),
        ({"cut": True}, None),
        ({"cut": True, "tier": 2}, UNKNOWN_NAME),
        ({"facts": KNOWN_NAME}, None),
        ({"facts": KNOWN_NAME, "context": 1}, ("b", W, "near a known name that fits the context; known to few")),
        ({"facts": KNOWN_NAME, "context": 1, "tier": 2}, ("b", E, "near a known name that fits the context")),
        ({"facts": KNOWN_NAME, "context": 1, "rivals": 4}, None),
        ({"facts": KNOWN_NAME, "context": 2, "rivals": 4, "tier": 2}, ("b", E, "near a known name that fits the context")),
        ({"facts": KNOWN_NAME, "context": 1, "rivals": 4, "tier": 1}, ("c", E, "near a name that every reader knows")),
        ({"facts": KNOWN_NAME, "tier": 2}, ("f", W, "near the name of somebody prominent")),
        ({"kind": "org", "facts": KNOWN_NAME, "anchors": (KNOWN_NAME,)}, ("i", W, "near the name of an organisation")),
        ({"kind": "org", "facts": KNOWN_NAME}, None),
        ({"kind": "org", "facts": KNOWN_NAME, "exact_run": False}, None),
        ({"kind": "place", "tier": 4}, ("b", N, "near a known name and unknown itself; places of many lands are called nearly so")),
        (
            {"right_elsewhere": True, "ordinary": True, "context": 2},
            ("a", N, "the text has the right form elsewhere; introduced as somebody nobody knows"),
        ),
        (
            {"tier": 2, "office": 2, "cut": True, "facts": Facts(0.0, 1e-3, False, True)},
            ("m", W, "near the name of somebody whose office stands beside it"),
        ),
        ({"right_elsewhere": True, "facts": KNOWN_NAME, "tied": True}, ("a", E, "the text has the right form elsewhere")),
    ],
)
def test_what_decides(fields: dict[str, object], expected: tuple[str, Level, str] | None) -> None:
    decision = decide(case("halverstedt", "halverskedt", **fields))
    assert decision == (Decision(expected[1], expected[0], expected[2]) if expected else None)


@pytest.mark.parametrize(
    ("found", "right", "fields", "level"),
    [
        # letters that changed places, and a word of English, are no other transliteration; a vowel may be
        ("halverstdet", "halverstedt", {}, W),
        ("halverstadt", "halverstedt", {}, N),
        ("halverstadt", "halverstedt", {"word": True}, W),
        # a person's: the throat's sounds of another script
        ("kohirstedt", "kokhirstedt", {"kind": "person", "tier": 2}, W),
        ("kohirstedt", "kokhirstedt", {"kind": "person", "tier": 2, "latin": True}, E),
        ("halverstdet", "halverstedt", {"kind": "person", "tier": 2}, E),
        # the first two letters
        ("larverstedt", "alrverstedt", {"kind": "person", "rivals": 6}, W),
    ],
)
def test_what_is_no_other_transliteration(found: str, right: str, fields: dict[str, object], level: Level) -> None:
    decision = decide(case(found, right, **{"kind": "org", "latin": False, "anchors": (KNOWN_NAME,), **fields}))
    assert decision is not None
    assert decision.level == level


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, None),
        ({"same_sentence": True}, "the right form stands in the same sentence: two people"),
        ({"lower_case": True}, "the text has the token in lower case"),
        ({"facts": Facts(0.0, 0.0, True, False)}, "a word of the language"),
        ({"titles": True}, "the tokens that agree are titles"),
        ({"titles": True, "right_elsewhere": True}, None),
        ({"titles": True, "right_elsewhere": True, "kind": "place"}, "the tokens that agree are titles"),
        ({"anchors": (Facts(0.0, 0.0, True, False),)}, "the tokens that agree are words of the language"),
        ({"anchors": (Facts(0.0, 0.0, True, False),), "tier": 2}, None),
        ({"cut": True}, "too many names share the tokens that agree"),
        ({"ordinary": True}, "introduced as somebody nobody knows"),
        ({"ordinary": True, "context": 2}, None),
        ({"ordinary": True, "context": 1, "rivals": 9, "strange": 9}, "introduced as somebody nobody knows"),
        ({"ordinary": True, "context": 1, "rivals": 9, "strange": 9, "tier": 2}, None),
        ({"ordinary": True, "rivals": 9, "strange": 9, "tier": 2}, "introduced as somebody nobody knows"),
        ({"facts": Facts(0.0, 0.0, True, False), "tier": 2, "office": 2}, None),
        ({"facts": Facts(0.0, 0.0, True, False), "tier": 3, "office": 2}, "a word of the language"),
        ({"facts": Facts(0.0, 0.0, True, False), "tier": 2, "office": 2, "kind": "place"}, "a word of the language"),
    ],
)
def test_what_silences(fields: dict[str, object], reason: str | None) -> None:
    assert silenced(case("halverstedt", "halverskedt", **fields)) == reason


@pytest.mark.parametrize(
    ("found", "fields", "slip"),
    [
        # one letter: by the strangeness of the letters, by how many share the anchors, by the context
        ("halverskedt", {"strange": 120, "rivals": 60}, True),
        ("halverskedt", {"strange": 121, "rivals": 21}, False),
        ("halverskedt", {"strange": 255, "rivals": 20}, True),
        ("halverskedt", {"strange": 255, "rivals": 21, "context": 2}, True),
        # the first letter
        ("kalverstedt", {"strange": 40, "rivals": 6}, True),
        ("kalverstedt", {"strange": 41, "rivals": 6}, False),
        ("kalverstedt", {"strange": 255, "rivals": 5}, True),
        # two letters, three letters
        ("halvorskedt", {"strange": 40, "rivals": 60}, True),
        ("halvorskedt", {"strange": 41, "rivals": 3}, False),
        ("halvorskedt", {"strange": 120, "rivals": 3, "anchors": (Facts(0.0, 1e-6, False, True),)}, True),
        ("halvorskegt", {"strange": 5, "rivals": 3}, True),
        ("halvorskegt", {"strange": 6, "rivals": 3}, False),
        # a name or a word, Chinese syllables of somebody little known
        ("halverskedt", {"strange": 0, "facts": Facts(0.0, 5e-7, False, True)}, False),
        ("halverskedt", {"strange": 0, "facts": Facts(0.0, 0.0, True, False)}, False),
        ("halverskedt", {"strange": 0, "pinyin": True}, False),
        ("halverskedt", {"strange": 0, "pinyin": True, "tier": 2}, True),
    ],
)
def test_what_can_only_be_a_slip(found: str, fields: dict[str, object], slip: bool) -> None:
    assert case(found, "halverstedt", **fields).slip is slip


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("It was Torvald Eskildsensaid that left.", "Torvald Eskildsensaid", "Torvald Eskildsen said"),
        ("It was Anna Brandvollriver that left.", "Anna Brandvollriver", "Anna Brandvoll river"),
        ("It was Torvald Eskildsenin that left.", "Torvald Eskildsenin", "Torvald Eskildsen in"),
    ],
)
def test_a_name_and_the_word_run_together_with_it(text: str, found: str, right: str) -> None:
    assert told(survey(text)) == [("q", found, W, right)]


@pytest.mark.parametrize(
    "text",
    [
        # an apostrophe read in another encoding, a misplaced one
        "It was Torvald Eskildsenâ who spoke. Then KirkeholmÃ shone.",
        "It was Grete Riveral who sang, and Vorr Suu Qarnavil.",
        # an article before a name that serves as an adjective
        "An Agence Nord-Presse report and a Sundarian River Watch report came.",
        # an acronym in running text
        "They met KIRKEHLOM people there.",
        # said twice, the token is a name of its own
        "The boats of Kirkehlom came. Then Kirkehlom slept.",
        # a person's name and an organisation's; people of an organisation
        "It was Sundarian River Watchman who knew.",
    ],
)
def test_silence_on_what_only_looks_like_a_slip(text: str) -> None:
    assert told(survey(text)) == []


def test_a_place_that_is_elsewhere_in_the_text() -> None:
    text = "KIRKEHOLM: It rained.\nThe boats of Kirkehlom and Braken came."
    (finding,) = singles(survey(text))
    assert (survey(text).document.text(finding.span), finding.right, finding.places) == ("Kirkehlom", "Kirkeholm", (Span(0, 9),))


def test_a_report_may_open_with_a_place_in_capitals() -> None:
    assert told(survey("KIRKEHLOM — The boats came.")) == [("l", "KIRKEHLOM", W, "KIRKEHOLM")]


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [(("jincheng", "jinchang"), True), (("zhuang", "xian"), True), (("jinping", "putin"), False), (("lhasa",), False)],
)
def test_syllables_of_chinese(tokens: tuple[str, ...], expected: bool) -> None:
    assert pinyin(*tokens) is expected


def test_words_of_context() -> None:
    assert context.words("The United States envoy, a U.S. general and South Koreans in Britain") == {"US", "UK", "SKR", "envoy", "genera"}
    assert [
        context.transliterated(Known("place", "X", about, land, 3))
        for about, land in [("Ukraine", ""), ("city", "Chile; Chilean"), ("", "")]
    ] == [
        True,
        False,
        True,
    ]


def test_strange_letters() -> None:
    # "kqv" stands in no known token, "kir" in Kirkeholm alone, and "ard" in the tokens Ardernes and nothing else.
    background = GAZETTEER.background
    assert background.strangeness("kqvholm", "kirkeholm") == 0
    assert background.strangeness("kirkeholm", "holm") == 1
    assert background.strangeness("brandvoll", "brandvoll") == 255


def test_a_given_name_beside_a_surname_that_one_household_name_bears() -> None:
    fields: dict[str, object] = {"last": False, "facts": Facts(3e-3, 0.0, False, True), "anchors": (KNOWN_NAME,), "tier": 1}
    assert decide(case("antonio", "antony", **fields)) == Decision(W, "n", "a name that only one prominent person bears")
    assert decide(case("antonio", "antony", **{**fields, "tier": 2})) == Decision(W, "n", "a name that only one prominent person bears")
    rare = (Facts(0.0, 9e-7, False, True),)
    assert decide(case("antonio", "antony", **{**fields, "anchors": rare})) == Decision(
        W, "n", "a name that only one prominent person bears"
    )
    assert decide(case("antonio", "antony", **{**fields, "tier": 2, "anchors": rare})) is None
    assert decide(case("antonio", "antony", **{**fields, "tier": 3})) is None
    assert decide(case("antonio", "antony", **{**fields, "rivals": 2})) is None
    assert decide(case("antonia", "antonio", **fields)) is None


def test_names_of_software_differ_by_a_letter_of_capitals() -> None:
    plain = "Tarvenko sang that day. Then Tarvenko ate. Later Tarvemko slept."
    assert told(Survey(from_text(plain, "t"), Lexicon((GAZETTEER,)))) == [("j", "Tarvemko", W, "Tarvenko")]
    software = "The IOTarven ran that day. Then IOTarven ran again. Later IPTarven ran."
    assert told(Survey(from_text(software, "t"), Lexicon((GAZETTEER,)))) == []


def test_an_organisation_of_one_long_word_needs_no_strange_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lexicon, "strangeness", lambda *_: 255)
    assert told(survey("They sold Fjordlinja last year.")) == [("l", "Fjordlinja", W, "Fjordlinje")]
    assert told(survey("They sold Sundja last year.")) == []
    assert told(survey("The Sundarian airline Sundja was sold.")) == [("l", "Sundja", W, "Sundia")]
    assert told(survey("The Sundarian airline of the Salmoma was sold.")) == [("l", "Salmoma", W, "Salmona")]
    assert told(survey("The Sundarian airline of the Salmons was sold.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Sundarian envoy Rasheid Munawrai sang.", [("k", "Rasheid Munawrai", W, "Rashid Munawari")]),
        ("The Sundarian envoy Rahsid Munawrai sang.", [("k", "Rahsid Munawrai", W, "Rashid Munawari")]),
        ("They saw that Rahsid Munwari sang.", [("k", "Rahsid Munwari", N, "Rashid Munawari")]),
        ("They saw that Rashad Munwari sang.", []),
        ("They saw that Rahsid Munwria sang.", []),
        ("They saw that Gahsid Munwari sang.", []),
        ("The Norwegian painter Paula Zandermer sang.", []),
    ],
)
def test_slips_in_given_name_and_surname(monkeypatch: pytest.MonkeyPatch, text: str, expected: list[tuple[str, str, Level, str]]) -> None:
    monkeypatch.setattr(Lexicon, "strangeness", lambda *_: 255)
    assert told(survey(text)) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They saw the mayor of Darvenabad.\n\nIt snowed on the Uzbek lake.", ""),
        ("They saw the mayor of Alvorkda.\n\nIt snowed on the Sundarian lake.", "Alvorkda"),
        ("They saw Alvorkda.\n\nIt snowed on the Sundarian lake.", ""),
        ("They saw Braken, Alvorkda and boats.\n\nIt snowed on the Sundarian lake.", "Alvorkda"),
        ("They saw the mayor of Alvorkda.\n\nIt snowed on the lake.", ""),
        ("They saw Norway, Ostravendia and boats.", ""),
        ("They saw Braken, Velmoor and boats.", "Velmoor"),
        ("They saw Halbrodt, Velmoor and boats.", ""),
        ("They saw the mayor of Velmoor.", ""),
        ("The Eskildar of Alvorkda and Braken met there.\n\nIt snowed on the Sundarian lake.", "Alvorkda"),
        ("They saw the mayor of Dutiama.\n\nIt snowed on the Sundarian lake.", "Dutiama"),
    ],
)
def test_a_place_is_meant_where_places_stand(monkeypatch: pytest.MonkeyPatch, text: str, found: str) -> None:
    monkeypatch.setattr(Lexicon, "strangeness", lambda *_: 255)
    places = [
        Entity("place", "Alvorda", (), "town", "Sundaria; Sundarian", 3),
        Entity("place", "Velmor", (), "town", "Sundaria; Sundarian", 2),
        Entity("place", "Dutaima", (), "town", "Sundaria; Sundarian", 3),
        Entity("place", "Braken", (), "town", "Norway; Norwegian", 2),
        Entity("place", "Darvanabad", (), "town", "Uzbekistan; Uzbek", 3),
    ]
    names = Gazetteer(memoryview(build(Sources(places, {}, dict.fromkeys(("the", "of", "mayor", "boats"), False)))), "invented")
    it = Survey(from_text(text, "t", language="en"), Lexicon((names,)))
    assert [it.document.text(f.span) for f in singles(it)] == ([found] if found else [])


def test_a_form_that_stands_elsewhere_counts_though_another_of_the_entity_is_nearer() -> None:
    text = "Rashid Munawari came. Later Rashied Munawari left."
    assert told(survey(text)) == [("a", "Rashied Munawari", E, "Rashid Munawari")]


WORD = Facts(0.0, 0.0, True, False)


@pytest.mark.parametrize(
    ("found", "right", "fields", "reason"),
    [
        ("internation", "international", {"word": True}, None),
        ("internation", "international", {}, "another name, made as names are"),
        ("untied", "united", {"facts": WORD}, None),
        ("untied", "united", {"facts": WORD, "tier": 3}, "a word of the language"),
        ("unites", "united", {"facts": WORD}, "a word of the language"),
        ("stanely", "stanley", {"facts": KNOWN_NAME, "last": True}, None),
        ("stanely", "stanley", {"facts": KNOWN_NAME, "last": True, "tier": 3}, "a person's name"),
        ("stanfey", "stanley", {"facts": KNOWN_NAME, "last": True}, "a person's name"),
    ],
)
def test_slips_in_the_words_of_a_prominent_organisation(found: str, right: str, fields: dict[str, object], reason: str | None) -> None:
    common = (Facts(3e-3, 0.0, False, True),)
    organised = {"kind": "org", "tier": 1, "anchors": common, "exact_run": False, "last": False, **fields}
    assert silenced(case(found, right, **organised)) == reason


def test_spellings_are_held_against_each_other_in_english_only() -> None:
    english = "Tarvenkoski sang that day.\n\nTarvenkoski ate that day.\n\n"
    text = english + "Tarvenkovski schlief an diesem Tag nicht, weil er mit seiner Frau auf dem Weg war."
    found = Survey(from_text(text, "t", language="en"), Lexicon((GAZETTEER,)))
    assert found.document.languages == ["en", "en", "de"]
    assert told(found) == []


@pytest.mark.parametrize(
    ("found", "right"), [("defence", "defense"), ("organization", "organisation"), ("centre", "center"), ("labour", "labor")]
)
def test_british_and_american_words_in_the_name_of_an_organisation_are_one(found: str, right: str) -> None:
    anchors = (Facts(0.0, 0.0, True, False), Facts(0.0, 0.0, True, False))
    fields: dict[str, object] = {"kind": "org", "anchors": anchors, "exact_run": True, "last": False, "tier": 1}
    assert silenced(case(found, right, **fields)) == "another country's spelling of the same word"


def test_one_and_many_of_an_organisations_word_are_a_note() -> None:
    fields: dict[str, object] = {"kind": "org", "exact_run": True, "last": False, "tier": 1, "anchors": (KNOWN_NAME, KNOWN_NAME)}
    decision = decide(case("institute", "institutes", **fields))
    assert decision is not None
    assert (decision.level, decision.row) == (Level.NOTE, "i")


def test_an_unknown_surname_two_letters_away_beside_a_common_given_name_is_another_name() -> None:
    anchors = (Facts(3e-3, 0.0, False, True),)
    assert silenced(case("moxey", "moses", anchors=anchors, tier=2)) == "another name beside a common one"
    assert silenced(case("theoharous", "theoharis", anchors=anchors)) == "another name beside a common one"
    assert silenced(case("theoharous", "theoharis", anchors=anchors, tier=2)) is None
