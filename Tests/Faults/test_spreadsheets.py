"""Values made to harm come back as they were, and as text, wherever LibreOffice opens a list."""

import csv
import io
import json

import pytest

from harness.cluster import Cluster
from harness.program import Demo, run
from harness.programme import DAY, VENUE, import_rows, session
from harness.spreadsheet import opened

HOSTILE = [
    "=cmd|' /C calc'!A0", "=1+1", "+33 6 12 34 56 78", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "a\tb", "say \"hi\"", '"', "'", "a;b,c",
    "two\nlines", "😀 é̂", "שלום עולם", "  spaces  ", "_x0041_", "<b>&amp;</b>", "007", "1e5", "12/11", "TRUE", "=\u0301",
    "\u202eevil", "0x10", "%d%s", "\\N", "NULL",
]
LONG = "=" + "x" * 9_998 + "é"


@pytest.fixture(scope="module")
def lists(folder):
    """A programme all of whose texts are hostile, exported in every format."""
    demo = Demo(folder / "data", "--empty")
    demo.start()
    import_rows(demo, folder, "venues", [VENUE])
    import_rows(demo, folder, "sessions", [
        session(DAY, slug=f"s-{number:02}", room=f"Room {number}", host=f"Host {number}")
        for number in range(len(HOSTILE))])
    cluster = Cluster(demo.data)
    values = json.dumps(HOSTILE).replace("'", "''")
    cluster.psql("socialday", f"""
        create temporary table value as
            select value, (ordinality - 1)::integer as number
            from jsonb_array_elements_text('{values}') with ordinality;
        update app.session s set title_fr = v.value, title_en = v.value from value v where s.slug = 's-' || lpad(v.number::text, 2, '0');
        update app.room r set name = v.value from value v where r.name = 'Room ' || v.number;
        update app.host h set name = v.value from value v where h.name = 'Host ' || v.number;
        insert into app.attendee (edition_id, email, created_at, telephone)
            select e.id, v.value || '{{' || v.number || '}}', now(), '+336123456' || lpad(v.number::text, 2, '0') from app.edition e, value v;
        insert into app.sign_up (session_id, attendee_id, created_at, queue_number, places, caller, status, route, language,
            name, needs, needs_note)
            select s.id, a.id, now(), 1, 1, gen_random_uuid(), 'confirmed', 'form', 'fr', v.value, array['other'], v.value
            from value v
            join app.session s on s.slug = 's-' || lpad(v.number::text, 2, '0')
            join app.attendee a on a.email = v.value || '{{' || v.number || '}}';
        update app.session_tally set confirmed = 1, next_queue_number = 2;
        update app.venue set name = '{LONG}';
        """)
    out = folder / "lists"
    try:
        with pytest.raises(AssertionError, match="0x00"):
            cluster.psql("socialday", "update app.session set title_fr = E'a\\x00b'")
        for dialect in ("open", "excel"):
            result = demo.command(
                "export", "--format", "csv,xlsx,json", "--columns", "all", "--dialect", dialect, "--out", out / dialect)
            assert result.returncode == 0, result.stderr
    finally:
        assert demo.stop() == 0
    return out


