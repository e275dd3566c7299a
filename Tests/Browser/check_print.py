#!/usr/bin/env python3
"""Prints a page of kt-format --to html by chromium, and tells what is on paper.

    check_print.py PAGE.html PAGE.pdf

For each bookmark its page, which begins with it where it is a conversation's.
"""
import json, pathlib, subprocess, sys
from browser import Browser


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def tell(path, outlines, depth=0):
    for outline in outlines:
        page, title = outline["destpageposfrom1"], outline["title"]
        first = run("pdftotext", "-f", str(page), "-l", str(page), path, "-").split("\n")[0]
        isFirst = ", where it begins" if first.startswith(title[:20]) else ""
        print("  " * depth + f"{title}: page {page}{isFirst}")
        if depth < 2:
            tell(path, outline["kids"], depth + 1)


def main():
    page, path = sys.argv[1:]
    with Browser() as browser:
        browser.load(pathlib.Path(page).resolve().as_uri())
        browser.print(path)
    run("qpdf", "--check", path)
    tell(path, json.loads(run("qpdf", "--json", "--json-key=outlines", path))["outlines"])


if __name__ == "__main__":
    main()
