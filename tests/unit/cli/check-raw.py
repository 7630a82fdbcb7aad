#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mine --raw against every conjunction there is, counted here one by one, and against other programs' lists.

Usage: check-raw.py GOODFIT-CLI DATA. The lists are no part of the sources: without them that part is left out
with a word.
"""
import csv
from fractions import Fraction
import json
import os
import random
import subprocess
import sys
import tempfile

CLI, DATA = sys.argv[1], os.environ.get("GF_SHARED_DATA", sys.argv[2])
ORACLES = os.path.join(DATA, "..", "bench", "oracles")
LEVELS = ["UK", "Germany", "a, b", 'say "x"', "München", "x", "y ", "N", "1", "1.0", "01", "A&B", "50–100", "yes",
          "No", "true", "10%"]


def mine(path, target, attributes, depth, top, min_rows, quality):
    """The list as a dictionary from conditions to (customers, best among them), and the order of the customers."""
    command = [CLI, "mine", path, "--raw", "--json", f"--target={target}", f"--depth={depth}", f"--top={top}",
               f"--min-rows={min_rows}", f"--quality={quality}"]
    if attributes:
        command.append("--attributes=" + ",".join(attributes))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), (command, done.stderr)
    answer = json.loads(done.stdout)
    found = {}
    for finding in answer["findings"] + answer["combinations"]:
        conditions = frozenset((c["column"], c["is"]) for c in finding["conditions"])
        share = finding["hits"] / finding["rows"] - answer["target"] / answer["rows"]
        assert conditions not in found, conditions
        assert abs(finding["quality"] - share * finding["rows"] / answer["rows"]) < 1e-12, finding
        found[conditions] = finding["rows"], finding["hits"]
    return found


def order(rows, hits, all_rows, all_hits, quality):
    """What the list is ordered by, without rounding: the square root as the square that keeps its sign."""
    gain = Fraction(hits, rows) - Fraction(all_hits, all_rows)
    if quality == "wracc":
        return gain * rows
    return gain if quality == "lift" else gain * abs(gain) * rows


def every_conjunction(table, target, depth, min_rows):
    """(conditions, customers, hits) of all that hold for min_rows customers or more; a set is the bits of a number."""
    names, rows = table
    selectors = []
    for i, name in enumerate(names[:-1]):
        covers = {}
        for at, row in enumerate(rows):
            if row[i].strip():
                covers[row[i]] = covers.get(row[i], 0) | 1 << at
        selectors += [(i, (name, level), cover) for level, cover in covers.items()]
    hits = sum(1 << at for at, row in enumerate(rows) if row[-1] == target)

    def refine(first, cover, conditions, last):
        for k in range(first, len(selectors)):
            column, condition, own = selectors[k]
            both = cover & own
            if column == last or both.bit_count() < min_rows:
                continue
            joined = conditions | {condition}
            yield joined, both.bit_count(), (both & hits).bit_count()
            if len(joined) < depth:
                yield from refine(k + 1, both, joined, column)

    return list(refine(0, (1 << len(rows)) - 1, frozenset(), None)), hits.bit_count()


def random_table(rand):
    n_rows = rand.choice([3, 8, 20, 40, 150, 600])
    columns = []
    for _ in range(rand.choice([1, 2, 3, 5])):
        levels = rand.sample(LEVELS, rand.choice([1, 1, 2, 3, 6]))
        columns.append([rand.choice(levels) if rand.random() > 0.1 else "" for _ in range(n_rows)])
    kind = rand.choice([0.05, 0.5, 0.7, 1])
    target = ["best" if at == 0 or rand.random() < (kind if columns[0][at] == columns[0][0] else 0.2) else "rest"
              for at in range(n_rows)]
    names = [f"c{i}" for i in range(len(columns))] + ["target"]
    return names, [list(row) for row in zip(*columns, target)]


def check_random(folder, seed):
    rand = random.Random(seed)
    table = random_table(rand)
    path = os.path.join(folder, f"{seed}.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([table[0], *table[1]])
    n_rows = len(table[1])
    for quality in ("wracc", "sqrt", "lift"):
        depth, top, min_rows = rand.randint(1, 4), rand.choice([1, 5, 20, 100]), rand.choice([1, 2, 5])
        what = (seed, quality, depth, top, min_rows)
        wanted, n_hits = every_conjunction(table, "best", depth, min_rows)
        found = mine(path, "target=best", table[0][:-1], depth, top, min_rows, quality)
        ranked = sorted(((order(n, h, n_rows, n_hits, quality), -len(c), c) for c, n, h in wanted),
                        key=lambda entry: entry[:2], reverse=True)
        counts = {c: (n, h) for c, n, h in wanted}
        assert len(found) == min(top, len(wanted)), (what, len(found), len(wanted))
        for conditions, numbers in found.items():
            assert counts.get(conditions) == numbers, (what, conditions, numbers, counts.get(conditions))
        # What ties at the last place may be others than those here, but no better and no shorter ones are left out.
        if ranked:
            last = ranked[min(top, len(ranked)) - 1][:2]
            missed = [entry for entry in ranked if entry[:2] > last and entry[2] not in found]
            assert not missed, (what, missed[0])


def check_list(path, target, attributes, depth, quality, subgroups):
    """A list of another program: all of it above the tie at its last place."""
    found = mine(path, target, attributes, depth, len(subgroups), 1, quality)
    last = subgroups[-1]["quality"]
    for subgroup in subgroups:
        if subgroup["quality"] <= last + 1e-12:
            continue
        conditions = frozenset(tuple(part.strip("'") for part in selector.replace("==", "=", 1).split("=", 1))
                               for selector in subgroup["selectors"])
        assert found.get(conditions) == (subgroup["size"], subgroup["positives"]), (path, depth, subgroup)


def check_lists():
    def read(name):
        with open(os.path.join(ORACLES, name), encoding="utf-8") as file:
            return json.load(file)

    n = 0
    for quality, depth in (("wracc", 1), ("wracc", 2), ("wracc", 3), ("sqrt", 2)):
        check_list(os.path.join(ORACLES, "mine_10000.csv"), "target=1", None, depth, quality,
                   read(f"sd_{quality}_10000_d{depth}.json")["subgroups"])
        n += 1
    telco = read("telco_churn.json")
    for depth, subgroups in telco["depths"].items():
        check_list(os.path.join(DATA, "crm", telco["file"]), telco["target"], telco["attributes"], int(depth), "wracc",
                   subgroups)
        n += 1
    return n


def main():
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(60):
            check_random(folder, seed)
    print("180 lists of 60 random tables are the exact ones")
    if os.path.isdir(ORACLES):
        print(check_lists(), "lists of other programs are found again")
    else:
        print("the lists of other programs are not beside the source (GF_SHARED_DATA): left out")


main()
