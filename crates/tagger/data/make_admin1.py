#!/usr/bin/env python3
"""Makes admin1.tsv: first-level divisions with ISO 3166-2 code, English name, GeoNames id and what kind of entry they are.

usage: make_admin1.py REFERENCE ISO_3166_2_JSON WORDS > admin1.tsv        (run in this folder)

REFERENCE holds cldr-subdivisions-en.json (Unicode CLDR) and geonames-admin1.tsv (GeoNames admin1CodesASCII); ISO_3166_2_JSON is
Debian's /usr/share/iso-codes/json/iso_3166-2.json, of which only the containment of codes is read;
WORDS is an English word list, one a line (Debian wamerican).
A division is joined to GeoNames by its name; what cannot be joined has no id.
"""
import json, re, sys, unicodedata
from collections import defaultdict

reference, iso_codes, words_file = sys.argv[1:4]
words = {w.strip() for w in open(words_file, encoding="utf-8") if w[:1].islower()}
GENERIC = re.compile(
    r"\b(province|state|region|city|governorate|oblast|department|district|prefecture|county|municipality|parish|division|krai|"
    r"republic|autonomous|special|capital|territory|community|emirate|canton|island|okrug|zone|kota|of|the|voivodeship|wilayah|"
    r"persekutuan|federal|provincia|departamento|region|urban|metropolitan|muhafazat|al|ad|ar|as|ash|el|and)\b|[^a-z0-9]")

def fold(name):
    name = unicodedata.normalize("NFD", name.replace("ı", "i").replace("đ", "d").replace("Đ", "D").replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in name if not unicodedata.combining(c)).lower()

def core(name):
    short = GENERIC.sub("", fold(name))
    return short or re.sub("[^a-z0-9]", "", fold(name))

# names that GeoNames and CLDR spell too differently to be joined by rule
SAME = {
    "AE-RK": "AE.05", "AE-UQ": "AE.07", "AR-C": "AR.07", "CH-BS": "CH.BS", "CH-GR": "CH.GR", "CH-SG": "CH.SG", "CL-LI": "CL.08",
    "CN-NM": "CN.20", "CN-XZ": "CN.14", "CO-DC": "CO.34", "CO-SAP": "CO.25", "DE-RP": "DE.08", "EG-BNS": "EG.18", "EG-MT": "EG.22",
    "ES-CL": "ES.55", "ES-CM": "ES.54", "ES-MD": "ES.29", "ES-NC": "ES.32", "ES-RI": "ES.27", "ES-VC": "ES.60", "FR-ARA": "FR.84",
    "FR-BFC": "FR.27", "FR-CVL": "FR.24", "FR-NOR": "FR.28", "ID-JK": "ID.04", "ID-PD": "ID.PD", "ID-PE": "ID.PE", "ID-PS": "ID.PS",
    "ID-PT": "ID.PT", "ID-YO": "ID.10", "IN-AN": "IN.01", "IN-DH": "IN.52", "IN-LD": "IN.14", "IN-UK": "IN.39",
    "IQ-BB": "IQ.06", "IQ-DA": "IQ.08", "IQ-NA": "IQ.17", "IQ-QA": "IQ.04", "IQ-SD": "IQ.18", "IR-02": "IR.01", "IR-09": "IR.42",
    "IR-22": "IR.34", "IT-32": "IT.17", "IT-57": "IT.10", "IT-77": "IT.02", "JP-38": "JP.05", "KR-29": "KR.18", "KR-41": "KR.13",
    "KR-42": "KR.06", "KR-44": "KR.17", "KR-45": "KR.03", "KR-46": "KR.16", "KR-47": "KR.14", "KR-48": "KR.20", "KR-49": "KR.01",
    "KR-50": "KR.22", "MX-CMX": "MX.09", "MX-MEX": "MX.15", "MY-04": "MY.04", "NG-FC": "NG.11", "PE-CUS": "PE.08", "PE-LIM": "PE.15",
    "PE-LMA": "PE.LMA", "PH-00": "PH.NCR", "PH-14": "PH.14", "PH-15": "PH.15", "RU-AD": "RU.01", "RU-AL": "RU.03", "RU-ALT": "RU.04",
    "RU-ARK": "RU.06", "RU-BU": "RU.11", "RU-CE": "RU.12", "RU-IN": "RU.19", "RU-KB": "RU.22", "RU-KC": "RU.27", "RU-KEM": "RU.29",
    "RU-KHM": "RU.32", "RU-KK": "RU.31", "RU-KL": "RU.24", "RU-LEN": "RU.42", "RU-ME": "RU.45", "RU-MO": "RU.46", "RU-MOS": "RU.47",
    "RU-MOW": "RU.48", "RU-PRI": "RU.59", "RU-SPE": "RU.66", "RU-STA": "RU.70", "RU-TY": "RU.79", "RU-UD": "RU.80", "RU-ZAB": "RU.93",
    "SA-02": "SA.14", "SA-03": "SA.05", "SA-09": "SA.17", "UA-05": "UA.23", "UA-09": "UA.14", "UA-12": "UA.04", "UA-14": "UA.05",
    "UA-18": "UA.27", "UA-23": "UA.26", "UA-26": "UA.06", "UA-30": "UA.12", "UA-32": "UA.13", "UA-35": "UA.10", "UA-43": "UA.11",
    "UA-46": "UA.15", "UA-48": "UA.16", "UA-51": "UA.17", "UA-53": "UA.18", "UA-56": "UA.19", "UA-59": "UA.21", "UA-61": "UA.22",
    "UA-63": "UA.07", "UA-65": "UA.08", "UA-68": "UA.09", "UA-71": "UA.01", "UA-74": "UA.02", "US-DC": "US.DC", "VN-SG": "VN.79",
}
# names as English news writes them, where CLDR's are forms of its own
NAME = {
    "BY-HM": "Minsk City", "CN-NM": "Inner Mongolia", "FR-NOR": "Normandy", "IR-02": "West Azerbaijan", "IR-09": "Razavi Khorasan",
    "KR-29": "Gwangju", "KR-41": "Gyeonggi", "MX-MEX": "State of Mexico", "RU-BU": "Buryatia", "RU-CE": "Chechnya", "RU-KB": "Kabardino-Balkaria",
    "RU-KC": "Karachay-Cherkessia", "RU-PRI": "Primorye", "RU-TY": "Tuva", "RU-UD": "Udmurtia", "SA-02": "Mecca Region", "SA-03": "Medina Region",
    "TW-NWT": "New Taipei", "UA-05": "Vinnytsia", "UA-09": "Luhansk", "UA-12": "Dnipropetrovsk", "UA-14": "Donetsk", "UA-18": "Zhytomyr",
    "UA-23": "Zaporizhzhia", "UA-26": "Ivano-Frankivsk", "UA-32": "Kyiv Oblast", "UA-35": "Kirovohrad", "UA-46": "Lviv",
    "UA-48": "Mykolaiv", "UA-51": "Odesa", "UA-53": "Poltava", "UA-56": "Rivne", "UA-59": "Sumy", "UA-61": "Ternopil", "UA-63": "Kharkiv",
    "UA-65": "Kherson", "UA-68": "Khmelnytskyi", "UA-71": "Cherkasy", "UA-74": "Chernihiv", "US-DC": "District of Columbia",
}
geonames = defaultdict(list)
by_code = {}
for line in open(f"{reference}/geonames-admin1.tsv", encoding="utf-8"):
    if line.startswith("#") or not line.strip():
        continue
    code, name, ascii_name, geoname_id = line.rstrip("\n").split("\t")
    geonames[code[:2], core(name)].append((code, geoname_id))
    by_code[code] = geoname_id
