#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Joins real files and compares every cell that was made with what Python's csv makes of the same files.

Usage: check-joins.py GOODFIT-CLI DATA. The files are no part of the sources: without them the test is skipped.
"""
import collections
import csv
import json
import os
import subprocess
import sys
import tempfile

CLI, DATA = sys.argv[1], os.path.join(os.environ.get("GF_SHARED_DATA", sys.argv[2]), "crm")


def read(name):
    with open(os.path.join(DATA, name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def run(*arguments, expect=(0, 1)):
    done = subprocess.run([CLI, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode in expect, (arguments, done.returncode, done.stderr)
    return done


def customers(project):
    """The customers of a project file as dictionaries."""
    with open(project, encoding="utf-8") as file:
        table = json.load(file)["table"]
    names = [column["name"] for column in table["columns"]]
    return [dict(zip(names, row)) for row in csv.reader(table["rows"])]


def join(folder, main, other, *more):
    project = os.path.join(folder, "joined.goodfit")
    done = run("new", project, "--replace", "--customers", os.path.join(DATA, main),
               "--join", os.path.join(DATA, other), *more)
    return customers(project), done.stderr


def group(rows, key):
    groups = collections.defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def number(text):
    return float(text) if text != "" else None


def same(got, wanted, what):
    if wanted is None:
        assert got == "", (what, got, wanted)
    else:
        assert got != "" and abs(float(got) - wanted) <= 1e-6 * max(1, abs(wanted)), (what, got, wanted)


def mean(values):
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else None


def check_northwind(folder):
    made, _ = join(folder, "northwind_customers.csv", "northwind_orders.csv", "--derive", "orders-a-year")
    orders = group(read("northwind_orders.csv"), "customerID")
    assert len(made) == 91
    for row in made:
        own = orders[row["customerID"]]
        same(row["Orders: count"], len(own), row)
        same(row["Orders: freight, sum"], sum(float(o["freight"]) for o in own) if own else None, row)
        first = min((o["orderDate"] for o in own), default="")
        last = max((o["orderDate"] for o in own), default="")
        assert row["Orders: orderDate, first"] == first, row
        assert row["Orders: orderDate, last"] == last, row
    assert sum(int(row["Orders: count"]) for row in made) == 830


def check_jaffle(folder):
    made, _ = join(folder, "jaffle_raw_customers.csv", "jaffle_raw_orders.csv")
    orders = group(read("jaffle_raw_orders.csv"), "user_id")
    assert len(made) == 100
    for row in made:
        same(row["Orders: count"], len(orders[row["id"]]), row)
    assert sum(int(row["Orders: count"]) for row in made) == 99


def check_ravenstack(folder):
    made, _ = join(folder, "ravenstack_accounts.csv", "ravenstack_supports_ticket.csv", "--derive",
                   "support-share")
    tickets = read("ravenstack_supports_ticket.csv")
    groups = group(tickets, "account_id")
    assert len(made) == 500
    for row in made:
        own = groups[row["account_id"]]
        same(row["Tickets: count"], len(own), row)
        same(row["Tickets: satisfaction_score, mean"], mean(number(t["satisfaction_score"]) for t in own), row)
        same(row["Tickets: resolution_time_hours, mean"], mean(number(t["resolution_time_hours"]) for t in own),
             row)
        yes = sum(t["escalation_flag"].upper() == "TRUE" for t in own)
        same(row["Tickets: escalation_flag, count of yes"], yes if own else None, row)
        same(row["Share of all tickets"], round(len(own) / len(tickets), 6), row)
    assert sum(int(row["Tickets: count"]) for row in made) == 2000


def check_c360(folder):
    made, _ = join(folder, "c360_crm_accounts.csv", "c360_nps.csv")
    answers = group(read("c360_nps.csv"), "account_id")
    known = {row["account_id"] for row in made}
    for row in made:
        own = answers[row["account_id"]]
        same(row["Answers: score, mean"], mean(number(a["score"]) for a in own), row)
        same(row["Answers: count"], len(own), row)
        latest = max((a["survey_date"] for a in own), default=None)
        if latest is not None and sum(a["survey_date"] == latest for a in own) == 1:
            wanted = next(a["score"] for a in own if a["survey_date"] == latest)
            # The latest that has a score.
            if wanted != "":
                same(row["Answers: score, last"], float(wanted), row)
    assert sum(int(row["Answers: count"]) for row in made) == \
        sum(len(own) for key, own in answers.items() if key in known)


def check_without_keys(folder):
    """Files that name no customer are refused in a sentence, and nothing is written."""
    for main, other in (("maven_accounts.csv", "maven_sales_teams.csv"),
                        ("hubspot_company_data.csv", "hubspot_deal_data.csv")):
        project = os.path.join(folder, "none.goodfit")
        done = run("new", project, "--customers", os.path.join(DATA, main),
                   "--join", os.path.join(DATA, other), expect=(2,))
        assert "which customer" in done.stderr, done.stderr
        assert not os.path.exists(project)


def check_unmatched(folder):
    """Rows whose reference is not in the customers' file are counted and listed."""
    project = os.path.join(folder, "refs.goodfit")
    done = run("new", project, "--customers", os.path.join(DATA, "sf_recipes_Accounts.csv"),
               "--join", os.path.join(DATA, "sf_recipes_Opportunities.csv"), expect=(1, 2))
    assert "customer" in done.stderr, done.stderr


def main():
    if not os.path.isdir(DATA):
        print("the shared data are not here")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        for check in (check_northwind, check_jaffle, check_ravenstack, check_c360, check_without_keys,
                      check_unmatched):
            check(folder)
            print("ok", check.__name__)
    return 0


sys.exit(main())
