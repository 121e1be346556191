"""build --strict: no booklet where composition had to give something up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kit.booklets import KANAZAWA

from strategy_report.cli.main import main


def test_the_citys_booklet_gives_nothing_up(tmp_path: Path) -> None:
    assert main(["build", str(KANAZAWA), "-o", str(tmp_path / "a.pdf"), "--strict"]) == 0


def test_a_line_that_cannot_be_set_well_is_told_with_its_page_and_forbids_the_booklet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = Path(shutil.copytree(KANAZAWA, tmp_path / "content"))
    goal = content / "goals" / "1.yaml"
    text = goal.read_text(encoding="utf-8")
    address = "https://www.example.lg.jp/kodomo/shien/ouen/annai/moushikomi/index-r6.html"
    bullet = next(line for line in text.splitlines() if line.startswith("      - 本庁"))
    goal.write_text(text.replace(bullet, f"{bullet}{address}", 1), encoding="utf-8")
    output = tmp_path / "a.pdf"
    output.write_bytes(b"the old file")
    order = ["build", str(content), "-o", str(output)]
    assert main([*order, "--strict"]) == 1
    said = capsys.readouterr().err
    assert output.read_bytes() == b"the old file"
    assert "CMP001" in said
    assert "（5ページ）" in said
    assert "--strict が付いているので" in said
    assert main(order) == 0
