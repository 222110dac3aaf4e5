"""Dates, times and ages ("3 hours ago") as pages of many languages print them, replaced by the variable `{date}`."""

from __future__ import annotations

import re

from ..lazyregex import regex

_WEEKDAYS = """
mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа субота неділя
poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle
hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică
senin selasa rabu kamis jumat sabtu minggu pazartesi salı çarşamba perşembe cuma cumartesi pazar
الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه
सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
星期一 星期二 星期三 星期四 星期五 星期六 星期日 월요일 화요일 수요일 목요일 금요일 토요일 일요일
"""
_MONTHS = """
jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december
januar februar märz jänner feber mai juni juli oktober dezember mär okt dez
janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out gener febrer març maig juny juliol agost setembre
januari februari maart mei augustus mrt desember maret agustus
января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев апр июн июл авг сен окт ноя дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
ledna února března dubna května června července srpna září října listopadu prosince
januára februára apríla mája júna júla augusta septembra októbra novembra decembra
január február március április május június július augusztus szeptember október
ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
януари февруари март април май юни юли август септември октомври ноември декември
siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna januara februara marta aprila juna jula avgusta oktobra
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر شباط آذار نيسان أيار حزيران تموز آب أيلول
فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه آوریل ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
"""
WEEKDAYS = frozenset(_WEEKDAYS.split())
MONTHS = frozenset(_MONTHS.split())
_ZONE = (
    r"(?: ?\(?(?:GMT|UTC|IST|EST|EDT|ET|PST|PDT|PT|CST|CDT|CET|CEST|BST|JST|KST|HKT|SGT|WIB|WITA|WIT|MSK|AEST|AEDT|PKT|Uhr|[Hh]rs)\)?"
    r"(?:[+-]\d\d?(?::?\d\d)?)?)?"
)
_NOON = r" ?[AaPp]\.?[Mm]\.?(?!\w)"
_CLOCK = regex(
    rf"(?<![\d.,$€£])(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:{_NOON})?{_ZONE}|\d{{1,2}}(?:\.\d{{2}})?{_NOON}{_ZONE}"
    rf"|\d{{1,2}}[.h]\d{{2}} Uhr|\d{{1,2}}h\d{{2}})(?![\d%])"
)
_MARKED = "\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f"
_DAY = regex(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|(?<![\d.,])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.]) ?\d{1,2}\2 ?(?:19|20)?\d{2})(?:\.(?= |$))?(?!\d)"
    r"|\d{4}年 ?\d{1,2}月 ?\d{1,2}日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|º|\.|η|ης)?(?: de| of)?[ -]"
    rf"(?P<m1>[^\W\d_][\w{_MARKED}]+)\.?,?(?: de| del)?[ -](?:13|14|19|20|25)\d{{2}}(?: г\.?| р\.)?"
    r"|(?P<m2>[^\W\d_]{3,})\.? \d{1,2}(?:st|nd|rd|th)?(?:, ?| )(?:19|20)\d{2}"
    r"|(?:19|20)\d{2}\.? (?P<m3>[^\W\d_]{4,}) \d{1,2}\.?"
)
_AGO = regex(
    r"(?i)\b\d{1,3} ?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhd]) ago\b"
    r"|\bvor \d{1,3} (?:sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?)\b"
    r"|\bil y a \d{1,3} (?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)\b"
    r"|\b(?:hace|há) \d{1,3} (?:segundos?|minutos?|horas?|d[ií]as?|semanas?|meses|mes|mês|años?|anos?)\b"
    r"|\b\d{1,3} (?:secondi|minuti|ore?|giorni|settimane|mesi) fa\b"
    r"|\b\d{1,3} (?:минут\w?|час\w{0,2}|дн\w{1,2}|день|недел\w|месяц\w{0,2}) назад\b"
    r"|\b\d{1,3} (?:хвилин\w?|годин\w?|дн\w{1,2}|тижн\w{1,2}) тому\b|\b\d{1,3} (?:minut\w?|godzin\w?|dni|tygodni\w?) temu\b"
    r"|\b\d{1,3} (?:menit|jam|hari|minggu|bulan) (?:yang )?lalu\b|\b\d{1,3} (?:dakika|saat|gün|hafta|ay) önce\b"
    r"|\b\d{1,3} (?:minuten?|uur|uren|dagen|weken|maanden) geleden\b|\bpřed \d{1,3} (?:minut\w+|hodin\w+|dny)\b"
    r"|\bför \d{1,3} (?:minuter|timmar|dagar) sedan\b|\bfor \d{1,3} (?:minutter|timer|dager|dage) siden\b"
    r"|منذ \d{1,3} (?:دقيقة|دقائق|ساعة|ساعات|يوم|أيام)|\d{1,3} (?:دقیقه|ساعت|روز) (?:پیش|قبل)"
    r"|\d{1,3} ?(?:分钟|小时|天|個月|小時|分鐘)前|\d{1,3} ?(?:分|時間|日)前|\d{1,3} ?(?:분|시간|일) ?전"
    r"|\d{1,3} (?:phút|giờ|ngày) trước|\d{1,3} (?:घंटे|मिनट|दिन) पहले"
)
_BEFORE = regex(r"([\w'’-]+(?:\u200c\w+)?)[.,]{0,2} ?(?=\{date\})")
_AFTER = regex(r"(?<=\{date\})[ ,(]{1,2}([\w'’-]+)\)?")
_JOINED = regex(r"\{date\}(?:(?: ?[|@·•/–—-] ?|, ?| )(?:(?:at|um|à|a las|às|alle|ore|kl\.?|klo|o|в|о|pukul|saat|om) )?\{date\})+")


def with_dates(text: str) -> str:
    """A text with `{date}` in place of each date or time, together with the weekday and the other of the two beside it."""
    text = _CLOCK.sub("{date}", _DAY.sub(_dated, _AGO.sub("{date}", text)))
    if "{date}" in text:
        text = _JOINED.sub("{date}", _AFTER.sub(_without_weekday, _BEFORE.sub(_without_weekday, text)))
    return text


def is_date_word(line: str) -> bool:
    """Whether a normalised line begins with what a date may begin with: a number, a month, a day of the week."""
    first = line.split(" ", 1)[0].rstrip(".,")
    return first[:1].isdigit() or first in MONTHS or first in WEEKDAYS


def _dated(match: re.Match[str]) -> str:
    month = match["m1"] or match["m2"] or match["m3"]
    return "{date}" if month is None or month.casefold() in MONTHS else match.group()


def _without_weekday(match: re.Match[str]) -> str:
    return "" if match[1].casefold() in WEEKDAYS else match.group()
