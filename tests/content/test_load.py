"""A folder of files to a plan: how files may be saved, and what is said of a folder as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit.content_folder import ContentFolder
from kit.golden import assert_golden

from strategy_report.content.decode import LARGEST_BYTES
from strategy_report.content.load import load_plan
from strategy_report.content.public_plan import public_plan
from strategy_report.core.diagnostic import Severity
from strategy_report.core.value import replace
from strategy_report.model.plan import Plan

GOLDEN = Path(__file__).parent / "golden" / "ファイル"
NAMES = ("edition.yaml", "plan.yaml", "wording.yaml", "goals/1.yaml", "goals/2.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


def plan_of(folder: ContentFolder) -> Plan:
    """The plan, without the digests of its files' bytes."""
    checked = load_plan(folder.path)
    assert checked.value is not None, folder.messages()
    return replace(checked.value, sources={})


def test_the_small_town_is_read_without_a_word(folder: ContentFolder) -> None:
    assert folder.messages() == ""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_nothing(
    folder: ContentFolder, line_end: str, bom: str
) -> None:
    before = plan_of(folder)
    for name in NAMES:
        folder.write(name, bom + folder.read(name).replace("\n", line_end))
    assert plan_of(folder) == before


def test_a_file_that_ends_without_a_line_end_is_whole(folder: ContentFolder) -> None:
    before = plan_of(folder)
    for name in NAMES:
        folder.write(name, folder.read(name).rstrip("\n"))
    assert plan_of(folder) == before


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("CP932", "cp932"),
        ("UTF-16", "utf-16"),
        ("UTF-16LE", "utf-16-le"),
        ("UTF-16BE", "utf-16-be"),
        ("EUC-JP", "euc-jp"),
        ("UTF-32", "utf-32"),
    ],
)
def test_another_encoding_is_named_or_its_first_strange_byte_shown(
    folder: ContentFolder, name: str, encoding: str
) -> None:
    folder.write("goals/2.yaml", folder.read("goals/2.yaml").encode(encoding))
    assert_golden(folder.messages() + "\n", GOLDEN / f"{name}.txt")


def test_a_byte_out_of_place_is_shown_where_it_stands(folder: ContentFolder) -> None:
    text = folder.read("goals/2.yaml").encode()
    folder.write("goals/2.yaml", text.replace("集う".encode(), "集".encode() + b"\xff"))
    assert_golden(folder.messages() + "\n", GOLDEN / "こわれたバイト.txt")


@pytest.mark.parametrize("name", ["edition.yaml", "plan.yaml", "wording.yaml"])
def test_a_missing_file_is_named(folder: ContentFolder, name: str) -> None:
    (folder.path / name).unlink()
    assert_golden(folder.messages() + "\n", GOLDEN / f"{name}がない.txt")


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_file_says_what_it_needs(folder: ContentFolder, text: str) -> None:
    folder.write("goals/2.yaml", text)
    assert_golden(folder.messages() + "\n", GOLDEN / "空のファイル.txt")


def test_a_file_of_remarks_alone_says_what_it_needs(folder: ContentFolder) -> None:
    folder.write("goals/2.yaml", "# 覚え書きだけ\n")
    assert_golden(folder.messages() + "\n", GOLDEN / "覚え書きだけのファイル.txt")


def test_a_file_that_is_only_a_text_is_explained(folder: ContentFolder) -> None:
    folder.write("goals/2.yaml", "基本目標は別紙のとおり\n")
    assert_golden(folder.messages() + "\n", GOLDEN / "文だけのファイル.txt")


def test_a_file_that_is_a_list_is_explained(folder: ContentFolder) -> None:
    folder.write("goals/2.yaml", "- number: 2\n- title: まち\n")
    assert_golden(folder.messages() + "\n", GOLDEN / "一覧だけのファイル.txt")


def test_a_goals_folder_without_files_is_named(folder: ContentFolder) -> None:
    for path in (folder.path / "goals").iterdir():
        path.unlink()
    assert_golden(folder.messages() + "\n", GOLDEN / "基本目標がない.txt")


def test_files_that_are_not_read_are_named(folder: ContentFolder) -> None:
    folder.write("goals/2.yml", "number: 2\n")
    folder.write("Edition.yaml", "id: other\n")
    folder.write("3.yaml", "number: 3\n")
    assert_golden(folder.messages() + "\n", GOLDEN / "読まれないファイル.txt")


