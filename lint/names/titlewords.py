"""A word of an official title with a slip: "Attorney Genral", "Ministry of Foreign Afairs", whoever bears the title or name.

The token is no word and no name anywhere, one edit from a word that titles and the names of bodies are made of, and stands in one run of
capitals with another such word. Where bodies of other languages are called nearly so ("Comision", "Institut"), it is silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..model import Level, Span
from .decide import Decision
from .finding import Finding
from .fold import deletions
from .near import house_spelling, near, transposed
from .runs import OPENERS, Run, is_quotable
from .survey import Survey

SHORTEST = 6
"""Fewest letters of a word of titles that is looked for."""
FURTHEST = 3
"""Most tokens between the word and another of titles."""
_WORDS = (
    "academy accountability administration administrator advancement advisory advocate aeronautics affairs agency agencies"
    " agricultural agriculture airport alliance ambassador ammunition archaeology assembly assistance assistant associated association"
    " athletic attorney authorities authority autonomous aviation broadcasting brigade bureau business cabinet central centre center"
    " chairman chairperson chancellor chemical chief christian citizenship civil civilian climate coalition coastal coastguard college"
    " command commander commerce commercial commission commissioner committee commonwealth communications community company"
    " competition comptroller confederation conference congress conservation constitutional construction consulate consultative"
    " consumer control convention cooperation coordination coordinator corporation corps correctional corrections corruption council"
    " counter counsel court criminal cultural culture customs cybersecurity defence defense democracy democratic department deputy"
    " detention development diplomatic directorate director disarmament disaster disease district division eastern ecology economic"
    " economics economy education election elections electoral electricity embassy emergency employment energy enforcement engineering"
    " engineers environment environmental equality european examination exchange executive expenditure exploration external federal"
    " federation finance financial fisheries football foreign forestry forest foundation general geographic geological geophysical"
    " government governor health heritage highway homeland hospital housing human humanitarian immigration independent industrial"
    " industries industry infrastructure information innovation inspection inspector institute institution insurance intellectual"
    " intelligence interim interior internal international interpol investigation investigations investigative investment investments"
    " islamic judicial judiciary justice laboratory labour league legal legislative legislature liberation livestock management"
    " maritime mediation medical medicine meteorological meteorology metropolitan migration military mineral mining minister ministry"
    " minority monetary monitoring municipal municipality museum national natural navigation network northern nuclear nutrition"
    " observatory oceanic office officer operations ombudsman opposition organisation organization parliament parliamentary parole"
    " partnership patriotic patrol peacekeeping pension people permanent petroleum pharmaceutical planning police policy political"
    " pollution population postal preservation presidency president presidential prevention prison procurement professional programme"
    " programs project promotion property prosecution prosecutions prosecutor protection provincial province public railway railways"
    " rapporteur reconciliation reconstruction refugee refugees regional register registrar registry regulation regulatory"
    " rehabilitation relations relief remuneration renewable representative representatives republic research reserve resettlement"
    " resources revenue revolutionary rights safety sanctions sanitation school science sciences scientific secretariat secretary"
    " securities security senate seismological senator service services settlement social society solicitor southern special"
    " spokesperson standards state statistical statistics strategic studies superintendent supreme surgeon surveillance sustainable"
    " taxation technical technological technologies technology telecommunications telegraph tourism trade trading training"
    " transitional transparency transport transportation treasury tribunal tropical union united university urban veterans veterinary"
    " victims vocational volunteer water weather welfare western wildlife women workers works"
)
WORDS = frozenset(word for word in _WORDS.split() if len(word) >= SHORTEST)
"""Words that titles and the names of official bodies are made of."""
_HEADS = (
    "academy administration administrator agency alliance army assembly association attorney authority bank board bureau cabinet"
    " centre center chamber chief chairman chancellor college commander commission commissioner committee company confederation"
    " conference congress convention corporation council counsel court deputy department directorate director division embassy"
    " executive federation force forces forum foundation front fund general governor hospital house inspector institute institution"
    " league minister ministry mission museum office officer organisation organization parliament party police prosecutor programme"
    " program secretariat secretary senate service services school society staff solicitor superintendent treasury tribunal union"
    " university"
)
HEADS = frozenset(_HEADS.split())
"""Words of which one stands in each title or name of an official body, right or with the slip."""
_FOREIGN = (
    "academi agence agencia agenzia assemblee centr centrale centralen comision comissao comite commissie commissione commisssion"
    " comunidad comunita confederacion congreso conseil consejo constitucion corporacion defensa departament departement direction"
    " directie economie economico educacion electorale energie federacion federal federale federala federatie federacija finans"
    " finanze general generale generaal generala generali hospitalet institut instituto instituut internacional internationale"
    " internazionale justicia justica justicie ligue militaire militar ministerio ministere ministero ministr ministerie ministar"
    " ministerstvo municipio nacional nationale nacionale nationaal natura oficina officina organisasi parlament parlement partido"
    " policia politie politia polizia politica presidente president presidentes provincia provinsi publica publique publico regionale"
    " republica republik republika republique republic sciencia secretaria secretario securite securitate seguridad senado senat"
    " service servicio sociale socialis societe societa sociedad tecnologia tribunale universidad universidade universita universitat"
    " universitas universite universitet universiti universitaet universiteit veterani academia akademi technologie technologi"
    " technologia"
)
FOREIGN = frozenset(_FOREIGN.split())
"""Words of other languages that come near, without their accents."""
_DECISION = Decision(Level.WARNING, "r", "near a word of official titles, in one")


def title_words(survey: Survey) -> Iterator[Finding]:
    """The misspelled words of official titles in a text's English paragraphs."""
    for run, covered in survey.uncovered():
        if len(run.texts) < 2 or survey.document.languages[run.paragraph] != "en":
            continue
        for i, token in enumerate(run.tokens):
            if covered[i] or len(token.text) < SHORTEST - 1 or not survey.lexicon.is_unknown(token.text):
                continue
            right = _meant(token.text)
            span = Span(token.start, token.end)
            if right and _is_titled(survey, run, i, right) and _is_english(survey, run, i) and is_quotable(survey.document, span):
                written = survey.document.text(span)
                text = right.upper() if written.isupper() else right.capitalize() if written[:1].isupper() else right
                yield Finding(span, text, None, _DECISION)


