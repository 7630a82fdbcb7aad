#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the customers of DataGlyph, an invented maker of reporting software, as a CRM exports them.

    generate.py [FILE]      writes dataglyph-companies.csv, here or to FILE ("-": standard output)
    generate.py --check     says whether the committed file is what this would write

Everything is invented: firms, people, figures. Domains end in .example (RFC 2606). The seed is fixed, so
that the same bytes come out everywhere. The columns are those of a HubSpot companies export, with a few
properties of DataGlyph's own behind them.

The story is planted in counts, not in words: PLAN says how many of the fifteen best customers and how
many of the other 133 have each trait. Who is best is not marked anywhere: it follows from lifetime value,
renewals and referrals, and check_story() takes care that exactly the intended fifteen lead that ranking.
Every trait that is no part of the story is dealt to best and others in the same proportions.
"""

import csv
import datetime
import io
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).resolve().parent
CSV_FILE = HERE / "dataglyph-companies.csv"
SEED = 20261017
N_BEST = 15

TECH = "Software and IT services"
AGENCY = "Marketing agency"
STACK = "Cloud CRM, two or more ad tools"

COLUMNS = [
    "Record ID", "Company name", "Company Domain Name", "Industry", "Number of Employees",
    "Country/Region", "City", "Year Founded", "Create Date", "Lifecycle Stage", "Company owner",
    "Original Traffic Source", "Web Technologies", "Number of Associated Deals", "Days to Close",
    "Total Revenue", "Business model", "Funding stage", "Department", "Marketing team size",
    "Reports to leadership", "Marketing stack", "Lifetime value", "Renewals", "Referrals", "NPS",
    "Support hours", "Churned", "Churn reason",
]

# The best, by hand: name, industry, department, employees, country, lifetime value in euro, renewals,
# referrals, days to close. They are interviewed and named in the sample project.
BEST = [
    ("Talweg Software", TECH, "Marketing", 140, "Germany", 46310.50, 9, 5, 31),
    ("Mirabelle Studio", AGENCY, "Marketing", 64, "France", 42815.00, 10, 4, 47),
    ("Oakhollow Tech", TECH, "Marketing", 210, "United Kingdom", 45056.00, 8, 4, 34),
    ("Fernglas Digital", AGENCY, "Marketing", 96, "Germany", 36820.00, 8, 5, 55),
    ("Pinewick Agency", AGENCY, "Marketing", 180, "Netherlands", 41790.00, 7, 4, 61),
    ("Sundial Works", TECH, "Marketing", 117, "Germany", 39760.00, 8, 3, 33),
    ("Nordlicht Media", "Media", "Management", 128, "Germany", 34520.00, 9, 3, 52),
    ("Hollenby Tech", TECH, "Marketing", 88, "Austria", 37444.80, 7, 3, 34),
    ("Bremlock Software", TECH, "Marketing", 54, "Netherlands", 35120.00, 7, 3, 29),
    ("Grauwald Systems", TECH, "Marketing", 236, "Germany", 44180.00, 6, 3, 38),
    ("Kiebitz Cloud", TECH, "Marketing", 72, "Germany", 33940.00, 7, 2, 30),
    ("Alderfen Media", AGENCY, "Marketing", 38, "Austria", 32660.00, 7, 3, 44),
    ("Ilvermark", TECH, "Marketing", 310, "Germany", 40950.00, 6, 2, 57),
    ("Lindenquist", "Financial services", "Sales Operations", 470, "Switzerland", 38470.00, 6, 2, 66),
    ("Tarnsjo Ledger", TECH, "Sales Operations", 720, "Germany", 36105.00, 6, 2, 49),
]

# Customers who left and were asked why.
LEFT = [
    ("Jarrowgate", "Research and analytics", "Data Science", 95, "United Kingdom"),
    ("Quillmark Labs", TECH, "Data Science", 160, "Germany"),
    ("Eskelund Insight", "Research and analytics", "Data Science", 62, "Netherlands"),
]

# (of the best, of the others) for each trait of the story and for each that is none.
PLAN = {
    "Reports to leadership": {
        "Monthly": (10, 37), "Weekly": (2, 30), "Quarterly": (2, 34), "Rarely": (1, 26), "": (0, 6)},
    "Funding stage": {
        "Series A to C": (9, 39), "Bootstrapped": (4, 46), "Seed": (1, 16),
        "Series D or later": (1, 12), "Public": (0, 9), "": (0, 11)},
    "Marketing stack": {
        STACK: (13, 78), "Cloud CRM, one ad tool": (1, 24), "Cloud CRM only": (1, 14),
        "Spreadsheets": (0, 12), "": (0, 5)},
    "Original Traffic Source": {
        "Referrals": (6, 23), "Organic Search": (4, 36), "Direct Traffic": (2, 24),
        "Offline Sources": (2, 18), "Paid Search": (1, 20), "Organic Social": (0, 12)},
    "Company owner": {
        "Ines Falk": (4, 36), "Tomas Reiter": (4, 34), "Aoife Brannock": (4, 32), "Jonas Edel": (3, 26),
        "": (0, 5)},
}

COUNTRIES_OF_OTHERS = {
    "Germany": 66, "Netherlands": 14, "Austria": 12, "Switzerland": 11, "United Kingdom": 11,
    "France": 9, "Sweden": 6, "Spain": 4}

CITIES = {
    "Germany": ["Berlin", "Hamburg", "Munich", "Cologne", "Leipzig", "Stuttgart", "Nuremberg"],
    "Netherlands": ["Utrecht", "Amsterdam", "Eindhoven"],
    "Austria": ["Vienna", "Graz", "Linz"],
    "Switzerland": ["Zürich", "Bern", "Basel"],
    "United Kingdom": ["Leeds", "Bristol", "London"],
    "France": ["Lyon", "Nantes", "Paris"],
    "Sweden": ["Malmö", "Göteborg"],
    "Spain": ["Valencia", "Bilbao"],
}

# The others: industry, department, how many, and how many of them have 50 to 250 employees.
GROUPS = [
    (AGENCY, "Marketing", 12, 4),
    (TECH, "Marketing", 16, 4),
    ("Research and analytics", "Data Science", 12, 6),
    (TECH, "Data Science", 12, 4),
    ("Financial services", "Data Science", 5, 1),
    ("Retail", "Data Science", 2, 1),
    (TECH, "Sales Operations", 10, 3),
    (TECH, "Finance", 8, 3),
    (TECH, "Management", 6, 2),
    (TECH, "Product", 9, 3),
    ("Financial services", "Finance", 6, 2),
    ("Financial services", "Sales Operations", 4, 1),
    ("Retail", "Sales Operations", 7, 3),
    ("Retail", "Management", 6, 2),
    ("Retail", "", 3, 1),
    ("Manufacturing", "Sales Operations", 5, 2),
    ("Manufacturing", "Finance", 4, 1),
    ("Manufacturing", "Management", 3, 1),
    ("Media", "Management", 2, 0),
    ("Media", "", 1, 0),
]

MODELS = {
    TECH: "Subscription", AGENCY: "Projects and retainers", "Research and analytics": "Projects and retainers",
    "Financial services": "Fees", "Retail": "Trade", "Manufacturing": "Trade", "Media": "Advertising"}

HEADS = [
    "Alder", "Bram", "Cinder", "Dunmar", "Esker", "Falken", "Garn", "Hazel", "Isen", "Jorun", "Kelp",
    "Larch", "Mossen", "Nevr", "Otter", "Pellan", "Quen", "Rosm", "Silber", "Tolv", "Ulmen", "Vesper",
    "Wyndr", "Yarrow", "Zander", "Birken", "Corvin", "Distel", "Ember", "Fjell", "Ginster", "Heron",
    "Ilex", "Juniper", "Kranich"]
TAILS = [
    "fold", "wick", "marrow", "sund", "gate", "lyse", "berg", "stad", "brink", "hame", "quist", "furt",
    "dale", "moor", "lund", "thwaite"]
ENDINGS = {
    TECH: ["Software", "Systems", "Cloud", "Tech", "IT", ""],
    AGENCY: ["Agency", "Studio", "Creative", "& Partners"],
    "Research and analytics": ["Research", "Insight", "Data"],
    "Financial services": ["Credit", "Mutual", "Ledger"],
    "Retail": ["Outfitters", "Home", "Market"],
    "Manufacturing": ["Works", "Tools", "GmbH"],
    "Media": ["Press", "Broadcast"],
}


def spread(rng, pool, group):
    """Takes from a pool one value for each of the group, in an order that only the seed knows."""
    values = [value for value, n in pool for _ in range(n)]
    rng.shuffle(values)
    assert len(values) == len(group), (len(values), len(group))
    return values


def deal(rng, rows, column, wanted=None):
    """Gives best and others their shares of each level. `wanted` maps a group to the level it leans to."""
    for best in (True, False):
        group = [row for row in rows if row["best"] == best]
        values = spread(rng, [(level, n[0 if best else 1]) for level, n in PLAN[column].items()], group)
        order = list(group)
        rng.shuffle(order)
        if wanted is not None:
            lean = [row for row in order if wanted(row)]
            order = lean + [row for row in order if not wanted(row)]
            first = next(iter(PLAN[column]))
            n_lean = min(len(lean), values.count(first)) * 3 // 4
            values = [first] * n_lean + shuffled(rng, without(values, first, n_lean))
        for row, value in zip(order, values):
            row[column] = value


def shuffled(rng, values):
    values = list(values)
    rng.shuffle(values)
    return values


def without(values, value, n):
    values = list(values)
    for _ in range(n):
        values.remove(value)
    return values


def make_best():
    rows = []
    for name, industry, department, size, country, value, renewals, referrals, days in BEST:
        rows.append({
            "best": True, "Company name": name, "Industry": industry, "Department": department,
            "size": size, "Country/Region": country, "Lifetime value": value, "Renewals": renewals,
            "Referrals": referrals, "days": days, "churned": False})
    return rows


def outside_sizes(rng):
    """Sizes below 50 and from 250 up, and three unknown, for those outside the band."""
    sizes = [rng.choice((4, 6, 7, 8, 9)) for _ in range(3)]
    sizes += [rng.randrange(11, 20) for _ in range(5)]
    sizes += [rng.randrange(25, 50) for _ in range(33)]
    sizes += [rng.randrange(255, 500) for _ in range(30)]
    sizes += [rng.randrange(510, 980) for _ in range(7)]
    sizes += [rng.choice((1040, 1180, 1350, 1600, 1900, 2200, 3100)) for _ in range(8)]
    sizes += [None] * 3
    return shuffled(rng, sizes)


def make_others(rng):
    inside = shuffled(rng, [rng.randrange(50, 100) for _ in range(17)] +
                      [rng.randrange(100, 250) for _ in range(24)])
    outside = outside_sizes(rng)
    rows = []

    for industry, department, n, n_inside in GROUPS:
        left = [row for row in LEFT if row[1:3] == (industry, department)]
        for i in range(n):
            row = {"best": False, "Industry": industry, "Department": department, "churned": False}
            if i < len(left):
                row.update({"Company name": left[i][0], "size": left[i][3], "churned": True,
                            "Country/Region": left[i][4]})
            else:
                row["size"] = inside.pop() if i < n_inside else outside.pop()
            rows.append(row)

    assert not inside and not outside
    return rows


def name_firms(rng, rows):
    stems = shuffled(rng, [head + tail for head in HEADS for tail in TAILS])
    taken = set()
    for row in rows:
        if "Company name" in row:
            continue
        stem = next(stem for stem in stems if stem[:4] not in taken or rng.random() < 0.2)
        stems.remove(stem)
        taken.add(stem[:4])
        row["Company name"] = (stem + " " + rng.choice(ENDINGS[row["Industry"]])).strip()


def place_firms(rng, rows):
    left = dict(COUNTRIES_OF_OTHERS)
    for row in rows:
        if not row["best"] and "Country/Region" in row:
            left[row["Country/Region"]] -= 1
    open_rows = [row for row in rows if "Country/Region" not in row]
    for row, country in zip(open_rows, spread(rng, left.items(), open_rows)):
        row["Country/Region"] = country
    for row in rows:
        row["City"] = rng.choice(CITIES[row["Country/Region"]]) if rng.random() < 0.95 else ""


def date_firms(rng, rows):
    """Since when they are customers: best and others alike, but the newest cannot have renewed yet."""
    for best in (True, False):
        group = shuffled(rng, [row for row in rows if row["best"] == best])
        for i, row in enumerate(group):
            share = (i + rng.random()) / len(group)
            first, last = datetime.date(2019, 2, 1), datetime.date(2026, 8, 31)
            if best:
                # a contract renews twice a year at most, so enough half-years must have passed
                latest = datetime.date(2026, 9, 1) - datetime.timedelta(days=185 * row["Renewals"])
                last = max(latest, datetime.date(2019, 6, 1))
            elif share < 0.78:
                share, last = share / 0.78, datetime.date(2024, 3, 31)
            else:
                share, first = (share - 0.78) / 0.22, datetime.date(2024, 4, 1)
            day = first + datetime.timedelta(days=int(share * (last - first).days))
            minutes = rng.randrange(8 * 60, 18 * 60)
            row["created"] = day
            row["Create Date"] = "%s %02d:%02d" % (day.isoformat(), minutes // 60, minutes % 60)
        for i, row in enumerate(shuffled(rng, group)):
            founded = int(1991 + 27 * (i + rng.random()) / len(group))
            founded = min(founded, row["created"].year - 1)
            row["Year Founded"] = "%d" % founded if rng.random() < 0.9 else ""


def churn_firms(rng, rows):
    """Sixteen left: ten data-science teams, an agency, five others."""
    def choose(n, among):
        for row in rng.sample([row for row in rows if among(row) and not row["best"]
                               and not row["churned"]], n):
            row["churned"] = True

    choose(7, lambda row: row["Department"] == "Data Science")
    choose(1, lambda row: row["Industry"] == AGENCY)
    choose(5, lambda row: row["Department"] not in ("Data Science", "Marketing"))

    reasons = shuffled(rng, ["Budget cut", "Budget cut", "Bought by a larger firm", "Built its own tool",
                             "Nobody used it", "Budget cut"])
    simple = ["Too simple for statistics"] * 8 + ["Built its own tool", "Too simple for statistics"]
    for row in rows:
        row["Churned"] = "Yes" if row["churned"] else "No"
        row["Churn reason"] = ""
        if row["churned"]:
            row["Churn reason"] = simple.pop() if row["Department"] == "Data Science" else reasons.pop()
    assert not simple and not reasons


def value_firms(rng, rows):
    """Lifetime value, renewals and referrals of the others; some lead in one of them, none in all."""
    for row in rows:
        if row["best"]:
            continue
        months = (datetime.date(2026, 10, 6) - row["created"]).days / 30.4
        if row["churned"]:
            months *= rng.uniform(0.15, 0.45)
        size = row["size"] or 60
        yearly = 1400 * (size ** 0.28) * rng.lognormvariate(0, 0.35)
        row["Lifetime value"] = round(max(240.0, yearly * months / 12), 2)
        row["Renewals"] = int(months / 12 * rng.choice((0.7, 0.9, 1, 1, 1.9)))
        row["Referrals"] = rng.choices((0, 1, 2, 3), (70, 20, 8, 2))[0]
        row["days"] = max(9, int(rng.lognormvariate(3.97, 0.42)))
        if row["Industry"] == TECH and row["Department"] == "Marketing" and 50 <= size < 250:
            row["days"] = rng.randrange(27, 44)

    while True:
        found = scores(rows)
        least = min(score for row, score in zip(rows, found) if row["best"]) - 0.03
        rivals = [row for row, score in zip(rows, found) if not row["best"] and score > least]
        if not rivals:
            return
        for row in rivals:
            if row["Referrals"] > 0:
                row["Referrals"] -= 1
            else:
                row["Renewals"] = max(0, row["Renewals"] - 2)


def percentile_ranks(values):
    """The share of customers below, those who tie counted half."""
    return [(sum(other < value for other in values) + 0.5 * sum(other == value for other in values))
            / len(values) for value in values]


def scores(rows):
    ranks = [percentile_ranks([row[name] for row in rows])
             for name in ("Lifetime value", "Renewals", "Referrals")]
    return [sum(column) / 3 for column in zip(*ranks)]


def use_firms(rng, rows):
    """What the product's and the support team's records say: patchy, as such records are."""
    for row in rows:
        row["Total Revenue"] = "%.2f" % (row["Lifetime value"] * rng.uniform(1.22, 1.38))
        row["Number of Associated Deals"] = "%d.0" % rng.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]
        row["Business model"] = MODELS[row["Industry"]]
        row["Lifecycle Stage"] = "Customer"
        row["support"] = rng.lognormvariate(2.1, 0.7) * (1.5 if row["Department"] == "Data Science" else 1)
        mood = 4.6 if row["churned"] else 8.6 if row["best"] else 7.4
        row["nps"] = min(10, max(0, round(rng.gauss(mood, 1.5))))
        people = row["size"] or 40
        team = max(1, round(min(30, people ** 0.42 * rng.uniform(0.7, 1.5))))
        if row["Industry"] == TECH and row["Department"] == "Marketing" and 50 <= people < 250:
            team = rng.randrange(4, 13)
        row["team"] = team

    # nobody keeps this one up to date, so it tells nothing
    for stage, n in (("Evangelist", 4), ("Opportunity", 5), ("Other", 8)):
        for row in rng.sample([row for row in rows if row["Lifecycle Stage"] == "Customer"], n):
            row["Lifecycle Stage"] = stage
    fill(rng, rows, "NPS", "nps", 90, "%d.0")
    fill(rng, rows, "Support hours", "support", 139, "%.1f")
    fill(rng, rows, "Days to Close", "days", 130, "%d.0")
    fill(rng, rows, "Marketing team size", "team", 118, "%d.0")


def fill(rng, rows, column, key, n, form):
    """Writes n of the cells; the best are filled as often as the others, the first fifteen first."""
    filled = set(rng.sample(range(len(rows)), n))
    for i, row in enumerate(rows):
        row[column] = form % row[key] if i in filled else ""


def equip_firms(rng, rows):
    for row in rows:
        stack = row["Marketing stack"]
        tools = ["Cloud CRM"] if stack.startswith("Cloud CRM") else []
        ads = ["Search ads", "Social ads", "Display ads"]
        if stack == STACK:
            tools += rng.sample(ads, rng.choice((2, 2, 3)))
        elif stack == "Cloud CRM, one ad tool":
            tools += rng.sample(ads, 1)
        if rng.random() < 0.78:
            tools.append("Web analytics")
        if rng.random() < 0.4:
            tools.append("Marketing automation")
        if rng.random() < 0.45:
            tools.append("Tag manager")
        if rng.random() < (0.7 if row["Department"] == "Data Science" else 0.08 if row["best"] else 0.16):
            tools.append("Data warehouse")
        if (row["size"] or 0) >= 400 and rng.random() < 0.55:
            tools.append("BI suite")
        row["Web Technologies"] = ";".join(sorted(tools))


def oddities(rows):
    """What people leave in a CRM: spaces, shouting, a note where a number belongs."""
    others = [row for row in rows if not row["best"] and not row["churned"]]
    others[20]["Company name"] += " "
    others[41]["City"] = others[41]["City"].upper()
    others[57]["Total Revenue"] = "see contract"
    others[73]["Company name"] = others[73]["Company name"] + ", formerly “Brook & Sons”"
    others[88]["City"] = "n/a"


def slug(name):
    table = str.maketrans({"ö": "oe", "ü": "ue", "ä": "ae", " ": "-", "&": "and"})
    text = name.strip().lower().split(",")[0].translate(table)
    return "".join(c for c in text if c.isalnum() or c == "-")


def make_rows():
    rng = random.Random(SEED)
    rows = make_best() + make_others(rng)

    name_firms(rng, rows)
    place_firms(rng, rows)
    date_firms(rng, rows)
    churn_firms(rng, rows)
    value_firms(rng, rows)
    deal(rng, rows, "Reports to leadership", lambda row: row["Department"] == "Marketing")
    deal(rng, rows, "Funding stage", lambda row: row["Industry"] == TECH)
    deal(rng, rows, "Marketing stack", lambda row: row["Department"] == "Marketing")
    deal(rng, rows, "Original Traffic Source")
    deal(rng, rows, "Company owner")
    equip_firms(rng, rows)
    use_firms(rng, rows)
    oddities(rows)
    check_story(rows)

    rows.sort(key=lambda row: row["Create Date"])
    record = 18210004211
    for row in rows:
        record += rng.randrange(90_000, 4_000_000)
        row["Record ID"] = str(record)
        row["Company Domain Name"] = slug(row["Company name"]) + ".example"
        row["Number of Employees"] = "" if row["size"] is None else "%d.0" % row["size"]
        row["Lifetime value"] = "%.2f" % row["Lifetime value"]
        row["Renewals"] = "%d.0" % row["Renewals"]
        row["Referrals"] = "%d.0" % row["Referrals"]
    return rows


def check_story(rows):
    """The counts that the sample is about. tests/unit/sample counts them again, from the file."""
    found = scores(rows)
    leaders = sorted(range(len(rows)), key=found.__getitem__, reverse=True)[:N_BEST]
    assert all(rows[i]["best"] for i in leaders)

    def counts(holds):
        return (sum(holds(row) for row in rows if row["best"]),
                sum(holds(row) for row in rows if not row["best"]))

    assert len(rows) == 148
    assert counts(lambda row: row["Department"] == "Marketing") == (12, 28)
    assert counts(lambda row: 50 <= (row["size"] or 0) < 250) == (11, 44)
    assert counts(lambda row: row["Country/Region"] == "Germany") == (8, 66)
    assert counts(lambda row: row["Department"] == "Data Science") == (0, 31)
    assert counts(lambda row: row["churned"]) == (0, 16)
    names = [row["Company name"] for row in rows]
    assert len(set(names)) == len(names)


def as_csv(rows):
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([row[column] for column in COLUMNS])
    return out.getvalue().encode()


def main():
    data = as_csv(make_rows())

    if sys.argv[1:] == ["--check"]:
        if CSV_FILE.read_bytes() != data:
            sys.exit("%s is not what generate.py writes: run it and commit the result." % CSV_FILE.name)
    elif sys.argv[1:] == ["-"]:
        sys.stdout.buffer.write(data)
    else:
        pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else CSV_FILE).write_bytes(data)


if __name__ == "__main__":
    main()
