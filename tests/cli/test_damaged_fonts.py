"""A booklet is set in the faces it was made for, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kit.content_folder import ContentFolder

from strategy_report.cli.main import main
from strategy_report.fonts import catalog


def test_a_swapped_font_file_stops_the_build_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(catalog.font_folder(), tmp_path / "fonts"))
    shutil.copy(folder / "BIZUDGothic-Bold.ttf", folder / "BIZUDGothic-Regular.ttf")
    monkeypatch.setattr(catalog, "font_folder", lambda: folder)
    town, output = ContentFolder(tmp_path), tmp_path / "out" / "town.pdf"
    assert main(["build", str(town.path), "-o", str(output)]) == 1
    said = capsys.readouterr().err
    assert "書体のファイル BIZUDGothic-Regular.ttf が壊れているか、版が違います。" in said
    assert "直し方: このソフトを入れ直してください" in said
    assert "PDF は作りませんでした（エラー 1件）。" in said
    assert not output.exists()
