"""Conditions of printing houses, right and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategy_report.content.printer_file import SHIPPED, load_conditions
from strategy_report.core.length import mm, pt
from strategy_report.images.print_condition import fogra39
from strategy_report.model.printer import Printer, Standard

HEAD = "name: 見本印刷\nstandard: X-4\n"


def conditions_in(folder: Path, text: str) -> list[str]:
    (folder / "printers").mkdir()
    (folder / "printers" / "mihon.yaml").write_text(text, encoding="utf-8")
    return said(folder, "mihon")


def said(folder: Path, name: str) -> list[str]:
    checked = load_conditions(folder, name)
    return [f"{d.where or ''} {d.code} {d.what} {d.fix}".strip() for d in checked.diagnostics]


@pytest.mark.parametrize("name", sorted(path.stem for path in SHIPPED.glob("*.yaml")))
def test_conditions_that_ship_are_right(tmp_path: Path, name: str) -> None:
    checked = load_conditions(tmp_path, name)
    assert checked.value is not None
    assert checked.diagnostics == ()


def test_the_standard_conditions_are_the_defaults_of_every_field(tmp_path: Path) -> None:
    conditions = load_conditions(tmp_path, "standard").value
    assert conditions is not None
    assert conditions.printer == Printer(name="標準（PDF/X-4、コート紙）")
    assert conditions.icc == fogra39().icc


def test_a_printers_own_values_are_read(tmp_path: Path) -> None:
    assert conditions_in(tmp_path, HEAD + "bleed: 5mm\nleast_line: 0.3pt\nmarks: なし\n") == []
    conditions = load_conditions(tmp_path, "mihon", Standard.X1A).value
    assert conditions is not None
    printer = conditions.printer
    assert (printer.bleed, printer.least_line, printer.marks) == (mm(5), pt("0.3"), False)
    assert printer.standard is Standard.X1A


@pytest.mark.parametrize(("line", "message"), [
    ("bleed: 3", "/printers/mihon.yaml:3:8 VAL007 「3」は長さとして読めません。"),
    ("bleed: 3cm", "「3cm」は長さとして読めません。 「3mm」や「0.25pt」のように"),
    ("bleed: 30mm", "0mm から 20mm までに入りません"),
    ("total_ink: 500", "「500」は 200 から 400 までの整数ではありません"),
    ("standard_: X-4", "「standard」（ファイルの規格。X-4 か X-1a）ではありませんか"),
    ("rendering: 彩度", "書けるのは 知覚的・相対的 です"),
    ("profile: ../x.icc", "printers フォルダーの外を指す書き方です"),
    ("profile: none.icc", "PRT003 プロファイル「none.icc」が printers フォルダーにありません。"),
    ("condition: JC200103", "PRT002 X-4 は JC200103 のプロファイルを埋め込みますが"),
])  # fmt: skip
def test_what_is_wrong_is_said_with_its_place_and_remedy(
    tmp_path: Path, line: str, message: str
) -> None:
    (only,) = conditions_in(tmp_path, f"{HEAD}{line}\n")
    assert message in only


@pytest.mark.parametrize(("icc", "fault"), [
    (b"not a profile", "ICC プロファイルではありません"),
    (fogra39().icc[:-1], "途中で切れています"),
    (fogra39().icc[:16] + b"RGB " + fogra39().icc[20:], "CMYK ではなく RGB のプロファイルです"),
    (fogra39().icc[:12] + b"mntr" + fogra39().icc[16:], "印刷機（出力装置）のプロファイルでは"),
])  # fmt: skip
def test_a_profile_that_is_none_is_refused(tmp_path: Path, icc: bytes, fault: str) -> None:
    (tmp_path / "printers").mkdir()
    (tmp_path / "printers" / "own.icc").write_bytes(icc)
    (tmp_path / "printers" / "mihon.yaml").write_text(HEAD + "profile: own.icc\n", encoding="utf-8")
    (only,) = said(tmp_path, "mihon")
    assert fault in only


def test_an_x1a_without_the_printers_profile_says_that_colours_are_near_it(tmp_path: Path) -> None:
    conditions = load_conditions(tmp_path, "x1a").value
    assert conditions is not None
    (only,) = conditions.approximation
    assert (only.code, only.what) == (
        "PRT001", "写真の色は、JC200103 に近い FOGRA39 のプロファイルで変えました（近似）。",
    )  # fmt: skip


def test_unknown_conditions_are_answered_with_those_there_are(tmp_path: Path) -> None:
    (only,) = said(tmp_path, "standart")
    assert "「standard」ではありませんか。使えるのは standard、uncoated、x1a です。" in only
