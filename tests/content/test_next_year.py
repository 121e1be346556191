"""Next year's content: years moved on, figures asked for, every other byte as it was."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from shutil import copytree
from textwrap import indent

import pytest
from kit.booklets import BOOKLETS, KANAZAWA
from kit.content_folders import copied

from strategy_report.cli.main import main
from strategy_report.content import init
from strategy_report.content.load import load_plan
from strategy_report.content.messages import render
from strategy_report.content.next_year import AWAITED, next_year
from strategy_report.model.reading import Missing


def texts(content: Path) -> dict[str, str]:
    paths = (*content.glob("*.yaml"), *content.glob("goals/*.yaml"))
    return {p.relative_to(content).as_posix(): p.read_text(encoding="utf-8") for p in paths}


def changes(before: str, after: str) -> list[str]:
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:3] not in ("---", "+++") and line[0] in "+-"]


def test_the_edition_moves_on_a_year_and_is_a_draft_again() -> None:
    before = texts(KANAZAWA)
    recorded = before["edition.yaml"].replace(
        "issuer: 金沢市\n",
        "edition: 初版\nissuer: 金沢市\nchanges:\n  - item: births\n    kind: 訂正\n"
        "    reason: 誤り\n\n# この注は残る\n",
    )
    after = next_year(before | {"edition.yaml": recorded}).files["edition.yaml"]
    assert changes(recorded, after) == [
        "-id: kanazawa-r6",
        "+id: kanazawa-r7",
        "-date: 令和6年10月",
        "-status: 確定",
        "-edition: 初版",
        "+date: 令和7年10月",
        "+status: 案",
        "-changes:",
        "-  - item: births",
        "-    kind: 訂正",
        "-    reason: 誤り",
        "-reporting_year: R5",
        "+reporting_year: R6",
    ]
    assert "# この注は残る" in after


def test_every_series_waits_for_its_new_actual_and_keeps_the_old() -> None:
    before = texts(KANAZAWA)
    after = next_year(before).files
    assert changes(before["goals/1.yaml"], after["goals/1.yaml"]) == [
        *["+      R6: 集計中"] * 5,
        *["+  # 要確認: 文は令和5年度の内容のまま"] * 3,
    ]
    assert changes(before["plan.yaml"], after["plan.yaml"]) == [
        "-  measures: 主な施策の令和5年度の実施状況",
        "+  measures: 主な施策の令和6年度の実施状況",
    ]
    assert after["wording.yaml"] == before["wording.yaml"]


def test_the_list_points_at_the_lines_of_the_new_files() -> None:
    coming = next_year(texts(KANAZAWA))
    lines = {name: text.splitlines() for name, text in coming.files.items()}
    pointed = {}
    for one in coming.to_do:
        name, _, line = one.place.partition(":")
        pointed[one.what] = lines[name][int(line) - 1].strip()
    assert pointed["「合計特殊出生率」の R6 の実績を書く"] == "R6: 集計中"
    assert pointed["「年間宿泊客数」の R6 の実績を書く"] == "R6: 集計中"
    assert pointed["施策「持続可能な観光の振興」の文を新しくする"].startswith("# 要確認")
    assert "R5確定値は12月頃公開予定" in pointed["年を確かめる: 「R5確定値は12月頃公開予定」"]
    assert pointed["発行の年月を確かめる"] == "date: 令和7年10月"


def test_ids_and_targets_stay() -> None:
    old = load_plan(KANAZAWA).value
    assert old is not None
    assert "R6: 1.69" in next_year(texts(KANAZAWA)).files["goals/1.yaml"]


def test_the_new_folder_builds_and_is_never_written_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    copied(tmp_path)
    assert main(["next-year", "令和7年度版"]) == 0
    assert "やること" in capsys.readouterr().out
    assert main(["build", "令和7年度版"]) == 0
    assert Path("output/kanazawa-r7.pdf").is_file()
    before = texts(Path("令和7年度版"))
    assert main(["next-year", "令和7年度版"]) == 1
    assert texts(Path("令和7年度版")) == before


def test_conditions_of_printing_houses_go_along_and_hidden_files_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = copied(tmp_path)
    (content / "fonts").mkdir()
    (content / "fonts/own.ttf").write_bytes(b"a face")
    (content / "printers").mkdir()
    (content / "printers/mihon.yaml").write_text("name: 見本印刷\n", encoding="utf-8")
    # What macOS puts beside a file on a shared drive, and a note in Excel's encoding.
    (content / "goals/._1.yaml").write_bytes(b"\0\5\x16\7\xff")
    (content / "memo.yaml").write_bytes("覚え書き".encode("cp932"))
    assert main(["next-year", "来年度"]) == 0
    assert Path("来年度/printers/mihon.yaml").is_file()
    assert Path("来年度/fonts/own.ttf").is_file()
    assert not Path("来年度/goals/._1.yaml").exists()


STARTER = Path(init.__file__).parent / "starter"


@pytest.mark.parametrize("content", [*BOOKLETS.values(), STARTER], ids=lambda path: path.name)
def test_what_was_right_this_year_is_read_next_year(content: Path, tmp_path: Path) -> None:
    copy = Path(copytree(content, tmp_path / "content"))
    coming = next_year(texts(copy))
    for name, text in coming.files.items():
        (copy / name).write_text(text, encoding="utf-8")
    checked = load_plan(copy)
    assert checked.value is not None, render(checked.diagnostics)
    series = [i for goal in checked.value.goals for i in goal.indicators if i.actuals]
    asked = [one for one in coming.to_do if one.what.endswith("の実績を書く")]
    assert sum(i.actuals[-1].reading == Missing(reason=AWAITED) for i in series) == len(asked)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "actuals:\n  R5:\n    value: 57\n    status: 速報\ntargets: {R6: 1}\n",
            "actuals:\n  R5:\n    value: 57\n    status: 速報\n  R6: 集計中\ntargets: {R6: 1}\n",
        ),
        ("actuals: {R4: 5, R5: 57}\n", "actuals: {R4: 5, R5: 57, R6: 集計中}\n"),
        ("actuals:\n  R5: {value: 57}\n", "actuals:\n  R5: {value: 57}\n  R6: 集計中\n"),
        ("actuals:\n  R5: 57", "actuals:\n  R5: 57\n  R6: 集計中\n"),
    ],
    ids=["a record", "in brackets", "a record in brackets", "no line end"],
)
def test_the_new_actual_stands_behind_the_last_however_that_is_written(
    written: str, expected: str
) -> None:
    head = "number: 1\ntitle: 題\nindicators:\n  - id: a\n    level: KPI\n    name: 名\n"
    goal = head + indent(written, "    ")
    after = next_year(texts(KANAZAWA) | {"goals/1.yaml": goal}).files["goals/1.yaml"]
    assert after == head + indent(expected, "    ")
