#!/usr/bin/env python3
"""Makes isic4.tsv from a JSON file of ISIC Rev.4 (sections, divisions, groups, classes with descriptions).

usage: make_isic4.py ISIC4_EN_JSON > isic4.tsv
"""
import json, sys

print("""# ISIC Rev.4: sections, divisions, groups and classes with their titles, in the order of the classification.
# Source: United Nations Statistics Division, International Standard Industrial Classification of All Economic Activities, Rev.4 (2008).
# Made by make_isic4.py. The tests check every code of sectors.tsv and companies.tsv against it.
#code\ttitle""")
for section in json.load(open(sys.argv[1], encoding="utf-8"))["sections"]:
    print(section["section"].upper(), section["description"].strip(), sep="\t")
    for division in section["divisions"]:
        print(division["division"], division["description"].strip(), sep="\t")
        for group in division["groups"]:
            print(group["group"], group["description"].strip(), sep="\t")
            for one in group["classes"]:
                print(one["class"], one["description"].strip(), sep="\t")
