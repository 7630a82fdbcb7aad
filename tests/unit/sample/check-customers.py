#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts in the sample's customers what its story says, independently of the program that writes them.

    check-customers.py FILE GENERATOR
"""

import csv
import subprocess
import sys

PATH, GENERATOR = sys.argv[1:]

# trait: (of the 15 best, of the 133 others)
STORY = {
    ("Department", "Marketing"): (12, 28),
    ("Department", "Data Science"): (0, 31),
    ("Industry", "Marketing agency"): (4, 12),
    ("Reports to leadership", "Monthly"): (10, 37),
    ("Funding stage", "Series A to C"): (9, 39),
    ("Marketing stack", "Cloud CRM, two or more ad tools"): (13, 78),
    ("Country/Region", "Germany"): (8, 66),
    ("Original Traffic Source", "Referrals"): (6, 23),
    ("Churned", "Yes"): (0, 16),
}


def check(what, found, wanted):
    if found != wanted:
        sys.exit("%s: %s, should be %s" % (what, found, wanted))


def percentile_ranks(values):
    """The share of the values below, ties counted half."""
    return [(sum(v < value for v in values) + sum(v == value for v in values) / 2) / len(values)
            for value in values]


def find_best(rows):
    ranks = [percentile_ranks([float(row[name]) for row in rows])
             for name in ("Lifetime value", "Renewals", "Referrals")]
    score = [sum(column) for column in zip(*ranks)]
    order = sorted(range(len(rows)), key=score.__getitem__, reverse=True)
    # a gap, so that no way of breaking ties decides who is among the best
    if score[order[14]] - score[order[15]] < 0.05:
        sys.exit("the fifteenth and the sixteenth are too close")
    return set(order[:15])


def main():
    subprocess.run([sys.executable, GENERATOR, "--check"], check=True)

    text = open(PATH, encoding="utf-8", newline="").read()
    rows = list(csv.DictReader(text.splitlines()))
    best = find_best(rows)

    def counts(holds):
        hits = sum(holds(row) for i, row in enumerate(rows) if i in best)
        return hits, sum(map(holds, rows)) - hits

    def people(row):
        return float(row["Number of Employees"] or "nan")

    def filled(column):
        return sum(row[column] != "" for row in rows)

    check("customers", len(rows), 148)
    check("every cell is quoted", all(line.startswith('"') and line.endswith('"')
                                      for line in text.splitlines()), True)
    for (column, level), wanted in STORY.items():
        check("%s: %s" % (column, level), counts(lambda row: row[column] == level), wanted)
    check("50 to 250 employees", counts(lambda row: 50 <= people(row) < 250), (11, 44))
    check("marketing in the band", counts(
        lambda row: row["Department"] == "Marketing" and 50 <= people(row) < 250), (10, 8))
    check("mid-size tech companies", counts(
        lambda row: row["Industry"] == "Software and IT services"
        and row["Department"] == "Marketing" and 50 <= people(row) < 250), (7, 4))
    check("data-science teams that left", sum(
        row["Churned"] == "Yes" and row["Department"] == "Data Science" for row in rows), 10)
    check("NPS filled", filled("NPS"), 90)
    check("support hours filled", filled("Support hours"), 139)
    check("domains are nobody's", all(row["Company Domain Name"].endswith(".example") for row in rows),
          True)


if __name__ == "__main__":
    main()
