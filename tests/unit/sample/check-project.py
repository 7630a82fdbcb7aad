#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the built sample project and says whether its story holds together.

    check-project.py PROJECT
"""

import json
import sys

project = json.load(open(sys.argv[1], encoding="utf-8"))


def check(what, holds):
    if not holds:
        sys.exit("%s: %s" % (sys.argv[1], what))


def by_id(name):
    return {record["id"]: record for record in project[name]}


def statements(profile):
    return [(section["kind"], statement) for section in profile["sections"]
            for statement in section["statements"]]


def check_people():
    kinds = [interview["kind"] for interview in project["interviews"]]
    check("five happy and three churned", (kinds.count("happy"), kinds.count("churned")) == (5, 3))

    column = [column["name"] for column in project["table"]["columns"]].index("Company name")
    check("the table is the customers'", column == 1 and len(project["table"]["rows"]) == 148)
    for interview in project["interviews"]:
        answers = {answer["id"]: answer["text"] for answer in interview["answers"]}
        check("%s is a customer" % interview["company"],
              any(interview["company"] in row for row in project["table"]["rows"]))
        check("%s is quoted" % interview["person"], interview["quotes"])
        for quote in interview["quotes"]:
            check("“%s” was said" % quote["text"], quote["text"] in answers[quote["answer"]])
            check("“%s” has a theme" % quote["text"], quote["theme"] in by_id("themes"))


def check_segments():
    criteria = by_id("criteria")
    check("weights sum to 100", sum(criterion["weight"] for criterion in criteria.values()) == 100)

    totals = {}
    for segment in project["segments"]:
        totals[segment["name"]] = sum(criteria[score["criterion"]]["weight"] * score["value"] / 100
                                      for score in segment["scores"])
    check("the totals are 4.30, 4.05, 2.35", [round(total, 2) for total in totals.values()] == [4.3, 4.05, 2.35])
    check("one is primary, one secondary", sorted(segment["standing"] for segment in project["segments"])
          == ["open", "primary", "secondary"])
    check("the conditions of the primary came from the finding", [
        (c["column"], c["value"], c["from"], c["to"]) for c in project["segments"][0]["conditions"]] == [
        ("Department", "Marketing", None, None), ("Number of Employees", "", 50, 250),
        ("Industry", "Software and IT services", None, None)])


def check_page():
    profile, = project["profiles"]
    check("the profile is of the primary segment", profile["segment"] == project["segments"][0]["id"])

    numbers = [s["evidence"][0] for kind, s in statements(profile) if kind == "numbers"]
    check("12 of 15 and 11 of 15", [(n["count"], n["of"]) for n in numbers] == [(12, 15), (11, 15)])
    check("56 to 94 %", (round(numbers[0]["low"], 2), round(numbers[0]["high"], 2)) == (0.56, 0.94))
    check("48 to 90 %", (round(numbers[1]["low"], 2), round(numbers[1]["high"], 2)) == (0.48, 0.90))

    pains = [s["evidence"][0] for kind, s in statements(profile) if kind == "pains"]
    check("pains of 5, 4 and 3 of 5", [(p["count"], p["of"]) for p in pains] == [(5, 5), (4, 5), (3, 5)])
    check("some lines are assumptions", 0 < sum(not s["evidence"] for _, s in statements(profile)) < 6)
    check("somebody who left has a voice", any(s["voice"] == "churned" for _, s in statements(profile)))


def main():
    check_people()
    check_segments()
    check_page()
    check("three competitors", len(project["competitors"]) == 3)
    check("one open space", len(project["maps"][0]["spaces"]) == 1)
    check("seven points", len(project["maps"][0]["points"]) == 7)
    check("a next review", project["next-review"] == project["reviews"][0]["next"] == "2027-01-14")


if __name__ == "__main__":
    main()
