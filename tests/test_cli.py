"""The command line on the sample day, held against its right answers."""

import json
import sqlite3
from pathlib import Path

import pypdfium2
import pytest

from workshop_app.cli import main

SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"
FRAMES = ("A1", "A2", "A3")
YEARS = ("2028", "2029", "2030")


@pytest.fixture
def expected():
    return json.loads((SAMPLE / "expected.json").read_text("utf-8"))


@pytest.fixture(params=["day.json", ""], ids=["json", "csv"])
def day(request, tmp_path):
    path = tmp_path / "day.milstolpe"
    assert main(["import", str(SAMPLE / request.param), "-o", str(path)]) == 0
    return path


def results(day, capsys):
    capsys.readouterr()
    assert main(["results", str(day), "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    return json.loads(lines[0])


def test_results_are_the_right_answers(day, capsys, expected):
    found = results(day, capsys)
    rounds, frames = found["rounds"], found["frames"]

    dots = {key: one["counts"]["dots"] for key, one in rounds["milstolpar"]["options"].items()}
    assert dots == expected["milstolpar_prickar"]
    points = {
        key: {"prickar": one["counts"]["dots"], "stopp": one["counts"]["stops"]}
        for key, one in rounds["prioritering"]["options"].items()
    }
    assert points == expected["prioritering"]
    places = [place["initiativ"] for place in expected["prioritering_ordning"]]
    assert rounds["prioritering"]["order"] == [key for place in places for key in place]

    for frame, right in zip(FRAMES, expected["portfoljer"], strict=True):
        portfolio = frames[frame]["portfolio"]
        effects = [right[f"nettoeffekt_{year}_tkr"] for year in YEARS]
        assert [portfolio["effect"][year] for year in YEARS] == effects
        assert portfolio["margin"] == right["marginal_tkr"]
        assert frames[frame]["gap"] == right["anpassningskrav_tkr"]
    for frame, right in zip(FRAMES, expected["vattenlinje"], strict=True):
        assert frames[frame]["room"] == right["rum_tkr"]
        assert frames[frame]["portfolio"]["below"] == right["under_tkr"]

    assert found["flags"]["weak_evidence"] == expected["milstolpar_svagt_underlag"]
    for name, half, by in (
        ("fm_per_enhet", "morning", "unit"),
        ("em_per_enhet", "afternoon", "unit"),
        ("fm_per_grupp", "morning", "group"),
        ("em_per_grupp", "afternoon", "group"),
    ):
        for group, right in expected["sma_grupper"][name].items():
            size = found["small_groups"][f"{half}/{by}/{group}"]
            assert (size["size"], size["shown"]) == (right["antal"], right["visas"])


def test_a_sound_day_is_checked_and_printed(day, tmp_path, capsys):
    capsys.readouterr()
    assert main(["check", str(day), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True
    out = tmp_path / "summary.pdf"
    assert main(["summary", str(day), "-o", str(out), "--language", "sv"]) == 0
    with pypdfium2.PdfDocument(out) as pdf:
        assert len(pdf) == 3
        assert "Sammanfattning" in pdf[0].get_textpage().get_text_range()


def test_what_is_no_day_is_refused_in_one_sentence_and_left_alone(tmp_path, capsys):
    path = tmp_path / "letter.milstolpe"
    path.write_text("not a day", encoding="utf-8")
    assert main(["results", str(path), "--json"]) == 1
    said = capsys.readouterr().err.strip()
    assert said
    assert "Traceback" not in said
    assert path.read_text("utf-8") == "not a day"


@pytest.mark.parametrize("source", ["sparomraden.csv", "day.json", ""])
def test_a_day_is_made_of_one_list_a_file_or_a_folder(tmp_path, source):
    out = tmp_path / "day.milstolpe"
    assert main(["import", str(SAMPLE / source), "-o", str(out)]) == 0
    assert out.exists()


@pytest.mark.parametrize("saved", ["", "day.json", "xlsx/dag.xlsx"])
def test_what_the_archive_gets_is_the_same_day_again(day, tmp_path, capsys, saved):
    folder = tmp_path / "archive"
    assert main(["export", str(day), "-o", str(folder), "--for", "archive"]) == 0
    again = tmp_path / "again.milstolpe"
    assert main(["import", str(folder / saved), "-o", str(again)]) == 0
    before, after = results(day, capsys), results(again, capsys)
    for found in (before, after):
        found["day"].pop("chain")
    assert after == before


def test_a_place_that_cannot_be_written_is_refused_in_one_sentence(day, tmp_path, capsys):
    (tmp_path / "file").touch()
    for command in (
        ["import", str(SAMPLE), "-o", str(tmp_path / "none" / "day.milstolpe")],
        ["import", str(SAMPLE), "-o", str(day)],
        ["export", str(day), "-o", str(tmp_path / "file")],
    ):
        capsys.readouterr()
        assert main(command) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    "command", [["import", "x"], ["export", "x"], ["results", "x"], ["import", "-o", "x"]]
)
def test_wrong_usage_is_told_apart_from_a_failure(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(command)
    assert stopped.value.code == 2
    assert "usage: milstolpe" in capsys.readouterr().err


def test_a_file_that_was_changed_is_told_in_both_ways(day, capsys):
    raw = sqlite3.connect(day)
    raw.execute("UPDATE milestones SET title = 'another' WHERE id = 'S1-1'")
    raw.commit()
    raw.close()
    capsys.readouterr()
    assert main(["check", str(day), "--json"]) == 1
    said = capsys.readouterr()
    problem = {"code": "content", "table": "milestones", "id": "S1-1"}
    assert json.loads(said.out)["problems"] == [problem]
    assert len(said.err.splitlines()) == 1


def test_a_column_that_is_not_read_in_is_told_and_the_rest_is_there(tmp_path, capsys):
    folder, out = tmp_path / "lists", tmp_path / "day.milstolpe"
    folder.mkdir()
    (folder / "enheter.csv").write_text("id;namn;telefon\nE1;Bibliotek;0550-12\n", "utf-8")
    assert main(["import", str(folder), "-o", str(out)]) == 0
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert "enheter.csv" in told[0]
    assert "telefon" in told[0]
    assert results(out, capsys)["day"]["title"]


def test_short_keys_under_a_heading_that_is_nobodys_may_be_the_ids(tmp_path, capsys):
    folder, out = tmp_path / "lists", tmp_path / "day.milstolpe"
    folder.mkdir()
    (folder / "enheter.csv").write_text("beteckning;namn\nE1;Bibliotek\nE2;Stab\n", "utf-8")
    (folder / "deltagare.csv").write_text("roll;enhet\nChef;E1\n", "utf-8")
    assert main(["import", str(folder), "-o", str(out)]) == 1
    assert "beteckning" in capsys.readouterr().err
    assert not out.exists()


def test_a_column_that_is_left_out_is_told_first_where_the_rest_does_not_hold(tmp_path, capsys):
    folder, out = tmp_path / "lists", tmp_path / "day.milstolpe"
    folder.mkdir()
    (folder / "sparomraden.csv").write_text("id;namn\nS1;A\n", "utf-8")
    (folder / "milstolpar.csv").write_text(
        "id;sparomrade;milstolpe;tidpunkt\nM1;S9;Klar;2028\n", "utf-8"
    )
    assert main(["import", str(folder), "-o", str(out)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert "tidpunkt" in told[0]
    assert "S9" in told[1]