parents = {x["code"]: x.get("parent") for x in json.load(open(iso_codes))["3166-2"]}
divisions = json.load(open(f"{reference}/cldr-subdivisions-en.json"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
divisions.setdefault("cnnm", "Inner Mongolia")      # CLDR 47 has only its withdrawn code
countries = {line.split("\t")[0] for line in open("countries.tsv", encoding="utf-8")}
rows, taken = [], set()
for key, name in divisions.items():
    country, code = key[:2].upper(), f"{key[:2].upper()}-{key[2:].upper()}"
    if code in SAME:
        match = (SAME[code], by_code[SAME[code]]) if SAME[code] in by_code else None
    else:
        found = geonames.get((country, core(name)), [])
        match = found[0] if found and found[0][0] not in taken and found[0][0] not in SAME.values() else None
    known = code in parents or code in SAME
    if country not in countries or len(key) < 3 or code in {"GB-UKM", "GB-GBN", "GB-EAW", "GB-NIR2"}:
        continue                                     # codes of CLDR for other ends, and names of the whole country
    level = 2 if parents.get(code) else 1
    if match and level == 2:
        level = 1                                    # GeoNames knows it as first-level
    if not match and not known:
        level = 3                                    # a code that ISO has withdrawn, or CLDR's own
    if match:
        taken.add(match[0])
    rows.append((code, NAME.get(code, name).replace("’", "'"), match[1] if match else "", match[0].split(".")[1] if match else "", str(level)))
joined = {(r[0][:2], core(r[1])) for r in rows if r[2]}
rows = [r for r in rows if r[2] or (r[0][:2], core(r[1])) not in joined or r[4] == "2"]
# of two codes for one division the current one has the GeoNames id; drop withdrawn doubles of it
names = {(r[0][:2], core(r[1])) for r in rows if r[4] != "3"}
rows = [r for r in rows if r[4] != "3" or (r[0][:2], core(r[1])) not in names]
print("""# First-level divisions, and second-level ones that ISO 3166-2 also codes: code, English name, GeoNames id, GeoNames admin1 code, level, mark.
# Sources: Unicode CLDR 47 subdivisions (Unicode-3.0), GeoNames admin1 codes (CC BY 4.0), containment from Debian iso-codes 4.15 (LGPL-2.1+, facts only).
# level: 1 first-level; 2 inside another; 3 withdrawn codes that news still names. mark: w an English word. Made by make_admin1.py: do not edit, see admin1-forms.tsv.
#code\tname\tgeonames\tadmin1\tlevel\tmark""")
for row in rows:
    word = all(part in words for part in re.split(r"[ -]", fold(row[1])))
    print("\t".join((*row, "w" if word else "")))
