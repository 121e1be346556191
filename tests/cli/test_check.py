"""`strategy-report check`: text, JSON, and `--fix`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kit.commands import Run
from kit.content_folder import ContentFolder

from strategy_report.content.fix import mend_bytes
from strategy_report.content.read_goal import GOAL

LATER = "書体にない字と、写真の中身は、build のときに調べます。"
NAMES = ("edition.yaml", "plan.yaml", "wording.yaml", "goals/1.yaml", "goals/2.yaml")


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below *folder*."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.usefixtures("town")
def test_good_content_is_said_to_be_good(run: Run) -> None:
    said = run("check")
    assert (said.code, said.out, said.err) == (0, f"誤りは見つかりませんでした。{LATER}\n", "")
    assert not Path("output").exists()


def test_errors_are_told_and_counted(town: ContentFolder, run: Run) -> None:
    town.edit("goals/1.yaml", "R5: 1243", "R5: 1,243")
    town.edit("edition.yaml", "issuer: 見本町", "issuer: 見本町 #企画課")
    said = run("check")
    assert said.code == 1
    assert said.out == "気づいたこと: エラー 1件、注意 1件。\n"
    assert [line for line in said.err.splitlines() if line.startswith("content/")] == [
        "content/edition.yaml:7:12: 注意 YAML030 「#企画課」は注釈とみなされ、印字されません。",
        "content/goals/1.yaml:12:11: エラー IND003 「1,243」は数として読めません。",
    ]


def test_warnings_alone_are_no_failure(town: ContentFolder, run: Run) -> None:
    town.edit("edition.yaml", "issuer: 見本町", "issuer: 見本町 #企画課")
    assert run("check").code == 0


def test_json_is_a_list_of_objects_of_one_shape(town: ContentFolder, run: Run) -> None:
    town.edit("goals/1.yaml", "R5: 1243", "R5: 1,243")
    said = run("check", "--format", "json")
    assert (said.code, said.err) == (1, "")
    assert json.loads(said.out) == [
        {
            "code": "IND003",
            "severity": "error",
            "file": "content/goals/1.yaml",
            "line": 12,
            "column": 11,
            "end_column": 16,
            "page": None,
            "what": "「1,243」は数として読めません。",
            "fix": "カンマを取って 1243 と書いてください（紙面には自動で 1,243 と出ます）。",
            "quoted": "      R5: 1,243",
        }
    ]


@pytest.mark.usefixtures("town")
def test_json_of_good_content_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("check", "--format", "json").out) == []


def test_json_without_a_place_says_null(tmp_path: Path, run: Run) -> None:
    (only,) = json.loads(run("check", str(tmp_path / "x"), "--format", "json").out)
    assert (only["code"], only["file"], only["line"]) == ("FILE010", None, None)


def test_json_keeps_what_a_terminal_would_obey_escaped(town: ContentFolder, run: Run) -> None:
    town.edit("edition.yaml", "issuer: 見本町", "issuer: 見\x1b[31m本\x9b町\u202e")
    said = run("check", "--format", "json")
    assert said.out.replace("\n", "").replace("\u3000", "").isprintable()
    assert json.loads(said.out)[0]["quoted"] == "issuer: 見\x1b[31m本\x9b町\u202e"


@pytest.mark.usefixtures("town")
def test_fix_leaves_clean_files_as_they_are(town: ContentFolder, run: Run) -> None:
    before = everything(town.path)
    said = run("check", "--fix")
    assert (said.code, said.err) == (0, "")
    assert everything(town.path) == before


@pytest.mark.parametrize("encoding", ["cp932", "utf-16", "utf-8-sig"])
def test_fix_saves_files_of_other_programs_as_utf_8(
    town: ContentFolder, run: Run, encoding: str
) -> None:
    before = everything(town.path)
    for name in NAMES:
        text = town.read(name).replace("\n", "\r\n")
        town.write(name, text.encode(encoding))
    said = run("check", "--fix")
    assert said.code == 0
    assert everything(town.path) == before
    assert said.err.count("改行をそろえました。") == len(NAMES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("number: 1\ntitle", "number：1\ntitle"),
        ("number: 1\ntitle", "number：　1\ntitle"),
        ("indicators:\n", "indicators：\n"),
        ("unit: 人", "unit:　人"),
        ("unit: 人", "unit:\u00a0人"),
        ("    unit: 人", "　　unit: 人"),
        ("      H30: 1205", "　　　H30: 1205"),
        ("H30: 1205", "H30：1205"),
        ("  - id: births", "　- id: births"),
        ("- id: births", "- id：births"),
    ],
)
def test_fix_mends_a_slip_of_width(town: ContentFolder, run: Run, old: str, new: str) -> None:
    before = everything(town.path)
    town.edit("goals/1.yaml", old, new)
    assert run("check").code == 1
    said = run("check", "--fix")
    assert said.code == 0, said.err
    assert said.err == "content/goals/1.yaml: 「:」と空白の全角を半角に直しました。\n"
    assert everything(town.path) == before


UNTOUCHED = (
    ("a term and its explanation in a list", "bullets:\n  - SDGs：持続可能な開発目標\n"),
    ("a text on lines of its own", "title: 概要は次のとおり\n  title：題名\n  SDGs：開発目標\n"),
    ("a text below its key", "title:\n  SDGs：持続可能な開発目標\n"),
    ("a text in a block", "title: |\n  　title：題名\n"),
    ("a text in quotation marks", "title: 'title：題名'\n"),
    ("a remark", "# title：題名\n"),
    ("a tab", "\ttitle: 題名\n"),
    ("a comma in a number", "number: 1,234\n"),
    ("a missing space", "number:1\n"),
    ("full-width digits", "title: １２３\n"),
    ("spaces at a line's end", "title: 題名  \n"),
    ("no line end at the end", "title: 題名"),
)


@pytest.mark.parametrize(
    "text", [text for _, text in UNTOUCHED], ids=[name for name, _ in UNTOUCHED]
)
def test_fix_touches_nothing_that_might_be_meant(text: str) -> None:
    assert mend_bytes(text.encode(), GOAL.knows) == (text.encode(), ())


@pytest.mark.parametrize("encoding", ["euc-jp", "utf-32", "iso2022_jp_ext"])
def test_fix_leaves_an_encoding_it_does_not_know_for_certain(encoding: str) -> None:
    data = "title: 金沢市の取組状況とアンケート\n".encode(encoding)
    mended, changes = mend_bytes(data, GOAL.knows)
    assert (mended, changes) == (data, ())


def test_fix_goes_on_where_a_file_cannot_be_written(
    town: ContentFolder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.edit("edition.yaml", "status: 案", "status：案")
    town.edit("goals/1.yaml", "unit: 人", "unit:　人")
    before = town.read("edition.yaml")
    whole = Path.replace

    def refuse(part: Path, target: Path) -> Path:
        if target.name == "edition.yaml":
            raise PermissionError(13, "Permission denied")
        return whole(part, target)

    monkeypatch.setattr(Path, "replace", refuse)
    said = run("check", "--fix")
    assert said.code == 1
    assert "エラー FIL003" in said.err
    assert town.read("edition.yaml") == before
    assert "unit: 人" in town.read("goals/1.yaml")
    assert [path.name for path in town.path.rglob("*.part")] == []


def test_fix_of_a_missing_folder_is_the_check_of_one(tmp_path: Path, run: Run) -> None:
    said = run("check", "--fix", str(tmp_path / "ない"))
    assert said.code == 1
    assert "FILE010" in said.err


def test_fix_writes_through_no_link(town: ContentFolder, run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.yaml"
    outside.write_bytes(b"number\xef\xbc\x9a1\n")
    (town.path / "goals" / "3.yaml").symlink_to(outside)
    run("check", "--fix")
    assert outside.read_bytes() == b"number\xef\xbc\x9a1\n"
