"""Months and weekdays as texts of many languages name them, and the months that dates in figures may mean."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from .numberwords import han
from .numerals import western

# Of each language the months from January on and the weekdays from Monday on, forms of one between bars.
_MONTHS = {
    "en": "january|jan february|feb march april|apr may june july august|aug september|sept|sep october|oct november|nov december|dec",
    "fr": "janvier|janv février|févr mars avril mai juin juillet|juil août septembre octobre novembre décembre|déc",
    "de": "januar|jänner februar|feber märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "styczeń|stycznia|styczniu luty|lutego|lutym marzec|marca|marcu kwiecień|kwietnia|kwietniu maj|maja|maju "
    "czerwiec|czerwca|czerwcu "
    "lipiec|lipca|lipcu sierpień|sierpnia|sierpniu wrzesień|września|wrześniu październik|października|październiku "
    "listopad|listopada|listopadzie grudzień|grudnia|grudniu",
    "ru": "январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае июнь|июня|июне июль|июля|июле "
    "август|августа|августе сентябрь|сентября|сентябре октябрь|октября|октябре ноябрь|ноября|ноябре декабрь|декабря|декабре",
    "uk": "січень|січня|січні лютий|лютого|лютому березень|березня|березні квітень|квітня|квітні травень|травня|травні "
    "червень|червня|червні "
    "липень|липня|липні серпень|серпня|серпні вересень|вересня|вересні жовтень|жовтня|жовтні листопад|листопада|листопаді "
    "грудень|грудня|грудні",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ar": "يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|إبريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز أغسطس|آب سبتمبر|أيلول "
    "أكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول",
    "fa": "ژانویه فوریه مارس آوریل مه|می ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
    "hi": "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
}
_DAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag|montags dienstag|dienstags mittwoch|mittwochs donnerstag|donnerstags freitag|freitags samstag|samstags|sonnabend "
    "sonntag|sonntags",
    "es": "lunes martes miércoles jueves viernes sábado|sábados domingo|domingos",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środa|środę czwartek piątek sobota|sobotę niedziela|niedzielę",
    "ru": "понедельник|понедельника|понедельникам вторник|вторника|вторникам среду|средам четверг|четверга|четвергам "
    "пятница|пятницу|пятницы|пятницам суббота|субботу|субботы|субботам воскресенье|воскресенья|воскресеньям",
    "uk": "понеділок|понеділка вівторок|вівторка середу|середи четвер|четверга п'ятниця|п’ятницю|п'ятницю субота|суботу неділя|неділю",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "ar": "الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "fa": "دوشنبه سه‌شنبه|سه_شنبه چهارشنبه|چهار_شنبه پنجشنبه|پنج‌شنبه|پنج_شنبه جمعه شنبه یکشنبه|یک‌شنبه",
    "hi": "सोमवार मंगलवार बुधवार गुरुवार|बृहस्पतिवार शुक्रवार शनिवार रविवार|इतवार",
    "ur": "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
}
_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u0903\u093a-\u094f'’\u200c-][^\W\d_]*)*")
_EAST = re.compile(
    r"(?<![\d个個])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])(?:月(?!曜)|월(?!요일))|(?:星期|礼拜|禮拜|周|週)(?P<zh>[一二三四五六日天])"
    r"|(?P<ja>[月火水木金土日])曜|(?P<ko>[월화수목금토일])요일"
)
_FIGURES = re.compile(r"(?<![\d.,/-])(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?![\d/-]|[.,]\d)")
_SMALL = frozenset(
    ("may", "march", "mai", "mars", "mart", "aug", "sept", "sep", "oct", "dec", "jan", "apr", "nov", "feb", "مه", "می", "pazar")
)
"""Words that are something else too: they name a month only beside a figure."""
_FIGURE_BESIDE = re.compile(r"\d[\w.]{0,3},?\s{0,2}(?:of |de |d')?$")
_FIGURE_BEHIND = re.compile(r"\.?,?\s{0,2}\d")


class Mention(NamedTuple):
    """text[start:end] names a month (1 to 12) or a weekday (1 to 7); a date in figures may mean one of two months."""

    start: int
    end: int
    kind: Literal["month", "weekday"]
    values: frozenset[int]


def mentions(text: str, language: str | None) -> list[Mention]:
    """The months and weekdays that a text names, in order; empty for languages without names here."""
    plain = western(text)
    out = [
        Mention(match.start(), match.end(), "month", months)
        for match in _FIGURES.finditer(plain)
        if (months := _months(match.group(1), match.group(3), match.group(4)))
    ]
    if language in ("zh", "ja", "ko"):
        out += [_eastern(match) for match in _EAST.finditer(plain)]
    else:
        table = _table(language or "")
        for match in _WORD.finditer(plain):
            word = match.group().lower()
            found = table.get(word) or (table.get(word[1:]) if word[:1] in ("و", "ب", "ل") else None)
            if found and (word not in _SMALL or _dated(plain, match)):
                out.append(Mention(match.start(), match.end(), found[0], frozenset((found[1],))))
    return sorted(out)


def judged(language: str | None) -> bool:
    """Whether the months and weekdays of a language are known."""
    return language in _MONTHS or language in ("zh", "ja", "ko")


def _months(first: str, second: str, third: str) -> frozenset[int]:
    if len(first) == 4:
        candidates = [int(second)]
    elif len(third) in (2, 4):
        candidates = [int(first), int(second)]
    else:
        return frozenset()
    return frozenset(value for value in candidates if 1 <= value <= 12)


def _dated(text: str, match: re.Match[str]) -> bool:
    return (
        _FIGURE_BESIDE.search(text, max(0, match.start() - 12), match.start()) is not None
        or _FIGURE_BEHIND.match(text, match.end()) is not None
    )


def _eastern(match: re.Match[str]) -> Mention:
    if match["month"]:
        month = match["month"]
        return Mention(match.start(), match.end(), "month", frozenset((int(month) if month.isdecimal() else int(han(month)),)))
    days = {"zh": "一二三四五六日天", "ja": "月火水木金土日", "ko": "월화수목금토일"}
    name = next(key for key in days if match[key])
    return Mention(match.start(), match.end(), "weekday", frozenset((min(7, days[name].index(match[name]) + 1),)))


@cache
def _table(language: str) -> dict[str, tuple[Literal["month", "weekday"], int]]:
    table: dict[str, tuple[Literal["month", "weekday"], int]] = {}
    for number, group in enumerate(_MONTHS.get(language, "").split(), 1):
        table.update(dict.fromkeys(group.split("|"), ("month", number)))
    for number, group in enumerate(_DAYS.get(language, "").split(), 1):
        table.update(dict.fromkeys(group.split("|"), ("weekday", number)))
    return table
