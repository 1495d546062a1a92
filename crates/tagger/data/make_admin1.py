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
    "MA-01": "MA.01", "MA-03": "MA.03", "MA-04": "MA.04", "MA-05": "MA.05", "MA-06": "MA.06", "MA-07": "MA.07", "MA-08": "MA.08",
    "MA-09": "MA.09", "MA-10": "MA.10", "MA-11": "MA.11", "MA-12": "MA.12", "ET-BE": "ET.47", "ET-OR": "ET.51",
    "CZ-10": "CZ.52", "CZ-20": "CZ.88", "CZ-31": "CZ.79", "CZ-41": "CZ.81", "CZ-42": "CZ.89", "CZ-51": "CZ.83", "CZ-52": "CZ.82",
    "CZ-64": "CZ.78", "KZ-10": "KZ.12510143", "KZ-11": "KZ.03", "KZ-15": "KZ.04", "KZ-19": "KZ.01", "KZ-23": "KZ.06", "KZ-27": "KZ.07",
    "KZ-31": "KZ.17", "KZ-33": "KZ.12510144", "KZ-35": "KZ.12", "KZ-39": "KZ.13", "KZ-43": "KZ.14", "KZ-47": "KZ.09", "KZ-55": "KZ.11",
    "KZ-59": "KZ.16", "KZ-61": "KZ.10", "KZ-62": "KZ.12510145", "KZ-63": "KZ.15", "AZ-BA": "AZ.09", "AZ-GA": "AZ.20", "AZ-NX": "AZ.35",
    "AZ-MI": "AZ.33", "AZ-LA": "AZ.30", "AZ-XA": "AZ.61", "LY-BA": "LY.69", "LY-DR": "LY.70", "LY-KF": "LY.65", "LY-MI": "LY.72",
    "LY-SR": "LY.76", "LY-ZA": "LY.68", "LY-JU": "LY.64", "LY-JI": "LY.81", "LY-MB": "LY.82", "PL-04": "PL.73", "PL-20": "PL.81",
    "PL-26": "PL.84", "SD-DE": "SD.60", "SD-DN": "SD.55", "SD-DS": "SD.49", "SD-DW": "SD.47", "SD-GK": "SD.62", "SD-KN": "SD.56",
    "SD-KS": "SD.50", "DK-81": "DK.19", "DK-82": "DK.18", "DK-83": "DK.21", "BY-HO": "BY.02", "BY-HR": "BY.03", "BY-MA": "BY.06",
    "FI-03": "FI.14", "FI-04": "FI.10", "FI-06": "FI.05", "FI-14": "FI.17", "FI-15": "FI.11", "FI-16": "FI.07", "BA-BIH": "BA.01",
    "BA-SRP": "BA.02", "QA-DA": "QA.01", "QA-RA": "QA.06", "QA-SH": "QA.14", "AO-LNO": "AO.17", "AO-CCU": "AO.04", "AO-CUS": "AO.06",
    "KP-03": "KP.11", "KP-07": "KP.09", "KP-10": "KP.13", "KP-14": "KP.14", "MN-043": "MN.12", "MN-037": "MN.23", "MN-035": "MN.25",
    "OM-BJ": "OM.02", "OM-BS": "OM.11", "OM-SJ": "OM.04", "OM-SS": "OM.12", "EE-37": "EE.01", "EE-84": "EE.20", "DZ-11": "DZ.53",
    "DZ-42": "DZ.55", "LB-AK": "LB.10", "LB-AS": "LB.09", "LB-BA": "LB.04", "LB-JL": "LB.05", "LB-NA": "LB.07", "YE-AD": "YE.02",
    "YE-AM": "YE.19", "YE-DA": "YE.18", "YE-HD": "YE.04", "YE-SA": "YE.26", "YE-SU": "YE.28", "YE-TA": "YE.25", "CY-03": "CY.03",
    "CY-04": "CY.01", "CY-05": "CY.06", "CY-06": "CY.02", "RO-B": "RO.10", "KH-11": "KH.10", "KH-18": "KH.28", "KH-22": "KH.27",
    "KH-25": "KH.31", "AF-GHO": "AF.09", "AF-KHO": "AF.37", "AF-NIM": "AF.19", "AF-URU": "AF.39", "MM-18": "MM.18", "SY-DI": "SY.13",
    "TJ-RA": "TJ.RR", "CD-KE": "CD.04", "JO-AT": "JO.12", "JO-AJ": "JO.20", "UZ-TK": "UZ.13", "DO-01": "DO.34",
}
# names as English news writes them, where CLDR's are forms of its own
NAME = {
    "MA-01": "Tangier-Tetouan-Al Hoceima", "MA-03": "Fes-Meknes", "MA-04": "Rabat-Sale-Kenitra", "MA-05": "Beni Mellal-Khenifra",
    "MA-06": "Casablanca-Settat", "MA-07": "Marrakesh-Safi", "MA-08": "Draa-Tafilalet", "MA-09": "Souss-Massa", "MA-10": "Guelmim-Oued Noun",
    "MA-11": "Laayoune-Sakia El Hamra", "MA-12": "Dakhla-Oued Ed-Dahab", "CZ-10": "Prague", "CZ-20": "Central Bohemia",
    "CZ-31": "South Bohemia", "CZ-41": "Karlovy Vary Region", "CZ-42": "Usti nad Labem Region", "CZ-51": "Liberec Region",
    "CZ-52": "Hradec Kralove Region", "CZ-64": "South Moravia", "KZ-10": "Abai Region", "KZ-11": "Akmola", "KZ-15": "Aktobe Region",
    "KZ-19": "Almaty Region", "KZ-23": "Atyrau Region", "KZ-27": "West Kazakhstan", "KZ-31": "Jambyl", "KZ-33": "Jetisu", "KZ-35": "Karaganda Region",
    "KZ-39": "Kostanay Region", "KZ-43": "Kyzylorda Region", "KZ-47": "Mangystau", "KZ-55": "Pavlodar Region", "KZ-59": "North Kazakhstan",
    "KZ-61": "Turkistan Region", "KZ-62": "Ulytau", "KZ-63": "East Kazakhstan", "YE-AD": "Aden", "UZ-TK": "Tashkent City",
    "BY-HM": "Minsk City", "CN-NM": "Inner Mongolia", "FR-NOR": "Normandy", "IR-02": "West Azerbaijan", "IR-09": "Razavi Khorasan",
    "KR-29": "Gwangju", "KR-41": "Gyeonggi", "MX-MEX": "State of Mexico", "RU-BU": "Buryatia", "RU-CE": "Chechnya", "RU-KB": "Kabardino-Balkaria",
    "RU-KC": "Karachay-Cherkessia", "RU-PRI": "Primorye", "RU-TY": "Tuva", "RU-UD": "Udmurtia", "SA-02": "Mecca Region", "SA-03": "Medina Region",
    "RU-YEV": "Jewish Autonomous Oblast", "TW-NWT": "New Taipei", "UA-05": "Vinnytsia", "UA-09": "Luhansk", "UA-12": "Dnipropetrovsk", "UA-14": "Donetsk", "UA-18": "Zhytomyr",
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
# what a hand entered as the division's name is one, although it is a word too (Wales)
by_hand = {tuple(line.split("\t")[:2]) for line in open("admin1-forms.tsv", encoding="utf-8") if not line.startswith("#")}
for row in rows:
    word = all(part in words for part in re.split(r"[ -]", fold(row[1]))) and row[:2] not in by_hand
    print("\t".join((*row, "w" if word else "")))
