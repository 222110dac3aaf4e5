"""Wikidata items that the importer knows by number: classes of entities, positions, occupations."""

from __future__ import annotations

_PLACES = (
    "Q6256 country | Q3624078 country | Q5119 capital; city | Q515 city | Q1549591 city | Q1637706 city | Q174844 city | "
    "Q200250 city | Q1093829 city | Q208511 city | Q3957 town | Q532 village | Q486972 town | Q10864048 region | Q35657 state | "
    "Q15284 municipality | Q484170 town | Q747074 town | Q42744322 town | Q34876 province | Q82794 region | Q5107 continent | "
    "Q23442 island | Q4022 river | Q8502 mountain | Q23397 lake | Q165 sea"
)
_ORGANISATIONS = (
    "Q43229 organisation | Q4830453 company | Q783794 company | Q6881511 company | Q891723 company | Q167037 company | "
    "Q7278 political party | Q484652 international organisation | Q245065 international organisation | Q163740 charity | "
    "Q79913 aid group | Q327333 government agency | Q192350 ministry | Q11204 parliament | Q3918 university | Q875538 university | "
    "Q476028 football club | Q22687 bank | Q66344 central bank | Q157031 foundation | Q31855 research institute | "
    "Q17127659 militants | Q15911314 association | Q41487 court"
)
_MEDIA = (
    "Q192283 news agency | Q11032 newspaper | Q1110794 newspaper | Q41298 magazine | Q1684600 magazine | Q1616075 broadcaster | "
    "Q15265344 broadcaster | Q14350 broadcaster | Q2001305 broadcaster | Q17232649 news site | Q1193236 news site"
)
_LABELS = (
    "Q30461 president | Q14212 prime minister | Q48352 head of state | Q2285706 head of government | Q83307 minister | "
    "Q121998 ambassador | Q132050 governor | Q30185 mayor | Q45722 cardinal | Q19546 pope | Q29182 bishop | Q49476 archbishop | "
    "Q486839 member of parliament | Q11696 US President | Q11699 US Vice President | Q14213 US Secretary of State | "
    "Q13218630 US Representative | Q4416090 US Senator | Q14211 British Prime Minister | Q191954 French President | "
    "Q4970706 German Chancellor | Q218295 Russian President | Q27169 member of the European Parliament | Q82955 politician | "
    "Q193391 diplomat | Q372436 statesman | Q116 monarch | Q40348 lawyer | Q16533 judge | Q189290 military officer | "
    "Q47064 soldier | Q1930187 journalist | Q36180 writer | Q6625963 novelist | Q49757 poet | Q214917 playwright | "
    "Q28389 screenwriter | Q33999 actor | Q10800557 film actor | Q10798782 television actor | Q2259451 stage actor | "
    "Q2405480 voice actor | Q245068 comedian | Q2526255 film director | Q3282637 film producer | Q947873 television presenter | "
    "Q177220 singer | Q488205 singer-songwriter | Q639669 musician | Q36834 composer | Q2252262 rapper | Q183945 record producer | "
    "Q1028181 painter | Q1281618 sculptor | Q483501 artist | Q33231 photographer | Q42973 architect | Q4610556 model | "
    "Q43845 businessman | Q131524 entrepreneur | Q188094 economist | Q901 scientist | Q169470 physicist | Q593644 chemist | "
    "Q864503 biologist | Q170790 mathematician | Q11063 astronomer | Q82594 computer scientist | Q39631 physician | "
    "Q81096 engineer | Q201788 historian | Q4964182 philosopher | Q212980 psychologist | Q2306091 sociologist | "
    "Q1238570 political scientist | Q14467526 linguist | Q1622272 professor | Q121594 professor | Q15253558 activist | "
    "Q42603 priest | Q250867 priest | Q937857 footballer | Q628099 football manager | Q10833314 tennis player | "
    "Q3665646 basketball player | Q10871364 baseball player | Q19204627 American football player | Q11774891 ice hockey player | "
    "Q12299841 cricketer | Q11513337 athlete | Q2309784 cyclist | Q10843402 swimmer | Q11338576 boxer | Q378622 racing driver | "
    "Q11631 astronaut"
)


def _table(text: str) -> dict[str, str]:
    return {number: label for number, _, label in (row.partition(" ") for row in text.split(" | "))}


CLASSES = {
    "Q5": ("person", ""),
    **{number: ("agency", label) for number, label in _table(_MEDIA).items()},
    **{number: ("place", label) for number, label in _table(_PLACES).items()},
    **{number: ("org", label) for number, label in _table(_ORGANISATIONS).items()},
}
"""Class -> kind, and what an entity of it is; of several classes of an entity the first in this order counts."""
ORDER = {number: at for at, number in enumerate(CLASSES)}
LABELS = _table(_LABELS)
"""Position or occupation -> what a text calls it."""