@pytest.mark.parametrize("name", ["2.yaml.txt", "2.yml", "2.YAML"])
def test_a_goal_is_not_left_out_because_of_its_files_name(folder: ContentFolder, name: str) -> None:
    (folder.path / "goals/2.yaml").rename(folder.path / "goals" / name)
    (said,) = folder.diagnostics()
    assert (said.code, said.severity) == ("FILE015", Severity.ERROR)
    assert said.what == f"「goals/{name}」は、名前が「.yaml」で終わらないので読まれません。"
    assert said.fix.startswith("名前を「2.yaml」に直してください。")


def test_a_file_that_notepad_gave_another_name_is_named(folder: ContentFolder) -> None:
    (folder.path / "plan.yaml").rename(folder.path / "plan.yaml.txt")
    (said,) = folder.diagnostics()
    assert said.fix == "「plan.yaml.txt」の名前を「plan.yaml」に直してください。"


def test_what_excel_and_editors_leave_beside_the_files_is_no_content(folder: ContentFolder) -> None:
    for name in ("goals/~$1.yaml", "goals/.1.yaml.swp", "goals/1.yaml~", "goals/._1.yaml"):
        folder.write(name, b"\x00\x05")
    assert folder.messages() == ""


def test_a_folder_where_a_file_should_be_is_named(folder: ContentFolder) -> None:
    (folder.path / "plan.yaml").unlink()
    (folder.path / "plan.yaml").mkdir()
    assert_golden(folder.messages() + "\n", GOLDEN / "フォルダーになっている.txt")


def test_the_largest_file_is_read_and_a_larger_one_refused(folder: ContentFolder) -> None:
    text = folder.read("goals/2.yaml")
    room = LARGEST_BYTES - len(text.encode())
    folder.write("goals/2.yaml", text + "#" * (room - 1) + "\n")
    assert folder.messages() == ""
    folder.write("goals/2.yaml", text + "#" * room + "\n")
    assert_golden(folder.messages() + "\n", GOLDEN / "大きすぎるファイル.txt")


def test_all_mistakes_of_all_files_are_told_together(folder: ContentFolder) -> None:
    folder.edit("edition.yaml", "status: 案", "status：案")
    folder.edit("edition.yaml", "reporting_year: R5", "reporting_year: 令和")
    folder.edit("plan.yaml", "period: R2-R6", "piriod: R2-R6")
    folder.edit("goals/1.yaml", "unit: 人", "unit:人")
    folder.edit("goals/1.yaml", "R5: 1243", "R5: 1,243")
    folder.edit("goals/1.yaml", "R5: 1618", "R5: 1618件")
    folder.edit("goals/2.yaml", "level: KPI", "level: ＫＰＩ")
    folder.edit("goals/2.yaml", "bullets:", "bulletts:")
    assert_golden(folder.messages() + "\n", GOLDEN / "誤りを全部いちどに.txt")


def test_a_break_in_the_yaml_is_told_beside_a_slip_above_it(folder: ContentFolder) -> None:
    folder.edit("goals/1.yaml", "unit: 人", "unit:人")
    folder.edit("goals/1.yaml", "      R4: 1220", "      R4 1220")
    said = folder.diagnostics()
    assert [(d.code, d.where and d.where.line) for d in said] == [("YAML026", 7), ("YAML001", 11)]


def test_a_break_that_may_come_of_a_tab_waits_until_the_tab_is_gone(folder: ContentFolder) -> None:
    folder.edit("goals/1.yaml", "    unit: 人", "\t\t\tunit: 人")
    assert [d.code for d in folder.diagnostics()] == ["YAML021"]


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("", [("FILE016", Severity.WARNING)]),
        ("    file: hiroba.jpg\n", []),
        ("    file: hiroba.heic\n", [("VAL007", Severity.ERROR)]),
    ],
    ids=["forgotten", "named", "what cannot be read may name it"],
)
def test_a_photograph_that_nobody_names_is_told(
    goal: str, said: list[tuple[str, Severity]], folder: ContentFolder
) -> None:
    folder.write("photos/hiroba.jpg", b"")
    caption = "    caption: 親子交流広場\n"
    folder.edit("goals/1.yaml", caption, caption + goal)
    told = load_plan(folder.path).diagnostics
    assert [(one.code, one.severity) for one in told] == said


@pytest.mark.parametrize("name", ["._1.yaml", "~1.yaml"])
def test_what_programs_put_beside_a_goal_goes_into_no_file(
    name: str, folder: ContentFolder
) -> None:
    before = public_plan(folder.path)
    folder.write(f"goals/{name}", folder.read("goals/1.yaml"))
    assert folder.messages() == ""
    assert public_plan(folder.path) == before
