"""A file that an officer names, read; or what to say where it cannot be."""

from __future__ import annotations

from pathlib import Path

from strategy_report.core.diagnostic import Checked, error


def read_pdf(path: Path) -> Checked[bytes]:
    """The bytes of the PDF file at *path*, whatever they are."""
    try:
        return Checked(value=path.read_bytes())
    except OSError:
        what, fix = f"PDF「{path}」がないか、開けません。", "名前とフォルダーを確かめてください。"
        if path.is_dir():
            what = f"「{path}」はフォルダーです。"
            fix = f"{path / '冊子.pdf'} のように、PDF の名前まで書いてください。"
    return Checked(value=None, diagnostics=(error("EXT004", None, what, fix),))