def plain(text):
    """Line ends count as one: a spreadsheet has only one kind."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_json_lines_give_every_value_back(lists):
    rows = [json.loads(line) for line in (lists / "open/_edition.jsonl").read_text().split("\n") if line]
    assert {row["name"] for row in rows} == set(HOSTILE)
    for row in rows:
        assert row["title"] == row["room"] == row["host"] == row["needs_note"] == row["name"]
        assert row["telephone"] in TELEPHONES
        assert row["venue"] == LONG and row["email"].startswith(row["name"])


@pytest.mark.parametrize("dialect, separator, mark", [("open", ",", b""), ("excel", ";", b"\xef\xbb\xbf")])
def test_csv_gives_every_value_back_but_for_the_apostrophe(lists, dialect, separator, mark):
    content = (lists / dialect / "_edition.csv").read_bytes()
    assert content.startswith(mark) and not content.startswith(mark + b"\xef\xbb\xbf") and b"sep=" not in content[:20]
    text = content.decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    for heading in NAMED:
        place = table[0].index(heading[dialect])
        assert {guarded(value) for value in HOSTILE} == {row[place] for row in table[1:]}, heading
    for heading, values in ((EMAIL, EMAILS), (TELEPHONE, TELEPHONES)):
        place = table[0].index(heading[dialect])
        assert {guarded(value) for value in values} == {row[place] for row in table[1:]}
    assert all(row[4] == guarded(LONG) for row in table[1:])


# The columns that hold each of the values, by what they are called.
NAMED = [{"open": key, "excel": heading} for key, heading in {
    "title": "Séance", "room": "Salle", "host": "Structure", "name": "Nom", "needs_note": "Précisions"
}.items()]
EMAIL, TELEPHONE = {"open": "email", "excel": "Adresse électronique"}, {"open": "telephone", "excel": "Téléphone"}
TELEPHONES = [f"+336123456{number:02}" for number in range(len(HOSTILE))]
EMAILS = [f"{value}{{{number}}}" for number, value in enumerate(HOSTILE)]


def guarded(value):
    return "'" + value if value[0] in "=+-@\t\r" else value


def test_no_cell_of_any_file_is_a_formula_and_every_value_comes_back(lists, folder):
    workbook = opened([lists / "open/_edition.xlsx"], folder / "xlsx")["_edition.xlsx"]
    headings, *cells = workbook
    assert [cell.formula for row in workbook for cell in row if cell.formula] == []
    column = {cell.value: index for index, cell in enumerate(headings)}
    assert sorted(plain(row[column["Nom"]].value) for row in cells) == sorted(map(plain, HOSTILE))
    for row in cells:
        name = row[column["Nom"]]
        assert name.kind == row[column["Salle"]].kind == "string", "codes and telephones are text"
        assert all(row[column[heading["excel"]]].value == name.value for heading in NAMED)
        assert all(row[column[heading["excel"]]].kind == "string" for heading in NAMED)
        assert row[column["Lieu"]].value == LONG
        assert row[column["Début"]].kind == "date" and row[column["Places"]].kind == "float"
        # In the edition's time zone.
        assert row[column["Début"]].value.endswith("10:00") and row[column["Fin"]].value.endswith("11:00")

    for heading, values in ((EMAIL, EMAILS), (TELEPHONE, TELEPHONES)):
        assert sorted(plain(row[column[heading["excel"]]].value) for row in cells) == sorted(map(plain, values))
        assert {row[column[heading["excel"]]].kind for row in cells} == {"string"}

    for dialect, separator in (("open", ","), ("excel", ";")):
        table = opened([lists / dialect / "_edition.csv"], folder / dialect, separator)["_edition.csv"]
        assert [cell.formula for row in table for cell in row if cell.formula] == []
        column = {cell.value: index for index, cell in enumerate(table[0])}
        for heading in NAMED:
            found = {plain(row[column[heading[dialect]]].value) for row in table[1:]}
            # A CSV can't say that these are texts.
            wanted = {plain(guarded(value)) for value in HOSTILE if value not in ("1e5", "12/11", "007", "TRUE")}
            assert wanted <= found, heading
        for heading, values in ((EMAIL, EMAILS), (TELEPHONE, TELEPHONES)):
            found = {plain(row[column[heading[dialect]]].value) for row in table[1:]}
            assert {plain(guarded(value)) for value in values} == found
        assert {row[column["venue" if dialect == "open" else "Lieu"]].value for row in table[1:]} == {guarded(LONG)}


def test_one_scope_at_a_time():
    result = run("export", "--session", "a", "--venue", "b")
    assert result.returncode == 64 and "don't go together" in result.stderr
