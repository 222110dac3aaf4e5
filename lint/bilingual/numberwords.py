"""Number words of the languages whose numbers can be judged: the values that the words of a text may stand for."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import product

_WORDS = {
    "en": "zero one|first|once|single two|second|twice|both|pair|couple three|third|thrice four|fourth|quarter five|fifth six|sixth "
    "seven|seventh eight|eighth nine|ninth ten|tenth eleven|eleventh twelve|twelfth|dozen|dozens thirteen|thirteenth fourteen|fourteenth "
    "fifteen|fifteenth sixteen|sixteenth seventeen|seventeenth eighteen|eighteenth nineteen|nineteenth",
    "fr": "zéro un|une|premier|première deux|deuxième|second|seconde trois|troisième|tiers quatre|quatrième|quart cinq|cinquième six|sixième "  # noqa: E501
    "sept|septième huit|huitième neuf|neuvième dix|dixième|dizaine onze|onzième douze|douzaine|douzième treize|treizième quatorze "
    "quinze|quinzaine seize dix-sept dix-huit dix-neuf",
    "de": "null ein|eins|eine|einen|einem|einer|erste|ersten|erster zwei|zweite|zweiten|zweiter drei|dritte|dritten|drittel "
    "vier|vierte|vierten|viertel fünf|fünfte|fünften sechs|sechste sieben|siebte acht|achte|achten neun|neunte zehn|zehnte elf|elfte "
    "zwölf|dutzend|zwölfte dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "es": "cero un|uno|una|primer|primero|primera dos|segundo|segunda tres|tercer|tercero|tercera|tercio cuatro|cuarto|cuarta cinco|quinto|quinta "  # noqa: E501
    "seis|sexto|sexta siete|séptimo ocho|octavo nueve|noveno diez|décimo|decena once doce|docena trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve",
    "ru": "ноль|нуль один|одна|одно|одного|одной|одним|первый|первая|первого|первой два|две|двух|двумя|двум|двое|второй|вторая|второго|обе|оба "  # noqa: E501
    "три|трех|трёх|тремя|трое|третий|третья|третьего|треть четыре|четырех|четырёх|четвертый|четверть|четверо пять|пяти|пятый|пятеро "
    "шесть|шести|шестой семь|семи|седьмой восемь|восьми|восьмой девять|девяти|девятый десять|десяти|десятый|десятка|десяток "
    "одиннадцать|одиннадцати двенадцать|двенадцати|дюжина тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати "
    "шестнадцать|шестнадцати семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати",
    "tr": "sıfır bir|ilk|birinci iki|ikinci üç|üçüncü dört|dördüncü beş|beşinci altı|altıncı yedi|yedinci sekiz|sekizinci dokuz|dokuzuncu "
    "on|onuncu",
    "ar": "صفر واحد|واحدة|أول|الأول|الأولى اثنان|اثنين|اثنتين|ثاني|الثاني|الثانية ثلاث|ثلاثة|الثالث|الثالثة|ثلث أربع|أربعة|الرابع|الرابعة|ربع "  # noqa: E501
    "خمس|خمسة|الخامس|الخامسة ست|ستة|السادس|السادسة سبع|سبعة|السابع|السابعة ثمان|ثماني|ثمانية|الثامن|الثامنة تسع|تسعة|التاسع|التاسعة "
    "عشر|عشرة|العاشر|العاشرة",
    "fa": "صفر یک|اول|یکی دو|دوم سه|سوم چهار|چهارم پنج|پنجم شش|ششم هفت|هفتم هشت|هشتم نه|نهم ده|دهم یازده|یازدهم دوازده|دوازدهم سیزده|سیزدهم "  # noqa: E501
    "چهارده|چهاردهم پانزده|پانزدهم شانزده|شانزدهم هفده|هفدهم هجده|هجدهم نوزده|نوزدهم",
    "hi": "शून्य एक|पहला|पहली|पहले दो|दूसरा|दूसरी|दूसरे|दोनों तीन|तीसरा|तीसरी|तीसरे चार|चौथा|चौथी|चौथे पांच|पाँच|पांचवां छह|छः|छठा सात|सातवां "
    "आठ|आठवां नौ|नौवां दस|दसवां ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस",
}  # fmt: skip
_TENS = {
    "en": "twenty|twentieth|score thirty|thirtieth forty|fortieth fifty|fiftieth|half sixty|sixtieth seventy eighty ninety",
    "fr": "vingt|vingts|vingtaine|vingtième trente|trentaine quarante|quarantaine cinquante|cinquantaine|moitié|demi soixante|soixantaine "
    "septante huitante|octante nonante",
    "es": "veinte|veintena treinta|treintena cuarenta cincuenta|mitad sesenta setenta ochenta noventa",
    "ru": "двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти|половина|половины шестьдесят|шестидесяти "
    "семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста",
    "tr": "yirmi otuz kırk elli|yarım|yarısı altmış yetmiş seksen doksan",
    "ar": "عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين|نصف ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين",
    "fa": "بیست سی چهل پنجاه|نیم|نصف شصت هفتاد هشتاد نود",
}
SCALES = {
    100: "hundred|hundreds|cent|cents|centaine|centaines|hundert|cien|ciento|centenar|сто|ста|сотен|сотни|yüz|مئة|مائة|مئات|صد|سو|सौ",
    200: "doscientos|doscientas|двести|مئتان|مئتين|مائتين|دویست",
    300: "trescientos|trescientas|триста|ثلاثمئة|ثلاثمائة|سیصد",
    400: "cuatrocientos|cuatrocientas|четыреста|أربعمئة|أربعمائة|چهارصد",
    500: "quinientos|quinientas|пятьсот|خمسمئة|خمسمائة|پانصد",
    600: "seiscientos|seiscientas|шестьсот|ستمئة|ستمائة|ششصد",
    700: "setecientos|setecientas|семьсот|سبعمئة|سبعمائة|هفتصد",
    800: "ochocientos|ochocientas|восемьсот|ثمانمئة|ثمانمائة|هشتصد",
    900: "novecientos|novecientas|девятьсот|تسعمئة|تسعمائة|نهصد",
    1_000: "thousand|thousands|k|mille|millier|milliers|tausend|tausende|tsd|mil|miles|тысяча|тысячи|тысяч|тысячу|тыс|bin|ألف|آلاف|ألفا|هزار|ہزار|हजार|हज़ार",  # noqa: E501
    2_000: "ألفان|ألفين",
    100_000: "lakh|lakhs|लाख|لاکھ",
    1_000_000: "million|millions|mio|mln|mn|m|millionen|millón|millones|миллион|миллиона|миллионов|млн|milyon|مليون|ملايين|مليونا|میلیون",
    2_000_000: "مليونان|مليونين",
    10_000_000: "crore|crores|करोड़|کروڑ",
    1_000_000_000: "billion|billions|bn|b|milliard|milliards|milliarde|milliarden|mrd|миллиард|миллиарда|миллиардов|млрд|milyar|مليار|مليارات|میلیارد",  # noqa: E501
    1_000_000_000_000: "trillion|trillions|tn|trn|billones|billón|billionen|триллион|триллиона|триллионов|трлн|trilyon|تريليون|تریلیون",
}
JUDGED = frozenset((*_WORDS, "zh", "ja"))
"""Languages whose number words are known: a number in figures may stand there as a word, and it is known which."""
_TOKEN = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0903\u093a-\u094f]+[^\W\d_]*)*")
_JOINS = frozenset(("and", "et", "und", "y", "и", "و", "ve", "a"))
_HAN = {c: n % 10 if n < 20 else 2 for n, c in enumerate("〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖两")}
_HAN_SCALE = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_HAN_RUN = re.compile(f"[{''.join(_HAN)}{''.join(_HAN_SCALE)}]+")


@cache
def scales() -> dict[str, int]:
    """Word -> the power of ten or the multiple that it multiplies a number by."""
    return {word: value for value, words in SCALES.items() for word in words.split("|")}


@cache
def _table(language: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for value, group in enumerate(_WORDS.get(language, "").split(" ")):
        table.update({word: value for word in group.split("|") if word})
    for value, group in enumerate(_TENS.get(language, "").split(" "), 2):
        table.update({word: value * 10 for word in group.split("|") if word})
    if language == "de":
        table.update(_german())
    return table


def _german() -> dict[str, int]:
    units = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
    tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
    below = {word: value for value, group in enumerate(_WORDS["de"].split(" ")) for word in group.split("|")[:1]}
    below |= {word: value * 10 for value, word in enumerate(tens, 2)} | {"hälfte": 50, "halb": 50}
    below |= {f"{u}und{t}": n + m * 10 for (n, u), (m, t) in product(enumerate(units, 1), enumerate(tens, 2))}
    return below | {f"{u}hundert{w}": n * 100 + v for (n, u), (w, v) in product(enumerate(units, 1), [("", 0), *below.items()])}


def values(text: str, language: str | None) -> set[float]:
    """The numbers that words of a text may stand for: each word alone and the runs of words put together."""
    if language in ("zh", "ja"):
        return {value for run in _HAN_RUN.findall(text) for value in (han(run), *(_HAN.get(c, 0) for c in run))}
    table = _table(language or "")
    found: set[float] = set()
    total = current = 0
    open_run = False
    for token in [*_TOKEN.findall(unicodedata.normalize("NFC", text).lower()), ""]:
        word = token if token in table or token in scales() else token[1:] if token[:1] == "و" else token
        value, scale = table.get(word), scales().get(word)
        if value is None and scale is None:
            if open_run and word in _JOINS:
                continue
            found.add(float(total + current))
            total = current = 0
            open_run = False
            continue
        open_run = True
        found.add(float(value if value is not None else scale or 0))
        if value is not None:
            current = current * 20 if language == "fr" and value == 20 and current == 4 else current + value
        elif scale is not None and scale == 100:
            current = (current or 1) * 100
        elif scale is not None and scale < 1_000:
            current += scale
        elif scale is not None:
            total, current = total + (current or 1) * scale, 0
        found.add(float(total + current))
    return found


def han(text: str) -> float:
    """The value of a run of Chinese numerals: 三千五百万 is 35,000,000, 二〇二四 is 2024."""
    if not any(c in _HAN_SCALE for c in text):
        return float("".join(str(_HAN[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in _HAN:
            digit = _HAN[c]
        elif _HAN_SCALE[c] < 10_000:
            section, digit = section + (digit or 1) * _HAN_SCALE[c], 0
        else:
            total, section, digit = total + ((section + digit) or total or 1) * _HAN_SCALE[c] - (total if not section + digit else 0), 0, 0
    return float(total + section + digit)
