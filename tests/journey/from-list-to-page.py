#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way on the command line: a customer list goes in, one page comes out.

    from-list-to-page.py GOODFIT_CLI CUSTOMERS.csv SAMPLE.goodfit

Each step is what a person would type; what comes out is looked at with other people's programs.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree

CLI, CUSTOMERS, SAMPLE = sys.argv[1:]
BEST = ["--best", "Lifetime value", "--best", "Renewals", "--best", "Referrals", "--share", "0.1"]
n_checks = 0


def check(what, holds, shown=""):
    global n_checks
    n_checks += 1
    if not holds:
        sys.exit("not so: %s\n%s" % (what, shown))


def goodfit(*args, code=0):
    done = subprocess.run([CLI, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    errors = done.stderr.decode()
    check("%s exits with %d" % (" ".join(map(str, args)), code), done.returncode == code,
          "%d\n%s" % (done.returncode, errors))
    return done.stdout, errors


def tool(*args):
    return subprocess.run(args, check=True, stdout=subprocess.PIPE).stdout.decode()


def plain(text):
    """The words with single blanks, ligatures apart."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("\u2060", "").split())


def make_project(folder):
    project = folder / "dataglyph.goodfit"
    _, told = goodfit("new", project, "--customers", CUSTOMERS, "--name", "DataGlyph", *BEST, code=1)
    check("the one cell that is no number is told", "see contract" in told, told)
    goodfit("check", project)
    return project


def mine(project):
    out, _ = goodfit("mine", project, "--depth", "2", "--json")
    answer = json.loads(out)
    check("15 of 148 are best", (answer["rows"], answer["target"]) == (148, 15), answer)

    first = answer["findings"][0]
    check("marketing comes first", first["conditions"] == [{"column": "Department", "is": "Marketing"}], first)
    check("twelve of the fifteen, of forty", (first["hits"], first["rows"]) == (12, 40), first)
    check("it is strong", first["verdict"] == "strong", first)
    low, high = first["interval"]
    check("its interval is that of Jeffreys", abs(low - 0.1756) < 1e-3 and abs(high - 0.4522) < 1e-3, first)

    second = answer["findings"][1]
    check("50 to 250 employees come second",
          second["conditions"] == [{"column": "Number of Employees", "from": 50, "to": 250}], second)
    check("eleven of the fifteen, of 55", (second["hits"], second["rows"]) == (11, 55), second)
    check("nothing else is strong", [f["verdict"] for f in answer["findings"]].count("strong") == 1)

    both = answer["combinations"][0]
    check("marketing teams of that size stand out together", len(both["conditions"]) == 2
          and (both["hits"], both["rows"], both["verdict"]) == (10, 18, "strong"), both)

    out, _ = goodfit("mine", project, "--against", "bad", "--json")
    answer = json.loads(out)
    first = answer["findings"][0]
    check("16 left, most of them data scientists", answer["target"] == 16 and first["conditions"] ==
          [{"column": "Department", "is": "Data Science"}] and first["hits"] == 10, first)


def export_all(project, folder, words):
    """Writes the five formats; each must be what its name says, and say the words."""
    files = {}
    for kind in ("pdf", "png", "svg", "html", "md"):
        files[kind] = folder / (project.stem + "-page." + kind)
        goodfit("export", project, "-o", files[kind])

    if shutil.which("pdfinfo") and shutil.which("pdftotext"):
        about = tool("pdfinfo", str(files["pdf"]))
        check("the PDF has one page", re.search(r"^Pages: +1$", about, re.M), about)
        check("it is tagged", re.search(r"^Tagged: +yes$", about, re.M), about)
        check("it has a title", "Ideal Customer Profile" in about, about)
        text = plain(tool("pdftotext", "-layout", "-nopgbrk", str(files["pdf"]), "-"))
        raw = plain(tool("pdftotext", "-raw", str(files["pdf"]), "-"))
        for word in words:
            check("the PDF says “%s”" % word, word in text or word in raw, text)
        fonts = tool("pdffonts", str(files["pdf"])).splitlines()[2:]
        check("its fonts are embedded", fonts and all(line.split()[-5] == "yes" for line in fonts), fonts)
    else:
        print("# no poppler-utils here: the PDF was not read back")

    png = files["png"].read_bytes()
    check("the PNG is one of 200 dots per inch", png[:8] == b"\x89PNG\r\n\x1a\n" and
          abs(int.from_bytes(png[16:20], "big") - 1654) <= 1, png[:24])
    svg = xml.etree.ElementTree.fromstring(files["svg"].read_bytes())
    check("the SVG is one", svg.tag == "{http://www.w3.org/2000/svg}svg", svg.tag)
    for kind in ("html", "md"):
        text = plain(re.sub(r"<[^>]+>|\*\*", "", files[kind].read_text(encoding="utf-8")))
        check("the %s names the best trait" % kind, "Marketing" in text and "80 %" in text, text)
    return files


def export_draft(project, folder):
    before = project.read_bytes()
    files = export_all(project, folder, ["12 of 15", "56 to 94 %", "21 %", "148 customers", "Data Science"])
    check("exporting leaves the project as it was", project.read_bytes() == before)

    goodfit("export", project, "-o", folder / "letter.pdf", "--paper", "letter")
    check("the same again gives the same", goodfit("export", project, "-o", "-", "--format", "md")[0] ==
          files["md"].read_bytes())


def export_sample(folder):
    project = folder / "sample.goodfit"
    shutil.copy(SAMPLE, project)
    goodfit("check", project)
    export_all(project, folder, [
        "Mid-Size Tech Companies", "Mara Lindqvist", "148 customers, 8 interviews", "12 of 15", "6 h → 25 min",
        "5 of 5", "Under 20 people", "Customer list, n = 148, 6 October 2026", "5 happy, 3 churned", "9 of 21"])
    goodfit("export", project, "-o", folder / "x.pdf", "--profile", "Mid-size tech companies")


def say_what_is_missing(folder):
    """A list that tells next to nothing makes a page that says what is still to be found out."""
    names, project = folder / "our_clients.csv", folder / "our_clients.goodfit"
    names.write_text("Name,City\n" + "".join("Firm %d,%s\n" % (i, "Oslo" if i % 2 else "Bergen") for i in range(12)))
    goodfit("new", project, "--customers", names)
    goodfit("export", project, "-o", folder / "poor.md")
    text = plain((folder / "poor.md").read_text())
    check("the page asks for what is missing", "Still to be found out: what company it is, who decides" in text, text)
    check("and has no file name for a product", "our_clients" not in text, text)


def refuse(project, folder):
    """What cannot be done leaves everything as it was and says why."""
    before = project.read_bytes()
    _, told = goodfit("export", project, "-o", project, "--format", "pdf", code=2)
    check("a project is not replaced by its page", project.read_bytes() == before and "input" in told, told)
    _, told = goodfit("export", project, "-o", folder / "page.docx", code=64)
    check("an unknown format is named", ".docx" in told, told)
    _, told = goodfit("export", project, "-o", folder / "p.pdf", "--profile", "Nobody", code=2)
    check("an unknown profile is named", "Nobody" in told, told)
    _, told = goodfit("new", folder / "no.goodfit", "--customers", CUSTOMERS, "--best", "Happiness", code=2)
    check("an unknown column is named", "Happiness" in told, told)
    check("and nothing is left behind", not (folder / "no.goodfit").exists())
    goodfit("new", folder / "no.goodfit", "--customers", CUSTOMERS, "--share", "0.9", code=64)
    goodfit("new", folder / "no.goodfit", "--customers", folder / "nowhere.csv", code=2)
    goodfit("new", CUSTOMERS, "--customers", CUSTOMERS, code=2)

    work = folder / "work.goodfit"
    shutil.copy(SAMPLE, work)
    _, told = goodfit("new", work, "--customers", CUSTOMERS, code=2)
    check("work is not replaced without a word", work.read_bytes() == pathlib.Path(SAMPLE).read_bytes() and "--replace" in told, told)
    goodfit("new", work, "--customers", CUSTOMERS, "--replace", code=1)
    goodfit("new", work, "--customers", CUSTOMERS, code=1)

    broken = folder / "broken.goodfit"
    broken.write_bytes(before[:len(before) // 2])
    goodfit("check", broken, code=1)
    _, told = goodfit("new", broken, "--customers", CUSTOMERS, code=2)
    check("nor is what cannot be read", broken.stat().st_size == len(before) // 2 and "--replace" in told, told)
    goodfit("export", broken, "-o", folder / "p.pdf", code=2)
    check("no half page is left", not (folder / "p.pdf").exists())


def main():
    os.environ["LC_ALL"] = "C.UTF-8"
    with tempfile.TemporaryDirectory(prefix="goodfit-journey-") as name:
        folder = pathlib.Path(name)
        project = make_project(folder)
        mine(project)
        export_draft(project, folder)
        export_sample(folder)
        say_what_is_missing(folder)
        refuse(project, folder)
    print("%d checks hold" % n_checks)


if __name__ == "__main__":
    main()
