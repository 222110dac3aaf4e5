"""How news agencies write the names of other scripts: given names in several ways, endings, letters written as two."""

from __future__ import annotations

# Given names that news agencies write in several ways, by the countries whose names they are; each group is one name.
SLAVIC = (
    "Alexander Aleksandr Alexandr|Alexei Alexey Aleksei Aleksey|Andrei Andrey|Sergei Sergey|Nikolai Nikolay|Dmitry Dmitri Dmitriy Dmitrii"
    "|Yuri Yury Yuriy|Yevgeny Evgeny Yevgeni Evgeni Yevgeniy|Vasily Vasili Vasiliy Vassily|Vitaly Vitali Vitaliy|Valery Valeri Valeriy"
    "|Gennady Gennadi Gennadiy|Anatoly Anatoli Anatoliy|Grigory Grigori Grigoriy|Georgy Georgi Georgiy|Arkady Arkadi|Arkadiy Arkady"
    "|Mikhail Mikhael|Fyodor Fedor|Semyon Semen|Pyotr Petr|Alexandra Aleksandra|Ksenia Kseniya Xenia|Natalia Natalya Nataliya"
    "|Tatiana Tatyana|Yelena Elena|Yekaterina Ekaterina|Maria Mariya|Yulia Yuliya Julia|Sofia Sofiya|Anastasia Anastasiya|Viktor Victor"
    "|Maxim Maksim|Konstantin Constantin|Yegor Egor|Serhiy Serhii Sergiy|Andriy Andrii|Yuriy Yurii"
    "|Oleksiy Oleksii|Dmytro Dmitro|Mykhailo Mykhaylo|Vitaliy Vitalii|Valeriy Valerii|Anatoliy Anatolii|Arseniy Arsenii Arseny|Yevhen Evhen"
    "|Oleksandr Olexandr|Lyudmila Ludmila Ludmilla Liudmila|Gennady Hennadiy"
)
MUSLIM = (
    "Mohammed Mohammad Muhammad Mohamed Mohamad Muhammed|Ahmed Ahmad"
    "|Hussein Hussain Husain Husayn Hossein|Hassan Hasan|Yousef Yusuf Youssef"
    " Yousuf Yusef|Abdullah Abdallah Abdulla|Ibrahim Ebrahim|Khaled Khalid|Omar Umar|Osama Usama|Saeed Said Saed|Faisal Faysal Feisal"
    "|Suleiman Sulaiman Sulayman Soleiman|Mahmoud Mahmud Mahmood|Mustafa Mostafa Mustapha|Hamid Hameed|Rashid Rasheed Rachid|Majid Majeed"
    "|Nasser Nasir Naser|Tariq Tarek Tareq|Karim Kareem|Jamal Gamal|Salim Saleem|Othman Uthman Osman|Ismail Ismael Esmail|Yahya Yehia"
    "|Mansour Mansur|Tawfiq Tawfik|Walid Waleed|Jaafar Jafar Ja'far|Habib Habeeb|Khalifa Khalifah|Abdul Abdel|Bashir Basheer"
    "|Munir Mounir|Murad Mourad|Ayman Aiman|Abdulaziz Abdelaziz|Abdulrahman Abdelrahman Abdurrahman Abdul-Rahman|Taha Tahah"
)
PEOPLES = {
    "Russia|Belarus|Ukraine|Kazakhstan|Kyrgyzstan|Moldova|Georgia|Armenia|Uzbekistan|Tajikistan|Turkmenistan|Azerbaijan|Bulgaria": SLAVIC,
    "Afghanistan|Algeria|Bahrain|Bangladesh|Egypt|Iran|Iraq|Jordan|Kuwait|Lebanon|Libya|Malaysia|Maldives|Mauritania|Morocco|Oman|Pakistan"
    "|Palestinian territories|Qatar|Saudi Arabia|Somalia|Sudan|Syria|Tunisia|United Arab Emirates|Yemen|Djibouti|Comoros|Chad": MUSLIM,
}


def _groups() -> dict[str, dict[str, tuple[str, ...]]]:
    out: dict[str, dict[str, tuple[str, ...]]] = {}
    for lands, text in PEOPLES.items():
        table: dict[str, tuple[str, ...]] = {}
        for group in text.split("|"):
            for name in group.split(" "):
                table[name] = (*table.get(name, ()), *(other for other in group.split(" ") if other != name))
        out.update(dict.fromkeys(lands.split("|"), table))
    return out


GROUPS = _groups()


ENDINGS = {"Ukraine": ("sky", "skyi", "skyy", "skiy"), "Russia": ("sky", "skiy", "skii"), "Belarus": ("sky", "skiy", "ski")}
"""The ways to end a surname in -s'kyj."""
SPELT_OUT = {
    "Germany|Austria|Switzerland|Liechtenstein|Estonia": {"ä": "ae", "ö": "oe", "ü": "ue"},
    "Denmark|Norway|Faroe Islands|Greenland": {"ø": "oe", "å": "aa", "æ": "ae"},
    "Sweden|Finland": {"ö": "oe", "å": "aa", "ä": "ae"},
}
"""Letters that telex and some agencies still write as two."""


def transliterations(name: str, lands: list[str]) -> set[str]:
    """Return the name as other agencies write it: the first given name, the ending -sky, letters that are written as two."""
    first, _, rest = name.partition(" ")
    out = {f"{other} {rest}" for land in lands for other in GROUPS.get(land, {}).get(first, ()) if rest}
    for land in lands:
        endings = ENDINGS.get(land, ())
        own = next((end for end in sorted(endings, key=len, reverse=True) if name.endswith(end)), "")
        if own:
            out |= {form.removesuffix(own) + end for form in (name, *sorted(out)) for end in endings}
        letters = next((table for where, table in SPELT_OUT.items() if land in where.split("|")), {})
        written = "".join(letters.get(c, letters.get(c.lower(), c).capitalize()) for c in name)
        out.add(written)
    return out - {name}
