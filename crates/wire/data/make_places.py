"""Writes places.tsv from the tagger's gazetteer and Babel 2.19 (pip install babel): python3 crates/wire/data/make_places.py"""
import pathlib
import unicodedata

import babel

HERE = pathlib.Path(__file__).parent
TAGGER = HERE.parent.parent / "tagger" / "data"
# A city is known from so many people on; one whose name is an English word or a person's from so many.
PEOPLE, PEOPLE_OF_A_WORD = 40_000, 300_000
# Where wires file from and no city is (general knowledge).
MORE = [
    "United Nations", "Vatican City", "Gaza", "Gaza Strip", "West Bank", "The Hague", "Cape Canaveral", "Kennedy Space Center",
    "Camp David", "Guantanamo Bay", "Capitol Hill", "New York", "Washington", "Washington D.C.", "Davos", "Kiev", "Bombay", "Calcutta",
    "Madras", "Saigon", "Rangoon", "Peking", "Port of Spain", "Port-of-Spain", "St. Petersburg", "St. Louis", "St. Paul", "Fort Worth",
]
# Languages of agencies in whose words CLDR names the cities of time zones, and what these agencies call others (general knowledge).
LANGUAGES = "fr es it pt de nl sv da nb fi pl cs sk hu ro hr sl tr ca id".split()
EXONYMS = """
Genève Genf Ginevra Ginebra Genebra;La_Haye La_Haya L'Aja;Berne Berna;Munich Monaco_di_Baviera Múnich Munique;Cologne Colonia
Keulen;Francfort Francoforte Fráncfort;Hambourg Amburgo Hamburgo;Dresde Dresda;Lipsia;Nuremberg Norimberga Núremberg;Mayence Magonza;Mailand Milán
Milan Milão;Turin Turín;Florenz Florence Florencia;Neapel Naples Nápoles;Venedig Venise Venecia;Gênes Genua Génova;Strasbourg Strasburgo Estrasburgo
Straßburg;Nizza Niza;Marsiglia Marsella;Lione;Anvers Amberes Anversa;Gand Gante;Bruges Brujas;Cracovie Krakau Cracovia;Danzig Gdansk;Séville Siviglia;
Saragosse Saragozza;Barcelone Barcellona;Grenade;Porto Oporto;Saint-Pétersbourg San_Pietroburgo San_Petersburgo Sankt_Petersburg;Pékin Pechino Pekín
Pequim Peking;Canton Cantón;Nankin Nanchino;Nouvelle-Delhi New-Delhi Nuova_Delhi Nueva_Delhi Nova_Deli Neu-Delhi;Nueva_York Nova_York Nova_Iorque;
La_Nouvelle-Orléans;Filadelfia Philadelphie;Los_Ángeles;San_Francisco;Mexico Città_del_Messico;Tel-Aviv;Téhéran Teherán Teerã;Riyad Riad Ryad;
Abou_Dhabi Abu_Dabi;Le_Cap Kapstadt Città_del_Capo Ciudad_del_Cabo;Cité_du_Vatican Ciudad_del_Vaticano Città_del_Vaticano Vatikanstadt;
Nations_Unies Naciones_Unidas;Casablanca;Oran Orán;Constantine;Tanger Tánger Tangeri;Marrakech;Salonique Salonicco;Édimbourg Edimburgo;
Gotemburgo;Prag Praga;Cluj;Iasi;Constanța
"""
SKIP = {"OF", "MAN", "WORLD"}


def rows(name):
    for line in (TAGGER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def forms(name):
    # `(held)`: a form that the tagger keeps back.
    if name.endswith("(held)"):
        return set()
    upper = name.replace("’", "'").replace("ʻ", "'").strip().upper()
    plain = "".join(c for c in unicodedata.normalize("NFD", upper) if not unicodedata.combining(c))
    return {upper, plain}


cities, regions = set(), set()
for row in rows("cities.tsv"):
    people, marks = int(row[6] or 0), row[7]
    word = "w" in marks or "p" in marks or "d" in marks
    if "c" in marks or "k" in marks or people >= (PEOPLE_OF_A_WORD if word else PEOPLE):
        cities |= forms(row[1])
        for name in (row[8].split("|") if len(row) > 8 else []):
            if len(name) > 3 and name.isascii() or len(name) > 3 and "LATIN" in unicodedata.name(name[0], ""):
                cities |= forms(name)
for row in rows("city-forms.tsv"):
    if row[4] in ("name", "exact"):
        cities |= forms(row[2] if row[3] == "-" else row[3])
for name in MORE:
    cities |= forms(name)
for name in EXONYMS.replace(";", " ").split():
    cities |= forms(name.replace("_", " "))
english = babel.Locale("en").time_zones
known = set(cities)
for language in LANGUAGES:
    for zone, names in babel.Locale(language).time_zones.items():
        own = english.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
        name = names.get("city", "")
        # Of four letters it may be any word, and behind a comma stands an article.
        if len(name) > 4 and "," not in name and own.upper() in known:
            cities |= forms(name)
for row in rows("countries.tsv"):
    regions |= forms(row[1])
for row in rows("country-forms.tsv"):
    if row[2] in ("name", "exact"):
        regions |= forms(row[1])
for row in rows("admin1.tsv"):
    if row[4] == "1":
        regions |= forms(row[1])
for row in rows("admin1-forms.tsv"):
    if row[2] in ("name", "exact", "after_comma"):
        regions |= forms(row[1])
lines = [f"{name}\t{'c' if name in cities else ''}{'r' if name in regions else ''}"
         for name in sorted((cities | regions) - SKIP, key=lambda name: name.encode()) if len(name) > 1]
HEAD = """# Places that stand in datelines, in capitals: c city, r country or first-level division (with its abbreviations behind a comma).
# Source: GeoNames (CC BY 4.0) and Unicode CLDR (Unicode-3.0), by way of crates/tagger/data and Babel. Made by make_places.py: do not edit. Sorted by bytes.
"""
(HERE / "places.tsv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
