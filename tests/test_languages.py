"""The language of paragraphs: scripts, function words, and the document's language where they don't decide."""

from __future__ import annotations

import os
from datetime import date

import pytest

from lint.datafolder import data_folder
from lint.document import Document
from lint.formats import from_text
from lint.languages import guess, language_name, paragraph_languages, primary_language

FRENCH = "Le ministre a déclaré que les pourparlers avec les talibans ne sont pas encore terminés."
ENGLISH = "The minister said that the talks with the Taliban were not over yet, and he left."
NAMES = "Osama bin Laden, Charles de Gaulle, Ursula von der Leyen, Ludwig van der Rohe, Vasco da Gama"

SENTENCES = {
    "en": ENGLISH,
    "fr": FRENCH,
    "es": "El ministro dijo ayer que las conversaciones con los talibanes no han terminado todavía.",
    "de": "Der Minister sagte gestern, dass die Gespräche mit den Taliban noch nicht beendet sind.",
    "it": "Il ministro ha detto che i colloqui con i talebani non sono ancora finiti.",
    "pt": "O ministro disse ontem que as conversas com os talibãs ainda não terminaram.",
    "nl": "De minister zei gisteren dat de gesprekken met de Taliban nog niet zijn afgelopen.",
    "sv": "Ministern sade i går att samtalen med talibanerna inte var över och att han skulle resa.",
    "pl": "Minister powiedział wczoraj, że rozmowy z talibami nie są jeszcze zakończone, ale będą trwać.",
    "cs": "Ministr včera řekl, že jednání s Tálibánem ještě není u konce, ale bude pokračovat.",
    "ro": "Ministrul a spus ieri că discuțiile cu talibanii nu sunt încă încheiate și că va pleca.",
    "tr": "Bakan dün Taliban ile görüşmelerin henüz bitmediğini ve bir süre daha devam edeceğini söyledi, ama ayrıntı vermedi.",
    "id": "Menteri itu mengatakan bahwa pembicaraan dengan Taliban belum selesai dan akan dilanjutkan.",
    "fi": "Ministeri sanoi eilen, että neuvottelut eivät ole vielä ohi, mutta hän ei kertonut siitä enempää.",
    "hu": "A miniszter tegnap azt mondta, hogy a tárgyalások még nem értek véget, de ő már elutazik.",
    "ru": "Министр вчера заявил, что переговоры с талибами ещё не закончены.",
    "uk": "Міністр учора заявив, що переговори з талібами ще не завершені.",
    "bg": "Министърът каза вчера, че преговорите с талибаните още не са приключили.",
    "sr": "Министар је јуче рекао да преговори са талибанима још нису завршени.",
    "ar": "قال الوزير أمس إن المحادثات مع حركة طالبان لم تنته بعد.",
    "fa": "وزیر دیروز گفت که گفتگو با طالبان هنوز به پایان نرسیده است.",
    "ur": "وزیر نے کل کہا کہ طالبان کے ساتھ مذاکرات ابھی ختم نہیں ہوئے۔",
    "ps": "وزیر پرون وویل چې له طالبانو سره خبرې لا نه دي پای ته رسېدلې.",
    "hi": "मंत्री ने कल कहा कि तालिबान के साथ बातचीत अभी खत्म नहीं हुई है।",
    "el": "Ο υπουργός είπε χθες ότι οι συνομιλίες δεν έχουν τελειώσει.",
    "he": "השר אמר אתמול כי השיחות עם הטליבאן טרם הסתיימו.",
    "zh": "部长昨天说，与塔利班的谈判尚未结束。",
    "ja": "大臣は昨日、タリバンとの交渉はまだ終わっていないと述べた。",
    "ko": "장관은 어제 탈레반과의 협상이 아직 끝나지 않았다고 말했다.",
    "th": "รัฐมนตรีกล่าวเมื่อวานนี้ว่าการเจรจายังไม่สิ้นสุด",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_tells_its_language(code: str) -> None:
    assert guess(SENTENCES[code]) == code


def test_letters_tell_what_short_lines_have_no_words_for() -> None:
    lines = {"Київська міська рада": "uk", "Міністр": "uk", "Ћирилица": "sr", "東京都知事選挙の投票日": "ja", "北京市人民政府": "zh"}
    assert {line: guess(line) for line in lines} == lines


@pytest.mark.parametrize(
    "text",
    [
        "One brief line",
        "Le texte est court",
        NAMES,
        "SAN JOSE LA PAZ DEL MAR LOS ANGELES EL PASO DE LA VEGA",
        "Wine grapes oversupply to impact on company profits",
        "Ingredients: flour, butter, sugar, eggs, milk, salt, vanilla, cream",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "",
    ],
)
def test_what_does_not_decide(text: str) -> None:
    assert guess(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "“C’est la vie,” he said, and “je ne regrette rien” was all that she would add to it.",
        "The court in Den Haag said the men of the Van der Valk family were not in the house.",
        "Crowds chanted ‘no se rinde la gente del barrio’ outside the parliament buildings and town halls yesterday.",
        "Talks were held in the Loya Jirga (لویه جرگه) and the word means a grand council.",
    ],
)
def test_an_english_paragraph_with_foreign_words_is_english(text: str) -> None:
    assert guess(text) == "en"


