"""The countries that sources name by a code: ISO 3166 code or Wikidata item -> name and demonym, as the gazetteer's tables write them."""

from __future__ import annotations

# "code item(s) name; demonym". Denmark, the Netherlands and Palestine have two items each, kingdom and country, state and territories.
_TABLE = (
    "ad Q228 Andorra; Andorran | ae Q878 United Arab Emirates; Emirati | af Q889 Afghanistan; Afghan | "
    "ag Q781 Antigua and Barbuda; Antiguan | ai Q25228 Anguilla | al Q222 Albania; Albanian | am Q399 Armenia; Armenian | "
    "ao Q916 Angola; Angolan | ar Q414 Argentina; Argentine | as Q16641 American Samoa | at Q40 Austria; Austrian | "
    "au Q408 Australia; Australian | aw Q21203 Aruba; Aruban | ax Q5689 Åland Islands | az Q227 Azerbaijan; Azerbaijani | "
    "ba Q225 Bosnia and Herzegovina; Bosnian | bb Q244 Barbados; Barbadian | bd Q902 Bangladesh; Bangladeshi | "
    "be Q31 Belgium; Belgian | bf Q965 Burkina Faso; Burkinabe | bg Q219 Bulgaria; Bulgarian | bh Q398 Bahrain; Bahraini | "
    "bi Q967 Burundi; Burundian | bj Q962 Benin; Beninese | bl Q25362 Saint Barthélemy | bm Q23635 Bermuda; Bermudian | "
    "bn Q921 Brunei; Bruneian | bo Q750 Bolivia; Bolivian | bq Q27561 Bonaire, Sint Eustatius and Saba | br Q155 Brazil; Brazilian | "
    "bs Q778 Bahamas; Bahamian | bt Q917 Bhutan; Bhutanese | bw Q963 Botswana; Botswanan | by Q184 Belarus; Belarusian | "
    "bz Q242 Belize; Belizean | ca Q16 Canada; Canadian | cc Q36004 Cocos Islands | "
    "cd Q974 Democratic Republic of the Congo; Congolese | cf Q929 Central African Republic; Central African | "
    "cg Q971 Republic of the Congo; Congolese | ch Q39 Switzerland; Swiss | ci Q1008 Ivory Coast; Ivorian | ck Q26988 Cook Islands | "
    "cl Q298 Chile; Chilean | cm Q1009 Cameroon; Cameroonian | cn Q148 China; Chinese | co Q739 Colombia; Colombian | "
    "cr Q800 Costa Rica; Costa Rican | cu Q241 Cuba; Cuban | cv Q1011 Cape Verde; Cape Verdean | cw Q25279 Curaçao | "
    "cy Q229 Cyprus; Cypriot | cz Q213 Czech Republic; Czech | de Q183 Germany; German | dj Q977 Djibouti; Djiboutian | "
    "dk Q756617,Q35 Denmark; Danish | dm Q784 Dominica; Dominican | do Q786 Dominican Republic; Dominican | dz Q262 Algeria; Algerian | "
    "ec Q736 Ecuador; Ecuadorian | ee Q191 Estonia; Estonian | eg Q79 Egypt; Egyptian | eh Q40362 Western Sahara; Sahrawi | "
    "er Q986 Eritrea; Eritrean | es Q29 Spain; Spanish | et Q115 Ethiopia; Ethiopian | eu Q458 European Union; European | "
    "fi Q33 Finland; Finnish | fj Q712 Fiji; Fijian | fk Q9648 Falkland Islands | fm Q702 Micronesia; Micronesian | "
    "fo Q4628 Faroe Islands; Faroese | fr Q142 France; French | ga Q1000 Gabon; Gabonese | gb Q145 United Kingdom; British | "
    "gd Q769 Grenada; Grenadian | ge Q230 Georgia; Georgian | gf Q3769 French Guiana | gg Q25230 Guernsey | gh Q117 Ghana; Ghanaian | "
    "gi Q1410 Gibraltar; Gibraltarian | gl Q223 Greenland; Greenlandic | gm Q1005 Gambia; Gambian | gn Q1006 Guinea; Guinean | "
    "gp Q17012 Guadeloupe | gq Q983 Equatorial Guinea; Equatorial Guinean | gr Q41 Greece; Greek | gt Q774 Guatemala; Guatemalan | "
    "gu Q16635 Guam; Guamanian | gw Q1007 Guinea-Bissau; Bissau-Guinean | gy Q734 Guyana; Guyanese | hk Q8646 Hong Kong; Hong Kong | "
    "hn Q783 Honduras; Honduran | hr Q224 Croatia; Croatian | ht Q790 Haiti; Haitian | hu Q28 Hungary; Hungarian | "
    "id Q252 Indonesia; Indonesian | ie Q27 Ireland; Irish | il Q801 Israel; Israeli | im Q9676 Isle of Man; Manx | "
    "in Q668 India; Indian | iq Q796 Iraq; Iraqi | ir Q794 Iran; Iranian | is Q189 Iceland; Icelandic | it Q38 Italy; Italian | "
    "je Q785 Jersey | jm Q766 Jamaica; Jamaican | jo Q810 Jordan; Jordanian | jp Q17 Japan; Japanese | ke Q114 Kenya; Kenyan | "
    "kg Q813 Kyrgyzstan; Kyrgyz | kh Q424 Cambodia; Cambodian | ki Q710 Kiribati; I-Kiribati | km Q970 Comoros; Comorian | "
    "kn Q763 Saint Kitts and Nevis; Kittitian | kp Q423 North Korea; North Korean | kr Q884 South Korea; South Korean | "
    "kw Q817 Kuwait; Kuwaiti | ky Q5785 Cayman Islands; Caymanian | kz Q232 Kazakhstan; Kazakh | la Q819 Laos; Laotian | "
    "lb Q822 Lebanon; Lebanese | lc Q760 Saint Lucia; Saint Lucian | li Q347 Liechtenstein; Liechtensteiner | "
    "lk Q854 Sri Lanka; Sri Lankan | lr Q1014 Liberia; Liberian | ls Q1013 Lesotho; Basotho | lt Q37 Lithuania; Lithuanian | "
    "lu Q32 Luxembourg; Luxembourgish | lv Q211 Latvia; Latvian | ly Q1016 Libya; Libyan | ma Q1028 Morocco; Moroccan | "
    "mc Q235 Monaco; Monegasque | md Q217 Moldova; Moldovan | me Q236 Montenegro; Montenegrin | mf Q126125 Saint Martin | "
    "mg Q1019 Madagascar; Malagasy | mh Q709 Marshall Islands; Marshallese | mk Q221 North Macedonia; Macedonian | "
    "ml Q912 Mali; Malian | mm Q836 Myanmar; Burmese | mn Q711 Mongolia; Mongolian | mo Q14773 Macau; Macanese | "
    "mp Q16644 Northern Mariana Islands | mq Q17054 Martinique | mr Q1025 Mauritania; Mauritanian | ms Q13353 Montserrat | "
    "mt Q233 Malta; Maltese | mu Q1027 Mauritius; Mauritian | mv Q826 Maldives; Maldivian | mw Q1020 Malawi; Malawian | "
    "mx Q96 Mexico; Mexican | my Q833 Malaysia; Malaysian | mz Q1029 Mozambique; Mozambican | na Q1030 Namibia; Namibian | "
    "nc Q33788 New Caledonia | ne Q1032 Niger; Nigerien | nf Q31057 Norfolk Island | ng Q1033 Nigeria; Nigerian | "
    "ni Q811 Nicaragua; Nicaraguan | nl Q29999,Q55 Netherlands; Dutch | no Q20 Norway; Norwegian | np Q837 Nepal; Nepali | "
    "nr Q697 Nauru; Nauruan | nu Q34020 Niue | nz Q664 New Zealand; New Zealander | om Q842 Oman; Omani | pa Q804 Panama; Panamanian | "
    "pe Q419 Peru; Peruvian | pf Q30971 French Polynesia | pg Q691 Papua New Guinea; Papua New Guinean | "
    "ph Q928 Philippines; Filipino | pk Q843 Pakistan; Pakistani | pl Q36 Poland; Polish | pm Q34617 Saint Pierre and Miquelon | "
    "pn Q35672 Pitcairn Islands | pr Q1183 Puerto Rico; Puerto Rican | ps Q219060,Q407199 Palestinian territories; Palestinian | "
    "pt Q45 Portugal; Portuguese | pw Q695 Palau; Palauan | py Q733 Paraguay; Paraguayan | qa Q846 Qatar; Qatari | re Q17070 Réunion | "
    "ro Q218 Romania; Romanian | rs Q403 Serbia; Serbian | ru Q159 Russia; Russian | rw Q1037 Rwanda; Rwandan | "
    "sa Q851 Saudi Arabia; Saudi | sb Q685 Solomon Islands; Solomon Islander | sc Q1042 Seychelles; Seychellois | "
    "sd Q1049 Sudan; Sudanese | se Q34 Sweden; Swedish | sg Q334 Singapore; Singaporean | sh Q192184 Saint Helena | "
    "si Q215 Slovenia; Slovenian | sj Q25231 Svalbard and Jan Mayen | sk Q214 Slovakia; Slovak | "
    "sl Q1044 Sierra Leone; Sierra Leonean | sm Q238 San Marino; Sammarinese | sn Q1041 Senegal; Senegalese | "
    "so Q1045 Somalia; Somali | sr Q730 Suriname; Surinamese | ss Q958 South Sudan; South Sudanese | "
    "st Q1039 São Tomé and Príncipe; Santomean | sv Q792 El Salvador; Salvadoran | sx Q26273 Sint Maarten | sy Q858 Syria; Syrian | "
    "sz Q1050 Eswatini; Swazi | tc Q18221 Turks and Caicos Islands | td Q657 Chad; Chadian | tg Q945 Togo; Togolese | "
    "th Q869 Thailand; Thai | tj Q863 Tajikistan; Tajik | tk Q36823 Tokelau | tl Q574 East Timor; Timorese | "
    "tm Q874 Turkmenistan; Turkmen | tn Q948 Tunisia; Tunisian | to Q678 Tonga; Tongan | tr Q43 Turkey; Turkish | "
    "tt Q754 Trinidad and Tobago; Trinidadian | tv Q672 Tuvalu; Tuvaluan | tw Q865 Taiwan; Taiwanese | tz Q924 Tanzania; Tanzanian | "
    "ua Q212 Ukraine; Ukrainian | ug Q1036 Uganda; Ugandan | us Q30 United States; American | uy Q77 Uruguay; Uruguayan | "
    "uz Q265 Uzbekistan; Uzbek | va Q237 Vatican; Vatican | vc Q757 Saint Vincent and the Grenadines; Vincentian | "
    "ve Q717 Venezuela; Venezuelan | vg Q25305 British Virgin Islands | vi Q11703 U.S. Virgin Islands | vn Q881 Vietnam; Vietnamese | "
    "vu Q686 Vanuatu; Vanuatuan | wf Q35555 Wallis and Futuna | ws Q683 Samoa; Samoan | xk Q1246 Kosovo; Kosovar | "
    "ye Q805 Yemen; Yemeni | yt Q17063 Mayotte | za Q258 South Africa; South African | zm Q953 Zambia; Zambian | "
    "zw Q954 Zimbabwe; Zimbabwean"
)


def _read() -> tuple[dict[str, str], dict[str, str]]:
    codes, items = {}, {}
    for row in _TABLE.split(" | "):
        code, numbers, name = row.split(" ", 2)
        codes[code] = name
        items.update(dict.fromkeys(numbers.split(","), name))
    return codes, items


BY_CODE, BY_ITEM = _read()
"""`"no"` -> `"Norway; Norwegian"`, and the same by Wikidata item (`"Q20"`)."""


def by_code(code: str) -> str:
    """Name and demonym for a code in any letter case; that of a region (`"ua-cri"`) stands for its country. Empty: not known."""
    return BY_CODE.get(code.strip().lower().partition("-")[0], "")
