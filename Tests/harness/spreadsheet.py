"""Spreadsheets as LibreOffice opens them."""

import subprocess
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

# Numbers of the import dialogue: separator, quote, UTF-8, first line, no column formats, no language; quoted fields as text
# is off, numbers are found out, as by whoever just opens the file.
CSV_OPTIONS = "Text - txt - csv (StarCalc):{separator},34,76,1,,0,false,true"


@dataclass
class Cell:
    value: str
    kind: str | None
    formula: str | None


def opened(files, folder, separator=None):
    """The rows of cells that LibreOffice shows of each file, by its name; CSV with that separator."""
    options = [f"--infilter={CSV_OPTIONS.format(separator=ord(separator))}"] if separator else []
    result = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", *options,
         "--convert-to", "fods", "--outdir", folder / "opened", *files],
        capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr
    return {file.name: rows(folder / "opened" / f"{file.stem}.fods") for file in files}


def rows(file):
    """The rows of the first sheet of a flat ODS; repeated cells and the empty ones at the end count once."""
    tree = ElementTree.parse(file)
    table = tree.find(f".//{OFFICE}spreadsheet/{TABLE}table")
    found = []
    for row in table.iter(f"{TABLE}table-row"):
        cells = []
        for cell in row.findall(f"{TABLE}table-cell"):
            repeated = min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 50)
            cells += [Cell(text(cell), cell.get(f"{OFFICE}value-type"), cell.get(f"{TABLE}formula"))] * repeated
        while cells and cells[-1].kind is None:
            cells.pop()
        if cells:
            found.append(cells)
    return found


def text(cell):
    return "\n".join(spoken(part) for part in cell.findall(f"{TEXT}p"))


def spoken(part):
    """A paragraph's text: ODF writes tabs and further spaces as elements."""
    result = part.text or ""
    for child in part:
        if child.tag == f"{TEXT}s":
            result += " " * int(child.get(f"{TEXT}c", "1"))
        elif child.tag == f"{TEXT}tab":
            result += "\t"
        elif child.tag == f"{TEXT}line-break":
            result += "\n"
        else:
            result += spoken(child)
        result += child.tail or ""
    return result