def languages(*paragraphs: str, declared: str | None = None) -> list[str]:
    return paragraph_languages(from_text("\n\n".join(paragraphs), language=declared))


def test_short_paragraphs_follow_the_document() -> None:
    assert languages(ENGLISH, FRENCH, "Fin", ENGLISH) == ["en", "fr", "en", "en"]
    assert languages(FRENCH, "Fin", FRENCH, ENGLISH) == ["fr", "fr", "fr", "en"]
    assert languages("Fin", FRENCH, ENGLISH, declared="de") == ["de", "fr", "en"]
    assert languages("Fin", NAMES) == ["en", "en"]
    assert languages("Привет", ENGLISH) == ["ru", "en"]
    assert languages() == []


def test_the_prevailing_language_is_weighed_by_words() -> None:
    assert languages("Fin", FRENCH, f"{ENGLISH} {ENGLISH}") == ["en", "fr", "en"]
    assert languages("Fin", FRENCH, FRENCH, f"{ENGLISH}") == ["fr", "fr", "fr", "en"]


def test_the_document_asks_for_them() -> None:
    document = from_text(f"<html lang=de><p>Kurz<p>{FRENCH}<p>{ENGLISH}", format="html")
    assert document.languages == ["de", "fr", "en"]


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("EN-us", "en"), ("pt_BR", "pt"), (" zh-Hans-CN ", "zh"), ("nb", "no"), ("eng", "en"), ("english", None), ("", None)],
)
def test_tags(tag: str, code: str | None) -> None:
    assert primary_language(tag) == code


def rows(name: str) -> list[str]:
    with open(os.path.join(data_folder(), "_data", "languages", name), encoding="utf-8") as file:
        return [line for line in file.read().splitlines() if not line.startswith("#")]


def test_the_data_is_in_order() -> None:
    words = {line.partition(":")[0]: line.partition(":")[2].split() for line in rows("function-words.txt")}
    names = rows("names.txt")
    assert len(words) == len(rows("function-words.txt"))
    assert names == sorted(names)
    for code, listed in words.items():
        assert language_name(code) != code
        assert len(set(listed)) == len(listed) >= 20
        assert all(word == word.lower() for word in listed)


def test_every_language_that_is_told_has_a_name() -> None:
    assert [language_name(code) for code in ("en", "fr", "ps", "xx")] == ["English", "French", "Pashto", "xx"]
    assert [code for code in SENTENCES if language_name(code) == code] == []


def test_a_document_made_by_hand() -> None:
    assert Document("a", "x", "x", (), None, date(2021, 11, 2)).languages == ["en"]
