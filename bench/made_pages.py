"""Made pages: articles with lists that belong to them, around which a page left its own lines; for training, never for measuring.

What is right on a labelled page is mostly prose, so a model learned from these alone would take tables, score lists, tour dates and recipes
for menus. Here such lists stand among left-overs, and menus, headlines and bylines of other stories stand where pages have them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence

import pages

FIRST = [
    "Anna",
    "Boris",
    "Carla",
    "Dinesh",
    "Elif",
    "Fatou",
    "Grace",
    "Hiro",
    "Ines",
    "Jakub",
    "Keiko",
    "Liam",
    "Mei",
    "Nadia",
    "Omar",
    "Paula",
    "Quinn",
    "Rosa",
    "Stefan",
    "Tariq",
    "Uma",
    "Viktor",
    "Wanda",
]
LAST = [
    "Adler",
    "Banda",
    "Costa",
    "Dubois",
    "Eriksen",
    "Fofana",
    "Garcia",
    "Haddad",
    "Ivanova",
    "Jansen",
    "Kim",
    "Lopez",
    "Moreau",
    "Nowak",
    "Okafor",
    "Petrov",
    "Rossi",
    "Sato",
    "Tanaka",
    "Weber",
]
TOWN = [
    "Aarhus",
    "Bergen",
    "Cardiff",
    "Dakar",
    "Essen",
    "Fresno",
    "Ghent",
    "Haifa",
    "Izmir",
    "Jaipur",
    "Kyoto",
    "Leeds",
    "Malaga",
    "Nantes",
    "Osaka",
    "Porto",
    "Quito",
    "Riga",
    "Salem",
    "Turku",
]
MONTH = ["January", "Feb.", "March", "April", "May", "June", "July", "Aug.", "September", "Oct.", "Nov.", "December"]
THING = [
    "butter",
    "flour",
    "salt",
    "onions",
    "rice",
    "lentils",
    "wool",
    "timber",
    "copper",
    "glass",
    "diesel",
    "wheat",
    "Mehl",
    "Zucker",
    "Eier",
    "Butter",
    "farine",
    "sucre",
    "huile",
    "oeufs",
    "harina",
    "azúcar",
    "leche",
    "aceite",
    "arroz",
    "sal",
    "мука",
    "сахар",
    "соль",
    "масло",
]
LABEL = [
    "Capacity",
    "Weight",
    "Length",
    "Price",
    "Battery",
    "Range",
    "Doors",
    "Engine",
    "Display",
    "Storage",
    "Founded",
    "Population",
    "Area",
    "Currency",
    "Capital",
    "Height",
    "Depth",
]
HALL = ["Town Hall", "City Arena", "Old Theatre", "Harbour Stage", "Festival Park", "Civic Centre", "Opera House", "Blue Room"]
ROLE = ["director", "producer", "goalkeeper", "midfielder", "chair", "treasurer", "violin", "cello", "soprano", "mayor", "deputy", "coach"]
TOPIC = [
    "the budget",
    "safety",
    "training",
    "wages",
    "housing",
    "transport",
    "what comes next",
    "the vote",
    "our method",
    "results",
    "the cost",
    "side effects",
]

Dice = random.Random


def _name(dice: Dice) -> str:
    return f"{dice.choice(FIRST)} {dice.choice(LAST)}"


def _day(dice: Dice) -> str:
    return f"{dice.choice(MONTH)} {dice.randint(1, 28)}"


def _clock(dice: Dice) -> str:
    return dice.choice((f"{dice.randint(8, 22)}:{dice.choice(('00', '15', '30', '45'))}", f"{dice.randint(1, 11)} p.m."))


LISTS: Mapping[str, Sequence[str]] = {
    "tour": ("{day} {dash} {town}, {town}", "{day}: {town}, {hall}", "{day} {dash} {town} @ {hall}", "{day}, {town}"),
    "scores": ("{town} {n}-{n} {town}", "{town} {n} {town} {n}", "{n}. {name} {n} {n} {n}", "{town} v {town}, {clock}"),
    "recipe": ("{n} cups {thing}", "{n}00 g {thing}", "{n} tbsp {thing}, chopped", "{thing} und {thing}", "{thing}"),
    "results": ("{name}: {n}{n}.{n}%", "{name} ({town}) {n},{n}{n}{n}", "{town} - {n}{n} %", "{n}{n}% {thing}"),
    "cast": ("{name} as {name}", "{name}", "{name}, {role}", "{role}: {name}", "{name} ({town})"),
    "squad": ("{name}", "{name} ({town})", "{last}", "{n}. {name}"),
    "prices": ("{thing}: ${n}.{n}{n}", "{label}: €{n}{n},000", "{thing} {n}{n} per tonne", "{hall} ${n}0"),
    "specs": ("{label}: {n}{n}{n}", "{label}", "{label} {n}.{n} m", "{n}{n} mm", "- Up to {n} {thing}"),
    "programme": ("{clock} {dash} {topic}", "{clock} {name}", "{clock} {topic}", "{hall}, {clock}"),
    "books": ("{last}, {first}. {label} of {thing}. {town}, 19{n}{n}.", "{name} (19{n}{n}): On {topic}", "[{n}] {name}"),
    "contents": ("{n}. {label} and {topic}", "Chapter {n}: {label}", "{label} {n}{n}", "Part {n}", "{n}.{n} {label}"),
    "places": ("{town}", "{n}. {town}", "{town}, {town}", "{town}: {thing}", "{hall}, {town}"),
    "heads": ("On {topic}", "{label} and {topic}", "What about {topic}?", "{name}", "Step {n}: {topic}", "{label}"),
    "verse": ("the {thing} and the {thing}", "O {town}, my {thing}", "and {first} goes to {town},", "all {thing} are gone,"),
    "speech": ("{day}, 19{n}{n}", "{town}, {day}", "To the people of {town}", "{name}, {role}", "Dear {first},"),
    "contact": ("{name}", "+{n}{n} {n}{n}{n} {n}{n}{n}{n}", "Press office", "{first}@{town}.example", "{n}{n} {hall}, {town}"),
    "bullets": ("- {topic}", "• {label}: {topic}", "* {thing} and {thing}", "– {town}", "• {topic} in {town}"),
    "letters": ("Q: What of {topic}?", "{last}: On {topic}", "{name} asks about {topic}", "Yes, and {topic}.", "{first}:"),
}
"""Sorts of lists that belong to articles: formats of their rows, of which one is chosen for a list."""


def row(dice: Dice, form: str) -> str:
    """A row of a list from its format."""
    parts = form.replace("}", "{").split("{")
    fields: dict[str, Callable[[], str]] = {
        "day": lambda: _day(dice),
        "clock": lambda: _clock(dice),
        "name": lambda: _name(dice),
        "first": lambda: dice.choice(FIRST),
        "last": lambda: dice.choice(LAST),
        "town": lambda: dice.choice(TOWN),
        "thing": lambda: dice.choice(THING),
        "label": lambda: dice.choice(LABEL),
        "hall": lambda: dice.choice(HALL),
        "role": lambda: dice.choice(ROLE),
        "topic": lambda: dice.choice(TOPIC),
        "dash": lambda: "–",
        "n": lambda: str(dice.randint(1, 9)),
    }
    return "".join(fields[part]() if number % 2 else part for number, part in enumerate(parts))


def rows(dice: Dice) -> list[str]:
    """A list that belongs to an article, of 2 to 14 rows, now and then with a heading."""
    form = dice.choice(LISTS[dice.choice(sorted(LISTS))])
    made = [row(dice, form) for _ in range(dice.choice((2, 3, 4, 5, 6, 8, 11, 14)))]
    head = row(dice, dice.choice(("{label}", "{topic}:", "{town}", "Where to go", "Results:", "The {role}s", "{label} and {label}")))
    return [head, *made] if dice.random() < 0.6 else made


def made(streams: Sequence[pages.Stream], phrases: Mapping[str, Mapping[str, Sequence[str]]], seed: int = 1) -> Iterator[pages.Stream]:
    """A made page for the article of each page in `streams`; `phrases` are the lists of the rules by name and language."""
    dice = Dice(seed)
    articles = {s.page: [line.text for line in s.lines if line.label == "article"] for s in streams}
    titles = sorted({line.text for s in streams for line in s.lines if line.label == "title" and len(line.text.split()) > 3})
    for page, lines in sorted(articles.items()):
        prose = [line for line in lines if len(line.split()) >= 12]
        if len(prose) < 3 or not titles:
            continue
        yield pages.Stream(page, f"made {seed}", tuple(_page(dice, prose[: dice.randint(3, 14)], titles, phrases)))


def _page(
    dice: Dice, prose: Sequence[str], titles: Sequence[str], phrases: Mapping[str, Mapping[str, Sequence[str]]]
) -> Iterator[pages.Line]:
    at = {len(prose) if dice.random() < 0.4 else dice.randint(1, len(prose)) for _ in range(dice.choice((1, 1, 2)))}
    language = dice.choice(("en", "en", "en", "de", "es", "fr", "ar", "ru", "pt", "it"))
    yield from _left(dice, titles, phrases, language, dice.choice((0, 0, 1, 2)))
    if dice.random() < 0.8:
        yield pages.Line(dice.choice((dice.choice(titles), row(dice, "{label} in {town}"), row(dice, "SPEECH ON {topic}"))), "article", "")
        if dice.random() < 0.3:
            yield pages.Line(row(dice, dice.choice(("{day}, 19{n}{n}", "{town}, {day}", "Part {n}", "{label} and {topic}"))), "article", "")
        if dice.random() < 0.4:
            stamp = dice.choice((f"By {_name(dice)}", f"Updated {_day(dice)}, 2019", f"Published: {_day(dice)}, 2019, 10:15", "3 min read"))
            yield pages.Line(stamp, "boilerplate", "")
    for number, text in enumerate(prose, 1):
        yield pages.Line(text, "article", "")
        if number in at:
            if dice.random() < 0.2:
                yield from _left(dice, titles, phrases, language, 1)
            yield from (pages.Line(text, "article", "") for text in rows(dice))
    yield from _left(dice, titles, phrases, language, dice.choice((0, 1, 2, 4)))


def _left(
    dice: Dice, titles: Sequence[str], phrases: Mapping[str, Mapping[str, Sequence[str]]], language: str, blocks: int
) -> Iterator[pages.Line]:
    """Lines that a page left: phrases of a rule, a menu, or headlines of other stories with their dates and authors."""
    for _ in range(blocks):
        sort = dice.random()
        known = phrases[dice.choice(sorted(set(phrases) - {"menu"}))]
        lines = [text for text in known.get(language, known.get("en", ())) if "{" not in text]
        left = dice.sample(lines, min(len(lines), dice.choice((1, 1, 2, 3))))
        if sort < 0.25:
            menu = list(phrases["menu"].get(language, phrases["menu"]["en"]))
            left += dice.sample(menu, min(len(menu), dice.choice((2, 3, 5, 9))))
        elif sort < 0.5:
            for title in dice.sample(titles, min(len(titles), dice.choice((1, 3, 5)))):
                left.append(title)
                if dice.random() < 0.3:
                    left.append(dice.choice((f"{_day(dice)}, 2019", _name(dice), f"By {_name(dice)}", f"{dice.randint(2, 50)}")))
        elif sort < 0.7:
            form = dice.choice(("{town}", "{label}", "{name}", "{day}, 2019", "{label} & {label}", "{town} {hall}", "{label}: {topic}"))
            left += [row(dice, form) for _ in range(dice.choice((1, 2, 4, 7)))]
        if dice.random() < 0.5:
            left += dice.sample(lines, min(len(lines), 1))
        yield from (pages.Line(text, "boilerplate", "") for text in left)
