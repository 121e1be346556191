"""Pictures of a correction, for the guide: the 正誤表, old beside new, the proof.

The correction is made up: a figure of goal 3 that wins 目標達成.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from strategy_report.editions import ComparisonFiles, ProofMarks, proof_of
from strategy_report.errata.comparison import Issue, compare
from strategy_report.pipeline import Press, make

_RECORD = """\
edition: 訂正版 第1号
contact: 企画調整課（電話 000-0000）
changes:
  - item: overnight_guests
    kind: 訂正
    reason: 集計の分母が誤っていたため
    approved_by: 企画調整課長
issuer: 金沢市
"""
_WIDTH = 560


def correction_pictures(content: Path) -> dict[str, Image.Image]:
    """Pictures by their names in docs/pictures."""
    press = Press()
    with tempfile.TemporaryDirectory() as work:
        corrected = Path(work) / content.name
        shutil.copytree(content, corrected)
        _change(corrected / "edition.yaml", "issuer: 金沢市\n", _RECORD)
        _change(corrected / "goals" / "3.yaml", "R5: 335", "R5: 365")
        before, after = make(content, press).value, make(corrected, press).value
    assert before is not None
    assert after is not None
    old = Issue(plan=before.plan, book=before.book)
    comparison = compare(old, Issue(plan=after.plan, book=after.book))
    sheets = ComparisonFiles(comparison, corrected, press)
    proof = proof_of(after, old, press, ProofMarks(word="案", line_numbers=True))
    return {
        "errata.png": _picture(sheets.errata(), 0, (0.0, 0.05, 1.0, 0.62)),
        "side-by-side.png": _picture(sheets.side_by_side(), 1, (0.0, 0.0, 1.0, 1.0)),
        "proof.png": _picture(proof, 6, (0.0, 0.64, 1.0, 1.0)),
    }


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise LookupError(f"{old!r} in {path.name}")
    path.write_text(text.replace(old, new), encoding="utf-8")


def _picture(pdf: bytes | None, index: int, part: tuple[float, float, float, float]) -> Image.Image:
    """*part* of a page (left, top, right, bottom as shares), small enough for a page of text."""
    assert pdf is not None
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[index]
        try:
            whole = page.render(scale=_WIDTH * 3 / page.get_width()).to_pil().convert("RGB")
        finally:
            page.close()
    box = tuple(
        round(share * side) for share, side in zip(part, (*whole.size, *whole.size), strict=True)
    )
    cut = whole.crop(box)
    small: Image.Image = cut.resize(
        (_WIDTH, round(cut.height * _WIDTH / cut.width)), Image.Resampling.LANCZOS
    )
    # By tree, not by frequency: the thin red frames are what the pictures are for.
    return small.quantize(256, method=Image.Quantize.FASTOCTREE)
