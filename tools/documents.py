"""Renews what is made in the documents: tables, the messages that the guide shows, pictures.

    python tools/documents.py       (make documents)

Read the diff before committing it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pypdfium2
from correction_pictures import correction_pictures
from document_tables import filled
from guide_examples import carried_out, shown_anew
from PIL import Image

from strategy_report.pipeline import Built, Press, build

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
DOCS = ROOT / "docs"
GUIDE = DOCS / "手引き.md"
CONFIRMATIONS = DOCS / "確認事項.md"
# Pages that README shows, by the names of their pictures.
PICTURES = {"cover.png": 1, "goal-3.png": 7}
_WIDTH, _COLOURS = 420, 64


def main() -> int:
    built = build(CONTENT, Press()).value
    if built is None:
        print("the booklet cannot be built: run strategy-report check", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as work:
        guide = GUIDE.read_text(encoding="utf-8")
        guide = shown_anew(guide, carried_out(guide, CONTENT, Path(work)))
    _write(GUIDE, filled(guide, built))
    _write(CONFIRMATIONS, filled(CONFIRMATIONS.read_text(encoding="utf-8"), built))
    for name, number in PICTURES.items():
        page_picture(built, number).save(DOCS / "pictures" / name, optimize=True)
    for name, picture in correction_pictures(CONTENT).items():
        picture.save(DOCS / "pictures" / name, optimize=True)
    return 0


def page_picture(built: Built, number: int) -> Image.Image:
    """Page *number* (from 1), small enough for a page of text."""
    with pypdfium2.PdfDocument(built.pdf) as document:
        page = document[number - 1]
        try:
            rendered = page.render(scale=_WIDTH * 3 / page.get_width()).to_pil().convert("RGB")
        finally:
            page.close()
    height = round(rendered.height * _WIDTH / rendered.width)
    small: Image.Image = rendered.resize((_WIDTH, height), Image.Resampling.LANCZOS)
    return small.quantize(_COLOURS)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