@cache
def _cut() -> dict[str, list[str]]:
    """Words of titles with one letter left out or none -> the words."""
    out: dict[str, list[str]] = {}
    for word in sorted(WORDS):
        for cut in {word, *deletions(word)}:
            out.setdefault(cut, []).append(word)
    return out


def _meant(found: str) -> str | None:
    """The one word of titles of which a folded token is a slip, None when there is none or more than one."""
    if found in FOREIGN:
        return None
    near_ones = dict.fromkeys(word for cut in (found, *sorted(deletions(found))) for word in _cut().get(cut, ()))
    meant = [word for word in near_ones if _is_slip(found, word)]
    return meant[0] if len(meant) == 1 else None


def _is_slip(found: str, right: str) -> bool:
    nearness = near(found, right)
    if nearness is None or nearness.distance != 1 or house_spelling(found, right):
        return False
    if found[0] != right[0] and not transposed(found, right):
        return False
    # Another ending makes another word, of English or of a language that has the word too.
    longer, shorter = found[:-1] == right, right[:-1] == found and right[-1] not in "ylstn"
    return not (longer or shorter or (found[:-1] == right[:-1] and found[-1] in "aeiosn"))


def _is_titled(survey: Survey, run: Run, at: int, right: str) -> bool:
    """Whether another word of titles stands near in the run, and one of both is the head of an office or a body."""
    around = {text for i, text in enumerate(run.texts) if i != at and abs(i - at) <= FURTHEST + 1}
    if right in HEADS:
        return any(text in WORDS or text in HEADS or _is_word(survey, text) for text in around if len(text) > 3)
    return not around.isdisjoint(HEADS)


def _is_word(survey: Survey, text: str) -> bool:
    return text not in OPENERS and survey.lexicon.facts(text)[0].only_word


def _is_english(survey: Survey, run: Run, at: int) -> bool:
    """Whether the token is written in plain letters, and no particle of another language stands in its run."""
    token = run.tokens[at]
    written = survey.document.prose[token.start : token.end]
    own = {"of", "the", "for", "and"}
    small = {t.text for t in run.tokens if survey.document.prose[t.start].islower()}
    return written.isascii() and written.isalpha() and (written.istitle() or written.isupper()) and small <= own
