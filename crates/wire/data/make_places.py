"""Writes places.tsv from the tagger's gazetteer: python3 crates/wire/data/make_places.py"""
import pathlib
import unicodedata

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
SKIP = {"OF", "MAN", "WORLD"}


def rows(name):
    for line in (TAGGER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def forms(name):
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
# Source: GeoNames (CC BY 4.0) and Unicode CLDR (Unicode-3.0), by way of crates/tagger/data. Made by make_places.py: do not edit. Sorted by bytes.
"""
(HERE / "places.tsv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
